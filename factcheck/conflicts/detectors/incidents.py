"""Incidents: the one event of a story at two times, in two places, or by two doers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from factcheck.conflicts import clocks
from factcheck.conflicts.align import rivals, same_story, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.dates import disjoint, some_day
from factcheck.conflicts.detectors.happenings import hours_apart
from factcheck.facts import Incident, Moment, Reading
from factcheck.facts.acts import words
from factcheck.facts.circumstances import Doer, Place
from factcheck.model import Kind, Reconciler, Severity, When
from factcheck.normalise import dates
from factcheck.normalise.date_words import dates_of
from factcheck.parse.groups import member
from factcheck.parse.places import apart
from factcheck.text import fold

# One story, and its hero by name; by what it is called; by a pronoun; two sentences that somebody holds side by side.
_NAMED, _CALLED, _GUESSED, _ALONE = 0.65, 0.6, 0.55, 0.35
# Two days so far from each other are those of two events, unless such an event happens but once.
_ONE_EVENT = timedelta(days=45)
_WORD = re.compile(r"\w+")
# So many years ago; from any day on; and by what part of them they may be rounded.
_AGO = re.compile(r"\bil y a\b|\bago$")
_DAY = date(2001, 5, 16)
_ROUND = 5
# A pair of incidents with how surely they are one.
Aligned = tuple[Incident, Incident, float]


def other_time(a: Reading, b: Reading) -> Clash | None:
    """The one event of a story is set on two days or at two hours.

    Clashes: "l'explosion s'est produite vers 10 heures" / "l'explosion a eu lieu peu après 14h30". Harmless:
    "l'explosion s'est produite vers 10 heures" / "une seconde explosion a eu lieu à 14h30".
    """
    for f, g, strength in _one_event(a, b):
        if f.when and g.when and not (_told_too(f.when, b) or _told_too(g.when, a)):
            level = _times_apart(f, g, a.claim.lang)
            if level and not (level == "other day" and _one_night(a, f, b, g)):
                return _clash(a, b, (f, g), (f.when, g.when), level, strength)
    return None


def other_circumstance(a: Reading, b: Reading) -> Clash | None:
    """The one event of a story is set in two places, or put down to two doers.

    Clashes: "le suspect a été interpellé à Lille" / "le suspect a été interpellé à Roubaix". Harmless: "le suspect a
    été interpellé à Lille" / "le suspect a été placé en garde à vue à Roubaix".
    """
    for f, g, strength in _one_event(a, b):
        if _two_days(f, g, a.claim.lang) or (f.when and g.when and (f.when.first is None) != (g.when.first is None)):
            continue
        if f.place and g.place and _two_places(a, b, f.place, g.place):
            return _clash(a, b, (f, g), (f.place, g.place), "other place", strength)
        if f.doer and g.doer and _two_doers(a, b, f.doer, g.doer):
            return _clash(a, b, (f, g), (f.doer, g.doer), "other doer", strength)
    return None


def _one_event(a: Reading, b: Reading) -> Iterator[Aligned]:
    """The incidents of two claims that are one event, and how surely."""
    if a.claim.source == b.claim.source:
        return
    for f in facts_of(a, Incident):
        for g in facts_of(b, Incident):
            strength = (
                _hero(a, b, f, g) if f.act == g.act and f.status == g.status and not (f.fresh or g.fresh) else 0.0
            )
            if strength:
                yield f, g, strength if same_story(a, b) else _ALONE


def _hero(a: Reading, b: Reading, f: Incident, g: Incident) -> float:
    """How surely two events of one kind have one hero, 0 where they do not."""
    if f.names and g.names:
        one = shared_names(f.names, g.names) and not rivals(f.names, g.names)[0]
        return (_GUESSED if f.guessed or g.guessed else _NAMED) if one else 0.0
    if f.hero != g.hero or f.guessed or g.guessed or _told_apart(a, b, f, g):
        return 0.0
    return _CALLED


def _told_apart(a: Reading, b: Reading, f: Incident, g: Incident) -> bool:
    """Whether the heroes are two: narrowed by different words, or by one that the other story does not speak of."""
    left, right = f.narrowed - b.story.names, g.narrowed - a.story.names
    if f.narrowed and g.narrowed:
        return bool(left and right) and not left & right
    around = b.topic | b.near | b.earlier if left else a.topic | a.near | a.earlier
    return bool(left | right) and not (left | right) & around


def _one_night(a: Reading, f: Incident, b: Reading, g: Incident) -> bool:
    """Whether two days are told of what may be one night, which is of both: "dans la nuit du 5 mars", "le 6 mars"."""
    left, right = ([m.time for m in facts_of(r, Moment) if m.start == x.start] for r, x in ((a, f), (b, g)))
    times = [(d, e) for d in left for e in right if clocks.by_night(d) or clocks.by_night(e)]
    return any(not clocks.apart(d, e, 0) for d, e in times)


def _told_too(when: When, other: Reading) -> bool:
    """Whether the other claim tells this date or hour too, of whatever."""
    return any(d.text == when.text for d in other.claim.dates)


def _times_apart(f: Incident, g: Incident, lang: str) -> str | None:
    """The rung on which the times of one event disagree."""
    if f.when is None or g.when is None:
        return None
    ages = [_years_ago(when, lang) for when in (f.when, g.when)]
    if ages[0] and ages[1]:
        return "other age" if abs(ages[0] - ages[1]) > max(1, max(ages[0], ages[1]) // _ROUND) else None
    if _two_days(f, g, lang):
        return "other day" if f.once or _near(f.when, g.when) else None
    if (f.when.first is None) != (g.when.first is None) and not (f.when.relative and g.when.relative):
        return None  # "at 8:45 on May 3, 2011" may be long past
    return hours_apart(_about(f.when, lang), _about(g.when, lang))


def _years_ago(when: When, lang: str) -> int | None:
    """How many years a time lies back, if it is told by that: "il y a dix ans", "two decades ago"."""
    if not when.relative or not _AGO.search(fold(when.text).lower()):
        return None
    found = dates(when.text, lang, _DAY)
    first = found[0].first if found and found[0].grain == "year" else None
    return _DAY.year - first.year if first else None


def _about(when: When, lang: str) -> When:
    """An hour told by one that it comes right before or behind ("peu après 14h30"), as one told roughly."""
    clock = when.clock
    if clock is None or (clock.first and clock.last) or when.text.split()[0].lower() not in words(lang, "nearly"):
        return when
    end = clock.first or clock.last
    return replace(when, grain="hour", clock=replace(clock, first=end, last=end, about=True))


def _two_days(f: Incident, g: Incident, lang: str) -> bool:
    """Whether two incidents are told of days that have none in common."""
    if f.when is None or g.when is None:
        return False
    return disjoint(f.when, g.when) or _other_day(f.when, g.when, lang)


def _other_day(d: When, e: When, lang: str) -> bool:
    """Whether two dates that hang on days that are not known name other weekdays, or other days of the year."""
    if d.first or e.first or not _told_by(d, lang) & _told_by(e, lang):
        return False
    one, other = some_day(d, lang), some_day(e, lang)
    if not disjoint(one, other):
        return False
    named = [_named(d, lang) or _weekdays(one), _named(e, lang) or _weekdays(other)]
    return not named[0] & named[1] or "month" in _told_by(d, lang) & _told_by(e, lang)


def _named(when: When, lang: str) -> set[int]:
    """The weekday that a date with its month says it is, whatever the year: "jeudi 5 mars"."""
    names = dates_of(lang).weekdays if "month" in _told_by(when, lang) else {}
    return {names[word] for word in _WORD.findall(fold(when.text).lower()) if word in names}


def _told_by(when: When, lang: str) -> frozenset[str]:
    """What a date is told by: the name of a weekday, that of a month."""
    held = (group for word in _WORD.findall(when.text.lower()) for group, _ in member(word, lang))
    return frozenset(held) & {"weekday", "month"}


def _weekdays(when: When) -> set[int]:
    """The weekdays from the first to the last day of a date."""
    if when.first is None or when.last is None:
        return set()
    return {(when.first + timedelta(days=n)).weekday() for n in range((when.last - when.first).days + 1)}


def _near(d: When, e: When) -> bool:
    """Whether two days may be those of one event."""
    if not (d.first and e.first and d.last and e.last):
        return True
    return max(d.first, e.first) - min(d.last, e.last) <= _ONE_EVENT and d.grain == e.grain


def _two_places(a: Reading, b: Reading, p: Place, q: Place) -> bool:
    """Whether two places cannot be one; of two names, neither story speaks of the other's."""
    if p.names and q.names:
        strange = not shared_names(p.names, b.story.names) and not shared_names(q.names, a.story.names)
        return strange and apart(p.names, q.names)
    return bool(p.sites and q.sites) and not p.sites & q.sites


def _two_doers(a: Reading, b: Reading, p: Doer, q: Doer) -> bool:
    """Whether two doers cannot be one: two full names, or nouns of two groups."""
    if p.names and q.names:
        return not shared_names(p.names, b.story.names) and not shared_names(q.names, a.story.names)
    return bool(p.groups and q.groups) and not p.groups & q.groups and not (p.names or q.names)


def _clash(
    a: Reading,
    b: Reading,
    told: tuple[Incident, Incident],
    slots: tuple[When | Place | Doer, When | Place | Doer],
    level: str,
    strength: float,
) -> Clash:
    (f, g), (p, q) = told, slots
    return Clash(
        kind=Kind.DATE if isinstance(p, When) else Kind.IDENTITY,
        level=level,
        severity=Severity.TENSION,
        strength=strength,
        focus_a=(p.start, p.end),
        focus_b=(q.start, q.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"“{a.slice(f.start, f.end)}” “{a.slice(p.start, p.end)}” against “{b.slice(q.start, q.end)}”",
        reconciled_by=(Reconciler.SCOPE,),
    )
