"""When the event of a story came about, told by whatever verb, noun and part of the day; in both languages."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Article, Severity
from factcheck.pipeline import disagreements

# Both articles of a pair open with it: one story.
SCENE = {
    "fr": "On attend des nouvelles à Lanvaux, près de Kerizac. Le chanteur Luc Amzel vit à Morvenec.\n\n",
    "en": "People at Ashcombe, close to Welby, are waiting for news. The singer Tom Ashby lives in Harrowshire.\n\n",
}

CLASHING = [
    # by a verb, a noun, a participle, a clause that the time opens
    ("fr", "Le car a quitté la route vers 7 h 10.", "La collision s'est produite à 7 h 50."),
    (
        "fr",
        "L'accident, survenu jeudi peu après 5 heures, a tué Delmas.",
        "Le train a déraillé jeudi vers 6 h 30.",
    ),
    ("fr", "Il était 7 h 10 quand le pont s'est effondré.", "L'effondrement a eu lieu vers 8 heures."),
    ("fr", "Le train roulait vers 9 heures lorsqu'il a déraillé.", "Le déraillement s'est produit vers 10 heures."),
    ("en", "It was 2:30 a.m. when the gunmen burst into the shop.", "The robbery took place around 4 a.m."),
    ("en", "The 2 a.m. crash killed two people.", "The train derailed at about 3:15 a.m."),
    # by a part of the day
    ("fr", "Le tram a déraillé en début d'après-midi.", "Le déraillement a eu lieu peu avant 18 heures."),
    ("fr", "L'explosion a fait deux morts à l'aube.", "La déflagration s'est produite dans la soirée."),
    ("en", "The tower collapsed before dawn.", "The collapse happened in the early afternoon."),
    ("en", "The blast early Thursday tore through the mill.", "The mill exploded on Thursday afternoon."),
    # by the day
    ("fr", "L'explosion de mardi a fait deux morts.", "L'explosion s'est produite jeudi matin."),
    ("en", "Tuesday's crash killed two people.", "The train derailed on Thursday night."),
    # by what stands for any event
    (
        "fr",
        "L'usine a explosé vers 9 heures.",
        "L'explosion a tué. Les faits se sont produits vers 10 heures.",
    ),
    ("en", "The tower collapsed at 1:30 a.m.", "The tower collapsed. It happened around 2:15 a.m. in Welby."),
    # by how long after another event
    (
        "fr",
        "Le vol a disparu quarante minutes après son décollage.",
        "L'avion a disparu vingt minutes après le décollage.",
    ),
    ("fr", "La fusée a explosé deux minutes après son tir.", "Elle a explosé quarante secondes après le décollage."),
    ("en", "The craft broke apart two minutes after take-off.", "The craft blew up 11 seconds after takeoff."),
    # the first call for help
    ("fr", "L'alerte a été donnée à 5 h 10.", "L'alerte a été donnée vers 6 heures."),
    ("en", "The crew sent a distress signal at 3:15 a.m.", "A distress call was received around 3:45 a.m."),
]
HARMLESS = [
    # hours told roughly, and words wide enough for both
    ("fr", "Le car a quitté la route vers 7 heures.", "La collision s'est produite à 7 h 15."),
    ("fr", "Le tram a déraillé dans l'après-midi.", "Le déraillement a eu lieu peu avant 18 heures."),
    (
        "fr",
        "Le train a déraillé dans la nuit de mardi à mercredi.",
        "Le déraillement s'est produit mercredi à 2 heures.",
    ),
    ("fr", "Le train a déraillé dans la nuit de mardi.", "Le déraillement s'est produit mercredi à 2 heures."),
    ("en", "The tower collapsed before dawn.", "The collapse happened at 2 a.m."),
    ("en", "The mill exploded at 9:30.", "The mill exploded in the evening."),
    # how long after another event, roughly, and after two events
    (
        "fr",
        "Le vol a disparu quarante minutes après son décollage.",
        "L'avion a disparu moins d'une heure après le décollage.",
    ),
    (
        "fr",
        "Le vol a disparu quarante minutes après le décollage.",
        "L'avion a disparu dix minutes après le dernier contact.",
    ),
    ("fr", "Le vol a disparu quarante minutes après le décollage.", "L'avion a disparu vers 2 heures."),
    ("fr", "Le train a déraillé vers 9 heures.", "Le train a déraillé avant la nuit."),
    # the clock of the world
    ("fr", "Le vol a disparu à 1 h 47 GMT.", "Le vol a disparu vers 3 heures."),
    # another event, another stage, an article that tells of two
    ("fr", "L'usine a explosé vers 9 heures.", "L'incendie s'est déclaré vers 10 heures."),
    ("fr", "L'explosion s'est produite vers 9 heures.", "Une deuxième explosion a eu lieu vers 11 heures."),
    ("fr", "L'accident a été signalé à 6 heures.", "Le car a quitté la route à 4 h 30."),
    (
        "fr",
        "Le car a quitté la route vers 7 heures.",
        "Un train a déraillé à 7 heures à Sarvel.\n\nUn car a quitté la route à 9 heures.",
    ),
    ("fr", "Les pompiers ont été appelés à 6 heures.", "Les secours ont été alertés à 7 heures."),
    ("fr", "Le dernier contact a eu lieu à 1 h 47.", "L'avion a disparu des radars à 1 h 55."),
    ("en", "Police fought the blaze on Tuesday.", "The fire broke out on Monday."),
    # what was to be, or is not known, or is long past
    ("fr", "L'avion a décollé à 7 h 20.", "L'avion devait décoller à 6 h 30."),
    ("fr", "Le train n'a pas déraillé à 9 heures.", "Le train a déraillé vers 10 heures."),
    ("en", "The tower collapsed at 1:30 a.m.", "The tower collapsed at 4 a.m. on May 3, 2011."),
    ("fr", "En 2019, un train avait déraillé vers 9 heures.", "Le train a déraillé à 7 heures."),
    # every day's morning, and the hours of a day's other things
    ("fr", "Le train a déraillé vers 9 heures.", "Le soir, les trains déraillent souvent."),
    ("fr", "Le train a déraillé vers 9 heures.", "L'enquête sur le déraillement a été ouverte dans la soirée."),
    ("fr", "Le train a déraillé mardi.", "Après le déraillement, la ligne a rouvert jeudi."),
]


def found(lang: str, a: str, b: str) -> list[str]:
    """The rules by which two articles on one story clash over when."""
    articles = [Article(id=name, text=SCENE[lang] + text, lang=lang) for name, text in (("a", a), ("b", b))]
    findings = disagreements(articles, extract(articles, every=True)).findings
    return [f.rule for f in findings if f.rule in ("D1", "D4", "D5") and f.severity is not Severity.EXPLAINED]


@pytest.mark.parametrize(("lang", "a", "b"), CLASHING)
def test_two_moments(lang: str, a: str, b: str):
    """One event of one story came about at one time, in whatever words."""
    assert found(lang, a, b)


@pytest.mark.parametrize(("lang", "a", "b"), HARMLESS)
def test_one_moment(lang: str, a: str, b: str):
    """Two events, two stages, a plan, a wider word and another clock are none."""
    assert not found(lang, a, b)


def test_no_story():
    """In articles that share no names, two explosions are two."""
    pair = ("L'usine a explosé vers 9 heures.", "L'explosion de mardi soir a fait deux morts.")
    articles = [Article(id=name, text=text, lang="fr") for name, text in zip("ab", pair, strict=True)]
    assert not disagreements(articles, extract(articles, every=True)).findings
