"""Quantifiers: of one class, the same is said of so many here and of so many there that both cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Protocol

from factcheck.conflicts.align import rivals, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import QuantifierFact, Reading
from factcheck.facts.amounts import PEOPLE
from factcheck.facts.extents import Extent
from factcheck.interval import Interval
from factcheck.model import Kind, Reconciler, Severity

# By what both speak of beside the class and one word said of it, each so much surer up to so many.
_BASE, _EACH, _MOST = 0.4, 0.1, 3
# What is surer than this both cannot be.
_SURE = 0.55
# Two shares that are given as figures are told roughly: "la moitié" may be 52 %.
_NEAR = Decimal("0.05")
# What several figures say together.
_GROUPED = frozenset({"sum", "group"})
# Two words are of one stem ("Afrique", "africain") from so many common letters on, if little follows.
_KIN, _ENDING = 4, 4


class Counted(Protocol):
    """A figure where it stands."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


def quantifier_disjoint(a: Reading, b: Reading) -> Clash | None:
    """Two statements on one class leave no number of its members for which both hold.

    Clashes: "tous les marins ont signé" / "certains marins n'ont pas signé"; "la plupart" / "un tiers". Harmless:
    "certains ont signé" / "certains n'ont pas signé"; "la plupart" / "certains"; "au moins trois" / "quatre".
    """
    found = (
        _clash(a, b, f, g)
        for f, g in product(facts_of(a, QuantifierFact), facts_of(b, QuantifierFact))
        if f.restrictor == g.restrictor and (f.role == g.role or (f.front and g.front)) and _apart(a, b, f, g)
    )
    return max(found, key=lambda clash: (clash.strength, clash.focus_a, clash.focus_b), default=None)


def otherwise_quantified(a: Reading, b: Reading, f: Counted, g: Counted) -> bool:
    """Whether two figures are not to be compared alone, since quantifiers beside them differ.

    "Cinq marins ont vu deux phares" and "tous les marins ont vu trois phares" may both be; so may "trois chats gris et
    un noir" and "quatre chats".
    """
    mine, theirs = facts_of(a, QuantifierFact), facts_of(b, QuantifierFact)
    grouped = any(q.word in _GROUPED and q.start <= x.start < q.end for x, qs in ((f, mine), (g, theirs)) for q in qs)
    beside = (
        (p, q)
        for p, q in product(mine, theirs)
        if p.restrictor == q.restrictor and not (_within(p, f) or _within(q, g) or _of_some(a, p) or _of_some(b, q))
    )
    return grouped or any(p.extent != q.extent and {p.word, q.word} != {"number"} for p, q in beside)


def _within(fact: QuantifierFact, figure: Counted) -> bool:
    """Whether a quantifier is the figure itself."""
    return fact.start < figure.end and figure.start < fact.end


def _of_some(reading: Reading, fact: QuantifierFact) -> bool:
    """Whether a quantifier tells of some of those before it: "116 personnes, dont beaucoup de Belges"."""
    before = reading.folded[: fact.start - reading.claim.start].rstrip()
    return before.endswith(tuple(reading.tree.lexicon.part_of))


def _apart(a: Reading, b: Reading, f: QuantifierFact, g: QuantifierFact) -> bool:
    """Whether no number of the class fits both, whatever the size of the class."""
    if f.word == g.word == "number" or f.turning != g.turning or _roughly_one(f, g):
        return False
    same = _same_class(a, b, f, g)
    total = f.extent.total or g.extent.total if same else None
    return any(
        _more(x.with_total(total), y.with_total(total), shares=same)
        for x, y in (*_nested(f, g, same), *_nested(g, f, same))
    )


def _one_sided(fact: QuantifierFact) -> frozenset[tuple[str, int]]:
    """The sides of scales that a fact stands on, but for scales of which it speaks of both sides."""
    return frozenset((scale, sign) for scale, sign in fact.sides if (scale, -sign) not in fact.sides)


