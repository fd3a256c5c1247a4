"""The text of a ledger's sources, each read once, with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from factcheck.ledger.anchors import Anchored
from factcheck.ledger.model import LedgerSource
from factcheck.text import Lines

# What is read as it stands; other formats have a text extracted from them.
PLAIN = frozenset({".txt", ".md", ".markdown", ""})
MAX_BYTES = 50_000_000

Extract = Callable[[Path], str]


class SourceText:
    """One source's file. `fault` says why there is no text; an empty one means there is."""

    def __init__(self, source: LedgerSource, path: Path, extract: Extract | None = None) -> None:
        """Read the bytes and hash them; `extract` gives the text of a format that is not plain."""
        self.source = source
        self.path = path
        self.fault = ""
        self.text = ""
        self.sha256 = ""
        try:
            self._read(extract)
        except (OSError, ValueError) as error:
            self.fault = _reason(error)

    def _read(self, extract: Extract | None) -> None:
        if self.path.exists() and not self.path.is_file():
            raise ValueError("not a file")
        if self.path.stat().st_size > MAX_BYTES:
            raise ValueError(f"larger than {MAX_BYTES // 1_000_000} MB")
        data = self.path.read_bytes()
        self.sha256 = hashlib.sha256(data).hexdigest()
        plain = extract is None or self.path.suffix.lower() in PLAIN
        self.text = _plain_text(data) if plain or extract is None else extract(self.path)

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


def _plain_text(data: bytes) -> str:
    """Text as an article's: UTF-8, UTF-16 with its mark, or else windows-1252; line ends as `\\n`."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in data and not wide:
        raise ValueError("not text")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return str(getattr(error, "strerror", None) or error)
