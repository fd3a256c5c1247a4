"""What every reader takes and gives: bytes and a question in, drafts of documents out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

# A file larger than this is no article; nothing larger is held in memory.
MAX_BYTES = 50_000_000
# What a small packed file may become when it is unpacked.
MAX_UNPACKED = 200_000_000
# An export of more documents than this wants cutting up first.
MAX_PARTS = 100_000

# A ligature is one sign for two letters; only the Latin ones are undone, since NFKC would change figures ("10²").
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# Signs that only tell a page where it may break a word, or that show nothing at all.
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff\x00-\x08\x0b\x0e-\x1f]")
_MANY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*){2,}")
_SPACES = re.compile(r"[ \t\r\f\v]+")


class Unreadable(ValueError):
    """A file, or a part of one, cannot be read; the text says why, in one line and without its name."""


class MissingExtra(Unreadable):
    """The package a reader needs is not installed."""

    def __init__(self, kind: str, extra: str) -> None:
        """Name the extra that reads `kind`."""
        super().__init__(f'reading {kind} needs an extra: pip install "factcheck-cli[{extra}]"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a reader is told: the file's name, the field that holds the text of a record, whether inside an archive."""

    name: str
    text_field: str | None = None
    packed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One document as its file has it. `part` names it in a file of several; `places` are (offset, "page 3")."""

    text: str
    part: str = ""
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    author: str | None = None
    lang: str | None = None
    url: str | None = None
    places: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A part of a file that was left aside, and why."""

    part: str
    why: str


Reader = Callable[[bytes, Ask], Iterator[Draft | Skipped]]


def tidy(text: str) -> str:
    """Extracted text with whole letters and plain line ends: accents joined, ligatures and unseen signs undone.

    >>> tidy("e\\u0301ta\\u00adblir un o\\ufb03ce")
    'établir un office'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", plain))


def one_line(text: str) -> str:
    """`text` on one line; a space that holds figures together stays what it is."""
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()


def paragraphs(parts: list[str]) -> str:
    """A document of the parts that hold anything, an empty line between them."""
    body = "\n\n".join(part.strip() for part in parts if part.strip())
    return _MANY_LINES.sub("\n\n", tidy(body)) + "\n" if body else ""


class Placed:
    """Builds a document's text from paragraphs that each stand at a place."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._places: list[tuple[int, str]] = []
        self._length = 0

    def add(self, text: str, place: str = "") -> None:
        """Add a paragraph; `place` is told where it is another than the last one's."""
        body = paragraphs([text]).strip()
        if not body:
            return
        if place and (not self._places or self._places[-1][1] != place):
            self._places.append((self._length, place))
        self._parts.append(body)
        self._length += len(body) + 2

    @property
    def text(self) -> str:
        """The document."""
        return "\n\n".join(self._parts) + "\n" if self._parts else ""

    @property
    def places(self) -> tuple[tuple[int, str], ...]:
        """Where each place begins."""
        return tuple(self._places)


def row_sentences(rows: list[list[str]]) -> list[str]:
    """The rows of a table as sentences that name their columns, where the first row names them.

    >>> row_sentences([["Année", "Budget"], ["2024", "7 millions"]])
    ['Année : 2024 ; Budget : 7 millions.']
    """
    held = [[one_line(cell) for cell in row] for row in rows]
    held = [row for row in held if any(row)]
    if not held:
        return []
    head = held[0]
    named = len(held) > 1 and len(head) > 1 and all(head) and not any(c.isdigit() for cell in head[1:] for c in cell)
    if not named:
        return [_sentence([cell for cell in row if cell]) for row in held]
    return [
        _sentence([f"{name} : {cell}" for name, cell in zip(head, row, strict=False) if cell])
        for row in held[1:]
        if any(row)
    ]


def _sentence(cells: list[str]) -> str:
    """Cells as one line; cells that are whole sentences keep their ends."""
    text = " ; ".join(cells)
    return text if text[-1:] in ".!?…:»" else f"{text}."
