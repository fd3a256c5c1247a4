"""Identity: the one thing of its kind is said to be two things."""

from __future__ import annotations

from factcheck.conflicts.align import rivals, same_name, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import DefinitionFact, IdentityFact, Reading
from factcheck.facts.definitions import Place
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.groups import Member, exclude, kind
from factcheck.parse.lexicon import disputes
from factcheck.parse.places import apart
from factcheck.parse.tree import Phrase
from factcheck.text import fold

# One name may be that of a film and of a song, so that only two sentences held side by side are asked.
_NAMED, _PRONOUN = 0.4, 0.3
MOST = _NAMED
# "Tim" is short for "Timothy", "J." for "Jean".
_INITIAL = 3


def other_identity(a: Reading, b: Reading) -> Clash | None:
    """One label, two values.

    Clashes: "La capitale du pays X est Y" / "Z, capitale du pays X". Harmless: "Y, ville du pays X".
    """
    for f in facts_of(a, IdentityFact):
        for g in facts_of(b, IdentityFact):
            if _same_label(f, g) and _different(f, g):
                return _clash(a, b, f, g)
    return None


def other_kind(a: Reading, b: Reading) -> Clash | None:
    """One thing is said to be of two kinds, from two countries or of two years, or to lie in two of them.

    Clashes: "« Marée » est un film" / "« Marée » est une chanson"; "un film de 1990" / "un film de 1993". Harmless: "un
    film" / "un documentaire"; "Kerlan est une ville" / "Abalan est une île".
    """
    for f in facts_of(a, DefinitionFact):
        for g in facts_of(b, DefinitionFact):
            strength = _one_topic(a, f, b, g)
            pair = _otherwise(a, f, b, g) if strength else None
            if pair:
                return _kinds(a, f, b, g, pair, strength)
    return None


def _one_topic(a: Reading, f: DefinitionFact, b: Reading, g: DefinitionFact) -> float:
    """How surely two definitions are of one thing; of two lone sentences, "it" is what the other speaks of."""
    if not f.topic or not g.topic:
        return _PRONOUN if (f.pronoun or g.pronoun) and not (a.near or b.near) else 0.0
    if f.topic <= g.topic or g.topic <= f.topic:
        return _NAMED
    # "Tim Kerlan" is "Timothy James Kerlan"
    first = {word[:_INITIAL] for word in f.topic - {f.last}} & {word[:_INITIAL] for word in g.topic - {g.last}}
    return _NAMED if f.last == g.last and first and f.person and g.person else 0.0


def _otherwise(a: Reading, f: DefinitionFact, b: Reading, g: DefinitionFact) -> tuple[Place, Place] | None:
    """The words of two definitions that exclude each other."""
    return _two_kinds(a, f, b, g) or _two_countries(f, g) or _two_sites(f, g) or _two_years(f, g) or _two_ranks(f, g)


def _two_kinds(a: Reading, f: DefinitionFact, b: Reading, g: DefinitionFact) -> tuple[Place, Place] | None:
    """Two kinds of which a thing can be but one, where neither is spoken of on the other side."""
    for one, here in f.kinds:
        for other, there in g.kinds:
            if exclude(one, other) and not (_spoken(a, other) or _spoken(b, one)):
                return here, there
    return _no_person(f, g) or _turned(_no_person(g, f))


def _no_person(f: DefinitionFact, g: DefinitionFact) -> tuple[Place, Place] | None:
    """The words by which one is somebody and the other a work, a place or an animal."""
    return (f.person, g.kinds[0][1]) if f.person and g.kinds and not (g.person or f.kinds) else None


def _turned(pair: tuple[Place, Place] | None) -> tuple[Place, Place] | None:
    return pair and (pair[1], pair[0])


def _spoken(reading: Reading, kinds: frozenset[Member]) -> bool:
    """Whether a claim has a word for one of some kinds; "a documentary series" speaks of no documentary."""
    tree = reading.tree
    words = (i for i in range(len(tree.tokens)) if not tree.is_dep(i, "compound", "amod"))
    return any(kind(tree.lemma(i), reading.claim.lang) & kinds for i in words)


def _two_countries(f: DefinitionFact, g: DefinitionFact) -> tuple[Place, Place] | None:
    """Words for countries that have none in common."""
    if not f.countries or not g.countries or f.countries.keys() & g.countries.keys():
        return None
    return next(iter(f.countries.values())), next(iter(g.countries.values()))


