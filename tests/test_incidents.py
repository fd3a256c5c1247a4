"""The one event of a story: at two times, in two places, by two doers; in both languages."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Article, Severity
from factcheck.pipeline import compare_all, disagreements

# Both articles of a pair open with it: one story.
SCENE = {
    "fr": "On attend des nouvelles à Lanvaux, près de Kerizac. Le chanteur Luc Amzel vit à Morvenec.\n\n",
    "en": "People at Ashcombe, close to Welby, are waiting for news. The singer Tom Ashby lives in Harrowshire.\n\n",
}

CLASHING = [
    ("fr", "L'explosion s'est produite vers 7 heures.", "La déflagration a eu lieu peu après 11h15."),
    ("fr", "La collision est survenue dimanche.", "L'accident s'est produit mercredi."),
    ("fr", "La fusée a décollé mardi soir.", "Le lanceur s'est envolé jeudi."),
    ("fr", "Le procès s'ouvrira le 3 juin.", "Le procès doit débuter le 17 juin."),
    ("fr", "Le navire avait appareillé à 6h15.", "Le bateau était parti à 9h30."),
    ("fr", "Le contact a été perdu à 3h10.", "Le contact avec la sonde a été perdu à 5 heures."),
    ("fr", "La police a arrêté le suspect lundi soir.", "Le suspect a été interpellé mercredi matin."),
    ("fr", "Luc Amzel, né en 1972 à Lanvaux, est en fuite.", "Luc Amzel est né le 10 mai 1974."),
    ("fr", "Luc Amzel a été libéré mardi.", "Luc Amzel est sorti de prison jeudi."),
    ("fr", "L'homme est mort dimanche.", "L'homme a succombé à ses blessures mardi."),
    ("fr", "L'accord a été signé le 3 mars.", "L'accord, signé le 5 mars, prévoit une hausse."),
    ("fr", "L'usine fermera en 2027.", "La fermeture de l'usine est prévue en 2028."),
    ("fr", "Le vote aura lieu le 7 mai.", "Le vote est prévu le 14 mai."),
    ("fr", "La finale est le 20 mai.", "La finale se jouera le 13 mai."),
    ("fr", "L'avion devait se poser à 5 h 10.", "L'arrivée de l'avion était prévue à 6 h 20."),
    ("fr", "Le funiculaire a été inauguré en 1885.", "Le funiculaire a été mis en service en 1914."),
    ("fr", "La mission entamée il y a dix ans s'achève.", "La mission a débuté il y a vingt ans."),
    ("fr", "L'usine a fermé ses portes il y a dix ans.", "L'usine a fermé il y a quinze ans."),
    ("fr", "Luc Amzel est mort il y a trois ans.", "Le chanteur Luc Amzel est décédé il y a cinq ans."),
    ("fr", "Ses obsèques auront lieu lundi.", "Ses obsèques se tiendront vendredi."),
    ("fr", "Luc Amzel a été interpellé à Dreuville.", "Le chanteur a été arrêté à Saint-Orven."),
    ("fr", "La fusée a décollé de Port-Brume.", "La fusée s'est élancée depuis Calastra."),
    ("fr", "Le match s'est joué à Dreuville.", "La rencontre s'est disputée à Saint-Orven."),
    ("fr", "Luc Amzel est né à Dreuville.", "Le chanteur Luc Amzel, né à Saint-Orven, se tait."),
    ("fr", "Le corps a été retrouvé dans une forêt.", "Le cadavre a été découvert dans un hôtel."),
    ("fr", "Le corps a été découvert par un chasseur.", "Le corps a été découvert par un pêcheur."),
    ("fr", "L'alerte a été donnée par un voisin.", "L'alerte a été donnée par le gardien."),
    ("en", "The explosion happened at around 7 a.m.", "The blast occurred shortly after 11 a.m."),
    ("en", "The rocket lifted off on Tuesday.", "The rocket took off on Thursday."),
    ("en", "The trial will open on 3 June.", "The trial will begin on 17 June."),
    ("en", "Tom Ashby died three years ago.", "The singer Tom Ashby died five years ago."),
    ("en", "The vote is scheduled for Tuesday.", "The vote will take place on Thursday."),
    ("en", "Tom Ashby was released on Tuesday.", "Ashby walked free on Thursday."),
    ("en", "Tom Ashby was arrested in Millford.", "The singer was arrested in Carrow."),
    ("en", "The flight took off from Millford.", "The plane had taken off from Carrow."),
    ("en", "The alarm was raised by a neighbour.", "The alarm was raised by a security guard."),
]
HARMLESS = [
    ("fr", "L'explosion s'est produite vers 7 heures.", "La déflagration a eu lieu peu avant 7 heures."),
    ("fr", "L'explosion s'est produite vers 7 heures.", "Une seconde explosion a eu lieu vers 11 heures."),
    ("fr", "L'explosion s'est produite vers 7 heures.", "L'incendie s'est déclaré vers 9 heures."),
    ("fr", "Le procès s'ouvrira le 3 juin.", "Le procès devait s'ouvrir le 17 mars."),
    ("fr", "Le procès s'ouvrira le 3 juin.", "Le procès s'achèvera le 17 juin."),
    ("fr", "La mission a débuté il y a près de vingt ans.", "La mission a été lancée il y a 18 ans."),
    ("fr", "La mission a débuté il y a vingt ans.", "Une autre mission a été lancée il y a dix ans."),
    ("fr", "Le vote est prévu le 14 mai.", "Le vote était prévu le 7 mai."),
    ("fr", "Le vote a eu lieu le 7 mai.", "Un autre vote est prévu le 14 mai."),
    ("fr", "L'usine fermera en 2027.", "La fermeture de la piscine est prévue en 2028."),
    ("fr", "L'usine fermera en 2027.", "La fermeture de l'usine a été annoncée en 2024."),
    ("fr", "La police a arrêté le suspect de lundi.", "Le suspect a été interpellé mercredi matin."),
    ("fr", "Luc Amzel a été libéré mardi.", "Luc Amzel est sorti jeudi pour la première fois."),
    ("fr", "L'avion a décollé à 7h20.", "L'avion aurait dû décoller à 6h30."),
    ("fr", "L'auteur de l'attaque de lundi a été arrêté.", "L'auteur de l'attaque a été arrêté jeudi."),
    ("fr", "Luc Amzel a été interpellé à Dreuville.", "Luc Amzel a été interpellé dans le Nord."),
    ("fr", "Luc Amzel a été interpellé à Dreuville.", "Luc Amzel a été écroué à Saint-Orven."),
    ("fr", "Luc Amzel a été interpellé à Dreuville.", "Paul Even a été interpellé à Saint-Orven."),
    ("fr", "Luc Amzel a été interpellé à Kerbec, un quartier de Dreuville.", "Luc Amzel a été interpellé à Dreuville."),
    ("fr", "Luc Amzel a été interpellé à Dreuville en 2004.", "Luc Amzel a été interpellé lundi à Saint-Orven."),
    ("fr", "La fusée a décollé de Port-Brume.", "Une fusée Calma a décollé de Calastra."),
    ("fr", "Le corps a été découvert par un chasseur.", "Le corps a été découvert par un passant."),
    ("fr", "Le corps a été découvert par un chasseur.", "Le corps a été identifié par son frère."),
    ("fr", "L'épave a été retrouvée par un chalutier.", "L'épave a été retrouvée par un bateau de pêche."),
    ("en", "The explosion happened at around 7 a.m.", "Another explosion occurred at 11 a.m."),
    ("en", "Tom Ashby was arrested in Millford.", "Tom Ashby was arrested in Scotland."),
    ("en", "Tom Ashby was arrested in Millford.", "Tom Ashby was jailed in Carrow."),
    ("en", "The plane had taken off at 7.20 a.m.", "The plane was due to take off at 6.30 a.m."),
    ("en", "The wreck was found by a trawler.", "The wreck was found by a fishing boat."),
]
RULES = ("D1", "D4", "I6", "I12")


def found(lang: str, a: str, b: str) -> list[str]:
    """The rules by which two articles on one story clash over when, where or by whom."""
    articles = [Article(id=name, text=SCENE[lang] + text, lang=lang) for name, text in (("a", a), ("b", b))]
    findings = disagreements(articles, extract(articles, every=True)).findings
    return [f.rule for f in findings if f.rule in RULES and f.severity is not Severity.EXPLAINED]


@pytest.mark.parametrize(("lang", "a", "b"), CLASHING)
def test_two_circumstances(lang: str, a: str, b: str):
    """One event of one story is told once at one time, in one place, by one doer."""
    assert found(lang, a, b)


@pytest.mark.parametrize(("lang", "a", "b"), HARMLESS)
def test_no_two_circumstances(lang: str, a: str, b: str):
    """Two events, a plan, a wider place, another stage and a vague noun are none."""
    assert not found(lang, a, b)


def test_no_story():
    """In articles that share no names, two explosions are two; held side by side, two sentences tell of one."""
    pair = ("L'explosion s'est produite vers 7 heures.", "L'explosion a eu lieu vers 11 heures.")
    articles = [Article(id=name, text=text, lang="fr") for name, text in zip("ab", pair, strict=True)]
    assert not disagreements(articles, extract(articles, every=True)).findings
    assert [f.rule for f in next(iter(compare_all([(*pair, "fr")]))).findings] == ["D4"]
