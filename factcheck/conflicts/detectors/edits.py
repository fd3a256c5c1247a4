"""Edits: one sentence told twice, with one word turned round, one name exchanged, or a "not" put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.conflicts.align import edits, other_object, same_name, shared_names
from factcheck.conflicts.detectors.base import Clash
from factcheck.facts import Reading
from factcheck.facts.base import clause_scope, denied
from factcheck.model import Kind, Reconciler, Severity
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
# The words of one claim that stand for some of the other (one may be empty), as token indices.
Edit = tuple[list[int], list[int]]

# Two claims that share this much of their words, in order, may be one sentence told twice.
LEAST = 0.6
# A "not" leaves all else as it was.
_LEAST_DENIED = 0.7
# What an edit takes from the likeness: a contrary says more than another name, which may be another fact.
_TURNED, _RENAMED = 0.1, 0.3
# A word in the place of another may tell of something else besides: only two sentences held side by side are asked.
EXCHANGED = 0.45
# An edit of more words is a rewriting, not an exchange.
_LONGEST = 4


def word_turned(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a word and its contrary.

    Clashes: "le groupe annonce un fort recul" / "le groupe annonce un faible recul". Harmless: "un fort recul" /
    "un net recul"; "aucune hausse" / "aucune baisse"; "un camion monte" / "un camion descend" (two trucks).
    """
    alike, changed = edits(a, b, LEAST)
    if not (changed and of_one_thing(a, b)):
        return None
    for mine, theirs in _exchanged(changed):
        pair = _contraries(a, b, mine, theirs)
        others = [edit for edit in changed if edit != (mine, theirs)]
        of_another = any(other_subject(a, b, edit) or _turned_too(a, b, edit) for edit in others)
        if pair and not (of_another or _done_to_another(a, b, pair)) and not _any_denied(a, b, pair):
            clash = _clash(a, b, ([pair[0]], [pair[1]]), Kind.ANTONYM, "turned", alike)
            if not _momentary(a, b, pair):
                return clash
            # what goes on one day and is suspended the next is told in much the same words
            strength = min(EXCHANGED, clash.strength) if others else clash.strength
            return replace(clash, momentary=True, strength=strength)
    return _prefix_put_in(a, b, changed, alike)


def other_subject(a: Reading, b: Reading, edit: Edit) -> bool:
    """Whether an edit exchanges a noun in what is spoken of for another noun."""
    sides = ((a, edit[0]), (b, edit[1]))
    return all(side and not _said_of(r, side) and any(r.tree.is_nominal(i) for i in side) for r, side in sides)


def _done_to_another(a: Reading, b: Reading, pair: tuple[int, int]) -> bool:
    """Whether two contraries are acts done to two things."""
    return other_object(a, a.tree.text([pair[0]]), b, b.tree.text([pair[1]]))


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


def _momentary(a: Reading, b: Reading, pair: tuple[int, int]) -> bool:
    """Whether two contraries stand on a scale on which things change from day to day."""
    there = _sides(b, pair[1])
    return any((scale, -sign) in there for scale, sign in _sides(a, pair[0]) if scale in a.tree.lexicon.momentary)


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
    for mine, theirs in _exchanged(changed) if len(told(a, b, changed)) == 1 and not _added(a, b, changed) else ():
        names = [r.tree.names(side) for r, side in ((a, mine), (b, theirs))]
        if _in_hour(a, mine) or _in_hour(b, theirs):
            continue  # the zone of an hour is no name of a thing
        if _led(a, mine) != _led(b, theirs):
            continue  # "the novel Low Tide", "a novel by Ana Kerlan": two things are told of it
        if not all(names) or any(same_name(x, y) for x in names[0] for y in names[1]) or not apart(*names):
            continue  # of two places of unlike rank one may lie in the other
        if names[0] & b.names or names[1] & a.names:
            continue  # the other name stands elsewhere in the sentence: an order, not an exchange
        if _said_of(a, mine) and _said_of(b, theirs):
            return _clash(a, b, (mine, theirs), Kind.IDENTITY, "name changed", alike)
    return None


