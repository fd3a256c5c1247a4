"""Incidents: an event of which a story has one, with its hour, its place and its doer.

"Le suspect a été interpellé à Lille", "l'explosion s'est produite vers 10 heures", "l'épave a été retrouvée par un
chalutier". The acts and the nouns stand in `lang/<language>/incidents.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.facts.acts import Act, Hero, nominal, one_of_several, told_by, words
from factcheck.facts.base import Reading, Scope, last_person, scope_of
from factcheck.facts.circumstances import Doer, Place, doer_of, place_of, when_of
from factcheck.model import Modality, When
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

_OF = frozenset({"de", "of"})
_NARROWING = ("amod", "nmod", "compound", "nummod")


class Status(StrEnum):
    """How an event is told: as done, as to come, or as what was to come."""

    DONE = "done"
    AHEAD = "ahead"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An event told as done, to come, or once to come. `start`/`end` are the document offsets of its predicate.

    `hero` is what one story calls one thing (a referent, a role, a noun's shared id), `names` who or what that is by
    name, `guessed` that a pronoun stands for those, `narrowed` what says which one; all of them empty where a story has
    one such event. `once` says that it happens no second time, in whatever year.

    `fresh` says that it is told as one more ("une explosion").
    """

    start: int
    end: int
    scope: Scope
    act: str
    fresh: bool
    hero: str | None
    names: frozenset[str]
    narrowed: frozenset[str]
    guessed: bool
    status: Status
    once: bool
    when: When | None
    place: Place | None
    doer: Doer | None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Incidents meet over their act, and over what it is told of, in whatever words."""
        heroes = [self.hero or "", *sorted(self.names)]
        return (("incident", self.act), *(("hero", f"{self.act} {hero}") for hero in heroes))


def incidents(reading: Reading) -> Iterator[Incident]:
    """The incidents of a claim that say when, where or by whom."""
    for frame in reading.frames:
        if frame.negated or frame.pending or not frame.stated or _unsure(frame):
            continue
        dated = frame.copular and is_dated(reading, frame.index)
        found = (_told(reading, frame, act) for act in told_by(reading.tree, frame, dated=dated))
        fact = next((f for f in found if f and (f.when or f.place or f.doer)), None)
        if fact:
            yield fact


def _unsure(frame: Frame) -> bool:
    """Whether an event is only supposed."""
    return frame.modality not in (Modality.ASSERTED, Modality.PLANNED)


def _told(reading: Reading, frame: Frame, act: Act) -> Incident | None:
    """The incident that a frame tells, if its hero is the one of its kind."""
    tree = reading.tree
    hero = _hero(reading, frame, act)
    if act.noun and hero and hero.lemma in nominal(tree.lexicon.lang):
        act, hero = nominal(tree.lexicon.lang)[hero.lemma], _of(tree, hero)
    names: frozenset[str] = frozenset()
    narrowed: frozenset[str] = frozenset()
    known, came_about = True, _came_about(act, hero)
    if act.hero is not Hero.NONE:
        if hero is None or not _fits(tree, hero, act):
            return None
        names = hero.own or (frozenset() if hero.names else reading.called(hero)) or _pronoun(reading, hero, act)
        known = _the_one(tree, hero) or hero.head in tree.entity_of or bool(names and tree.is_pronoun(hero))
        known = known or (act.begun and hero.concept in reading.story.lead)
        if not (known or (came_about and came_about not in words(tree.lexicon.lang, "repeated"))):
            return None
        narrowed = frozenset(tree.concept(i) for i in tree.children(hero.head, *_NARROWING) if tree.has_content(i))
    return Incident(
        start=frame.start,
        end=frame.end,
        scope=scope_of(reading, frame.index, frame),
        act=act.name,
        fresh=not known,
        hero=_called(tree, hero),
        names=names,
        narrowed=narrowed - names,
        guessed=hero is not None and tree.is_pronoun(hero),
        status=_status(tree, frame),
        once=act.once,
        when=when_of(reading, frame, hero),
        place=place_of(tree, frame, act.place, hero) if act.place else None,
        doer=doer_of(tree, frame, hero) if act.by else None,
    )


def _came_about(act: Act, hero: Phrase | None) -> str | None:
    """What came about: the hero itself, or the event that the act always is."""
    return (hero.referent if hero else None) if act.noun else act.event


def _status(tree: Tree, frame: Frame) -> Status:
    """Whether an event is told as done, as to come ("is due to begin"), or as what was to come ("devait décoller")."""
    helped = any(tree.tokens[c].pos == "AUX" for c in tree.children(frame.index, "aux"))
    bare = "VerbForm=Inf" in tree.tokens[frame.index].morph and not helped
    lang = tree.lexicon.lang
    set_for = frame.modality is Modality.PLANNED or frame.lemma in words(lang, "planning")
    if set_for and (frame.tense == "past") and not _still(tree, frame):
        return Status.DUE
    on_date = frame.copular and frame.predicate.isdigit()
    return Status.AHEAD if set_for or bare or on_date or frame.tense == "future" else Status.DONE


def _still(tree: Tree, frame: Frame) -> bool:
    """Whether a passive is told of now: "est prévu", "is scheduled"."""
    helpers = tree.children(frame.index, "aux", "cop")
    return any("Tense=Pres" in tree.tokens[c].morph and tree.lemma(c) in ("être", "be") for c in helpers)


def _hero(reading: Reading, frame: Frame, act: Act) -> Phrase | None:
    """What an event is told of."""
    if act.hero is Hero.NONE:
        return None
    tree = reading.tree
    beside = frame.object is not None and (
        frame.object.lemma in act.beside or (act.beside and frame.subject is not None)
    )
    theme = None if frame.object is None or beside or _dated(reading, frame.object) else frame.object
    if act.hero is Hero.OBJECT:
        found = theme or (frame.subject if _bare(tree, frame) else None)
    elif act.hero is Hero.DOER and frame.subject:
        found = None if theme and not (act.event or act.noun) else frame.subject  # "left Paris", "hit a bridge"
    else:
        found = theme or frame.subject
    head = tree.tokens[frame.index].head
    if found or frame.subject or frame.object:
        return found
    apposed = _behind_name(tree, frame)
    if apposed is not None:
        return tree.phrase(apposed)
    return _opened(tree, frame) if tree.is_predicate(head) else tree.phrase(head) if _beside(tree, frame) else None


def _bare(tree: Tree, frame: Frame) -> bool:
    """Whether a predicate is a participle alone, told of what it is done to: "L'accord, signé mardi, prévoit"."""
    helped = tree.children(frame.index, "aux", "cop")
    return "VerbForm=Part" in tree.tokens[frame.index].morph and not helped and frame.object is None


def _beside(tree: Tree, frame: Frame) -> bool:
    """Whether a participle stands beside a noun: "le vol, parti de Tunis, …"."""
    head, bare = tree.tokens[frame.index].head, not tree.children(frame.index, "aux", "cc")
    beside = tree.is_dep(frame.index, "acl", "amod", "appos") or (tree.is_dep(frame.index, "conj") and bare)
    return beside and tree.is_nominal(head)


def _of(tree: Tree, noun: Phrase) -> Phrase | None:
    """What a noun of an act is told of: "la fermeture de l'usine"."""
    held = (c for c in tree.children(noun.head, "nmod") if tree.is_nominal(c))
    return next((tree.phrase(c) for c in held if {tree.lemma(n) for n in tree.children(c, "case")} & _OF), None)


def _behind_name(tree: Tree, frame: Frame) -> int | None:
    """The head of the name or noun that opens a sentence, a participle behind it: "Luc Amzel, né en 1972, …"."""
    at = frame.index
    if at < 2 or tree.tokens[at - 1].text != "," or "VerbForm=Part" not in tree.tokens[at].morph:
        return None
    before = [i for i in range(at - 1) if tree.tokens[i].pos != "DET"]
    entity = tree.entity_of.get(at - 2)
    whole = before == [at - 2] or all(entity is not None and tree.entity_of.get(i) is entity for i in before)
    return before[0] if before and whole and tree.is_nominal(before[0]) else None


def _opened(tree: Tree, frame: Frame) -> Phrase | None:
    """The subject of the clause that a participle opens or stands in: "Né à Brest, Luc Amzel est chanteur"."""
    participle = "VerbForm=Part" in tree.tokens[frame.index].morph and not tree.children(frame.index, "aux", "aux:pass")
    subjects = tree.children(tree.tokens[frame.index].head, "nsubj", "nsubj:pass")
    return tree.phrase(subjects[0]) if participle and subjects else None


def _dated(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is a date, which a parser takes for what begins: "débutera le 3 juin"."""
    return is_dated(reading, phrase.head)


