"""Causes: what a claim puts something down to, in whatever grammar, and the classes of causes.

"Y a été provoqué par X", "Y résulte de X", "Y a été reporté à cause de X", "X est à l'origine de Y", "la cause de Y est
X"; and what is a cause wherever it is told: "le conducteur s'est endormi", "un pneu a éclaté".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from factcheck.facts.base import Reading, governor
from factcheck.lang import holders, theme
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase, Tree

# So far behind "because of" the noun stands that it is of.
_REACH = 5
# What hangs below the noun of a cause without belonging to it.
_OTHER = frozenset({"acl:relcl", "conj", "appos", "nsubj", "nsubj:pass", "parataxis", "advcl", "cop"})
# The classes of parts that may give way, and who steers.
_PARTS = frozenset({"tyre", "brake", "sensor", "valve", "engine", "electric", "technical"})
_STEERING = frozenset({"driver", "pilot", "captain"})
# What comes of a driver asleep, of a part that gives way, of a match.
_ACCIDENT, _FIRE = frozenset({"accident"}), frozenset({"fire"})
_MISHAPS = frozenset({"accident", "fire", "blast", "leak", "outage", "pollution", "delay", "liftoff"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Told at token `at`: token `cause` brought about `effect`, None where the claim leaves that out.

    `classes` are those of the cause, where its word alone does not tell them ("a mis le feu"); `of` the referents that
    an effect which is left out may be, if it is not open.
    """

    at: int
    cause: int
    effect: Phrase | None
    classes: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()


@cache
def classes(lang: str) -> dict[str, frozenset[str]]:
    """The classes of causes that a lemma stands for."""
    return holders(theme("disputes", lang)["causes"])


def classes_of(tree: Tree, indices: Iterable[int]) -> frozenset[str]:
    """The classes of causes that some words stand for."""
    table = classes(tree.lexicon.lang)
    return frozenset[str]().union(*(table.get(tree.lemma(i), frozenset()) for i in indices))


def cause_at(tree: Tree, i: int) -> frozenset[str]:
    """The classes of the cause that noun `i` names: "une défaillance des freins" is of brakes, not of technique."""
    table, lemma = classes(tree.lexicon.lang), tree.lemma(i)
    if quality(tree, i) and lemma in table:
        return table[lemma]
    found = classes_of(tree, (i, *below(tree, i)))
    return found - {name for name in found if wider().get(name, frozenset()) & found}


def below(tree: Tree, i: int) -> list[int]:
    """What belongs to noun `i`: not its subject, nor the clauses that tell more of it."""
    return [n for n in tree.subtree(i, outside=_OTHER) if n != i]


@cache
def wider() -> dict[str, frozenset[str]]:
    """By class of causes, those that it holds or goes with; in all languages."""
    return {name: frozenset(held) for name, held in theme("disputes", "fr")["wider"].items()}


@cache
def things() -> frozenset[str]:
    """The classes of what is a cause only where it is told to be one: water, animals, food."""
    return frozenset(theme("disputes", "fr")["things"])


def quality(tree: Tree, i: int) -> bool:
    """Whether a word tells what something is like; the parse takes some adjectives behind "être" for nouns."""
    bare = bool(tree.children(i, "cop")) and not tree.children(i, "det", "case")
    return tree.tokens[i].pos == "ADJ" or bare


def causes(reading: Reading) -> Iterator[Cause]:
    """What a claim puts down to what; "it", "the incident" is whatever the story tells of."""
    tree = reading.tree
    for cause in _told(reading):
        effect = cause.effect
        vague = effect is not None and (
            tree.is_pronoun(effect) or effect.lemma in disputes(tree.lexicon.lang, "anything")
        )
        yield replace(cause, effect=None) if vague else cause


def _told(reading: Reading) -> Iterator[Cause]:
    for frame in reading.frames:
        yield from _by_verb(reading.tree, frame)
        yield from _by_noun(reading.tree, frame)
        yield from _of_itself(reading.tree, frame)
    yield from _owing(reading.tree)
    yield from _because(reading)


def _by_verb(tree: Tree, frame: Frame) -> Iterator[Cause]:
    """ "X a provoqué Y", "X a contraint l'équipe à reporter Y", "Y résulte de X", "Y was blamed on X"."""
    lang = tree.lexicon.lang
    if frame.lemma in disputes(lang, "causing") and frame.subject and frame.object:
        yield Cause(at=frame.index, cause=tree.antecedent(frame.subject.head), effect=_hindered(tree, frame))
    for cases, verbs in theme("disputes", lang)["stemming"].items():
        effect = frame.object or frame.subject
        if frame.lemma in verbs and effect:
            found = (p for p in frame.obliques if p.case in cases.split("|"))
            yield from (Cause(at=frame.index, cause=p.head, effect=effect) for p in found)


