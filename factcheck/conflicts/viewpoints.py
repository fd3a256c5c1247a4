"""Reasons that lie in how a thing is told: of another stage, by a witness, for one place only, as a fear."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.conflicts.detectors.base import Clash
from factcheck.conflicts.setting import Setting, Veto, matcher, says
from factcheck.facts import NumberFact, Reading
from factcheck.facts.base import clause, governor, tokens_in
from factcheck.model import Kind, Reconciler
from factcheck.parse.groups import member
from factcheck.parse.tree import Tree
from factcheck.text import fold

# Groups of words that say of what part of a whole something is told.
_DIVIDING = frozenset({"compass", "person", "child", "season", "ballot", "wide", "illness", "accounting", "sex"})
# Spans of time that part two events, and how far from its beginning a claim may tell one to open with it ("Environ …").
_LONG = frozenset({"month", "year"})
_OPENING = 12


def other_stage(clash: Clash, setting: Setting) -> Veto | None:
    """Two rounds, halves or instances: "condamné à 4 ans", "condamné en appel à 3 ans"."""
    one, other = _stages(setting.a), _stages(setting.b)
    marked = (one ^ other) & setting.a.tree.lexicon.marked_stages
    if marked or (one and other and not one & other):
        words = " and ".join(sorted(one ^ other)).replace("_", " ")
        return Veto(reason=Reconciler.PERIOD, words=f"another stage: {words}", explains=True)
    return None


def _stages(reading: Reading) -> frozenset[str]:
    """The stages that a claim names."""
    return frozenset(stage for stage, words in reading.tree.lexicon.stages.items() if says(reading, words))


def partial_view(clash: Clash, setting: Setting) -> Veto | None:
    """A witness counts what he sees from where he stands, the other tells how many there were."""
    glimpsed = [says(reading, reading.tree.lexicon.glimpsed) for reading in (setting.a, setting.b)]
    if clash.kind is Kind.NUMERIC and glimpsed[0] != glimpsed[1]:
        return Veto(reason=Reconciler.SCOPE, words="one counts only what a witness saw", explains=True)
    return None


def partial_voice(clash: Clash, setting: Setting) -> Veto | None:
    """Two local authorities or hospitals each count those of their own place; an article that quotes one knows that."""
    voices = [_voice(setting.a, clash.focus_a), _voice(setting.b, clash.focus_b)]
    both = [v for v in voices if _local(v, setting.a.tree.lexicon.local)]
    inside = setting.article_a.id == setting.article_b.id
    if clash.revisable and (len(set(both)) > 1 or (both and inside)):
        return Veto(reason=Reconciler.SCOPE, words=f"{both[0]} may count only its own", explains=True)
    return None


def _voice(reading: Reading, focus: tuple[int, int]) -> str:
    """Who gives a figure: its speaker, or the subject of its verb of saying ("la préfecture indique 3 blessés")."""
    if reading.claim.speaker:
        return reading.claim.speaker.name
    frames = (governor(reading, i) for i in tokens_in(reading.tree, *focus))
    subjects = (f.subject for f in frames if f and f.predicate == "say" and f.subject)
    return next((reading.slice(s.start, s.end) for s in subjects), "")


def _local(voice: str, words: Collection[str]) -> bool:
    """Whether a speaker is an authority of one place, or several: "les préfectures de la Drôme et de l'Ardèche"."""
    return any(part.startswith(word) for part in fold(voice).lower().split() for word in words)


def sequel(clash: Clash, setting: Setting) -> Veto | None:
    """One counts what came months or years after or before something else: "deux ans après le gel, 40 fermes …"."""
    apart = [_long_after(setting.a, clash.focus_a), _long_after(setting.b, clash.focus_b)]
    if clash.kind is Kind.NUMERIC and apart[0] != apart[1]:
        return Veto(reason=Reconciler.PERIOD, words="one is told of long before or after something else", explains=True)
    return None


def _long_after(reading: Reading, focus: tuple[int, int]) -> bool:
    """Whether a claim opens with months or years from something that the figure in focus is no part of."""
    tree = reading.tree
    opening = (
        fact.start
        for fact in reading.by_kind.get(NumberFact, ())
        if fact.offset is not None and fact.quantity.unit in _LONG and fact.start - reading.claim.start <= _OPENING
    )
    counted_from = {n for start in opening for i in tokens_in(tree, start, focus[0])[:2] for n in _anchored(tree, i)}
    return bool(counted_from) and counted_from.isdisjoint(tokens_in(tree, *focus))


def _anchored(tree: Tree, i: int) -> list[int]:
    """The phrase that a span of time is counted from: "deux ans après la mort de …"."""
    head = tree.tokens[i].head
    return tree.subtree(head) if tree.children(head, "case") else []


def imagined(clash: Clash, setting: Setting) -> Veto | None:
    """One side is only what somebody feared, felt or took it for: "on aurait dit que le pont tombait"."""
    sides = ((setting.a, clash.focus_a), (setting.b, clash.focus_b))
    if clash.kind is not Kind.NUMERIC and any(_imagines(reading, focus) for reading, focus in sides):
        return Veto(reason=Reconciler.STATUS, words="one is only what somebody felt or feared", explains=True)
    return None


def _imagines(reading: Reading, focus: tuple[int, int]) -> bool:
    """Whether the words in focus stand under a word of fear or impression, or behind "as if"."""
    tree = reading.tree
    words = tokens_in(tree, *focus)
    verbs = {n for i in words for n in tree.ancestors(i)}
    above = verbs | {n for verb in verbs for n in tree.children(verb, "obj")}
    before = fold(reading.claim.text[: focus[0] - reading.claim.start]).lower()
    spoken = bool(tree.lexicon.as_if) and matcher(tree.lexicon.as_if).search(before) is not None
    return spoken or any(tree.lemma(n) in tree.lexicon.imagining for n in above - set(words))


def other_part(clash: Clash, setting: Setting) -> Veto | None:
    """The two clauses are of parts that exclude each other: "dans le nord", "dans le sud"."""
    if clash.kind in (Kind.IDENTITY, Kind.COMPARISON, Kind.ATTRIBUTION):
        return None
    sides = ((setting.a, clash.focus_a), (setting.b, clash.focus_b))
    one, other = (_parts(reading, focus) for reading, focus in sides)
    apart = sorted(group for group in one.keys() & other.keys() if not one[group] & other[group])
    if apart:
        mine, theirs = (" and ".join(sorted(parts[apart[0]])) for parts in (one, other))
        return Veto(reason=Reconciler.SCOPE, words=f"one speaks of {mine}, the other of {theirs}", explains=True)
    return None


def other_side(clash: Clash, setting: Setting) -> Veto | None:
    """One figure is told of before or behind what the other is told of: "avant le virage", "dans le virage"."""
    if clash.kind is not Kind.NUMERIC:
        return None
    one, other = (_lies(r, focus) for r, focus in ((setting.a, clash.focus_a), (setting.b, clash.focus_b)))
    apart = [noun for noun in sorted(one.keys() & other.keys()) if not one[noun] & other[noun]]
    if apart:
        return Veto(reason=Reconciler.SCOPE, words=f"one is told of before or behind: {apart[0]}", explains=True)
    return None


def _lies(reading: Reading, focus: tuple[int, int]) -> dict[str, set[str]]:
    """On which sides of things a clause is set: before, at or behind them."""
    tree = reading.tree
    inside = tokens_in(tree, *focus)
    found: dict[str, set[str]] = {}
    for i in clause(tree, inside[0]) if inside else []:
        told = {tree.folded(c) for c in tree.children(i, "case")}
        sides = {side for word, side in tree.lexicon.sides.items() if word in told}
        if sides and i not in inside:
            found.setdefault(tree.concept(i), set()).update(sides)
    return found


def _parts(reading: Reading, focus: tuple[int, int]) -> dict[str, set[str]]:
    """The parts of a whole that a clause names, by what they divide; a word alone in focus is what clashes."""
    tree, lang = reading.tree, reading.claim.lang
    inside = tokens_in(tree, *focus)
    found: dict[str, set[str]] = {}
    for i in clause(tree, inside[0]) if inside else []:
        for group, part in () if [i] == inside or i in tree.entity_of else member(tree.lemma(i), lang):
            if group in _DIVIDING:
                found.setdefault(group, set()).add(part)
    return found
