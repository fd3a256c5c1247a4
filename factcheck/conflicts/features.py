"""What claims can be found by: two things they share, and their wording.

Both come as numbered features of a row (`factcheck.conflicts.nearest`), in batches, so that all of a large corpus never
stands in memory at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from factcheck.conflicts.meeting import Key, keys, words
from factcheck.conflicts.nearest import Batches, Features, Numbers, firsts, ranges
from factcheck.facts import Reading
from factcheck.text import fold

# Claims in one batch.
_STEP = 2000
# N-grams of characters inside a word, with the spaces around it.
_LENGTHS = (3, 4, 5)
_PRIME = 1_000_003
_SPACE = ord(" ")
_WORD = re.compile(r"\w+")


class Shared:
    """The features of claims that meet over two things at once: one alone ("annoncer", "million") is too common.

    With `facts` one of the two is a key of their facts, and the other may also stand next to one of them in its
    paragraph; without, both are words or names.
    """

    def __init__(self, readings: Sequence[Reading], *, facts: bool) -> None:
        """Number what the claims hold."""
        self._facts = facts
        self._numbers: dict[Key | str, int] = {}
        own, own_ends, near, near_ends = [], [0], [], [0]
        for reading in readings:
            mine = [*(sorted(keys(reading)) if facts else ()), *sorted(words(reading))]
            own += [(self._number(x), self._number(_name(x)), isinstance(x, tuple)) for x in mine]
            near += [self._number(x) for x in sorted(self._beside(reading))]
            own_ends.append(len(own))
            near_ends.append(len(near))
        self._own, self._names, self._is_key = np.array(own, np.int64).reshape(-1, 3).T
        self._near = np.array(near, np.int64)
        self._own_ends, self._near_ends = np.array(own_ends, np.int64), np.array(near_ends, np.int64)

    def _number(self, what: Key | str) -> int:
        return self._numbers.setdefault(what, len(self._numbers))

    def _beside(self, reading: Reading) -> frozenset[str]:
        return (reading.near | reading.near_names) - words(reading) if self._facts else frozenset()

    def __call__(self) -> Iterator[Features]:
        """The features in batches: pairs of own things are asked for, pairs with a thing next to it only found."""
        for start in range(0, len(self._own_ends) - 1, _STEP):
            rows = np.arange(start, min(start + _STEP, len(self._own_ends) - 1))
            row, left, right = self._couples(rows, self._own_ends, keys_only=False)
            apart = (left < right) & (self._names[left] != self._names[right])
            apart &= (self._is_key[left] == 1) if self._facts else True
            mine = self._coded(self._own[left[apart]], self._own[right[apart]])
            beside, left, right = self._couples(rows, self._near_ends, keys_only=True)
            foreign = self._names[left] != self._near[right]
            theirs = self._coded(self._own[left[foreign]], self._near[right[foreign]])
            yield Features(
                rows=np.concatenate([row[apart], beside[foreign]]),
                codes=np.concatenate([mine, theirs]),
                asked=np.arange(len(mine) + len(theirs)) < len(mine),
            )

    def _couples(self, rows: Numbers, ends: Numbers, *, keys_only: bool) -> tuple[Numbers, Numbers, Numbers]:
        """Each own thing of a row with each of the row's things between `ends`: the row and both places."""
        lengths = self._own_ends[rows + 1] - self._own_ends[rows]
        row, left = np.repeat(rows, lengths), ranges(self._own_ends[rows], lengths)
        if keys_only:
            row, left = row[self._is_key[left] == 1], left[self._is_key[left] == 1]
        many = ends[row + 1] - ends[row]
        return np.repeat(row, many), np.repeat(left, many), ranges(ends[row], many)

    def _coded(self, one: Numbers, other: Numbers) -> Numbers:
        """One number for two things, in either order."""
        codes: Numbers = np.minimum(one, other) * len(self._numbers) + np.maximum(one, other)
        return codes


def _name(thing: Key | str) -> str:
    """The word that a thing comes down to: a key and its own word are no two things."""
    return thing if isinstance(thing, str) else thing[1]


def wording(readings: Sequence[Reading]) -> Batches:
    """The character n-grams of claims: they meet whatever their grammar, in spite of endings and spellings."""
    texts = [f" {' '.join(_WORD.findall(fold(reading.claim.text).lower()))} " for reading in readings]

    def batches() -> Iterator[Features]:
        for start in range(0, len(texts), _STEP):
            yield _grams(texts[start : start + _STEP], start)

    return batches


def _grams(texts: Sequence[str], start: int) -> Features:
    """The different n-grams of some texts, whose first is row `start`."""
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.int64)
    row = np.repeat(np.arange(start, start + len(texts)), [len(text) for text in texts])
    found = [_of_length(letters, row, length) for length in _LENGTHS]
    rows, codes = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.lexsort((codes, rows))
    order = order[firsts(rows[order], codes[order])]
    return Features(rows=rows[order], codes=codes[order], asked=np.ones(len(order), np.bool_))


def _of_length(letters: Numbers, row: Numbers, length: int) -> tuple[Numbers, Numbers]:
    """The rows and numbers of all n-grams of one length that do not reach over a space."""
    places = max(0, len(letters) - length + 1)
    codes, inside = np.full(places, length, np.int64), np.ones(places, np.bool_)
    for n in range(length):
        codes = codes * _PRIME + letters[n : n + places]
        inside &= (letters[n : n + places] != _SPACE) | (n in (0, length - 1))
    return row[:places][inside], codes[inside]
