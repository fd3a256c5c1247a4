"""The slots of `lang/<language>/states.yaml`: values that exclude each other, and the words that tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from factcheck.lang import theme
from factcheck.parse.negation import is_negative
from factcheck.parse.tree import Tree

# Behind one of these bearers a slot takes any noun, or any noun for people.
_THING, _PERSON, _NAMED = "thing", "person", "named"
# Behind a stroke: no complement at all, or none with this preposition.
_NOTHING = "0"
# Below a word, any verb that it carries: "nie avoir volé", "denied stealing".
_ANY_VERB = "~"
# Between the words of a pattern may stand adverbs: "ne fera pas appel".
_AMONG = "ADV", "PART"
# Clauses below a word tell of something else.
OTHER = frozenset({"acl:relcl", "advcl", "parataxis", "conj", "ccomp"})


class Course(StrEnum):
    """How a state changes: not within one story, from day to day, from hour to hour, or once for all."""

    LASTING = "lasting"
    DAILY = "daily"
    PASSING = "passing"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Words in a row that tell a value: one of `below` must stand under them, nothing if `bare`.

    Nor may they govern a phrase that opens with the preposition `without`.
    """

    words: tuple[str, ...]
    below: frozenset[str]
    bare: bool
    without: str
    slot: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Values that exclude each other, in order, and of whom they are told: `roles` maps an id to its man.

    What follows one of the prepositions in `about` says of what: "coupable de vol" and "acquitté du meurtre" are two.
    Slots of one `family` are told of one man in most stories ("court": of the accused). `nobody`: that nobody is so is
    told as well ("personne n'a été arrêté"). `planned`: what only will be counts too. `anyone`: any noun that bears it
    stands for people. `sided`: a role stands for a side whoever speaks for it (the accused, his lawyer). `groups`: it
    is told of several together, too ("les freins", "the crew members").
    """

    values: tuple[str, ...]
    course: Course
    back: frozenset[str]
    roles: Mapping[str, str]
    named: bool
    thing: bool
    person: bool
    about: frozenset[str]
    family: str
    nobody: bool
    planned: bool
    anyone: bool
    sided: bool
    groups: bool


@cache
def patterns(lang: str) -> Mapping[str, tuple[Pattern, ...]]:
    """First word -> the patterns it opens."""
    table: dict[str, tuple[Pattern, ...]] = {}
    for slot, data in theme("states", lang)["slots"].items():
        for value, written in data["values"].items():
            for text in written:
                pattern = _pattern(text, slot, value)
                table[pattern.words[0]] = (*table.get(pattern.words[0], ()), pattern)
    return table


def _pattern(text: str, slot: str, value: str) -> Pattern:
    """A pattern as written: "en fuite", "connu > police|justice", "boire /0", "faire appel /à".

    >>> _pattern("connu > police|justice", "police", "known").words
    ('connu',)
    """
    told, _, without = text.partition("/")
    row, _, below = told.partition(">")
    return Pattern(
        words=tuple(row.split()),
        below=frozenset(below.strip().split("|")) - {""},
        bare=without == _NOTHING,
        without=without,
        slot=slot,
        value=value,
    )


@cache
def slots(lang: str) -> Mapping[str, Slot]:
    """Id -> slot."""
    referents = theme("referents", lang)
    nouns = {**referents["things"], **referents["people"]}
    table = theme("states", lang)
    return {name: _slot(data, table["bearers"], nouns) for name, data in table["slots"].items()}


def _slot(data: Mapping[str, Any], bearers: Mapping[str, list[Any]], nouns: Mapping[str, list[str]]) -> Slot:
    of = bearers[data["of"]] if isinstance(data["of"], str) else data["of"]
    men = {noun: "/".join(group) for group in of if isinstance(group, list) for role in group for noun in nouns[role]}
    return Slot(
        values=tuple(data["values"]),
        course=Course(data["course"]),
        back=frozenset(data.get("back", ())),
        roles=men,
        named=_NAMED in of,
        thing=_THING in of,
        person=_PERSON in of,
        about=frozenset(data.get("about", ())),
        family=data.get("family", ""),
        nobody=data.get("nobody", False),
        planned=data.get("planned", False),
        anyone=data.get("anyone", False),
        sided=data.get("sided", False),
        groups=data.get("groups", False),
    )


def matched(tree: Tree, i: int, pattern: Pattern) -> list[int]:
    """The tokens from `i` on that a pattern fits, with those it asks for below; none where it does not."""
    row = _row(tree, i, pattern.words)
    if not row:
        return []
    if pattern.bare and any(_says_what(tree, c) for c in tree.children(row[-1], "obj", "obl:arg", "xcomp", "ccomp")):
        return []
    if pattern.without and _governs(tree, row, pattern.without):
        return []
    if not pattern.below:
        return row
    if _ANY_VERB in pattern.below:
        done = [c for c in tree.children(row[-1], "xcomp") if tree.is_predicate(c)]
        return [*row, done[0]] if done else []
    under = [n for n in tree.subtree(i, outside=OTHER) if pattern.below & {tree.lemma(n), tree.folded(n)}]
    return [*row, under[0]] if under else []


def _says_what(tree: Tree, i: int) -> bool:
    """Whether an object says what is drunk or taken: "n'a rien bu" does not, "rien d'autre" does."""
    nothing = is_negative(tree.tokens[i].text, tree.lexicon.lang) or tree.folded(i) == "rien"
    return not nothing or bool(tree.children(i))


def _row(tree: Tree, i: int, words: tuple[str, ...]) -> list[int]:
    """The tokens from `i` on that are the words of a pattern, with nothing but adverbs between them."""
    row: list[int] = []
    for word in words:
        while row and i < len(tree.tokens) and _among(tree, i) and not _is(tree, i, word):
            i += 1
        if i >= len(tree.tokens) or not _is(tree, i, word):
            return []
        row.append(i)
        i += 1
    return row


def _among(tree: Tree, i: int) -> bool:
    """Whether a word may stand inside a pattern: an adverb, negating ones only where they do so with a particle.

    "Ne fera pas appel" denies "faire appel"; "pleaded not guilty" is no "plead guilty".
    """
    lang = tree.lexicon.lang
    plain = tree.tokens[i].pos in _AMONG and not is_negative(tree.tokens[i].text, lang)
    return plain or (
        bool(theme("negation", lang)["particles"]) and tree.folded(i).lower() in theme("negation", lang)["adverbs"]
    )


def _is(tree: Tree, i: int, word: str) -> bool:
    return word in (tree.lemma(i), tree.folded(i))


def _governs(tree: Tree, row: list[int], preposition: str) -> bool:
    """Whether one of some words governs a phrase with a preposition."""
    below = (c for n in row for c in tree.children(n) if c not in row)
    return any(tree.lemma(m) == preposition for c in below for m in tree.children(c, "case"))
