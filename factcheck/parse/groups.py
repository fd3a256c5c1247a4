"""Words that exclude each other, read from `lang/<lang>/groups.yaml`; the words for countries make a group too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck.lang import theme
from factcheck.parse.places import country

# A group and which of its members a word stands for.
Member = tuple[str, str]


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


def member(lemma: str, lang: str) -> frozenset[Member]:
    """The groups that a word belongs to when it stands in the place of another, with its member in each."""
    nation = country(lemma)
    found = _members("exchanged", lang).get(lemma, frozenset()) | kind(lemma, lang)
    return found | {("country", nation)} if nation else found


def exclude(one: frozenset[Member], other: frozenset[Member]) -> bool:
    """Whether two words are different members of one group, and the same one of none.

    >>> exclude(member("monday", "en"), member("friday", "en")), exclude(member("car", "en"), member("friday", "en"))
    (True, False)
    """
    return not one & other and bool({group for group, _ in one} & {group for group, _ in other})
