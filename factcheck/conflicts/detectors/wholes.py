"""Wholes: two figures of one thing: one takes in what the other leaves out, adds it up, or is told of each alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import combinations

from factcheck.conflicts.align import rivals, shared_names
from factcheck.conflicts.detectors.parts import OWN
from factcheck.facts import NumberFact, Reading
from factcheck.facts.base import head_of, tokens_in
from factcheck.lang import theme
from factcheck.model import Qualifier
from factcheck.parse.places import country
from factcheck.parse.tree import Phrase, Tree
from factcheck.text import fold, strip_accents

# The dead, however they are counted.
_DEAD = frozenset({"death", "bodies"})
# A claim that gives more counts than this is a table; its sums are chance.
_LIST = 8
# What a distance is measured from stands behind one of these.
_FROM = frozenset({"de", "from", "off", "of"})
# Between a word that takes in and what is taken in stand at most so many others: "including Kermor's net debt".
_BETWEEN = 4
# Within so many words behind a count it is said whom it takes in.
_BASE = 6
# Within so many words behind a figure "each" speaks of it.
_BEHIND = 8


def other_whole(a: Reading, b: Reading, f: NumberFact, g: NumberFact, sides: Sequence[tuple[NumberFact, ...]]) -> bool:
    """Whether two figures are told of wholes that are put together otherwise; `sides` are the figures of either claim.

    So are "sept membres d'équipage et trois agents" and "dix personnes"; "$85 billion" and "$109 billion including
    debt"; "one from each country" and "56"; what one company paid and what another did.
    """
    return (
        _adds_up(f, g, sides[0])
        or _adds_up(g, f, sides[1])
        or _reckoned(a, f) != _reckoned(b, g)
        or _of_each(a, f) != _of_each(b, g)
        or _shared_out(a, f, sides[0]) != _shared_out(b, g, sides[1])
        or _anothers_deal(a, b, f)
        or _anothers_deal(b, a, g)
    )


def of_two_things(a: Reading, b: Reading, f: NumberFact, g: NumberFact) -> bool:
    """Whether one noun beside both figures is of two things: "le risque de chute", "le risque de brûlure".

    Or two distances are measured from two places ("à 8 km de la ville", "à 160 km de la capitale").
    """
    ends = [_ends(r, x) for r, x in ((a, f), (b, g))]
    if ends[0] and ends[1] and a.claim.lang == b.claim.lang and not ends[0] & ends[1] and not shared_names(*ends):
        return True
    if f.toll or g.toll:
        return False
    of_f, of_g = ({p.concept: _complements(r, p) for label, p in x.slots if label in OWN} for r, x in ((a, f), (b, g)))
    return any(of_f[head] and of_g[head] and not of_f[head] & of_g[head] for head in of_f.keys() & of_g.keys())


def _complements(reading: Reading, phrase: Phrase) -> frozenset[str]:
    """The common nouns that a phrase's head holds by "of"."""
    tree = reading.tree
    held = (c for c in tree.children(phrase.head, "nmod") if c not in tree.entity_of and tree.is_nominal(c))
    return frozenset(tree.concept(c) for c in held if {tree.lemma(n) for n in tree.children(c, "case")} & {"de", "of"})


def _ends(reading: Reading, fact: NumberFact) -> frozenset[str]:
    """What a distance is measured from: the nouns and names behind it."""
    tree = reading.tree
    words = tokens_in(tree, fact.start, fact.end) if fact.quantity.dimension == "length" else []
    behind = (c for i in words for c in tree.children(i, "nmod", "obl:arg", "obl:mod") if c > i and tree.is_nominal(c))
    from_there = [c for c in behind if {tree.lemma(n) for n in tree.children(c, "case")} & _FROM and _known(tree, c)]
    return frozenset(tree.lemma(c) for c in from_there) | tree.names(from_there)


def _known(tree: Tree, i: int) -> bool:
    """Whether a noun stands for something known: "de la ville", "de Brest", not "de distance"."""
    phrase = tree.phrase(i)
    return phrase.definite or bool(phrase.names)


def _adds_up(f: NumberFact, g: NumberFact, mine: Iterable[NumberFact]) -> bool:
    """Whether `f` and others that its claim counts with it make `g`."""
    if f.quantity.value is None or not _exact(f) or not g.bounds.is_point or f.part or country(g.counted):
        return False  # "8 Libanais" and those of other countries make no "20 Libanais"
    beside = [h for h in mine if h is not f and _alike(f, h) and _exact(h) and h.part != "of"]
    if len(beside) > _LIST:
        return False
    missing = (g.quantity.value or Decimal(0)) - f.quantity.value
    sums = (
        sum(h.quantity.value or 0 for h in some) for n in range(1, len(beside) + 1) for some in combinations(beside, n)
    )
    return any(total == missing for total in sums)


