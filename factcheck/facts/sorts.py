"""Sorts of events: the verbs and nouns that tell them, from `lang/<language>/moments.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.lang import theme
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import lexicon
from factcheck.parse.tree import Tree

# The event that any story may call its own: "les faits"; the calls for help, and the first of them.
ANY, CALL, ALARM = "any", "call", "alarm"
_LAST = frozenset({"dernier", "last", "final"})
# A verb's companions, of which one must stand by it; none, where it tells the event by itself.
Beside = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sorts:
    """The words of one language.

    `verbs` and `nouns` give the sort of the event that they tell, `lasts` that of a noun that is one with "last" alone;
    `occurring` verbs only say that an event came about, `doing` and `causing` ones what it did or what brought it;
    `anything` are pronouns for an event, `passed` nouns of time, `when` what opens the clause of an event.
    """

    verbs: Mapping[str, tuple[tuple[Beside, str], ...]]
    occurring: Mapping[str, tuple[Beside, ...]]
    nouns: Mapping[str, str]
    lasts: Mapping[str, str]
    causing: frozenset[str]
    doing: frozenset[str]
    anything: frozenset[str]
    passed: frozenset[str]
    parts: frozenset[str]
    when: frozenset[str]


@cache
def sorts_of(lang: str) -> Sorts:
    """The words of a language for events."""
    data = theme("moments", lang)
    verbs: dict[str, tuple[tuple[Beside, str], ...]] = {}
    for sort, told in data["events"].items():
        for verb, beside in map(_beside, told):
            verbs[verb] = (*verbs.get(verb, ()), (beside, sort))
    occurring: dict[str, tuple[Beside, ...]] = {}
    for verb, beside in map(_beside, data["occurring"]):
        occurring[verb] = (*occurring.get(verb, ()), beside)
    nouns = {word: sort for word, sort in lexicon(lang).referents.items() if sort in data["events"]}
    nouns |= {word: sort for sort, held in data["nouns"].items() for word in held}
    lasts = {word: sort for sort, held in data["lasts"].items() for word in held}
    plain = {key: frozenset(data[key]) for key in ("causing", "doing", "anything", "passed", "parts", "when")}
    return Sorts(verbs=verbs, occurring=occurring, nouns=nouns, lasts=lasts, **plain)


def _beside(told: str) -> tuple[str, Beside]:
    """A verb, and the words of which one must stand by it."""
    verb, _, beside = (part.strip() for part in told.partition(">"))
    return verb, frozenset(beside.split("|")) - {""}


def sort_of_verb(tree: Tree, frame: Frame) -> str | None:
    """The sort of event that a verb tells by itself, or with a word beside it."""
    near = _near(tree, frame)
    told = sorts_of(tree.lexicon.lang).verbs.get(frame.lemma, ())
    return next((sort for beside, sort in told if not beside or beside & near), None)


def occurs(tree: Tree, frame: Frame) -> bool:
    """Whether a verb only says that an event came about."""
    near = _near(tree, frame)
    return any(not beside or beside & near for beside in sorts_of(tree.lexicon.lang).occurring.get(frame.lemma, ()))


def _near(tree: Tree, frame: Frame) -> frozenset[str]:
    """The words that stand by a verb, prepositions among them."""
    near = [*tree.children(frame.index), *([frame.object.head] if frame.object else [])]
    return frozenset(tree.lemma(n) for c in near for n in (c, *tree.children(c, "case", "compound")))


def sort_of_noun(tree: Tree, at: int) -> str | None:
    """The sort of event that a noun names."""
    if tree.tokens[at].pos != "NOUN" or at in tree.entity_of:
        return None
    return sorts_of(tree.lexicon.lang).nouns.get(tree.lemma(at)) or None


def sort_of_last(tree: Tree, at: int) -> str | None:
    """The sort of event that a noun names as the last of its kind: "le dernier contact"."""
    beside = {tree.lemma(c) for c in tree.children(at, "amod")}
    return sorts_of(tree.lexicon.lang).lasts.get(tree.lemma(at)) if beside & _LAST else None
