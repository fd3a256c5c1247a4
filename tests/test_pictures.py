"""Pictures: two provenances of one, and what is no other provenance, in both languages."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.conflicts.detectors.pictures import other_provenance
from factcheck.conflicts.findings import COMPARE_FLOOR, CORPUS_FLOOR
from factcheck.facts import Reading, read
from factcheck.model import Article

CLASHING = [
    ("La photo de l'école inondée a été prise en Italie.", "La photo de l'école inondée a été prise en Grèce."),
    ("La vidéo de la marche des pêcheurs a été filmée en 2015.", "La vidéo de la marche des pêcheurs, filmée en 2021."),
    (
        "Une photo prise le 3 mai 2021 montre une baleine sur la plage.",
        "La photo de la baleine sur la plage a été publiée le 8 mars 2016.",
    ),
    ("Cette vidéo montre une école inondée en Italie.", "La vidéo de l'école inondée a été tournée en Grèce en 2009."),
    ("La vidéo du navire en feu est tirée d'un jeu.", "La vidéo montre un navire en feu au large du Chili."),
    ("The photo of the flooded school was taken in Italy.", "The photo of the flooded school was taken in Greece."),
    ("The video of the burning ship was filmed in 2015.", "The video of the burning ship was filmed in 2021."),
]
HARMLESS = [
    ("La photo de l'école inondée a été prise à Rome.", "La photo de l'école inondée a été prise en Italie."),
    ("La photo de l'école inondée a été prise en mai 2021.", "La photo de l'école inondée a été publiée en 2022."),
    ("La photo de l'école inondée a été prise en Italie.", "La photo du port a été prise en Grèce."),
    ("Une photo montre l'école inondée en Italie.", "Une photo montre l'école inondée en Grèce."),
    ("L'école inondée a rouvert en Italie.", "La photo de l'école inondée a été prise en Grèce."),
    ("The photo of the flooded school was taken in May 2021.", "The photo of the flooded school was posted in 2022."),
]


def _reading(text: str) -> Reading:
    """The reading of one sentence."""
    article = Article(id="A", text=text, lang="en" if text.startswith("The ") else "fr")
    return read(list(extract([article], every=True)))[0]


@pytest.mark.parametrize(("a", "b"), CLASHING)
def test_two_provenances(a: str, b: str):
    """One picture with two places or dates, or from a game, clashes, in either order; too weakly for a corpus."""
    for clash in (other_provenance(_reading(a), _reading(b)), other_provenance(_reading(b), _reading(a))):
        assert clash is not None
        assert COMPARE_FLOOR <= clash.strength < CORPUS_FLOOR


@pytest.mark.parametrize(("a", "b"), HARMLESS)
def test_one_provenance(a: str, b: str):
    """A place inside a place, a later publication, another picture, and what two pictures show are let be."""
    assert other_provenance(_reading(a), _reading(b)) is None
