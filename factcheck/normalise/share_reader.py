"""Shares, multipliers and changes: "une entreprise sur cinq", "17 fois moins cher", "a doublé"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.normalise.draft import Draft
from factcheck.normalise.numbers import Figure, Shape
from factcheck.normalise.range_reader import RangeReader
from factcheck.normalise.tokens import Sort


class ShareReader(RangeReader):
    """Figures that compare one thing with another."""

    def _times(self, draft: Draft) -> Draft | None:
        """ "17 fois moins cher", "four times as many", and plain frequencies ("deux fois par an")."""
        sets, place = self.words.sets, draft.end
        if not draft.bare or self.key(place) not in sets["times_words"] or draft.figure.shape is Shape.ORDINAL:
            return None
        place += 1
        nxt = self.key(place)
        base = replace(draft, unit="multiplier", dimension="multiplier", end=place)
        if nxt in sets["multiplier_down"]:
            return replace(base, direction="down", end=self._compared(place))
        if nxt in sets["multiplier_up"]:
            return replace(base, direction="up", end=self._compared(place))
        if nxt in sets["multiplier_bases"]:
            return base
        return replace(base, unit="occurrence", dimension="count")

    def _compared(self, place: int) -> int:
        """Past the comparing word and the adjective after it."""
        nxt = self.tokens[place + 1]
        follows = nxt.sort == Sort.WORD and nxt.key not in self.nouns.never and nxt.text.islower()
        return place + 2 if follows and nxt.sort == Sort.WORD and not nxt.key.endswith("'") else place + 1

    def _share(self, draft: Draft) -> Draft | None:
        """ "une entreprise mondiale sur cinq", "one in five companies"."""
        whole_number = draft.value is not None and draft.value == int(draft.value) and draft.value >= 0
        if draft.figure.shape is not Shape.CARDINAL or not whole_number or draft.dimension not in (None, "count"):
            return None
        for place in range(draft.figure.end, min(draft.figure.end + 4, len(self.tokens) - 1)):
            out_of = self.words.out_of.match(self.tokens, place)
            if out_of:
                return self._proportion(draft, place, out_of[1])
            token = self.tokens[place]
            if token.sort != Sort.WORD or token.key in self.nouns.never or token.key in self.numbers.starters:
                return None
        return None

    def _proportion(self, draft: Draft, place: int, start: int) -> Draft | None:
        if start >= len(self.tokens):
            return None
        bottom = self.numbers.cardinal(self.tokens, start)
        top = draft.figure.value
        if (
            not bottom
            or bottom.value < max(top, Decimal(2))
            or bottom.value != int(bottom.value)
            or bottom.value > 10**6
        ):
            return None
        named = place > draft.figure.end
        noun = self.nouns.counted(self.tokens, draft.figure.end, several=False) if named else None
        after = None if named else self.nouns.counted(self.tokens, bottom.end, several=True)
        if not named and self.unit(bottom.end) and not after:
            return None
        if (
            not named
            and self.key(place) in self.words.sets["weak_out_of"]
            and (not after and bottom.value > 20 and not bottom.spelled)
        ):
            return None
        if self.lang_time(start, bottom):
            return None
        of = noun[0] if noun else after[0] if after else self._whole(bottom.end)
        end = after[1] if after else bottom.end
        value = top / bottom.value
        return replace(draft, value=value, unit="ratio", dimension="share", of=of, end=end)

    def lang_time(self, start: int, bottom: Figure) -> bool:
        """Whether the second figure is a year: "30 in 2014"."""
        token = self.tokens[start]
        return token.sort == Sort.DIGITS and len(token.key) == 4 and 1500 <= bottom.value < 2100

    def _one_in(self, draft: Draft) -> Draft | None:
        """ "7 des 11 personnes": the share one count is of another."""
        if not draft.bare or draft.value is None or draft.figure.shape is not Shape.CARDINAL:
            return None
        if draft.figure.spelled and draft.value == 1:
            return None
        link = self.words.among.match(self.tokens, draft.end)
        if not link or link[1] >= len(self.tokens):
            return None
        bottom = self.numbers.cardinal(self.tokens, link[1])
        if not bottom or bottom.value < max(draft.value, Decimal(2)) or bottom.value != int(bottom.value):
            return None
        whole = self.nouns.counted(self.tokens, bottom.end, several=True)
        if not whole and self.unit(bottom.end):
            return None
        end = whole[1] if whole else bottom.end
        return replace(
            draft,
            value=draft.value / bottom.value,
            unit="ratio",
            dimension="share",
            of=whole[0] if whole else None,
            end=end,
        )

    def _changes_here(self, at: int) -> bool:
        """Whether a word like "double" changes a figure here, and isn't "double vitrage" or a name."""
        sets, token = self.words.sets, self.tokens[at]
        if token.key in sets["change_always"]:
            return True
        opened = self.words.change_openers.match_back(self.tokens, at) is not None
        closed = self.key(at + 1) in sets["change_closers"] or self.tokens[at + 1].sort != Sort.WORD
        if token.key in sets["change_nouns"]:
            return opened and closed
        return opened or (at > 0 and closed and self.tokens[at - 1].sort == Sort.WORD and not token.text[0].isupper())

    def _multiplied(self, at: int, direction: str, end: int) -> Draft | None:
        while self.key(end) in self.words.sets["fillers"] or self.words_before(end):
            end += 1
        figure = self.figure(end) if end < len(self.tokens) else None
        if not figure or figure.shape not in (Shape.CARDINAL, Shape.COLLECTIVE) or figure.value <= 0:
            return None
        value = figure.value if direction == "up" else 1 / figure.value
        draft = Draft(start=at, end=figure.end, figure=figure, value=value, direction=direction)
        return replace(draft, unit="multiplier", dimension="multiplier")

    def words_before(self, at: int) -> bool:
        """Whether a bounding word stands at `at` ("multiplié par près de dix")."""
        return self.key(at) in self.words.sets["bound_words"]
