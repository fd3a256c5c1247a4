"""The acts of `lang/<language>/incidents.yaml`: events with one hour, one place, one doer, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from factcheck.lang import holders, theme
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Tree


class Hero(StrEnum):
    """The role of what an event is told of; none, where a story has one such event."""

    OBJECT = "object"
    PATIENT = "patient"
    DOER = "doer"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One way of telling an event: its name, the words that must stand by the verb, and what is known of such events.

    `of` are the referents that the hero may be, `once` says that it happens no second time in whatever year, `by` that
    it has one doer, `person` that it happens to people, `noun` that the hero is itself the event, `event` what always
    comes about by it, `begun` that what an article opens with is the one that it tells of; `place` names the
    prepositions that set it somewhere.
    """

    name: str
    beside: frozenset[str]
    hero: Hero
    of: frozenset[str]
    once: bool
    by: bool
    person: bool
    noun: bool
    event: str | None
    begun: bool
    place: str


@cache
def acts(lang: str) -> Mapping[str, tuple[Act, ...]]:
    """Verb -> the acts that it tells."""
    table: dict[str, tuple[Act, ...]] = {}
    for name, data in theme("incidents", lang)["acts"].items():
        for told in data["told"]:
            verb, _, beside = (part.strip() for part in told.partition(">"))
            act = _act(name, data, frozenset(beside.split("|")) - {""})
            table[verb] = (*table.get(verb, ()), act)
    return table


@cache
def nominal(lang: str) -> Mapping[str, Act]:
    """Noun -> the act that it tells of what it is the noun of: "la fermeture de l'usine"."""
    acts_of = theme("incidents", lang)["acts"].items()
    return {noun: _act(name, data, frozenset()) for name, data in acts_of for noun in data.get("nouns", ())}


def _act(name: str, data: Mapping[str, Any], beside: frozenset[str]) -> Act:
    return Act(
        name=data.get("as", name),
        beside=beside,
        hero=Hero(data["hero"]),
        of=frozenset(data.get("of", ())),
        once="once" in data,
        by="by" in data,
        person="person" in data,
        noun="noun" in data,
        event=data.get("event"),
        begun="begun" in data,
        place=data.get("where", ""),
    )


def told_by(tree: Tree, frame: Frame, *, dated: bool = False) -> tuple[Act, ...]:
    """The acts that a frame may tell; `dated` is one that only sets a date ("la finale est le 3 mai")."""
    known = acts(tree.lexicon.lang).get("=" if dated else frame.lemma, ())
    if not any(act.beside for act in known):
        return known
    near = {tree.lemma(c) for c in tree.children(frame.index)} | {p.lemma for p in (frame.object,) if p}
    fitting = tuple(act for act in known if act.beside & near)
    return fitting or tuple(act for act in known if not act.beside)


def one_of_several(tree: Tree, head: int) -> bool:
    """Whether a noun is told to be one of several: "une seconde explosion", "another blast"."""
    beside = {tree.lemma(c) for c in tree.children(head, "amod", "det", "nummod")}
    return bool(beside & (tree.lexicon.others | words(tree.lexicon.lang, "several")))


@cache
def _doers(lang: str) -> Mapping[str, frozenset[str]]:
    """Noun -> the groups of doers that hold it."""
    return holders(theme("incidents", lang)["doers"])


def doers(lemma: str, lang: str) -> frozenset[str]:
    """The groups of doers that a noun stands for."""
    return _doers(lang).get(lemma, frozenset())


@cache
def sites(lemma: str, lang: str) -> frozenset[int]:
    """The rows of places, each within reach of the others, in which a word stands."""
    return frozenset(n for n, row in enumerate(theme("disputes", lang)["places"]) if lemma in row)


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """A plain list of words ("at", "from", "nearly")."""
    return frozenset(theme("incidents", lang)[key])
