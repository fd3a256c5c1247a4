"""Reasons that lie in time: two facts tell of other days, or of before and after."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from factcheck.conflicts.detectors.base import Clash
from factcheck.conflicts.setting import Setting, Veto, says, sides
from factcheck.facts import Reading, Scope
from factcheck.facts.base import head_of, tokens_in
from factcheck.facts.happenings import calendar_names
from factcheck.model import Article, Kind, Modality, Reconciler, When
from factcheck.text import fold

# Kinds of what one tells and another denies.
_DENIED = frozenset({Kind.NEGATION, Kind.ATTRIBUTION})
# Kinds of what turns into its contrary with time.
_OPPOSED = _DENIED | {Kind.ANTONYM}
# News without a date tells of the weeks around the day it came out.
NEWS = timedelta(days=31)
# So many months or years back from a day that is not told.
_AGO = re.compile(
    r"\bil y a .*\b(?:ans?|annees?|années?|mois|siecles?|siècles?)\b|\b(?:years?|months?|centur(?:y|ies)) ago\b"
)


def other_period(clash: Clash, setting: Setting) -> Veto | None:
    """The two facts' periods have no day in common.

    A fact without a date of its own is taken to tell of the weeks before its article came out.
    """
    if clash.kind is Kind.DATE or (clash.passing and clash.ending):
        return None
    if says(setting.a, setting.a.tree.lexicon.elsewhen) != says(setting.b, setting.b.tree.lexicon.elsewhen):
        return Veto(reason=Reconciler.PERIOD, words="one tells of another occasion", explains=True)
    if _long_ago(clash.scope_a) != _long_ago(clash.scope_b):
        return Veto(reason=Reconciler.PERIOD, words="one tells of what was long ago", explains=True)
    if clash.kind is Kind.ANTONYM and any(says(r, r.tree.lexicon.again) for r in (setting.a, setting.b)):
        return Veto(reason=Reconciler.PERIOD, words="one says that it has changed back", explains=True)
    if clash.kind in _OPPOSED and says(setting.a, setting.a.tree.lexicon.at_first) != says(
        setting.b, setting.b.tree.lexicon.at_first
    ):
        return Veto(reason=Reconciler.PERIOD, words="one tells only how it began", explains=True)
    if (clash.kind is Kind.ANTONYM or clash.passing) and clash.scope_a.prior != clash.scope_b.prior:
        return Veto(reason=Reconciler.PERIOD, words="one tells what had been before", explains=True)
    if _on_other_days(clash, setting):
        return Veto(reason=Reconciler.PERIOD, words="they speak of different dates", explains=True)
    first, second = setting.article_a.published, setting.article_b.published
    if clash.momentary and first and second and first != second:
        return Veto(reason=Reconciler.PERIOD, words=f"published on {first} and {second}", explains=True)
    dated_a = _told_of(_unsaid(clash, clash.scope_a, setting.a), setting.a, setting.b)
    dated_b = _told_of(_unsaid(clash, clash.scope_b, setting.b), setting.b, setting.a)
    left = dated_a or _recent(clash.scope_a, setting.article_a)
    right = dated_b or _recent(clash.scope_b, setting.article_b)
    inside = clash.kind is Kind.NUMERIC and setting.article_a.id == setting.article_b.id
    if inside and bool(dated_a) != bool(dated_b):
        return Veto(reason=Reconciler.PERIOD, words="the article dates only one of them", explains=True)
    if (_undated(left, setting.a) and setting.b.set_back) or (_undated(right, setting.b) and setting.a.set_back):
        return Veto(reason=Reconciler.PERIOD, words="one goes on with what was before the news", explains=True)
    if not (dated_a or dated_b) or not left or not right:
        return None
    if apart(left, right):
        return Veto(reason=Reconciler.PERIOD, words="they speak of different dates", explains=True)
    return None


def _long_ago(scope: Scope) -> bool:
    """Whether a fact is told of so many months or years before a day that is not known: "il y a deux ans, …"."""
    return any(d.first is None and d.relative and _AGO.search(fold(d.text).lower()) for d in scope.dates)


def _on_other_days(clash: Clash, setting: Setting) -> bool:
    """Whether both sides name a month or a day of the week, and none in common: "en mars", "en avril"."""
    named = [
        {name for d in scope.dates for name in calendar_names(d, reading.claim.lang)}
        for scope, reading in sides(clash, setting)
    ]
    return any(
        {name for kind, name in named[0] if kind == which}
        and {name for kind, name in named[1] if kind == which}
        and not {x for x in named[0] & named[1] if x[0] == which}
        for which in ("month", "weekday")
    )


def apart(left: Iterable[tuple[date, date]], right: Collection[tuple[date, date]]) -> bool:
    """Whether no period of one side has a day in common with one of the other."""
    return all(x[1] < y[0] or y[1] < x[0] for x in left for y in right)


def _unsaid(clash: Clash, scope: Scope, reading: Reading) -> Scope:
    """A scope; that of a denial without the day it was said on: "…, police said during a Thursday briefing"."""
    if clash.kind not in _DENIED:
        return scope
    return replace(scope, dates=tuple(d for d in scope.dates if not _of_saying(reading, d)))


def _of_saying(reading: Reading, when: When) -> bool:
    """Whether a date hangs on the verb by which the speaker of a claim speaks."""
    tree = reading.tree
    head = head_of(tree, tokens_in(tree, when.start, when.end))
    above = [] if head is None else [i for i in tree.ancestors(head) if tree.is_predicate(i)]
    return bool(above) and tree.tokens[above[0]].text in {speaker.cue for speaker in reading.claim.speakers}


def _told_of(scope: Scope, reading: Reading, other: Reading) -> list[tuple[date, date]]:
    """The periods that a fact tells of: its own dates, those that its claim takes over, or those the other does."""
    taken = reading.set_back or (reading.claim.dates if other.set_back else ())
    return dated(scope) or [(d.first, d.last) for d in taken if d.first and d.last]


def _undated(told: Collection[tuple[date, date]], reading: Reading) -> bool:
    """Whether nothing says of what time a fact tells, nor its claim."""
    return not told and not reading.claim.dates and not reading.set_back


def dated(scope: Scope) -> list[tuple[date, date]]:
    """The resolved dates of a scope."""
    return [(d.first, d.last) for d in scope.dates if d.first and d.last]


def _recent(scope: Scope, article: Article) -> list[tuple[date, date]]:
    """The weeks an article's undated news is about; a plan without a date may be for any time."""
    if article.published is None or scope.modality is Modality.PLANNED or scope.tense == "future":
        return []
    return [(article.published - NEWS, article.published + NEWS)]


