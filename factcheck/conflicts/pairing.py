"""Which claims may meet, found in time that grows with the claims, not with their pairs.

Three searches bring claims together, and each keeps the nearest of every claim:

- `facts`: what a fact of each is about, or a predicate of both, with another such thing, a word or a name;
- `words`: two words or names, the rarer the better, without any fact in common;
- `wording`: the character n-grams that the claims are written with.

On the contradictions of the DACCORD and RTE3-FR dev halves, put into one corpus, 93 and 99 of 100 claims meet their
partner; blocks of one shared key, which stood here before, found 54 and 44, and left out every key that more than 300
claims hold. Pairing asks "do these speak of the same thing?", detecting "do they agree?".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

import numpy as np

from factcheck.conflicts.features import Shared, wording
from factcheck.conflicts.meeting import BY_FACTS, BY_WORDING, BY_WORDS, Pair
from factcheck.conflicts.nearest import Limits, Near, Numbers, firsts, nearest
from factcheck.facts import Reading

Progress = Callable[[int, int, str], None]

# A thing (or two things together) that more claims hold is what the whole corpus is about. A claim meets the holders of
# its rarest things until it has met so many, and keeps the nearest.
_FACTS = Limits(holders=300, meetings=4000, partners=40)
_WORDS = Limits(holders=300, meetings=2000, partners=10)
# Claims that share less of their wording share endings and articles.
_WORDING = Limits(holders=300, meetings=4000, partners=10, least=0.1)


class Pairs(Sequence[Pair]):
    """The pairs to look at, in order. They are made as they are asked for: a large corpus has millions.

    `cut` counts the claims that share facts with more claims than are compared with them.
    """

    def __init__(self, readings: Sequence[Reading], found: dict[int, Near]) -> None:
        """Join what the searches found, by their bits."""
        self._readings = readings
        couples = np.concatenate([_couples(near, len(readings)) for near in found.values()])
        bits = np.concatenate([np.full(len(near.rows), bit) for bit, near in found.items()])
        order = np.argsort(couples, kind="stable")
        first = firsts(couples[order])
        self._couples = couples[order][first]
        self._bits = np.bitwise_or.reduceat(bits[order], first) if len(first) else bits
        self.cut = len(found[BY_FACTS].cut)

    def __len__(self) -> int:
        return len(self._couples)

    @overload
    def __getitem__(self, place: int) -> Pair: ...
    @overload
    def __getitem__(self, place: slice) -> list[Pair]: ...
    def __getitem__(self, place: int | slice) -> Pair | list[Pair]:
        if isinstance(place, int):
            return self._made(int(self._couples[place]), int(self._bits[place]))
        return list(map(self._made, self._couples[place].tolist(), self._bits[place].tolist()))

    def __iter__(self) -> Iterator[Pair]:
        return map(self._made, self._couples.tolist(), self._bits.tolist())

    def _made(self, couple: int, bits: int) -> Pair:
        i, j = divmod(couple, len(self._readings))
        return Pair(a=self._readings[i], b=self._readings[j], found=bits)


def pair(readings: Sequence[Reading], progress: Progress | None = None) -> Pairs:
    """All pairs worth a look among `readings` (sorted by source and start, so the order is stable)."""
    searches: dict[int, Callable[[], Near]] = {
        BY_FACTS: lambda: nearest(Shared(readings, facts=True), len(readings), _FACTS),
        BY_WORDS: lambda: nearest(Shared(readings, facts=False), len(readings), _WORDS),
        BY_WORDING: lambda: nearest(wording(readings), len(readings), _WORDING, cosine=True),
    }
    found = {}
    for done, (bit, search) in enumerate(searches.items()):
        if progress:
            progress(done, len(searches), "pairing")
        found[bit] = search()
    return Pairs(readings, found)


def _couples(near: Near, size: int) -> Numbers:
    """One number for each couple, whoever found whom; they sort as the claims do."""
    couples: Numbers = np.minimum(near.rows, near.partners) * size + np.maximum(near.rows, near.partners)
    return couples
