"""Edits: one sentence told twice, with one word turned round, one name exchanged, or a "not" put in."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.conflicts.align import edits, other_doer, other_object, same_name, two_minds
from factcheck.conflicts.detectors.base import Clash, clash_of_words, facts_of
from factcheck.conflicts.edited import (
    Edit,
    anchored,
    exchanged,
    in_hour,
    led,
    of_one_thing,
    other_subject,
    said_of,
    told,
)
from factcheck.facts import NumberFact, Reading
from factcheck.facts.base import denied
from factcheck.model import Kind
from factcheck.parse.groups import Member, contraries, denies, exclude, labels, member
from factcheck.parse.negation import instead, is_negative, only, without
from factcheck.parse.places import apart
from factcheck.parse.tree import Tree
from factcheck.text import folded

# What numbers a thing ("Phase 2", "Tier II"), and what a denied comparison stands before.
_NUMBERED = re.compile(r"\d{1,3}|[IVX]{1,4}|[A-H]")
# Parts of speech that say something of their own; a helper verb ("does not end") does not.
FULL = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV", "X"})
# What may be may not be, too.
_MAY = frozenset({"may", "might"})
_THAN = frozenset({"than", "que", "qu'"})

# Two claims that share this much of their words, in order, may be one sentence told twice.
LEAST = 0.6
# A "not" leaves all else as it was.
_LEAST_DENIED = 0.7
# What an edit takes from the likeness: a contrary says more than another name, which may be another fact.
_TURNED, _RENAMED = 0.1, 0.3
# A word in the place of another may tell of something else besides: only two sentences held side by side are asked.
EXCHANGED = 0.45
# So many words are not told of two things by chance; of which of them they are told is for who holds them side by side.
_LONG, _OF_ANOTHER = 12, 0.3


def word_turned(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a word and its contrary.

    Clashes: "le groupe annonce un fort recul" / "le groupe annonce un faible recul". Harmless: "un fort recul" /
    "un net recul"; "aucune hausse" / "aucune baisse"; "un camion monte" / "un camion descend" (two trucks).
    """
    alike, changed = edits(a, b, LEAST)
    if not (changed and of_one_thing(a, b)):
        return None
    for mine, theirs in exchanged(changed):
        pair = _contraries(a, b, mine, theirs)
        others = [edit for edit in changed if edit != (mine, theirs)]
        of_another = any(other_subject(a, b, edit) or _turned_too(a, b, edit) for edit in others)
        if pair and not (of_another or _two_acts(a, b, pair)) and not _any_denied(a, b, pair):
            clash = _clash(a, b, ([pair[0]], [pair[1]]), Kind.ANTONYM, "turned", alike)
            momentary = _on_a_scale(a, b, pair, a.tree.lexicon.momentary)
            # what goes on one day and is suspended the next is told in much the same words; so is what two think
            doubtful = (others and momentary) or _two_minds(a, b, pair)
            strength = min(EXCHANGED, clash.strength) if doubtful else clash.strength
            return replace(clash, momentary=momentary, strength=strength)
    return _prefix_put_in(a, b, changed, alike)


def _two_acts(a: Reading, b: Reading, pair: tuple[int, int]) -> bool:
    """Whether two contraries are acts of two, or done to two things."""
    at, there = a.tree.text([pair[0]]), b.tree.text([pair[1]])
    return other_object(a, at, b, there) or other_doer(a, at, b, there)


def _turned_too(a: Reading, b: Reading, edit: Edit) -> bool:
    """Whether an edit turns another word, or exchanges a figure or a date: two things, each told in its own words."""
    mine, theirs = edit
    if not (mine and theirs):
        return False
    figures = all(any(r.tree.tokens[i].pos == "NUM" for i in side) for r, side in ((a, mine), (b, theirs)))
    return figures or _contraries(a, b, mine, theirs) is not None


