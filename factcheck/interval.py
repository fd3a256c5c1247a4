"""Bounds of a number: every figure is an interval, so that "more than 12" and "13" can be compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The numbers from `low` to `high`; None is an open end; each end has its own inclusive flag.

    >>> Interval.point(Decimal(3)).disjoint(Interval(low=Decimal(3), low_inclusive=False))
    True
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_inclusive: bool = True
    high_inclusive: bool = True

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """The interval that holds `value` alone."""
        return cls(low=value, high=value)

    @classmethod
    def around(cls, value: Decimal, width: Decimal) -> Interval:
        """`value` give or take `width` (an absolute width, not negative), ends included."""
        return cls(low=value - width, high=value + width)

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies inside."""
        return self.low is not None and self.low == self.high

    def entirely_below(self, other: Interval) -> bool:
        """Whether every number here is smaller than every number of `other`."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_inclusive and other.low_inclusive)
        return self.high < other.low

    def disjoint(self, other: Interval) -> bool:
        """Whether no number lies in both. Symmetric.

        >>> about = Interval(low=Decimal(11), high=Decimal(13))
        >>> about.disjoint(Interval.point(Decimal(14)))
        True
        """
        return self.entirely_below(other) or other.entirely_below(self)

    def contains(self, value: Decimal) -> bool:
        """Whether `value` lies inside."""
        return not self.disjoint(Interval.point(value))

    def scaled(self, factor: Decimal) -> Interval:
        """Both ends times `factor` (not zero); a negative factor swaps them."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Interval(low=high, high=low, low_inclusive=self.high_inclusive, high_inclusive=self.low_inclusive)
        return Interval(low=low, high=high, low_inclusive=self.low_inclusive, high_inclusive=self.high_inclusive)

    def meet(self, other: Interval) -> Interval:
        """The numbers in both; of two that are disjoint, bounds that hold none.

        >>> Interval(low=Decimal(1), high=Decimal(4)).meet(Interval(low=Decimal(2))).low
        Decimal('2')
        """
        low, low_inclusive = self._tighter(other, "low", max)
        high, high_inclusive = self._tighter(other, "high", min)
        return Interval(low=low, high=high, low_inclusive=low_inclusive, high_inclusive=high_inclusive)

    def _tighter(self, other: Interval, end: str, choose: Callable[[Decimal, Decimal], Decimal]) -> tuple[Any, bool]:
        """The narrower of two lower (or upper) ends with its flag."""
        mine, theirs = getattr(self, end), getattr(other, end)
        flags = getattr(self, f"{end}_inclusive"), getattr(other, f"{end}_inclusive")
        if mine is None or theirs is None or mine == theirs:
            return (theirs, flags[1]) if mine is None else (mine, flags[0] and (theirs is None or flags[1]))
        return (mine, flags[0]) if choose(mine, theirs) == mine else (theirs, flags[1])

    def left_of(self, whole: Interval) -> Interval:
        """What remains of `whole` when a number from here is taken away.

        >>> Interval.point(Decimal(2)).left_of(Interval.point(Decimal(6))).low
        Decimal('4')
        """
        low = None if whole.low is None or self.high is None else whole.low - self.high
        high = None if whole.high is None or self.low is None else whole.high - self.low
        return Interval(
            low=low,
            high=high,
            low_inclusive=whole.low_inclusive and self.high_inclusive,
            high_inclusive=whole.high_inclusive and self.low_inclusive,
        )
