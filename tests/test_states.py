"""States that exclude each other: of one bearer, at one time; what may have come about since; in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract
from factcheck.model import Article, Finding, Severity
from factcheck.pipeline import disagreements

# Both articles of a pair open with it: one story.
SCENE = {
    "fr": "À Lanvaux, près de Kerizac, les faits ont eu lieu samedi devant la mairie de Morvenec.\n\n",
    "en": "The events took place on Saturday at Ashcombe, close to Welby in Harrowshire.\n\n",
}
TOLD, NEXT = date(2024, 3, 5), date(2024, 3, 6)

CLASHING = [
    (
        "fr",
        "L'assaillant était connu des services de police.",
        "Le tireur était inconnu de la justice et de la police.",
    ),
    ("fr", "Le suspect, fiché S, a agi seul.", "Le suspect était inconnu des services de renseignement."),
    ("fr", "L'assaillant n'était pas connu des services de police.", "L'agresseur, déjà connu de la police, est mort."),
    ("fr", "Le conducteur était ivre au volant.", "Le conducteur n'avait pas bu, assure son avocat."),
    ("fr", "Le pilote avait consommé de l'alcool.", "Le pilote n'était pas sous l'emprise de l'alcool."),
    ("fr", "De l'alcool a été découvert dans le sang du conducteur.", "Le chauffeur affirme qu'il n'avait pas bu."),
    ("fr", "Luc Amzel n'avait ni bu, ni dormi.", "Le conducteur, Luc Amzel, était ivre au volant."),
    ("fr", "La porte-parole de Luc Amzel affirme qu'il n'avait pas bu.", "Luc Amzel était ivre, selon la police."),
    ("fr", "Le chanteur Luc Amzel nie avoir bu.", "Luc Amzel avait bu, selon un témoin."),
    ("fr", "Luc Amzel était armé d'un couteau.", "Luc Amzel n'était pas armé, selon sa famille."),
    ("fr", "La victime était sans arme.", "La victime était armée, d'après un voisin."),
    ("fr", "L'assaillant a agi seul, selon le préfet.", "L'assaillant avait un complice, selon le parquet."),
    ("fr", "Le chauffeur s'est endormi au volant.", "Le chauffeur a perdu connaissance au volant."),
    ("fr", "Le conducteur, Luc Amzel, a fait un malaise.", "Luc Amzel était éveillé, affirme son collègue."),
    ("fr", "Le tireur a été abattu par les gendarmes.", "Le tireur s'est suicidé, selon le parquet."),
    ("fr", "La directrice Anne Kerlan a démissionné mardi.", "Anne Kerlan a été limogée mardi par le conseil."),
    ("fr", "La victime a été tuée par balle.", "La victime a été poignardée."),
    ("fr", "Le conducteur est mort sur le coup.", "Le conducteur est décédé à l'hôpital."),
    ("fr", "Luc Amzel a été reconnu coupable.", "Luc Amzel a été acquitté."),
    ("fr", "Luc Amzel a été condamné à de la prison ferme.", "Luc Amzel a été condamné à de la prison avec sursis."),
    ("fr", "L'avion, un Boeing, a été retrouvé.", "L'avion, un Embraer, s'est écrasé."),
    ("fr", "Le match s'est disputé à huis clos.", "Le match s'est joué devant 30.000 spectateurs."),
    ("fr", "Luc Amzel se tait. Il a été reconnu coupable.", "Luc Amzel a été acquitté."),
    ("en", "The victim was strangled.", "The victim was stabbed to death."),
    ("en", "Tom Ashby was found guilty.", "Tom Ashby was acquitted."),
    ("en", "The gunman was known to police.", "The attacker was unknown to police."),
    ("en", "The gunman shot himself, a witness said.", "The gunman was shot dead by police."),
    ("en", "The attacker was not known to the intelligence services.", "The attacker was known to MI5."),
    ("en", "The driver had been drinking, police said.", "The driver denied he had been drinking."),
    ("en", "The driver had fallen asleep at the wheel.", "The driver blacked out, a passenger said."),
    ("en", "Tom Ashby denied he had been drinking.", "Tom Ashby had been drinking before the crash, police said."),
    ("en", "Tom Ashby was armed, police said.", "Tom Ashby was unarmed, his mother said."),
    ("en", "The gunman acted alone.", "The gunman had an accomplice, a witness said."),
    (
        "fr",
        "La présidente du club, Anne Kerlan, a écopé d'un an de prison avec sursis.",
        "Anne Kerlan est ressortie libre du tribunal, blanchie.",
    ),
    (
        "fr",
        "Le tribunal a relaxé l'ancien maire, Luc Amzel.",
        "Luc Amzel a été reconnu coupable.",
    ),
    ("fr", "Sa compagne a été acquittée.", "Sa compagne a écopé de deux ans de prison."),
    (
        "fr",
        "Le pharmacien Luc Amzel a été jugé. Il a été acquitté.",
        "Le pharmacien a été condamné à trois ans de prison.",
    ),
    ("fr", "La cour a jugé Luc Amzel. L'homme a fondu en larmes.", "Luc Amzel est resté impassible."),
    ("fr", "Le prévenu a plaidé coupable jeudi.", "Le prévenu n'a jamais cessé de nier les faits."),
    ("fr", "Le motard roulait sans casque.", "Le motard, casqué, a été projeté à dix mètres."),
    ("fr", "Le chauffeur du bus est légèrement blessé.", "Le chauffeur du bus a été grièvement blessé."),
    (
        "fr",
        "« Nous ferons appel », a annoncé l'avocat de l'accusé, Me Paul Even.",
        "La défense a renoncé à faire appel.",
    ),
    ("fr", "Le parquet ne fera pas appel.", "« Nous ferons appel », a dit le procureur, Paul Even."),
    ("fr", "Paul Even a été expulsé à la 30e minute.", "L'arbitre n'a sorti aucun carton rouge."),
    ("fr", "Le maire a assisté aux obsèques.", "Le maire n'était pas présent aux obsèques."),
    ("fr", "Le maire sortant a félicité son adversaire.", "Le maire sortant conteste le résultat du scrutin."),
    ("fr", "Un dentiste a été reconnu coupable de fraude.", "Le dentiste a été relaxé."),
    ("en", "The former treasurer walked free from court.", "The former treasurer was sent to prison for two years."),
    ("en", "Tom Ashby was on trial. The 42-year-old broke down in tears.", "Tom Ashby showed no emotion."),
    ("en", "His partner was acquitted.", "His partner was found guilty of fraud."),
    ("en", "Prosecutors will not appeal.", '"We shall appeal," the prosecutor, Ann Kerr, told reporters.'),
    ("en", "Tom Ashby was shown a red card.", "No player was sent off."),
    ("en", "The motorist walked away with cuts and bruises.", "The motorist was killed instantly."),
    ("en", "Tom Ashby, as mayor, conceded defeat on Sunday.", "The mayor disputed the result."),
]
HARMLESS = [
    ("fr", "Le tireur a tenté de se suicider.", "Le tireur a été abattu par la police."),
    ("fr", "Le tireur a abattu un passant.", "Le tireur s'est suicidé, selon le parquet."),
    ("fr", "La directrice Anne Le Goff a démissionné.", "La directrice, Anne Le Goff, a limogé son adjoint."),
    ("en", "The gunman shot three people, police said.", "The gunman shot himself."),
    ("fr", "Le conducteur du car était ivre.", "Le conducteur du camion n'avait pas bu."),
    (
        "fr",
        "Le suspect était connu des services de police.",
        "Inconnu des services de renseignement, le suspect s'est tu.",
    ),
    ("fr", "Le suspect était armé d'un couteau.", "Le suspect n'était pas armé lors de son arrestation."),
    ("fr", "Un suspect était armé.", "Un autre suspect n'était pas armé."),
    ("fr", "Luc Amzel était armé.", "Paul Even n'était pas armé."),
    ("fr", "Le conducteur était sobre.", "Si le conducteur était ivre, il sera poursuivi."),
    ("fr", "Le conducteur n'avait pas bu.", "Le conducteur risque d'être arrêté, ivre ou non."),
    ("fr", "Le conducteur n'avait pas bu d'eau.", "Le conducteur n'avait rien bu d'autre que du thé."),
    ("fr", "Les passagers étaient armés.", "Le passager n'était pas armé."),
    ("en", "The driver of the coach was drunk.", "It was a lorry whose driver, a retired nurse, was sober."),
    (
        "fr",
        "Luc Amzel a été condamné à de la prison ferme.",
        "Luc Amzel a été condamné à un an, dont six mois avec sursis.",
    ),
    ("fr", "Luc Amzel a été reconnu coupable.", "Luc Amzel a été acquitté en appel."),
    ("fr", "Luc Amzel a été reconnu coupable de vol.", "Luc Amzel a été acquitté du meurtre de Paul Even."),
    ("fr", "La victime est morte sur le coup.", "Une autre victime est morte à l'hôpital."),
    ("fr", "L'avion, un Boeing, a été retrouvé.", "Un autre avion, un Embraer, s'est écrasé."),
    ("en", "Tom Ashby was found guilty of theft.", "Tom Ashby was acquitted of murder."),
    ("en", "The driver was sober.", "If the driver was drunk, he will be charged."),
    ("en", "The suspect was armed.", "The suspect was unarmed at the time of his arrest."),
    ("fr", "Paul Even a été relaxé du chef de vol.", "Paul Even a été reconnu coupable d'escroquerie."),
    ("fr", "Sa compagne a été acquittée.", "Son frère a été condamné à deux ans de prison."),
    ("fr", "La conductrice du camion est indemne.", "La conductrice de la voiture a été grièvement blessée."),
    ("fr", "Un policier a été légèrement blessé.", "Un policier est mort sur le coup."),
    ("fr", "Le parquet ne fera pas appel.", "L'avocat de l'accusé a fait appel."),
    ("fr", "La mairie a fait appel à un médiateur.", "La défense ne fera pas appel, a indiqué son avocat."),
    ("fr", "Personne n'a été interpellé.", "En 2011, un homme avait été interpellé après un autre incendie."),
    ("fr", "Le ministre a salué l'arrestation du suspect.", "Le ministre a été laissé libre de ses propos."),
    ("fr", "Le maire a refusé de commenter la mort de son adjoint.", "Le maire est sain et sauf."),
    (
        "fr",
        "Luc Amzel a été condamné à un an de prison, dont six mois avec sursis.",
        "Luc Amzel a été condamné à de la prison ferme.",
    ),
    ("fr", "Le gardien a été expulsé à la 30e minute.", "L'attaquant n'a pas été expulsé."),
    ("fr", "Paul Even est resté impassible pendant le procès de son frère.", "Anne Kerlan a fondu en larmes."),
    ("fr", "Le motard portait un casque.", "La passagère du motard ne portait pas de casque."),
    ("fr", "Le loup a été abattu.", "Le chien a pris la fuite."),
    ("fr", "Anne Kerlan a été jugée. Elle a fait appel.", "Paul Even n'a pas fait appel."),
    ("fr", "L'otage a été libéré.", "Le ravisseur a été arrêté."),
    ("fr", "Le directeur a démenti la démission de son adjoint.", "Le directeur a démissionné."),
    ("fr", "Le skieur a été retrouvé par les secours.", "Le skieur, un dentiste, est mort. Le dentiste était marié."),
    ("en", "Tom Ashby was cleared of murder.", "Tom Ashby was convicted of theft."),
    ("en", "His partner was acquitted.", "His brother was jailed for two years."),
    ("en", "No arrests have been made.", "Two men were arrested in 2009 over another fire."),
    ("en", "The driver of the lorry was unhurt.", "The driver of the car suffered serious injuries."),
    ("en", "A police officer was slightly injured.", "A police officer died at the scene."),
    ("en", "The minister welcomed the arrest of the suspect.", "The minister was released from hospital."),
    ("en", "Prosecutors will not appeal.", "Tom Ashby will appeal."),
    ("en", "Police are appealing for witnesses.", "Tom Ashby will not appeal, his lawyer said."),
    ("en", "Tom Ashby stood with his arms folded.", "Tom Ashby was unarmed."),
    ("en", "Tom Ashby was tried. He walked free.", "Paul Kerr was found guilty."),
    ("en", "The bear was shot dead.", "The keeper escaped."),
    ("en", "The defendant pleaded not guilty to murder.", "The defendant was found guilty."),
    ("en", "The charity appealed for blankets.", "The charity will not appeal."),
    ("en", "The mayor's son was arrested.", "The mayor was released from hospital."),
    ("en", "The suspect was arrested.", "The suspect was not armed."),
    ("en", "The head fell ill.", "The head resigned."),
]

# Told on the first day, then on the next.
CHANGED_BACK = [
    ("fr", "Un homme de 22 ans a été placé en garde à vue.", "Personne n'a été interpellé."),
    ("en", "Two men have been arrested.", "Police have made no arrests."),
    ("en", "A woman was arrested.", "Nobody has been detained."),
    ("fr", "Luc Amzel a été arrêté.", "Luc Amzel est toujours en fuite."),
    ("fr", "La ministre, Anne Le Goff, a démissionné.", "Anne Le Goff reste en fonction."),
    ("fr", "Paul Even est mort dans la nuit.", "Paul Even est en vie, selon ses proches."),
    (
        "fr",
        "Le concert de Morvenec est annulé.",
        "Le concert de Morvenec est maintenu, assure son organisateur, la société Brume.",
    ),
    ("en", "Tom Ashby was arrested.", "Tom Ashby is still at large."),
    ("en", "Anne Kerr has died.", "Anne Kerr is alive, her son said."),
]
DEVELOPED = [
    ("fr", "Luc Amzel est en fuite.", "Luc Amzel a été arrêté."),
    ("fr", "Luc Amzel a été arrêté.", "Luc Amzel a été remis en liberté."),
    ("fr", "Anne Le Goff reste en fonction.", "Anne Le Goff a démissionné."),
    ("fr", "Paul Even est en vie.", "Paul Even est mort."),
    ("fr", "Le concert de Morvenec est maintenu.", "Le concert de Morvenec est annulé."),
    ("fr", "Le conducteur s'est arrêté.", "Le conducteur est en fuite."),
    ("fr", "Paul Even a déjà tué.", "Paul Even est en vie."),
    ("en", "Tom Ashby has killed before.", "Tom Ashby is alive."),
    ("fr", "Paul Even est dans le coma.", "Paul Even a repris connaissance."),
    ("en", "Tom Ashby is on the run.", "Tom Ashby was arrested."),
    ("en", "Anne Kerr is missing.", "Anne Kerr has been found."),
]


def compared(lang: str, a: str, b: str, days: tuple[date | None, date | None] = (None, None)) -> list[Finding]:
    """What is found between two articles on one story and not explained."""
    texts = (SCENE[lang] + a, SCENE[lang] + b)
    articles = [
        Article(id=name, text=text, lang=lang, published=day) for name, text, day in zip("ab", texts, days, strict=True)
    ]
    findings = disagreements(articles, extract(articles)).findings
    return [f for f in findings if f.severity is not Severity.EXPLAINED]


def found(lang: str, a: str, b: str, days: tuple[date | None, date | None] = (None, None)) -> list[Finding]:
    """The clashes of states between two articles on one story, those of two sentences alike among them."""
    return [f for f in compared(lang, a, b, days) if f.rule in ("S4", "A3")]


@pytest.mark.parametrize(("lang", "a", "b"), CLASHING)
def test_two_states(lang: str, a: str, b: str):
    """One bearer in two states that last is a clash, in either order."""
    assert found(lang, a, b)
    assert found(lang, b, a)


@pytest.mark.parametrize(("lang", "a", "b"), HARMLESS)
def test_no_two_states(lang: str, a: str, b: str):
    """Two bearers, other services, another occasion, a condition and another drink are none."""
    assert not found(lang, a, b)
    assert not found(lang, b, a)


@pytest.mark.parametrize(("lang", "a", "b"), CHANGED_BACK)
def test_ruled_out_by_time(lang: str, a: str, b: str):
    """A state that ended the day before is a clash; of two articles of one day, or without a date, it is none."""
    assert found(lang, a, b, (TOLD, NEXT))
    assert not found(lang, a, b, (TOLD, TOLD))
    assert not found(lang, a, b)


@pytest.mark.parametrize(("lang", "a", "b"), DEVELOPED)
def test_developed(lang: str, a: str, b: str):
    """What changes from one day to the next is no clash."""
    assert not found(lang, a, b, (TOLD, NEXT))


COME_SINCE = [
    (
        "fr",
        "L'attaque de Morvenec n'a pas été revendiquée.",
        "L'attaque de Morvenec a été revendiquée par le groupe Aube.",
    ),
    ("fr", "La police n'a pas retrouvé le fusil à Morvenec.", "La police a retrouvé le fusil à Morvenec."),
    ("fr", "Aucune arme n'a été retrouvée à Morvenec.", "Une arme a été retrouvée à Morvenec."),
    ("fr", "Le maire, Paul Even, n'a pas réagi à l'attaque.", "Le maire, Paul Even, a réagi à l'attaque."),
    ("en", "No weapon was found at Ashcombe.", "A weapon was found at Ashcombe."),
    ("en", "Tom Ashby has not been charged.", "Tom Ashby was charged with murder."),
]


@pytest.mark.parametrize(("lang", "a", "b"), COME_SINCE)
def test_come_since(lang: str, a: str, b: str):
    """What is not done one day may be done the next; what is done is not undone by a later denial."""
    assert not denied(lang, a, b, (TOLD, NEXT))
    assert denied(lang, a, b, (NEXT, TOLD))
    assert denied(lang, a, b, (TOLD, TOLD))


def denied(lang: str, a: str, b: str, days: tuple[date, date]) -> list[Finding]:
    """The denials that stand between two articles on one story."""
    return [f for f in compared(lang, a, b, days) if f.rule in ("N1", "N2")]
