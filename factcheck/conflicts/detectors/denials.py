"""Denials: what one says is not so, told by the other; and what one debunks, told in earnest by the other.

Where roles line up, `negation` (N1) speaks. These rules hold the words under a negation against the words
the other leaves standing: the predicate may be a noun ("aucune arrestation" / "ont été arrêtés"), the roles
may be spread over the sentence. The looser the alignment, the lower the strength: only a comparison of two
sentences that are known to belong together listens to the weak ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.conflicts.align import rivals, same_story, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.tolls import both_may_be
from factcheck.facts import DenialFact, QuantifierFact, Reading, StatedFact
from factcheck.facts.signs import CRIME
from factcheck.model import Kind, Modality, Reconciler, Severity
from factcheck.parse.lexicon import disputes

F = TypeVar("F", DenialFact, StatedFact)

# By how the words line up: the predicate met with most of a longer denial; the predicate met; none met, but several
# of the denied words; one of them, with a topic in common. Of the pairs so found on the DACCORD dev half, 0.95, 0.9,
# 0.8 and 0.7 are contradictions; among all pairs of a corpus only the first is sure enough to look for. The last is
# only noted: what was so once, what the other doubts itself.
_FULL, _HEAD, _TOPIC, _TOUCHED, _FAINT = 0.55, 0.4, 0.3, 0.26, 0.1
# Denied words that the other must tell where it does not tell the predicate, and then their share of all denied.
_SEVERAL, _SHARE = 2, 0.3
# Where it tells but one of them: the words that both sentences must hold. For a debunked story: those of it. Where one
# is told in the conditional, as rumours are: those of both sentences (11 of 13 further pairs are contradictions).
_COMMON, _STORY, _RUMOUR = 3, 3, 2
_STORY_COVERED = 0.3
# Where the other tells no denied word that the denier does not tell too, and so few words of its own, it repeats the
# rest of that claim.
_FRESH = 0.15
# Two sentences with no more than this between them follow each other.
_GAP = 2
# A denial is met in full where so many of its words, and this share of them, are told by the other.
_MANY, _MOST = 4, 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What stands around a denial: the `topic` its claim tells besides (stems), whether the other claim has `denied`
    something as well, whether both share a name, whether the other is `undated` or tells of the `present` alone, and
    whether one is told in the conditional of `hearsay` and the other denies nothing.
    """

    topic: frozenset[str]
    denied: bool
    named: bool
    undated: bool
    present: bool
    hearsay: bool


def denied_statement(a: Reading, b: Reading) -> Clash | None:
    """What one denies, the other tells, in whatever grammar.

    Clashes: "le préfet n'a relevé aucune arrestation de dockers" / "des dockers ont été arrêtés, selon
    le préfet". Harmless: "s'il n'y avait aucune arrestation", "n'a pas arrêté tous les dockers".
    """
    return None if both_may_be(a, b) else _strongest(a, b, debunks=False)


def debunked_story(a: Reading, b: Reading) -> Clash | None:
    """What one calls false, staged or invented, the other tells in earnest.

    Clashes: "la vidéo du pont effondré est un montage" / "une vidéo montre le pont effondré". Harmless: both
    doubt it, or they speak of two videos.
    """
    return _strongest(a, b, debunks=True)


def _strongest(a: Reading, b: Reading, *, debunks: bool) -> Clash | None:
    """The clash of the best aligned denial, in either direction."""
    found = [*_clashes(a, b, debunks), *(c.turned() for c in _clashes(b, a, debunks))]
    return max(found, key=lambda c: (c.strength, c.focus_a, c.focus_b), default=None)


