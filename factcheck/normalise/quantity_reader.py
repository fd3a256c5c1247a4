"""Figures with what stands around them: bounds, rates, directions.

`Reader.at` reads the quantity whose figure starts at a token. It works outwards from the figure: a range,
then the unit, then the words before and after. Each step returns a new `Draft`.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model import Qualifier, Quantity
from factcheck.normalise.draft import Draft, interval
from factcheck.normalise.numbers import Figure, Shape
from factcheck.normalise.share_reader import ShareReader
from factcheck.normalise.tokens import Sort
from factcheck.normalise.units import MONEY
from factcheck.normalise.written import other_reading

# How many words before a share may say which way it moved.
DIRECTION_REACH = 5
# Within so many words of "per" stands the share, behind the name of whose it is: "$42 per Kermor Marine share".
SHARE_REACH = 4
# The largest a quantity may be: beyond, it is a slip or an attack, and floats end at 308.
LARGEST = Decimal("1e60")


class Reader(ShareReader):
    """Reads the quantities of one cleaned text."""

    def at(self, at: int) -> Draft | None:
        """The quantity whose figure, sign or currency starts at `at`, or nothing."""
        draft = self._money_first(at) or self._change(at) or self._vague(at) or self._counted_figure(at)
        if draft is None or (draft.value is not None and abs(draft.value) > LARGEST):
            return None
        return draft

    def _money_first(self, at: int) -> Draft | None:
        """ "$8.5B", "USD 8.5bn", "€1'049,95"."""
        token = self.tokens[at]
        if token.sort not in (Sort.SIGN, Sort.WORD):
            return None
        sign = self.units.money_signs.match(self.tokens, at) or self._code_first(at)
        if not sign or sign[1] >= len(self.tokens):
            return None
        place, minus = sign[1], False
        if self.key(place) in "+-" and self.key(place):
            place, minus = place + 1, self.key(place) == "-"
        if (
            place >= len(self.tokens)
            or self.tokens[place].sort != Sort.DIGITS
            or self.tokens[place].start - self.tokens[place - 1].end > 1
        ):
            return None
        figure = self.numbers.cardinal(self.tokens, place)
        if not figure:
            return None
        figure = self._with_tail(figure)
        minus |= self.key(at - 1) == "-" and not self.glued(at - 1) and self.glued(at)
        figure = figure._replace(
            start=at - (self.key(at - 1) in ("-", "+") and self.glued(at)),
            value=-figure.value if minus else figure.value,
        )
        draft = Draft(start=figure.start, end=figure.end, figure=figure, value=figure.value)
        draft = self._prefixed(draft, sign[0])
        return self._finish(self._money_range(draft) or draft)

    def _change(self, at: int) -> Draft | None:
        """ "a doublé", "multiplié par 2,5", "halved"."""
        token = self.tokens[at]
        if token.sort != Sort.WORD:
            return None
        by = self.words.times_by.match(self.tokens, at)
        if by:
            return self._multiplied(at, *by)
        change = self.words.changes.get(token.key)
        if not change or not self._changes_here(at):
            return None
        figure = Figure(change.value, at, at + 1, spelled=True)
        draft = Draft(start=at, end=at + 1, figure=figure, value=change.value)
        draft = replace(draft, unit="multiplier", dimension="multiplier", direction=change.direction)
        return self._bounded(draft)

    def _vague(self, at: int) -> Draft | None:
        """ "quelques kilomètres", "several weeks", "toute la journée": a unit without a figure."""
        few = self.words.few.match(self.tokens, at)
        whole = None if few else self.words.entire.match(self.tokens, at)
        found = few or whole
        if not found or found[1] >= len(self.tokens):
            return None
        unit = self.units.names.match(self.tokens, found[1])
        if not unit or unit[0].dimension == "share" or (whole and unit[0].dimension != "duration"):
            return None
        if self.names.not_unit(self.tokens, found[1], unit[1]):
            return None
        one = Decimal(1) if whole else None
        figure = Figure(Decimal(1), at, unit[1], Shape.CARDINAL if whole else Shape.INDEFINITE, spelled=True)
        draft = Draft(start=at, end=unit[1], figure=figure, value=one, unit=unit[0].name, dimension=unit[0].dimension)
        if whole:
            return replace(draft, value=unit[0].times)
        value, low, high = (None if n is None else n * unit[0].times for n in few[0]) if few else (None, None, None)
        return self._rated(replace(draft, value=value, low=low, high=high, qualifier=Qualifier.INDEFINITE))

    def _counted_figure(self, at: int) -> Draft | None:
        figure = self.figure(at)
        if figure is None:
            return None
        draft = Draft(start=figure.start, end=figure.end, figure=figure, value=figure.value)
        if figure.shape is Shape.INDEFINITE:
            opened = self.key(figure.start - 1) in self.numbers.sets["plural_openers"]
            draft = replace(draft, start=figure.start - opened)
        elif (
            self.key(at) in self.numbers.sets["half_nouns"]
            and self.key(at - 1) in self.numbers.sets["fraction_openers"]
        ):
            draft = replace(draft, start=at - 1)
        if figure.shape is Shape.INDEFINITE:
            draft = replace(draft, value=None, low=figure.value, high=figure.top, qualifier=Qualifier.INDEFINITE)
        if figure.shape is Shape.ORDINAL:
            return replace(draft, unit="ordinal", dimension="rank")
        draft = self._range(draft) or self._measured(draft)
        draft = self._times(draft) or self._share(draft) or self._one_in(draft) or draft
        if not self._stands(draft):
            return None
        return self._finish(draft)

    def _finish(self, draft: Draft) -> Draft:
        return self._directed(self._rated(self._bounded(draft)))

    def _stands(self, draft: Draft) -> bool:
        """Whether a figure without a unit counts as a quantity where it stands."""
        figure, start = draft.figure, draft.start
        if self.names.is_name(
            self.tokens, draft.start, draft.end, figure, bare=draft.bare, count=draft.dimension == "count"
        ):
            return False
        if draft.bare and self.key(draft.end) == "-" and self.glued(draft.end) and self.glued(draft.end + 1):
            return not figure.spelled
        if not draft.bare or not figure.spelled or draft.qualifier is Qualifier.RANGE:
            return True
        first = start == 0 or self.tokens[start - 1].sort in (Sort.BREAK, Sort.SIGN)
        if not first and self.tokens[start].text[:1].isupper() and not self._is_figure(start - 1):
            return False  # a name: "les Vingt-Sept"
        if self.glued(start) and self.key(start - 1) == "-" and self._is_figure(start - 2):
            return False  # its second half
        last = self.tokens[draft.end].sort != Sort.WORD or self.key(draft.end) in self.words.sets["after_bare"]
        if self.key(start) in self.numbers.sets["shy"] and figure.end == figure.start + 1:
            return (first or self._is_figure(start - 1)) and self._alone(start, draft.end)
        if figure.shape is not Shape.CARDINAL or figure.value > 10:
            return True
        return first or last or self._bound_before(start) is not None or self.key(draft.end) in self.numbers.ones

    def _alone(self, start: int, end: int) -> bool:
        """Whether nothing but numbers stands around: "un sept neuf", not "un, deux"."""
        after = self.tokens[end]
        before = start == 0 or self.tokens[start - 1].sort == Sort.BREAK or self._is_figure(start - 1)
        return before and (after.sort == Sort.BREAK or after.key in self.numbers.ones or after.key == ".")

    def _bound_before(self, start: int) -> tuple[Qualifier, int] | None:
        """The bounding words that end just before `start`, and where they begin; small words between are skipped."""
        for skip in range(3):
            place = start - skip
            found = self.words.before.match_back(self.tokens, place)
            if found:
                known = any(self.key(at) in self.words.sets["definite"] for at in range(place, start))
                return None if known and self.key(place - 1) in self.words.sets["placing"] else found
            if self.key(place - 1) not in self.words.sets["fillers"]:
                return None
        return None

    def _bounded(self, draft: Draft) -> Draft:
        """With the bounds that the words before and after set."""
        vague = draft.figure.shape is Shape.INDEFINITE
        before = None if vague else self._bound_before(draft.start)
        if before:
            draft = replace(draft, start=before[1])
            twice = self._bound_before(before[1])
            if twice and twice[0] is not Qualifier.EXACT and twice[1] < before[1]:
                before = twice if before[0] is Qualifier.EXACT else (before[0], twice[1])
                draft = replace(draft, start=twice[1])
            if draft.qualifier is Qualifier.EXACT:
                draft = replace(draft, qualifier=before[0])
        after = self.words.after.match(self.tokens, draft.end) if draft.end < len(self.tokens) else None
        if after and draft.qualifier is Qualifier.EXACT:
            return replace(draft, qualifier=after[0], end=after[1])
        if draft.figure.shape is Shape.COLLECTIVE and draft.qualifier is Qualifier.EXACT:
            return replace(draft, qualifier=Qualifier.ABOUT)
        return draft

    def _rated(self, draft: Draft) -> Draft:
        """With the rate's denominator: "par an", "par étude", "a day"."""
        if draft.end >= len(self.tokens):
            return draft
        timed = self.words.per_time.match(self.tokens, draft.end)
        found = self.units.names.match(self.tokens, timed[1]) if timed and timed[1] < len(self.tokens) else None
        if found and found[0].dimension in ("duration", "length", "area", "mass", "volume"):
            return replace(draft, per=found[0].name, resume=found[1])
        if draft.dimension == MONEY and (share := self._share_at(draft.end)):
            return replace(draft, per=share)
        link = self.words.per.match(self.tokens, draft.end)
        if not link or link[1] >= len(self.tokens) or self.tokens[link[1]].sort != Sort.WORD:
            return draft
        if self.key(link[1]) in self.words.sets["not_rates"]:
            return draft
        noun = self.nouns.counted(self.tokens, link[1], several=False)
        return replace(draft, per=noun[0]) if noun else draft

    def _share_at(self, place: int) -> str | None:
        """The share that a price is of: "$42 a share", "$42-per-share", "42 dollars par action Kermor"."""
        link = self.words.per_time.match(self.tokens, place + (self.key(place) == "-"))
        for at in range(link[1], min(link[1] + SHARE_REACH, len(self.tokens))) if link else ():
            if self.key(at) in self.words.sets["shares"]:
                return self.words.share
            if self.key(at) != "-" and not self.tokens[at].text[:1].isupper():
                return None
        return None

    def _directed(self, draft: Draft) -> Draft:
        """With "up" or "down" when a word of rising or falling stands shortly before."""
        if draft.direction or draft.dimension not in ("share", "change_of_share", MONEY, "points", "multiplier"):
            return draft
        sets = self.words.sets
        for place in range(draft.start - 1, max(-1, draft.start - 1 - DIRECTION_REACH), -1):
            token = self.tokens[place]
            if token.sort != Sort.WORD:
                break
            if token.key in sets["rising"]:
                return replace(draft, direction="up")
            if token.key in sets["falling"]:
                return replace(draft, direction="down")
        return draft

    def quantity(self, draft: Draft, text: str) -> Quantity:
        """The finished record, with its span in `text`."""
        start, end = self.clean.span(self.tokens[draft.start].start, self.tokens[draft.end - 1].end)
        return Quantity(
            text=text[start:end],
            start=start,
            end=end,
            bounds=interval(draft, self.words.about, self.words.collective),
            value=draft.value,
            unit=draft.unit,
            dimension=draft.dimension,
            qualifier=draft.qualifier,
            of=draft.of,
            per=draft.per,
            digits=draft.figure.digits,
            direction=draft.direction,
            alternative=self._alternative(draft),
        )

    def _alternative(self, draft: Draft) -> Decimal | None:
        """The value with the mark of "1.250" read the other way; what is counted in ones has but one reading."""
        if draft.value is None or draft.dimension in ("count", "rank") or draft.figure.spelled:
            return None
        first = self.tokens[draft.figure.start]
        if first.sort != Sort.DIGITS:  # a currency or sign before it
            first = next((t for t in self.tokens[draft.start : draft.end] if t.sort == Sort.DIGITS), first)
        times = other_reading(first.key, self.numbers.mark)
        return draft.value * times if times else None
