"""Relations: what a thing has one of (a maker, a birthplace) is said to be two."""

from __future__ import annotations

from factcheck.conflicts.align import rivals, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import Reading, RelationFact
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.groups import exclude, kind, person
from factcheck.parse.places import apart

# All below what a corpus asks for: a work may have several makers, a name several bearers. Sentences that somebody
# holds side by side speak of one thing even where one of them says only "it".
_NAMED, _KIND, _PRONOUN = 0.45, 0.4, 0.3
MOST = _NAMED


def other_relation(a: Reading, b: Reading) -> Clash | None:
    """A thing has one such relation, and two values of it are told.

    Clashes: "le film a été réalisé par Morvan" / "le film réalisé par Kerbrat". Harmless: "réalisé par Morvan et
    Kerbrat" / "réalisé par Kerbrat"; "la musique a été écrite par Morvan" / "le livret a été écrit par Kerbrat".
    """
    for f in facts_of(a, RelationFact):
        for g in facts_of(b, RelationFact):
            if f.relation != g.relation or not _exclude(a, f, b, g):
                continue
            strength = _one_thing(f, g, a.claim.lang)
            if strength:
                return _clash(a, b, f, g, strength)
    return None


def _one_thing(f: RelationFact, g: RelationFact, lang: str) -> float:
    """How surely two relations are those of one thing on one occasion, 0 where they are not."""
    if rivals(f.beside, g.beside)[0]:
        return 0.0
    if f.names and g.names:
        return _NAMED if shared_names(f.names, g.names) and not rivals(f.names, g.names)[0] else 0.0
    if f.thing is None or g.thing is None:
        return _PRONOUN
    return _KIND if f.thing == g.thing or _one_kind(f.thing, g.thing, lang) else 0.0


def _one_kind(one: str, other: str, lang: str) -> bool:
    """Whether two nouns are for one kind of thing: "the film" and "the movie", "the league" and "the season"."""
    return bool(kind(one, lang) & kind(other, lang))


def _exclude(a: Reading, f: RelationFact, b: Reading, g: RelationFact) -> bool:
    """Whether the values exclude each other: of places, whether they lie apart.

    Of others, none is spoken of on the other side, in whatever role, or each side lists one that the other does not.
    """
    if f.unknown or g.unknown:
        return f.unknown != g.unknown and bool(f.members or g.members)
    if f.place and g.place:
        return apart(f.value, g.value)
    if _several(f, g) or _several(g, f):
        return True
    if not f.value or not g.value:
        return exclude(f.kinds, g.kinds)
    spoken_a, spoken_b = _spoken(a), _spoken(b)
    values = (f.members, g.members) if f.members and g.members else (f.value, g.value)
    if not shared_names(values[0], spoken_b) and not shared_names(values[1], spoken_a):
        return True
    if f.whole and g.whole:
        return _lacks(f.members, g.members) or _lacks(g.members, f.members)
    listed = len(f.members) > 1 and len(g.members) > 1
    return listed and _lacks(spoken_b, f.members) and _lacks(spoken_a, g.members)


def _spoken(reading: Reading) -> frozenset[str]:
    """The names that a claim and its neighbours speak of; "the King" alone is nobody's name."""
    lang = reading.claim.lang
    return frozenset(name for name in reading.names | reading.near_names if not person(name, lang))


def _several(f: RelationFact, g: RelationFact) -> bool:
    """Whether one is told to be several and the other is one."""
    return f.several and not f.members and len(g.members) == 1 and not g.several


def _lacks(spoken: frozenset[str], members: frozenset[str]) -> bool:
    """Whether one of some names is not spoken of."""
    return len(shared_names(members, spoken)) < len(members)


def _clash(a: Reading, b: Reading, f: RelationFact, g: RelationFact, strength: float) -> Clash:
    return Clash(
        kind=Kind.IDENTITY,
        level="other relation",
        severity=Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"“{a.slice(f.start, f.end)}” against “{b.slice(g.start, g.end)}” ({f.relation})",
        reconciled_by=(Reconciler.SCOPE,),
    )
