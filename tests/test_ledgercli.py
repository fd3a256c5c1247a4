"""The commands around claims.yaml: streams, formats and exit codes. What a check finds is tested elsewhere."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

import factcheck
from factcheck import gate, normalise
from factcheck.cli import app
from factcheck.quick import in_order
from tests.ledger_kit import COST, figures, write_town


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger in order, with stand-ins for the grammar of figures and for the analysis."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(normalise, "normalise", lambda text, lang: SimpleNamespace(quantities=figures(text, lang)))
    monkeypatch.setattr(gate, "findings_of", lambda articles, **options: (COST,))
    return write_town(tmp_path)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def run(*args: str) -> Result:
    return CliRunner().invoke(app, args)


@pytest.mark.usefixtures("town")
def test_a_ledger_in_order_prints_nothing_and_exits_with_0() -> None:
    """The summary goes to standard error, so that standard output is the list of problems alone."""
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims.yaml: 3 claims, 2 sources, 1 conflict: all in order\n"
    assert run("check", "-q").stderr == ""


def test_a_problem_is_a_line_and_exits_with_1(town: Path) -> None:
    """A changed digit gives its place in the ledger and in the source; --exit-zero only reports."""
    edit(town, "statement: 38 élus", "statement: 39 élus")
    result = run("check", "claims.yaml")
    assert result.exit_code == 1
    assert all(line.startswith("claims.yaml:") for line in result.stdout.splitlines())
    assert "39" in result.stdout
    assert (run("check", "--exit-zero").exit_code, run("check", "--exit-zero").stdout) == (0, result.stdout)


def test_problems_come_in_every_format(town: Path) -> None:
    """Programs get a record a problem, in the format asked for or the one of the output file's ending."""
    edit(town, "statement: 38 élus", "statement: 39 élus")
    records = [json.loads(line) for line in run("check", "--format", "ndjson").stdout.splitlines()]
    assert {record["path"] for record in records} == {"claims.yaml"}
    assert json.loads(run("check", "--format", "json").stdout) == records
    rows = list(csv.DictReader(io.StringIO(run("check", "--format", "csv").stdout, newline="")))
    assert [row["rule"] for row in rows] == [record["rule"] for record in records]
    run("check", "-o", "problems.md")
    assert Path("problems.md").read_text(encoding="utf-8").startswith("# Problems\n\n| rule | level | line |")


def test_a_build_server_gets_annotations(town: Path) -> None:
    """`--format github` writes log commands of its own, and only those."""
    edit(town, "statement: 38 élus", "statement: 39 élus")
    result = run("check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error title=factcheck (FC")


FAULTY = {
    "a tab": "version: 1\n\tsources: {}\n",
    "an unknown key": "version: 1\nsources: {}\nclaims: []\nconflicts: []\nclaimz: []\n",
    "not a map": "- 1\n",
    "hostile": "version: 1\nsources: {}\nclaims: []\nconflicts: []\n'::error::\\x1b[31m': [red]\n",
}


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_a_faulty_ledger_exits_with_2(town: Path, text: str) -> None:
    """What is no ledger lists its faults; --exit-zero does not hide them."""
    town.write_text(text, encoding="utf-8")
    result = run("check", "--exit-zero")
    assert result.exit_code == 2
    assert all(line.startswith("claims.yaml:") for line in result.stdout.splitlines())
    assert "\x1b" not in result.output


@pytest.mark.usefixtures("town")
def test_a_missing_ledger_exits_with_2() -> None:
    """A path that leads nowhere is no pass."""
    assert run("check", "nowhere.yaml").exit_code == 2


def test_a_script_gets_the_same_answer(town: Path) -> None:
    """`factcheck.check` gives the report of the command."""
    assert factcheck.check(town).exit_code == 0
    edit(town, "statement: 38 élus", "statement: 39 élus")
    assert factcheck.check(str(town)).exit_code == 1


