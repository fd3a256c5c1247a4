"""A quantity in the making: what the readers of figures, units and bounds hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.interval import Interval
from factcheck.model import Qualifier
from factcheck.normalise.numbers import Figure, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quantity in the making, in token indexes. `low` and `high` are set by ranges and bounds.

    `resume` is where reading goes on when words after the quantity belong to it ("$50 a barrel").
    """

    start: int
    end: int
    figure: Figure
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    dimension: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    of: str | None = None
    per: str | None = None
    direction: str | None = None
    resume: int = 0

    @property
    def bare(self) -> bool:
        """Whether nothing says what is counted."""
        return self.unit is None


_LOWER = (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
_UPPER = (Qualifier.LESS_THAN, Qualifier.AT_MOST)


def two_bounds(left: Draft, right: Draft) -> Draft | None:
    """The range between a lower and an upper bound of one thing, in whichever order, or nothing."""
    low, high = (left, right) if left.qualifier in _LOWER else (right, left)
    if low.qualifier not in _LOWER or high.qualifier not in _UPPER or low.value is None or high.value is None:
        return None
    units = {draft.unit for draft in (left, right) if draft.unit}
    if len(units) > 1 or low.value >= high.value or left.of != right.of:
        return None
    return replace(
        right,
        start=left.start,
        value=None,
        low=low.value,
        high=high.value,
        unit=left.unit or right.unit,
        dimension=left.dimension or right.dimension,
        qualifier=Qualifier.RANGE,
    )


def interval(draft: Draft, about: Decimal, collective: Decimal) -> Interval:
    """The interval that value and qualifier make; the two widths are shares of an approximate figure."""
    if draft.qualifier is Qualifier.EXACT and draft.value is not None:
        return Interval.point(draft.value)
    if draft.qualifier in (Qualifier.RANGE, Qualifier.INDEFINITE) or draft.value is None:
        return Interval(low=draft.low, high=draft.high)
    value = draft.value
    if draft.qualifier is Qualifier.ABOUT:
        width = collective if draft.figure.shape is Shape.COLLECTIVE else about
        return Interval.around(value, abs(value) * width)
    return {
        Qualifier.AT_LEAST: Interval(low=value),
        Qualifier.MORE_THAN: Interval(low=value, low_inclusive=False),
        Qualifier.AT_MOST: Interval(high=value),
        Qualifier.LESS_THAN: Interval(high=value, high_inclusive=False),
    }.get(draft.qualifier, Interval.point(value))
