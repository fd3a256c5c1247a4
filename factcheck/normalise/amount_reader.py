"""From a figure to an amount: its unit or counted noun, and the parts that belong to it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.normalise.draft import Draft
from factcheck.normalise.figure_reader import FigureReader
from factcheck.normalise.names import COMPOUNDS
from factcheck.normalise.numbers import Figure, Shape
from factcheck.normalise.tokens import Sort
from factcheck.normalise.units import MONEY, Unit, unit_factor


class AmountReader(FigureReader):
    """Figures with what they count."""

    def _measured(self, draft: Draft) -> Draft:
        """With the unit or counted noun after the figure."""
        found = self.unit_of(draft)
        if found:
            return self._below_zero(self._scaled_by(draft, *found))
        draft = self._lettered(draft)
        if draft.figure.shape is Shape.FRACTION and abs(draft.figure.value) <= 1:
            return replace(draft, unit="ratio", dimension="share", of=self._whole(draft.end))
        noun = self._noun(draft)
        if noun:
            return replace(draft, unit=noun[0], dimension="count", end=noun[1])
        if self._aged(draft):
            return replace(draft, unit="year", dimension="duration")
        return replace(draft, unit=self.words.person, dimension="count") if self._people(draft) else draft

    def _aged(self, draft: Draft) -> bool:
        """ "Kevin Snow, 57, was": a bare figure between commas after a word is an age in English."""
        figure, at = draft.figure, draft.start
        if not self.words.bare_ages or figure.spelled or figure.digits is None or not 1 < figure.value < 111 or at < 2:
            return False
        if self.key(at - 1) != "," or self.tokens[at - 2].sort != Sort.WORD or self.tokens[at].key[0] == "0":
            return False
        follows = self.key(draft.end) == "," or (self.key(draft.end) == "." and self.tokens[at - 2].text[:1].isupper())
        return follows and self.tokens[draft.end + 1].sort != Sort.DIGITS and len(self.tokens[at].key) <= 2

    def _people(self, draft: Draft) -> bool:
        """ "51 were taken to hospital", "16 who walked": a bare figure that only people can be."""
        figure = draft.figure
        if figure.shape is not Shape.CARDINAL or figure.value != int(figure.value) or figure.value < 1:
            return False
        return self.words.people.match(self.tokens, draft.end) is not None

    def _below_zero(self, draft: Draft) -> Draft:
        """ "10 degrés au-dessous de zéro"."""
        if draft.dimension not in ("temperature", "angle") or draft.value is None:
            return draft
        below = self.words.below_zero.match(self.tokens, draft.end)
        return replace(draft, value=-draft.value, end=below[1]) if below else draft

    def _scaled_by(self, draft: Draft, unit: Unit, end: int, scale: Decimal) -> Draft:
        """`draft` in `unit`, its figures times `scale` and the unit's own `times`."""
        factor = scale * unit.times
        draft = replace(
            draft,
            end=end,
            unit=unit.name,
            dimension=unit.dimension,
            value=None if draft.value is None else draft.value * factor,
            low=None if draft.low is None else draft.low * factor,
            high=None if draft.high is None else draft.high * factor,
        )
        draft = self._small_change(draft) if unit.dimension == MONEY else self._compound(draft)
        return replace(draft, of=self._whole(draft.end)) if unit.dimension == "share" else draft

    def unit_of(self, draft: Draft) -> tuple[Unit, int, Decimal] | None:
        """The unit after a figure: the unit, the index after it, and a letter scale found between ("M€")."""
        figure, place, one = draft.figure, draft.end, Decimal(1)
        if self.key(place) in ("{", "[", "("):
            found = self.unit(place + 1)
            if found and self.key(found[1]) in ("}", "]") and self.key(place) != "(":
                return found[0], found[1] + 1, one
            return None
        loose = figure.scaled or figure.shape is not Shape.CARDINAL or figure.value >= 10**6
        loose |= figure.spelled and figure.value != int(figure.value)
        if loose and self.key(place) in self.words.sets["of_words"] and self.key(place + 1):
            place += 1
            if self.key(place) in self.words.sets["after_of"]:
                place += 1
        if self.key(place) == "-" and self.glued(place) and self.glued(place + 1):
            place += 1
        if place == draft.end and self._million(place, figure):
            return None
        found = self.unit(place) or self._unit_later(place)
        if found and self._fits_unit(found[0], place, found[1], figure):
            return found[0], found[1], self._code_scale(place, found[0])
        scale = None if figure.spelled else self.numbers.letter_scale(self.tokens, place)
        if scale and place == draft.end:
            money = self.money(self._after_of(scale[1]))
            if money:
                return money[0], money[1], scale[0]
        return None

    def _million(self, place: int, figure: Figure) -> bool:
        """Whether a letter that is also a unit multiplies here: "1.2m people" are no metres."""
        if figure.spelled or not self.glued(place) or self.tokens[place].text not in self.numbers.letters:
            return False
        return self.unit(place + 1) is None and bool(self.nouns.counted(self.tokens, place + 1, several=True))

    def _unit_later(self, place: int) -> tuple[Unit, int] | None:
        """ "trois longues années", "two more weeks": a unit name behind an adjective."""
        skipped = self.words.sets["unit_skips"]
        while self.key(place) in skipped:
            place += 1
            found = self.units.names.match(self.tokens, place) if place < len(self.tokens) else None
            if found:
                return found
        return None

    def _code_scale(self, place: int, unit: Unit) -> Decimal:
        """A scale letter stuck to a currency code: "48.5 MGBP"."""
        text = self.tokens[place].text
        stuck = unit.dimension == MONEY and len(text) == 4 and text[1:] == unit.name
        return self.numbers.letters.get(text[0], Decimal(1)) if stuck else Decimal(1)

    def _lettered(self, draft: Draft) -> Draft:
        """ "1,2M", "100k abonnés": a letter stuck to the digits multiplies them when it is no unit."""
        figure = draft.figure
        if figure.spelled or figure.scaled or figure.shape is not Shape.CARDINAL or not self.glued(draft.end):
            return draft
        scale = self.numbers.letter_scale(self.tokens, draft.end)
        if not scale or (self.glued(scale[1]) and self.tokens[scale[1]].sort in (Sort.WORD, Sort.DIGITS)):
            return draft
        if figure.value == int(figure.value) and abs(figure.value) < 10 and self.tokens[draft.end].text.isupper():
            return draft
        grown = figure._replace(value=figure.value * scale[0], end=scale[1], scaled=True)
        return replace(draft, figure=grown, value=grown.value, end=scale[1])

    def _small_change(self, draft: Draft) -> Draft:
        """ "12 euros et 15", "15 dollars 50", "deux euros et cinq centimes"."""
        place = draft.end
        if self.key(place) in self.words.sets["minor_links"]:
            place += 1
        sign = place == draft.end and self.tokens[draft.end - 1].sort == Sort.SIGN and not self.glued(place)
        if place >= len(self.tokens) or draft.value is None or draft.value != int(draft.value) or draft.figure.scaled:
            return draft
        cents = self.numbers.cardinal(self.tokens, place)
        if not cents or not 0 < cents.value < 100 or cents.value != int(cents.value) or cents.scaled:
            return draft
        minor = self.units.minor.match(self.tokens, cents.end) if cents.end < len(self.tokens) else None
        end = minor[1] if minor else cents.end + (self.key(cents.end) == "c" and self.glued(cents.end))
        if not minor and (sign or not self._ends_amount(end)):
            return draft
        return replace(draft, value=draft.value + cents.value / 100, end=end)

    def _ends_amount(self, end: int) -> bool:
        """Whether nothing counted follows: "12 euros et 15" but not "12 euros et 15 personnes"."""
        return (
            self.unit(end) is None
            and self.tokens[end].sort in (Sort.BREAK, Sort.SIGN)
            and self.key(end) not in ("%", "/", "-", "+")
        )

    def _compound(self, draft: Draft) -> Draft:
        """ "1 heure 30", "deux heures et cinq minutes", "6 feet 2 inches": one value in the first unit."""
        size = unit_factor(draft.unit)
        if draft.value is None or draft.dimension not in COMPOUNDS or size is None:
            return draft
        half = self.numbers.tail(self.tokens, draft.end)
        if half and not self.unit(half[1]):
            return replace(draft, value=draft.value + half[0], end=half[1])
        months = self._months(draft)
        if months:
            return months
        smallest = size
        while (found := self._smaller(draft, smallest)) is not None:
            added, end, smallest = found
            draft = replace(draft, value=(draft.value or Decimal(0)) + added / size, end=end)
        return draft if smallest != size else self._minutes(draft)

    def _months(self, draft: Draft) -> Draft | None:
        """ "2 ans et 3 mois" is 27 months: exact, as no other mix of units with a year is."""
        if draft.unit != "year" or draft.value is None:
            return None
        place = self._linked(draft)
        rest = self.numbers.cardinal(self.tokens, place) if place < len(self.tokens) else None
        found = self.unit(rest.end) if rest else None
        if not rest or not found or found[0].name != "month" or not 0 < rest.value < 12:
            return None
        return replace(draft, value=draft.value * 12 + rest.value, unit="month", end=found[1])

    def _linked(self, draft: Draft) -> int:
        """Past the "et" or comma that may join two parts of a figure."""
        place = draft.end
        if self.key(place) == ",":
            place += 1
        return place + 1 if self.key(place) in self.words.sets["minor_links"] else place

    def _smaller(self, draft: Draft, size: Decimal) -> tuple[Decimal, int, Decimal] | None:
        """A further part in a smaller unit of the same dimension: its size in base units, the index after, its unit."""
        place = self._linked(draft)
        if place >= len(self.tokens) or self.tokens[place].sort not in (Sort.DIGITS, Sort.WORD):
            return None
        rest = self.numbers.cardinal(self.tokens, place)
        found = self.unit(rest.end) if rest else None
        if not rest or not found or found[0].dimension != draft.dimension:
            return None
        factor = unit_factor(found[0].name)
        if factor is None or factor >= size or rest.value * factor >= size:
            return None
        return rest.value * factor, found[1], factor

    def _minutes(self, draft: Draft) -> Draft:
        """ "2 h 30", "1 hour and thirty": minutes without their unit."""
        place = self._linked(draft)
        if draft.unit != "hour" or draft.value is None or draft.value != int(draft.value) or place >= len(self.tokens):
            return draft
        rest = self.numbers.cardinal(self.tokens, place)
        if not rest or rest.value >= 60 or rest.value != int(rest.value) or self.unit(rest.end):
            return draft
        loose = place != draft.end or rest.spelled
        if loose and not self._ends_amount(rest.end):
            return draft
        return replace(draft, value=draft.value + rest.value / 60, end=rest.end)

    def _noun(self, draft: Draft) -> tuple[str, int] | None:
        """The counted noun after a figure, and the index after it."""
        figure, place = draft.figure, draft.end
        linked = self.key(place) in self.words.sets["of_words"]
        loose = figure.scaled or figure.shape is not Shape.CARDINAL or figure.value >= 10**6
        if linked and not loose:
            return None
        if linked:
            place += 1
        if place >= len(self.tokens) or self.tokens[place].sort == Sort.BREAK:
            return None
        one = figure.spelled and figure.value == 1
        if (
            one
            and self.key(figure.start) not in self.words.sets["number_ones"]
            and self.key(place) not in self.nouns.casualties
        ):
            return None
        place += self.key(place) in ('"', "«") and not self.glued(place)
        hyphen = self.key(place) == "-" and self.glued(place) and self.glued(place + 1)
        if hyphen and not self.nouns.head_last:
            return None
        several = (abs(figure.value) >= 2 or figure.shape is Shape.INDEFINITE) and not hyphen
        several &= self.nouns.head_last or not linked
        return self.nouns.counted(self.tokens, place + hyphen, several=several)

    def _whole(self, end: int) -> str | None:
        """What a share is taken from: "4% du PIB", "un tiers des biens"."""
        link = self.words.whole.match(self.tokens, end) if end < len(self.tokens) else None
        if not link or link[1] >= len(self.tokens):
            return None
        place = link[1]
        while self.key(place) in self.words.sets["whole_fillers"]:
            place += 1
        if self.tokens[place].sort != Sort.WORD:
            return None
        noun = self.nouns.counted(self.tokens, place, several=False)
        return noun[0] if noun else None
