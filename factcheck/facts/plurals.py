"""Plurals: whether a noun tells of one, of some by their number, or of all there are ("les freins", "all members")."""

from __future__ import annotations

from factcheck.lang import theme
from factcheck.parse.tree import Tree


def several(tree: Tree, i: int) -> bool:
    """Whether a noun tells of more than one."""
    return "Number=Plur" in tree.tokens[i].morph


def counted(tree: Tree, i: int) -> bool:
    """Whether a noun tells of some by their number, or of those that a clause picks out, not of all."""
    picked = bool(tree.children(i, "acl:relcl"))
    return picked or (bool(tree.children(i, "nummod")) and not whole(tree, i))


def whole(tree: Tree, i: int) -> bool:
    """Whether a noun tells of all there are: "les freins", "ses freins", "all six members"."""
    words = theme("states", tree.lexicon.lang)["possessive"]
    determiners = tree.children(i, "det", "nmod:poss", "case")
    definite = any("Definite=Def" in tree.tokens[c].morph or tree.folded(c) == "the" for c in determiners)
    owned = any(tree.lemma(c) in words for c in determiners)
    every = any(tree.lemma(c) in tree.lexicon.every for c in tree.children(i, "det", "amod"))
    return every or ((definite or owned) and not tree.children(i, "acl:relcl"))


def included(tree: Tree, i: int) -> int | None:
    """The one whom a plural is told to include: "eight people, including the driver"."""
    words = theme("states", tree.lexicon.lang)["partly"] if several(tree, i) else ()
    behind = (c for c in tree.children(i, "nmod") if any(tree.folded(m) in words for m in tree.children(c, "case")))
    return next((c for c in behind if not several(tree, c) and not tree.children(c, "conj", "nummod")), None)
