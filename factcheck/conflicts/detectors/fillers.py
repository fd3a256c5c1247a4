"""Fillers: one event with two fillers of a role that has one: who found it, to whom it went, in which place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from factcheck.conflicts.align import akin, rivals, same_phrase, same_story, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.dates import disjoint
from factcheck.conflicts.detectors.events import told_by_both
from factcheck.facts import NumberFact, Reading, scope_of
from factcheck.facts.acts import Hero, doers, sites, told_by, words
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.frames import Frame
from factcheck.parse.groups import of_one_class
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase

# The act, what it is done to and the story agree. Of two places the weaker: whoever travels is in several, and of those
# pairs in unread articles none was a conflict.
_STRENGTH, _PLACED = 0.55, 0.45
# Words of a town and of its club or people begin alike ("Rennes", "le Stade Rennais").
_KIN = 4
_TO = frozenset({"à", "au", "aux", "to"})
# In or on a place, not near it.
_AT = _TO - {"to"} | {"dans", "sur", "en", "in", "inside", "on", "at"}
_PRONOUNS = frozenset({"il", "elle", "lui", "he", "she", "it"})
# Clauses below a predicate that tell of something else.
_OTHER = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "parataxis", "conj"})
# The phrases of a role on either side, where there are such.
Fillers = tuple[Phrase, Phrase]
Couple = tuple[Phrase | None, Phrase | None]


def other_filler(a: Reading, b: Reading) -> Clash | None:
    """One act is told with two doers, addressees or places, of which it has one.

    Clashes: "des joggeurs ont découvert le corps" / "des pêcheurs ont découvert le corps". Harmless: "la police a
    découvert des armes" / "des pêcheurs ont découvert le corps".
    """
    acts = told_by_both(a, b)
    if not acts or _dated_apart(a, b):
        return None
    one_story, named = same_story(a, b), shared_names(a.names, b.names)
    for f, g in acts:
        if _two_acts(a, f, b, g) or not (one_story or (named and _counted_alike(a, b, f, g))):
            continue
        found = next(_fillers(a, b, f, g), None)
        if found:
            placed = found == (_place(a, f), _place(b, g)) and _travels(a, f)
            return _clash(a, b, f, g, found, _PLACED if placed else _STRENGTH)
    return None


def _two_acts(a: Reading, f: Frame, b: Reading, g: Frame) -> bool:
    """Whether two verbs of one shared id tell of two acts: one finds a body, another identifies it.

    So do two spells that are not known to be of one length ("neuf mois chez son oncle", "douze mois en prison"), and
    acts done to so many and to more ("quatre corps", "25 corps", "deux autres corps").
    """
    spells = [{n.bounds for n in facts_of(r, NumberFact) if _spell(n, x)} for r, x in ((a, f), (b, g))]
    if (spells[0] or spells[1]) and not spells[0] & spells[1]:
        return True
    counts = [[n for n in facts_of(r, NumberFact) if n.counts and _held(n, x)] for r, x in ((a, f), (b, g))]
    if any(n.part == "others" for n in (*counts[0], *counts[1])):
        return True
    if all(counts) and all(m.bounds.disjoint(n.bounds) for m in counts[0] for n in counts[1]):
        return True
    one, other = ({act.name for act in told_by(r.tree, x)} for r, x in ((a, f), (b, g)))
    return bool(one and other) and not one & other


def _spell(number: NumberFact, frame: Frame) -> bool:
    """Whether a figure is the time that an act lasts; the age of whom it is done to is not."""
    return _held(number, frame) and number.quantity.dimension == "duration" and number.bearer is None


def _held(number: NumberFact, frame: Frame) -> bool:
    """Whether a figure stands in the object of a predicate."""
    return frame.object is not None and frame.object.start <= number.start < frame.object.end


def _of_one_doer(reading: Reading, frame: Frame) -> bool:
    """Whether an act is one that one party does; many may identify one body."""
    known = [act for act in told_by(reading.tree, frame) if act.hero is Hero.OBJECT]
    one = frame.predicate in disputes(reading.tree.lexicon.lang, "once")
    return one and (not known or any(act.by for act in known))


def _travels(reading: Reading, frame: Frame) -> bool:
    """Whether a predicate tells that somebody goes or comes, which he does to several places: not "left the rails"."""
    return frame.object is None and frame.lemma in reading.tree.lexicon.going


def _dated_apart(a: Reading, b: Reading) -> bool:
    """Whether a date of one has no day in common with any of the other's."""
    dated = [[d for d in r.claim.dates if d.first and d.last] for r in (a, b)]
    return bool(dated[0] and dated[1]) and all(disjoint(d, e) for d in dated[0] for e in dated[1])


