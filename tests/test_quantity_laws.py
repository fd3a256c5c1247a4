"""Laws of the normaliser: printing and reading back, spaces, unions, hostile text, linear time."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Qualifier
from factcheck.normalise import normalise, quantities

# The first text of a language pays for reading its data.
LAW = settings(deadline=None, max_examples=80)
LANGS = st.sampled_from(["fr", "en"])
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\t"])
# Short phrases of every kind; each is read alone and beside others.
PHRASES = {
    "fr": ["73 morts", "8,5 milliards de dollars", "une ferme sur cinq", "de 20 à 25 %", "17 fois moins cher", "GPT-4"],
    "en": ["73 boats", "$8.5 billion", "one in five farms", "20 to 25 percent", "17 times cheaper", "GPT-4"],
}
HOSTILE = ["7", "7 ", "1 000 ", "un ", "mille ", "cent ", "un mille ", ".", "1.", "1/", "1-", " ", "\n", '3" ']
HOSTILE += ["deux fois ", "du 1 au ", "lundi ", "3 ou ", "plus de ", "dizaines de ", "vingt et ", "un virgule "]
HOSTILE += ["%", "$", "e\u0301", "((", "a'"]
PIECES = [*PHRASES["fr"], *PHRASES["en"], *HOSTILE, "\ud800", "٣", "½", "février", "2024"]
ONES = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def spelled(number: int) -> str:
    """`number` (below 10^12) in French words, in the spelling of schools."""
    for scale, word in ((10**9, "milliard"), (10**6, "million")):
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{spelled(head)} {word}{'s' * (head > 1)}" + (f" {spelled(rest)}" if rest else "")
    if number >= 1000:
        head, rest = divmod(number, 1000)
        return ("" if head == 1 else f"{spelled(head)} ") + "mille" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        start = "cent" if head == 1 else f"{ONES[head]} cent"
        return f"{start} {spelled(rest)}" if rest else start + "s" * (head > 1)
    return below_100(number)


def below_100(number: int) -> str:
    """0 to 99 in French words."""
    if number < 17:
        return ONES[number]
    if number < 20:
        return f"dix-{ONES[number - 10]}"
    base = max(t for t in TENS if t <= number)
    rest = number - base
    if not rest:
        return TENS[base] + "s" * (base == 80)
    joined = " et " if rest in (1, 11) and base != 80 else "-"
    return f"{TENS[base]}{joined}{below_100(rest)}"


@LAW
@given(number=st.integers(0, 10**12 - 1))
def test_spelled_and_digits_agree(number: int) -> None:
    """A number in words, in digits and in grouped digits is one value."""
    for text in (spelled(number), str(number), f"{number:,}".replace(",", "\u202f")):
        found = quantities(f"{text} euros", "fr")
        assert [(q.value, q.unit) for q in found] == [(Decimal(number), "EUR")]


@LAW
@given(value=st.decimals(min_value=0, max_value=10**9, places=2), lang=LANGS)
def test_print_then_read(value: Decimal, lang: str) -> None:
    """What is printed in a language's own marks is read back exactly."""
    grouped = f"{value:,}"
    if lang == "fr":
        grouped = grouped.replace(",", "\u00a0").replace(".", ",")
    found = quantities(f"{grouped} km", lang)
    assert [(q.value, q.unit) for q in found] == [(value, "kilometre")]


@LAW
@given(lang=LANGS, data=st.data())
def test_kind_of_space_changes_nothing(lang: str, data: st.DataObject) -> None:
    """Any space stands for any other: same values at the same offsets."""
    plain = " ".join(data.draw(st.lists(st.sampled_from(PHRASES[lang]), min_size=1, max_size=3)))
    other = "".join(data.draw(SPACES) if c == " " else c for c in plain)
    read = [(q.value, q.unit, q.start, q.end) for q in quantities(plain, lang)]
    assert read == [(q.value, q.unit, q.start, q.end) for q in quantities(other, lang)]


@LAW
@given(lang=LANGS, data=st.data())
def test_sentences_are_read_apart(lang: str, data: st.DataObject) -> None:
    """Two sentences give the union of what each gives."""
    first, second = (data.draw(st.sampled_from(PHRASES[lang])) for _ in range(2))
    both = quantities(f"{first}. {second}.", lang)
    alone = [*quantities(f"{first}.", lang), *quantities(f"{second}.", lang)]
    assert [(q.text, q.value, q.unit) for q in both] == [(q.text, q.value, q.unit) for q in alone]


@LAW
@given(
    text=st.text(alphabet=st.characters(), max_size=60)
    | st.lists(st.sampled_from([*PHRASES["fr"], *PHRASES["en"], *HOSTILE, "\ud800", "٣", "½", "février", "2024"])).map(
        "".join
    ),
    lang=LANGS,
    reference=st.none() | st.dates(),
)
def test_any_text(text: str, lang: str, reference: date | None) -> None:
    """Any text gives values whose spans are exact and apart, and bounds in order; never an error."""
    found = normalise(text, lang, reference)
    last = 0
    for mention in sorted([*found.quantities, *found.dates], key=lambda m: m.start):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        last = mention.end
    for quantity in found.quantities:
        low, high = quantity.bounds.low, quantity.bounds.high
        assert low is None or high is None or low <= high
        exact = quantity.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
        assert not exact or quantity.value is None or quantity.bounds.contains(quantity.value)
    for when in found.dates:
        assert when.first is None or when.last is None or when.first <= when.last


@LAW
@given(lang=LANGS, data=st.data())
def test_twice_is_once(lang: str, data: st.DataObject) -> None:
    """Reading the text of a quantity again gives the same value, unit and qualifier."""
    for found in quantities(data.draw(st.sampled_from(PHRASES[lang])), lang):
        (again,) = quantities(found.text, lang)
        assert (again.value, again.unit, again.qualifier) == (found.value, found.unit, found.qualifier)


@pytest.mark.parametrize("piece", HOSTILE)
def test_linear_time(piece: str) -> None:
    """Twice the text takes about twice the time, whatever the text."""

    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        start = time.process_time()
        normalise(text, "fr")
        return time.process_time() - start

    normalise(piece, "fr")
    short, long = min(seconds(2_000) for _ in range(2)), min(seconds(8_000) for _ in range(2))
    # Four times the text: a square law would take sixteen times as long. Small times are all noise.
    assert long < max(10 * short, 0.05)