def _alike(f: NumberFact, h: NumberFact) -> bool:
    """Whether two figures of a claim may be added: counts of one fate, or sums of one currency."""
    if f.counts and h.counts:
        return f.fates == h.fates or (bool(f.fates) and f.fates | h.fates <= _DEAD)
    return f.unit == h.unit and f.quantity.dimension == "money" and f.quantity.per == h.quantity.per


def _shared_out(reading: Reading, fact: NumberFact, mine: Iterable[NumberFact]) -> bool:
    """Whether a sum is one of two that make another: "$20 in cash and $30 in stock"."""
    if fact.quantity.dimension != "money":
        return False
    pairs = (sorted((fact, h), key=lambda x: x.start) for h in mine if h is not fact and _alike(fact, h))
    joining = _words(reading.claim.lang)["joining"]
    return any(set(_plain(reading.slice(one.end, other.start)).split()[-1:]) & joining for one, other in pairs)


def _exact(fact: NumberFact) -> bool:
    return fact.quantity.qualifier is Qualifier.EXACT and fact.bounds.is_point


def _reckoned(reading: Reading, fact: NumberFact) -> frozenset[str]:
    """Whether the claim says that debt, whoever did it, or anybody is taken in or left out of such a figure."""
    if fact.counts and (based := _based(reading, fact)):
        return based
    kind = "toll" if fact.toll else fact.quantity.dimension
    if kind not in ("toll", "money") or fact.quantity.per:
        return frozenset()
    told = _pattern(reading.claim.lang, kind).finditer(_plain(reading.claim.text))
    return frozenset(name.split("_")[0] for m in told for name, word in m.groupdict().items() if word)


def _based(reading: Reading, fact: NumberFact) -> frozenset[str]:
    """Whether it is said behind a count whom it takes in or leaves out: "12 élus, en comptant les adjoints"."""
    behind = re.split(r"[.;:]", _plain(reading.claim.text[fact.end - reading.claim.start :]), maxsplit=1)[0]
    told = " ".join(behind.split()[:_BASE])
    words = _words(reading.claim.lang)
    return frozenset(
        way
        for way, cues in (("taking", words["counting_in"]), ("leaving", words["counting_out"]))
        if any(re.search(rf"\b{re.escape(cue)}\b", told) for cue in cues)
    )


def _of_each(reading: Reading, fact: NumberFact) -> bool:
    """Whether a figure is told of each of several: "one from each country", "each of the tickets is worth $5m"."""
    each, tree = _words(reading.claim.lang)["each"], reading.tree
    if any({p.lemma, *(tree.lemma(c) for c in tree.children(p.head, "det"))} & each for _, p in fact.slots):
        return True
    behind = re.split(r"[.;:]", _plain(reading.claim.text[fact.end - reading.claim.start :]), maxsplit=1)[0]
    return fact.counts and bool(each & set(behind.split()[:_BEHIND]))


def _anothers_deal(a: Reading, b: Reading, f: NumberFact) -> bool:
    """Whether a sum is of somebody's deal ("Kermor's $94 billion purchase") of whom the other claim does not speak."""
    tree = a.tree
    head = head_of(tree, tokens_in(tree, f.start, f.end)) if f.quantity.dimension == "money" else None
    deal = next((i for i in tree.ancestors(head) if tree.is_nominal(i)), None) if head is not None else None
    owners = (
        tree.names(n for c in tree.children(deal, "nmod:poss") for n in tree.subtree(c)) if deal is not None else ()
    )
    strange = bool(owners) and not shared_names(frozenset(owners), b.names)
    return strange and bool(rivals(a.names, b.names)[0])


# Each claim is held against dozens of others.
@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return strip_accents(fold(text)).lower()


@cache
def _words(lang: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in theme("wholes", lang).items()}


@cache
def _pattern(lang: str, kind: str) -> re.Pattern[str]:
    """What finds a word of taking in or leaving out with what it takes, in either order."""
    words = {key: "|".join(map(re.escape, sorted(found))) for key, found in _words(lang).items()}
    gap = rf"(?:\s[^\s.;:]+){{0,{_BETWEEN}}}\s"
    ways = (
        rf"(?P<{way}_{at}>\b(?:{cue})\b){gap}(?:{what})\b"
        if at == "before"
        else rf"\b(?:{what}) (?P<{way}_{at}>{cue})\b"
        for way, cue in (("taking", words["taking"]), ("leaving", words["leaving"]))
        for at, what in (("before", words[kind]), ("behind", words[kind]))
    )
    return re.compile("|".join(ways))
