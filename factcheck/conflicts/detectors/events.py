"""Events: one predicate with the same roles, affirmed here and denied there."""

from __future__ import annotations

from functools import lru_cache

from factcheck.conflicts.align import Slots, rivals, roles_agree, same_phrase, shared_names, told_apart, two_voices
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.tolls import both_may_be
from factcheck.facts import DenialFact, QuantifierFact, Reading, StatedFact, scope_of
from factcheck.facts.slots import OTHER
from factcheck.lang import theme
from factcheck.model import Kind, Modality, Reconciler, Severity
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase

# Below what a corpus asks for: who goes somewhere and does not go elsewhere may do both.
_ELSEWHERE = 0.45

# A frame of either side.
Couple = tuple[Frame, Frame]

# Predicates that say nothing without their object.
_LIGHT = frozenset({"être", "avoir", "faire", "be", "have", "do", "say", "get", "take", "make"})


def negated_event(a: Reading, b: Reading) -> Clash | None:
    """One affirms what the other denies.

    Clashes: "le juge a signé l'accord" / "le juge n'a pas signé l'accord". Harmless: "le juge n'a pas lu
    l'accord" (another predicate), "le maire n'a pas signé l'accord" (another subject).
    """
    for f, g in _one_act(a, b):
        if f.negated != g.negated:
            if not (_denies(a, f, b) if f.negated else _denies(b, g, a)) or _of_some(a, f) or _of_some(b, g):
                continue
            if _told_both_ways(a, f) or _told_both_ways(b, g) or _other_figure(a, f, b, g):
                continue
            strength = _aligned(a, b, f, g) * _of_one_time(a, f, b, g)
            if strength and not both_may_be(a, b):
                return _negation(a, b, f, g, strength)
    return None


def _of_one_time(a: Reading, f: Frame, b: Reading, g: Frame) -> float:
    """How surely what one denies and the other tells are of one time, 0 to 1: "n'a pas parlé mardi", "a parlé samedi".

    What is denied of one time may be told of any other; only who holds two sentences side by side means the same.
    """
    one, other = _times(a, f), _times(b, g)
    if one and other:
        return 1.0 if one & other else 0.0
    return _ELSEWHERE if (one if f.negated else other) else 1.0


@lru_cache(maxsize=8192)
def _times(reading: Reading, frame: Frame) -> frozenset[str]:
    """The nouns and names of times in the clause of a frame, its dates, and what it was "when" it came about."""
    tree = reading.tree
    inside = tree.subtree(frame.index, outside=OTHER)
    words_of_time = theme("moments", tree.lexicon.lang)
    parts = frozenset(word for words in words_of_time["parts"] for word in words.split())
    told = {tree.lemma(i) for i in inside if tree.lemma(i) in parts or tree.lemma(i) in tree.lexicon.spans}
    dates = (d for d in reading.claim.dates if any(d.start <= tree.tokens[i].start < d.end for i in inside))
    clauses = (
        c for c in tree.children(frame.index, "advcl") if tree.folded(min(tree.subtree(c))) in words_of_time["when"]
    )
    return frozenset({*told, *(str(d.first or d.text) for d in dates), *(f"when {tree.lemma(c)}" for c in clauses)})


def _denies(reading: Reading, frame: Frame, other: Reading) -> bool:
    """Whether a negated frame denies the whole of what the other may tell: no condition, no part, no figure alone.

    What something is not ("n'est pas un film français"), the other must say word for word.
    """
    words = frozenset[str]().union(*(stated.words for stated in facts_of(other, StatedFact)))
    denials = (d for d in facts_of(reading, DenialFact) if d.start <= frame.start and frame.end <= d.end)
    return any((d.denied if frame.copular else d.needed) <= words for d in denials)


def _told_both_ways(reading: Reading, frame: Frame) -> bool:
    """Whether a claim affirms a predicate and denies it too: "failed to stop at the block, stopping at the wall"."""
    return any(f.predicate == frame.predicate and f.negated != frame.negated for f in reading.frames)


def _other_figure(a: Reading, f: Frame, b: Reading, g: Frame) -> bool:
    """Whether a figure is denied that the other does not tell of the same act: "ne pèse plus 250 grammes mais 220"."""
    denied, told = (_figures(*side) for side in ((a, f), (b, g))[:: 1 if f.negated else -1])
    return bool(told) and not denied <= told


def _figures(reading: Reading, frame: Frame) -> frozenset[str]:
    """The figures in the clause of a frame."""
    inside = [reading.tree.tokens[i].start for i in reading.tree.subtree(frame.index, outside=OTHER)]
    return frozenset(str(q.value) for q in reading.claim.quantities if any(q.start <= n < q.end for n in inside))


def _of_some(reading: Reading, frame: Frame) -> bool:
    """Whether a predicate is told or denied of some of a class only: what is so of some need not be of the rest.

    An affirmed number is told of those it counts, who may be all there are.
    """
    quantified = (fact for fact in facts_of(reading, QuantifierFact) if fact.frame == (frame.start, frame.end))
    return any(not fact.universal and (frame.negated or fact.word != "number") for fact in quantified)


def told_by_both(a: Reading, b: Reading) -> list[Couple]:
    """The frames by which both claims tell of one act as done, or both as planned, in order."""
    done = ((f, g) for f, g in _one_act(a, b) if not (f.negated or g.negated))
    return [(f, g) for f, g in done if (f.modality is Modality.PLANNED) == (g.modality is Modality.PLANNED)]


