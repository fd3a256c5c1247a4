"""Parts: what is told of some of those counted ("trois grèves, dont deux pour la paie"), held against all of them."""

from __future__ import annotations

from factcheck.conflicts.align import shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.figures import written
from factcheck.facts import NumberFact, Reading
from factcheck.facts.base import clause, head_of, tokens_in
from factcheck.facts.signs import narrows
from factcheck.model import Kind, Reconciler, Severity

# Which words of the other sentence belong to its figure is read off the parse alone: sentences side by side only.
_PART = 0.45
# No more than this stands between the two: ", parmi lesquels ".
_NEXT = 18
# Roles that say who, not where.
OWN = frozenset({"subject", "object"})
_MARKS = frozenset(".,;:()!?–—")


def same_part(f: NumberFact, g: NumberFact) -> bool:
    """Whether `f` is `g` told as a part: "trois grèves, dont deux …" tells of "deux grèves" too."""
    return _is_part(f) and g.counted in f.measured and f.bounds == g.bounds


def some_of(f: NumberFact, g: NumberFact, *, again: bool = False) -> bool:
    """Whether `f` may count some of what `g` counts: "3 chiens bruns" of "6 chiens"; a toll is never compared so.

    "8 soldats tués" may be some of "11 personnes tuées", not of 5. Of a figure told twice (`again`) only who they are
    counts, not where.
    """
    if g.anyone and f.people and not f.anyone:
        return f.bounds.entirely_below(g.bounds)
    elsewhere = (
        not again
        and bool(f.fates)
        and any(
            phrase.names and label not in OWN and not shared_names(phrase.names, g.names) for label, phrase in f.slots
        )
    )
    if elsewhere and g.names and f.bounds.entirely_below(g.bounds):
        return True
    told = (
        (f.placed & g.topic) | g.names | g.measured | {phrase.concept for label, phrase in g.slots if label not in OWN}
    )
    narrowed = (f.is_count or bool(f.gauges)) and bool(f.modifiers - told) and not g.modifiers
    return narrowed and (f.toll or f.bounds.entirely_below(g.bounds))


def of_presented(f: NumberFact, g: NumberFact) -> bool:
    """Whether `f` may count some of those that `g` presents: "il y a douze élus", "deux élus viennent de Brest".

    Not where `g` is told of what `f` is told of: "the coach, with 49 aboard", "the coach carried 44".
    """
    if f.fates & g.fates:
        return False
    borne = any(label == "subject" and phrase.concept in g.measured for label, phrase in f.slots)
    presented = g.presented and not f.presented and not borne
    return f.is_count and presented and not f.toll and f.bounds.entirely_below(g.bounds)


def other_group(f: NumberFact, g: NumberFact, mine: tuple[NumberFact, ...]) -> bool:
    """Whether `f` is one of several groups that its claim counts ("trois noirs et deux blancs"), and `g` another.

    So are "20 taken to one hospital and 31 to the other", and "le bilan passe de 12 à 15 morts".
    """
    if f.anyone and any(h.anyone and h.fates & f.fates and h.bounds != f.bounds for h in mine):
        return True
    grouped = any(h is not f and h.counted == f.counted and h.modifiers != f.modifiers for h in mine)
    return grouped and f.is_count and not f.toll and bool(f.modifiers) and not f.modifiers & g.modifiers


def part_as_whole(a: Reading, b: Reading) -> Clash | None:
    """What one tells of some, the other tells of all of them.

    Clashes: "trois grèves, dont deux pour les salaires" / "trois grèves pour les salaires". Harmless: "deux grèves
    pour les salaires"; "trois grèves".
    """
    there = _some_as_all(b, a)
    return _some_as_all(a, b) or (there.turned() if there else None)


def _some_as_all(a: Reading, b: Reading) -> Clash | None:
    """The clash of a part in `a` with the whole in `b`."""
    for part in filter(_is_part, facts_of(a, NumberFact)):
        of = _behind(a, part)
        for whole in facts_of(a, NumberFact):
            if not _is_whole(whole, part):
                continue
            for g in facts_of(b, NumberFact):
                one_whole = g.counted == whole.counted and g.bounds == whole.bounds and not (g.part or g.denied)
                if one_whole and of and of <= _around(b, g) and not of & _around(a, whole):
                    return _clash(part, g)
    return None


def _is_part(f: NumberFact) -> bool:
    """Whether a bare figure counts some of those counted before it."""
    return f.part == "of" and f.unit is None and not f.denied


def _is_whole(f: NumberFact, part: NumberFact) -> bool:
    """Whether `f` counts those of whom `part` counts some: right in front of it, or by the noun it hangs on."""
    beside = 0 < part.start - f.end <= _NEXT or f.counted in part.measured
    return beside and bool(f.counted) and part.bounds.entirely_below(f.bounds)


def _behind(reading: Reading, part: NumberFact) -> frozenset[str]:
    """What is told of a part: the words behind its figure, up to the next mark."""
    tree = reading.tree
    words = []
    for i in (n for n, token in enumerate(tree.tokens) if token.start >= part.end):
        if tree.tokens[i].text in _MARKS:
            break
        words.append(i)
    return _told(reading, words)


def _around(reading: Reading, f: NumberFact) -> frozenset[str]:
    """What the clause of a figure tells, but for parts of it."""
    tree = reading.tree
    at = head_of(tree, tokens_in(tree, f.start, f.end))
    parts = [g for g in facts_of(reading, NumberFact) if _is_part(g) and g.start > f.start]
    end = min((g.start for g in parts), default=reading.claim.end)
    return _told(reading, [] if at is None else [i for i in clause(tree, at) if tree.tokens[i].end <= end])


def _told(reading: Reading, words: list[int]) -> frozenset[str]:
    """The words that say something, manners among them ("grièvement")."""
    tree = reading.tree
    return tree.content(words) | frozenset(tree.lemma(i) for i in words if narrows(tree, i))


def _clash(part: NumberFact, whole: NumberFact) -> Clash:
    return Clash(
        kind=Kind.NUMERIC,
        level="part as whole",
        severity=Severity.TENSION,
        strength=_PART,
        focus_a=(part.start, part.end),
        focus_b=(whole.start, whole.end),
        scope_a=part.scope,
        scope_b=whole.scope,
        why=f"only {written(part.quantity)} of them here, all of {written(whole.quantity)} there",
        reconciled_by=(Reconciler.SCOPE,),
    )
