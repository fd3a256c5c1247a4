"""Numbers: how many of what, under which predicate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.facts.base import Reading, Scope, governor, head_of, scope_of, tokens_in
from factcheck.interval import Interval
from factcheck.model import Quantity
from factcheck.normalise.units import to_base
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import Lexicon
from factcheck.parse.tree import Phrase, Tree
from factcheck.text import fold, folded, strip_accents

# Units that say how a figure is written, not what it counts.
_SHAPES = frozenset({"percent", "percentage_point", "ratio", "multiplier", "ordinal"})


# Prepositions that say what a figure is of, which `measured` holds.
_OF = frozenset({"de", "of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFact:
    """One quantity with what it counts. `bounds` are in the base unit `unit`.

    `counted` is the concept of the counted noun, or the base unit; `predicate` what governs it, `slots` that
    predicate's other roles, and `measured` the nouns the figure hangs on or governs: between them they say
    what a figure measures whose unit does not (money, percent, lengths). `counts` marks counted nouns,
    `generic` those that say little ("personnes"), `toll` what befalls people, `part` a figure said to be
    part of another, `short` one that is not quite reached ("près de 400"), `denied` one under a negation.
    """

    start: int
    end: int
    scope: Scope
    quantity: Quantity
    bounds: Interval
    unit: str | None
    counted: str
    modifiers: frozenset[str]
    predicate: str | None
    slots: tuple[tuple[str, Phrase], ...]
    measured: frozenset[str]
    counts: bool
    generic: bool
    toll: bool
    part: bool
    short: bool = False
    denied: bool = False

    @property
    def is_count(self) -> bool:
        """Whether the counted noun says what the figure is about: "73 morts" does, "73 personnes" does not."""
        return self.counts and not self.generic

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Numbers meet when they count the same."""
        return (("number", self.counted),)


def numbers(reading: Reading) -> tuple[NumberFact, ...]:
    """The number facts of a claim."""
    written = (_fact(reading, quantity) for quantity in reading.claim.quantities)
    found = [fact for fact in written if fact is not None]
    found += [fact for quantity in _spans_of_one(reading) if (fact := _fact(reading, quantity)) is not None]
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))


def _spans_of_one(reading: Reading) -> Iterator[Quantity]:
    """ "une journée de deuil" as 1 day: a span of time with "a" and a purpose counts, though no figure stands there."""
    tree = reading.tree
    for i, token in enumerate(tree.tokens):
        unit = tree.lexicon.spans.get(tree.lemma(i))
        one = next((c for c in tree.children(i, "det", "nummod") if tree.lemma(c) in tree.lexicon.one), None)
        purpose = [c for c in tree.children(i, "nmod") if tree.lexicon.spans.get(tree.lemma(c)) is None]
        if unit is None or one is None or not purpose or _written(reading, token.start):
            continue
        start, end = tree.text([one, i])
        yield Quantity(
            text=reading.slice(start, end),
            start=start,
            end=end,
            bounds=Interval.point(Decimal(1)),
            value=Decimal(1),
            unit=unit,
            dimension="duration",
            digits=1,
        )


def _written(reading: Reading, offset: int) -> bool:
    """Whether a figure or a date covers an offset already."""
    claim = reading.claim
    spans = [*((q.start, q.end) for q in claim.quantities), *((d.start, d.end) for d in claim.dates)]
    return any(start <= offset < end for start, end in spans)


