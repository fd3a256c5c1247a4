"""Reasons why two facts may differ without contradicting each other.

Each veto looks at a clash and its two readings, and gives a `Veto` or None. A veto that `explains` takes
the clash out of the findings (it is shown with `--explained`); one that does not makes a conflict a tension.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from factcheck.conflicts.align import rivals, same_event, same_name, shared_names, two_voices
from factcheck.conflicts.counts import revised_count
from factcheck.conflicts.detectors.base import Clash, listed
from factcheck.conflicts.figures import NEAR, gap
from factcheck.conflicts.periods import dated, developed, other_period
from factcheck.conflicts.series import told_besides
from factcheck.conflicts.setting import Setting, Veto, sides
from factcheck.conflicts.viewpoints import (
    imagined,
    other_part,
    other_side,
    other_stage,
    partial_view,
    partial_voice,
    sequel,
)
from factcheck.facts import Reading, Scope
from factcheck.facts.fates import words_of
from factcheck.model import Kind, Modality, Reconciler, Severity
from factcheck.text import strip_accents

_AGE = re.compile(r"\b(?:at the age of|aged|at age|à l'âge de|âgée? de) (\d{1,3})\b|\bà (\d{1,3}) ans\b")
# A year of birth by age and date is off by one where the birthday was still to come.
_BIRTHDAY = 1
# Kinds of what every thing has one of its own.
_FILLED = frozenset({Kind.NUMERIC, Kind.DATE, Kind.IDENTITY})
# Kinds of what was so at one time and is not at another.
_TURNING = frozenset({Kind.NEGATION, Kind.ANTONYM, Kind.STATUS})
# Nobody tells of one event and of another with so near a count of the people there.
_AKIN = Decimal("0.4")
# Beyond this share of the larger an author does not give one figure two ways.
_SLIPPED = Decimal("0.3")
# Words that the surroundings of two tolls share where both are of one event.
_AROUND = 2


def other_event(clash: Clash, setting: Setting) -> Veto | None:
    """Two tolls of which nothing says that they are of one event: people die in many.

    One event it is where the claims share a name or a word that tells what happened, or two articles tell one story.
    An article may tell of several events.
    """
    a, b = setting.a, setting.b
    if not clash.revisable or shared_names(a.names, b.names) or (a.claim.source != b.claim.source and _of_one(setting)):
        return None
    if _happened(a) & _happened(b) and clash.level != "orders apart":
        return None
    return Veto(reason=Reconciler.SCOPE, words="nothing says that they tell of one event", explains=True)


def _of_one(setting: Setting) -> bool:
    """Whether two articles tell one story, or share a name and, around the two claims, some words."""
    a, b = setting.a, setting.b
    around = (a.topic | a.near | a.earlier) & (b.topic | b.near | b.earlier) - _people(a) - _people(b)
    return same_event(a, b) or (len(around) >= _AROUND and bool(shared_names(setting.spoken_a, setting.spoken_b)))


def _happened(reading: Reading) -> frozenset[str]:
    """What a claim speaks of but for figures, and for who came to harm and how."""
    tree = reading.tree
    told = frozenset(tree.concept(i) for i, t in enumerate(tree.tokens) if t.pos != "NUM" and tree.has_content(i))
    return told - _people(reading)


def _people(reading: Reading) -> frozenset[str]:
    """Who may come to harm, and how."""
    lexicon, fates = reading.tree.lexicon, words_of(reading.claim.lang)
    return fates.harm | lexicon.people | lexicon.generic


def other_scope(clash: Clash, setting: Setting) -> Veto | None:
    """The facts' clauses name different things, or one names what the other's whole article never speaks of."""
    if clash.kind in (Kind.STATUS, Kind.COMPARISON, Kind.IDENTITY):
        return None  # these align names themselves
    if _one_figure(clash, setting):
        return None
    names_a, names_b = _places(clash.scope_a, setting.a), _places(clash.scope_b, setting.b)
    only_a, only_b = rivals(names_a, names_b)
    written_alike = _in_small_letters(only_a, setting.b) or _in_small_letters(only_b, setting.a)
    if only_a and not written_alike and not shared_names(names_a, names_b):
        words = f"one speaks of {listed(only_a, setting.a)}, the other of {listed(only_b, setting.b)}"
        return Veto(reason=Reconciler.SCOPE, words=words, explains=True)
    foreign = (names_a - shared_names(names_a, setting.spoken_b)) | (names_b - shared_names(names_b, setting.spoken_a))
    if foreign and not shared_names(names_a, names_b) and setting.spoken_a and setting.spoken_b:
        words = f"only one article speaks of {listed(foreign, setting.a, setting.b)}"
        # "le vol Kermor 12, avec 239 personnes à bord", in an article of which the other knows no name of that clause
        strange = clash.kind is Kind.NUMERIC and any(names and names <= foreign for names in (names_a, names_b))
        return Veto(reason=Reconciler.SCOPE, words=words, explains=clash.revisable or strange)
    return None


def _one_figure(clash: Clash, setting: Setting) -> bool:
    """Whether two articles on one event give figures that may well be one, whatever their clauses name.

    The same fate a few more or less met, or figures that are near each other. Of 23 such pairs on marked news that only
    names kept from being told, 20 were conflicts; the others were of another event, with twice as many people.
    """
    if clash.figures is None or setting.a.claim.source == setting.b.claim.source:
        return False
    f, g = clash.figures
    if any(frame.prior for r in (setting.a, setting.b) for frame in r.frames):  # "l'Estrel avait lui aussi coulé"
        return False
    return gap(f.bounds, g.bounds) <= (_AKIN if f.fates & g.fates else NEAR) and same_event(setting.a, setting.b)


def unnamed(clash: Clash, setting: Setting) -> Veto | None:
    """Neither claim names what a figure, date or name is of, and their articles have no name in common.

    Of two novels each "was published" in a year of its own.
    """
    a, b = setting.a, setting.b
    if (
        clash.kind not in _FILLED
        or a.claim.source == b.claim.source
        or a.names
        or b.names
        or not (a.story.names and b.story.names)
    ):
        return None
    if shared_names(a.story.names, b.story.names):
        return None
    return Veto(reason=Reconciler.SCOPE, words="nothing says that they are of one thing", explains=True)


def namesake(clash: Clash, setting: Setting) -> Veto | None:
    """The articles introduce two things by one name."""
    if not setting.namesakes:
        return None
    words = f"two bear the name {listed(setting.namesakes, setting.a, setting.b)}"
    return Veto(reason=Reconciler.SCOPE, words=words, explains=True)


def other_series(clash: Clash, setting: Setting) -> Veto | None:
    """A figure or its date, in two articles that differ in nearly all figures: tables of two towns, of two years."""
    if not setting.refilled or clash.kind not in (Kind.NUMERIC, Kind.DATE) or clash.revisable:
        return None
    return Veto(reason=Reconciler.SCOPE, words="nearly all their figures differ: they count two things", explains=True)


def both_told(clash: Clash, setting: Setting) -> Veto | None:
    """One article gives the other's figure too, elsewhere: it knows both, of two times or two things."""
    a, b = setting.a, setting.b
    if clash.figures is None or a.claim.source == b.claim.source:
        return None
    mine, theirs = clash.figures
    here = told_besides(mine, theirs, setting.told_a, a.claim.id)
    there = told_besides(theirs, mine, setting.told_b, b.claim.id)
    if here or there:
        return Veto(reason=Reconciler.SCOPE, words="one article gives both figures", explains=True)
    return None


