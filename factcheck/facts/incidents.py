"""Incidents: an event of which a story has one, with its hour, its place and its doer.

"Le suspect a été interpellé à Lille", "l'explosion s'est produite vers 10 heures", "l'épave a été retrouvée par un
chalutier". The acts and the nouns stand in `lang/<language>/incidents.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.acts import Act, Hero, doers, sites, told_by, words
from factcheck.facts.base import Reading, Scope, clause, last_person, scope_of
from factcheck.model import Modality, When
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase, Tree

# What is so called is one of several.
_NTH = frozenset(
    {"nouveau", "second", "deuxième", "troisième", "premier", "dernier", "précédent", "prochain"}
    | {"new", "first", "third", "latest", "previous", "next"}
)
_NARROWING = ("amod", "nmod", "compound", "nummod")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An event told as done or, `ahead`, as to come. `start`/`end` are the document offsets of its predicate.

    `hero` is what one story calls one thing (a referent, a role, a noun's shared id), `names` who or what that is by
    name, `guessed` that a pronoun stands for those, `narrowed` what says which one; all of them empty where a story has
    one such event. `once` says that it happens no second time, in whatever year.
    """

    start: int
    end: int
    scope: Scope
    act: str
    hero: str | None
    names: frozenset[str]
    narrowed: frozenset[str]
    guessed: bool
    ahead: bool
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
        found = (_told(reading, frame, act) for act in told_by(reading.tree, frame))
        fact = next((f for f in found if f and (f.when or f.place or f.doer)), None)
        if fact:
            yield fact


def _unsure(frame: Frame) -> bool:
    """Whether an event is only supposed, or was planned ("devait décoller")."""
    if frame.modality is Modality.PLANNED:
        return frame.tense == "past"
    return frame.modality is not Modality.ASSERTED


def _told(reading: Reading, frame: Frame, act: Act) -> Incident | None:
    """The incident that a frame tells, if its hero is the one of its kind."""
    tree = reading.tree
    hero = _hero(reading, frame, act)
    names: frozenset[str] = frozenset()
    narrowed: frozenset[str] = frozenset()
    if act.hero is not Hero.NONE:
        if hero is None or not _fits(tree, hero, act):
            return None
        names = hero.own or (frozenset() if hero.names else reading.called(hero)) or _pronoun(reading, hero, act)
        if not (_the_one(tree, hero) or hero.head in tree.entity_of or (names and _is_pronoun(tree, hero))):
            return None
        narrowed = frozenset(tree.concept(i) for i in tree.children(hero.head, *_NARROWING) if tree.has_content(i))
    return Incident(
        start=frame.start,
        end=frame.end,
        scope=scope_of(reading, frame.index, frame),
        act=act.name,
        hero=_called(tree, hero),
        names=names,
        narrowed=narrowed - names,
        guessed=hero is not None and _is_pronoun(tree, hero),
        ahead=_ahead(tree, frame),
        once=act.once,
        when=_when(reading, frame, hero),
        place=_place(tree, frame, act, hero) if act.place else None,
        doer=_doer(tree, frame, hero) if act.by else None,
    )


def _ahead(tree: Tree, frame: Frame) -> bool:
    """Whether an event is still to come; the bare infinitive of "is due to begin" tells of such."""
    helped = any(tree.tokens[c].pos == "AUX" for c in tree.children(frame.index, "aux"))
    bare = "VerbForm=Inf" in tree.tokens[frame.index].morph and not helped
    return frame.tense == "future" or frame.modality is Modality.PLANNED or bare


def _hero(reading: Reading, frame: Frame, act: Act) -> Phrase | None:
    """What an event is told of."""
    if act.hero is Hero.NONE:
        return None
    tree = reading.tree
    theme = None if frame.object is None or _dated(reading, frame.object) or act.beside else frame.object
    if act.hero is Hero.OBJECT:
        found = theme
    elif act.hero is Hero.DOER and frame.subject:
        found = None if theme else frame.subject
    else:
        found = theme or frame.subject
    head = tree.tokens[frame.index].head
    if found or frame.subject or frame.object:
        return found
    return _opened(tree, frame) if tree.is_predicate(head) else tree.phrase(head) if _beside(tree, frame) else None


