"""`check` on one small ledger: each edit gives exactly the lines it should, and harmless ones give none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.ledger import as_text, check
from factcheck.ledger.sealing import pinned
from factcheck.model import Article, Finding
from tests.ledger_kit import COST, checked, lines, write_town

CASES = yaml.load((Path(__file__).parent / "cases/check_town.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    """The lines of the check are those of the case."""
    path = write_town(tmp_path)
    for edit in case.get("edits", ()):
        _apply(tmp_path, edit)
    if "cut" in case:
        text = path.read_text(encoding="utf-8")
        head, _, tail = text.partition(case["cut"])
        seal = tail[tail.index("\nseal:") :]
        path.write_text(f"{head}{case['cut']} []{seal}", encoding="utf-8")
    report = checked(path, () if case.get("findings") == "none" else (COST,))
    assert lines(report) == case["lines"]
    assert report.exit_code == (1 if case["lines"] else 0)


def _apply(folder: Path, edit: dict[str, str]) -> None:
    path = folder / edit.get("in", "claims.yaml")
    if "remove" in edit:
        path.unlink()
    elif "write" in edit:
        path.write_text(edit["write"], encoding="utf-8")
    elif "drop" in edit:
        kept = [
            line
            for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
            if not line.startswith(edit["drop"])
        ]
        path.write_text("".join(kept), encoding="utf-8")
    else:
        text = path.read_bytes().decode()
        assert text.count(edit["from"]) == 1, edit
        path.write_bytes(text.replace(edit["from"], edit["to"]).encode())


def test_analysis_runs_only_after_a_change(tmp_path: Path) -> None:
    """The sources are compared again only when one of them or the list of conflicts changed, or on demand."""
    path, asked = write_town(tmp_path), []

    def analyse(articles: tuple[Article, ...]) -> tuple[Finding, ...]:
        asked.append([(article.id, article.lang, str(article.published)) for article in articles])
        return (COST,)

    assert not check(path, analyse=analyse, quantities=lambda t, lang: ()).analysed
    assert asked == []
    assert check(path, analyse=analyse, conflicts=True, quantities=lambda t, lang: ()).analysed
    assert asked == [[("gazette", "fr", "2025-03-04"), ("post", "fr", "2025-03-05")]]


def test_without_an_analysis_the_seal_still_tells(tmp_path: Path) -> None:
    """Where nothing can compare the sources, a changed list of conflicts is said to be unchecked."""
    path = write_town(tmp_path)
    _apply(tmp_path, {"from": "kind: numeric", "to": "kind: date"})
    assert [line.split()[1] for line in lines(checked(path, None))] == ["FC305"]


def test_text_report(tmp_path: Path) -> None:
    """The report ends with what was looked at."""
    path = write_town(tmp_path)
    assert "".join(as_text(checked(path))) == f"{path}: 3 claims, 2 sources, 1 conflict: all in order\n"
    _apply(tmp_path, {"from": "kind: numeric", "to": "kind: date"})
    assert list(as_text(checked(path)))[-1] == f"{path}: 3 claims, 2 sources, 1 conflict: 1 error\n"


def test_windows_line_ends_of_a_source_are_a_change_of_bytes_only(tmp_path: Path) -> None:
    """A source saved with other line ends fails by its hash, not by its quotes."""
    path = write_town(tmp_path)
    source = tmp_path / "articles/gazette.txt"
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    assert [line.split()[1] for line in lines(checked(path))] == ["FC202"]


def test_a_copy_is_no_second_witness(tmp_path: Path) -> None:
    """Two sources with the same bytes are pointed out, unless one says that it retells the other."""
    path = write_town(tmp_path)
    (tmp_path / "articles/copy.txt").write_bytes((tmp_path / "articles/post.txt").read_bytes())
    _apply(tmp_path, {"from": "claims:\n", "to": "  copy: {path: articles/copy.txt}\nclaims:\n"})
    codes = [line.split()[1] for line in lines(checked(path))]
    assert codes == ["FC211", "FC212"]
    _apply(tmp_path, {"from": "{path: articles/copy.txt", "to": "{path: articles/copy.txt, derived_from: [post]"})
    assert [line.split()[1] for line in lines(checked(path))] == ["FC211"]


def test_nothing_heavy_is_imported(tmp_path: Path) -> None:
    """A check of a sealed ledger loads no model, no grammar, no terminal library and no fuzzy matching."""
    path = write_town(tmp_path)
    script = (
        "import sys; from pathlib import Path; from factcheck.ledger import check; "
        f"assert check(Path({str(path)!r})).exit_code == 0; "
        "heavy = {'spacy', 'rich', 'typer', 'rapidfuzz', 'numpy', 'factcheck.normalise'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def _one_claim(folder: Path, source: str, claim: str) -> Path:
    """A ledger of one supported claim on one article."""
    (folder / "a.txt").write_text(source, encoding="utf-8")
    path = folder / "claims.yaml"
    text = (
        "version: 1\nsources: {a: {path: a.txt, lang: fr}}\nclaims:\n"
        f"  - {{id: x, verdict: supported, reviewed: {{by: Ana, on: 2025-01-01}}, {claim}}}\n"
    )
    path.write_text(pinned(path, text), encoding="utf-8")
    return path


def test_an_ambiguous_quote_is_a_warning(tmp_path: Path) -> None:
    """A prefix that does not tell which place is meant is pointed out and fails nothing."""
    claim = "statement: Un an., evidence: [{source: a, quote: un an, prefix: pour}]"
    report = checked(_one_claim(tmp_path, "pour un an, puis pour un an\n", claim))
    assert lines(report) == [
        "claims.yaml:4:119: FC206 warning: quote of 'x' ambiguous: it stands 2 times in source 'a' (a.txt:1:6); "
        "lengthen the quote, the prefix or the suffix"
    ]
    assert report.exit_code == 0


# statement, value, quote -> codes; read by the real grammar
FIGURES = [
    ("La ville a dépensé 8,5 milliards de dollars.", "8.5e9, unit: USD", "8,5 milliards de dollars", []),
    ("La ville a dépensé 8 500 millions de dollars.", "8.5e9, unit: USD", "8,5 milliards de dollars", []),
    ("La ville a dépensé 8,5 milliards d'euros.", "8.5e9, unit: USD", "8,5 milliards de dollars", ["FC208", "FC209"]),
    ("Le train met 48 heures.", None, "deux jours de train", []),
    ("Un tiers des élus a voté.", "0.333", "un tiers des élus", []),
    ("Entre 3 et 4 élus ont voté.", "4", "entre trois et quatre élus", []),
    ("La hausse est de 20 %.", "20, unit: percent", "une hausse de 20 points", ["FC207", "FC209"]),
    ("La hausse est de 20 %.", "20, unit: percent", "une hausse de 21 %", ["FC207", "FC209"]),
    ("La hausse est de 21 %.", "20, unit: percent", "une hausse de 20 %", ["FC208", "FC209"]),
    ("Environ 12 millions d'élèves.", None, "12,3 millions d'élèves", []),
    ("Il compte 40 élus.", None, "les élus ont voté", ["FC209"]),
]


@pytest.mark.parametrize(("statement", "value", "quote", "codes"), FIGURES)
def test_figures_of_a_claim(statement: str, value: str | None, quote: str, codes: list[str], tmp_path: Path) -> None:
    """Statement, value and quotes must give the same figure, however it is spelled."""
    given = f"value: {{amount: {value}}}, " if value else ""
    claim = f'statement: "{statement}", {given}evidence: [{{source: a, quote: "{quote}"}}]'
    report = check(_one_claim(tmp_path, f"On lit : {quote}.", claim))
    assert sorted(line.split()[1] for line in lines(report)) == codes


def test_a_language_unsaid_is_looked_up(tmp_path: Path) -> None:
    """A billion is a thousand millions in an English source, whether or not the ledger says its language."""
    (tmp_path / "a.txt").write_text("The city has spent 2 billion dollars on the bridge, and it is not open yet.\n")
    path = tmp_path / "claims.yaml"
    text = (
        "version: 1\nsources: {a: {path: a.txt}}\nclaims:\n  - {id: x, verdict: supported, "
        "reviewed: {by: Ana, on: 2025-01-01}, statement: La ville a payé 2 milliards de dollars., lang: fr, "
        "value: {amount: 2e9, unit: USD}, evidence: [{source: a, quote: spent 2 billion dollars}]}\n"
    )
    path.write_text(pinned(path, text), encoding="utf-8")
    assert lines(check(path)) == []
