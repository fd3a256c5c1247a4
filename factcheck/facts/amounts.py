"""Quantifiers as they stand: words ("la plupart", "certains") and figures ("60 %", "trois") with the noun they are of.

What is said of so many of a class, `facts.quantifiers` reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from factcheck.facts.base import Reading, head_of, tokens_in
from factcheck.facts.extents import ALL, AT_LEAST_ONE, Extent
from factcheck.interval import Interval
from factcheck.lang import theme
from factcheck.model import Qualifier, Quantity
from factcheck.parse.tree import Tree
from factcheck.text import folded

PEOPLE = "people"
# A quantifier is a phrase of at most so many words; between it and its noun stand at most so many.
_LONGEST, _REACH = 4, 5
_PERCENT = Decimal("0.01")
# What leaves a number open above: where four run, three do.
_OPEN = {Qualifier.EXACT, Qualifier.ABOUT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The quantifier words of one language."""

    amounts: Mapping[str, tuple[str, Extent]]
    links: frozenset[str]
    definite: frozenset[str]
    other: frozenset[str]
    presenting: tuple[str, ...]
    alias: frozenset[str]
    exactly: frozenset[str]
    joining: frozenset[str]
    people: frozenset[str]
    whole: frozenset[str]
    bare: frozenset[str]
    turning: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A quantifier as it stands: its tokens, its noun (None where it is left out), and how much it says."""

    word: str
    tokens: tuple[int, ...]
    noun: int | None
    extent: Extent


@cache
def words_of(lang: str) -> Words:
    """The quantifier words of a language."""
    data = theme("quantifiers", lang)
    amounts = {word: (key, _amount(row)) for key, row in data["amounts"].items() for word in row["words"]}
    sets = {
        key: frozenset(data[key])
        for key in ("links", "definite", "other", "alias", "exactly", "joining", "people", "whole", "bare", "turning")
    }
    return Words(amounts=amounts, presenting=tuple(data["presenting"]), **sets)


def _amount(row: Mapping[str, str]) -> Extent:
    """The extent of a row of the language file."""
    low, high = row.get("from", row.get("above")), row.get("to", row.get("below"))
    share = Interval(
        low=Decimal(low or 0),
        high=Decimal(high or 1),
        low_inclusive="above" not in row,
        high_inclusive="below" not in row,
    )
    total = Interval.point(Decimal(row["total"])) if "total" in row else None
    return Extent.of(share=share, count=Interval(low=Decimal(row.get("least", 0))), total=total)


def parts_of(reading: Reading) -> list[Part]:
    """The quantifiers of a claim in their order; of two over one noun the first ("la moitié des six élus")."""
    tree = reading.tree
    found: list[Part] = []
    for part in sorted((*_lexical(reading), *_figures(reading)), key=lambda part: part.tokens):
        if part.noun is None or all(part.noun != other.noun for other in found):
            found.append(part)
    counted = {tree.lemma(part.noun): part for part in found if part.word == "number" and part.noun is not None}
    nouns = {part.noun for part in found}
    singles = (i for i in range(len(tree.tokens)) if i not in nouns and tree.lemma(i) in counted)
    for i in singles:
        one = next((c for c in tree.children(i, "det") if tree.lemma(c) in tree.lexicon.one), None)
        if one is not None:
            found.append(Part(word="number", tokens=(one,), noun=i, extent=Extent.of(count=AT_LEAST_ONE)))
    return sorted(found, key=lambda part: part.tokens)


def _lexical(reading: Reading) -> Iterator[Part]:
    """The quantifiers that are words: the longest phrase at each place that a noun follows."""
    tree, words = reading.tree, words_of(reading.claim.lang)
    figures = {i for q in reading.claim.quantities for i in tokens_in(tree, q.start, q.end)}
    texts = ["" if i in figures else folded(t.text) for i, t in enumerate(tree.tokens)]
    at = 0
    while at < len(texts):
        phrases = ((n, " ".join(texts[at : at + n])) for n in range(_LONGEST, 0, -1))
        match = next(((n, words.amounts[p]) for n, p in phrases if p in words.amounts), None)
        noun = _noun_behind(tree, at + match[0], words) if match else None
        if match and noun is not None and not _other_use(texts, at):
            yield Part(word=match[1][0], tokens=tuple(range(at, at + match[0])), noun=noun, extent=match[1][1])
        at += match[0] if match else 1


def _other_use(texts: Sequence[str], at: int) -> bool:
    """Whether a quantifier's word stands in another use: "un peu de", "the most powerful"."""
    before = texts[at - 1] if at else ""
    return (texts[at], before) in {("peu", "un"), ("most", "the"), ("all", "at"), ("tout", "du")}


def _noun_behind(tree: Tree, at: int, words: Words) -> int | None:
    """The noun that a quantifier ending before `at` is of."""
    for i in range(at, min(at + _REACH, len(tree.tokens))):
        token = tree.tokens[i]
        if token.pos in ("NOUN", "PROPN"):
            return i
        if folded(token.text) not in words.links and token.pos not in ("ADJ", "NUM"):
            return None
    return None


