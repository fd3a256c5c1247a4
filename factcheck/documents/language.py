"""Which language a text is in: counted function words, so that nothing has to be loaded or guessed."""

from __future__ import annotations

import re
from functools import cache

from factcheck.lang import LANGUAGES, theme
from factcheck.text import fold

OTHER = "other"

# Function words make a third to a half of French and English prose; other languages share a few short ones.
_ENOUGH = 0.18
# Below this many words a text says too little about its language to overrule what is known of its document.
_FEW_WORDS = 8
# The start of a long document tells its language as well as the whole.
_SAMPLE = 20_000

_WORD = re.compile(r"[^\W\d_]+")


@cache
def function_words(lang: str) -> frozenset[str]:
    """The small words of `lang`, lower case: articles, pronouns, prepositions, auxiliaries."""
    return frozenset(theme("sentences", lang)["function_words"])


def _shares(text: str) -> tuple[int, dict[str, float]]:
    """How many words `text` has, and the share of each language's function words among them."""
    words = _WORD.findall(fold(text[:_SAMPLE]).lower())
    return len(words), {lang: sum(w in function_words(lang) for w in words) / max(1, len(words)) for lang in LANGUAGES}


def detect(text: str, *, default: str | None = None) -> str:
    """The language of `text`: `fr`, `en`, or `other`; a text of a few words falls back on `default`.

    >>> detect("Le gouvernement a annoncé que les prix de la viande vont monter dans les villes")
    'fr'
    >>> detect("The government has announced that the price of meat will rise in most of the towns")
    'en'
    >>> detect("Die Regierung hat angekündigt, dass die Preise in den Städten wieder steigen werden")
    'other'
    """
    count, shares = _shares(text)
    if count < _FEW_WORDS and default:
        return default
    best = max(LANGUAGES, key=lambda lang: shares[lang])
    return best if shares[best] >= _ENOUGH else OTHER


def nearest(text: str) -> str:
    """The language we read that `text` looks most like, French when nothing tells."""
    _, shares = _shares(text)
    return max(LANGUAGES, key=lambda lang: shares[lang])
