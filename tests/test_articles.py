"""Finding documents, reading them, and saying in one line what cannot be read."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.documents import articles
from factcheck.errors import SourceError

FRENCH = "Le maire a dit que les travaux de la gare vont coûter plus cher que prévu à la ville.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    for name in ("docs/b.txt", "docs/a.md", "docs/sub/c.markdown"):
        (tmp_path / name).write_text(FRENCH, encoding="utf-8")
    return tmp_path


def test_folders_are_walked_and_sorted(folder: Path) -> None:
    """A folder, a file in it and a pattern over it give each document once, by id."""
    found = articles.load(["docs/b.txt", "docs", "docs/*.txt", str(folder / "docs")])
    assert [a.id for a in found] == ["docs/a.md", "docs/b.txt", "docs/sub/c.markdown"]
    assert {a.lang for a in found} == {"fr"}


def test_what_is_no_document_is_left_aside(folder: Path) -> None:
    """Hidden files, caches and files about documents are passed over; other types are counted in a note."""
    for name in ("docs/.secret.txt", "docs/gold.yaml", "docs/photo.jpg", "docs/table.ods"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "docs" / "store").mkdir()
    (folder / "docs" / "store" / "CACHEDIR.TAG").write_text("x", encoding="utf-8")
    (folder / "docs" / "store" / "x.txt").write_text("x", encoding="utf-8")
    reading = articles.read(["docs"])
    assert len(reading.articles) == 3
    assert len(reading.notes) == 1
    assert reading.notes[0].startswith("skipped 2 files of unknown type (.jpg, .ods; read: .csv, .docx, ")


def test_line_ends_and_encodings(folder: Path) -> None:
    """A byte order mark and carriage returns are dropped; old Windows text is read."""
    (folder / "bom.txt").write_bytes(b"\xef\xbb\xbfun\r\ndeux\rtrois\n")
    (folder / "old.txt").write_bytes("l’été à Nîmes".encode("windows-1252"))
    assert articles.load(["bom.txt"])[0].text == "un\ndeux\ntrois\n"
    assert articles.load(["old.txt"])[0].text == "l’été à Nîmes"


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads the text that is piped in."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(FRENCH.encode())))
    (found,) = articles.load(["-"], "fr")
    assert (found.id, found.path, found.text) == ("-", "", FRENCH)


def test_markdown_headers_and_sources_tell_about_documents(folder: Path) -> None:
    """`sources.yaml` beside a document comes first, then its own header."""
    (folder / "docs" / "a.md").write_text(
        "---\ntitle: Le pont\ndate: 2025-07-17\nlang: en\n---\nOui.\n", encoding="utf-8"
    )
    (folder / "docs" / "sources.yaml").write_text(
        "sources:\n  one:\n    path: b.txt\n    published: 2025-07-16\n    publisher: Le Courrier\n", encoding="utf-8"
    )
    a, b, _ = articles.load(["docs"])
    assert (a.title, a.published, a.lang) == ("Le pont", date(2025, 7, 17), "en")
    assert (b.publisher, b.published) == ("Le Courrier", date(2025, 7, 16))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2025年07月17日 11:29", date(2025, 7, 17)),
        ("Publié le jeudi 17 juillet 2025 à 10h", date(2025, 7, 17)),
        ("Radio Sud, publié le 1er août 2025", date(2025, 8, 1)),
        ("Published on 5 August 2020", date(2020, 8, 5)),
        ("Published August 5, 2020", date(2020, 8, 5)),
        ("Le livre est sorti le 3 mai 2019.", None),
        ("Publié le 35 juillet 2025", None),
    ],
)
def test_a_plain_dateline_dates_the_document(folder: Path, line: str, day: date | None) -> None:
    """Only an explicit line at the top gives the date of publication."""
    (folder / "d.txt").write_text(f"Le pont\n\n{line}\n\n{FRENCH}", encoding="utf-8")
    assert articles.load(["d.txt"])[0].published == day


def test_another_language_is_said_plainly(folder: Path) -> None:
    """A document in neither language is kept, with a note."""
    german = "Der Bürgermeister sagte, dass die Arbeiten am Bahnhof in diesem Jahr teurer werden.\n"
    (folder / "g.txt").write_text(german, encoding="utf-8")
    reading = articles.read(["g.txt"])
    assert reading.articles[0].lang == "other"
    assert "neither French nor English" in reading.notes[0]


def _faults(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "binary.txt").write_bytes(b"\x89PNG\x00\x00\x01")
    (folder / "noise.txt").write_bytes(bytes(range(1, 32)) * 9)
    (folder / "sheet.ods").write_text("x", encoding="utf-8")
    (folder / "ring").mkdir()
    (folder / "ring" / "again").symlink_to(folder / "ring", target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("gone.txt", "gone.txt: no such file or folder"),
        ("*.xyz", "*.xyz: no file matches"),
        ("empty", "empty: no readable document"),
        ("binary.txt", "binary.txt: not a text file"),
        ("noise.txt", "noise.txt: not a text file"),
        ("sheet.ods", "sheet.ods: not a type factcheck reads"),
        ("ring", "a link leads back to a folder above it"),
        ("self.txt", "self.txt: cannot be opened"),
        ("a\x00b", "cannot be opened"),
    ],
)
def test_faults_are_one_clear_line(folder: Path, path: str, says: str) -> None:
    """What cannot be read is named with its reason."""
    _faults(folder)
    with pytest.raises(SourceError) as caught:
        articles.load([path])
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unreadable_file_is_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without read permission is named: an error if the user named it, else a line."""
    opened = Path.open

    def refuse(path: Path, *rest: str) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(Path, "open", refuse)
    assert articles.read(["docs"]).notes == ("docs/b.txt: cannot be read (permission denied)",)
    with pytest.raises(SourceError, match=r"docs/b\.txt: cannot be read"):
        articles.load(["docs/b.txt"])


def test_the_ledger_of_the_working_folder_tells_of_its_sources(folder: Path) -> None:
    """What `claims.yaml` says counts, its `derived_from` turned into article ids; a faulty one does not."""
    from factcheck.pipeline import Options, extract

    Path("a.txt").write_text("Le maire a signé l'accord.\n", encoding="utf-8")
    Path("b.txt").write_text("Le maire a signé l'accord hier.\n", encoding="utf-8")
    ledger = "version: 1\nsources:\n  one: {path: a.txt, published: 2025-03-03}\n"
    ledger += "  two: {path: b.txt, derived_from: [one]}\nclaims: []\nconflicts: []\n"
    Path("claims.yaml").write_text(ledger, encoding="utf-8")
    first, second = extract(["a.txt", "b.txt"], options=Options(cache=False)).articles
    assert (str(first.published), second.derived_from) == ("2025-03-03", ("a.txt",))
    Path("claims.yaml").write_text("sources: [", encoding="utf-8")
    assert extract(["a.txt"], options=Options(cache=False)).articles[0].published is None


def test_reading_tells_how_far_it_is(folder: Path) -> None:
    """Every file counts, read or left aside, up to the last."""
    for name in ("a.txt", "b.txt", "c.pdf"):
        (folder / "many" / name).parent.mkdir(exist_ok=True)
        (folder / "many" / name).write_text("Le pont est ouvert.", encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    articles.read([str(folder / "many")], progress=lambda *step: told.append(step))
    assert told == [(n, 3, "reading files") for n in range(4)]