def _figures(reading: Reading) -> Iterator[Part]:
    """The quantifiers that are figures: shares with their noun (or none), counts."""
    tree, quantities = reading.tree, reading.claim.quantities
    pending: tuple[int, Interval] | None = None
    for quantity, following in zip_longest(quantities, quantities[1:]):
        if quantity.qualifier is Qualifier.INDEFINITE or quantity.direction or quantity.per:
            continue
        if quantity.dimension == "count" and quantity.unit != "ordinal":
            part = counted(reading, quantity)
        elif quantity.unit in ("percent", "ratio"):
            share = quantity.bounds.scaled(_PERCENT) if quantity.unit == "percent" else quantity.bounds
            start, share = (pending[0], share.meet(pending[1])) if pending else (quantity.start, share)
            pending = (start, share) if following and _joined(reading, quantity, following) else None
            part = None if pending else _shared(reading, quantity, tokens_in(tree, start, quantity.end), share)
        else:
            part = None
        if part:
            yield part


def _joined(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether two bounds are of one figure: "plus de 10 % mais moins de 20 %"."""
    words = words_of(reading.claim.lang)
    between = reading.slice(one.end, other.start).strip(" ,").lower()
    return between in words.joining and one.unit == other.unit and not (one.bounds.is_point or other.bounds.is_point)


def counted(reading: Reading, quantity: Quantity) -> Part | None:
    """A count with its noun. The number is the least there are, unless it is bounded above or said to be exact."""
    tree, words = reading.tree, words_of(reading.claim.lang)
    tokens = tokens_in(tree, quantity.start, quantity.end)
    nouns = [i for i in tokens if tree.tokens[i].pos in ("NOUN", "PROPN") and tree.concept(i) not in _SCALES]
    behind = _noun_behind(tree, tokens[-1] + 1, words) if tokens and not nouns else None
    nouns = nouns or ([] if behind is None else [behind])
    if not nouns or tree.lexicon.spans.get(tree.lemma(nouns[0])):
        return None
    figure = tuple(i for i in tokens if i < nouns[0] and tree.tokens[i].pos != "ADJ")
    if not figure:
        return None
    near = {folded(tree.tokens[i].text) for i in range(max(0, tokens[0] - 2), min(len(tree.tokens), nouns[0] + 1))}
    exact = quantity.qualifier not in _OPEN or bool(near & words.exactly)
    count = quantity.bounds if exact else Interval(low=quantity.bounds.low)
    before = folded(tree.tokens[tokens[0] - 1].text) if tokens[0] else ""
    if before in words.definite and quantity.bounds.is_point:
        return Part(word="all", tokens=figure, noun=nouns[0], extent=Extent.of(share=ALL, total=quantity.bounds))
    return Part(word="number", tokens=figure, noun=nouns[0], extent=Extent.of(count=count))


_SCALES = frozenset({"million", "milliard", "millier", "centaine", "dizaine", "thousand", "billion", "hundred"})


def _shared(reading: Reading, quantity: Quantity, tokens: list[int], share: Interval) -> Part | None:
    """A share with the noun inside or behind it, if there is one."""
    tree, words = reading.tree, words_of(reading.claim.lang)
    if not tokens:
        return None
    inside = [i for i in tokens if quantity.of in (tree.lemma(i), tree.concept(i))]
    noun = inside[0] if inside else None
    behind = tokens[-1] + 1
    if not inside and behind < len(tree.tokens) and folded(tree.tokens[behind].text) in words.links:
        noun = _noun_behind(tree, behind, words)
    return Part(
        word="share", tokens=tuple(i for i in tokens if i not in inside), noun=noun, extent=Extent.of(share=share)
    )


def restrictor_of(tree: Tree, noun: int, words: Words) -> str:
    """What class a noun names; all who live somewhere are one class, told apart by what narrows it."""
    return PEOPLE if _is_people(tree, noun, words) else tree.lexicon.stem(tree.lemma(noun))


def _is_people(tree: Tree, noun: int, words: Words) -> bool:
    return tree.lemma(noun) in words.people or is_demonym(tree, noun)


def is_demonym(tree: Tree, noun: int) -> bool:
    """Whether a noun names the people of a place: a plural with a capital inside the sentence."""
    text = tree.tokens[noun].text
    return noun > 0 and text[0].isupper() and text[1:].islower() and text.endswith("s")


def group_of(tree: Tree, part: Part) -> list[int]:
    """The tokens of a quantified noun phrase."""
    if part.noun is None:
        return list(part.tokens)
    below = tree.subtree(part.noun, outside=frozenset({"conj", "cc", "punct", "appos"}))
    clauses = (c for c in tree.children(part.noun, "acl:relcl") if not _relative(tree, c))
    astray = {n for c in clauses for n in tree.subtree(c)}
    return sorted({*part.tokens, *(n for n in below if n not in astray)})


def _relative(tree: Tree, predicate: int) -> bool:
    """Whether a clause behind a noun has its "who": one without may be the sentence's own predicate, parsed astray."""
    return any("PronType=Rel" in tree.tokens[n].morph for n in tree.subtree(predicate))


def top_of(tree: Tree, part: Part) -> int:
    """The token by which a quantified noun phrase hangs on its predicate."""
    inside = {*part.tokens, *([] if part.noun is None else [part.noun])}
    top = head_of(tree, sorted(inside))
    top = part.tokens[0] if top is None else top
    while tree.is_dep(top, "conj") and tree.tokens[top].head != top and tree.is_nominal(tree.tokens[top].head):
        top = tree.tokens[top].head
    return top
