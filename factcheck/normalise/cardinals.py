"""Cardinal numbers: digits, spelled words below a thousand, scales, and mixes of them.

`lang/<lang>/numbers.yaml` names the words; one engine reads all languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from factcheck.lang import theme
from factcheck.normalise.tokens import Sort, Token, Tree, is_hyphen
from factcheck.normalise.written import MOST_DIGITS, MOST_GROUPS, Figure, Shape, plain, significant, vulgar


class Cardinals:
    """The number words of one language, and the whole and decimal numbers they make."""

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
        # A tuple, so that threads never mix two texts.
        self._kept: tuple[Sequence[Token], dict[int, Figure | None]] = ((), {})

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
        if end < len(tokens) and tokens[end].glued and (part := vulgar(tokens[end].key)) is not None:
            return value + part, digits + 1, end + 1
        return value, digits, end

    def _vulgar(self, token: Token, at: int) -> tuple[Decimal, int, int] | None:
        part = vulgar(token.key)
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
        if place < len(tokens) and (is_hyphen(tokens[place]) or tokens[place].key in self.sets[f"{joiners}_marks"]):
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
        """A whole or decimal number with its scales: "8,5 milliards", "deux mille trois cents".

        Fractions, ranges and ordinals ask for the same number again, so the last text's are kept.
        """
        kept = self._kept
        if kept[0] is not tokens:
            kept = self._kept = (tokens, {})
        if at not in kept[1]:
            kept[1][at] = self.read_cardinal(tokens, at)
        return kept[1][at]

    def forget(self) -> None:
        """Let go of the last text."""
        self._kept = ((), {})

    def read_cardinal(self, tokens: Sequence[Token], at: int) -> Figure | None:
        """The number at `at`, read afresh."""
        total, current, last = Decimal(0), None, None
        digits: int | None = None
        spelled, scaled, end, groups = True, False, at, 0
        while end < len(tokens):
            place, joined = (end, False) if end == at else self._step(tokens, end, "group_joiners")
            if place >= len(tokens):
                break
            part = self._part(tokens, place, first=end == at)
            if part and end > at and tokens[end].key == "," and not self._after_comma(tokens, part[0], part[2]):
                part = None
            if part is not None and current is None and self._fits(tokens, part, last, joined, spelled):
                current, digits_here, stop, words = part
                if digits is None:
                    digits, spelled = digits_here, words
                end = stop
                continue
            scale = self._scale(tokens, end, bare=current is None and end == at, spelled=spelled)
            if scale is None or not self._scalable(scale, last, groups, current is None):
                break
            groups += last is None or scale[0] < last
            total, current = self._apply(total, current, scale[0], last)
            last, end, scaled = scale[0], scale[1], True
        if end == at:
            return None
        value = total + (current or 0)
        if digits is None or spelled:
            digits = significant(format(value.normalize(), "f")) if value else 1
        return Figure(value, at, end, Shape.CARDINAL, digits, scaled, spelled)

    def _after_comma(self, tokens: Sequence[Token], value: Decimal, end: int) -> bool:
        """Whether a part goes on after a comma: "one thousand, two hundred", not "a thousand, two of them"."""
        return value >= 100 or (end < len(tokens) and tokens[end].key in self.scales)

    @staticmethod
    def _scalable(scale: tuple[Decimal, int, bool], last: Decimal | None, groups: int, bare: bool) -> bool:
        """Whether a scale may come here: smaller than the last one, or larger and so times the first group.

        With no number before it (`bare`), it must be a number itself ("mille") or multiply ("mille milliards").
        """
        if last is None:
            return scale[2] or not bare
        if scale[0] > last:
            return groups == 1
        return scale[0] < last and (scale[2] or not bare)

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
            tail = last == 100 and part[0] < 100  # "3 hundred and 21"
            return (tail or not joined) and not spelled and (part[0] < last and part[0] == int(part[0])) and nxt != "%"
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


def _tree(rows: dict[str, Any]) -> Tree[int]:
    return Tree([(phrase, int(value)) for phrase, value in rows.items()])
