"""Roles: what a thing has one of, told by a verb and a phrase behind it ("named after X", "based on a novel").

Also what it is told to have though nobody knows it ("its author is unknown"), whom somebody beat in one round, and the
rank that somebody ended on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.facts.base import Reading, scope_of
from factcheck.facts.relations import RelationFact, owner_of, phrases_beside, relation_of
from factcheck.model import Modality
from factcheck.parse.frames import Frame
from factcheck.parse.groups import Member, member
from factcheck.parse.lexicon import Role
from factcheck.parse.negation import is_negative
from factcheck.parse.tree import Phrase, Tree

# What a role may take besides words of a group: places, of which one may lie in the other, and names.
_PLACE, _NAME = "place", "name"
# What joins a work to its author, and somebody to what he serves as.
_BY, _AS = frozenset({"by", "de", "par"}), frozenset({"as", "comme"})
# The group of ranks, and how many words may stand between a verb and its rank ("finished in a distant third place").
_RANK, _NEAR = "rank", 4


def roles(reading: Reading) -> Iterator[RelationFact]:
    """The roles that a claim fills, as relations."""
    tree = reading.tree
    for frame in reading.frames:
        if not frame.stated or frame.modality is not Modality.ASSERTED:
            continue
        if unknown := _unknown(reading, frame):
            yield unknown
        if frame.negated:
            continue
        told = [fact for role in tree.lexicon.roles.get(frame.lemma, ()) for fact in _filled(reading, frame, role)]
        for fact in (*told, *_beaten(reading, frame), *_ranked(reading, frame)):
            yield replace(fact, beside=fact.scope.names - fact.names - fact.value)
        yield from _attributed(reading, frame)
        yield from _serving(reading, frame)


def _filled(reading: Reading, frame: Frame, role: Role) -> Iterator[RelationFact]:
    """The values of a role: the places or names behind its verb, the author of what these name, or a kind of thing."""
    tree, thing = reading.tree, frame.object or frame.subject
    behind = [p for p in phrases_beside(tree, frame) if p.case in role.by]
    if thing is None or not behind:
        return
    if _PLACE in role.takes:
        placed = [p.head for p in behind if p.names]
        if placed:
            yield relation_of(reading, frame, role.relation, thing.head, placed, place=True)
        return
    value = behind[0]
    fact = relation_of(reading, frame, role.relation, thing.head, [value.head])
    own = tree.borne(value.head) - fact.names if _NAME in role.takes else frozenset[str]()
    kinds = _kinds(tree, value, role.takes)
    if own or kinds:
        yield replace(fact, value=own, members=own, kinds=kinds)
    if _NAME in role.takes and (authors := _authors(tree, frame, value)):
        yield replace(fact, relation=f"{role.relation} by", value=authors, members=authors)


def _kinds(tree: Tree, phrase: Phrase, groups: Iterable[str]) -> frozenset[Member]:
    """The members of some groups that a noun, or what narrows it, is one of."""
    words = [phrase.head, *tree.children(phrase.head, "compound", "amod")]
    return frozenset(m for i in words for m in member(tree.lemma(i), tree.lexicon.lang) if m[0] in groups)


def _authors(tree: Tree, frame: Frame, work: Phrase) -> frozenset[str]:
    """The names by whom the work is that a phrase tells of."""
    below = [*tree.children(work.head, "nmod", "obl"), *(p.head for p in frame.obliques)]
    return tree.names(c for c in below if {tree.lemma(m) for m in tree.children(c, "case")} & _BY)


def _unknown(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "The author of X is unknown", "the author of X is not stated": a maker that nobody knows."""
    tree, lexicon = reading.tree, reading.tree.lexicon
    hidden = frame.lemma in lexicon.unknown and not frame.negated
    label = frame.object if frame.object and not frame.copular else frame.subject
    if label is None or frame.pending or not (hidden or (frame.negated and frame.lemma in lexicon.specifying)):
        return None
    relation, owner = lexicon.makers.get(label.lemma), owner_of(tree, label.head)
    if relation is None or not (owner or label.definite):
        return None
    fact = relation_of(reading, frame, relation, owner, [frame.index])
    return replace(fact, value=frozenset(), members=frozenset(), several=False, unknown=True)


