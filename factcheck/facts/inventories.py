"""Inventories: which figures of each sort an article gives, so that what it tells of one alone is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.facts.base import Reading
from factcheck.facts.numbers import NumberFact
from factcheck.facts.stories import counted


def inventoried(readings: Sequence[Reading], figures: Sequence[Sequence[NumberFact]]) -> list[Reading]:
    """The readings, their stories knowing the figures of their articles; `figures` are those of each reading."""
    given = [
        (reading.claim.source, sort, fact.quantity.value)
        for reading, facts in zip(readings, figures, strict=True)
        for fact in facts
        for sort in sorts(fact)
        if fact.quantity.value is not None
    ]
    stories = counted({r.claim.source: r.story for r in readings}, given)
    return [replace(reading, story=stories[reading.claim.source]) for reading in readings]


def sorts(fact: NumberFact) -> Iterator[str]:
    """What sorts of figure one is: by what it counts, and by what it measures."""
    yield fact.counted
    yield from (f"{fact.counted} {gauge}" for gauge in sorted(fact.gauges))


def told_alone(reading: Reading, fact: NumberFact) -> bool:
    """Whether the article gives no other figure that measures what this one does."""
    given = reading.story.figures
    return all(len(given.get(sort, ())) <= 1 for sort in list(sorts(fact))[-1:])