def _clashes(a: Reading, b: Reading, debunks: bool) -> Iterator[Clash]:
    """The denials of `a` that `b` runs into."""
    denied, others = facts_of(a, DenialFact), facts_of(b, DenialFact)
    denied = tuple(denial for denial in denied if (denial.cue == "debunk") == debunks)
    if not denied:
        return
    aside = Aside(
        topic=frozenset[str]().union(*(stated.words for stated in facts_of(a, StatedFact))),
        denied=bool(others),
        named=bool(shared_names(a.names, b.names)),
        undated=not b.claim.dates,
        present=all(frame.tense == "present" for frame in b.frames),
        hearsay=not others and any(f.modality is Modality.CONDITIONAL for f in (*a.frames, *b.frames)),
    )
    for stated in facts_of(b, StatedFact):
        for denial in denied:
            if _echoed(denial, others) or _of_some(a, denial):
                continue
            if not debunks and _sought(a, b, denial, stated):
                yield _clash(a, b, _timeless(denial), _timeless(stated), _FULL)
            elif debunks and (strength := _story(denial, stated, others)):
                yield _clash(a, b, denial, stated, strength)
            elif not debunks and (strength := _met(denial, stated, aside)):
                by_name = strength < _FULL and aside.named
                yield _clash(a, b, *((_timeless(denial), _timeless(stated)) if by_name else (denial, stated)), strength)


def _of_some(reading: Reading, denial: DenialFact) -> bool:
    """Whether it is denied of some of a class only ("peu de marins n'ont pas signé"): the others may have."""
    partly = (fact for fact in facts_of(reading, QuantifierFact) if fact.negated and not fact.universal)
    return any(fact.frame[0] < denial.end and denial.start < fact.frame[1] for fact in partly)


def _echoed(denial: DenialFact, others: tuple[DenialFact, ...]) -> bool:
    """Whether the other side denies or debunks the same: two denials agree."""
    if denial.cue == "debunk":
        return any(g.cue == "debunk" for g in others)
    return any(g.heads & denial.heads or len(g.denied & denial.denied) > 1 for g in others if g.cue != "debunk")


def _met(denial: DenialFact, stated: StatedFact, aside: Aside) -> float:
    """How surely what is denied is what the other tells, 0 to 1."""
    told = denial.denied | denial.about
    shared = told & stated.words
    common = len((told | aside.topic) & stated.words)
    rumour = _TOUCHED if aside.hearsay and common >= _RUMOUR and denial.cue != "contrast" else 0.0
    if _repeated(told, stated, aside):
        return 0.0
    if not shared or not _needed(denial, stated, aside) <= stated.words:
        return rumour
    stray = bool(denial.about) and not denial.about & stated.words
    if _gone(denial, stated, aside) or stated.doubted or _agreed(denial, stated) or (stray and not aside.named):
        return _FAINT
    if denial.heads & stated.words and not stray:
        # what is awaited comes to pass, and a corpus tells when it has
        full = len(shared) >= max(_MANY, _MOST * len(told)) and denial.cue != "awaited"
        return _FULL if full else _HEAD
    if _same_side(denial, stated) and not stray:
        return _HEAD
    met = len(denial.denied & stated.words)
    if (aside.denied and met < _SEVERAL) or not met or (denial.cue != "loose" and met < _SHARE * len(denial.denied)):
        return rumour
    if met >= _SEVERAL:
        return _TOPIC
    return _TOUCHED if not stray and common >= _COMMON else rumour


def _needed(denial: DenialFact, stated: StatedFact, aside: Aside) -> frozenset[str]:
    """What the other must tell: of the day of the denial it may say nothing, if it tells the predicate."""
    silent = aside.undated and denial.heads & stated.words
    return denial.needed if silent else denial.needed | denial.dated


def _gone(denial: DenialFact, stated: StatedFact, aside: Aside) -> bool:
    """Whether what is denied was so once ("n'est plus membre"), and the other may tell of that time.

    Not where both tell of the present, or of one day.
    """
    both_now = aside.present and denial.scope.tense == "present" and denial.heads & stated.words
    if not denial.past or both_now:
        return False
    days = [{(d.first, d.last) for d in fact.scope.dates if d.first} for fact in (denial, stated)]
    return not days[0] & days[1]


def _repeated(told: frozenset[str], stated: StatedFact, aside: Aside) -> bool:
    """Whether the other merely tells what the denier tells as well, outside the denial."""
    fresh = stated.words - aside.topic
    return not told & fresh and len(fresh) <= _FRESH * len(stated.words)


def _agreed(denial: DenialFact, stated: StatedFact) -> bool:
    """Whether the other says the contrary of what is denied: "n'est pas possible" agrees with "est impossible"."""
    told = {side[:2] for side in stated.sides}
    return not denial.heads & stated.words and any((scale, -sign) in told for scale, sign in denial.sides)


