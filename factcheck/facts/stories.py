"""Stories: what an article speaks of as a whole, and whether two articles tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from factcheck.parse.places import TOWN, country, rank

# The first claims of an article tell what it is about.
_LEAD = 3


@dataclass(frozen=True, kw_only=True, eq=False)
class Story:
    """What all claims of an article speak of.

    `names` are those of its entities, `topic` all its concepts, `lead` those of its first claims, `figures` the values
    it gives of each sort of figure ("age", a unit, a gauge).
    """

    names: frozenset[str] = field(default_factory=frozenset)
    topic: frozenset[str] = field(default_factory=frozenset)
    lead: frozenset[str] = field(default_factory=frozenset)
    figures: Mapping[str, frozenset[Decimal]] = field(default_factory=dict)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The names that tell one event from another: those of countries and regions stand in many articles."""
        return frozenset(name for name in self.names if country(name) is None and rank(name) == TOWN)


def stories(spoken: Iterable[tuple[str, frozenset[str], frozenset[str]]]) -> Mapping[str, Story]:
    """By article, its story, from the (article, names, topic) of each of its claims in order."""
    names: dict[str, set[str]] = defaultdict(set)
    topics: dict[str, list[frozenset[str]]] = defaultdict(list)
    for source, named, topic in spoken:
        names[source] |= named
        topics[source].append(topic)
    nothing = frozenset[str]()
    return {
        source: Story(names=frozenset(names[source]), topic=nothing.union(*found), lead=nothing.union(*found[:_LEAD]))
        for source, found in topics.items()
    }


def counted(told: Mapping[str, Story], figures: Iterable[tuple[str, str, Decimal]]) -> Mapping[str, Story]:
    """The stories with the figures that each article gives, from their (article, sort, value)."""
    values: dict[str, dict[str, set[Decimal]]] = {source: defaultdict(set) for source in told}
    for source, sort, value in figures:
        values[source][sort].add(value)
    return {
        source: replace(story, figures={sort: frozenset(found) for sort, found in values[source].items()})
        for source, story in told.items()
    }
