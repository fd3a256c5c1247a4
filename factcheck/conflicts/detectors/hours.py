"""Hours: the event of a story at two times of day, or help called for before it."""

from __future__ import annotations

from factcheck.conflicts.align import rivals, roles_agree, same_story
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.happenings import minutes_after, width
from factcheck.facts import HourFact, Reading
from factcheck.facts.hours import CALL
from factcheck.model import Kind, Reconciler, Severity
from factcheck.text import fold

# Articles on one event, which they give one hour each.
_STRENGTH = 0.6
# What lies farther apart on one day is another event, or another half of the clock.
_ONE_EVENT = 5 * 60
# Help comes within so many minutes.
_HELP = 60
# Departures are called for by nobody.
_NO_EMERGENCY = frozenset({"departure", "disappearance"})
# The clock of the world is not the one on the wall.
_WORLD = frozenset({"gmt", "utc"})


def other_hour(a: Reading, b: Reading) -> Clash | None:
    """The event of a story is set at two hours of its day, or help was called for before it.

    Clashes: "the crash occurred at 7:48" / "the impact came about 8:45"; "the accident happened at 6.10" / "crews were
    called at 6.04". Harmless: "at 8:45" / "around 8:40"; "the crash" / "a second crash"; articles on two events.
    """
    for f in facts_of(a, HourFact):
        for g in facts_of(b, HourFact):
            if not same_story(a, b) or not _one_day(f, g) or rivals(_names(f), _names(g))[0]:
                continue
            if f.event == g.event and roles_agree(f.where, g.where)[1]:
                continue
            later = minutes_after(f.when, g.when)
            if later is not None and _apart(f, g, later):
                return _clash(a, b, f, g)
    return None


def _names(fact: HourFact) -> frozenset[str]:
    """The names of an event's clause but for that of its clock: "Cairo time"."""
    clock = fold(fact.when.text).lower()
    return frozenset(name for name in fact.scope.names if name not in clock)


def _apart(f: HourFact, g: HourFact, later: int) -> bool:
    """Whether the hours cannot both be, `later` minutes lying from the first to the second."""
    rough = max(width(f.when), width(g.when))
    if f.event == g.event and f.event != CALL:
        return rough < abs(later) <= _ONE_EVENT
    if (f.event == CALL) == (g.event == CALL) or {f.event, g.event} & _NO_EMERGENCY:
        return False
    early = later if f.event == CALL else -later
    return rough < early <= _HELP


def _one_day(f: HourFact, g: HourFact) -> bool:
    """Whether two hours are of one day as far as is known, on one clock; a full date may be of the past."""
    clocks = [(x.when.clock.zone or "").lower() for x in (f, g) if x.when.clock]
    if len({zone in _WORLD for zone in clocks}) > 1:
        return False
    days = [x.when.first for x in (f, g)]
    if all(days):
        return days[0] == days[1]
    return all(x.when.relative or x.when.first is None for x in (f, g))


def _clash(a: Reading, b: Reading, f: HourFact, g: HourFact) -> Clash:
    called = f.event != g.event
    told = [f"“{r.slice(x.start, x.end)}” “{x.when.text}”" for r, x in ((a, f), (b, g))]
    return Clash(
        kind=Kind.DATE,
        level="called before" if called else "other hour",
        severity=Severity.TENSION,
        strength=_STRENGTH,
        focus_a=(f.when.start, f.when.end),
        focus_b=(g.when.start, g.when.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{told[0]} against {told[1]}" + (": help was called before it" if called else ""),
        reconciled_by=(Reconciler.APPROXIMATION,),
    )
