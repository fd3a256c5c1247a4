"""Old encodings, damage, traps and limits: one line each, and the rest is still read."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.documents import articles, finding, readers
from factcheck.documents.decoding import decode
from factcheck.documents.readers import base, packed
from factcheck.errors import SourceError
from tests.benchmarks.formats import packed as zipped

DOCUMENTS = Path(__file__).parent / "documents"
FRENCH = "L’été à Nîmes a été très sec ; la région a versé 3 millions d’euros aux éleveurs."
FRENCH_LETTERS = FRENCH.replace("’", "'")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("ok.txt").write_text(FRENCH, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("written", "encoding", "lies"),
    [
        (FRENCH, "utf-8", ""),
        (FRENCH, "utf-8-sig", ""),
        (FRENCH, "utf-16", ""),
        (FRENCH, "utf-16-le", ""),
        (FRENCH, "utf-16-be", ""),
        (FRENCH, "cp1252", ""),
        (FRENCH_LETTERS, "latin-1", ""),
        (FRENCH, "mac_roman", ""),
        (FRENCH_LETTERS, "cp850", ""),
        (FRENCH, "utf-8", "iso-8859-1"),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "cp1252", "iso-8859-1"),
        (FRENCH_LETTERS + " €", "iso-8859-15", "iso-8859-15"),
        (FRENCH, "cp1252", "klingon"),
    ],
)
def test_encodings(written: str, encoding: str, lies: str) -> None:
    """Bytes are believed more than what a page declares; a declaration counts where they leave a choice."""
    declared = f'<meta charset="{lies}">' if lies else ""
    found = decode((declared + written).encode(encoding), declared=True)
    assert (found.text, found.lost) == (declared + written, 0)


def test_lost_bytes_are_counted(folder: Path) -> None:
    """A few broken bytes do not make a text another encoding; how many there are is said."""
    Path("ok.txt").write_bytes((FRENCH * 3).encode() + b"\xe9 fin\xff.")
    assert articles.read(["ok.txt"]).notes == ("ok.txt: 2 bytes that UTF-8 cannot read, shown as \ufffd",)


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=DOCUMENTS / "mairie.pdf")
    writer.encrypt(password, owner_password="x", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def whole(name: str) -> bytes:
    return (DOCUMENTS / name).read_bytes()


ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
FAULTS = {
    "cut.docx": (lambda: whole("compte-rendu.docx")[:9_000], "damaged: it ends too early"),
    "cut.pdf": (lambda: whole("mairie.pdf")[:200], "damaged"),
    "empty.pdf": (lambda: b"", "damaged"),
    "empty.zip": (lambda: b"", "damaged"),
    "other.docx": (lambda: zipped({"a.txt": "x"}), "it has no word/document.xml"),
    "entities.docx": (lambda: zipped({"word/document.xml": ENTITY}), "declares XML entities"),
    "entities.epub": (lambda: zipped({"META-INF/container.xml": ENTITY}), "declares XML entities"),
    "broken.docx": (lambda: zipped({"word/document.xml": "<a>"}), "its XML is broken"),
    "locked.pdf": (lambda: locked("secret"), "encrypted with a password"),
    "scan.pdf": (lambda: _blank(), "no text in it"),
    "cut.txt.gz": (lambda: gzip.compress(b"x" * 999)[:20], "cannot be unpacked"),
    "fields.csv": (lambda: b"a,b\n1,2\n", "no field of text; name one with --text-field (it has: a, b)"),
    "broken.json": (lambda: b"{", "its JSON is broken"),
    "none.ndjson": (lambda: b"\n", "no records in it"),
    "none.srt": (lambda: b"Bonjour", "no subtitles in it"),
    "none.eml": (lambda: b"Bonjour\n", "neither sender nor subject"),
    "picture.txt": (lambda: b"\x89PNG\x00\x00\x01", "not a text file"),
    "large.txt": (lambda: b"x" * 300_001, "larger than"),
    "large.txt.gz": (lambda: gzip.compress(b"x" * 300_001), "would unpack to more"),
    "large.zip": (lambda: _bomb(), "would unpack to more"),
}


def _blank() -> bytes:
    writer, stream = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(stream)
    return stream.getvalue()


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", b"0" * 200_000)
    return stream.getvalue()


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits, made small enough for a test."""
    for module in (base, packed, articles, sys.modules.get("factcheck.documents.readers.archive")):
        for name, limit in (("MAX_BYTES", 300_000), ("MAX_UNPACKED", 600_000)):
            if module is not None and hasattr(module, name):
                monkeypatch.setattr(module, name, limit)


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_read_is_one_line(folder: Path, name: str) -> None:
    """In a folder it is a note and the rest is read; named by the user, it is an error."""
    make, why = FAULTS[name]
    Path(name).write_bytes(make())
    reading = articles.read(["."])
    assert [article.id for article in reading.articles] == ["ok.txt"]
    (note,) = reading.notes
    assert note.startswith(f"{name}: ")
    assert why in note
    with pytest.raises(SourceError) as caught:
        articles.load([name])
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_in_which_nothing_can_be_read_is_an_error(folder: Path) -> None:
    """Nothing read is never a silent pass; the reasons are told."""
    Path("ok.txt").unlink()
    Path("a.pdf").write_bytes(b"x")
    Path("b.docx").write_bytes(b"x")
    with pytest.raises(SourceError, match=r"none of the documents could be read; a\.pdf: damaged.*; b\.docx: damaged"):
        articles.load(["."])


