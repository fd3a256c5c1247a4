"""What no rule sees and an inference model does: two claims that, as a whole, seem to exclude each other."""

from __future__ import annotations

from factcheck.conflicts.detectors.base import Clash
from factcheck.facts import Reading
from factcheck.facts.base import clause_scope
from factcheck.model import Kind, Severity


def inferred_contradiction(a: Reading, b: Reading) -> Clash:
    """The two claims as wholes; asked for only where a model given with `--nli` says so.

    - conflicting: « la marche a réuni peu de monde » / « une foule immense a défilé »;
    - harmless: the same of two different marches, which the vetoes tell apart.
    """
    (start_a, end_a), (start_b, end_b) = ((r.claim.start, r.claim.end) for r in (a, b))
    return Clash(
        kind=Kind.NLI,
        level="inferred",
        severity=Severity.TENSION,
        strength=1.0,
        focus_a=(start_a, end_a),
        focus_b=(start_b, end_b),
        scope_a=clause_scope(a, start_a, end_a),
        scope_b=clause_scope(b, start_b, end_b),
        why="an inference model takes one to exclude the other; no rule does",
    )
