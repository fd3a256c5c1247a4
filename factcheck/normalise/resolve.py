"""From the words of a date to its place in the calendar: one small function a rule.

A rule takes the context (word tables, reference date, which way the sentence looks) and the matched groups,
and gives a span of days, an open span when a reference date is missing, or nothing when no such day exists.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.normalise import calendar
from factcheck.normalise.calendar import Span, add_days, add_months, month_span, months_span, open_span, week_span

if TYPE_CHECKING:
    from factcheck.normalise.dates import Dates

Groups = dict[str, str]
# Two-digit years below this are of this century.
PIVOT = 36
_NOT_DIGITS = re.compile(r"\D")
_ROMAN = {"i": 1, "v": 5, "x": 10}
# Months that "début", "mi" and "fin" of a year cover, in thirds that news uses: quarters at the ends.
_YEAR_PARTS = {"start": (1, 3), "middle": (5, 4), "end": (10, 3)}
_MONTH_PARTS = {"start": (1, 10), "middle": (10, 19), "end": (21, 31)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may look at besides its groups."""

    words: Dates
    reference: date | None
    ahead: Callable[[], bool]
    lone: Callable[[], bool]


# ---- helpers


def _year(groups: Groups, words: Dates, name: str = "year") -> int | None:
    written = groups.get(name)
    if written is None:
        short = groups.get("yy")
        return _long_year(int(short)) if short else None
    return int(written) if written.isdigit() else _spelled_year(written, words)


def _long_year(short: int) -> int:
    return short + (2000 if short < PIVOT else 1900)


def _spelled_year(written: str, words: Dates) -> int | None:
    """ "deux mille dix sept", "nineteen ninety nine"."""
    parts = written.replace("-", " ").split()
    for size in range(len(parts), -1, -1):
        head, tail = " ".join(parts[:size]), " ".join(p for p in parts[size:] if p != "and")
        base = _YEAR_HEADS.get(head)
        if base is not None and (not tail or tail in words.small):
            return base + (words.small[tail] if tail else 0)
    return None


_YEAR_HEADS = {
    "deux mille": 2000,
    "mil neuf cent": 1900,
    "mille neuf cent": 1900,
    "dix neuf cent": 1900,
    "dix huit cent": 1800,
    "two thousand": 2000,
    "two thousand and": 2000,
    "eighteen": 1800,
    "nineteen": 1900,
    "twenty": 2000,
}


def _number(written: str, table: dict[str, int]) -> int:
    return int(written) if written.isdigit() else table[written]


def _day(groups: Groups, words: Dates, name: str = "day") -> int:
    return _number(groups[name], words.days)


def _month(groups: Groups, words: Dates) -> int:
    return words.months[groups["month"].rstrip(".")]


def _weekday(groups: Groups, words: Dates, name: str = "weekday") -> int:
    return words.weekdays[groups[name].rstrip(".")]


def _one_day(found: date | None, relative: bool = False) -> Span | None:
    return Span(found, found, "day", relative) if found else None


def _relative(span: Span | None) -> Span | None:
    return span._replace(relative=True) if span else None


def _shift(text: str, words: Dates) -> int:
    """-1 for "dernier", 1 for "prochain", 0 for "ce"."""
    last = {w for w in words.flat_last if w in text}
    following = {w for w in words.flat_next if w in text}
    return -1 if last else 1 if following else 0


def _nearest(candidates: list[Span], context: Context) -> Span | None:
    """Of the same period in three years: the last begun, or the next not over when the sentence looks ahead."""
    reference = context.reference
    if reference is None:
        return None
    candidates = [c for c in candidates if c.first and c.last]
    if context.ahead():
        coming = [c for c in candidates if c.last and c.last >= reference]
        return min(coming, key=lambda c: c.first or reference, default=None)
    begun = [c for c in candidates if c.first and c.first <= reference]
    return max(begun, key=lambda c: c.first or reference, default=None)


def _around(context: Context, make: Callable[[int], Span | None], grain: str) -> Span:
    """A period of the year without its year."""
    if context.reference is None:
        return open_span(grain)
    # Eight years hold a leap day between them.
    spans = [make(context.reference.year + k) for k in range(-8, 9)]
    found = _nearest([s for s in spans if s], context)
    return found._replace(relative=True) if found else open_span(grain)


