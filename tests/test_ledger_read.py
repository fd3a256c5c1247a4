"""What a ledger may hold: each fault by its place, all of them at once, and JSON Schema of the same mind."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.errors import YamlError
from factcheck.ledger import check
from factcheck.ledger.read import read
from factcheck.yamlfile import Items, Mapping, Node, Scalar, parse
from tests.ledger_kit import LEDGER, lines, write_town

HEAD = "version: 1\nsources: {a: {path: a.txt}}\n"
CLAIM = "{id: x, statement: Oui., verdict: unverified"
CONFLICT = "{key: k, kind: date, between: [{source: a, quote: A}, {source: a, quote: B}]"

VALID = [
    HEAD + "claims: []\n",
    HEAD + "claims:\nconflicts: []\n".replace("claims:", "claims: []"),
    HEAD + f"claims: [{CLAIM}}}]\n",
    HEAD + f"claims: [{CLAIM}, value: {{amount: 8.5e9}}}}]\n",
    HEAD + f"claims: [{CLAIM}, value: {{amount: '8.5e9', unit: USD}}}}]\n",
    HEAD + f"claims: [{CLAIM}, lang: en, evidence: [{{source: a, quote: no}}]}}]\n",
    HEAD + f"claims: [{CLAIM}, evidence: [{{source: a, quote: '12', prefix: x, start: 0, end: 2}}]}}]\n",
    HEAD + f"claims: [{CLAIM}, reviewed: {{by: Ana, on: 2025-03-04, note: 12}}}}]\n",
    HEAD + f"claims: []\nconflicts: [{CONFLICT}, state: open}}]\n",
    HEAD + f"claims: []\nconflicts: [{CONFLICT}, state: resolved, reason: A typo.}}]\n",
    HEAD.replace("path: a.txt", "path: a.txt, title: 2025, published: 2025-01-01, lang: fr") + "claims: []\n",
]

# ledger text -> the faults, in the schema's reach or not
INVALID = {
    "claims: []\nsources: {}\n": (["1:1: FC104 key 'version' is missing; add it"], True),
    "version: 2\nsources: {}\nclaims: []\n": (
        ["1:10: FC106 version '2' is not known; write 1, or install a later factcheck"],
        True,
    ),
    HEAD + "claim: []\n": (
        [
            "1:1: FC104 key 'claims' is missing; add it",
            "3:1: FC102 unknown key 'claim'; did you mean 'claims'? "
            "accepted: version, sources, claims, conflicts, watch, seal",
        ],
        True,
    ),
    HEAD + "claims: {}\n": (
        ["3:9: FC105 a map where a list is expected; write '- ' before each item"],
        True,
    ),
    HEAD + f"claims: [{CLAIM.replace('unverified', 'suported')}}}]\n": (
        [
            "3:44: FC106 unknown value 'suported'; did you mean 'supported'? "
            "accepted: supported, disputed, refuted, unverified, retracted"
        ],
        True,
    ),
    HEAD + f"claims:\n  - {CLAIM}}}\n  - {CLAIM}}}\n": (
        ["5:10: FC107 claim id 'x' stands twice, first on line 4; rename one of them"],
        False,
    ),
    HEAD + f"claims: [{CLAIM.replace('id: x', 'id: x y')}}}]\n": (
        [
            "3:15: FC106 'x y' cannot be an id; use letters, digits, '.', '_' and '-', "
            "starting with a letter or digit, at most 100"
        ],
        True,
    ),
    HEAD + f"claims: [{CLAIM}, value: {{amount: many}}}}]\n": (
        ["3:72: FC106 'many' is not a number; write it as 12, 0.5 or 8.5e9"],
        True,
    ),
    HEAD + f"claims: [{CLAIM}, evidence: [{{source: b, quote: A}}]}}]\n": (
        ["3:76: FC108 unknown source 'b'; known sources: a"],
        False,
    ),
    HEAD + f"claims: [{CLAIM}, evidence: [{{source: a, quote: A, start: 5, end: 5}}]}}]\n": (
        ["3:104: FC106 'end' is not after 'start'; correct one of them"],
        False,
    ),
    HEAD + f"claims: [{CLAIM}, reviewed: {{by: Ana, on: 2025-02-29}}}}]\n": (
        ["3:80: FC106 '2025-02-29' is not a date; write a real day as YYYY-MM-DD"],
        False,
    ),
    HEAD + f"claims: []\nconflicts: [{CONFLICT}, state: accepted}}]\n": (
        ["4:98: FC110 state 'accepted' without a reason; add 'reason:'"],
        True,
    ),
    HEAD + "claims: []\nconflicts: [{key: k, kind: date, state: open, between: [{source: a, quote: A}]}]\n": (
        ["4:56: FC106 'between' holds 1 quotes; give exactly two"],
        True,
    ),
    "version: 1\nsources: {a: {path: ../a.txt}}\nclaims: []\n": (
        [
            "2:21: FC109 path '../a.txt' leaves the folder of this file; "
            "use a path below it, with no '..' and no link out"
        ],
        True,
    ),
    "version: 1\nsources: {a: {path: a.txt, sha256: 12}}\nclaims: []\n": (
        ["2:36: FC106 '12' is not a sha256; run 'factcheck ledger update', which writes it"],
        True,
    ),
    "version: 1\nsources: {a: {path: a.txt, derived_from: [b]}}\nclaims: []\n": (
        ["2:11: FC108 'derived_from' of 'a' names 'b'; give another source's id or a URL"],
        False,
    ),
}


@pytest.mark.parametrize("ledger", [*VALID, LEDGER])
def test_valid(ledger: str, tmp_path: Path) -> None:
    """A ledger in order is read, and the schema accepts it too."""
    path = tmp_path / "claims.yaml"
    (tmp_path / "articles").mkdir()
    path.write_text(ledger, encoding="utf-8")
    read(path)
    assert _schema_errors(ledger) == []


@pytest.mark.parametrize(("ledger", "faults", "in_schema"), [(k, *v) for k, v in INVALID.items()])
def test_invalid(ledger: str, faults: list[str], in_schema: bool, tmp_path: Path) -> None:
    """Each fault has its rule and place; whatever a schema can express it refuses too."""
    path = tmp_path / "claims.yaml"
    path.write_text(ledger, encoding="utf-8")
    report = check(path)
    assert [line.removeprefix("claims.yaml:") for line in lines(report)] == faults
    assert report.exit_code == 2
    assert bool(_schema_errors(ledger)) is in_schema


def test_all_faults_at_once(tmp_path: Path) -> None:
    """One run lists the faults of every part of the file, sorted by place."""
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    for old, new in [("watch:", "wacht:"), ("lang: fr\n", "lang: fr\n    lang: en\n"), ("EUR}", "EUR, per: day}")]:
        text = text.replace(old, new, 1)
    path.write_text(text.replace("state: accepted", "state: &s fine"), encoding="utf-8")
    assert [line.split(" ", 2)[1] for line in lines(check(path))] == ["FC102", "FC103", "FC102", "FC111", "FC106"]


def test_read_refuses(tmp_path: Path) -> None:
    """`read` raises one error with all faults, each with the path given."""
    path = tmp_path / "claims.yaml"
    path.write_text("version: 3\nclaims: []\n", encoding="utf-8")
    with pytest.raises(YamlError) as caught:
        read(path)
    assert [line.split(": ")[0] for line in caught.value.faults] == [f"{path}:1:1", f"{path}:1:10"]


# --- the schema, as an editor applies it ---------------------------------------------------------------

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", re.IGNORECASE)


def _schema_errors(ledger: str) -> list[str]:
    schema = json.loads(files("factcheck").joinpath("schema/claims.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    root = parse(ledger.encode(), [])
    assert root is not None
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(_as_json(root))]


def _as_json(node: Node) -> Any:
    """The tree as a YAML 1.2 reader sees it: plain numbers, booleans and nothing are no strings."""
    if isinstance(node, Mapping):
        return {key: _as_json(child) for key, child in node.nodes.items()}
    if isinstance(node, Items):
        return [_as_json(child) for child in node.nodes]
    return _scalar(node)


def _scalar(node: Scalar) -> Any:
    if not node.plain:
        return node.text
    if _NUMBER.fullmatch(node.text):
        return float(node.text) if set(node.text.lower()) & set(".e") else int(node.text)
    return {"": None, "null": None, "true": True, "false": False}.get(node.text, node.text)
