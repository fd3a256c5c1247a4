"""Moments: when the events of a story came about, told by a verb or a noun, with a date, an hour or a part of the day.

"Le train a déraillé peu avant 18 heures", "l'explosion de mardi matin", "it happened at dawn", "il était 7 heures quand
le pont s'est effondré". A story has one event of a sort; the sorts stand in `lang/<language>/moments.yaml`.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from factcheck.facts.acts import one_of_several, words
from factcheck.facts.base import Reading, Scope, head_of, scope_of, tokens_in
from factcheck.facts.hours import AFTERS, Time, cut_short, day_of_year, joined, lapses, parts_of_day, time_of
from factcheck.facts.sorts import ANY, occurs, sort_of_last, sort_of_noun, sort_of_verb, sorts_of
from factcheck.model import Modality, When
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Tree

# The first claims of an article tell what it is about.
_LEAD = 3
_OF = frozenset({"de", "of", "'s", "’s"})
_BY = frozenset({"par", "by"})
# Within so many words behind a participle stands who or what did it.
_NEAR = 8
_POINTING = frozenset({"ce", "this", "that"})
_BEING = frozenset({"être", "be"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An event with its time. `start`/`end` are the document offsets of its word.

    `event` is its sort, or "any" where a word stands for whatever happened; `known` says that it is told as the one of
    its kind, `of` names whom it befell, where it befalls each once (a death), `main` says that its article opens with
    that sort, `others` are the times that its article tells of it besides.
    """

    start: int
    end: int
    scope: Scope
    event: str
    known: bool
    time: Time
    of: frozenset[str] | None = None
    main: bool = False
    others: tuple[Time, ...] = ()
    days: frozenset[tuple[int, int]] = frozenset()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """All moments of a story meet."""
        return (("moment", self.event), ("moment", ANY))


def moments(reading: Reading) -> Iterator[Moment]:
    """The events of a claim that it tells the time of."""
    tree = reading.tree
    held: dict[tuple[int, str], list[Time | None]] = defaultdict(list)
    for time, at in _times(reading):
        event = _other_event(tree, at) if time and time.bounds and not time.worded else None
        event = _hanging(reading, at) if event is None else event
        if event is not None:
            held[event, time.since if time else ""].append(time)
    for (at, _), times in held.items():
        told = None if None in times else joined([time for time in times if time])
        sort = _sort(reading, at) if told else None
        if told and sort:
            frame = _frame(reading, at)
            start, end = (frame.start, frame.end) if frame else (tree.tokens[at].start, tree.tokens[at].end)
            scope = scope_of(reading, at, frame)
            of = _befallen(tree, at, frame) if sort[0] in words(tree.lexicon.lang, "each") else None
            yield Moment(start=start, end=end, scope=scope, event=sort[0], known=sort[1], time=told, of=of)


def _befallen(tree: Tree, at: int, frame: Frame | None) -> frozenset[str]:
    """The names of whom an event befell: "Jean Kerlan est mort lundi", "la mort de Jean Kerlan, survenue lundi"."""
    told = [p for p in (frame.subject, frame.object) if p] if frame else [tree.phrase(at)]
    return frozenset[str]().union(*(p.names for p in told or [tree.phrase(tree.tokens[at].head)]))


def _times(reading: Reading) -> Iterator[tuple[Time | None, int]]:
    """The times of a claim, each with the token that governs it; None for a longer period ("en 2019")."""
    tree = reading.tree
    for when in reading.claim.dates:
        inside = tokens_in(tree, when.start, when.end)
        head = head_of(tree, inside)
        if head is None or _bounded(reading, inside, when):
            continue
        time = time_of(when, tree.lexicon.lang)
        yield time and cut_short(time, tree, inside[0]), _behind(tree, inside[0]) or head
    yield from parts_of_day(reading)
    yield from lapses(reading)


def _behind(tree: Tree, first: int) -> int | None:
    """The participle that a time stands right behind, wherever a parser hangs it: "survenu mardi"."""
    before = first - 1 - (first > 0 and tree.tokens[first - 1].pos == "DET")
    if before < 0 or tree.tokens[before].pos != "VERB" or not tree.is_dep(before, "acl", "amod", "appos"):
        return None
    return before if "VerbForm=Part" in tree.tokens[before].morph else None


def _bounded(reading: Reading, inside: Sequence[int], when: When) -> bool:
    """Whether a time is the end of one, told by the word before it, or a second telling in brackets."""
    tree = reading.tree
    before = tree.folded(inside[0] - 1) if inside[0] else ""
    return before in tree.lexicon.bounding or reading.slice(when.start - 1, when.start) == "("


