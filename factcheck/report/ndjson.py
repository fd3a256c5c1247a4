"""One JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.records import json_text
from factcheck.report.screen import Screen
from factcheck.report.sheet import Sheet


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """Each record on a line of its own."""
    return (json_text(record) + "\n" for record in sheet.records())
