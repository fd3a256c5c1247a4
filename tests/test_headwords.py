"""The nouns that French and English share: each word in one row, and read by them only where languages meet."""

from __future__ import annotations

from collections import Counter

import pytest

from factcheck import claims
from factcheck.facts import read
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Article


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_row_a_word(lang):
    """No noun stands for two ids, and each is one word, as the parse gives lemmas."""
    words = Counter(word for row in theme("headwords", lang)["nouns"].values() for word in row)
    assert [word for word, rows in words.items() if rows > 1 or " " in word] == []


def topics(*texts: tuple[str, str]) -> list[frozenset[str]]:
    """What each article (text, language) speaks of."""
    articles = [Article(id=str(n), text=text, lang=lang) for n, (text, lang) in enumerate(texts)]
    return [reading.topic for reading in read(claims.extract(articles, every=True))]


def test_only_where_languages_meet():
    """Beside an English article a French noun stands for the id of both; alone it is itself."""
    french, english = ("Le navire a coulé près de Brest.", "fr"), ("The vessel sank near Brest.", "en")
    assert "navire" in topics(french)[0]
    assert all("ship" in topic for topic in topics(french, english))
