"""Numbers: two figures of one thing that no rounding brings together."""

from __future__ import annotations

from decimal import Decimal

from factcheck.conflicts.align import PARALLEL, parallel, rivals, roles_agree, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import NumberFact, Reading
from factcheck.interval import Interval
from factcheck.model import Kind, Qualifier, Quantity, Reconciler, Severity

# Figures nearer than this share of the larger are two readings of one figure rather than two figures.
NEAR = Decimal("0.1")
# Within this share a reader takes two figures for one told roughly: worth a look, not an accusation.
SLIGHT = Decimal("0.05")
# Below this share nobody can tell a slip from rounding (325 000 km for 324 600).
NEGLIGIBLE = Decimal("0.005")
# How much must agree around two figures before they are compared (see `_alignment`): less where the figures
# are near each other, which speaks for one thing told twice, or are a toll, which is what the news is about.
_ENOUGH = 3
_FIRM = 5
_ALL = 8
# At this strength both cannot hold as worded.
_SURE = 0.5 + 0.5 * _FIRM / _ALL
# Less than enough, but something: it counts only for sentences that somebody holds side by side.
_SOME = 3
# Whole numbers up to this are counted one by one and are not rounded.
_COUNTED = 100
_BOUNDS = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}


def quantity_disjoint(a: Reading, b: Reading) -> Clash | None:
    """Two figures count the same, and not even rounding lets both hold.

    Clashes: "12 blessés" / "15 blessés dans l'accident". Harmless: "au moins 12 blessés" / "15 blessés";
    "12,3 millions" / "12 millions"; "12 blessés" / "15 morts".
    """
    mine, theirs = facts_of(a, NumberFact), facts_of(b, NumberFact)
    found = (
        (_strength(f, g, _told_twice(a, b, f, g) or _alignment(a, b, f, g)), f, g)
        for f in mine
        for g in theirs
        if _comparable(f, g)
        and (_apart(f, g) or _same_words(a, b, f, g))
        and not _told_elsewhere(f, theirs)
        and not _told_elsewhere(g, mine)
    )
    best = max(found, key=lambda row: row[0], default=None)
    return _clash(*best) if best and best[0] else None


def _strength(f: NumberFact, g: NumberFact, points: int) -> float:
    """How surely two figures are of one thing, 0 to 1: from a half on where enough agrees around them."""
    near = f.toll or gap(f.bounds, g.bounds) <= NEAR
    if points >= (_ENOUGH if near else _FIRM):
        return 0.5 + 0.5 * min(1.0, points / _ALL)
    return 0.3 if points >= _SOME else 0.0


def _comparable(f: NumberFact, g: NumberFact) -> bool:
    """One unit or counted noun (or none on either side), one base, one denominator."""
    if f.counted != g.counted:
        return False
    if f.quantity.qualifier is Qualifier.INDEFINITE or g.quantity.qualifier is Qualifier.INDEFINITE:
        return False
    if (f.unit == g.unit or f.is_count or f.toll) and f.quantity.direction == g.quantity.direction:
        return not (f.quantity.per and g.quantity.per and f.quantity.per != g.quantity.per)
    return False


def rounding(quantity: Quantity) -> Interval:
    """The numbers that would be written like this one: half a unit of its last digit either way.

    "3,5 millions" covers 3.45 to 3.55 million; "61" covers itself: small whole numbers are counted.
    """
    value, digits = quantity.value, quantity.digits
    if value is None or not digits or value == 0:
        return Interval(low=value, high=value)
    if value == value.to_integral_value() and abs(value) <= _COUNTED:
        return Interval.point(value)
    half = Decimal(1).scaleb(value.adjusted() - digits + 1) / 2
    return Interval.around(value, half)


def _apart(f: NumberFact, g: NumberFact) -> bool:
    """Whether the bounds as worded keep the two apart, and rounding does not bring them together.

    Nobody rounds by a tenth: "4 millions" may stand for 3.9, hardly for 3.5.
    """
    if not f.bounds.disjoint(g.bounds):
        return False
    return gap(f.bounds, g.bounds) > NEAR or not any(_covers(x, y) for x, y in ((f, g), (g, f)))


def _covers(f: NumberFact, g: NumberFact) -> bool:
    """Whether `g` may be what `f` rounds (only between figures written in one unit)."""
    if f.quantity.value is None or f.quantity.unit != g.quantity.unit:
        return _scaled_near(f, g)
    around = rounding(f.quantity)
    exact = f.quantity.qualifier in (Qualifier.EXACT, Qualifier.ABOUT) and g.quantity.value is not None
    return exact and not around.disjoint(Interval.point(g.quantity.value or Decimal(0))) and around != g.bounds


