"""Denials: what a claim says is not so, word by word, and what it leaves standing.

Frames hold the roles of one predicate; a denial reaches further. "Rien ne permet de conclure à un
empoisonnement", "aucune trace d'empoisonnement", "dément tout empoisonnement" deny one thing, and only
the words under the negation are denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.facts.base import Reading, Scope, governor, scope_of, tokens_in
from factcheck.facts.contrasts import Contrast, contrasts
from factcheck.facts.reach import (
    APART,
    above,
    around,
    attempted,
    below,
    corrected,
    ended,
    foreseen,
    fruitless,
    in_a_name,
    in_vain,
    inquired,
    picked,
    premised,
    reproached,
    unsaid,
)
from factcheck.facts.signs import Side, events, narrows, shown, shows, sides, sought, stem, stems
from factcheck.model import Modality
from factcheck.parse.frames import Frame, conditional, supposed, unreal
from factcheck.parse.negation import is_negative, only, without
from factcheck.parse.tree import Tree

# How far below a light predicate the words are looked for that carry its meaning ("rien ne permet de conclure à …").
_DEEP = 3
# "only" limits a denial where it stands so close behind its predicate; farther on it opens the correction.
_NEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialFact:
    """Something said not to be so.

    `heads` are stems of the words that carry what is denied (the predicate; where it is a light one, its
    object); `denied` those of all words under the negation, `about` of the subject it is denied of.
    `needed` are the words it may bear on alone (figures, manners), `dated` the figures of its days, `past` says that it
    was so once ("ne … plus"), `sought` the events that no sign is said to be of ("aucune trace d'empoisonnement"),
    `sides` the sides of scales that its heads stand on.
    `cue` says how: "negation", "contrast" ("et non …"), "verb" ("dément …"), "awaited" ("has yet to …"), "debunk" ("est
    un montage") or "loose" (a negative word that the parse hangs on no predicate; it has no heads).
    """

    start: int
    end: int
    scope: Scope
    cue: str
    heads: frozenset[str]
    denied: frozenset[str]
    about: frozenset[str]
    needed: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    sought: frozenset[str] = frozenset()
    past: bool = False
    sides: frozenset[tuple[str, int]] = frozenset()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Denials meet those who tell of the event no sign is found of."""
        return tuple(("sought", event) for event in sorted(self.sought))


# No slots: its words are asked for in each pair.
@dataclass(frozen=True, kw_only=True)
class StatedFact:
    """What a claim leaves standing: stems of its words outside every denial, with the place of each.

    `doubted` says that a negative word stands there that belongs to no denial we understand; `events` are those
    that are told of as found or shown, not merely suspected, `told` those said to have happened; `sides` the sides of
    scales its words stand on; `start`/`end` are those of the claim.
    """

    start: int
    end: int
    scope: Scope
    places: tuple[tuple[str, int, int], ...]
    doubted: bool
    events: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    sides: tuple[Side, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems alone."""
        return frozenset(stem for stem, _, _ in self.places)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What is merely stated meets denials over the events it tells of."""
        return tuple(("sought", event) for event in sorted(self.events | self.told))


def denials(reading: Reading) -> tuple[DenialFact | StatedFact, ...]:
    """The denials of a claim, and what it states besides."""
    tree, claim = reading.tree, reading.claim
    if not tree.tokens:
        return ()
    found = [*_negations(reading), *_contrasts(reading), *_verbs(reading), *_awaited(reading), *_debunks(reading)]
    found += _suppositions(reading)
    found += _unparsed(reading, {i for _, inside in found for i in inside})
    under = {i for _, inside in found for i in inside}
    left = [i for i in range(len(tree.tokens)) if i not in under]
    stated = StatedFact(
        start=claim.start,
        end=claim.end,
        scope=_scope(reading, tree.root(0)),
        places=tuple(
            (stem(tree, i), tree.tokens[i].start, tree.tokens[i].end)
            for i in left
            if tree.has_content(i) or narrows(tree, i)
        ),
        doubted=any(is_negative(tree.tokens[i].text, tree.lexicon.lang) for i in left),
        events=events(tree, shown(tree, left)),
        told=events(tree, (f.index for f in reading.frames if f.index not in under and _happened(f))),
        sides=tuple(sides(tree, left)),
    )
    return (*(fact for fact, _ in found if fact), stated)


def _happened(frame: Frame) -> bool:
    """Whether a predicate tells of what has happened, for sure."""
    return frame.stated and frame.tense == "past" and frame.modality is Modality.ASSERTED and not frame.negated


# A denial with the tokens under it; without one, words that are merely not asserted ("s'il ne signe pas …").
Found = tuple[DenialFact | None, list[int]]


def _scope(reading: Reading, at: int) -> Scope:
    return scope_of(reading, at, governor(reading, at))


def _negations(reading: Reading) -> Iterator[Found]:
    """ "n'a pas signé l'accord", "aucune arrestation n'a eu lieu", "sans autorisation"."""
    tree = reading.tree
    for frame in reading.frames:
        inside = below(tree, frame.index, APART)
        if not frame.negated or frame.pending or in_a_name(tree, inside):
            continue
        supposed_only = foreseen(tree, frame.index) or _supposed(tree, frame) or unreal(tree, frame.index)
        if supposed_only or unsaid(tree, frame.index) or reproached(tree, frame.index) or _partial(tree, frame, inside):
            yield None, inside
            continue
        subject = _spoken_of(tree, frame, inside)
        words = [i for i in inside if i not in subject] if not _of_nothing(tree, subject) else inside
        heads = [
            i for i in _heads(tree, frame.index, _DEEP) if i in words and (frame.copular or i not in tree.entity_of)
        ]
        yield _fact(reading, frame.index, "negation", heads, words, sorted(subject - set(words))), words


def _spoken_of(tree: Tree, frame: Frame, inside: list[int]) -> set[int]:
    """The words of what a denied predicate is said of: its subject, or what a helper above it has for one."""
    own = [frame.subject.head] if frame.subject and frame.subject.head in inside else []
    helper = tree.tokens[frame.index].head if tree.is_dep(frame.index, "xcomp", "ccomp") else frame.index
    roles = [p.head for p in (frame.subject, frame.object) if p]
    helped = [i for i in roles if tree.tokens[i].head == helper and i not in inside and tree.is_dep(i, "nsubj")]
    return {n for i in (*own, *helped) for n in below(tree, i)}


def _supposed(tree: Tree, frame: Frame) -> bool:
    """Whether a predicate is only a condition ("s'il ne signe pas"), holds under one ("sans permis, nul ne pêche"), or
    picks out which ("ceux qui n'ont pas signé").
    """
    if frame.index and without(tree.tokens[0].text, tree.lexicon.lang):
        return True
    clauses = [i for i in above(tree, frame.index) if tree.is_dep(i, "advcl") or i == frame.index]
    if conditional(tree, clauses):
        return True
    head = tree.tokens[frame.index].head
    relative = tree.is_dep(frame.index, "acl:relcl", "acl")
    return relative and head not in tree.entity_of and not tree.children(head, "cop")


def _partial(tree: Tree, frame: Frame, inside: list[int]) -> bool:
    """Whether it is denied of a part only ("certains n'ont pas signé"), or only of all ("n'a pas tout signé")."""
    limits = (i for p in frame.roles for i in (*tree.children(p.head, "det", "amod", "nummod", "advmod"), p.head))
    if any(tree.lemma(i) in tree.lexicon.every | tree.lexicon.some for i in limits):
        return True
    limiting = (i for i in inside if 0 < i - frame.index <= _NEAR or i < frame.index)
    return any(only(tree.tokens[i].text, tree.lexicon.lang) for i in limiting if tree.tokens[i].pos == "ADV")


def _of_nothing(tree: Tree, subject: set[int]) -> bool:
    """Whether the negation stands in the subject ("aucune arrestation …"), which is then what is denied."""
    return any(is_negative(tree.tokens[i].text, tree.lexicon.lang) for i in subject)


def _heads(tree: Tree, i: int, depth: int) -> list[int]:
    """What carries a denial: the word itself, or what it governs where it says little ("aucune trace de …")."""
    lemma = tree.lemma(i)
    own = [i] if tree.has_content(i) and lemma not in tree.lexicon.light else []
    if depth == 0 or (own and not shows(tree, i) and lemma not in tree.lexicon.telling and not fruitless(tree, i)):
        return own
    governed = tree.children(i, "obj", "nsubj", "nsubj:pass", "obl:arg", "xcomp", "ccomp", "nmod", "acl", "csubj")
    return [h for c in governed for h in _heads(tree, c, depth - 1)] or own


def _suppositions(reading: Reading) -> Iterator[Found]:
    """ "Si le conseil avait voté …" tells of no vote; "si l'essai est en cours, …" may grant that it is.

    Nor does "a tenté d'ouvrir la porte" tell that it was opened, nor "l'espoir de l'ouvrir", "tout fait pour l'ouvrir";
    what is done "afin de connaître la cause" tells that it is not known.
    """
    tree = reading.tree
    for i in range(len(tree.tokens)):
        if tree.lemma(i) in tree.lexicon.attempts and tree.tokens[i].pos == "VERB" and not in_vain(tree, i):
            yield None, [c for c in tree.children(i, "xcomp") if not tree.children(c, "nsubj")]
        elif tree.lemma(i) in tree.lexicon.hoping:
            tops = [c for c in tree.children(i, "xcomp", "acl") if not tree.children(c, "nsubj")]
            yield None, [n for c in tops for n in tree.subtree(c)]
        elif attempted(tree, i) or inquired(tree, i):
            yield None, tree.subtree(i, outside=APART)
    for frame in reading.frames:
        if frame.tense == "past" and (supposed(tree, [frame.index]) or unreal(tree, frame.index)):
            yield None, tree.subtree(frame.index)


def _contrasts(reading: Reading) -> Iterator[Found]:
    """ "Au siège et non pas au port", "plutôt que de créer des emplois", "Orvax, non-autorisé en Europe, …"."""
    tree = reading.tree
    for contrast in contrasts(tree):
        fact = _fact(reading, contrast.at, "contrast", contrast.heads, contrast.words, [])
        fact = replace(fact, needed=fact.needed | stems(tree, contrast.needed))
        if contrast.base:
            fact = _of_base(reading, fact, contrast)
        yield fact, contrast.words


def _of_base(reading: Reading, fact: DenialFact, contrast: Contrast) -> DenialFact:
    """The denial of what stands behind a prefix ("non-autorisé"), of the noun that it is told of."""
    tree = reading.tree
    base = frozenset({tree.lexicon.stem(contrast.base or "")})
    frame = next((f for f in reading.frames if f.index == contrast.at), None)
    thing = frame.object or frame.subject if frame else None
    noun = thing.head if thing else tree.tokens[contrast.at].head
    outside = set(contrast.words)
    about = stems(tree, (n for n in below(tree, noun) if n not in outside))
    return replace(fact, heads=base, denied=fact.denied - fact.heads | base, about=about)


def _verbs(reading: Reading) -> Iterator[Found]:
    """ "dément avoir vendu", "il est impossible de vendre", "l'absence de preuves", "a tenté en vain de vendre"."""
    tree = reading.tree
    negated = {f.index for f in reading.frames if f.negated}
    for i in range(len(tree.tokens)):
        if i in negated or not (tree.lemma(i) in tree.lexicon.denying or in_vain(tree, i)):
            continue
        tops = tree.children(i, "obj", "xcomp", "ccomp", "nmod", "csubj", "obl:arg", "acl", "nsubj:pass")
        tops += tree.children(i, "advcl") if tree.tokens[i].pos == "ADJ" else []  # "incapable of running"
        heads = [h for top in tops for h in _heads(tree, top, _DEEP) if not fruitless(tree, h)]
        words = sorted({n for top in tops for n in below(tree, top) if not fruitless(tree, n)})
        if heads:
            yield _fact(reading, i, "verb", heads, words, []), words


def _awaited(reading: Reading) -> Iterator[Found]:
    """ "has yet to be finished": what is still to come has not been."""
    tree = reading.tree
    for i in range(len(tree.tokens) - 1):
        verb = tree.tokens[i].head
        if tree.folded(i) in tree.lexicon.yet and tree.folded(i + 1) == "to":
            for top in tree.children(verb, "xcomp"):
                words = below(tree, top)
                yield _fact(reading, top, "awaited", _heads(tree, top, _DEEP), words, []), words


def _debunks(reading: Reading) -> Iterator[Found]:
    """ "la photo est un faux", "c'est un montage", "cette rumeur est infondée"."""
    tree = reading.tree
    negated = {f.index for f in reading.frames if f.negated}
    for i in range(len(tree.tokens)):
        if tree.lemma(i) in tree.lexicon.debunk and not {i, tree.tokens[i].head} & negated:
            rest = [n for n in range(len(tree.tokens)) if n != i]
            yield _fact(reading, i, "debunk", [], rest, []), [i]


def _unparsed(reading: Reading, under: set[int]) -> Iterator[Found]:
    """Negative words that the parse hangs on no predicate: they deny what stands behind them, up to the next clause.

    Those of a figure bound it ("pas moins de quatre").
    """
    tree = reading.tree
    bounds = {i for q in reading.claim.quantities for i in tokens_in(tree, q.start, q.end)}
    for i in range(len(tree.tokens)):
        if i in under or i in bounds or i in tree.entity_of or tree.folded(i).lower() not in tree.lexicon.loose:
            continue
        words = around(tree, i)
        if stems(tree, words) and not under.intersection(words) and not premised(tree, i):
            yield _fact(reading, i, "loose", [], words, []), words


def _fact(
    reading: Reading, at: int, cue: str, heads: list[int], words: Iterable[int], subject: Iterable[int]
) -> DenialFact:
    tree = reading.tree
    own = next((f for f in reading.frames if f.index == at), None)
    start, end = tree.text([at])
    words, subject = [i for i in words if not _of_telling(reading, i)], list(subject)
    days = _days(reading)
    bearing = (i for i in words if i not in days and (narrows(tree, i) or corrected(tree, i) or picked(tree, i)))
    return DenialFact(
        start=min(start, own.start) if own else start,
        end=max(end, own.end) if own else end,
        scope=_scope(reading, at),
        cue=cue,
        heads=stems(tree, heads) - stems(tree, subject),
        denied=stems(tree, words),
        about=stems(tree, subject),
        sought=sought(tree, words),
        needed=frozenset(stem(tree, i) for i in bearing),
        dated=frozenset(stem(tree, i) for i in days.intersection(words)),
        past=ended(tree, at),
        sides=frozenset(side[:2] for side in sides(tree, heads) if side[0] in tree.lexicon.states),
    )


def _days(reading: Reading) -> set[int]:
    """The figures of dates on which something is or is not, not before or until which."""
    tree = reading.tree
    dated = (tokens_in(tree, d.start, d.end) for d in reading.claim.dates)
    return {
        i
        for tokens in dated
        if not any(tree.lemma(n) in tree.lexicon.bounding for i in tokens for n in (*tree.children(i, "case"), i - 1))
        for i in tokens
        if narrows(tree, i)
    }


def _of_telling(reading: Reading, i: int) -> bool:
    """Whether a word tells who says so, which nothing denies: "…, assure la mairie"."""
    token = reading.tree.tokens[i]
    return any((s.start <= token.start and token.end <= s.end) or token.text == s.cue for s in reading.claim.speakers)
