"""The number grammar: digits, spelled words and mixes of both, to exact decimals.

One engine for all languages; `lang/<lang>/numbers.yaml` names the words. `Numbers.at` reads the figure that
starts at a token, or nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from factcheck.lang import theme
from factcheck.normalise.tokens import Sort, Token, Tree, is_hyphen

# Longer figures are no quantity anyone reports; the limit also keeps every decimal exact.
MOST_DIGITS = 36
# Groups of three digits joined by spaces at most: 1 000 ... up to the limit above.
MOST_GROUPS = 12

_EVEN_GROUPS = re.compile(r"\d{1,3}(?:[.,']\d{3})+")
_INDIAN_GROUPS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_POWER = re.compile(r"(?:(?:[ ]?[x×*][ ]?10)?\^|e(?=[+-]?\d))([+-]?\d{1,3}(?:[.,]\d{1,3})?)(?![\d\w])")


class Shape(Enum):
    """What kind of figure was read."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    COLLECTIVE = "collective"
    INDEFINITE = "indefinite"


class Figure(NamedTuple):
    """A figure from token `start` to token `end` (exclusive).

    `digits` counts its significant digits; `scaled` tells that it carries a scale word ("millions"), `spelled`
    that it has no digit. An indefinite figure has `value` as its low end and `top` as its high end, if any.
    """

    value: Decimal
    start: int
    end: int
    shape: Shape = Shape.CARDINAL
    digits: int | None = None
    scaled: bool = False
    spelled: bool = False
    top: Decimal | None = None


def significant(written: str) -> int:
    """Significant digits of a figure as written: trailing zeros count only after a mark.

    >>> significant("3.57"), significant("3000"), significant("0.50")
    (3, 1, 2)
    """
    whole, mark, rest = written.partition(".")
    digits = (whole + rest).lstrip("0")
    return max(1, len(digits if mark else digits.rstrip("0")))


def plain(written: str, decimal_mark: str) -> str | None:
    """`written` ("1.250,50") with a point as its only mark, or None when it is no number ("3.1.2").

    >>> plain("1.250", ","), plain("1.250", "."), plain("8,5", ","), plain("1'049,95", ",")
    ('1250', '1.250', '8.5', '1049.95')
    """
    marks = [c for c in written if not c.isdigit()]
    if not marks:
        return written
    if len(set(marks)) == 1:
        if len(marks) == 1 and marks[0] != "'" and (marks[0] == decimal_mark or not _grouped(written)):
            return written.replace(marks[0], ".")
        if _EVEN_GROUPS.fullmatch(written) or _INDIAN_GROUPS.fullmatch(written):
            return written.replace(marks[0], "")
        return None
    last = marks[-1]
    head, _, tail = written.rpartition(last)
    if last == "'" or last in head or not (_EVEN_GROUPS.fullmatch(head) or _INDIAN_GROUPS.fullmatch(head + ",000")):
        return None
    return "".join(c for c in head if c.isdigit()) + "." + tail


def _grouped(written: str) -> bool:
    return bool(_EVEN_GROUPS.fullmatch(written)) and not written.startswith("0")