def developed(clash: Clash, setting: Setting) -> Veto | None:
    """A state that changes is told of two times, or it is not known to be one.

    Who was arrested on Tuesday was at large on Monday; who is said to be at large on Wednesday was not arrested on
    Tuesday, or has escaped. What nobody had claimed or found on Monday may be claimed or found on Tuesday.
    """
    sides = [(clash.scope_a, setting.article_a), (clash.scope_b, setting.article_b)]
    first, then = sides if clash.ending == 1 else sides[::-1]
    if clash.passing:
        agreed = _follows(first, then) if clash.ending else _one_day(clash)
        agreed |= clash.daily and _told_at_once(setting)
    else:
        agreed = not (clash.ending and _come_since(told=first, denied=then))
    if agreed:
        return None
    return Veto(reason=Reconciler.PERIOD, words="things may have changed between the two", explains=True)


def _told_at_once(setting: Setting) -> bool:
    """Whether both articles came out on one known day."""
    day = setting.article_a.published
    return day is not None and day == setting.article_b.published


def _come_since(told: tuple[Scope, Article], denied: tuple[Scope, Article]) -> bool:
    """Whether what one denies of no day in particular may have come about before the other told of it."""
    came, day = _times(*told), denied[1].published
    return not denied[0].dates and came is not None and day is not None and came[1].date() > day


def _follows(first: tuple[Scope, Article], then: tuple[Scope, Article]) -> bool:
    """Whether one side's time is over when the other's begins; what was so, without a date, was so at any time."""
    began, lasts = _times(*first), _times(*then)
    undated = not then[0].dates and then[0].tense == "past"
    return began is not None and lasts is not None and not undated and began[1] < lasts[0]


def _times(scope: Scope, article: Article) -> tuple[datetime, datetime] | None:
    """From when to when a state is told to begin or to last; what is so now, on the day its article came out."""
    for when in scope.dates:
        if when.first and when.last:
            clock = when.clock if when.clock and when.first == when.last else None
            start, end = (clock.first, clock.last) if clock else (None, None)
            return datetime.combine(when.first, start or time.min), datetime.combine(when.last, end or time.max)
    if article.published is None or scope.dates:
        return None
    return datetime.combine(article.published, time.min), datetime.combine(article.published, time.max)


def _one_day(clash: Clash) -> bool:
    """Whether both sides say the one day on which it is so."""
    days = [{(d.first, d.last) for d in scope.dates} for scope in (clash.scope_a, clash.scope_b)]
    return len(days[0] | days[1]) == 1 and all(days) and all(x == y and x for x, y in days[0])
