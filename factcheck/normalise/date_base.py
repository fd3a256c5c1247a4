"""What every reader of dates works with: the text, where a date stands in it, and which way its sentence looks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import When
from factcheck.normalise import resolve
from factcheck.normalise.calendar import Span
from factcheck.normalise.date_words import dates_of
from factcheck.normalise.spaces import Clean
from factcheck.normalise.tokens import Token

# Far enough to hold any sentence's verb, near enough to stay cheap.
SENTENCE_REACH = 240
# A date with no more words than this around it is a title or an entry, which looks ahead.
MOST_LONE_WORDS = 9
_SENTENCE_END = re.compile(r"[!?\n]|\.(?=[ ][A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date from token `start` to token `end`; a weak one gives way to a quantity. `when` None: only skip it.

    `fault` says why what looks like a date is none; `rule` names what read it.
    """

    when: When | None
    start: int
    end: int
    weak: bool = False
    fault: str | None = None
    rule: str = ""


class DateBase:
    """One cleaned text with its language's date words and its reference date."""

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

    def alone(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` are the whole text."""
        first, last = self._whole
        return last >= 0 and end >= last and self.clean.key[first:start].strip(" '") in self.words.sets["lone_openers"]

    def _context(self, at: int) -> resolve.Context:
        return resolve.Context(
            words=self.words, reference=self.reference, ahead=lambda: self.ahead(at), lone=self._lone
        )

    def _lone(self) -> bool:
        """Whether the text is no more than a title or an entry."""
        key = self.clean.key
        short = len(key) < 60 and len(key.split()) <= MOST_LONE_WORDS
        return short and not key.rstrip().endswith((".", "!")) and not self.words.future.search(key)

    def ahead(self, at: int) -> bool:
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

    def end(self, at: int, stop: int) -> int:
        """The index of the first token that starts at or after character `stop`."""
        return max(at + 1, bisect_left(self._starts, stop))

    def _found(self, at: int, stop: int, span: Span, *, rule: str, weak: bool = False) -> Found:
        return replace(self._spanned(at, self.end(at, stop), span), weak=weak, rule=rule)

    def _spanned(self, start: int, end: int, span: Span) -> Found:
        first, last = self.clean.span(self.tokens[start].start, self.tokens[end - 1].end)
        when = When(
            text="", start=first, end=last, first=span.first, last=span.last, grain=span.grain, relative=span.relative
        )
        return Found(when=when, start=start, end=end)


def _nearest(cue: re.Pattern[str], around: str, place: int) -> int | None:
    """How far from `place` the nearest match of `cue` is, or None without one."""
    return min((abs(m.start() - place) for m in cue.finditer(around)), default=None)
