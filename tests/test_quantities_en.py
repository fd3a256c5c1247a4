"""English quantities: what is expected, and all its spellings below; then what must give nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Qualifier, Quantity
from factcheck.normalise import normalise, quantities

POINTS: dict[tuple[str, str | None], list[str]] = {
    ("1200000", "person"): [
        "1,200,000 people",
        "1.2 million people",
        "1.2m people",
        "one million two hundred thousand people",
    ],
    ("1234", "boat"): ["1,234 boats", "one thousand, two hundred and thirty-four boats", "1234 boats", "1 234 boats"],
    ("4500", "sheep"): ["4,500 sheep", "forty-five hundred sheep", "four thousand five hundred sheep"],
    ("12", "researcher"): [
        "12 researchers",
        "twelve researchers",
        "a dozen researchers",
        "twelve senior materials researchers",
    ],
    ("8500000000", "USD"): [
        "$8.5 billion",
        "$8.5bn",
        "$8.5B",
        "USD 8.5bn",
        "8.5 billion dollars",
        "US$8.5 billion",
        "8.5 billion US dollars",
    ],
    ("500000", "USD"): ["half a million dollars", "$500,000", "$500k", "half-a-million dollars", "$0.5m"],
    ("20.43", "USD"): ["20 dollars and 43 cents", "$20.43", "twenty dollars 43 cents"],
    ("2400000000", "EUR"): ["€2.4bn", "2.4 billion euros", "EUR 2.4 billion"],
    ("5", "GBP"): ["£5", "five pounds", "5 pounds sterling"],
    ("3.5", "percent"): ["3.5%", "3.5 percent", "3.5 per cent", "+3.5%", "three point five percent"],
    ("2", "percentage_point"): ["two percentage points", "2 percentage points"],
    ("0.2", "ratio"): ["one in five farms", "1 in 5 farms", "one fifth", "a fifth of farms", "one out of five farms"],
    ("0.75", "ratio"): ["three quarters of the ferries", "three-quarters", "3/4"],
    ("0.5", "ratio"): ["half of the fleet", "half the fleet", "1/2"],
    ("17", "multiplier"): ["17 times cheaper", "17 times as many", "seventeen times more"],
    ("12", "mile_per_hour"): ["12mph", "12 mph", "12 miles per hour", "twelve miles an hour"],
    ("45", "year"): ["45-year-old", "45 years old", "45 years"],
    ("1.5", "hour"): [
        "an hour and a half",
        "an hour-and-a-half",
        "1.5 hours",
        "one and a half hours",
        "one-and-a-half hours",
        "1 hour 30 minutes",
    ],
    ("6.5", "foot"): ["6 ft 6 in", "6.5 feet", "six feet six inches"],
    ("-5", "celsius"): ["-5 °C", "minus five degrees Celsius", "5 degrees Celsius below zero"],
    ("660", "square_metre"): ["660 square metres", "660 m²", "660 sq m"],
    ("14", "ordinal"): ["14th", "fourteenth"],
    ("22", "ordinal"): ["22nd", "twenty-second"],
    ("2", "week"): ["two weeks", "a fortnight"],
    ("1500000", "barrel"): ["1.5 million barrels"],
}

COUNTED = {
    "crew": ["22 ambulance crews"],
    "accident": ["112 tram-related accidents"],
    "person": ["seven people", "51 were taken to hospital", "16 who were hurt"],
    "child": ["three young children"],
    "death": ["five dead", "five deaths"],
    "city": ["nine cities"],
    "bus": ["four buses"],
    "wolf": ["two wolves"],
    "GPU": ["2,000 GPUs"],
}

BOUNDS: dict[str, tuple[Qualifier, str | None, str | None]] = {
    "at least 40 boats": (Qualifier.AT_LEAST, "40", None),
    "no fewer than 40 boats": (Qualifier.AT_LEAST, "40", None),
    "a few miles": (Qualifier.INDEFINITE, "2", "9"),
    "several hours": (Qualifier.INDEFINITE, "2", None),
    "more than 30 and less than 40 boats": (Qualifier.RANGE, "30", "40"),
    "at most 100 and at least 20 boats": (Qualifier.RANGE, "20", "100"),
    "more than 40 boats": (Qualifier.MORE_THAN, "40", None),
    "over 40 boats": (Qualifier.MORE_THAN, "40", None),
    "fewer than 40 boats": (Qualifier.LESS_THAN, None, "40"),
    "up to 40 boats": (Qualifier.AT_MOST, None, "40"),
    "between eight and 10 boats": (Qualifier.RANGE, "8", "10"),
    "from 3 to 4.5 million boats": (Qualifier.RANGE, "3000000", "4500000"),
    "$10-12 million": (Qualifier.RANGE, "10000000", "12000000"),
    "5 to 7 percent": (Qualifier.RANGE, "5", "7"),
    "tens of thousands of boats": (Qualifier.INDEFINITE, "10000", "100000"),
}

ABOUT = [
    "about 100 boats",
    "nearly 100 boats",
    "some 100 boats",
    "roughly 100 boats",
    "100 boats or so",
    "an estimated 100 boats",
]

NOT_A_QUANTITY = [
    "GPT-4 and o3",
    "A100 and H100 chips",
    "Covid-19 has changed",
    "the Boeing 737",
    "page 12",
    "chapter 3",
    "on the phone: 0800 0560154",
    "called at 6.10am",
    "open at 18:30",
    "a local official",
    "see https://example.org/12/34",
    "@radio24 said",
    "the first lady",
    "9/11",
    "open 24/7",
    "at 11 Downing Street",
    "4/8 A tram near Reeves Corner",
    "no one",
]


def only(phrase: str) -> Quantity:
    """The one quantity of `phrase`."""
    found = quantities(phrase, "en")
    assert len(found) == 1, [(q.text, q.value, q.unit) for q in found]
    return found[0]


@pytest.mark.parametrize(("expected", "phrase"), [(e, p) for e, ps in POINTS.items() for p in ps])
def test_value_and_unit(expected: tuple[str, str | None], phrase: str) -> None:
    """Every spelling of a figure gives the same value in the same unit."""
    found = only(phrase)
    assert (found.value, found.unit) == (Decimal(expected[0]), expected[1])


@pytest.mark.parametrize(("noun", "phrase"), [(n, p) for n, ps in COUNTED.items() for p in ps])
def test_counted_noun(noun: str, phrase: str) -> None:
    """The last noun of the group is what is counted, in the singular."""
    assert only(phrase).unit == noun


@pytest.mark.parametrize("phrase", BOUNDS)
def test_bounds(phrase: str) -> None:
    """Words around a figure make it an interval, and belong to its text."""
    found, (qualifier, low, high) = only(phrase), BOUNDS[phrase]
    bound = tuple(None if b is None else Decimal(b) for b in (low, high))
    assert (found.qualifier, found.bounds.low, found.bounds.high) == (qualifier, *bound)
    assert found.text == phrase


@pytest.mark.parametrize("phrase", ABOUT)
def test_about(phrase: str) -> None:
    """An approximate figure keeps its value and gets a band around it."""
    found = only(phrase)
    assert (found.qualifier, found.value) == (Qualifier.ABOUT, Decimal(100))
    assert found.bounds.contains(Decimal(95))
    assert not found.bounds.contains(Decimal(130))


@pytest.mark.parametrize("phrase", NOT_A_QUANTITY)
def test_not_a_quantity(phrase: str) -> None:
    """Names, codes, labels, clock times and addresses are no quantities."""
    assert quantities(phrase, "en") == ()


def test_mark_follows_the_language() -> None:
    """The same digits read differently: a comma groups in English and divides in French."""
    assert only("1,250 boats").value == 1250
    assert quantities("1,250 bateau", "fr")[0].value == Decimal("1.25")


def test_billion_follows_the_language() -> None:
    """An English billion is a French milliard."""
    assert only("2 billion boats").value == quantities("2 milliards de bateaux", "fr")[0].value == 2 * 10**9
    assert quantities("2 billions de bateaux", "fr")[0].value == 2 * 10**12


def test_rates_and_shares() -> None:
    """A rate keeps its denominator, a share its whole."""
    assert only("$100,000 per paper").per == "paper"
    assert only("5 million tonnes a year").per == "year"
    assert only("38% of the experts").of == "expert"


def test_year_and_count() -> None:
    """A bare year is a date, not a count."""
    found = normalise("Since 2014, 300 plants have closed.", "en")
    assert [(q.value, q.unit) for q in found.quantities] == [(Decimal(300), "plant")]
    assert [d.text for d in found.dates] == ["2014"]


def test_age_between_commas() -> None:
    """A figure between commas after a name is an age."""
    assert only("Ann Archer, 57, saw it.").unit == "year"


def test_bounds_of_two_things_are_two() -> None:
    """Bounds of different units, or that leave nothing between them, are no range."""
    for text in ("more than 30 boats and less than 40 dollars", "more than 40 and less than 10"):
        assert [q.qualifier for q in quantities(text, "en")] == [Qualifier.MORE_THAN, Qualifier.LESS_THAN]


@pytest.mark.parametrize(
    ("text", "value"),
    [("3 hundred and 21 boats", "321"), ("by 2.48×10−5", "0.0000248"), ("3 × 10^4", "30000")],
)
def test_mixed_and_scientific(text: str, value: str) -> None:
    """Digits before "hundred and", and powers of ten whose mark was lost."""
    assert [q.value for q in quantities(text, "en")] == [Decimal(value)]
