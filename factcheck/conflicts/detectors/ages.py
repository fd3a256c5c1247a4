"""Ages: how surely two of them are one person's."""

from __future__ import annotations

from factcheck.conflicts.align import same_event, same_name
from factcheck.conflicts.figures import NEAR, gap
from factcheck.facts import NumberFact, Reading
from factcheck.facts.ages import Bearer

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
    one = p.roles & q.roles or (p.nations & q.nations and gap(f.bounds, g.bounds) <= NEAR)
    return _DESCRIBED if one and not (p.many or q.many) and same_event(a, b) else 0


def _one_person(p: str, q: str) -> bool:
    """Whether two names are one person's: equal, or both full and near spellings of each other."""
    return p == q or (min(len(p.split()), len(q.split())) > 1 and same_name(p, q))


def _one_role(p: Bearer, q: Bearer) -> bool:
    """Whether two descriptions without a name share the noun and a word that narrows it."""
    return p.noun == q.noun and bool(p.narrowed & q.narrowed)