# ---- digits


def numeric(found: re.Match[str], order: str) -> Span | None:
    """A date in digits; day and month in the language's order, the other way round when only that exists."""
    groups = found.groupdict()
    if "one" not in groups:
        if groups["month"] is None:
            return calendar.year_span(int(groups["year"]))
        month = int(groups["month"])
        if groups["day"] is None:
            return month_span(int(groups["year"]), month) if 1 <= month <= 12 else None
        one_day = calendar.day(int(groups["year"]), month, int(groups["day"]))
        return _one_day(one_day or calendar.day(int(groups["year"]), int(groups["day"]), month))
    one, two, written = int(groups["one"]), int(groups["two"]), groups["year"]
    year = int(written) if len(written) == 4 else _long_year(int(written))
    number, month = (one, two) if order == "dmy" or groups.get("sep") == "." else (two, one)
    return _one_day(calendar.day(year, month, number) or calendar.day(year, number, month))


def year_month(found: re.Match[str]) -> Span | None:
    """ "2015/3", "11-2016"."""
    year, month = int(found["year"]), int(found["month"])
    return month_span(year, month) if 1 <= month <= 12 and 1900 <= year <= 2100 else None


def day_of_year(context: Context, month: int, number: int) -> Span | None:
    """A day and month without a year."""
    if not 1 <= month <= 12 or not calendar.day(2000, month, number):
        return None
    return _around(context, lambda year: _one_day(calendar.day(year, month, number)), "day")


# ---- one day


def _rule_day(context: Context, groups: Groups) -> Span | None:
    number, month = _day(groups, context.words), _month(groups, context.words)
    year = _year(groups, context.words)
    if year is not None:
        return _one_day(calendar.day(year, month, number))
    if "weekday" in groups and (found := _on_weekday(context, month, number, _weekday(groups, context.words))):
        return found
    return day_of_year(context, month, number)


def _on_weekday(context: Context, month: int, number: int, weekday: int) -> Span | None:
    """ "vendredi 18 juillet" without a year: the nearest 18 July that is a Friday."""
    reference = context.reference
    if reference is None:
        return None
    days = [d for k in (-1, 0, 1) if (d := calendar.day(reference.year + k, month, number)) and d.weekday() == weekday]
    near = min(days, key=lambda d: abs((d - reference).days), default=None)
    return _one_day(near, True)


def _rule_weekday_day(context: Context, groups: Groups) -> Span | None:
    """ "jeudi 8": the nearest 8th, on a Thursday when one is near."""
    number = _day(groups, context.words)
    if not 1 <= number <= 31:
        return None
    if context.reference is None:
        return open_span("day")
    weekday, ahead, found = _weekday(groups, context.words), context.ahead(), []
    for shift in range(-7, 8):
        span = month_span(context.reference.year, context.reference.month + shift)
        one = calendar.day(span.first.year, span.first.month, number) if span and span.first else None
        if one and one.weekday() == weekday:
            found.append(one)
    reference = context.reference

    def far(one: date) -> int:
        days = (one - reference).days if ahead else (reference - one).days
        return days if days >= 0 else -3 * days

    return _one_day(min(found, key=far, default=None), True)


def _rule_day_only(context: Context, groups: Groups) -> Span | None:
    number = _day(groups, context.words)
    if context.reference is None:
        return open_span("day")
    for shift in range(3):
        span = month_span(context.reference.year, context.reference.month + shift)
        one = calendar.day(span.first.year, span.first.month, number) if span and span.first else None
        if one and one >= context.reference:
            return _one_day(one, True)
    return None


def _feast(row: dict[str, str], year: int) -> Span | None:
    if "fixed" in row:
        month, number = row["fixed"].split("-")
        return _one_day(calendar.day(year, int(month), int(number)))
    if "easter" in row:
        sunday = calendar.easter(year)
        return _one_day(add_days(sunday, int(row["easter"])) if sunday else None)
    nth = [int(v) for v in row["nth"].split()]
    found = calendar.nth_weekday(year, *nth)
    return _one_day(add_days(found, int(row.get("plus", 0))) if found else None)


