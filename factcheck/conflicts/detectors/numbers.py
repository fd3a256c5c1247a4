"""Numbers: two figures of one thing that no rounding brings together."""

from __future__ import annotations

from decimal import Decimal

from factcheck.conflicts.align import PARALLEL, parallel, same_event, shared_names
from factcheck.conflicts.detectors.ages import same_bearer
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.parts import of_presented, other_group, part_as_whole, same_part, some_of
from factcheck.conflicts.detectors.quantifiers import otherwise_quantified
from factcheck.conflicts.detectors.retold import ALL_THERE, acts, named_apart, of_one_thing, roles_apart, told_again
from factcheck.conflicts.detectors.wholes import of_two_things, other_whole
from factcheck.conflicts.figures import (
    MANIFOLD,
    NEAR,
    covers,
    ends_apart,
    from_a_place,
    gap,
    level,
    other_end,
    step,
    told_near,
    worlds_apart,
    written,
)
from factcheck.facts import NumberFact, Reading
from factcheck.facts.fates import words_of
from factcheck.model import Kind, Qualifier, Quantity, Reconciler, Severity, When

# How much must agree around two figures before they are compared (see `_alignment`): less where the figures
# are near each other, which speaks for one thing told twice, or are a toll, which is what the news is about.
_ENOUGH = 3
_FIRM = 5
_ALL = 8
# At this strength both cannot hold as worded.
_SURE = 0.5 + 0.5 * _FIRM / _ALL
# Less than enough, but something: only for sentences that somebody holds side by side.
_SOME = 3
_BOUNDS = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
# Who is there at one time is not all who were there.
_PASSING = frozenset({"trapped", "hostage", "gathered"})
# What a thing has one of.
_SIZES = frozenset({"length", "area", "volume", "mass", "power", "duration"})
# Whoever says "une dizaine" may mean so much more or less (a share of the larger figure).
_ROUGHLY = Decimal("0.25")
# A figure of so many says by itself which it is, one of fewer where it is no round number.
_LARGE = 10_000
_TELLING, _ROUND = 20, 10
# The shortest month, in days.
_MONTH = 27
# What each rung of the ladder is softened by; a rung that is not here can be a conflict.
_SOFT = {
    "crossing": Reconciler.APPROXIMATION,
    "slightly apart": Reconciler.ROUNDING,
    "negligible": Reconciler.ROUNDING,
}


def quantity_disjoint(a: Reading, b: Reading) -> Clash | None:
    """Two figures count the same, and not even rounding lets both hold.

    Clashes: "le pont mesure 120 mètres" / "long de 150 mètres, le pont est fermé". Harmless: "au moins 120 mètres" /
    "150 mètres"; "12,3 millions" / "12 millions"; "12 blessés" / "15 morts".
    """
    mine, theirs = facts_of(a, NumberFact), facts_of(b, NumberFact)
    found = (
        (_strength(f, g, rung, _told_twice(a, b, f, g) or _alignment(a, b, f, g)), rung, f, g)
        for f in mine
        for g in theirs
        if _comparable(f, g)
        and not (other_group(f, g, mine) or other_group(g, f, theirs))
        and not other_whole(a, b, f, g, (mine, theirs))
        and (rung := level(f, g) or _reworded(a, b, f, g))
        and not told_elsewhere(f, theirs)
        and not told_elsewhere(g, mine)
    )
    best = max(found, key=lambda row: row[0], default=None)
    return _clash(*best) if best and best[0] else part_as_whole(a, b)


def _strength(f: NumberFact, g: NumberFact, rung: str, points: int) -> float:
    """How surely two figures are of one thing, 0 to 1: from a half on where enough agrees around them."""
    near = f.toll or _near(f, g, rung)
    if points >= (_ENOUGH if near else _FIRM):
        return 0.5 + 0.5 * min(1.0, points / _ALL)
    return 0.3 if points >= _SOME else 0.0


def _near(f: NumberFact, g: NumberFact, rung: str | None) -> bool:
    """Whether two figures are so near each other that they are one thing told twice."""
    return rung == "crossing" or (rung != "far apart" and gap(f.bounds, g.bounds) <= NEAR)


