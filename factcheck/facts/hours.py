"""Hours: at what time the event of a story came about, and at what time help was called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.facts.base import Reading, Scope, scope_of
from factcheck.facts.happenings import date_of
from factcheck.lang import theme
from factcheck.model import When
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

# The event that is a call for help.
CALL = "call"
# Events that come in several on one day.
_REPEATED = frozenset({"explosion", "attack"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HourFact:
    """An event with its hour. `start`/`end` are the document offsets of its predicate.

    `event` is what came about, in whatever words ("the crash occurred", "the train crashed"), or `CALL`; `where` are
    the other roles of its predicate.
    """

    start: int
    end: int
    event: str
    when: When
    scope: Scope
    where: tuple[tuple[str, Phrase], ...]

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """All hours of a story meet: the crash at ten, and the call for help before that."""
        return (("hour", self.event), ("hour", "any"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language: events by noun, verb and phrase, and of which things alone they are told."""

    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    phrases: Mapping[str, str]
    of: Mapping[str, frozenset[str]]
    sets: Mapping[str, frozenset[str]]


@cache
def words_of(lang: str) -> Words:
    """The words for events with an hour of a language."""
    data = theme("hours", lang)
    rows = data["events"].items()
    return Words(
        nouns={word: event for event, row in rows for word in row["nouns"]},
        verbs={word: event for event, row in rows for word in row["verbs"]},
        phrases={phrase: event for event, row in rows for phrase in row.get("phrases", ())},
        of={event: frozenset(row["of"]) for event, row in rows if "of" in row},
        sets={key: frozenset(data[key]) for key in ("occurring", "place", "calling", "helpers", "several")},
    )


def hours(reading: Reading) -> Iterator[HourFact]:
    """The events of a claim that it gives an hour of."""
    for frame in reading.frames if any(d.clock for d in reading.claim.dates) else ():
        when = date_of(reading, frame)
        event = _event(reading.tree, frame) if when and when.clock and frame.stated and not frame.negated else None
        if when and event and frame.tense != "future":
            yield HourFact(
                start=frame.start,
                end=frame.end,
                event=event,
                when=when,
                scope=scope_of(reading, frame.index, frame),
                where=tuple((p.case or "", p) for p in frame.obliques if not when.start <= p.start < when.end),
            )


def _event(tree: Tree, frame: Frame) -> str | None:
    """What came about, if it is an event with an hour, and not one of several."""
    words, object_ = words_of(tree.lexicon.lang), frame.object.lemma if frame.object else ""
    if frame.lemma in words.sets["calling"]:
        return CALL if object_ in words.sets["helpers"] else None
    told = frame.subject if frame.subject and frame.subject.lemma in words.nouns else None
    told = told or (frame.object if object_ in words.nouns and frame.subject is None else None)
    if told and frame.lemma in words.sets["occurring"]:
        alone = told is frame.object or not frame.object or object_ in words.sets["place"]
        return words.nouns[told.lemma] if alone and not _one_of_several(tree, told) else None
    event = words.verbs.get(frame.lemma) or words.phrases.get(f"{frame.lemma} {object_}")
    whose = frame.subject or frame.object
    if event is None or (whose and _one_of_several(tree, whose)):
        return None
    fitting = event not in words.of or (whose is not None and bool({whose.lemma, whose.concept} & words.of[event]))
    return event if fitting else None


def _one_of_several(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase is of one among several: "a second blast", "two blasts"; so may any new blast or attack be."""
    words = words_of(tree.lexicon.lang)
    beside = tree.children(phrase.head, "amod", "det", "nummod")
    many = "Number=Plur" in tree.tokens[phrase.head].morph and phrase.lemma in words.nouns
    fresh = words.nouns.get(phrase.lemma) in _REPEATED and not phrase.definite
    return many or fresh or bool({tree.lemma(c) for c in beside} & words.sets["several"])
