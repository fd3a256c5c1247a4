"""Dates in digits."""

from __future__ import annotations

import re
from datetime import date

from factcheck.normalise import calendar, resolve
from factcheck.normalise.calendar import Span
from factcheck.normalise.date_base import DateBase, Found
from factcheck.normalise.rule_context import long_year
from factcheck.normalise.tokens import Sort

# Dates in digits are the same in every language but for the order of day and month.
_ISO = re.compile(
    r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d|[.,]\d)(?:t\d\d:?\d\d)?"
)
_CJK = re.compile(r"(?P<year>\d{4})[ ]?年(?:[ ]?(?P<month>\d{1,2})[ ]?月(?:[ ]?(?P<day>\d{1,2})[ ]?日)?)?")
_NUMERIC = re.compile(
    r"(?P<one>\d{1,2})(?P<sep>[-/.])(?P<two>\d{1,2})(?:(?P=sep)|,)(?P<year>\d{4}|\d{2})(?!\d|[.,/-]\d|[ ]?[%€$h])"
)
_SPACED = re.compile(r"(?P<one>\d{1,2})[ ](?P<two>\d{1,2})[ ](?P<year>\d{4}|\d{2})(?!\d|[.,/ -]\d|[ ]?[%€$h])")
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[ ]?(?P<sep>[-/])[ ]?(?P<year>[12]\d{3})(?!\d|[-/.]\d)")
_YEAR_MONTH = re.compile(r"(?P<year>[12]\d{3})[ ]?(?P<sep>[-/])[ ]?(?P<month>\d{1,2})(?!\d|[-/.]\d)")
_DAY_MONTH = re.compile(r"(?P<one>\d{1,2})(?P<sep>[-/. ])(?P<two>\d{1,2})(?!\d|[-/.,]\d|[ ]?[%€$h])")
_PAIR = re.compile(
    r"(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?[ ]?[-–][ ]?"
    r"(?P<one2>\d{1,2})/(?P<two2>\d{1,2})(?:/(?P<year2>\d{4}|\d{2}))?(?!\d|[.,/-]\d|[ ]?[%€$h])"
)


class FigureDates(DateBase):
    """Reads "31/10/2024" and "2015-3"."""

    def _digits(self, at: int) -> Found | None:
        token = self.tokens[at]
        if token.sort != Sort.DIGITS or not self._linked(at) or self._coded(at):
            return None
        key, start = self.clean.key, token.start
        if pair := self._pair(at):
            return pair
        for regex in (_ISO, _CJK, _NUMERIC):
            found = regex.match(key, start)
            if found:
                span = resolve.numeric(found, self.words.order)
                if span:
                    return self._found(at, found.end(), span, rule="figures")
                if found.groupdict().get("sep") != ".":
                    end = self.end(at, found.end())
                    return Found(when=None, start=at, end=end, fault="no such day")
        if found := _SPACED.match(key, start):
            span = resolve.numeric(found, self.words.order)
            if span and (
                self.key(at - 1) in self.words.sets["spaced_openers"]
                or self.alone(start, found.end())
                or len(found["year"]) == 4
            ):
                return self._found(at, found.end(), span, rule="figures")
        for regex in (_YEAR_MONTH, _MONTH_YEAR):
            found = regex.match(key, start)
            if found and (span := resolve.year_month(found)):
                return self._found(at, found.end(), span, rule="figures")
        return self._day_month(at)

    def _pair(self, at: int) -> Found | None:
        """ "28/2-3/3/2020": two days in digits, the year with the last of them or with both."""
        found = _PAIR.match(self.clean.key, self.tokens[at].start)
        year = found and (found["year2"] or found["year"])
        if not found or not year:
            return None
        first, last = (self._numbered(found, mark, found[f"year{mark}"] or year) for mark in ("", "2"))
        if not first or not last or first > last:
            return None
        return self._found(at, found.end(), Span(first, last, "day"), rule="figures")

    def _numbered(self, found: re.Match[str], mark: str, year: str) -> date | None:
        """One day of a pair, in the language's order."""
        one, two = int(found[f"one{mark}"]), int(found[f"two{mark}"])
        month, number = (two, one) if self.words.order == "dmy" else (one, two)
        return calendar.day(int(year) if len(year) == 4 else long_year(int(year)), month, number)

    def _linked(self, at: int) -> bool:
        """Whether a mark or another figure follows, as in every date in digits."""
        if not self.tokens[at].key.isdigit():
            return True
        nxt = self.tokens[at + 1]
        return nxt.sort == Sort.DIGITS or nxt.key[:1] in ("-", "/", ".", ",", "年")

    def _coded(self, at: int) -> bool:
        """Whether letters are stuck to the digits: "AB12-05-2020"."""
        return (
            at > 0
            and self.tokens[at].glued
            and self.tokens[at - 1].sort == Sort.WORD
            and not self.key(at - 1).endswith("'")
        )

    def _day_month(self, at: int) -> Found | None:
        """ "le 31/10": a day and month in digits, only where the language says a date comes."""
        found = _DAY_MONTH.match(self.clean.key, self.tokens[at].start)
        if not found:
            return None
        one, two = int(found["one"]), int(found["two"])
        month, number = (two, one) if self.words.order == "dmy" else (one, two)
        opened = self.key(at - 1) in self.words.sets["day_month_openers"]
        alone = self.alone(self.tokens[at].start, found.end())
        if found["sep"] == "/":
            dated = (alone and one >= two) or (self.words.order == "mdy" and two > 12 and two != 16 and one <= 12)
            good = opened or dated or (found["two"][0] == "0" and one <= 31)
        else:
            good = alone and found["sep"] in " -" and self.words.order == "dmy"
        if month > 12 >= number:
            month, number = number, month  # only the other order is a day
        span = resolve.day_of_year(self._context(at), month, number) if good else None
        return self._found(at, found.end(), span, rule="figures") if span else None
