"""Events on two dates, or at two hours of one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from factcheck.conflicts.align import akin, may_be, rivals, roles_agree, same_phrase, shared_names, told_apart
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.dates import days, disjoint, some_day
from factcheck.facts import Happening, Reading
from factcheck.facts.acts import one_of_several
from factcheck.facts.happenings import bare_month
from factcheck.model import Kind, Reconciler, Severity, When
from factcheck.parse.tree import Phrase, Tree

# Predicates that say nothing without their object.
_LIGHT = frozenset({"être", "avoir", "faire", "be", "have", "do", "say", "get", "take", "make"})
# From here on two events are taken for one; above, both dates cannot hold.
_ONE = 0.7
_SURE = 0.8
_OF = frozenset({"de", "of"})
# What happens once to a thing that is named alike, and to one that a pronoun stands for.
_NAMED, _PRONOUN = 0.4, 0.3
# What such a span holds is not told by it.
_WIDE = frozenset({"decade", "century", "millennium"})
# Minutes that an hour is told roughly by: "at 6" and "around 6", "6.10" and "around 6.10", "6.04".
_HOUR, _ABOUT_HOUR, _ABOUT, _FIVES, _EXACT = 29, 45, 12, 2, 0
# Minutes up to which a difference of hours is worth a look, not an accusation.
_SLIGHT = 15
_HALF_DAY = 12 * 60


def other_date(a: Reading, b: Reading) -> Clash | None:
    """One event is set on two dates, or at two hours of a day.

    Clashes: "le pont a été ouvert en mai 2019" / "le pont, ouvert en janvier 2020"; "une enquête a été ouverte en mars"
    / "ce n'est qu'en juin que l'enquête a été lancée"; "le départ a été donné à 9 heures" / "… à 10 heures".
    Harmless: "en mai 2019" / "le 3 mai 2019"; "vers 9 heures" / "à 9h10".
    """
    for f in facts_of(a, Happening):
        for g in facts_of(b, Happening):
            if f.act != g.act or f.act in _LIGHT:
                continue
            level = _apart(f.when, g.when, a.claim.lang)
            if level is None or ((f.labelled or g.labelled) and _next_year(f.when, g.when)):
                continue
            strength = 0.0 if f.labelled or g.labelled else _one_event(a, b, f, g)
            if strength >= _ONE and level != "other month":
                return _clash(a, f, g, level, strength)
            strength = _once(a, b, f, g)
            if strength:
                return _clash(a, _of_its_place(a, f), _of_its_place(b, g), level, strength)
    return None


def _apart(d: When, e: When, lang: str) -> str | None:
    """The rung on which two dates disagree: days, hours, or hours that are near each other."""
    if disjoint(d, e):
        return "disjoint"
    if bare_month(d) or bare_month(e):
        return "other month" if _two_months(d, e, lang) else None
    return None if (d.first is None) != (e.first is None) else hours_apart(d, e)


def hours_apart(d: When, e: When) -> str | None:
    """The rung on which two hours of one day disagree."""
    distance = _minutes_between(d, e)
    if distance is None or distance <= _width(d) + _width(e) or distance > _HALF_DAY:
        return None
    return "other hour" if distance > _SLIGHT else "other minute"


def _next_year(d: When, e: When) -> bool:
    """Whether two dates lie in one year or the next, in which a film that was made in the first may be released."""
    return d.first is not None and e.first is not None and abs(d.first.year - e.first.year) <= 1


def _two_months(d: When, e: When, lang: str) -> bool:
    """Whether two dates lie in different months, of which one at least is of a year that is not known."""
    months = [{day.month for day in (some_day(x, lang).first, some_day(x, lang).last) if day} for x in (d, e)]
    return all(len(month) == 1 for month in months) and months[0] != months[1]


def _minutes_between(d: When, e: When) -> int | None:
    """How far apart two hours are on one clock; None where it is not known to be one, or either is a span."""
    one, other = d.clock, e.clock
    if not (one and other) or one.first is None or other.first is None:
        return None
    if one.first != one.last or other.first != other.last:
        return None
    if (one.offset is None) != (other.offset is None):
        return None
    return abs(_minutes(one.first) - (one.offset or 0) - _minutes(other.first) + (other.offset or 0))


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _width(when: When) -> int:
    """By how many minutes an hour may be told roughly."""
    about = bool(when.clock and when.clock.about)
    if when.grain == "hour":
        return _ABOUT_HOUR if about else _HOUR
    if about:
        return _ABOUT
    rough = when.clock is not None and when.clock.first is not None and when.clock.first.minute % 5 == 0
    return _FIVES if rough else _EXACT


def _one_event(a: Reading, b: Reading, f: Happening, g: Happening) -> float:
    """How surely two happenings are one, 0 to 1: theme and agent agree where both are told, and a name is shared."""
    if roles_agree(f.rest, g.rest)[1]:
        return 0.0
    weight = 0.0
    for p, q in _roles(f, g):
        if p is None or q is None:
            continue
        if one_of_several(a.tree, p.head) != one_of_several(b.tree, q.head):
            return 0.0  # "sa lettre", "sa seconde lettre"
        if may_be(p, q) or may_be(q, p):
            continue
        alike = same_phrase(p, q) if p is f.theme or f.noun or g.noun else akin(p, q) and not _of_the_other(a, b, p, q)
        if not alike or rivals(p.names, q.names)[0] or told_apart(p, q):
            return 0.0
        if _substance(a, p.head, bool(p.names)) and _substance(b, q.head, bool(q.names)):
            weight += 0.5 + (0.1 if p.names or p.lemmas & q.lemmas else 0.0)
    named = shared_names(f.names, g.names)
    if weight < 1 and rivals(f.names, g.names)[0] and not named:
        return 0.0
    if (f.noun or g.noun) and not named:
        return 0.0  # accidents happen every day
    return min(1.0, weight + (0.2 if named else 0.0)) if weight else 0.0


def _roles(f: Happening, g: Happening) -> tuple[tuple[Phrase | None, Phrase | None], ...]:
    """The roles to hold against each other; one alone is one role: "the ship sank", "the sinking of the ship"."""
    alone = [(x.theme is None) != (x.agent is None) for x in (f, g)]
    if all(alone) and (f.noun or g.noun):
        return ((f.theme or f.agent, g.theme or g.agent),)
    return (f.theme, g.theme), (f.agent, g.agent)


def _of_the_other(a: Reading, b: Reading, p: Phrase, q: Phrase) -> bool:
    """Whether one phrase bears the name that they share and the other only belongs to it: "Kerlan's father"."""
    words = ({p.concept, *p.lemmas} & {q.concept, *q.lemmas}) - p.names - q.names
    return bool(p.names and q.names) and not words and _bears_name(a.tree, p) != _bears_name(b.tree, q)


def _bears_name(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase is a name or has one set beside its head: "le juge Kerlan", not "le père de Kerlan"."""
    beside = (c for c in tree.children(phrase.head) if not tree.children(c, "case"))
    return phrase.head in tree.entity_of or any(tree.names(tree.subtree(c)) for c in beside)