def _prefix_put_in(a: Reading, b: Reading, changed: list[Edit], alike: float) -> Clash | None:
    """A prefix that makes a word its contrary, where a parse holds it for a word: "the war", "the pre-war years"."""
    for mine, theirs in changed:
        if _is_prefix(a, mine, theirs) or _is_prefix(b, theirs, mine):
            at = mine or _behind(a, b, theirs), theirs or _behind(b, a, mine)
            return _clash(a, b, at, Kind.ANTONYM, "turned", alike) if all(at) else None
    return None


def _is_prefix(reading: Reading, side: list[int], other: list[int]) -> bool:
    """Whether an edit puts in nothing but such a prefix."""
    words = [i for i in side if reading.tree.tokens[i].text != "-"]
    if len(words) != 1 or other:
        return False
    token, claim = reading.tree.tokens[words[0]], reading.claim
    return claim.text[token.end - claim.start :][:1] == "-" and denies(f"{folded(token.text)}-", claim.lang)


def _on_a_scale(a: Reading, b: Reading, pair: tuple[int, int], scales: frozenset[str]) -> bool:
    """Whether two contraries stand on one of some scales."""
    there = _sides(b, pair[1])
    return any((scale, -sign) in there for scale, sign in _sides(a, pair[0]) if scale in scales)


def _two_minds(a: Reading, b: Reading, pair: tuple[int, int]) -> bool:
    """Whether two contraries tell what two think."""
    places = a.tree.text([pair[0]]), b.tree.text([pair[1]])
    return _on_a_scale(a, b, pair, a.tree.lexicon.opinions) and two_minds(a, places[0], b, places[1])


