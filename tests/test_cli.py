"""The command line: what goes to which stream, and how a run ends. The pipeline is a stand-in."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import factcheck
from factcheck.cli import app
from factcheck.cli.run import count
from factcheck.errors import SourceError, YamlError
from tests.report_samples import GAZETTE, HOSTILE, POST, article, finding, full_claim, quantity, tension

ARTICLES = (article(GAZETTE), article(POST, "post.txt"))


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings from outside, and an empty working folder."""
    for name in [name for name in os.environ if name.startswith("FACTCHECK_")]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


class Pipeline(SimpleNamespace):
    """Stands in for `factcheck.pipeline`; remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(findings=(finding(), tension()), asked=[], fault=None, Options=SimpleNamespace)

    def _outcome(self, *asked: object, **options: Any) -> SimpleNamespace:
        self.asked.append((asked, vars(options.get("options", SimpleNamespace())), options.get("explained")))
        if self.fault:
            raise self.fault
        return SimpleNamespace(
            articles=ARTICLES, claims=(full_claim(),), findings=self.findings, pairs=12, notes=("a note",)
        )

    def extract(self, paths: Sequence[str], **options: Any) -> SimpleNamespace:
        return self._outcome(*paths, **options)

    def conflicts(self, paths: Sequence[str], **options: Any) -> SimpleNamespace:
        return self._outcome(*paths, **options)

    def documents(self, paths: Sequence[str], **options: Any) -> tuple[object, ...]:
        return ARTICLES[: len(paths)]

    def compare_all(self, questions: Sequence[tuple[str, str, str]], *, nli: None = None) -> list[SimpleNamespace]:
        return [self.compare(a, b, lang=lang) for a, b, lang in questions]

    def model_of(self, nli: None) -> None:
        return nli

    def compare(self, a: str, b: str, *, lang: str, nli: None = None) -> SimpleNamespace:
        if a == "bug":
            raise RuntimeError("a bug")
        label = "neutral" if a == b else "contradiction"
        return SimpleNamespace(label=label, score=0.91234, kind="numeric", why=f"{a} / {b} ({lang})", findings=())


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    fake = Pipeline()
    monkeypatch.setitem(sys.modules, "factcheck.pipeline", fake)
    monkeypatch.setattr(factcheck, "pipeline", fake, raising=False)
    return fake


@pytest.fixture
def normaliser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for `factcheck.normalise`: every text is one figure of the language and day asked for."""

    def normalise(text: str, lang: str, reference_date: date | None = None) -> SimpleNamespace:
        figure = quantity(text, "12", f"{lang} {reference_date}")
        return SimpleNamespace(quantities=(figure,), dates=(), unparsed=())

    monkeypatch.setitem(sys.modules, "factcheck.normalise", SimpleNamespace(normalise=normalise))


def run(*args: str, input: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, args, input=input)


def lines(result: Result) -> list[Any]:
    return [json.loads(line) for line in result.stdout.splitlines()]


# --- documents ----------------------------------------------------------------------------------------


def test_extract_gives_a_claim_a_line_in_a_pipe(pipeline: Pipeline) -> None:
    """Claims go to standard output as ndjson, notes and a summary to standard error."""
    result = run("extract", "a", "b", "--lang", "fr", "--jobs", "2", "--no-cache")
    assert (result.exit_code, [claim["source"] for claim in lines(result)]) == (0, ["gazette.txt"])
    assert result.stderr == "factcheck: a note\n2 documents, 1 claim\n"
    assert pipeline.asked == [
        (("a", "b"), {"lang": "fr", "jobs": 2, "cache": False, "text_field": None, "nli": None}, None)
    ]


def test_extract_text_prints_the_text_that_offsets_count_in(pipeline: Pipeline) -> None:
    """One document comes to the letter, several under their names, or as records."""
    assert run("extract", "a", "--text").stdout == GAZETTE
    assert run("extract", "a", "b", "--text").stdout.startswith("==> gazette.txt <==\nSelon")
    assert [t["text"] for t in lines(run("extract", "a", "b", "--text", "--format", "ndjson"))] == [GAZETTE, POST]


def test_conflicts_tells_how_much_it_looked_at(pipeline: Pipeline) -> None:
    """Findings go to standard output, the counts to standard error."""
    result = run("conflicts", "a")
    assert [found["severity"] for found in lines(result)] == ["conflict", "tension"]
    assert result.stderr.splitlines()[-1] == "2 documents, 1 claim, 12 pairs, 2 findings (1 conflict, 1 tension)"
    assert pipeline.asked[0][2] is False
    run("conflicts", "a", "--explained")
    assert pipeline.asked[1][2] is True


