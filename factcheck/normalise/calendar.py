"""Days, months, quarters and seasons as spans of dates; Easter and other moving feasts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

# Months the four seasons begin in, and the usual first days: solstices and equinoxes move by a day or two.
SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}
SEASON_ENDS = {"spring": (6, 20), "summer": (9, 23), "autumn": (12, 20), "winter": (3, 20)}
FIRST_YEAR, LAST_YEAR = 1, 9999


class Span(NamedTuple):
    """A period, both days included. `first` or `last` is None when open or unknown; `grain` names its size."""

    first: date | None
    last: date | None
    grain: str
    relative: bool = False


def open_span(grain: str) -> Span:
    """A relative period whose place in the calendar is not known."""
    return Span(None, None, grain, True)


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None when there is none (30 February, year 10,000)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_span(year: int, month: int) -> Span | None:
    """All of a month; a month number outside 1 to 12 counts into the years beside."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first, after = day(year, month, 1), day(year + month // 12, month % 12 + 1, 1)
    return Span(first, after - timedelta(1), "month") if first and after else None


def months_span(year: int, month: int, count: int, grain: str) -> Span | None:
    """`count` whole months from `month` on."""
    start, end = month_span(year, month), month_span(year, month + count - 1)
    return Span(start.first, end.last, grain) if start and end else None


def year_span(year: int) -> Span | None:
    """All of a year."""
    return months_span(year, 1, 12, "year") if FIRST_YEAR <= year < LAST_YEAR else None


def years_span(first: int, last: int, grain: str) -> Span | None:
    """From the first day of year `first` to the last of year `last`."""
    start, end = day(first, 1, 1), day(last, 12, 31)
    return Span(start, end, grain) if start and end and first <= last else None


def week_span(some: date, shift: int = 0) -> Span:
    """The week from Monday to Sunday that holds `some`, `shift` weeks on."""
    first = some - timedelta(some.weekday()) + timedelta(7 * shift)
    return Span(first, first + timedelta(6), "week")


def season_span(season: str, year: int) -> Span | None:
    """A season that begins in `year`; winter ends in the next."""
    start = day(year, *SEASONS[season])
    end = day(year + (season == "winter"), *SEASON_ENDS[season])
    return Span(start, end, "season") if start and end else None


def add_months(some: date, count: int) -> date | None:
    """`some` moved by months, held to the last day of a shorter month."""
    span = month_span(some.year, some.month + count) if abs(count) < 12 * LAST_YEAR else None
    if not span or not span.first or not span.last:
        return None
    return span.first.replace(day=min(some.day, span.last.day))


def add_days(some: date, count: int) -> date | None:
    """`some` moved by days, or None beyond the calendar."""
    try:
        return some + timedelta(count)
    except OverflowError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month; -1 is the last."""
    span = month_span(year, month)
    if not span or not span.first or not span.last:
        return None
    if nth < 0:
        return span.last - timedelta((span.last.weekday() - weekday) % 7)
    found = span.first + timedelta((weekday - span.first.weekday()) % 7 + 7 * (nth - 1))
    return found if found.month == month else None


def easter(year: int) -> date | None:
    """Easter Sunday in the Gregorian calendar, by the usual computus."""
    if not 1583 <= year < LAST_YEAR:
        return None
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (skipped + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))