def word_exchanged(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for two words that exclude each other, or two kinds of thing.

    Clashes: "le bus est parti lundi matin" / "le bus est parti lundi soir". Harmless: "un pont de pierre et de bois" /
    "un pont de bois"; "une voiture" / "une automobile"; "le stade a rouvert en 1992" / "le port a rouvert en 1999".
    """
    alike, changed = edits(a, b, LEAST)
    if not (changed and of_one_thing(a, b)) or _added(a, b, changed):
        return None
    for mine, theirs in _exchanged(changed):
        pair = _excluding(a, b, (mine, theirs), changed)
        otherwise = any(edit != (mine, theirs) for edit in told(a, b, changed))
        of_another = otherwise and not (_said_of(a, mine) and _said_of(b, theirs))
        if pair and not (of_another or _done_to_another(a, b, pair)) and not _any_denied(a, b, pair):
            clash = _clash(a, b, ([pair[0]], [pair[1]]), Kind.IDENTITY, "word exchanged", alike)
            return replace(clash, strength=min(EXCHANGED, clash.strength))
    return None


def _added(a: Reading, b: Reading, changed: list[Edit]) -> bool:
    """Whether one tells what it tells besides, or of later: "a aussi joué à Brest", "later served in the navy"."""
    sides = [(a, mine, theirs) for mine, theirs in changed] + [(b, theirs, mine) for mine, theirs in changed]
    put_in = [(r, i) for r, side, other in sides if len(side) > len(other) for i in side]
    return any(r.tree.folded(i) in r.tree.lexicon.besides for r, i in put_in)


def _excluding(a: Reading, b: Reading, at: tuple[list[int], list[int]], changed: list[Edit]) -> tuple[int, int] | None:
    """A word of one side and one that excludes it on the other, neither of which has only moved elsewhere."""
    moved = [
        frozenset[Member]().union(*(_member(r, i) for edit in changed for i in edit[side]))
        for side, r in enumerate((a, b))
    ]
    for i in at[0]:
        for j in at[1]:
            one, other = _member(a, i), _member(b, j)
            if exclude(one, other) and not one & moved[1] and not other & moved[0]:
                return i, j
    return None


def _member(reading: Reading, i: int) -> frozenset[Member]:
    """The groups of a word, by its lemma; a word that the parse takes for a verb's form may be one of its own.

    A number behind a label is one of those that the label counts: "Phase 2".
    """
    tree, lang = reading.tree, reading.claim.lang
    if i and _NUMBERED.fullmatch(tree.tokens[i].text) and tree.lemma(i - 1) in labels(lang):
        return frozenset({(f"number of {tree.lemma(i - 1)}", tree.tokens[i].text)})
    return member(reading.tree.lemma(i), reading.claim.lang) or member(
        folded(reading.tree.tokens[i].text), reading.claim.lang
    )


def told(a: Reading, b: Reading, changed: list[Edit]) -> list[Edit]:
    """The edits that touch a name or a figure."""
    return [(one, other) for one, other in changed if _is_name(a, one) or _is_name(b, other)]


def _is_name(reading: Reading, side: list[int]) -> bool:
    """Whether an edit touches a name or a figure."""
    return any(i in reading.tree.entity_of or reading.tree.tokens[i].pos == "NUM" for i in side)


def _led(reading: Reading, side: list[int]) -> bool:
    """Whether a preposition leads the words of an edit."""
    return reading.tree.tokens[side[0]].pos == "ADP"


def _in_hour(reading: Reading, side: list[int]) -> bool:
    """Whether an edit touches an hour."""
    start, end = reading.tree.text(side)
    return any(d.clock and d.start < end and start < d.end for d in reading.claim.dates)


def _said_of(reading: Reading, side: list[int]) -> bool:
    """Whether the words stand behind the main predicate: they are said of something, not what is spoken of."""
    root = next((i for i, t in enumerate(reading.tree.tokens) if t.dep == "root"), None)
    if root is None:
        return False
    verb = min([root, *reading.tree.children(root, "cop", "aux")])
    return side[0] > verb


def of_one_thing(a: Reading, b: Reading) -> bool:
    """Whether two claims told in one way speak of one thing: of something known, or with a name or figure in common.

    "Un homme joue" and "une femme joue" show two scenes.
    """
    if shared_names(a.names, b.names) or (a.claim.dates and b.claim.dates):
        return True
    figures = [{q.value for q in r.claim.quantities if q.digits} for r in (a, b)]
    return bool(figures[0] & figures[1]) or not (_of_any(a) or _of_any(b))


def _of_any(reading: Reading) -> bool:
    """Whether the subject of a claim is "a" or "an" something."""
    tree = reading.tree
    subjects = (i for i, t in enumerate(tree.tokens) if t.dep.startswith("nsubj") and tree.tokens[t.head].dep == "root")
    return any("Definite=Ind" in tree.tokens[d].morph for i in subjects for d in tree.children(i, "det"))


def _any_denied(a: Reading, b: Reading, pair: tuple[int, int]) -> bool:
    """Whether one of two words that exclude each other stands under a denial, which leaves room for the other."""
    return denied(a, pair[0]) or denied(b, pair[1])


def _exchanged(changed: list[Edit]) -> Iterator[tuple[list[int], list[int]]]:
    """The places where a few words of one claim stand for a few of the other."""
    return ((one, other) for one, other in changed if one and other and max(len(one), len(other)) <= _LONGEST)


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
    focus_a, focus_b = a.tree.text(at[0]), b.tree.text(at[1])
    return Clash(
        kind=kind,
        level=level,
        severity=Severity.TENSION if kind is Kind.IDENTITY else Severity.CONFLICT,
        strength=alike - (_RENAMED if kind is Kind.IDENTITY else _TURNED),
        focus_a=focus_a,
        focus_b=focus_b,
        scope_a=clause_scope(a, *focus_a),
        scope_b=clause_scope(b, *focus_b),
        why=f"one sentence with “{a.slice(*focus_a)}” and with “{b.slice(*focus_b)}”",
        reconciled_by=(Reconciler.SCOPE,) if kind is Kind.IDENTITY else (),
    )
