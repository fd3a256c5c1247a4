"""What two claims can meet over: what their facts are about, and what they speak of."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.facts import Reading

Key = tuple[str, str]

# Initials and particles of a name find nobody.
_LEAST_OF_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims that may disagree, and what brought them together: keys, words, or their wording."""

    a: Reading
    b: Reading
    reasons: tuple[Key, ...] = ()


def keys(reading: Reading) -> frozenset[Key]:
    """What a claim's facts and acts are about: the thing counted, ranked or permitted, the predicate."""
    empty = reading.tree.lexicon.empty | {"say"}
    acts = {("event", f.predicate) for f in reading.frames if f.predicate not in empty}
    return frozenset(acts | {key for fact in reading.facts for key in fact.keys})


def words(reading: Reading) -> frozenset[str]:
    """What a claim speaks of: its concepts, and the words of its names, so that "Navalny" meets "Alexeï Navalny"."""
    parts = (part for name in reading.names for part in name.split())
    return reading.topic | {part for part in parts if len(part) >= _LEAST_OF_NAME}
