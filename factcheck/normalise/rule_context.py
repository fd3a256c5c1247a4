"""What every date rule works with: its context, its groups, and how words become numbers and years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.normalise import calendar
from factcheck.normalise.calendar import Span, add_days, month_span, months_span, open_span, week_span

if TYPE_CHECKING:
    from factcheck.normalise.date_words import Dates

# Two-digit years below this are of this century.
PIVOT = 36
Groups = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may look at besides its groups."""

    words: Dates
    reference: date | None
    ahead: Callable[[], bool]
    lone: Callable[[], bool]


def year_of(groups: Groups, words: Dates, name: str = "year") -> int | None:
    """The year of the groups, written in full, in two digits or in words; None when not named."""
    written = groups.get(name)
    if written is None:
        short = groups.get("yy")
        return long_year(int(short)) if short else None
    return int(written) if written.isdigit() else spelled_year(written, words)


def long_year(short: int) -> int:
    """A two-digit year with its century."""
    return short + (2000 if short < PIVOT else 1900)


def spelled_year(written: str, words: Dates) -> int | None:
    """ "deux mille dix sept", "nineteen ninety nine"."""
    parts = written.replace("-", " ").split()
    for size in range(len(parts), -1, -1):
        head, tail = " ".join(parts[:size]), " ".join(p for p in parts[size:] if p != "and")
        base = _YEAR_HEADS.get(head)
        if base is not None and (not tail or tail in words.small):
            return base + (words.small[tail] if tail else 0)
    return None


_HUNDREDS = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
_YEAR_HEADS = {
    "deux mille": 2000,
    "mil neuf cent": 1900,
    "mille neuf cent": 1900,
    "dix neuf cent": 1900,
    "dix huit cent": 1800,
    **{f"{head} hundred{join}": 100 * n for head, n in _HUNDREDS.items() for join in ("", " and")},
    "two thousand": 2000,
    "two thousand and": 2000,
    "eighteen": 1800,
    "nineteen": 1900,
    "twenty": 2000,
}


def number_of(written: str, table: dict[str, int]) -> int:
    """A number in digits, or looked up in `table`."""
    return int(written) if written.isdigit() else table[written]


def day_number(groups: Groups, words: Dates, name: str = "day") -> int:
    """The day of the month."""
    return number_of(groups[name], words.days)


def month_number(groups: Groups, words: Dates) -> int:
    """The month, 1 to 12."""
    return words.months[groups["month"].rstrip(".")]


def weekday_number(groups: Groups, words: Dates, name: str = "weekday") -> int:
    """The weekday, Monday 0 to Sunday 6."""
    return words.weekdays[groups[name].rstrip(".")]


def one_day(found: date | None, relative: bool = False) -> Span | None:
    """A span of one day, or nothing."""
    return Span(found, found, "day", relative) if found else None


def as_relative(span: Span | None) -> Span | None:
    """`span` marked as depending on the reference date."""
    return span._replace(relative=True) if span else None


def shift_of(text: str, words: Dates) -> int:
    """-1 for "dernier", 1 for "prochain", 0 for "ce"."""
    last = {w for w in words.flat_last if w in text}
    following = {w for w in words.flat_next if w in text}
    return -1 if last else 1 if following else 0


def nearest(candidates: list[Span], context: Context) -> Span | None:
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


def around(context: Context, make: Callable[[int], Span | None], grain: str) -> Span:
    """A period of the year without its year."""
    if context.reference is None:
        return open_span(grain)
    # Eight years hold a leap day between them.
    spans = [make(context.reference.year + k) for k in range(-8, 9)]
    found = nearest([s for s in spans if s], context)
    return found._replace(relative=True) if found else open_span(grain)


def count_of(written: str, context: Context) -> float:
    """How many units a phrase names; "quelques" and "a few" count as three."""
    if written[0].isdigit():
        return float(written.replace(",", "."))
    number = context.words.counts[written]
    return 3 if number < 0 else number


def day_of_year(context: Context, month: int, number: int) -> Span | None:
    """A day and month without a year."""
    if not 1 <= month <= 12 or not calendar.day(2000, month, number):
        return None
    return around(context, lambda year: one_day(calendar.day(year, month, number)), "day")


def unit_span(reference: date, unit: str, shift: int) -> Span | None:
    """The whole day, week, month … `shift` away from the one that holds `reference`."""
    if unit == "day":
        return one_day(add_days(reference, shift))
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
