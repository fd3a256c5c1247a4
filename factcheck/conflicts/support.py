"""Does one claim say what another says? The question of a fact-checker who holds a draft against a source.

It is not symmetric: "plus de 10 blessés" is borne out by "12 blessés", and not the other way round. A miss is
cheap, a false "supported" is not, so whatever the draft adds (a name, a date, a figure, most words) must be there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factcheck.conflicts.agreements import Saying, act_of, same_act, same_figure, same_measure, same_unit, sayings
from factcheck.conflicts.align import edits, same_name
from factcheck.conflicts.detectors.base import listed
from factcheck.conflicts.figures import written
from factcheck.facts import NumberFact, Reading
from factcheck.interval import Interval
from factcheck.lang import theme
from factcheck.model import Modality, Qualifier, When
from factcheck.parse.frames import Frame
from factcheck.parse.negation import is_negative
from factcheck.text import fold

# Sentences that share so many words may be one sentence, told with another article or ending.
_SAME_WORDS = 0.85
# So much of what the draft speaks of must be spoken of: less beside a figure, which few sentences share, than in a
# bare statement, where any word may turn it.
_WITH_FIGURES, _BARE = 0.6, 0.8
# Words that a sentence may gain or lose without another meaning.
_ARTICLES = frozenset({"le", "la", "les", "un", "une", "l'", "the", "a", "an"})
# Sentences that share so many words are one sentence, and what differs was put in the place of something.
_NEARLY = 0.7
_DIGITS = re.compile(r"\d+(?:[.,:/]\d+)*")
_POINTS = frozenset({Qualifier.EXACT, Qualifier.ABOUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Why one claim bears out another: in words, with the place in the evidence and the share of words found there."""

    why: str
    focus: tuple[int, int]
    share: float


def support(draft: Reading, evidence: Reading) -> Support | None:
    """What in `evidence` says the same as the whole of `draft`, if it does."""
    if draft.claim.polarity != evidence.claim.polarity or not _names_found(draft, evidence):
        return None
    if not _dates_found(draft.claim.dates, evidence.claim.dates) or not _digits_found(draft, evidence):
        return None
    if _negations(draft) != _negations(evidence) or _exchanged(draft, evidence):
        return None
    return _same_words(draft, evidence) or _same_figures(draft, evidence) or _same_statement(draft, evidence)


# --- what all ways ask for ----------------------------------------------------------------------------


def _names_found(draft: Reading, evidence: Reading) -> bool:
    """Whether every name of the draft's claim stands in the evidence or beside it, there as full or fuller."""
    known = evidence.names | evidence.near_names
    return all(any(same_name(x, y) and not set(y.split()) < set(x.split()) for y in known) for x in draft.names)


def _dates_found(asked: Iterable[When], given: Iterable[When]) -> bool:
    """Whether each date of the draft holds a date of the evidence: "en mai 2019" holds "le 3 mai 2019".

    A relative date of an undated draft asks for nothing: nobody can tell what "hier" was.
    """
    known = [(d.first, d.last) for d in given if d.first and d.last]
    wanted = [(d.first, d.last) for d in asked if d.first and d.last]
    return all(any(first <= x and y <= last for x, y in known) for first, last in wanted)


def _digits_found(draft: Reading, evidence: Reading) -> bool:
    """Whether the figures that are neither quantities nor known days ("hangar 12", "18h") stand in the evidence."""
    claim = draft.claim
    known = [d for d in claim.dates if d.first and d.last and not d.clock]
    read = [(q.start, q.end) for q in claim.quantities] + [(d.start, d.end) for d in known]
    asked = [m for m in _DIGITS.finditer(claim.text) if not any(s <= claim.start + m.start() < e for s, e in read)]
    return {m.group() for m in asked} <= set(_DIGITS.findall(evidence.claim.text))


def _negations(reading: Reading) -> int:
    """How many words deny: one that the parse has not tied to its verb still turns the sentence."""
    lang = reading.claim.lang
    words = [reading.tree.folded(i) for i in range(len(reading.tree.tokens))]
    particles = sum(word in _particles(lang) for word in words)
    return max(particles, sum(is_negative(word, lang) for word in words))


@cache
def _particles(lang: str) -> frozenset[str]:
    """Words that announce a negation and deny nothing alone ("ne … pas")."""
    return frozenset(theme("negation", lang)["particles"])


def _exchanged(draft: Reading, evidence: Reading) -> bool:
    """Whether two claims are nearly one sentence, with a word of it exchanged for another."""
    _, changed = edits(draft, evidence, _NEARLY)
    return any(_told(draft, mine) and _told(evidence, theirs) - _told(draft, mine) for mine, theirs in changed)


def _told(reading: Reading, indices: Iterable[int]) -> frozenset[str]:
    """What the words say of their own."""
    return reading.tree.content(indices)


def _share(draft: Reading, evidence: Reading) -> float:
    """The share of what the draft's claim speaks of that the evidence, or its paragraph, speaks of."""
    said = {word for word in draft.topic - draft.names if not word[:1].isdigit() and len(word) > 1}
    found = said & (evidence.topic | evidence.near)
    return len(found) / len(said) if said else 1.0


def _same_voice(draft: Reading, evidence: Reading) -> bool:
    """Whether the same one says both: their articles, or one speaker by name.

    Where the evidence's article itself tells that the draft's speaker said it ("il a annoncé …"), it names him.
    """
    mine, theirs = draft.claim.speaker, evidence.claim.speaker
    if mine is None or theirs is None:
        spoken = {word for words in evidence.topic | evidence.names for word in words.split()}
        return mine is theirs or (mine is not None and bool(_spoken_words(mine.name) & spoken))
    return same_name(fold(mine.name).lower(), fold(theirs.name).lower())


