"""Fillers: one event with two fillers of a role that has one: who found it, to whom it went, in which place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.conflicts.align import akin, rivals, same_phrase, same_story, shared_names
from factcheck.conflicts.detectors.base import Clash
from factcheck.conflicts.detectors.dates import disjoint
from factcheck.conflicts.detectors.events import told_by_both
from factcheck.facts import Reading, scope_of
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase

# The act, what it is done to and the story agree.
_STRENGTH = 0.55
_TO = frozenset({"à", "au", "aux", "to"})
# In or on a place, not near it.
_AT = _TO - {"to"} | {"dans", "sur", "en", "in", "inside", "on", "at"}
# Clauses below a predicate that tell of something else.
_OTHER = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "parataxis", "conj"})
# The phrases of a role on either side, where there are such.
Fillers = tuple[Phrase, Phrase]
Couple = tuple[Phrase | None, Phrase | None]


def other_filler(a: Reading, b: Reading) -> Clash | None:
    """One act is told with two doers, addressees or places, of which it has one.

    Clashes: "des joggeurs ont découvert le corps" / "des pêcheurs ont découvert le corps". Harmless: "la police a
    découvert des armes" / "des pêcheurs ont découvert le corps".
    """
    acts = told_by_both(a, b)
    if not acts or not same_story(a, b) or _dated_apart(a, b):
        return None
    for f, g in acts:
        found = next(_fillers(a, b, f, g), None)
        if found:
            return _clash(a, b, f, g, found)
    return None


def _dated_apart(a: Reading, b: Reading) -> bool:
    """Whether a date of one has no day in common with any of the other's."""
    dated = [[d for d in r.claim.dates if d.first and d.last] for r in (a, b)]
    return bool(dated[0] and dated[1]) and all(disjoint(d, e) for d in dated[0] for e in dated[1])


def _fillers(a: Reading, b: Reading, f: Frame, g: Frame) -> Iterator[Fillers]:
    """The roles in which the two differ, where what the act is done to agrees."""
    lang = a.tree.lexicon.lang
    subjects = (_meant(a, f.subject), _meant(b, g.subject))
    objects = (_meant(a, f.object), _meant(b, g.object))
    same_object, same_subject = _one(objects), _one(subjects)
    asked: list[Couple] = []
    if f.predicate in disputes(lang, "once") and same_object and _sited(a, f) == _sited(b, g):
        asked.append(subjects)
    if f.lemma in disputes(lang, "addressing") and same_object and (same_subject or None in subjects):
        asked.append((_to(a, f), _to(b, g)))
    if same_object or (same_subject and objects == (None, None)):
        asked.append((_place(a, f), _place(b, g)))
    for p, q in asked:
        if p and q and _two(a, b, p, q):
            yield p, q


def _meant(reading: Reading, phrase: Phrase | None) -> Phrase | None:
    """The phrase that a relative pronoun stands for, or the phrase itself."""
    return None if phrase is None else _antecedent(reading, phrase.head)


# Each claim is held against dozens of others.
@lru_cache(maxsize=8192)
def _antecedent(reading: Reading, i: int) -> Phrase:
    return reading.tree.phrase(reading.tree.antecedent(i))


def _one(couple: Couple) -> bool:
    p, q = couple
    return p is not None and q is not None and same_phrase(p, q) and not rivals(p.names, q.names)[0]


def _two(a: Reading, b: Reading, p: Phrase, q: Phrase) -> bool:
    """Whether two phrases name two: nouns that say who, with nothing in common."""
    if akin(p, q) or shared_names(a.called(p), b.called(q)):
        return False
    officials = disputes(a.tree.lexicon.lang, "officials")
    vague = a.tree.lexicon.generic | a.tree.lexicon.empty
    nouns = all(r.tree.tokens[x.head].pos in ("NOUN", "PROPN") for r, x in ((a, p), (b, q)))
    return nouns and not {p.concept, q.concept} & vague and not {p.lemma, q.lemma} <= officials


@lru_cache(maxsize=8192)
def _behind(reading: Reading, predicate: int) -> tuple[Phrase, ...]:
    """The phrases with a preposition behind a predicate, however deep the parse hangs them in its clause."""
    tree = reading.tree
    inside = tree.subtree(predicate, outside=_OTHER)
    return tuple(tree.phrase(i) for i in inside if i > predicate and tree.is_dep(i, "nmod", "obl"))


def _sited(reading: Reading, frame: Frame) -> bool:
    """Whether an act is set in a place by name: "remporte l'élection au Havre" is not of any election."""
    return any(p.names and p.case in _AT for p in _behind(reading, frame.index))


def _to(reading: Reading, frame: Frame) -> Phrase | None:
    """The one to whom something goes."""
    return next((p for p in _behind(reading, frame.index) if p.case in _TO), None)


def _place(reading: Reading, frame: Frame) -> Phrase | None:
    """Where a frame is set, if it is in a building, on a road or the like."""
    places = disputes(reading.tree.lexicon.lang, "places")
    return next((p for p in _behind(reading, frame.index) if p.lemma in places and p.case in _AT), None)


def _clash(a: Reading, b: Reading, f: Frame, g: Frame, fillers: Fillers) -> Clash:
    p, q = fillers
    said = [f"“{r.slice(x.start, x.end)}”" for r, x in ((a, p), (b, q))]
    return Clash(
        kind=Kind.IDENTITY,
        level="other filler",
        severity=Severity.TENSION,
        strength=_STRENGTH,
        focus_a=(p.start, p.end),
        focus_b=(q.start, q.end),
        scope_a=scope_of(a, f.index, f),
        scope_b=scope_of(b, g.index, g),
        why=f"“{a.slice(f.start, f.end)}” with {said[0]} against {said[1]}",
        reconciled_by=(Reconciler.SCOPE,),
    )
