"""Bad input: each gives a value, something not understood with its reason, or nothing; never an error."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from factcheck.normalise import normalise
from factcheck.records import json_text
from factcheck.texts import values_record

# Texts, and for each the value and unit of its first quantity, or why there is none.
READ = [
    ("\ud800 5 km \udfff", (Decimal(5), "kilometre")),
    ("5\ud800km", (Decimal(5), None)),
    ("\u200f12\u200e km", (Decimal(12), "kilometre")),
    ("12\u202e km", (Decimal(12), "kilometre")),
    ("\u2067١٢\u2069 km", (Decimal(12), "kilometre")),
    ("\ufeff5 km", (Decimal(5), "kilometre")),
    ("1\u00ad000 km", (Decimal(1000), "kilometre")),
    ("٣ km", (Decimal(3), "kilometre")),
    ("٣٫٥ km", (Decimal("3.5"), "kilometre")),
    ("١٬٢٣٤٬٥٦٧ km", (Decimal(1234567), "kilometre")),
    ("۱۲۳ km", (Decimal(123), "kilometre")),
    ("１２ km", (Decimal(12), "kilometre")),
    ("१२ km", (Decimal(12), "kilometre")),
    ("𝟓 km", (Decimal(5), "kilometre")),
    ("٥٪", (Decimal(5), "percent")),
    ("--5 km", (Decimal(5), "kilometre")),
    ("5\x00 km", (Decimal(5), None)),
    ("1/0", (Decimal(1), None)),
]
NOT_UNDERSTOOD = [
    ("NaN", "not a number"),
    ("NaN km", "not a number"),
    ("∞ km", "not a number"),
    ("10^400", "beyond the largest quantity"),
    ("10^400 km", "beyond the largest quantity"),
    ("1e999 €", "beyond the largest quantity"),
    ("2^99999", "beyond the largest quantity"),
    ("10^-400", "beyond the smallest quantity"),
    ("1e-999", "beyond the smallest quantity"),
    ("9" * 5_000, "too many digits"),
    ("1" + "0" * 400 + " km", "too many digits"),
    ("12٣ km", "digits of several scripts in one figure"),
    ("१2३ km", "digits of several scripts in one figure"),
    ("1\u0660", "digits of several scripts in one figure"),
    ("32/13/2024", "no such day"),
    ("0000-00-00", "no such day"),
    ("99/99/9999", "no such day"),
]
NOTHING = ["", "\x00", "\ud800", "nan", "Infinity km", "-inf", "1.2.3.4", "²³", "e\u0301"]
LANGS = ("fr", "en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "wanted"), READ)
def test_read(text: str, wanted: tuple[Decimal, str | None], lang: str) -> None:
    """The figure is read, and its span is what the text has there."""
    first = normalise(text, lang).quantities[0]
    assert (first.value, first.unit) == wanted
    assert text[first.start : first.end] == first.text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "reason"), NOT_UNDERSTOOD)
def test_not_understood(text: str, reason: str, lang: str) -> None:
    """Nothing is made up: the place and the reason are told."""
    found = normalise(text, lang)
    assert (found.quantities, found.dates) == ((), ())
    assert [u.reason for u in found.unparsed] == [reason]
    assert text[found.unparsed[0].start : found.unparsed[0].end] == found.unparsed[0].text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str, lang: str) -> None:
    """No figure is found where none is."""
    found = normalise(text, lang)
    assert (found.quantities, found.dates) == ((), ())


@pytest.mark.parametrize("text", [t for t, _ in [*READ, *NOT_UNDERSTOOD]] + NOTHING)
def test_record_is_plain_json(text: str) -> None:
    """Whatever was in the text, its record can be encoded and read back."""
    told = json_text(values_record(normalise(text, "fr")))
    assert json.loads(told.encode("utf-8")).keys() >= {"quantities", "dates"}
