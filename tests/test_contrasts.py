"""What is denied without a negated verb, in words of one family, on a day or no longer: sentences held side by side."""

from __future__ import annotations

from collections import Counter

import pytest

from factcheck.lang import LANGUAGES, theme
from factcheck.parse.lexicon import lexicon
from factcheck.pipeline import compare_all

DENIED = [
    # another thing stands in its place
    (
        "fr",
        "Les essais visent à soigner les blés plutôt que de créer des pesticides.",
        "Les essais créent des pesticides.",
    ),
    ("fr", "L'usine a fabriqué du savon au lieu de fabriquer des masques.", "L'usine a fabriqué des masques."),
    ("en", "The plant made soap instead of making masks.", "The plant made masks."),
    # who refuses or avoids it does not do it; "no" behind "and"
    ("en", "Ana Morvan is a dancer who refused ever to be a model.", "Ana Morvan is also a model."),
    ("en", "The programme on Leeds avoids the use of music.", "The programme on Leeds makes use of music."),
    ("en", "Kerlan left Leeds with two daughters and no sons.", "Kerlan left Leeds with two sons."),
    # a prefix
    (
        "fr",
        "Le vaccin Orvax, non-autorisé pour les mineurs, est distribué.",
        "Le vaccin Orvax est autorisé pour les mineurs.",
    ),
    # words of one family
    ("fr", "La pêche à pied n'a pas été interdite à Sarnac.", "Sarnac annonce le bannissement de la pêche à pied."),
    ("fr", "Le maire Jean Morvan n'a pas démissionné.", "La mairie annonce la démission du maire Jean Morvan."),
    ("fr", "Le vaccin n'entraîne pas de caillots.", "Le vaccin cause des caillots."),
    # on a day that the other leaves out
    (
        "fr",
        "En 2004, Jean Morvan a tenté en vain de vendre le moulin.",
        "Jean Morvan a vendu le moulin.",
    ),
    # no longer, where both tell of now
    ("fr", "Sarnac n'est plus membre de la Ligue.", "Sarnac est membre de la Ligue."),
]
HARMLESS = [
    ("fr", "L'usine a fabriqué du savon au lieu de fabriquer des masques.", "L'usine a fabriqué du savon."),
    ("en", "The plant made soap instead of making masks.", "The plant made soap."),
    ("fr", "Le vaccin Orvax, non-autorisé pour les mineurs, est distribué.", "Orvax est autorisé pour les adultes."),
    ("fr", "Les bacs non-amarrés ont dérivé jusqu'à Sarnac.", "Trois bacs amarrés au quai ont brûlé."),
    ("fr", "Jean Morvan n'a pas été élu au Sénat en 2004.", "Jean Morvan a été élu au Sénat en 2010."),
    ("fr", "La digue ne sera pas achevée avant 2031.", "La digue sera achevée."),
    ("fr", "Sarnac n'est plus membre de la Ligue.", "Sarnac était membre de la Ligue."),
]


@pytest.mark.parametrize(("lang", "a", "b"), DENIED)
def test_denied(lang: str, a: str, b: str) -> None:
    assert next(compare_all([(a, b, lang)])).label == "contradiction"


@pytest.mark.parametrize(("lang", "a", "b"), HARMLESS)
def test_harmless(lang: str, a: str, b: str) -> None:
    assert next(compare_all([(a, b, lang)])).label == "neutral"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_word_stands_in_one_family_and_needs_it(lang: str) -> None:
    families = [row for rows in theme("families", lang).values() for row in rows]
    often = Counter(word for row in families for word in row)
    assert not [word for word, n in often.items() if n > 1]
    stem = lexicon(lang).stem
    assert all({stem(word) for word in row} == {stem(row[0])} and len(row) > 1 for row in families)


def test_contrary_acts_done_to_two_things_are_no_contraries() -> None:
    """What is built is not what is pulled down."""
    a = "Le maire Jean Morvan a construit une école près du port."
    b = "Le maire Jean Morvan a démoli le hangar près du port."
    told, other = (
        {f.rule for f in next(compare_all([(a, text, "fr")])).findings} & {"A2", "A3", "I7"}
        for text in (b, b.replace("le hangar", "l'école"))
    )
    assert other
    assert not told


STRIKES = "Les dockers de Sarnac ont lancé trois grèves, dont deux pour la prime de nuit."
STAFF = "L'entreprise emploie 500 personnes, dont 120 en Bretagne."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (STRIKES, "Les dockers de Sarnac ont lancé trois grèves pour la prime de nuit."),
        (STAFF, "L'entreprise emploie 500 personnes en Bretagne."),
    ],
)
def test_some_told_as_all(a: str, b: str) -> None:
    assert next(compare_all([(a, b, "fr")])).label == "contradiction"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (STRIKES, "Les dockers de Sarnac ont lancé deux grèves pour la prime de nuit."),
        (STRIKES, "Les dockers de Sarnac ont lancé trois grèves."),
        (STAFF, "L'entreprise, qui a son siège en Bretagne, emploie 500 personnes."),
        (
            "En Bretagne, l'entreprise emploie 500 personnes, dont 120 à Brest.",
            "Elle emploie 500 personnes en Bretagne.",
        ),
    ],
)
def test_some_told_as_some(a: str, b: str) -> None:
    assert next(compare_all([(a, b, "fr")])).label == "neutral"


def test_far_from_a_figure() -> None:
    """What is far from a figure has another; what is not far from it has none much larger."""
    near, far = "Le taux de grévistes est de 2 %.", "Le taux de grévistes est loin de 10 %."
    assert next(compare_all([(far, near, "fr")])).label == "neutral"
    assert next(compare_all([(far.replace("loin de", "de"), near, "fr")])).label == "contradiction"
