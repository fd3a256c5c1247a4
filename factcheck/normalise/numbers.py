"""The number grammar: cardinals, ordinals, fractions, collectives and powers, to exact decimals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.normalise.ordinals import Ordinals
from factcheck.normalise.tokens import Sort, Token, is_hyphen
from factcheck.normalise.written import MOST_DIGITS, Figure, Shape, vulgar

__all__ = ["MOST_DIGITS", "Figure", "Numbers", "Shape", "numbers"]

_POWER = re.compile(r"(?:(?:[ ]?[x×*][ ]?10)?\^|[x×]10(?=-\d)|e(?=[+-]?\d))([+-]?\d{1,3}(?:[.,]\d{1,3})?)(?![\d\w])")


class Numbers(Ordinals):
    """The whole grammar of one language."""

    def fraction(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """ "3/4", "deux tiers", "un dixième", "la moitié", "a half"."""
        slash = self._slash(tokens, at)
        if slash:
            return slash
        key = tokens[at].key
        part = vulgar(key)
        if part is not None:
            return Figure(part, at, at + 1, Shape.FRACTION, 1, spelled=True)
        if key in self.sets["half_nouns"] and (key not in self.sets["halves"]):
            return Figure(Decimal("0.5"), at, at + 1, Shape.FRACTION, 1, spelled=True)
        if key in self.sets["fraction_openers"] or key in self.sets["articles"]:
            bottom = self._denominator(tokens, at + 1, single=True)
            if bottom:
                return Figure(Decimal(1) / bottom[0], at, bottom[1], Shape.FRACTION, 1, spelled=True)
        if (
            tokens[at].sort == Sort.DIGITS
            and at + 1 < len(tokens)
            and tokens[at + 1].sort == Sort.DIGITS
            and not tokens[at + 1].spaced
        ):
            return None
        top = self.cardinal(tokens, at)
        if not top or top.value != int(top.value):
            return None
        place = top.end + 1 if top.end < len(tokens) and is_hyphen(tokens[top.end]) else top.end
        bottom = self._denominator(tokens, place, single=top.value <= 1)
        if not bottom:
            return None
        if top.spelled and top.value > 1 and top.value % 10 == 1 and self._one_part(tokens, bottom[1]):
            return Figure(top.value - 1 + 1 / bottom[0], at, bottom[1], Shape.FRACTION, 2, spelled=True)
        return Figure(top.value / bottom[0], at, bottom[1], Shape.FRACTION, 1, spelled=top.spelled)

    def _one_part(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether the denominator that ends at `end` is in the singular: "vingt et un cinquième" is 20 1/5."""
        return self.rows["one_and_part"] == "true" and not tokens[end - 1].key.endswith("s")

    def _slash(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """ "3/4" in digits; not a date, a counter, or part of a longer chain."""
        if at + 2 >= len(tokens) or tokens[at + 1].key != "/" or tokens[at].sort != Sort.DIGITS:
            return None
        top, bottom = tokens[at], tokens[at + 2]
        glued = tokens[at + 1].glued and bottom.glued
        if bottom.sort != Sort.DIGITS or not glued or not (top.key.isdigit() and bottom.key.isdigit()):
            return None
        chained = at + 3 < len(tokens) and tokens[at + 3].glued and tokens[at + 3].key in ("/", "-")
        chained |= at > 0 and tokens[at].glued and tokens[at - 1].key == "/"
        if chained or int(bottom.key[:9]) == 0 or max(len(top.key), len(bottom.key)) > 9:
            return None
        return Figure(Decimal(top.key) / Decimal(bottom.key), at, at + 3, Shape.FRACTION, 1)

    def _denominator(self, tokens: Sequence[Token], at: int, *, single: bool) -> tuple[Decimal, int] | None:
        """What a fraction is divided by: "tiers", "quarts", "dixièmes", "cent-vingtième"."""
        if at >= len(tokens):
            return None
        key = tokens[at].key
        if key in self.denominators:
            return self.denominators[key], at + 1
        if key in self.ordinals:
            return None
        found = self._spelled_ordinal(tokens, at)
        return (found.value, found.end) if found and found.value > 2 else None

    def tail(self, tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
        """What may follow a number as its fraction: "et demi", "et un quart", "and a half", " 1/2"."""
        if at >= len(tokens):
            return None
        slash = self._slash(tokens, at)
        if slash and slash.value < 1 and not tokens[at].glued:
            return slash.value, slash.end
        joiner = self.half_joiners.match(tokens, at)
        if not joiner or joiner[1] >= len(tokens):
            return None
        if tokens[joiner[1]].key in self.sets["halves"]:
            return Decimal("0.5"), joiner[1] + 1
        part = self.fraction(tokens, at + 1)
        if part and part.value < 1 and part.spelled:
            return part.value, part.end
        return None

    def collective(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """ "une cinquantaine", "a dozen", "deux douzaines" at the collective's opener."""
        key = tokens[at].key
        nxt = tokens[at + 1].key if at + 1 < len(tokens) else ""
        if key in self.sets["collective_openers"] and nxt in self.collectives:
            return Figure(self.collectives[nxt], at, at + 2, Shape.COLLECTIVE, spelled=True)
        count = self.below_1000(tokens, at) if tokens[at].sort == Sort.WORD else None
        if tokens[at].sort == Sort.DIGITS and len(key) < 4 and key.isdigit():
            count = int(key), at + 1
        if count and count[0] > 1 and count[1] < len(tokens):
            noun = tokens[count[1]].key.removesuffix("s")
            if noun in self.collectives:
                return Figure(self.collectives[noun] * count[0], at, count[1] + 1, Shape.COLLECTIVE)
        return None

    def indefinites(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """ "dizaines de milliers": a decade, since only the order of size is said."""
        value, end, count = Decimal(1), at, 0
        while end < len(tokens) and count < 4:
            place = end
            if count and tokens[place].key in self.sets["indefinite_links"]:
                place += 1
            word = tokens[place].key if place < len(tokens) else ""
            if word not in self.indefinite or (count and place == end):
                break
            value, end, count = value * self.indefinite[word], place + 1, count + 1
        if not count:
            return None
        # "des millions" can be any number of them; tens and hundreds stay below the next word.
        top = value * 10 if self.indefinite[tokens[at].key] <= 1000 else None
        return Figure(value, at, end, Shape.INDEFINITE, spelled=True, top=top)

    def power(self, clean_key: str, tokens: Sequence[Token], figure: Figure) -> tuple[Decimal, int] | None:
        """ "2,5^-1", "6.23x10^-4": the value raised, and the index after; None when out of range."""
        start = tokens[figure.end - 1].end
        found = _POWER.match(clean_key, start)
        if not found:
            return None
        exponent = Decimal(found.group(1).replace(",", "."))
        ten = "10" in clean_key[start : found.start(1)] or clean_key[start] == "e"
        base = Decimal(10) if ten else figure.value
        if abs(exponent) > 60 or (base == 0 and exponent < 0) or (base < 0 and exponent != int(exponent)):
            return None
        raised = base**exponent
        value = figure.value * raised if ten else raised
        end = figure.end
        while tokens[end].start < found.end() and tokens[end].sort != Sort.BREAK:
            end += 1
        return value, end


@cache
def numbers(lang: str) -> Numbers:
    """The number grammar of `lang`, read once."""
    return Numbers(lang)
