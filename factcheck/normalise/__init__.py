"""Quantities and dates of a text, in one form: exact values, bounds, units, ISO days.

`normalise` reads a text once and gives quantities, dates and what was not understood; `quantities` and
`dates` give one of them. Offsets are into the text as given; spans of the two kinds never overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import Quantity, Unparsed, When

__all__ = ["Normalised", "dates", "normalise", "quantities"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """What one pass over a text found, each list in the order of the text."""

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[When, ...] = ()
    unparsed: tuple[Unparsed, ...] = ()


def normalise(text: str, lang: str, reference_date: date | None = None) -> Normalised:
    """The quantities and dates of `text`; relative dates are counted from `reference_date`, or left open.

    >>> found = normalise("8,5 milliards de dollars depuis 2014", "fr")
    >>> found.quantities[0].value, found.quantities[0].unit, found.dates[0].first
    (Decimal('8500000000'), 'USD', datetime.date(2014, 1, 1))
    """
    # Imported late: the grammar and its data cost more than most commands that import this package need.
    from factcheck.normalise.driver import Driver

    driver = Driver(text, lang, reference_date)
    driver.run()
    return Normalised(quantities=tuple(driver.quantities), dates=tuple(driver.dates), unparsed=tuple(driver.unparsed))


def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, sorted by start.

    >>> [(q.text, q.unit) for q in quantities("19 morts et 2.300 blessés", "fr")]
    [('19 morts', 'mort'), ('2.300 blessés', 'blessé')]
    """
    return normalise(text, lang).quantities


def dates(text: str, lang: str, reference_date: date | None = None) -> tuple[When, ...]:
    """The dates of `text`, sorted by start.

    >>> dates("le 14 juillet 2025", "fr")[0].first
    datetime.date(2025, 7, 14)
    """
    return normalise(text, lang, reference_date).dates
