"""Fates: what befalls those that a figure counts, or what they do, whatever word tells it.

"27 morts", "27 personnes ont perdu la vie" and "la mort de 27 personnes" count one thing; "60 pompiers mobilisés" and
"3 pompiers blessés" do not, though the noun is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.facts.base import clause, head_of
from factcheck.lang import lists, theme
from factcheck.parse.places import country
from factcheck.parse.tree import Tree

# The fates that are told by where people are.
_WHERE = frozenset({"aboard", "inside"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language: what tells a fate, which fates grow as news comes in, and the nouns for people.

    `phrases` are two words with their fate, `vague` the verbs that tell none, `left` what says that some are left,
    `there` the fates that merely being there may stand for, and that pass; `people` the shared ids of such nouns,
    `harm` all words for people and for what befalls them, `occasions` the nouns that tell a fate of those who come,
    but counted are so many occasions ("250 manifestations"), `out_of` what opens those of whom only some share the
    fate, `among` what opens those of whom the counted are some, `animals` the shared ids of nouns for those,
    `vague_animals` the ones that any species may be meant by, `befalling` the fates that people undergo, `lasting`
    those that nobody comes back from.
    """

    words: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    rising: frozenset[str]
    vague: frozenset[str]
    left: frozenset[str]
    there: frozenset[str]
    people: Mapping[str, str]
    harm: frozenset[str]
    occasions: frozenset[str]
    out_of: frozenset[str]
    among: frozenset[str]
    animals: Mapping[str, str]
    vague_animals: frozenset[str]
    befalling: frozenset[str]
    lasting: frozenset[str]


@cache
def words_of(lang: str) -> Words:
    """The fates of a language."""
    data = theme("fates", lang)
    rows = data["fates"].items()
    words = {word: fate for fate, row in rows for word in row.get("words", ())}
    people = {noun: group for group, nouns in data["people"].items() for noun in nouns}
    return Words(
        words=words,
        phrases={tuple(phrase.split(" ")): fate for fate, row in rows for phrase in row.get("phrases", ())},
        animals={noun: kind for kind, nouns in data["animals"].items() for noun in nouns},
        people=people,
        befalling=frozenset(data["tolls"]["befalling"]),
        lasting=frozenset(data["tolls"]["lasting"]),
        harm=frozenset(people) | {word for word, fate in words.items() if fate in data["rising"]},
        **lists(Words, data),
    )


def fates(tree: Tree, noun: int, figure: list[int]) -> frozenset[str]:
    """The fates of those whom the noun at `noun` counts; `figure` are the tokens of the quantity.

    They stand in the noun itself, beside it, in the noun it hangs on, or in its predicate, unless that is what they do
    to somebody else.
    """
    inside = head_of(tree, sorted({noun, *figure}))
    top = _top(tree, noun if inside is None else inside)
    named = [] if tree.lemma(noun) in words_of(tree.lexicon.lang).occasions else [noun]
    others = (i for i in figure if i != noun)
    listed = [noun, *tree.children(noun, "conj")]  # "12 passagers et 3 marins qui étaient à bord"
    beside = [*named, *others, *tree.children(noun, "amod", "acl"), *_complements(tree, listed)]
    head = tree.tokens[top].head
    own = _told(tree, noun) if named else ()  # of "16 morts et 20 blessés" each tells its own
    found = {f for i in beside if i == noun or not _clausal(tree, i) for f in _told(tree, i)}
    clauses = (i for n in listed for i in tree.children(n, "acl:relcl"))
    found |= {f for i in clauses for f in _phrases(tree, i, clause(tree, i))}
    if (top == inside and is_base(tree, top) and not tree.is_dep(top, "nmod")) or (top != inside and own):
        return frozenset(found)
    if head != top and (tree.is_predicate(head) or tree.is_dep(top, "nsubj", "obj")):
        return frozenset(found | set(_of_predicate(tree, head, top, beside)))
    if head != top and tree.is_dep(top, "nmod") and _is_of(tree, top):
        found |= set(_told(tree, head))
        numbered = tree.children(head, "acl") if tree.lemma(head) in tree.lexicon.numbering else []
        found |= {f for i in numbered if not _clausal(tree, i) for f in _told(tree, i)}
        found |= set(_phrases(tree, tree.tokens[head].head, [head, noun]))
    return frozenset(found)


def tells(tree: Tree, noun: int) -> bool:
    """Whether a noun is itself a fate's word: "27 morts", "40 blessés"."""
    return bool(_told(tree, noun)) and tree.lemma(noun) not in words_of(tree.lexicon.lang).occasions


def fate_of(tree: Tree, i: int) -> str | None:
    """The fate that a word tells by itself."""
    return next(iter(_told(tree, i)), None)


def is_told(concept: str, lang: str) -> bool:
    """Whether a word beside a figure tells a fate, rather than narrowing what is counted."""
    return concept in words_of(lang).words


def is_left(tree: Tree, i: int) -> bool:
    """Whether a predicate tells of those who are left: "deux personnes restent piégées", "are still missing"."""
    left = words_of(tree.lexicon.lang).left
    return any(tree.lemma(n) in left for n in (i, *tree.children(i, "advmod"), *tree.children(i, "aux", "cop")))


