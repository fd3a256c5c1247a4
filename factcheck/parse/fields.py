"""Fields of meaning, read from `lang/<lang>/fields.yaml`: what words may stand for one another in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck.lang import theme

# A part of the file and the number of a field in it.
Field = tuple[str, int]

# The part of the file in which words of a part of speech stand.
_PARTS = {"VERB": "acts", "NOUN": "things", "ADJ": "qualities", "ADV": "manners"}


@cache
def _fields(part: str, lang: str) -> Mapping[str, frozenset[int]]:
    """Every word of a part with the numbers of its fields."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(theme("fields", lang)[part]):
        for word in words:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def fields(word: str, pos: str, lang: str) -> frozenset[Field]:
    """The fields that a word lies in, as the part of speech it is; none where nothing is known of it.

    >>> bool(fields("probe", "VERB", "en") & fields("examine", "VERB", "en")), fields("probe", "ADV", "en")
    (True, frozenset())
    """
    part = _PARTS.get(pos)
    return frozenset((part, number) for number in _fields(part, lang).get(word, ())) if part else frozenset()
