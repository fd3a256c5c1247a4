"""How a value came about: the words read, the rule, each step, and the value in its base unit.

Made on demand by reading the text again and keeping the drafts, so that plain reading costs nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.interval import Interval
from factcheck.model import Clock, Qualifier, Quantity, When
from factcheck.normalise.draft import Draft
from factcheck.normalise.driver import Driver
from factcheck.normalise.numbers import Shape
from factcheck.normalise.tokens import Sort
from factcheck.normalise.units import MONEY, to_base

__all__ = ["Explanation", "explain"]

# How a figure of each shape is named.
_SHAPES = {
    Shape.CARDINAL: "number",
    Shape.ORDINAL: "ordinal",
    Shape.FRACTION: "fraction",
    Shape.COLLECTIVE: "collective",
    Shape.INDEFINITE: "indefinite plural",
}
_DIMENSIONS = {
    "count": "counted noun",
    "share": "share",
    "multiplier": "comparison",
    "points": "points",
    "change_of_share": "points",
}
# Beyond these a figure is easier to read with an exponent.
_LONGEST, _SMALLEST = 21, -7


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why `mention` is what it is: the tokens read, the rule that read them, and the steps to its value.

    `base` is the value in the base unit of its dimension, where that is another unit. `str()` gives one line.
    """

    mention: Quantity | When
    tokens: tuple[str, ...]
    rule: str
    steps: tuple[str, ...]
    base: str | None = None

    def __str__(self) -> str:
        parts = [*self.steps] + ([f"base {self.base}"] if self.base else [])
        return f"{self.rule}: {'; '.join(parts)}"


def explain(text: str, lang: str, reference_date: date | None = None) -> tuple[Explanation, ...]:
    """The explanation of every quantity, then of every date, in the order `normalise` gives them.

    >>> str(explain("8,5 milliards de dollars", "fr")[0])
    'money: 8,5 × milliards (1e9) = 8 500 000 000; dollars → USD; exact'
    """
    driver = Driver(text, lang, reference_date)
    driver.run()
    drafts = {driver.clean.span(driver.tokens[d.start].start, driver.tokens[d.start].end)[0]: d for d in driver.drafts}
    figures = [_Teller(driver, drafts[q.start], q).explanation() for q in driver.quantities]
    days = [_dated(driver, when, reference_date) for when in driver.dates]
    return (*figures, *days)