def test_parts_that_cannot_be_read_are_named(folder: Path) -> None:
    """An archive inside another is not opened, nor is a broken line read; what stands beside them is."""
    inner = zipped({"x.txt": "x"})
    Path("a.zip").write_bytes(zipped({"b.zip": inner, "c.txt": FRENCH, "d.txt.gz": gzip.compress(b"x"), "e.docx": "x"}))
    Path("b.ndjson").write_text(json.dumps({"text": FRENCH}) + "\n{oops\n", encoding="utf-8")
    reading = articles.read(["."])
    assert [article.id for article in reading.articles] == ["a.zip#c.txt", "b.ndjson#1", "ok.txt"]
    assert reading.notes == (
        "a.zip#b.zip: an archive inside another is not opened",
        "a.zip#d.txt.gz: an archive inside another is not opened",
        "a.zip#e.docx: damaged: it ends too early or is no zip file",
        "b.ndjson#2: not a JSON object",
        "4 documents could not be read",
    )


def test_a_missing_package_is_named_with_its_extra(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line for all files that need it, an error for a file that the user named."""
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        Path(name).write_bytes(whole("mairie.pdf"))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.delitem(sys.modules, "factcheck.documents.readers.pdf", raising=False)
    needs = 'reading .pdf needs an extra: pip install "factcheck-cli[pdf]"'
    assert articles.read(["."]).notes == (f"a.pdf and 2 more: {needs}", "3 documents could not be read")
    with pytest.raises(SourceError, match=r"a\.pdf: reading \.pdf needs"):
        articles.load(["a.pdf"])


def test_loops_and_unreachable_files_are_noted(folder: Path) -> None:
    """A link to itself or back to a folder above is left with a line; a link to nowhere is nothing."""
    Path("ring").mkdir()
    Path("ring/again").symlink_to(folder / "ring", target_is_directory=True)
    Path("self.txt").symlink_to("self.txt")
    Path("gone.txt").symlink_to("nowhere.txt")
    os.mkfifo("pipe.txt")
    reading = articles.read(["."])
    assert len(reading.articles) == 1
    assert reading.notes[0] == "ring/again: a link leads back to a folder above it; not followed"
    assert reading.notes[1].startswith("self.txt: cannot be opened")
    assert len(reading.notes) == 2


def test_an_address_is_told_how_to_be_saved() -> None:
    """Nothing is fetched."""
    with pytest.raises(SourceError, match="does not go online; save the page as HTML first"):
        articles.load(["https://gazette.example/pont"])


def test_a_list_of_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`@list` names a file a line, `@-` takes the list from standard input."""
    Path("list").write_text("ok.txt\n\n", encoding="utf-8")
    assert finding.search(["@list"]).found == {Path("ok.txt"): True}
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"gone.txt\n")))
    with pytest.raises(SourceError, match=r"gone\.txt: no such file or folder \(listed in -\)"):
        finding.search(["@-"])


