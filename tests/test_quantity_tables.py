"""Tables of figures are read at once, and as the grammar would; marks that can be read two ways say so."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.normalise import driver, normalise, quantities
from factcheck.records import quantity_record

CELLS = ["7", "12", "123", "1250", "12500", "3,5", "3.5", "1.250", "0", "007", "99,25", "2014", "1/2", "12:30"]
MARKS = ["|", ";", ",", "\n", "\n\n", "-", "km", "%", "Total", "et", "a"]
GAPS = st.sampled_from([" ", " ", " ", "", "\n", "  ", "\t"])
# A hundredth of a second of pure Python, on any machine: what times are measured in.
BUSY = 60_000


@settings(deadline=None, max_examples=150)
@given(
    parts=st.lists(st.tuples(st.sampled_from([*CELLS, *CELLS, *MARKS]), GAPS), min_size=30, max_size=60),
    lang=st.sampled_from(["fr", "en"]),
)
def test_a_cell_is_what_the_grammar_reads(parts: list[tuple[str, str]], lang: str) -> None:
    """The short way and the long way give the same."""
    text = "".join(cell + gap for cell, gap in parts)
    short = normalise(text, lang)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver, "SHORTEST_TABLE", len(text) + 1)
        assert normalise(text, lang) == short


@pytest.mark.parametrize("piece", ["7 ", "12 34 56 78\n", "3,5 4,2\n", "| 7 | 8 |\n", "7; ", "7, "])
def test_a_dense_table_is_quick(piece: str) -> None:
    """Ten thousand characters of nothing but figures take a few times what counting to 60 000 takes."""

    def spent(work: object, times: int = 3) -> float:
        best = 1e9
        for _ in range(times):
            start = time.process_time()
            work()  # type: ignore[operator]
            best = min(best, time.process_time() - start)
        return best

    text = (piece * 10_000)[:10_000]
    normalise(piece, "fr")
    unit = spent(lambda: sum(k * k % 7 for k in range(BUSY)))
    assert spent(lambda: normalise(text, "fr")) < 40 * unit


@pytest.mark.parametrize(
    ("lang", "text", "value", "other"),
    [
        ("fr", "1.250 kg", "1250", "1.25"),
        ("fr", "1,250 kg", "1.25", "1250"),
        ("en", "1,250 kg", "1250", "1.25"),
        ("en", "1.250 kg", "1.25", "1250"),
        ("en", "$1,250", "1250", "1.25"),
        ("fr", "1.250 milliards d'euros", "1250000000000", "1250000000"),
        ("fr", "1,25 kg", "1.25", None),
        ("fr", "1.250.000 kg", "1250000", None),
        ("fr", "1 250 kg", "1250", None),
        ("fr", "0,250 kg", "0.25", None),
        ("fr", "3.700 habitants", "3700", None),
        ("fr", "de 1.250 à 1.500 kg", None, None),
    ],
)
def test_other_reading_of_a_mark(lang: str, text: str, value: str | None, other: str | None) -> None:
    """The language decides; the other reading is kept where it makes sense."""
    (found,) = quantities(text, lang)
    assert found.value == (None if value is None else Decimal(value))
    assert found.alternative == (None if other is None else Decimal(other))
    assert quantity_record(found).get("alternative") == (None if other is None else float(other))