def one_author(clash: Clash, setting: Setting) -> Veto | None:
    """One article says both, in its own voice or by one speaker: it tells of two times, or counts two things.

    It may round a figure, and may quote those who disagree.
    """
    a, b = setting.a, setting.b
    if a.claim.source != b.claim.source or two_voices(a, b):
        return None
    counted = clash.figures if not clash.revisable else None  # counts that grow are held against all others of theirs
    apart = counted is not None and gap(counted[0].bounds, counted[1].bounds) > _SLIPPED
    if not (apart or (clash.kind in _TURNING and a.speakers == b.speakers)):
        return None
    return Veto(reason=Reconciler.SCOPE, words="one text says both, of two times or two things", explains=True)


def other_bearer(clash: Clash, setting: Setting) -> Veto | None:
    """A date is told of a surname that the articles give to two people in full: "Kerlan", once Jean, once Anne.

    Or of people who were born in different years, by the ages given of them.
    """
    if clash.kind is not Kind.DATE:
        return None
    if _two_lives(clash, setting):
        return Veto(reason=Reconciler.SCOPE, words="the ages are those of two people", explains=True)
    for name in shared_names(setting.a.names, setting.b.names):
        full_a, full_b = (_in_full(name.split()[-1], spoken) for spoken in (setting.spoken_a, setting.spoken_b))
        if full_a and full_b and not shared_names(full_a, full_b):
            words = f"one speaks of {listed(full_a, setting.a)}, the other of {listed(full_b, setting.b)}"
            return Veto(reason=Reconciler.SCOPE, words=words, explains=True)
    return None


def _two_lives(clash: Clash, setting: Setting) -> bool:
    """Whether two sentences give an age each, and by it and the date other years of birth."""
    born = [{year - age for year in _years(s) for age in _ages(r)} for s, r in sides(clash, setting)]
    return bool(born[0] and born[1]) and all(abs(x - y) > _BIRTHDAY for x in born[0] for y in born[1])


