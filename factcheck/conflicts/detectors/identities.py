"""Identity: the one thing of its kind is said to be two things."""

from __future__ import annotations

from factcheck.conflicts.align import rivals, same_name, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import IdentityFact, Reading
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.tree import Phrase


def other_identity(a: Reading, b: Reading) -> Clash | None:
    """One label, two values.

    Clashes: "La capitale du pays X est Y" / "Z, capitale du pays X". Harmless: "Y, ville du pays X".
    """
    for f in facts_of(a, IdentityFact):
        for g in facts_of(b, IdentityFact):
            if _same_label(f, g) and _different(f, g):
                return _clash(a, b, f, g)
    return None


def _same_label(f: IdentityFact, g: IdentityFact) -> bool:
    """The same head, the same owner, and for labels that are no function the same qualifier too."""
    if f.label.concept != g.label.concept or not shared_names(f.label.names, g.label.names):
        return False
    qualifiers = (f.label.lemmas - f.label.names) & (g.label.lemmas - g.label.names)
    if f.functional:
        return not rivals(f.label.names, g.label.names)[0]
    return bool(qualifiers)


def _different(f: IdentityFact, g: IdentityFact) -> bool:
    """Two affirmed values with nothing in common, or one value affirmed and denied."""
    if f.negated and g.negated:
        return False
    return _one_value(f.value, g.value) == (f.negated != g.negated)


def _one_value(p: Phrase, q: Phrase) -> bool:
    return p.concept == q.concept or same_name(p.concept, q.concept) or bool(shared_names(p.names, q.names))


def _clash(a: Reading, b: Reading, f: IdentityFact, g: IdentityFact) -> Clash:
    said = [("not " if x.negated else "") + f"“{r.slice(x.value.start, x.value.end)}”" for r, x in ((a, f), (b, g))]
    label = a.slice(f.label.start, f.label.end)
    firm = f.functional and not (f.negated or g.negated)
    return Clash(
        kind=Kind.IDENTITY,
        level="other value",
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=0.9 if f.functional else 0.7,
        focus_a=(f.value.start, f.value.end),
        focus_b=(g.value.start, g.value.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"“{label}” is {said[0]} against {said[1]}",
        reconciled_by=() if firm else (Reconciler.DEFINITION,),
    )
