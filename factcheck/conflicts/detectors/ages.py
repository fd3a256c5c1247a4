"""Ages: how surely two of them are one person's."""

from __future__ import annotations

from factcheck.conflicts.align import same_event, same_name
from factcheck.conflicts.figures import NEAR, gap
from factcheck.facts import NumberFact, Reading
from factcheck.facts.ages import Bearer

# One person's age is told a year apart: by the day of birth, or by a slip.
_YEAR = 1
# An article that gives more ages than this tells of many people.
_MANY = 4
# A full name says who is meant; a family name alone may be a relative's, "the lorry driver" another driver.
_NAMED = 7
_DESCRIBED = 5


def same_bearer(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> int:
    """Points for two ages of one person; 0 where they may be two people's.

    One are "Malo Quéméner, 27 ans" and "Malo Quéméner, 29 ans", "the 52-year-old lorry driver" and "the driver of the
    lorry, aged 58", in one story "l'assaillant, 31 ans" and "le tireur, un Belge de 32 ans"; not "un homme de 42 ans"
    and "un homme de 30 ans".
    """
    p, q = f.bearer, g.bearer
    if p is None or q is None:
        return 0
    if p.name and q.name:
        return _NAMED if _one_person(p.name, q.name) else 0
    if not (p.name or q.name) and _one_role(p, q):
        return _DESCRIBED
    if p.many or q.many or not same_event(a, b):
        return 0
    near = gap(f.bounds, g.bounds) <= NEAR
    if p.name or q.name:
        return _DESCRIBED if p.roles & q.roles and near else 0
    one = p.roles & q.roles or (p.nations & q.nations and near)
    return _DESCRIBED if one or (a.claim.source != b.claim.source and _a_year_apart(a, b, f, g)) else 0


def _a_year_apart(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether two articles on one event, each of which gives few ages, give two a year apart, of people alike.

    "Le tireur, un Belge de 31 ans", "l'homme de 32 ans": so near are two people's ages by chance alone. Not "une femme
    de 31 ans" and "une femme de 32 ans", who may be two of the dead.
    """
    p, q = f.bearer, g.bearer
    values = (f.quantity.value, g.quantity.value)
    if p is None or q is None or values[0] is None or values[1] is None or abs(values[0] - values[1]) != _YEAR:
        return False
    if (p.sex and q.sex and p.sex != q.sex) or (p.nations and q.nations) or (p.roles and q.roles):
        return False
    if not (p.roles or q.roles or p.known or q.known):
        return False
    few = all(len(r.story.figures.get(x.counted, ())) <= _MANY for r, x in ((a, f), (b, g)))
    return few and (p.plain or q.plain or p.noun == q.noun)


def _one_person(p: str, q: str) -> bool:
    """Whether two names are one person's: equal, or both full and near spellings of each other."""
    return p == q or (min(len(p.split()), len(q.split())) > 1 and same_name(p, q))


def _one_role(p: Bearer, q: Bearer) -> bool:
    """Whether two descriptions without a name share the noun and a word that narrows it."""
    return p.noun == q.noun and bool(p.narrowed & q.narrowed)
