"""The words around times of day of one language, read from `clock` in `lang/<lang>/dates.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple, TypeVar

from factcheck.lang import theme
from factcheck.normalise.spaces import fold
from factcheck.normalise.tokens import Tree, reverse, split

T = TypeVar("T")
HALF_DAY = 12 * 60
# Openers of a time that comes right behind or before the one told.
NEARLY = frozenset({"just_before", "just_after"})
# Minutes after midnight of the two times that have a name.
_NAMED = {"noon": HALF_DAY, "midnight": 0}


class Zone(NamedTuple):
    """Which clock is meant: its name, and its minutes east of Greenwich where they are known."""

    name: str
    offset: int | None


class Clocks:
    """The clock words of one language as lookup trees."""

    def __init__(self, lang: str) -> None:
        """Read and fold the language's words."""
        rows = theme("dates", lang)["clock"]
        openers = [(fold(p), kind) for kind, phrases in rows["openers"].items() for p in phrases]
        self.openers = Tree([(reverse(p), kind) for p, kind in openers])
        self.near = Tree([(reverse(p), True) for p, kind in openers if kind in NEARLY | {"about"}])
        self.not_openers = frozenset(rows["not_openers"])
        self.oclock = _phrases(rows["oclock"], True)
        self.named = Tree([(fold(w), minutes) for key, minutes in _NAMED.items() for w in rows[key]])
        self.half_days = Tree([(fold(p), half) for half, phrases in rows["half_days"].items() for p in phrases])
        self.minutes = _numbered(rows["minutes"])
        self.minutes_first = _numbered(rows["minutes_first"])
        self.sharp = _phrases(rows["sharp"], True)
        local = [(fold(p), Zone("local", None)) for p in rows["local"]]
        self.local = Tree([*local, *((fold(p), _zone(p, n)) for p, n in rows["zone_names"].items())])
        self.places = _phrases(rows["places"], True)
        self.named_clock = frozenset(rows["named_clock"])
        self.zones = Tree([(name, _zone(name, n)) for name, n in rows["zones"].items()], exact=True)
        self.links = {fold(word): frozenset(before) for word, before in rows["links"].items()}
        self.joiners = frozenset({",", *rows["joiners"], *(w for p, _ in openers for w in split(p))})
        self.before_day, self.hours = frozenset(rows["before_day"]), frozenset(rows["hours"])
        self.lengths = frozenset(fold(w) for w in rows["lengths"])
        self.starters = frozenset({*self.named.firsts(), *self.minutes_first.firsts()})


def _phrases(phrases: Iterable[str], value: T) -> Tree[T]:
    return Tree([(fold(p), value) for p in phrases])


def _zone(name: str, minutes: str) -> Zone:
    return Zone(name, int(minutes) if minutes else None)


def _numbered(rows: dict[str, Any]) -> Tree[int]:
    return Tree([(fold(p), int(n)) for p, n in rows.items()])


@cache
def clocks(lang: str) -> Clocks:
    """The clock words of `lang`, read once."""
    return Clocks(lang)
