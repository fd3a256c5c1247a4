"""Series of figures: two texts that fill one form with other figures throughout count two things, or at two times.

"The town had 1,251 inhabitants, 485 households and 370 families" is no contradiction of "The town had 7,094
inhabitants, 2,911 households and 1,640 families": where two tell of one thing, most figures agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.facts import NumberFact, Reading
from factcheck.interval import Interval
from factcheck.text import fold

# Where a figure stands, the words on either side of it, and the figures that stand there.
Figures = Mapping[tuple[str, ...], frozenset[str]]

# Words on either side of a figure that make its place.
_BESIDE = 2
# So many figures in like places, none the same and no fewer than those that are. Of the passages of the RAMDocs dev
# half with an edited answer none reaches it; of the census tables and reports of two places nearly all do.
_SEVERAL = 3
# Texts of fewer claims are no form that is filled in.
_FORM = 3
_WORD = re.compile(r"[^\W\d]+|%")
_NUMBER = re.compile(r"^\D{0,3}(\d[\d.,\s]*)")


def figures(readings: Sequence[Reading]) -> Figures:
    """The figures of an article by the words around them; counts of victims, which are revised, left out.

    A sentence or two are a statement, no form.
    """
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for reading in readings if len(readings) >= _FORM else ():
        for fact in reading.by_kind.get(NumberFact, ()):
            if not fact.toll:
                for place, figure in _placed(reading, fact):
                    found[place].add(figure)
    return {place: frozenset(held) for place, held in found.items()}


def _placed(reading: Reading, fact: NumberFact) -> Iterator[tuple[tuple[str, ...], str]]:
    """A figure written in digits with the words before and behind it."""
    claim = reading.claim
    start = fact.quantity.start - claim.start
    number = _NUMBER.match(claim.text[start:])
    if number:
        before = _WORD.findall(fold(claim.text[:start]).lower())[-_BESIDE:]
        behind = _WORD.findall(fold(claim.text[start + number.end() :]).lower())[:_BESIDE]
        yield (*before, "#", *behind), str(fact.quantity.value)


def refilled(one: Figures, other: Figures) -> bool:
    """Whether two articles fill the same places with other figures, most of them.

    >>> here = {("#", thing): frozenset("1") for thing in ("people", "dogs", "cats")}
    >>> there = {place: frozenset("9") for place in here}
    >>> refilled(here, there), refilled(here, here), refilled(here, {**here, ("#", "cats"): frozenset("9")})
    (True, False, False)
    """
    shared = one.keys() & other.keys()
    changed = sum(not one[place] & other[place] for place in shared)
    return changed >= _SEVERAL and changed >= len(shared) - changed


# What a figure counts or measures, with its bounds; and the claims of an article that give it.
Told = Mapping[tuple[str, Interval], frozenset[str]]


def told(readings: Sequence[Reading]) -> Told:
    """The figures of an article by what they count or measure, with the claims that give them."""
    found: dict[tuple[str, Interval], set[str]] = defaultdict(set)
    for reading in readings:
        for fact in reading.by_kind.get(NumberFact, ()):
            for key in _counting(fact):
                found[key].add(reading.claim.id)
    return {key: frozenset(claims) for key, claims in found.items()}


def told_besides(mine: NumberFact, theirs: NumberFact, article: Told, claim: str) -> bool:
    """Whether the article of `mine` gives `theirs` too, in another claim than the one held against it."""
    labels = {what for what, _ in _counting(mine)}
    return any(article.get(key, frozenset()) - {claim} for key in _counting(theirs) if key[0] in labels)


def _counting(fact: NumberFact) -> Iterator[tuple[str, Interval]]:
    """What a figure counts, with its bounds: what befalls whom, else what it measures, else the noun."""
    whom = "" if fact.anyone else f" {fact.counted}"
    for what in {f"{fate}{whom}" for fate in fact.fates} or fact.gauges or {fact.counted}:
        yield what, fact.bounds
