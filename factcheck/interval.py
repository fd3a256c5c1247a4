"""Bounds of a number: every figure is an interval, so that "more than 12" and "13" can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


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
