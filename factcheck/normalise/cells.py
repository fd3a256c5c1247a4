"""Tables of figures: a bare figure among nothing but figures is read at once, in the time a table needs.

The grammar would come to the same reading, after looking for every word that could stand around a figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.normalise.draft import Draft
from factcheck.normalise.numbers import Figure
from factcheck.normalise.tokens import Sort, Token
from factcheck.normalise.written import significant

# What separates the cells of a table without saying anything about them.
_RULES = frozenset("|;")
# No leading zero (a code), no year, no mark that could be read two ways.
_CELL = re.compile(r"0|[1-9]\d{0,2}|[1-9]\d{4,8}|(?:0|[1-9]\d{0,4})([.,])\d{1,2}")
# A shorter text may be one date as a whole ("7 10").
SHORTEST_TABLE = 80


def cell(tokens: Sequence[Token], at: int) -> Draft | None:
    """The figure at `at` when figures, rules and line ends are all that stands around it."""
    token = tokens[at]
    found = _CELL.fullmatch(token.key)
    if not found or at + 2 >= len(tokens) or not _after_cell(tokens, at):
        return None
    near, far = tokens[at + 1], tokens[at + 2]
    if len(near.key) == 4 or len(far.key) == 4:
        return None  # "7 10 2012" may be a day
    if not (_plain(far) and (_plain(near) or (near.key == "," and far.sort == Sort.DIGITS))):
        return None
    if near.spaced and len(token.key) <= 3 and not found.group(1) and near.key[:3].isdigit() and len(near.key) >= 3:
        return None  # "1 000" may be one figure
    written = token.key.replace(",", ".") if found.group(1) else token.key
    figure = Figure(Decimal(written), at, at + 1, digits=significant(written))
    return Draft(start=at, end=at + 1, figure=figure, value=figure.value)


def _after_cell(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before `at` says nothing about it."""
    if at == 0:
        return True
    before = tokens[at - 1]
    listed = before.key == "," and at >= 2 and tokens[at - 2].sort == Sort.DIGITS and not tokens[at].glued
    return listed or _plain(before)


def _plain(token: Token) -> bool:
    """Whether `token` is a figure, a rule between figures or the end of a line."""
    return token.sort == Sort.DIGITS or token.sort == Sort.BREAK or token.key in _RULES
