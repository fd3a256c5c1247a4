"""Records: the contract's fields, in its order, whatever the articles hold."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.resources import files

import jsonschema
import pytest

from factcheck.interval import Interval
from factcheck.model import Quantity, Unparsed, When
from factcheck.records import (
    article_record,
    claim_record,
    conflict_record,
    date_record,
    json_text,
    number,
    quantity_record,
    unparsed_record,
)
from tests.report_samples import (
    HOSTILE,
    article,
    claim,
    finding,
    full_claim,
    hostile_claim,
    hostile_finding,
    tension,
)

FIELDS = {
    "claim": "schema_version id source start end line text lang section score speaker speakers modality "
    "polarity quantities dates entities",
    "speaker": "name start end cue level",
    "quantity": "text start end low high low_inclusive high_inclusive value unit dimension qualifier of per digits",
    "date": "text start end from to grain relative",
    "entity": "text start end key kind",
    "conflict": "schema_version id kind rule severity reconciled_by score a b why origins",
    "side": "source claim start end line text focus",
    "focus": "start end text",
}

NUMBERS = {
    8_500_000_000: ["8.5E+9", "8500000000", "8500000000.0"],
    3.57: ["3.57", "3.570"],
    0: ["0", "-0.0", "0E+9"],
    -12: ["-12"],
    None: ["Infinity", "-Infinity", "NaN", "1E+1000000"],
}


def test_every_record_has_the_fields_of_the_contract_in_its_order() -> None:
    """A reader of the records finds the documented fields and no others."""
    said, found = claim_record(full_claim()), conflict_record(finding())
    records = {
        "claim": said,
        "speaker": said["speaker"],
        "quantity": said["quantities"][0],
        "date": said["dates"][0],
        "entity": said["entities"][0],
        "conflict": found,
        "side": found["a"],
        "focus": found["b"]["focus"],
    }
    assert {name: " ".join(record) for name, record in records.items()} == FIELDS


@pytest.mark.parametrize(("value", "spelling"), [(v, s) for v, spellings in NUMBERS.items() for s in spellings])
def test_decimals_become_plain_json_numbers(value: float | None, spelling: str) -> None:
    """A whole number is an int, another a float, and what JSON cannot hold is null."""
    found = number(Decimal(spelling))
    assert (found, type(found)) == (value, type(value))


def test_open_bounds_and_absent_values_are_null() -> None:
    """A figure known from one side only shows null on the other, and its direction only when it has one."""
    bounds = Interval(low=Decimal(400), low_inclusive=False)
    record = quantity_record(Quantity(text="x", start=0, end=1, bounds=bounds, value=None, unit=None, dimension=None))
    assert (record["low"], record["high"], record["value"], record["low_inclusive"]) == (
        400,
        None,
        None,
        False,
    )
    assert "direction" not in record
    rising = Quantity(text="x", start=0, end=1, bounds=bounds, value=None, unit=None, dimension=None, direction="up")
    assert list(quantity_record(rising))[-1] == "direction"


def test_a_relative_date_without_a_reference_has_no_ends() -> None:
    """`hier` in an undated article is a date of unknown day."""
    record = date_record(When(text="hier", start=0, end=4, first=None, last=None, grain="day", relative=True))
    assert (record["from"], record["to"], record["relative"]) == (None, None, True)


def test_small_records_say_what_they_hold() -> None:
    """A text comes with its source, a gap with its reason."""
    assert article_record(article("Un.")) == {
        "schema_version": 1,
        "source": "gazette.txt",
        "lang": "fr",
        "text": "Un.",
    }
    gap = unparsed_record(Unparsed(text="1,2,3", start=0, end=5, reason="two readings"))
    assert gap == {"text": "1,2,3", "start": 0, "end": 5, "reason": "two readings"}


def test_scores_are_rounded_and_speakers_run_from_the_innermost() -> None:
    """Scores have three decimals; a claim of the article itself has no speaker."""
    assert claim_record(claim())["score"] == 0.812
    assert (claim_record(claim())["speaker"], claim_record(claim())["speakers"]) == (None, [])
    assert claim_record(full_claim())["speaker"] == claim_record(full_claim())["speakers"][0]


def test_slices_of_the_quote_are_the_texts_of_its_parts() -> None:
    """Offsets count in the document, and a finding's focus lies in its quote."""
    record = conflict_record(finding())["b"]
    start, end = (record["focus"][key] - record["start"] for key in ("start", "end"))
    assert record["text"][start:end] == record["focus"]["text"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_text_is_encodable_printable_and_lossless(text: str) -> None:
    """Whatever a text holds, its JSON can be printed and gives the text back."""
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert all(c.isprintable() or c == " " for c in written)
    written.encode("utf-8")


def test_readable_french_stays_readable() -> None:
    """Accents, quotes and no-break spaces are written as they are."""
    assert json_text("« déjà\u00a0» – l’été") == '"« déjà\u00a0» – l’été"'


@pytest.mark.parametrize("text", ["Une phrase.", *HOSTILE.values()])
def test_records_obey_the_published_schemas(text: str) -> None:
    """`factcheck schema claim` and `schema conflict` describe the records."""
    for name, records in {
        "claim": [claim_record(full_claim()), claim_record(hostile_claim(text))],
        "conflict": [
            conflict_record(finding()),
            conflict_record(tension()),
            conflict_record(hostile_finding(text)),
        ],
    }.items():
        schema = json.loads((files("factcheck") / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft7Validator(schema)
        validator.check_schema(schema)
        assert [error.message for record in records for error in validator.iter_errors(record)] == []
