"""Figures as written in digits: their marks, their significant digits, and the record of a figure read."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

# Longer figures are no quantity anyone reports; the limit also keeps every decimal exact.
MOST_DIGITS = 36
# Groups of three digits joined by spaces at most: 1 000 ... up to the limit above.
MOST_GROUPS = 12

_EVEN_GROUPS = re.compile(r"\d{1,3}(?:[.,']\d{3})+")
_UNCLEAR = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_INDIAN_GROUPS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")


class Shape(Enum):
    """What kind of figure was read."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    COLLECTIVE = "collective"
    INDEFINITE = "indefinite"


class Figure(NamedTuple):
    """A figure from token `start` to token `end` (exclusive).

    `digits` counts its significant digits; `scaled` tells that it carries a scale word ("millions"), `spelled`
    that it has no digit. An indefinite figure has `value` as its low end and `top` as its high end, if any.
    """

    value: Decimal
    start: int
    end: int
    shape: Shape = Shape.CARDINAL
    digits: int | None = None
    scaled: bool = False
    spelled: bool = False
    top: Decimal | None = None


def significant(written: str) -> int:
    """Significant digits of a figure as written: trailing zeros count only after a mark.

    >>> significant("3.57"), significant("3000"), significant("0.50")
    (3, 1, 2)
    """
    whole, mark, rest = written.partition(".")
    digits = (whole + rest).lstrip("0")
    return max(1, len(digits if mark else digits.rstrip("0")))


def plain(written: str, decimal_mark: str) -> str | None:
    """`written` ("1.250,50") with a point as its only mark, or None when it is no number ("3.1.2").

    >>> plain("1.250", ","), plain("1.250", "."), plain("8,5", ","), plain("1'049,95", ",")
    ('1250', '1.250', '8.5', '1049.95')
    """
    marks = [c for c in written if not c.isdigit()]
    if not marks:
        return written
    if len(set(marks)) == 1:
        if len(marks) == 1 and marks[0] != "'" and (marks[0] == decimal_mark or not _grouped(written)):
            return written.replace(marks[0], ".")
        if _EVEN_GROUPS.fullmatch(written) or _INDIAN_GROUPS.fullmatch(written):
            return written.replace(marks[0], "")
        return None
    last = marks[-1]
    head, _, tail = written.rpartition(last)
    if last == "'" or last in head or not (_EVEN_GROUPS.fullmatch(head) or _INDIAN_GROUPS.fullmatch(head + ",000")):
        return None
    return "".join(c for c in head if c.isdigit()) + "." + tail


def other_reading(written: str, decimal_mark: str) -> Decimal | None:
    """How many times larger `written` is with its one mark read the other way, or None when it is clear.

    >>> other_reading("1.250", ","), other_reading("1,250", ","), other_reading("1.25", ",")
    (Decimal('0.001'), Decimal('1000'), None)
    """
    if len(written) < 5 or not _UNCLEAR.fullmatch(written):
        return None
    return Decimal(1000) if decimal_mark in written else Decimal("0.001")


def _grouped(written: str) -> bool:
    return bool(_EVEN_GROUPS.fullmatch(written)) and not written.startswith("0")


def vulgar(key: str) -> Decimal | None:
    """The value of "½" and its like."""
    if len(key) != 1 or key.isascii() or key.isdigit():
        return None
    value = unicodedata.numeric(key, None)
    if value is None or not 0 < value < 1:
        return None
    top, _, bottom = unicodedata.normalize("NFKD", key).partition("\u2044")
    return Decimal(top) / Decimal(bottom) if top.isdigit() and bottom.isdigit() else Decimal(str(value))
