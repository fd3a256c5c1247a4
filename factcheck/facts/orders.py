"""Orders: what ranks above what on a dimension, and what is said to top its class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.base import Reading, Scope, scope_of, tokens_in
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFact:
    """`above` ranks over `below` on `dimension`; with `top_of` set, `above` is first of that class.

    `above` and `below` are entity keys; `dimension` is None where the text names none; `owners` are the
    names that limit the class ("de Nvidia"); `negated` denies the order.
    """

    start: int
    end: int
    scope: Scope
    above: frozenset[str]
    below: frozenset[str]
    dimension: str | None
    top_of: str | None
    owners: frozenset[str]
    negated: bool

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Orders meet over a ranked name or, at the top, over the class."""
        names = tuple(("ranked", name) for name in sorted(self.above | self.below))
        return (*names, ("top", self.top_of)) if self.top_of else names


def orders(reading: Reading) -> tuple[OrderFact, ...]:
    """The order facts of a claim."""
    return (*_surpassing(reading), *_comparatives(reading), *_superlatives(reading))


def _surpassing(reading: Reading) -> Iterator[OrderFact]:
    """ "X surpasse Y en efficacité"."""
    tree = reading.tree
    for frame in reading.frames:
        if frame.lemma not in tree.lexicon.surpass or not (frame.subject and frame.object):
            continue
        if frame.subject.names and frame.object.names:
            dimension = _dimension(tree, tree.subtree(frame.index))
            yield _fact(
                reading,
                frame,
                frame.subject.names,
                frame.object.names,
                dimension,
                (frame.start, frame.object.end),
            )


def _dimension(tree: Tree, indices: list[int]) -> str | None:
    """The dimension that a word among `indices` names, if any."""
    found = (tree.lexicon.ranks.get(tree.lemma(i)) for i in indices)
    return next((d for d in found if d), None)


def _comparatives(reading: Reading) -> Iterator[OrderFact]:
    """ "X est plus puissant que Y", "X is faster than Y"."""
    tree = reading.tree
    for frame in reading.frames:
        dimension = tree.lexicon.ranks.get(frame.lemma)
        sign = _degree(tree, frame.index) if dimension and frame.copular else 0
        than = _than(tree, frame.index)
        if not sign or than is None or frame.subject is None:
            continue
        left, right = frame.subject.names, tree.names(tree.subtree(than))
        if left and right:
            above, below = (left, right) if sign > 0 else (right, left)
            yield _fact(reading, frame, above, below, dimension, (frame.start, tree.text(tree.subtree(than))[1]))


def _degree(tree: Tree, i: int) -> int:
    """+1 for "more", -1 for "less", 0 for neither, turned round for adjectives that count downwards."""
    words = {tree.folded(c) for c in tree.children(i, "advmod")}
    sign = 1 if words & tree.lexicon.more or "Degree=Cmp" in tree.tokens[i].morph else 0
    sign = -1 if words & tree.lexicon.less else sign
    return -sign if tree.lemma(i) in tree.lexicon.lower else sign


def _than(tree: Tree, i: int) -> int | None:
    """The token that a comparative adjective at `i` is compared with."""
    return next((child for child in tree.children(i) if tree.is_comparand(child)), None)


def _superlatives(reading: Reading) -> Iterator[OrderFact]:
    """ "les puces les plus puissantes de X (A et B)", "X is the most powerful chip"."""
    tree = reading.tree
    for i, token in enumerate(tree.tokens):
        dimension = tree.lexicon.ranks.get(tree.lemma(i))
        if not dimension or not tree.is_dep(i, "amod") or not _superlative(tree, i):
            continue
        noun = token.head
        sign = _degree(tree, i) or 1
        members = _members(reading, noun)
        if sign > 0 and members:
            yield _top(reading, noun, i, members, dimension)


def _superlative(tree: Tree, i: int) -> bool:
    """Whether the adjective at `i` is a superlative: "les plus …", "the most …", "-est"."""
    if "Degree=Sup" in tree.tokens[i].morph:
        return True
    degree = [c for c in tree.children(i, "advmod") if tree.folded(c) in tree.lexicon.more | tree.lexicon.less]
    if not degree:
        return False
    if tree.lexicon.lang == "en":
        return any(tree.folded(c) in ("most", "least") for c in degree)
    before = degree[0] - 1
    return before >= 0 and tree.lemma(before) == "le"


def _members(reading: Reading, noun: int) -> frozenset[str]:
    """The names said to be at the top: in apposition or brackets behind the noun, or its subject."""
    tree = reading.tree
    names = tree.names(_apposed(tree, noun))
    frame = next((f for f in reading.frames if f.index == noun), None)
    if frame and frame.copular and frame.subject:
        names |= frame.subject.names
    head = tree.tokens[noun].head
    if tree.is_dep(noun, "appos") and head in tree.entity_of:
        names |= tree.names([head])
    return names


def _apposed(tree: Tree, noun: int) -> list[int]:
    """The tokens in apposition to a noun, and brackets inside its phrase with what they hold."""
    inside = tree.subtree(noun)
    apposed = [i for c in tree.children(noun, "appos") for i in tree.subtree(c)]
    opened = next((i for i in inside if tree.tokens[i].text == "("), None)
    if opened is None:
        return apposed
    closed = next((i for i in range(opened, len(tree.tokens)) if tree.tokens[i].text == ")"), opened)
    return sorted({*apposed, *range(opened, closed + 1)})


def _top(reading: Reading, noun: int, adjective: int, members: frozenset[str], dimension: str) -> OrderFact:
    tree = reading.tree
    frame = next((f for f in reading.frames if f.index == noun), None)
    start, end = tree.text([noun, adjective, *_apposed(tree, noun)])
    owners = [i for top in (noun, adjective) for c in tree.children(top, "nmod", "obl") for i in tree.subtree(c)]
    limits = tree.names(tokens_in(tree, start, end)) | tree.names(owners)
    return OrderFact(
        start=start,
        end=end,
        scope=scope_of(reading, noun, frame),
        above=members,
        below=frozenset(),
        dimension=dimension,
        top_of=tree.concept(noun),
        owners=limits - members,
        negated=bool(frame and frame.negated),
    )


def _fact(
    reading: Reading,
    frame: Frame,
    above: frozenset[str],
    below: frozenset[str],
    dimension: str | None,
    focus: tuple[int, int],
) -> OrderFact:
    subject_start = frame.subject.start if frame.subject else focus[0]
    return OrderFact(
        start=min(subject_start, focus[0]),
        end=focus[1],
        scope=scope_of(reading, frame.index, frame),
        above=above,
        below=below,
        dimension=dimension,
        top_of=None,
        owners=frozenset(),
        negated=frame.negated,
    )
