"""Definitions: what a sentence says its subject is ("Low Tide is a 1990 British film", "Kerlan is in France").

Read from the words, not from the parse, which stumbles over titles, spellings in brackets and long lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, scope_of
from factcheck.parse.groups import Member, kind, member, person
from factcheck.parse.negation import is_negative
from factcheck.parse.places import REGION, country, rank
from factcheck.parse.tree import Tree
from factcheck.text import folded

# A word or value of a definition with its document offsets.
Place = tuple[int, int]

_BRACKETS = {"(": 1, ")": -1, "[": 1, "]": -1}
_HYPHENS = frozenset("-–")
_NOUNS = ("NOUN", "PROPN")
# What a subject may hold; a verb there opens a clause.
_CLAUSE = ("VERB", "AUX", "SCONJ")
# What joins a work to its maker, and the group of the words that count.
_BY = frozenset({"by", "of", "from", "de", "du", "des", "par"})
_RANK = "rank"
# Kinds of a part of a country, besides those in the list of what lies somewhere.
_LANDS = frozenset({"state", "province"})
# Years that a work or a thing is dated by.
_LATEST = 2100
_EARLIEST = 1400


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionFact:
    """What a claim says its subject is.

    `name` is that of the subject, `topic` the words of all its names, `last` the last of the first; they are empty
    where no name stands there, and `pronoun` where what does may stand for any ("it", "the film"). `kinds` are the
    kinds of thing it is said to be, `person` its noun for people; `countries` by their ids, `sites` the regions,
    countries and continents it is said to lie in, `year` that of its making, each with its place; `ordinals` tell the
    how-manieth it is, `owners` are the names behind "by" or "of". `rank` is its place in an order, of things called
    `ranked` and among what is named `around` it ("the third largest city in X").
    """

    start: int
    end: int
    scope: Scope
    name: str
    pronoun: bool
    topic: frozenset[str]
    last: str
    kinds: tuple[tuple[frozenset[Member], Place], ...]
    person: Place | None
    countries: dict[str, Place]
    sites: dict[str, Place]
    year: tuple[int, Place] | None
    ordinals: frozenset[Member]
    owners: frozenset[str]
    rank: tuple[frozenset[Member], Place] | None
    ranked: frozenset[str]
    around: frozenset[str]

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """A definition brings no claims together."""
        return ()


def definitions(reading: Reading) -> Iterator[DefinitionFact]:
    """The definition that opens a claim, if it does with one."""
    tree = reading.tree
    opened = opening(tree)
    if opened is None:
        return
    subject, behind = opened
    said = list(_said(tree, behind))
    told = any(tree.tokens[i].pos in _NOUNS or country(tree.folded(i)) for i in said)
    if (told or (behind and not said and _leads_to_place(tree, behind[0]))) and not _denied(tree, said):
        yield _definition(reading, subject, behind, said)


def opening(tree: Tree) -> tuple[list[int], list[int]] | None:
    """The words of a subject and those behind its copula, what stands in brackets left out; None without a copula."""
    outside = list(_outside_brackets(tree))
    at = next((n for n, i in enumerate(outside) if tree.folded(i) in tree.lexicon.copulas), 0)
    if not at or _opens_clause(tree, outside[:at]):
        return None
    return outside[:at], outside[at + 1 :]


def _denied(tree: Tree, said: Sequence[int]) -> bool:
    """Whether it is not said, or only said not to be all ("not only")."""
    return any(is_negative(tree.folded(i), tree.lexicon.lang) for i in said)


def _outside_brackets(tree: Tree) -> Iterator[int]:
    """The tokens that stand in no brackets."""
    depth = 0
    for i, token in enumerate(tree.tokens):
        step = sum(_BRACKETS.get(c, 0) for c in token.text)
        if depth <= 0 and step == 0:
            yield i
        depth = max(0, depth + step)


def _opens_clause(tree: Tree, subject: Sequence[int]) -> bool:
    """Whether more than a subject stands before the copula; what stands between commas or in quotes aside."""
    main, aside = [], False
    for i in subject:
        aside = aside != (tree.tokens[i].text in (",", '"', "«", "»", "“", "”"))
        if not aside:
            main.append(i)
    words = [i for i in main if i not in tree.entity_of]
    return any(tree.tokens[i].pos in _CLAUSE and tree.tokens[i].text[:1].islower() for i in words)


def _said(tree: Tree, behind: Sequence[int]) -> Iterator[int]:
    """The words of the predicate noun: up to a preposition, a relative pronoun, or a verb; "trained" dogs have none."""
    noun, opened = False, False
    for i in behind:
        token = tree.tokens[i]
        verbal = token.pos in ("VERB", "AUX") and (noun or not opened or "VerbForm=Fin" in token.morph)
        if token.pos in ("ADP", "SCONJ") or verbal or token.text in (";", ":", ".") or _relative(tree, i):
            return
        noun, opened = noun or token.pos in _NOUNS, opened or token.pos != "ADV"
        yield i


def _relative(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos == "PRON" and tree.lemma(i) in tree.lexicon.relatives


def _definition(reading: Reading, subject: list[int], behind: list[int], said: list[int]) -> DefinitionFact:
    tree = reading.tree
    heads = list(_heads(tree, said))
    topic = [i for i in subject if tree.tokens[i].pos not in ("DET", "PRON", "PUNCT") and _titled(tree, i)]
    first = [i for n, i in enumerate(topic) if i - topic[0] == n]
    people = [i for i in heads if person(tree.lemma(i), tree.lexicon.lang)]
    start, end = tree.text([*subject, *said])
    return DefinitionFact(
        start=start,
        end=end,
        # what a thing is, it is at all times
        scope=replace(scope_of(reading, [*heads, *said, *subject][0], None), dates=()),
        name=" ".join(folded(tree.tokens[i].text) for i in first),
        pronoun=not topic and _stands_for_name(tree, subject),
        topic=frozenset(folded(tree.tokens[i].text) for i in topic),
        last=folded(tree.tokens[first[-1]].text) if first else "",
        kinds=tuple((found, tree.text([i])) for i in heads if (found := kind(tree.lemma(i), tree.lexicon.lang))),
        person=tree.text(people[:1]) if people else None,
        countries=dict(_countries(tree, said)),
        sites={} if people else dict(_sites(tree, behind[len(said) :], heads)),
        year=_year(tree, said) or _year(tree, _labelling(tree, behind[len(said) :])),
        ordinals=frozenset(m for i in said for m in member(tree.lemma(i), tree.lexicon.lang) if m[0] == _RANK),
        owners=frozenset(_owners(tree, behind[len(said) :])),
        rank=_rank(tree, said),
        ranked=frozenset(_ranked(tree, said)),
        around=frozenset(_ranked_by(tree, behind[len(said) :])),
    )


def _stands_for_name(tree: Tree, subject: Sequence[int]) -> bool:
    """Whether a subject is a pronoun, or "the" and a noun for people or a kind of thing."""
    first, *rest = subject
    if not rest:
        return tree.tokens[first].pos == "PRON"
    known = kind(tree.lemma(rest[0]), tree.lexicon.lang) or person(tree.lemma(rest[0]), tree.lexicon.lang)
    return len(rest) == 1 and bool(known) and "Definite=Def" in tree.tokens[first].morph


def _titled(tree: Tree, i: int) -> bool:
    """Whether a word is one of a name: it is written with a capital, or holds a figure."""
    return tree.tokens[i].text[:1].isupper() or tree.tokens[i].text[:1].isdigit()


def _heads(tree: Tree, said: Sequence[int]) -> Iterator[int]:
    """The nouns that say what kind of thing it is: the last of each stretch in English, the first in French."""
    nouns = [i for i in said if tree.tokens[i].pos in _NOUNS]
    for i in (n for n in nouns if tree.tokens[n].text[:1].islower()):
        beside = i - 1 if tree.lexicon.lang == "fr" else i + 1
        joined = 0 <= beside < len(tree.tokens) and tree.tokens[beside].text in _HYPHENS
        if beside not in nouns and not joined:
            yield i


def _countries(tree: Tree, said: Sequence[int]) -> Iterator[tuple[str, Place]]:
    """The countries that the words of a predicate noun stand for; "American football" stands for none."""
    for i in said:
        nation = country(tree.folded(i))
        if nation and not _named_after(tree, i):
            yield nation, tree.text([i])


def _named_after(tree: Tree, i: int) -> bool:
    """Whether the word for a country is part of a name beside it: "American football", "football américain"."""
    beside = tree.tokens[max(0, i - 1) : i + 2]
    return any(folded(token.text) in tree.lexicon.named_after for token in beside)


def _sites(tree: Tree, behind: Sequence[int], heads: Sequence[int]) -> Iterator[tuple[str, Place]]:
    """The wide places named right behind a predicate noun, up to the next verb: "in Quimper, France", "of Spain"."""
    part = any(_part_of_land(tree, i) for i in heads)
    if not behind or not (_leads_to_place(tree, behind[0]) or (part and tree.lemma(behind[0]) in _BY)):
        return
    for i in behind:
        token = tree.tokens[i]
        located = tree.lexicon.sited.get(tree.lemma(i)) == "site"
        if (token.pos in ("VERB", "AUX", "PRON", "SCONJ") and not located) or token.text in (";", "."):
            return
        entity = tree.entity_of.get(i)
        if entity and rank(entity.key) >= REGION and not _named_after(tree, i):
            yield entity.key, (entity.start, entity.end)


def _owners(tree: Tree, behind: Sequence[int]) -> Iterator[str]:
    """The names right behind a predicate noun that tell whose or by whom it is, up to the next mark or verb."""
    if not behind or tree.lemma(behind[0]) not in _BY:
        return
    for i in behind[1:]:
        if tree.tokens[i].pos in ("VERB", "AUX", "PUNCT", "ADP"):
            return
        if (entity := tree.entity_of.get(i)) and rank(entity.key) < REGION:
            yield entity.key


def _rank(tree: Tree, said: Sequence[int]) -> tuple[frozenset[Member], Place] | None:
    """The place in an order that a predicate noun tells: by a word for it, the first by a superlative alone."""
    lang = tree.lexicon.lang
    told = next((i for i in said if _ordinals(tree, i)), None)
    if told is not None:
        return _ordinals(tree, told), tree.text([told])
    top = next((i for i in said if _superlative(tree, i)), None)
    return None if top is None else (member(tree.lexicon.top, lang), tree.text([top]))


def _superlative(tree: Tree, i: int) -> bool:
    """Whether a word makes its adjective the top of an order: "largest", "the most populous", "la plus grande"."""
    grading = tree.lemma(i) in tree.lexicon.more | tree.lexicon.less and tree.tokens[i].pos == "ADV"
    behind_the = grading and i > 0 and "Definite=Def" in tree.tokens[i - 1].morph
    return "Degree=Sup" in tree.tokens[i].morph or behind_the


def _ordinals(tree: Tree, i: int) -> frozenset[Member]:
    return frozenset(m for m in member(tree.lemma(i), tree.lexicon.lang) if m[0] == _RANK)


def _ranked(tree: Tree, said: Sequence[int]) -> Iterator[str]:
    """What is put in order: the nouns and adjectives of a predicate noun but for its rank."""
    for i in said:
        if tree.tokens[i].pos in ("NOUN", "PROPN", "ADJ") and not _ordinals(tree, i):
            yield tree.lemma(i)


def _ranked_by(tree: Tree, behind: Sequence[int]) -> Iterator[str]:
    """Among what, and by what, an order is: the names and nouns behind it, up to the next mark or verb."""
    for i in behind:
        if tree.tokens[i].pos in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON"):
            return
        if tree.is_nominal(i):
            yield tree.concept(i)


def _part_of_land(tree: Tree, i: int) -> bool:
    """Whether a thing of this kind lies in what it is "of": "a state of Peru", "a district of Peru"."""
    members = {word for _, word in kind(tree.lemma(i), tree.lexicon.lang)}
    return tree.lexicon.sited.get(tree.lemma(i)) == "site" or bool(members & _LANDS)


def _leads_to_place(tree: Tree, i: int) -> bool:
    """Whether a word leads to where something lies."""
    return tree.lemma(i) in tree.lexicon.sited_by or tree.lexicon.sited.get(tree.lemma(i)) == "site"


def _labelling(tree: Tree, behind: Sequence[int]) -> Sequence[int]:
    """The word behind a predicate noun and "of", which may be a year: "un film de 1990"."""
    return behind[1:2] if behind and tree.lemma(behind[0]) in _BY else ()


def _year(tree: Tree, said: Sequence[int]) -> tuple[int, Place] | None:
    """The year that narrows a predicate noun: "a 1990 film"."""
    for i in said:
        text = tree.tokens[i].text
        if len(text) == 4 and text.isdecimal() and _EARLIEST < int(text) < _LATEST:
            return int(text), tree.text([i])
    return None