def _beside(tree: Tree, frame: Frame) -> bool:
    """Whether a participle stands beside a noun: "le vol, parti de Tunis, …"."""
    head, bare = tree.tokens[frame.index].head, not tree.children(frame.index, "aux", "cc")
    beside = tree.is_dep(frame.index, "acl", "amod", "appos") or (tree.is_dep(frame.index, "conj") and bare)
    return beside and tree.is_nominal(head)


def _opened(tree: Tree, frame: Frame) -> Phrase | None:
    """The subject of the clause that a participle opens or stands in: "Né à Brest, Luc Amzel est chanteur"."""
    participle = "VerbForm=Part" in tree.tokens[frame.index].morph and not tree.children(frame.index, "aux", "aux:pass")
    subjects = tree.children(tree.tokens[frame.index].head, "nsubj", "nsubj:pass")
    return tree.phrase(subjects[0]) if participle and subjects else None


def _dated(reading: Reading, phrase: Phrase) -> bool:
    return any(phrase.start < d.end and d.start < phrase.end for d in reading.claim.dates)


def _fits(tree: Tree, hero: Phrase, act: Act) -> bool:
    """Whether a phrase can be what such an event is told of: one, and of the kind."""
    lang, token = tree.lexicon.lang, tree.tokens[hero.head]
    if act.of and hero.referent not in act.of:
        return False
    if act.noun and (token.pos != "NOUN" or hero.head in tree.entity_of or hero.lemma in tree.lexicon.empty):
        return False
    several = {tree.lemma(c) for c in tree.children(hero.head, "amod", "det", "nummod")} & (tree.lexicon.others | _NTH)
    plural = "Number=Plur" in token.morph and hero.lemma not in words(lang, "plural")
    return not several and not plural and not tree.children(hero.head, "conj")


def _the_one(tree: Tree, hero: Phrase) -> bool:
    """Whether a noun tells of the one of its kind: "le corps", "son enterrement"."""
    owned = any("Poss=Yes" in tree.tokens[c].morph for c in tree.children(hero.head, "det", "nmod:poss"))
    return tree.tokens[hero.head].pos == "NOUN" and (hero.definite or owned)


def _called(tree: Tree, hero: Phrase | None) -> str | None:
    """What one story calls the hero of an event."""
    if hero is None or _is_pronoun(tree, hero):
        return None
    return hero.referent or hero.concept


def _is_pronoun(tree: Tree, hero: Phrase) -> bool:
    return tree.tokens[hero.head].pos == "PRON"


def _pronoun(reading: Reading, hero: Phrase, act: Act) -> frozenset[str]:
    """Whom "he" stands for."""
    return last_person(reading) if act.person and _is_pronoun(reading.tree, hero) else frozenset()


def _when(reading: Reading, frame: Frame, hero: Phrase | None) -> When | None:
    """The one date or hour of the frame's clause that belongs to its predicate, not to a noun."""
    tree = reading.tree
    inside = set(clause(tree, frame.index))
    found = [d for d in reading.claim.dates if _of_predicate(tree, frame, hero, d, inside)]
    return found[0] if len(found) == 1 else None


def _of_predicate(tree: Tree, frame: Frame, hero: Phrase | None, when: When, inside: set[int]) -> bool:
    """Whether a date stands in the clause of a predicate, and neither in its hero's phrase nor as an end of a time."""
    held = [i for i, t in enumerate(tree.tokens) if when.start <= t.start < when.end]
    if not held or not set(held) & inside or (hero and hero.start <= when.start < hero.end):
        return False
    subject = frame.subject
    if subject and subject is not hero and subject.start <= when.start < subject.end:
        return False
    before = tree.folded(held[0] - 1).lower() if held[0] else ""
    ends = {tree.lemma(i) for i in held} | {before}
    nearly = tree.folded(held[0]).lower() in words(tree.lexicon.lang, "nearly")
    return nearly or not ends & tree.lexicon.bounding


def _place(tree: Tree, frame: Frame, act: Act, hero: Phrase | None) -> Place | None:
    """Where it happened, if that is one place by its name or sort."""
    cases = words(tree.lexicon.lang, act.place)
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


def _doer(tree: Tree, frame: Frame, hero: Phrase | None) -> Doer | None:
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
