"""What a detector gives: a clash between two facts, before vetoes and scoring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.facts import Reading, Scope
from factcheck.model import Kind, Reconciler, Severity

F = TypeVar("F")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two facts that disagree. `focus_a`/`focus_b` are document offsets of the words that clash.

    `severity` is the strongest the rule would defend; vetoes can only soften it. `level` names the rung of
    the rule's ladder, `strength` (0 to 1) how well the two were aligned. `why` says what each side states,
    without the sources. `revisable` marks counts that grow as news comes in,
    `bounded` figures of which one is "at least" or "more than",
    `momentary` states that change from day to day.
    """

    kind: Kind
    level: str
    severity: Severity
    strength: float
    focus_a: tuple[int, int]
    focus_b: tuple[int, int]
    scope_a: Scope
    scope_b: Scope
    why: str
    reconciled_by: tuple[Reconciler, ...] = ()
    revisable: bool = False
    bounded: bool = False
    momentary: bool = False

    def turned(self) -> Clash:
        """The same clash seen from the other side."""
        return replace(self, focus_a=self.focus_b, focus_b=self.focus_a, scope_a=self.scope_b, scope_b=self.scope_a)


def facts_of(reading: Reading, kind: type[F]) -> list[F]:
    """The facts of one type that a claim states."""
    return [fact for fact in reading.facts if isinstance(fact, kind)]


def listed(names: frozenset[str], *readings: Reading) -> str:
    """Names for a sentence, in a stable order, as the claims write them."""
    written = {entity.key: entity.text for reading in readings[::-1] for entity in reading.claim.entities}
    return ", ".join(written.get(name, name) for name in sorted(names))
