"""Which parts of a paragraph stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r'[«»“”„"]')
_PARTNERS = {"»": "«", "”": '“„"', '"': '"“„'}


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, marks included; `closed` is False when it runs on past the paragraph."""

    start: int
    end: int
    closed: bool = True


def quotes(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """The outermost quotations of `text[start:end]`, in order.

    A mark that opens the kind already open goes on with it, as English papers open each paragraph anew.
    """
    found: list[Quote] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if _closes(text, at, mark, stack):
            _, begin = stack.pop()
            if not stack:
                found.append(Quote(begin, at + 1))
        elif _opens(text, at, mark, stack):
            stack.append((mark, at))
    if stack:
        found.append(Quote(stack[0][1], end, closed=False))
    return tuple(found)


def _closes(text: str, at: int, mark: str, stack: Sequence[tuple[str, int]]) -> bool:
    """Whether a mark closes the innermost open quotation."""
    if not stack or stack[-1][0] not in _PARTNERS.get(mark, ""):
        return False
    return mark != '"' or not _before_word(text, at)


def _opens(text: str, at: int, mark: str, stack: Sequence[tuple[str, int]]) -> bool:
    """Whether a mark opens a quotation of its own."""
    if mark in "»”":
        return False
    if mark != "«" and stack and stack[-1][0] in _PARTNERS['"']:
        return False
    return mark != '"' or _before_word(text, at)


def _before_word(text: str, at: int) -> bool:
    """Whether a straight mark stands before a word rather than after one."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([’'—–-:«") and not after.isspace()


def share(spans: Sequence[Quote], text: str, start: int, end: int) -> float:
    """The share of the letters of `text[start:end]` that stand in quotation marks."""
    letters = sum(c.isalnum() for c in text[start:end])
    inside = sum(
        sum(c.isalnum() for c in text[max(start, quote.start) : min(end, quote.end)])
        for quote in spans
        if quote.start < end and start < quote.end
    )
    return inside / letters if letters else 0.0


def covers(spans: Sequence[Quote], offset: int) -> bool:
    """Whether `offset` lies in a quotation."""
    return any(quote.start <= offset < quote.end for quote in spans)
