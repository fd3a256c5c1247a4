"""A second opinion on pairs, by an inference model that the user brings; off unless one is given.

The model re-ranks and adds, and decides nothing: it may move the score of a rule's finding and add a tension of kind
`nli`. It is not asked where a veto has explained a clash, nor about figures and dates, which are compared and not
guessed; and it never makes a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from factcheck.conflicts.meeting import Pair
from factcheck.model import Finding, Kind, Severity

# A model of the recommended size takes 50 to 300 ms a pair and direction.
MOST = 500
_A_CLAIM = 10
# So many are kept in mind to choose from.
_IN_MIND = 20_000
# Less sure, models take what merely differs for a contradiction.
_SURE = 0.9
# Kinds that are compared, not guessed.
_FIGURES = frozenset({Kind.NUMERIC, Kind.DATE})

Progress = Callable[[int, int, str], None]


class Backend(Protocol):
    """An inference model; `sha256` tells which."""

    @property
    def sha256(self) -> str: ...  # noqa: D102

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """For each (premise, hypothesis) the shares of entailment, neutrality and contradiction."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A pair that the model may be asked about, with the finding of a rule, if any."""

    pair: Pair
    finding: Finding | None

    @property
    def open(self) -> bool:
        """Whether there is something to say: no veto has spoken, and it is not about figures."""
        found = self.finding
        return found is None or (found.severity is not Severity.EXPLAINED and found.kind not in _FIGURES)


class Opinion:
    """What the model says, within limits for a whole run: so many pairs a claim, and so many in all.

    `asked` counts the pairs it was asked about, `left_out` those that were open and went beyond the limits.
    """

    def __init__(self, backend: Backend, *, most: int = MOST, progress: Progress | None = None) -> None:
        """Ask `backend` about at most so many pairs."""
        self.asked = self.left_out = 0
        self._backend, self._most, self._progress = backend, most, progress
        self._claims: Counter[str] = Counter()

    @property
    def notes(self) -> tuple[str, ...]:
        """Which model was asked, about how much."""
        limits = f"; {self.left_out} more are beyond its limits" if self.left_out else ""
        return (f"nli: model sha256 {self._backend.sha256}, asked about {self.asked} pairs{limits}",)

    def of(self, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, tuple[float, float]]]:
        """The candidates that may be asked about, each with how likely either direction is a contradiction."""
        chosen = list(self._within(candidates))
        for done, candidate in enumerate(chosen):
            if self._progress:
                self._progress(done, len(chosen), "asking the model")
            a, b = candidate.pair.a.claim.text, candidate.pair.b.claim.text
            (_, _, forth), (_, _, back) = self._backend.score([(a, b), (b, a)])
            yield candidate, (forth, back)

    def _within(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """The first of the candidates that keep to the limits."""
        for candidate in candidates:
            sides = (candidate.pair.a.claim.id, candidate.pair.b.claim.id)
            if self.asked >= self._most or any(self._claims[side] >= _A_CLAIM for side in sides):
                self.left_out += 1
                continue
            self.asked += 1
            self._claims.update(sides)
            yield candidate


class Shortlist:
    """The open candidates of a stream, the most telling first: those with a finding, then by what they share."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: list[tuple[tuple[bool, int, int], Candidate]] = []
        self._seen = 0

    def offer(self, candidate: Candidate) -> None:
        """Keep a candidate in mind if it is open; of very many only the best are."""
        if not candidate.open:
            return
        self._seen += 1
        self._kept.append(((candidate.finding is None, -len(candidate.pair.reasons), self._seen), candidate))
        if len(self._kept) >= 2 * _IN_MIND:
            self._trim()

    def best(self) -> list[Candidate]:
        """What is kept, in order."""
        self._trim()
        return [candidate for _, candidate in self._kept]

    def _trim(self) -> None:
        self._kept.sort(key=lambda entry: entry[0])
        del self._kept[_IN_MIND:]


def rescored(finding: Finding, directions: tuple[float, float]) -> Finding:
    """A rule's finding with its score moved half way to the model's; a conflict must hold in both directions."""
    likely = min(directions) if finding.severity is Severity.CONFLICT else max(directions)
    return replace(finding, score=round((finding.score + likely) / 2, 3))


def sure(directions: tuple[float, float]) -> bool:
    """Whether the model is sure enough, in one direction, to add a tension."""
    return max(directions) >= _SURE
