"""Antonyms: one thing said to grow and to shrink, or to stand on both sides of a scale."""

from __future__ import annotations

from itertools import product

from factcheck.conflicts.align import (
    common_topic,
    mentions,
    other_doer,
    other_object,
    shared_names,
    told_apart,
    two_minds,
)
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import DirectionFact, Reading, StatedFact
from factcheck.facts.signs import Side
from factcheck.model import Kind, Modality, Reconciler, Severity

# How many words (names or content) two claims must share besides the thing that moves, when the things
# are one word; two claims on "the price" are about one price only if more than that agrees.
_ANCHORS = 1
# Without a common theme, this many words and this share of the shorter claim must be common (more of it where both
# words may hold of one thing); so aligned, 9 of 10 pairs of the DACCORD and RTE3 dev halves are contradictions, too
# few to trust among all pairs of a corpus.
_SHARED, _ALIKE, _ONE_SENTENCE = 3, 0.4, 0.6
_WORDS_ONLY = 0.35
# What is so for a moment only is told of two moments, but where somebody holds the two sentences side by side.
_PASSING = 0.45
# The scale of what goes on or is suspended, and that of what takes place as planned or not, which is told once.
_GOING_ON, _KEPT_UP = "continuation", "holding"
# Referents of what moves.
_VEHICLES = frozenset({"aircraft", "rocket", "boat", "train", "bus", "tram", "helicopter", "car", "lorry"})


def opposite_change(a: Reading, b: Reading) -> Clash | None:
    """One thing grows here and shrinks there.

    Clashes: "l'écart se réduit" / "l'écart se creuse". Harmless: "le prix du blé monte" / "le prix du
    pétrole baisse".
    """
    return _opposed(a, b, changes=True)


def opposite_side(a: Reading, b: Reading) -> Clash | None:
    """One thing stands on one side of a scale here, on the other there.

    Clashes: "une pénurie d'eau" / "un accès suffisant à l'eau". Harmless: "une pénurie d'eau" / "un accès
    suffisant aux soins".
    """
    return _opposed(a, b, changes=False) or _both_sides(a, b)


def _both_sides(a: Reading, b: Reading) -> Clash | None:
    """The clash of two claims that share most words, one with a word of either side: weak, for no theme is aligned."""
    for f in facts_of(a, StatedFact):
        for g in facts_of(b, StatedFact):
            if not (f.sides and g.sides):
                continue
            shared = len(f.words & g.words)
            alike = shared / max(1, min(len(f.words), len(g.words)))
            for one, other in product(f.sides, g.sides) if shared >= _SHARED else ():
                enough = _ALIKE if one[0] in a.tree.lexicon.states else _ONE_SENTENCE
                opposed = one[:2] == (other[0], -other[1]) and not _on_both(f, g, one[0])
                if alike >= enough and opposed and not _two_acts(a, one, b, other):
                    return _stated_clash(a, b, (f, one), (g, other))
    return None


def _two_acts(a: Reading, one: Side, b: Reading, other: Side) -> bool:
    """Whether two words of a scale are acts of two, or done to two things."""
    return other_object(a, one[2:], b, other[2:]) or other_doer(a, one[2:], b, other[2:])


def _on_both(f: StatedFact, g: StatedFact, scale: str) -> bool:
    """Whether one claim itself speaks of both sides: it compares, or tells of two things."""
    return any(len({sign for name, sign, *_ in fact.sides if name == scale}) > 1 for fact in (f, g))


def _stated_clash(a: Reading, b: Reading, mine: tuple[StatedFact, Side], theirs: tuple[StatedFact, Side]) -> Clash:
    (f, (scale, _, *focus_a)), (g, (_, _, *focus_b)) = mine, theirs
    return Clash(
        kind=Kind.ANTONYM,
        level="opposite words",
        severity=Severity.TENSION,
        strength=_WORDS_ONLY,
        focus_a=(focus_a[0], focus_a[1]),
        focus_b=(focus_b[0], focus_b[1]),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"“{a.slice(*focus_a)}” against “{b.slice(*focus_b)}” ({scale})",
        reconciled_by=(Reconciler.SCOPE,),
        momentary=scale in a.tree.lexicon.momentary,
    )


