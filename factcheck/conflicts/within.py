"""A short sentence inside a longer one: what it tells that the longer one, which tells all the rest, does not."""

from __future__ import annotations

from functools import lru_cache

from factcheck.facts import Reading
from factcheck.facts.signs import stem
from factcheck.parse.tree import Tree

# Parts of speech that say something of their own.
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
# A passive's subject is what its verb is done to.
_ONE_ROLE = {"nsubj:pass": "obj", "obl:agent": "nsubj"}


def untold(long: Reading, short: Reading) -> tuple[list[int], int]:
    """The words of the short claim that the long one lacks, and how many of those behind its subject it holds.

    None where the subject itself is another; its names may stand for a pronoun of the long claim. A claim that
    denies something, or tells what was only tried, is not asked about.
    """
    if any(frame.negated or frame.tried for r in (long, short) for frame in r.frames):
        return [], 0
    held, subject = _held(long), _subject(short)
    behind = [i for i in short.places if short.tree.tokens[i].pos in _TELLING and i not in subject]
    lacking = [i for i in behind if not _stands_in(short, i, held)]
    strange = (i for i in subject if short.tree.tokens[i].pos in _TELLING and not _stands_in(short, i, held))
    if any(not _of_name(short, i) for i in strange):
        return [], 0
    return lacking, len(behind) - len(lacking)


def one_place(long: Reading, i: int, short: Reading, j: int) -> bool:
    """Whether two words have one role: they hang on one word by one preposition, or by one relation."""
    one, other = (_above(r.tree, n) for r, n in ((long, i), (short, j)))
    return bool(one) and one == other and _how(long.tree, i) == _how(short.tree, j)


# Each claim is held against several others.
@lru_cache(maxsize=8192)
def _held(reading: Reading) -> frozenset[str]:
    """The stems and concepts of all words of a claim."""
    tree = reading.tree
    return frozenset(word for i in reading.places for word in (stem(tree, i), tree.concept(i)))


def _stands_in(reading: Reading, i: int, held: frozenset[str]) -> bool:
    return stem(reading.tree, i) in held or reading.tree.concept(i) in held


def _subject(reading: Reading) -> frozenset[int]:
    """The words of the subject of a claim's main predicate."""
    tree = reading.tree
    heads = (i for i, t in enumerate(tree.tokens) if t.dep.startswith("nsubj") and tree.tokens[t.head].dep == "root")
    return frozenset(n for i in heads for n in tree.subtree(i))


def _of_name(reading: Reading, i: int) -> bool:
    """Whether a word is one of a name, for which the longer claim may have another, or a pronoun."""
    return i in reading.tree.entity_of or reading.tree.tokens[i].pos == "PROPN"


def _above(tree: Tree, i: int) -> str:
    """The stem of the word that a word hangs on."""
    head = tree.tokens[i].head
    return stem(tree, head) if head != i else ""


def _how(tree: Tree, i: int) -> str:
    """The preposition by which a word hangs on another, or else the relation."""
    dep = tree.tokens[i].dep
    return next((tree.lemma(c) for c in tree.children(i, "case")), "") or _ONE_ROLE.get(dep, dep.split(":")[0])
