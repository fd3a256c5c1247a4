"""Times of day, with the day beside them: "mardi vers 18 heures", "at 6.10am on 9 November", "de 9h à 12h".

What only may be a time ("10:45" could be a score) is skipped: it is no quantity either.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from typing import NamedTuple

from factcheck.model import Clock, When
from factcheck.normalise.clock_figures import DAY, TWELVE, ClockFigures, Form, Seen, halved
from factcheck.normalise.clock_words import HALF_DAY, NEARLY
from factcheck.normalise.date_base import Found
from factcheck.normalise.tokens import Sort

# "6 to 8 pm", "6:30-8pm": the first of two times.
_TWELVE_FIRST = re.compile(
    r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?[ ]?(?:-|–|to|and|until|till)[ ]?(?=\d)"
)
# Forms that are nothing but a time of day, and those that are skipped where they are none.
_SURE = frozenset({Form.TWELVE, Form.MILITARY})
_SKIPPED = frozenset({Form.TWELVE, Form.COLON, Form.DOTTED, Form.SHORT, Form.LONG})
# "après 8h" is a time, "après 3h" as well a length of time; without a word before, only "15h30" is a time.
_FIRST_HOUR, _AFTERNOON = 6 * 60, 13 * 60
# Openers that leave the beginning or the end of a time open.
_UNTIL, _SINCE = frozenset({"before", "just_before"}), frozenset({"after", "from", "just_after"})
# How many words may stand between a day and its hour: "mardi , un peu après 18h".
MOST_JOINERS = 5


class Opener(NamedTuple):
    """The words before a time: how they bound it, and where they begin."""

    kind: str
    start: int


class MomentReader(ClockFigures):
    """Reads days, times, and days with times."""

    def at(self, at: int) -> Found | None:
        """The date or time that starts at token `at`, or nothing."""
        clock = self._clock(at)
        if clock:
            return clock
        day = super().at(at)
        return self._timed(day) if day and day.when else day

    def _timed(self, day: Found) -> Found:
        """ "mardi vers 18 heures": a day with the time that follows it."""
        if not _one_day(day):
            return day
        place = day.end
        while place < len(self.tokens) and place - day.end < MOST_JOINERS and self.key(place) in self.clocks.joiners:
            place += 1
        if place >= len(self.tokens) or self.tokens[place].sort == Sort.BREAK:
            return day
        clock = self._clock(place, dated=True)
        if not clock or not clock.when:
            return day
        if clock.start > day.end and not self._joined(day.end, clock.start):
            return day
        return self._at_time(day, clock, day.start, clock.end)

    def _joined(self, start: int, end: int) -> bool:
        """Whether only a comma and words that open a time stand between."""
        return all(self.key(k) in self.clocks.joiners for k in range(start, end))

    def _at_time(self, day: Found, clock: Found, start: int, end: int) -> Found:
        """The moment of a day and a time, from token `start` to token `end`."""
        if not day.when or not clock.when:
            return day
        first, last = self.clean.span(self.tokens[start].start, self.tokens[end - 1].end)
        when = replace(day.when, start=first, end=last, grain=clock.when.grain, clock=clock.when.clock)
        return replace(day, when=when, start=start, end=end)

    def _clock(self, at: int, *, dated: bool = False) -> Found | None:
        """The time of day at `at`; with `dated`, a day stands just before it."""
        found = self._paired(at)
        seen = None if found else self._seen(at)
        if not found and not seen:
            return None
        if seen:
            found = self._clock_range(at, seen)
        day = None if dated else self._day_after(found.end if found else seen.end if seen else at)
        if seen and not found:
            opener = self._opener(at)
            if not self._is_time(at, seen, opener, dated=dated or day is not None):
                return self._skipped(at, seen)
            found = self._bounded_time(at, seen, opener)
        return self._at_time(day, found, found.start, day.end) if day and found else found

    def _skipped(self, at: int, seen: Seen) -> Found | None:
        """What is no time but no figure either: a score, a record."""
        digits = self.tokens[at].sort == Sort.DIGITS
        return Found(when=None, start=at, end=seen.end) if digits and seen.form in _SKIPPED else None

    def _opener(self, at: int) -> Opener | None:
        """The words before `at` that announce a time; "a" and "des" without their accent announce none."""
        found = self.clocks.openers.match_back(self.tokens, at)
        if not found or self.tokens[at - 1].text in self.clocks.not_openers:
            return None
        return Opener(*found)

    def _is_time(self, at: int, seen: Seen, opener: Opener | None, *, dated: bool) -> bool:
        """Whether what is written like a time of day is one here."""
        if opener and self.key(opener.start - 1) in self.clocks.hours:
            return False  # "two hours before noon" is another time
        whole = self._whole_text(at, seen.end)
        if seen.form is Form.HALVED:
            return whole or opener is not None
        if seen.named or dated or seen.form in _SURE or (whole and seen.form is not Form.LONG):
            return True
        if seen.form is Form.OCLOCK:
            return True
        if seen.form is Form.DOTTED or opener is None:
            return self._plain_time(at, seen)
        if opener.kind in ("at", "about", "from", *NEARLY) or seen.form in (Form.COLON, Form.NAMED):
            return True
        if seen.form is Form.LONG and opener.kind != "before":
            return seen.grain == "minute"
        return seen.grain == "minute" or seen.minutes >= _FIRST_HOUR

    def _plain_time(self, at: int, seen: Seen) -> bool:
        """Whether a time without a word before it is one by its own form: "15h30", "03H11"."""
        if seen.form not in (Form.SHORT, Form.LONG) or seen.grain != "minute":
            return False
        return seen.minutes >= _AFTERNOON or self.tokens[at].key[0] == "0"

    def _whole_text(self, start: int, end: int) -> bool:
        return self.alone(self.tokens[start].start, self.tokens[end - 1].end)

    def _bounded_time(self, at: int, seen: Seen, opener: Opener | None) -> Found:
        """The record of one time, bounded by the words before it."""
        kind = opener.kind if opener else "at"
        moment = _time(seen.minutes)
        clock = Clock(
            first=None if kind in _UNTIL else moment,
            last=None if kind in _SINCE else moment,
            about=kind == "about",
            zone=seen.zone.name if seen.zone else None,
            offset=seen.zone.offset if seen.zone else None,
        )
        start = opener.start if opener and kind != "at" else at
        return self._clock_found(start, seen.end, clock, seen.grain)

    def _clock_found(self, start: int, end: int, clock: Clock, grain: str) -> Found:
        first, last = self.clean.span(self.tokens[start].start, self.tokens[end - 1].end)
        when = When(text="", start=first, end=last, first=None, last=None, grain=grain, relative=True, clock=clock)
        return Found(when=when, start=start, end=end, rule="clock")

    def _clock_range(self, at: int, seen: Seen) -> Found | None:
        """ "de 9h à 12h", "between 6am and 8am", "18h-20h30"."""
        before = self._linking(at, seen.end)
        last = self._seen(seen.end + 1) if before is not None else None
        if not last or seen.form is Form.HALVED:
            return None
        if last.form is not seen.form and Form.NAMED not in (seen.form, last.form):
            return None
        return self._between_times(at - 1 if before else at, seen, last)

    def _paired(self, at: int) -> Found | None:
        """ "6 to 8 pm": the half of the day is said once, with the second time."""
        token = self.tokens[at]
        first = _TWELVE_FIRST.match(self.clean.key, token.start) if token.sort == Sort.DIGITS else None
        second = TWELVE.match(self.clean.key, first.end()) if first else None
        if not first or not second:
            return None
        end = self.end(at, first.end("minute") if first["minute"] else first.end("hour"))
        before = self._linking(at, end)
        last = self._seen(end + 1) if before is not None else None
        if not last:
            return None
        minutes = int(first["hour"]) * 60 + int(first["minute"] or 0)
        same = halved(minutes, second["half"])
        earlier = Seen(same if same <= last.minutes else same - HALF_DAY, last.grain, end, Form.TWELVE)
        return self._between_times(at - 1 if before else at, earlier, last)

    def _linking(self, at: int, end: int) -> frozenset[str] | None:
        """The words one of which must stand before the first time of a range whose link is at `end`; None without."""
        before = self.clocks.links.get(self.key(end))
        if before is None or end + 1 >= len(self.tokens) or (before and self.key(at - 1) not in before):
            return None
        return before

    def _between_times(self, start: int, first: Seen, last: Seen) -> Found:
        zone = last.zone or first.zone
        clock = Clock(
            first=_time(first.minutes),
            last=_time(last.minutes),
            zone=zone.name if zone else None,
            offset=zone.offset if zone else None,
        )
        return self._clock_found(start, last.end, clock, last.grain)

    def _day_after(self, end: int) -> Found | None:
        """The one day named just behind a time: "à 18h mardi", "at 6am on 9 November"."""
        place = end + (self.key(end) == ",")
        place += self.key(place) in self.clocks.before_day
        if place >= len(self.tokens) or self.tokens[place].sort not in (Sort.WORD, Sort.DIGITS):
            return None
        if "\n" in self.clean.key[self.tokens[end - 1].end : self.tokens[place].start]:
            return None
        digits = self.tokens[place].sort == Sort.DIGITS
        if not digits and self.key(place) not in self.words.starters:
            return None
        found = self._digits(place) or self._phrase(place)
        return found if found and _one_day(found) else None


def _time(minutes: int) -> time:
    return time(minutes % DAY // 60, minutes % 60)


def _one_day(found: Found) -> bool:
    """Whether a date is one day, known or not, without its hour."""
    when = found.when
    return when is not None and when.grain == "day" and when.first == when.last and found.rule != "range"