class _Teller:
    """Tells one quantity from its draft."""

    def __init__(self, driver: Driver, draft: Draft, quantity: Quantity) -> None:
        self.reader, self.tokens = driver.reader, driver.tokens
        self.draft, self.quantity = draft, quantity

    def explanation(self) -> Explanation:
        """All there is to tell."""
        steps = [*self._figure(), *self._unit(), *self._words()]
        bounds, base = to_base(self.quantity)
        other = base is not None and base != self.quantity.unit
        return Explanation(
            mention=self.quantity,
            tokens=tuple(t.text for t in self.tokens[self.draft.start : self.draft.end]),
            rule=self._rule(),
            steps=tuple(steps),
            base=f"{_told(bounds)} {base}" if other else None,
        )

    def _rule(self) -> str:
        draft = self.draft
        if draft.qualifier is Qualifier.RANGE:
            return "range"
        if draft.figure.shape is not Shape.CARDINAL:
            return _SHAPES[draft.figure.shape]
        if draft.unit == "ratio":
            return "share of a whole"
        if draft.bare:
            return "number"
        return _DIMENSIONS.get(draft.dimension or "", "money" if draft.dimension == MONEY else "measure")

    def _figure(self) -> list[str]:
        """ "8,5 × milliards (1e9) = 8 500 000 000"; a range tells its two ends."""
        draft = self.draft
        if draft.qualifier is Qualifier.RANGE:
            return [f"{self._between(draft.start, draft.figure.end)} = {_told(self.quantity.bounds)}"]
        if draft.value is None or draft.figure.shape is Shape.INDEFINITE:
            return [self._between(draft.figure.start, draft.figure.end)]
        if draft.unit == "ratio" and draft.figure.shape is Shape.CARDINAL:
            return [f"{self._between(draft.figure.start, draft.end)} = {_plain(draft.value)}"]
        start = self._first_digit()
        literal = self.reader.numbers.literal(self.tokens, start) if start < draft.figure.end else None
        if literal is None or not literal[0]:
            return [f"{self._between(draft.figure.start, draft.figure.end)} = {_plain(draft.value)}"]
        return [self._product(start, *literal)]

    def _product(self, start: int, value: Decimal, _digits: int, end: int) -> str:
        """A figure in digits times what the words behind it make of it."""
        draft, grammar = self.draft, self.reader.numbers
        total = value if draft.value is None else draft.value
        minus = start > 0 and total < 0 and self.reader.key(start - 1) == "-"
        written = self._between(start - minus, end)
        times, result = abs(total / value), _plain(total)
        scale = grammar.scales.get(self.reader.key(end)) or grammar.short.get(self.reader.key(end))
        if scale == times:
            return f"{written} × {self._between(end, end + 1)} ({_power(times)}) = {result}"
        if end == draft.figure.end and times != 1 and _is_power(times):
            return f"{written} × {_power(times)} = {result}"
        if times != 1:
            written = self._between(draft.figure.start, draft.figure.end if draft.figure.value == total else draft.end)
        return written if written == result else f"{written} = {result}"

    def _unit(self) -> list[str]:
        """ "dollars → USD"."""
        unit = self.draft.unit
        if unit is None or unit in ("ratio", "ordinal", "multiplier"):
            return []
        written = self._unit_words(unit)
        return [f"{written} → {unit}" if written and written != unit else unit]

    def _unit_words(self, unit: str) -> str:
        """The words that name `unit`: before the figure, behind it, or the counted noun."""
        reader, draft = self.reader, self.draft
        for at in range(draft.start, draft.end):
            if self.tokens[at].sort == Sort.DIGITS:
                continue
            found = reader.unit(at) or reader._code_first(at)
            if found and found[0].name == unit and found[1] <= draft.end:
                return self._between(at, found[1])
        counted = draft.figure.end
        counted += self.reader.key(counted) in reader.words.sets["of_words"]
        return self._between(counted, draft.end) if draft.dimension == "count" else ""

    def _words(self) -> list[str]:
        """What the words around the figure say of it."""
        quantity, told = self.quantity, []
        if quantity.qualifier is Qualifier.EXACT:
            told.append("exact")
        elif quantity.qualifier is not Qualifier.RANGE:
            told.append(f"{quantity.qualifier}: {_told(quantity.bounds)}")
        for name, value in (("of", quantity.of), ("per", quantity.per), ("goes", quantity.direction)):
            told += [f"{name} {value}"] if value else []
        if quantity.alternative is not None:
            told.append(f"or {_plain(quantity.alternative)}, with the mark read the other way")
        return told

    def _first_digit(self) -> int:
        draft = self.draft
        digits = (k for k in range(draft.start, draft.end) if self.tokens[k].sort == Sort.DIGITS)
        return next(digits, draft.end)

    def _between(self, start: int, end: int) -> str:
        """The text from one token to another."""
        end = max(end, start + 1)
        return self.reader.clean.text[self.tokens[start].start : self.tokens[end - 1].end]


def _dated(driver: Driver, when: When, reference: date | None) -> Explanation:
    """A date's rule and its place in the calendar."""
    first, last = (None if d is None else d.isoformat() for d in (when.first, when.last))
    if first is None and last is None:
        place = "left open"
    elif first == last:
        place = str(first)
    else:
        place = f"{first or 'open'} to {last or 'open'}"
    steps = [f"{when.text} → {place}", when.grain]
    if when.relative:
        steps.append(f"counted from {reference.isoformat()}" if reference else "no reference date")
    if when.clock:
        steps.append(f"at {_hours(when.clock)}")
    rule = driver.date_rules[when.start].replace("_", " ")
    return Explanation(mention=when, tokens=tuple(when.text.split()), rule=rule, steps=tuple(steps))


def _hours(clock: Clock) -> str:
    """A time of day: its ends, and what is said of it."""
    first, last = (f"{end:%H:%M}" if end is not None else "open" for end in (clock.first, clock.last))
    told = [first if first == last else f"{first} to {last}", *(["approximately"] if clock.about else [])]
    return ", ".join([*told, *([clock.zone] if clock.zone else [])])


def _told(bounds: Interval) -> str:
    """An interval in words and signs."""
    low, high = bounds.low, bounds.high
    if low is not None and low == high:
        return _plain(low)
    if low is not None and high is not None:
        return f"{_plain(low)} to {_plain(high)}"
    if low is not None:
        return f"{'≥' if bounds.low_inclusive else '>'} {_plain(low)}"
    if high is not None:
        return f"{'≤' if bounds.high_inclusive else '<'} {_plain(high)}"
    return "any number"


def _plain(value: Decimal) -> str:
    """ "8 500 000 000": grouped by spaces, twelve digits behind the mark at most."""
    if value and not _SMALLEST <= value.adjusted() <= _LONGEST:
        return f"{value.normalize():g}"
    told = f"{value:,.12f}".rstrip("0").rstrip(".")
    return told.replace(",", " ")


def _is_power(value: Decimal) -> bool:
    return value.normalize().as_tuple().digits == (1,)


def _power(value: Decimal) -> str:
    """ "1e9" for a power of ten, else the figure."""
    return f"1e{value.adjusted()}" if _is_power(value) else _plain(value)
