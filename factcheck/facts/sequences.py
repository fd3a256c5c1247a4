"""Sequences: which of two events came first ("une explosion suivie d'un feu", "le feu a provoqué l'explosion").

A cause comes before what it brings about. The events and the words that put them in order stand in
`lang/<language>/disputes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.base import Reading, Scope, governor, scope_of
from factcheck.model import Modality
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Tree

# Two tokens, of the earlier event and of the later one.
Couple = tuple[int, int]
_BY = frozenset({"de", "par", "by"})
_POINTING = frozenset({"ce", "c'", "it", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceFact:
    """An event came before another; both are told by their shared ids."""

    start: int
    end: int
    scope: Scope
    first: str
    then: str

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Sequences of two events meet, in whichever order."""
        return (("sequence", " ".join(sorted((self.first, self.then)))),)


def sequences(reading: Reading) -> tuple[SequenceFact, ...]:
    """The orders of two events that a claim tells."""
    found = (*_governed(reading), *_placed(reading))
    facts = (_fact(reading, at, first, then) for at, (first, then) in found)
    return tuple(fact for fact in facts if fact is not None)


def _governed(reading: Reading) -> Iterator[tuple[int, Couple]]:
    """ "X a provoqué Y", "Y a suivi X", "X, suivi de Y", "X a précédé Y"."""
    tree, lang = reading.tree, reading.tree.lexicon.lang
    forward = disputes(lang, "causing") | disputes(lang, "preceding")
    for frame in reading.frames:
        backward = frame.lemma in disputes(lang, "following")
        if frame.negated or not frame.stated or not (backward or frame.lemma in forward):
            continue
        doer, done = _doer(tree, frame), _done(reading, frame)
        if doer is not None and done is not None:
            yield frame.index, ((done, doer) if backward else (doer, done))


def _doer(tree: Tree, frame: Frame) -> int | None:
    """What brings about, precedes or follows: the subject, or what a participle has behind "de" or "par"."""
    behind = [c for c in tree.children(frame.index, "obl") if c > frame.index and tree.phrase(c).case in _BY]
    heads = behind or ([frame.subject.head] if frame.subject else [])
    return _event(tree, heads[0]) if heads else None


def _done(reading: Reading, frame: Frame) -> int | None:
    """What is brought about, preceded or followed: the object or, of a bare participle, what the clause is about."""
    tree = reading.tree
    own = frame.object or frame.subject
    found = _event(tree, own.head) if own else None
    if found is not None or tree.children(frame.index, "aux", "cop") or "Fin" in tree.tokens[frame.index].morph:
        return found
    above = (f for i in tree.ancestors(frame.index) for f in reading.frames if f.index == i)
    subjects = (f.subject or f.object for f in above)
    return next((_event(tree, p.head) for p in subjects if p), None)


def _placed(reading: Reading) -> Iterator[tuple[int, Couple]]:
    """ "Y après X", "X est survenu avant Y"."""
    tree, lang = reading.tree, reading.tree.lexicon.lang
    for i in range(len(tree.tokens)):
        case = tree.phrase(i).case if tree.is_dep(i, "obl", "nmod") else None
        after, before = (case in disputes(lang, key) for key in ("behind", "ahead"))
        other = _event(tree, i) if after or before else None
        here = _over(reading, i) if other is not None else None
        if here is not None and other is not None:
            yield i, ((other, here) if after else (here, other))


def _over(reading: Reading, i: int) -> int | None:
    """The event that a phrase of time hangs from: a noun, a verb, or the subject of a verb of happening."""
    tree = reading.tree
    head = tree.tokens[i].head
    if _event(tree, head) is not None:
        return head
    frame = next((f for f in reading.frames if f.index == head and not f.negated), None)
    about = (frame.subject or frame.object) if frame else None
    happened = frame is not None and frame.lemma in disputes(tree.lexicon.lang, "happening")
    return _event(tree, about.head) if about and happened else None


def _event(tree: Tree, i: int) -> int | None:
    """The token of an event at `i`, that a pronoun there stands for, or that a cleft sets before it.

    Of another one of its kind ("une seconde explosion") none.
    """
    events, others = (disputes(tree.lexicon.lang, key) for key in ("events", "more"))
    if tree.lemma(i) in tree.lexicon.relatives:
        i = next((n for n in range(i - 1, -1, -1) if tree.tokens[n].pos != "PUNCT"), i)
    cleft = [n for n in tree.ancestors(i) if _cleft(tree, n)]
    at = next((n for n in (i, *cleft) if {tree.lemma(n), tree.concept(n)} & events), None)
    return None if at is None or any(tree.lemma(c) in others for c in tree.children(at)) else at


def _cleft(tree: Tree, i: int) -> bool:
    """Whether a word is what "c'est …" or "it was …" points at."""
    return bool(tree.children(i, "cop")) and any(tree.lemma(c) in _POINTING for c in tree.children(i, "nsubj"))


def _fact(reading: Reading, at: int, first: int, then: int) -> SequenceFact | None:
    tree, frame = reading.tree, governor(reading, at)
    names = tree.concept(first), tree.concept(then)
    supposed = frame is not None and (frame.able or frame.modality in (Modality.PLANNED, Modality.POSSIBLE))
    if names[0] == names[1] or supposed:
        return None
    start, end = tree.text(sorted((first, then)))
    return SequenceFact(start=start, end=end, scope=scope_of(reading, at, frame), first=names[0], then=names[1])
