"""Counts that grow as news comes in, seen over a whole corpus: a growing count is no dispute.

Two articles that give 5 and 7 dead are worth a look. Where the articles together give 2, 4 and 6, they were written
while the count grew, and each pair of them says so again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from factcheck.conflicts.meeting import Pair
from factcheck.disputes import disputes
from factcheck.model import Finding, Kind, Reconciler, Severity

# Two figures are a dispute; so many different ones are the states of one count.
_GROWING = 3

# What a finding about a count that may have grown holds against each other.
Count = tuple[Decimal, Decimal]


def count(pair: Pair, finding: Finding) -> Count | None:
    """The two figures of a finding about a count that may have grown; None for any other finding."""
    if finding.kind is not Kind.NUMERIC or Reconciler.REVISION not in finding.reconciled_by:
        return None
    values = [
        quantity.value
        for claim, side in ((pair.a.claim, finding.a), (pair.b.claim, finding.b))
        for quantity in claim.quantities
        if quantity.start == side.focus.start and quantity.value is not None
    ]
    return (min(values), max(values)) if len(values) == len((finding.a, finding.b)) else None


def settled(findings: Iterable[Finding], counts: Mapping[str, Count]) -> Iterator[Finding]:
    """The findings, in order, with those of a growing count explained."""
    found = list(findings)
    open_ones = [f for f in found if f.id in counts and f.severity is not Severity.EXPLAINED]
    states: dict[str, int] = {}
    for dispute in disputes(open_ones):
        told = (dispute.first, *dispute.repeats)
        given = {value for finding in told for value in counts[finding.id]}
        states |= {finding.id: len(given) for finding in told}
    for finding in found:
        given_here = states.get(finding.id, 0)
        yield _grown(finding, given_here) if given_here >= _GROWING else finding


def _grown(finding: Finding, states: int) -> Finding:
    """The finding as one of the states of a growing count."""
    why = f"{finding.why}; the articles give {states} such counts, as of one that grows"
    return replace(finding, severity=Severity.EXPLAINED, why=why)