def is_person(tree: Tree, noun: int) -> bool:
    """Whether a noun is one for people, be it by where they are from: "51 Français"."""
    return tree.lemma(noun) in words_of(tree.lexicon.lang).people or _nation(tree, noun) is not None


def _nation(tree: Tree, noun: int) -> str | None:
    """The country of those whom a noun tells by it alone: "51 Français", "two Belgians"."""
    return country(tree.lemma(noun)) if tree.children(noun, "nummod") else None


def is_animal(tree: Tree, noun: int) -> bool:
    """Whether a noun is one for animals."""
    words = words_of(tree.lexicon.lang)
    return _species(tree, noun) in words.animals or tree.lemma(noun) in words.vague_animals


def is_any_animal(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for animals of whatever species: "40 cétacés", not "40 baleines pilotes"."""
    vague = tree.lemma(noun) in words_of(tree.lexicon.lang).vague_animals
    return vague and _species(tree, noun) == tree.lemma(noun)


def sort_of(tree: Tree, noun: int) -> str:
    """The shared id of a noun for people or animals ("soldat", "militaire"; "globicéphale"), or its concept."""
    words = words_of(tree.lexicon.lang)
    known = words.people.get(tree.lemma(noun)) or _nation(tree, noun)
    return known or words.animals.get(_species(tree, noun), tree.concept(noun))


def _species(tree: Tree, noun: int) -> str:
    """The name of a species, which may be two words: "baleine pilote"; else the noun's lemma."""
    behind = f"{tree.lemma(noun)}-{tree.lemma(noun + 1)}" if noun + 1 < len(tree.tokens) else ""
    return behind if behind in words_of(tree.lexicon.lang).animals else tree.lemma(noun)


def _of_predicate(tree: Tree, head: int, top: int, beside: list[int]) -> Iterator[str]:
    """The fates that the predicate at `head` tells of its role at `top`."""
    carried = [c for c in tree.children(head, "xcomp", "ccomp") if not tree.children(c, "nsubj")]
    carried += [c for c in tree.children(head, "advcl") if c == top + 1]  # "left 50 others missing"
    around = [*beside, *carried, *clause(tree, head), *(n for c in carried for n in clause(tree, c))]
    objects = tree.children(head, "obj")
    acting = tree.tokens[top].dep == "nsubj" and bool(objects)
    for i in () if acting else (head, *(c for c in carried if not tree.children(c, "obj"))):
        yield from _told(tree, i)
    if acting:  # "a perdu la vie", not "a placé deux hommes en garde à vue"
        around = objects
    for i in (head, *carried):
        yield from _phrases(tree, i, around)


def _complements(tree: Tree, nouns: list[int]) -> list[int]:
    """What a noun, or one listed with it, holds by a preposition: "12 passagers et 3 marins à bord", "12 aboard"."""
    return [c for noun in nouns for c in tree.children(noun, "nmod", "advmod") if _WHERE.intersection(_told(tree, c))]


def _clausal(tree: Tree, i: int) -> bool:
    """Whether a word beside the noun is a clause about others: "12 hommes tuant un passant", "20, four of whom"."""
    others = (c for c in tree.children(i, "obj", "nsubj") if tree.lemma(c) not in tree.lexicon.relatives)
    return tree.is_dep(i, "acl") and next(others, None) is not None


def _told(tree: Tree, i: int) -> tuple[str, ...]:
    """The fate of one word, if any."""
    table = words_of(tree.lexicon.lang).words
    forms = (tree.folded(i), tree.lemma(i), tree.concept(i))
    return next(((table[form],) for form in forms if form in table), ())


def _phrases(tree: Tree, head: int, around: list[int]) -> Iterator[str]:
    """The fates of two words together: "perdre" with "vie"."""
    table = words_of(tree.lexicon.lang).phrases
    # "est en garde à vue", told of its noun; "were on board the ferry Kerlan", of which the parse makes what they were
    linked = [(c, i) for c in tree.children(head, "cop") for i in (head, *around)]
    for verb, i in (*((head, i) for i in around), *linked):
        for form in (tree.folded(i), tree.lemma(i), tree.concept(i)):
            if (fate := table.get((tree.lemma(verb), form))) is not None:
                yield fate


def _top(tree: Tree, noun: int) -> int:
    """The first of a list that a noun stands in: what is told of one of "a, b and c" is told of all."""
    while tree.is_dep(noun, "conj", "appos") and tree.is_nominal(tree.tokens[noun].head):
        noun = tree.tokens[noun].head
    return noun


def is_base(tree: Tree, i: int) -> bool:
    """Whether a predicate tells only of some of those at `i`: "sur les 72 passagers, 67 sont morts"."""
    among = words_of(tree.lexicon.lang).out_of
    told = tree.is_dep(i, "obl", "nsubj", "nmod")
    return told and any(tree.folded(c) in among for c in tree.children(i, "case"))


def _is_of(tree: Tree, i: int) -> bool:
    """Whether a noun belongs to the one above it: "la mort de 12 personnes"."""
    return any(tree.lemma(c) in ("de", "of", "des") for c in tree.children(i, "case"))
