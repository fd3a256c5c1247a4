"""Dates and periods: absolute, partial, relative to a reference date, and from one to another.

The phrases of a language are patterns in its data; here they are found in a text and resolved. A relative
date without a reference date stays open: today's date is never used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from factcheck.model import When
from factcheck.normalise import resolve
from factcheck.normalise.calendar import Span, add_days
from factcheck.normalise.date_base import Found
from factcheck.normalise.date_figures import FigureDates
from factcheck.normalise.date_guards import GUARDS
from factcheck.normalise.date_words import Pattern
from factcheck.normalise.heads import DIGIT
from factcheck.normalise.tokens import Sort

__all__ = ["DateReader", "Found"]

# Rules whose days count from the reference date alone, also at the end of a range ("from 3 May to today").
_FROM_REFERENCE = frozenset({"deixis", "today", "ago", "ahead", "unit_shift", "unit_this", "weekday_shift"})
_DASHES = frozenset("-–—")
# "ce jour-là" is a day told of before, whatever the reference date.
_POINTING_BACK = re.compile(r"-la\b")
# Signs that never stand behind the first figure of a date.
_NO_DATE = frozenset("%$€£;|)=+*^")


class DateReader(FigureDates):
    """Reads the dates of one cleaned text."""

    def at(self, at: int) -> Found | None:
        """The date that starts at token `at`, or nothing."""
        found = self._digits(at) or self._phrase(at)
        if found is None:
            return self._offset(at)
        return found if found.when is None else self._bounded(self._ranged(self._dated_weekday(found)))

    def _phrase(self, at: int) -> Found | None:
        token = self.tokens[at]
        digits = token.sort == Sort.DIGITS
        if digits and len(token.key) > 4 and not token.key[:2].isdigit():
            return None
        if digits and len(token.key) != 4 and not self._goes_on(at + 1):
            return None
        best: Found | None = None
        for pattern in self.words.by_head.get(DIGIT if digits else token.key, ()):
            found = pattern.regex.match(self.clean.key, token.start)
            if not found or (pattern.alone and not self.alone(*found.span())):
                continue
            if best and self.end(at, found.end()) <= best.end:
                continue
            if pattern.guard and not GUARDS[pattern.guard](self, at, found):
                continue
            if _POINTING_BACK.match(self.clean.key, found.end()):
                continue
            span = self._resolve(pattern, at, found)
            if span:
                stop = found.start() + len(found.group().rstrip(" .,\n"))
                best = self._found(at, stop, span, rule=pattern.rule, weak=pattern.weak)
        return best

    def _dated_weekday(self, found: Found) -> Found:
        """ "samedi 23/06/2018": a weekday before its date in digits says nothing more."""
        if found.rule != "weekday" or self.tokens[found.end].sort != Sort.DIGITS:
            return found
        day = self._digits(found.end)
        if not day or not day.when or day.when.grain != "day":
            return found
        span = Span(day.when.first, day.when.last, "day", day.when.relative)
        return replace(self._spanned(found.start, day.end, span), rule=day.rule)

    def _offset(self, at: int) -> Found | None:
        """ "three days after Easter": counted from a day that is named."""
        counted = self.words.offset.match(self.clean.key, self.tokens[at].start)
        end = self.end(at, counted.end()) if counted else len(self.tokens)
        if not counted or end >= len(self.tokens):
            return None
        day = self._digits(end) or self._phrase(end)
        when = day.when if day and not day.weak else None
        if not day or not when or when.first is None or when.first != when.last:
            return None
        count = resolve.count_of(" ".join(counted["num"].split()), self._context(at))
        moved = resolve.moved(when.first, self.words.units[counted["unit"]], -count if counted["back"] else count)
        if not moved:
            return None
        return replace(self._spanned(at, day.end, Span(moved, moved, "day", when.relative)), rule="offset")

    def _goes_on(self, at: int) -> bool:
        """Whether what stands behind a figure can be the next word or mark of a date."""
        token = self.tokens[at]
        if token.key in _DASHES and self.tokens[at + 1].sort == Sort.DIGITS:
            return self.tokens[at + 2].sort == Sort.WORD or self.key(at + 2) == "."  # "3-5 mai", not "3 -5 -7"
        return token.sort == Sort.WORD or (token.sort == Sort.SIGN and token.key not in _NO_DATE)

    def _resolve(self, pattern: Pattern, at: int, found: re.Match[str]) -> Span | None:
        rule: Callable[[resolve.Context, resolve.Groups], Span | None] = resolve.RULES[pattern.rule]
        groups = {k: " ".join(v.replace("-", " ").split()) for k, v in found.groupdict().items() if v}
        try:
            return rule(self._context(at), groups)
        except (ValueError, OverflowError):
            return None

    # ---- ranges and bounds

    def _ranged(self, found: Found) -> Found:
        """ "du 1er mai 2020 au 3 juin 2021", "de février à juin 2021", "fin 2019 - début 2020"."""
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
        if self.key(found.end) in self.words.sets["joining_words"] and not self._between(opened):
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
        span = Span(low, high, second.when.grain, when.relative and second.when.relative)
        return replace(self._spanned(start, second.end, span), rule="range")

    def _between(self, opened: tuple[bool, int] | None) -> bool:
        """Whether "between" opens the range: without it, "Monday and Friday" are two days."""
        return opened is not None and self.key(opened[1]) in self.words.sets["between_words"]

    def _after(self, found: Found, second: Found) -> Found:
        """The second end of a range, the next after the first when that alone names its year."""
        first, when = found.when, second.when
        if first is None or when is None or not when.relative or not first.first:
            return second
        ordered = when.last is None or first.first <= when.last
        if second.rule in _FROM_REFERENCE or (first.relative and ordered):
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
        if second.rule == "weekday" or found.rule in _FROM_REFERENCE:
            return when
        sub = DateReader(self.clean, self.tokens, self.lang, other.first)
        sub._direction = False
        again = sub._digits(found.start) or sub._phrase(found.start)
        return again.when if again and again.when else when

    def _bounded(self, found: Found) -> Found:
        """ "avant 2000", "after 2016": one end open."""
        when = found.when
        if when is None or (when.first is None and when.last is None) or self._possesses(found.end):
            return found
        for name, later in (("before_words", False), ("after_words", True)):
            opener = self.words.trees[name].match_back(self.tokens, found.start)
            if not opener:
                continue
            within = self._inclusive(opener[1], found.start, later=later)
            if later:
                first, last = when.first if within or not when.last else add_days(when.last, 1), None
            else:
                within = within or self._names_end(found)
                first, last = None, when.last if within or not when.first else add_days(when.first, -1)
            span = Span(first, last, when.grain, when.relative)
            return replace(self._spanned(opener[1], found.end, span), rule=found.rule)
        return self._open_ended(found, when)

    def _possesses(self, end: int) -> bool:
        """Whether what is told is of the date: "before Tuesday's storm" says nothing of days before Tuesday."""
        return self.key(end) == "'" and self.key(end + 1) == "s"

    def _open_ended(self, found: Found, when: When) -> Found:
        """ "2016 and later", "2016 or before": one end open by what follows, the date itself inside."""
        for suffixes, later in ((self.words.after_suffixes, True), (self.words.before_suffixes, False)):
            suffix = suffixes.match(self.tokens, found.end) if found.end < len(self.tokens) else None
            if suffix and self._closes(suffix[1]):
                first, last = (when.first, None) if later else (None, when.last)
                span = Span(first, last, when.grain, when.relative)
                return replace(self._spanned(found.start, suffix[1], span), rule=found.rule)
        return found

    def _closes(self, end: int) -> bool:
        """Whether "et après" ends its phrase: before a word it belongs to what follows."""
        opens = any(self.key(end - 1) in self.words.trees[k] for k in ("before_words", "after_words"))
        return not opens or self.tokens[end].sort in (Sort.SIGN, Sort.BREAK)

    def _names_end(self, found: Found) -> bool:
        """Whether the date is the end of a period: what comes before "fin 2024" may still come in it."""
        words = (t.key for t in self.tokens[found.start : found.end])
        return found.rule.startswith("part_") and any(self.words.parts.get(w) == "end" for w in words)

    def _inclusive(self, start: int, end: int, *, later: bool) -> bool:
        """ "à partir de 2020" and "no later than 2020" hold 2020 itself; "après 2020" and "before 2020" don't."""
        sets, opener = self.words.sets, {t.key for t in self.tokens[start:end]}
        if opener & sets["inclusive_words"]:
            return True
        return later and not opener & sets["strict_after"]


def _linkable(first: When, second: When) -> bool:
    """Whether two dates can be the ends of one period: of the same or a neighbouring size."""
    return "decade" not in (first.grain, second.grain)
