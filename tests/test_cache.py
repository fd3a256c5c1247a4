"""Parses kept on disk: what is there is not parsed again, and no trouble with the file is fatal."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from factcheck.model import Sentence, Token
from factcheck.parse import cache as caching
from factcheck.parse import nlp
from factcheck.parse.cache import Cache, parsed

TEXT = "Bonjour. Le pont est fermé. Le pont est fermé."
PLACES = ((0, 8), (9, 27), (28, 46))
SENTENCES = [Sentence(start=a, end=b, text=TEXT[a:b], lang="fr", paragraph=0) for a, b in PLACES]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts given to the parser, which splits at words and loads nothing."""
    seen: list[str] = []

    def parse(texts: Sequence[str], lang: str, jobs: int = 1) -> Iterator[tuple[Token, ...]]:
        seen.extend(texts)
        return map(nlp.words, texts)

    monkeypatch.setattr(nlp, "parse", parse)
    return seen


def test_tokens_stand_at_document_offsets(asked: list[str]) -> None:
    """Each token slices the document, and a repeated sentence is parsed once."""
    done = parsed(SENTENCES, "fr")
    assert all(TEXT[t.start : t.end] == t.text for s in done for t in s.tokens)
    assert asked == ["Bonjour.", "Le pont est fermé."]


def test_what_is_kept_is_not_parsed_again(asked: list[str], tmp_path: Path) -> None:
    """A second run over the same text asks the parser nothing and gives the same."""
    first = parsed(SENTENCES, "fr", Cache(tmp_path / "c"))
    asked.clear()
    assert parsed(SENTENCES, "fr", Cache(tmp_path / "c")) == first
    assert asked == []
    assert (tmp_path / "c" / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "c" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_another_model_or_format_is_another_key(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parses of one model or format never answer for another."""
    parsed(SENTENCES, "fr", Cache(tmp_path))
    monkeypatch.setattr(caching, "FORMAT", -1)
    asked.clear()
    parsed(SENTENCES, "fr", Cache(tmp_path))
    assert asked == ["Bonjour.", "Le pont est fermé."]


def test_a_corrupt_file_is_made_anew(asked: list[str], tmp_path: Path) -> None:
    """A file that is no database is replaced, damaged rows are parsed again."""
    (tmp_path / "parses.sqlite").write_bytes(b"not a database, certainly not" * 100)
    store = Cache(tmp_path)
    assert store.usable
    assert len(parsed(SENTENCES, "fr", store)) == 3
    assert store._base is not None
    with store._base:
        store._base.execute("UPDATE parses SET value = x'7b'")
    asked.clear()
    assert len(parsed(SENTENCES, "fr", Cache(tmp_path))) == 3
    assert asked == ["Bonjour.", "Le pont est fermé."]


def test_an_unusable_place_means_no_cache(asked: list[str], tmp_path: Path) -> None:
    """A folder that cannot be made is no reason to fail."""
    (tmp_path / "file").write_text("x")
    store = Cache(tmp_path / "file" / "below")
    assert not store.usable
    assert len(parsed(SENTENCES, "fr", store)) == 3


def test_a_locked_file_means_no_cache(asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process holds the file, parses are made without it."""
    monkeypatch.setattr(caching, "_PATIENCE", 0.05)
    holder = Cache(tmp_path)
    assert holder._base is not None
    holder._base.execute("BEGIN EXCLUSIVE")
    assert len(parsed(SENTENCES, "fr", Cache(tmp_path))) == 3
    holder._base.rollback()


def test_progress_tells_how_much_is_left(asked: list[str]) -> None:
    """The caller hears of the start and the end."""
    told: list[tuple[int, int, str]] = []
    parsed(SENTENCES, "fr", None, lambda *step: told.append(step))
    assert told == [(0, 2, "parsing"), (2, 2, "parsing")]


def test_a_second_extract_never_imports_the_parser(tmp_path: Path) -> None:
    """Unchanged files are answered from the cache by a process that does not load spaCy."""
    (tmp_path / "a.txt").write_text(
        "The bridge of Leeds has been shut since the end of May, Ann Reed said.\n", encoding="utf-8"
    )
    program = (
        "import sys; from pathlib import Path; "
        "from factcheck import claims; from factcheck.documents import articles; "
        "from factcheck.parse.cache import Cache; "
        "found = claims.extract(articles.load(['a.txt']), cache=Cache(Path('c'))); "
        "print(len(found), found[0].speaker.name, 'spacy' in sys.modules)"
    )
    root = str(Path(__file__).parent.parent)
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env={"PYTHONPATH": root},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for _ in range(2)
    ]
    assert runs == [["1", "Ann", "Reed", "True"], ["1", "Ann", "Reed", "False"]]
