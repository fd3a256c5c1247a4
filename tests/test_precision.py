"""What a careful reader would throw out of a report, and beside each its neighbour that must be in it.

Each row is a folder of short articles, and the rules that report something on it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.pipeline import Options, conflicts

FIRE = "L'incendie de l'usine de Quimper a fait {} morts, selon les pompiers."

FOLDERS = {
    # A count that grows.
    "two counts": ([FIRE.format(12), FIRE.format(15)], ["Q1"]),
    "two counts, one told again": ([FIRE.format(12), FIRE.format(15), FIRE.format(12)], ["Q1"]),
    "three states of one count": ([FIRE.format(12), FIRE.format(15), FIRE.format(19)], []),
    "said to have grown": ([FIRE.format(12), "Le bilan de l'incendie de Quimper s'est alourdi à 15 morts."], []),
    "said to have grown (en)": (
        ["The fire in Exeter killed 12 people.", "The death toll of the fire in Exeter has risen to 15."],
        [],
    ),
    "two counts (en)": (["The fire in Exeter killed 12 people.", "The fire in Exeter killed 15 people."], ["Q1"]),
    # Those who came and those whom it befell.
    "rescuers and victims": (
        ["Deux pompiers sont morts dans l'incendie de Quimper.", "À Quimper, six pompiers ont combattu l'incendie."],
        [],
    ),
    "victims twice": (
        ["Deux pompiers sont morts dans l'incendie de Quimper.", "Six pompiers sont morts dans l'incendie de Quimper."],
        ["Q1"],
    ),
    # More than the ones before.
    "others": (["L'incendie de Quimper a fait 18 blessés.", "Quatre autres blessés de l'incendie sont à Brest."], []),
}


@pytest.mark.parametrize(("texts", "rules"), FOLDERS.values(), ids=FOLDERS)
def test_reported(texts: list[str], rules: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder gives just what a careful reader would sign."""
    monkeypatch.chdir(tmp_path)
    for i, text in enumerate(texts):
        Path(f"{i}.txt").write_text(text, encoding="utf-8")
    found = conflicts(["."], options=Options(cache=False)).findings
    assert [f.rule for f in found] == rules