def negation_set(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a "not".

    Clashes: "le conseil a voté le budget et le stade" / "le conseil a voté le budget mais pas le stade". Harmless: "pas
    seulement le stade"; "le port est ouvert" / "le port n'est pas fermé"; two sentences with other names or figures.
    """
    alike, changed = edits(a, b, LEAST)
    if alike < _LEAST_DENIED or told(a, b, changed) or not of_one_thing(a, b):
        return None
    denying = [set(_negatives(r)) & {i for edit in changed for i in edit[n]} for n, r in enumerate((a, b))]
    if all(denying) or not any(denying):
        return None
    if any(_contraries(a, b, *edit) or _excluding(a, b, edit, changed) for edit in changed):
        return None  # "open" is "not closed"
    for mine, theirs in changed:
        put_in = [i for i in mine if i in denying[0]], [j for j in theirs if j in denying[1]]
        if any(put_in) and _content(a, mine) == _content(b, theirs):
            at = put_in[0] or mine or _behind(a, b, theirs), put_in[1] or theirs or _behind(b, a, mine)
            word = a.slice(*a.tree.text(put_in[0])) if put_in[0] else b.slice(*b.tree.text(put_in[1]))
            clash = _clash(a, b, at, Kind.NEGATION, "put in", alike) if all(at) else None
            return clash and replace(clash, why=f"one sentence, once with “{word}” put in")
    return None


def _negatives(reading: Reading) -> tuple[int, ...]:
    """The words of a claim that deny; not in "not only", "no more than"."""
    tree, lang = reading.tree, reading.claim.lang
    found = [i for i in reading.places if is_negative(tree.tokens[i].text, lang) and not _leaves_open(tree, i, lang)]
    return tuple(i for i in found if not without(tree.tokens[i].text, lang))


def _leaves_open(tree: Tree, i: int, lang: str) -> bool:
    """Whether a negation leaves room for what it denies: "not only", "no fewer than", "nothing but", "some do not"."""
    tokens, supposed = tree.tokens, tree.lexicon.conditions
    behind = range(i + 1, min(i + 3, len(tokens)))
    compared = any("Degree=Cmp" in tokens[n].morph or tree.folded(n) in _THAN for n in behind)
    limited = any(only(tokens[n].text, lang) and tokens[n].pos != "ADJ" for n in behind)
    but = any(instead(tokens[n].text, lang) for n in behind[:1])
    open_yet = i > 0 and tree.lemma(i - 1) in _MAY
    above = (c for n in (i, *tree.ancestors(i)) for c in tree.children(n, "mark", "advmod"))
    some = any(tree.lemma(n) in tree.lexicon.some for n in range(i))
    return compared or limited or but or open_yet or some or any(tree.lemma(c) in supposed for c in above)


def _content(reading: Reading, side: list[int]) -> list[str]:
    """The words of an edit that say something, but for those that deny."""
    tree, denying = reading.tree, _negatives(reading)
    return [tree.concept(i) for i in side if i not in denying and tree.tokens[i].pos in FULL]


def _behind(a: Reading, b: Reading, theirs: list[int]) -> list[int]:
    """The word of one claim before which the other puts something in; nothing where that ends the other."""
    following = next((j for j in b.places if theirs and j > theirs[-1]), None)
    word = None if following is None else b.tree.lemma(following)
    return [i for i in a.places if a.tree.lemma(i) == word][:1]


def name_changed(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a name.

    Clashes: "la maire est née à Lyon" / "la maire est née à Metz". Harmless: two spellings or two lengths of one
    name; "Lyon compte un maire" / "Metz compte un maire" (another subject, another statement).
    """
    alike, changed = edits(a, b, LEAST)
    for mine, theirs in exchanged(changed) if len(told(a, b, changed)) == 1 and not _added(a, b, changed) else ():
        names = [r.tree.names(side) for r, side in ((a, mine), (b, theirs))]
        if in_hour(a, mine) or in_hour(b, theirs):
            continue  # the zone of an hour is no name of a thing
        if led(a, mine) != led(b, theirs):
            continue  # "the novel Low Tide", "a novel by Ana Kerlan": two things are told of it
        if not all(names) or any(same_name(x, y) for x in names[0] for y in names[1]) or not apart(*names):
            continue  # of two places of unlike rank one may lie in the other
        if names[0] & b.names or names[1] & a.names:
            continue  # the other name stands elsewhere in the sentence: an order, not an exchange
        clash = _clash(a, b, (mine, theirs), Kind.IDENTITY, "name changed", alike)
        if said_of(a, mine) and said_of(b, theirs):
            return clash
        if alike >= _LEAST_DENIED and min(len(a.places), len(b.places)) >= _LONG and anchored(a, b):
            return replace(clash, strength=min(_OF_ANOTHER, clash.strength))
    return None


def word_exchanged(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for two words that exclude each other, or two kinds of thing.

    Clashes: "le bus est parti lundi matin" / "le bus est parti lundi soir". Harmless: "un pont de pierre et de bois" /
    "un pont de bois"; "une voiture" / "une automobile"; "le stade a rouvert en 1992" / "le port a rouvert en 1999".
    """
    alike, changed = edits(a, b, LEAST)
    if not (changed and of_one_thing(a, b)) or _added(a, b, changed):
        return None
    for mine, theirs in exchanged(changed):
        pair = _excluding(a, b, (mine, theirs), changed)
        otherwise = any(edit != (mine, theirs) for edit in told(a, b, changed))
        of_another = otherwise and not (said_of(a, mine) and said_of(b, theirs))
        if pair and not (of_another or _two_acts(a, b, pair)) and not _any_denied(a, b, pair):
            clash = _clash(a, b, ([pair[0]], [pair[1]]), Kind.IDENTITY, "word exchanged", alike)
            return replace(clash, strength=min(EXCHANGED, clash.strength))
    return None


def _added(a: Reading, b: Reading, changed: list[Edit]) -> bool:
    """Whether one tells what it tells besides, of later or of a part: "a aussi joué à Brest", "mostly in Leeds"."""
    return any(_puts_in(a, mine, b, theirs) or _puts_in(b, theirs, a, mine) for mine, theirs in changed)


def _puts_in(reading: Reading, side: list[int], other: Reading, theirs: list[int]) -> bool:
    """Whether the longer side of an edit holds such a word, and no word that it excludes stands on the other."""
    besides = [i for i in side if reading.tree.folded(i) in reading.tree.lexicon.besides]
    put_in = [i for i in besides if not any(exclude(member_of(reading, i), member_of(other, j)) for j in theirs)]
    return len(side) > len(theirs) and bool(put_in)


def _excluding(a: Reading, b: Reading, at: tuple[list[int], list[int]], changed: list[Edit]) -> tuple[int, int] | None:
    """A word of one side and one that excludes it on the other, neither of which has only moved elsewhere."""
    moved = [
        frozenset[Member]().union(*(member_of(r, i) for edit in changed for i in edit[side]))
        for side, r in enumerate((a, b))
    ]
    for i in at[0]:
        for j in at[1]:
            one, other = member_of(a, i), member_of(b, j)
            if exclude(one, other) and not (one & moved[1] or other & moved[0] or _one_figure(a, b, i, j)):
                return i, j
    return None


def _one_figure(a: Reading, b: Reading, i: int, j: int) -> bool:
    """Whether two words stand in one figure told in two ways: "two weeks", "a fortnight"."""
    mine, theirs = (
        {(f.unit, f.bounds) for f in facts_of(r, NumberFact) if f.start <= r.tree.tokens[n].start < f.end}
        for r, n in ((a, i), (b, j))
    )
    return bool(mine & theirs)


def member_of(reading: Reading, i: int) -> frozenset[Member]:
    """The groups of a word, by its lemma; a word that the parse takes for a verb's form may be one of its own.

    A number behind a label is one of those that the label counts: "Phase 2".
    """
    tree, lang = reading.tree, reading.claim.lang
    if i and _NUMBERED.fullmatch(tree.tokens[i].text) and tree.lemma(i - 1) in labels(lang):
        return frozenset({(f"number of {tree.lemma(i - 1)}", tree.tokens[i].text)})
    return member(reading.tree.lemma(i), reading.claim.lang) or member(
        folded(reading.tree.tokens[i].text), reading.claim.lang
    )


def _any_denied(a: Reading, b: Reading, pair: tuple[int, int]) -> bool:
    """Whether one of two words that exclude each other stands under a denial, which leaves room for the other."""
    return denied(a, pair[0]) or denied(b, pair[1])


def _contraries(a: Reading, b: Reading, mine: list[int], theirs: list[int]) -> tuple[int, int] | None:
    """A word of one side and its contrary on the other: the other side of a scale, or made from it by a prefix."""
    there = [(j, {(scale, -sign) for scale, sign in _sides(b, j)}, _forms(b, j)) for j in theirs]
    for i in mine:
        sides, forms = _sides(a, i), _forms(a, i)
        for j, contrary, others in there:
            if sides & contrary or any(contraries(x, y, a.claim.lang) for x in forms for y in others):
                return i, j
    return None


def _forms(reading: Reading, i: int) -> set[str]:
    """A word as it stands and its lemma, which a parse may not know ("unnamed")."""
    return {folded(reading.tree.tokens[i].text), reading.tree.lemma(i)}


def _sides(reading: Reading, i: int) -> set[tuple[str, int]]:
    """The sides of scales, and the direction of change, that a word marks."""
    lexicon, lemma = reading.tree.lexicon, reading.tree.lemma(i)
    change = lexicon.change.get(lemma) or lexicon.change_nouns.get(lemma)
    return {*lexicon.exchanges.get(lemma, ()), *([("change", change)] if change else [])}


def _clash(a: Reading, b: Reading, at: tuple[list[int], list[int]], kind: Kind, level: str, alike: float) -> Clash:
    places = a.tree.text(at[0]), b.tree.text(at[1])
    firm = kind is not Kind.IDENTITY
    strength = alike - (_TURNED if firm else _RENAMED)
    why = "one sentence with {0} and with {1}"
    return clash_of_words(a, b, places, kind=kind, level=level, strength=strength, why=why, firm=firm)
