"""An inference model that the user brings: it re-ranks and adds tensions, and decides nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cli.config import settings
from factcheck.conflicts.inference import MOST, Candidate, Opinion, Shortlist, rescored
from factcheck.conflicts.meeting import Pair
from factcheck.errors import UsageError
from factcheck.model import Kind, Severity
from factcheck.pipeline import Options, compare, conflicts, model_of
from factcheck.verification import verify
from tests.factories import reading

# No rule sees these two apart.
FEW, MANY = "La marche de Brest a réuni peu de monde.", "Une foule immense a défilé à Brest pendant la marche."
SIGNED, UNSIGNED = "Le juge a signé l'accord.", "Le juge n'a pas signé l'accord."


class Fake:
    """A model that finds every pair as contradictory as it is told, forth and back."""

    sha256 = "0" * 64

    def __init__(self, forth: float, back: float | None = None) -> None:
        self.shares = (forth, forth if back is None else back)
        self.asked: list[tuple[str, str]] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        self.asked += pairs
        return [(0.0, round(1 - self.shares[n % 2], 3), self.shares[n % 2]) for n, _ in enumerate(pairs)]


def candidates(count: int, *, of_one: bool = False) -> list[Candidate]:
    """Open pairs of as many claims, or all of one claim."""
    one = reading(text="Une phrase")
    return [
        Candidate(pair=Pair(a=one if of_one else reading(text=f"Face {n}"), b=reading(text=f"Pile {n}")), finding=None)
        for n in range(count)
    ]


def test_adds_a_tension() -> None:
    """Where no rule fires and one direction is sure, the model adds a tension of its own kind and rule."""
    assert compare(FEW, MANY).label == "neutral"
    found = compare(FEW, MANY, nli=Fake(0.98, 0.1))
    best = found.findings[0]
    assert (found.label, best.kind, best.rule, best.severity) == ("contradiction", Kind.NLI, "X1", Severity.TENSION)
    assert best.score == 0.74


def test_unsure_adds_nothing() -> None:
    """A model in doubt says nothing."""
    assert compare(FEW, MANY, nli=Fake(0.89)).findings == ()


def test_never_a_conflict() -> None:
    """However sure, the model alone makes no conflict."""
    assert all(f.severity is not Severity.CONFLICT for f in compare(FEW, MANY, nli=Fake(1.0)).findings)


def test_moves_a_score() -> None:
    """A rule's finding keeps its kind and severity; its score moves half way to the weaker direction."""
    plain = compare(SIGNED, UNSIGNED).findings[0]
    assert plain.severity is Severity.CONFLICT
    high, low = (compare(SIGNED, UNSIGNED, nli=Fake(*shares)).findings[0] for shares in ((1.0, 1.0), (1.0, 0.2)))
    assert {plain.rule} == {high.rule, low.rule}
    assert {plain.severity} == {high.severity, low.severity}
    assert high.score == round((plain.score + 1.0) / 2, 3)
    assert low.score == round((plain.score + 0.2) / 2, 3)
    assert rescored(plain, (0.4, 0.8)).score == round((plain.score + 0.4) / 2, 3)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("L'accident a fait 12 blessés.", "L'accident a fait 15 blessés."),
        ("Le pont a été inauguré en mai 2019.", "Le pont a été inauguré en janvier 2020."),
    ],
)
def test_figures_are_compared_not_guessed(a: str, b: str) -> None:
    """About figures and dates the model is not even asked."""
    model = Fake(0.0)
    assert compare(a, b, nli=model) == compare(a, b)
    assert compare(a, b).label == "contradiction"
    assert model.asked == []


def test_a_veto_stands() -> None:
    """What a veto explains stays explained, and the model is not asked."""
    plain, pair = compare(SIGNED, UNSIGNED).findings[0], candidates(1)[0].pair
    shortlist = Shortlist()
    shortlist.offer(Candidate(pair=pair, finding=replace(plain, severity=Severity.EXPLAINED)))
    assert shortlist.best() == []
    shortlist.offer(Candidate(pair=pair, finding=plain))
    assert len(shortlist.best()) == 1


def test_a_veto_holds_for_what_it_adds() -> None:
    """The vetoes look at the model's tensions too: other towns, other marches."""
    far = compare("La marche de Brest a réuni peu de monde.", "À Lyon, une foule immense a défilé.", nli=Fake(1.0))
    assert far.label == "neutral"
    assert {f.severity for f in far.findings} <= {Severity.EXPLAINED}


def test_limits() -> None:
    """Ten pairs a claim, so many in all; what was left out is said."""
    of_one = Opinion(Fake(1.0))
    assert len(list(of_one.of(candidates(25, of_one=True)))) == 10
    assert of_one.notes == (f"nli: model sha256 {'0' * 64}, asked about 10 pairs; 15 more are beyond its limits",)
    whole = Opinion(Fake(1.0))
    assert len(list(whole.of(candidates(MOST + 7)))) == MOST
    assert (whole.asked, whole.left_out) == (MOST, 7)
    assert list(whole.of(candidates(1))) == []