def _spoken_words(name: str) -> set[str]:
    """The words of a speaker's name that say who it is."""
    return {word for word in fold(name).lower().split() if len(word) > 3}


# --- three ways to say the same -----------------------------------------------------------------------


def _same_words(draft: Reading, evidence: Reading) -> Support | None:
    """One sentence told twice, with another article or ending."""
    if not _same_voice(draft, evidence):
        return None
    alike, changed = edits(draft, evidence, _SAME_WORDS)
    if alike < _SAME_WORDS or any(_words(draft, mine) != _words(evidence, theirs) for mine, theirs in changed):
        return None
    start, end = evidence.claim.start, evidence.claim.end
    return Support(why="says the same in the same words", focus=(start, end), share=1.0)


def _words(reading: Reading, indices: Iterable[int]) -> Counter[str]:
    """What words stand for, articles left out."""
    tree = reading.tree
    return Counter(tree.concept(i) for i in indices if tree.folded(i) not in _ARTICLES)


def _same_figures(draft: Reading, evidence: Reading) -> Support | None:
    """Every figure of the draft is one of the evidence, of the same thing under the same predicate.

    A figure is told on somebody's word as a rule ("selon la police"), so that the evidence may have a speaker
    where the draft has none; `why` says so. Another speaker than the draft's is no witness.
    """
    asked = [s for s in sayings(draft) if s.fact]
    if (
        not asked
        or len(asked) < len(draft.claim.quantities)
        or (draft.claim.speaker and not _same_voice(draft, evidence))
    ):
        return None
    given = [s for s in sayings(evidence) if s.fact]
    found = [next((g for g in given if _borne_out(s, g)), None) for s in asked]
    share = _share(draft, evidence)
    if not all(found) or share < _WITH_FIGURES:
        return None
    first = next(g for g in found if g)
    figures = listed(frozenset(written(s.fact.quantity) for s in found if s and s.fact))
    speaker = evidence.claim.speaker
    by = f", on the word of {speaker.name}" if speaker and draft.claim.speaker is None else ""
    return Support(why=f"gives {figures} for the same{by}", focus=(first.start, first.end), share=share)


def _borne_out(asked: Saying, given: Saying) -> bool:
    """Whether a figure of the evidence bears out one of the draft."""
    f, g = asked.fact, given.fact
    if f is None or g is None or not same_unit(f, g) or not _implied(f, g):
        return False
    if not _as_firm(f.scope.modality, g.scope.modality):
        return False
    firm = same_measure(asked, given, f, g)
    return firm is True or (firm is False and bool(f.measured & g.measured) and _one_act(asked, given, f, g))


def _one_act(asked: Saying, given: Saying, f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures that hang on a noun ("une aide de 3 millions") belong to one act."""
    mine, theirs = act_of(asked.reading, f), act_of(given.reading, g)
    return bool(mine and theirs) and same_act(asked.reading, given.reading, mine, theirs)  # type: ignore[arg-type]


def _implied(f: NumberFact, g: NumberFact) -> bool:
    """Whether the draft's figure holds wherever the evidence's does."""
    if {f.quantity.qualifier, g.quantity.qualifier} <= _POINTS:
        finer = (f.quantity.digits or 0) > (g.quantity.digits or 0) and f.quantity.unit == g.quantity.unit
        return same_figure(f, g) and (f.quantity.value == g.quantity.value or not finer)
    return f.bounds == g.bounds or (_near(f, g) and _holds(f.bounds, g.bounds))


def _near(f: NumberFact, g: NumberFact) -> bool:
    """Whether two bounds are of one size: "plus de 4" says nothing of 4000."""
    low, other = f.bounds.low, g.bounds.low
    return low is None or other is None or low >= other / 2


def _holds(outer: Interval, inner: Interval) -> bool:
    """Whether every number of `inner` lies in `outer`."""
    low = outer.low is None or (inner.low is not None and (outer.contains(inner.low) or outer.low < inner.low))
    high = outer.high is None or (inner.high is not None and (outer.contains(inner.high) or inner.high < outer.high))
    return low and high


def _as_firm(draft: Modality, evidence: Modality) -> bool:
    """Whether the evidence is put as firmly as the draft: what "would" be does not bear out what is."""
    return draft is evidence or (evidence is Modality.ASSERTED and draft is Modality.POSSIBLE)


def _same_statement(draft: Reading, evidence: Reading) -> Support | None:
    """A statement without figures: each act of the draft is one of the evidence, in the same voice."""
    if draft.claim.quantities or not _same_voice(draft, evidence):
        return None
    asked = [f for f in draft.frames if f.stated and f.roles and f.predicate != "say"]  # the voice says that
    share = _share(draft, evidence)
    found = [_act(draft, evidence, f) for f in asked]
    if not asked or not all(found) or share < _BARE:
        return None
    first = next(g for g in found if g)
    return Support(why="tells the same", focus=(first.start, first.end), share=share)


def _act(draft: Reading, evidence: Reading, f: Frame) -> Frame | None:
    """The frame of the evidence that tells of the draft's act, with every role that the draft fills."""
    for g in evidence.frames:
        filled = {label for label, _ in f.slots} & {"subject", "object"} <= {label for label, _ in g.slots}
        if filled and _as_firm(f.modality, g.modality) and f.tense == g.tense and same_act(draft, evidence, f, g):
            return g
    return None
