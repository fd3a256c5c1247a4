"""Explanations: what was read, by which rule, in which steps, and the base unit."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Quantity
from factcheck.normalise import normalise
from factcheck.normalise.explain import explain
from factcheck.texts import add_explanations, read_texts


@pytest.mark.parametrize(
    ("lang", "text", "line"),
    [
        ("fr", "8,5 milliards de dollars", "money: 8,5 × milliards (1e9) = 8 500 000 000; dollars → USD; exact"),
        ("fr", "2,4 Md€", "money: 2,4 × Md (1e9) = 2 400 000 000; € → EUR; exact"),
        ("en", "$8.5B", "money: 8.5 × 1e9 = 8 500 000 000; $ → USD; exact"),
        ("fr", "12 euros et 15", "money: 12 euros et 15 = 12.15; euros → EUR; exact"),
        ("fr", "plus de 3 km par jour", "measure: 3; km → kilometre; more_than: > 3; per day; base > 3 000 metre"),
        ("fr", "une usine sur cinq", "share of a whole: une usine sur cinq = 0.2; exact; of usine"),
        ("fr", "de 3 à 4,5 t", "range: de 3 à 4,5 = 3 to 4.5; t → tonne; base 3 000 to 4 500 kilogram"),
        ("fr", "des dizaines de lits", "indefinite plural: dizaines; lits → lit; indefinite: 10 to 100"),
        ("fr", "17 fois moins cher", "comparison: 17; exact; goes down"),
        ("fr", "deux tiers", "fraction: deux tiers = 0.666666666667; exact"),
        ("fr", "-5 °C", "measure: -5; °C → celsius; exact"),
        ("en", "twenty-five percent", "share: twenty-five = 25; percent; exact"),
        ("en", "10^5", "number: 10^5 = 100 000; exact"),
        (
            "fr",
            "1.250 kg",
            "measure: 1.250 = 1 250; kg → kilogram; exact; or 1.25, with the mark read the other way",
        ),
        ("fr", "le 14 juillet 2025", "day: le 14 juillet 2025 → 2025-07-14; day"),
        ("fr", "hier", "deixis: hier → 2025-07-15; day; counted from 2025-07-16"),
        ("en", "before 2000", "year: before 2000 → open to 1999-12-31; year"),
    ],
)
def test_told_in_one_line(lang: str, text: str, line: str) -> None:
    """Each kind of value is told in its own words."""
    assert str(explain(text, lang, date(2025, 7, 16))[0]) == line


def test_a_date_without_reference_is_left_open() -> None:
    assert str(explain("hier", "fr")[0]) == "deixis: hier → left open; day; no reference date"


def test_explanations_go_with_the_readings() -> None:
    """One explanation a reading, in the same order, with the tokens it stands on."""
    text = "Le 3 mai 2024, 12 élèves sur 30 ont payé 5 € ; en 2025, près de la moitié."
    found, told = normalise(text, "fr"), explain(text, "fr")
    assert [one.mention for one in told] == [*found.quantities, *found.dates]
    for one in told:
        assert one.tokens
        assert all(token in text for token in one.tokens)
        assert one.rule
        assert one.base is None or isinstance(one.mention, Quantity)


def test_records_carry_the_explanation() -> None:
    records, _ = read_texts(["12 km en 2024"], lang="fr")
    add_explanations(records)
    (figure,), (when,) = records[0]["quantities"], records[0]["dates"]
    assert figure["explain"] == {
        "tokens": ["12", "km"],
        "rule": "measure",
        "steps": ["12", "km → kilometre", "exact"],
        "base": "12 000 metre",
        "line": "measure: 12; km → kilometre; exact; base 12 000 metre",
    }
    assert when["explain"]["rule"] == "year"
