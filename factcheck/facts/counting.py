"""What a figure counts: its noun, those it is some of, and whether it counts all there are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, head_of
from factcheck.facts.fates import (
    fate_of,
    fates,
    is_animal,
    is_any_animal,
    is_base,
    is_person,
    sort_of,
    tells,
    words_of,
)
from factcheck.model import Quantity
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import Lexicon
from factcheck.parse.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a figure counts, in the words of `NumberFact`; `some`: some of others who are counted too."""

    counted: str
    fates: frozenset[str] = frozenset()
    toll: bool = False
    anyone: bool = False
    people: bool = False
    animals: bool = False
    any_animal: bool = False
    picked: bool = False
    sent: bool = False
    some: bool = False


def counted(reading: Reading, words: list[int], head: int, unit: str | None, frame: Frame | None) -> Counted:
    """What the figure of `words` under `head` counts, by its noun, and by those it is some of where it has none."""
    tree = reading.tree
    noun = _noun(tree, words, unit)
    if noun is None:
        return Counted(counted=measured_in(tree, unit))
    base = _base(tree, head) if _is_figure(tree, noun) else None
    befallen = frozenset() if frame and frame.negated else fates(tree, noun, words)
    rising = befallen & words_of(reading.claim.lang).rising
    said = _said(tree, noun, unit, base)
    anyone = said in tree.lexicon.anyone or tells(tree, noun) or (not unit and bool(rising))
    return Counted(
        counted=min(rising) if anyone and rising and (not unit or said in tree.lexicon.generic) else said,
        fates=befallen,
        toll=bool(rising),
        anyone=anyone,
        people=anyone or base is not None or is_person(tree, noun),
        animals=is_animal(tree, noun),
        any_animal=is_any_animal(tree, noun),
        picked=any(fate_of(tree, c) for c in tree.children(noun, "amod", "acl")),
        sent=tree.concept(noun) in tree.lexicon.sent,
        some=_is_among(tree, noun),
    )


def _said(tree: Tree, noun: int, unit: str | None, base: int | None) -> str:
    """The word for what is counted: that of the base, of all sorts of people together, of the noun, or the unit."""
    if base is not None:
        return sort_of(tree, base)
    if not tells(tree, noun) and _is_joint(tree, noun) and (person := tree.lexicon.anyone & {"person"}):
        return min(person)
    named = unit and not (_is_figure(tree, noun) or tree.lemma(noun) in tree.lexicon.numbering)
    return sort_of(tree, noun) if named else measured_in(tree, unit)


def measured_in(tree: Tree, unit: str | None) -> str:
    """The shared id of a unit, which stands for what is counted where no noun does."""
    return tree.lexicon.concept(unit or "", headword=tree.abroad)


def _base(tree: Tree, head: int) -> int | None:
    """The noun of those out of whom a bare figure counts some: "sur les 30 marins, 12 ont péri"."""
    above = tree.tokens[head].head
    near = [above, *tree.children(above, "nsubj", "obl"), *tree.children(head, "nmod", "obl")]
    return next((i for i in near if i != head and is_person(tree, i) and is_base(tree, i)), None)


def _is_among(tree: Tree, noun: int) -> bool:
    """Whether those counted are some of others that are counted too: "two men, among a group of five", "2 des 5"."""
    above = tree.tokens[noun].head
    numbers, cases = tree.children(above, "nummod"), tree.children(above, "case")
    if tree.is_dep(noun, "nmod", "appos") and numbers and cases and min(numbers) < min(cases):
        return True  # "Quatre des marins, trois Belges et …"
    among = words_of(tree.lexicon.lang).among
    others = (c for c in tree.children(noun, "nmod") if {tree.folded(n) for n in tree.children(c, "case")} & among)
    return any(tree.tokens[n].pos == "NUM" for c in others for n in tree.subtree(c))


def is_whole(tree: Tree, first: int) -> bool:
    """Whether a figure that opens at a token is told of all there are: "les 35 salariés", "aucun des 35"."""
    return first > 0 and tree.folded(first - 1) in tree.lexicon.definite


def spanning(lexicon: Lexicon, quantity: Quantity) -> Quantity:
    """The quantity; as a duration where it counts spans of time ("three days of mourning")."""
    unit = lexicon.spans.get(quantity.unit or "") if quantity.dimension == "count" else None
    return replace(quantity, unit=unit, dimension="duration") if unit else quantity


def _noun(tree: Tree, words: list[int], unit: str | None) -> int | None:
    """The token of what is counted; the figure's own where its noun is left out ("injuring another 40")."""
    nouns = [i for i in words if unit in (tree.lemma(i), tree.concept(i), tree.folded(i))]
    return nouns[0] if nouns else head_of(tree, words)


def _is_figure(tree: Tree, i: int) -> bool:
    """Whether a token is the figure itself, which stands for those it counts: "227 ont été blessées"."""
    return tree.tokens[i].pos == "NUM" or tree.tokens[i].text[:1].isdigit()


def _is_joint(tree: Tree, noun: int) -> bool:
    """Whether one figure counts people of two sorts together: "les 31 élèves et professeurs"."""
    if not is_person(tree, noun):
        return False
    others = [c for c in tree.children(noun, "conj") if tree.tokens[c].pos == "NOUN"]
    joined = (c for c in others if tree.children(c, "cc") or tree.children(noun, "cc"))
    return any(not tree.children(c, "det", "nummod", "amod", "case") for c in joined)


def numbered(tree: Tree, head: int) -> int | None:
    """The noun that a bare figure is the number of: "61, c'est le nombre de bateaux", "porte à 61 le nombre de …"."""
    above = [head, *tree.ancestors(head)]
    roots = [i for i, token in enumerate(tree.tokens) if token.head == i] if tree.tokens[head].head == head else []
    near = [n for a in (*above, *roots) for n in (a, *tree.children(a, "nsubj", "obj"))]
    nouns = [n for n in near if tree.lemma(n) in tree.lexicon.numbering]
    counted = (c for n in nouns for c in tree.children(n, "nmod", "compound") if c != head)
    return next((c for c in counted if tree.tokens[c].pos != "NUM"), None)
