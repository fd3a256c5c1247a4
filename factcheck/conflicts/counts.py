"""Counts of victims and the like: two that differ may be one count at two times.

Of two days on which articles came out, a count that is higher on the later one has grown; one that is lower has not.
What can only be seen over all articles is in `tallies`.
"""

from __future__ import annotations

from factcheck.conflicts.detectors.base import Clash
from factcheck.conflicts.figures import NEAR, gap
from factcheck.conflicts.setting import Setting, Veto, says
from factcheck.facts import Reading
from factcheck.facts.fates import words_of
from factcheck.model import Kind, Reconciler

_HAVE = ("have", "avoir")


def revised_count(clash: Clash, setting: Setting) -> Veto | None:
    """A toll that grows as news comes in: published on different days, given as a bound, or said to be earlier."""
    if clash.kind is Kind.NUMERIC and any(says(r, r.tree.lexicon.revised) for r in (setting.a, setting.b)):
        return _grown("one gives it as an earlier or provisional count")
    if not (clash.revisable or _tallied(clash, setting)):
        return None
    if any(says(r, r.tree.lexicon.rising) for r in (setting.a, setting.b)):
        return _grown("one says that the count has grown or may grow")
    first, second = setting.article_a.published, setting.article_b.published
    if first and second and first != second:
        if _shrunk(clash, setting):
            return _unsure("the later article counts fewer")
        return _grown(f"published on {first} and {second}")
    if setting.looking_back and not (first and second):
        return _grown("one looks back on the news that the other tells")
    if _counts_over(setting.a) != _counts_over(setting.b):
        return Veto(reason=Reconciler.PERIOD, words="one counts over a time", explains=True)
    # one sentence told twice, on no day that is known, was edited; on days that are, the count was brought up to date
    edited = clash.strength >= 1 and not (first or second)
    if clash.level == "manifold" and not edited:
        return _grown("one is several times the other, as of a count that grew")
    if clash.bounded and not edited and clash.level != "crossing" and setting.article_a.id != setting.article_b.id:
        return _grown("a count that was still rising")
    return _unsure("the hour of each count is not known")


def _tallied(clash: Clash, setting: Setting) -> bool:
    """Whether both figures are told of a toll, whoever it counts: "the toll tops 500", "le bilan passe à 12"."""
    numbering = setting.a.tree.lexicon.numbering | setting.b.tree.lexicon.numbering
    return clash.figures is not None and all(
        numbering & (f.measured | {phrase.lemma for _, phrase in f.slots}) for f in clash.figures
    )


def _grown(words: str) -> Veto:
    return Veto(reason=Reconciler.REVISION, words=words, explains=True)


def _unsure(words: str) -> Veto:
    return Veto(reason=Reconciler.REVISION, words=words, explains=False)


def _shrunk(clash: Clash, setting: Setting) -> bool:
    """Whether the article that came out later counts a few less of whom nobody comes back: the dead only become more.

    Far fewer are some of them: those who died in one of several places.
    """
    if clash.figures is None or not setting.article_a.published or not setting.article_b.published:
        return False
    lasting = words_of(setting.a.claim.lang).lasting
    f, g = clash.figures if setting.article_a.published < setting.article_b.published else clash.figures[::-1]
    fewer = g.bounds.entirely_below(f.bounds) and gap(f.bounds, g.bounds) <= NEAR
    return fewer and bool(f.fates & g.fates & lasting) and not (f.left or g.left)


def _counts_over(reading: Reading) -> bool:
    """Whether a claim counts over a time ("depuis janvier"), not merely since what was told ("have since left")."""
    words, tree = reading.tree.lexicon.spanning, reading.tree
    alone = [i for i in range(len(tree.tokens)) if tree.folded(i) in words]
    passing = [tree.is_dep(i, "advmod") or (i and tree.lemma(i - 1) in _HAVE) for i in alone]
    return says(reading, words) and not (passing and all(passing))
