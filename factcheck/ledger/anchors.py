"""Does a quote still stand in its source? The ladder of outcomes, from verbatim to gone.

Fuzzy matching only finds the place. Whether the words are the same is decided word by word, so that another
digit, number word, unit, negation or comparative is never forgiven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from factcheck.ledger.folded import Folded
from factcheck.ledger.model import Quote
from factcheck.text import fold

# Below this likeness (0 to 100) two passages share a few words by chance: the quote is missing, not changed.
LIKENESS = 70.0
# Letters of quote times letters of text: past it the search for what changed would take many seconds.
REACH = 10**11
# Words and figures, with what changes their meaning: signs, currencies, percents, degrees, a question mark.
# Thousands may be spaced; the sign counts only where it cannot be a hyphen between words.
_WORD = re.compile(
    r"""
    (?<!\w)[-+±−](?=\d)                 # a sign
    | \d{1,3}(?:\ \d{3})+(?:[.,]\d+)?   # a figure with spaced thousands
    | \d+(?:[.,:/]\d+)*                 # any other figure, time or date
    | [^\W\d_]+                         # a word
    | (?<=\d)-(?=\d)                    # a range
    | [^\w\s.,;:!'"()\[\]{}…*_#-]       # a symbol that means something
    """,
    re.VERBOSE,
)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\n"), " ")
_FIGURE_BEFORE = re.compile(r"(?:\d[.,]?|(?<!\w)[-+±−])$")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_THOUSANDS_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})* $")
_FIGURE_AFTER = re.compile(r"[.,]?\d")
_THOUSANDS_AFTER = re.compile(r" \d{3}(?!\d)")
_SHORT_FIGURE_AT_END = re.compile(r"(?<!\d)\d{1,3}$")


class Outcome(StrEnum):
    """How a quote stands in its source."""

    EXACT = "exact"
    REFORMATTED = "reformatted"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a quote stands: code point offsets into the source's text, None where it is missing.

    `count` says how often it stands there; `said` and `found` are the words that differ when it is changed.
    """

    outcome: Outcome
    start: int | None = None
    end: int | None = None
    count: int = 1
    said: str = ""
    found: str = ""


class Anchored:
    """A source's text, ready to look quotes up in."""

    def __init__(self, text: str) -> None:
        """Fold the text; the words are cut when first needed."""
        self.text = text
        self._folded = Folded(text)
        self._words: list[re.Match[str]] | None = None
        self._keys: list[str] | None = None

    def stands(self, quote: Quote) -> bool:
        """Whether the quote surely stands here; the common case, which needs no offsets and costs little."""
        bare = not (quote.prefix or quote.suffix) and quote.start is None and quote.end is None
        wanted = fold(quote.text)
        return bare and wanted[:1].isalnum() and next(self._verbatim(wanted), None) is not None

    def find(self, quote: Quote) -> Anchor:
        """How `quote` stands in this text."""
        wanted = fold(quote.text)
        if not any(letter.isalnum() for letter in wanted):  # punctuation alone says nothing
            return Anchor(outcome=Outcome.MISSING)
        if recorded := self._recorded(quote, wanted):
            return recorded
        spans = list(self._verbatim(wanted)) or list(self._same_words(wanted))
        if spans:
            return self._chosen(quote, spans)
        return self._nearest(wanted)

    def _recorded(self, quote: Quote, wanted: str) -> Anchor | None:
        """The quote at its recorded offsets; there it may cut glued words, but never a figure."""
        if quote.start is None or quote.end is None:
            return None
        start, end = quote.start, quote.end
        plain = self.text.translate(_SPACES)
        if fold(self.text[start:end]) != wanted or not _whole_figures(plain, start, end):
            return None
        return Anchor(outcome=self._form(quote, start, end), start=start, end=end)

    def _verbatim(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Each place the folded quote stands at, cut out at whole words and figures."""
        text, start = self._folded.folded, -1
        while (start := text.find(wanted, start + 1)) >= 0:
            if _whole(text, start, start + len(wanted)):
                yield start, start + len(wanted)

    def _same_words(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Each place with the same words and figures, whatever the case and punctuation."""
        keys = _keys(_cut(wanted))
        words, all_keys = self._all_words(), self._all_keys()
        for index in range(len(words) - len(keys) + 1):
            if all_keys[index] == keys[0] and all_keys[index : index + len(keys)] == keys:
                start, end = words[index].start(), words[index + len(keys) - 1].end()
                if _whole(self._folded.folded, start, end):
                    yield start, end

    def _chosen(self, quote: Quote, spans: list[tuple[int, int]]) -> Anchor:
        """The place that the quote's context or recorded offset points to, among those it stands at."""
        fitting = [span for span in spans if self._fits(quote, span)]
        start, end = self._folded.span(*(fitting or spans)[0])
        outcome = self._form(quote, start, end)
        if not fitting:
            outcome = Outcome.MOVED
        elif len(fitting) > 1 and (quote.prefix or quote.suffix):
            outcome = Outcome.AMBIGUOUS
        return Anchor(outcome=outcome, start=start, end=end, count=len(spans))

    def _form(self, quote: Quote, start: int, end: int) -> Outcome:
        same = self.text[start:end] == quote.text.strip()
        return Outcome.EXACT if same else Outcome.REFORMATTED

    def _fits(self, quote: Quote, span: tuple[int, int]) -> bool:
        """Whether what is recorded beside the quote holds at `span`."""
        text = self._folded.folded
        if quote.prefix and not text[: span[0]].rstrip().endswith(fold(quote.prefix)):
            return False
        if quote.suffix and not text[span[1] :].lstrip().startswith(fold(quote.suffix)):
            return False
        if quote.start is None and quote.end is None:
            return True
        start, end = self._folded.span(*span)
        return quote.start in (None, start) and quote.end in (None, end)

    def _nearest(self, wanted: str) -> Anchor:
        """The passage most like the quote, with the words that differ; or missing."""
        from rapidfuzz.fuzz import partial_ratio_alignment  # only a quote that fails pays for it

        text = self._folded.folded
        if not text or len(wanted) > 2 * len(text) or len(wanted) * len(text) > REACH:
            return Anchor(outcome=Outcome.MISSING)
        place = partial_ratio_alignment(wanted, text, score_cutoff=LIKENESS)
        if place is None or place.dest_start == place.dest_end:
            return Anchor(outcome=Outcome.MISSING)
        return self._changed(wanted, place.dest_start, place.dest_end)

    def _changed(self, wanted: str, start: int, end: int) -> Anchor:
        """`changed`, with the window widened to whole words and trimmed to those the quote shares."""
        near = [w for w in self._all_words() if w.end() > start - 20 and w.start() < end + 20]
        said = _cut(wanted)
        matcher = SequenceMatcher(None, _keys(said), _keys(near), autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return Anchor(outcome=Outcome.MISSING)
        first = max(0, blocks[0].b - blocks[0].a)
        last = min(len(near), blocks[-1].b + len(said) - blocks[-1].a)
        if _keys(near[first:last]) == _keys(said):  # the quote cuts off a sign or part of a figure
            first, last = max(0, first - 1), min(len(near), last + 1)
        old, new = _difference(said, near[first:last])
        left, right = self._folded.span(near[first].start(), near[last - 1].end())
        return Anchor(outcome=Outcome.CHANGED, start=left, end=right, said=old, found=new)

    def _all_keys(self) -> list[str]:
        if self._keys is None:
            self._keys = _keys(self._all_words())
        return self._keys

    def _all_words(self) -> list[re.Match[str]]:
        if self._words is None:
            self._words = _cut(self._folded.folded)
        return self._words


def _whole(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` cuts no word and no figure in two ("5 millions" is not in "3,5 millions")."""
    if text[start].isalnum() and text[start - 1 : start].isalnum():
        return False
    if text[end - 1].isalnum() and text[end : end + 1].isalnum():
        return False
    return _whole_figures(text, start, end)


def _whole_figures(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` cuts no figure, nor one from its sign or from the letters of a name."""
    before, after = text[max(0, start - 12) : start], text[end : end + 5]
    if text[start].isdigit() and (before[-1:].isalnum() or _FIGURE_BEFORE.search(before)):
        return False
    if _THOUSANDS.match(text, start) and _THOUSANDS_BEFORE.search(before):
        return False
    if text[end - 1].isdigit() and (after[:1].isalnum() or _FIGURE_AFTER.match(after)):
        return False
    figure = text[max(0, end - 4) : end]
    return not (_SHORT_FIGURE_AT_END.search(figure) and _THOUSANDS_AFTER.match(after))


def _cut(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def _keys(words: list[re.Match[str]]) -> list[str]:
    """The words as compared: case folded, except right after a figure ("5 MW" is not "5 mW")."""
    keys: list[str] = []
    after_figure = False
    for word in words:
        key = word.group().replace(" ", "")
        keys.append(key if after_figure else key.casefold())
        after_figure = key[0].isdigit()
    return keys


def _difference(said: list[re.Match[str]], found: list[re.Match[str]]) -> tuple[str, str]:
    """The words of both sides that differ, with three dots between places far apart."""
    matcher = SequenceMatcher(None, _keys(said), _keys(found), autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    old = [" ".join(w.group() for w in said[a:b]) for _, a, b, _, _ in changes]
    new = [" ".join(w.group() for w in found[c:d]) for _, _, _, c, d in changes]
    return " … ".join(filter(None, old)), " … ".join(filter(None, new))
