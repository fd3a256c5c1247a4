"""The conflicts a ledger lists against those found between its sources, matched by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.ledger.model import ConflictEntry, Ledger, Quote
from factcheck.ledger.problems import Place, Problem, problem
from factcheck.model import Finding, Severity, Side
from factcheck.text import fold


def conflict_problems(
    ledger: Ledger, findings: tuple[Finding, ...], place: Callable[[Side], Place | None]
) -> Iterator[Problem]:
    """A problem for each conflict that is not listed, gone, or other than listed.

    `place` tells where a side of a finding stands in its source.
    """
    found = {finding.id: finding for finding in findings}
    listed = {entry.key for entry in ledger.conflicts}
    for finding in findings:
        if finding.id not in listed and finding.severity is not Severity.EXPLAINED:
            at = place(finding.a)
            yield problem("conflict-unlisted", _new(finding), ledger.conflicts_mark, owner=finding.id, place=at)
    for entry in ledger.conflicts:
        if entry.key not in found:
            what = f"conflict '{entry.key}' is no longer found"
            yield problem("conflict-gone", what, entry.key_mark, owner=entry.key)
        else:
            yield from _altered(entry, found[entry.key])


def _altered(entry: ConflictEntry, finding: Finding) -> Iterator[Problem]:
    if entry.kind is not finding.kind:
        what = f"conflict '{entry.key}' is listed as {entry.kind.value} and found as {finding.kind.value}"
        yield problem("conflict-altered", what, entry.kind_mark, owner=entry.key, subject=finding.kind)
    left = list(entry.between)
    for side in (finding.a, finding.b):
        match = next((quote for quote in left if _same(quote, side)), None)
        if match is None:
            what = f"conflict '{entry.key}' lists other words than found in '{side.source}': '{side.text}'"
            yield problem("conflict-altered", what, entry.mark, owner=entry.key, subject=fold(side.text))
        else:
            left.remove(match)


def _same(quote: Quote, side: Side) -> bool:
    """Whether `quote` is the side's words, or so much of them that the clashing ones are in."""
    mine, whole = fold(quote.text), fold(side.text)
    return quote.source == side.source and mine in whole and fold(side.focus.text) in mine


def _new(finding: Finding) -> str:
    """What was found, on which lines of which sources, and why."""
    places = " and ".join(f"'{side.source}' line {side.line}" for side in (finding.a, finding.b))
    named = f"{finding.severity.value} '{finding.id}' ({finding.kind.value})"
    return f"{named} between {places} is not listed: {finding.why.rstrip('.')}"
