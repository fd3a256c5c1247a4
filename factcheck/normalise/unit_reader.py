"""Reading units and money where they stand: signs, codes, symbols and names."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.normalise.names import Names, names
from factcheck.normalise.nouns import nouns
from factcheck.normalise.numbers import Figure, Numbers, numbers
from factcheck.normalise.spaces import Clean
from factcheck.normalise.tokens import Sort, Token
from factcheck.normalise.units import MONEY, Unit, units
from factcheck.normalise.words import words

# How far back a quotation may have been opened.
QUOTE_REACH = 400


class UnitReader:
    """One cleaned text with its language's lexicons, and the units in it."""

    def __init__(self, clean: Clean, tokens: Sequence[Token], lang: str) -> None:
        """Bind the text to its language's grammar and lexicons."""
        self.clean, self.tokens, self.lang = clean, tokens, lang
        self.numbers: Numbers = numbers(lang)
        self.units, self.words, self.nouns = units(lang), words(lang), nouns(lang)
        self.names: Names = names(lang)

    def key(self, at: int) -> str:
        """The folded token at `at`, or nothing past either end."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether the token at `at` is stuck to the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].glued

    def _after_of(self, place: int) -> int:
        return place + 1 if self.key(place) in self.words.sets["of_words"] else place

    def unit(self, at: int) -> tuple[Unit, int] | None:
        """A unit written at `at`: money, a symbol, or a name, the longest."""
        if at >= len(self.tokens):
            return None
        found = [
            self.money(at),
            self.units.symbols.match(self.tokens, at),
            self.units.names.match(self.tokens, at),
            self.units.minor.match(self.tokens, at),
        ]
        best = [f for f in found if f]
        return max(best, key=lambda f: f[1]) if best else None

    def money(self, at: int) -> tuple[Unit, int] | None:
        """A currency sign, code or name at `at`, with a code stuck behind a sign ("$US")."""
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        named = self.units.money_names.match(self.tokens, at)
        signed = self.units.money_signs.match(self.tokens, at)
        if named and (not signed or named[1] > signed[1]):
            return named
        if signed:
            return self._code_behind(signed)
        code = "CNY" if token.text == "RMB" else token.text.upper()
        if code[1:] in self.units.codes and code[:1] in "KM" and token.text.isupper() and len(code) == 4:
            code = code[1:]
        if code in self.units.codes and (token.text.isupper() or token.key in self.words.sets["low_codes"]):
            end = at + 2 if self.key(at + 1) in "$€£" and self.key(at + 1) and self.glued(at + 1) else at + 1
            return Unit(name=code, dimension=MONEY), end
        return None

    def _code_behind(self, signed: tuple[Unit, int]) -> tuple[Unit, int]:
        """ "$CAD": a code stuck behind the sign says which money it is."""
        place = signed[1]
        if place < len(self.tokens) and self.glued(place) and self.tokens[place].text in self.units.codes:
            return Unit(name=self.tokens[place].text, dimension=MONEY), place + 1
        return signed

    def _code_first(self, at: int) -> tuple[Unit, int] | None:
        token = self.tokens[at]
        if token.sort == Sort.WORD and (token.text in self.units.codes or token.key in self.words.sets["low_codes"]):
            end = at + 2 if self.key(at + 1) in ("$", "€", "£") and self.glued(at + 1) else at + 1
            return Unit(name="CNY" if token.text == "RMB" else token.text.upper(), dimension=MONEY), end
        return None

    def _fits_unit(self, unit: Unit, at: int, end: int, figure: Figure) -> bool:
        """Whether what looks like a unit is one here: short symbols need digits and a clear place."""
        token, after = self.tokens[at], self.tokens[end] if end < len(self.tokens) else self.tokens[-1]
        if after.glued and after.sort in (Sort.DIGITS, Sort.WORD) and token.sort == Sort.WORD:
            return unit.name == "hour" and len(after.key) == 2
        if self.names.not_unit(self.tokens, at, end):
            return False
        if token.key == '"' and (not token.glued or self._quoted(token.start)):
            return False
        if token.text in self.words.sets["weak_symbols"] and end == at + 1:
            return not figure.spelled and (
                after.sort in (Sort.BREAK, Sort.SIGN) or after.key in self.words.sets["sizes"]
            )
        if len(token.text) == 1 and end == at + 1 and token.sort == Sort.WORD:
            if figure.spelled:
                return False
            clear = token.glued or after.sort != Sort.WORD or token.text.islower()
            return clear and (token.text != "T" or not token.glued)
        one = figure.spelled and abs(figure.value) == 1 and figure.end == figure.start + 1
        return not one or self._article_unit(figure, token, end)

    def _quoted(self, place: int) -> bool:
        """Whether a quote mark opened shortly before `place` is still open, so that the next one closes it."""
        key = self.clean.key
        line = max(key.rfind("\n", max(0, place - QUOTE_REACH), place), place - QUOTE_REACH, 0)
        return key.count('"', line, place) % 2 == 1

    def _article_unit(self, figure: Figure, token: Token, end: int) -> bool:
        """Whether "un(e)", "a" before a unit counts one of it: "dans une heure", not "a year" or "un point"."""
        sets = self.words.sets
        if self.key(figure.start) in sets["number_ones"]:
            return True
        if token.key in sets["article_never"]:
            return False
        opened = figure.start == 0 or self.tokens[figure.start - 1].sort != Sort.WORD
        return (
            opened or self.key(figure.start - 1) in sets["article_openers"] or self.key(end) in sets["article_closers"]
        )
