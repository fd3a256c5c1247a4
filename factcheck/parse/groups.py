"""Words that exclude each other, read from `lang/<lang>/groups.yaml`; the words for countries make a group too.

Contraries made by a prefix or an ending are known by their form; `antonyms.yaml` says which prefixes, and where they
deceive.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.lang import holders, theme
from factcheck.parse.places import country

# A group and which of its members a word stands for.
Member = tuple[str, str]

# What a prefix stands in front of is longer than this: "it" and "unit" are no kin.
_SHORT = 3
# Kinds that are people.
_PERSONS = frozenset({"politician", "politicien", "footballer", "footballeur"})


@cache
def _members(section: str, lang: str) -> Mapping[str, frozenset[Member]]:
    """Every word of a section with its groups."""
    found: dict[str, set[Member]] = {}
    for group, entries in theme("groups", lang)[section].items():
        for entry in entries:
            words = entry if isinstance(entry, list) else [entry]
            for word in words:
                found.setdefault(word, set()).add((group, words[0]))
    return {word: frozenset(members) for word, members in found.items()}


def kind(lemma: str, lang: str) -> frozenset[Member]:
    """What a thing called so is by nature.

    >>> kind("film", "fr") == kind("documentaire", "fr"), kind("film", "fr") == kind("album", "fr")
    (True, False)
    """
    return _members("kinds", lang).get(lemma, frozenset())


@cache
def _wider(lang: str) -> Mapping[str, frozenset[str]]:
    """Word -> the words that name it more broadly."""
    return holders(theme("groups", lang)["classes"])


def wider(lemma: str, lang: str) -> frozenset[str]:
    """The words for classes that a thing called so belongs to.

    >>> sorted(wider("grenade", "fr")), wider("arme", "fr")
    (['arme', 'explosif'], frozenset())
    """
    return _wider(lang).get(lemma, frozenset())


def of_one_class(one: str, other: str, lang: str) -> bool:
    """Whether two words may name one thing, one more broadly than the other.

    >>> of_one_class("tgv", "train", "fr"), of_one_class("train", "bus", "fr")
    (True, False)
    """
    return one == other or one in wider(other, lang) or other in wider(one, lang)


# Groups whose words are for people.
_PEOPLE = frozenset({"credit", "profession", "office", "position", "person", "child", "kin"})


def person(lemma: str, lang: str) -> bool:
    """Whether a noun is one for people.

    >>> person("singer", "en"), person("chanteuse", "fr"), person("song", "en")
    (True, True, False)
    """
    listed = _members("exchanged", lang).get(lemma, frozenset()) | kind(lemma, lang)
    return (
        any(group in _PEOPLE or word in _PERSONS for group, word in listed)
        or lemma in theme("relations", lang)["people"]
    )


def member(lemma: str, lang: str) -> frozenset[Member]:
    """The groups that a word belongs to when it stands in the place of another, with its member in each."""
    nation = country(lemma)
    found = _members("exchanged", lang).get(lemma, frozenset()) | kind(lemma, lang)
    return found | {("country", nation)} if nation else found


@cache
def labels(lang: str) -> frozenset[str]:
    """The nouns that a number behind them tells apart: "phase 2" is not "phase 3"."""
    return frozenset(theme("groups", lang)["labels"])


def exclude(one: frozenset[Member], other: frozenset[Member]) -> bool:
    """Whether two words are different members of one group, and the same one of none.

    >>> exclude(member("monday", "en"), member("friday", "en")), exclude(member("car", "en"), member("friday", "en"))
    (True, False)
    """
    return not one & other and bool({group for group, _ in one} & {group for group, _ in other})


@lru_cache(maxsize=1 << 16)
def contraries(one: str, other: str, lang: str) -> bool:
    """Whether two words that stand in one place are contraries by their form.

    >>> [contraries(*pair, "en") for pair in (("named", "unnamed"), ("careful", "careless"), ("side", "inside"))]
    [True, True, False]
    """
    forms = theme("antonyms", lang)["forms"]
    short, long = sorted((one, other), key=len)
    denied = long.endswith(short) and long.removesuffix(short) in forms["denying"]
    if len(short) > _SHORT and denied:
        return short not in forms["deceiving"]
    return any(_opposed(one, other, x, y) or _opposed(other, one, x, y) for x, y in forms["opposed"])


def denies(prefix: str, lang: str) -> bool:
    """Whether a prefix makes a word its contrary.

    >>> denies("non-", "en"), denies("well-", "en")
    (True, False)
    """
    return prefix in theme("antonyms", lang)["forms"]["denying"]


def _opposed(one: str, other: str, x: str, y: str) -> bool:
    """Whether two words differ but in a prefix ("over-" and "under-") or an ending ("-ful" and "-less")."""
    if x.startswith("-"):
        one, other, x, y = one[::-1], other[::-1], x[:0:-1], y[:0:-1]
    stem = one.removeprefix(x)
    return len(stem) > _SHORT and one != stem and other == y + stem
