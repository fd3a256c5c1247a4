"""Findings that repeat one another are one dispute to people, and stay themselves to programs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.cli.run import count
from factcheck.disputes import disputes
from factcheck.model import Finding, Kind, Severity
from factcheck.report import Format, render_findings
from factcheck.report.screen import Screen
from tests.report_samples import finding, side

TEN, TWELVE = "L'incendie a brûlé 10 hectares.", "L'incendie a brûlé 12 hectares."


def clash(one: str, other: str, **more: object) -> Finding:
    """That article `one` says ten where article `other` says twelve."""
    a = replace(side(TEN, "10 hectares", source=one), claim=f"ten in {one}")
    b = replace(side(TWELVE, "12 hectares", source=other), claim=f"twelve in {other}")
    return finding(id=f"{one}-{other}", a=a, b=b, **more)


FOLDERS = {
    "nothing": ([], []),
    "one": ([clash("a", "b")], ["a-b"]),
    "two that share nothing": ([clash("a", "b"), clash("c", "d")], ["a-b", "c-d"]),
    "one side in common": ([clash("a", "b"), clash("a", "c")], ["a-b + a-c"]),
    "a chain": ([clash("a", "b"), clash("c", "d"), clash("c", "b")], ["a-b + c-b + c-d"]),
    "other rules": ([clash("a", "b"), clash("a", "c", rule="Q2")], ["a-b", "a-c"]),
    "other kinds": ([clash("a", "b"), clash("a", "c", kind=Kind.STATUS)], ["a-b", "a-c"]),
    "what is explained": ([clash("a", "b"), clash("a", "c", severity=Severity.EXPLAINED)], ["a-b", "a-c"]),
    "a conflict and a tension": ([clash("a", "b"), clash("a", "c", severity=Severity.TENSION)], ["a-b + a-c"]),
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_told_together(folder: str) -> None:
    found, expected = FOLDERS[folder]
    assert [" + ".join(f.id for f in (d.first, *d.repeats)) for d in disputes(found)] == expected


def test_count_says_how_many_disputes() -> None:
    assert count([clash("a", "b"), clash("c", "d")]) == "2 findings (2 conflicts)"
    assert count([clash("a", "b"), clash("a", "c")]) == "2 findings about 1 dispute (2 conflicts)"


@pytest.mark.parametrize("format", ["table", "md", "html"])
def test_people_read_a_dispute_once(format: Format) -> None:
    text = "".join(render_findings([clash("a", "b"), clash("a", "c")], format, screen=Screen()))
    assert text.count("he same again") == 1
    assert "a-c" in text
    assert text.count("score 0.90") == 1


@pytest.mark.parametrize("format", ["ndjson", "json", "csv", "yaml"])
def test_programs_read_every_finding(format: Format) -> None:
    text = "".join(render_findings([clash("a", "b"), clash("a", "c")], format, screen=Screen()))
    assert text.count(TEN) == text.count(TWELVE) == 2
