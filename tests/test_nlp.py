"""Parsed words: offsets, one scheme for both languages, and work without a model."""

from __future__ import annotations

import pytest

from factcheck.model import Token
from factcheck.parse import nlp


def parse(text: str, lang: str) -> tuple[Token, ...]:
    return next(iter(nlp.parse([text], lang)))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_tokens_slice_their_text_whatever_its_marks(lang: str) -> None:
    """Curly quotes, narrow spaces and line ends keep every offset."""
    text = "L’IA\u202f: «\u00a03\u202f500 puces\u00a0»,\ndit “Luc\u00a0Roux”."
    tokens = parse(text, lang)
    assert all(len(text[t.start : t.end]) == len(t.text) > 0 for t in tokens)
    assert [t.start for t in tokens] == sorted(t.start for t in tokens)
    assert all(0 <= t.head < len(tokens) for t in tokens)


def relations(text: str, lang: str) -> dict[str, tuple[str, str]]:
    tokens = parse(text, lang)
    return {t.text: (t.dep, tokens[t.head].text) for t in tokens}


def test_english_speaks_the_french_scheme() -> None:
    """Prepositions become case marks, "be" a copula, passive subjects are marked as such."""
    found = relations("The bridge of Leeds was shut by the mayor.", "en")
    assert found["bridge"] == ("nsubj:pass", "shut")
    assert found["mayor"] == ("obl:agent", "shut")
    assert found["of"] == ("case", "Leeds")
    copula = relations("The bridge is safe.", "en")
    assert (copula["bridge"], copula["is"]) == (("nsubj", "safe"), ("cop", "safe"))


def test_french_compounds_are_whole() -> None:
    """A compound of small letters is one word in the singular; names and questions are cut as before."""
    found = {t.text: (t.pos, t.lemma) for t in parse("Deux sapeurs-pompiers, dit-il, quittent Pont-Aven.", "fr")}
    assert found["sapeurs-pompiers"] == ("NOUN", "sapeur-pompier")
    assert {"-il", "Pont-Aven"} <= set(found)
    assert relations("Deux sapeurs-pompiers ont été blessés.", "fr")["sapeurs-pompiers"] == ("nsubj:pass", "blessés")


def test_a_compound_of_three_parts_is_whole() -> None:
    """Compounds that share a part are one word, not two that overlap."""
    found = [t.text for t in parse("Cet auteur-compositeur-interprète aime les va-et-vient.", "fr")]
    assert {"auteur-compositeur-interprète", "va-et-vient"} <= set(found)


@pytest.mark.parametrize(
    ("text", "word", "mood"),
    [
        ("L'appareil transportait 118 passagers.", "transportait", "Mood=Ind"),
        ("Le maire montrait le pont.", "montrait", "Mood=Ind"),
        ("Le maire fermerait le pont.", "fermerait", "Mood=Cnd"),
        ("Le maire prendrait le train.", "prendrait", "Mood=Cnd"),
        ("Le bac pourrait couler.", "pourrait", "Mood=Cnd"),
    ],
)
def test_an_imperfect_is_no_conditional(text: str, word: str, mood: str) -> None:
    """The conditional has the "r" of the future before its ending, beside that of the stem."""
    assert mood in next(t.morph for t in parse(text, "fr") if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Le maire estime que le pont est sûr.", "estime", "estimer"),
        ("Le rapport indique que le pont est sûr.", "indique", "indiquer"),
        ("Le maire a fermé les ponts.", "ponts", "pont"),
    ],
)
def test_french_lemmas_hold_where_the_tables_err(text: str, word: str, lemma: str) -> None:
    """A verb that looks like a noun still has its infinitive as lemma."""
    assert next(t.lemma for t in parse(text, "fr") if t.text == word) == lemma


def test_without_a_model_words_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is still split into words, each its own head, and one line says why."""
    monkeypatch.setattr(nlp, "model_name", lambda lang: None)
    tokens = parse("The bridge isn't safe.", "en")
    assert [t.text for t in tokens] == ["The", "bridge", "isn't", "safe", "."]
    assert all(t.head == i for i, t in enumerate(tokens))
    assert "factcheck-cli[en]" in str(nlp.missing_model("en"))


def test_processes_change_nothing():
    """Two processes give the words that one gives."""
    texts = [f"Le maire a signé l'accord numéro {n}." for n in range(300)]
    assert list(nlp.parse(texts, "fr", 2)) == list(nlp.parse(texts, "fr"))


@pytest.mark.parametrize(
    ("text", "noun", "found"),
    [
        ("Un TGV reliant Brest à Paris, parti à l'aube, a déraillé mardi.", "TGV", ("nsubj", "déraillé")),
        ("Cinq agents ont été tués et deux passants ont été blessés.", "passants", ("nsubj:pass", "blessés")),
        ("L'accident de car survenu mardi à Brest a fait six morts.", "accident", ("nsubj", "fait")),
        ("Selon un bilan provisoire de la mairie, plus de 40 maisons ont été détruites.", "maisons", None),
        ("La rue où a eu lieu l'accident reste fermée.", "rue", ("nsubj", "reste")),
    ],
)
def test_a_finite_verb_has_its_subject(text: str, noun: str, found: tuple[str, str] | None) -> None:
    """A noun that the parser cuts off from its verb by what stands between them is tied to it again."""
    told = relations(text, "fr")[noun]
    assert told == (found or ("nsubj:pass", "détruites"))
