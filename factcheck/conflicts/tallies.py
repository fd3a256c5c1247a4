"""Counts that grow as news comes in, seen over a whole corpus: a growing count is no dispute.

Two articles that give 5 and 7 dead are worth a look. Where the articles together give 2, 4 and 6, they were written
while the count grew, and each pair of them says so again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from factcheck.conflicts.meeting import Pair
from factcheck.model import Finding, Kind, Reconciler, Severity, Side

# Two figures are a dispute; so many different ones are the states of one count.
_GROWING = 3

# What a finding about a count that may have grown holds against each other.
Count = tuple[Decimal, Decimal]
# Where one figure stands: its claim, and its offset.
_Place = tuple[str, int]


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
    open_ones = {f.id: f for f in found if f.id in counts and f.severity is not Severity.EXPLAINED}
    story = _stories(open_ones.values())
    states: dict[_Place, set[Decimal]] = defaultdict(set)
    for finding in open_ones.values():
        states[story[_place(finding.a)]].update(counts[finding.id])
    for finding in found:
        given = states[story[_place(finding.a)]] if finding.id in open_ones else ()
        yield _grown(finding, len(given)) if len(given) >= _GROWING else finding


def _grown(finding: Finding, states: int) -> Finding:
    """The finding as one of the states of a growing count."""
    why = f"{finding.why}; the articles give {states} such counts, as of one that grows"
    return replace(finding, severity=Severity.EXPLAINED, why=why)


def _stories(findings: Iterable[Finding]) -> dict[_Place, _Place]:
    """The places of counts, each with one that stands for all that it is linked to by findings."""
    beside: dict[_Place, set[_Place]] = defaultdict(set)
    for finding in findings:
        a, b = _place(finding.a), _place(finding.b)
        beside[a].add(b)
        beside[b].add(a)
    root: dict[_Place, _Place] = {}
    for start in beside:
        ends = [start]
        while ends:
            place = ends.pop()
            if place not in root:
                root[place] = start
                ends.extend(beside[place])
    return root


def _place(side: Side) -> _Place:
    """Where a figure stands."""
    return side.claim, side.focus.start
