"""Exports: JSON, one JSON object a line, CSV. Each record with a text is a document."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from factcheck.documents.dateline import written_day
from factcheck.documents.decoding import decode
from factcheck.documents.readers.base import MAX_BYTES, MAX_PARTS, Ask, Draft, Skipped, Unreadable, paragraphs
from factcheck.documents.readers.markup import has_markup, html_paragraphs

Row = Mapping[str, Any]

# What exports call their fields, in small letters; the first that is there counts.
TEXT = ("text", "texte", "content", "contenu", "body", "corps", "articlebody", "article", "fulltext", "full_text")
_TITLE = ("title", "titre", "headline")
_DATE = ("published", "published_at", "date", "datepublished", "date_published", "pubdate", "created_at")
_PUBLISHER = ("publisher", "source", "site", "media", "média", "outlet", "journal")
_AUTHOR = ("author", "auteur", "byline", "authors")
_LANG = ("lang", "language", "langue")
_URL = ("url", "link", "lien", "permalink")


def read(data: bytes, ask: Ask) -> Iterator[Draft | Skipped]:
    """A document for each record that has a text, named by its number."""
    decoded = decode(data)
    rows = iter(_rows(decoded.text, ask.name.lower()))
    found, seen, columns = 0, 0, ""
    for number, row in islice(rows, MAX_PARTS):
        if isinstance(row, Skipped):
            yield row
            continue
        seen += 1
        columns = columns or ", ".join(map(str, islice(row, 12)))
        draft = _draft(row, number, ask.text_field)
        found += draft is not None
        if draft:
            yield draft
    if next(rows, None) is not None:
        yield Skipped(part="", why=f"only its first {MAX_PARTS} records are read")
    if not found:
        raise Unreadable(_no_text(ask.text_field, columns) if seen else "no records in it")


def _no_text(field: str | None, columns: str) -> str:
    wanted = f"named {field}" if field else "of text; name one with --text-field"
    return f"no field {wanted} (it has: {columns or 'none'})"


def _rows(text: str, name: str) -> Iterator[tuple[int, Row | Skipped]]:
    """The records with their numbers: a line's for lines, else from 1."""
    if name.endswith((".csv", ".tsv")):
        yield from enumerate(_csv_rows(text), 1)
    elif name.endswith((".ndjson", ".jsonl")):
        yield from _lines(text)
    else:
        try:
            yield from enumerate(_objects(json.loads(text)), 1)
        except (ValueError, RecursionError) as fault:
            if "\n{" not in text.strip():
                raise Unreadable("damaged: its JSON is broken") from fault
            yield from _lines(text)


def _lines(text: str) -> Iterator[tuple[int, Row | Skipped]]:
    for number, line in enumerate(io.StringIO(text), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        part = str(number)
        yield number, row if isinstance(row, dict) else Skipped(part=part, why="not a JSON object")


def _objects(value: Any) -> Iterator[Row]:
    """The records of a JSON file: its objects, or those of the first list in it that has some."""
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))
    elif isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        yield from _objects(lists[0]) if lists and not _of(value, TEXT) else [value]


def _csv_rows(text: str) -> Iterator[Row | Skipped]:
    """The rows below a header line; whichever of tab, semicolon and comma is most in it parts them."""
    csv.field_size_limit(MAX_BYTES)
    header = text.partition("\n")[0]
    delimiter = max("\t;,", key=header.count)
    try:
        for row in csv.DictReader(io.StringIO(text), delimiter=delimiter):
            yield {key: value for key, value in row.items() if isinstance(key, str) and isinstance(value, str)}
    except csv.Error:
        yield Skipped(part="", why="damaged: the rest of its rows cannot be told apart")


def _draft(row: Row, number: int, field: str | None) -> Draft | None:
    """The document of a record; one of factcheck's own records is none."""
    text = _of(row, (field.lower(),)) if field else _of(row, TEXT)
    if not text or "schema_version" in row:
        return None
    title = _of(row, _TITLE)
    parts = html_paragraphs(text) if has_markup(text) else text.split("\n\n")
    return Draft(
        text=paragraphs([f"# {title}" if title else "", *parts]),
        part=str(number),
        title=title,
        publisher=_of(row, _PUBLISHER),
        published=written_day(_of(row, _DATE)),
        author=_of(row, _AUTHOR),
        lang=_of(row, _LANG),
        url=_of(row, _URL),
    )


def _of(row: Row, names: tuple[str, ...]) -> str | None:
    """The first of the fields `names` that holds text."""
    small = {str(key).strip().lower(): value for key, value in row.items()}
    for name in names:
        value = small.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