def _rule_month_feast(context: Context, groups: Groups) -> Span | None:
    row = context.words.feasts[groups["feast"]]
    year, shift = _year(groups, context.words), groups.get("shift")
    if year is not None:
        return _feast(row, year)
    if context.reference is None:
        return open_span("day")
    if shift:
        way = _shift(shift, context.words)
        if "year" in shift or not way:
            return _relative(_feast(row, context.reference.year + way))
        spans = [s for k in (-1, 0, 1) if (s := _feast(row, context.reference.year + k)) and s.first]
        side = [
            s for s in spans if s.first and (s.first > context.reference if way > 0 else s.first < context.reference)
        ]
        return _relative(min(side, key=lambda s: abs((s.first - context.reference).days)) if side else None)  # type: ignore[operator]
    return _around(context, lambda y: _feast(row, y), "day")


def _rule_last_day(context: Context, groups: Groups) -> Span | None:
    month, year = _month(groups, context.words), _year(groups, context.words)

    def last(of: int) -> Span | None:
        span = month_span(of, month)
        return _one_day(span.last) if span else None

    return last(year) if year is not None else _around(context, last, "day")


def _rule_nth_weekday(context: Context, groups: Groups) -> Span | None:
    words = context.words
    nth, weekday, month, year = (
        words.ordinals[groups["ord"]],
        _weekday(groups, words),
        _month(groups, words),
        _year(groups, words),
    )

    def make(of: int) -> Span | None:
        return _one_day(calendar.nth_weekday(of, month, weekday, nth))

    return make(year) if year is not None else _around(context, make, "day")


def _rule_nth_weekday_rel(context: Context, groups: Groups) -> Span | None:
    words, reference = context.words, context.reference
    if reference is None:
        return open_span("day")
    span = month_span(reference.year, reference.month + _shift(groups.get("shift", ""), words))
    if not span or not span.first:
        return None
    nth = words.ordinals[groups["ord"]]
    return _one_day(calendar.nth_weekday(span.first.year, span.first.month, _weekday(groups, words), nth), True)


