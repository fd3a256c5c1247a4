"""Accounts of one event that are at odds: two causes, or one cause excluded here and held there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from factcheck.conflicts.align import rivals, same_name, same_phrase, same_referent, same_story, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import AccountFact, Level, Reading
from factcheck.facts.causes import wider
from factcheck.lang import theme
from factcheck.model import Kind, Modality, Reconciler, Severity
from factcheck.parse.tree import Phrase

# One effect named on both sides; left out on one, where the claims share a name; or only the story shared.
_EFFECT, _NAMED, _STORY = 0.65, 0.6, 0.5
# More, where one is held for certain.
_CERTAIN = 0.05
# Two words are kin ("allemand", "Allemagne") from so many common letters on.
_KIN = 5
# A date that spans more days than this (a month, a year) sets another occasion.
_SPAN = 5


def other_cause(a: Reading, b: Reading) -> Clash | None:
    """One event is put down to two causes that exclude each other.

    Clashes: "l'incendie est dû à un court-circuit" / "l'incendie est d'origine criminelle". Harmless: "l'incendie
    est accidentel" / "l'incendie est dû à un court-circuit".
    """
    one_article = a.claim.source == b.claim.source
    for f, g, strength in _pairs(a, b):
        if one_article and (f.of or g.of):
            continue  # it knows both: "the brakes failed", "a passenger said that the driver was asleep"
        likely = min(f.level, g.level) >= Level.LIKELY
        if likely and not _two_effects(f, g) and _exclude(f.classes, g.classes):
            return _clash(a, b, f, g, strength, Kind.IDENTITY)
    return None


def _two_effects(f: AccountFact, g: AccountFact) -> bool:
    if f.effect and g.effect:
        return not _one_effect(f.effect, g.effect)
    return any(x.of and y.effect and y.effect.referent not in x.of for x, y in ((f, g), (g, f)))


def _one_effect(p: Phrase, q: Phrase) -> bool:
    """Whether two phrases name one event of a story, by whichever of its nouns."""
    return same_phrase(p, q) or same_referent(p, q)


def other_certainty(a: Reading, b: Reading) -> Clash | None:
    """One account is excluded here and held likely there, or one side is less sure of it here than there.

    Clashes: "la piste criminelle est écartée" / "le parquet privilégie la piste criminelle". Harmless: "la piste
    criminelle est écartée" / "la piste accidentelle est privilégiée".
    """
    two_articles = a.claim.source != b.claim.source  # one article may say the same thing more and less surely
    for f, g, strength in _pairs(a, b):
        low, high = sorted((f.level, g.level))
        same = f.classes == g.classes and bool(f.words & g.words)
        apart = low is Level.EXCLUDED and high >= Level.LIKELY
        unsure = low is Level.LIKELY and high is Level.HELD
        wavering = two_articles and unsure and _one_side(f, g) and not _hearsay(f, g)
        if same and (apart or wavering):
            return _clash(a, b, f, g, strength, Kind.STATUS)
    return None


def _hearsay(f: AccountFact, g: AccountFact) -> bool:
    """Whether one account is told as another's ("aurait été provoquée par"), which says nothing of how sure he is."""
    return Modality.CONDITIONAL in (f.scope.modality, g.scope.modality)


def _pairs(a: Reading, b: Reading) -> Iterator[tuple[AccountFact, AccountFact, float]]:
    """The accounts of two claims that may be of one event, and how surely."""
    for f in facts_of(a, AccountFact):
        for g in facts_of(b, AccountFact):
            strength = _aligned(a, b, f, g)
            if strength:
                yield f, g, strength


def _aligned(a: Reading, b: Reading, f: AccountFact, g: AccountFact) -> float:
    """How surely two accounts are of one event: no rival names, and one effect or a shared name."""
    names_a, names_b = _told(a), _told(b)
    if rivals(names_a, names_b)[0] or _other_time(a) != _other_time(b):
        return 0.0
    if not same_story(a, b):
        return 0.0
    if f.effect and g.effect and _one_effect(f.effect, g.effect):
        return _EFFECT
    near = shared_names(names_a | a.near_names, names_b) or shared_names(names_b | b.near_names, names_a)
    return _NAMED if near else _STORY


def _told(reading: Reading) -> frozenset[str]:
    """The names of a claim but for those of its speakers."""
    spoken = reading.speakers
    return frozenset(n for n in reading.names if not any(n in s or same_name(n, s) for s in spoken))


def _other_time(reading: Reading) -> bool:
    """Whether a claim dates what it tells to another year than the news around it."""
    return any(not d.relative and d.first and d.last and (d.last - d.first).days > _SPAN for d in reading.claim.dates)


def _one_side(f: AccountFact, g: AccountFact) -> bool:
    """Whether the same people hold both: a word of theirs is the same or kin."""
    return any(x[:_KIN] == y[:_KIN] for x in f.side for y in g.side if min(len(x), len(y)) >= _KIN)


def _exclude(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one thing cannot come of a cause of either sort: each of one excludes each of the other."""
    return bool(one and other) and all(frozenset({x, y}) in _exclusive() for x in one for y in other)


@cache
def _exclusive() -> frozenset[frozenset[str]]:
    """The classes of causes that exclude each other, in all languages."""
    rows = theme("disputes", "fr")["exclusive"]
    pairs = (frozenset(pair) for row in rows for pair in combinations(row, 2))
    return frozenset(
        pair for pair in pairs if not any(pair <= {name, *held} for name, held in wider().items() if name in pair)
    )


def _clash(a: Reading, b: Reading, f: AccountFact, g: AccountFact, strength: float, kind: Kind) -> Clash:
    said = [f"“{r.slice(x.start, x.end)}” ({x.level.name.lower()})" for r, x in ((a, f), (b, g))]
    return Clash(
        kind=kind,
        level="other cause" if kind is Kind.IDENTITY else "other certainty",
        severity=Severity.TENSION,
        strength=strength + (_CERTAIN if Level.HELD in (f.level, g.level) else 0.0),
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"{said[0]} against {said[1]}",
        reconciled_by=(Reconciler.ATTRIBUTION,) if kind is Kind.IDENTITY else (Reconciler.PERIOD,),
    )
