"""Comparatives: two things ranked one way here and another way there, in both languages."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.conflicts.detectors.orders import order_reversed
from factcheck.conflicts.findings import COMPARE_FLOOR, CORPUS_FLOOR
from factcheck.facts import Reading, read
from factcheck.model import Article

NAMED = [
    ("L'Irlande est plus durement frappée par la crise que l'Islande.", "L'Irlande est moins frappée que l'Islande."),
    ("Tréval est plus rentable que Kerbrat.", "Kerbrat est aussi rentable que Tréval."),
    ("Norway is safer than Sweden.", "Sweden is safer than Norway."),
    ("Norway is as safe as Sweden.", "Sweden is less safe than Norway."),
]
WORDED = [
    ("Les bus sont moins dangereux que les trains.", "Les trains sont moins dangereux que les bus."),
    ("Les trains sont plus dangereux que les bus.", "Les bus sont aussi dangereux que les trains."),
    (
        "Les habitants de Brest sont moins touchés par la grippe que ceux de Lorient.",
        "Ceux de Lorient sont moins touchés par la grippe que les habitants de Brest.",
    ),
    ("The buses are as safe as the trains.", "The trains are less safe than the buses."),
]
HARMLESS = [
    ("Les bus sont plus chers que les trains.", "Les trains sont plus sûrs que les bus."),
    ("Les bus sont plus chers que les trains.", "Les trains sont moins chers que les bus."),
    ("Les bus sont plus chers que les trains.", "Les avions sont plus chers que les bus."),
    ("Les bus électriques sont plus chers que les bus.", "Les bus sont plus chers que les bus électriques."),
    (
        "La capitale de l'Italie est plus peuplée que celle de la France.",
        "La population de la France est plus peuplée que celle de l'Italie.",
    ),
    ("The buses are as safe as the trains.", "The trains are as safe as the buses."),
]


def _reading(text: str) -> Reading:
    """The reading of one sentence."""
    english = " is " in text or " are " in text
    return read(list(extract([Article(id="A", text=text, lang="en" if english else "fr")], every=True)))[0]


@pytest.mark.parametrize(("a", "b"), NAMED)
def test_named(a: str, b: str):
    """Names ranked two ways clash in any two claims, in either order."""
    for clash in (order_reversed(_reading(a), _reading(b)), order_reversed(_reading(b), _reading(a))):
        assert clash is not None
        assert clash.strength >= CORPUS_FLOOR


@pytest.mark.parametrize(("a", "b"), WORDED)
def test_worded(a: str, b: str):
    """Things without a name clash where two sentences are held side by side."""
    for clash in (order_reversed(_reading(a), _reading(b)), order_reversed(_reading(b), _reading(a))):
        assert clash is not None
        assert COMPARE_FLOOR <= clash.strength < CORPUS_FLOOR


@pytest.mark.parametrize(("a", "b"), HARMLESS)
def test_harmless(a: str, b: str):
    """Another dimension, the same order, other things, a class and its members, other things of two names."""
    assert order_reversed(_reading(a), _reading(b)) is None
