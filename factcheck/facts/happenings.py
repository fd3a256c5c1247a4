"""Happenings: an event with the one date it is set on, told by a verb or by its noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.acts import one_of_several
from factcheck.facts.base import Reading, Scope, scope_of
from factcheck.model import When
from factcheck.normalise.date_words import dates_of
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree
from factcheck.text import folded

# The act of setting a proceeding going, whatever verb or noun tells it.
BEGIN = "begin"
_OF = frozenset({"de", "of"})
# A date stands behind the noun it belongs to with at most a comma and a preposition between: "…, en juin 2019".
_BEHIND = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event on a date. `start`/`end` are the document offsets of its word.

    `act` is its predicate, or "begin" where a proceeding is set going, in whatever words; `theme` what it happens to,
    `agent` who does it, `rest` its other roles but for dates; `names` what is named in its clause or, where that names
    nothing, in the claim, if a proceeding is set going (a birth needs its own); `once` says that it happens to a thing
    no second time, `noun` that a noun tells it and its verb only dates it, `labelled` that a thing is labelled with its
    year, which may be that of its making ("a 1990 film").
    """

    start: int
    end: int
    act: str
    theme: Phrase | None
    agent: Phrase | None
    rest: tuple[tuple[str, Phrase], ...]
    when: When
    scope: Scope
    names: frozenset[str]
    once: bool
    noun: bool = False
    labelled: bool = False

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Events of one act meet; what is set going in different words meets over what it is."""
        theme = self.theme.concept if self.theme and self.act == BEGIN else ""
        return ((BEGIN, theme),) if theme else (("event", self.act),)


def happenings(reading: Reading) -> Iterator[Happening]:
    """The dated events of a claim."""
    for frame in reading.frames:
        when = date_of(reading, frame)
        if when and frame.stated and not frame.pending and not frame.negated:
            yield _told(reading, frame, when)
    yield from _nominal(reading)


def date_of(reading: Reading, frame: Frame) -> When | None:
    """The one date or hour in the frame's own clause, or that the sentence puts in front: "c'est en 2018 que …"."""
    tree = reading.tree
    above = tree.tokens[frame.index].head
    cleft = [tree.tokens[above].start] if above in _clefts(tree) else []
    dated = [d for d in reading.claim.dates if _holds(tree, frame, d) or any(d.start <= at < d.end for at in cleft)]
    return dated[0] if len(dated) == 1 and known(dated[0]) else None


def known(when: When) -> bool:
    """Whether a date is a day, a period or an hour that can be compared."""
    return bool(when.first) or bare_month(when) or bool(when.clock and when.clock.first and when.clock.last)


def bare_month(when: When) -> bool:
    """Whether a date is a month of a year that is not known ("in March")."""
    return when.first is None and when.grain == "month" and not any(c.isdigit() for c in when.text)


def calendar_names(when: When, lang: str) -> frozenset[tuple[str, int]]:
    """The months or days of the week that a date names without telling which year or week they are of."""
    if when.first is not None or when.grain not in ("month", "day"):
        return frozenset()
    grain = "month" if when.grain == "month" else "weekday"
    names = dates_of(lang).months if grain == "month" else dates_of(lang).weekdays
    return frozenset((grain, names[word]) for word in folded(when.text).split() if word in names)


def _holds(tree: Tree, frame: Frame, when: When) -> bool:
    """Whether a date fills a role of the frame, or stands behind its object: "began a strike on 17 January".

    What begins or ends with a date ("since 1988") does not happen on it.
    """
    roles = [p for p in frame.obliques if p.case not in tree.lexicon.bounding]
    behind = tree.children(frame.object.head, "nmod") if frame.object else []
    cases = [(c, {tree.lemma(n) for n in tree.children(c, "case")}) for c in behind]
    heads = [p.head for p in roles] + [c for c, case in cases if not case or case & tree.lexicon.dated_by]
    beside = any(abs(p.start - when.end) <= 1 for p in roles)
    return beside or any(when.start <= tree.tokens[h].start < when.end for h in heads)


def _clefts(tree: Tree) -> list[int]:
    """Predicates that only point: "c'est en 2018", "it was in 2018"."""
    pointing = (c for i in range(len(tree.tokens)) for c in tree.children(i, "cop"))
    heads = {tree.tokens[c].head for c in pointing}
    return [i for i in heads if any(tree.lemma(s) in ("ce", "it") for s in tree.children(i, "nsubj", "expl"))]


