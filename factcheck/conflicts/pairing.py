"""Which claims may meet: blocks by what their facts are about, then by a shared anchor.

Two claims are a pair when a fact of each has the same key (they count the same thing, rank the same
name, speak of the same act) or their frames share a predicate, and they have a name or a topic word in
common besides. Keys that hold too many claims are capped, and what was capped is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.conflicts.align import common_topic
from factcheck.facts import Reading

# A block of n claims makes n²/2 pairs; one of 300 already costs a second. Larger ones say little: their
# key is what the whole corpus is about.
BLOCK_CAP = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims that may disagree, and the keys that brought them together."""

    a: Reading
    b: Reading
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The pairs to look at, in order, and the keys whose blocks were too large."""

    pairs: tuple[Pair, ...]
    capped: tuple[str, ...]


def keys(reading: Reading) -> frozenset[tuple[str, str]]:
    """What a claim can be met over."""
    empty = reading.tree.lexicon.empty | {"say"}
    acts = {("event", f.predicate) for f in reading.frames if f.predicate not in empty}
    return frozenset(acts | {key for fact in reading.facts for key in fact.keys})


def pair(readings: Sequence[Reading]) -> Pairs:
    """All pairs worth a look among `readings` (sorted by source and start, so the order is stable)."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, reading in enumerate(readings):
        for key in sorted(keys(reading)):
            blocks[key].append(i)
    capped = sorted(f"{kind} {name}" for (kind, name), block in blocks.items() if len(block) > BLOCK_CAP)
    reasons: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(blocks):
        if len(blocks[key]) <= BLOCK_CAP:
            for couple in combinations(blocks[key], 2):
                reasons[couple].append(key)
    return Pairs(pairs=tuple(_anchored(readings, reasons)), capped=tuple(capped))


def _anchored(readings: Sequence[Reading], reasons: dict[tuple[int, int], list[tuple[str, str]]]) -> Iterable[Pair]:
    """The couples that share more than the key that brought them together."""
    for i, j in sorted(reasons):
        a, b = readings[i], readings[j]
        met = reasons[i, j]
        named = frozenset(name for _, name in met)
        if len(met) > 1 or common_topic(a, b, without=named) or a.near & b.topic or b.near & a.topic:
            yield Pair(a=a, b=b, reasons=tuple(met))
