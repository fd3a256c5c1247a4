"""Ties that cannot be turned round: who owns, follows, beats or begets whom, by verb or noun, from either side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.facts.base import Reading, Scope, denied, governor, scope_of
from factcheck.lang import theme
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "punct"})
_APART = _CLAUSES | {"cop", "nsubj", "nsubj:pass", "aux", "conj"}
_BARE = _APART | {"appos", "nmod"}
# What sets a name apart from its label, and how many words may stand in front of it ("le défunt X").
_MARKS = frozenset(",-–—(")
_FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFact:
    """`over` stands above `under` (keys of names) in `tie`. `start`/`end` are those of the word that says so."""

    start: int
    end: int
    scope: Scope
    tie: str
    over: frozenset[str]
    under: frozenset[str]

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Ties meet over their kind and a name."""
        return tuple(("tie", f"{self.tie} {name}") for name in sorted(self.over | self.under))


@cache
def _ties(lang: str) -> Mapping[str, tuple[str, bool]]:
    """Word -> the tie it tells of, and whether what it is said of stands over the other."""
    told = theme("ties", lang)["ties"].items()
    return {word: (tie, side == "over") for tie, sides in told for side, words in sides.items() for word in words}


@cache
def _other(lang: str) -> frozenset[str]:
    return frozenset(theme("ties", lang)["other"])


def ties(reading: Reading) -> tuple[TieFact, ...]:
    """The ties that a claim tells of, planned ones too."""
    tree = reading.tree
    words = _ties(tree.lexicon.lang)
    found: list[TieFact | None] = []
    for frame in reading.frames:
        if frame.lemma in words and tree.tokens[frame.index].pos == "VERB" and not (frame.negated or frame.pending):
            found.append(_fact(reading, frame.index, words[frame.lemma], *_done(tree, frame)))
    for i, token in enumerate(tree.tokens):
        if token.pos == "NOUN" and tree.lemma(i) in words and not (_linked(tree, i) and denied(reading, i)):
            said_of = (tree.names(tree.subtree(n, outside=_BARE)) for n in bearers(tree, i))
            found += [_fact(reading, i, words[tree.lemma(i)], names, _of(tree, i)) for names in said_of]
    return tuple(fact for fact in found if fact)


def _done(tree: Tree, frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
    """The names of who does it and of whom it is done to: "X possède Y", "Y a été racheté par X", "X perd contre Y".

    A parser often takes them for phrases beside the verb.
    """
    cases = _other(tree.lexicon.lang) | {None}
    other = next((p for p in frame.obliques if p.case in cases and p.names and not _dated(p)), None)
    done_to = frame.object if frame.object and (frame.object.names or tree.children(frame.index, "aux:pass")) else other
    return _held(tree, frame.subject), _held(tree, done_to)


def _dated(phrase: Phrase) -> bool:
    """Whether a name is the only thing a phrase holds and that a year or number."""
    return all(name.isdigit() for name in phrase.names)


def _held(tree: Tree, phrase: Phrase | None) -> frozenset[str]:
    return frozenset() if phrase is None else tree.names(_own(tree, phrase.head))


def bearers(tree: Tree, i: int) -> list[int]:
    """The words a noun is said of: "X est une filiale …", "X, filiale …", "le successeur de Y, X, …"."""
    if _linked(tree, i):
        return tree.children(i, "nsubj")
    heads = tree.children(i, "appos") or ([tree.tokens[i].head] if tree.is_dep(i, "appos") else [])
    if heads:
        return heads
    named = _named_in_front(tree, i), _named_behind(tree, max(tree.subtree(i, outside=_CLAUSES | {"appos", "conj"})))
    return [n for n in named if n is not None][:1]


def _named_in_front(tree: Tree, i: int) -> int | None:
    """The name and comma in front of a noun, whatever a parser takes it for: "…, accuse X, un élève de Y"."""
    start = min(tree.subtree(i, outside=_CLAUSES | {"nsubj", "nmod"}))
    comma = start > 1 and tree.tokens[start - 1].text == "," and start - 2 in tree.entity_of
    listed = "Number=Plur" in tree.tokens[i].morph or bool(tree.children(i, "cc"))
    return start - 2 if comma and not listed else None


def _linked(tree: Tree, i: int) -> bool:
    """Whether a noun is a predicate: "X est propriétaire de Y"."""
    return bool(tree.children(i, "cop", "aux"))


def _named_behind(tree: Tree, end: int) -> int | None:
    """The name that stands behind a label and what brackets add to it: "le successeur de Y (…), le jeune X, …"."""
    if tree.tokens[end + 1 : end + 2] and tree.tokens[end + 1].text == "(":
        end = next((n for n in range(end, len(tree.tokens)) if tree.tokens[n].text == ")"), end)
    if end + 1 in tree.entity_of:
        return end + 1
    if end + 1 >= len(tree.tokens) or tree.tokens[end + 1].text not in _MARKS:
        return None
    for n in range(end + 2, min(end + 2 + _FEW, len(tree.tokens))):
        if n in tree.entity_of:
            return n
        if tree.tokens[n].pos not in ("DET", "ADJ", "NOUN"):
            return None
    return None


def _of(tree: Tree, i: int) -> frozenset[str]:
    """The names that a noun is of: "le successeur de Y", "une filiale du groupe Y"."""
    cases = _other(tree.lexicon.lang)
    below = (c for c in tree.children(i, "nmod") if any(tree.lemma(m) in cases for m in tree.children(c, "case")))
    return next((names for c in below if (names := tree.names(_own(tree, c)))), frozenset())


def _own(tree: Tree, i: int) -> list[int]:
    """The words of a noun's phrase without its clauses and what is listed with it."""
    return tree.subtree(i, outside=_APART)


def _fact(
    reading: Reading, at: int, tie: tuple[str, bool], said_of: frozenset[str], other: frozenset[str]
) -> TieFact | None:
    if not said_of or not other or said_of & other:
        return None
    token = reading.tree.tokens[at]
    return TieFact(
        start=token.start,
        end=token.end,
        scope=scope_of(reading, at, governor(reading, at)),
        tie=tie[0],
        over=said_of if tie[1] else other,
        under=other if tie[1] else said_of,
    )
