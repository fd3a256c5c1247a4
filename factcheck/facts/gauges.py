"""Gauges: what a figure measures where its unit does not say so: a price, a fine, a distance in passing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from factcheck.lang import theme
from factcheck.model import Quantity
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Tree


def gauges(tree: Tree, quantity: Quantity, words: list[int], frame: Frame | None) -> frozenset[str]:
    """What `quantity` measures: what the nouns and adjectives around it say or, where those say nothing, its predicate.

    "Payer une amende de 2 millions" is a fine, "payer 2 millions pour une usine" a price.
    """
    table = _table(tree.lexicon.lang, quantity.dimension or "")
    if not table:
        return frozenset()
    nouns = (_told(tree, table, i) for i in beside(tree, words, frame))
    acts = [frame.index, *tree.children(frame.index, "amod", "xcomp")] if frame else []
    return frozenset().union(*nouns) or frozenset().union(*(_told(tree, table, i) for i in acts))


def _told(tree: Tree, table: Mapping[str, str], i: int) -> frozenset[str]:
    """What one word says of the figure."""
    return frozenset(table[form] for form in (tree.lemma(i), tree.concept(i), tree.folded(i)) if form in table)


def beside(tree: Tree, words: list[int], frame: Frame | None) -> Iterator[int]:
    """The tokens beside the figure that may say what it measures, those of what it is told of among them."""
    for i in words:
        yield i
        yield from (c for c in tree.children(i, "nmod", "amod", "advmod", "obl") if c not in words)
        yield from (h for h in [tree.tokens[i].head] if frame is None or h != frame.index)
        yield from behind(tree, i)
    yield from (phrase.head for phrase in (frame.subject, frame.object) if phrase) if frame else ()


def is_gauge(concept: str, lang: str, quantity: Quantity) -> bool:
    """Whether a word beside a figure says what it measures, rather than narrowing that."""
    return concept in _table(lang, quantity.dimension or "")


def behind(tree: Tree, i: int) -> list[int]:
    """The noun that stands behind token `i` and "of", whatever the parse hangs it on: "jour de deuil"."""
    links = i + 2 < len(tree.tokens) and tree.lemma(i + 1) in ("de", "of") and tree.tokens[i + 2].pos == "NOUN"
    return [i + 2] if links else []


@cache
def _table(lang: str, dimension: str) -> Mapping[str, str]:
    """The words of all gauges of one dimension."""
    rows = theme("gauges", lang).items()
    return {word: gauge for gauge, row in rows if row["of"] == dimension for word in row["words"]}


@cache
def told_once(lang: str) -> frozenset[str]:
    """The gauges of which an event has one: a depth, a speed limit, the damage; not what was paid, or a speed."""
    return frozenset(gauge for gauge, row in theme("gauges", lang).items() if "once" in row)
