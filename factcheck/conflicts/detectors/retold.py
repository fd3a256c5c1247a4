"""Retold: whether two articles on one event tell one figure twice, whatever else their clauses say and name."""

from __future__ import annotations

from factcheck.conflicts.align import Slots, rivals, roles_agree, same_event, shared_names
from factcheck.conflicts.detectors.parts import OWN
from factcheck.conflicts.figures import told_near
from factcheck.facts import NumberFact, Reading
from factcheck.parse.places import apart as places_apart

# How many there were in it at the time is told once and for all.
ALL_THERE = frozenset({"aboard", "inside"})


def told_again(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether two articles on one event give two counts of one noun that are near each other: one count, told twice.

    So are "22 clients se trouvaient dans les murs" and "il y avait 20 clients à l'hôtel"; not "180 élèves français" and
    "190 élèves", nor "150 personnes" and "160 personnes" of whom two things are told. On marked news 22 of 24 such
    pairs that something else kept from being told were right.
    """
    if a.claim.source == b.claim.source or not _one_noun(f, g) or not told_near(f, g) or not same_event(a, b):
        return False
    if f.toll or g.toll or f.part or g.part:
        return False
    narrowed = f.modifiers != g.modifiers and not f.modifiers & g.modifiers
    return not narrowed or bool(f.fates & g.fates & ALL_THERE)


def _one_noun(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures count what one noun tells, or people whom one thing befalls: "personne" says too little."""
    if not (f.counts and g.counts and f.unit and g.unit) or f.unit == "ordinal" or f.counted != g.counted:
        return False
    return not f.generic or bool(f.fates & g.fates)


def named_apart(a: Reading, b: Reading, f: NumberFact, g: NumberFact, *, again: bool) -> bool:
    """Whether the clauses name different things.

    In two articles on one event, clauses that tell of one fate or measure one thing may each name what they like ("Les
    secours de Brest ont sorti trois morts", "Le Kerlan a fait quatre morts"); only the places where tell them apart,
    and not even those where nearly as many were aboard.
    """
    if not rivals(f.scope.names, g.scope.names)[0] or shared_names(f.scope.names, g.scope.names):
        return False
    told_of_one = f.fates & g.fates or f.gauges & g.gauges or (again and f.people)
    if not (told_of_one and a.claim.source != b.claim.source and same_event(a, b)):
        return True
    if again and f.fates & g.fates & ALL_THERE:
        return False
    own = [x.names & x.measured | {n for _, phrase in x.slots for n in phrase.names} for x in (f, g)]
    return places_apart(*own)


def of_one_thing(f: NumberFact, g: NumberFact, agreed: int) -> bool:
    """Whether what two gauges are of is named alike or fills one role: "racheter Tessier", "le rachat de Tessier"."""
    return not rivals(f.names, g.names)[0] and bool(agreed or shared_names(f.names, g.names))


def roles_apart(f: NumberFact, g: NumberFact, *, again: bool) -> tuple[int, int]:
    """How many roles beside two figures agree, and how many tell them apart.

    Of a count told twice only who it is told of counts; of those aboard not even that: "l'appareil", "un Boeing 737".
    """
    if not again:
        return roles_agree(f.slots, g.slots)
    agreed, _ = roles_agree(f.slots, g.slots)
    return agreed, 0 if f.fates & g.fates & ALL_THERE else roles_agree(_own(f.slots), _own(g.slots))[1]


def _own(slots: Slots) -> Slots:
    """The roles that say who or what, but for other figures ("of the 238 aboard, 8 were killed")."""
    return tuple((label, p) for label, p in slots if label in OWN and not p.concept[:1].isdigit())
