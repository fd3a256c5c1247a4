"""Implied figures: those that no figure of the claim writes: "une journée", the 52 of "two of the 52 sailors"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.facts.base import Reading
from factcheck.facts.gauges import behind
from factcheck.interval import Interval
from factcheck.model import Quantity
from factcheck.normalise import quantities
from factcheck.parse.tree import Tree

# What opens the whole of which a share is told ("two of the 52 sailors", "9 des 14 marins").
_WHOLE = re.compile(r"\b(?:of|des|de ces|parmi les|sur(?: les)?)(?: the)?\s+(.*)$")


def bases(reading: Reading) -> Iterator[Quantity]:
    """How many there are of whom a share is told: the 52 sailors of "two of the 52 sailors aboard"."""
    for quantity in reading.claim.quantities:
        if quantity.unit == "ratio" and quantity.of and (whole := _WHOLE.search(quantity.text)):
            start = quantity.start + whole.start(1)
            for base in quantities(whole.group(1), reading.claim.lang)[:1]:
                yield replace(base, start=start + base.start, end=start + base.end)


def spans_of_one(reading: Reading) -> Iterator[Quantity]:
    """ "une journée de deuil" as 1 day: a span of time with "a" and a purpose counts, though no figure stands there."""
    tree = reading.tree
    for i, token in enumerate(tree.tokens):
        unit = tree.lexicon.spans.get(tree.lemma(i))
        held = [*tree.children(i, "nmod"), *behind(tree, i)]
        purpose = [c for c in held if tree.lexicon.spans.get(tree.lemma(c)) is None]
        if unit is None or not purpose or not _single(tree, i) or _written(reading, token.start):
            continue
        start, end = tree.text([*tree.children(i, "det", "nummod"), i])
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


def _single(tree: Tree, i: int) -> bool:
    """Whether the noun at `i` is told as one ("une journée", or bare in "décrété jour de deuil"), not "par jour"."""
    before = tree.children(i, "det", "nummod", "case")
    alone = not before and "Number=Sing" in tree.tokens[i].morph
    return alone or any(tree.lemma(c) in tree.lexicon.one for c in before)


def _written(reading: Reading, offset: int) -> bool:
    """Whether a figure or a date covers an offset already."""
    claim = reading.claim
    spans = [*((q.start, q.end) for q in claim.quantities), *((d.start, d.end) for d in claim.dates)]
    return any(start <= offset < end for start, end in spans)