def _comparable(f: NumberFact, g: NumberFact) -> bool:
    """One unit or counted noun, one base, one denominator; not one of them denied, asked for, offered or threatened."""
    if f.denied != g.denied or f.stance != g.stance or (f.left != g.left and not _lasting(f, g)):
        return False
    if f.fates and g.fates and not f.fates & g.fates and (not (f.whole and g.whole) or (f.picked and g.picked)):
        return False
    bare = _bare(f, g)
    if not _one_class(f, g) and not (bare and f.measured & g.measured):
        return False
    if (bare or f.unit == g.unit or f.is_count or f.fates) and f.quantity.direction == g.quantity.direction:
        return not (_within_other(f, g) or other_per(f.quantity, g.quantity))
    return False


def other_per(p: Quantity, q: Quantity) -> bool:
    """Whether two figures are per different things; a sum of money per share is none of the whole."""
    return p.per != q.per and (bool(p.per and q.per) or p.dimension == "money")


def _within_other(f: NumberFact, g: NumberFact) -> bool:
    """Whether the two are told of times of other lengths: "235 mm en quelques heures", "500 mm en 24 heures"."""
    return f.within is not None and g.within is not None and f.within != g.within


def _bare(f: NumberFact, g: NumberFact) -> bool:
    """Whether one says too little to tell what it is of but for what it measures: "a capacity of 18,000 (people)"."""
    if f.fates | g.fates or f.gauges & g.gauges:
        return False
    vague = [x.unit is None or x.generic for x in (f, g)]
    return any(x.unit is None for x in (f, g)) if all(vague) else any(vague) and f.counted != g.counted


def _lasting(f: NumberFact, g: NumberFact) -> bool:
    """Whether the fate is one that only those left share: who is missing is still missing."""
    return "missing" in f.fates & g.fates


def _one_class(f: NumberFact, g: NumberFact) -> bool:
    """Whether the counted are of one class: of one noun, or people of any sort whom one thing befalls.

    Animals too, of which one kind is stranded and another slaughtered: of any sort only where the figures are near.
    """
    if f.counted == g.counted or not f.fates & g.fates:
        return f.counted == g.counted
    if f.animals and g.animals:
        return (f.any_animal or g.any_animal) and told_near(f, g)
    return f.people and g.people and (f.anyone or g.anyone)