def _two_sites(f: DefinitionFact, g: DefinitionFact) -> tuple[Place, Place] | None:
    """Places that lie apart; of something that is no person, the word for a country tells its place too."""
    mine, theirs = ({**x.sites, **({} if x.person or x.sites else x.countries)} for x in (f, g))
    if not (f.sites or g.sites) or not mine or not theirs or not apart(mine, theirs):
        return None
    return next(iter(mine.values())), next(iter(theirs.values()))


def _two_years(f: DefinitionFact, g: DefinitionFact) -> tuple[Place, Place] | None:
    """Two years of one kind of work."""
    if f.year is None or g.year is None or f.year[0] == g.year[0]:
        return None
    same = {one for one, _ in f.kinds} & {other for other, _ in g.kinds}
    return (f.year[1], g.year[1]) if same else None


def _two_ranks(f: DefinitionFact, g: DefinitionFact) -> tuple[Place, Place] | None:
    """Two places in one order: "the largest city in X" and "the third largest city in X"."""
    if f.rank is None or g.rank is None or not exclude(f.rank[0], g.rank[0]):
        return None
    among = f.around == g.around or bool(shared_names(f.around, g.around))
    one_order = f.ranked == g.ranked and among and not rivals(f.around, g.around)[0]
    return (f.rank[1], g.rank[1]) if one_order else None


def _kinds(
    a: Reading, f: DefinitionFact, b: Reading, g: DefinitionFact, pair: tuple[Place, Place], strength: float
) -> Clash:
    focus_a, focus_b = pair
    return Clash(
        kind=Kind.IDENTITY,
        level="other kind",
        severity=Severity.TENSION,
        strength=strength,
        focus_a=focus_a,
        focus_b=focus_b,
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"one thing is “{a.slice(*focus_a)}” here and “{b.slice(*focus_b)}” there",
        reconciled_by=(Reconciler.SCOPE,),
    )


def _same_label(f: IdentityFact, g: IdentityFact) -> bool:
    """The same head, the same owner, and for labels that are no function the same qualifier too."""
    if f.label.concept != g.label.concept or not shared_names(f.label.names, g.label.names):
        return False
    mine, theirs = f.label.lemmas - f.label.names, g.label.lemmas - g.label.names
    if f.functional:
        other_post = (mine ^ theirs) & (disputes("fr", "deputies") | disputes("en", "deputies"))
        narrowed = mine - theirs and theirs - mine  # "chargé des programmes", "chargé de l'information"
        return not (rivals(f.label.names, g.label.names)[0] or other_post or narrowed)
    return bool(mine & theirs)


def _different(f: IdentityFact, g: IdentityFact) -> bool:
    """Two affirmed values with nothing in common, or one value affirmed and denied.

    A name and a noun are no rivals: whoever has the name may be what the noun says.
    """
    if f.negated and g.negated:
        return False
    if not (f.negated or g.negated) and _is_name(f.value) != _is_name(g.value):
        return False
    return _one_value(f.value, g.value) == (f.negated != g.negated)


def _is_name(phrase: Phrase) -> bool:
    """Whether the head of a phrase is a name, or part of one."""
    return any(phrase.concept == name or fold(phrase.lemma).lower() in name.split() for name in phrase.names)


def _one_value(p: Phrase, q: Phrase) -> bool:
    return p.concept == q.concept or same_name(p.concept, q.concept) or bool(shared_names(p.names, q.names))


def _clash(a: Reading, b: Reading, f: IdentityFact, g: IdentityFact) -> Clash:
    said = [("not " if x.negated else "") + f"“{r.slice(x.value.start, x.value.end)}”" for r, x in ((a, f), (b, g))]
    label = a.slice(f.label.start, f.label.end)
    firm = f.functional and not (f.negated or g.negated)
    return Clash(
        kind=Kind.IDENTITY,
        level="other value",
        severity=Severity.CONFLICT if firm else Severity.TENSION,
        strength=0.9 if f.functional else 0.7,
        focus_a=(f.value.start, f.value.end),
        focus_b=(g.value.start, g.value.end),
        scope_a=f.scope,
        scope_b=g.scope,
        why=f"“{label}” is {said[0]} against {said[1]}",
        reconciled_by=() if firm else (Reconciler.DEFINITION,),
    )
