"""What looks like a figure and isn't one: product names, codes, labels, list numbers, phone numbers, clocks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from factcheck.lang import theme
from factcheck.normalise.numbers import Figure, Numbers, numbers
from factcheck.normalise.spaces import fold
from factcheck.normalise.tokens import Sort, Token, Tree, is_hyphen
from factcheck.normalise.units import units
from factcheck.normalise.written import plain

_PHONE = re.compile(
    r"""
      \+\d{1,3}(?:[ .()/-]{1,2}\d{1,4}){3,7}(?!\d)         # +961 1 420 292
    | 0\d(?:[ .-]\d\d){4}(?!\d)                            # 01 42 34 56 78
    | 0\d{2,4}[ -]\d{3,7}(?:[ -]\d{3,5})?(?!\d)            # 0800 0560154
    | \(\d{3}\)[ ]?\d{3}-\d{4}(?!\d) | \d{3}-\d{3}-\d{4}(?!\d)
    """,
    re.VERBOSE,
)
_LIST_NUMBER = re.compile(r"\d{1,2}(?:[.)]|\.\d{1,2}\.)[ ]+(?=[^\d\s])")
_COUNTER = re.compile(r"\d{1,3}/\d{1,3}[ ](?=[A-ZÀ-Þ]|\d{1,2}[ ][A-ZÀ-Þ])")
_CHAIN = re.compile(r"\d+(?:[.,:/-]\d+){3,}")
# Dimensions in which a smaller unit may follow a larger one in one figure: "2 heures 30 minutes".
COMPOUNDS = frozenset({"duration", "length", "mass"})


class Names:
    """The look-alikes of one language."""

    def __init__(self, lang: str) -> None:
        """Read the language's word lists."""
        rows = theme("quantities", lang)
        self.lang = lang
        self.grammar: Numbers = numbers(lang)
        self.labels = frozenset(fold(w) for w in rows["labels"])
        # What bounds a figure is no name in front of it either: "Quelque 3.000 maisons", "Presque 3.000".
        bounding = (w for phrases in rows["before"].values() for w in phrases)
        self.small = frozenset(fold(w) for w in (*rows["not_nouns"], *bounding))
        self.prefixes = frozenset(rows["number_prefixes"])
        self.never = Tree([(fold(p), True) for p in rows["never"]])
        self.never_after = Tree([(fold(p), True) for p in rows["never_after"]])
        self.false_units = Tree([(fold(p), True) for p in rows["false_units"]])

    def skip(self, tokens: Sequence[Token], at: int, key: str, text: str) -> int:
        """The index after a look-alike that starts at `at`, or 0: codes, phones, list numbers, counters."""
        token = tokens[at]
        if token.sort == Sort.DIGITS:
            return self._digits(tokens, at, key, text)
        if token.key == "+" and at + 1 < len(tokens) and tokens[at + 1].sort == Sort.DIGITS:
            return _past(tokens, at, _PHONE.match(key, token.start))
        found = self.never.match(tokens, at)
        return found[1] if found else 0

    def _digits(self, tokens: Sequence[Token], at: int, key: str, text: str) -> int:
        token = tokens[at]
        phone = _past(tokens, at, _PHONE.match(key, token.start) or self._chain(token, key))
        if phone:
            return phone
        counter = _past(tokens, at, _COUNTER.match(text, token.start))
        if counter:
            return counter
        if self._at_line_start(key, token.start):
            listed = _past(tokens, at, _LIST_NUMBER.match(key, token.start))
            if listed:
                return listed
        never = self.never.match(tokens, at)
        if never:
            return never[1]
        if self._is_title(tokens, at):
            return at + 2
        if self._score(tokens, at):
            return at + 3
        marked = at > 0 and token.glued and tokens[at - 1].key in (",", ".")
        pointed = marked and not (at > 1 and tokens[at - 1].glued)  # ",0012"
        if token.key[0] == "0" and len(token.key) > 1 and token.key.isdigit() and not pointed:
            return at + 1 if len(token.key) > 2 else 0
        if pointed:
            return 0
        if token.glued and at and self._code_before(tokens, at):
            return _glued_end(tokens, at)
        return _glued_end(tokens, at) if self._code_after(tokens, at) else 0

    def _is_title(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capital makes a time a title, as it does in French alone: "le journal 20 Minutes"."""
        if self.lang != "fr" or at + 1 >= len(tokens) or not tokens[at + 1].text.istitle():
            return False
        time = units(self.lang).names.match(tokens, at + 1)
        return time is not None and time[0].dimension == "duration"

    def _score(self, tokens: Sequence[Token], at: int) -> bool:
        """ "3-1", "6-6": two small figures that fall or tie, with nothing measured after them."""
        if at + 3 >= len(tokens) or not is_hyphen(tokens[at + 1]) or tokens[at + 1].key == "—":
            return False
        first, second, after = tokens[at], tokens[at + 2], tokens[at + 3]
        small = (
            second.glued and first.key.isdigit() and second.key.isdigit() and max(len(first.key), len(second.key)) < 3
        )
        falls = small and int(first.key) >= int(second.key)
        return falls and not (
            after.glued and after.sort in (Sort.WORD, Sort.SIGN) and after.key not in (".", ",", ")", ";", ":")
        )

    def _chain(self, token: Token, key: str) -> re.Match[str] | None:
        """An address or account number: many figures linked by marks that make no number."""
        found = _CHAIN.match(key, token.start)
        number = found is not None and found.end() == token.end and plain(token.key, self.grammar.mark) is not None
        return None if number else found

    @staticmethod
    def _at_line_start(key: str, start: int) -> bool:
        place = start - 1
        while place >= 0 and key[place] == " " and start - place < 12:
            place -= 1
        return place < 0 or key[place] in "\n•"

    def _code_before(self, tokens: Sequence[Token], at: int) -> bool:
        """ "H100", "GPT-4", "Covid-19": letters stuck to the figure."""
        before = tokens[at - 1]
        if before.sort == Sort.WORD:
            return not before.key.endswith("'")
        if before.key == "-" and before.glued and at >= 2 and tokens[at - 2].sort == Sort.WORD:
            word = tokens[at - 2]
            return word.key not in self.prefixes and word.key not in self.grammar.starters
        return before.key in ("_", "#", "@") or (
            before.key == "." and before.glued and at >= 2 and tokens[at - 2].sort == Sort.WORD and False
        )

    def _code_after(self, tokens: Sequence[Token], at: int) -> bool:
        """ "5G", "24703L202", "2005 YU55": letters behind the figure that are no unit."""
        nxt = tokens[at + 1]
        if nxt.sort != Sort.WORD:
            return False
        tail = at + 2 < len(tokens) and tokens[at + 2].sort == Sort.DIGITS and tokens[at + 2].glued
        if not nxt.glued:
            return tail and len(tokens[at].key) == 4 and nxt.text.isupper() and nxt.spaced
        if tail and not (nxt.key in ("m", "km", "cm", "mm") and tokens[at + 2].key in ("2", "3")):
            return nxt.key not in ("h", "e", "er", "x")
        return not self._suffix(tokens, at + 1)

    def _suffix(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the letters stuck to a figure are a unit, a scale, a currency or an ordinal's ending."""
        token, found = tokens[at], units(self.lang)
        if token.key in self.grammar.sets["ordinal_suffixes"] or token.key in ("h", "e", "x", "s"):
            return True
        if token.key in self.grammar.short or token.key in self.grammar.scales or token.text in self.grammar.letters:
            return token.text != "G"
        if (
            token.text in found.codes
            or token.text[1:] in found.codes
            or unicodedata.numeric(token.text[0], None) is not None
        ):
            return True
        trees = (found.symbols, found.names, found.money_signs, found.money_names)
        if len(token.text) == 1 and token.text in "DPQRSXYZ":
            return False
        return any(tree.match(tokens, at) for tree in trees)

    def not_unit(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a unit word at `at` is something else here: "2 points forts", "une livre sterling"."""
        return self.false_units.match(tokens, at) is not None

    def is_name(
        self, tokens: Sequence[Token], start: int, end: int, figure: Figure, *, bare: bool, count: bool
    ) -> bool:
        """Whether the figure is part of a name: "Llama 3.1", "chapitre 3", "Made in China 2025"."""
        if self.never_after.match(tokens, end):
            return True
        if (not bare and not count) or start == 0:
            return False
        before, after = tokens[start - 1], tokens[end]
        if figure.spelled:
            return False
        if bare and after.sort == Sort.WORD and after.text[:1].isupper() and not figure.scaled and figure.value < 1000:
            return True
        if self._labelled(tokens, start):
            return True
        if before.sort != Sort.WORD or (before.glued and before.key.endswith("'")) or figure.scaled:
            return False
        name = before.text[:1].isupper() and before.key not in self.small and before.key not in self.grammar.starters
        if not name:
            return False
        decimal = tokens[figure.start].key.count(".") == 1 and self.grammar.mark == ","
        model = tokens[figure.end].text.isupper() and len(tokens[figure.start].key) < 4  # "Boeing 737 MAX"
        return bare or decimal or model

    def _labelled(self, tokens: Sequence[Token], start: int) -> bool:
        """A label just before, with "n°", a dot or a colon between: "page 12", "N°1", "no. 5"."""
        place = start - 1
        while place > 0 and tokens[place].key in (".", "°", "º", ":", "#") and start - place < 3:
            place -= 1
        word = tokens[place].key
        if word in ("no", "a", "v", "p", "n") and place == start - 1:
            return word in ("p", "n", "v")
        return word in self.labels


def _past(tokens: Sequence[Token], at: int, found: re.Match[str] | None) -> int:
    """The index after the tokens a match covers, or 0 without a match."""
    if not found:
        return 0
    end = at
    while end < len(tokens) and tokens[end].start < found.end() and tokens[end].sort != Sort.BREAK:
        end += 1
    return end


def _glued_end(tokens: Sequence[Token], at: int) -> int:
    """Past everything stuck to the token at `at`, words, figures and hyphens alike."""
    end = at + 1
    if end < len(tokens) and not tokens[end].glued and tokens[end].sort == Sort.WORD:
        end += 1
    while (
        end < len(tokens)
        and tokens[end].glued
        and (tokens[end].sort in (Sort.WORD, Sort.DIGITS) or is_hyphen(tokens[end]))
    ):
        end += 1
    return end


@cache
def names(lang: str) -> Names:
    """The look-alikes of `lang`, read once."""
    return Names(lang)
