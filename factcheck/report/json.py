"""One JSON array."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.records import json_text
from factcheck.report.screen import Screen
from factcheck.report.sheet import Sheet


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """All records in one indented array; the answer to a single question stands alone."""
    records = list(sheet.records())
    yield json_text(records[0] if sheet.single else records, indent=2) + "\n"
