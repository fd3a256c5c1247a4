"""Tolls: something befell nobody here, and somebody there."""

from __future__ import annotations

from dataclasses import replace

from factcheck.conflicts.align import rivals, same_event, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import Reading, TollFact
from factcheck.facts.base import Scope
from factcheck.facts.fates import words_of
from factcheck.facts.tolls import against, opposed
from factcheck.model import Kind, Reconciler, Severity

# One story; two sentences that somebody holds side by side.
_STORY, _ALONE = 0.6, 0.4
# So many common words tell that two sentences are of one event.
_SHARED = 2


def none_against_some(a: Reading, b: Reading) -> Clash | None:
    """Nobody met a fate here, and somebody did there.

    Clashes: "aucun blessé" / "deux pompiers ont été blessés". Harmless: "aucun pompier n'a été blessé" / "deux
    riverains ont été blessés"; "aucun blessé grave" / "deux blessés".
    """
    if a.claim.source == b.claim.source:
        return None
    for f in facts_of(a, TollFact):
        for g in facts_of(b, TollFact):
            none, some = (f, g) if f.none else (g, f)
            strength = _strength(a, b, none, some) if against(none, some) else 0.0
            if strength:
                return _clash(a, b, f, g, strength)
    return None


def both_may_be(a: Reading, b: Reading) -> bool:
    """Whether one tells of nobody, the other of somebody, and both may be so: of two sorts, of some only.

    "Aucun pompier n'a été blessé" denies "deux riverains ont été blessés" in none of its words.
    """
    mine, theirs = facts_of(a, TollFact), facts_of(b, TollFact)
    met = [(x, y) for f in mine for g in theirs for x, y in ((f, g), (g, f)) if opposed(x, y)]
    return bool(met) and not any(against(x, y) for x, y in met)


def _strength(a: Reading, b: Reading, none: TollFact, some: TollFact) -> float:
    """How surely both are told of one event, 0 to 1; an attacker is no victim of it."""
    if some.aside != none.aside or (some.attacker and not none.sorts):
        return 0.0
    for_none, for_some = (a, b) if none in facts_of(a, TollFact) else (b, a)
    here, there = _places(for_none, none), _places(for_some, some)
    if rivals(here, there)[0] and not shared_names(here, there):
        return 0.0
    if same_event(a, b):
        return _STORY if there == shared_names(there, for_none.story.names) else 0.0
    return _ALONE if shared_names(a.names, b.names) or len(_around(a) & _around(b)) >= _SHARED else 0.0


def _places(reading: Reading, fact: TollFact) -> frozenset[str]:
    """The names of a fact's clause but for those of whom it tells, and of who says so."""
    return fact.scope.names - shared_names(fact.scope.names, fact.names | reading.speakers)


def _around(reading: Reading) -> frozenset[str]:
    """What a claim speaks of but for people and what befalls them."""
    lexicon, words = reading.tree.lexicon, words_of(reading.claim.lang)
    return reading.topic - words.harm - lexicon.people - lexicon.generic - words.befalling


def _clash(a: Reading, b: Reading, f: TollFact, g: TollFact, strength: float) -> Clash:
    some = g if f.none else f
    return Clash(
        kind=Kind.NUMERIC,
        level="none against some",
        severity=Severity.CONFLICT if strength >= _STORY else Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=_unnamed(f.scope),
        scope_b=_unnamed(g.scope),
        why=f"“{a.slice(f.start, f.end)}” against “{b.slice(g.start, g.end)}” ({', '.join(sorted(f.fates & g.fates))})",
        reconciled_by=() if strength >= _STORY else (Reconciler.SCOPE,),
        revisable=bool(some.fates & words_of(a.claim.lang).rising),
    )


def _unnamed(scope: Scope) -> Scope:
    """A scope without its names, which are compared here already."""
    return replace(scope, names=frozenset())
