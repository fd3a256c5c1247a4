"""Participants: one event, with another name in one of its roles."""

from __future__ import annotations

from factcheck.conflicts.align import akin, rivals
from factcheck.conflicts.detectors.base import Clash
from factcheck.conflicts.detectors.events import told_by_both
from factcheck.facts import Reading, scope_of
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase

# Two events of one kind with one hero may be two events, so this is below what a corpus asks for: it counts
# for sentences that somebody holds side by side.
_BASE, _EACH, MOST = 0.25, 0.1, 0.45
# With one other role alike, no more findings were right than any pair of such sentences; with two, nearly all.
_ENOUGH = 2


def other_participant(a: Reading, b: Reading) -> Clash | None:
    """One event is told with two names in one role.

    Clashes: "Morvan a battu Kerbrat en finale" / "Morvan a battu Le Goff en finale". Harmless: "Morvan a battu
    Kerbrat en finale" / "Morvan a battu Le Goff en demi-finale".
    """
    for f, g in told_by_both(a, b):
        found = _exchanged(f, g)
        if found:
            p, q, agreed = found
            return _clash(a, b, f, g, (p, q), agreed)
    return None


def _exchanged(f: Frame, g: Frame) -> tuple[Phrase, Phrase, int] | None:
    """The two phrases of the one role in which names differ, and how many other roles agree; None unless all do."""
    changed, agreed = None, 0
    labels = {label for label, _ in f.slots} & {label for label, _ in g.slots}
    for label in sorted(labels):
        p, q = (next(x for name, x in slots if name == label) for slots in (f.slots, g.slots))
        if akin(p, q) and not rivals(p.names, q.names)[0]:
            agreed += 1
        elif p.names and q.names and changed is None and label != "subject":
            changed = (p, q)
        else:
            return None
    return (*changed, agreed) if changed and agreed >= _ENOUGH else None


def _clash(a: Reading, b: Reading, f: Frame, g: Frame, changed: tuple[Phrase, Phrase], agreed: int) -> Clash:
    p, q = changed
    said = [f"“{r.slice(x.start, x.end)}”" for r, x in ((a, p), (b, q))]
    return Clash(
        kind=Kind.IDENTITY,
        level="other participant",
        severity=Severity.TENSION,
        strength=min(MOST, _BASE + _EACH * agreed),
        focus_a=(p.start, p.end),
        focus_b=(q.start, q.end),
        scope_a=scope_of(a, f.index, f),
        scope_b=scope_of(b, g.index, g),
        why=f"“{a.slice(f.start, f.end)}” with {said[0]} against {said[1]}",
        reconciled_by=(Reconciler.SCOPE,),
    )
