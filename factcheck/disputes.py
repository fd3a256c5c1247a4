"""Findings that say one thing: a figure told in five articles clashes five times with the one told in a sixth.

Each finding keeps its quotes and its key; people are shown a dispute once, with the places that repeat it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Finding, Severity, Side

# Where the words of a side stand: its claim, and the offset of its focus.
Place = tuple[str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Findings of one rule, each of which shares the very words of a side with another; `first` is the strongest."""

    first: Finding
    repeats: tuple[Finding, ...] = ()


def disputes(findings: Iterable[Finding]) -> list[Dispute]:
    """The disputes that some findings are about, in the order of their first findings."""
    found = list(findings)
    beside: dict[Place, list[Finding]] = defaultdict(list)
    for finding in found:
        for place in _places(finding):
            beside[place].append(finding)
    seen: set[int] = set()
    return [_told(finding, beside, seen) for finding in found if id(finding) not in seen]


def _told(first: Finding, beside: dict[Place, list[Finding]], seen: set[int]) -> Dispute:
    """The dispute of a finding: all that can be reached from it over places in common, the nearest first."""
    seen.add(id(first))
    reached = [first]
    for finding in reached:
        for other in (f for place in _places(finding) for f in beside[place] if _alike(f, first)):
            if id(other) not in seen:
                seen.add(id(other))
                reached.append(other)
    return Dispute(first=first, repeats=tuple(reached[1:]))


def _alike(one: Finding, other: Finding) -> bool:
    """Whether two findings may be of one dispute: what is explained repeats nothing that is not."""
    explained = {one.severity is Severity.EXPLAINED, other.severity is Severity.EXPLAINED}
    return (one.rule, one.kind) == (other.rule, other.kind) and len(explained) == 1


def _places(finding: Finding) -> tuple[Place, Place]:
    return _place(finding.a), _place(finding.b)


def _place(side: Side) -> Place:
    return side.source, side.claim, side.focus.start