def _hindered(tree: Tree, frame: Frame) -> Phrase | None:
    """What is brought about or, where somebody is made to do something, what he does it to."""
    made = (c for v in tree.children(frame.index, "xcomp") for c in tree.children(v, "obj"))
    return next((tree.phrase(c) for c in made), frame.object)


def _by_noun(tree: Tree, frame: Frame) -> Iterator[Cause]:
    """ "X est à l'origine de Y", "Y est l'œuvre de X", "la cause de Y est X"."""
    lang, at = tree.lexicon.lang, frame.index
    if not frame.copular or frame.subject is None:
        return
    held = tree.children(at, "nmod")
    if tree.lemma(at) in disputes(lang, "origin") and held and tree.children(at, "det"):
        yield Cause(at=at, cause=tree.antecedent(frame.subject.head), effect=tree.phrase(held[0]))
    elif tree.lemma(at) in disputes(lang, "doing") and held:
        yield Cause(at=at, cause=held[0], effect=frame.subject)
    elif frame.subject.lemma in disputes(lang, "origin"):
        of = tree.children(frame.subject.head, "nmod")
        yield Cause(at=at, cause=at, effect=tree.phrase(of[0]) if of else None)


def _of_itself(tree: Tree, frame: Frame) -> Iterator[Cause]:
    """What is a cause wherever it is told: a part that gives way, a driver asleep, an animal on the road, a match."""
    lang = tree.lexicon.lang
    near = {tree.lemma(c) for c in tree.children(frame.index)}
    if frame.lemma in disputes(lang, "failing") and frame.subject and cause_at(tree, frame.subject.head) & _PARTS:
        yield Cause(at=frame.index, cause=frame.subject.head, effect=None, of=_MISHAPS)
    elif frame.lemma in disputes(lang, "avoiding") and frame.object and "animal" in cause_at(tree, frame.object.head):
        yield Cause(at=frame.index, cause=frame.object.head, effect=None, of=_ACCIDENT)
    elif _sets_fire(tree, frame):
        thing = frame.subject and cause_at(tree, frame.subject.head)
        at = frame.subject.head if frame.subject and thing else frame.index
        yield Cause(at=frame.index, cause=at, effect=None, classes=thing or frozenset({"deliberate"}), of=_FIRE)
    elif frame.lemma in disputes(lang, "asleep") or near & disputes(lang, "asleep"):
        word = next((c for c in tree.children(frame.index) if tree.lemma(c) in disputes(lang, "asleep")), frame.index)
        if frame.subject and frame.subject.referent in _STEERING:
            yield Cause(at=frame.index, cause=word, effect=None, of=_ACCIDENT)


def _sets_fire(tree: Tree, frame: Frame) -> bool:
    """ "A mis le feu à un fourré", "set the shed alight"; a thing that did so is the cause itself."""
    lang = tree.lexicon.lang
    beside = {tree.lemma(c) for c in tree.children(frame.index)}
    return frame.lemma in disputes(lang, "torching") or (
        frame.lemma in disputes(lang, "setting") and bool(beside & disputes(lang, "alight"))
    )


def _owing(tree: Tree) -> Iterator[Cause]:
    """ "Y est dû à X", "un accident imputable à X"."""
    for i in range(len(tree.tokens)):
        if tree.lemma(i) in disputes(tree.lexicon.lang, "owing") and tree.tokens[i].pos in ("ADJ", "VERB"):
            caused = tree.children(i, "nsubj", "nsubj:pass") or _noun_above(tree, i)
            found = [c for c in tree.children(i, "obl", "iobj") if tree.phrase(c).case in ("à", "au", "aux", "to")]
            if caused and found:
                yield Cause(at=i, cause=found[0], effect=tree.phrase(caused[0]))


def _noun_above(tree: Tree, i: int) -> list[int]:
    head = tree.tokens[i].head
    return [head] if tree.is_dep(i, "acl", "amod") and tree.is_nominal(head) else []


def _because(reading: Reading) -> Iterator[Cause]:
    """ "Le tir a été décalé à cause d'un capteur", "the launch was put back due to a faulty sensor"."""
    tree = reading.tree
    for phrase in theme("disputes", tree.lexicon.lang)["because"]:
        words = phrase.split()
        for i in range(len(tree.tokens) - len(words)):
            if all(tree.lemma(i + n) == word for n, word in enumerate(words)):
                behind = range(i + len(words), min(i + len(words) + _REACH, len(tree.tokens)))
                noun = next((n for n in behind if tree.tokens[n].pos in ("NOUN", "PROPN") and _heads(tree, n)), None)
                frame = governor(reading, i)
                if noun is not None and frame:
                    yield Cause(at=noun, cause=noun, effect=frame.object or frame.subject)


def _heads(tree: Tree, i: int) -> bool:
    """Whether a noun is no mere part of the one behind it: "strong winds", "a sensor fault"."""
    return not tree.is_dep(i, "compound")
