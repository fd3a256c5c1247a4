"""Counts that grow as news comes in, seen over a whole corpus: a growing count is no dispute.

Two articles that give 5 and 7 dead are worth a look. Where the articles together give 2, 4 and 6, they were written
while the count grew, and each pair of them says so again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.conflicts.meeting import Pair
from factcheck.disputes import disputes
from factcheck.model import Finding, Kind, Reconciler, Severity

# Two figures are a dispute; so many different ones are the states of one count.
_GROWING = 3

# What may stand beside the growth as a reason without making the two figures ones of two events.
_OF_ONE = frozenset(Reconciler) - {Reconciler.SCOPE, Reconciler.PERIOD, Reconciler.DEFINITION}

# What a finding about a count that may have grown holds against each other.
Count = tuple[Decimal, Decimal]


def count(pair: Pair, finding: Finding) -> Count | None:
    """The two figures of a finding about a count that may have grown; None for any other finding."""
    if finding.kind is not Kind.NUMERIC or Reconciler.REVISION not in finding.reconciled_by:
        return None
    if finding.severity is Severity.EXPLAINED and not _OF_ONE.issuperset(finding.reconciled_by):
        return None
    values = [
        quantity.value
        for claim, side in ((pair.a.claim, finding.a), (pair.b.claim, finding.b))
        for quantity in claim.quantities
        if quantity.start == side.focus.start and quantity.value is not None
    ]
    return (min(values), max(values)) if len(values) == len((finding.a, finding.b)) else None


def settled(findings: Iterable[Finding], counts: Iterable[tuple[Finding, Count]]) -> Iterator[Finding]:
    """The findings, in order, with those of a growing count explained.

    `counts` are all findings of one day about counts that may have grown, those that a veto explains among them.
    """
    values = {finding.id: (finding, count) for finding, count in counts}
    states: dict[str, int] = {}
    for dispute in disputes([finding for finding, _ in values.values()]):
        told = (dispute.first, *dispute.repeats)
        given = {value for finding in told for value in values[finding.id][1]}
        states |= {finding.id: len(given) for finding in told}
    for finding in findings:
        given_here = 0 if finding.severity is Severity.EXPLAINED else states.get(finding.id, 0)
        yield _grown(finding, given_here) if given_here >= _GROWING else finding


def _grown(finding: Finding, states: int) -> Finding:
    """The finding as one of the states of a growing count."""
    why = f"{finding.why}; the articles give {states} such counts, as of one that grows"
    return replace(finding, severity=Severity.EXPLAINED, why=why)
