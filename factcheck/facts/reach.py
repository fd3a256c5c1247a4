"""How far a denial reaches: the words under it, and where other clauses begin, which are told.

With a parse that knows the predicate, the words below it; where the parse knows none, those up to the next mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.parse.negation import aside, instead, particle
from factcheck.parse.tree import Tree

# Clauses beside the denied one: they are told, not denied.
APART = frozenset({"advcl", "parataxis", "punct", "cc"})
# Beside a subject, its relative clauses too.
BESIDE = APART | {"acl:relcl"}

# How many words a French negation may hold between its two halves ("n'en a pourtant encore jamais").
_BETWEEN = 6
_MARKS = frozenset(",;:().!?–—")
_OPENING = frozenset({"CCONJ", "SCONJ"})
# Behind these a denial goes on: "pas que …".
_COMPLEMENT = frozenset({"que", "qu'", "that"})


def below(tree: Tree, i: int, outside: frozenset[str] = BESIDE) -> list[int]:
    """The tokens at and below `i` that a denial of it covers; not what holds instead ("mais …")."""
    found, stack = [], [i]
    while stack:
        node = stack.pop()
        found.append(node)
        inside = (c for c in tree.children(node) if tree.tokens[c].dep not in outside)
        stack.extend(c for c in inside if not (opposed(tree, c) or own_clause(tree, c) or _told(tree, c)))
    but = (n for n in range(i + 1, len(tree.tokens)) if instead(tree.tokens[n].text, tree.lexicon.lang))
    end = next(but, len(tree.tokens))
    return sorted(n for n in found if n < end)


def above(tree: Tree, i: int) -> Iterator[int]:
    """A predicate and what it hangs from, up to a clause of its own."""
    yield i
    for head in tree.ancestors(i):
        if own_clause(tree, i):
            return
        yield head
        i = head


def opposed(tree: Tree, i: int) -> bool:
    """Whether a word is put in the place of a denied one: "mais à Angers", "plutôt à Angers"."""
    return any(instead(tree.tokens[c].text, tree.lexicon.lang) for c in tree.children(i, "cc", "advmod"))


def own_clause(tree: Tree, i: int) -> bool:
    """Whether a conjunct has its own subject ("n'a pas signé, car le maire refuse"): no denial reaches there."""
    return tree.is_dep(i, "conj") and bool(tree.children(i, "nsubj", "expl:subj"))


def _told(tree: Tree, i: int) -> bool:
    """Whether words below a denied one are told all the same: known ones, and a clause that its conjunction opens.

    The parse may take such a clause for something else ("ne signera pas, même si son parti le lui ordonne").
    """
    return _known(tree, i) or any(aside(tree.tokens[c].text, tree.lexicon.lang) for c in tree.children(i, "mark"))


def _known(tree: Tree, i: int) -> bool:
    """Whether words are taken as known: what is compared with, and what tells which known thing ("le prix que …")."""
    head = tree.tokens[i].head
    if tree.is_dep(i, "acl:relcl"):
        return head in tree.entity_of or any("Definite=Def" in tree.tokens[c].morph for c in tree.children(head, "det"))
    ranking = tree.lexicon.more | tree.lexicon.less
    return tree.is_comparand(i) and any(tree.lemma(c) in ranking for c in tree.children(head))


def around(tree: Tree, i: int) -> list[int]:
    """What a negative word denies where the parse knows no predicate for it: "sans aucun lien avec …".

    From the particle in front of it up to the next mark or clause.
    """
    front = (n for n in range(max(0, i - _BETWEEN), i) if particle(tree.tokens[n].text, tree.lexicon.lang))
    end = next((n for n in range(i + 1, len(tree.tokens)) if _closes(tree, n)), len(tree.tokens))
    return list(range(next(front, i), end))


def _closes(tree: Tree, i: int) -> bool:
    """Whether a clause ends at token `i`."""
    token = tree.tokens[i]
    if token.pos == "PUNCT":
        return token.text in _MARKS
    return token.pos in _OPENING and tree.folded(i).lower() not in _COMPLEMENT