def test_no_findings_is_said_on_stderr_only(pipeline: Pipeline) -> None:
    """Nothing found leaves standard output empty."""
    pipeline.findings = ()
    result = run("conflicts", "a")
    assert (result.stdout, result.stderr.splitlines()[-1]) == ("", "2 documents, 1 claim, 12 pairs, no findings")


def test_quiet_says_nothing_beside_the_data(pipeline: Pipeline) -> None:
    """-q silences notes and summary."""
    assert run("conflicts", "a", "-q").stderr == ""


FAIL_ON = [
    # found, --fail-on, exit code
    (("conflict", "tension"), None, 0),
    (("conflict", "tension"), "never", 0),
    (("conflict", "tension"), "tension", 1),
    (("conflict", "tension"), "conflict", 1),
    (("tension",), "tension", 1),
    (("tension",), "conflict", 0),
    (("explained",), "tension", 0),
    ((), "tension", 0),
]


@pytest.mark.parametrize(("found", "fail_on", "code"), FAIL_ON)
def test_conflicts_fails_only_when_asked_to(
    pipeline: Pipeline, found: tuple[str, ...], fail_on: str | None, code: int
) -> None:
    """Exit code 1 needs --fail-on and a finding at least as severe."""
    pipeline.findings = tuple(finding(severity=severity) for severity in found)
    assert run("conflicts", "a", *(["--fail-on", fail_on] if fail_on else [])).exit_code == code


def test_counts_name_each_severity() -> None:
    """The summary tells conflicts, tensions and explained differences apart."""
    assert count([finding(), finding(rule="Q2"), tension()]) == "3 findings (2 conflicts, 1 tension)"
    assert count([finding(severity="explained")]) == "1 finding (1 explained)"


