"""When two names or phrases are one thing."""

from __future__ import annotations

import pytest

from factcheck.conflicts.align import one_story, rivals, same_name, same_phrase, told_apart
from factcheck.facts.stories import Story
from tests.factories import phrase

SAME = [
    ("morvan", "anne morvan"),
    ("iarmysh", "iarmych"),
    ("états-unis", "etats-unis"),
    ("k20", "k20"),
    ("onu", "organisation nations unies"),
    ("kira iarmysh", "kira yarmysh"),
]
DIFFERENT = [
    ("k20", "k200"),
    ("h20", "h100"),
    ("iran", "irak"),
    ("anne morvan", "paul morvan"),
    ("brest", "nantes"),
    # two countries, two sides, two towns that are spelt nearly alike
    ("austria", "australia"),
    ("north carolina", "south carolina"),
    ("western kerlanvec", "eastern kerlanvec"),
    ("university of leeds", "university of leicester"),
]


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


def story(names: str, lead: str, rest: str = "") -> Story:
    """A story of so many names (commas between them) and words."""
    words = frozenset(lead.split())
    return Story(names=frozenset(names.split(", ")), topic=words | frozenset(rest.split()), lead=words)


STORIES = [
    # One name that tells, and most of what the leads speak of.
    ("brest, anne morvan", "fire factory night worker", "brest", "fire factory worker smoke", True),
    # Another spelling of it.
    ("iarmych", "fire factory night worker", "iarmysh", "fire factory worker smoke", True),
    # A country is no name that tells.
    ("france", "fire factory night worker", "france", "fire factory worker smoke", False),
    # One town, two events.
    ("brest", "fire factory night worker", "brest", "match goal stadium", False),
    # One sort of event in two towns.
    ("brest", "fire factory night worker", "nantes", "fire factory night worker", False),
]


@pytest.mark.parametrize(("names", "lead", "others", "other_lead", "one"), STORIES)
def test_one_story(names, lead, others, other_lead, one):
    """Articles on one event share a telling name and what their leads speak of."""
    assert one_story(story(names, lead), story(others, other_lead)) is one
