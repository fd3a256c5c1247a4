"""Reasons why two facts may differ without contradicting each other.

Each veto looks at a clash and its two readings, and gives a `Veto` or None. A veto that `explains` takes
the clash out of the findings (it is shown with `--explained`); one that does not makes a conflict a tension.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.align import rivals, shared_names
from factcheck.detectors.base import Clash, listed
from factcheck.facts import Reading
from factcheck.model import Article, Kind, Modality, Reconciler, Severity
from factcheck.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """A reason, in the contract's word and in one for a person."""

    reason: Reconciler
    words: str
    explains: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The two readings of a clash with their articles."""

    a: Reading
    b: Reading
    article_a: Article
    article_b: Article


def other_period(clash: Clash, setting: Setting) -> Veto | None:
    """The two facts are dated, and their periods have no day in common."""
    if clash.kind is Kind.DATE:
        return None
    left = [(d.first, d.last) for d in clash.scope_a.dates if d.first and d.last]
    right = [(d.first, d.last) for d in clash.scope_b.dates if d.first and d.last]
    if not left or not right:
        return None
    if all(x[1] < y[0] or y[1] < x[0] for x in left for y in right):
        return Veto(reason=Reconciler.PERIOD, words="they speak of different dates", explains=True)
    return None


def revised_count(clash: Clash, setting: Setting) -> Veto | None:
    """A toll that grows as news comes in: published on different days, or said to be an earlier count."""
    if not clash.revisable:
        return None
    if any(_says_revised(reading) for reading in (setting.a, setting.b)):
        return Veto(reason=Reconciler.REVISION, words="one gives it as an earlier or provisional count", explains=True)
    first, second = setting.article_a.published, setting.article_b.published
    if first and second and first != second:
        return Veto(reason=Reconciler.REVISION, words=f"published on {first} and {second}", explains=True)
    if first is None or second is None:
        return Veto(reason=Reconciler.REVISION, words="the hour of each count is not known", explains=False)
    return None


def _says_revised(reading: Reading) -> bool:
    text = f" {fold(reading.claim.text).lower()} "
    return any(f" {word} " in text for word in reading.tree.lexicon.revised)


def other_scope(clash: Clash, setting: Setting) -> Veto | None:
    """Each fact's clause names something the other's does not, and they name nothing in common."""
    if clash.kind in (Kind.STATUS, Kind.COMPARISON, Kind.IDENTITY):
        return None  # these align names themselves
    only_a, only_b = rivals(clash.scope_a.names, clash.scope_b.names)
    if only_a and not shared_names(clash.scope_a.names, clash.scope_b.names):
        words = f"one speaks of {listed(only_a)}, the other of {listed(only_b)}"
        return Veto(reason=Reconciler.SCOPE, words=words, explains=True)
    return None


def forecast(clash: Clash, setting: Setting) -> Veto | None:
    """One is planned, possible or conditional, the other stated as fact."""
    moods = {clash.scope_a.modality, clash.scope_b.modality}
    if len(moods) == 2 and moods & {Modality.PLANNED, Modality.CONDITIONAL}:
        return Veto(reason=Reconciler.STATUS, words="one is a plan, a forecast or hearsay", explains=False)
    return None


def other_voice(clash: Clash, setting: Setting) -> Veto | None:
    """Different people say the two: they disagree, the articles need not."""
    speakers = [r.claim.speaker.name if r.claim.speaker else None for r in (setting.a, setting.b)]
    if speakers[0] and speakers[1] and speakers[0] != speakers[1]:
        return Veto(reason=Reconciler.ATTRIBUTION, words=f"said by {speakers[0]} and by {speakers[1]}", explains=False)
    return None


VETOES: tuple[Callable[[Clash, Setting], Veto | None], ...] = (
    other_period,
    revised_count,
    other_scope,
    forecast,
    other_voice,
)


def apply(clash: Clash, setting: Setting) -> tuple[Clash, tuple[Veto, ...]]:
    """The clash as softened by every veto that holds, and those vetoes."""
    held = tuple(v for v in (veto(clash, setting) for veto in VETOES) if v)
    if not held:
        return clash, ()
    severity = Severity.EXPLAINED if any(v.explains for v in held) else Severity.TENSION
    reasons = tuple(dict.fromkeys((*clash.reconciled_by, *(v.reason for v in held))))
    words = "; ".join(v.words for v in held if v.words not in clash.why)
    return replace(
        clash, severity=severity, reconciled_by=reasons, why=f"{clash.why}; {words}" if words else clash.why
    ), held
