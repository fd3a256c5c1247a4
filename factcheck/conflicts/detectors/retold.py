"""Retold: whether two articles on one event tell one figure twice, whatever else their clauses say and name."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.conflicts.align import Slots, rivals, roles_agree, same_event, shared_names
from factcheck.conflicts.detectors.parts import OWN
from factcheck.conflicts.figures import gap, told_near
from factcheck.facts import NumberFact, Reading
from factcheck.facts.fates import words_of
from factcheck.facts.gauges import told_once
from factcheck.facts.inventories import told_alone
from factcheck.lang import theme
from factcheck.parse.lexicon import lexicon
from factcheck.parse.places import apart as places_apart
from factcheck.parse.places import country

# How many there were in it at the time is told once and for all.
ALL_THERE = frozenset({"aboard", "inside"})
# Two figures of one thing that each article gives alone differ by no more than this share of the larger.
_ALONE = Decimal("0.3")
# Two depths or distances by no more than this.
_HALF = Decimal("0.5")


def told_again(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether two articles on one event give two figures that are one, told twice.

    Two counts of one noun that are near each other are: "22 clients se trouvaient dans les murs", "il y avait 20
    clients à l'hôtel"; not "180 élèves français" and "190 élèves", nor "150 personnes" and "160 personnes" of whom two
    things are told. So are two counts of one sort of people, or of what a thing is made of, and two measures of what an
    event has one of ("40 metres deep", "a 50m-deep well"), where the articles give no other. All of the 30
    findings that this brought on 32 marked clusters were right.
    """
    if a.claim.source == b.claim.source or f.toll or g.toll or f.part or g.part:
        return False
    ways = (_counted_near(f, g), _counted_alone(a, b, f, g), _made_of(a, b, f, g), _measured_alone(a, b, f, g))
    return any(ways) and same_event(a, b)


def _counted_near(f: NumberFact, g: NumberFact) -> bool:
    """Whether two counts of one noun, or of who was aboard, are near each other."""
    aboard = f.fates & g.fates & ALL_THERE
    if not _counts(f, g) or not told_near(f, g) or not (f.counted == g.counted or (aboard and f.people and g.people)):
        return False
    if f.generic and g.generic and not f.fates & g.fates:
        return False
    return bool(aboard) or not _narrowed(f, g)


def _counted_alone(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether either article counts people of one sort only once, and they are of a size.

    Where they are from is no such sort: of "51 Français" some may have been aboard, and others died.
    """
    if not (_counts(f, g) and f.people and g.people and f.counted == g.counted) or f.generic or country(f.counted):
        return False
    alone = told_alone(a, f) and told_alone(b, g) and gap(f.bounds, g.bounds) <= _ALONE
    return alone and not _narrowed(f, g) and f.fates | g.fates <= words_of(a.claim.lang).there


def _made_of(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures count what a thing is made of ("12 étages"), as either article does only once."""
    if not _counts(f, g) or f.counted != g.counted or f.fates | g.fates or _narrowed(f, g):
        return False
    nouns = (_nouns(r.claim.lang) for r in (a, b))
    told = all(f.counted in known for known in nouns) and not (acts(a, f) or acts(b, g))
    return told and told_alone(a, f) and told_alone(b, g) and gap(f.bounds, g.bounds) <= _ALONE


@cache
def _nouns(lang: str) -> frozenset[str]:
    """The concepts of what things are made of."""
    return frozenset(lexicon(lang).concept(noun) for noun in theme("wholes", lang)["made_of"])


def _measured_alone(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures measure what an event has one of, such as a depth, and an article gives no other."""
    one = f.gauges & g.gauges & told_once(a.claim.lang)
    most = _HALF if f.quantity.dimension == "length" else _ALONE
    return bool(one) and gap(f.bounds, g.bounds) <= most and (told_alone(a, f) or told_alone(b, g))


def _counts(f: NumberFact, g: NumberFact) -> bool:
    """Whether both figures count what a noun tells."""
    return bool(f.counts and g.counts and f.unit and g.unit) and f.unit != "ordinal"


def _narrowed(f: NumberFact, g: NumberFact) -> bool:
    """Whether the counted are told to be of one kind here and not there."""
    return f.modifiers != g.modifiers and not f.modifiers & g.modifiers


def acts(reading: Reading, f: NumberFact) -> bool:
    """Whether the predicate says something of those who are counted: not "on compte", "il y a", "c'est le nombre"."""
    lexicon = reading.tree.lexicon
    vague = words_of(lexicon.lang).vague | lexicon.numbering
    return f.counts and f.predicate is not None and not f.presented and f.predicate not in vague


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

    Of a count told twice only who it is told of counts; of things, and of nearly as many aboard, not even that:
    "l'appareil", "un Boeing 737".
    """
    agreed, apart = roles_agree(f.slots, g.slots)
    if not again:
        return agreed, apart
    free = (f.counts and not f.people) or (f.fates & g.fates & ALL_THERE and told_near(f, g))
    return agreed, 0 if free else roles_agree(_own(f.slots), _own(g.slots))[1]


def _own(slots: Slots) -> Slots:
    """The roles that say who or what, but for other figures ("of the 238 aboard, 8 were killed")."""
    return tuple((label, p) for label, p in slots if label in OWN and not p.concept[:1].isdigit())
