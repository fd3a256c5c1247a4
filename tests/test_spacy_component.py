"""The spaCy component on blank pipelines of both languages, and what it leaves on a document."""

from __future__ import annotations

from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

import factcheck.spacy_component  # noqa: F401  registers the factory where the package is not installed
from factcheck.errors import UsageError

NAME = "factcheck_quantities"


def read(text: str, pipeline: str, **config: str) -> Doc:
    """`text` through a blank pipeline with the component."""
    nlp = spacy.blank(pipeline)
    nlp.add_pipe(NAME, config=config)
    return nlp(text)


def first(doc: Doc, group: str = "quantities") -> dict[str, Any]:
    """The record of the first span of a group."""
    return dict(doc.spans[group][0]._.factcheck)


@pytest.mark.parametrize(
    ("lang", "text", "figures", "days"),
    [
        ("fr", "Le port a reçu 8,5 milliards de dollars en 2024.", [("money", 8_500_000_000, "USD")], ["2024-01-01"]),
        ("en", "The port got $8.5bn on 3 May 2024.", [("money", 8_500_000_000, "USD")], ["2024-05-03"]),
        ("fr", "73 bateaux, 12 km, 7", [("count", 73, "bateau"), ("length", 12, "kilometre"), ("number", 7, None)], []),
        ("en", "", [], []),
    ],
)
def test_spans(lang: str, text: str, figures: list[tuple[str, int, str | None]], days: list[str]) -> None:
    """Both groups are there, with labels, records and exact offsets."""
    doc = read(text, lang)
    found = [(s.label_, s._.factcheck["value"], s._.factcheck["unit"]) for s in doc.spans["quantities"]]
    assert found == figures
    assert [s._.factcheck["from"] for s in doc.spans["dates"]] == days
    for span in [*doc.spans["quantities"], *doc.spans["dates"]]:
        record = span._.factcheck
        assert text[record["start"] : record["end"]] == record["text"]
        assert record["text"] in span.text


def test_two_readings_of_one_token() -> None:
    """What shares a token keeps its own record."""
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=[text])
    nlp.add_pipe(NAME)
    doc = nlp("12 km and 15 km")
    assert [s.id_ for s in doc.spans["quantities"]] == ["q0", "q1"]
    assert {s.text for s in doc.spans["quantities"]} == {"12 km and 15 km"}


def test_relative_dates() -> None:
    """They count from the pipeline's day, or from the document's own."""
    assert first(read("hier", "fr"), "dates")["from"] is None
    nlp = spacy.blank("fr")
    nlp.add_pipe(NAME, config={"reference_date": "2025-07-16"})
    assert first(nlp("hier"), "dates")["from"] == "2025-07-15"
    doc = nlp.make_doc("hier")
    doc._.factcheck_reference_date = date(2024, 3, 1)
    assert first(nlp(doc), "dates")["from"] == "2024-02-29"


def test_language() -> None:
    """The pipeline's language counts, unless another is asked for; others are told by the text."""
    assert first(read("1,250 kg", "en"))["value"] == 1250
    assert first(read("1,250 kg", "en", lang="fr"))["value"] == 1.25
    assert first(read("trois milliards d'euros", "xx"))["unit"] == "EUR"


@pytest.mark.parametrize("config", [{"lang": "tlh"}, {"reference_date": "hier"}])
def test_bad_configuration(config: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        read("7", "fr", **config)


def test_documents_can_be_kept() -> None:
    """Spans and records survive a round trip through bytes."""
    doc = read("12 km en 2024", "fr")
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert again.spans["quantities"][0]._.factcheck == doc.spans["quantities"][0]._.factcheck
    assert again.spans["dates"][0].label_ == "year"


def test_entry_point_is_declared() -> None:
    """The project file names the factory, so that spaCy finds it once installed."""
    told = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert '[project.entry-points.spacy_factories]\nfactcheck_quantities = "factcheck.spacy_component:' in told
    for point in entry_points(group="spacy_factories"):
        assert point.name != NAME or point.load() is not None
