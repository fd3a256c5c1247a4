"""What each detector calls a clash and what it lets be, on hand-built facts."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import combinations, product

import pytest

from factcheck.claims import extract
from factcheck.conflicts.detectors import DETECTORS, asked
from factcheck.conflicts.detectors.directions import opposite_change, opposite_side
from factcheck.conflicts.detectors.numbers import quantity_disjoint
from factcheck.conflicts.detectors.orders import order_reversed, top_surpassed, two_tops
from factcheck.conflicts.detectors.permissions import other_authority, permission_reversed
from factcheck.conflicts.figures import gap, rounding
from factcheck.facts import DirectionFact, read
from factcheck.interval import Interval
from factcheck.model import Article, Severity
from factcheck.pipeline import compare_all
from tests.factories import (
    at_least,
    direction,
    number,
    order,
    permission,
    phrase,
    quantity,
    reading,
    scope,
    top,
)

AROUND = {"scope": scope(topic={"incendie", "entrepôt"}, names={"brest"})}

NUMBERS_THAT_CLASH = [
    (quantity(12), quantity(19)),
    (quantity(3_500_000, digits=2), quantity(3_570_000)),
    (at_least(20), quantity(19)),
    (quantity(61), quantity(62)),
]
NUMBERS_THAT_DO_NOT = [
    (quantity(12), quantity(12)),
    (at_least(12), quantity(19)),
    (quantity(139_000, digits=3), quantity(139_342)),
    (quantity(12_000_000, digits=2), quantity(12_300_000)),
    (quantity(12), quantity(19, "mort")),
    (quantity(12, per="year"), quantity(19, per="month")),
]


@pytest.mark.parametrize(("a", "b"), NUMBERS_THAT_CLASH)
def test_numbers_that_clash(a, b):
    """Two figures of one thing clash when neither bounds nor rounding let both hold."""
    assert quantity_disjoint(reading(number(a, **AROUND)), reading(number(b, **AROUND)))


@pytest.mark.parametrize(("a", "b"), NUMBERS_THAT_DO_NOT)
def test_numbers_that_do_not(a, b):
    """Equal, bounded, rounded, or differently counted figures never clash."""
    assert not quantity_disjoint(reading(number(a, **AROUND)), reading(number(b, **AROUND)))


def test_figure_told_elsewhere():
    """A figure that the other claim gives too is not held against another of its figures."""
    left = reading(number(quantity(12), **AROUND))
    right = reading(number(quantity(12), **AROUND), number(quantity(19), **AROUND))
    assert quantity_disjoint(left, right) is None


def test_slight_difference_is_a_tension():
    """Figures within five per cent are worth a look, not an accusation."""
    pair = quantity(3_500_000, digits=2), quantity(3_570_000)
    clash = quantity_disjoint(*(reading(number(q, **AROUND)) for q in pair))
    assert clash is not None
    assert clash.severity is Severity.TENSION


def test_money_needs_one_purpose():
    """Two sums clash only under one predicate about one thing: the unit says nothing of what they pay for."""
    sums = [quantity(n, "EUR", dimension="money") for n in (8, 19)]
    apart = [
        reading(number(q, measured=frozenset({of}), **AROUND)) for q, of in zip(sums, ("port", "lycée"), strict=True)
    ]
    together = [reading(number(q, measured=frozenset({"port"}), **AROUND)) for q in sums]
    assert quantity_disjoint(*apart) is None
    assert quantity_disjoint(*together) is not None


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (quantity("3500000", digits=2), "3450000", "3550000"),
        (quantity("139000", digits=3), "138500", "139500"),
        (quantity("61"), "61", "61"),
        (quantity("8.5"), "8.45", "8.55"),
    ],
)
def test_rounding(value, low, high):
    """A figure stands for all that would be written like it; small whole numbers stand for themselves."""
    assert rounding(value) == Interval(low=Decimal(low), high=Decimal(high))


def test_gap():
    """The distance of two figures is a share of the larger one."""
    assert gap(Interval.point(Decimal(50)), Interval.point(Decimal(100))) == Decimal("0.5")


SIDE_BY_SIDE = [
    ("en", "The arena has a capacity of 20,000 fans and a bar.", "The arena has a capacity of 25,000 people.", True),
    ("en", "The arena in the port holds 20,000 fans.", "The arena in the port holds 25,000 fans.", True),
    ("en", "The arena in the port holds 20,000 fans.", "The arena in the port holds 20,300 fans.", False),
    ("en", "The arena has a capacity of 18,000 and is used for rugby.", "The arena has a capacity of 24,000.", True),
    (
        "en",
        "The arena has a capacity of 18,000 and is used for rugby.",
        "The arena has a capacity of 24,000 people.",
        True,
    ),
    (
        "en",
        "The arena has a capacity of 18,000 and is used for rugby.",
        "The arena has a parking of 24,000 and a bar.",
        False,
    ),
    (
        "en",
        "The port expects to earn between $300 and $320 a day.",
        "The port expects to earn between $310 and $320 a day.",
        True,
    ),
    ("en", "The inn is 12 to 14 km from the port of Brest.", "The inn is 12 to 15 km from the port of Brest.", True),
    ("en", "The inn is 12 to 14 km from the port of Brest.", "The inn is 13 km from the port of Brest.", False),
    ("fr", "L'auberge est à 12 à 14 km du port de Brest.", "L'auberge est à 12 à 17 km du port de Brest.", True),
    ("fr", "Le stade a une capacité de 18 000.", "Le stade a une capacité de 24 000 personnes.", True),
    ("fr", "L'auberge est à 12 à 14 km du port de Brest.", "L'auberge est à 13 km du port de Brest.", False),
]


@pytest.mark.parametrize(("lang", "a", "b", "clash"), SIDE_BY_SIDE, ids=[f"{a} / {b}" for _, a, b, _ in SIDE_BY_SIDE])
def test_figures_side_by_side(lang, a, b, clash):
    """Ranges with other ends clash in one sentence told twice; a bare figure is of what it measures."""
    (verdict,) = compare_all([(a, b, lang)])
    assert [f.rule for f in verdict.findings[:1]] == (["Q1"] if clash else [])


CHANGES = [
    (direction(phrase("gap", names={"france"}), 1), direction(phrase("gap", names={"france"}), -1), True),
    (direction(phrase("gap", names={"france"}), 1), direction(phrase("gap", names={"chine"}), -1), False),
    (direction(phrase("prix", "blé"), 1), direction(phrase("prix", "pétrole"), -1), False),
    (direction(phrase("prix", "blé"), 1), direction(phrase("prix", "blé"), 1), False),
    (direction(phrase("prix", "blé"), 1), direction(phrase("prix", "blé"), 1, negated=True), True),
]


@pytest.mark.parametrize(("a", "b", "clashes"), CHANGES)
def test_changes(a, b, clashes):
    """One thing cannot both grow and shrink; two things can."""
    spoken = {"topic": {"rouen"}, "names": {"rouen"}}
    assert bool(opposite_change(reading(a, **spoken), reading(b, **spoken))) is clashes


def test_counted_sort_is_no_scale():
    """So many slight injuries do not say that the others were slight."""
    article = Article(id="a", text="À Brest, cinq blessés légers sont à déplorer.", lang="fr")
    facts = [fact for found in read(extract([article], every=True)) for fact in found.facts]
    assert [f for f in facts if isinstance(f, DirectionFact) and f.dimension == "severity"] == []


def test_forecast_against_trend():
    """A present trend and a forecast of the contrary are a tension over the period."""
    now = direction(phrase("gap", names={"france"}), -1)
    later = direction(phrase("gap", names={"france"}), 1, scope=scope(tense="future"))
    clash = opposite_change(reading(now, topic={"éolien"}), reading(later, topic={"éolien"}))
    assert clash is not None
    assert (clash.severity, clash.reconciled_by) == (Severity.TENSION, ("period",))


def test_supply():
    """A shortage and a sufficiency of one thing are on two sides of a scale."""
    short = direction(phrase("eau"), -1, "supply")
    enough = direction(phrase("eau"), 1, "supply")
    other = direction(phrase("soin"), 1, "supply")
    spoken = {"topic": {"maroc"}, "names": {"maroc"}}
    assert opposite_side(reading(short, **spoken), reading(enough, **spoken))
    assert not opposite_side(reading(short, **spoken), reading(other, **spoken))


def test_orders():
    """X over Y contradicts Y over X on one dimension, and neither on another."""
    assert order_reversed(reading(order("k20", "z9")), reading(order("z9", "k20")))
    assert not order_reversed(reading(order("k20", "z9", "price")), reading(order("z9", "k20")))
    assert not order_reversed(reading(order("k20", "z9")), reading(order("k20", "z9")))
    assert order_reversed(reading(order("k20", "z9")), reading(order("k20", "z9", negated=True)))


def test_tops():
    """What tops its class is not surpassed in it, and only one can be first for one owner."""
    assert top_surpassed(reading(top("train", "k20", "k30")), reading(order("z9", "k20")))
    assert not top_surpassed(reading(top("train", "k20", "k30")), reading(order("k30", "k20")))
    assert not top_surpassed(reading(top("train", "k20")), reading(order("z9", "z8")))
    assert two_tops(reading(top("train", "k20")), reading(top("train", "z9")))
    assert not two_tops(reading(top("train", "k20")), reading(top("train", "z9", owner="autre")))


def test_permissions():
    """An act allowed and forbidden clashes outright on one model; on another it is a matter of scope."""
    k20, z9 = phrase("moteur", names={"k20", "maroc"}), phrase("moteur", names={"z9", "maroc"})
    outright = permission_reversed(reading(permission(1, k20)), reading(permission(-1, k20)))
    scoped = permission_reversed(reading(permission(1, k20)), reading(permission(-1, z9)))
    assert outright is not None
    assert outright.severity is Severity.CONFLICT
    assert scoped is not None
    assert scoped.severity is Severity.TENSION
    assert "scope" in scoped.reconciled_by
    assert not permission_reversed(reading(permission(1, k20)), reading(permission(-1, k20, act="use")))


def test_authorities():
    """One permission given by two is a question of who gave it."""
    k20 = phrase("moteur", names={"k20"})
    mayor, prefect = phrase("maire"), phrase("préfet")
    assert other_authority(reading(permission(1, k20, mayor)), reading(permission(1, k20, prefect)))
    assert not other_authority(reading(permission(1, k20, mayor)), reading(permission(1, k20, mayor)))
    assert not other_authority(reading(permission(1, k20, mayor)), reading(permission(-1, k20, prefect)))


POOL = [
    reading(number(quantity(12), **AROUND)),
    reading(number(quantity(19), **AROUND)),
    reading(number(at_least(15), **AROUND)),
    reading(order("k20", "z9")),
    reading(order("z9", "k20")),
    reading(top("train", "k20")),
    reading(direction(phrase("gap", names={"france"}), 1), topic={"x"}),
    reading(direction(phrase("gap", names={"france"}), -1), topic={"x"}),
    reading(permission(1, phrase("moteur", names={"k20"}), phrase("maire"))),
    reading(permission(-1, phrase("moteur", names={"k20"}), phrase("préfet"))),
]


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda d: d.code)
def test_laws(detector):
    """Every detector is symmetric, and nothing clashes with itself."""
    for a, b in product(POOL, POOL):
        assert bool(detector.function(a, b)) == bool(detector.function(b, a))
    for a in POOL:
        assert detector.function(a, a) is None


def test_rules_that_are_not_asked_would_see_nothing():
    """What a row says its rule needs, and how strong it may be, leaves out no clash."""
    told = (example for d in DETECTORS for example in (d.example_conflict, d.example_harmless))
    texts = dict.fromkeys(text.strip(" «»") for example in told for text in example.split("/"))
    articles = [Article(id=f"{n:03}.txt", text=f"{text}.", lang="fr") for n, text in enumerate(texts)]
    seen = Counter()
    for a, b in combinations((*read(extract(articles, every=True)), *POOL), 2):
        for detector in DETECTORS:
            clash = detector.function(a, b)
            seen[detector.code] += clash is not None
            assert clash is None or detector in asked(a.holds, b.holds, clash.strength)
    assert len(+seen) > len(DETECTORS) / 2


def test_table():
    """Codes and names are unique, and every kind of conflict has a rule."""
    assert len({d.code for d in DETECTORS}) == len({d.name for d in DETECTORS}) == len(DETECTORS)
    assert {d.kind for d in DETECTORS} == {
        "numeric", "date", "negation", "antonym", "comparison", "identity", "status", "attribution",
    }  # fmt: skip
