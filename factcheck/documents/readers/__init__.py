"""The readers, one module a kind of file; nothing heavy is imported before a file asks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module

from factcheck.documents.readers.base import Ask, Draft, MissingExtra, Reader, Skipped, Unreadable

__all__ = ["KINDS", "SUFFIXES", "Ask", "Draft", "Kind", "MissingExtra", "Skipped", "Unreadable", "kind_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file: its suffixes, the module that reads it, and the extra it needs ("" for none)."""

    name: str
    suffixes: tuple[str, ...]
    extra: str = ""

    @property
    def reader(self) -> Reader:
        """The function that reads this kind; `MissingExtra` where its package is not installed."""
        try:
            function: Reader = import_module(f"{__name__}.{self.name}").read
        except ImportError as missing:
            if not self.extra or (missing.name or "").startswith("factcheck"):
                raise
            raise MissingExtra(self.suffixes[0], self.extra) from None
        return function


KINDS: tuple[Kind, ...] = (
    Kind(name="plain", suffixes=(".txt", ".text", ".md", ".markdown")),
    Kind(name="html", suffixes=(".html", ".htm", ".xhtml"), extra="html"),
    Kind(name="pdf", suffixes=(".pdf",), extra="pdf"),
    Kind(name="docx", suffixes=(".docx",), extra="docx"),
    Kind(name="epub", suffixes=(".epub",)),
    Kind(name="mail", suffixes=(".eml",)),
    Kind(name="subtitles", suffixes=(".vtt", ".srt")),
    Kind(name="records", suffixes=(".json", ".ndjson", ".jsonl", ".csv", ".tsv")),
    Kind(name="archive", suffixes=(".gz", ".zip")),
)
SUFFIXES = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
_NAMED = {kind.name: kind for kind in KINDS}
# What a file begins with, whatever it is called: names lie more often than first bytes.
_SIGNATURES = ((b"%PDF-", "pdf"), (b"\x1f\x8b", "archive"), (b"PK\x03\x04", "archive"))
_WEB = (b"<!doctype html", b"<html")
_JSON = re.compile(rb"\{\s*\"|\[\s*\{")
_PACKED = {"docx", "epub", "archive"}


def kind_of(name: str, data: bytes = b"") -> Kind | None:
    """The kind of the file `name`, by its suffix and by its first bytes; None for one that nobody reads."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    by_name = SUFFIXES.get(suffix)
    if by_name is None and suffix:
        return None
    for signature, told in _SIGNATURES:
        if data.startswith(signature) and not (by_name and told == "archive" and by_name.name in _PACKED):
            return _inside(data) if signature == b"PK\x03\x04" else _NAMED[told]
    return by_name or _NAMED[_of_text(data)]


def _of_text(data: bytes) -> str:
    """The kind of a text without a name."""
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:200]
    if begin[:15].lower().startswith(_WEB):
        return "html"
    if begin.startswith(b"WEBVTT"):
        return "subtitles"
    return "records" if _JSON.match(begin) else "plain"


def _inside(data: bytes) -> Kind:
    """What a zip without a telling name is: a book, a Word file, or an archive."""
    if b"mimetypeapplication/epub+zip" in data[:200]:
        return _NAMED["epub"]
    return _NAMED["docx"] if b"word/document.xml" in data else _NAMED["archive"]