def _hanging(reading: Reading, at: int) -> int | None:
    """The verb or noun of an event that a time hangs on.

    A bare one goes past the nouns before it, which a parser hangs it on: "a quitté Brest mardi à 9 heures".
    """
    tree, below = reading.tree, at
    for i in (at, *tree.ancestors(at)):
        if _points(reading, i):
            return _opened(reading, i)
        if tree.is_predicate(i):
            return _while(reading, i)
        if i != at and sort_of_noun(tree, i) and _belongs(tree, below):
            return i
        if i != at and tree.is_nominal(i) and not _of_time(reading, i) and _belongs(tree, below):
            return None
        below = i
    return None


def _other_event(tree: Tree, at: int) -> int | None:
    """The event before or after which another is told, whose hour it is: "après leur décollage de Brest à 8h30"."""
    nouns = itertools.takewhile(lambda i: not tree.is_predicate(i), tree.ancestors(at))
    return next(
        (i for i in nouns if i < at and {tree.folded(c) for c in tree.children(i, "case")} & AFTERS.keys()), None
    )


def _of_time(reading: Reading, i: int) -> bool:
    """Whether a noun is one of a time: "heure", "matin", the date itself."""
    tree, rows = reading.tree, sorts_of(reading.tree.lexicon.lang)
    return bool({tree.lemma(i), tree.folded(i)} & (rows.passed | rows.parts)) or _dated(reading, i)


def _dated(reading: Reading, i: int) -> bool:
    token = reading.tree.tokens[i]
    return any(d.start <= token.start < d.end for d in reading.claim.dates)


def _belongs(tree: Tree, below: int) -> bool:
    """Whether a time is told of the noun above it: "l'attaque de mardi", "Tuesday's crash", "the 2 a.m. crash"."""
    cases = {tree.lemma(c) for c in tree.children(below, "case")}
    first = next(i for i in tree.subtree(below) if tree.tokens[i].pos != "PUNCT")
    beside = first > 1 and tree.tokens[first - 1].text == "," and tree.tokens[below].head == first - 2
    return beside or bool(cases & _OF) or (tree.lexicon.lang == "en" and below < tree.tokens[below].head)


def _points(reading: Reading, i: int) -> bool:
    """Whether a predicate only tells a time: "il était 7 heures", "it was just after 2"."""
    tree = reading.tree
    alone = tree.lemma(i) in _BEING and not tree.is_dep(i, "cop", "aux")
    return alone or (_dated(reading, i) and tree.is_predicate(i))


def _while(reading: Reading, at: int) -> int:
    """The event that came about while a predicate held: "il roulait à 9 heures lorsqu'il a déraillé"."""
    tree, rows = reading.tree, sorts_of(reading.tree.lexicon.lang)
    if not _lasting(tree, at):
        return at
    found = _opened(reading, at)
    when = any(tree.folded(m) in rows.when for m in tree.children(at))
    return found if found is not None else tree.tokens[at].head if when else at


def _lasting(tree: Tree, at: int) -> bool:
    """Whether a predicate is told as lasting: "était", "roulait", "was carrying"."""
    verbs = [tree.tokens[i] for i in (at, *tree.children(at, "aux", "cop"))]
    past = any("Tense=Imp" in v.morph or v.text.lower() in ("was", "were") for v in verbs)
    had = tree.children(at, "aux:tense") or any(tree.lemma(c) == "have" for c in tree.children(at, "aux"))
    return past and not had


def _opened(reading: Reading, at: int) -> int | None:
    """The event of the clause that a time opens: "il était 7 heures quand le pont s'est effondré"."""
    tree, rows = reading.tree, sorts_of(reading.tree.lexicon.lang)
    for c in tree.children(at, "advcl", "acl", "ccomp", "csubj", "dep"):
        if tree.is_predicate(c) and any(tree.folded(m) in rows.when for m in tree.children(c)):
            return c
    return None


def _frame(reading: Reading, at: int) -> Frame | None:
    return next((f for f in reading.frames if f.index == at), None)


def _sort(reading: Reading, at: int) -> tuple[str, bool] | None:
    """What came about by a verb or as a noun, and whether it is told as the one of its kind."""
    tree = reading.tree
    frame = _frame(reading, at)
    if frame is None:
        return _of_noun(tree, at) if not tree.is_predicate(at) else None
    if frame.negated or frame.pending or not frame.stated or frame.modality is not Modality.ASSERTED:
        return None
    if frame.tense == "future":
        return None
    told = sort_of_verb(tree, frame)
    if told:
        return told, True
    return _subject(reading, frame)


