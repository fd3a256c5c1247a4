"""Ages: whose years a figure counts ("Malo Quéméner, 29 ans", "the 52-year-old lorry driver")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.facts.base import Reading, governor
from factcheck.model import Entity, Quantity
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Tree
from factcheck.text import folded

# The words of an age itself, and what stands in front of its figure.
_SAID = re.compile(r"year[- ]old|\baged\b", re.IGNORECASE)
_AGED = re.compile(r"(?:\bâgée?s? (?:seulement )?(?:de|d')|\baged)\s*$", re.IGNORECASE)
_AT = re.compile(r"(?:\bà(?: l'âge de)?|\bat(?: the)?(?: age)?(?: of)?|\baged)\s*$", re.IGNORECASE)
# What may stand between a name and its age, and behind that.
_BETWEEN = re.compile(r"\s?[,(]\s?$")
_BEHIND = re.compile(r"\s?(?:[,).;:]|$)")
# Nobody is older; "500 ans" is no age of a person.
_OLDEST = 115
# What a phrase holds of the age itself.
_AGE_WORDS = frozenset({"âgé", "age", "aged", "old", "an"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whose age a figure is: by name or, without one, by the noun and what narrows it."""

    name: str | None
    noun: str | None
    narrowed: frozenset[str]


# Whose an age is that is not told in full years ("22 mois", "environ trois ans").
_SOMEBODY = Bearer(name=None, noun=None, narrowed=frozenset())


def bearer(reading: Reading, quantity: Quantity, head: int) -> Bearer | None:
    """Whose age `quantity` is; None where it is none, or nobody's in the claim. `head` is the figure's token."""
    if not _may_be_age(quantity):
        return _SOMEBODY if _is_said(reading, quantity) and quantity.dimension == "duration" else None
    name = _named_before(reading, quantity)
    key = name.key if name else _dead_at(reading, quantity, head)
    if key:
        return Bearer(name=key, noun=None, narrowed=frozenset())
    said = _is_said(reading, quantity)
    noun = _noun(reading.tree, head)
    if noun is None or not (said or _of_a_person(reading.tree, head, noun)):
        return None
    entity = reading.tree.entity_of.get(noun)
    phrase = reading.tree.phrase(noun)
    words = phrase.lemmas - {folded(word) for word in re.findall(r"\w+", quantity.text)}
    return Bearer(
        name=entity.key if entity else None,
        noun=None if entity else phrase.concept,
        narrowed=words - phrase.names - reading.tree.lexicon.empty - _AGE_WORDS,
    )


def _is_said(reading: Reading, quantity: Quantity) -> bool:
    """Whether the words of an age stand in or before a figure."""
    return bool(_SAID.search(quantity.text) or _AGED.search(_before(reading, quantity)))


def _may_be_age(quantity: Quantity) -> bool:
    """Whether a figure counts years and is no more than anyone's, with no bound to it."""
    value = quantity.value
    bare = quantity.unit is None and quantity.dimension in (None, "count")
    if value is None or value != value.to_integral_value() or not 0 < value <= _OLDEST or quantity.per:
        return False
    return (quantity.unit == "year" or bare) and quantity.bounds.is_point


def _before(reading: Reading, quantity: Quantity) -> str:
    """The claim in front of a figure."""
    return reading.claim.text[: quantity.start - reading.claim.start]


def _named_before(reading: Reading, quantity: Quantity) -> Entity | None:
    """The name that the figure follows between commas or in brackets: "Jean Mahé (45 ans)", "Kevin Snow, 57,"."""
    before, after = _before(reading, quantity), reading.claim.text[quantity.end - reading.claim.start :]
    gap = _BETWEEN.search(before) or re.search(r", âgée? (?:de|d')\s?$|, aged $", before)
    if gap is None or not _BEHIND.match(after):
        return None
    end = reading.claim.start + gap.start()
    return next((e for e in reading.claim.entities if e.end == end and e.kind == "name"), None)


def _dead_at(reading: Reading, quantity: Quantity, head: int) -> str | None:
    """The name of whoever dies at that age: "est mort à 76 ans", "died at the age of 76"."""
    if not _AT.search(_before(reading, quantity)):
        return None
    frame = governor(reading, head)
    dies = frame is not None and frame.lemma in disputes(reading.tree.lexicon.lang, "dying")
    dead = frame.subject or frame.object if frame and dies else None
    return min(dead.own) if dead and len(dead.own) == 1 else None


def _noun(tree: Tree, head: int) -> int | None:
    """The noun that the figure hangs on."""
    return next((a for a in tree.ancestors(head) if tree.tokens[a].pos in ("NOUN", "PROPN")), None)


def _of_a_person(tree: Tree, head: int, noun: int) -> bool:
    """Whether years hang directly on a noun for a person: "un retraité de 71 ans", not "un contrat de 3 ans"."""
    of = any(tree.lemma(c) == "de" for c in tree.children(head, "case"))
    return of and tree.tokens[head].head == noun and tree.lemma(noun) in tree.lexicon.people