def _rule_weekday_week(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    week = week_span(context.reference, _shift(groups["shift"], context.words))
    return _one_day(add_days(week.first, _weekday(groups, context.words)) if week.first else None, True)


def _rule_weekday_in(context: Context, groups: Groups) -> Span | None:
    """ "mercredi en huit": a week after the coming Wednesday."""
    if context.reference is None:
        return open_span("day")
    days = (_weekday(groups, context.words) - context.reference.weekday()) % 7 or 7
    return _one_day(add_days(context.reference, days + (7 if groups["span"] in ("8", "huit") else 14)), True)


def _rule_weekday_shift(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    weekday, shift = _weekday(groups, context.words), _shift(groups["shift"], context.words)
    if shift < 0:
        return _one_day(add_days(context.reference, -((context.reference.weekday() - weekday) % 7 or 7)), True)
    days = (weekday - context.reference.weekday()) % 7 or 7
    if shift > 0 and groups["shift"] in context.words.sets["next_week_words"]:
        week = week_span(context.reference, 1)
        return _one_day(add_days(week.first, weekday) if week.first else None, True)
    return _one_day(add_days(context.reference, days), True)


def _rule_weekday(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    weekday = _weekday(groups, context.words)
    if context.ahead():
        # A text of the day names that day too ("doit partir mercredi"); an entry in a diary doesn't.
        same = 7 if context.lone() else 0
        return _one_day(add_days(context.reference, (weekday - context.reference.weekday()) % 7 or same), True)
    return _one_day(add_days(context.reference, -((context.reference.weekday() - weekday) % 7)), True)


def _rule_weekday_ahead(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    days = (_weekday(groups, context.words) - context.reference.weekday()) % 7 or 7
    count = _number(groups["num"], context.words.counts)
    return _one_day(add_days(context.reference, days + 7 * (count - 1)), True)


def _rule_deixis(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    shift = context.words.deixis[groups.get("deixis") or groups["deixis_alone"]]
    return _one_day(add_days(context.reference, shift), True)


def _rule_today(context: Context, groups: Groups) -> Span | None:
    return _one_day(context.reference, True) or open_span("day")


def _rule_day_of_month(context: Context, groups: Groups) -> Span | None:
    """ "the 20th of next month"."""
    if context.reference is None:
        return open_span("day")
    span = month_span(context.reference.year, context.reference.month + _shift(groups["shift"], context.words))
    number = _day(groups, context.words)
    return _one_day(calendar.day(span.first.year, span.first.month, number) if span and span.first else None, True)


def _rule_rest(context: Context, groups: Groups) -> Span | None:
    """ "later this year", "le reste de la semaine": from the reference date to the end of the unit."""
    unit = context.words.units[groups["unit"]]
    if context.reference is None:
        return open_span(unit)
    whole = unit_span(context.reference, unit, 0)
    return Span(context.reference, whole.last, unit, True) if whole else None


def _rule_so_far(context: Context, groups: Groups) -> Span | None:
    """ "earlier this year": from the start of the unit to the reference date."""
    unit = context.words.units[groups["unit"]]
    if context.reference is None:
        return open_span(unit)
    whole = unit_span(context.reference, unit, 0)
    return Span(whole.first, context.reference, unit, True) if whole else None


def _rule_after_next(context: Context, groups: Groups) -> Span | None:
    """ "the week after next"."""
    unit = context.words.units[groups["unit"]]
    if context.reference is None:
        return open_span(unit)
    return _relative(unit_span(context.reference, unit, 2))


def _rule_ago_two(context: Context, groups: Groups) -> Span | None:
    """ "1 month and 21 days ago"."""
    if context.reference is None:
        return open_span("day")
    moved: date | None = context.reference
    for mark in ("", "2"):
        unit, count = context.words.units[groups["unit" + mark]], int(_count(groups["num" + mark], context))
        if moved is None or unit not in _DAYS | _MONTHS:
            return None
        moved = add_days(moved, -count * _DAYS[unit]) if unit in _DAYS else add_months(moved, -count * _MONTHS[unit])
    return _one_day(moved, True)


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}


def _rule_after_event(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return None
    return _one_day(add_days(context.reference, _number(groups["num"], context.words.counts)), True)


# ---- days from one to another


def _rule_days(context: Context, groups: Groups) -> Span | None:
    words = context.words
    low, high, month, year = (
        _day(groups, words),
        _day(groups, words, "day2"),
        _month(groups, words),
        _year(groups, words),
    )
    if low >= high:
        return None

    def make(of: int) -> Span | None:
        first, last = calendar.day(of, month, low), calendar.day(of, month, high)
        return Span(first, last, "day") if first and last else None

    return make(year) if year is not None else _around(context, make, "day")


def _rule_days_rel(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    span = month_span(context.reference.year, context.reference.month + _shift(groups["shift"], context.words))
    low, high = _day(groups, context.words), _day(groups, context.words, "day2")
    if not span or not span.first or low >= high:
        return None
    first, last = (calendar.day(span.first.year, span.first.month, n) for n in (low, high))
    return Span(first, last, "day", True) if first and last else None


def _rule_days_only(context: Context, groups: Groups) -> Span | None:
    return _rule_days_rel(context, groups | {"shift": ""})


# ---- parts


def _part_of_month(span: Span | None, part: str, parts: dict[str, tuple[int, int]] = _MONTH_PARTS) -> Span | None:
    if not span or not span.first or not span.last:
        return None
    low, high = parts[part]
    return Span(span.first.replace(day=low), span.first.replace(day=min(high, span.last.day)), "day")


def _named_parts(words: Dates) -> dict[str, tuple[int, int]]:
    """ "début avril" is narrower than "en début de mois" in some languages."""
    return {k: (int(low), int(high)) for k, (low, high) in words.rows["month_parts"].items()}


def _rule_part_month(context: Context, groups: Groups) -> Span | None:
    words = context.words
    part, month, year = words.parts[groups["part"]], _month(groups, words), _year(groups, words)

    def make(of: int) -> Span | None:
        return _part_of_month(month_span(of, month), part, _named_parts(words))

    return make(year) if year is not None else _around(context, make, "day")


def _rule_part_year(context: Context, groups: Groups) -> Span | None:
    year = _year(groups, context.words)
    start, count = _YEAR_PARTS[context.words.parts[groups["part"]]]
    return months_span(year, start, count, "quarter") if year else None


def _rule_part_unit(context: Context, groups: Groups) -> Span | None:
    """ "à la fin de l'année", "en début de semaine", "end of next week"."""
    reference, words = context.reference, context.words
    base, part = groups["base"], words.parts[groups["part"]]
    unit = words.units.get(base)
    if reference is None:
        return open_span(unit or "season")
    shift = _shift(groups.get("shift", ""), words)
    if unit == "week":
        return _part_of_week(week_span(reference, shift), words.rows["week_parts"][part])
    if unit == "month":
        return _relative(_part_of_month(month_span(reference.year, reference.month + shift), part))
    if unit == "year":
        start, count = {"start": (1, 2), "middle": (5, 4), "end": (11, 2)}[part]
        return _relative(months_span(reference.year + shift, start, count, "quarter"))
    if unit == "quarter":
        first = 3 * ((reference.month - 1) // 3) + 1 + 3 * shift
        return _relative(months_span(reference.year, first + {"start": 0, "middle": 1, "end": 2}[part], 1, "month"))
    return _part_of_season(words.seasons[base], reference.year + shift, part) if base in words.seasons else None


def _part_of_week(week: Span, days: list[str]) -> Span | None:
    low, high = (int(d) for d in days)
    return Span(add_days(week.first, low), add_days(week.first, high), "day", True) if week.first else None


def _part_of_season(season: str, year: int, part: str) -> Span | None:
    span = calendar.season_span(season, year)
    if not span or not span.first or not span.last:
        return None
    low, high = {"start": (0, 24), "middle": (24, 55), "end": (55, 94)}[part]
    return Span(add_days(span.first, low), min(add_days(span.first, high) or span.last, span.last), "day", True)


def _rule_end_of(context: Context, groups: Groups) -> Span | None:
    base = {"eoy": "year", "eom": "month", "eow": "week"}[groups["short"]]
    return _rule_part_unit(context, {"base": base, "part": "end"})


# ---- months, weeks, quarters, halves


def _rule_month(context: Context, groups: Groups) -> Span | None:
    month, year = _month(groups, context.words), _year(groups, context.words)
    if year is not None:
        return month_span(year, month)
    return _around(context, lambda of: month_span(of, month), "month")


def _rule_month_shift(context: Context, groups: Groups) -> Span | None:
    reference, month = context.reference, _month(groups, context.words)
    if reference is None:
        return open_span("month")
    shift = _shift(groups["shift"], context.words)
    if not shift:
        return _relative(month_span(reference.year, month))
    year = reference.year
    if shift < 0 and month >= reference.month:
        year -= 1
    if shift > 0 and month <= reference.month:
        year += 1
    return _relative(month_span(year, month))


def _rule_month_this(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("month")
    return _relative(month_span(context.reference.year, _month(groups, context.words)))


def _rule_week_of(context: Context, groups: Groups) -> Span | None:
    words, month, year = context.words, _month(groups, context.words), _year(groups, context.words)
    number = _day(groups, words, "day" if "day" in groups else "day2")

    def make(of: int) -> Span | None:
        one = calendar.day(of, month, number)
        return week_span(one) if one else None

    return make(year) if year is not None else _around(context, make, "week")


def _rule_nth_week(context: Context, groups: Groups) -> Span | None:
    """The nth week of a month, counted by Mondays or by Thursdays as the language does."""
    words, month, year = context.words, _month(groups, context.words), _year(groups, context.words)
    nth = words.ordinals[groups["ord"]]

    def make(of: int) -> Span | None:
        counted = calendar.nth_weekday(of, month, int(words.rows["week_counted_by"]), nth)
        return week_span(counted) if counted else None

    return make(year) if year is not None else _around(context, make, "week")


def _rule_nth_week_year(context: Context, groups: Groups) -> Span | None:
    year, nth = _year(groups, context.words), context.words.ordinals[groups["ord"]]
    if year is None:
        return None
    anchor = calendar.day(year, 1, 4) if nth > 0 else calendar.day(year, 12, 28)
    return week_span(anchor, nth - 1 if nth > 0 else 0) if anchor else None


def _nth(groups: Groups, words: Dates) -> int:
    return int(groups["nth"]) if "nth" in groups else words.ordinals[groups["ord"]]


def _months_part(context: Context, groups: Groups, size: int, grain: str) -> Span | None:
    """The nth group of `size` months in a year."""
    nth, year, reference = _nth(groups, context.words), _year(groups, context.words), context.reference
    nth = 12 // size if nth == -1 else nth
    if not 1 <= nth <= 12 // size:
        return None
    if year is not None:
        return months_span(year, (nth - 1) * size + 1, size, grain)
    if reference is None:
        return open_span(grain)
    if "shift" in groups:
        shift = _shift(groups["shift"], context.words)
        return _relative(months_span(reference.year + shift, (nth - 1) * size + 1, size, grain))
    return _relative(months_span(reference.year, (nth - 1) * size + 1, size, grain))


def _rule_quarter(context: Context, groups: Groups) -> Span | None:
    return _months_part(context, groups, 3, "quarter")


def _rule_semester(context: Context, groups: Groups) -> Span | None:
    return _months_part(context, groups, 6, "semester")


# ---- years and more


def _rule_year(context: Context, groups: Groups) -> Span | None:
    year = _year(groups, context.words)
    return calendar.year_span(year) if year else None


def _rule_years(context: Context, groups: Groups) -> Span | None:
    first, second = int(groups["year"]), groups["year2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    return calendar.years_span(first, last, "year")


def _rule_decade(context: Context, groups: Groups) -> Span | None:
    """ "les années 80", "the 1970s"; two digits are of the last century, but for 00 to 20."""
    written, part = groups["decade"], groups.get("part", "").strip()
    written = _NOT_DIGITS.sub("", written) if written[0].isdigit() else written
    year = int(written) if written.isdigit() else context.words.decades[written]
    if year < 100:
        year += 1900 if year >= 30 or (year == 20 and not written.isdigit()) else 2000
    year -= year % 10
    if not part:
        return calendar.years_span(year, year + 9, "decade")
    low, high = {"start": (0, 3), "middle": (3, 6), "end": (6, 9)}[context.words.parts[part]]
    return calendar.years_span(year + low, year + high, "decade")


def _rule_century(context: Context, groups: Groups) -> Span | None:
    if "roman" in groups:
        nth = _roman(groups["roman"])
    elif "century_word" in groups:
        nth = context.words.days[groups["century_word"]]
    else:
        nth = int(groups["nth"])
    return calendar.years_span(100 * nth - 99, 100 * nth, "century") if 0 < nth <= 30 else None


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _rule_season(context: Context, groups: Groups) -> Span | None:
    year = _year(groups, context.words)
    return calendar.season_span(context.words.seasons[groups["season"]], year) if year else None


def _rule_season_shift(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("season")
    season, shift = context.words.seasons[groups["season"]], _shift(groups["shift"], context.words)
    spans = [s for k in (-2, -1, 0, 1) if (s := calendar.season_span(season, context.reference.year + k))]
    if not shift:
        return _rule_season_this(context, groups)
    side = [
        s
        for s in spans
        if s.first and s.last and (s.last < context.reference if shift < 0 else s.first > context.reference)
    ]
    return _relative((max if shift < 0 else min)(side, key=lambda s: s.first or date.min, default=None))


def _rule_season_this(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("season")
    name = groups.get("season")
    seasons = [context.words.seasons[name]] if name else list(calendar.SEASONS)
    spans = [s for n in seasons for k in (-1, 0) if (s := calendar.season_span(n, context.reference.year + k))]
    holding = [s for s in spans if s.first and s.last and s.first <= context.reference <= s.last]
    coming = [s for s in spans if s.first and s.first.year == context.reference.year]
    return _relative(next(iter(holding + coming), None))


# ---- counted from the reference date


def _moved(context: Context, groups: Groups, way: int) -> Span | None:
    """The period `num` units before (-1) or after (1) the reference date, in the grain the words suggest."""
    unit, reference = context.words.units[groups["unit"]], context.reference
    if reference is None:
        return open_span("day" if unit in ("day", "week") else unit)
    count = _count(groups["num"], context)
    if unit in ("weekend",):
        return None
    if unit in ("day", "week", "fortnight"):
        return _one_day(add_days(reference, round(way * count * {"day": 1, "week": 7, "fortnight": 14}[unit])), True)
    months = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    moved = add_months(reference, round(way * count * months))
    if not moved:
        return None
    if unit == "month":
        return _one_day(moved, True)
    if unit in ("decade", "century"):
        return _relative(calendar.year_span(moved.year))
    if unit == "year" and count == int(count) and way < 0:
        return _relative(calendar.year_span(moved.year))
    return _relative(month_span(moved.year, moved.month))


def _count(written: str, context: Context) -> float:
    if written[0].isdigit():
        return float(written.replace(",", "."))
    number = context.words.counts[written]
    return 3 if number < 0 else number


def _rule_ago(context: Context, groups: Groups) -> Span | None:
    return _moved(context, groups, -1)


def _rule_ahead(context: Context, groups: Groups) -> Span | None:
    return _moved(context, groups, 1)


def _units_beside(context: Context, groups: Groups, way: int) -> Span | None:
    """The `num` whole units just before or after the one that holds the reference date."""
    unit, reference = context.words.units[groups["unit"]], context.reference
    if reference is None:
        return open_span(unit)
    count = int(_count(groups["num"], context))
    if unit == "day":
        near, far = add_days(reference, way), add_days(reference, way * count)
        return Span(min(near, far), max(near, far), "day", True) if near and far else None
    near_span, far_span = unit_span(reference, unit, way), unit_span(reference, unit, way * count)
    if not near_span or not far_span:
        return None
    low, high = (far_span, near_span) if way < 0 else (near_span, far_span)
    return Span(low.first, high.last, unit, True)


def unit_span(reference: date, unit: str, shift: int) -> Span | None:
    """The whole day, week, month … `shift` away from the one that holds `reference`."""
    if unit == "day":
        return _one_day(add_days(reference, shift))
    if unit == "weekend":
        first = week_span(reference, shift).first
        return Span(add_days(first, 5), add_days(first, 6), "weekend") if first else None
    if unit == "week":
        return week_span(reference, shift)
    if unit == "fortnight":
        first = week_span(reference, 2 * shift if shift < 0 else 2 * shift - 1).first
        return Span(first, add_days(first, 13), "week") if first else None
    if unit == "month":
        return month_span(reference.year, reference.month + shift)
    if unit == "year":
        return calendar.year_span(reference.year + shift)
    if unit in ("quarter", "semester"):
        size = 3 if unit == "quarter" else 6
        return months_span(reference.year, size * ((reference.month - 1) // size + shift) + 1, size, unit)
    size = 10 if unit == "decade" else 100
    start = reference.year - reference.year % size + size * shift
    return calendar.years_span(start, start + size - 1, unit)


def _rule_past_units(context: Context, groups: Groups) -> Span | None:
    return _units_beside(context, groups, -1)


def _rule_next_units(context: Context, groups: Groups) -> Span | None:
    return _units_beside(context, groups, 1)


def _rule_within(context: Context, groups: Groups) -> Span | None:
    reference = context.reference
    if reference is None:
        return open_span("day")
    return Span(reference, add_days(reference, int(_count(groups["num"], context))), "day", True)


def _rule_unit_shift(context: Context, groups: Groups) -> Span | None:
    unit = context.words.units[groups["unit"]]
    if context.reference is None:
        return open_span(unit)
    return _relative(unit_span(context.reference, unit, _shift(groups["shift"], context.words)))


def _rule_unit_this(context: Context, groups: Groups) -> Span | None:
    return _rule_unit_shift(context, groups | {"shift": ""})


RULES: dict[str, Callable[[Context, Groups], Span | None]] = {
    name.removeprefix("_rule_"): rule for name, rule in list(globals().items()) if name.startswith("_rule_")
}
