"""A text folded for comparison, with the way back: every folded position knows where it stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache

from factcheck.text import fold

# Where composing reaches further than one letter and its marks (Hangul, some Indic vowels), take a run.
_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+|[\x00-\x7f]", re.DOTALL)


class Folded:
    """`text` as `factcheck.text.fold` leaves it; `span` leads from folded offsets back to the original's.

    >>> folded = Folded("Dit :\\u00a0 « oui »")
    >>> folded.folded, folded.span(6, 11)
    ('Dit : " oui "', (7, 12))
    """

    def __init__(self, text: str) -> None:
        """Fold now; the way back is built when first asked for."""
        self.text = text
        self.folded = fold(text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of `folded[start:end]`, which must not be empty."""
        starts, ends = self._offsets
        return starts[start], ends[end - 1]

    def index(self, offset: int) -> int:
        """The folded offset at or right after the original `offset`."""
        from bisect import bisect_left

        return bisect_left(self._offsets[0], offset)

    @cached_property
    def _offsets(self) -> tuple[list[int], list[int]]:
        for pieces in (_clusters, _runs):
            letters, starts, ends = _fold_pieces(pieces(self.text))
            if letters == self.folded:
                return starts, ends
        raise AssertionError("the fold and its offsets disagree")


def _fold_pieces(pieces: Iterator[tuple[int, str]]) -> tuple[str, list[int], list[int]]:
    """The folded text of `pieces` and, for each of its letters, where it starts and ends in the original."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, piece in pieces:
        for letter in _fold_piece(piece):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            starts.append(start)
            ends.append(start + len(piece))
    if letters and letters[-1] == " ":
        letters.pop()
    return "".join(letters), starts[: len(letters)], ends[: len(letters)]


@lru_cache(maxsize=4096)
def _fold_piece(piece: str) -> str:
    """One piece folded; unlike a whole text it keeps a space that is all it holds."""
    return "".join(" " if c.isspace() else fold(c) for c in unicodedata.normalize("NFC", piece))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each letter with the marks that combine with it."""
    if unicodedata.is_normalized("NFC", text):
        yield from enumerate(text)
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            yield start, text[start:end]
            start = end


def _runs(text: str) -> Iterator[tuple[int, str]]:
    for match in _RUN.finditer(text):
        yield match.start(), match.group()
