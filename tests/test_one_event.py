"""One event told twice: who did it, where it was, what somebody died of and at what age; in both languages."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Article, Finding
from factcheck.pipeline import disagreements

CLASHING = [
    # what is certain to one, and what another finds no sign of
    (
        "N2",
        "fr",
        "« Le sabotage du bateau de Viktor Orlov n'est plus une hypothèse », a dit sa fille à Genève.",
        "Le parquet de Tomsk n'a trouvé aucune preuve d'un crime contre Viktor Orlov.",
    ),
    (
        "N2",
        "fr",
        "En juillet 2019, Viktor Orlov avait affirmé avoir été empoisonné en prison. "
        "Les autorités avaient assuré n'avoir trouvé aucune substance toxique.",
        "Viktor Orlov vit à Genève.",
    ),
    (
        "N2",
        "en",
        "The poisoning of Viktor Orlov is a fact, his daughter said in Geneva.",
        "Prosecutors in Tomsk said they had found no evidence of a crime against Viktor Orlov.",
    ),
    # what somebody died of
    ("I5", "fr", "Yann Kerlo est mort d'une crise cardiaque à Morlaix.", "Yann Kerlo est mort d'un cancer à Morlaix."),
    (
        "I5",
        "fr",
        "Le chanteur Yann Kerlo est décédé des suites d'un AVC à Morlaix.",
        "Yann Kerlo, le chanteur, a succombé à un cancer à Morlaix.",
    ),
    ("I5", "en", "Tom Ashby died of cancer in Dunmore.", "Tom Ashby died of a heart attack in Dunmore."),
    # at what age
    ("Q1", "fr", "Yann Kerlo est mort à l'âge de 76 ans à Morlaix.", "Yann Kerlo est mort à 78 ans à Morlaix."),
    ("Q1", "fr", "Yann Kerlo est décédé mardi à l'âge de 76 ans.", "Le chanteur Yann Kerlo s'est éteint à 78 ans."),
    ("Q1", "en", "Tom Ashby died in Dunmore at the age of 76.", "Singer Tom Ashby has died in Dunmore aged 78."),
    # where
    (
        "I6",
        "fr",
        "Yann Kerlo est mort dimanche à son domicile de Morlaix.",
        "Yann Kerlo est mort dimanche à l'hôpital de Morlaix.",
    ),
    (
        "I6",
        "en",
        "Anne Doyle was found dead in a hotel in Arklow, Wicklow.",
        "Anne Doyle was found dead in her car in Arklow, Wicklow.",
    ),
    # who did it
    (
        "I6",
        "fr",
        "L'Espagne a annoncé mardi avoir déjoué un attentat à Paris, a dit Jean Morvan.",
        "La France a déjoué un attentat à Paris, a annoncé mardi Jean Morvan.",
    ),
    (
        "I6",
        "fr",
        "Le Portugal a dit avoir déjoué à Lisbonne un attentat contre Jean Morvan.",
        "Alors que l'Espagne traverse une crise, elle avait indiqué avoir déjoué un attentat contre Jean Morvan à "
        "Lisbonne.",
    ),
    (
        "I6",
        "fr",
        "Le piéton Marc Kervran a été renversé par un bus rue Morvan à Brest.",
        "Marc Kervran a été renversé mardi à Brest par un camion, rue Morvan.",
    ),
    (
        "I6",
        "fr",
        "Des promeneurs ont découvert mardi 12 phoques dans la crique de Kerlouan.",
        "C'est dans la crique de Kerlouan que des touristes ont découvert 12 phoques.",
    ),
    (
        "I6",
        "en",
        "Anne Doyle was stabbed by a neighbour in Dunmore Road, Arklow.",
        "Anne Doyle was stabbed by a burglar in Dunmore Road, Arklow.",
    ),
]
HARMLESS = [
    (
        "fr",
        "Le Portugal a dit avoir déjoué à Lisbonne un attentat contre Jean Morvan.",
        "Alors que le Portugal traverse une crise, il avait indiqué avoir déjoué un attentat contre Jean Morvan à "
        "Lisbonne.",
    ),
    (
        "fr",
        "Le Portugal a dit avoir déjoué à Lisbonne un attentat contre Jean Morvan.",
        "Alors que l'Espagne et Anne Kerlan protestent, elle avait indiqué avoir déjoué un attentat contre Jean Morvan "
        "à Lisbonne.",
    ),
    (
        "fr",
        "Le sabotage du bateau de Viktor Orlov est une hypothèse, a dit sa fille à Genève.",
        "Le parquet de Tomsk n'a trouvé aucune preuve d'un crime contre Viktor Orlov.",
    ),
    (
        "fr",
        "Le sabotage du bateau de Piotr Melnik est un fait, a dit sa fille à Genève.",
        "Le parquet de Tomsk n'a trouvé aucune preuve d'un crime contre Viktor Orlov.",
    ),
    (
        "en",
        "The poisoning of Viktor Orlov is only a theory, his daughter said in Geneva.",
        "Prosecutors in Tomsk said they had found no evidence of a crime against Viktor Orlov.",
    ),
    (
        "fr",
        "L'hôpital de Genève a conclu à l'empoisonnement de Viktor Orlov.",
        "En 2018, l'hôpital de Genève avait soigné Piotr Melnik, un ami de Viktor Orlov. "
        "Les médecins n'avaient trouvé aucune trace de poison.",
    ),
    (
        "fr",
        "En 2018, l'hôpital de Genève avait soigné Piotr Melnik, un ami de Viktor Orlov. "
        "Les médecins avaient conclu à un empoisonnement.",
        "L'hôpital de Genève n'a trouvé aucune trace de poison chez Viktor Orlov.",
    ),
    ("fr", "Yann Kerlo est mort d'une longue maladie à Morlaix.", "Yann Kerlo est mort d'un cancer à Morlaix."),
    ("fr", "Yann Kerlo est mort d'un cancer du foie à Morlaix.", "Yann Kerlo est mort à Morlaix d'une tumeur."),
    ("en", "Tom Ashby died in Dunmore after a long illness.", "Tom Ashby died of cancer in Dunmore."),
    ("fr", "Yann Kerlo est mort à 76 ans à Morlaix.", "Le père de Yann Kerlo est mort à 98 ans à Morlaix."),
    ("en", "Tom Ashby died in Dunmore at the age of 76.", "Tom Ashby's father died in Dunmore aged 98."),
    ("fr", "Yann Kerlo est mort dans son appartement de Morlaix.", "Yann Kerlo est mort à son domicile de Morlaix."),
    (
        "fr",
        "Le piéton Marc Kervran a été renversé par un bus rue Morvan à Brest.",
        "Marc Kervran a été renversé mardi à Brest par un autocar, rue Morvan.",
    ),
    (
        "fr",
        "Le piéton Marc Kervran a été renversé par un bus rue Morvan à Brest.",
        "Marc Kervran a été renversé mardi à Brest par un véhicule, rue Morvan.",
    ),
    (
        "fr",
        "Les pompiers ont secouru le skipper Yann Kerlo au large de Groix.",
        "Yann Kerlo a été secouru par les gendarmes au large de Groix.",
    ),
    (
        "en",
        "Police found the body of Anne Doyle near Arklow, Wicklow.",
        "The body of Anne Doyle was found by officers near Arklow, Wicklow.",
    ),
]


def findings(lang: str, *texts: str) -> tuple[Finding, ...]:
    """What two articles disagree about."""
    articles = [Article(id=f"{n}.txt", text=text, lang=lang) for n, text in enumerate(texts)]
    return disagreements(articles, extract(articles)).findings


@pytest.mark.parametrize(("rule", "lang", "a", "b"), CLASHING)
def test_two_tellings_that_exclude_each_other(rule: str, lang: str, a: str, b: str):
    """Two doers, places, ages or causes of one death are a clash."""
    assert rule in {finding.rule for finding in findings(lang, a, b)}


@pytest.mark.parametrize(("lang", "a", "b"), HARMLESS)
def test_two_tellings_that_go_together(lang: str, a: str, b: str):
    """The wider word, the place that lies in the other, and somebody else's age are none."""
    assert findings(lang, a, b) == ()