def _attributed(reading: Reading, frame: Frame) -> Iterator[RelationFact]:
    """What a label tells of its owner: "X's religion is Y", "the birthplace of X is Y"; "X is a Y" where Y says it."""
    tree = reading.tree
    if not frame.copular or frame.subject is None:
        return
    for label, value in ((frame.subject.head, frame.index), (frame.index, frame.subject.head)):
        role, owner = tree.lexicon.attributes.get(tree.lemma(label)), owner_of(tree, label)
        if role and owner is not None:
            yield from _valued(reading, frame, role, owner, value)
    for role in tree.lexicon.attributes.values():
        if role.telling and (kinds := _kinds(tree, tree.phrase(frame.index), role.takes)):
            fact = relation_of(reading, frame, role.relation, frame.subject.head, [frame.index])
            yield replace(fact, value=frozenset(), members=frozenset(), kinds=kinds)
            return


def _valued(reading: Reading, frame: Frame, role: Role, owner: int, value: int) -> Iterator[RelationFact]:
    """The value of a label: places, names, or kinds of thing."""
    tree = reading.tree
    fact = relation_of(reading, frame, role.relation, owner, [value], place=_PLACE in role.takes)
    kinds = _kinds(tree, tree.phrase(value), role.takes)
    if kinds:
        yield replace(fact, value=frozenset(), members=frozenset(), kinds=kinds)
    elif fact.value and role.takes & {_PLACE, _NAME}:
        yield fact


def _serving(reading: Reading, frame: Frame) -> Iterator[RelationFact]:
    """ "X served as the director of Y", "X is credited as the author of Y"."""
    tree, who = reading.tree, frame.object or frame.subject
    if frame.lemma not in tree.lexicon.serving or who is None:
        return
    for label in (p for p in frame.obliques if p.case in _AS):
        relation, owner = tree.lexicon.makers.get(label.lemma), owner_of(tree, label.head)
        if relation and owner is not None:
            yield relation_of(reading, frame, relation, owner, [who.head])


def _beaten(reading: Reading, frame: Frame) -> Iterator[RelationFact]:
    """Whom somebody beat in one round: "X beat Y in the final", "X defeated Y in the match for the bronze medal"."""
    lexicon = reading.tree.lexicon
    if frame.lemma not in lexicon.beating or frame.subject is None or frame.object is None:
        return
    told = [stage for stage, words in lexicon.rounds.items() if any(_holds(reading, phrase) for phrase in words)]
    if len(told) == 1:
        yield relation_of(reading, frame, f"beaten in the {told[0]}", frame.subject.head, [frame.object.head])


def _holds(reading: Reading, phrase: str) -> bool:
    """Whether a claim holds some words in a row."""
    return f" {phrase} " in f" {' '.join(reading.wording)} "


def _ranked(reading: Reading, frame: Frame) -> Iterator[RelationFact]:
    """The rank that somebody ended on: "finished third", "finished in third place"."""
    tree = reading.tree
    if frame.lemma not in tree.lexicon.ending or frame.subject is None or not frame.subject.names:
        return
    behind = range(frame.index + 1, min(frame.index + 1 + _NEAR, len(tree.tokens)))
    ranks = frozenset(m for i in behind for m in member(tree.lemma(i), tree.lexicon.lang) if m[0] == _RANK)
    if len(ranks) == 1 and not any(is_negative(tree.folded(i), tree.lexicon.lang) for i in behind):
        at = next(i for i in behind if member(tree.lemma(i), tree.lexicon.lang) & ranks)
        fact = relation_of(reading, frame, "final rank", frame.subject.head, [at])
        yield replace(fact, value=frozenset(), members=frozenset(), kinds=ranks, scope=scope_of(reading, at, frame))
