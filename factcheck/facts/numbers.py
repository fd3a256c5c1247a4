"""Numbers: how many of what, under which predicate."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.facts.base import Reading, Scope, governor, head_of, scope_of, tokens_in
from factcheck.frames import Frame
from factcheck.interval import Interval
from factcheck.model import Quantity
from factcheck.normalise.units import to_base
from factcheck.tree import Tree

# Units that say how a figure is written, not what it counts.
_SHAPES = frozenset({"percent", "percentage_point", "ratio", "multiplier", "ordinal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFact:
    """One quantity with what it counts. `bounds` are in the base unit `unit`.

    `counted` is the concept of the counted noun, or the base unit; `measured` the concepts of what is
    measured: the words around a figure whose unit alone says nothing of it (money, percent, lengths);
    `predicate` the concept that governs it.
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
    measured: frozenset[str]

    @property
    def is_count(self) -> bool:
        """Whether the unit is a counted noun, which says what the figure is about."""
        return self.quantity.dimension in (None, "count") and self.unit not in _SHAPES and self.unit is not None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Numbers meet when they count the same."""
        return (("number", self.counted),)


def numbers(reading: Reading) -> tuple[NumberFact, ...]:
    """The number facts of a claim."""
    found = (_fact(reading, quantity) for quantity in reading.claim.quantities)
    return tuple(fact for fact in found if fact is not None)


def _fact(reading: Reading, quantity: Quantity) -> NumberFact | None:
    tree = reading.tree
    words = tokens_in(tree, quantity.start, quantity.end)
    head = head_of(tree, words)
    if head is None or quantity.unit is None or quantity.unit == "ordinal":
        return None
    bounds, unit = to_base(quantity)
    frame = governor(reading, head)
    concept = tree.lexicon.concept(unit or "")
    noun = tree.phrase(head)
    return NumberFact(
        start=quantity.start,
        end=quantity.end,
        scope=scope_of(reading, head, frame),
        quantity=quantity,
        bounds=bounds,
        unit=unit,
        counted=concept,
        modifiers=noun.lemmas - tree.content(words) - {concept},
        predicate=frame.predicate if frame else None,
        measured=_measured(tree, words, head, frame),
    )


def _measured(tree: Tree, words: list[int], head: int, frame: Frame | None) -> frozenset[str]:
    """What the figure measures: the heads of the phrases that share its predicate, and the noun above it."""
    heads = {p.concept for p in frame.roles if p.head not in words} if frame else set()
    above = [a for a in tree.ancestors(head) if tree.is_nominal(a) and a not in words][:1]
    below = [c for w in words for c in tree.children(w, "nmod") if c not in words]
    return frozenset(heads | {tree.concept(n) for n in (*above, *below)}) - tree.lexicon.empty
