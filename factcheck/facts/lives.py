"""Lives: the dates that stand in brackets behind a name, and what a definition adds of its subject.

"Jean Kerlan (12 mai 1950 – 3 juin 2001)" was born and died; "Low Tide is a film by Ana Kerlan, released in 1990" was
released: the parse, which hangs the participle on the nearest noun, does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.facts.base import Reading, head_of, scope_of, tokens_in
from factcheck.facts.definitions import Place, definitions, opening
from factcheck.facts.happenings import Happening, known
from factcheck.model import Entity, When
from factcheck.normalise import dates
from factcheck.parse.tree import Phrase

# What somebody was awarded may stand between his name and the brackets ("Jo Kerlan MC and bar (1917 – 2006)").
_BRACKETS = re.compile(r"(?:\s(?:[A-Z]{2,5}|[a-z]{2,8})){0,4}\s*\(([^()]{4,200})\)")
_BORN = re.compile(r"\b(?:born|née?)\b", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|morte?|décédée?)\b", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:--?|[–—])\s*")
# Between a birth and a death stand no more letters than those of a place.
_FAR = 60
# A date so near behind a participle is its own, whatever small words stand between.
_NEAR = 3


def lives(reading: Reading) -> Iterator[Happening]:
    """The births and deaths in brackets, and the dated participles of a definition."""
    opened = opening(reading.tree)
    if opened is None:
        return
    subject, behind = opened
    named = [reading.tree.entity_of[i] for i in subject if i in reading.tree.entity_of]
    if not named:
        return
    topic = _topic(reading, named)
    yield from _in_brackets(reading, named[0], topic)
    yield from _in_participles(reading, behind, topic)
    yield from _issued(reading, topic)


def _topic(reading: Reading, named: list[Entity]) -> Phrase:
    """The subject of a definition, with all the names that are given of it."""
    tree = reading.tree
    head = head_of(tree, tokens_in(tree, named[0].start, named[0].end)) or 0
    names = frozenset(entity.key for entity in named)
    return replace(tree.phrase(head), concept=named[0].key, names=names, lemmas=frozenset())


def _in_brackets(reading: Reading, entity: Entity, topic: Phrase) -> Iterator[Happening]:
    """A birth and a death, by the dates in brackets behind a name."""
    claim = reading.claim
    inside = _BRACKETS.match(claim.text[entity.end - claim.start :])
    if inside is None:
        return
    told = [d for d in claim.dates if entity.end <= d.start and d.end <= entity.end + inside.end() and known(d)]
    ends = _ends(told[0], claim.lang) if len(told) == 1 else told
    born, place = bool(_BORN.search(inside.group(1))), (entity.start, entity.end)
    if len(ends) == 2 and _until(claim.text[ends[0].end - claim.start : ends[1].start - claim.start]):
        yield _happening(reading, "birth", topic, ends[0], place)
        yield _happening(reading, "death", topic, ends[1], place)
    elif len(told) == 1 and len(ends) < 2 and born:
        yield _happening(reading, "birth", topic, told[0], place)


def _until(between: str) -> bool:
    """Whether what stands between two dates makes them a birth and a death: "1950 – 2001", "… et mort le …"."""
    return len(between) <= _FAR and bool(_DASH.search(between) or _DIED.search(between))


def _ends(when: When, lang: str) -> list[When]:
    """The two dates of "12 May 1950 – 3 June 2001", read as one span."""
    dash = _DASH.search(when.text)
    if dash is None:
        return []
    parts = [(when.start, when.text[: dash.start()]), (when.start + dash.end(), when.text[dash.end() :])]
    found = [(start, dates(part, lang)) for start, part in parts]
    return [
        replace(one[0], start=start + one[0].start, end=start + one[0].end) for start, one in found if len(one) == 1
    ]


def _in_participles(reading: Reading, behind: list[int], topic: Phrase) -> Iterator[Happening]:
    """What happened but once to the subject of a definition: "is a band formed in 1990", "… which was formed in …"."""
    tree = reading.tree
    for i in behind:
        own = [c for c in tree.children(i, "nsubj", "nsubj:pass") if tree.lemma(c) not in tree.lexicon.relatives]
        participle = "VerbForm=Part" in tree.tokens[i].morph and not own
        if participle and tree.lemma(i) in tree.lexicon.once and (when := _behind(reading, i)):
            yield _happening(reading, tree.lemma(i), topic, when, tree.text([i]))


def _issued(reading: Reading, topic: Phrase) -> Iterator[Happening]:
    """What came out in the year it is labelled with: "is a 1990 film"."""
    lexicon = reading.tree.lexicon
    for fact in definitions(reading):
        kinds = (word for members, _ in fact.kinds for _, word in members)
        verb = next((lexicon.issued[word] for word in kinds if word in lexicon.issued), "")
        when = next(iter(dates(str(fact.year[0]), lexicon.lang)), None) if fact.year and verb else None
        if fact.year and when:
            start, end = fact.year[1]
            told = _happening(reading, verb, topic, replace(when, start=start, end=end), fact.year[1])
            yield replace(told, labelled=True)


def _behind(reading: Reading, i: int) -> When | None:
    """The date that stands behind a participle, a preposition between at most."""
    tokens = reading.tree.tokens
    for n in range(i + 1, min(i + _NEAR, len(tokens))):
        if found := next((d for d in reading.claim.dates if d.start <= tokens[n].start < d.end and known(d)), None):
            return found
    return None


def _happening(reading: Reading, act: str, topic: Phrase, when: When, place: Place) -> Happening:
    """What befell the subject on a date, told at `place`; `act` is a lemma, or the id of what has one place alone."""
    lexicon = reading.tree.lexicon
    lemma = next((word for word, what in lexicon.sited.items() if what == act), act)
    return Happening(
        start=place[0],
        end=place[1],
        act=lexicon.concept(lemma),
        theme=topic,
        agent=None,
        rest=(),
        when=when,
        scope=replace(scope_of(reading, topic.head, None), dates=()),
        names=topic.names,
        once=True,
    )
