"""Scenarios: two short articles a file, and exactly what the comparison says of them.

A line of `expect` is `SIDE:START-END SIDE:START-END RULE SEVERITY [REASONS]`, the offsets being the focus.
`pytest --update-cases` rewrites the expected lines; read the change before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from factcheck.model import Finding
from factcheck.pipeline import Options, conflicts

CASES = sorted((Path(__file__).parent / "cases").glob("conflict_*.yaml"))


def line(finding: Finding) -> str:
    sides = (f"{s.source.removesuffix('.txt')}:{s.focus.start}-{s.focus.end}" for s in (finding.a, finding.b))
    return " ".join([*sides, finding.rule, finding.severity, *finding.reconciled_by])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The comparison says what the case file expects, with the reasons of near misses."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    for name, text in case["articles"].items():
        Path(name).write_text(text, encoding="utf-8")
    outcome = conflicts(sorted(case["articles"]), options=Options(cache=False), explained=True)
    found = [line(finding) for finding in outcome.findings]
    if request.config.getoption("--update-cases"):
        update(path, found)
    else:
        assert found == (case["expect"] or [])
    for finding in outcome.findings:
        for side in (finding.a, finding.b):
            text = case["articles"][side.source]
            assert text[side.start : side.end] == side.text
            assert text[side.focus.start : side.focus.end] == side.focus.text


def update(path: Path, found: list[str]) -> None:
    """Rewrite the expected lines of a case file; nothing above them changes."""
    kept = path.read_text(encoding="utf-8").split("expect:")[0]
    lines = "".join(f"\n  - {line}" for line in found) or " []"
    path.write_text(f"{kept}expect:{lines}\n", encoding="utf-8")