# Several rules ask about each pair in turn.
@lru_cache(maxsize=1)
def _one_act(a: Reading, b: Reading) -> list[Couple]:
    """The frames of two claims that tell of an event by one predicate, in order."""
    theirs = _events(b)
    return [(f, g) for predicate, f in _events(a) for other, g in theirs if predicate == other]


# Each claim is held against dozens of others.
@lru_cache(maxsize=8192)
def _events(reading: Reading) -> tuple[tuple[str, Frame], ...]:
    """The frames of a claim that tell of an event, with their predicates."""
    return tuple((frame.predicate, frame) for frame in reading.frames if _telling(frame))


def _telling(frame: Frame) -> bool:
    """Whether a frame tells of an event: not a bare infinitive, not a thing still to come, not an empty verb."""
    told = frame.stated and not (frame.pending or frame.tried or frame.disowned)
    return told and frame.predicate not in _LIGHT


def _aligned(a: Reading, b: Reading, f: Frame, g: Frame) -> float:
    """How surely two frames tell of one event, 0 to 1: every role both fill must agree, one of them with substance."""
    agreed, apart = roles_agree(_undated(a, f), _undated(b, g))
    if apart or not agreed:
        return 0.0
    weight = 0.0
    for p, q in ((f.subject, g.subject), (f.object, g.object)):
        if p is None or q is None:
            continue
        if not same_phrase(p, q) or rivals(p.names, q.names)[0] or told_apart(p, q):
            return 0.0
        if _substance(a, p) and _substance(b, q):
            weight += 0.4 + (0.1 if p.names or p.lemmas & q.lemmas else 0.0)
    shared = shared_names(_clause_names(a, f.index), _clause_names(b, g.index)) if weight else frozenset()
    weight += 0.1 * agreed + (0.2 if shared else 0.0) if weight else 0.0
    weight = min(weight, _ELSEWHERE) if _elsewhere(a, b, f, g) else weight
    return min(1.0, weight) if weight >= 0.5 else 0.0


def _elsewhere(a: Reading, b: Reading, f: Frame, g: Frame) -> bool:
    """Whether one is told to go or come back somewhere and the other not to, with no place in common."""
    if f.lemma not in a.tree.lexicon.going:
        return False
    mine, theirs = (_whither(r, x) for r, x in ((a, f), (b, g)))
    return bool(mine or theirs) and not mine & theirs


def _whither(reading: Reading, frame: Frame) -> frozenset[str]:
    """Where to or from somebody goes: the nouns behind the verb that are no dates."""
    tree, dates = reading.tree, reading.claim.dates
    behind = (i for i in tree.subtree(frame.index, outside=OTHER) if i > frame.index and tree.is_nominal(i))
    return frozenset(
        tree.concept(i)
        for i in behind
        if not any(d.start <= tree.tokens[i].start < d.end for d in dates) and tree.tokens[i].pos != "PRON"
    )


@lru_cache(maxsize=8192)
def _clause_names(reading: Reading, predicate: int) -> frozenset[str]:
    """The names in the clause of a predicate."""
    return scope_of(reading, predicate, None).names


def _undated(reading: Reading, frame: Frame) -> Slots:
    """The roles of a frame that hold no date."""
    dates = reading.claim.dates
    return tuple((n, p) for n, p in frame.slots if not any(p.start < d.end and d.start < p.end for d in dates))


def _substance(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names something: not a pronoun, not a word like "thing"."""
    token = reading.tree.tokens[phrase.head]
    return bool(phrase.names) or (token.pos in ("NOUN", "PROPN") and phrase.lemma not in reading.tree.lexicon.empty)


def _negation(a: Reading, b: Reading, f: Frame, g: Frame, strength: float) -> Clash:
    disputed = two_voices(a, b)
    hedged = {f.modality, g.modality} & {Modality.CONDITIONAL, Modality.PLANNED} or f.able != g.able
    firm = strength >= 0.8 and not hedged and f.tense == g.tense and not disputed
    reasons = (Reconciler.ATTRIBUTION,) if disputed else (Reconciler.STATUS,) if hedged else (Reconciler.PERIOD,)
    said = [f"“{r.slice(x.start, x.end)}”" for r, x in ((a, f), (b, g))]
    why = f"{said[0]} against {said[1]}"
    if disputed:
        why += f", said by {disputed[0]} and by {disputed[1]}"
    return Clash(
        kind=Kind.ATTRIBUTION if disputed else Kind.NEGATION,
        level="denied by another" if disputed else "denied",
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=scope_of(a, f.index, f),
        scope_b=scope_of(b, g.index, g),
        why=why,
        reconciled_by=() if firm else reasons,
        ending=_bringing(a, b, f, g),
    )


def _bringing(a: Reading, b: Reading, f: Frame, g: Frame) -> int:
    """Which side tells of what may have come about since the other denied it: it says when, or a day may bring it."""
    told, reading = (g, b) if f.negated else (f, a)
    dated = bool(scope_of(reading, told.index, told).dates)
    awaited = told.lemma in disputes(reading.tree.lexicon.lang, "awaited")
    return (2 if f.negated else 1) if told.tense == "past" and (dated or awaited) else 0