def _one_fate(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether what befalls the counted does not tell them apart; of one that is not told, a near figure must speak.

    "61 pompiers : c'est le nombre" may be of those sent to the fire, hardly of those hurt there.
    """
    if f.fates == g.fates or told_near(f, g) or (f.whole and g.whole):
        return True
    bare = (not f.fates and not acts(a, f)) or (not g.fates and not acts(b, g))
    return bare and f.fates | g.fates <= words_of(a.claim.lang).there


def told_elsewhere(f: NumberFact, others: tuple[NumberFact, ...]) -> bool:
    """Whether the other claim gives this very figure too, for whatever it counts there, or without its noun."""
    alike = (g for g in others if _one_class(f, g) and (f.bounds == g.bounds or _one_rounded(f, g)))
    if any(_telling_alone(f, g) or same_part(g, f) for g in others):
        return True
    return any(level(f, g) != "crossing" for g in alike)


def _telling_alone(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures, one without its noun, are the same by no chance: "806 000, selon …", "le bilan de 116"."""
    value = f.quantity.value
    if value is None or value != g.quantity.value or None not in (f.unit, g.unit):
        return False
    return value >= _LARGE or (f.counts and g.counts and value >= _TELLING and value % _ROUND != 0)


def _one_rounded(f: NumberFact, g: NumberFact) -> bool:
    """Whether one may be the other told roughly; nobody rounds by a tenth: 20 000 is not 25 000."""
    near = not f.bounds.disjoint(g.bounds) or gap(f.bounds, g.bounds) <= NEAR
    return near and (covers(f, g) or covers(g, f))


def _told_twice(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> int:
    """All points where two texts have one sentence but for the figure; in one text such are items of a list."""
    if f.quantity.of != g.quantity.of or a.claim.source == b.claim.source:
        return 0
    return _ALL if parallel(a, b, (f.start, f.end), (g.start, g.end)) >= PARALLEL else 0


def _reworded(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> str | None:
    """The rung of two figures under one bound in one sentence ("about 7.5" / "about 7.6"): no bound reconciles them.

    So are two ranges: "between 7 and 8" / "between 7 and 9".
    """
    if f.quantity.qualifier is not g.quantity.qualifier or f.bounds == g.bounds:
        return None
    if f.quantity.qualifier is Qualifier.RANGE:
        return ends_apart(f, g) if f.quantity.unit == g.quantity.unit and _told_twice(a, b, f, g) else None
    return step(f, g) if f.quantity.digits == g.quantity.digits and _told_twice(a, b, f, g) else None


def _alignment(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> int:
    """Points for what agrees around two figures, minus what tells them apart; 0 where they are two things."""
    if f.bearer or g.bearer:
        return same_bearer(a, b, f, g)
    if _one_of_several(f) != _one_of_several(g) or _of_two_owners(f, g):
        return 0
    if otherwise_quantified(a, b, f, g):
        return 0
    again = told_again(a, b, f, g)
    if named_apart(a, b, f, g, again=again):
        return 0
    bare = _bare(f, g)
    if f.unit == "ordinal" or (bare and not f.measured & g.measured):
        return 0
    if _other_span(f, g) or not _one_fate(a, b, f, g) or _other_moment(a, b, f, g):
        return 0
    fates = f.fates & g.fates
    same_predicate = _same_predicate(a, b, f, g)
    if (
        not (same_predicate or fates or (f.whole and g.whole))
        and acts(a, f)
        and acts(b, g)
        and not again
        and gap(f.bounds, g.bounds) > NEAR
    ):
        return 0
    gauged = bool(f.gauges & g.gauges)
    agreed, apart = roles_apart(f, g, again=again) if same_predicate or gauged else (0, 0)
    gauged = gauged and (again or ((same_predicate or of_one_thing(f, g, agreed)) and not other_end(f, g)))
    told = agreed + len(f.measured & g.measured) + _held(f, g) + _held(g, f) + gauged
    elsewhere = f.measured and g.measured and not f.measured & g.measured and not gauged
    elsewhere = elsewhere or (f.gauges and g.gauges and not f.gauges & g.gauges)
    some = not bare and any(
        some_of(x, y, again=again) or (not again and of_presented(x, y)) for x, y in ((f, g), (g, f))
    )
    part_of_it = f.part != g.part or some
    of_one_kind = bool(fates) or (not bare and (f.is_count or (f.counts and bool(f.modifiers & g.modifiers))))
    one_act = (same_predicate or gauged) and agreed
    near = gap(f.bounds, g.bounds) <= NEAR
    if (from_a_place(f, g) or f.offset or g.offset) and not (f.offset == g.offset and (one_act or (again and near))):
        return 0
    if worlds_apart(f, g) or of_two_things(a, b, f, g):
        return 0
    if apart or part_of_it or (not of_one_kind and (elsewhere or not told)):
        return 0
    points = 2 * (same_predicate or gauged or bool(fates)) + 2 * of_one_kind + min(2, told)
    points += 1 if f.modifiers & g.modifiers else 0
    points -= 2 if f.modifiers and g.modifiers and not (f.modifiers & g.modifiers or gauged) else 0
    points += 1 if f.quantity.per and f.quantity.per == g.quantity.per else 0
    points += 1 if f.toll or (ALL_THERE & fates and same_event(a, b)) else 0
    points += 2 if near else 0
    points -= 2 if _manifold(f, g) else 0
    points += min(2, len((f.topic & g.topic) - {f.counted}))
    points += _anchored(f, g)
    points += 1 if gauged and one_act and same_predicate else 0
    points = max(points, _FIRM) if again else points
    return min(points, _SOME if bare else _ALL - 1)


def _one_of_several(f: NumberFact) -> bool:
    """Whether "one" only introduces something: "one letter cost votes, the other …", beside "two letters"."""
    return f.counts and not f.people and f.quantity.value == 1 and not f.whole and f.quantity.digits == 1


def _of_two_owners(f: NumberFact, g: NumberFact) -> bool:
    """Whether two shares are told of two: what one candidate got, and what the other."""
    if f.quantity.dimension != "share":
        return False
    owners = [
        (x.measured & x.names) | {name for label, phrase in x.slots if label == "subject" for name in phrase.own}
        for x in (f, g)
    ]
    return bool(owners[0] and owners[1]) and not shared_names(*map(frozenset, owners))


def _manifold(f: NumberFact, g: NumberFact) -> bool:
    """Whether one figure is some three times the other: in one story they are mostly of two things.

    On marked real news 3 of 14 such findings were right, of the others every second. A count of whom something befell
    may grow so much, and "a few" says no size.
    """
    vague = Qualifier.INDEFINITE in (f.quantity.qualifier, g.quantity.qualifier)
    return gap(f.bounds, g.bounds) > MANIFOLD and not (f.toll or vague)


def _same_predicate(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether both are said by one predicate, by it and its noun ("la suppression"), or by two of reaching a level."""
    if not f.predicate or not g.predicate:
        return bool({f.predicate} & g.measured or {g.predicate} & f.measured)
    return f.predicate == g.predicate or (_levels(a, f) and _levels(b, g))


def _other_span(f: NumberFact, g: NumberFact) -> bool:
    """Whether the two are of spans of different length ("au premier semestre", "au deuxième trimestre")."""
    spans = [{(d.first, d.last) for d in x.scope.dates if _is_span(d)} for x in (f, g)]
    return bool(spans[0] and spans[1]) and not spans[0] & spans[1]


def _other_moment(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether two speeds or heights are of two moments: one is where something slowed down or rose to."""
    if f.quantity.dimension != "speed" and "height" not in f.gauges & g.gauges:
        return False
    changes = [r.tree.lexicon.change.get(x.predicate or "") for r, x in ((a, f), (b, g))]
    return changes[0] != changes[1]


def _is_span(when: When) -> bool:
    """Whether a date is a month or longer."""
    return when.first is not None and when.last is not None and (when.last - when.first).days >= _MONTH


def _levels(reading: Reading, f: NumberFact) -> bool:
    """Whether the figure is only where its subject stands ("s'établit à …", "tombe à …")."""
    lexicon = reading.tree.lexicon
    return f.predicate in lexicon.reaching or (f.predicate in lexicon.change and f.quantity.direction is None)


def _held(f: NumberFact, g: NumberFact) -> int:
    """How many nouns that `f` hangs on fill a role beside `g`: "the coach, with 49 aboard", "the coach carried 44"."""
    return len({phrase.concept for _, phrase in g.slots} & f.measured)


def _anchored(f: NumberFact, g: NumberFact) -> int:
    """A point for a name that both clauses hold, and another where the figure sizes one noun ("un entrepôt de …")."""
    if not shared_names(f.names, g.names):
        return 0
    return 2 if f.quantity.dimension in _SIZES and f.measured & g.measured else 1


def _clash(strength: float, rung: str, f: NumberFact, g: NumberFact) -> Clash:
    rung = "slightly apart" if rung == "negligible" and strength == 1 else rung
    roughly = Qualifier.ABOUT in (f.quantity.qualifier, g.quantity.qualifier) and gap(f.bounds, g.bounds) <= _ROUGHLY
    firm = strength >= _SURE and rung not in _SOFT and not roughly
    return Clash(
        kind=Kind.NUMERIC,
        level=rung,
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{written(f.quantity)} against {written(g.quantity)}",
        reconciled_by=() if firm else (_SOFT.get(rung, Reconciler.SCOPE),),
        revisable=f.toll or f.sent,
        momentary=bool(f.fates & g.fates & _PASSING),
        bounded=bool({f.quantity.qualifier, g.quantity.qualifier} & _BOUNDS),
        figures=(f, g),
    )
