"""Reasons that lie in how a thing is told: of another stage, by a witness, for one place only, as a fear."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.conflicts.detectors.base import Clash
from factcheck.conflicts.setting import Setting, Veto, matcher, says
from factcheck.facts import Reading
from factcheck.facts.base import governor, tokens_in
from factcheck.model import Kind, Reconciler
from factcheck.text import fold


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
