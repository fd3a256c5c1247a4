"""The text of a ledger's sources, each read once, with its hash."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path

from factcheck.documents.sourcesfile import located
from factcheck.ledger.anchors import Anchored
from factcheck.ledger.model import LedgerSource
from factcheck.text import Lines

# What is read as it stands, if it is UTF-8; other formats and encodings are left to those who read documents.
PLAIN = frozenset({".txt", ".md", ".markdown", ""})
MAX_BYTES = 50_000_000


class SourceText:
    """One source's file, or its `part` of a file of several. `fault` says why there is no text, if it is not empty."""

    def __init__(self, source: LedgerSource, path: Path) -> None:
        """Read the bytes and hash them."""
        self.source = source
        self.path, self.part = located(path)
        self.fault = ""
        self.text = ""
        self.sha256 = ""
        try:
            self._read()
        except (OSError, ValueError) as error:
            self.fault = _reason(error)

    def _read(self) -> None:
        if self.path.exists() and not self.path.is_file():
            raise ValueError("not a file")
        if self.path.stat().st_size > MAX_BYTES:
            raise ValueError(f"larger than {MAX_BYTES // 1_000_000} MB")
        data = self.path.read_bytes()
        self.sha256 = hashlib.sha256(data).hexdigest()
        plain = _plain_text(data) if self.path.suffix.lower() in PLAIN else None
        self.text = _document_text(self.path, self.part) if plain is None else plain

    @property
    def changed(self) -> bool:
        """Whether the bytes are other than those recorded."""
        return bool(self.sha256) and self.source.sha256 not in (None, self.sha256)

    @cached_property
    def anchored(self) -> Anchored:
        """The text, ready to look quotes up in."""
        return Anchored(self.text)

    @cached_property
    def lines(self) -> Lines:
        """The text's lines."""
        return Lines(self.text)


def _plain_text(data: bytes) -> str | None:
    """UTF-8 text with its line ends as `\\n`, as in an article; None for anything else."""
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None


def _document_text(path: Path, part: str) -> str:
    """The text of a web page, a PDF, a Word file, an old encoding, a record; a ValueError where there is none."""
    from factcheck.documents.articles import text_of

    return text_of(path, part)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return str(getattr(error, "strerror", None) or error)
