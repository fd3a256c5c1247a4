"""From a claim to the facts it states, typed so that two of them can be compared.

A fact says one thing: a number of something, an order between two, a change of something, what
something is, what is allowed, what happened. `read` gives all the facts of a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.accounts import AccountFact, Level, accounts
from factcheck.facts.base import Reading, Scope, around, scope_of
from factcheck.facts.casts import cast
from factcheck.facts.definitions import DefinitionFact, definitions
from factcheck.facts.denials import DenialFact, StatedFact, denials
from factcheck.facts.directions import DirectionFact, directions
from factcheck.facts.happenings import Happening, happenings
from factcheck.facts.identities import IdentityFact, identities
from factcheck.facts.incidents import Incident, incidents
from factcheck.facts.inventories import inventoried
from factcheck.facts.lives import lives
from factcheck.facts.moments import Moment, moments, timed
from factcheck.facts.nations import nations
from factcheck.facts.numbers import NumberFact, numbers
from factcheck.facts.orders import OrderFact, orders
from factcheck.facts.permissions import PermissionFact, permissions
from factcheck.facts.pictures import PictureFact, pictures
from factcheck.facts.profiles import profiles
from factcheck.facts.quantifiers import QuantifierFact, quantifiers
from factcheck.facts.relations import RelationFact, relations
from factcheck.facts.reproaches import ReproachFact, reproaches
from factcheck.facts.roles import roles
from factcheck.facts.sequences import SequenceFact, sequences
from factcheck.facts.states import StateFact, states
from factcheck.facts.ties import TieFact, ties
from factcheck.facts.tolls import TollFact, tolls
from factcheck.model import Claim

__all__ = [
    "AccountFact",
    "DefinitionFact",
    "DenialFact",
    "DirectionFact",
    "Happening",
    "IdentityFact",
    "Incident",
    "Level",
    "Moment",
    "NumberFact",
    "OrderFact",
    "PermissionFact",
    "PictureFact",
    "QuantifierFact",
    "Reading",
    "RelationFact",
    "ReproachFact",
    "Scope",
    "SequenceFact",
    "StateFact",
    "StatedFact",
    "TieFact",
    "TollFact",
    "read",
    "scope_of",
]


def read(claims: Sequence[Claim]) -> tuple[Reading, ...]:
    """The reading of each claim, in order. Neighbours in one paragraph lend each other their topic."""
    plain = around(claims)
    counts = [numbers(reading) for reading in plain]
    readings = inventoried(plain, counts)
    found = tuple(
        reading.with_facts(
            (
                *counted,
                *orders(reading),
                *directions(reading),
                *identities(reading),
                *definitions(reading),
                *permissions(reading),
                *denials(reading),
                *happenings(reading),
                *lives(reading),
                *incidents(reading),
                *moments(reading),
                *relations(reading),
                *roles(reading),
                *ties(reading),
                *nations(reading),
                *quantified,
                *reproaches(reading),
                *accounts(reading),
                *pictures(reading),
                *states(reading),
                *profiles(reading),
                *sequences(reading),
                *befallen,
            )
        )
        for reading, counted, quantified, befallen in zip(
            readings, counts, quantifiers(readings), tolls(readings, counts), strict=True
        )
    )
    return timed(cast(found))