def _nested(f: QuantifierFact, g: QuantifierFact, same: bool) -> Iterator[tuple[Extent, Extent]]:
    """Extents of which the first counts nothing that the second does not.

    Who signed the treaty signed; who did not sign did not sign the treaty; who is dead is not alive.
    """
    narrower = g.modifiers <= f.modifiers
    contrary = bool(_one_sided(f) & {(scale, -sign) for scale, sign in _one_sided(g)})
    if not contrary and (g.said <= f.said if same else g.said | g.modifiers <= f.said | f.modifiers):
        yield f.holding, g.holding
    if not contrary and (same or narrower) and f.said <= g.said:
        yield f.holding.rest, g.holding.rest
    if contrary and (same or narrower):
        yield f.holding, g.holding.rest


def _more(x: Extent, y: Extent, *, shares: bool) -> bool:
    """Whether the first extent is above the second; shares are compared where they are of one class."""
    return y.count.entirely_below(x.count) or (shares and y.share.entirely_below(x.share))


def _roughly_one(f: QuantifierFact, g: QuantifierFact) -> bool:
    """Whether both are figures of a share, and near each other."""
    if f.word != "share" or g.word != "share":
        return False
    shares = [fact.holding.share for fact in (f, g)]
    ends = [end for share in shares for end in _ends(share)]
    return all(share.is_point for share in shares) and max(ends) - min(ends) < _NEAR


def _ends(interval: Interval) -> list[Decimal]:
    """The bounds of an interval that has both or one."""
    return [end for end in (interval.low, interval.high) if end is not None]


def _same_class(a: Reading, b: Reading, f: QuantifierFact, g: QuantifierFact) -> bool:
    """Whether both speak of one class, narrowed by the same; of people, by what the other claim tells besides."""
    only_f = {m for m in f.modifiers if not any(kin(m, n) for n in g.modifiers)}
    only_g = {m for m in g.modifiers if not any(kin(m, n) for n in f.modifiers)}
    if f.restrictor != PEOPLE:
        return not only_f and not only_g
    return _told(only_f, b) and _told(only_g, a)


def _told(stems: set[str], reading: Reading) -> bool:
    """Whether a claim or its neighbours speak of all these: "la population" beside "en Italie" is the Italian one."""
    spoken = reading.topic | reading.near
    return all(any(kin(stem, word) for word in spoken) for stem in stems)


def kin(one: str, other: str) -> bool:
    """Whether two stems are of one word but for their endings.

    >>> kin("afriqu", "afric"), kin("ital", "island")
    (True, False)
    """
    common = next((n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return one == other or (common >= _KIN and max(len(one), len(other)) - common <= _ENDING)


def _strength(a: Reading, b: Reading, f: QuantifierFact, g: QuantifierFact) -> float:
    """How surely both speak of one thing, 0 to 1: by what they share beside the class and a word said of it."""
    if rivals(f.scope.names, g.scope.names)[0] and not shared_names(f.scope.names, g.scope.names):
        return 0.0
    doers = [_doer(r, x) for r, x in ((a, f), (b, g))]
    if doers[0] and doers[1] and not shared_names(*doers):
        return 0.0  # one candidate's share of the votes, and the other's
    shared = len(f.said & g.said) - 1 + len(f.modifiers & g.modifiers)
    named = bool(shared_names(f.scope.names, g.scope.names))
    return _BASE + _EACH * min(_MOST, max(0, shared) + 2 * named)


def _doer(reading: Reading, fact: QuantifierFact) -> frozenset[str]:
    """The names of whoever gets, has or does something with those quantified; none where they do it themselves."""
    subjects = (x.subject for x in reading.frames if (x.start, x.end) == fact.frame and x.subject)
    return next((s.own for s in subjects if fact.role != "subject"), frozenset())


def _clash(a: Reading, b: Reading, f: QuantifierFact, g: QuantifierFact) -> Clash:
    strength = _strength(a, b, f, g)
    firm = strength >= _SURE
    said = [f"“{r.slice(x.start, x.end)}”" + (" not" if x.negated else "") for r, x in ((a, f), (b, g))]
    return Clash(
        kind=Kind.NUMERIC,
        level="disjoint",
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{said[0]} against {said[1]}: “{a.slice(*f.frame)}”",
        reconciled_by=() if firm else (Reconciler.SCOPE,),
    )
