"""Stories: what an article speaks of as a whole, and whether two articles tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.parse.places import TOWN, country, rank

# The first claims of an article tell what it is about.
_LEAD = 3


@dataclass(frozen=True, kw_only=True, eq=False)
class Story:
    """What all claims of an article speak of.

    `names` are those of its entities, `topic` all its concepts, `lead` those of its first claims.
    """

    names: frozenset[str] = field(default_factory=frozenset)
    topic: frozenset[str] = field(default_factory=frozenset)
    lead: frozenset[str] = field(default_factory=frozenset)

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
