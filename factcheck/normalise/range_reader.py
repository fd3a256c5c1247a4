"""Ranges, and amounts with their currency first: "de 6 à 7,5 milliards", "$10-12 million"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model import Qualifier
from factcheck.normalise.amount_reader import AmountReader
from factcheck.normalise.draft import Draft
from factcheck.normalise.numbers import Shape
from factcheck.normalise.tokens import Sort, Token
from factcheck.normalise.units import MONEY, Unit


class RangeReader(AmountReader):
    """Two figures that are the ends of one range."""

    def _range(self, draft: Draft) -> Draft | None:
        """ "de 6 à 7,5 milliards d'euros", "10 ou 15 %", "between 5 and six": one range, one unit."""
        if draft.figure.shape in (Shape.INDEFINITE, Shape.ORDINAL):
            return None
        first = self._own_unit(draft)
        place = first.end
        link = self.tokens[place]
        if link.text not in self.words.range_links and link.key not in self.words.range_links:
            return None
        if link.key in self.words.sets["and_links"] and not self._between(draft.start):
            return None
        second = self._second(place + 1)
        if second is None or not self._rangeable(draft, first, second, link):
            return None
        return self._joined(first, self._measured_second(second), link)

    def _own_unit(self, draft: Draft) -> Draft:
        """The first figure of a range with its own unit, if it has one ("10 euro et 20 euro")."""
        found = self.unit_of(draft)
        return self._scaled_by(draft, *found) if found else draft

    def _second(self, at: int) -> Draft | None:
        """The second figure of a range, which may have a currency or bounding word before it."""
        place = at
        skipped = self.words.sets["range_fillers"]
        while self.key(place) in skipped:
            place += 1
        if place >= len(self.tokens):
            return None
        money = self.units.money_signs.match(self.tokens, place)
        start = money[1] if money else place
        if start >= len(self.tokens):
            return None
        figure = self.figure(start)
        if not figure or figure.shape not in (Shape.CARDINAL, Shape.FRACTION, Shape.COLLECTIVE):
            return None
        figure = figure._replace(start=place)
        draft = Draft(start=place, end=figure.end, figure=figure, value=figure.value)
        return self._prefixed(draft, money[0]) if money else draft

    def _measured_second(self, draft: Draft) -> Draft:
        return draft if draft.unit else self._measured(draft)

    def _between(self, start: int) -> bool:
        return self.key(start - 1) in self.words.sets["and_openers"]

    def _rangeable(self, draft: Draft, first: Draft, second: Draft, link: Token) -> bool:
        """Whether two linked figures are one range, not a score, a date, a code or a list."""
        low, high = draft.figure, second.figure
        if high.value < 0 and link.key == "-":
            return False
        glued_dash = link.glued and self.glued(second.start)
        if link.key in "-–~" and link.glued != self.glued(second.start) and first.bare:
            return False
        if low.value >= high.value and not (high.scaled and not low.scaled):
            opened = self.key(draft.start - 1) in self.words.sets["range_openers"]
            return opened and first.dimension != "duration" and not second.bare
        if link.key in self.words.sets["loose_links"]:
            return high.value <= low.value * 20
        if link.key in "-–" and glued_dash and low.spelled != high.spelled:
            return False
        return link.key not in "-–" or (high.value - low.value) * 1 >= 0

    def _joined(self, first: Draft, second: Draft, link: Token) -> Draft | None:
        """One range from two figures; the unit and scale of the second hold for both when the first has none."""
        if first.unit and second.unit and first.unit != second.unit and second.dimension != first.dimension:
            return None
        if second.bare and first.unit and first.dimension not in (MONEY, "share"):
            return None
        if second.value is None or first.value is None:
            return None
        low, high = first.value, second.value
        scale = high / second.figure.value if second.figure.value else Decimal(1)
        if first.bare:
            low *= scale
        if second.figure.scaled and not first.figure.scaled and low < 1000:
            low *= self._last_scale(second.figure) if self._last_scale(second.figure) > 1 else self._short_scale(second)
        if low > high:
            low, high = high, low
        opened = self.key(first.start - 1) in self.words.sets["range_openers"]
        return replace(
            second,
            start=first.start - 1 if opened else first.start,
            value=None,
            low=low,
            high=high,
            unit=second.unit or first.unit,
            dimension=second.dimension or first.dimension,
            qualifier=Qualifier.RANGE,
            figure=second.figure._replace(digits=max(first.figure.digits or 0, second.figure.digits or 0) or None),
        )

    def _short_scale(self, draft: Draft) -> Decimal:
        """The abbreviated scale a figure ends with ("4,5 Md€")."""
        return self.numbers.short.get(self.key(draft.figure.end - 1), Decimal(1))

    def _prefixed(self, draft: Draft, unit: Unit) -> Draft:
        """An amount with its currency before it, its letter scale ("B", "m") and a spelled scale after it."""
        end, value = draft.end, draft.value or Decimal(0)
        scale = self.numbers.letter_scale(self.tokens, end) if not draft.figure.scaled else None
        if (scale and (self.glued(end) or self.tokens[end].sort == Sort.WORD) and not self.glued(scale[1])) or (
            scale and self.glued(scale[1]) and self.tokens[scale[1]].sort != Sort.WORD
        ):
            value, end = value * scale[0], scale[1]
        figure = draft.figure._replace(scaled=draft.figure.scaled or end != draft.end)
        again = self.money(end) if end < len(self.tokens) and self.tokens[end].sort == Sort.WORD else None
        if again and (again[0].name == unit.name or self.tokens[end].text in self.units.codes):
            unit, end = again
        return replace(draft, figure=figure, end=end, value=value, unit=unit.name, dimension=MONEY)

    def _money_range(self, draft: Draft) -> Draft | None:
        """ "$10-12 million", "$5 to $7"."""
        link = self.tokens[draft.end]
        if link.text not in self.words.range_links and link.key not in self.words.range_links:
            return None
        if link.key in self.words.sets["and_links"] and not self._between(draft.start):
            return None
        second = self._second(draft.end + 1)
        if not second or not self._rangeable(draft, draft, second, link) or second.value is None:
            return None
        found = None if second.unit else self.unit_of(second)
        if second.bare and (found or self._noun(second)):
            return None
        second = second if second.unit else self._prefixed(second, Unit(name=draft.unit or "", dimension=MONEY))
        return self._joined(draft, second, link)
