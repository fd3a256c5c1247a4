"""Two figures of one thing: can both hold? Bounds, rounding, vague words, and how a figure is shown to a person."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.interval import Interval
from factcheck.model import Qualifier, Quantity

if TYPE_CHECKING:
    from factcheck.facts import NumberFact

# Figures nearer than this share of the larger are two readings of one figure rather than two figures.
NEAR = Decimal("0.1")
# Beyond this share one figure is twenty times the other.
WIDE = Decimal("0.95")
# Beyond this share one count is more than three times the other.
MANIFOLD = Decimal("0.7")
# Within this share a reader takes two figures for one told roughly: worth a look, not an accusation.
SLIGHT = Decimal("0.05")
# Within this share two times told in two units are one: a week of eight days.
_LOOSE = Decimal("0.13")
# Below this share nobody can tell a slip from rounding (325 000 km for 324 600).
NEGLIGIBLE = Decimal("0.005")
# "A few" stretches; what is so many times as much (or as little) is no longer meant by it.
_STRETCH = 10
# Nobody tells one figure by so many times as much, but for a slip in the unit.
_WORLDS = 10
# The most that "a few" stands for.
_FEW = 10
# Whole numbers up to this are counted one by one and are not rounded.
_COUNTED = 100


def level(f: NumberFact, g: NumberFact) -> str | None:
    """The rung on which two figures that count the same disagree, None where both can hold.

    `far apart`: one is vague and the other of another size; `crossing`: the bounds leave one figure from two sides;
    `orders apart`, `manifold`, `disjoint`, `slightly apart`, `negligible`: by the distance between what the two allow.
    """
    if Qualifier.INDEFINITE in (f.quantity.qualifier, g.quantity.qualifier):
        return "far apart" if _of_another_size(f, g) else None
    if crossing(f, g) or crossing(g, f):
        return "crossing"
    return step(f, g) if apart(f, g) else None


def step(f: NumberFact, g: NumberFact) -> str:
    """How far apart two figures that differ are."""
    distance = gap(f.bounds, g.bounds)
    if distance > WIDE:
        return "orders apart"
    if distance > MANIFOLD:
        return "manifold"
    return "disjoint" if distance > SLIGHT else "slightly apart" if distance > NEGLIGIBLE else "negligible"


def ends_apart(f: NumberFact, g: NumberFact) -> str:
    """How far apart two ranges are at the end that differs more: "90 to 100", "90 to 120"."""
    ends = ((f.bounds.low, g.bounds.low), (f.bounds.high, g.bounds.high))
    shifts = [abs(x - y) / max(abs(x), abs(y), Decimal(1)) for x, y in ends if x is not None and y is not None]
    return "disjoint" if max(shifts, default=Decimal(0)) > SLIGHT else "slightly apart"


def crossing(f: NumberFact, g: NumberFact) -> bool:
    """Whether `f` is said to be above a figure that `g` stays below, or gives to the last digit.

    So are "plus de 400" and "près de 400", "more than 51" and "51"; not "plus de 400" and "400", which rounds, nor "au
    moins 400" and "près de 400", which both mean 400 or so.
    """
    p, q = f.quantity, g.quantity
    if p.value is None or p.value != q.value or p.unit != q.unit or p.qualifier is not Qualifier.MORE_THAN:
        return False
    return g.short or (q.qualifier is Qualifier.EXACT and _to_the_last(q))


def _to_the_last(quantity: Quantity) -> bool:
    """Whether a whole number is written out to a last digit that says something: 51 and 1 203, not 50 or 1 200."""
    value = quantity.value or Decimal(0)
    return value == value.to_integral_value() and abs(value) >= _FEW and value % 10 != 0 and value % 5 != 0


def _of_another_size(f: NumberFact, g: NumberFact) -> bool:
    """Whether a vague figure ("a few", "dozens") and an exact one are of different sizes altogether."""
    vague, other = (f, g) if f.quantity.qualifier is Qualifier.INDEFINITE else (g, f)
    low, high = _meant(vague)
    if other.quantity.qualifier is Qualifier.INDEFINITE or not low:
        return False
    above = other.bounds.low is not None and other.bounds.low >= high * _STRETCH
    return above or (other.bounds.high is not None and other.bounds.high * _STRETCH <= low)


def _meant(vague: NumberFact) -> tuple[Decimal, Decimal]:
    """What a vague figure stands for at least and at most, in its base unit: "a few" is 2 to 10."""
    low = vague.bounds.low or Decimal(0)
    return low, vague.bounds.high or low * _FEW / 2


def rounding(quantity: Quantity) -> Interval:
    """The numbers that would be written like this one: half a unit of its last digit either way.

    "3,5 millions" covers 3.45 to 3.55 million; "61" covers itself: small whole numbers are counted.
    """
    return _rounding(quantity.value, quantity.digits)


# Each figure is held against dozens of others.
@lru_cache(maxsize=8192)
def _rounding(value: Decimal | None, digits: int | None) -> Interval:
    if value is None or not digits or value == 0:
        return Interval(low=value, high=value)
    if value == value.to_integral_value() and abs(value) <= _COUNTED:
        return Interval.point(value)
    half = Decimal(1).scaleb(value.adjusted() - digits + 1) / 2
    return Interval.around(value, half)


def apart(f: NumberFact, g: NumberFact) -> bool:
    """Whether the bounds as worded keep the two apart, and rounding does not bring them together.

    Nobody rounds by a tenth: "4 millions" may stand for 3.9, hardly for 3.5.
    """
    if not f.bounds.disjoint(g.bounds):
        return False
    return gap(f.bounds, g.bounds) > NEAR or not any(covers(x, y) for x, y in ((f, g), (g, f)))


def covers(f: NumberFact, g: NumberFact) -> bool:
    """Whether `g` may be what `f` rounds (only between figures written in one unit)."""
    one_scale = f.quantity.unit == g.quantity.unit or (f.counts and g.counts)  # "61 baleines", "62 globicéphales"
    if not one_scale:
        return _scaled_near(f, g)
    if f.quantity.value is None:
        return g.quantity.value is not None and not f.bounds.disjoint(g.bounds)
    around = rounding(f.quantity)
    exact = f.quantity.qualifier in (Qualifier.EXACT, Qualifier.ABOUT) and g.quantity.value is not None
    return exact and not around.disjoint(Interval.point(g.quantity.value or Decimal(0))) and around != g.bounds


def _scaled_near(f: NumberFact, g: NumberFact) -> bool:
    """Figures in two units (km, miles) are one if they differ by less than a conversion is rounded.

    Times are rounded more: "quinze jours" are two weeks, and eight days one.
    """
    return gap(f.bounds, g.bounds) <= (_LOOSE if f.quantity.dimension == "duration" else SLIGHT)


def gap(a: Interval, b: Interval) -> Decimal:
    """The distance between two disjoint intervals as a share of the larger figure, 0 to 1 (or more)."""
    low, high = (a, b) if a.entirely_below(b) else (b, a)
    if low.high is None or high.low is None or high.low == 0:
        return Decimal(0)
    return abs(high.low - low.high) / max(abs(high.low), abs(low.high))


def told_near(f: NumberFact, g: NumberFact) -> bool:
    """Whether the figures as told are near each other, whatever their bounds: not "plus de 450" and "près de 380"."""
    values = [x.quantity.value for x in (f, g)]
    if None in values or f.quantity.unit != g.quantity.unit:
        return gap(f.bounds, g.bounds) <= NEAR
    return gap(*(Interval.point(value) for value in sorted(v for v in values if v is not None))) <= NEAR


def worlds_apart(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures are of other sizes altogether: what a share costs, and what the company does.

    A count of whom something befell may grow so much, and a slip in the unit leaves the digits ("510", "510 millions").
    """
    ends = [(x.bounds.low, x.bounds.high) for x in (f, g)]
    if Qualifier.INDEFINITE in (f.quantity.qualifier, g.quantity.qualifier):
        return f.quantity.dimension == "duration" and f.quantity.unit != g.quantity.unit  # "a few minutes", "46 years"
    if f.toll or g.toll:
        return False
    (low, least), (most, _) = sorted(((lo or hi, hi or lo) for lo, hi in ends), key=lambda end: end[0] or 0)
    if low is None or most is None or least is None or low <= 0:
        return False
    return most > least * _WORLDS and low.normalize().as_tuple().digits != most.normalize().as_tuple().digits


def from_a_place(f: NumberFact, g: NumberFact) -> bool:
    """Whether both are distances from one place ("à 20 km de Brest"), of things that only their roles tell apart."""
    lengths = f.quantity.dimension == g.quantity.dimension == "length"
    return lengths and bool(f.measured & g.measured & f.names & g.names)


def other_end(f: NumberFact, g: NumberFact) -> bool:
    """Whether two distances are measured from two places ("à 26 km de Brest", "à 10 km de Quimper")."""
    ends = [x.measured & x.names for x in (f, g)]
    return f.quantity.dimension == g.quantity.dimension == "length" and bool(ends[0] or ends[1]) and ends[0] != ends[1]


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
