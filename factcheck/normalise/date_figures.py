"""Dates in digits, and times of day, which are neither dates nor quantities."""

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
_CLOCK = re.compile(
    r"""
      \d{1,2}[ ]?:[ ]?\d{2}(?:[ ]?:[ ]?\d{2})?(?:[ ]?[ap][.]?m\b[.]?)?(?![\d:])   # 18:30, 6:10 pm
    | \d{1,2}(?:[.:]\d{2})?[ ]?[ap][.]?[ ]?m\b(?!\d)                              # 6am, 6.10am
    """,
    re.VERBOSE,
)
_DOTTED_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.,%]|[ ]?[%°€$£]|[ ]?(?:k?m|per|million|billion|points?|degrees)\b)"
)
_HOUR = re.compile(r"(?P<hour>\d{1,2})[ ]?(?P<mark>h|heures?)\b(?:[ ]?(?P<minute>\d{2})(?!\d))?")
_HOUR_GLUED = re.compile(r"(?P<hour>\d{1,2})h(?P<minute>\d{2})(?!\d)")


class FigureDates(DateBase):
    """Reads "31/10/2024", "2015-3" and clock times."""

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
                    end = self._end(at, found.end())
                    return Found(when=None, start=at, end=end, fault="no such day")
        if found := _SPACED.match(key, start):
            span = resolve.numeric(found, self.words.order)
            if span and (
                self.key(at - 1) in self.words.sets["spaced_openers"]
                or self._alone(start, found.end())
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
        alone = self._alone(self.tokens[at].start, found.end())
        if found["sep"] == "/":
            dated = (alone and one >= two) or (self.words.order == "mdy" and two > 12 and two != 16 and one <= 12)
            good = opened or dated or (found["two"][0] == "0" and one <= 31)
        else:
            good = alone and found["sep"] in " -" and self.words.order == "dmy"
        span = resolve.day_of_year(self._context(at), month, number) if good else None
        return self._found(at, found.end(), span, rule="figures") if span else None

    def _clock(self, at: int) -> Found | None:
        token = self.tokens[at]
        if token.sort != Sort.DIGITS:
            return self._spelled_clock(at)
        timed = self.key(at + 1)[:1] in (":", "a", "p", "h")
        found = (_CLOCK.match(self.clean.key, token.start) or self._hours(at)) if timed else None
        if not found and self.key(at - 1) in self.words.sets["dotted_clock_openers"]:
            found = _DOTTED_CLOCK.match(self.clean.key, token.start)
        return Found(when=None, start=at, end=self._end(at, found.end())) if found else None

    def _hours(self, at: int) -> re.Match[str] | None:
        """ "18h30", "à 3 heures": a time of day, unless a word before or after makes it a length of time."""
        if not self.words.rows["clock_openers"]:
            return None
        found = _HOUR_GLUED.match(self.clean.key, self.tokens[at].start) or _HOUR.match(
            self.clean.key, self.tokens[at].start
        )
        if not found or int(found["hour"]) > 24 or int(found["minute"] or 0) > 59:
            return None
        end = self._end(at, found.end())
        named = end < len(self.tokens) and self.words.clock_words.match(self.tokens, end) is not None
        if named or found["hour"].startswith("0"):
            return found
        if self.words.trees["duration_openers"].match_back(self.tokens, at):
            return None
        opened = self.words.trees["clock_openers"].match_back(self.tokens, at) is not None
        short = found.groupdict().get("mark", "h") == "h"
        if not short and self.key(at - 1) in self.words.sets["loose_clock_openers"]:
            return None
        if opened and self.key(end) not in self.words.sets["length_words"]:
            return found
        return found if short and found["minute"] else None

    def _spelled_clock(self, at: int) -> Found | None:
        """ "à trois heures": skipped; "trois heures" is a duration."""
        if self.key(at) not in self.words.days or not self.words.rows["clock_openers"]:
            return None
        end = at + 1
        while (
            end < len(self.tokens)
            and (self.key(end) in self.words.days or self.key(end) in ("-", "et"))
            and end - at < 4
        ):
            end += 1
        if self.key(end) not in ("heure", "heures") or not self.words.trees["clock_openers"].match_back(
            self.tokens, at
        ):
            return None
        if (
            self.words.trees["duration_openers"].match_back(self.tokens, at)
            or self.key(end + 1) in self.words.sets["length_words"]
        ):
            return None
        return Found(when=None, start=at, end=end + 1) if self.key(at - 1) in ("a", "vers") else None
