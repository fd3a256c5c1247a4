"""Fates: what a claim says befalls those it counts, in whatever words."""

from __future__ import annotations

import pytest

from factcheck import claims
from factcheck.facts import NumberFact, read
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Article

FATES_FR = {
    "death": [
        "27 morts dans un incendie à Brest",
        "27 personnes ont perdu la vie à Brest.",
        "L'incendie a coûté la vie à 27 personnes.",
        "L'incendie a causé la mort de 27 personnes.",
        "Vingt-sept marins sont morts à Brest.",
        "L'incendie a fait 27 morts.",
        "27 cerfs ont été retrouvés morts dans le parc d'Ormesse.",
    ],
    "injured": ["L'accident a fait 12 blessés.", "12 personnes blessées ont été vues à Brest."],
    "missing": [
        "Dix-sept personnes sont portées disparues.",
        "Douze personnes étaient toujours portées disparues mercredi.",
    ],
    "evacuated": ["L'incendie a entraîné l'évacuation de 450 habitants.", "200 personnes ont dû être évacuées."],
    "hospitalise": ["Huit personnes ont été transportées à l'hôpital."],
    "aboard": [
        "Le bateau avait 95 passagers à bord.",
        "L'autocar transportait 95 passagers, dont 51 Belges.",
        "Trois des 95 personnes à bord du bac ont dîné.",
        "12 passagers et 3 marins qui étaient à bord ont dormi.",
    ],
    "rescued": ["Douze marins ont survécu."],
}
FATES_EN = {
    "death": ["The fire claimed 24 lives.", "The fire left 29 people dead.", "Eleven sailors were shot dead in Leeds."],
    "injured": ["The fire left 59 people injured.", "The storm hit Leeds, injuring another 40."],
    "evacuated": ["About 5,000 residents were forced to leave their homes."],
    "hospitalise": ["Twelve pupils were taken to hospital."],
    "aboard": [
        "A total of 58 sailors were on board the ferry called Kerlan.",
        "Of the 58 sailors and 6 crew on board, 9 have died.",
        "Nine of the 58 sailors who were on board the Kerlan slept.",
    ],
    "rescued": ["Two people survived."],
    "deployed": ["Eight fire engines and four helicopters are at the scene."],
}
# Those who act, and those of whom nothing is told.
NO_FATE_FR = ["Deux hommes ont tué un passant.", "Douze marins vivent à Brest.", "L'usine emploie 450 salariés."]
NO_FATE_EN = ["Two men killed a passer-by.", "Twelve sailors live in Leeds."]


def numbers_of(text: str, lang: str) -> list[NumberFact]:
    found = claims.extract([Article(id="a", text=text, lang=lang)], every=True)
    return [fact for reading in read(found) for fact in reading.facts if isinstance(fact, NumberFact)]


def fates_of(text: str, lang: str) -> set[str]:
    return {fate for fact in numbers_of(text, lang) for fate in fact.fates}


@pytest.mark.parametrize(("lang", "table"), [("fr", FATES_FR), ("en", FATES_EN)])
def test_fates(lang: str, table: dict[str, list[str]]) -> None:
    """Verb, noun, adjective and phrase tell one fate."""
    for fate, texts in table.items():
        assert [text for text in texts if fate not in fates_of(text, lang)] == []


@pytest.mark.parametrize(("lang", "texts"), [("fr", NO_FATE_FR), ("en", NO_FATE_EN)])
def test_no_fate(lang: str, texts: list[str]) -> None:
    """Who acts suffers nothing."""
    assert [text for text in texts if fates_of(text, lang)] == []


def test_some_of_those_told_of() -> None:
    """Of those that a share is taken from, only the share has the fate; a figure without a noun counts people."""
    assert fates_of("Parmi les 60 ouvriers, la plupart sont morts.", "fr") == set()
    (fact,) = numbers_of("Hier, 227 ont été blessées.", "fr")
    assert (fact.fates, fact.people, fact.anyone) == ({"injured"}, True, True)


def test_names_are_shared() -> None:
    """What grows is a fate of the file, and all languages name fates alike."""
    tables = {lang: theme("fates", lang) for lang in LANGUAGES}
    assert [set(tables[lang]["fates"]) ^ set(tables["fr"]["fates"]) for lang in LANGUAGES] == [set(), set()]
    assert all(set(table["rising"]) <= set(table["fates"]) for table in tables.values())
