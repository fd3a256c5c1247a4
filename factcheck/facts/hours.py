"""Hours: the time of day and the day by which an event is told, as bounds that two of them can be held against.

Minutes count from midnight and may run on past the end of the day: a night lasts from 20:00 to 32:00.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache

from factcheck.facts.base import Reading, tokens_in
from factcheck.facts.sorts import sort_of_noun, sorts_of
from factcheck.lang import theme
from factcheck.model import When
from factcheck.normalise import dates
from factcheck.normalise.date_words import dates_of
from factcheck.parse.tree import Tree
from factcheck.text import folded

_DAY = 24 * 60
# What a word leaves of a part of the day.
_CUTTING = ("before", "early", "middle", "late")
# Minutes by which an hour is told roughly: "at 6" and "around 6"; "6.10" and "around 6.10"; "6.04"; "shortly after 6".
_HOUR, _ABOUT_HOUR, _ABOUT, _FIVES, _EXACT = 20, 25, 12, 2, 0
# "Shortly after six" is some minutes past it, and no more than so many.
_SOON, _SHORTLY = 2, 35
# Any day does to read the month and day of a date without its year.
_SOME_DAY = date(2001, 5, 16)
_NUMBER = re.compile(r"\b\d{1,2}\b")
# What tells which half of the day an English hour is of.
_HALF = re.compile(r"[ap]\.?[ ]?m\b|noon|midday|midnight|morning|[0O]\d", re.IGNORECASE)
# The clock of the world is not the one on the wall.
_WORLD = frozenset({"gmt", "utc", "tu"})
# Seconds in a unit of time.
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
# What tells how long after or before another event.
AFTERS: Mapping[str, int] = {"apres": 1, "après": 1, "after": 1, "avant": -1, "before": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When something was: its day, its bounds in minutes of that day, or both. `start`/`end` are its words' offsets.

    `calendar` is the month and day of one day, whatever its year.
    `slack` is by how much the bounds are rough, `worded` that they are those of a part of the day, `weekdays` the days
    of the week that it names, `world` that its clock is not the one on the wall, `dated` that the text tells its year,
    `halved` that an hour may be one of the morning or of the evening. With `since` the bounds count the seconds from
    another event: "50 minutes après le décollage".
    """

    start: int
    end: int
    day: tuple[date, date] | None = None
    calendar: tuple[int, int] | None = None
    weekdays: frozenset[int] = frozenset()
    bounds: tuple[int, int] | None = None
    slack: int = 0
    worded: bool = False
    world: bool = False
    dated: bool = False
    halved: bool = False
    since: str = ""