def _told(reading: Reading, frame: Frame, when: When) -> Happening:
    theme, agent = _defined(reading, frame, frame.object), _defined(reading, frame, frame.subject)
    lexicon = reading.tree.lexicon
    begins = {frame.lemma, frame.predicate} & lexicon.starting
    if begins and theme is None and agent and agent.lemma in lexicon.proceedings | lexicon.begun_once:
        theme, agent = agent, None
    begun = begins and theme is not None and theme.lemma in lexicon.proceedings
    occurred = _occurred(reading.tree, frame)
    if occurred:
        theme, agent = _suffering(reading.tree, occurred), None if _suffering(reading.tree, occurred) else occurred
    scope = scope_of(reading, frame.index, frame)
    moved = {x for x, y in ((theme, frame.object), (agent, frame.subject)) if x and y and x.head != y.head}
    scope = replace(scope, names=scope.names.union(*(x.own for x in moved)))
    return Happening(
        start=frame.start,
        end=frame.end,
        act=BEGIN if begun else occurred.concept if occurred else frame.predicate,
        theme=theme,
        agent=agent,
        rest=tuple((p.case or "", p) for p in frame.obliques if not _dated(reading, p)),
        when=when,
        scope=scope,
        names=scope.names or (reading.names if begun else frozenset()),
        once=(frame.lemma in lexicon.once or bool(begins and theme and theme.lemma in lexicon.begun_once))
        and not _again(reading),
        noun=occurred is not None,
    )


def _again(reading: Reading) -> bool:
    """Whether a claim tells that something happens another time."""
    told = f" {' '.join(reading.wording)} "
    return any(f" {words} " in told for words in reading.tree.lexicon.again)


def _defined(reading: Reading, frame: Frame, phrase: Phrase | None) -> Phrase | None:
    """The subject of which a noun says what it is: "Low Tide is a series that premiered in 2011"."""
    if phrase is None or reading.tree.tokens[frame.index].head != phrase.head:
        return phrase
    said = (f.subject for f in reading.frames if f.index == phrase.head and f.copular and not f.negated)
    return next((subject for subject in said if subject), phrase)


def _occurred(tree: Tree, frame: Frame) -> Phrase | None:
    """The event that a verb only dates: "la fusillade s'est produite", "le procès a eu lieu"; not one of several."""
    event, place = frame.subject, frame.object.lemma if frame.object else ""
    dates = frame.predicate == "happen" or frame.lemma in tree.lexicon.dating or place in ("lieu", "place")
    if event is None or event.names - event.lemmas or tree.tokens[event.head].pos != "NOUN" or not dates:
        return None
    return None if one_of_several(tree, event.head) or (frame.object and place not in ("lieu", "place")) else event


def _suffering(tree: Tree, event: Phrase) -> Phrase | None:
    """What an event told by a noun befell: "le naufrage du navire"; where it happened is no such thing."""
    held = (c for c in tree.children(event.head, "nmod") if c not in tree.entity_of and tree.is_nominal(c))
    return next((tree.phrase(c) for c in held if {tree.lemma(n) for n in tree.children(c, "case")} & _OF), None)


def _dated(reading: Reading, phrase: Phrase) -> bool:
    """Whether a date stands in a phrase."""
    return any(phrase.start < d.end and d.start < phrase.end for d in reading.claim.dates)


def _nominal(reading: Reading) -> Iterator[Happening]:
    """Events told by a noun: "l'ouverture de l'enquête, en juin 2019", "the launch of the probe in 2014"."""
    tree = reading.tree
    for i, token in enumerate(tree.tokens):
        theme = next((c for c in tree.children(i, "nmod") if tree.children(c, "case") and tree.is_nominal(c)), None)
        if token.pos != "NOUN" or theme is None or not {tree.lemma(i), tree.concept(i)} & tree.lexicon.starting:
            continue
        when = _dated_noun(reading, i)
        if when is None:
            continue
        phrase, scope = tree.phrase(theme), scope_of(reading, i, None)
        yield Happening(
            start=token.start,
            end=token.end,
            act=BEGIN if phrase.lemma in tree.lexicon.proceedings else tree.concept(i),
            theme=phrase,
            agent=None,
            rest=(),
            when=when,
            scope=scope,
            names=scope.names or reading.names,
            once=False,
        )


def _dated_noun(reading: Reading, i: int) -> When | None:
    """The date inside a noun's phrase or right behind it, or that its verb dates it with ("remonte à mars 2017")."""
    tree = reading.tree
    phrase = tree.phrase(i)
    verb = tree.tokens[i].head
    dating = [verb] if tree.lemma(verb) in tree.lexicon.dating and tree.is_dep(i, "nsubj") else []
    start, end = tree.text(tree.subtree(verb)) if dating else (phrase.start, phrase.end + _BEHIND)
    found = [d for d in reading.claim.dates if start <= d.start <= end and known(d)]
    return found[0] if len(found) == 1 else None
