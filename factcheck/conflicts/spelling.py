"""Two names of several words: are they spellings of one, word by word?"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from factcheck.lang import LANGUAGES
from factcheck.parse.groups import exclude, member

# Spellings of one word score above this ("Alexei", "Alexey"), two words in most cases below it ("Leeds", "Leicester").
_SAME_WORD = 65.0
# A shorter word is an initial, or joins two others.
_SHORT = 3


def other_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of as many words differ in a word that is no spelling of the other's.

    >>> other_words(["north", "carolina"], ["south", "carolina"])
    True
    >>> other_words(["alexei", "navalny"], ["alexey", "navalny"])
    False
    """
    if len(one) != len(other) or len(one) < 2:
        return False
    return any(x != y and _two_words(x, y) for x, y in zip(one, other, strict=True))


def _two_words(one: str, other: str) -> bool:
    """Whether two words of a name are too unlike to be one, or exclude each other ("western", "eastern")."""
    if min(len(one), len(other)) < _SHORT:
        return False
    unlike = fuzz.ratio(one, other, score_cutoff=_SAME_WORD) == 0
    return unlike or any(exclude(member(one, lang), member(other, lang)) for lang in LANGUAGES)
