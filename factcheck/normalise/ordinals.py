"""Ordinal numbers: "3e", "vingt et unième", "two hundredth"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.normalise.cardinals import Cardinals
from factcheck.normalise.tokens import Sort, Token, is_hyphen
from factcheck.normalise.written import Figure, Shape


class Ordinals(Cardinals):
    """Cardinals whose last word says a rank."""

    def ordinal(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """ "3e", "vingt et unième", "two hundredth"."""
        token = tokens[at]
        if token.sort == Sort.DIGITS and token.key.isdigit() and at + 1 < len(tokens):
            nxt = tokens[at + 1]
            if at + 2 < len(tokens) and tokens[at + 2].glued and tokens[at + 2].sort == Sort.DIGITS:
                return None
            if len(token.key) <= 9 and nxt.key in self.sets["ordinal_suffixes"] and (nxt.glued or len(nxt.key) > 2):
                return Figure(Decimal(token.key), at, at + 2, Shape.ORDINAL)
            return None
        if token.key in self.ordinals and (at == 0 or not is_hyphen(tokens[at - 1])):
            return Figure(self.ordinals[token.key], at, at + 1, Shape.ORDINAL, spelled=True)
        return self._spelled_ordinal(tokens, at)

    def compound_ordinal(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """An ordinal of several words, "vingt-cinquième", "deux centième", that is no fraction.

        In the plural only a hyphen before the last word tells: "vingt-troisièmes", but "vingt cinquièmes".
        """
        if tokens[at].sort != Sort.WORD or tokens[at].key in self.sets["articles"]:
            return None
        found = self._spelled_ordinal(tokens, at)
        if not found or found.end - found.start < 2 or found.value <= 2:
            return None
        last = tokens[found.end - 1].key
        plural = last.endswith("s") and last not in self.ordinal_words
        return None if plural and not is_hyphen(tokens[found.end - 2]) else found

    def _spelled_ordinal(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """A cardinal head, if any, and an ordinal tail that may follow it."""
        for end, value in self._heads(tokens, at):
            tail_at, joined = self._step(tokens, end, "group_joiners")
            if not joined and end > at:
                tail_at, joined = self._step(tokens, end, "tens_joiners")
            tail = self._ordinal_tail(tokens, tail_at if end > at else at, value)
            if tail:
                return Figure(tail[0], at, tail[1], Shape.ORDINAL, spelled=True)
        return None

    def _heads(self, tokens: Sequence[Token], at: int) -> list[tuple[int, Decimal]]:
        """The cardinals that start at `at`, longest first, and the empty one."""
        heads: list[tuple[int, Decimal]] = []
        whole = self.cardinal(tokens, at)
        if whole and whole.spelled:
            heads.append((whole.end, whole.value))
            tens = self.tens.match(tokens, whole.end - 1)
            if tens is None:
                shorter = self._without_last(tokens, whole)
                if shorter:
                    heads.append(shorter)
        heads.append((at, Decimal(0)))
        return heads

    def _without_last(self, tokens: Sequence[Token], whole: Figure) -> tuple[int, Decimal] | None:
        """`whole` less its last ones word: "soixante dix" + "septième"."""
        for size in range(whole.end - whole.start - 1, 0, -1):
            part = self.read_cardinal(tokens[whole.start : whole.start + size], 0)
            if part and part.end == size:
                return whole.start + size, part.value
        return None

    def _ordinal_tail(self, tokens: Sequence[Token], at: int, head: Decimal) -> tuple[Decimal, int] | None:
        """An ordinal word at `at` that may end a number whose start is worth `head`."""
        if at >= len(tokens):
            return None
        key = tokens[at].key
        if key.endswith("s"):
            if self.ordinals.get(key[:-1]) == 2:
                return None  # "quarante secondes", "forty seconds"
            found = self._ordinal_tail([tokens[at]._replace(key=key[:-1])], 0, head)
            return (found[0], found[1] + at) if found else None
        if key in self.ordinal_scales and head != 1:
            return self._scaled_tail(head, self.ordinal_scales[key], at)
        if key in self.sets["ordinal_hundreds"]:
            below = head % 100
            if head == 1:
                return None
            return (head - below + (below or 1) * 100, at + 1) if below <= self.hundred_limit else None
        tens = self.ordinal_tens.match(tokens, at, hyphens=True)
        if tens and head % 100 == 0:
            return head + tens[0], tens[1]
        ones = self.ordinal_ones.match(tokens, at, hyphens=True)
        if not ones and head and key in self.ordinals and self.ordinals[key] == 2:
            ones = (2, at + 1)
        if not ones or (ones[0] == 1 and not head and key not in self.ordinals):
            return None
        room = head % 100
        free = room == 0 or (room % 10 == 0 and room >= 20 and (ones[0] < 10 or int(room) in self.long_tens))
        return (head + ones[0], ones[1]) if free else None

    @staticmethod
    def _scaled_tail(head: Decimal, scale: Decimal, at: int) -> tuple[Decimal, int]:
        above = head - head % (scale * 1000)
        return above + ((head - above) or 1) * scale, at + 1
