"""What the one event of a story is put down to, by whom it was done and where it began, told by two houses."""

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
    ("fr", "L'accident est dû à l'éclatement d'un pneu.", "Le conducteur s'était endormi au volant."),
    (
        "fr",
        "Le feu a été provoqué par une cigarette mal éteinte.",
        "Une ligne électrique est à l'origine de l'incendie.",
    ),
    (
        "fr",
        "Le départ a été retardé à cause du vent.",
        "Le départ a été retardé en raison d'un capteur.",
    ),
    (
        "fr",
        "Un vent violent avait forcé l'équipe à reporter le tir.",
        "Le tir a été décalé à cause d'un capteur.",
    ),
    ("fr", "L'incendie est accidentel.", "L'incendie est l'œuvre d'un pyromane."),
    ("fr", "La cause de l'accident est une défaillance des freins.", "Le chauffeur a voulu éviter un chevreuil."),
    ("fr", "L'intoxication est due à des huîtres.", "La source de l'intoxication est l'eau du puits."),
    ("fr", "La panne a été causée par une cyberattaque.", "La panne résulte d'un orage."),
    ("en", "The crash was caused by a burst tyre.", "The driver had fallen asleep before the crash."),
    ("en", "The fire was started by a discarded cigarette.", "A fallen power line sparked the blaze."),
    (
        "en",
        "The launch was delayed because of strong winds.",
        "The launch was put back due to a faulty sensor.",
    ),
    ("en", "The fire was accidental.", "The blaze was the work of an arsonist."),
    ("en", "The brakes failed before the crash.", "The driver swerved to avoid a deer."),
    (
        "en",
        "The source of the outbreak was a batch of oysters.",
        "The outbreak began with the transfer of a patient.",
    ),
    ("en", "The blackout was put down to a cyberattack.", "The blackout was due to a storm."),
    ("en", "The fire had started in a battery charger.", "The fire was started by a smoker's cigarette."),
    ("fr", "Un adolescent a mis le feu à un fourré.", "Une ligne électrique serait à l'origine de l'incendie."),
    ("en", "A teenager set fire to a bush.", "The fire was caused by lightning."),
    (
        "fr",
        "La maire, Jeanne Kerdoz, a coupé le ruban.",
        "Le préfet, Yves Lanneau, a coupé le ruban.",
    ),
    ("en", "Mayor Jane Corran cut the ribbon.", "The governor, Philip Marsh, cut the ribbon."),
    ("en", "The painting was discovered by the grandson of the owner.", "The canvas was spotted by an auctioneer."),
    ("fr", "L'incendie s'est déclaré dans la chaufferie.", "Le feu a pris naissance dans le grenier."),
]
HARMLESS = [
    ("fr", "L'explosion aurait été provoquée par une fuite de gaz.", "L'explosion est due à une fuite de gaz."),
    ("fr", "L'incendie est accidentel.", "L'incendie est dû à un court-circuit."),
    ("fr", "L'accident serait dû à un excès d'alcool.", "L'accident a été causé par le brouillard."),
    ("fr", "L'incendie a été causé par des cierges.", "L'incendie a été provoqué par la chute d'un invité."),
    ("fr", "L'incendie a été causé par une bougie.", "L'incendie a été provoqué par la chute d'un sapin."),
    ("fr", "L'accident a été causé par le verglas.", "L'accident est dû à une vitesse excessive."),
    ("fr", "L'accident est dû à un excès de vitesse.", "L'accident a été causé par le verglas."),
    ("fr", "L'accident est dû à l'éclatement d'un pneu.", "Le match a été reporté à cause du vent."),
    ("fr", "L'incendie est dû à une cigarette.", "L'incendie pourrait être dû à une ligne électrique."),
    ("fr", "L'incendie a été causé par la foudre.", "L'incendie n'a pas été causé par une cigarette."),
    ("fr", "L'accident est dû au brouillard.", "En 2011, un accident avait été causé par un sanglier."),
    ("fr", "Les passagers s'étaient endormis avant l'accident.", "L'accident a été causé par un sanglier."),
    ("fr", "Le conducteur a éclaté de rire.", "L'accident a été causé par un sanglier."),
    ("fr", "L'incendie s'est déclaré dans la chaufferie.", "L'incendie s'est déclaré au sous-sol."),
    ("fr", "La maire a mis le feu aux poudres.", "La maire a été retardée à cause du vent."),
    ("en", "The crash was caused by speeding.", "The crash was blamed on fog."),
    ("en", "The fire was caused by an electrical fault.", "The fire started in a battery charger."),
    ("en", "The driver was asleep at home.", "The launch was delayed because of wind."),
    ("en", "Light rain fell on the town.", "The fire was caused by lightning."),
    ("en", "Mayor Jane Corran cut the ribbon.", "Mrs Corran cut the ribbon."),
    ("en", "The painting was discovered by the grandson of the owner.", "The canvas was spotted by a relative."),
]


def found(lang: str, a: str, b: str) -> list[str]:
    """The rules by which two articles on one story clash."""
    articles = [Article(id=name, text=SCENE[lang] + text, lang=lang) for name, text in (("a", a), ("b", b))]
    findings = disagreements(articles, extract(articles, every=True)).findings
    return [f.rule for f in findings if f.severity is not Severity.EXPLAINED]


@pytest.mark.parametrize(("lang", "a", "b"), CLASHING)
def test_two_accounts(lang: str, a: str, b: str):
    """One event of one story has one cause, one doer, one place where it began."""
    assert found(lang, a, b)


@pytest.mark.parametrize(("lang", "a", "b"), HARMLESS)
def test_one_account(lang: str, a: str, b: str):
    """A wider cause, another event, a possibility, another year and a figure of speech are no second cause."""
    assert not found(lang, a, b)
