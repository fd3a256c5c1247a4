"""Plain text and Markdown: read as they stand, so that offsets count in the file's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from factcheck.documents.dateline import written_day
from factcheck.documents.decoding import decode
from factcheck.documents.readers.base import Ask, Draft

_FRONT = re.compile(r"---[ \t]*\n((?:(?!---|\.\.\.)[^\n]*\n){0,60})(?:---|\.\.\.)[ \t]*(?:\n|$)")


def read(data: bytes, ask: Ask) -> Iterator[Draft]:
    """The text, with what a header between dashes tells."""
    decoded = decode(data)
    front = _front_matter(decoded.text)
    yield Draft(
        text=decoded.text,
        title=front.get("title"),
        publisher=front.get("publisher"),
        published=written_day(front.get("date") or front.get("published")),
        author=front.get("author"),
        lang=front.get("lang"),
        url=front.get("url"),
        notes=decoded.notes,
    )


def _front_matter(text: str) -> dict[str, str]:
    """The plain fields of a leading YAML header; an unreadable one tells nothing."""
    match = _FRONT.match(text)
    if not match:
        return {}
    try:
        data = yaml.load(match.group(1), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}
