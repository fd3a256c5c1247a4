"""People: the nouns for them, and of whom a claim goes on to speak ("Luc Moreau a été jugé. Il a fait appel.")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.lang import theme
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import lexicon
from factcheck.parse.tree import Phrase, Tree

# A story keeps to whom or what it named last for about so many claims.
BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """A person that a claim is about, in the tree of that claim."""

    tree: Tree
    phrase: Phrase


@cache
def people(lang: str) -> frozenset[str]:
    """The nouns for people."""
    told = (theme("states", lang)["people"], *theme("referents", lang)["people"].values())
    return lexicon(lang).people.union(*told)


def spoken_of(told: Sequence[tuple[str, Tree, tuple[Frame, ...]]]) -> list[Antecedent | None]:
    """For each claim (article, tree, frames) the person that those right before it in its article are about."""
    found: list[Antecedent | None] = []
    about: list[tuple[int, Antecedent]] = []
    for i, (source, tree, frames) in enumerate(told):
        if i and told[i - 1][0] != source:
            about = []
        found.append(next((one for n, one in reversed(about) if i - n <= BACK), None))
        own = person_in(tree, frames)
        goes_on = any(_he(tree, f.subject) for f in frames) if own is None else anonymous(tree, own.phrase)
        if about and goes_on:
            about.append((i, about[-1][1]))
        elif own:
            about.append((i, own))
    return found


def person_in(tree: Tree, frames: Iterable[Frame]) -> Antecedent | None:
    """The person that a claim is about: the subject of its main clause or, if that is none, its object."""
    main = [f for f in frames if not any(tree.is_predicate(n) and not _says(tree, n) for n in tree.ancestors(f.index))]
    roots = {f.index if _says(tree, tree.root(f.index)) else tree.root(f.index) for f in main}
    main = [f for f in main if not _says(tree, f.index)] or main
    opening = [tree.phrase(c) for root in sorted(roots) for c in tree.children(root, "nsubj")]
    roles = (phrase for f in main for phrase in (f.subject, f.object) if phrase)
    one = next((phrase for phrase in (*opening, *roles) if is_person(tree, phrase)), None)
    return Antecedent(tree=tree, phrase=one) if one else None


def _says(tree: Tree, i: int) -> bool:
    """Whether a predicate only tells who says it: "…, police said"."""
    return tree.concept(i) == "say" and bool(tree.children(i, "ccomp", "parataxis"))


def anonymous(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase says of somebody known no more than what he is: "l'homme", "the 42-year-old"."""
    table = theme("states", tree.lexicon.lang)
    parent = phrase.lemma in table["parents"] and bool(tree.children(phrase.head, "nmod"))
    return phrase.definite and not phrase.own and (phrase.lemma in table["anonymous"] or parent)


def is_person(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase is one person: a name of several words, or a noun for one."""
    if "Number=Plur" in tree.tokens[phrase.head].morph:
        return False
    named = phrase.head in tree.entity_of and any(" " in name for name in phrase.own)
    noun = tree.tokens[phrase.head].pos == "NOUN" and phrase.lemma in people(tree.lexicon.lang)
    return named or noun or anonymous(tree, phrase)


def agrees(tree: Tree, pronoun: int, one: Antecedent) -> bool:
    """Whether "elle" may stand for a noun: not where the parse gives them two genders."""
    morphs = (tree.tokens[pronoun].morph, one.tree.tokens[one.phrase.head].morph)
    genders = {gender for morph in morphs for gender in ("Gender=Masc", "Gender=Fem") if gender in morph}
    return len(genders) < 2 or one.phrase.head in one.tree.entity_of


def he(tree: Tree, i: int) -> bool:
    """Whether a token is "he" or "she", in whatever case."""
    return tree.tokens[i].pos == "PRON" and tree.folded(i).lower() in theme("states", tree.lexicon.lang)["pronouns"]


def _he(tree: Tree, phrase: Phrase | None) -> bool:
    return phrase is not None and he(tree, phrase.head)
