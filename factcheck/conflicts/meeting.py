"""What two claims can meet over: what their facts are about, and what they speak of."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.facts import Reading

Key = tuple[str, str]

# The bits under which a pair remembers its searches.
BY_FACTS, BY_WORDS, BY_WORDING = 1, 2, 4

# Initials and particles of a name find nobody.
_LEAST_OF_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims that may disagree; `found` holds the bits of the searches that brought them together."""

    a: Reading
    b: Reading
    found: int = 0

    @property
    def reasons(self) -> tuple[Key, ...]:
        """What brought the two together, as (kind, name): keys, words, or their wording."""
        by_key = sorted(keys(self.a) & keys(self.b)) if self.found & BY_FACTS else ()
        shared = sorted(words(self.a) & words(self.b)) if self.found & (BY_FACTS | BY_WORDS) else ()
        by_wording = (("wording", "alike"),) if self.found & BY_WORDING else ()
        return (*by_key, *(("word", word) for word in shared), *by_wording)


def keys(reading: Reading) -> frozenset[Key]:
    """What a claim's facts and acts are about: the thing counted, ranked or permitted, the predicate."""
    empty = reading.tree.lexicon.empty | {"say"}
    acts = {("event", f.predicate) for f in reading.frames if f.predicate not in empty}
    return frozenset(acts | {key for fact in reading.facts for key in fact.keys})


def words(reading: Reading) -> frozenset[str]:
    """What a claim speaks of: its concepts, and the words of its names, so that "Kerlan" meets "Anne Kerlan"."""
    parts = (part for name in reading.names for part in name.split())
    return reading.topic | {part for part in parts if len(part) >= _LEAST_OF_NAME}
