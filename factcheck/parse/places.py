"""Places by rank: which names are countries, what is wider, what is narrower; from `lang/<lang>/places.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from factcheck.lang import LANGUAGES, theme
from factcheck.text import fold, strip_accents

# A town lies in a region, a region in a country, a country in a continent.
TOWN, REGION, COUNTRY, CONTINENT = range(4)


@lru_cache(maxsize=1 << 16)
def _plain(name: str) -> str:
    return strip_accents(fold(name)).lower().replace("-", " ").replace("'", " ")


@cache
def _countries() -> dict[str, str]:
    """Every name of a country, and word for what comes from it, with the id of the country; all languages together."""
    return {
        _plain(word): _plain(key)
        for lang in LANGUAGES
        for key, words in theme("places", lang)["countries"].items()
        for word in (key, *words)
    }


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(_plain(name) for lang in LANGUAGES for name in theme("places", lang)[key])


def country(name: str) -> str | None:
    """The country that a name or an adjective stands for.

    >>> country("german") == country("Allemagne"), country("kényane") == country("Kenya"), country("Lyon")
    (True, True, None)
    >>> country("Portugaises") == country("Portugal")
    True
    """
    plain = _plain(name)
    one = plain.removesuffix("s")
    return next((c for form in (plain, one, one.removesuffix("e")) if (c := _countries().get(form))), None)


def rank(name: str) -> int:
    """How wide a place is; what is not known to be wider is a town.

    >>> rank("Lyon") == TOWN, rank("Ohio") == REGION, rank("Japan") == COUNTRY
    (True, True, True)
    """
    plain = _plain(name)
    if plain in _countries():
        return COUNTRY
    return CONTINENT if _continent(plain) else REGION if plain in _listed("regions") else TOWN


def _continent(plain: str) -> str | None:
    """The continent that a name stands for, or a part of: "north africa", "europe de l est"."""
    words = [word for word in plain.split() if word not in _listed("directions")]
    told = plain if plain in _listed("continents") else " ".join(words)
    return told if told in _listed("continents") else None


def apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two places, each told by its name and those it lies in, cannot be one.

    They are held against each other at one rank: "Lyon" and "Rome" are apart, "Lyon" and "France" need not be.

    >>> apart(["lyon"], ["rome"]), apart(["lyon"], ["france"]), apart(["lyon", "france"], ["rome", "italie"])
    (True, False, True)
    """
    left, right = _by_rank(one), _by_rank(other)
    return any(not left[level] & right[level] for level in left.keys() & right.keys())


def _by_rank(names: Iterable[str]) -> dict[int, set[str]]:
    """The names of each rank; a country by its id, a part of a continent by that; "the Middle East" is of no rank."""
    found: dict[int, set[str]] = {}
    for name in names:
        plain = _plain(name)
        if plain in _listed("overlapping"):
            continue
        found.setdefault(rank(name), set()).add(country(name) or _continent(plain) or plain)
    return found
