"""Dates and periods: absolute, partial, relative to a reference date, and from one to another.

The phrases of a language are patterns in its data; here they are found in a text and resolved. A relative
date without a reference date stays open: today's date is never used.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import When
from factcheck.normalise import resolve
from factcheck.normalise.calendar import Span, add_days
from factcheck.normalise.date_guards import GUARDS
from factcheck.normalise.date_words import Pattern, dates_of
from factcheck.normalise.heads import DIGIT
from factcheck.normalise.spaces import Clean
from factcheck.normalise.tokens import Sort, Token

# Far enough to hold any sentence's verb, near enough to stay cheap.
SENTENCE_REACH = 240
# A date with no more words than this around it is a title or an entry, which looks ahead.
MOST_LONE_WORDS = 9
_SENTENCE_END = re.compile(r"[!?\n]|\.(?=[ ][A-ZÀ-Þ])")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date from token `start` to token `end`; a weak one gives way to a quantity. `when` None: only skip it.

    `fault` says why what looks like a date is none.
    """

    when: When | None
    start: int
    end: int
    weak: bool = False
    fault: str | None = None


class DateReader:
    """Reads the dates of one cleaned text."""

    def __init__(self, clean: Clean, tokens: Sequence[Token], lang: str, reference: date | None) -> None:
        """Bind the text, its language and its reference date."""
        self.clean, self.tokens, self.lang, self.reference = clean, tokens, lang, reference
        self._direction: bool | None = None
        self.words = dates_of(lang)
        self.starters = self.words.starters
        self._starts = [t.start for t in tokens]
        stripped = clean.key.strip(" .\n")
        self._whole = (
            (clean.key.find(stripped), clean.key.find(stripped) + len(stripped)) if len(stripped) < 80 else (0, -1)
        )

    def key(self, at: int) -> str:
        """The folded token at `at`, or nothing past either end."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def at(self, at: int) -> Found | None:
        """The date that starts at token `at`, or nothing."""
        found = self._clock(at) or self._digits(at) or self._phrase(at)
        if found is None or found.when is None:
            return found
        return self._bounded(self._ranged(found))

    # ---- digits

    def _digits(self, at: int) -> Found | None:
        token = self.tokens[at]
        if token.sort != Sort.DIGITS or self._coded(at):
            return None
        key, start = self.clean.key, token.start
        for regex in (_ISO, _CJK, _NUMERIC):
            found = regex.match(key, start)
            if found:
                span = resolve.numeric(found, self.words.order)
                if span:
                    return self._found(at, found.end(), span)
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
                return self._found(at, found.end(), span)
        for regex in (_YEAR_MONTH, _MONTH_YEAR):
            found = regex.match(key, start)
            if found and (span := resolve.year_month(found)):
                return self._found(at, found.end(), span)
        return self._day_month(at)

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
        return self._found(at, found.end(), span) if span else None

    # ---- clock times are neither dates nor quantities

    def _clock(self, at: int) -> Found | None:
        token = self.tokens[at]
        if token.sort != Sort.DIGITS:
            return self._spelled_clock(at)
        found = _CLOCK.match(self.clean.key, token.start) or self._hours(at)
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

    # ---- phrases

    def _phrase(self, at: int) -> Found | None:
        token = self.tokens[at]
        digits = token.sort == Sort.DIGITS
        if digits and len(token.key) > 4 and not token.key[:2].isdigit():
            return None
        best: Found | None = None
        for pattern in self.words.by_head.get(DIGIT if digits else token.key, ()):
            found = pattern.regex.match(self.clean.key, token.start)
            if not found or (pattern.alone and not self._alone(*found.span())):
                continue
            if best and self._end(at, found.end()) <= best.end:
                continue
            if pattern.guard and not GUARDS[pattern.guard](self, at, found):
                continue
            span = self._resolve(pattern, at, found)
            if span:
                stop = found.start() + len(found.group().rstrip(" .,\n"))
                best = self._found(at, stop, span, weak=pattern.weak)
        return best

    def _resolve(self, pattern: Pattern, at: int, found: re.Match[str]) -> Span | None:
        rule: Callable[[resolve.Context, resolve.Groups], Span | None] = resolve.RULES[pattern.rule]
        groups = {k: " ".join(v.replace("-", " ").split()) for k, v in found.groupdict().items() if v}
        try:
            return rule(self._context(at), groups)
        except (ValueError, OverflowError):
            return None

    def _alone(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` are the whole text."""
        first, last = self._whole
        return last >= 0 and end >= last and self.clean.key[first:start].strip(" '") in self.words.sets["lone_openers"]

    def _context(self, at: int) -> resolve.Context:
        return resolve.Context(
            words=self.words, reference=self.reference, ahead=lambda: self._ahead(at), lone=self._lone
        )

    def _lone(self) -> bool:
        """Whether the text is no more than a title or an entry."""
        key = self.clean.key
        short = len(key) < 60 and len(key.split()) <= MOST_LONE_WORDS
        return short and not key.rstrip().endswith((".", "!")) and not self.words.future.search(key)

    def _ahead(self, at: int) -> bool:
        """Whether the sentence looks ahead: a future verb in it, or nothing but the date."""
        key, place = self.clean.key, self.tokens[at].start
        start = max(key.rfind(c, max(0, place - SENTENCE_REACH), place) for c in (". ", "! ", "? ", "\n")) + 1
        stop = _SENTENCE_END.search(self.clean.text, place, place + SENTENCE_REACH)
        around = key[max(start, place - SENTENCE_REACH) : stop.start() if stop else place + SENTENCE_REACH]
        if self._direction is not None:
            return self._direction
        here = place - max(start, place - SENTENCE_REACH)
        ahead, behind = _nearest(self.words.future, around, here), _nearest(self.words.past, around, here)
        if ahead is not None:
            return behind is None or ahead < behind
        return self._lone() and behind is None

    # ---- ranges and bounds

    def _ranged(self, found: Found) -> Found:
        """ "du 1er mai 2020 au 3 juin 2021", "de mars à mai 2022", "fin 2019 - début 2020"."""
        when = found.when
        if when is None or found.end >= len(self.tokens) or when.grain in ("range",):
            return found
        link = self.words.links.match(self.tokens, found.end)
        if not link or link[1] >= len(self.tokens):
            return found
        opened = self.words.trees["range_openers"].match_back(self.tokens, found.start)
        strong = self.key(found.end) in self.words.sets["strong_links"]
        if not (opened or strong):
            return found
        second = self._digits(link[1]) or self._phrase(link[1])
        if not second or not second.when or not _linkable(when, second.when):
            return found
        second = self._after(found, second)
        if not second.when:
            return found
        first = self._like(found, second)
        start = opened[1] if opened else found.start
        low, high = first.first, second.when.last
        if low and high and low > high:
            return found
        return self._spanned(
            start, second.end, Span(low, high, second.when.grain, when.relative and second.when.relative)
        )

    def _after(self, found: Found, second: Found) -> Found:
        """The second end of a range, the next after the first when that alone names its year."""
        first, when = found.when, second.when
        if first is None or when is None or first.relative or not when.relative or not first.first:
            return second
        sub = DateReader(self.clean, self.tokens, self.lang, first.first)
        sub._direction = True
        again = sub._digits(second.start) or sub._phrase(second.start)
        return again if again and again.when else second

    def _like(self, found: Found, second: Found) -> When:
        """The first end of a range, in the year of the second when it names none."""
        when, other = found.when, second.when
        if when is None or other is None or other.first is None or not when.relative:
            return when or other  # type: ignore[return-value]
        sub = DateReader(self.clean, self.tokens, self.lang, other.first)
        sub._direction = False
        again = sub._digits(found.start) or sub._phrase(found.start)
        return again.when if again and again.when else when

    def _bounded(self, found: Found) -> Found:
        """ "avant 2000", "after 2016": one end open."""
        when = found.when
        if when is None or (when.first is None and when.last is None):
            return found
        for name, later in (("before_words", False), ("after_words", True)):
            opener = self.words.trees[name].match_back(self.tokens, found.start)
            if not opener:
                continue
            first = (
                add_days(when.last, 1)
                if later and when.last and not self._inclusive(found.start)
                else when.first
                if later
                else None
            )
            last = None if later else add_days(when.first, -1) if when.first else None
            return self._spanned(opener[1], found.end, Span(first, last, when.grain, when.relative))
        return found

    def _inclusive(self, start: int) -> bool:
        """ "à partir de 2020" holds 2020 itself; "après 2020" doesn't."""
        return (
            self.key(start - 1) not in self.words.sets["strict_after"]
            and self.key(start - 2) not in self.words.sets["strict_after"]
        )

    # ---- making records

    def _end(self, at: int, stop: int) -> int:
        """The index of the first token that starts at or after character `stop`."""
        return max(at + 1, bisect_left(self._starts, stop))

    def _found(self, at: int, stop: int, span: Span, *, weak: bool = False) -> Found:
        return replace(self._spanned(at, self._end(at, stop), span), weak=weak)

    def _spanned(self, start: int, end: int, span: Span) -> Found:
        first, last = self.clean.span(self.tokens[start].start, self.tokens[end - 1].end)
        when = When(
            text="", start=first, end=last, first=span.first, last=span.last, grain=span.grain, relative=span.relative
        )
        return Found(when=when, start=start, end=end)


def _nearest(cue: re.Pattern[str], around: str, place: int) -> int | None:
    """How far from `place` the nearest match of `cue` is, or None without one."""
    return min((abs(m.start() - place) for m in cue.finditer(around)), default=None)


def _linkable(first: When, second: When) -> bool:
    """Whether two dates can be the ends of one period: of the same or a neighbouring size."""
    return "decade" not in (first.grain, second.grain)
