"""Rows that share most: an inverted index over numbered features, whose cost grows with the rows and no faster.

A row is a claim, a feature a number that stands for something in it. Features come in batches, and twice: the first
pass counts them, the second keeps those that at least two rows hold and not too many. Each row then meets the holders
of its rarest features first, and no more of them than a limit, so that nothing all rows have in common can make the
work quadratic. What is summed are whole numbers: a sum does not hang on its order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]
Scores = NDArray[np.float64]

# Features are counted in buckets, about so many a row; two that fall into one only look more common than they are.
_BUCKETS = 256
_MOST_BITS = 26
# An odd number near 2^64 over the golden ratio spreads neighbouring numbers over the buckets.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# So many meetings are held in memory at once.
_AT_ONCE = 2_000_000
# What it is worth to be rarer by half, so that rounding to whole numbers does no harm; and the bits this can fill.
_HALVING = 64
_WORTH_BITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Features of some rows: `codes[n]` stands in row `rows[n]`.

    A row looks for others by its `asked` features, and is found by all of them.
    """

    rows: Numbers
    codes: Numbers
    asked: Marks


Batches = Callable[[], Iterable[Features]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What bounds the work: holders of a feature, meetings of a row, partners it keeps, and the least score."""

    holders: int
    meetings: int
    partners: int
    least: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Rows with the partners they keep. `cut` are the rows that a limit kept from others they share features with."""

    rows: Numbers
    partners: Numbers
    cut: Numbers


def nearest(batches: Batches, size: int, limits: Limits, *, cosine: bool = False) -> Near:
    """For each of `size` rows those that share most with it; the rarer a feature, the more it counts.

    The score is the sum over the features shared or, with `cosine`, its part in all that both rows hold, 0 to 1.
    """
    bits = min(_MOST_BITS, (size * _BUCKETS).bit_length())
    counts = np.zeros(1 << bits, dtype=np.int32)
    for batch in batches():
        np.add.at(counts, _bucket(batch.codes, bits), 1)
    norms = np.zeros(size)
    kept, cut = [], []
    for batch in batches():
        often = counts[_bucket(batch.codes, bits)].astype(np.int64)
        if cosine:
            norms += np.bincount(batch.rows, _worth(often, size).astype(np.float64), minlength=size)
        kept.append(_only(batch, (often > 1) & (often <= limits.holders)))
        cut.append(np.unique(batch.rows[batch.asked & (often > limits.holders)]))
    index = _Index(kept, size)
    found = [_best(piece, norms if cosine else None, size, limits) for piece in index.meetings(limits.meetings)]
    rows, partners, full = (np.concatenate([_none(), *(piece[n] for piece in found)]) for n in range(3))
    return Near(rows=rows, partners=partners, cut=np.unique(np.concatenate([_none(), *cut, index.cut, full])))


def ranges(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers of several ranges, one range behind the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)


def firsts(*columns: Numbers) -> Numbers:
    """Where a run of equal values begins, in columns that are sorted together."""
    if not len(columns[0]):
        return _none()
    fresh = np.zeros(len(columns[0]), dtype=np.bool_)
    fresh[0] = True
    for column in columns:
        fresh[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(fresh)


class _Index:
    """The holders of each feature, and which of them a row meets. `cut` are rows that would meet too many."""

    def __init__(self, batches: list[Features], size: int) -> None:
        rows, codes = (np.concatenate([_none(), *column]) for column in _columns(batches))
        asked = np.concatenate([np.empty(0, np.bool_), *(batch.asked for batch in batches)])
        by_code = np.lexsort((rows, codes))
        self._holders, codes = rows[by_code], codes[by_code]
        self._first = firsts(codes)
        self._many = np.diff(self._first, append=len(codes))
        self._worth = _worth(self._many, size)
        feature = np.empty(len(codes), np.int64)
        feature[by_code] = np.repeat(np.arange(len(self._first)), self._many)
        asked &= self._many[feature] > 1
        self._rows, self._features = _rarest_first(rows[asked], feature[asked], self._many)
        self.cut = _none()

    def meetings(self, most: int) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
        """Rows, whom they meet and what the shared feature is worth, in pieces that hold whole rows."""
        within = _running(self._rows, self._many[self._features]) <= most
        self.cut = np.unique(self._rows[~within])
        rows, features = self._rows[within], self._features[within]
        for start, end in _pieces(rows, self._many[features]):
            chosen = features[start:end]
            many = self._many[chosen]
            met = self._holders[ranges(self._first[chosen], many)]
            yield np.repeat(rows[start:end], many), met, np.repeat(self._worth[chosen], many)


def _best(
    piece: tuple[Numbers, Numbers, Numbers], norms: Scores | None, size: int, limits: Limits
) -> tuple[Numbers, Numbers, Numbers]:
    """The best partners of some rows, best first, and the rows that have more than they may keep."""
    mine, theirs, scores = _summed(*piece, size)
    if norms is not None:
        scores = scores / np.sqrt(norms[mine] * norms[theirs])
    order = np.lexsort((theirs, -scores, mine))
    order = order[(scores[order] >= limits.least) & (mine[order] != theirs[order])]
    mine, theirs = mine[order], theirs[order]
    kept = _running(mine, np.ones(len(mine), np.int64)) <= limits.partners
    return mine[kept], theirs[kept], np.unique(mine[~kept])


def _summed(mine: Numbers, theirs: Numbers, worth: Numbers, size: int) -> tuple[Numbers, Numbers, Scores]:
    """Who meets whom, once each, with what all their meetings are worth.

    Row, partner and worth are packed into one number, because sorting plain numbers is what is fastest.
    """
    start = mine[0] if len(mine) else 0
    packed = np.sort((((mine - start) * size + theirs) << _WORTH_BITS) | worth)
    couples, worth = packed >> _WORTH_BITS, packed & ((1 << _WORTH_BITS) - 1)
    first = firsts(couples)
    couples = couples[first]
    scores = np.add.reduceat(worth, first) if len(first) else worth
    return couples // size + start, couples % size, scores.astype(np.float64)


def _rarest_first(rows: Numbers, features: Numbers, many: Numbers) -> tuple[Numbers, Numbers]:
    order = np.lexsort((features, many[features], rows))
    return rows[order], features[order]


def _running(rows: Numbers, amounts: Numbers) -> Numbers:
    """Running sums of `amounts` that start anew with each row."""
    sums, fresh = np.cumsum(amounts), firsts(rows)
    running: Numbers = sums - np.repeat((sums - amounts)[fresh], np.diff(fresh, append=len(rows)))
    return running


def _pieces(rows: Numbers, amounts: Numbers) -> Iterator[tuple[int, int]]:
    """Bounds of runs of whole rows whose amounts come to about `_AT_ONCE`."""
    fresh, sums = firsts(rows), np.cumsum(amounts)
    if not len(fresh):
        return
    piece = (sums - amounts)[fresh] // _AT_ONCE
    bounds = [*fresh[firsts(piece)].tolist(), len(rows)]
    yield from pairwise(bounds)


def _bucket(codes: Numbers, bits: int) -> Numbers:
    mixed: Numbers = ((codes.astype(np.uint64) * _SPREAD) >> np.uint64(64 - bits)).astype(np.int64)
    return mixed


def _worth(many: Numbers, size: int) -> Numbers:
    """What sharing a feature that `many` of `size` rows hold is worth."""
    worth: Numbers = np.rint(_HALVING * np.log2(1 + size / many)).astype(np.int64)
    return worth


def _only(batch: Features, mask: Marks) -> Features:
    return Features(rows=batch.rows[mask], codes=batch.codes[mask], asked=batch.asked[mask])


def _columns(batches: list[Features]) -> tuple[list[Numbers], list[Numbers]]:
    return [batch.rows for batch in batches], [batch.codes for batch in batches]


def _none() -> Numbers:
    return np.empty(0, np.int64)
