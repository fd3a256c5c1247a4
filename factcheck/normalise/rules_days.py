"""Rules for one day, and for days from one to another."""

from __future__ import annotations

from datetime import date

from factcheck.normalise import calendar
from factcheck.normalise.calendar import Span, add_days, add_months, month_span, open_span, week_span
from factcheck.normalise.feasts import feast
from factcheck.normalise.rule_context import (
    Context,
    Groups,
    around,
    as_relative,
    count_of,
    day_number,
    day_of_year,
    month_number,
    number_of,
    one_day,
    shift_of,
    unit_span,
    weekday_number,
    year_of,
)
from factcheck.normalise.rules_relative import moved


def _rule_day(context: Context, groups: Groups) -> Span | None:
    number, month = day_number(groups, context.words), month_number(groups, context.words)
    year = year_of(groups, context.words)
    if year is not None:
        return one_day(calendar.day(year, month, number))
    if "weekday" in groups and (found := _on_weekday(context, month, number, weekday_number(groups, context.words))):
        return found
    return day_of_year(context, month, number)


def _on_weekday(context: Context, month: int, number: int, weekday: int) -> Span | None:
    """ "vendredi 18 juillet" without a year: the nearest 18 July that is a Friday."""
    reference = context.reference
    if reference is None:
        return None
    days = [d for k in (-1, 0, 1) if (d := calendar.day(reference.year + k, month, number)) and d.weekday() == weekday]
    near = min(days, key=lambda d: abs((d - reference).days), default=None)
    return one_day(near, True)


def _rule_weekday_day(context: Context, groups: Groups) -> Span | None:
    """ "jeudi 8": the nearest 8th, on a Thursday when one is near."""
    number = day_number(groups, context.words)
    if not 1 <= number <= 31:
        return None
    if context.reference is None:
        return open_span("day")
    weekday, ahead, found = weekday_number(groups, context.words), context.ahead(), []
    for shift in range(-7, 8):
        span = month_span(context.reference.year, context.reference.month + shift)
        one = calendar.day(span.first.year, span.first.month, number) if span and span.first else None
        if one and one.weekday() == weekday:
            found.append(one)
    reference = context.reference

    def far(one: date) -> int:
        days = (one - reference).days if ahead else (reference - one).days
        return days if days >= 0 else -3 * days

    return one_day(min(found, key=far, default=None), True)


def _rule_day_only(context: Context, groups: Groups) -> Span | None:
    number = day_number(groups, context.words)
    if context.reference is None:
        return open_span("day")
    for shift in range(3):
        span = month_span(context.reference.year, context.reference.month + shift)
        one = calendar.day(span.first.year, span.first.month, number) if span and span.first else None
        if one and one >= context.reference:
            return one_day(one, True)
    return None


def _rule_month_feast(context: Context, groups: Groups) -> Span | None:
    row = context.words.feasts[groups["feast"]]
    year, shift = year_of(groups, context.words), groups.get("shift")
    if year is not None:
        return feast(row, year)
    if context.reference is None:
        return open_span("day")
    if shift:
        way = shift_of(shift, context.words)
        if "year" in shift or not way:
            return as_relative(feast(row, context.reference.year + way))
        spans = [s for k in (-1, 0, 1) if (s := feast(row, context.reference.year + k)) and s.first]
        side = [
            s for s in spans if s.first and (s.first > context.reference if way > 0 else s.first < context.reference)
        ]
        return as_relative(min(side, key=lambda s: abs((s.first - context.reference).days)) if side else None)  # type: ignore[operator]
    return around(context, lambda y: feast(row, y), "day")


def _rule_feast_from(context: Context, groups: Groups) -> Span | None:
    """ "Thanksgiving in 9 months", "Easter two years ago": the first one from that day on."""
    if context.reference is None:
        return open_span("day")
    mark, way = ("2", -1) if groups.get("back") else ("", 1)
    unit, count = context.words.units[groups["unit" + mark]], int(count_of(groups["num" + mark], context))
    start = moved(context.reference, unit, way * count)
    row = context.words.feasts[groups["feast"]]
    spans = [feast(row, start.year + k) for k in (0, 1)] if start else []
    return as_relative(next((s for s in spans if s and s.first and start and s.first >= start), None))


def _rule_last_day(context: Context, groups: Groups) -> Span | None:
    month, year = month_number(groups, context.words), year_of(groups, context.words)

    def last(of: int) -> Span | None:
        span = month_span(of, month)
        return one_day(span.last) if span else None

    return last(year) if year is not None else around(context, last, "day")


def _rule_nth_weekday(context: Context, groups: Groups) -> Span | None:
    words = context.words
    nth, weekday, month, year = (
        words.ordinals[groups["ord"]],
        weekday_number(groups, words),
        month_number(groups, words),
        year_of(groups, words),
    )

    def make(of: int) -> Span | None:
        return one_day(calendar.nth_weekday(of, month, weekday, nth))

    return make(year) if year is not None else around(context, make, "day")


