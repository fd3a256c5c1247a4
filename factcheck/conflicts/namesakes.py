"""Namesakes: two articles on things of one name, told apart by how each introduces its own.

"Kerlan, Ohio" and "Kerlan is a village in Finistère" are two places; "Jean Kerlan (né en 1892)" and
"Jean Kerlan (1896-1950)" two people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.conflicts.align import same_name
from factcheck.facts import Reading
from factcheck.facts.identities import says_kind
from factcheck.model import Entity
from factcheck.parse.places import COUNTRY, rank
from factcheck.text import folded

# The words by which each name is introduced.
Introduced = Mapping[str, frozenset[str]]

# So many claims into an article it has said what it is about.
OPENING = 5
# What stands in brackets right behind a name, as in titles and first sentences.
_BRACKETS = re.compile(r"\s*\(([^()]{3,120})\)")
_WORD = re.compile(r"\w{3,}")
# A comma and no more between a name and the one it lies in: "Kerlan, Ohio".
_COMMA = re.compile(r",\s")


def introduced(readings: Sequence[Reading]) -> Introduced:
    """How the opening of an article introduces the names it speaks of; a lone sentence is a statement, no opening."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings[:OPENING] if len(readings) > 1 else ():
        for at, entity in enumerate(reading.claim.entities):
            found[entity.key] |= _behind(reading, at, entity)
        for frame in reading.frames:
            if says_kind(reading, frame) and frame.subject:
                told = reading.tree.names(reading.tree.subtree(frame.index)) - frame.subject.names
                for name in frame.subject.names:
                    found[name] |= told
    return {name: frozenset(words - {name, *name.split()}) for name, words in found.items()}


def _behind(reading: Reading, at: int, entity: Entity) -> set[str]:
    """The words in brackets behind a name, or the name behind its comma."""
    claim = reading.claim
    rest = claim.text[entity.end - claim.start :]
    if inside := _BRACKETS.match(rest):
        end = entity.end + inside.end()
        held = {other.key for other in claim.entities if entity.end < other.start and other.end < end}
        return held | {folded(word).lower() for word in _WORD.findall(inside.group(1))}
    after = claim.entities[at + 1] if at + 1 < len(claim.entities) else None
    if after and _COMMA.fullmatch(claim.text[entity.end - claim.start : after.start - claim.start]):
        return {after.key}
    return set()


def namesakes(one: Introduced, other: Introduced) -> frozenset[str]:
    """The names of one article that the other introduces with nothing in common."""
    return frozenset(x for x in one if _differ(_told(x, one), _told(x, other)))


def _told(name: str, by: Introduced) -> frozenset[str]:
    """All the words that introduce a name in whatever spelling."""
    return frozenset[str]().union(*(words for key, words in by.items() if same_name(name, key)))


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each has a word of its own, and they share none narrower than a country."""
    shared = {word for word in mine & theirs if rank(word) < COUNTRY}
    return bool(mine - theirs and theirs - mine) and not shared
