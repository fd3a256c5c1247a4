"""Rules for parts of months and years, months, weeks, quarters, years, decades, centuries and seasons."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from factcheck.normalise import calendar
from factcheck.normalise.calendar import Span, add_days, month_span, months_span, open_span, week_span
from factcheck.normalise.rule_context import (
    Context,
    Groups,
    around,
    as_relative,
    day_number,
    month_number,
    shift_of,
    year_of,
)

if TYPE_CHECKING:
    from factcheck.normalise.date_words import Dates

_NOT_DIGITS = re.compile(r"\D")
# Months that "début", "mi" and "fin" of a year cover, in thirds that news uses: quarters at the ends.
_YEAR_PARTS = {"start": (1, 3), "middle": (5, 4), "end": (10, 3)}
_MONTH_PARTS = {"start": (1, 10), "middle": (10, 19), "end": (21, 31)}


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
    part, month, year = words.parts[groups["part"]], month_number(groups, words), year_of(groups, words)

    def make(of: int) -> Span | None:
        return _part_of_month(month_span(of, month), part, _named_parts(words))

    return make(year) if year is not None else around(context, make, "day")


def _rule_part_year(context: Context, groups: Groups) -> Span | None:
    year = year_of(groups, context.words)
    start, count = _YEAR_PARTS[context.words.parts[groups["part"]]]
    return months_span(year, start, count, "quarter") if year else None


def _rule_part_unit(context: Context, groups: Groups) -> Span | None:
    """ "à la fin de l'année", "en début de semaine", "end of next week"."""
    reference, words = context.reference, context.words
    base, part = groups["base"], words.parts[groups["part"]]
    unit = words.units.get(base)
    if reference is None:
        return open_span(unit or "season")
    shift = shift_of(groups.get("shift", ""), words)
    if unit == "week":
        return _part_of_week(week_span(reference, shift), words.rows["week_parts"][part])
    if unit == "month":
        return as_relative(_part_of_month(month_span(reference.year, reference.month + shift), part))
    if unit == "year":
        start, count = {"start": (1, 2), "middle": (5, 4), "end": (11, 2)}[part]
        return as_relative(months_span(reference.year + shift, start, count, "quarter"))
    if unit == "quarter":
        first = 3 * ((reference.month - 1) // 3) + 1 + 3 * shift
        return as_relative(months_span(reference.year, first + {"start": 0, "middle": 1, "end": 2}[part], 1, "month"))
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


def _rule_month(context: Context, groups: Groups) -> Span | None:
    month, year = month_number(groups, context.words), year_of(groups, context.words)
    if year is not None:
        return month_span(year, month)
    return around(context, lambda of: month_span(of, month), "month")


def _rule_month_shift(context: Context, groups: Groups) -> Span | None:
    reference, month = context.reference, month_number(groups, context.words)
    if reference is None:
        return open_span("month")
    shift = shift_of(groups["shift"], context.words)
    if not shift:
        return as_relative(month_span(reference.year, month))
    year = reference.year
    if shift < 0 and month >= reference.month:
        year -= 1
    if shift > 0 and month <= reference.month:
        year += 1
    return as_relative(month_span(year, month))


def _rule_month_this(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("month")
    return as_relative(month_span(context.reference.year, month_number(groups, context.words)))


def _rule_week_of(context: Context, groups: Groups) -> Span | None:
    words, month, year = context.words, month_number(groups, context.words), year_of(groups, context.words)
    number = day_number(groups, words, "day" if "day" in groups else "day2")

    def make(of: int) -> Span | None:
        one = calendar.day(of, month, number)
        return week_span(one) if one else None

    return make(year) if year is not None else around(context, make, "week")


def _rule_nth_week(context: Context, groups: Groups) -> Span | None:
    """The nth week of a month, counted by Mondays or by Thursdays as the language does."""
    words, month, year = context.words, month_number(groups, context.words), year_of(groups, context.words)
    nth = words.ordinals[groups["ord"]]

    def make(of: int) -> Span | None:
        counted = calendar.nth_weekday(of, month, int(words.rows["week_counted_by"]), nth)
        return week_span(counted) if counted else None

    return make(year) if year is not None else around(context, make, "week")


def _rule_nth_week_year(context: Context, groups: Groups) -> Span | None:
    year, nth = year_of(groups, context.words), context.words.ordinals[groups["ord"]]
    if year is None:
        return None
    anchor = calendar.day(year, 1, 4) if nth > 0 else calendar.day(year, 12, 28)
    return week_span(anchor, nth - 1 if nth > 0 else 0) if anchor else None


def _nth(groups: Groups, words: Dates) -> int:
    return int(groups["nth"]) if "nth" in groups else words.ordinals[groups["ord"]]


def _months_part(context: Context, groups: Groups, size: int, grain: str) -> Span | None:
    """The nth group of `size` months in a year."""
    nth, year, reference = _nth(groups, context.words), year_of(groups, context.words), context.reference
    nth = 12 // size if nth == -1 else nth
    if not 1 <= nth <= 12 // size:
        return None
    if year is not None:
        return months_span(year, (nth - 1) * size + 1, size, grain)
    if reference is None:
        return open_span(grain)
    if "shift" in groups:
        shift = shift_of(groups["shift"], context.words)
        return as_relative(months_span(reference.year + shift, (nth - 1) * size + 1, size, grain))
    return as_relative(months_span(reference.year, (nth - 1) * size + 1, size, grain))


def _rule_quarter(context: Context, groups: Groups) -> Span | None:
    return _months_part(context, groups, 3, "quarter")


def _rule_semester(context: Context, groups: Groups) -> Span | None:
    return _months_part(context, groups, 6, "semester")


def _rule_year(context: Context, groups: Groups) -> Span | None:
    year = year_of(groups, context.words)
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
        nth = context.words.romans[groups["roman"]]
    elif "century_word" in groups:
        nth = context.words.days[groups["century_word"]]
    else:
        nth = int(groups["nth"])
    return calendar.years_span(100 * nth - 99, 100 * nth, "century") if 0 < nth <= 30 else None


def _rule_season(context: Context, groups: Groups) -> Span | None:
    year = year_of(groups, context.words)
    return calendar.season_span(context.words.seasons[groups["season"]], year) if year else None


def _rule_season_shift(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("season")
    season, shift = context.words.seasons[groups["season"]], shift_of(groups["shift"], context.words)
    spans = [s for k in (-2, -1, 0, 1) if (s := calendar.season_span(season, context.reference.year + k))]
    if not shift:
        return _rule_season_this(context, groups)
    side = [
        s
        for s in spans
        if s.first and s.last and (s.last < context.reference if shift < 0 else s.first > context.reference)
    ]
    return as_relative((max if shift < 0 else min)(side, key=lambda s: s.first or date.min, default=None))


def _rule_season_this(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("season")
    name = groups.get("season")
    seasons = [context.words.seasons[name]] if name else list(calendar.SEASONS)
    spans = [s for n in seasons for k in (-1, 0) if (s := calendar.season_span(n, context.reference.year + k))]
    holding = [s for s in spans if s.first and s.last and s.first <= context.reference <= s.last]
    coming = [s for s in spans if s.first and s.first.year == context.reference.year]
    return as_relative(next(iter(holding + coming), None))