def _rule_nth_weekday_rel(context: Context, groups: Groups) -> Span | None:
    words, reference = context.words, context.reference
    if reference is None:
        return open_span("day")
    span = month_span(reference.year, reference.month + shift_of(groups.get("shift", ""), words))
    if not span or not span.first:
        return None
    nth = words.ordinals[groups["ord"]]
    return one_day(calendar.nth_weekday(span.first.year, span.first.month, weekday_number(groups, words), nth), True)


def _rule_weekday_week(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    week = week_span(context.reference, shift_of(groups["shift"], context.words))
    return one_day(add_days(week.first, weekday_number(groups, context.words)) if week.first else None, True)


def _rule_weekday_in(context: Context, groups: Groups) -> Span | None:
    """ "mercredi en huit": a week after the coming Wednesday."""
    if context.reference is None:
        return open_span("day")
    days = (weekday_number(groups, context.words) - context.reference.weekday()) % 7 or 7
    return one_day(add_days(context.reference, days + (7 if groups["span"] in ("8", "huit") else 14)), True)


def _rule_weekday_shift(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    weekday, shift = weekday_number(groups, context.words), shift_of(groups["shift"], context.words)
    if shift < 0:
        return one_day(add_days(context.reference, -((context.reference.weekday() - weekday) % 7 or 7)), True)
    days = (weekday - context.reference.weekday()) % 7 or 7
    if shift > 0 and groups["shift"] in context.words.sets["next_week_words"]:
        week = week_span(context.reference, 1)
        return one_day(add_days(week.first, weekday) if week.first else None, True)
    return one_day(add_days(context.reference, days), True)


def _rule_weekday(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    weekday = weekday_number(groups, context.words)
    if context.ahead():
        # A text of the day names that day too ("doit partir mercredi"); an entry in a diary doesn't.
        same = 7 if context.lone() else 0
        return one_day(add_days(context.reference, (weekday - context.reference.weekday()) % 7 or same), True)
    return one_day(add_days(context.reference, -((context.reference.weekday() - weekday) % 7)), True)


def _rule_weekday_ahead(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    days = (weekday_number(groups, context.words) - context.reference.weekday()) % 7 or 7
    count = number_of(groups["num"], context.words.counts)
    return one_day(add_days(context.reference, days + 7 * (count - 1)), True)


def _rule_deixis(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    shift = context.words.deixis[groups.get("deixis") or groups["deixis_alone"]]
    return one_day(add_days(context.reference, shift), True)


def _rule_today(context: Context, groups: Groups) -> Span | None:
    return one_day(context.reference, True) or open_span("day")


def _rule_day_of_month(context: Context, groups: Groups) -> Span | None:
    """ "the 20th of next month"."""
    if context.reference is None:
        return open_span("day")
    span = month_span(context.reference.year, context.reference.month + shift_of(groups["shift"], context.words))
    number = day_number(groups, context.words)
    return one_day(calendar.day(span.first.year, span.first.month, number) if span and span.first else None, True)


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
    return as_relative(unit_span(context.reference, unit, 2))


def _rule_ago_two(context: Context, groups: Groups) -> Span | None:
    """ "2 months and 9 days ago"."""
    if context.reference is None:
        return open_span("day")
    moved: date | None = context.reference
    for mark in ("", "2"):
        unit, count = context.words.units[groups["unit" + mark]], int(count_of(groups["num" + mark], context))
        if moved is None or unit not in _DAYS | _MONTHS:
            return None
        moved = add_days(moved, -count * _DAYS[unit]) if unit in _DAYS else add_months(moved, -count * _MONTHS[unit])
    return one_day(moved, True)


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}


def _rule_after_event(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return None
    return one_day(add_days(context.reference, number_of(groups["num"], context.words.counts)), True)


def _rule_days(context: Context, groups: Groups) -> Span | None:
    words = context.words
    low, high, month, year = (
        day_number(groups, words),
        day_number(groups, words, "day2"),
        month_number(groups, words),
        year_of(groups, words),
    )
    if low >= high:
        return None

    def make(of: int) -> Span | None:
        first, last = calendar.day(of, month, low), calendar.day(of, month, high)
        return Span(first, last, "day") if first and last else None

    return make(year) if year is not None else around(context, make, "day")


def _rule_days_rel(context: Context, groups: Groups) -> Span | None:
    if context.reference is None:
        return open_span("day")
    span = month_span(context.reference.year, context.reference.month + shift_of(groups["shift"], context.words))
    low, high = day_number(groups, context.words), day_number(groups, context.words, "day2")
    if not span or not span.first or low >= high:
        return None
    first, last = (calendar.day(span.first.year, span.first.month, n) for n in (low, high))
    return Span(first, last, "day", True) if first and last else None


def _rule_days_only(context: Context, groups: Groups) -> Span | None:
    return _rule_days_rel(context, groups | {"shift": ""})
