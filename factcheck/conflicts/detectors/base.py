"""What a detector gives: a clash between two facts, before vetoes and scoring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.facts import NumberFact, Reading, Scope
from factcheck.facts.base import clause_scope
from factcheck.model import Kind, Reconciler, Severity

F = TypeVar("F")
# Document offsets of the words that clash, on either side.
Places = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two facts that disagree. `focus_a`/`focus_b` are document offsets of the words that clash.

    `severity` is the strongest the rule would defend; vetoes can only soften it. `level` names the rung of
    the rule's ladder, `strength` (0 to 1) how well the two were aligned. `why` says what each side states,
    without the sources; `figures` are the two figures where two clash. `revisable` marks counts that grow as news comes
    in, `bounded` figures of which one is "at least" or "more than",
    `momentary` states that change from day to day. `passing` states clash only where both are told of one time, `daily`
    ones also where both articles came out on one day; `ending` is the side (1 or 2) that rules the other out from then
    on, as what is found is no longer not found.
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
    passing: bool = False
    daily: bool = False
    ending: int = 0
    figures: tuple[NumberFact, NumberFact] | None = None

    def turned(self) -> Clash:
        """The same clash seen from the other side."""
        return replace(
            self,
            focus_a=self.focus_b,
            focus_b=self.focus_a,
            scope_a=self.scope_b,
            scope_b=self.scope_a,
            ending=(0, 2, 1)[self.ending],
            figures=self.figures and (self.figures[1], self.figures[0]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """One rule. `precision` is the share of its conflicts that are right, `tension` that of its tensions.

    `weak` is the share among those that only a comparison of two sentences shows, of either severity (strength below
    CORPUS_FLOOR); None where a rule has no such level. All are measured on sentence pairs with known answers
    (`tests/benchmarks/conflicts.py`), but for those that fire too rarely there to be measured: C1, C2, C3, D3,
    D4, D5, I5, I9, I10, I12, Q4, S1, S3, S4, T1 and T2 stand at what reading their findings, in clusters of
    articles on one event, suggests.

    What a rule needs is asked before it is: `both` is what each of two claims must hold (a kind of fact, dates),
    `either` what one of them must; a clash of it is no stronger than `most`.
    """

    code: str
    name: str
    kind: Kind
    function: Callable[[Reading, Reading], Clash | None]
    meaning: str
    example_conflict: str
    example_harmless: str
    precision: float
    tension: float
    weak: float | None = None
    both: type | None = None
    either: type | None = None
    most: float = 1.0

    def may_see(self, one: frozenset[type], other: frozenset[type]) -> bool:
        """Whether two claims that hold such things have what the rule compares."""
        met = self.both is None or (self.both in one and self.both in other)
        return met and (self.either is None or self.either in one or self.either in other)


def clash_of_words(
    a: Reading, b: Reading, at: Places, *, kind: Kind, level: str, strength: float, why: str, firm: bool = False
) -> Clash:
    """A clash of the words at two places, each told in its clause; a conflict only if `firm`.

    In `why`, which is put as a pattern, `{0}` and `{1}` are the words on either side.
    """
    return Clash(
        kind=kind,
        level=level,
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=at[0],
        focus_b=at[1],
        scope_a=clause_scope(a, *at[0]),
        scope_b=clause_scope(b, *at[1]),
        why=why.format(f"“{a.slice(*at[0])}”", f"“{b.slice(*at[1])}”"),
        reconciled_by=() if firm else (Reconciler.SCOPE,),
    )


def facts_of(reading: Reading, kind: type[F]) -> tuple[F, ...]:
    """The facts of one type that a claim states."""
    return reading.by_kind.get(kind, ())


def listed(names: frozenset[str], *readings: Reading) -> str:
    """Names for a sentence, in a stable order, as the claims write them."""
    written = {entity.key: entity.text for reading in readings[::-1] for entity in reading.claim.entities}
    return ", ".join(written.get(name, name) for name in sorted(names))
