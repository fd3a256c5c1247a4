"""Contrasts: what is denied without a negated verb, beside what holds ("au siège, non au port", "au lieu de …")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.facts.reach import around, below
from factcheck.parse.negation import is_negative
from factcheck.parse.tree import Tree

# What a prefix is parted by from the word it makes the contrary of.
_HYPHEN = "-"
_PASSIVE = ("cop", "aux:pass")


class Contrast(NamedTuple):
    """The words of a contrast: where it stands, what carries it, all that it covers, and what the other must tell too.

    `base` is the lemma that a prefix denies ("non-autorisé"), else None.
    """

    at: int
    heads: list[int]
    words: list[int]
    needed: list[int]
    base: str | None = None


def contrasts(tree: Tree) -> Iterator[Contrast]:
    """Every contrast of a claim."""
    for i in range(len(tree.tokens) - 1):
        if tree.folded(i).lower() in tree.lexicon.contrast and _contrasting(tree, i):
            yield from _set_against(tree, i)
        elif length := _in_place(tree, i):
            yield from _replaced(tree, i, length)
        else:
            yield from _prefixed(tree, i)


def _set_against(tree: Tree, i: int) -> Iterator[Contrast]:
    """ "Au siège et non pas au port", "by Kerlan, not Abalan"."""
    head = tree.tokens[i].head
    target = head if head > i else _noun_behind(tree, i)
    if target and tree.has_content(target):
        yield Contrast(at=target, heads=[target], words=[n for n in below(tree, target) if n >= i], needed=[])


def _noun_behind(tree: Tree, i: int) -> int | None:
    """The noun right behind a "not" that belongs to no predicate: "by Kerlan, not Abalan"."""
    if tree.is_predicate(tree.tokens[i].head):
        return None
    behind = next((n for n in range(i + 1, len(tree.tokens)) if tree.tokens[n].pos not in ("DET", "ADJ", "ADP")), None)
    return behind if behind and tree.is_nominal(behind) else None


def _contrasting(tree: Tree, i: int) -> bool:
    """Whether "non" sets against ("et non la gare", "non pas la gare"), and is no prefix ("non vacciné")."""
    before = tree.tokens[i - 1].pos if i else ""
    return before in ("CCONJ", "PUNCT") or is_negative(tree.tokens[i + 1].text, tree.lexicon.lang)


def _in_place(tree: Tree, i: int) -> int:
    """How many words from `i` on say that what follows does not hold ("plutôt que de", "instead of"); 0 for none."""
    for phrase in tree.lexicon.in_place:
        if [tree.folded(n).lower() for n in range(i, min(i + len(phrase), len(tree.tokens)))] == list(phrase):
            return len(phrase)
    return 0


def _replaced(tree: Tree, i: int, length: int) -> Iterator[Contrast]:
    """ "A produit du savon au lieu de vendre des masques": what is not done, up to the next mark.

    The last word of it carries it, and the other must tell it: the act itself is often that which is done.
    """
    words = [n for n in around(tree, i) if n >= i + length]
    said = [n for n in words if tree.has_content(n)]
    target = next((n for n in said if tree.tokens[n].pos != "VERB"), next(iter(said), None))
    if target is not None:
        yield Contrast(at=target, heads=[target], words=words, needed=[target])


def _prefixed(tree: Tree, i: int) -> Iterator[Contrast]:
    """ "Orvax, non-autorisé en Europe, …": told of a thing, not picking out which ("les enfants non-vaccinés")."""
    prefix, hyphen, base = tree.lemma(i).partition(_HYPHEN)
    apart = i > 0 and tree.tokens[i - 1].text == ","
    if not (hyphen and base and prefix in tree.lexicon.contrast):
        return
    if tree.tokens[i].pos in ("ADJ", "VERB") and (apart or tree.children(i, *_PASSIVE)):
        beside = [n for c in tree.children(i, "obl", "advmod") for n in below(tree, c)]
        yield Contrast(at=i, heads=[i], words=[i, *beside], needed=tree.children(i, "obl"), base=base)
