"""Moments: the event of a story at two hours or on two days, in whatever words, or help called for before it."""

from __future__ import annotations

from dataclasses import replace

from factcheck.conflicts.align import same_story, shared_names
from factcheck.conflicts.clocks import apart
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import Moment, Reading
from factcheck.facts.hours import Time
from factcheck.facts.sorts import ALARM, ANY, CALL
from factcheck.model import Kind, Reconciler, Severity
from factcheck.text import fold

_STRENGTH = 0.6
# Help comes within so many minutes.
_HELP = 60
# Events that nobody calls for help for.
_NO_EMERGENCY = frozenset({"liftoff", "disappearance", "escape", ANY, ALARM, CALL})
# Minutes that lie between the stages of an event: the last contact and the disappearance, breaking in and leaving.
_STAGES = {"alarm": 10, "disappearance": 15, "theft": 30}


def other_moment(a: Reading, b: Reading) -> Clash | None:
    """The event of a story is set at two hours or on two days, in whatever words, or help was called for before it.

    Clashes: "the crash occurred at 7:48" / "the train crashed about 8:45"; "il a déraillé en fin de matinée" / "le
    déraillement, survenu peu avant 18 heures"; "the accident happened at 6.10" / "crews were called at 6.04". Harmless:
    "at 8:45" / "around 8:40"; "the crash" / "a second crash"; articles on two events, or one that tells of two.
    """
    for f in facts_of(a, Moment):
        for g in facts_of(b, Moment):
            level = _apart(a, b, f, g)
            if level and same_story(a, b) and not _strangers(a, b, f, g):
                return _clash(a, b, f, g, level)
    return None


def _apart(a: Reading, b: Reading, f: Moment, g: Moment) -> str | None:
    """The rung on which the times of what may be one event disagree."""
    if f.event != g.event and {f.event, g.event} & {ALARM, CALL}:
        call, event = (f, g) if f.event in (ALARM, CALL) else (g, f)
        return "called before" if event.event not in _NO_EMERGENCY and _called_before(call.time, event.time) else None
    if a.claim.source == b.claim.source or not _one_event(f, g) or not (_of_now(f, g) and _of_now(g, f)):
        return None
    return None if _several(f) or _several(g) else apart(f.time, g.time, _STAGES.get(f.event, 0))


def _one_event(f: Moment, g: Moment) -> bool:
    """Whether two moments may be of one event: one sort, or what both articles open with."""
    return (
        f.known
        and g.known
        and f.event != CALL
        and (f.of is g.of is None or bool(shared_names(f.of or frozenset(), g.of or frozenset())))
        and (f.event == g.event or (ANY in (f.event, g.event) and f.main and g.main))
    )


def _of_now(f: Moment, g: Moment) -> bool:
    """Whether a full date may be that of an hour without its day: the other article tells that day too."""
    return (
        not f.time.dated
        or g.time.day is not None
        or g.time.calendar is not None
        or (f.time.day is not None and f.time.day[0].timetuple()[1:3] in g.days)
    )


def _several(fact: Moment) -> bool:
    """Whether an article tells two times of such an event: it knows of two, or of two stages of one."""
    return any(apart(fact.time, other, 0) for other in fact.others)


def _called_before(call: Time, event: Time) -> bool:
    """Whether help was called for some minutes before the event."""
    if not (call.bounds and event.bounds) or call.worded or event.worded or call.world != event.world:
        return False
    if (call.day and event.day and call.day != event.day) or call.dated != event.dated:
        return False
    return max(call.slack, event.slack) < event.bounds[0] - call.bounds[1] <= _HELP


def _strangers(a: Reading, b: Reading, f: Moment, g: Moment) -> bool:
    """Whether two events are told with names of which the other article never speaks; a call, with any others."""
    left, right = _named(a, f), _named(b, g)
    if shared_names(left, right) or not (left and right):
        return False
    calling = bool({f.event, g.event} & {ALARM, CALL}) and f.event != g.event
    return calling or not (shared_names(left, b.story.names) or shared_names(right, a.story.names))


def _named(reading: Reading, fact: Moment) -> frozenset[str]:
    """The names of an event's clause but for that of its clock: "Cairo time"."""
    clock = fold(reading.slice(fact.time.start, fact.time.end)).lower()
    return frozenset(name for name in fact.scope.names if name not in clock)


def _clash(a: Reading, b: Reading, f: Moment, g: Moment, level: str) -> Clash:
    return Clash(
        kind=Kind.DATE,
        level=level,
        severity=Severity.TENSION,
        strength=_STRENGTH,
        focus_a=(f.time.start, f.time.end),
        focus_b=(g.time.start, g.time.end),
        # the event of a story is one, whatever else its clause names
        scope_a=replace(f.scope, names=frozenset()),
        scope_b=replace(g.scope, names=frozenset()),
        why=_why(a, b, f, g, level),
        reconciled_by=(Reconciler.APPROXIMATION,),
    )


def _why(a: Reading, b: Reading, f: Moment, g: Moment, level: str) -> str:
    said = [f"“{r.slice(x.start, x.end)}” “{r.slice(x.time.start, x.time.end)}”" for r, x in ((a, f), (b, g))]
    return f"{said[0]} against {said[1]}" + (": help was called before it" if level == "called before" else "")
