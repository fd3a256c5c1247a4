"""When two names or phrases are one thing."""

from __future__ import annotations

import pytest

from factcheck.conflicts.align import rivals, same_name, same_phrase, told_apart
from tests.factories import phrase

SAME = [
    ("morvan", "anne morvan"),
    ("iarmysh", "iarmych"),
    ("états-unis", "etats-unis"),
    ("k20", "k20"),
    ("onu", "organisation nations unies"),
]
DIFFERENT = [("k20", "k200"), ("h20", "h100"), ("iran", "irak"), ("anne morvan", "paul morvan"), ("brest", "nantes")]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_name(a, b):
    """Spellings and short forms of one name are the same, either way round."""
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_names(a, b):
    """Names that differ in a digit, or in a word each has alone, are two."""
    assert not same_name(a, b)
    assert not same_name(b, a)


def test_rivals():
    """Names are rivals only when both sides have one of their own."""
    assert rivals(frozenset({"k20", "maroc"}), frozenset({"z9", "maroc"})) == ({"k20"}, {"z9"})
    assert rivals(frozenset({"k20", "maroc"}), frozenset({"maroc"})) == (frozenset(), frozenset())


def test_phrases():
    """One head is one thing unless names or narrowing words say otherwise."""
    assert same_phrase(phrase("juge", names={"morvan"}), phrase("juge"))
    assert not same_phrase(phrase("juge", names={"morvan"}), phrase("juge", names={"kerbrat"}))
    assert told_apart(phrase("prix", "blé"), phrase("prix", "pétrole"))
    assert not told_apart(phrase("prix", "blé"), phrase("prix"))
