"""Do the figures of a claim agree: its value, its statement, and the quotes that carry it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Protocol

from factcheck.ledger.model import ClaimEntry, Ledger, Value, Verdict
from factcheck.ledger.problems import Problem, problem
from factcheck.model import Qualifier, Quantity
from factcheck.text import fold


class Quantities(Protocol):
    """What reads the quantities of a text in a language."""

    def __call__(self, text: str, lang: str, /) -> Iterable[Quantity]:
        """The quantities of `text`."""


def remembering(quantities: Quantities) -> Quantities:
    """`quantities`, reading each text once: a statement is often its quote, and a quote is often shared."""

    @cache
    def read(text: str, lang: str, /) -> Iterable[Quantity]:
        return tuple(quantities(text, lang))

    return read


# No figure is written with so many digits: it is the quotient of two.
ENDLESS = 20
MONEY, COUNT = "money", "count"
_CURRENCY = re.compile("[A-Z]{3}")
# A refuted or retracted claim says what its evidence does not: its figure need not stand there.
_CARRIED = frozenset({Verdict.SUPPORTED, Verdict.DISPUTED})


def figure_problems(ledger: Ledger, claim: ClaimEntry, quantities: Quantities) -> Iterator[Problem]:
    """The problems of a claim's figures."""
    if claim.value is None and not any(c.isdigit() for c in claim.statement):
        return
    quoted = [q for text, lang in _quotes(ledger, claim) for q in quantities(text, lang)]
    stated = list(quantities(fold(claim.statement), _lang(ledger, claim)))
    if claim.value is not None:
        yield from _value_problems(claim, claim.value, quoted, stated)
    if claim.verdict is Verdict.SUPPORTED and claim.evidence:
        yield from _unfounded(claim, stated, quoted)


def _value_problems(
    claim: ClaimEntry, value: Value, quoted: list[Quantity], stated: list[Quantity]
) -> Iterator[Problem]:
    if claim.verdict in _CARRIED and claim.evidence and not any(_gives(q, value) for q in quoted):
        what = f"'{claim.id}' has the value {_shown(value)}, its quotes say {_listed(quoted)}"
        yield problem("value-not-in-quote", what, value.mark, owner=claim.id, subject=_shown(value))
    rivals = [q for q in stated if _rivals(q, value)]
    if rivals and not any(_gives(q, value) for q in rivals):
        what = f"'{claim.id}' has the value {_shown(value)}, its statement says {_listed(rivals)}"
        yield problem("value-not-in-statement", what, value.mark, owner=claim.id, subject=_shown(value))


def _unfounded(claim: ClaimEntry, stated: list[Quantity], quoted: list[Quantity]) -> Iterator[Problem]:
    for figure in stated:
        if figure.qualifier is not Qualifier.INDEFINITE and not any(_fits(figure, q) for q in quoted):
            what = f"'{claim.id}' states '{figure.text}', its quotes say {_listed(quoted)}"
            yield problem("figure-without-evidence", what, claim.statement_mark, owner=claim.id, subject=figure.text)


def _gives(quantity: Quantity, value: Value) -> bool:
    """Whether `quantity` is the value; a range gives each of its ends."""
    if value.unit is not None and quantity.unit != value.unit:
        return False
    if quantity.value is not None:
        return value.amount in (quantity.value, _as_precise(quantity.value, value.amount))
    return value.amount in (quantity.bounds.low, quantity.bounds.high)


def _as_precise(figure: Decimal, written: Decimal) -> Decimal:
    """A third, which no decimal is, to as many places as it was `written` with; any other figure as it is."""
    if len(figure.as_tuple().digits) < ENDLESS:
        return figure
    try:
        return figure.quantize(written)
    except InvalidOperation:  # written with more places than we count in
        return figure


def _rivals(stated: Quantity, value: Value) -> bool:
    """Whether the statement's figure is of the kind of the value, so that one should be the other."""
    if value.unit is None or stated.unit == value.unit:
        return True
    return stated.dimension == MONEY and bool(_CURRENCY.fullmatch(value.unit))


def _fits(stated: Quantity, quoted: Quantity) -> bool:
    """Whether both can be the same figure: no clash of dimensions, currencies, or bounds in one unit."""
    if None in (stated.dimension, quoted.dimension) or None in (stated.unit, quoted.unit):
        return not stated.bounds.disjoint(quoted.bounds)
    if stated.dimension != quoted.dimension:
        return False
    if stated.unit != quoted.unit and stated.dimension != COUNT:
        return stated.dimension != MONEY  # 48 hours may well be 2 days
    return not stated.bounds.disjoint(quoted.bounds)


def _quotes(ledger: Ledger, claim: ClaimEntry) -> Iterator[tuple[str, str]]:
    for quote in claim.evidence:
        yield fold(quote.text), ledger.sources[quote.source].lang


def _lang(ledger: Ledger, claim: ClaimEntry) -> str:
    """The claim's language: as given, else that of its first quote, else French."""
    if claim.lang:
        return claim.lang
    return ledger.sources[claim.evidence[0].source].lang if claim.evidence else "fr"


def _listed(figures: list[Quantity]) -> str:
    return ", ".join(f"'{q.text}'" for q in figures) or "no figure"


def _shown(value: Value) -> str:
    amount = format(value.amount, "f") if -6 < value.amount.adjusted() < 15 else str(value.amount)
    return f"{amount} {value.unit}" if value.unit else amount
