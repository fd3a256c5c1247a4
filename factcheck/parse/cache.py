"""Parsed sentences kept on disk by their content, so that unchanged text is never parsed twice.

One SQLite file; any trouble with it (locked, corrupt, read-only) means working without, never failing.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from factcheck.model import Sentence, Token
from factcheck.parse import nlp

# Raise it whenever `Token` or what `nlp` puts into it changes.
FORMAT = 8
FOLDER = ".factcheck_cache"
# Sentences read or written by one statement.
_CHUNK = 500
# Sentences parsed between two reports of progress, and between two writes.
_STEP = 256
# A second process writing at the same time is waited for this long.
_PATIENCE = 2.0
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of factcheck; it can be deleted.\n"

Progress = Callable[[int, int, str], None]


class Cache:
    """A table from content keys to parses in `folder`; silent when it cannot be used."""

    def __init__(self, folder: Path) -> None:
        """Open or make the cache in `folder`."""
        self._base: sqlite3.Connection | None = None
        try:
            _prepare(folder)
            self._base = _open(folder / "parses.sqlite")
        except (OSError, sqlite3.Error):
            self._base = None

    @property
    def usable(self) -> bool:
        """Whether anything can be read or kept."""
        return self._base is not None

    def get(self, keys: Sequence[str]) -> dict[str, bytes]:
        """What is kept under `keys`; absent ones are left out."""
        found: dict[str, bytes] = {}
        for chunk in _chunks(keys):
            marks = ",".join("?" * len(chunk))
            found.update(self._rows(f"SELECT key, value FROM parses WHERE key IN ({marks})", chunk))
        return found

    def put(self, rows: Sequence[tuple[str, bytes]]) -> None:
        """Keep `rows`; what is there stays."""
        if self._base is None:
            return
        try:
            with self._base:
                self._base.executemany("INSERT OR IGNORE INTO parses VALUES (?, ?)", rows)
        except sqlite3.Error:
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
        self._base = None

    def _rows(self, query: str, values: Sequence[str]) -> list[tuple[str, bytes]]:
        """The rows of `query`, or none when the file gives trouble."""
        if self._base is None:
            return []
        try:
            return list(self._base.execute(query, values))
        except sqlite3.Error:
            self.close()
            return []


def _prepare(folder: Path) -> None:
    """Make `folder`, marked as a cache for git and for backup tools."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        if not (folder / name).exists():
            (folder / name).write_text(content, encoding="utf-8")


def _open(path: Path) -> sqlite3.Connection:
    """The database at `path`; a file that is no database is made anew."""
    try:
        return _connect(path)
    except sqlite3.OperationalError:  # locked or read-only: leave it alone
        raise
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    """A connection whose table exists."""
    base = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        with base:
            base.execute("CREATE TABLE IF NOT EXISTS parses (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
    except sqlite3.Error:
        base.close()
        raise
    return base


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """`keys` in pieces a statement can take."""
    for at in range(0, len(keys), _CHUNK):
        yield keys[at : at + _CHUNK]


def parsed(
    sentences: Sequence[Sentence],
    lang: str,
    cache: Cache | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> tuple[Sentence, ...]:
    """The sentences with their tokens, at document offsets; only what the cache lacks is parsed, by `jobs` processes.

    `progress` is called with the number done, the number to do and what is going on.
    """
    tag = nlp.model_tag(lang)
    keys = [_key(sentence.text, tag) for sentence in sentences]
    kept = cache.get(list(dict.fromkeys(keys))) if cache else {}
    known = {key: tokens for key, value in kept.items() if (tokens := _unpack(value)) is not None}
    missing = {key: s.text for key, s in zip(keys, sentences, strict=True) if key not in known}
    known.update(_parse_missing(missing, lang, cache, progress, jobs))
    return tuple(
        replace(sentence, tokens=_shifted(known[key], sentence)) for key, sentence in zip(keys, sentences, strict=True)
    )


def _parse_missing(
    missing: dict[str, str], lang: str, cache: Cache | None, progress: Progress | None, jobs: int
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Parse texts by key, keeping what is done every few steps."""
    keys = list(missing)
    trees = nlp.parse(list(missing.values()), lang, jobs)
    for at in range(0, len(keys), _STEP):
        if progress:
            progress(at, len(keys), "parsing")
        found = list(zip(keys[at : at + _STEP], trees, strict=False))
        if cache:
            cache.put([(key, _pack(tokens)) for key, tokens in found])
        yield from found
    if progress and keys:
        progress(len(keys), len(keys), "parsing")


def _key(text: str, tag: str) -> str:
    """The content key of a sentence under one model."""
    return sha256(f"{FORMAT}\x1f{tag}\x1f{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _pack(tokens: tuple[Token, ...]) -> bytes:
    """Tokens as compact bytes."""
    return json.dumps(tokens, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _unpack(value: bytes) -> tuple[Token, ...] | None:
    """Tokens from their bytes; None when the bytes are damaged."""
    try:
        return tuple(_token(*row) for row in json.loads(value.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, IndexError):
        return None


def _token(text: str, start: int, end: int, lemma: str, pos: str, dep: str, head: int, morph: str) -> Token:
    """A token whose repeated strings are kept once in memory."""
    return Token(text, start, end, sys.intern(lemma), sys.intern(pos), sys.intern(dep), head, sys.intern(morph))


def _shifted(tokens: tuple[Token, ...], sentence: Sentence) -> tuple[Token, ...]:
    """Tokens at document offsets, their text as the document writes it."""
    by, text = sentence.start, sentence.text
    return tuple(
        Token(text[start:end], start + by, end + by, lemma, pos, dep, head, morph)
        for _, start, end, lemma, pos, dep, head, morph in tokens
    )