def test_standard_input_may_be_any_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no name, so its first bytes tell."""
    for name, begin in (
        ("mairie.pdf", "## Le pont"),
        ("compte-rendu.docx", "# Conseil"),
        ("gazette.html", "# Le pont"),
    ):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(whole(name))))
        (article,) = articles.load(["-"])
        assert article.text.startswith(begin)


def test_text_of_is_what_offsets_count_in() -> None:
    """A ledger anchors its quotes in the text that `extract --text` prints."""
    for path in sorted(DOCUMENTS.iterdir()):
        (article,) = articles.load([str(path)])
        assert articles.text_of(path) == article.text


def test_each_piece_of_knowledge_comes_from_the_most_trusted_place(folder: Path) -> None:
    """The page, then `sources.yaml`, then the ledger, field by field; and it is told from where."""
    Path("a.html").write_bytes(whole("gazette.html"))
    Path("sources.yaml").write_text(
        "sources:\n  a: {path: a.html, publisher: Le Courrier, published: 2020-01-02}\n", encoding="utf-8"
    )
    entry = articles.SourceEntry(id="a", path="a.html", url="https://ledger.example/a")
    reading = articles.read(["a.html"], known=articles.by_path({"a": entry}, folder))
    (article,) = reading.articles
    assert (article.publisher, str(article.published), article.author) == ("Le Courrier", "2020-01-02", "Anne Roche")
    assert article.url == "https://ledger.example/a"
    assert reading.origins["a.html"] == {
        "lang": "document",
        "title": "document",
        "author": "document",
        "publisher": "sources.yaml",
        "published": "sources.yaml",
        "url": "claims.yaml",
    }


@pytest.mark.parametrize("name", sorted(path.name for path in DOCUMENTS.iterdir()))
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_mutated_files_raise_nothing_unexpected(tmp_path: Path, name: str, data: st.DataObject) -> None:
    """Whatever bytes a file loses, gains or swaps, it is read or refused in one line."""
    raw = bytearray(whole(name))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(raw) - 1)))
        change = data.draw(st.sampled_from(["set", "cut", "add", "copy"]))
        if change == "set" and raw:
            raw[at] = data.draw(st.integers(0, 255))
        elif change == "cut":
            del raw[at : at + data.draw(st.integers(1, 200))]
        elif change == "add":
            raw[at:at] = data.draw(st.binary(max_size=30))
        else:
            raw[at:at] = raw[: data.draw(st.integers(0, 500))]
    path = tmp_path / name
    path.write_bytes(bytes(raw))
    text = _read_or_refused(path)
    assert "\r" not in text


def _read_or_refused(path: Path) -> str:
    """The texts of a file, or the line that refuses it."""
    try:
        return "".join(article.text for article in articles.read([str(path)]).articles)
    except SourceError as fault:
        return str(fault)


def test_no_reader_is_imported_before_it_is_asked_for() -> None:
    """Knowing the kinds costs nothing; their packages are big."""
    import subprocess

    code = "import sys, factcheck.pipeline, factcheck.documents.articles; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"trafilatura", "pypdf", "lxml"}.isdisjoint(loaded)
    assert readers.SUFFIXES[".pdf"].extra == "pdf"
