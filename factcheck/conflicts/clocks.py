"""Clocks: whether two tellings of when something was may be of one time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.facts.hours import Time

_DAY = 24 * 60
# Any year with a leap day does to hold two days of a year against each other.
_YEAR = 2000
# What lies farther apart on one day is another event, or another half of the clock.
_ONE_DAY = 5 * 60
# So many days may lie between two tellings of the day of one event; what befell at midnight befell on either day.
_ONE_EVENT, _MIDNIGHT = 6, 60
# Minutes up to which a difference of hours is worth a look, not an accusation.
_SLIGHT = 15
# A night runs on into the morning.
_NIGHT = 28 * 60


def apart(d: Time, e: Time, stages: int) -> str | None:
    """The rung on which two times disagree, None where they may be one; `stages` minutes lie between an event's parts.

    >>> apart(Time(start=0, end=0, bounds=(540, 540)), Time(start=0, end=0, bounds=(560, 560)), 0)
    'other hour'
    """
    if d.since or e.since:
        return _since(d, e) if d.since == e.since else None
    if d.day and e.day:
        return _on_days(d, e, stages)
    if d.calendar and e.calendar and not (_night(d) or _night(e)):
        return _on_days(_of_any_year(d), _of_any_year(e), stages)
    one, other = _possible(d), _possible(e)
    if one and other and not one & other:
        return "other day"
    if not (d.bounds and e.bounds):
        return None
    turns = (0,) if len(one) == 1 and one == other else (-_DAY, 0, _DAY)
    gaps = (max(d.bounds[0], e.bounds[0] + n) - min(d.bounds[1], e.bounds[1] + n) for n in turns)
    return _at_hours(min(gaps), d, e, stages)


def by_night(time: Time) -> bool:
    """Whether a time lies in a night, or around midnight, and so may be of the day before or after."""
    if time.bounds is None:
        return False
    return time.bounds[1] >= _DAY or (time.bounds[0] <= _MIDNIGHT and not time.worded)


def _night(time: Time) -> bool:
    """Whether a time is a night, which is of two days."""
    return time.bounds is not None and time.bounds[1] >= _NIGHT


def _of_any_year(time: Time) -> Time:
    """A time on its month and day in one year."""
    assert time.calendar
    day = date(_YEAR, *time.calendar)
    return replace(time, day=(day, day))


def _since(d: Time, e: Time) -> str | None:
    """The rung on which two times disagree that are told from one other event."""
    if not (d.bounds and e.bounds):
        return None
    gap = max(d.bounds[0], e.bounds[0]) - min(d.bounds[1], e.bounds[1])
    return "other lapse" if gap > max(d.slack, e.slack) else None


def _possible(time: Time) -> set[int]:
    """The days of the week that a time may lie in: the night of Tuesday is Monday's or Wednesday's too."""
    return {(day + n) % 7 for day in time.weekdays for n in ((-1, 0, 1) if _night(time) else (0,))}


def _on_days(d: Time, e: Time, stages: int) -> str | None:
    """The rung on which two times of known days disagree."""
    one, other = _span(d), _span(e)
    gap = max(one[0], other[0]) - min(one[1], other[1])
    assert d.day
    assert e.day
    between = (max(d.day[0], e.day[0]) - min(d.day[1], e.day[1])).days
    if between <= 0:
        return _at_hours(gap, d, e, stages) if d.bounds and e.bounds else None
    return "other day" if gap > _MIDNIGHT and between <= _ONE_EVENT else None


def _span(time: Time) -> tuple[int, int]:
    """The minutes from the first to the last of a time, on one scale for all days."""
    assert time.day
    first, last = (day.toordinal() * _DAY for day in time.day)
    start, end = time.bounds or (0, _DAY)
    if end < _NIGHT:
        return first + start, last + end
    # "the night of Tuesday" may be either of two
    return (first + start, last + end - _DAY) if first != last else (first, last + end)


def _at_hours(gap: int, d: Time, e: Time, stages: int) -> str | None:
    """The rung on which two hours of one day disagree that lie so many minutes apart."""
    if d.world != e.world or gap <= max(d.slack, e.slack) + stages:
        return None
    if gap > _ONE_DAY and (d.halved or e.halved or not (d.worded or e.worded)):
        return None
    return "other hour" if gap > _SLIGHT else "other minute"
