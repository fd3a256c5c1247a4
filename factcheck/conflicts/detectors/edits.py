"""Edits: one sentence told twice, with one word turned round or one name exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.conflicts.align import edits, same_name, shared_names
from factcheck.conflicts.detectors.base import Clash
from factcheck.facts import Reading
from factcheck.facts.base import clause_scope, denied
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.groups import Member, contraries, exclude, member
from factcheck.parse.places import apart
from factcheck.text import folded

# The words of one claim that stand for some of the other (one may be empty), as token indices.
Edit = tuple[list[int], list[int]]

# Two claims that share this much of their words, in order, may be one sentence told twice.
LEAST = 0.6
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
    for mine, theirs in _exchanged(changed) if _of_one_thing(a, b) else ():
        pair = _contraries(a, b, mine, theirs)
        if pair and not _any_denied(a, b, pair):
            clash = _clash(a, b, ([pair[0]], [pair[1]]), Kind.ANTONYM, "turned", alike)
            return replace(clash, momentary=_momentary(a, b, pair))
    return None


def _momentary(a: Reading, b: Reading, pair: tuple[int, int]) -> bool:
    """Whether two contraries stand on a scale on which things change from day to day."""
    there = _sides(b, pair[1])
    return any((scale, -sign) in there for scale, sign in _sides(a, pair[0]) if scale in a.tree.lexicon.momentary)


def name_changed(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a name.

    Clashes: "la maire est née à Lyon" / "la maire est née à Metz". Harmless: two spellings or two lengths of one
    name; "Lyon compte un maire" / "Metz compte un maire" (another subject, another statement).
    """
    alike, changed = edits(a, b, LEAST)
    for mine, theirs in _exchanged(changed) if len(_told(a, b, changed)) == 1 else ():
        names = [r.tree.names(side) for r, side in ((a, mine), (b, theirs))]
        if _in_hour(a, mine) or _in_hour(b, theirs):
            continue  # the zone of an hour is no name of a thing
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
    for mine, theirs in _exchanged(changed) if _of_one_thing(a, b) else ():
        pair = _excluding(a, b, (mine, theirs), changed)
        otherwise = any(edit != (mine, theirs) for edit in _told(a, b, changed))
        of_another = otherwise and not (_said_of(a, mine) and _said_of(b, theirs))
        if pair and not of_another and not _any_denied(a, b, pair):
            clash = _clash(a, b, ([pair[0]], [pair[1]]), Kind.IDENTITY, "word exchanged", alike)
            return replace(clash, strength=min(EXCHANGED, clash.strength))
    return None


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
    """The groups of a word, by its lemma; a word that the parse takes for a verb's form may be one of its own."""
    return member(reading.tree.lemma(i), reading.claim.lang) or member(
        folded(reading.tree.tokens[i].text), reading.claim.lang
    )


def _told(a: Reading, b: Reading, changed: list[Edit]) -> list[Edit]:
    """The edits that touch a name or a figure."""
    return [(one, other) for one, other in changed if _is_name(a, one) or _is_name(b, other)]


def _is_name(reading: Reading, side: list[int]) -> bool:
    """Whether an edit touches a name or a figure."""
    return any(i in reading.tree.entity_of or reading.tree.tokens[i].pos == "NUM" for i in side)


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


def _of_one_thing(a: Reading, b: Reading) -> bool:
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
        severity=Severity.CONFLICT if kind is Kind.ANTONYM else Severity.TENSION,
        strength=alike - (_TURNED if kind is Kind.ANTONYM else _RENAMED),
        focus_a=focus_a,
        focus_b=focus_b,
        scope_a=clause_scope(a, *focus_a),
        scope_b=clause_scope(b, *focus_b),
        why=f"one sentence with “{a.slice(*focus_a)}” and with “{b.slice(*focus_b)}”",
        reconciled_by=() if kind is Kind.ANTONYM else (Reconciler.SCOPE,),
    )
