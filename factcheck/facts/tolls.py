"""Tolls: that something befell people, or that it befell none ("aucun blessé", "two firefighters were hurt").

A count of people is one way to tell it; others are a person ("un homme a été interpellé"), a word for some ("des
blessés"), and the words for nobody. Here some is told from none; figures are compared by `facts/numbers.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, governor, scope_of
from factcheck.facts.fates import fate_of, fates, is_animal, is_person, sort_of, words_of
from factcheck.facts.nobody import told_by
from factcheck.facts.numbers import NumberFact
from factcheck.model import Modality
from factcheck.parse.frames import Frame
from factcheck.parse.negation import is_negative, without
from factcheck.parse.tree import Tree

# Where the word stands that makes a noun one of none.
_BEFORE = ("det", "amod", "advmod", "case", "cc", "nummod", "mark")
# What news of the day is not dated by.
_SPANS = frozenset({"month", "year", "decade", "century", "season", "quarter"})
# The predicate stands so near behind "personne n'a été".
_BEHIND = 5
# Those who are in it now may be out of it soon.
_PASSING = frozenset({"missing", "trapped", "hostage"})
_PARTITIVE = frozenset({"de", "un", "any", "a"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TollFact:
    """Some, or `none`, of those of a sort are told to have met one of the `fates`.

    `sorts` are the shared ids of the nouns for them, empty where anyone may be meant; `names` those that they bear;
    `attacker` says that it befell who did it, `partly` that of others, or of another time, it may be otherwise ("no
    further arrests", "plus aucun disparu"), `aside` that it was before the news, or in a month or year of its own.
    """

    start: int
    end: int
    scope: Scope
    fates: frozenset[str]
    none: bool
    sorts: frozenset[str]
    names: frozenset[str] = frozenset()
    attacker: bool = False
    partly: bool = False

    @property
    def aside(self) -> bool:
        """Whether it is told of another time than the news."""
        return self.scope.prior or any(d.grain in _SPANS for d in self.scope.dates)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Tolls meet over one fate, told of one sort or of anyone."""
        sorts = sorted({*self.sorts, "anyone"})
        return tuple(("toll", name) for fate in sorted(self.fates) for name in (fate, *(f"{fate} {s}" for s in sorts)))


def tolls(readings: Sequence[Reading], counts: Sequence[Sequence[NumberFact]]) -> Iterator[tuple[TollFact, ...]]:
    """The tolls of each claim, whose figures are `counts`.

    An article that tells of some besides means others, or another time, by "none".
    """
    found = [_of_claim(reading, figures) for reading, figures in zip(readings, counts, strict=True)]
    some: dict[str, list[TollFact]] = defaultdict(list)
    for reading, facts in zip(readings, found, strict=True):
        some[reading.claim.source] += [fact for fact in facts if not fact.none and not fact.aside]
    for reading, facts in zip(readings, found, strict=True):
        told = some[reading.claim.source]
        yield tuple(f for f in facts if not f.none or not any(against(f, other) for other in told))


def against(none: TollFact, some: TollFact) -> bool:
    """Whether one tells that nobody met a fate and the other of somebody who did."""
    one_group = not none.sorts or bool(none.sorts & some.sorts)
    return opposed(none, some) and one_group and not none.partly


def opposed(none: TollFact, some: TollFact) -> bool:
    """Whether one tells of nobody and the other of somebody under one fate, of whatever sort."""
    return none.none and not some.none and bool(none.fates & some.fates)


def _of_claim(reading: Reading, figures: Iterable[NumberFact]) -> tuple[TollFact, ...]:
    """The tolls of one claim."""
    counted = [fact for figure in figures if (fact := _counted(reading, figure))]
    if reading.claim.text.rstrip().endswith("?"):
        return ()
    told = (_told(reading, i) for i in range(len(reading.tree.tokens)) if _is_somebody(reading.tree, i))
    found = [fact for fact in told if fact and not any(f.start < fact.end and fact.start < f.end for f in counted)]
    return tuple(sorted((*counted, *found), key=lambda fact: (fact.start, fact.end)))


def _counted(reading: Reading, figure: NumberFact) -> TollFact | None:
    """A figure of people as a toll; one of 0 tells that there are none."""
    befallen = figure.fates & _all_fates(reading.claim.lang)
    sure = figure.scope.modality is Modality.ASSERTED and figure.scope.tense != "future" and figure.stance is None
    if not befallen or figure.denied or not figure.people or not sure:
        return None
    none = figure.bounds.high == 0
    return TollFact(
        start=figure.start,
        end=figure.end,
        scope=figure.scope,
        fates=befallen,
        none=none,
        sorts=frozenset() if figure.anyone else frozenset({figure.counted}),
    )


def _told(reading: Reading, i: int) -> TollFact | None:
    """What a noun, name or pronoun for people is told to have met or not."""
    tree = reading.tree
    frame = _governor(reading, i)
    beside = [tree.tokens[c].text for c in tree.children(frame.index)] if frame else []
    spared = any(without(text, tree.lexicon.lang) for text in beside)
    if frame is not None and not (_real(frame) or spared):
        return None
    return _none(reading, i, frame) or _spared(reading, i, frame) or _some(reading, i, frame)


def _governor(reading: Reading, i: int) -> Frame | None:
    """The frame that tells of a token; of "personne" the next one, where the parse hangs it on what stands before."""
    tree = reading.tree
    if not _is_nobody(tree, i) or tree.is_predicate(tree.tokens[i].head):
        return governor(reading, tree.tokens[i].head if _is_nobody(tree, i) else i)
    return next((f for f in reading.frames if i < f.index <= i + _BEHIND), None)


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether a token may tell of people: a noun for them or for what befalls them, a name, "nobody"."""
    if _is_nobody(tree, i) or _is_anybody(tree, i) or i in tree.entity_of:
        return True
    fate = fate_of(tree, i)
    if tree.tokens[i].pos not in ("NOUN", "PROPN", "ADJ"):
        return _is_everybody(tree, i) or (fate is not None and _behind_nor(tree, i))
    known = _is_sort(tree, i) or _is_anyone(tree, i) or fate in words_of(tree.lexicon.lang).befalling
    return known or _is_hurt(tree, i)


def _is_hurt(tree: Tree, i: int) -> bool:
    """Whether a noun is told to have met what only people meet, though it is not known as one: "un jongleur blessé"."""
    thing = is_animal(tree, i) or tree.lemma(i) in tree.lexicon.referents
    held = tree.tokens[i].pos == "NOUN" and tree.is_dep(i, "nsubj", "obj") and bool(tree.children(i, "det"))
    thing = thing or any(_is_nobody(tree, c) for c in tree.children(i, "conj"))
    words = told_by(tree.lexicon.lang)
    told = [tree.lemma(n) for n in (tree.tokens[i].head, *tree.children(i, "acl", "amod"))]
    return held and not thing and not words.of_things.intersection(told) and bool(fates(tree, i, [i]) & words.bodily)


def _is_everybody(tree: Tree, i: int) -> bool:
    return tree.lemma(i) in told_by(tree.lexicon.lang).everybody


def _is_nobody(tree: Tree, i: int) -> bool:
    words = told_by(tree.lexicon.lang).nobody
    return tree.tokens[i].pos != "DET" and (tree.lemma(i) in words or tree.folded(i) in words)


def _is_anybody(tree: Tree, i: int) -> bool:
    words = told_by(tree.lexicon.lang).anybody
    return tree.lemma(i) in words or tree.folded(i) in words


def _behind_nor(tree: Tree, i: int) -> bool:
    """Whether a word stands behind "ni", where parsers take it for a participle: "ni mort ni blessé"."""
    return any(is_negative(tree.tokens[c].text, tree.lexicon.lang) for c in tree.children(i, "cc"))


def _is_sort(tree: Tree, i: int) -> bool:
    """Whether a noun tells which people are meant."""
    return is_person(tree, i) or tree.lemma(i) in tree.lexicon.people


def _is_anyone(tree: Tree, i: int) -> bool:
    """Whether a word stands for people of whatever sort."""
    anyone = {tree.lemma(i), tree.concept(i)} & tree.lexicon.anyone
    spoken = _is_nobody(tree, i) or _is_anybody(tree, i) or _is_everybody(tree, i)
    return bool(anyone) or spoken or fate_of(tree, i) is not None


def _none(reading: Reading, i: int, frame: Frame | None) -> TollFact | None:
    """That nobody met a fate: "aucun blessé", "no one has been arrested", "n'a blessé personne"."""
    tree = reading.tree
    if not _denied(tree, i, frame):
        return None
    befallen, sorts = _befallen(tree, i), _sorts_of_none(tree, i, frame)
    if _is_nobody(tree, i) and frame and (fate := fate_of(tree, frame.index)):
        befallen |= frozenset({fate}) & _all_fates(tree.lexicon.lang)
    if not befallen or sorts is None:
        return None
    fact = _fact(reading, i, frame, _covered(tree, i, befallen), sorts, none=True)
    lasting = befallen <= words_of(tree.lexicon.lang).befalling
    return replace(fact, partly=not lasting or _narrowed(tree, i, frame))


def _denied(tree: Tree, i: int, frame: Frame | None) -> bool:
    """Whether the noun or pronoun at `i` stands for nobody."""
    words, lang = told_by(tree.lexicon.lang), tree.lexicon.lang
    above = [tree.tokens[i].head] if tree.is_dep(i, "nmod") and fate_of(tree, i) and not tree.children(i, "det") else []
    beside = [tree.tokens[c].text for n in (i, *above) for c in _before(tree, n)]
    if any(is_negative(text, lang) or without(text, lang) for text in beside):
        return True
    under = frame is not None and frame.negated and frame.index != i and i not in tree.entity_of
    if _is_nobody(tree, i):
        return tree.tokens[i].pos == "PRON" or (under and not tree.children(i, "det", "nummod", "amod"))
    single = any(tree.lemma(c) in words.all for c in tree.children(i, "amod"))
    partitive = any(tree.lemma(c) in _PARTITIVE for c in tree.children(i, "det", "case"))
    return under and (_is_anybody(tree, i) or single or partitive)


def _before(tree: Tree, i: int) -> list[int]:
    """The words in front of a noun that may make it one of none; parsers hang its article on it by any relation."""
    article = [i - 1] if i and tree.tokens[i - 1].pos == "DET" and tree.tokens[i - 1].head == i else []
    return sorted({*tree.children(i, *_BEFORE), *article})


def _befallen(tree: Tree, i: int) -> frozenset[str]:
    """The fates told of those at `i` that people undergo."""
    return fates(tree, i, [i]) & _all_fates(tree.lexicon.lang)


def _all_fates(lang: str) -> frozenset[str]:
    """What people undergo, for good or for a while."""
    return words_of(lang).befalling | _PASSING


def _covered(tree: Tree, i: int, found: frozenset[str]) -> frozenset[str]:
    """The fates told, with those that "none" of them denies besides."""
    covers = told_by(tree.lexicon.lang).covers
    return found.union(*(covers.get(word, frozenset()) for word in (*found, tree.lemma(i), tree.folded(i))))


def _narrowed(tree: Tree, i: int, frame: Frame | None) -> bool:
    """Whether it is none of some only: "aucun blessé grave", "no further arrests", "personne d'autre"."""
    narrowing = told_by(tree.lexicon.lang).narrowing
    beside = [*tree.children(i), *(tree.children(frame.index, "advmod") if frame else [])]
    return any(tree.lemma(c) in narrowing or tree.folded(c) in narrowing for c in beside)


def _sorts_of_none(tree: Tree, i: int, frame: Frame | None) -> frozenset[str] | None:
    """Of whom there are none; empty for anyone, None where that cannot be told ("aucun de ses amis")."""
    words = told_by(tree.lexicon.lang)
    picked = [c for c in tree.children(i, "nmod", "acl", "obl") if _behind(tree, c, words.among | words.of)]
    picked += [c for c in tree.children(frame.index, "obl") if _behind(tree, c, words.among)] if frame else []
    groups = [n for c in picked for n in (c, *tree.children(c, "conj"))]
    if any(_is_anyone(tree, n) for n in groups):
        return frozenset()
    if not all(_is_sort(tree, n) for n in groups):
        return None
    own = [] if _is_anyone(tree, i) else [i]
    return frozenset(sort_of(tree, n) for n in (*own, *groups))


def _behind(tree: Tree, i: int, cases: frozenset[str]) -> bool:
    """Whether a noun stands behind one of some prepositions, with an article: "parmi les pompiers"."""
    return any(tree.folded(c) in cases for c in tree.children(i, "case"))


def _spared(reading: Reading, i: int, frame: Frame | None) -> TollFact | None:
    """That nothing befell those at `i`: "tous les passagers sont indemnes"; of one man `facts/states.py` tells."""
    tree = reading.tree
    known = _is_sort(tree, i) or _is_anyone(tree, i)
    if frame is None or frame.negated or not known or not tree.is_dep(i, "nsubj"):
        return None
    words = told_by(tree.lexicon.lang)
    near = [frame.index, *tree.children(frame.index, "advmod", "xcomp", "amod", "acl", "conj")]
    denied = next((words.spared[tree.lemma(n)] for n in near if tree.lemma(n) in words.spared), None)
    around = (i, *tree.children(i), *tree.children(frame.index, "advmod"))
    counted = bool(tree.children(i, "nummod"))
    whole = any(tree.lemma(c) in words.all for c in around) or (counted and tree.phrase(i).definite)
    several = counted or "Number=Plur" in tree.tokens[i].morph
    if denied is None or not several or not whole or _narrowed(tree, i, None):
        return None
    sorts = frozenset() if _is_anyone(tree, i) else frozenset({sort_of(tree, i)})
    return _fact(reading, i, frame, denied, sorts, none=True)


def _some(reading: Reading, i: int, frame: Frame | None) -> TollFact | None:
    """That somebody met a fate: "un homme a été interpellé", "two firefighters were hurt", "des blessés"."""
    tree = reading.tree
    placed = i in tree.entity_of and tree.is_dep(i, "obl", "nmod")
    if (frame and frame.negated) or _is_nobody(tree, i) or _is_anybody(tree, i) or placed:
        return None
    befallen = _befallen(tree, i)
    if not befallen or (_is_anyone(tree, i) and not _is_told_of(tree, i)):
        return None
    if any(is_negative(tree.tokens[c].text, tree.lexicon.lang) for c in tree.children(i)):
        return None
    sorts = frozenset() if _is_anyone(tree, i) or i in tree.entity_of else frozenset({sort_of(tree, i)})
    return _fact(reading, i, frame, befallen, sorts, none=False)


def _is_told_of(tree: Tree, i: int) -> bool:
    """Whether a noun for anyone tells that there are such: "un blessé", "les blessés", "two arrests", not "la mort"."""
    several = "Number=Plur" in tree.tokens[i].morph
    if tree.lemma(i) in told_by(tree.lexicon.lang).events or not tree.phrase(i).definite:
        return bool(tree.children(i, "det", "nummod", "amod")) and not tree.phrase(i).definite
    return several


def _real(frame: Frame) -> bool:
    """Whether a predicate tells of what has come to be."""
    told = frame.stated and not frame.tried and not frame.able and frame.tense != "future"
    return told and frame.modality is Modality.ASSERTED


def _fact(
    reading: Reading, i: int, frame: Frame | None, found: frozenset[str], sorts: frozenset[str], *, none: bool
) -> TollFact:
    tree = reading.tree
    start, end = tree.text([i, *_before(tree, i)])
    return TollFact(
        start=start,
        end=end,
        scope=scope_of(reading, i, frame),
        fates=found,
        none=none,
        sorts=sorts,
        names=tree.borne(i),
        attacker=tree.lexicon.referents.get(tree.lemma(i)) == "attacker",
    )