def _years(scope: Scope) -> set[int]:
    return {day.year for span in dated(scope) for day in span}


def _ages(reading: Reading) -> set[int]:
    """The ages told in a claim: "at the age of 61", "à l'âge de 61 ans", "à 61 ans"."""
    return {int(age) for told in _AGE.finditer(reading.folded) for age in told.groups() if age}


def _in_full(surname: str, spoken: frozenset[str]) -> frozenset[str]:
    """The longer names of an article that end in one word."""
    return frozenset(name for name in spoken if name.endswith(f" {surname}"))


def _places(scope: Scope, reading: Reading) -> frozenset[str]:
    """The names of a fact's clause but for those of its speakers."""
    return frozenset(n for n in scope.names if not any(same_name(n, speaker) for speaker in reading.speakers))


def _in_small_letters(names: frozenset[str], other: Reading) -> bool:
    """Whether the other claim writes one of the names as a common noun: "la Sûreté", "la sûreté"."""
    words = {strip_accents(word) for word in other.topic}
    return any(strip_accents(name) in words for name in names)


def forecast(clash: Clash, setting: Setting) -> Veto | None:
    """One is planned, possible or conditional, the other stated as fact.

    What somebody said would never be, and then was, is no contradiction: he was wrong.
    """
    moods = {clash.scope_a.modality, clash.scope_b.modality}
    if _measured_and_expected(clash):
        words = "one is what was expected or can be, the other what came about"
        return Veto(reason=Reconciler.STATUS, words=words, explains=True)
    if len(moods) == 2 and moods & {Modality.PLANNED, Modality.CONDITIONAL}:
        foretold = clash.kind in (Kind.NEGATION, Kind.ANTONYM) and _came_about(clash)
        return Veto(reason=Reconciler.STATUS, words="one is a plan, a forecast or hearsay", explains=foretold)
    return None


def _measured_and_expected(clash: Clash) -> bool:
    """Whether a figure is only expected, or a measure only possible ("can fly 900 km"), where the other came about.

    "Annonce la suppression de 450 postes" tells of what is to come. Nothing follows where one sentence is told twice.
    """
    if clash.figures is None or clash.strength == 1:
        return False
    f, g = clash.figures
    told = {x.scope.modality for x in (f, g) if x.predicate is not None and x.scope.tense == "past"}
    moods = {x.scope.modality for x in (f, g)}
    ahead = Modality.PLANNED in moods or (Modality.POSSIBLE in moods and not (f.counts or g.counts))
    return ahead and Modality.ASSERTED in told


def _came_about(clash: Clash) -> bool:
    """Whether one side tells as done what the other only foretells; "n'a pas voulu dire" foretells nothing."""
    sides = {scope.modality: scope for scope in (clash.scope_a, clash.scope_b)}
    ahead, told = sides.get(Modality.PLANNED), sides.get(Modality.ASSERTED)
    if ahead is None or told is None or ahead.tense == "past":
        return False
    foretold = ahead.tense == "future" and clash.kind is Kind.NEGATION
    return clash.level == "denied" or told.tense == "past" or foretold


def other_voice(clash: Clash, setting: Setting) -> Veto | None:
    """Different people say the two: they disagree, the articles need not."""
    speakers = two_voices(setting.a, setting.b)
    if speakers:
        return Veto(reason=Reconciler.ATTRIBUTION, words=f"said by {speakers[0]} and by {speakers[1]}", explains=False)
    return None


def rounded(clash: Clash, setting: Setting) -> Veto | None:
    """Two figures so near that one is the other told roughly."""
    if clash.level == "negligible":
        return Veto(reason=Reconciler.ROUNDING, words="they differ by less than anyone rounds to", explains=True)
    return None


VETOES: tuple[Callable[[Clash, Setting], Veto | None], ...] = (
    rounded,
    other_period,
    developed,
    revised_count,
    other_event,
    other_stage,
    other_part,
    other_side,
    partial_view,
    partial_voice,
    imagined,
    sequel,
    other_scope,
    unnamed,
    namesake,
    other_series,
    both_told,
    one_author,
    other_bearer,
    forecast,
    other_voice,
)


def apply(clash: Clash, setting: Setting) -> tuple[Clash, tuple[Veto, ...]]:
    """The clash as softened by every veto that holds, and those vetoes."""
    held = tuple(v for v in (veto(clash, setting) for veto in VETOES) if v)
    if not held:
        return clash, ()
    severity = Severity.EXPLAINED if any(v.explains for v in held) else Severity.TENSION
    reasons = tuple(dict.fromkeys((*clash.reconciled_by, *(v.reason for v in held))))
    words = "; ".join(v.words for v in held if v.words not in clash.why)
    return replace(
        clash, severity=severity, reconciled_by=reasons, why=f"{clash.why}; {words}" if words else clash.why
    ), held
