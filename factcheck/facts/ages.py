"""Ages: whose years a figure counts ("Malo Quéméner, 29 ans", "the 52-year-old lorry driver")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.base import Reading, governor, head_of, tokens_in
from factcheck.facts.people import people
from factcheck.lang import theme
from factcheck.model import Entity, Quantity
from factcheck.parse.lexicon import disputes
from factcheck.parse.places import country
from factcheck.parse.tree import Tree
from factcheck.text import folded

# The words of an age itself, and what stands in front of its figure.
_SAID = re.compile(r"years?[- ]old|\baged\b", re.IGNORECASE)
_AGED = re.compile(r"(?:\bâgée?s? (?:seulement )?(?:de|d')|\baged)\s*$", re.IGNORECASE)
_AT = re.compile(r"(?:\bà(?: l'âge de)?|\bat(?: the)?(?: age)?(?: of)?|\baged)\s*$", re.IGNORECASE)
# What may stand between a name and its age, and behind that.
_BETWEEN = re.compile(r"\s?[,(]\s?$")
_BEHIND = re.compile(r"\s?(?:[,).;:]|$)")
# Nobody is older; "500 ans" is no age of a person.
_OLDEST = 115
# Parts that in one story one person plays.
_PLAYED = frozenset(
    {
        "accused",
        "attacker",
        "boss",
        "captain",
        "coach",
        "convict",
        "driver",
        "husband",
        "mayor",
        "partner",
        "pilot",
        "wife",
        "winner",
    }
)
# What stands in front of whoever does something to the one spoken of.
_DOERS = frozenset({"par", "by"})
# What a phrase holds of the age itself.
_AGE_WORDS = frozenset({"âgé", "age", "aged", "old", "an"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whose age a figure is: by name or, without one, by the noun and what narrows it.

    `roles` are the parts that one person plays in a story ("attacker", "driver") by which the bearer is called here,
    `nations` where the bearer is said to be from; `many` says that several are spoken of, `plain` that the noun tells
    no more than that it is somebody ("un homme"), `known` that he was spoken of before ("l'homme"), `sex` its gender as
    far as the noun shows it.
    """

    name: str | None = None
    noun: str | None = None
    narrowed: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    many: bool = False
    sex: str | None = None
    plain: bool = False
    known: bool = False


# Whose an age is that is not told in full years ("22 mois", "environ trois ans").
_SOMEBODY = Bearer()


def bearer(reading: Reading, quantity: Quantity, head: int) -> Bearer | None:
    """Whose age `quantity` is; None where it is none, or nobody's in the claim. `head` is the figure's token."""
    if not _may_be_age(quantity):
        return _SOMEBODY if _is_said(reading, quantity) and quantity.dimension == "duration" else None
    tree, said = reading.tree, _is_said(reading, quantity)
    name = _named_before(reading, quantity)
    key = name.key if name else _dead_at(reading, quantity, head)
    if key:
        at = head_of(tree, tokens_in(tree, name.start, name.end)) if name else None
        return Bearer(name=key, roles=_parts(tree, _called(tree, at)) if at is not None else frozenset())
    apposed = _noun_before(reading, quantity)
    noun = apposed if apposed is not None else _noun(tree, head)
    if noun is None and said:
        noun = _aged(reading, head)
    had = _having(tree, head)
    noun = had if noun is None else noun
    if noun is None or not (said or apposed is not None or had is not None or _of_a_person(tree, head, noun)):
        return None
    called = _called(tree, noun)
    named = (noun, *tree.children(noun, "appos"))
    entity = next((e for i in named if (e := tree.entity_of.get(i)) and country(e.key) is None), None)
    phrase = tree.phrase(noun)
    words = phrase.lemmas - {folded(word) for word in re.findall(r"\w+", quantity.text)}
    return Bearer(
        name=entity.key if entity else None,
        noun=None if entity else phrase.concept,
        narrowed=words - phrase.names - tree.lexicon.empty - _AGE_WORDS,
        roles=_parts(tree, called),
        nations=frozenset(c for i in called for n in (i, *tree.children(i, "amod")) if (c := country(tree.lemma(n)))),
        many=any("Number=Plur" in tree.tokens[i].morph for i in called),
        sex=_sex(tree, noun),
        plain=tree.lemma(noun) in theme("states", tree.lexicon.lang)["anonymous"],
        known=phrase.definite,
    )


