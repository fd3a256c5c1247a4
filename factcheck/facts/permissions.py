"""Permissions: which act is allowed or forbidden, on what, towards whom, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.base import Reading, Scope, governor, scope_of
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

# How many tokens may stand between the word that permits and the act it permits.
_REACH = 8
# What hangs below an act without being part of it.
_ASIDE = frozenset({"conj", "cc", "punct", "advcl", "parataxis", "acl:relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionFact:
    """`act` (a class of acts) on `object` is allowed (+1) or forbidden (-1).

    `names` are the names in the act's phrase (what is sold, to whom); `authority` who allows or forbids,
    where the claim says it.
    """

    start: int
    end: int
    scope: Scope
    sign: int
    act: str
    word: str
    object: Phrase | None
    names: frozenset[str]
    authority: Phrase | None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Permissions meet over the class of acts."""
        return (("permission", self.act),)


def permissions(reading: Reading) -> tuple[PermissionFact, ...]:
    """The permission facts of a claim, one an act: where two words permit the same act, the outer one counts."""
    tree = reading.tree
    found: dict[int, PermissionFact] = {}
    for i in range(len(tree.tokens)):
        sign = _sign(reading, i)
        act = _act_under(tree, i) if sign else None
        if sign and act is not None and act not in found:
            found[act] = _fact(reading, i, act, sign)
    for frame in reading.frames:
        if frame.able and frame.negated and tree.lemma(frame.index) in tree.lexicon.acts and frame.index not in found:
            found[frame.index] = _fact(reading, frame.index, frame.index, -1)
    return tuple(found[act] for act in sorted(found))


def _sign(reading: Reading, i: int) -> int:
    """+1 or -1 where the word at `i` allows or forbids, turned round by its negation; else 0."""
    sign = reading.tree.lexicon.permission.get(reading.tree.lemma(i), 0)
    frame = next((f for f in reading.frames if f.index == i), None)
    if sign and frame and frame.negated:
        return -sign
    return sign


def _act_under(tree: Tree, i: int) -> int | None:
    """The act that the word at `i` permits: the nearest act word below it, or just behind it."""
    got = tree.tokens[i].head if tree.lemma(tree.tokens[i].head) in tree.lexicon.obtain else i
    for top in (i, got):
        below = [n for n in tree.subtree(top) if n != i and tree.lemma(n) in tree.lexicon.acts]
        if below:
            return min(below, key=lambda n: abs(n - i))
    behind = range(i + 1, min(i + 1 + _REACH, len(tree.tokens)))
    return next((n for n in behind if tree.lemma(n) in tree.lexicon.acts), None)


def _fact(reading: Reading, word: int, act: int, sign: int) -> PermissionFact:
    tree = reading.tree
    inside = tree.subtree(act, outside=_ASIDE)
    frame = governor(reading, word)
    target = _object(tree, act, reading)
    start, end = tree.text([*inside, word])
    names = _names(reading, act)
    return PermissionFact(
        start=start,
        end=end,
        scope=scope_of(reading, act, frame),
        sign=sign,
        act=tree.lexicon.acts[tree.lemma(act)],
        word=tree.tokens[word].text,
        object=target,
        names=names,
        authority=_authority(reading, word, frame),
    )


def _names(reading: Reading, act: int) -> frozenset[str]:
    """The names from the act to the end of the claim, and those of a passive's subject."""
    tree = reading.tree
    later = [i for i in range(act, len(tree.tokens)) if i in tree.entity_of]
    frame = next((f for f in reading.frames if f.index == act), None)
    subject = frame.object.names if frame and frame.object else frozenset()
    return tree.names(later) | subject


def _object(tree: Tree, act: int, reading: Reading) -> Phrase | None:
    """What is sold, entered, built …: the object of the verb, or what follows the noun by "de"."""
    frame = next((f for f in reading.frames if f.index == act), None)
    if frame:
        return frame.object or frame.subject
    below = [tree.phrase(c) for c in tree.children(act, "nmod", "obl", "obj")]
    return next((p for p in below if p.case in (None, "de", "of", "à", "to")), None)


def _authority(reading: Reading, word: int, frame: Frame | None) -> Phrase | None:
    """Who allows or forbids: "par X" behind a noun, a verb's subject, or from whom a licence is obtained."""
    tree = reading.tree
    by = next((p for p in _dependents(tree, word) if p.case in ("par", "by")), None)
    if by:
        return by
    if frame and frame.index == word:
        return None if frame.lemma in tree.lexicon.resume else frame.subject
    if frame and frame.lemma in tree.lexicon.obtain:
        given = (*(p for p in _dependents(tree, word) if p.case in ("de", "of")), *frame.roles)
        return next((p for p in given if p.case in ("de", "from", "of", "auprès") and p.names), None)
    return None


def _dependents(tree: Tree, i: int) -> Iterator[Phrase]:
    """The prepositional phrases that hang on token `i`."""
    return (tree.phrase(c) for c in tree.children(i, "nmod", "obl"))