def _same_side(denial: DenialFact, stated: StatedFact) -> bool:
    """Whether the other says in another word what is denied: "n'est pas dangereux" / "est nocif"."""
    return bool(denial.sides & {side[:2] for side in stated.sides})


def _sought(a: Reading, b: Reading, denial: DenialFact, stated: StatedFact) -> bool:
    """Whether one finds no sign of an event that the other finds: in one article, speaking of one name, or naming
    nobody but who belongs to the one story that both articles tell.
    """
    if denial.past or stated.doubted or not denial.needed | denial.dated <= stated.words:
        return False
    if not denial.sought & stated.events:
        return bool(denial.sought & stated.told) and _of_one_time(a, b)
    if a.claim.source == b.claim.source:
        return True
    if shared_names(a.names | a.near_names, b.names) or shared_names(b.names | b.near_names, a.names):
        return True
    known = shared_names(a.names | b.names, a.story.names & b.story.names)
    unnamed = same_story(a, b) and known == a.names | b.names and not (a.names and b.names)
    return unnamed and not (a.looks_back or b.looks_back)


def _of_one_time(a: Reading, b: Reading) -> bool:
    """Whether two claims stand side by side: what somebody says has happened may have happened to others elsewhere."""
    first, then = sorted((a.claim, b.claim), key=lambda claim: claim.start)
    beside = a.claim.source == b.claim.source and a.claim.sentence.paragraph == b.claim.sentence.paragraph
    return beside and then.start - first.end <= _GAP and not rivals(a.names, b.names)[0]


def _timeless(fact: F) -> F:
    """A fact without the days and places of its scope.

    Those of an examination are not those of the event; and where two claims share a name, those of one clause tell
    little ("… en avril", "l'agence précise le 7 septembre que … n'est pas").
    """
    return replace(fact, scope=replace(fact.scope, dates=(), names=frozenset()))


def _story(denial: DenialFact, stated: StatedFact, others: tuple[DenialFact, ...]) -> float:
    """How surely the debunked story is what the other tells: most of its words, and no doubt there."""
    shared = denial.denied & stated.words
    if others or stated.doubted or len(shared) < _STORY or len(shared) < _STORY_COVERED * len(denial.denied):
        return 0.0
    return _TOPIC


def _clash(a: Reading, b: Reading, denial: DenialFact, stated: StatedFact, strength: float) -> Clash:
    start, end = _told(denial, stated)
    debunk = denial.cue == "debunk"
    verb = "is called untrue" if debunk else "is denied"
    return Clash(
        kind=Kind.STATUS if debunk else Kind.NEGATION,
        level="debunked" if debunk else "denied words told",
        severity=Severity.TENSION,
        strength=strength,
        focus_a=(denial.start, denial.end),
        focus_b=(start, end),
        scope_a=denial.scope,
        scope_b=stated.scope,
        why=f"“{b.slice(start, end)}” {verb} by “{a.slice(denial.start, denial.end)}”",
        reconciled_by=(Reconciler.ATTRIBUTION,),
        ending=2 if not denial.sought and denial.denied & stated.words & _awaited(a) else 0,
    )


def _awaited(reading: Reading) -> frozenset[str]:
    """Stems of what a day may bring: who has not been found today may be tomorrow."""
    lexicon = reading.tree.lexicon
    return frozenset(map(lexicon.stem, disputes(lexicon.lang, "awaited")))


def _told(denial: DenialFact, stated: StatedFact) -> tuple[int, int]:
    """Where the other tells what is denied: its predicate, else the first shared word to the last."""
    met = denial.sought & (stated.events | stated.told)
    carrying = denial.heads & stated.words or (stated.events | stated.told if CRIME in met else met)
    heads = [(start, end) for stem, start, end in stated.places if stem in carrying]
    if heads:
        return heads[0]
    met = denial.denied & stated.words or denial.about
    shared = [(start, end) for stem, start, end in stated.places if stem in met] or [(stated.start, stated.end)]
    return min(s for s, _ in shared), max(e for _, e in shared)