def _scaled_near(f: NumberFact, g: NumberFact) -> bool:
    """Figures in two units (km, miles) are one if they differ by less than a conversion is rounded."""
    return gap(f.bounds, g.bounds) <= SLIGHT


def gap(a: Interval, b: Interval) -> Decimal:
    """The distance between two disjoint intervals as a share of the larger figure, 0 to 1 (or more)."""
    low, high = (a, b) if a.entirely_below(b) else (b, a)
    if low.high is None or high.low is None or high.low == 0:
        return Decimal(0)
    return abs(high.low - low.high) / max(abs(high.low), abs(low.high))


def _told_elsewhere(f: NumberFact, others: list[NumberFact]) -> bool:
    """Whether the other claim gives this very figure too, for whatever it counts there."""
    return any(f.counted == g.counted and (f.bounds == g.bounds or _covers(f, g) or _covers(g, f)) for g in others)


def _told_twice(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> int:
    """All points where the two claims are one sentence but for the figure."""
    if f.quantity.of != g.quantity.of:
        return 0
    return _ALL if parallel(a, b, (f.start, f.end), (g.start, g.end)) >= PARALLEL else 0


def _subset(f: NumberFact, g: NumberFact) -> bool:
    """Whether `f` may count some of what `g` counts: "3 chiens bruns" of "6 chiens"; a toll is never compared so."""
    narrowed = f.is_count and bool(f.modifiers) and not g.modifiers
    return narrowed and (f.toll or f.bounds.entirely_below(g.bounds))


def _same_words(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether one sentence gives two figures under one bound ("about 7.5" / "about 7.6"): no bound reconciles them."""
    if f.quantity.qualifier is not g.quantity.qualifier or f.bounds == g.bounds:
        return False
    return f.quantity.digits == g.quantity.digits and bool(_told_twice(a, b, f, g))


def _alignment(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> int:
    """Points for what agrees around two figures, minus what tells them apart; 0 where they are two things."""
    if rivals(f.scope.names, g.scope.names)[0] and not shared_names(f.scope.names, g.scope.names):
        return 0
    if f.unit in (None, "ordinal"):
        return 0
    same_predicate = bool(f.predicate) and f.predicate == g.predicate
    agreed, apart = roles_agree(f.slots, g.slots) if same_predicate else (0, 0)
    told = agreed + len(f.measured & g.measured)
    elsewhere = f.measured and g.measured and not f.measured & g.measured
    part_of_it = f.part != g.part or _subset(f, g) or _subset(g, f)
    if apart or part_of_it or (not f.is_count and (elsewhere or not told)):
        return 0
    points = 2 * same_predicate + 2 * f.is_count + min(2, told)
    points += 1 if f.modifiers & g.modifiers else 0
    points -= 2 if f.modifiers and g.modifiers and not f.modifiers & g.modifiers else 0
    points += 1 if f.quantity.per and f.quantity.per == g.quantity.per else 0
    points += 1 if f.toll else 0
    points += 2 if gap(f.bounds, g.bounds) <= NEAR else 0
    points += min(2, len((f.scope.topic & g.scope.topic) - {f.counted}))
    return points


def _clash(strength: float, f: NumberFact, g: NumberFact) -> Clash:
    distance = gap(f.bounds, g.bounds)
    negligible = distance <= NEGLIGIBLE and strength < 1
    firm = strength >= _SURE and distance > SLIGHT
    return Clash(
        kind=Kind.NUMERIC,
        level="disjoint" if distance > SLIGHT else "negligible" if negligible else "slightly apart",
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{written(f.quantity)} against {written(g.quantity)}",
        reconciled_by=() if firm else (Reconciler.ROUNDING,) if distance <= SLIGHT else (Reconciler.SCOPE,),
        revisable=f.toll,
        bounded=bool({f.quantity.qualifier, g.quantity.qualifier} & _BOUNDS),
    )


def written(quantity: Quantity) -> str:
    """A figure for a person, its words and its value: "“3,57 millions d'ingénieurs” (3 570 000 per year)"."""
    value = _plain(quantity.value) if quantity.value is not None else _span(quantity.bounds)
    hedge = "" if quantity.qualifier is Qualifier.EXACT else quantity.qualifier.value.replace("_", " ") + " "
    per = f" per {quantity.per}" if quantity.per else ""
    return f"“{quantity.text}” ({hedge}{value}{per})"


def _plain(value: Decimal) -> str:
    """A number in groups of three, without an exponent or trailing zeros."""
    text = f"{value:,f}".replace(",", " ")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _span(bounds: Interval) -> str:
    low = "…" if bounds.low is None else _plain(bounds.low)
    high = "…" if bounds.high is None else _plain(bounds.high)
    return f"{low} to {high}"