def test_conflicts_and_verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ask the model and say which one; a draft is contradicted by no model."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FEW, encoding="utf-8")
    (tmp_path / "b.txt").write_text(MANY, encoding="utf-8")
    options = Options(cache=False, nli=Fake(0.95))
    found = conflicts(["a.txt", "b.txt"], options=options)
    assert [f.rule for f in found.findings] == ["X1"]
    assert found.notes[-1].startswith(f"nli: model sha256 {'0' * 64}, asked about 1 pair")
    checked = verify(["a.txt"], "b.txt", options=options)
    assert [(c.label, [e.rule for e in c.evidence]) for c in checked.checked] == [("not_found", ["X1"])]
    assert conflicts(["a.txt", "b.txt"], options=Options(cache=False)).findings == ()


# --- the folder ---------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of one layer with random weights, the same at every run, whose labels stand in another order."""
    onnx, tokenizers = pytest.importorskip("onnx"), pytest.importorskip("tokenizers")
    pytest.importorskip("onnxruntime")
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper

    weights = np.random.default_rng(7).normal(0, 3, (8, 3)).astype(np.float32)
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 3])
    nodes = [
        helper.make_node("Gather", ["weights", "input_ids"], ["rows"]),
        helper.make_node("ReduceMean", ["rows"], ["logits"], axes=[1], keepdims=0),
    ]
    graph = helper.make_graph(nodes, "one", [ids], [logits], [numpy_helper.from_array(weights, "weights")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(tmp_path / "model.onnx"))
    known = {word: n for n, word in enumerate(["?", "le", "juge", "a", "signé", "pas", "accord", "marche"])}
    words = tokenizers.Tokenizer(tokenizers.models.WordLevel(known, unk_token="?"))
    words.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    words.save(str(tmp_path / "tokenizer.json"))
    label(tmp_path, ["CONTRADICTION", "Entailment", "neutral"])
    return tmp_path


def label(folder: Path, names: list[str]) -> None:
    """Write a configuration with these labels."""
    content = {"id2label": {str(n): name for n, name in enumerate(names)}}
    (folder / "config.json").write_text(json.dumps(content), encoding="utf-8")


def test_a_model_from_disk(folder: Path) -> None:
    """Scores are shares of one to three decimals, the same at every run, in our order whatever the model's."""
    pairs = [("le juge a signé", "le juge a pas signé"), ("la marche", "accord")]
    first = model_of(str(folder))
    assert first is not None
    scores = first.score(pairs)
    assert scores == model_of(str(folder)).score(pairs)  # type: ignore[union-attr]
    assert all(abs(sum(row) - 1) < 0.002 and all(x == round(x, 3) for x in row) for row in scores)
    label(folder, ["entailment", "neutral", "contradiction"])
    other = model_of(str(folder))
    assert other is not None
    assert other.score(pairs) == [(c, e, n) for e, n, c in scores]  # each share is another answer's now
    assert first.sha256 == other.sha256


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in `folder`."""
    import os

    root = str(Path(__file__).resolve().parents[1])
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root, **environment},
        capture_output=True,
        text=True,
    )


def test_the_command(folder: Path) -> None:
    """`--nli` works on the command line, and the note names the model."""
    (folder / "a.txt").write_text(SIGNED, encoding="utf-8")
    (folder / "b.txt").write_text(UNSIGNED, encoding="utf-8")
    done = run("conflicts", "a.txt", "b.txt", "--nli", str(folder), "--no-cache", folder=folder)
    assert (done.returncode, "nli: model sha256 " in done.stderr) == (0, True)
    assert [json.loads(line)["rule"] for line in done.stdout.splitlines()] == ["N1"]
    assert run("compare", SIGNED, UNSIGNED, folder=folder, FACTCHECK_NLI=str(folder)).returncode == 0


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_missing_file(folder: Path, name: str) -> None:
    """What the folder lacks is said in one line, with exit code 2."""
    (folder / name).unlink()
    done = run("compare", "A dit cela.", "B dit cela.", "--nli", ".", folder=folder)
    assert done.returncode == 2
    told = "the folder must hold model.onnx, tokenizer.json, config.json"
    assert done.stderr.splitlines() == [f"factcheck: nli .: {name} is missing; {told}"]


def test_other_faults(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model of something else, a damaged file and a missing package are told apart."""
    label(folder, ["joie", "colère", "peur"])
    with pytest.raises(UsageError, match="id2label must name"):
        model_of(str(folder))
    label(folder, ["entailment", "neutral", "contradiction"])
    (folder / "model.onnx").write_bytes(b"no model")
    with pytest.raises(UsageError, match="cannot be loaded"):
        model_of(str(folder))
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(UsageError, match=r"pip install \"factcheck-cli\[nli\]\""):
        model_of(str(folder))


@pytest.mark.parametrize("content", ['[nli]\npath = "model"', 'nli = "model"'])
def test_in_the_configuration(tmp_path: Path, content: str) -> None:
    """The folder may stand in the settings, as a name or as `nli.path`."""
    (tmp_path / "factcheck.toml").write_text(content, encoding="utf-8")
    assert settings({}, folder=tmp_path, environment={}).nli == "model"


@pytest.mark.parametrize("content", ["[nli]\nfile = 1", "nli = 3"])
def test_a_bad_setting(tmp_path: Path, content: str) -> None:
    """Anything else is told."""
    (tmp_path / "factcheck.toml").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="nli"):
        settings({}, folder=tmp_path, environment={})


def test_nothing_is_imported_unasked() -> None:
    """Without `--nli` neither package is imported."""
    code = (
        "import sys, factcheck; factcheck.compare('Il pleut à Brest.', 'Il ne pleut pas à Brest.');"
        "assert not {'onnxruntime', 'tokenizers', 'factcheck.nli'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
