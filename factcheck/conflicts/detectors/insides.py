"""Insides: all that a short sentence tells a longer one tells too, but for a date, a figure or a word."""

from __future__ import annotations

from factcheck.conflicts.align import other_doer, other_object
from factcheck.conflicts.detectors.base import Clash, Places, clash_of_words, facts_of
from factcheck.conflicts.detectors.dates import disjoint
from factcheck.conflicts.detectors.edits import member_of
from factcheck.conflicts.figures import level
from factcheck.conflicts.within import one_place, untold
from factcheck.facts import NumberFact, Reading
from factcheck.facts.base import governor, head_of, tokens_in
from factcheck.model import Kind
from factcheck.parse.groups import exclude

# The longer sentence may tell it of something else: only two sentences that somebody holds side by side are asked.
MOST = 0.4
# Where so many words are told alike, what stands in the place of another need not hang on the same word.
_ENOUGH = 3
# So many words in front of one a parse may hang an adverb of it on another: "mostly in Leeds".
_IN_FRONT = 2


def told_within(a: Reading, b: Reading) -> Clash | None:
    """All that one claim tells the other tells too, among more, but for a date, a figure or a word.

    Clashes: "le phare est peint en rouge" / "haut de 30 mètres, le phare, peint en vert, domine le port". Harmless:
    "le phare est peint en rouge et en vert"; "le phare est peint"; "le phare domine la ville, peinte en vert".
    """
    if not (a.names or b.names):
        return None  # what tells of nothing that has a name may be any scene
    if len(a.places) < len(b.places):
        clash = told_within(b, a)
        return clash and clash.turned()
    lacking, met = untold(a, b)
    if not (lacking and met):
        return None
    found = {
        Kind.DATE: _dates(a, b, lacking, met),
        Kind.NUMERIC: _figures(a, b, lacking),
        Kind.IDENTITY: _words(a, b, lacking, met),
    }
    why = "all is told alike but for {0} here and {1} there"
    clashes = (
        clash_of_words(a, b, at, kind=kind, level="told within", strength=MOST, why=why)
        for kind, at in found.items()
        if at
    )
    return next(clashes, None)


def _dates(long: Reading, short: Reading, lacking: list[int], met: int) -> Places | None:
    """The date that the long sentence lacks, and the first of its own, none of which has a day in common with it."""
    dates = [d for d in short.claim.dates if any(_inside(short, i, d.start, d.end) for i in lacking)]
    if len(dates) != 1 or not all(_inside(short, i, dates[0].start, dates[0].end) for i in lacking):
        return None
    apart = [d for d in long.claim.dates if disjoint(d, dates[0])]
    if not apart or len(apart) < len(long.claim.dates):
        return None
    at = (apart[0].start, apart[0].end), (dates[0].start, dates[0].end)
    return at if met >= _ENOUGH or _in_one_place(long, short, at) else None


def _figures(long: Reading, short: Reading, lacking: list[int]) -> Places | None:
    """The measure that the long sentence lacks, and its own of that unit; counts may be of two groups."""
    for g in facts_of(short, NumberFact):
        rivals = [f for f in facts_of(long, NumberFact) if f.unit == g.unit]
        only = all(_inside(short, i, g.start, g.end) for i in lacking)
        if only and rivals and not g.counts and all(f.bounds.is_point and level(f, g) for f in rivals):
            at = (rivals[0].start, rivals[0].end), (g.start, g.end)
            return at if _in_one_place(long, short, at) else None
    return None


def _in_one_place(long: Reading, short: Reading, at: Places) -> bool:
    """Whether what stands at two places has one role."""
    there, here = (head_of(r.tree, tokens_in(r.tree, *place)) for r, place in ((long, at[0]), (short, at[1])))
    return there is not None and here is not None and one_place(long, there, short, here)


def _words(long: Reading, short: Reading, lacking: list[int], met: int) -> Places | None:
    """The one word that the long sentence lacks, and one that excludes it and has its role there."""
    if len(lacking) != 1:
        return None
    (j,) = lacking
    mine = member_of(short, j)
    if any(member_of(long, i) & mine for i in long.places):
        return None
    for i in long.places:
        told_too = any(member_of(long, i) & member_of(short, n) for n in short.places)
        if exclude(mine, member_of(long, i)) and not told_too and (met >= _ENOUGH or one_place(long, i, short, j)):
            at = long.tree.text([i]), short.tree.text([j])
            of_two = other_doer(long, at[0], short, at[1]) or other_object(long, at[0], short, at[1])
            return None if of_two or _besides(long, i) or _besides(short, j) else at
    return None


def _besides(reading: Reading, i: int) -> bool:
    """Whether a word is told of besides, of later or of a part: "a aussi joué à Brest", "mostly in Leeds"."""
    frame = governor(reading, i)
    beside = {c for n in (i, *([frame.index] if frame else [])) for c in reading.tree.children(n)}
    in_front = range(max(0, i - _IN_FRONT), i)
    return any(reading.tree.folded(c) in reading.tree.lexicon.besides for c in (*beside, *in_front))


def _inside(reading: Reading, i: int, start: int, end: int) -> bool:
    """Whether a word lies between two document offsets."""
    return start <= reading.tree.tokens[i].start < end
