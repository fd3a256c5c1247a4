"""What a veto is, and what it may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from factcheck.conflicts.detectors.base import Clash
from factcheck.conflicts.series import Told
from factcheck.facts import Reading, Scope
from factcheck.model import Article, Reconciler


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """A reason, in the contract's word and in one for a person."""

    reason: Reconciler
    words: str
    explains: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The two readings of a clash with their articles; `spoken_*` are all names each article speaks of.

    `namesakes` are the names by which the two articles introduce different things; `refilled` says that they fill one
    form with other figures throughout, `looking_back` that one tells the news of the day ("mardi") and the other looks
    back on it ("le 3 mai 2019"); `told_*` are the figures that each article gives anywhere.
    """

    a: Reading
    b: Reading
    article_a: Article
    article_b: Article
    spoken_a: frozenset[str] = frozenset()
    spoken_b: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    refilled: bool = False
    looking_back: bool = False
    told_a: Told = field(default_factory=dict)
    told_b: Told = field(default_factory=dict)


def sides(clash: Clash, setting: Setting) -> tuple[tuple[Scope, Reading], tuple[Scope, Reading]]:
    """What either side of a clash tells of, with its reading."""
    return (clash.scope_a, setting.a), (clash.scope_b, setting.b)


def says(reading: Reading, words: tuple[str, ...]) -> bool:
    """Whether a claim holds one of the words or phrases."""
    return bool(words) and matcher(words).search(reading.folded) is not None


@cache
def matcher(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of some words or phrases in folded text."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
