"""How a quote stands in its source: forgiven for its typography, never for a word or a figure."""

from __future__ import annotations

import random
import unicodedata

import pytest

from factcheck.ledger.anchors import Anchored, Outcome
from factcheck.ledger.folded import Folded
from factcheck.ledger.model import Quote
from factcheck.text import fold
from factcheck.yamlfile import NOWHERE

SOURCE = (
    "Le bac transporte 13,5 millions de passagers. L’hiver, il n’est\npas rentable.\n"
    "« Nous fermons », dit-on. Il emploie 1\u202f200 marins et brûle 5 MW à -3 degrés. "
    "Le cafe\u0301 du port rouvre-t-il ? Le bac part à 12:30. Le bac part plein."
)

STANDS = {
    Outcome.EXACT: [
        "Le bac transporte 13,5 millions de passagers",
        "1\u202f200 marins",
        "-3 degrés",
        "12:30",
        "bac part",
    ],
    Outcome.REFORMATTED: [
        "L'hiver, il n'est pas rentable.",
        '"Nous fermons" dit-on',
        "1 200 marins",
        "1200 marins",
        "LE BAC TRANSPORTE",
        "Le café du port",
    ],
    Outcome.MISSING: ["Le tramway ouvre demain en ville", "Le bac […] rentable", "?"],
}

# quote -> (its words that differ, the source's)
CHANGED = {
    "13,4 millions de passagers": ("13,4", "13,5"),
    "13,5 milliards de passagers": ("milliards", "millions"),
    "3,5 millions de passagers": ("3,5", "13,5"),
    "5 millions de passagers": ("5", "13,5"),
    "il est pas rentable": ("", "n"),
    "L'hiver, il est rentable": ("", "n … pas"),
    "emploie 200 marins": ("200", "1 200"),
    "emploie 1 marins": ("1", "1 200"),
    "brûle 5 mW à -3 degrés": ("mW", "MW"),
    "à 3 degrés": ("", "-"),
    "Le café du port rouvre-t-il demain": ("demain", "?"),
    "Le bac part à 12:40": ("12:40", "12:30"),
    "millions de passager": ("passager", "passagers"),
}


def quote(text: str, **known: str | int) -> Quote:
    return Quote(source="s", text=text, mark=NOWHERE, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(("outcome", "text"), [(k, t) for k, texts in STANDS.items() for t in texts])
def test_outcomes(outcome: Outcome, text: str) -> None:
    """Spaces, quotes, apostrophes, hyphens, case and line breaks are forgiven; the offsets re-slice exactly."""
    anchor = Anchored(SOURCE).find(quote(text))
    assert anchor.outcome is outcome
    if outcome is Outcome.EXACT:
        assert SOURCE[anchor.start : anchor.end] == text


@pytest.mark.parametrize(("text", "differs"), CHANGED.items())
def test_changed(text: str, differs: tuple[str, str]) -> None:
    """Another digit, number word, unit, sign or negation is a change, with both wordings."""
    anchor = Anchored(SOURCE).find(quote(text))
    assert (anchor.outcome, (anchor.said, anchor.found)) == (Outcome.CHANGED, differs)


def test_repeated_quote_is_no_fault() -> None:
    """A quote that stands twice is in order as long as nothing says which one is meant."""
    anchor = Anchored(SOURCE).find(quote("Le bac part"))
    assert (anchor.outcome, anchor.count) == (Outcome.EXACT, 2)


CONTEXT = [
    ({"suffix": "plein"}, Outcome.EXACT, 2),
    ({"prefix": "rouvre-t-il ?"}, Outcome.EXACT, 1),
    ({"suffix": "vide"}, Outcome.MOVED, 1),
    ({"prefix": "12:30.", "suffix": "à"}, Outcome.MOVED, 1),
    ({"start": SOURCE.rindex("Le bac")}, Outcome.EXACT, 2),
    ({"start": 3}, Outcome.MOVED, 1),
]


@pytest.mark.parametrize(("known", "outcome", "which"), CONTEXT)
def test_context_tells_which(known: dict[str, str | int], outcome: Outcome, which: int) -> None:
    """Prefix, suffix and offsets choose among several places; where none fits the quote has moved."""
    anchor = Anchored(SOURCE).find(quote("Le bac part", **known))
    places = [SOURCE.index("Le bac part"), SOURCE.rindex("Le bac part")]
    assert (anchor.outcome, anchor.start) == (outcome, places[which - 1])


def test_ambiguous_context() -> None:
    """A context that fits several places is said to be ambiguous."""
    anchor = Anchored("Un an. Un an. Un an. Deux ans.").find(quote("Un an", prefix="an."))
    assert (anchor.outcome, anchor.count) == (Outcome.AMBIGUOUS, 3)


def test_offsets_may_cut_glued_words_but_no_figure() -> None:
    """At its recorded offsets a quote may start inside glued words, never inside a figure."""
    glued = "NvidiaLes puces et 3,5 millions"
    assert Anchored(glued).find(quote("Les puces", start=6, end=15)).outcome is Outcome.EXACT
    assert Anchored(glued).find(quote("5 millions", start=21, end=31)).outcome is Outcome.CHANGED


def test_fold_keeps_the_way_back() -> None:
    """Whatever the text, each folded letter leads back to the letters it came from."""
    letters = "ae\u0301\u0327 \u00a0\n\u00ad«’–-\u1100\u1161\u11a8\u09c7\u09be😀x  "
    chance = random.Random(7)
    for _ in range(3000):
        text = "".join(chance.choice(letters) for _ in range(chance.randint(1, 12)))
        folded = Folded(text)
        assert folded.folded == fold(text)
        for index, letter in enumerate(folded.folded):
            start, end = folded.span(index, index + 1)
            assert letter == " " or letter in fold(text[start:end])


def test_fold_of_decomposed_text() -> None:
    """Decomposed accents count as written in the offsets."""
    text = unicodedata.normalize("NFD", "déjà rouvert")
    anchor = Anchored(text).find(quote("rouvert"))
    assert (anchor.start, anchor.end) == (7, 14)
