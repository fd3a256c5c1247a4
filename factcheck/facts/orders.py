"""Orders: what ranks above what on a dimension, and what is said to top its class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, scope_of, tokens_in
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Tree

# Clauses, which do not say what is compared.
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "punct", "ccomp"})

# In front of what is compared with.
_THAN = frozenset({"que", "qu'", "than"})
_LEVEL = _THAN | {"as"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFact:
    """`above` ranks over `below` on `dimension`; with `top_of` set, `above` is first of that class.

    `above` and `below` are entity keys or, where not `named`, the words for what is compared; `dimension` is None where
    the text names none; `owners` are the names that limit the class ("de Nvidia"); `negated` denies the order, `equal`
    puts the two on one level ("aussi cher que").
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
    named: bool = True
    equal: bool = False

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Orders meet over a ranked name or, at the top, over the class."""
        names = tuple(("ranked", name) for name in sorted(self.above | self.below if self.named else ()))
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
    """ "X est plus puissant que Y", "les bus roulent moins vite que les trains", "X is faster than Y"."""
    tree = reading.tree
    for frame in reading.frames:
        degree = _degree(tree, frame.index)
        than = None if degree is None else _than(tree, frame.index, equal=degree == 0)
        compared = _spoken_of(tree, frame)
        if degree is None or than is None or compared is None:
            continue
        names = (_own_names(tree, compared), _own_names(tree, than))
        named = all(names)
        kind = than if tree.tokens[compared].pos == "PRON" else compared
        left, right = names if named else (_worded(tree, compared, kind), _worded(tree, than, kind))
        if left and right and not _overlap(left, right):
            above, below = (left, right) if degree >= 0 else (right, left)
            dimension = tree.lexicon.ranks.get(frame.lemma, frame.predicate)
            fact = _fact(reading, frame, above, below, dimension, (frame.start, tree.text(tree.subtree(than))[1]))
            yield replace(fact, named=named, equal=degree == 0)


def _overlap(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sides hold a word in common: "des bus électriques" and "des bus" are no two things to rank."""
    return any(set(x.split()) <= set(y.split()) or set(y.split()) <= set(x.split()) for x in left for y in right)


def _spoken_of(tree: Tree, frame: Frame) -> int | None:
    """What is compared: the grammatical subject, in the passive as well."""
    own = tree.children(frame.index, "nsubj")
    roles = (p.head for p in (frame.subject, frame.object) if p)
    return own[0] if own else next(roles, None)


def _own_names(tree: Tree, i: int) -> frozenset[str]:
    """The names that a noun bears and those listed with it; not those it is merely of ("les habitants de Brest")."""
    below = (c for c in tree.children(i) if tree.is_nominal(c) and tree.tokens[c].dep not in _CLAUSES)
    return tree.names([i]).union(*(_own_names(tree, c) for c in below if not tree.children(c, "case")))


def _worded(tree: Tree, i: int, kind: int) -> frozenset[str]:
    """The words of what is compared; a pronoun stands for `kind` ("ceux de Lorient")."""
    phrase = tree.phrase(i)
    if tree.tokens[i].pos != "PRON":
        return frozenset({" ".join((phrase.concept, *sorted(phrase.lemmas)))}) if tree.has_content(i) else frozenset()
    return frozenset({" ".join((tree.concept(kind), *sorted(phrase.lemmas)))}) if phrase.lemmas else frozenset()


def _degree(tree: Tree, i: int) -> int | None:
    """+1 for "more", -1 for "less", 0 for "as … as"; None for no degree. Adjectives that count downwards turn it."""
    adverbs = [c for a in (i, *tree.children(i, "advmod")) for c in tree.children(a, "advmod")]
    words = {tree.folded(c) for c in adverbs}
    lexicon = tree.lexicon
    signs = [1] if words & lexicon.more or "Degree=Cmp" in tree.tokens[i].morph else []
    signs = [-1] if words & lexicon.less else signs or ([0] if words & lexicon.alike else [])
    return next((-sign if tree.lemma(i) in lexicon.lower else sign for sign in signs), None)


def _than(tree: Tree, i: int, *, equal: bool) -> int | None:
    """The token that a comparative at `i` is compared with, however deep the parse hangs it."""
    inside = (n for n in tree.subtree(i, outside=_CLAUSES) if n > i and tree.is_nominal(n))
    marks = _LEVEL if equal else _THAN
    return next((n for n in inside if any(tree.folded(c) in marks for c in tree.children(n))), None)


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
