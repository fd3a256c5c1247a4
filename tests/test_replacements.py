"""One sentence told twice with a word replaced: by one of another field of meaning, or by one that may stand for it."""

from __future__ import annotations

import pytest

from factcheck.lang import LANGUAGES, theme
from factcheck.pipeline import compare_all

REPLACED = [
    ("en", "The council of Leeds defends the new toll on the old bridge.", "investigates", "I11"),
    ("en", "The council of Leeds defends the new toll on the old bridge.", "protects", None),
    ("en", "The council of Leeds defends the new toll on the old bridge.", "paints", None),
    ("en", "The council of Leeds does not defend the new toll on the old bridge.", "investigate", None),
    ("fr", "La mairie de Brest examine le projet de pont sur la Penfeld.", "rejette", "I11"),
    ("fr", "La mairie de Brest examine le projet de pont sur la Penfeld.", "étudie", None),
]


@pytest.mark.parametrize(("lang", "sentence", "other", "rule"), REPLACED)
def test_a_word_of_another_field_says_a_different_thing(lang: str, sentence: str, other: str, rule: str | None) -> None:
    verb = {"en": "defends" if "defends" in sentence else "defend", "fr": "examine"}[lang]
    verdict = next(compare_all([(sentence, sentence.replace(verb, other), lang)]))
    assert [finding.rule for finding in verdict.findings] == ([rule] if rule else [])


REWORDED = [
    # what only moved elsewhere is still said
    (
        "The crew repaired the pump and painted the hull of the Gull.",
        "The crew painted the hull of the Gull and repaired the pump.",
    ),
    # a sentence in words of one's own
    (
        "The firm said the yard will launch a cheap ferry and sell its old tugs in Leeds by May.",
        "The firm warned the yard will delay a costly ferry and keep its new tugs in Leeds by May.",
    ),
    # another name tells another event
    (
        "The council of Leeds defends the new toll on the bridge.",
        "The council of Derby examines the new toll on the bridge.",
    ),
]


@pytest.mark.parametrize(("one", "other"), REWORDED)
def test_words_that_moved_and_sentences_retold_are_no_replacements(one: str, other: str) -> None:
    verdict = next(compare_all([(one, other, "en")]))
    assert "I11" not in {finding.rule for finding in verdict.findings}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_is_a_set_of_words(lang: str) -> None:
    parts = theme("fields", lang)
    assert list(parts) == ["acts", "things", "qualities", "manners"]
    for words in (words for fields in parts.values() for words in fields):
        assert len(words) == len(set(words))
        assert all(word == word.strip().lower() for word in words)


FIGURES = [
    ("en", "The yard says two tugs and a barge left Leeds.", "The yard says four boats and a barge left Leeds.", "Q3"),
    ("fr", "Le port dit que deux barges chargées ont coulé.", "Le port dit que six péniches chargées ont coulé.", "Q3"),
    # the figure stands elsewhere, too; not the same is counted; other things are spoken of
    (
        "en",
        "Tidal is a 2-player race sold by Ulm Games.",
        "Tidal is a 2- or 4-player race sold by Ulm Games.",
        None,
    ),
    ("en", "The yard says two tugs and a barge left Leeds.", "The yard says 4% and a barge left Leeds.", None),
    ("en", "The yard in Leeds says two tugs left it.", "The firm in Leeds says four boats left it.", None),
]


@pytest.mark.parametrize(("lang", "one", "other", "rule"), FIGURES)
def test_a_figure_and_the_word_beside_it(lang: str, one: str, other: str, rule: str | None) -> None:
    verdict = next(compare_all([(one, other, lang)]))
    assert [finding.rule for finding in verdict.findings] == ([rule] if rule else [])
