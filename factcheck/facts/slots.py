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
# Clauses below a word tell of something else.
OTHER = frozenset({"acl:relcl", "advcl", "parataxis", "conj", "ccomp"})


class Course(StrEnum):
    """How a state changes: not within one story, from day to day, or once for all."""

    LASTING = "lasting"
    PASSING = "passing"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Words in a row that tell a value; one of `below` must stand under them, nothing if `bare`."""

    words: tuple[str, ...]
    below: frozenset[str]
    bare: bool
    slot: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Values that exclude each other, in order, and of whom they are told: `roles` maps an id to its man.

    What follows one of the prepositions in `about` says of what: "coupable de vol" and "acquitté du meurtre" are two.
    """

    values: tuple[str, ...]
    course: Course
    back: frozenset[str]
    roles: Mapping[str, str]
    named: bool
    thing: bool
    person: bool
    about: frozenset[str]


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
    """A pattern as written: "en fuite", "connu > police|justice", "boire /0".

    >>> _pattern("connu > police|justice", "police", "known").words
    ('connu',)
    """
    row, _, below = text.removesuffix("/0").partition(">")
    return Pattern(
        words=tuple(row.split()),
        below=frozenset(below.strip().split("|")) - {""},
        bare=text.endswith("/0"),
        slot=slot,
        value=value,
    )


@cache
def slots(lang: str) -> Mapping[str, Slot]:
    """Id -> slot."""
    referents = theme("referents", lang)
    nouns = {**referents["things"], **referents["people"]}
    return {name: _slot(data, nouns) for name, data in theme("states", lang)["slots"].items()}


def _slot(data: Mapping[str, Any], nouns: Mapping[str, list[str]]) -> Slot:
    of = data["of"]
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
    )


def matched(tree: Tree, i: int, pattern: Pattern) -> list[int]:
    """The tokens from `i` on that a pattern fits, with those it asks for below; none where it does not."""
    row = list(range(i, i + len(pattern.words)))
    if row[-1] >= len(tree.tokens):
        return []
    if not all(word in (tree.lemma(n), tree.folded(n)) for n, word in zip(row, pattern.words, strict=True)):
        return []
    if pattern.bare and any(_says_what(tree, c) for c in tree.children(row[-1], "obj", "obl:arg", "xcomp", "ccomp")):
        return []
    if not pattern.below:
        return row
    under = [n for n in tree.subtree(i, outside=OTHER) if pattern.below & {tree.lemma(n), tree.folded(n)}]
    return [*row, under[0]] if under else []


def _says_what(tree: Tree, i: int) -> bool:
    """Whether an object says what is drunk or taken: "n'a rien bu" does not, "rien d'autre" does."""
    nothing = is_negative(tree.tokens[i].text, tree.lexicon.lang) or tree.folded(i) == "rien"
    return not nothing or bool(tree.children(i))
