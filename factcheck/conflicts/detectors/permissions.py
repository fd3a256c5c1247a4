"""Status and attribution of what is allowed: permitted here and forbidden there, or permitted by two."""

from __future__ import annotations

from factcheck.conflicts.align import rivals, same_phrase, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of, listed
from factcheck.facts import PermissionFact, Reading
from factcheck.model import Kind, Reconciler, Severity


def permission_reversed(a: Reading, b: Reading) -> Clash | None:
    """One act on one kind of thing is allowed here, forbidden there.

    Clashes: "la vente de X est autorisée" / "la vente de X est interdite". With other names (another model,
    another town) it is a tension that scope may reconcile. Harmless: another act, another kind of thing.
    """
    for f in facts_of(a, PermissionFact):
        for g in facts_of(b, PermissionFact):
            if f.act == g.act and f.sign != g.sign and _same_object(f, g) and _one_setting(a, b, f, g):
                only_a, only_b = _models(*rivals(f.names, g.names))
                one = not only_a and bool(f.names) and f.names == g.names
                return _clash(a, b, f, g, only_a, only_b, one=one)
    return None


def other_authority(a: Reading, b: Reading) -> Clash | None:
    """The same permission is ascribed to two authorities.

    Clashes: "le maire a autorisé la vente de X" / "une licence du préfet pour vendre X". Harmless: two
    permissions for two things.
    """
    for f in facts_of(a, PermissionFact):
        for g in facts_of(b, PermissionFact):
            if f.act != g.act or f.sign != g.sign or not (f.authority and g.authority):
                continue
            together = shared_names(f.names, g.names) - f.authority.names - g.authority.names
            apart = rivals(f.names - f.authority.names, g.names - g.authority.names)[0]
            if together and not apart and not same_phrase(f.authority, g.authority) and _same_object(f, g):
                return _authority_clash(a, b, f, g)
    return None


def _models(a: frozenset[str], b: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Of the names that set the two apart, the models, where both have such: they are what is sold."""
    left, right = (frozenset(n for n in names if any(c.isdigit() for c in n)) for names in (a, b))
    return (left, right) if left and right else (a, b)


def _one_setting(a: Reading, b: Reading, f: PermissionFact, g: PermissionFact) -> bool:
    """Whether the two share a name; one that names nothing ("vers le pays") borrows from its neighbours."""
    return bool(shared_names(f.names or a.names | a.near_names, g.names or b.names | b.near_names))


def _same_object(f: PermissionFact, g: PermissionFact) -> bool:
    """Whether both acts bear on one kind of thing: one head noun, or one name."""
    if f.object is None or g.object is None:
        return False
    if same_phrase(f.object, g.object) or f.object.concept == g.object.concept:
        return True
    return bool({f.object.concept, *f.object.lemmas} & {g.object.concept, *g.object.lemmas})


def _clash(
    a: Reading,
    b: Reading,
    f: PermissionFact,
    g: PermissionFact,
    only_a: frozenset[str],
    only_b: frozenset[str],
    *,
    one: bool,
) -> Clash:
    verdicts = ["allowed" if x.sign > 0 else "forbidden" for x in (f, g)]
    why = f"{f.act}: {verdicts[0]} (“{f.word}”) against {verdicts[1]} (“{g.word}”)"
    if only_a:
        why += f"; one speaks of {listed(only_a, a)}, the other of {listed(only_b, b)}"
    return Clash(
        kind=Kind.STATUS,
        level="permission reversed",
        severity=Severity.CONFLICT if one else Severity.TENSION,
        strength=0.9 if one else 0.6,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=why,
        reconciled_by=(Reconciler.PERIOD,) if one else (Reconciler.SCOPE, Reconciler.PERIOD),
    )


def _authority_clash(a: Reading, b: Reading, f: PermissionFact, g: PermissionFact) -> Clash:
    assert f.authority is not None
    assert g.authority is not None
    said = [f"“{r.slice(p.start, p.end)}”" for r, p in ((a, f.authority), (b, g.authority))]
    return Clash(
        kind=Kind.ATTRIBUTION,
        level="other authority",
        severity=Severity.TENSION,
        strength=0.7,
        focus_a=(f.authority.start, f.authority.end),
        focus_b=(g.authority.start, g.authority.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"the same permission ({f.act}) is given by {said[0]} and by {said[1]}",
        reconciled_by=(Reconciler.ATTRIBUTION,),
    )
