"""Words a denial turns on: what they stem from, which show or find something, on which side of a scale they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.parse.lexicon import disputes
from factcheck.parse.negation import negators
from factcheck.parse.tree import Tree

# How many words up the tree the one of showing may stand.
_REACH = 4

# What every event that is a crime is as well.
CRIME = "crime"

# A scale, the side of it, and the offsets of the word that stands there.
Side = tuple[str, int, int, int]


def stem(tree: Tree, i: int) -> str:
    """The stem of the word at `i`; a name's words are stemmed one by one, so that "Brest" meets "brestois"."""
    return tree.lexicon.stem(tree.lemma(i))


def stems(tree: Tree, indices: Iterable[int]) -> frozenset[str]:
    """The stems of those of some words that say something."""
    return frozenset(stem(tree, i) for i in indices if tree.has_content(i))


def sides(tree: Tree, indices: Iterable[int]) -> Iterator[Side]:
    """Which words stand on which side of a scale; "peu dense" is not "dense"."""
    for i in indices:
        little = [c for c in tree.children(i, "advmod") if tree.folded(c).lower() in tree.lexicon.little]
        start, end = tree.text([*little, i])
        for scale, sign in tree.lexicon.exchanges.get(tree.lemma(i), ()):
            yield scale, -sign if little else sign, start, end


def shows(tree: Tree, i: int) -> bool:
    """Whether a word is one of showing; "se trouver" is to be somewhere."""
    found = {tree.lemma(i), tree.concept(i)} & tree.lexicon.evidence
    return bool(found) and not any(tree.tokens[c].dep.startswith("expl") for c in tree.children(i))


def shown(tree: Tree, indices: Iterable[int]) -> list[int]:
    """Those of some words that stand under one of showing ("a conclu à …") or are held for certain.

    None where there is mere suspicion.
    """
    if any(tree.lemma(i) in tree.lexicon.suspicion and not certain(tree, i) for i in range(len(tree.tokens))):
        return []
    above = ((i, list(islice(tree.ancestors(i), _REACH))) for i in indices)
    return [i for i, words in above if any(shows(tree, n) or certain(tree, n) for n in words)]


def certain(tree: Tree, i: int) -> bool:
    """Whether a predicate holds what it is said of for certain: "est un fait", "n'est plus une hypothèse"."""
    lang = tree.lexicon.lang
    denied = bool(negators(tree.tokens, i, lang, tree.children))
    if tree.lemma(i) in disputes(lang, "certain") and tree.children(i, "cop"):
        return not denied
    doubted = [n for n in (i, *tree.children(i, "obj")) if tree.lemma(n) in disputes(lang, "doubts")]
    return any(denied or negators(tree.tokens, n, lang, tree.children) for n in doubted)


def events(tree: Tree, indices: Iterable[int]) -> frozenset[str]:
    """The events among some words that leave signs to be found; some of them are crimes."""
    found = stems(tree, indices) & tree.lexicon.findings
    return found | {CRIME} if found & disputes(tree.lexicon.lang, "crimes") else found


def sought(tree: Tree, words: list[int]) -> frozenset[str]:
    """The events that no sign is said to be of; who finds no deliberate one may find another."""
    lang = tree.lexicon.lang
    if not any(shows(tree, i) for i in words):
        return frozenset()
    if any(tree.lemma(i) in disputes(lang, "criminal") for i in words):
        return frozenset({CRIME})
    purpose = any(tree.lemma(i) in disputes(lang, "purpose") for i in words)
    return frozenset() if purpose else events(tree, words) - {CRIME}


def narrows(tree: Tree, i: int) -> bool:
    """Whether a denial may bear on this word alone: "n'a pas dénombré 50 000 personnes", "pas délibérément"."""
    token = tree.tokens[i]
    manner = token.pos == "ADV" and token.text.lower().endswith(("ment", "ly"))
    return token.text[:1].isdigit() or (manner and tree.lemma(i) not in tree.lexicon.timing)