def _parts(tree: Tree, called: list[int]) -> frozenset[str]:
    """The parts that one person plays, of those by which somebody is called."""
    return frozenset(role for i in called if (role := _role(tree, i)) in _PLAYED)


def _aged(reading: Reading, head: int) -> int | None:
    """The subject of whom it is said that they are so old: "Le marin est âgé de 27 ans"."""
    frame = governor(reading, head)
    return frame.subject.head if frame and frame.subject else None


def _having(tree: Tree, head: int) -> int | None:
    """The person who has so many years: "L'assaillant avait 26 ans"."""
    verb = tree.tokens[head].head
    if tree.lemma(verb) != "avoir" or not tree.is_dep(head, "obj"):
        return None
    known = people(tree.lexicon.lang)
    who = (i for i in tree.children(verb, "nsubj") if tree.lemma(i) in known or " " in min(tree.borne(i), default=""))
    return next(who, None)


def _called(tree: Tree, noun: int) -> list[int]:
    """The nouns by which a clause calls one person: "l'assaillant, un Suédois de 27 ans", "le suspect est un Belge"."""
    subjects = tree.children(noun, "nsubj") if tree.children(noun, "cop") else []
    return list(dict.fromkeys((noun, *subjects, *tree.children(noun, "appos"), *_in_front(tree, noun))))


def _in_front(tree: Tree, noun: int) -> Iterator[int]:
    """The nouns of a phrase, and the one before the comma in front of it, to which it is apposed.

    Read off the words, as parsers hang such phrases on whatever comes before. Not whoever something is done by:
    "Heurté par le conducteur, un homme de 40 ans".
    """
    sex = _sex(tree, noun)
    for i in range(noun - 1, -1, -1):
        token = tree.tokens[i]
        if token.pos in ("ADP", "CCONJ", "AUX") or "VerbForm=Fin" in token.morph or token.text in ";:–—(":
            return
        if tree.is_nominal(i) and token.pos != "NUM" and not tree.is_dep(i, "nmod"):
            agent = {tree.lemma(c) for c in tree.children(i, "case")} & _DOERS
            if agent or (sex and _sex(tree, i) and _sex(tree, i) != sex):
                return
            yield i


def _sex(tree: Tree, i: int) -> str | None:
    """The gender of a noun: the grammatical one in French, that of the person it tells in English."""
    told = theme("speech", tree.lexicon.lang)
    if tree.lexicon.lang != "fr":
        return next((key for key in ("feminine", "masculine") if tree.lemma(i) in told[key]), None)
    genders = {"Gender=Fem": "feminine", "Gender=Masc": "masculine"}
    return next((genders[part] for part in tree.tokens[i].morph.split("|") if part in genders), None)


def _role(tree: Tree, i: int) -> str | None:
    """The part that a noun gives to whom it calls so; of some nouns an adjective tells it ("l'auteur présumé")."""
    referents = tree.lexicon.referents
    told = (f"{tree.lemma(i)} {tree.lemma(c)}" for c in tree.children(i, "amod", "acl"))
    return next((role for form in (tree.lemma(i), *told) if (role := referents.get(form))), None)


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
    end = _end_before(reading, quantity)
    return next((e for e in reading.claim.entities if e.end == end and e.kind == "name"), None)


def _noun_before(reading: Reading, quantity: Quantity) -> int | None:
    """The noun for a person that the figure follows so: "le chauffeur, 34 ans,"."""
    end, tree = _end_before(reading, quantity), reading.tree
    known = people(tree.lexicon.lang)
    words = (i for i, token in enumerate(tree.tokens) if token.end == end and token.pos == "NOUN")
    noun = next((i for i in words if tree.lemma(i) in known), None)
    while noun is not None and tree.is_dep(noun, "nmod") and tree.lemma(tree.tokens[noun].head) in known:
        noun = tree.tokens[noun].head  # "la mère de la victime, 45 ans,"
    return noun


def _end_before(reading: Reading, quantity: Quantity) -> int | None:
    """Where that ends which a figure follows between commas or in brackets."""
    before, after = _before(reading, quantity), reading.claim.text[quantity.end - reading.claim.start :]
    gap = _BETWEEN.search(before) or re.search(r", âgée? (?:de|d')\s?$|, aged $", before)
    return reading.claim.start + gap.start() if gap and _BEHIND.match(after) else None


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
    person = tree.lemma(noun) in people(tree.lexicon.lang) or country(tree.lemma(noun)) is not None
    return of and tree.tokens[head].head == noun and person