def time_of(when: When, lang: str) -> Time | None:
    """The time that a date or hour tells; None for a period longer than a night, or one that is open."""
    clock = when.clock
    bounds, slack = None, 0
    if clock:
        found = _bounds(when, lang)
        if found is None:
            return None
        bounds, slack = found
    day = (when.first, when.last) if when.first and when.last else None
    if not clock and (when.grain != "day" or (day and (day[1] - day[0]).days > 1)):
        return None
    weekdays = _weekdays(when, lang)
    calendar = None if _several_days(when, lang) else day_of_year(when, lang)
    if not (day or weekdays or bounds or calendar):
        return None
    return Time(
        start=when.start,
        end=when.end,
        day=day,
        calendar=calendar,
        weekdays=weekdays,
        bounds=bounds,
        slack=slack,
        world=bool(clock and (clock.zone or "").lower() in _WORLD),
        dated=bool(day) and not when.relative,
        halved=bool(clock) and lang == "en" and bool(bounds and bounds[1] <= _DAY // 2) and not _HALF.search(when.text),
    )


def _several_days(when: When, lang: str) -> bool:
    """Whether a date tells of more than one day: "la nuit du 23 au 24 juillet"."""
    named = len(_weekdays(when, lang)) > 1
    return named or (when.first != when.last if when.first and when.last else " au " in folded(when.text))


def day_of_year(when: When, lang: str) -> tuple[int, int] | None:
    """The month and day of a date, whatever its year."""
    first = when.first
    if first is None and any(c.isdigit() for c in when.text) and when.grain in ("day", "hour", "minute"):
        found = dates(when.text, lang, _SOME_DAY)
        first = found[0].first if found and found[0].grain == when.grain and _months(when.text, lang) else None
    return (first.month, first.day) if first and when.grain in ("day", "hour", "minute") else None


def _months(text: str, lang: str) -> bool:
    """Whether a date names its month."""
    names = dates_of(lang).months
    return any(word in names for word in folded(text).replace(",", " ").split())


def _weekdays(when: When, lang: str) -> frozenset[int]:
    """The days of the week that a date names, and the second of "la nuit du lundi 3 au 4"."""
    names = dates_of(lang).weekdays
    found = frozenset(names[word] for word in folded(when.text).replace(",", " ").split() if word in names)
    two = when.clock is None and len(_NUMBER.findall(when.text)) > 1
    return found | {(day + 1) % 7 for day in found} if two and len(found) == 1 else found


def _bounds(when: When, lang: str) -> tuple[tuple[int, int], int] | None:
    """The minutes that an hour lies in, and how rough they are."""
    clock = when.clock
    assert clock
    if clock.first and clock.last:
        first, last = _minutes(clock.first), _minutes(clock.last)
        if first == last:
            return (first, last), _slack(when, first)
        return (first, last if last > first else last + _DAY), _HOUR if when.grain == "hour" else _FIVES
    nearly = _nearly(lang)
    text = " ".join(folded(when.text).split())
    if clock.first and any(phrase in text for phrase in nearly["just_after"]):
        return (_minutes(clock.first) + _SOON, _minutes(clock.first) + _SHORTLY), _SOON
    if clock.last and any(phrase in text for phrase in nearly["just_before"]):
        return (_minutes(clock.last) - _SHORTLY, _minutes(clock.last) - _SOON), _SOON
    return None


def _slack(when: When, minutes: int) -> int:
    about = bool(when.clock and when.clock.about)
    if when.grain == "hour":
        return _ABOUT_HOUR if about else _HOUR
    return _ABOUT if about else _FIVES if minutes % 5 == 0 else _EXACT


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


@cache
def _nearly(lang: str) -> Mapping[str, tuple[str, ...]]:
    openers = theme("dates", lang)["clock"]["openers"]
    return {kind: tuple(folded(p) for p in openers[kind]) for kind in ("just_before", "just_after")}


def parts_of_day(reading: Reading) -> Iterator[tuple[Time, int]]:
    """The parts of the day that a claim tells ("en fin d'après-midi"), each with the token that governs it."""
    tree, rows = reading.tree, _rows(reading.tree.lexicon.lang)
    for i, token in enumerate(tree.tokens):
        word = tree.lemma(i) if tree.lemma(i) in rows.names else tree.folded(i)
        kind, at = _cut(tree, i) if word in rows.names else ("", i)
        bounds = rows.cut.get((kind, word)) or (rows.parts.get(word) if kind != "before" else None)
        if bounds is None or token.pos not in ("NOUN", "ADV", "PROPN") or _bound(tree, i, kind):
            continue
        if kind or not _every_day(tree, i):
            start, end = tree.text([min(at, i), max(at, i)])
            yield Time(start=start, end=end, bounds=bounds, worded=True), i


def _cut(tree: Tree, i: int) -> tuple[str, int]:
    """What a word beside leaves of a part of the day ("early", "late", …), if any, and where it stands."""
    rows = _rows(tree.lexicon.lang)
    beside = [tree.tokens[i].head, *tree.children(i, "amod", "advmod", "nmod", "case"), i - 1, i + 1]
    near = [n for n in beside if 0 <= n < len(tree.tokens)]
    found = ((k, n) for k in _CUTTING for n in near if {tree.lemma(n), tree.folded(n)} & rows.cutting[k])
    return next(found, ("", i))


def _bound(tree: Tree, i: int, kind: str) -> bool:
    """Whether a part of the day is only the end of a time: "depuis le matin", "after nightfall"."""
    cases = {tree.lemma(c) for c in tree.children(i, "case")} | {tree.folded(c) for c in tree.children(i, "case")}
    return kind != "before" and bool(cases & tree.lexicon.bounding)


def _every_day(tree: Tree, i: int) -> bool:
    """Whether a part of the day is that of every day: "le soir", "mornings"."""
    if "Number=Plur" in tree.tokens[i].morph:
        return True
    bare = not (tree.children(i, "case") or tree.children(tree.tokens[i].head, "case"))
    return bare and "le" in {tree.lemma(c) for c in tree.children(i, "det")}


def lapses(reading: Reading) -> Iterator[tuple[Time, int]]:
    """The times that a claim tells by how long they lie from another event, each with the token that governs it."""
    tree = reading.tree
    for q in reading.claim.quantities:
        inside = tokens_in(tree, q.start, q.end)
        behind = inside[-1] + 1 if inside else len(tree.tokens)
        unit = _SECONDS.get(q.unit or "")
        if unit is None or q.value is None or behind >= len(tree.tokens) or tree.folded(behind) not in AFTERS:
            continue
        of = tree.tokens[behind].head
        if tree.tokens[of].pos != "NOUN" or of < behind:
            continue
        sign = AFTERS[tree.folded(behind)]
        low, high = (float(end) * unit if end is not None else None for end in (q.bounds.low, q.bounds.high))
        if low is None or high is None:
            continue
        since = sort_of_noun(tree, of) or sorts_of(tree.lexicon.lang).nouns.get(_hyphened(tree, of)) or tree.concept(of)
        bounds = (round(low), round(high))
        yield (
            Time(start=q.start, end=q.end, bounds=bounds, slack=unit // 2 + round(high / 8), since=f"{sign} {since}"),
            of,
        )


def _hyphened(tree: Tree, at: int) -> str:
    """The whole of a word whose parts a parser takes apart: "take-off"."""
    if at < 2 or tree.tokens[at - 1].text != "-":
        return ""
    return f"{tree.folded(at - 2)}-{tree.folded(at)}"


def cut_short(time: Time, tree: Tree, first: int) -> Time:
    """A day without its hour, of which the word before it leaves a part: "tôt jeudi", "late on Thursday"."""
    rows = _rows(tree.lexicon.lang)
    before = first - 1
    while before >= 0 and tree.tokens[before].pos in ("ADP", "DET"):
        before -= 1
    bounds = rows.day_cut.get(tree.folded(before)) if before >= 0 else None
    return replace(time, bounds=bounds, worded=True) if bounds and not time.bounds else time


def _days_told(times: Sequence[Time]) -> tuple[list[object], list[object]]:
    """The days that some times tell, and their places in the year."""
    return [t.day for t in times], [t.calendar for t in times]


def _within_all(parts: Sequence[Time]) -> Time | None:
    """What several parts of a day have in common: "tôt jeudi" and "jeudi matin"; None where they have nothing."""
    bounds = [t.bounds for t in parts if t.bounds]
    first, last = max((b[0] for b in bounds), default=0), min((b[1] for b in bounds), default=0)
    return replace(parts[-1], bounds=(first, last)) if first < last else None


def joined(times: Sequence[Time]) -> Time | None:
    """What several tellings of one event's time come to: an hour goes before a part of the day, and has its day."""
    lapse = next((t for t in times if t.since), None)
    if lapse:
        return lapse if len(times) == 1 else None
    clocks = [t for t in times if t.bounds and not t.worded]
    days = [t for t in times if t.day or t.weekdays or t.calendar]
    parts = [t for t in times if t.worded]
    part = _within_all(parts)
    if len(clocks) > 1 or any(len({*told} - {None}) > 1 for told in _days_told(days)) or (parts and not part):
        return None
    hour = next(iter(clocks), part)
    day = min(days, key=lambda t: (t.day is None, t.calendar is None), default=None)
    base = hour or day
    if base is None:
        return None
    return Time(
        start=base.start,
        end=base.end,
        day=day.day if day else None,
        calendar=day.calendar if day else None,
        weekdays=day.weekdays if day else frozenset(),
        bounds=hour.bounds if hour else None,
        slack=hour.slack if hour else 0,
        worded=hour.worded if hour else False,
        world=hour.world if hour else False,
        dated=day.dated if day else False,
        halved=hour.halved if hour else False,
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The words for parts of the day of one language."""

    names: frozenset[str]
    parts: Mapping[str, tuple[int, int]]
    cut: Mapping[tuple[str, str], tuple[int, int]]
    cutting: Mapping[str, frozenset[str]]
    day_cut: Mapping[str, tuple[int, int]]


@cache
def _rows(lang: str) -> _Rows:
    data = theme("moments", lang)
    cut = {(kind, word): _hours(span) for kind, row in data["cut"].items() for word, span in row.items()}
    parts = {word: _hours(span) for word, span in data["parts"].items()}
    cutting = {kind: frozenset(data[kind]) for kind in _CUTTING}
    day_cut = {folded(word): _hours(span) for word, span in data["day_cut"].items()}
    names = frozenset(parts) | {word for _, word in cut}
    return _Rows(names=names, parts=parts, cut=cut, cutting=cutting, day_cut=day_cut)


def _hours(hours: Sequence[str]) -> tuple[int, int]:
    first, last = (int(float(hour) * 60) for hour in hours)
    return first, last
