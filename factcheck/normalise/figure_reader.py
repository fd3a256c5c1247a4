"""Reading figures of every shape, with their sign, fraction tail and power."""

from __future__ import annotations

from decimal import Decimal

from factcheck.normalise.numbers import Figure, Shape
from factcheck.normalise.tokens import Sort
from factcheck.normalise.unit_reader import UnitReader

# Signs behind digits that may make them a fraction or an ordinal ("3/4", "1½"): without, they are a plain number.
_FIGURE_GOES_ON = frozenset("/-–—°º½⅓⅔¼¾⅕⅛⅜⅝⅞⅙")


class FigureReader(UnitReader):
    """Figures: collectives, fractions, ordinals, cardinals, indefinites."""

    def _before_figure(self, at: int) -> bool:
        """Whether the dash at `at` stands before another figure: then it makes no fraction or ordinal."""
        return self.key(at) in "-–—" and self.tokens[at + 1].sort == Sort.DIGITS

    def figure(self, at: int) -> Figure | None:
        """The longest figure at `at`, whatever its shape, with its sign, fraction tail and power."""
        tokens, grammar = self.tokens, self.numbers
        if (
            tokens[at].sort == Sort.DIGITS
            and tokens[at + 1].sort != Sort.WORD
            and (tokens[at + 1].key not in _FIGURE_GOES_ON or self._before_figure(at + 1))
        ):
            plain = grammar.cardinal(tokens, at)
            return self._signed(self._with_tail(plain)) if plain else None
        if tokens[at].sort not in (Sort.DIGITS, Sort.WORD):
            return None
        if tokens[at].sort == Sort.WORD and tokens[at].key not in grammar.starters:
            return None
        found = grammar.collective(tokens, at) or grammar.compound_ordinal(tokens, at)
        found = found or self._fraction(at) or self._ordinal(at)
        if found is None:
            found = grammar.cardinal(tokens, at)
            found = self._with_tail(found) if found else grammar.indefinites(tokens, at) or self._half(at)
            found = found or self._single(at)
        elif found.shape is Shape.FRACTION and found.spelled:
            found = self._fraction_of_scale(found)
        return self._signed(found) if found else None

    def _fraction(self, at: int) -> Figure | None:
        """A fraction; "une troisième force" and "a third man" are ordinals, read later at their word."""
        found = self.numbers.fraction(self.tokens, at)
        if not found or not found.spelled:
            return found
        single = (
            found.end == at + 2
            and self.key(at) in self.numbers.sets["fraction_openers"] | self.numbers.sets["articles"]
        )
        if not single or self.key(at + 1) not in self.numbers.ordinal_words:
            return found
        if self.key(at) in self.numbers.sets["not_fraction_openers"]:
            return None
        return None if self.nouns.counted(self.tokens, found.end, several=False) else found

    def _ordinal(self, at: int) -> Figure | None:
        """An ordinal; "premier" and "second" only where a rank is meant."""
        found = self.numbers.ordinal(self.tokens, at)
        if not found or found.value > 2 or not found.spelled or found.end > found.start + 1:
            return found
        key, sets = self.key(found.end), self.numbers.sets
        ranked = key in sets["rank_nouns"] or self.tokens[found.end].sort != Sort.WORD
        return found if ranked and key not in sets["never_ranked"] else None

    def _with_tail(self, found: Figure) -> Figure:
        """ "trois millions et demi", "two and a half", "2,5^-1"."""
        tail = self.numbers.tail(self.tokens, found.end)
        if tail:
            part = tail[0] * self._last_scale(found) if found.scaled else tail[0]
            grown = found._replace(value=found.value + part, end=tail[1], digits=(found.digits or 0) + 1)
            return self._scale_after(grown) if not found.scaled else grown
        if self.key(found.end) in ("^", "x", "×", "*", "e"):
            raised = self.numbers.power(self.clean.key, self.tokens, found)
            if raised:
                return found._replace(value=raised[0], end=raised[1])
        return found

    def _scale_after(self, found: Figure) -> Figure:
        """ "five and a half million": the scale word comes after the fraction."""
        scale = self.numbers.scales.get(self.key(found.end))
        return found._replace(value=found.value * scale, end=found.end + 1, scaled=True) if scale else found

    def _last_scale(self, found: Figure) -> Decimal:
        return self.numbers.scales.get(self.key(found.end - 1), Decimal(1))

    def _half(self, at: int) -> Figure | None:
        """ "demi" and "half" before a unit, scale or collective: "un demi-million", "half a gallon"."""
        sets, end = self.numbers.sets, at
        if self.key(end) in sets["fraction_openers"] | sets["articles"]:
            end += 1
        if self.key(end) in self.numbers.denominators and self.key(end) not in sets["halves"]:
            return self._quarter(at, end)
        if self.key(end) not in sets["halves"]:
            return None
        end += 1
        while self.key(end) in ("-", *sets["articles"]):
            end += 1
        word = self.key(end)
        scale = self.numbers.scales.get(word) or self.numbers.collectives.get(word)
        half = Decimal("0.5")
        if scale:
            return Figure(half * scale, at, end + 1, Shape.CARDINAL, 1, True, True)
        clear = (
            self.unit(end)
            or self.words.whole.match(self.tokens, end)
            or self.key(end) in self.words.sets["whole_fillers"]
        )
        if not clear and (at or self.tokens[end].sort != Sort.BREAK):
            return None
        return Figure(half, at, end, Shape.FRACTION, 1, spelled=True)

    def _quarter(self, at: int, end: int) -> Figure:
        """ "quart de litre": a fraction word with nothing before it."""
        return Figure(
            Decimal(1) / self.numbers.denominators[self.key(end)], at, end + 1, Shape.FRACTION, 1, spelled=True
        )

    def _single(self, at: int) -> Figure | None:
        """ "an hour", "a kilometre": the article counts one of a unit."""
        named = self.key(at) in self.numbers.sets["articles"] and self.units.names.match(self.tokens, at + 1)
        return Figure(Decimal(1), at, at + 1, Shape.CARDINAL, 1, spelled=True) if named else None

    def _fraction_of_scale(self, found: Figure) -> Figure:
        """ "un quart de million", "half a billion": the fraction of a scale word."""
        place = self._after_of(found.end)
        place += self.key(place) in self.words.sets["after_of"]
        scale = self.numbers.scales.get(self.key(place))
        if not scale:
            return found
        return found._replace(value=found.value * scale, end=place + 1, shape=Shape.CARDINAL, scaled=True)

    def _signed(self, found: Figure) -> Figure:
        """Take in a minus before the figure, or the mark of ",25"."""
        at = found.start
        before, tokens = self.key(at - 1), self.tokens
        marked = before in (",", ".") and tokens[at].glued and not self.glued(at - 1)
        if marked and tokens[at].key.isdigit() and found.end == at + 1:
            return found._replace(value=Decimal(f"0.{tokens[at].key}"), start=at - 1)
        sets = self.numbers.sets
        if before in sets["minus_words"] and found.value > 0 and found.shape is Shape.CARDINAL:
            two_before = self.key(at - 2)
            free = two_before not in sets["minus_not_after"] and not self._is_figure(at - 2)
            return found._replace(value=-found.value, start=at - 1) if free else found
        if before == "-" and found.value > 0 and tokens[at].sort == Sort.DIGITS and self._minus(at):
            return found._replace(value=-found.value, start=at - 1)
        if before == "+" and tokens[at].glued:
            return found._replace(start=at - 1)
        return found

    def _is_figure(self, at: int) -> bool:
        spelled = self.key(at) in self.numbers.ones or self.key(at) in self.numbers.tens
        return at >= 0 and (self.tokens[at].sort == Sort.DIGITS or spelled)

    def _minus(self, at: int) -> bool:
        """Whether the hyphen before `at` is a minus: nothing stuck before it, and no figure it could link."""
        if self.glued(at - 1) and self.key(at - 2) not in "([{$€£¥":
            return False
        if not self.tokens[at].glued:
            return at == 1 and not self._counts_noun(at)
        return not self._is_figure(at - 2)

    def _counts_noun(self, at: int) -> bool:
        """Whether a plural noun follows the digits at `at`: then a dash before them opens a list."""
        return bool(self.nouns.counted(self.tokens, at + 1, several=True)) and self.unit(at + 1) is None
