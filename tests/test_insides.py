"""A short sentence held against a longer one that tells all of it, but for a date, a figure or a word."""

from __future__ import annotations

import pytest

from factcheck.pipeline import compare_all

GATE = "It is marked by the white lamp hung above its arch and by a stone lion."
DESERT = "Born in York, Kerlan was fascinated by the desert as a child and wanted to become a geologist."
LIGHTHOUSE = "Haut de 30 mètres, le phare de Kermor, peint en vert, domine le port."
FARM = "Ruinée, Ana Kerlan a vendu la ferme à son frère en 1993 avant de quitter Brest."

TOLD = [
    ("en", "The Kermor Gate is marked by the green lamp hung above its arch.", GATE),
    ("en", "Ana Kerlan was fascinated by the sea as a child.", DESERT),
    ("fr", "Le phare de Kermor est peint en rouge.", LIGHTHOUSE),
    ("fr", "Ana Kerlan a vendu la ferme à son frère en 1990.", FARM),
]
UNTOLD = [
    # the longer one tells both; another thing has the other word; it tells no date of its own
    ("fr", "Le phare de Kermor est peint en rouge.", LIGHTHOUSE.replace("en vert", "en rouge et en vert")),
    ("fr", "Le phare de Kermor est peint en rouge.", "Le phare de Kermor, peint en 1900, domine le port vert."),
    ("fr", "Ana Kerlan a vendu la ferme à son frère en 1990.", FARM.replace("en 1993 ", "")),
    # another dimension, another relative, another day of something else
    ("en", "The Kermor tower is 30 metres tall.", "The Kermor tower, 10 metres wide, is tall."),
    ("en", "Kerlan lives with her sister in Leeds.", "Kerlan, whose brother is dead, lives with her sister in Leeds."),
    ("en", "Ana Kerlan moved to Leeds in 2004.", "Ana Kerlan, who was born in 1961, moved to Leeds with her brother."),
    # one denies it; neither names anything
    ("en", "Ana Kerlan never sold the farm in 1990.", "Ana Kerlan, a painter, sold the farm in 1991."),
    ("en", "A dog runs over the green lawn.", "A black dog with a ball in its mouth runs over the white snow."),
]


@pytest.mark.parametrize(("lang", "short", "long"), TOLD)
def test_what_the_longer_sentence_tells_otherwise_is_found(lang: str, short: str, long: str) -> None:
    for pair in ((short, long), (long, short)):
        verdict = next(compare_all([(*pair, lang)]))
        assert "I13" in {finding.rule for finding in verdict.findings}, pair
        assert verdict.label == "contradiction"


@pytest.mark.parametrize(("lang", "short", "long"), UNTOLD)
def test_what_the_longer_sentence_tells_of_another_thing_is_not(lang: str, short: str, long: str) -> None:
    verdict = next(compare_all([(short, long, lang)]))
    assert "I13" not in {finding.rule for finding in verdict.findings}
