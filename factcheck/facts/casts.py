"""Casts: who is who in an article. The one who is tried is "l'accusé", who is called the driver drove.

A state is read claim by claim; what its bearer is called elsewhere in the article is added here, so that two articles
of one story meet over a name or a role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.facts.base import Reading
from factcheck.facts.bearers import role_id
from factcheck.facts.slots import Slot, slots
from factcheck.facts.states import StateFact
from factcheck.facts.titles import holder

# The family of slots that are told of whoever is tried, and what he is called.
_COURT, _ACCUSED = "court", "accused"
_NOBODY = frozenset[str]()


def cast(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with what each article calls the bearers of its states elsewhere."""
    told: dict[str, list[StateFact]] = defaultdict(list)
    for reading in readings:
        told[reading.claim.source].extend(reading.by_kind.get(StateFact, ()))
    tried = {source: _tried(found) for source, found in told.items()}
    split = {source: _split(found) for source, found in told.items()}
    return tuple(_cast(r, tried[r.claim.source], split[r.claim.source]) for r in readings)


def _cast(reading: Reading, tried: frozenset[str], split: frozenset[str]) -> Reading:
    if not reading.by_kind.get(StateFact):
        return reading
    return reading.with_facts(
        _known(reading, f, tried, split) if isinstance(f, StateFact) else f for f in reading.facts
    )


def _known(reading: Reading, fact: StateFact, tried: frozenset[str], split: frozenset[str]) -> StateFact:
    """A state with the names and roles that its bearer has elsewhere in the article."""
    slot, bearer = slots(reading.tree.lexicon.lang)[fact.slot], fact.bearer
    fact = replace(fact, split=fact.slot in split)
    if not (bearer.names or bearer.roles):
        return fact
    accused = _accused(slot)
    if accused & bearer.roles and not bearer.names and slot.named and not slot.sided:
        return replace(fact, bearer=replace(bearer, names=tried, guessed=True))
    roles = {*bearer.roles, *_titles(reading, slot, bearer.names)}
    if bearer.names & tried:
        roles |= accused
    names = _NOBODY if slot.sided and roles else bearer.names
    return replace(fact, bearer=replace(bearer, names=names, roles=frozenset(roles)))


def _titles(reading: Reading, slot: Slot, names: frozenset[str]) -> Iterator[str]:
    """The ids of the roles that the article gives these names alone: "le conducteur, Luc Amzel"."""
    for role in reading.roles if names else ():
        if holder(reading.roles, role, _NOBODY) & names and (found := role_id(reading.tree.lexicon, slot, role)):
            yield found


def _accused(slot: Slot) -> frozenset[str]:
    """The id under which a slot of the court, or of its parties, knows the accused."""
    known = (role for role in slot.roles.values() if _ACCUSED in role.split("/"))
    return frozenset({next(known, "")} - {""}) if slot.family == _COURT or slot.sided else _NOBODY


def _tried(told: Iterable[StateFact]) -> frozenset[str]:
    """The names of the one man of whom an article tells what is told of the accused; none where there are two."""
    named = [f.bearer.names for f in told if f.family == _COURT and f.bearer.names and not f.bearer.guessed]
    last = {name.split()[-1] for names in named for name in names}
    return _NOBODY.union(*named) if len(last) == 1 else _NOBODY


def _split(told: Iterable[StateFact]) -> frozenset[str]:
    """The slots of which an article tells two values of one man: guilty of this, cleared of that."""
    found: dict[tuple[str, frozenset[str]], set[frozenset[str]]] = defaultdict(set)
    for fact in told:
        who = frozenset(name.split()[-1] for name in fact.bearer.names) or fact.bearer.roles
        if who:
            found[fact.slot, who].add(fact.values)
    return frozenset(slot for (slot, _), values in found.items() if len(values) > 1)
