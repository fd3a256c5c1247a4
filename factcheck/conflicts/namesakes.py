"""Namesakes: two articles on things of one name, told apart by how each introduces its own.

"Kerlan, Ohio" and "Kerlan is a village in Finistère" are two places; "Jean Kerlan (né en 1892)" and
"Jean Kerlan (1896-1950)" two people; "Kerlan Rowing Club (KRC)" and "Kerlan Rugby Club (KRC)" two clubs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.conflicts.align import alike, same_name
from factcheck.facts import DefinitionFact, Reading
from factcheck.facts.identities import says_kind
from factcheck.lang import LANGUAGES
from factcheck.model import Entity
from factcheck.parse.groups import exclude, kind
from factcheck.parse.places import COUNTRY, rank
from factcheck.parse.places import apart as places_apart
from factcheck.text import folded

Words = Mapping[str, frozenset[str]]

# So many claims into an article it has said what it is about.
OPENING = 5
# Openings of so many words that share this much of them, in order, are one text: what differs in it is an edit.
_LONG, _RETOLD = 30, 0.6
# In one way two definitions of one thing may differ by a mistake.
_WAYS = 2
# What stands in brackets right behind a name, as in titles and first sentences.
_BRACKETS = re.compile(r"\s*\(([^()]{3,120})\)")
_ACRONYM = re.compile(r"\(([A-Z]{2,10})\)")
_NAME = re.compile(r"\w+")
_WORD = re.compile(r"\w{3,}")
# Words as short as "of" and "des" may leave no letter in an acronym.
_PARTICLE = 3
_YEAR = re.compile(r"1\d{3}|20\d\d")
# A comma and no more between a name and the one it lies in: "Kerlan, Ohio".
_COMMA = re.compile(r",\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """How the opening of an article introduces what it speaks of.

    `told` are the words by which each name is introduced, `dated` the years among those in brackets; `full` the names
    that each acronym is said to stand for; `defined` is what it says things are; `wording` all words of the opening.
    """

    told: Words
    dated: Words
    full: Words
    defined: tuple[DefinitionFact, ...]
    wording: tuple[str, ...]


NOTHING = Introduction(told={}, dated={}, full={}, defined=(), wording=())


def introduced(readings: Sequence[Reading]) -> Introduction:
    """How the opening of an article introduces the names it speaks of; a lone sentence is a statement, no opening."""
    told: dict[str, set[str]] = defaultdict(set)
    dated: dict[str, set[str]] = defaultdict(set)
    full: dict[str, set[str]] = defaultdict(set)
    opening = readings[:OPENING] if len(readings) > 1 else ()
    for reading in opening:
        for at, entity in enumerate(reading.claim.entities):
            told[entity.key] |= _behind(reading, at, entity)
            dated[entity.key] |= set(_YEAR.findall(_bracketed(reading, entity)))
        for acronym, stands_for in _acronyms(reading.claim.text):
            full[acronym].add(stands_for)
        for name, words in _said(reading):
            told[name] |= words
    return Introduction(
        told={name: frozenset(words - {name, *name.split()}) for name, words in told.items()},
        dated={name: frozenset(years) for name, years in dated.items()},
        full={acronym: frozenset(names) for acronym, names in full.items()},
        defined=tuple(fact for reading in opening for fact in reading.by_kind.get(DefinitionFact, ()) if fact.topic),
        wording=tuple(word for reading in opening for word in reading.wording),
    )


def _said(reading: Reading) -> Iterator[tuple[str, frozenset[str]]]:
    """The names of which it is said what they are, with the names in that."""
    for frame in reading.frames:
        if says_kind(reading, frame) and frame.subject:
            words = reading.tree.names(reading.tree.subtree(frame.index)) - frame.subject.names
            yield from ((name, words) for name in frame.subject.names)


def _bracketed(reading: Reading, entity: Entity) -> str:
    """What stands in brackets behind a name; not a lone year, as in "Kerlan (2010)", which cites a text."""
    inside = _BRACKETS.match(reading.claim.text[entity.end - reading.claim.start :])
    return inside.group(1) if inside and not _YEAR.fullmatch(inside.group(1)) else ""


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """The acronyms that stand in brackets behind what they stand for, with that.

    >>> list(_acronyms("Le Club nautique de Kerlan (CNK) recrute (voir ABC)."))
    [('cnk', 'club nautique de kerlan')]
    """
    for inside in _ACRONYM.finditer(text):
        words = [folded(word).lower() for word in _NAME.findall(text[: inside.start()])]
        letters = list(inside.group(1).lower())
        start = len(words)
        while letters and start and (words[start - 1][0] == letters[-1] or len(words[start - 1]) <= _PARTICLE):
            start -= 1
            letters = letters[:-1] if words[start][0] == letters[-1] else letters
        if not letters:
            yield inside.group(1).lower(), " ".join(words[start:])


def _behind(reading: Reading, at: int, entity: Entity) -> set[str]:
    """The words in brackets behind a name, or the name behind its comma."""
    claim = reading.claim
    if words := _WORD.findall(_bracketed(reading, entity)):
        end = claim.start + claim.text.index(")", entity.end - claim.start)
        held = {other.key for other in claim.entities if entity.end < other.start and other.end <= end}
        return held | {folded(word).lower() for word in words}
    after = claim.entities[at + 1] if at + 1 < len(claim.entities) else None
    if after and _COMMA.fullmatch(claim.text[entity.end - claim.start : after.start - claim.start]):
        return {after.key}
    return set()


def namesakes(one: Introduction, other: Introduction) -> frozenset[str]:
    """The names of one article that the other introduces with nothing in common, and its acronyms of other names."""
    if _retold(one.wording, other.wording):
        return frozenset()
    apart = {x for x in one.told if _differ(_of(x, one.told), _of(x, other.told))}
    apart |= {x for x in one.dated if _two_dates(_of(x, one.dated), _of(x, other.dated))}
    apart |= {x for x in one.full if _two_names(one.full[x], other.full.get(x, frozenset()))}
    return frozenset(apart | {f.name for f in one.defined for g in other.defined if _defined_apart(f, g)})


def _defined_apart(f: DefinitionFact, g: DefinitionFact) -> bool:
    """Whether two definitions of one name differ in several ways: "the fifth album by A", "the third album by B"."""
    if not (f.topic <= g.topic or g.topic <= f.topic):
        return False
    kinds = any(exclude(one, other) for one, _ in f.kinds for other, _ in g.kinds)
    others = (
        (f.countries.keys(), g.countries.keys()),
        (f.year and {f.year[0]}, g.year and {g.year[0]}),
        (f.ordinals, g.ordinals),
    )
    differing = sum(bool(x and y) and not set(x or ()) & set(y or ()) for x, y in others)
    return kinds + differing + _two_names(f.owners, g.owners) + _two_sites(f, g) >= _WAYS


def _two_sites(f: DefinitionFact, g: DefinitionFact) -> bool:
    return bool(f.sites and g.sites) and places_apart(f.sites, g.sites)


def _retold(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two openings are one text told twice; a few words are alike by chance."""
    return min(len(one), len(other)) >= _LONG and alike(one, other) >= _RETOLD


def _of(name: str, by: Words) -> frozenset[str]:
    """All the words for a name in whatever spelling."""
    return frozenset[str]().union(*(words for key, words in by.items() if same_name(name, key)))


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each has a word of its own, and they share none narrower than a country or a kind of thing."""
    shared = {word for word in mine & theirs if rank(word) < COUNTRY and not any(kind(word, x) for x in LANGUAGES)}
    return bool(mine - theirs and theirs - mine) and not shared


def _two_dates(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both are given years, and no year is in common."""
    return bool(mine and theirs) and not mine & theirs


def _two_names(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one acronym stands for other names here than there."""
    return bool(mine and theirs) and not any(same_name(x, y) for x in mine for y in theirs)