def _opposed(a: Reading, b: Reading, *, changes: bool) -> Clash | None:
    found = (
        (_aligned(a, b, f, g), f, g)
        for f in facts_of(a, DirectionFact)
        for g in facts_of(b, DirectionFact)
        if f.dimension == g.dimension and (f.dimension == "change") == changes and _opposite(f, g)
        if not (_turns(a, f) or _turns(b, g) or _wished(f, g) or f.others or g.others)
    )
    strength, f, g = max(found, key=lambda row: row[0], default=(0.0, None, None))
    return _clash(a, b, f, g, strength) if strength and f and g else None


def _opposite(f: DirectionFact, g: DirectionFact) -> bool:
    """Opposite signs, both affirmed; or the same sign, one of them denied.

    What neither rises nor falls stays as it was.
    """
    return not (f.negated or g.negated) if f.sign != g.sign else f.negated != g.negated


def _wished(f: DirectionFact, g: DirectionFact) -> bool:
    """Whether one side only wants a change that the other tells the contrary of: who bears a rise wants a fall."""
    return f.wanted != g.wanted


def _turns(reading: Reading, fact: DirectionFact) -> bool:
    """Whether the claim itself puts the theme on both sides: "des documents secrets rendus publics", up, then down."""
    return any(
        g.dimension == fact.dimension and g.theme.concept == fact.theme.concept and _opposite(fact, g)
        for g in facts_of(reading, DirectionFact)
    )


def _aligned(a: Reading, b: Reading, f: DirectionFact, g: DirectionFact) -> float:
    """How surely the two speak of one thing, 0 to 1; 0 where they do not.

    The themes are one phrase, with anchors besides; or each side's theme is spoken of on the other side
    (a shortage of one thing, and enough of what is counted in it).
    """
    if f.names and g.names and not shared_names(f.names, g.names):
        return 0.0
    if None not in (f.number, g.number) and f.number != g.number:
        return 0.0
    themes = frozenset({f.theme.concept, g.theme.concept, f.dimension})
    anchors = len(common_topic(a, b, without=themes | frozenset({f.word.lower(), g.word.lower()})))
    if f.theme.concept == g.theme.concept:
        if told_apart(f.theme, g.theme) or anchors < _ANCHORS:
            return 0.0
        passing = _passing(a, f) or _passing(b, g) or (_turned(a, f) and _turned(b, g))
        return min(_PASSING if passing or _by_two(a, f, b, g) else 1.0, 0.5 + 0.1 * anchors)
    nominal = f.dimension != "change" and not (f.verbal or g.verbal)
    if nominal and mentions(b, f.theme) and mentions(a, g.theme):
        return 0.5
    return 0.0


def _passing(reading: Reading, fact: DirectionFact) -> bool:
    """Whether it is so for a moment only: what moves slows down and speeds up, a search is suspended and goes on."""
    lexicon = reading.tree.lexicon
    if fact.dimension == "change":
        return fact.theme.lemma in lexicon.moving or fact.theme.referent in _VEHICLES
    return fact.dimension == _GOING_ON


def _turned(reading: Reading, fact: DirectionFact) -> bool:
    """Whether something was done that may have been undone before or since: who was held was freed."""
    told = not fact.verbal or fact.scope.tense == "past"
    return told and fact.dimension in reading.tree.lexicon.momentary - {_KEPT_UP}


def _by_two(a: Reading, f: DirectionFact, b: Reading, g: DirectionFact) -> bool:
    """Whether two may be of two minds: one backs what another rejects."""
    opinion = f.dimension in a.tree.lexicon.opinions
    return opinion and (not (f.verbal and g.verbal) or two_minds(a, (f.start, f.end), b, (g.start, g.end)))


def _clash(a: Reading, b: Reading, f: DirectionFact, g: DirectionFact, strength: float) -> Clash:
    same_time = f.scope.tense == g.scope.tense
    firm = same_time and strength >= 0.7 and f.scope.modality is g.scope.modality is Modality.ASSERTED
    reasons = () if firm else (Reconciler.PERIOD,) if not same_time else (Reconciler.SCOPE,)
    return Clash(
        kind=Kind.ANTONYM,
        level="opposite change" if f.dimension == "change" else "opposite side",
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=strength,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{_said(a, f)} against {_said(b, g)}",
        reconciled_by=reasons,
        momentary=f.dimension in a.tree.lexicon.momentary,
    )


def _said(reading: Reading, fact: DirectionFact) -> str:
    theme = reading.slice(fact.theme.start, fact.theme.end)
    denied = "not " if fact.negated else ""
    return f"“{theme}” {denied}“{fact.word}” ({fact.scope.tense})"
