"""Circumstances: the one date or hour, the one place and the one doer that a predicate tells of an event."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.facts.acts import doers, sites, words
from factcheck.facts.base import Reading, clause
from factcheck.model import When
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who did it: full names of people, or the groups of doers that a noun stands for."""

    start: int
    end: int
    names: frozenset[str]
    groups: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened: the names of a town or the like, or the rows of sites that a noun stands in."""

    start: int
    end: int
    names: frozenset[str]
    sites: frozenset[int]


def when_of(reading: Reading, frame: Frame, hero: Phrase | None) -> When | None:
    """The one date or hour of the frame's clause that belongs to its predicate, not to a noun.

    Of several it is the one that fills a role of the predicate; what stands in brackets tells it again ("à 2 h 45
    (0 h 45 GMT)").
    """
    tree = reading.tree
    inside = set(clause(tree, frame.index))
    told = [d for d in reading.claim.dates if _of_predicate(tree, frame, hero, d, inside)]
    found = [d for d in told if reading.slice(d.start - 1, d.start) != "("]
    if len(found) > 1:
        heads = [tree.tokens[p.head].start for p in frame.obliques]
        found = [d for d in found if any(d.start <= head < d.end for head in heads)]
    return found[0] if len(found) == 1 else None


def _of_predicate(tree: Tree, frame: Frame, hero: Phrase | None, when: When, inside: set[int]) -> bool:
    """Whether a date stands in the clause of a predicate, and neither in its hero's phrase nor as an end of a time."""
    held = [i for i, t in enumerate(tree.tokens) if when.start <= t.start < when.end]
    if not held or not set(held) & inside:
        return False
    if hero and _within(hero, when.start) and not _within(hero, frame.start) and _belongs(tree, held):
        return False
    subject = frame.subject
    if subject and subject is not hero and _within(subject, when.start):
        return False
    before = tree.folded(held[0] - 1).lower() if held[0] else ""
    ends = {tree.lemma(i) for i in held} | {before}
    nearly = tree.folded(held[0]).lower() in words(tree.lexicon.lang, "nearly")
    return nearly or not ends & tree.lexicon.bounding


def _belongs(tree: Tree, held: list[int]) -> bool:
    """Whether a date in a noun's phrase is told of the noun: "le suspect de mardi", not "a arrêté le suspect mardi"."""
    head = next((i for i in held if tree.tokens[i].head not in held), held[0])
    return bool(tree.children(head, "case")) or tree.tokens[head].head > head


def _within(phrase: Phrase, at: int) -> bool:
    return phrase.start <= at < phrase.end


def place_of(tree: Tree, frame: Frame, at: str, hero: Phrase | None) -> Place | None:
    """Where it happened, if that is one place by its name or sort."""
    cases = words(tree.lexicon.lang, at)
    found = [p for p in frame.obliques if p.case in cases and p is not hero]
    # with an article it is a region ("dans le Nord"), or a thing that is called so
    named = [p for p in found if p.head in tree.entity_of and not tree.children(p.head, "det")]
    sited = [(p, rows) for p in found if (rows := sites(p.lemma, tree.lexicon.lang))]
    if len(named) == 1:
        phrase = named[0]
        own = tree.names([phrase.head, *tree.children(phrase.head, "appos", "flat", "nmod")])
        return Place(start=phrase.start, end=phrase.end, names=own, sites=frozenset())
    if len(sited) == 1 and not named:
        phrase, rows = sited[0]
        return Place(start=phrase.start, end=phrase.end, names=frozenset(), sites=rows)
    return None


def doer_of(tree: Tree, frame: Frame, hero: Phrase | None) -> Doer | None:
    """Who did it, if the noun or name says so exactly."""
    subject = frame.subject
    if subject is None or subject is hero or tree.children(subject.head, "conj"):
        return None
    full = frozenset(name for name in subject.own if " " in name)
    lang = tree.lexicon.lang
    spoken = " ".join(tree.lemma(i) for i in range(subject.head, min(subject.head + 3, len(tree.tokens))))
    kinds = doers(spoken, lang) or doers(subject.lemma, lang)
    if subject.lemma in disputes(lang, "officials") or not (full or kinds):
        return None
    return Doer(start=subject.start, end=subject.end, names=full, groups=kinds)