def _fillers(a: Reading, b: Reading, f: Frame, g: Frame) -> Iterator[Fillers]:
    """The roles in which the two differ, where what the act is done to agrees."""
    lang = a.tree.lexicon.lang
    subjects = (_doer(a, f), _doer(b, g))
    objects = (_meant(a, f.object), _meant(b, g.object))
    same_object, same_subject = _one(objects) or _counted_alike(a, b, f, g), _one(subjects)
    asked: list[Couple] = []
    told = same_object and not any(x and r.tree.is_pronoun(x) for r, x in ((a, objects[0]), (b, objects[1])))
    if _of_one_doer(a, f) and _of_one_doer(b, g) and told and not _elsewhere(a, b, f, g):
        asked.append(subjects)
    if f.lemma in disputes(lang, "addressing") and same_object and (same_subject or None in subjects):
        asked.append((_to(a, f), _to(b, g)))
    if same_object or (same_subject and objects == (None, None)):
        asked.append((_place(a, f), _place(b, g)))
    for p, q in asked:
        if p and q and _two(a, b, p, q) and not sites(p.lemma, lang) & sites(q.lemma, lang):
            yield p, q


def _doer(reading: Reading, frame: Frame) -> Phrase | None:
    """Who does it; for "he", the one whom earlier clauses of the sentence name as their subject, if there is one."""
    doer = _meant(reading, frame.subject)
    if doer is None or doer.lemma not in _PRONOUNS:
        return doer
    named = [g.subject for g in reading.frames if g.subject and g.subject.own and g.subject.head < doer.head]
    alone = len({phrase.own for phrase in named}) == 1 and not reading.tree.children(named[0].head, "conj")
    return named[0] if alone else doer


def _meant(reading: Reading, phrase: Phrase | None) -> Phrase | None:
    """The phrase that a relative pronoun stands for, or the phrase itself."""
    return None if phrase is None else _antecedent(reading, phrase.head)


# Each claim is held against dozens of others.
@lru_cache(maxsize=8192)
def _antecedent(reading: Reading, i: int) -> Phrase:
    return reading.tree.phrase(reading.tree.antecedent(i))


def _one(couple: Couple) -> bool:
    p, q = couple
    return p is not None and q is not None and same_phrase(p, q) and not rivals(p.names, q.names)[0]


def _two(a: Reading, b: Reading, p: Phrase, q: Phrase) -> bool:
    """Whether two phrases name two: nouns that say who, with nothing in common."""
    lang = a.tree.lexicon.lang
    if (
        akin(_bare(p, lang), _bare(q, lang))
        or shared_names(_names(a, p), _names(b, q))
        or _kin(p.own, q.own)
        or _may_be_one(p.lemma, q.lemma, lang)
    ):
        return False
    officials = disputes(lang, "officials")
    vague = a.tree.lexicon.generic | a.tree.lexicon.empty
    nouns = all(x.own or r.tree.tokens[x.head].pos in ("NOUN", "PROPN") for r, x in ((a, p), (b, q)))
    return nouns and not {p.concept, q.concept} & vague and not {p.lemma, q.lemma} <= officials


