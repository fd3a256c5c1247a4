"""Comparison: two orders that cannot both hold."""

from __future__ import annotations

from factcheck.conflicts.align import shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of, listed
from factcheck.facts import OrderFact, Reading
from factcheck.model import Kind, Modality, Reconciler, Severity

# Of things without a name there may be several kinds: only a comparison of two sentences listens.
_WORDS = 0.45


def order_reversed(a: Reading, b: Reading) -> Clash | None:
    """One ranks X over Y, the other Y over X or X and Y alike, on the same dimension.

    Clashes: "X est plus rapide que Y" / "Y dépasse X en vitesse". Harmless: "X est plus cher que Y" /
    "Y est plus rapide que X" (another dimension).
    """
    for f in facts_of(a, OrderFact):
        for g in facts_of(b, OrderFact):
            if not (f.top_of or g.top_of) and f.named == g.named and _comparable(f, g) and _excluded(f, g):
                told = f"“{a.slice(f.start, f.end)}” against “{b.slice(g.start, g.end)}”"
                why = f"one ranks {_sides(f, a, b)}, the other {_sides(g, a, b)}" if f.named else told
                return _clash(f, g, "reversed", why)
    return None


def _excluded(f: OrderFact, g: OrderFact) -> bool:
    """Whether two orders of one couple cannot both hold."""
    straight = _one(f.above, g.above, f.named) and _one(f.below, g.below, f.named)
    crossed = _one(f.above, g.below, f.named) and _one(f.below, g.above, f.named)
    if f.equal != g.equal:
        return (straight or crossed) and not (f.negated or g.negated)
    if f.equal:
        return (straight or crossed) and f.negated != g.negated
    return (crossed and not f.negated and not g.negated) or (straight and f.negated != g.negated)


def _one(p: frozenset[str], q: frozenset[str], named: bool) -> bool:
    """Whether two sides are one: a name in common, or the very same words."""
    return bool(shared_names(p, q)) if named else p == q


def _sides(fact: OrderFact, a: Reading, b: Reading) -> str:
    """An order in words."""
    not_ = "not " if fact.negated else ""
    joined = f"{not_}level with" if fact.equal else f"{not_}over"
    return f"{listed(fact.above, a, b)} {joined} {listed(fact.below, a, b)}"


def top_surpassed(a: Reading, b: Reading) -> Clash | None:
    """One says X tops its class, the other that something else of the class surpasses X.

    Clashes: "le train le plus rapide (X)" / "Y dépasse X en vitesse". Harmless: "Y dépasse Z en vitesse".
    """
    for first, second in ((a, b), (b, a)):
        for top in facts_of(first, OrderFact):
            for over in facts_of(second, OrderFact):
                beaten = shared_names(over.below, top.above)
                if not top.top_of or over.top_of or top.negated or over.negated or over.equal or not beaten:
                    continue
                if _comparable(top, over) and not shared_names(over.above, top.above):
                    why = f"one puts {listed(top.above, a, b)} at the top ({top.dimension}), "
                    why += f"the other ranks {listed(over.above, a, b)} over {listed(beaten, a, b)}"
                    return _clash(*((top, over) if first is a else (over, top)), "top surpassed", why)
    return None


def two_tops(a: Reading, b: Reading) -> Clash | None:
    """Two different names are each said to be first of one class.

    Clashes: "X est le modèle le plus populaire" / "le modèle le plus populaire, Y". Harmless: first in France,
    first in Europe.
    """
    for f in facts_of(a, OrderFact):
        for g in facts_of(b, OrderFact):
            if not f.top_of or f.top_of != g.top_of or f.negated or g.negated or f.dimension != g.dimension:
                continue
            if not shared_names(f.above, g.above) and f.owners and shared_names(f.owners, g.owners) == f.owners:
                return _clash(
                    f, g, "two tops", f"one puts {listed(f.above, a, b)} first, the other {listed(g.above, a, b)}"
                )
    return None


def _comparable(f: OrderFact, g: OrderFact) -> bool:
    """Whether two orders rank on one dimension (or leave it open)."""
    return f.dimension is None or g.dimension is None or f.dimension == g.dimension


def _clash(f: OrderFact, g: OrderFact, level: str, why: str) -> Clash:
    firm = all(fact.scope.modality is Modality.ASSERTED and fact.dimension for fact in (f, g))
    return Clash(
        kind=Kind.COMPARISON,
        level=level,
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=_WORDS if not f.named else 1.0 if f.dimension == g.dimension else 0.7,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=why,
        reconciled_by=() if firm else (Reconciler.DEFINITION,),
    )
