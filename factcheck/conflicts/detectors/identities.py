"""Identity: the one thing of its kind is said to be two things."""

from __future__ import annotations

from factcheck.conflicts.align import rivals, same_name, shared_names
from factcheck.conflicts.detectors.base import Clash, facts_of
from factcheck.facts import IdentityFact, Reading, scope_of
from factcheck.facts.identities import says_kind
from factcheck.model import Kind, Reconciler, Severity
from factcheck.parse.frames import Frame
from factcheck.parse.groups import Member, exclude, kind
from factcheck.parse.places import country
from factcheck.parse.tree import Phrase
from factcheck.text import fold

# One name may be that of a film and of a song, so that only two sentences held side by side are asked.
_NAMED, _PRONOUN = 0.4, 0.3
MOST = _NAMED


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
    """One thing is said to be of two kinds, or from two countries.

    Clashes: "« Marée » est un film" / "« Marée » est une chanson". Harmless: "un film" / "un documentaire"; "Kerlan est
    une ville" / "Abalan est une île".
    """
    for f in a.frames:
        for g in b.frames:
            strength = _one_thing(a, f, b, g)
            pair = _two_kinds(a, f, b, g) if strength else None
            if pair:
                return _kinds(a, f, b, g, pair, strength)
    return None


def _one_thing(a: Reading, f: Frame, b: Reading, g: Frame) -> float:
    """How surely two frames say what one thing is; of two lone sentences, "it" is what the other speaks of."""
    p, q = f.subject, g.subject
    if p is None or q is None or f.negated or g.negated or not (says_kind(a, f) and says_kind(b, g)):
        return 0.0
    if p.names and q.names:
        return _NAMED if same_name(p.concept, q.concept) or p.names == q.names else 0.0
    if p.concept == q.concept and _opens(a, p) and _opens(b, q):
        return _NAMED
    pronouns = [r.tree.tokens[x.head].pos == "PRON" for r, x in ((a, p), (b, q))]
    return _PRONOUN if any(pronouns) and not (a.near or b.near) else 0.0


def _opens(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase opens its sentence as a title of one word does ("Harvest is a song", "The One is")."""
    tree, head = reading.tree, phrase.head
    first = phrase.start == tree.tokens[reading.places[0]].start and tree.tokens[head].pos != "PRON"
    bare = not tree.children(head, "amod", "nmod")
    capital = head != reading.places[0] and tree.tokens[head].text[:1].isupper()
    return first and bare and (capital or not tree.children(head, "det"))


def _two_kinds(a: Reading, f: Frame, b: Reading, g: Frame) -> tuple[int, int] | None:
    """The words of two predicates that exclude each other: their heads, or the countries that narrow them."""
    if exclude(_kind(a, f.index), _kind(b, g.index)) and not _spoken(a, _kind(b, g.index)) | _spoken(
        b, _kind(a, f.index)
    ):
        return f.index, g.index
    mine, theirs = _countries(a, f.index), _countries(b, g.index)
    if mine and theirs and not set(mine) & set(theirs):
        return next(iter(mine.values())), next(iter(theirs.values()))
    return None


def _kind(reading: Reading, i: int) -> frozenset[Member]:
    return kind(reading.tree.lemma(i), reading.claim.lang)


def _spoken(reading: Reading, kinds: frozenset[Member]) -> bool:
    """Whether a claim has a word for one of some kinds; "a documentary series" speaks of no documentary."""
    tree = reading.tree
    return any(_kind(reading, i) & kinds for i in range(len(tree.tokens)) if not tree.is_dep(i, "compound", "amod"))


def _countries(reading: Reading, i: int) -> dict[str, int]:
    """The countries that the adjectives of a noun stand for, with the place of each."""
    tree = reading.tree
    beside = [c for c in tree.children(i, "amod", "compound") if tree.tokens[c].pos in ("ADJ", "PROPN", "NOUN")]
    return {nation: c for c in beside if (nation := country(tree.lemma(c)))}


def _kinds(a: Reading, f: Frame, b: Reading, g: Frame, pair: tuple[int, int], strength: float) -> Clash:
    focus_a, focus_b = a.tree.text([pair[0]]), b.tree.text([pair[1]])
    return Clash(
        kind=Kind.IDENTITY,
        level="other kind",
        severity=Severity.TENSION,
        strength=strength,
        focus_a=focus_a,
        focus_b=focus_b,
        scope_a=scope_of(a, f.index, f),
        scope_b=scope_of(b, g.index, g),
        why=f"one thing is “{a.slice(*focus_a)}” here and “{b.slice(*focus_b)}” there",
        reconciled_by=(Reconciler.SCOPE,),
    )


def _same_label(f: IdentityFact, g: IdentityFact) -> bool:
    """The same head, the same owner, and for labels that are no function the same qualifier too."""
    if f.label.concept != g.label.concept or not shared_names(f.label.names, g.label.names):
        return False
    qualifiers = (f.label.lemmas - f.label.names) & (g.label.lemmas - g.label.names)
    if f.functional:
        return not rivals(f.label.names, g.label.names)[0]
    return bool(qualifiers)


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
