"""PDFs (pypdf): their lines with page and position, in reading order; `reflow` makes paragraphs of them."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

import pypdf
from pypdf.errors import PdfReadError

from factcheck.documents.readers.base import Ask, Draft, Unreadable, one_line, tidy
from factcheck.documents.readers.reflow import Line, reflow

_MOST_PAGES = 3_000
# Two columns printed row by row: this many rows with a second part, of at least this many letters.
_FEWEST_ROWS = 4
_COLUMN_CHARS = 20
# The least a second column stands to the right, and how exactly its lines begin below each other, in points.
_GUTTER, _FLUSH = 120.0, 4.0
# Two pieces stand on one line when they differ by less of their size in height.
_SAME_LINE = 0.4

# A bullet of a symbol font, which has no letter of its own.
_SYMBOL = re.compile(r"^\s*[\x7f\x95\ue000-\uf8ff](?=\s)")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(data: bytes, ask: Ask) -> Iterator[Draft]:
    """The text of a PDF, with the page of each line. Its dates tell when it was made, not published."""
    document = _opened(data)
    pages = [_lines(document.pages[n], n + 1) for n in range(min(len(document.pages), _MOST_PAGES))]
    text, places = reflow(pages)
    if not text.strip():
        raise Unreadable("no text in it; if it is a scan, run text recognition on it first")
    cut = len(document.pages) > _MOST_PAGES
    told: Any = document.metadata or {}
    yield Draft(
        text=text,
        places=places,
        title=_title(told),
        author=_said(told, "/Author"),
        notes=(f"only its first {_MOST_PAGES} pages are read",) if cut else (),
    )


def _opened(data: bytes) -> pypdf.PdfReader:
    """The document; one without a real password opens, since many PDFs are only locked against printing."""
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        locked = document.is_encrypted and not document.decrypt("")
    except pypdf.errors.DependencyError as fault:
        raise Unreadable("encrypted") from fault
    except PdfReadError as fault:
        raise Unreadable("damaged: no PDF can be read from it") from fault
    if locked:
        raise Unreadable("encrypted with a password; save it without one first")
    return document


def _said(told: Any, key: str) -> str | None:
    value = told.get(key)
    return one_line(tidy(str(value))) or None if isinstance(value, str) else None


def _title(told: Any) -> str | None:
    """The title, unless it is a file's name, which is what many programs leave there."""
    title = _said(told, "/Title")
    return title if title and " " in title and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd")) else None


def _lines(page: Any, number: int) -> list[Line]:
    """The lines of a page, its columns one after the other."""
    pieces: list[Line] = []

    def visit(text: str, matrix: list[float], place: list[float], _font: object, size: float) -> None:
        if text.strip():
            x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
            y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
            scale = abs(place[3] * matrix[3]) or abs(place[1] * matrix[2]) or 1.0
            high = max(1.0, size * scale)
            parts = [part for part in text.split("\n") if part.strip()]
            pieces.extend(Line(number, x, y - high * n, high, part) for n, part in enumerate(parts))

    page.extract_text(visitor_text=visit)
    return [line._replace(text=one_line(tidy(_SYMBOL.sub("•", line.text)))) for line in _joined(_in_columns(pieces))]


def _joined(pieces: list[Line]) -> Iterator[Line]:
    """The pieces of a line put together: same height, further to the right."""
    line: Line | None = None
    for piece in pieces:
        if line and abs(line.y - piece.y) < _SAME_LINE * min(line.size, piece.size) and piece.x >= line.x:
            line = line._replace(text=line.text + piece.text, size=max(line.size, piece.size))
            continue
        if line:
            yield line
        line = piece
    if line:
        yield line


def _in_columns(pieces: list[Line]) -> list[Line]:
    """The pieces as they stand, or column after column where a page was printed row by row."""
    seconds = [
        b
        for a, b in pairwise(pieces)
        if abs(a.y - b.y) < _SAME_LINE * a.size and b.x - a.x > _GUTTER and len(b.text.strip()) >= _COLUMN_CHARS
    ]
    if len(seconds) < _FEWEST_ROWS:
        return pieces
    start, count = Counter(round(piece.x / _FLUSH) for piece in seconds).most_common(1)[0]
    edge = start * _FLUSH - _FLUSH
    right = [piece for piece in pieces if piece.x >= edge]
    if count < _FEWEST_ROWS or median(len(piece.text) for piece in right) < _COLUMN_CHARS:
        return pieces
    top = max(piece.y for piece in right)
    above = [piece for piece in pieces if piece.x < edge and piece.y > top + piece.size]
    left = [piece for piece in pieces if piece.x < edge and piece.y <= top + piece.size]
    return above + left + right
