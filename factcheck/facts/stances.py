"""Stances: how a figure is put that is not told as given: asked for, offered, threatened, allowed."""

from __future__ import annotations

from factcheck.facts.gauges import beside
from factcheck.model import Quantity
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Tree


def stance(tree: Tree, quantity: Quantity, words: list[int], act: Frame | None, frame: Frame | None) -> str | None:
    """How a figure at `words` is put, by the act around it or by its own predicate; None if it is given."""
    return (_by(act, quantity, tree) if act else None) or _ruled(tree, words, frame)


def _by(act: Frame, quantity: Quantity, tree: Tree) -> str | None:
    """Whether an act asks for a figure, offers or threatens it, or has room for it."""
    told = tree.lexicon.stances.get(act.lemma) or ("able" if act.able else None)
    held = act.object is not None and act.object.start <= quantity.start < act.object.end
    return told if told != "able" or (held and quantity.dimension == "count") else None  # "a man of 52 is held"


def _ruled(tree: Tree, words: list[int], frame: Frame | None) -> str | None:
    """Whether a figure is what a rule allows ("the limit is 80 km/h"), not what was measured."""
    done_to = frame.object.head if frame and frame.object else None
    told = [i for i in beside(tree, words, frame) if i != done_to or i in tree.ancestors(words[0])]
    told += [frame.index] if frame else []
    narrowing = [c for i in told for c in tree.children(i, "amod", "acl")]
    return "ruled" if any(tree.lemma(i) in tree.lexicon.rules for i in (*told, *narrowing)) else None