class Numbers:
    """The number words of one language, ready to read figures from tokens."""

    def __init__(self, lang: str) -> None:
        """Read the language's file into lookup trees."""
        rows = theme("numbers", lang)
        self.rows = rows
        self.lang = lang
        self.mark: str = rows["decimal_mark"]
        self.ones = _tree(rows["ones"])
        self.tens = _tree(rows["tens"])
        self.long_tens = {int(v) for v in rows["long_tens"]}
        self.joined_ones = {int(v) for v in rows["joined_ones"]}
        self.group_joined = {int(v) for v in rows["group_joined"]}
        self.scales = {k: Decimal(v) for k, v in rows["scales"].items()}
        self.short = {k: Decimal(v) for k, v in rows["short_scales"].items()}
        self.letters = {k: Decimal(v) for k, v in rows["letter_scales"].items()}
        self.collectives = {k: Decimal(v) for k, v in rows["collectives"].items()}
        self.indefinite = {k: Decimal(v) for k, v in rows["indefinite_words"].items()}
        self.denominators = {k: Decimal(v) for k, v in rows["denominators"].items()}
        self.half_joiners = Tree([(w, 1) for w in rows["half_joiners"]])
        self.ordinals = {k: Decimal(v) for k, v in rows["ordinals"].items()}
        self.ordinal_ones = _tree(rows["ordinal_ones"])
        self.ordinal_tens = _tree(rows["ordinal_tens"])
        self.ordinal_scales = {k: Decimal(v) for k, v in rows["ordinal_scales"].items()}
        self.sets: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in rows.items() if isinstance(v, list)}
        self.ordinal_words = frozenset(
            w for key in ("ordinal_ones", "ordinal_tens", "ordinal_scales") for w in rows[key]
        )
        self.hundred_limit = int(rows["hundred_limit"])
        self.bare_hundred = rows["bare_hundred"] == "true"
        self.starters = self._starters()

    def _starters(self) -> frozenset[str]:
        """Every word a figure can start with."""
        trees = (self.ones, self.tens, self.ordinal_ones, self.ordinal_tens)
        words = {w for tree in trees for w in tree.firsts()}
        words |= (
            self.sets["hundreds"] | self.sets["bare_scales"] | self.sets["minus_words"] | self.sets["ordinal_hundreds"]
        )
        words |= set(self.indefinite) | set(self.collectives) | set(self.ordinals) | set(self.ordinal_scales)
        words |= {
            f"{w}s" for w in [*self.ordinal_ones.firsts(), *self.ordinal_tens.firsts(), *self.sets["ordinal_hundreds"]]
        }
        words |= set(self.denominators) | self.sets["half_nouns"] | self.sets["halves"] | self.sets["articles"]
        words |= {"½", "⅓", "⅔", "¼", "¾", "⅕", "⅛", "⅜", "⅝", "⅞", "⅙"}
        return frozenset(words)

    # ---- digits

    def literal(self, tokens: Sequence[Token], at: int) -> tuple[Decimal, int, int] | None:
        """The number written in digits at `at`: value, significant digits, index after it."""
        token = tokens[at]
        if token.sort != Sort.DIGITS:
            return self._vulgar(token, at)
        written, end = self._joined(tokens, at)
        number = plain(written, self.mark)
        if number is None or len(number) > MOST_DIGITS:
            return None
        value, digits = Decimal(number), significant(number)
        if end < len(tokens) and tokens[end].glued and (part := _vulgar_value(tokens[end].key)) is not None:
            return value + part, digits + 1, end + 1
        return value, digits, end

    def _vulgar(self, token: Token, at: int) -> tuple[Decimal, int, int] | None:
        part = _vulgar_value(token.key)
        return None if part is None else (part, 1, at + 1)

    def _joined(self, tokens: Sequence[Token], at: int) -> tuple[str, int]:
        """The digits at `at` with the groups of three that follow after single spaces."""
        written, end = tokens[at].key, at + 1
        if len(written) > 3 or not written.isdigit() or (written[0] == "0"):
            return written, end
        while end < len(tokens) and end - at <= MOST_GROUPS:
            nxt = tokens[end]
            if nxt.sort != Sort.DIGITS or not nxt.spaced or not nxt.key[:3].isdigit():
                break
            if len(nxt.key) == 3:
                written, end = written + nxt.key, end + 1
                continue
            if len(nxt.key) > 4 and nxt.key[3] in ",." and nxt.key[4:].isdigit():
                return written + nxt.key[:3] + self.mark + nxt.key[4:], end + 1
            break
        return written, end

    # ---- spelled

    def below_100(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        """0 to 99 in words: value and index after it."""
        found = self.tens.match(tokens, at, hyphens=True)
        if not found:
            return self.ones.match(tokens, at, hyphens=True)
        tens, end = found
        place, joined = self._step(tokens, end, "tens_joiners")
        ones = self.ones.match(tokens, place, hyphens=True) if place < len(tokens) else None
        if not ones or not 1 <= ones[0] <= (19 if tens in self.long_tens else 9):
            return found
        if joined and ones[0] not in self.joined_ones:
            return found
        return tens + ones[0], ones[1]

    def _step(self, tokens: Sequence[Token], at: int, joiners: str) -> tuple[int, bool]:
        """The index after a hyphen or joining word at `at`, and whether it was a word."""
        place = at
        if place < len(tokens) and is_hyphen(tokens[place]):
            place += 1
        if place < len(tokens) and tokens[place].key in self.sets[joiners]:
            place += 1
            if place < len(tokens) and is_hyphen(tokens[place]):
                place += 1
            return place, True
        return place, False

    def below_1000(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        """0 to 999 in words (also "onze cents", "forty-five hundred")."""
        hundreds = self.sets["hundreds"]
        if tokens[at].key in hundreds:
            if not self.bare_hundred or tokens[at].key.endswith("s"):
                return None
            return self._after_hundred(tokens, 100, at + 1)
        head = self._article(tokens, at, hundreds) or self.below_100(tokens, at)
        if not head:
            return None
        value, end = head
        place, _ = self._step(tokens, end, "tens_joiners")
        if 1 <= value <= self.hundred_limit and place < len(tokens) and tokens[place].key in hundreds:
            return self._after_hundred(tokens, value * 100, place + 1)
        return head

    def _article(
        self, tokens: Sequence[Token], at: int, nouns: frozenset[str] | dict[str, Decimal]
    ) -> tuple[int, int] | None:
        """ "a hundred": the article counts as one before these nouns."""
        if tokens[at].key in self.sets["articles"] and at + 1 < len(tokens) and tokens[at + 1].key in nouns:
            return 1, at + 1
        return None

    def _after_hundred(self, tokens: Sequence[Token], value: int, end: int) -> tuple[int, int]:
        place, joined = self._step(tokens, end, "group_joiners")
        rest = self.below_100(tokens, place) if place < len(tokens) else None
        if rest and rest[0] > 0 and self._may_join(tokens, joined, rest):
            return value + rest[0], rest[1]
        return value, end

    def _may_join(self, tokens: Sequence[Token], joined: bool, rest: tuple[int, int]) -> bool:
        """Whether `rest` may follow: after a joining word, only some values, and no fraction ("and a half")."""
        if joined and self.group_joined and rest[0] not in self.group_joined:
            return False
        nxt = tokens[rest[1]].key if rest[1] < len(tokens) else ""
        return not (joined and nxt in self.denominators)

    def cardinal(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """A whole or decimal number with its scales: "8,5 milliards", "deux mille trois cents"."""
        total, current, last = Decimal(0), None, None
        digits: int | None = None
        spelled, scaled, end = True, False, at
        while end < len(tokens):
            place, joined = (end, False) if end == at else self._step(tokens, end, "group_joiners")
            if place >= len(tokens):
                break
            part = self._part(tokens, place, first=end == at)
            if part is not None and current is None and self._fits(tokens, part, last, joined, spelled):
                current, digits_here, stop, words = part
                if digits is None:
                    digits, spelled = digits_here, words
                end = stop
                continue
            scale = self._scale(tokens, end, bare=current is None and end == at, spelled=spelled)
            if scale is None or (current is None and total and scale[0] <= (last or 0)):
                break
            if current is None and end == at and not scale[2]:
                break
            total, current = self._apply(total, current, scale[0], last)
            last, end, scaled = scale[0], scale[1], True
        if end == at:
            return None
        value = total + (current or 0)
        if digits is None or spelled:
            digits = significant(format(value.normalize(), "f")) if value else 1
        return Figure(value, at, end, Shape.CARDINAL, digits, scaled, spelled)

    @staticmethod
    def _apply(total: Decimal, current: Decimal | None, scale: Decimal, last: Decimal | None) -> tuple[Decimal, None]:
        if last is not None and scale > last:
            return (total + (current or 0)) * scale, None
        return total + (Decimal(1) if current is None else current) * scale, None

    def _part(self, tokens: Sequence[Token], at: int, first: bool) -> tuple[Decimal, int | None, int, bool] | None:
        """Digits or words below a thousand, with spelled decimals: value, digits, index after, spelled."""
        written = self.literal(tokens, at)
        if written:
            return written[0], written[1], written[2], False
        words = self.below_1000(tokens, at) or (self._article(tokens, at, self.scales) if first else None)
        if not words:
            return None
        value, end = Decimal(words[0]), words[1]
        decimals = self._decimals(tokens, end)
        if decimals:
            return value + decimals[0], decimals[1] + len(str(words[0])), decimals[2], True
        return value, None, end, True

    def _fits(
        self,
        tokens: Sequence[Token],
        part: tuple[Decimal, int | None, int, bool],
        last: Decimal | None,
        joined: bool,
        spelled: bool,
    ) -> bool:
        """Whether `part` may follow a scale: smaller than it, and spelled like what came before."""
        if last is None:
            return not joined
        if part[0] >= last or part[0] == 0:
            return False
        if not part[3]:
            nxt = tokens[part[2]].key if part[2] < len(tokens) else ""
            return not joined and not spelled and (part[0] < last and part[0] == int(part[0])) and nxt != "%"
        return self._may_join(tokens, joined, (int(part[0]), part[2])) and (spelled or not joined)

    def _decimals(self, tokens: Sequence[Token], at: int) -> tuple[Decimal, int, int] | None:
        """ "virgule zéro cinq", "point eight eight": the decimal part, its digits, index after."""
        if at + 1 >= len(tokens) or tokens[at].key not in self.sets["decimal_words"]:
            return None
        digits, end = "", at + 1
        while end < len(tokens) and len(digits) < 12:
            word = self.below_1000(tokens, end)
            if not word:
                break
            digits, end = digits + str(word[0]), word[1]
        return (Decimal(f"0.{digits}"), len(digits), end) if digits else None

    def _scale(
        self, tokens: Sequence[Token], at: int, *, bare: bool, spelled: bool
    ) -> tuple[Decimal, int, bool] | None:
        """A scale word at `at` (a hyphen may stand before it): factor, index after, whether it may stand alone."""
        place = at
        if not bare and is_hyphen(tokens[place]) and place + 1 < len(tokens):
            place += 1
        token = tokens[place]
        if token.key in self.scales:
            return self.scales[token.key], place + 1, token.key in self.sets["bare_scales"]
        if spelled or place != at:
            return None
        if token.key in self.short:
            return self.short[token.key], self._dot(tokens, place + 1), False
        return None

    @staticmethod
    def _dot(tokens: Sequence[Token], at: int) -> int:
        """Past the full stop of an abbreviation, if the phrase goes on after it."""
        ends = at + 1 >= len(tokens) or tokens[at + 1].sort == Sort.BREAK or tokens[at + 1].text[:1].isupper()
        return at + 1 if at < len(tokens) and tokens[at].key == "." and tokens[at].glued and not ends else at

    def letter_scale(self, tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
        """A one-letter scale ("k", "M", "B") at `at`."""
        if at < len(tokens) and (factor := self.letters.get(tokens[at].text)):
            return factor, at + 1
        return None

    # ---- ordinals

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
        for end in range(whole.end - 1, whole.start, -1):
            part = self.cardinal(tokens[:end], whole.start)
            if part and part.end == end:
                return end, part.value
        return None

    def _ordinal_tail(self, tokens: Sequence[Token], at: int, head: Decimal) -> tuple[Decimal, int] | None:
        """An ordinal word at `at` that may end a number whose start is worth `head`."""
        if at >= len(tokens):
            return None
        key = tokens[at].key
        if key.endswith("s") and self.rows["plural_mark"] == "s":
            tokens = [*tokens[:at], tokens[at]._replace(key=key[:-1])]
            key = key[:-1]
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

    # ---- fractions

    def fraction(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """ "3/4", "deux tiers", "un dixième", "la moitié", "a half"."""
        slash = self._slash(tokens, at)
        if slash:
            return slash
        key = tokens[at].key
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

    # ---- collectives and indefinites

    def collective(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """ "une cinquantaine", "a dozen", "deux douzaines" at the collective's opener."""
        key = tokens[at].key
        nxt = tokens[at + 1].key if at + 1 < len(tokens) else ""
        if key in self.sets["collective_openers"] and nxt in self.collectives:
            return Figure(self.collectives[nxt], at, at + 2, Shape.COLLECTIVE, spelled=True)
        count = self.below_100(tokens, at) if tokens[at].sort == Sort.WORD else None
        if tokens[at].sort == Sort.DIGITS and len(key) < 3 and key.isdigit():
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


def _vulgar_value(key: str) -> Decimal | None:
    """The value of "½" and its like."""
    if len(key) != 1 or key.isascii() or key.isdigit():
        return None
    value = unicodedata.numeric(key, None)
    if value is None or not 0 < value < 1:
        return None
    top, _, bottom = unicodedata.normalize("NFKD", key).partition("\u2044")
    return Decimal(top) / Decimal(bottom) if top.isdigit() and bottom.isdigit() else Decimal(str(value))


def _tree(rows: dict[str, Any]) -> Tree[int]:
    return Tree([(phrase, int(value)) for phrase, value in rows.items()])


@cache
def numbers(lang: str) -> Numbers:
    """The number grammar of `lang`, read once."""
    return Numbers(lang)
