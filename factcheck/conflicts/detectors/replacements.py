"""Replacements: one sentence told twice, with a word in the place of another that says a different thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.conflicts.align import edits
from factcheck.conflicts.detectors.base import Clash, clash_of_words, facts_of
from factcheck.conflicts.detectors.edits import FULL
from factcheck.conflicts.detectors.numbers import other_per, told_elsewhere
from factcheck.conflicts.edited import Edit, of_one_thing, other_subject, told
from factcheck.conflicts.figures import level, written
from factcheck.facts import NumberFact, Reading
from factcheck.facts.base import denied
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.fields import Field, fields
from factcheck.parse.groups import member, of_one_class
from factcheck.text import folded

# Two sentences that share this much of their words, and differ in so few places, are one with a word replaced; where
# more differs somebody retold it in words of his own. (Of the replacements found in the sets of edited summaries, in
# the half that was not read, 10 of 12 are lies with this bound, 11 of 18 without it.)
_LEAST, _MOST_EDITS = 0.7, 3
# One word against one, or two against two, tell which stands for which.
_LONGEST = 2
# Two words of which a list knows no common field may yet be used for one thing: only two sentences that somebody holds
# side by side are asked.
MOST = 0.35
# A figure in the place of another may be of another day.
MOST_FIGURE = 0.45


def word_replaced(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a word, and no field of meaning holds both words.

    Clashes: "la mairie examine le projet" / "la mairie rejette le projet". Harmless: "examine" / "étudie"; a word that
    no field holds; a sentence reworded in many places.
    """
    _, changed = edits(a, b, _LEAST)
    if not 0 < len(changed) <= _MOST_EDITS or told(a, b, changed) or not of_one_thing(a, b):
        return None
    told_a, told_b = (_all_fields(r, changed, side) for side, r in enumerate((a, b)))
    for i, j in (pair for edit in changed for pair in _opposite(a, b, edit)):
        one, other = _fields(a, i), _fields(b, j)
        known = {part for part, _ in one} & {part for part, _ in other}
        moved = one & told_b or other & told_a
        if known and not (moved or _akin(a, b, i, j) or _both(a, b, i, j) or denied(a, i) or denied(b, j)):
            return _clash(a, b, i, j)
    return None


def figure_replaced(a: Reading, b: Reading) -> Clash | None:
    """Two claims are one sentence but for a figure, and perhaps for some words beside it.

    Clashes: "deux barges ont coulé" / "quatre péniches ont coulé". Harmless: "40 marins" / "plus de 30 marins"; "de 5 à
    8" / "de 8 à 5"; "40 marins" / "40 %".
    """
    alike, changed = edits(a, b, _LEAST)
    if not changed or not of_one_thing(a, b) or any(other_subject(a, b, edit) for edit in changed):
        return None
    mine, theirs = facts_of(a, NumberFact), facts_of(b, NumberFact)
    for f, g in _figures(a, b, changed):
        rung = level(f, g) if _measure_alike(f, g) else None
        if rung and not (told_elsewhere(f, theirs) or told_elsewhere(g, mine)):
            return _of_figures(a, b, f, g, rung, alike)
    return None


def _figures(a: Reading, b: Reading, changed: list[Edit]) -> Iterator[tuple[NumberFact, NumberFact]]:
    """The figures that stand in one place, each beside the one that stands for it."""
    for edit in changed:
        mine, theirs = (
            [f for f in facts_of(r, NumberFact) if side and _meets(r, side, f)]
            for r, side in ((a, edit[0]), (b, edit[1]))
        )
        if len(mine) == len(theirs):
            yield from ((f, g) for f, g in zip(mine, theirs, strict=True) if not (_written(b, f) or _written(a, g)))


def _written(reading: Reading, fact: NumberFact) -> bool:
    """Whether a claim holds the words of a figure somewhere: "2 players", "2 or 4 players"."""
    tokens = reading.tree.tokens
    numerals = re.findall(r"\w+", fact.quantity.text)
    return numerals[0] in {tokens[i].text.rstrip("-") for i in reading.places}


def _meets(reading: Reading, side: list[int], fact: NumberFact) -> bool:
    """Whether the number of a fact stands among the words of an edit."""
    tokens = reading.tree.tokens
    return any(tokens[i].pos == "NUM" and fact.start <= tokens[i].start < fact.end for i in side)


def _measure_alike(f: NumberFact, g: NumberFact) -> bool:
    """Whether two figures are of one unit, or both count things, and are said alike."""
    p, q = f.quantity, g.quantity
    alike = f.unit == g.unit or (f.counts and g.counts)
    said = (f.denied, f.stance, p.direction, p.of) == (g.denied, g.stance, q.direction, q.of)
    return alike and said and not other_per(p, q)


def _of_figures(a: Reading, b: Reading, f: NumberFact, g: NumberFact, rung: str, alike: float) -> Clash:
    return Clash(
        kind=Kind.NUMERIC,
        level=rung,
        severity=Severity.TENSION,
        strength=min(MOST_FIGURE, alike - 0.2),
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"one sentence with {written(f.quantity)} and with {written(g.quantity)}",
        reconciled_by=(Reconciler.SCOPE,),
        revisable=f.toll or f.sent,
    )


def _all_fields(reading: Reading, changed: list[Edit], side: int) -> frozenset[Field]:
    """The fields of all words that one claim has in the places where the two differ."""
    return frozenset[Field]().union(*(_fields(reading, i) for edit in changed for i in edit[side]))


def _opposite(a: Reading, b: Reading, edit: Edit) -> Iterator[tuple[int, int]]:
    """The words of an edit that say something, each beside the one that stands for it."""
    mine, theirs = ([i for i in side if r.tree.tokens[i].pos in FULL] for r, side in ((a, edit[0]), (b, edit[1])))
    if len(mine) == len(theirs) <= _LONGEST:
        yield from zip(mine, theirs, strict=True)


def _fields(reading: Reading, i: int) -> frozenset[Field]:
    """The fields of a word: by its lemma or, where a parse knows no better, as it stands."""
    tree, lang, pos = reading.tree, reading.claim.lang, reading.tree.tokens[i].pos
    return fields(tree.lemma(i), pos, lang) or fields(folded(tree.tokens[i].text), pos, lang)


def _akin(a: Reading, b: Reading, i: int, j: int) -> bool:
    """Whether two words are forms of one, one member of a group, or one the wider word for the other."""
    one, other, lang = a.tree.lemma(i), b.tree.lemma(j), a.claim.lang
    if of_one_class(one, other, lang):
        return True
    return a.tree.concept(i) == b.tree.concept(j) or bool(member(one, lang) & member(other, lang))


def _both(a: Reading, b: Reading, i: int, j: int) -> bool:
    """Whether somebody or something is said to be two things, which it may be: "is the founder", "is the head"."""
    return all(r.tree.tokens[n].pos == "NOUN" and r.tree.children(n, "cop") for r, n in ((a, i), (b, j)))


def _clash(a: Reading, b: Reading, i: int, j: int) -> Clash:
    at = a.tree.text([i]), b.tree.text([j])
    why = "one sentence with {0} and with {1}"
    return clash_of_words(a, b, at, kind=Kind.IDENTITY, level="word replaced", strength=MOST, why=why)
