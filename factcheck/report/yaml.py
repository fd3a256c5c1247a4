"""Records as YAML that every reader takes for the same values, whichever version of YAML it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.records import json_text
from factcheck.report.screen import Screen
from factcheck.report.sheet import Sheet

# Only a plain word stays unquoted; all else is quoted the JSON way, which YAML reads alike.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# Words that some version of YAML takes for a boolean or nothing.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """A list of the records."""
    empty = True
    for record in sheet.records():
        empty = False
        yield "".join(_lines([record], ""))
    if empty:
        yield "[]\n"


def scalar(value: object) -> str:
    """One value on one line; a string that could be read as something else is quoted.

    >>> scalar("no"), scalar("12:30"), scalar("start-ups d'IA"), scalar("numeric"), scalar(None)
    ('"no"', '"12:30"', '"start-ups d\\'IA"', 'numeric', 'null')
    """
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json_text(value)


def _lines(value: Mapping[str, Any] | Sequence[Any], indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entry(f"{indent}{scalar(key)}:", item, f"{indent}  ")
    else:
        for item in value:
            yield from _item(item, indent)


def _entry(head: str, item: object, indent: str) -> Iterator[str]:
    if isinstance(item, Mapping | list | tuple) and item:
        yield f"{head}\n"
        yield from _lines(item, indent)
    else:
        yield f"{head} {scalar(item)}\n"


def _item(item: object, indent: str) -> Iterator[str]:
    """A list item; a mapping starts on the dash's own line."""
    if isinstance(item, Mapping | list | tuple) and item:
        text = "".join(_lines(item, f"{indent}  "))
        yield f"{indent}- {text[len(indent) + 2 :]}"
    else:
        yield f"{indent}- {scalar(item)}\n"
