"""What several articles say alike: the same figure of the same thing, the same event on the same date.

Two sayings are held side by side as a detector does, with the opposite question and as strictly: an equal figure
alone is chance, so what it counts, its unit, its period and its surroundings must agree too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from factcheck.conflicts.align import common_topic, rivals, roles_agree, same_phrase, shared_names, told_apart
from factcheck.conflicts.detectors.base import facts_of
from factcheck.conflicts.detectors.dates import days
from factcheck.conflicts.figures import gap, rounding, written
from factcheck.conflicts.periods import NEWS, apart
from factcheck.conflicts.quoting import quote
from factcheck.facts import NumberFact, Reading
from factcheck.facts.base import governor, head_of, tokens_in
from factcheck.interval import Interval
from factcheck.model import Article, Qualifier, Quantity, Side, When
from factcheck.normalise.units import to_base
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase
from factcheck.text import digest, fold

# Figures in two units (km, miles) are one where converting and rounding keeps them this near.
_CONVERTED = Decimal("0.01")
# A figure of one digit ("3 millions") is rounded too coarsely to be known again by itself.
_TELLING_DIGITS = 2
# Figures that only their surroundings bring together need so many words or names in common there.
_AROUND = 2
# Where each stands beside names of its own, it takes more.
_BRIDGE = 3
# Larger blocks are of figures that everybody uses; they would take long and tell nothing.
_BLOCK_CAP = 300
# Predicates that say nothing without their object.
_LIGHT = frozenset({"être", "avoir", "faire", "be", "have", "do", "say", "get", "take", "make"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One thing that several articles say, with every quote.

    `value` is the common figure, or `when` the common date; `what` puts it in words. `origins` counts the
    articles that do not retell one another.
    """

    id: str
    what: str
    origins: int
    quotes: tuple[Side, ...]
    value: Quantity | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A figure of a claim, or an act of it with its date: what can be said alike. `block` is what it is met over."""

    reading: Reading
    start: int
    end: int
    what: str
    block: tuple[str, ...]
    fact: NumberFact | None = None
    frame: Frame | None = None
    when: When | None = None
    published: date | None = None


def sayings(reading: Reading, published: date | None = None) -> Iterator[Saying]:
    """The figures and dated acts of a claim, of an article published on that day."""
    for fact in facts_of(reading, NumberFact):
        value = _central(fact.quantity).low
        if value is not None and not value.is_nan():
            block = ("number", fact.counted, f"{value:.1e}")
            what = written(fact.quantity)
            yield Saying(
                reading=reading, start=fact.start, end=fact.end, what=what, block=block, fact=fact, published=published
            )
    for frame in reading.frames:
        when = date_of(reading, frame)
        if when:
            act, block = reading.slice(frame.start, frame.end), ("date", frame.predicate, days(when))
            what = f"“{act}” on {days(when)}"
            yield Saying(
                reading=reading, start=when.start, end=when.end, what=what, block=block, frame=frame, when=when
            )


def alike(x: Saying, y: Saying) -> bool | None:
    """Whether two sayings are one: True where predicate and roles say so, False where only the words around do.

    None where they are two.
    """
    if x.fact and y.fact:
        return same_measure(x, y, x.fact, y.fact) if same_figure(x.fact, y.fact) else None
    if x.frame and y.frame and x.when and y.when and same_day(x.when, y.when):
        return True if same_act(x.reading, y.reading, x.frame, y.frame) else None
    return None


# --- figures ------------------------------------------------------------------------------------------


def same_figure(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures are one: equal, or one told with fewer digits; of one unit, base and denominator.

    The same are "12,3 millions" and "12 millions", "100 km/h" and "62 mph"; not "3,4 millions" and "3 millions".
    """
    return same_unit(f, g) and _equal(f, g)


