"""The one pass over a text that finds quantities and dates, and settles which of them a figure belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.model import Quantity, Unparsed, When
from factcheck.normalise.cells import SHORTEST_TABLE, cell
from factcheck.normalise.clock_reader import MomentReader
from factcheck.normalise.date_base import Found
from factcheck.normalise.draft import Draft, two_bounds
from factcheck.normalise.names import names
from factcheck.normalise.numbers import MOST_DIGITS
from factcheck.normalise.quantity_reader import Reader
from factcheck.normalise.spaces import clean, mixed_scripts
from factcheck.normalise.tokens import Sort, tokenize
from factcheck.normalise.units import units
from factcheck.normalise.words import words

_BEYOND = re.compile(r"\d{1,40}(?:[.,]\d{1,40})?(?:\^|e)(?P<minus>-)?\+?\d{3,}")
# What programs print for a figure that is none.
_NO_NUMBERS = frozenset({"NaN", "∞"})
# Units that a figure before "et" or a comma takes from the one after: "7, 8 et 12 %".
SHARED_DIMENSIONS = frozenset({"share", "change_of_share", "money", "length", "mass"})


class Driver:
    """Walks the tokens of a text once; the results are in its three lists."""

    def __init__(self, text: str, lang: str, reference: date | None) -> None:
        """Clean and cut the text."""
        self.text, self.lang = text, lang
        self.clean = clean(text)
        self.tokens = tokenize(self.clean)
        self.reader = Reader(self.clean, self.tokens, lang)
        self.date_reader = MomentReader(self.clean, self.tokens, lang, reference)
        self.names = names(lang)
        self.drafts: list[Draft] = []
        self.quantities: list[Quantity] = []
        self.dates: list[When] = []
        self.date_rules: dict[int, str] = {}
        self.unparsed: list[Unparsed] = []

    def run(self) -> None:
        """Read every token that can start something."""
        figures, dates = quantity_starters(self.lang), self.date_reader.starters
        tokens, at, size = self.tokens, 0, len(self.tokens)
        barred = mixed_scripts(self.text)
        table = len(self.clean.key) >= SHORTEST_TABLE
        while at < size:
            token = tokens[at]
            digits = token.sort == Sort.DIGITS
            if digits and table and (draft := cell(tokens, at)):
                self.drafts.append(draft)
                at += 1
                continue
            dated, counted = digits or token.key in dates, digits or token.key in figures
            at = self._read(at, dated, counted) if dated or counted else at + 1
        self._share_units()
        self._join_bounds()
        self.quantities = [self.reader.quantity(d, self.text) for d in self.drafts]
        self._drop(barred)
        self.reader.numbers.forget()

    def _read(self, at: int, dated: bool, counted: bool) -> int:
        """Read what starts at `at`; the index to go on from."""
        if self.tokens[at].text in _NO_NUMBERS:
            self._note(at, at + 1, "not a number")
            return at + 1
        beyond = self._beyond(at) if counted else 0
        if beyond:
            return beyond
        found = self.date_reader.at(at) if dated else None
        if found is None and not counted:
            return at + 1
        sure = found is not None and not found.weak
        skip = 0 if sure else self.names.skip(self.tokens, at, self.clean.key, self.clean.text)
        if skip:
            return skip
        draft = self.reader.at(at) if found is None or found.weak else None
        if draft and (found is None or draft.end > found.end):
            return self._take(draft)
        if found:
            if found.fault:
                self._note(at, found.end, found.fault)
            self._take_date(found)
            return found.end
        if self.tokens[at].sort == Sort.DIGITS:
            self._note_unread(at)
        return at + 1

    def _take(self, draft: Draft) -> int:
        last_end = self.tokens[self.drafts[-1].end - 1].end if self.drafts else 0
        if self.tokens[draft.start].start >= last_end:
            self.drafts.append(draft)
        return max(draft.end, draft.resume)

    def _take_date(self, found: Found) -> None:
        when = found.when
        if when is None:
            return
        while self.drafts and self.drafts[-1].end > found.start:
            self.drafts.pop()
        self.date_rules[when.start] = found.rule
        self.dates.append(replace(when, text=self.text[when.start : when.end]))

    def _note_unread(self, at: int) -> None:
        if sum(c.isdigit() for c in self.tokens[at].key) > MOST_DIGITS:
            self._note(at, at + 1, "too many digits")

    def _note(self, start: int, end: int, reason: str) -> None:
        first, last = self.clean.span(self.tokens[start].start, self.tokens[end - 1].end)
        self.unparsed.append(Unparsed(text=self.text[first:last], start=first, end=last, reason=reason))

    def _beyond(self, at: int) -> int:
        """The index after a power that no quantity reaches ("10^400"), or 0."""
        found = _BEYOND.match(self.clean.key, self.tokens[at].start)
        if not found or self.tokens[at].sort != Sort.DIGITS:
            return 0
        end = at + 1
        while self.tokens[end].start < found.end() and self.tokens[end].sort != Sort.BREAK:
            end += 1
        self._note(at, end, f"beyond the {'smallest' if found['minus'] else 'largest'} quantity")
        return end

    def _share_units(self) -> None:
        """ "7, 8 et 12 %": a bare figure linked to one with a share or money unit takes it."""
        links = words(self.lang).sets["list_links"]
        for k in range(len(self.drafts) - 2, -1, -1):
            left, right = self.drafts[k], self.drafts[k + 1]
            between = self.tokens[left.end : right.start]
            linked = len(between) == 1 and between[0].key in links
            shared = right.dimension in SHARED_DIMENSIONS and right.unit != "ratio"
            if linked and shared and left.bare and not left.figure.spelled:
                self.drafts[k] = replace(left, unit=right.unit, dimension=right.dimension)

    def _join_bounds(self) -> None:
        """ "plus de 30 et moins de 40": two bounds of one figure are a range."""
        joiners = words(self.lang).sets["bound_joiners"]
        for k in range(len(self.drafts) - 2, -1, -1):
            left, right = self.drafts[k], self.drafts[k + 1]
            between = [t.key for t in self.tokens[left.end : right.start] if t.key != ","]
            joined = two_bounds(left, right) if len(between) == 1 and between[0] in joiners else None
            if joined:
                self.drafts[k : k + 2] = [joined]

    def _drop(self, barred: list[tuple[int, int]]) -> None:
        """Set aside what overlaps digits of mixed scripts."""
        for start, end in barred:
            self.quantities = [q for q in self.quantities if q.end <= start or q.start >= end]
            self.dates = [d for d in self.dates if d.end <= start or d.start >= end]
            reason = "digits of several scripts in one figure"
            self.unparsed.append(Unparsed(text=self.text[start:end], start=start, end=end, reason=reason))


_starters: dict[str, frozenset[str]] = {}


def quantity_starters(lang: str) -> frozenset[str]:
    """Every folded token a quantity can start with in `lang`."""
    if lang not in _starters:
        found, around = units(lang), words(lang)
        signs = {s.lower() for s in found.money_signs.firsts()} | {c.lower() for c in found.codes}
        phrases = (
            set(around.times_by.firsts())
            | set(around.changes)
            | set(around.few.firsts())
            | set(around.entire.firsts())
            | {"+", *(sign.lower() for sign in _NO_NUMBERS)}
        )
        never = set(names(lang).never.firsts())
        _starters[lang] = frozenset(set(names(lang).grammar.starters) | signs | phrases | never)
    return _starters[lang]
