"""Words and kinds that exclude each other, and what happens but once: sentences held side by side."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.conflicts.detectors.edits import negation_set
from factcheck.facts import read
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Article
from factcheck.pipeline import compare_all

PAIRS = [
    # one word in the place of another
    (
        "en",
        "The ferry left the old harbour on Monday morning.",
        "The ferry left the old harbour on Monday evening.",
        "I7",
    ),
    ("en", "The German tourist lost her bag at the station.", "The Danish tourist lost her bag at the station.", "I7"),
    ("en", "Her brother plays the piano in a small hall.", "Her brother plays the violin in a small hall.", "I7"),
    ("fr", "Le bac a quitté le vieux port lundi matin.", "Le bac a quitté le vieux port lundi soir.", "I7"),
    ("fr", "La touriste allemande a perdu son sac.", "La touriste danoise a perdu son sac.", "I7"),
    ("en", "A car hit the wall of the old mill.", "An automobile hit the wall of the old mill.", None),
    ("en", "A bridge of stone and wood spans the bay.", "A bridge of wood spans the bay.", None),
    ("fr", "Une voiture a percuté le mur du moulin.", "Une automobile a percuté le mur du moulin.", None),
    (
        "en",
        "The ministry expects to surpass its target this year.",
        "The ministry expects to reach its target this year.",
        "I7",
    ),
    ("en", "The fund is worth exactly nine million crowns.", "The fund is worth nearly nine million crowns.", "I7"),
    ("en", "The club will open a second hall in spring.", "The club may open a second hall in spring.", "I7"),
    (
        "en",
        "The flood is a threat to birds and to bird nests.",
        "The flood is a threat to humans and to bird nests.",
        "I7",
    ),
    (
        "fr",
        "Le groupe compte dépasser son objectif cette année.",
        "Le groupe compte atteindre son objectif cette année.",
        "I7",
    ),
    ("fr", "Le train a déraillé près de la gare du nord.", "Le train a explosé près de la gare du nord.", "I7"),
    (
        "en",
        "A fresh wind moved birds before people on the pier.",
        "A fresh wind moved people before birds on the pier.",
        None,
    ),
    # trades, illnesses, crops, weapons, accounts: members of one class exclude each other, a wider word does not
    ("en", "The region exports hemp to its neighbours.", "The region exports barley to its neighbours.", "I7"),
    ("en", "The clinic treats measles with a new method.", "The clinic treats cholera with a new method.", "I7"),
    ("en", "The port sent its annual report on ferries.", "The port sent its monthly report on ferries.", "I7"),
    ("en", "The yard will repair the old lifeboat soon.", "The yard will demolish the old lifeboat soon.", "I7"),
    ("en", "The tax will stimulate trade on the island.", "The tax will stifle trade on the island.", "A3"),
    ("en", "The probe found a microplanet behind the moon.", "The probe found a macroplanet behind the moon.", "A3"),
    ("en", "The bank employs the workers of the old yard.", "The bank employs the staff of the old yard.", None),
    ("en", "The ferry carried cattle to the island.", "The ferry carried animals to the island.", None),
    ("fr", "La région exporte du chanvre vers ses voisins.", "La région exporte du seigle vers ses voisins.", "I7"),
    ("fr", "La clinique soigne la rougeole avec succès.", "La clinique soigne le choléra avec succès.", "I7"),
    ("fr", "Le port publie son rapport annuel sur les bacs.", "Le port publie son rapport mensuel sur les bacs.", "I7"),
    ("fr", "La taxe va stimuler le commerce de l'île.", "La taxe va freiner le commerce de l'île.", "A3"),
    ("fr", "La banque emploie les salariés du chantier.", "La banque emploie les ouvriers du chantier.", None),
    ("en", "The trial moved to phase 2 at the old clinic.", "The trial moved to phase 3 at the old clinic.", "I7"),
    ("fr", "L'essai passe à la phase 2 dans la clinique.", "L'essai passe à la phase 3 dans la clinique.", "I7"),
    ("en", "The flood is a threat to humans on the coast.", "The flood is a threat to animals on the coast.", "I7"),
    ("en", "The health minister of Norland has resigned.", "The education minister of Norland has resigned.", "I7"),
    ("en", "The ferry sailed because of the storm warning.", "The ferry sailed despite the storm warning.", "I7"),
    ("en", "The captain of the ferry got a fine in Leeds.", "The captain of the ferry got probation in Leeds.", "I7"),
    ("fr", "Le bac part en raison de la tempête annoncée.", "Le bac part en dépit de la tempête annoncée.", "I7"),
    # a "not" put in
    (
        "en",
        "The council of Leeds approved the budget and the new stadium.",
        "The council of Leeds approved the budget but not the new stadium.",
        "N3",
    ),
    (
        "en",
        "The council approved the budget, a step that ends months of talks.",
        "The council approved the budget, a step that does not end months of talks.",
        "N3",
    ),
    (
        "fr",
        "Le conseil de Brest a voté le budget et le nouveau stade.",
        "Le conseil de Brest a voté le budget mais pas le nouveau stade.",
        "N3",
    ),
    (
        "fr",
        "Le musée de Brest, connu pour ses toiles, ferme.",
        "Le musée de Brest, non connu pour ses toiles, ferme.",
        "N1",
    ),
    ("en", "The port is open to all ships of Norland.", "The port is not closed to all ships of Norland.", None),
    ("en", "The board approved the budget in Leeds.", "The board approved not only the budget in Leeds.", None),
    ("en", "The ferry carried 40 people to Leeds.", "The ferry carried no fewer than 40 people to Leeds.", None),
    ("fr", "Le port de Brest est ouvert aux navires.", "Le port de Brest n'est pas fermé aux navires.", None),
    # contraries by their form
    ("en", "Sales rose since the pre-war quarter in Leeds.", "Sales rose since the war quarter in Leeds.", "A3"),
    ("en", "The founder of the old bank has resigned.", "The co-founder of the old bank has resigned.", "A3"),
    ("fr", "L'ex-maire de Brest a visité le nouveau stade.", "Le maire de Brest a visité le nouveau stade.", "A3"),
    ("en", "The well-known bank of Leeds has closed.", "The known bank of Leeds has closed.", None),
    ("en", "The sums went to unnamed donors abroad.", "The sums went to named donors abroad.", "A3"),
    ("en", "The report calls the new rule careless.", "The report calls the new rule careful.", "A3"),
    ("fr", "Le rapport juge la nouvelle règle inapplicable.", "Le rapport juge la nouvelle règle applicable.", "A3"),
    ("en", "The divers discovered the old wreck.", "The divers covered the old wreck.", "I11"),
    ("en", "The staff stood inside the old hall.", "The staff stood side by the old hall.", None),
    ("fr", "Le maire a démontré la voie du pont.", "Le maire a montré la voie du pont.", None),
    # scenes without a known subject are of two things; what both deny is no contrary
    ("en", "A lady feeds the ducks near a pond.", "A man feeds the ducks near a pond.", None),
    ("en", "A woman of 47 drowned in the Aber on Monday.", "A man of 47 drowned in the Aber on Monday.", "A3"),
    ("fr", "Le port n'annonce aucune hausse des tarifs.", "Le port n'annonce aucune baisse des tarifs.", None),
    ("fr", "Le port n'annonce aucune hausse des tarifs.", "Le port annonce une hausse des tarifs.", "A1"),
    (
        "fr",
        "Des documents secrets rendus publics par le port de Kerlan montrent une perte.",
        "Des documents secrets rendus publics par le port de Kerlan montrent un gain.",
        "A3",
    ),
    # one sentence with two dates is of one thing
    ("en", "The stadium by the river reopened in 1992.", "The stadium by the river reopened in 1999.", "D2"),
    ("en", "The stadium by the river reopened in 1992.", "The harbour by the river reopened in 1999.", None),
    ("fr", "Le stade du village a rouvert en 1992.", "Le port du village a rouvert en 1999.", None),
    # of whom so much is told alike, where a name or figure of it is the same
    (
        "en",
        "The council of Leeds spent 312,400 pounds on a new gate for the old harbour.",
        "The council of Derby spent 312,400 pounds on a new gate for the old harbour.",
        "I2",
    ),
    (
        "en",
        "The council of Leeds has members who are elected by the people every few years.",
        "The council of Derby has members who are elected by the people every few years.",
        None,
    ),
    ("en", "The council of Leeds spent 312,400 pounds.", "The council of Derby spent 312,400 pounds.", None),
    # what is so of a part, or at first
    ("en", "The long film was shot mostly in Portugal.", "The long film was shot in Denmark.", None),
    ("en", "The new play was first shown in Portugal.", "The new play was shown in Denmark.", None),
    ("fr", "Le long film a été tourné surtout au Portugal.", "Le long film a été tourné au Danemark.", None),
    ("en", "The port will fully repair the old pier.", "The port will only partially repair the old pier.", "I7"),
    # contraries that two do to each other
    ("en", "Kerlan lost to Morvan in the final.", "Morvan beat Kerlan in the final.", None),
    ("fr", "Le club a vendu la tribune à Lorient en juin.", "Lorient a acheté la tribune au club en juin.", None),
    ("fr", "Le club a vendu la tribune à Lorient en juin.", "Le club a acheté la tribune à Lorient en juin.", "A3"),
    # one length of time in two words
    ("en", "The repair of the lift will last two weeks.", "The repair of the lift will last a fortnight.", None),
    ("en", "The repair of the lift will last two weeks.", "The repair of the lift will last two days.", "Q1"),
    # nouns of two fields; somebody may be two things
    ("en", "The old shop in Leeds still sells statues.", "The old shop in Leeds still sells letters.", "I11"),
    ("en", "The cops of Leeds shut the pub.", "The constables of Leeds shut the pub.", None),
    ("en", "Jo Abalan was the founder of the Kermor band.", "Jo Abalan was the producer of the Kermor band.", None),
    # "the film", "it" and the thing that a noun defines
    ("en", "Made by Orvane Pictures, the film was released on 3 May 2017.", "Low Tide was released in 2007.", "D1"),
    ("en", "Low Tide is a Welsh series that premiered on Channel 5 in 2011.", "Low Tide premiered in 2014.", "D1"),
    ("en", "It is a novel written by Kerlan in 1942.", "High Water is a novel written in 1943.", "D1"),
    ("en", "The song was released in 1972 on Low Tide.", "The song was released again in 1976 on Gulls.", None),
    # one thing of two kinds
    ("en", "Low Tide is a drama film shot in Wales.", "Low Tide is a song by a folk trio.", "I8"),
    ("en", "Jo Abalan is a Swedish painter.", "Jo Abalan is a Portuguese sculptor and poet.", "S4"),
    ("en", "Low Tide is a thriller film shot in Wales.", "Low Tide is a documentary series about fishing.", "I8"),
    ("en", "Harvest is a song about the sea.", "Harvest is a dance music duo.", "I8"),
    ("en", "“Harvest” is a song about the sea.", "Harvest is a dance music duo.", "I8"),
    ("en", "The One is a comedy film.", "The One is a song about the sea.", "I8"),
    ("en", "The harvest is a song about the sea.", "The harvest is a film.", None),
    ("en", "Harvest is a song about the sea.", "This harvest is a book of poems.", None),
    ("fr", "Kerlan est un film tourné à Brest.", "Kerlan est une chanson populaire.", "I8"),
    ("en", "Low Tide is a drama film shot in Wales.", "Low Tide is a documentary about fishing.", None),
    ("en", "Low Tide is a drama film shot in Wales.", "High Water is a song by a folk trio.", None),
    ("en", "Low Tide is a film about a song.", "Low Tide is a song from a film.", None),
    ("en", "Jo Abalan is a Swedish painter.", "Jo Abalan is a Swedish and Portuguese painter.", None),
    # what happens but once
    ("en", "The lighthouse was built in 1912 and still shines.", "The lighthouse was built in 1921.", "D1"),
    ("en", "It was first published in 1936.", "The book was published in 1931.", "D1"),
    ("fr", "Le stade a été construit en 1992 et rénové.", "Il a été construit en 1999.", "D1"),
    ("en", "The stadium was renovated in 1992.", "It was renovated in 1999.", None),
    ("en", "The stadium by the river was built in 1992.", "A small harbour was built there in 1999.", None),
    ("en", "It was published in 1936, of all the books of the 1930s.", "It was published in 1931.", "D1"),
    ("en", "It was published in 1936 and again in 1941.", "The book was published in 1941.", None),
]


@pytest.mark.parametrize(("lang", "a", "b", "rule"), PAIRS, ids=[f"{a} / {b}" for _, a, b, _ in PAIRS])
def test_side_by_side(lang, a, b, rule):
    """What excludes the other is found, by its rule; what goes together, or is of two things, is let be."""
    (verdict,) = compare_all([(a, b, lang)])
    assert [f.rule for f in verdict.findings[:1]] == ([rule] if rule else [])


def test_a_release_in_two_lands():
    """What is done once in each of two places is told of two dates."""
    (verdict,) = compare_all(
        [("The film was released in Norway in 1972.", "The film was released in Peru in 1976.", "en")]
    )
    assert verdict.label == "neutral"


LEFT_OPEN = [
    ("en", "The inquiry reached dead ends in Leeds.", "The inquiry reached nothing but dead ends in Leeds."),
    ("en", "The bank may cut the rate in Leeds in June.", "The bank may not cut the rate in Leeds in June."),
    ("fr", "Le maire de Brest a voté le budget lundi.", "Le maire de Brest n'a pas seulement voté le budget lundi."),
]


@pytest.mark.parametrize(("lang", "a", "b"), LEFT_OPEN, ids=[b for _, _, b in LEFT_OPEN])
def test_a_not_that_leaves_room(lang, a, b):
    """A "not" that limits, or that stands under "may", does not turn its sentence round."""
    claims = extract([Article(id=name, text=text, lang=lang) for name, text in (("a", a), ("b", b))], every=True)
    assert negation_set(*read(claims)) is None


def test_languages_at_par():
    """Both languages know the same groups."""
    for section in ("kinds", "exchanged"):
        assert len({frozenset(theme("groups", lang)[section]) for lang in LANGUAGES}) == 1
    assert len({frozenset(theme("places", lang)["countries"]) for lang in LANGUAGES}) == 1
