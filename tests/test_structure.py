"""The house as the README draws it: one home a third-party package, no import upwards, no stale docs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "factcheck"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "make_currencies.py")

# Where each package lives. Everybody else asks that module.
HOMES = {
    "spacy": {"parse/nlp.py", "spacy_component.py"},
    "typer": {"cli/app.py", "cli/diff.py", "cli/ledger.py", "cli/text.py", "cli/options.py"},
    "rich": {"report/table.py", "report/progress.py"},
    "numpy": {"conflicts/nearest.py", "conflicts/features.py", "conflicts/pairing.py", "nli.py"},
    "onnxruntime": {"nli.py"},
    "tokenizers": {"nli.py"},
    "rapidfuzz": {"conflicts/align.py", "conflicts/spelling.py", "diffing.py", "ledger/anchors.py"},
    "yaml": {"lang/__init__.py", "yamlfile.py", "documents/readers/plain.py"},
    "trafilatura": {"documents/readers/html.py"},
    "pypdf": {"documents/readers/pdf.py"},
}
# What a package of ours may not know: those above it on the road of the data.
ABOVE = {
    "normalise": {"parse", "claims", "facts", "conflicts", "ledger", "report", "cli", "pipeline"},
    "documents": {"parse", "normalise", "claims", "facts", "conflicts", "ledger", "report", "cli", "pipeline"},
    "parse": {"claims", "facts", "conflicts", "ledger", "report", "cli", "pipeline"},
    "claims": {"facts", "conflicts", "ledger", "report", "cli", "pipeline"},
    "facts": {"claims", "conflicts", "ledger", "report", "cli", "pipeline"},
    "conflicts": {"claims", "ledger", "report", "cli", "pipeline"},
    "ledger": {"parse", "claims", "facts", "conflicts", "report", "cli", "pipeline"},
    "report": {"parse", "claims", "facts", "conflicts", "cli", "pipeline"},
}


def imports(path: Path) -> Iterator[str]:
    """The dotted names a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("package", HOMES)
def test_home(package: str) -> None:
    """A third-party package is imported by its home modules and nobody else."""
    found = {p.relative_to(PACKAGE).as_posix() for p in MODULES if any(n.split(".")[0] == package for n in imports(p))}
    assert found == HOMES[package]


@pytest.mark.parametrize("room", ABOVE)
def test_no_import_upwards(room: str) -> None:
    """A package does not know what is built on it."""
    known = {
        f"{p.relative_to(PACKAGE)}: {name}"
        for p in MODULES
        if p.relative_to(PACKAGE).parts[0] == room
        for name in imports(p)
        if name.startswith("factcheck.") and name.split(".")[1] in ABOVE[room]
    }
    assert known == set()


def test_readme_names_everything() -> None:
    """Every command and every rule code stands in the README."""
    from factcheck.cli.app import app
    from factcheck.cli.rulebook import rulebook

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = {c.name or c.callback.__name__ for c in app.registered_commands if c.callback}
    codes = {rule["code"] for rule in rulebook()}
    assert {c for c in commands if f"factcheck {c}" not in text} == set()
    assert {c for c in codes if c not in text} == set()
