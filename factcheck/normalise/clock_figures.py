"""Times of day as written, whatever they may mean there: "18h30", "6.10am", "half past six", "midi et demi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from factcheck.normalise.clock_words import HALF_DAY, Zone, clocks
from factcheck.normalise.date_reader import DateReader
from factcheck.normalise.spaces import Clean
from factcheck.normalise.tokens import Sort, Token

DAY = 24 * 60
TWELVE = re.compile(
    r"(?P<hour>1[0-2]|0?[1-9])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
    r"[ ]?(?P<half>[ap])(?:m|[.][ ]?m[.]?|[ ]m)(?![^\W_])"
)
_COLON = re.compile(r"(?P<hour>\d{1,2})[ ]?:[ ]?(?P<minute>[0-5]\d)(?:[ ]?:[ ]?\d{2})?(?![\d:])")
_DOTTED = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)"
    r"(?![\d.,%]|[ ]?[%°€$£]|[ ]?(?:k?m|per|million|billion|points?|degrees)\b)"
)
_HOUR = re.compile(r"(?P<hour>\d{1,2})[ ]?(?P<mark>h|heures?)\b(?:[ ]?(?P<minute>\d{2})(?!\d)(?:[ ]minutes?\b)?)?")
_HOUR_GLUED = re.compile(r"(?P<hour>\d{1,2})(?P<mark>h)(?P<minute>\d{2})(?!\d)")
_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


class Form(Enum):
    """How a time is written, which says how sure it is one."""

    TWELVE = "6.10am"
    COLON = "6:10"
    DOTTED = "6.10"
    SHORT = "18h30"
    LONG = "18 heures"
    OCLOCK = "six o'clock"
    NAMED = "noon"
    MILITARY = "0610 GMT"
    HALVED = "six in the morning"


class Seen(NamedTuple):
    """A time of day: its minutes after midnight, whether minutes are written, and the token after it."""

    minutes: int
    grain: str
    end: int
    form: Form
    zone: Zone | None = None
    named: bool = False


class ClockFigures(DateReader):
    """Finds what is written like a time of day."""

    def __init__(self, clean: Clean, tokens: Sequence[Token], lang: str, reference: date | None) -> None:
        """Bind the text and its language's clock words."""
        super().__init__(clean, tokens, lang, reference)
        self.clocks = clocks(lang)
        self.starters = self.starters | self.clocks.starters

    def _seen(self, at: int) -> Seen | None:
        """The time of day that is written at `at`, with the half of the day and the zone behind it."""
        digits = self.tokens[at].sort == Sort.DIGITS
        seen = (self._figure(at) or self._halved(at)) if digits else self._worded(at)
        return self._completed(seen) if seen else None

    def _figure(self, at: int) -> Seen | None:
        token, follows = self.tokens[at], self.key(at + 1)
        if follows[:1] in (":", "a", "p", "h", "o", "-", "–", "t"):
            found = self._matched(at)
            if found:
                return found
        if len(token.key) == 4 and _MILITARY.fullmatch(token.key) and self._military(at):
            return Seen(int(token.key[:2]) * 60 + int(token.key[2:]), "minute", at + 1, Form.MILITARY)
        if "." in token.key and self.key(at - 1) in self.words.sets["dotted_clock_openers"]:
            dotted = _DOTTED.match(self.clean.key, token.start)
            return self._read(at, dotted, Form.DOTTED) if dotted else None
        return None

    def _military(self, at: int) -> bool:
        """Whether four digits are a time: a zone follows ("0610 GMT"), or "hours" does ("at 1530 hours")."""
        if self.clocks.zones.match(self.tokens, at + 1):
            return True
        opened = self.tokens[at].key[0] == "0" or self.clocks.openers.match_back(self.tokens, at) is not None
        return opened and at + 1 < len(self.tokens) and self.clocks.sharp.match(self.tokens, at + 1) is not None

    def _matched(self, at: int) -> Seen | None:
        """A time in digits with its mark behind or between them."""
        key, start = self.clean.key, self.tokens[at].start
        if found := TWELVE.match(key, start):
            seen = self._read(at, found, Form.TWELVE)
            return seen._replace(minutes=halved(seen.minutes, found["half"]))
        if (found := _COLON.match(key, start)) and int(found["hour"]) <= 24:
            return self._read(at, found, Form.COLON)
        oclock = self.clocks.oclock.match(self.tokens, at + 1)
        if oclock and self.tokens[at].key.isdigit() and 1 <= int(self.tokens[at].key) <= 12:
            return Seen(int(self.tokens[at].key) * 60, "hour", oclock[1], Form.OCLOCK)
        found = self._hours(at)
        if not found:
            return None
        return self._read(at, found, Form.SHORT if found["mark"] == "h" else Form.LONG)

    def _read(self, at: int, found: re.Match[str], form: Form) -> Seen:
        minute = found["minute"]
        end = self.end(at, found.end())
        seen = Seen(int(found["hour"]) % 24 * 60 + int(minute or 0), "minute" if minute else "hour", end, form)
        return seen if minute else self._with_minutes(seen)

    def _with_minutes(self, seen: Seen) -> Seen:
        """With "et demie", "moins le quart", "trente" behind the hour."""
        if seen.end >= len(self.tokens):
            return seen
        if found := self.clocks.minutes.match(self.tokens, seen.end):
            return seen._replace(minutes=(seen.minutes + found[0]) % DAY, grain="minute", end=found[1])
        spelled = self._spelled(seen.end) if seen.form is Form.LONG else None
        if spelled and spelled[0] < 60 and self.tokens[spelled[1]].sort != Sort.WORD:
            return seen._replace(minutes=seen.minutes + spelled[0], grain="minute", end=spelled[1])
        return seen

    def _hours(self, at: int) -> re.Match[str] | None:
        """ "18h30", "à 3 heures": a time of day, unless a word before or after makes it a length of time."""
        if not self.words.rows["clock_openers"]:
            return None
        key, start = self.clean.key, self.tokens[at].start
        found = _HOUR_GLUED.match(key, start) or _HOUR.match(key, start)
        if not found or int(found["hour"]) > 24 or int(found["minute"] or 0) > 59:
            return None
        end = self.end(at, found.end())
        if self._named_after(end) or found["hour"].startswith("0"):
            return found
        if self.words.trees["duration_openers"].match_back(self.tokens, at):
            return None
        if self.clocks.near.match_back(self.tokens, at) and not self._length_after(end):
            return found
        opened = self.words.trees["clock_openers"].match_back(self.tokens, at) is not None
        short = found["mark"] == "h"
        if not short and self.key(at - 1) in self.words.sets["loose_clock_openers"]:
            return None
        if opened and not self._length_after(end):
            return found
        return found if short and found["minute"] else None

    def _length_after(self, end: int) -> bool:
        """Whether what follows makes hours a length of time: "de route", "plus tard", "par semaine"."""
        if self.key(end) not in self.words.sets["length_words"]:
            return False
        return self.key(end) not in self.clocks.lengths or self.key(end + 1) in self.words.units

    def _named_after(self, end: int) -> bool:
        """Whether what follows can only follow a time of day."""
        return end < len(self.tokens) and (self._half_after(end) or self._zone_after(end)) is not None

    def _half_after(self, end: int) -> tuple[str, int] | None:
        return self.clocks.half_days.match(self.tokens, end) if end < len(self.tokens) else None

    def _zone_after(self, end: int) -> tuple[Zone, int] | None:
        """The clock that is meant: "GMT", "UTC+2", "locales", ", heure de Paris", "(local time)"."""
        place = end + (self.key(end) in (",", "("))
        if place >= len(self.tokens):
            return None
        found = self.clocks.local.match(self.tokens, place) or self.clocks.zones.match(self.tokens, place)
        named = self.clocks.places.match(self.tokens, place)
        if not found and named and self.tokens[named[1]].text[:1].isupper():
            found = Zone(self.tokens[named[1]].text, None), named[1] + 1
        if not found and self.key(place + 1) in self.clocks.named_clock and self.tokens[place].text[:1].isupper():
            found = Zone(self.tokens[place].text, None), place + 2  # "02:45 Cairo time"
        if not found:
            return None
        zone, stop = self._shifted(*found)
        return zone, stop + (self.key(end) == "(" and self.key(stop) == ")")

    def _shifted(self, zone: Zone, end: int) -> tuple[Zone, int]:
        """ "UTC+2": a zone counted from another."""
        hours = self.tokens[min(end + 1, len(self.tokens) - 1)]
        if self.key(end) not in ("+", "-") or not hours.key.isdigit() or not hours.glued or int(hours.key[:4]) > 14:
            return zone, end
        sign = self.key(end)
        offset = (zone.offset or 0) + int(sign + hours.key) * 60
        return Zone(f"{zone.name}{sign}{hours.key}", offset), end + 2

    def _halved(self, at: int) -> Seen | None:
        """ "6 in the morning"."""
        token = self.tokens[at]
        if not token.key.isdigit() or len(token.key) > 2 or not 1 <= int(token.key) <= 12:
            return None
        return Seen(int(token.key) * 60, "hour", at + 1, Form.HALVED) if self._half_after(at + 1) else None

    def _worded(self, at: int) -> Seen | None:
        """ "noon", "half past six", "six o'clock", "quinze heures trente"."""
        if named := self.clocks.named.match(self.tokens, at):
            return self._with_minutes(Seen(named[0], "hour", named[1], Form.NAMED))
        if past := self.clocks.minutes_first.match(self.tokens, at):
            return self._hour_after(*past)
        spelled = self._spelled(at) if self.key(at) in self.words.days else None
        if not spelled or not 1 <= spelled[0] <= 24:
            return None
        if oclock := self.clocks.oclock.match(self.tokens, spelled[1]):
            return Seen(spelled[0] * 60, "hour", oclock[1], Form.OCLOCK)
        if self.key(spelled[1]) not in ("heure", "heures") or self._lasting(at, spelled[1] + 1):
            return None
        return self._with_minutes(Seen(spelled[0] % 24 * 60, "hour", spelled[1] + 1, Form.LONG))

    def _lasting(self, at: int, end: int) -> bool:
        """Whether spelled hours are a length of time."""
        if self._named_after(end):
            return False
        return self.words.trees["duration_openers"].match_back(self.tokens, at) is not None or self._length_after(end)

    def _hour_after(self, minutes: int, at: int) -> Seen | None:
        """The hour of "half past six"."""
        if at >= len(self.tokens):
            return None
        if not (found := self._seen(at)):
            spelled = self._spelled(at)
            digits = self.tokens[at].key
            hour = int(digits) if digits.isdigit() and len(digits) < 3 else spelled[0] if spelled else 0
            found = Seen(hour * 60, "hour", spelled[1] if spelled else at + 1, Form.OCLOCK)
            if not 1 <= hour <= 12:
                return None
        return found._replace(minutes=(found.minutes + minutes) % DAY, grain="minute", form=Form.OCLOCK)

    def _spelled(self, at: int) -> tuple[int, int] | None:
        """A spelled number below a hundred at `at`, and the token after it."""
        words: list[str] = []
        best, end = None, at
        while end < len(self.tokens) and len(words) < 4:
            token = self.tokens[end]
            if token.key == "-" and words and token.glued:
                end += 1
                continue
            if token.sort != Sort.WORD:
                break
            words.append(token.key)
            end += 1
            if (number := self.words.small.get(" ".join(words))) is not None:
                best = number, end
        return best

    def _completed(self, seen: Seen) -> Seen:
        """With the half of the day, the zone and "précises" that follow."""
        if half := self._half_after(seen.end):
            seen = seen._replace(minutes=halved(seen.minutes, half[0]), end=half[1], named=True)
        if seen.end < len(self.tokens) and (sharp := self.clocks.sharp.match(self.tokens, seen.end)):
            seen = seen._replace(end=sharp[1], named=True)
        if zone := self._zone_after(seen.end):
            seen = seen._replace(zone=zone[0], end=zone[1], named=True)
        return seen


def halved(minutes: int, half: str) -> int:
    """A time of the twelve-hour clock ("a", "p") on the clock of 24."""
    if half[0] == "a":
        return minutes % HALF_DAY if minutes < 13 * 60 else minutes
    return minutes + HALF_DAY if minutes < HALF_DAY else minutes
