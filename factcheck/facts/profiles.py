"""Profiles: of which country, of what trade, whose kin somebody is said to be ("l'assaillant, un infirmier syrien, …").

They are states that last; the trades stand in `lang/<language>/states.yaml`, the kin in `groups.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from factcheck.facts.base import Reading, governor, scope_of
from factcheck.facts.bearers import Bearer, borne_by
from factcheck.facts.signs import stem
from factcheck.facts.slots import OTHER, Course, slots
from factcheck.facts.states import StateFact
from factcheck.lang import holders, theme
from factcheck.model import Modality
from factcheck.parse.groups import member
from factcheck.parse.places import country
from factcheck.parse.tree import Tree

_NATION, _TRADE, _KIN = "nation", "trade", "kin"
_MAN = "man"
SLOTS = frozenset({_NATION, _TRADE, _KIN})
_BESIDE = ("amod", "compound")
_AS = frozenset({"comme", "as"})


def profiles(reading: Reading) -> Iterator[StateFact]:
    """What a claim says somebody is: his country, his trade, whose kin he is."""
    tree = reading.tree
    for i in range(len(tree.tokens)):
        told = _told(tree, i)
        at = _saying(tree, i) if told else None
        who = _said_of(tree, at) if at is not None and not _listed(tree, at) else None
        if told and at is not None and who is not None and _somebody(tree, who) and _holds(reading, at, told[0]):
            fact = _fact(reading, i, at, who, *told)
            if fact:
                yield fact


@cache
def _trades(lang: str) -> Mapping[str, frozenset[str]]:
    """Noun -> the trades that it names."""
    return holders(theme("states", lang)["trades"])


def _told(tree: Tree, i: int) -> tuple[str, frozenset[str]] | None:
    """The slot that a word fills, and with what."""
    lang, lemma = tree.lexicon.lang, tree.lemma(i)
    if (nation := country(lemma)) and tree.tokens[i].pos in ("ADJ", "NOUN", "PROPN") and not tree.children(i, "case"):
        also = (country(tree.lemma(c)) for c in tree.children(i, "conj"))
        return _NATION, frozenset({nation, *(n for n in also if n)})
    if tree.tokens[i].pos not in ("NOUN", "ADJ"):
        return None
    if trades := _trades(lang).get(lemma, frozenset()):
        return _TRADE, trades
    kin = frozenset(word for group, word in member(lemma, lang) if group == _KIN)
    return (_KIN, kin) if kin and tree.tokens[i].pos == "NOUN" else None


def _saying(tree: Tree, i: int) -> int | None:
    """The noun by which a word is said of somebody: its own, a person's ("un ressortissant syrien"), or "nationalité".

    What somebody was, or where his family is from, is another matter.
    """
    table = theme("states", tree.lexicon.lang)
    head = tree.tokens[i].head
    beside_noun = tree.is_dep(i, *_BESIDE) and country(tree.lemma(i)) is not None and not tree.children(i, "cop")
    if beside_noun and any(i < c < head for c in tree.children(head, "compound")):
        return None  # "an American football coach"
    at = head if beside_noun and (tree.tokens[head].pos == "NOUN" or tree.children(head, "cop")) else i
    beside = {tree.lemma(c) for c in tree.children(at, "amod", "compound", "advmod")}
    return None if tree.lemma(at) in table["descent"] or beside & set(table["former"]) else at


def _listed(tree: Tree, i: int) -> bool:
    """Whether a word is one of a list: "un Canadien, un Italien et un Suisse"."""
    others = (c for c in tree.children(i, "conj", "appos") if country(tree.lemma(c)))
    return tree.is_dep(i, "conj") or any(tree.children(c, "det", "nummod") for c in others)


def _somebody(tree: Tree, i: int) -> bool:
    """Whether something may be said of whom a word is for: not where a country alone tells it."""
    return not _listed(tree, i) and country(tree.lemma(i)) is None and country(tree.concept(i)) is None


def _said_of(tree: Tree, at: int) -> int | None:
    """Of whom a noun is said: as a predicate, beside his name or role, or as the noun for him itself."""
    head = tree.tokens[at].head
    if subjects := tree.children(at, "nsubj") if tree.children(at, "cop") else []:
        return subjects[0]
    if tree.is_dep(at, "appos") or (
        tree.is_dep(at, "amod") and head in tree.entity_of and tree.tokens[at - 1].text == ","
    ):
        return head
    if tree.is_dep(at, "nmod") and tree.lemma(at) in tree.lexicon.nationality:
        return head
    if tree.is_dep(at, "obl") and any(tree.folded(c) in _AS for c in tree.children(at, "case")):
        return next(iter(tree.children(head, "nsubj")), None)
    if tree.is_dep(at, "nsubj") and at > 0:
        first = tree.children(head, "nsubj")[0]
        opening = min([at, *tree.children(at, "det")])
        return first if first < at and tree.tokens[opening - 1].text == "," else None
    return None


def _holds(reading: Reading, at: int, slot: str) -> bool:
    """Whether a noun is told to be so, not denied, supposed or merely possible.

    "The" one is told to be known; "the driver" says what part somebody has in a story, not what he lives on.
    """
    tree, frame = reading.tree, governor(reading, at)
    known = any("Definite=Def" in tree.tokens[c].morph for c in tree.children(at, "det"))
    own = frame is not None and frame.index == at
    firm = frame is None or not own or (not frame.negated and frame.stated and frame.modality is not Modality.POSSIBLE)
    return firm and (not known or (own and slot == _KIN))


def _fact(reading: Reading, i: int, at: int, who: int, slot: str, values: frozenset[str]) -> StateFact | None:
    """The state of somebody; None where it is not said whose."""
    tree = reading.tree
    bearer = borne_by(reading, slots(tree.lexicon.lang)[slot], tree.phrase(who), [i])
    if bearer is None or not _known(tree, bearer) or "Number=Plur" in tree.tokens[i].morph:
        return None
    start, end = tree.text(sorted({i, at}))
    scope = scope_of(reading, at, governor(reading, at))
    narrowing = [c for c in tree.children(who, "amod", "nmod", "compound") if tree.has_content(c) and c not in (i, at)]
    return StateFact(
        start=start,
        end=end,
        scope=replace(scope, dates=(), names=bearer.names),  # where and when he did what stands beside it
        slot=slot,
        family="",
        values=values,
        course=Course.LASTING,
        bearer=bearer,
        narrowed=frozenset(tree.concept(c) for c in narrowing) - bearer.names,
        about=_whose(tree, at) if slot == _KIN else frozenset(),
        entered=False,
        last=False,
        back=False,
        denied=False,
        throughout=False,
    )


def _known(tree: Tree, bearer: Bearer) -> bool:
    """Whether it is told who somebody is by his name or his part in the story; "l'homme" may be anybody."""
    lexicon, noun = tree.lexicon, bearer.phrase.lemma if bearer.phrase else ""
    plain = noun in theme("states", lexicon.lang)["anonymous"] and lexicon.referents.get(noun, _MAN) == _MAN
    return not bearer.guessed and bool(bearer.names or (bearer.roles and not plain))


def _whose(tree: Tree, at: int) -> frozenset[str]:
    """Stems of whose kin somebody is: "le frère de l'assaillant"."""
    owners = tree.children(at, "nmod", "nmod:poss")
    return frozenset(stem(tree, n) for c in owners for n in tree.subtree(c, outside=OTHER) if tree.has_content(n))
