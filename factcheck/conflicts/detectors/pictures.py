"""Pictures: one photograph or film with two provenances."""

from __future__ import annotations

from dataclasses import replace

from factcheck.conflicts.align import common_topic
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.conflicts.detectors.dates import days, disjoint
from factcheck.facts import PictureFact, Reading
from factcheck.model import Kind, Reconciler, Severity, When
from factcheck.parse.lexicon import disputes
from factcheck.parse.places import apart

# Below what a corpus asks for: nothing but the topic says that it is one picture.
STRENGTH = 0.4
# What two claims must share besides the pictures and what tells them apart.
_COMMON = 2
# What is taken in one place is not shown in another, and what is out was taken before; two may show two things.
_ASKED = frozenset({("taken", "taken"), ("taken", "shown"), ("taken", "out")})


def other_provenance(a: Reading, b: Reading) -> Clash | None:
    """One picture is told with two places or dates of its making, or comes from a game and shows what happened.

    Clashes: "la photo du pont a été prise à Nantes" / "la photo du pont a été prise à Rome". Harmless: "prise à Nantes"
    / "prise en France"; "publiée en 2022" / "prise en 2021".
    """
    for f in facts_of(a, PictureFact):
        for g in facts_of(b, PictureFact):
            why = _differ(f, g) or _differ(g, f)
            if why and _one_picture(a, b, f, g):
                return _clash(f, g, f"“{a.slice(f.start, f.end)}” against “{b.slice(g.start, g.end)}” ({why})")
    return None


def _differ(f: PictureFact, g: PictureFact) -> str | None:
    """In what a picture that is taken so differs from the other side's: "place", the two dates, "staged"."""
    if f.staged and g.how == "shown" and not g.staged:
        return "staged"
    if (f.how, g.how) not in _ASKED:
        return None
    if g.how != "out" and f.places and g.places and apart(f.places, g.places):
        return "place"
    if f.dates and g.dates and all(_exclude(d, e, g.how) for d in f.dates for e in g.dates):
        return f"{days(f.dates[0])}, {days(g.dates[0])}"
    return None


def _exclude(taken: When, other: When, how: str) -> bool:
    """Whether a picture taken then cannot be shown, or out, at the other date."""
    late = bool(taken.first and other.last and other.last < taken.first)
    return disjoint(taken, other) and (late or how != "out")


def _one_picture(a: Reading, b: Reading, f: PictureFact, g: PictureFact) -> bool:
    """Whether two claims may speak of one picture: they share what it shows."""
    aside = disputes(a.tree.lexicon.lang, "pictures") | disputes(b.tree.lexicon.lang, "pictures")
    return len(common_topic(a, b, without=aside | f.places | g.places)) >= _COMMON


def _clash(f: PictureFact, g: PictureFact, why: str) -> Clash:
    return Clash(
        kind=Kind.IDENTITY,
        level="other provenance",
        severity=Severity.TENSION,
        strength=STRENGTH,
        focus_a=(f.start, f.end),
        focus_b=(g.start, g.end),
        scope_a=replace(f.scope, dates=()),  # it is the dates that clash
        scope_b=replace(g.scope, dates=()),
        why=why,
        reconciled_by=(Reconciler.SCOPE,),
    )