def _fact(reading: Reading, quantity: Quantity) -> NumberFact | None:
    tree = reading.tree
    words = tokens_in(tree, quantity.start, quantity.end)
    head = head_of(tree, words)
    if head is None:
        return None
    bounds, unit = to_base(quantity)
    frame = _predicate(reading, head)
    counts = quantity.dimension in (None, "count") and unit not in _SHAPES
    counted = _counted(tree.lexicon, tree.lexicon.concept(unit or ""), frame if counts else None)
    return NumberFact(
        start=quantity.start,
        end=quantity.end,
        scope=scope_of(reading, head, governor(reading, head)),
        quantity=quantity,
        bounds=bounds,
        unit=unit,
        counted=counted,
        modifiers=_modifiers(tree, head, words, frame) - {counted} - tree.lexicon.generic,
        predicate=frame.predicate if frame else None,
        slots=_slots(reading, words, frame),
        measured=_measured(tree, words, head),
        counts=counts,
        generic=counted in tree.lexicon.generic,
        toll=counted in tree.lexicon.tolls,
        part=_is_part(reading, quantity),
        short=_is_short(tree.lexicon, quantity),
        denied=bool(frame and frame.negated),
    )


def _is_part(reading: Reading, quantity: Quantity) -> bool:
    """Whether the figure is said to be part of another: "dont 4 …", "4 of whom …"."""
    claim = reading.claim
    before = fold(claim.text[: quantity.start - claim.start]).lower().split()[-2:]
    after = fold(claim.text[quantity.end - claim.start :]).lower().split()[:2]
    return bool({" ".join(before), *before[-1:], " ".join(after)} & reading.tree.lexicon.part_of)


def _is_short(lexicon: Lexicon, quantity: Quantity) -> bool:
    """Whether the words in front of the figure say that it is not quite reached: "près de 400", "nearly 400"."""
    words = strip_accents(folded(quantity.text))
    return any(words.startswith(f"{opener} ") for opener in lexicon.short_of)


def _modifiers(tree: Tree, noun: int, words: list[int], frame: Frame | None) -> frozenset[str]:
    """What narrows the counted noun ("50 Français blessés"), and how its predicate is narrowed ("grièvement")."""
    beside = [c for i in {noun, *words} for c in tree.children(i, "amod", "compound", "nmod") if c not in words]
    adverbs = tree.children(frame.index, "advmod") if frame else []
    manner = {tree.lemma(i) for i in adverbs if tree.lemma(i).endswith(("ment", "ly"))}
    return tree.content(beside) | manner


def _counted(lexicon: Lexicon, concept: str, frame: Frame | None) -> str:
    """What is counted: "73 personnes ont été tuées" counts deaths, as "73 morts" does."""
    if frame and concept in lexicon.generic and frame.predicate in lexicon.tolls and not frame.negated:
        return frame.predicate
    return concept


def _predicate(reading: Reading, head: int) -> Frame | None:
    """The frame in which the figure itself fills a role; none where it only qualifies a noun."""
    tree = reading.tree
    frame = governor(reading, head)
    if frame is None or frame.index == head:
        return frame
    direct = tree.tokens[head].head
    return frame if direct == frame.index or tree.tokens[direct].pos in ("VERB", "AUX", "ADP") else None


def _slots(reading: Reading, words: list[int], frame: Frame | None) -> tuple[tuple[str, Phrase], ...]:
    """The roles of the figure's predicate that hold neither the figure nor a date.

    What hangs on the figure itself by a preposition counts with them: parsers are of two minds about the
    place of "aux ports" in "consacrer 8 millions aux ports".
    """
    tree = reading.tree
    hung = [tree.phrase(c) for w in words for c in tree.children(w, "nmod", "obl") if c not in words]
    found = [*(frame.slots if frame else ()), *((p.case, p) for p in hung if p.case and p.case not in _OF)]
    dates = reading.claim.dates
    return tuple(
        (label, p)
        for label, p in found
        if p.head not in words and not any(p.start < d.end and d.start < p.end for d in dates)
    )


def _measured(tree: Tree, words: list[int], head: int) -> frozenset[str]:
    """The noun the figure hangs on ("un fonds de …") and those it governs ("… de subventions")."""
    above = [a for a in tree.ancestors(head) if tree.is_nominal(a) and a not in words][:1]
    below = [c for w in words for c in tree.children(w, "nmod") if c not in words]
    return frozenset(tree.concept(n) for n in (*above, *below)) - tree.lexicon.empty