def test_check_imports_nothing_heavy(tmp_path: Path) -> None:
    """An unchanged ledger is checked without spaCy, numpy, rich or typer: in well under a second."""
    write_town(tmp_path)
    listing = (
        "import atexit, sys; atexit.register(lambda: print(*(set(sys.modules) & "
        "{'spacy', 'numpy', 'rich', 'typer', 'rapidfuzz', 'factcheck.pipeline'})));"
        "sys.argv[1:] = ['check', '-q']; from factcheck.__main__ import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(factcheck.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", listing], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stderr, done.stdout.split("\n")[-2]) == ("", "")


# arguments -> whether the short way can answer, for a ledger in order
SHORT = [
    (["check"], True),
    (["check", "claims.yaml"], True),
    (["check", "-q", "claims.yaml"], True),
    (["check", "nowhere.yaml"], False),
    (["check", "--conflicts"], False),
    (["check", "-"], False),
    (["check", "claims.yaml", "more"], False),
    (["ledger", "check"], False),
    (["--help"], False),
    ([], False),
]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(("arguments", "short"), SHORT)
def test_the_short_way_is_for_bare_checks(
    arguments: list[str], short: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """It answers only where the long way would say the same, and else says nothing."""
    assert in_order(arguments) is short
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", run(*arguments).stderr if short else "")


def test_the_short_way_leaves_faults_and_settings_to_the_long(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem, a variable or a file of settings is not its business."""
    monkeypatch.setenv("FACTCHECK_QUIET", "1")
    assert not in_order(["check"])
    monkeypatch.delenv("FACTCHECK_QUIET")
    Path("factcheck.toml").write_text("quiet = true\n", encoding="utf-8")
    assert not in_order(["check"])
    Path("factcheck.toml").unlink()
    assert in_order(["check"])
    edit(town, "statement: 38 élus", "statement: 39 élus")
    assert not in_order(["check"])


# check options -> the codes told, for a ledger with FC208, FC209 and FC404
CHOICES = [
    ([], ["FC209", "FC208", "FC404"]),
    (["--select", "FC2"], ["FC209", "FC208"]),
    (["--select", "FC208,fc404"], ["FC208", "FC404"]),
    (["--select", "FC208", "--select", "FC4"], ["FC208", "FC404"]),
    (["--ignore", "FC2"], ["FC404"]),
    (["--select", "FC2", "--ignore", "FC209"], ["FC208"]),
    (["--select", "FC209", "--ignore", "FC2"], ["FC209"]),
    (["--select", "FC3"], []),
]


@pytest.mark.parametrize(("options", "codes"), CHOICES)
def test_rules_are_chosen_by_code_or_beginning(options: list[str], codes: list[str], town: Path) -> None:
    """The longest code that fits a rule decides; the exit code goes by what is told."""
    edit(town, "statement: 38 élus", "statement: 39 élus")
    result = run("check", *options)
    assert [line.split()[1] for line in result.stdout.splitlines()] == codes
    assert result.exit_code == bool(codes)


def test_what_is_no_rule_cannot_be_chosen(town: Path) -> None:
    """An unknown code is refused, and so is ignoring that the file is no ledger."""
    assert [run("check", "--select", code).exit_code for code in ("FC9", "Q1", "x")] == [2, 2, 2]
    assert run("check", "--ignore", "FC1").exit_code == 2
    town.write_text("version: 1\n", encoding="utf-8")
    assert "FC104" in run("check", "--select", "FC2").stdout


def test_formats_of_build_servers(town: Path) -> None:
    """Each is chosen by name; an output file that ends in .sarif asks for SARIF."""
    edit(town, "statement: 38 élus", "statement: 39 élus")
    assert run("check", "--format", "junit").stdout.startswith("<?xml")
    assert json.loads(run("check", "--format", "rdjson").stdout)["source"] == {"name": "factcheck"}
    assert run("check", "-o", "out.sarif").exit_code == 1
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_summary_of_a_job(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On GitHub the whole table goes to the file that the runner names."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    edit(town, "statement: 38 élus", "statement: 39 élus")
    run("check", "--format", "github")
    assert "FC404" in Path("summary.md").read_text(encoding="utf-8")


# --- making and maintaining ---------------------------------------------------------------------------


@pytest.fixture
def articles(town: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The town's articles without a ledger, and a stand-in for the pipeline that finds nothing in them."""
    from factcheck.documents.articles import load

    def conflicts(paths: list[str], **options: object) -> SimpleNamespace:
        return SimpleNamespace(articles=load(paths), claims=(), findings=())

    fake = SimpleNamespace(conflicts=conflicts, Options=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "factcheck.pipeline", fake)
    monkeypatch.setattr(factcheck, "pipeline", fake, raising=False)
    town.unlink()
    return town


def test_init_writes_a_ledger_in_order(articles: Path) -> None:
    """The first ledger pins the documents, watches their folder, passes the check, and is never overwritten."""
    result = run("ledger", "init", "articles")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "factcheck: claims.yaml written; review it\n")
    assert "watch: [articles]" in articles.read_text(encoding="utf-8")
    assert run("check").exit_code == 0
    again = run("ledger", "init", "articles")
    assert (again.exit_code, "--force" in again.stderr) == (2, True)
    assert run("ledger", "init", "articles", "--force", "-q").output == ""


@pytest.mark.usefixtures("articles")
def test_a_ledger_stands_above_its_sources() -> None:
    """A ledger that could not name its sources below its own folder is refused."""
    Path("deep").mkdir()
    result = run("ledger", "init", "articles", "-o", "deep/claims.yaml")
    assert (result.exit_code, list(Path("deep").iterdir())) == (2, [])
    assert "put the ledger above all its sources" in result.stderr


def test_update_writes_only_what_changed(town: Path) -> None:
    """An unchanged ledger keeps its bytes; a new document of a watched folder is listed, and said."""
    before = town.read_bytes()
    assert run("ledger", "update").stderr.splitlines()[-1] == "factcheck: claims.yaml unchanged"
    assert town.read_bytes() == before
    Path("articles/echo.txt").write_text("Le pont de Vernes ouvre en mai.\n", encoding="utf-8")
    assert run("check").exit_code == 1
    assert "articles/echo.txt" in run("ledger", "update").stderr
    assert run("check").exit_code == 0


def test_a_dry_run_shows_the_difference_and_writes_nothing(town: Path) -> None:
    """What an update would do is a patch on standard output; the file keeps its bytes."""
    Path("articles/echo.txt").write_text("Le pont de Vernes ouvre en mai.\n", encoding="utf-8")
    before = town.read_bytes()
    result = run("ledger", "update", "--dry-run")
    assert (result.exit_code, town.read_bytes()) == (0, before)
    assert result.stdout.startswith("--- claims.yaml\n+++ claims.yaml (updated)\n")
    assert "+    path: articles/echo.txt\n" in result.stdout
    run("ledger", "update")
    assert run("ledger", "update", "--dry-run").stdout == ""


def test_fmt_shows_or_writes_the_canonical_layout(town: Path) -> None:
    """--check shows the difference and exits with 1; without it the file is written, once."""
    before = town.read_bytes()
    shown = run("ledger", "fmt", "--check")
    assert (shown.exit_code, town.read_bytes()) == (1, before)
    assert shown.stdout.startswith("--- claims.yaml\n+++ claims.yaml (canonical)\n")
    assert run("ledger", "fmt").stderr == "factcheck: claims.yaml written\n"
    assert run("ledger", "fmt").stderr == "factcheck: claims.yaml unchanged\n"
    assert (run("ledger", "fmt", "--check").exit_code, run("check").exit_code) == (0, 0)


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("command", ["update", "fmt"])
def test_maintaining_a_missing_ledger_exits_with_2(command: str) -> None:
    """A path that leads nowhere is told."""
    result = run("ledger", command, "nowhere.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("factcheck: nowhere.yaml")
