"""The parts for build servers: the action's script does what its inputs say, the hooks are whole."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck.ledger.sealing import pinned
from tests.ledger_kit import write_town

ROOT = Path(__file__).resolve().parents[1]


def _yaml(name: str) -> object:
    return yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A working folder with a ledger in order, and a `factcheck` to call."""
    command = tmp_path / "bin/factcheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return write_town(tmp_path)


def act(ledger: Path, **inputs: str) -> tuple[int, str, Mapping[str, str]]:
    """The check step of the action as a runner runs it: its exit code, its log and its outputs."""
    action = _yaml("action.yml")
    assert isinstance(action, dict)
    script = action["runs"]["steps"][1]["run"]
    folder = ledger.parent
    given = {"LEDGER": "claims.yaml", "FAIL_ON": "error", "FORMAT": "github", "SARIF_FILE": ""} | inputs
    runner = {
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(folder / "out"),
        "GITHUB_STEP_SUMMARY": str(folder / "sum"),
    }
    environment = {
        **os.environ,
        **given,
        **runner,
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    out = (folder / "out").read_text(encoding="utf-8") if (folder / "out").exists() else ""
    return done.returncode, done.stdout, dict(line.split("=", 1) for line in out.splitlines())


def test_a_ledger_in_order_passes(town: Path) -> None:
    """No problem, exit code 0, a summary all the same."""
    code, log, outputs = act(town)
    assert (code, outputs["error-count"], outputs["warning-count"], outputs["exit-code"]) == (0, "0", "0", "0")
    assert log == "claims.yaml: 3 claims, 2 sources, 1 conflict: all in order\n"
    assert (town.parent / "sum").read_text(encoding="utf-8").startswith("### factcheck check")


def test_problems_fail_are_counted_and_reported(town: Path) -> None:
    """A problem fails, stands in the log, in the report and, where asked for, in a SARIF file."""
    town.write_text(town.read_text(encoding="utf-8").replace("statement: 38", "statement: 39"), encoding="utf-8")
    code, log, outputs = act(town, SARIF_FILE="out.sarif")
    assert (code, outputs["exit-code"]) == (1, "1")
    records = [json.loads(line) for line in Path(outputs["report"]).read_text(encoding="utf-8").splitlines()]
    assert int(outputs["error-count"]) == len(records) == log.count("::error")
    results = json.loads((town.parent / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert sum(not result["suppressions"] for result in results) == len(records)
    assert act(town, FAIL_ON="never", FORMAT="gitlab")[0] == 0


# fail-on -> exit code, for a ledger with one warning and no error
@pytest.mark.parametrize(("fail_on", "expected"), [("error", 0), ("warning", 1), ("never", 0), ("$(touch x)", 2)])
def test_warnings_fail_where_asked(fail_on: str, expected: int, town: Path) -> None:
    """A warning fails only on demand; a word that is no choice is refused and not run."""
    (town.parent / "a.txt").write_text("pour un an, puis pour un an\n", encoding="utf-8")
    claim = "{id: x, verdict: unverified, statement: Un an., evidence: [{source: a, quote: un an, prefix: pour}]}"
    town.write_text(f"version: 1\nsources: {{a: {{path: a.txt}}}}\nclaims:\n  - {claim}\n")
    town.write_text(pinned(town, town.read_text(encoding="utf-8")), encoding="utf-8")
    code, _, outputs = act(town, FAIL_ON=fail_on)
    assert code == expected
    assert not (town.parent / "x").exists()
    assert outputs.get("warning-count", "1") == "1"


def test_no_ledger_always_fails(town: Path) -> None:
    """Whatever `fail-on` says, a ledger that cannot be read fails with 2."""
    town.write_text("version: 1\n\tx", encoding="utf-8")
    assert act(town, FAIL_ON="never")[0] == 2
    assert act(town, FAIL_ON="never", LEDGER="none.yaml")[0] == 2


def test_the_action_says_what_it_takes_and_gives() -> None:
    """Inputs and outputs are those that workflows rely on."""
    action = _yaml("action.yml")
    assert isinstance(action, dict)
    assert set(action["inputs"]) == {"path", "fail-on", "format", "sarif-file"}
    assert set(action["outputs"]) == {"error-count", "warning-count", "exit-code", "report"}
    assert all("${{" not in step["run"] for step in action["runs"]["steps"])


def test_the_hooks_are_whole() -> None:
    """Each hook runs a command of ours, once a commit, whatever files it is handed."""
    hooks = _yaml(".pre-commit-hooks.yaml")
    assert isinstance(hooks, list)
    assert [hook["entry"] for hook in hooks] == ["factcheck check", "factcheck ledger fmt"]
    assert all((hook["language"], hook["pass_filenames"]) == ("python", "false") for hook in hooks)


def _published(name: str) -> jsonschema.Draft7Validator:
    """The schema of a build server's own files, as check-jsonschema carries it."""
    place = files("check_jsonschema").joinpath(f"builtin_schemas/vendor/{name}.json")
    return jsonschema.Draft7Validator(json.loads(place.read_text(encoding="utf-8")))


def _snippet(opening: str) -> object:
    """The YAML example in the README that begins so."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (found,) = [text for text in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL) if text.startswith(opening)]
    return yaml.safe_load(found)


def test_the_action_and_the_examples_fit_the_published_schemas() -> None:
    """action.yml, GitLab's example and GitHub's, put into a job, are what their servers take."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = _snippet("- uses: actions/checkout")
    workflow = {"on": "push", "jobs": {"claims": {"runs-on": "ubuntu-latest", "steps": steps}}}
    for name, data in (
        ("github-actions", action),
        ("gitlab-ci", _snippet("factcheck:")),
        ("github-workflows", workflow),
    ):
        assert [error.message for error in _published(name).iter_errors(data)] == []
    assert not _published("github-actions").is_valid({"name": "x", "runs": {"using": "composite"}})
