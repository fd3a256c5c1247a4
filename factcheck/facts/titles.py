"""Titles: what an article calls people by ("le président du club, Jean Morvan"), so that the role alone tells whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factcheck.parse.tree import Tree

# What an article calls somebody: a role, by its noun, and with its qualifiers -> the names of whoever has it.
Roles = Mapping[str, Mapping[frozenset[str], frozenset[str]]]
# What stands in front of what somebody is.
_AS = frozenset({"as", "comme"})
# A role's noun, its qualifiers, and a name beside it.
_Named = tuple[str, frozenset[str], str]


def roles_of(told: Iterable[tuple[str, Tree]]) -> Mapping[str, Roles]:
    """By article, who is named beside which role: "le président du club, Jean Morvan", "la ministre Anne Le Goff"."""
    found: dict[str, list[_Named]] = defaultdict(list)
    for source, tree in told:
        found[source].extend(_named_roles(tree))
    return {source: _indexed(named) for source, named in found.items()}


def merged(several: Iterable[Roles]) -> Roles:
    """The roles of all articles together."""
    return _indexed(
        (role, of, name)
        for roles in several
        for role, held in roles.items()
        for of, names in held.items()
        for name in names
    )


def _indexed(named: Iterable[_Named]) -> Roles:
    """The roles by their nouns, so that asking for one takes no look at the others."""
    found: dict[str, dict[frozenset[str], frozenset[str]]] = defaultdict(dict)
    for role, of, name in named:
        found[role][of] = found[role].get(of, frozenset()) | {name}
    return dict(found)


def _named_roles(tree: Tree) -> Iterator[_Named]:
    """The nouns of a claim that a name stands in apposition to, with their qualifiers and that name."""
    for i, entity in sorted(tree.entity_of.items()):
        head = tree.tokens[i].head
        if tree.is_dep(i, "appos", "flat") and head not in tree.entity_of and tree.tokens[head].pos == "NOUN":
            yield tree.lemma(head), qualifiers(tree, head) - {entity.key}, entity.key
    for i, token in enumerate(tree.tokens):
        name = (tree.apposed(i) or _called(tree, i)) if token.pos == "NOUN" else None
        if name:
            yield tree.lemma(i), qualifiers(tree, i) - {name}, name


def _called(tree: Tree, i: int) -> str | None:
    """The name that a noun is told of: "Jean Morvan, président du club, …", "resigned as president"."""
    head = tree.tokens[i].head
    if tree.is_dep(i, "appos") and head in tree.entity_of and tree.lemma(i) in tree.lexicon.people:
        return tree.entity_of[head].key
    if not tree.is_dep(i, "obl", "nmod") or not {tree.lemma(c) for c in tree.children(i, "case")} & _AS:
        return None
    subjects = [c for n in tree.ancestors(i) for c in tree.children(n, "nsubj") if c in tree.entity_of]
    return tree.entity_of[subjects[0]].key if subjects else None


def qualifiers(tree: Tree, head: int) -> frozenset[str]:
    """What says which one a noun means: its adjectives, and the nouns it is "of"."""
    return frozenset(tree.concept(i) for i in tree.children(head, "amod", "nmod") if tree.has_content(i))


def holder(roles: Roles, role: str, of: frozenset[str]) -> frozenset[str]:
    """The one person who has a role with at least these qualifiers; nobody where there are two."""
    fitting = (names for whose, names in roles.get(role, {}).items() if of <= whose)
    held = frozenset[str]().union(*fitting)
    return held if len(held) == 1 else frozenset()