def test_report_writes_a_page(pipeline: Pipeline, tmp_path: Path) -> None:
    """`report -o` leaves one page and an empty standard output."""
    result = run("report", "a", "-o", "report.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "<mark>12 000 hectares</mark>" in (tmp_path / "report.html").read_text(encoding="utf-8")


# --- where output goes --------------------------------------------------------------------------------

ENDINGS = {
    "x.json": "[\n",
    "x.ndjson": '{"schema_version": 1, "id": ',
    "x.csv": "id,kind,rule",
    "x.yaml": "- schema_version: 1\n",
    "x.md": "# Conflicts\n",
    "x.HTML": "<!doctype html>\n",
    "x.txt": "CONFLICT  numeric",
    "x": '{"schema_version": 1, "id": ',
}


@pytest.mark.parametrize(("name", "start"), ENDINGS.items())
def test_the_ending_of_the_output_file_tells_the_format(pipeline: Pipeline, name: str, start: str) -> None:
    """`-o x.csv` writes csv, whatever the environment prefers; an explicit --format wins."""
    assert run("conflicts", "a", "-o", name).exit_code == 0
    assert Path(name).read_text(encoding="utf-8").startswith(start)
    run("conflicts", "a", "-o", name, "--format", "json")
    assert Path(name).read_text(encoding="utf-8").startswith("[\n")
    assert [path.name for path in Path().iterdir()] == [name]


def test_a_failed_run_leaves_the_old_file_alone(pipeline: Pipeline) -> None:
    """The output file is replaced as a whole, or not at all."""
    Path("x.json").write_text("old", encoding="utf-8")
    pipeline.findings = (finding(), "not a finding")
    assert run("conflicts", "a", "-o", "x.json").exit_code == 3
    assert [(path.name, path.read_text(encoding="utf-8")) for path in Path().iterdir()] == [("x.json", "old")]


UNWRITABLE = {"folder": ".", "missing folder": "no/where.json"}


@pytest.mark.parametrize("name", UNWRITABLE.values(), ids=UNWRITABLE)
def test_output_that_cannot_be_written_is_a_fault(pipeline: Pipeline, name: str) -> None:
    """A folder or a path that leads nowhere gives one line and exit code 2."""
    result = run("conflicts", "a", "-q", "-o", name)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith(f"factcheck: {name}: cannot be written: ")


def test_a_device_is_written_not_replaced(pipeline: Pipeline) -> None:
    """`-o /dev/null` writes to the device."""
    assert run("conflicts", "a", "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


# --- how a run ends -----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_fault_of_the_user_is_told_line_by_line(pipeline: Pipeline, text: str) -> None:
    """Each line of a fault is prefixed and harmless; the exit code is 2."""
    pipeline.fault = SourceError(f"{text}: no such file")
    result = run("conflicts", "a")
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(line.startswith("factcheck: ") for line in result.stderr.splitlines())
    assert "\x1b" not in result.stderr


def test_all_faults_of_a_file_are_shown() -> None:
    """A YAML file with two faults gives two lines."""
    from factcheck.cli.run import guard

    def work() -> int:
        raise YamlError(("claims.yaml:1:1: first", "claims.yaml:2:1: second"))

    assert guard(work) == 2


ENDS: dict[str, tuple[BaseException, int, str]] = {
    "bug": (KeyError("x"), 3, "factcheck: internal error: KeyError: 'x'; please report\n"),
    "interrupt": (KeyboardInterrupt(), 130, ""),
}


@pytest.mark.parametrize(("fault", "code", "said"), ENDS.values(), ids=ENDS)
def test_bugs_and_interrupts_have_their_own_exit_codes(
    pipeline: Pipeline, fault: BaseException, code: int, said: str
) -> None:
    """A bug ends with 3 and one line, Ctrl-C with 130 and none: neither reads as a finding."""
    pipeline.fault = fault
    result = run("conflicts", "a")
    assert (result.exit_code, result.stderr) == (code, said)


def test_a_traceback_is_shown_on_demand(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """FACTCHECK_DEBUG=1 shows where a bug is."""
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    pipeline.fault = KeyError("x")
    assert "Traceback" in run("conflicts", "a").stderr


USAGE = [
    ("conflicts",),
    ("conflicts", "a", "--format", "docx"),
    ("conflicts", "a", "--lang", "de"),
    ("conflicts", "a", "--jobs", "0"),
    ("conflicts", "a", "--fail-on", "all"),
    ("conflicts", "a", "--nonsense"),
    ("nonsense",),
    ("compare", "only one"),
    ("compare", "a", "--batch", "x"),
    ("compare", "--batch", "missing.ndjson"),
    ("compare", "--batch", "x", "--format", "csv"),
    ("quantities", "a", "--reference-date", "hier"),
    ("quantities", "a", "--batch", "x"),
    ("rules", "Q999"),
    ("schema", "article"),
    ("conflicts", "a", "--config", "missing.toml"),
]


@pytest.mark.parametrize("args", USAGE, ids=" ".join)
def test_wrong_usage_exits_with_2(pipeline: Pipeline, args: tuple[str, ...]) -> None:
    """What cannot be used as given is told on standard error."""
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


# --- texts --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("normaliser")
def test_quantities_reads_arguments_or_standard_input() -> None:
    """Each text is a record; without one, standard input is the text."""
    records = lines(run("quantities", "12 km", "3 h", "--lang", "en", "--reference-date", "2024-03-05"))
    assert [(r["text"], r["quantities"][0]["unit"]) for r in records] == [
        ("12 km", "en 2024-03-05"),
        ("3 h", "en 2024-03-05"),
    ]
    assert [r["text"] for r in lines(run("quantities", input="\ufeff8,5 M€\n"))] == ["8,5 M€\n"]
    assert run("quantities", input=b"\xff").exit_code == 2


@pytest.mark.usefixtures("normaliser")
def test_quantities_has_a_table_of_readings() -> None:
    """On a terminal a reader sees how each figure was read."""
    output = run("quantities", "douze", "--lang", "fr", "--format", "table").stdout
    assert [line.split() for line in output.splitlines()][-1] == ["douze", "quantity", "12", "fr", "None", "exact"]


LANGUAGES = {
    "fr": ["le prix de la viande est de 3 € en mai", "8,5 M€", ""],
    "en": ["the price of the meat is at 3 dollars for a pound", "more than 12 of the engineers", "$8.5", "12,500"],
}


@pytest.mark.usefixtures("normaliser")
@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in LANGUAGES.items() for text in texts])
def test_quantities_tells_the_language_by_the_text(lang: str, text: str) -> None:
    """`auto` goes by the words, then by how the figures are written; else it is French."""
    assert lines(run("quantities", text))[0]["lang"] == lang


def test_compare_gives_one_verdict(pipeline: Pipeline) -> None:
    """Two sentences give an object in json, a line for a person."""
    assert json.loads(run("compare", "a", "b", "--format", "json").stdout) == {
        "schema_version": 1,
        "label": "contradiction",
        "score": 0.912,
        "kind": "numeric",
        "why": "a / b (auto)",
        "findings": [],
    }
    shown = run("compare", "a", "b", "--format", "table", "--lang", "fr").stdout
    assert shown == "contradiction (0.91, numeric): a / b (fr)\n"


# --- batches ------------------------------------------------------------------------------------------

BAD_LINES = {
    "not JSON": b"{oops",
    "not UTF-8": b'{"id": "\xff"}',
    "not a JSON object": b"[1]",
    "id is missing": b'{"premise": "a", "hypothesis": "b"}',
    "premise is missing": b'{"id": 1, "hypothesis": "b"}',
    "hypothesis is missing or not a string": b'{"id": 1, "premise": "a", "hypothesis": 3}',
    "none of fr, en, auto": b'{"id": 1, "premise": "a", "hypothesis": "b", "lang": "de"}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize(("reason", "line"), BAD_LINES.items(), ids=BAD_LINES)
def test_a_bad_line_stops_no_other(pipeline: Pipeline, reason: str, line: bytes) -> None:
    """The bad line gives its reason in its place, the others their verdicts, and the run exit code 2."""
    good = b'{"id": %d, "premise": "a", "hypothesis": "b", "lang": "fr"}\n'
    Path("in.ndjson").write_bytes(good % 7 + line + b"\n\n" + good % 9)
    result = run("compare", "--batch", "in.ndjson")
    first, bad, last = lines(result)
    assert (result.exit_code, first["id"], last["id"], list(bad)) == (2, 7, 9, ["id", "error"])
    assert bad["error"].startswith("line 2: ")
    assert reason in bad["error"]
    assert list(first) == ["id", "label", "score", "kind", "why"]
    assert result.stderr == "factcheck: 1 of 3 lines could not be answered\n"


def test_a_bug_on_a_line_stops_no_other(pipeline: Pipeline) -> None:
    """A bug is told in its line and ends the run with 3."""
    text = "".join(json.dumps({"id": i, "premise": i, "hypothesis": "b"}) + "\n" for i in ("one", "bug", "two"))
    Path("in.ndjson").write_text(text, encoding="utf-8")
    for result in (run("compare", "--batch", "-", input=text), run("compare", "--batch", "in.ndjson")):
        labels = [(answer["id"], answer.get("label")) for answer in lines(result)]
        assert (result.exit_code, labels) == (3, [("one", "contradiction"), ("bug", None), ("two", "contradiction")])


@pytest.mark.usefixtures("normaliser")
def test_a_batch_of_quantities_keeps_its_order() -> None:
    """Each line goes by its own language and day; the answers come in the order of the questions."""
    questions = [
        {"id": "z", "text": "12", "lang": "en", "reference_date": "2024-03-05"},
        {"id": "a", "text": "13", "lang": "fr", "reference_date": None},
        {"id": "m", "text": "14", "lang": "fr", "reference_date": "5 mars"},
    ]
    result = run("quantities", "--batch", "-", input="\n".join(map(json.dumps, questions)))
    first, second, third = lines(result)
    assert (list(first), first["quantities"][0]["unit"]) == (["id", "quantities", "dates"], "en 2024-03-05")
    assert (second["id"], second["quantities"][0]["unit"]) == ("a", "fr None")
    assert third == {"id": "m", "error": "line 3: reference date '5 mars' is not a day like 2025-07-16"}


def test_a_batch_answers_while_it_reads(pipeline: Pipeline) -> None:
    """An answer is written before the next question is read."""
    from factcheck.cli.batch import Tally, answers, compare_task

    read = []

    def questions() -> Any:
        for i in range(3):
            read.append(i)
            yield json.dumps({"id": i, "premise": "a", "hypothesis": "b"}).encode()

    stream = answers(questions(), compare_task(), Tally())
    next(stream)
    assert read == [0]


# --- rules, schemas, the program itself ---------------------------------------------------------------


def test_rules_joins_conflicts_and_ledger() -> None:
    """Every rule is listed once; one of them is explained by its code or name."""
    codes = [rule["code"] for rule in lines(run("rules", "--format", "ndjson"))]
    assert {"Q1", "FC101"} <= set(codes)
    assert len(codes) == len(set(codes))
    assert run("rules", "q1").stdout.startswith("Q1 quantity-disjoint (numeric)\n")
    assert run("rules", "quantity-disjoint").stdout == run("rules", "Q1").stdout
    assert "did you mean FC101?" in run("rules", "not-yam").stderr


@pytest.mark.parametrize("name", ["claim", "conflict"])
def test_schema_prints_a_json_schema(name: str) -> None:
    """The schema of each record is printed as it ships."""
    assert json.loads(run("schema", name).stdout)["title"] == name


def python(*args: str, **more: Any) -> subprocess.CompletedProcess[str]:
    root = Path(factcheck.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    return subprocess.run([sys.executable, *args], encoding="utf-8", env=environment, check=False, **streams)


QUICK = {"--help": 0, "--version": 0, "conflicts --help": 0}


@pytest.mark.parametrize(("args", "code"), QUICK.items())
def test_help_and_version_import_nothing_heavy(args: str, code: int) -> None:
    """Help and version answer without spaCy, numpy, rich or YAML."""
    listing = (
        "import atexit, sys; atexit.register(lambda: print(*(set(sys.modules) & "
        "{'spacy', 'numpy', 'rich', 'yaml', 'rapidfuzz'}), file=sys.stderr));"
        f"sys.argv[1:] = {args.split()}; from factcheck.cli import main; main()"
    )
    done = python("-c", listing)
    assert (done.returncode, done.stderr.strip()) == (code, "")
    assert done.stdout


def test_a_closed_pipe_is_quiet() -> None:
    """A reader that has enough leaves no complaint behind."""
    listing = (
        "import sys, types; from tests.report_samples import *; m = types.ModuleType('factcheck.pipeline');"
        "m.documents = lambda paths, options: [article('Un. ' * 2000)] * 500; m.Options = dict;"
        "sys.modules['factcheck.pipeline'] = m;"
        "sys.argv[1:] = ['extract', 'a', '--text']; from factcheck.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(factcheck.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", listing], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_not_a_bug() -> None:
    """Output that finds no room gives one line and exit code 2."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = python("-m", "factcheck", "schema", "claim", stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("factcheck: standard output: cannot be written: ")


def test_output_is_utf_8_whatever_the_locale() -> None:
    """`python -m factcheck` writes UTF-8 even where the locale cannot."""
    done = python("-m", "factcheck", "rules", "Q1")
    assert done.returncode == 0
    assert "«" in done.stdout


def test_the_program_names_itself() -> None:
    """--version is one line; no arguments show the help."""
    assert run("--version").stdout.startswith("factcheck ")
    assert "conflicts" in run().output


def test_a_script_gets_the_functions_of_the_command(pipeline: Pipeline, normaliser: None) -> None:
    """`from factcheck import conflicts` is the command's own function; a wrong name is an AttributeError."""
    assert factcheck.conflicts is not None
    assert factcheck.quantities("12 km", lang="fr").quantities[0].unit == "fr None"
    assert {"conflicts", "check", "__version__"} <= set(dir(factcheck))
    assert isinstance(factcheck.__version__, str)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = factcheck.nothing


def test_progress_is_shown_to_a_person_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar stands on a terminal's standard error and nowhere else."""
    from factcheck.report.progress import progress

    with progress(quiet=False) as none:
        assert none is None

    class Terminal(io.StringIO):
        isatty: Callable[[], bool] = lambda self: True  # type: ignore[assignment]

    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress(quiet=True) as none:
        assert none is None
    with progress(quiet=False) as bar:
        assert bar is not None
        bar(1, 3, "reading [red]x")
        bar(3, 3, "reading [red]x")
        bar(1, 2, "pairs")


# --- sources ------------------------------------------------------------------------------------------


def test_sources_tells_what_is_known_and_from_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each document with its date, agency, language and size, and the place each piece was found in."""
    monkeypatch.chdir(tmp_path)
    text = "Publié le 3 mars 2025\n\nLe maire a dit que les travaux de la gare vont durer deux ans. (AFP)\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    (record,) = [json.loads(line) for line in run("sources", "a.txt", "--format", "ndjson").stdout.splitlines()]
    assert (record["source"], record["published"], record["agency"]) == ("a.txt", "2025-03-03", "afp")
    assert (record["lang"], record["characters"]) == ("fr", len(text))
    assert record["origins"] == {"lang": "text", "published": "dateline"}
    assert "dateline: published" in run("sources", "a.txt", "--format", "csv").stdout


def test_a_script_may_ask_twice(tmp_path: Path) -> None:
    """`factcheck.conflicts` can be called again, although a package of that name has been imported by then."""
    code = (
        "import factcheck\n"
        "first = factcheck.conflicts(['a.txt', 'b.txt'])\n"
        "assert factcheck.conflicts(['a.txt', 'b.txt']) == first\n"
        "assert len(first.findings) == 1"
    )
    (tmp_path / "a.txt").write_text("Le juge a signé l'accord.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Le juge n'a pas signé l'accord.", encoding="utf-8")
    root = str(Path(__file__).resolve().parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