def _subject(reading: Reading, frame: Frame) -> tuple[str, bool] | None:
    """The sort of what is said to have happened, or to have done harm."""
    tree, rows = reading.tree, sorts_of(reading.tree.lexicon.lang)
    occurring = occurs(tree, frame)
    if frame.lemma in rows.causing and frame.object and frame.object.definite:
        return _of_noun(tree, frame.object.head)
    if not occurring and frame.lemma not in rows.doing:
        return None
    agent = _agent(tree, frame)
    if agent is not None:
        return _of_noun(tree, agent)
    phrase = frame.subject or (frame.object if occurring else None)
    if phrase is None:
        head = tree.tokens[frame.index].head
        return _of_noun(tree, head) if occurring and tree.is_dep(frame.index, "acl", "amod", "appos") else None
    head = tree.antecedent(phrase.head)
    if tree.lemma(head) in rows.anything and occurring and frame.lemma not in _BEING:
        return ANY, True
    return _of_noun(tree, head)


def _agent(tree: Tree, frame: Frame) -> int | None:
    """The event by which something was done, wherever a parser hangs it: "dévasté mercredi par une avalanche"."""
    near = range(frame.index + 1, min(frame.index + _NEAR, len(tree.tokens)))
    told = (i for i in near if sort_of_noun(tree, i) and {tree.folded(c) for c in tree.children(i, "case")} & _BY)
    return next(told, None) if "VerbForm=Part" in tree.tokens[frame.index].morph else None


def _of_noun(tree: Tree, at: int) -> tuple[str, bool] | None:
    """The sort of event that a noun names, if it is one event."""
    last = sort_of_last(tree, at)
    if last:
        return last, True
    sort = sort_of_noun(tree, at)
    if sort is None or one_of_several(tree, at):
        return None
    plural = "Number=Plur" in tree.tokens[at].morph
    if plural and sort != ANY:
        return None
    phrase = tree.phrase(at)
    owned = any("Poss=Yes" in tree.tokens[c].morph for c in tree.children(at, "det", "nmod:poss"))
    pointed = {tree.lemma(c) for c in tree.children(at, "det")} & _POINTING
    known = phrase.definite or owned or bool(pointed)
    return sort, known or (sort != ANY and sort not in words(tree.lexicon.lang, "repeated"))


def timed(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings whose moments know what else their article tells of such an event, and whether it opens with it."""
    told: dict[tuple[str, str], list[Moment]] = defaultdict(list)
    opened: dict[str, set[str]] = defaultdict(set)
    seen: dict[str, int] = defaultdict(int)
    leads: set[str] = set()
    days: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for reading in readings:
        source = reading.claim.source
        seen[source] += 1
        if seen[source] <= _LEAD:
            leads.add(reading.claim.id)
            opened[source] |= _sorts(reading)
        days[source] |= {found for d in reading.claim.dates if (found := day_of_year(d, reading.claim.lang))}
        for moment in reading.by_kind.get(Moment, ()):
            told[source, moment.event].append(moment)
    return tuple(_timed(r, told, opened[r.claim.source], frozenset(days[r.claim.source]), leads) for r in readings)


def _sorts(reading: Reading) -> set[str]:
    """The sorts of events that a claim speaks of."""
    tree = reading.tree
    nouns = {sort for i in range(len(tree.tokens)) if (sort := sort_of_noun(tree, i))}
    return nouns | {sort for f in reading.frames if (sort := sort_of_verb(tree, f))}


def _of_one(f: Moment, g: Moment) -> bool:
    """Whether two events of one sort may be one: they befell nobody in particular, or one by name."""
    return f.of is g.of is None or bool(f.of and g.of and f.of & g.of)


def _timed(
    reading: Reading,
    told: Mapping[tuple[str, str], Iterable[Moment]],
    opened: set[str],
    days: frozenset[tuple[int, int]],
    leads: AbstractSet[str],
) -> Reading:
    if not reading.by_kind.get(Moment):
        return reading
    source = reading.claim.source
    return reading.with_facts(
        replace(
            f,
            main=f.event in opened or f.event == ANY,
            known=f.known or (f.event == ANY and reading.claim.id in leads),
            others=tuple(m.time for m in told[source, f.event] if m is not f and _of_one(f, m)),
            days=days,
        )
        if isinstance(f, Moment)
        else f
        for f in reading.facts
    )
