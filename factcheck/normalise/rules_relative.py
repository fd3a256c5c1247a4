"""Rules for what is counted from the reference date: "il y a trois ans", "the last two weeks"."""

from __future__ import annotations

from datetime import date

from factcheck.normalise import calendar
from factcheck.normalise.calendar import Span, add_days, add_months, month_span, open_span
from factcheck.normalise.rule_context import Context, Groups, as_relative, count_of, one_day, shift_of, unit_span

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}


def moved(some: date, unit: str, count: float) -> date | None:
    """`some` moved by `count` units, back when negative; None for a unit without a length in days or months."""
    if unit in _DAYS:
        return add_days(some, round(count * _DAYS[unit]))
    return add_months(some, round(count * _MONTHS[unit])) if unit in _MONTHS else None


def _moved(context: Context, groups: Groups, way: int) -> Span | None:
    """The period `num` units before (-1) or after (1) the reference date, in the grain the words suggest."""
    unit, reference = context.words.units[groups["unit"]], context.reference
    if reference is None:
        return open_span("day" if unit in ("day", "week") else unit)
    count = count_of(groups["num"], context)
    found = moved(reference, unit, way * count)
    if not found:
        return None
    if unit in _DAYS or unit == "month":
        return one_day(found, True)
    if unit in ("decade", "century"):
        return as_relative(calendar.year_span(found.year))
    if unit == "year" and count == int(count) and way < 0:
        return as_relative(calendar.year_span(found.year))
    return as_relative(month_span(found.year, found.month))


def _rule_ago(context: Context, groups: Groups) -> Span | None:
    return _moved(context, groups, -1)


def _rule_ahead(context: Context, groups: Groups) -> Span | None:
    return _moved(context, groups, 1)


def _units_beside(context: Context, groups: Groups, way: int) -> Span | None:
    """The `num` whole units just before or after the one that holds the reference date."""
    unit, reference = context.words.units[groups["unit"]], context.reference
    if reference is None:
        return open_span(unit)
    count = int(count_of(groups["num"], context))
    if unit == "day":
        near, far = add_days(reference, way), add_days(reference, way * count)
        return Span(min(near, far), max(near, far), "day", True) if near and far else None
    near_span, far_span = unit_span(reference, unit, way), unit_span(reference, unit, way * count)
    if not near_span or not far_span:
        return None
    low, high = (far_span, near_span) if way < 0 else (near_span, far_span)
    return Span(low.first, high.last, unit, True)


def _rule_past_units(context: Context, groups: Groups) -> Span | None:
    return _units_beside(context, groups, -1)


def _rule_next_units(context: Context, groups: Groups) -> Span | None:
    return _units_beside(context, groups, 1)


def _rule_within(context: Context, groups: Groups) -> Span | None:
    reference = context.reference
    if reference is None:
        return open_span("day")
    if "unit" not in groups:
        return Span(reference, add_days(reference, int(count_of(groups["num"], context))), "day", True)
    unit, count = context.words.units[groups["unit"]], count_of(groups["num"], context)
    last = moved(reference, unit, count)
    return Span(reference, last, "day", True) if last else None


def _rule_unit_shift(context: Context, groups: Groups) -> Span | None:
    unit = context.words.units[groups["unit"]]
    if context.reference is None:
        return open_span(unit)
    return as_relative(unit_span(context.reference, unit, shift_of(groups["shift"], context.words)))


def _rule_unit_this(context: Context, groups: Groups) -> Span | None:
    return _rule_unit_shift(context, groups | {"shift": ""})
