"""How much of a class: a share of it and a number of its members, brought together where its size is known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.interval import Interval

ZERO, ONE = Decimal(0), Decimal(1)
ANY_SHARE = Interval(low=ZERO, high=ONE)
ANY_COUNT = Interval(low=ZERO)
NONE, SOME, ALL = Interval.point(ZERO), Interval(low=ZERO, high=ONE, low_inclusive=False), Interval.point(ONE)
AT_LEAST_ONE = Interval(low=ONE)
# Thirds do not come out even: shares and counts are kept to this, so that a third of twelve is four.
_SHARES, _COUNTS = Decimal("0.000001"), Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A share (0 to 1) of a class and a number of its members; each follows from the other as far as it can.

    `total` is how many the class has, None where nobody says. Nothing is a share of nothing: the class has members.

    >>> Extent.of(share=Interval.point(Decimal("0.5")), total=Interval.point(Decimal(6))).count.high
    Decimal('3.00')
    """

    share: Interval
    count: Interval
    total: Interval | None

    @classmethod
    def of(cls, *, share: Interval = ANY_SHARE, count: Interval = ANY_COUNT, total: Interval | None = None) -> Extent:
        """The extent that both bounds leave."""
        share = _rounded(share, _SHARES).meet(ANY_SHARE)
        if total is not None:
            count = count.meet(_times(share, total))
            share = share.meet(_over(count, total))
        if share.high == ZERO or count.high == ZERO:
            share, count = share.meet(NONE), count.meet(NONE)
        elif not share.contains(ZERO) or not count.contains(ZERO):
            share, count = share.meet(SOME), count.meet(AT_LEAST_ONE)
        return cls(share=share, count=count, total=total)

    @property
    def rest(self) -> Extent:
        """Those of the class that are left: of "most", "less than half"."""
        count = ANY_COUNT if self.total is None else self.count.left_of(self.total).meet(ANY_COUNT)
        return Extent.of(share=self.share.left_of(ALL), count=count, total=self.total)

    def with_total(self, total: Interval | None) -> Extent:
        """The same, of a class whose size is learnt from elsewhere; what is known already stays."""
        return (
            self
            if total is None or self.total is not None
            else Extent.of(share=self.share, count=self.count, total=total)
        )


def _rounded(interval: Interval, places: Decimal) -> Interval:
    low, high = (None if end is None else end.quantize(places) for end in (interval.low, interval.high))
    return Interval(low=low, high=high, low_inclusive=interval.low_inclusive, high_inclusive=interval.high_inclusive)


def _times(share: Interval, total: Interval) -> Interval:
    """How many a share of a class is."""
    low = None if share.low is None or total.low is None else share.low * total.low
    high = None if share.high is None or total.high is None else share.high * total.high
    return _rounded(
        Interval(low=low, high=high, low_inclusive=share.low_inclusive, high_inclusive=share.high_inclusive), _COUNTS
    )


def _over(count: Interval, total: Interval) -> Interval:
    """What share of a class a number of its members is."""
    low = None if count.low is None or not total.high else count.low / total.high
    high = None if count.high is None or not total.low else count.high / total.low
    return _rounded(
        Interval(low=low, high=high, low_inclusive=count.low_inclusive, high_inclusive=count.high_inclusive), _SHARES
    )
