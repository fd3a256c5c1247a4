"""Nations: which country somebody is said to be of ("le cinéaste belge X", "X, d'origine belge", "X est russe")."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.base import Reading, governor, scope_of
from factcheck.facts.relations import RelationFact
from factcheck.facts.ties import bearers
from factcheck.parse.places import country
from factcheck.parse.tree import Tree

_NATION = "nation"
_OF = frozenset({"de", "of", "from"})


def nations(reading: Reading) -> Iterator[RelationFact]:
    """The countries that people, named ones, are said to be of."""
    tree = reading.tree
    for i, token in enumerate(tree.tokens):
        if token.pos not in ("NOUN", "ADJ") or not (told := _countries(tree, i)):
            continue
        frame = governor(reading, i)
        if frame and frame.index == i and frame.negated:
            continue
        for n in (*bearers(tree, i), *tree.children(i, "nmod", "flat:name", "appos")):
            if n in tree.entity_of and not tree.children(n, "case") and country(tree.concept(n)) is None:
                yield _fact(reading, i, n, told)
                break


def _countries(tree: Tree, i: int) -> frozenset[str]:
    """The countries that a word for somebody stands for: by its adjectives, its "of", its origin."""
    if tree.tokens[i].pos == "ADJ":
        own = country(tree.lemma(i)) if tree.children(i, "cop") else None
        return frozenset({own} - {None}) if own else frozenset()
    if tree.lemma(i) in tree.lexicon.nationality:
        return _adjectives(tree, i) if tree.children(i, "cop", "case") else frozenset()
    if tree.lemma(i) not in tree.lexicon.people:
        return frozenset()
    below = tree.children(i, "nmod")
    origins = (c for c in below if tree.lemma(c) in tree.lexicon.nationality)
    named = (c for c in below if any(tree.lemma(m) in _OF for m in tree.children(c, "case")))
    of = frozenset(nation for c in named if c in tree.entity_of and (nation := country(tree.concept(c))))
    return _adjectives(tree, i).union(of, *(_adjectives(tree, c) for c in origins))


def _adjectives(tree: Tree, i: int) -> frozenset[str]:
    """The countries of a noun's adjectives."""
    beside = (c for c in tree.children(i, "amod", "compound") if tree.tokens[c].pos in ("ADJ", "PROPN", "NOUN"))
    return frozenset(nation for c in beside if (nation := country(tree.lemma(c))))


def _fact(reading: Reading, i: int, bearer: int, told: frozenset[str]) -> RelationFact:
    tree = reading.tree
    names = tree.names([bearer])
    start, end = tree.text([i, *tree.children(i, "amod")])
    return RelationFact(
        start=start,
        end=end,
        scope=scope_of(reading, i, governor(reading, i)),
        relation=_NATION,
        thing=tree.concept(bearer),
        names=names,
        value=told,
        place=True,
    )