def same_unit(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures can be compared: they count one thing in one unit, of one whole, per one denominator."""
    p, q = f.quantity, g.quantity
    if f.counted != g.counted or not (f.unit == g.unit or f.is_count or f.toll) or "ordinal" in (p.unit, q.unit):
        return False
    if f.unit is None or Qualifier.INDEFINITE in (p.qualifier, q.qualifier) or p.direction != q.direction:
        return False
    return p.per == q.per and not (p.of and q.of and p.of != q.of)


def _equal(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures of one base unit are the same number as told."""
    p, q = f.quantity, g.quantity
    if p.value is None or q.value is None:
        return f.bounds == g.bounds
    if p.unit != q.unit and not f.counts:
        return gap(_central(p), _central(q)) <= _CONVERTED
    if p.value == q.value:
        return True
    rounded = min(p.digits or 0, q.digits or 0) >= _TELLING_DIGITS
    return rounded and (rounding(p).contains(q.value) or rounding(q).contains(p.value))


def _central(quantity: Quantity) -> Interval:
    """The figure as told, in its base unit."""
    return to_base(replace(quantity, bounds=Interval(low=quantity.value, high=quantity.value)))[0]


def same_measure(x: Saying, y: Saying, f: NumberFact, g: NumberFact) -> bool | None:
    """Whether two equal figures measure one thing: True where predicate and roles say so, False where only the words
    around them do, None where they do not.
    """
    a, b = x.reading, y.reading
    around = {w for w in common_topic(a, b, without=frozenset({f.counted})) if not w[:1].isdigit() and len(w) > 1}
    telling = min(f.quantity.digits or 0, g.quantity.digits or 0) >= _TELLING_DIGITS
    strangers = bool(rivals(f.scope.names, g.scope.names)[0]) and not shared_names(f.scope.names, g.scope.names)
    if not around or _narrowed(f, g) or _denied(a, f) != _denied(b, g) or _other_time(x, y):
        return None
    same_predicate = bool(f.predicate) and f.predicate == g.predicate
    agreed, apart = roles_agree(f.slots, g.slots) if same_predicate else (0, 0)
    told, named = agreed + len(f.measured & g.measured), f.is_count or f.toll
    if apart or (strangers and not (telling and len(around) >= _BRIDGE)):
        return None
    if same_predicate and (told or named) and not strangers:
        return True
    money = f.quantity.dimension == "money"
    loose = (telling and (money or named or told)) or (named and told)
    return False if loose and len(around) >= _AROUND else None


def _narrowed(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures are narrowed to different things: other modifiers, or a part against the whole."""
    if f.part != g.part or (f.toll and bool(f.modifiers) != bool(g.modifiers)):
        return True
    return bool(f.modifiers and g.modifiers) and not f.modifiers & g.modifiers


def _other_time(x: Saying, y: Saying) -> bool:
    """Whether one figure is of another time; undated news tells of the weeks around the day it came out."""
    dated_x, dated_y = _dated(x), _dated(y)
    left, right = dated_x or _recent(x), dated_y or _recent(y)
    if not (dated_x or dated_y) or not left or not right:
        return False
    return apart(left, right)


def _dated(saying: Saying) -> list[tuple[date, date]]:
    """The date nearest to the figure: "le pire depuis 2004, où 7 …" is of 2004, whatever else is dated there."""
    dates = saying.fact.scope.dates if saying.fact else ()
    known = sorted((abs(d.start - saying.start), d.first, d.last) for d in dates if d.first and d.last)
    return [(first, last) for _, first, last in known[:1]]


def _recent(saying: Saying) -> list[tuple[date, date]]:
    return [(saying.published - NEWS, saying.published + NEWS)] if saying.published else []


def _denied(reading: Reading, fact: NumberFact) -> bool:
    """Whether the figure stands under a negation."""
    frame = act_of(reading, fact)
    return bool(frame and frame.negated)


def act_of(reading: Reading, fact: NumberFact) -> Frame | None:
    """The act that a figure belongs to, however deep in its roles."""
    head = head_of(reading.tree, tokens_in(reading.tree, fact.start, fact.end))
    return None if head is None else governor(reading, head)


# --- events -------------------------------------------------------------------------------------------


def same_act(a: Reading, b: Reading, f: Frame, g: Frame) -> bool:
    """Whether two frames tell of one act: predicate, polarity and every role that both fill agree, one with substance.

    The same are "le pont a été ouvert" and "la maire a ouvert le pont"; not "le pont" and "le tunnel", nor "n'a pas".
    """
    if f.predicate != g.predicate or f.predicate in _LIGHT or f.negated != g.negated or f.able != g.able:
        return False
    if not (_telling(a, f) and _telling(b, g)):
        return False
    roles = [(p, q) for p, q in ((f.subject, g.subject), (f.object, g.object)) if p and q]
    if any(not same_phrase(p, q) or told_apart(p, q) or rivals(p.names, q.names)[0] for p, q in roles):
        return False
    _, apart = roles_agree(_undated(a, f), _undated(b, g))
    return not apart and any(_names_something(a, p) and _names_something(b, q) for p, q in roles)


def _telling(reading: Reading, frame: Frame) -> bool:
    """Whether a frame tells that something happened: not "to open", "opening", "not yet open"."""
    morph = reading.tree.tokens[frame.index].morph
    passing = "VerbForm=Ger" in morph or ("VerbForm=Part" in morph and "Tense=Pres" in morph)
    return frame.stated and not frame.pending and not passing


def _undated(reading: Reading, frame: Frame) -> tuple[tuple[str, Phrase], ...]:
    """The roles of a frame that hold no date."""
    dates = reading.claim.dates
    return tuple((n, p) for n, p in frame.slots if not any(p.start < d.end and d.start < p.end for d in dates))


def _names_something(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is more than a pronoun or a word like "thing"."""
    token = reading.tree.tokens[phrase.head]
    return bool(phrase.names) or (token.pos in ("NOUN", "PROPN") and phrase.lemma not in reading.tree.lexicon.empty)


def date_of(reading: Reading, frame: Frame) -> When | None:
    """The one resolved date that is a role of the frame by itself."""
    heads = [reading.tree.tokens[phrase.head].start for phrase in frame.obliques]
    found = [d for d in reading.claim.dates if d.first and d.last and any(d.start <= at < d.end for at in heads)]
    return found[0] if len(found) == 1 else None


def same_day(when: When, other: When) -> bool:
    """Whether two dates are the same day, month or year."""
    return (when.first, when.last) == (other.first, other.last)


# --- many claims --------------------------------------------------------------------------------------


def agreements(
    articles: Sequence[Article], readings: Sequence[Reading], origins: Mapping[str, str]
) -> tuple[tuple[Agreement, ...], int]:
    """What at least two articles say alike, best attested first; and how many things are said too often to compare.

    `origins` maps article ids to their origin; where all who say it retell one another, the agreement has one.
    """
    found = []
    blocks = _blocks(readings, {article.id: article.published for article in articles})
    crowded = [key for key in blocks if len(blocks[key]) > _BLOCK_CAP]
    for group in (group for key in sorted(blocks.keys() - crowded) for group in _groups(blocks[key])):
        sources = {saying.reading.claim.source for saying in group}
        if len(sources) > 1:
            found.append(_agreement(group, len({origins.get(source, source) for source in sources})))
    found.sort(key=lambda a: (-a.origins, -len(a.quotes), a.quotes[0].source, a.quotes[0].start, a.id))
    return tuple(found), len(crowded)


def _blocks(readings: Sequence[Reading], published: Mapping[str, date | None]) -> dict[tuple[str, ...], list[Saying]]:
    """The sayings by what they are met over."""
    blocks: dict[tuple[str, ...], list[Saying]] = defaultdict(list)
    for reading in readings:
        for saying in sayings(reading, published.get(reading.claim.source)):
            blocks[saying.block].append(saying)
    return blocks


def _groups(block: list[Saying]) -> Iterator[list[Saying]]:
    """The sayings that go together: each is alike with one of its group, and gives the value of all."""
    groups: list[list[Saying]] = []
    for saying in block:
        mine = next((group for group in groups if _joins(saying, group)), None)
        if mine is None:
            groups.append([saying])
        else:
            mine.append(saying)
    yield from (group for group in groups if len(group) > 1)


def _joins(saying: Saying, group: list[Saying]) -> bool:
    fits = all(not (saying.fact and other.fact) or same_figure(saying.fact, other.fact) for other in group)
    return fits and any(alike(other, saying) is not None for other in group)


def _agreement(group: list[Saying], origins: int) -> Agreement:
    """The group as an agreement; a claim that says it twice is quoted once."""
    quotes: dict[str, Side] = {}
    for saying in group:
        quotes.setdefault(saying.reading.claim.id, quote(saying.reading, (saying.start, saying.end)))
    sides = tuple(sorted(quotes.values(), key=lambda side: (side.source, side.start)))
    first = group[0]
    return Agreement(
        id=digest("agreement", *first.block, min(fold(side.text) for side in sides)),
        what=first.what,
        origins=origins,
        quotes=sides,
        value=first.fact.quantity if first.fact else None,
        when=first.when,
    )