def _kin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one name begins as one of the other does."""
    words = [{word[:_KIN] for name in names for word in name.split() if len(word) > _KIN} for names in (one, other)]
    return bool(words[0] & words[1])


def _counted_alike(a: Reading, b: Reading, f: Frame, g: Frame) -> bool:
    """Whether both do it to as many things of one class: "12 dauphins échoués", "douze cétacés"."""
    mine, theirs = ([n for n in facts_of(r, NumberFact) if _of(n, x)] for r, x in ((a, f), (b, g)))
    lang = a.tree.lexicon.lang
    return any(m.bounds == n.bounds and of_one_class(m.counted, n.counted, lang) for m in mine for n in theirs)


def _of(number: NumberFact, frame: Frame) -> bool:
    """Whether a figure counts several things that a predicate is told of."""
    value = number.quantity.value
    return number.counts and value is not None and value > 1 and number.predicate == frame.predicate


def _bare(phrase: Phrase, lang: str) -> Phrase:
    """A phrase without the places that hang on it: "un bus rue Morvan à Brest" is a bus."""
    words = {word for word in phrase.lemmas if word in phrase.own or not (word in phrase.names or sites(word, lang))}
    return replace(phrase, names=phrase.own, lemmas=frozenset(words))


def _names(reading: Reading, phrase: Phrase) -> frozenset[str]:
    """What a phrase is called: the names it bears, or those of whoever has the role it names."""
    return phrase.own or (frozenset() if phrase.names else reading.called(phrase))


def _may_be_one(noun: str, other: str, lang: str) -> bool:
    """Whether two nouns may tell of one doer: either says little of him ("un passant"), or both are of one sort."""
    if {noun, other} & words(lang, "anybody") or of_one_class(noun, other, lang):
        return True
    return bool(doers(noun, lang) & doers(other, lang))


@lru_cache(maxsize=8192)
def _behind(reading: Reading, predicate: int) -> tuple[Phrase, ...]:
    """The phrases with a preposition behind a predicate, however deep the parse hangs them in its clause."""
    tree = reading.tree
    inside = tree.subtree(predicate, outside=_OTHER)
    return tuple(tree.phrase(i) for i in inside if i > predicate and tree.is_dep(i, "nmod", "obl"))


def _elsewhere(a: Reading, b: Reading, f: Frame, g: Frame) -> bool:
    """Whether two acts are set in two places, or one that may be done in many places is set in one.

    "Remporte l'élection au Havre" is not of any election.
    """
    one, other = _sited(a, f), _sited(b, g)
    return bool(rivals(one, other)[0]) or (f.predicate == "win" and bool(one) != bool(other))


def _sited(reading: Reading, frame: Frame) -> frozenset[str]:
    """The names of the places that an act is set in."""
    return frozenset[str]().union(*(p.names for p in _behind(reading, frame.index) if p.case in _AT))


def _to(reading: Reading, frame: Frame) -> Phrase | None:
    """The one to whom something goes."""
    return next((p for p in _behind(reading, frame.index) if p.case in _TO), None)


def _place(reading: Reading, frame: Frame) -> Phrase | None:
    """Where a frame is set, if it is in a building, on a road or the like."""
    lang = reading.tree.lexicon.lang
    return next((p for p in _behind(reading, frame.index) if sites(p.lemma, lang) and p.case in _AT), None)


def _clash(a: Reading, b: Reading, f: Frame, g: Frame, fillers: Fillers, strength: float) -> Clash:
    p, q = fillers
    said = [f"“{r.slice(x.start, x.end)}”" for r, x in ((a, p), (b, q))]
    return Clash(
        kind=Kind.IDENTITY,
        level="other filler",
        severity=Severity.TENSION,
        strength=strength,
        focus_a=(p.start, p.end),
        focus_b=(q.start, q.end),
        scope_a=scope_of(a, f.index, f),
        scope_b=scope_of(b, g.index, g),
        why=f"“{a.slice(f.start, f.end)}” with {said[0]} against {said[1]}",
        reconciled_by=(Reconciler.SCOPE,),
    )
