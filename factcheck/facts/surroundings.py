"""What stands around a figure: the roles of its predicate, what it hangs on and governs, what narrows it, names."""

from __future__ import annotations

from dataclasses import replace

from factcheck.facts.base import Reading
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

# Prepositions that say what a figure is of, which `measured` holds.
_OF = frozenset({"de", "of"})


def is_dated(reading: Reading, i: int) -> bool:
    """Whether token `i` is part of a date."""
    token = reading.tree.tokens[i]
    return any(d.start <= token.start < d.end for d in reading.claim.dates)


def names_around(reading: Reading, words: list[int]) -> frozenset[str]:
    """The names of a claim, without those of what a figure is only compared with, or those last named before it."""
    _, others = reading.tree.set_against(words)
    elsewhere = reading.tree.names(others) - reading.tree.names(set(range(len(reading.tree.tokens))) - others)
    return (reading.names - elsewhere) or reading.last_named


def modifiers(tree: Tree, noun: int, words: list[int], frame: Frame | None) -> frozenset[str]:
    """What narrows the counted noun ("50 Français blessés"), and how its predicate is narrowed ("grièvement").

    Where it happened narrows nothing: "quatre personnes dans le massif du Queyras".
    """
    hung = (c for i in {noun, *words} for c in tree.children(i, "amod", "compound", "nmod") if c not in words)
    found = [c for c in hung if not (_is_place(tree, c) or _of_some(tree, noun, c))]
    found += [c for i in words for c in tree.children(i, "amod") if c in words and c > i]
    adverbs = tree.children(frame.index, "advmod") if frame else []
    manner = {tree.lemma(i) for i in adverbs if tree.lemma(i).endswith(("ment", "ly"))}
    return tree.content(found) | manner


def _of_some(tree: Tree, noun: int, i: int) -> bool:
    """Whether a word tells of some of the counted only: "108 injuries, some serious", "12 dead, including a child"."""
    if {tree.folded(c) for c in tree.children(i, "case")} & tree.lexicon.part_of:
        return True
    return i > noun and any(tree.tokens[n].text == "," for n in range(noun, i)) and tree.tokens[i].pos == "ADJ"


def _is_place(tree: Tree, i: int) -> bool:
    """Whether a noun that hangs on a figure names where: "… dans le massif du Queyras", not "… dans un état grave"."""
    phrase = tree.phrase(i)
    return bool(phrase.names) and phrase.case is not None and phrase.case not in _OF


def placed(tree: Tree, words: list[int]) -> frozenset[str]:
    """The nouns behind the figure that only place it: "quinze morts dans le déraillement"."""
    behind = (c for i in words for c in tree.children(i, "nmod"))
    return frozenset(tree.concept(c) for c in behind if not {tree.lemma(n) for n in tree.children(c, "case")} & _OF)


def slots(reading: Reading, words: list[int], frame: Frame | None) -> tuple[tuple[str, Phrase], ...]:
    """The roles of the figure's predicate that hold neither the figure nor a date.

    What hangs on the figure itself by a preposition counts with them: parsers are of two minds about the
    place of "aux ports" in "consacrer 8 millions aux ports".
    """
    tree = reading.tree
    hung = [tree.phrase(c) for w in words for c in tree.children(w, "nmod", "obl") if c not in words]
    found = [*(frame.slots if frame else ()), *((p.case, p) for p in hung if p.case and p.case not in _OF)]
    # "un butin estimé", "une bague estimée" share but what is said of them
    itself = {frame.predicate} if frame else set()
    own, others = tree.set_against(words)
    around = ((label, p) for label, p in found if p.head not in others and (not own or p.head in own))
    kept = ((label, p) for label, p in around if p.head not in words and not is_dated(reading, p.head))
    return tuple((label, replace(p, lemmas=p.lemmas - itself)) for label, p in kept)


def measured(tree: Tree, words: list[int], head: int) -> frozenset[str]:
    """The noun the figure hangs on ("un fonds de …") and those it governs ("… de subventions")."""
    above = [a for a in tree.ancestors(head) if tree.is_nominal(a) and a not in words][:1]
    _, others = tree.set_against(words)
    below = [c for w in words for c in tree.children(w, "nmod") if c not in words and c not in others]
    nouns = (n for n in (*above, *below) if tree.tokens[n].pos not in ("NUM", "PRON"))
    return frozenset(tree.concept(n) for n in nouns) - tree.lexicon.empty


def quality(tree: Tree, head: int) -> str | None:
    """The adjective that the figure measures: "visible à 70 km", "4.3 km wide"."""
    above = tree.tokens[head].head
    return tree.concept(above) if tree.tokens[above].pos == "ADJ" and above != head else None
