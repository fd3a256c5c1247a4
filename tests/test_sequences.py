"""Two events in one order here and in the other there; in both languages."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.conflicts.detectors.sequences import order_of_events
from factcheck.facts import Reading, SequenceFact, read
from factcheck.model import Article

# What a sentence tells, as the ids of the earlier event and of the later one.
TOLD = {
    ("explosion", "fire"): [
        "Une explosion s'est produite, suivie d'un incendie.",
        "Une explosion suivie d'un incendie a détruit l'atelier.",
        "L'explosion a provoqué un incendie.",
        "C'est une explosion qui a déclenché l'incendie.",
        "L'explosion a précédé l'incendie.",
        "L'incendie a éclaté après l'explosion.",
        "L'incendie a suivi l'explosion.",
        "Les gaz ont provoqué une explosion, qui a causé un incendie.",
        "The explosion was followed by a fire.",
        "The explosion caused the fire.",
        "The fire broke out after the explosion.",
        "It was an explosion that caused the fire.",
    ],
    ("dispute", "fusillade"): [
        "Une fusillade, précédée d'une dispute, a fait deux blessés.",
        "La dispute a entraîné une fusillade.",
        "La fusillade a éclaté après une dispute.",
    ],
    ("annonce", "grève"): ["La grève a suivi l'annonce des licenciements."],
}
SILENT = [
    "L'explosion n'a pas provoqué d'incendie.",
    "L'incendie pourrait provoquer une explosion.",
    "L'incendie a provoqué une seconde explosion.",
    "L'incendie et l'explosion ont fait deux morts.",
    "Après l'incendie, le maire a signé.",
    "The fire could cause an explosion.",
    "The fire was followed by another explosion.",
]


def reading(text: str) -> Reading:
    """The reading of one sentence."""
    lang = "en" if text.startswith(("The ", "It ")) else "fr"
    return read(list(extract([Article(id="A", text=text, lang=lang)], every=True)))[0]


def orders(text: str) -> set[tuple[str, str]]:
    """The orders of events that a sentence tells."""
    return {(fact.first, fact.then) for fact in reading(text).by_kind.get(SequenceFact, ())}


@pytest.mark.parametrize(("order", "text"), [(order, text) for order, texts in TOLD.items() for text in texts])
def test_told(order: tuple[str, str], text: str):
    """A cause, a time and "suivi de" tell which of two events came first."""
    assert orders(text) == {order}


@pytest.mark.parametrize("text", SILENT)
def test_not_told(text: str):
    """What is denied, possible or of another such event tells no order."""
    assert not orders(text)


def test_reversed():
    """Opposite orders clash, in whatever words; one order does not."""
    first, same = (
        reading("Une explosion s'est produite, suivie d'un incendie."),
        reading("L'explosion a causé l'incendie."),
    )
    other = reading("C'est l'incendie qui a provoqué l'explosion.")
    assert order_of_events(first, other)
    assert order_of_events(other, same)
    assert order_of_events(first, same) is None
