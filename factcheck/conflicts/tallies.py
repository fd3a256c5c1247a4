"""Counts that grow as news comes in, seen over a whole corpus: a growing count is no dispute.

Two articles that give 11 and 12 dead are worth a look. Where the articles together give 2, 4 and 6, they were written
while the count grew, and each pair of them says so again. So do two that give 4 and 14 at hours that are not known: of
such pairs on 32 marked events, beyond a tenth and more than one apart, 8 in 100 were conflicts; of those within, 56.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from factcheck.conflicts.detectors.base import facts_of
from factcheck.conflicts.figures import NEAR, gap
from factcheck.conflicts.meeting import Pair
from factcheck.disputes import disputes
from factcheck.facts import NumberFact, Reading
from factcheck.model import Finding, Kind, Reconciler, Severity, Side

# Two figures are a dispute; so many different ones are the states of one count.
_GROWING = 3
# Within one day a count may grow by so much of the larger figure, and by one victim in any time, and still be worth a
# look.
_IN_A_DAY = Decimal("0.35")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a finding about a count that may have grown holds against each other.

    `far` are two figures of which nothing says that they are of one hour, and which are too far apart for it.
    """

    low: Decimal
    high: Decimal
    far: bool


def count(pair: Pair, finding: Finding, when: tuple[date | None, date | None]) -> Count | None:
    """The two figures of a finding about a count that may have grown; None for any other finding.

    `when` are the days on which the two articles came out.
    """
    if finding.kind is not Kind.NUMERIC or Reconciler.REVISION not in finding.reconciled_by:
        return None
    f, g = _figure(pair.a, finding.a), _figure(pair.b, finding.b)
    if f is None or g is None or f.quantity.value is None or g.quantity.value is None:
        return None
    low, high = sorted((f.quantity.value, g.quantity.value))
    apart = gap(f.bounds, g.bounds) > (_IN_A_DAY if all(when) or high - low == 1 else NEAR)
    edited = finding.strength >= 1 and not any(when)  # one sentence told twice, on no day that is known
    told_once = edited or (f.whole and g.whole) or _at_one_stage(pair, f, g)
    return Count(low=low, high=high, far=apart and f.toll and g.toll and not told_once)


def _figure(reading: Reading, side: Side) -> NumberFact | None:
    return next((fact for fact in facts_of(reading, NumberFact) if fact.start == side.focus.start), None)


def _at_one_stage(pair: Pair, f: NumberFact, g: NumberFact) -> bool:
    """Whether the claims agree on another count of that fate: "huit blessés, dont six enfants", "…, dont quatre"."""
    fates = f.fates & g.fates
    there = {x.bounds for x in facts_of(pair.b, NumberFact) if x.fates & fates and x is not g}
    return any(x.bounds in there for x in facts_of(pair.a, NumberFact) if x.fates & fates and x is not f)


def settled(findings: Iterable[Finding], counts: Mapping[str, Count]) -> Iterator[Finding]:
    """The findings, in order, with those of a growing count explained."""
    found = list(findings)
    open_ones = [f for f in found if f.id in counts and f.severity is not Severity.EXPLAINED]
    states: dict[str, int] = {}
    for dispute in disputes(open_ones):
        told = (dispute.first, *dispute.repeats)
        given = {value for finding in told for value in (counts[finding.id].low, counts[finding.id].high)}
        states |= {finding.id: len(given) for finding in told}
    for finding in found:
        given_here = states.get(finding.id, 0)
        if given_here >= _GROWING:
            yield _grown(finding, f"the articles give {given_here} such counts, as of one that grows")
        elif given_here and counts[finding.id].far:
            yield _grown(finding, "so far apart they are one count at two times")
        else:
            yield finding


def _grown(finding: Finding, reason: str) -> Finding:
    """The finding as states of a growing count."""
    return replace(finding, severity=Severity.EXPLAINED, why=f"{finding.why}; {reason}")