def is_dated(reading: Reading, at: int) -> bool:
    """Whether a token stands in a date."""
    return any(d.start <= reading.tree.tokens[at].start < d.end for d in reading.claim.dates)


def _fits(tree: Tree, hero: Phrase, act: Act) -> bool:
    """Whether a phrase can be what such an event is told of: one, and of the kind."""
    lang, token = tree.lexicon.lang, tree.tokens[hero.head]
    if act.of and hero.referent not in act.of:
        return False
    if act.noun and (token.pos != "NOUN" or hero.head in tree.entity_of or hero.lemma in tree.lexicon.empty):
        return False
    plural = "Number=Plur" in token.morph and hero.lemma not in words(lang, "plural")
    return not (plural or one_of_several(tree, hero.head) or tree.children(hero.head, "conj"))


def _the_one(tree: Tree, hero: Phrase) -> bool:
    """Whether a noun tells of the one of its kind: "le corps", "son enterrement"."""
    owned = any("Poss=Yes" in tree.tokens[c].morph for c in tree.children(hero.head, "det", "nmod:poss"))
    pointed = {tree.lemma(c) for c in tree.children(hero.head, "det")} & {"ce", "this", "that"}
    return tree.tokens[hero.head].pos == "NOUN" and (hero.definite or owned or bool(pointed))


def _called(tree: Tree, hero: Phrase | None) -> str | None:
    """What one story calls the hero of an event."""
    if hero is None or tree.is_pronoun(hero):
        return None
    return hero.referent or hero.concept


def _pronoun(reading: Reading, hero: Phrase, act: Act) -> frozenset[str]:
    """Whom "he" stands for."""
    return last_person(reading) if act.person and reading.tree.is_pronoun(hero) else frozenset()
