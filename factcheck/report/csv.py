"""Comma-separated values (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from factcheck.report.screen import Screen
from factcheck.report.sheet import Cell, Sheet
from factcheck.text import inert

# A cell that starts like this is run as a formula by a spreadsheet; it may hide behind spaces.
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
# A quoted cell may run over several lines, and a line of a log may be a command.
_COMMAND = re.compile(r"(?m)^(\s*)(::|##\[)")


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """A head of column names, then the rows, with CRLF line ends as the RFC has them."""
    yield _line(sheet.columns)
    for row in sheet.lines():
        yield _line(tuple(map(cell, row)))


def cell(value: Cell) -> Cell:
    """A cell that no spreadsheet, terminal or log runs; numbers stay numbers.

    >>> cell("=1+1"), cell(-3), cell("plain")
    ("'=1+1", -3, 'plain')
    """
    if not isinstance(value, str):
        return value
    safe = _COMMAND.sub(r"\1'\2", inert(value).replace("##[", "##'["))
    return f"'{safe}" if _FORMULA.match(safe) else safe


def _line(row: tuple[Cell, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(row)
    return buffer.getvalue()
