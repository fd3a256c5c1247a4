"""Files that hold several documents: each is a source of its own, named `export.csv#2`, everywhere."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from factcheck.documents import articles
from factcheck.documents.readers import Unreadable
from factcheck.documents.sourcesfile import leaves, located
from factcheck.ledger.drafting import draft
from tests.factories import claim
from tests.ledger_kit import checked, lines

ROWS = "title,text\nUn,Le pont de Vernes coûte trois millions.\nDeux,Le pont de Vernes est payant.\n"


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of two documents in the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path / "export.csv"


def ledger_of(export: Path) -> Path:
    """The first ledger of the table, with one claim a document."""
    found = articles.load(["export.csv"])
    claims = [claim(a.text.splitlines()[-1], a.id) for a in found]
    path = export.parent / "claims.yaml"
    path.write_text(draft(found, [*claims, *claims], (), path=path), encoding="utf-8")
    return path


def test_a_path_names_a_part_of_a_file(export: Path) -> None:
    """The part stands behind a `#`; a file whose own name has one is itself."""
    assert located(Path("export.csv#2")) == (Path("export.csv"), "2")
    assert located(Path("none.csv#2")) == (Path("none.csv#2"), "")
    Path("a#b.txt").write_text("x", encoding="utf-8")
    assert located(Path("a#b.txt")) == (Path("a#b.txt"), "")
    assert located(Path("a#b.txt#1")) == (Path("a#b.txt"), "1")
    with zipfile.ZipFile("pack.zip", "w") as pack:
        pack.writestr("in/page.txt", "Le pont est fermé.")
    assert located(Path("pack.zip#in/page.txt")) == (Path("pack.zip"), "in/page.txt")
    assert articles.text_of(*located(Path("pack.zip#in/page.txt"))).startswith("Le pont")


def test_a_part_cannot_lead_out_of_the_folder(export: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The file that a part belongs to is held inside the folder, links followed."""
    outside = tmp_path_factory.mktemp("outside") / "export.csv"
    outside.write_text(ROWS, encoding="utf-8")
    Path("link.csv").symlink_to(outside)
    folder = export.parent
    assert [leaves(folder, name) for name in ("export.csv#2", "link.csv#2", "../export.csv#2")] == [False, True, True]


def test_each_document_of_a_file_is_a_source(export: Path) -> None:
    """A first ledger lists them apart, quotes anchor in their own text, and a repeated sentence is one claim."""
    path = ledger_of(export)
    text = path.read_text(encoding="utf-8")
    assert 'path: "export.csv#1"' in text
    assert 'path: "export.csv#2"' in text
    assert text.count("statement:") == 2
    assert lines(checked(path, ())) == []


def test_a_quote_must_stand_in_its_own_part(export: Path) -> None:
    """What stands in another document of the file is missing; so is a part that the file no longer has."""
    path = ledger_of(export)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("source: export-1, quote", "source: export-2, quote"), encoding="utf-8")
    assert any("FC203" in line or "FC204" in line for line in lines(checked(path, ())))
    path.write_text(text.replace("export.csv#2", "export.csv#7"), encoding="utf-8")
    assert any("FC201" in line and "no part '7'" in line for line in lines(checked(path, ())))
    with pytest.raises(Unreadable, match="no part '7'"):
        articles.text_of(export, "7")


def test_sources_yaml_tells_of_a_part(export: Path) -> None:
    """What is known of one document of a file goes before what is known of the whole file."""
    Path("sources.yaml").write_text(
        "sources:\n  all: {path: export.csv, publisher: Gazette}\n  two: {path: 'export.csv#2', publisher: Post}\n",
        encoding="utf-8",
    )
    found = articles.load(["export.csv"])
    assert [(a.id, a.publisher) for a in found] == [("export.csv#1", "Gazette"), ("export.csv#2", "Post")]