def _once(a: Reading, b: Reading, f: Happening, g: Happening) -> float:
    """How surely two happenings are what befalls a thing but once (its birth), below what a corpus asks.

    Of two lone sentences held side by side, "it" and "the film" are what the other speaks of.
    """
    p, q = f.theme or f.agent, g.theme or g.agent
    if p is None or q is None or not (f.once and g.once) or _told_besides(a, b, f, g):
        return 0.0
    if a.near or b.near:
        return 0.0  # in a passage, "it" and a name alone may be somebody else
    if not all(_substance(r, x.head, bool(x.names)) for r, x in ((a, p), (b, q))):
        return _PRONOUN
    if _stands_for(p, b, q) or _stands_for(q, a, p):
        return _PRONOUN
    return _NAMED if same_phrase(p, q) and not rivals(p.names, q.names)[0] else 0.0


def _stands_for(p: Phrase, other: Reading, q: Phrase) -> bool:
    """Whether "the film" may be what the other sentence calls by its name or title."""
    titled = other.tree.tokens[q.head].text[:1].isupper() and not other.tree.children(q.head, "det")
    return p.definite and not (p.names or p.lemmas) and (titled or q.concept in q.names)


def _of_its_place(reading: Reading, happening: Happening) -> Happening:
    """A happening in whose scope no name stands of who did it, to what, or on what.

    Of what befalls a thing but once these are told or left out at will; it is told of another place where there is one.
    """
    at = reading.tree.lexicon.sited_by - _OF
    others = [happening.theme, happening.agent, *(p for label, p in happening.rest if label not in at)]
    told = frozenset[str]().union(*(p.names for p in others if p))
    return replace(happening, scope=replace(happening.scope, names=happening.scope.names - told))


def _told_besides(a: Reading, b: Reading, f: Happening, g: Happening) -> bool:
    """Whether one side's date stands somewhere in the other claim too; a whole decade or century tells of no date."""
    told = ((d, x.when) for x, other in ((f, b), (g, a)) for d in other.claim.dates if d.grain not in _WIDE)
    return any(_apart(d, when, a.claim.lang) is None for d, when in told)


def _substance(reading: Reading, head: int, named: bool) -> bool:
    """Whether a phrase says something: not a pronoun, not a word like "thing"."""
    tree = reading.tree
    return named or (tree.tokens[head].pos in ("NOUN", "PROPN") and tree.lemma(head) not in tree.lexicon.empty)


def _clash(a: Reading, f: Happening, g: Happening, level: str, strength: float) -> Clash:
    firm = strength >= _SURE and level != "other minute" and not (f.when.relative or g.when.relative)
    told = [
        days(x.when) if x.when.first and level in ("disjoint", "other month") else f"“{x.when.text}”" for x in (f, g)
    ]
    return Clash(
        kind=Kind.DATE,
        level=level,
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=(f.when.start, f.when.end),
        focus_b=(g.when.start, g.when.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"“{a.slice(f.start, f.end)}” on {told[0]} against {told[1]}".replace(" on “", " “"),
        reconciled_by=() if firm else (Reconciler.SCOPE,),
    )
