"""Directions: what grows or shrinks, and on which side of a scale something stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.facts.acts import one_of_several
from factcheck.facts.base import Reading, Scope, denied, governor, scope_of
from factcheck.parse.frames import Frame, supposed
from factcheck.parse.tree import Phrase, Tree

# How far above a verb the one stands that wants it: "veut réduire", "cherche à pouvoir réduire".
_NEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionFact:
    """`theme` moves or stands on `dimension` with `sign` +1 or -1; `negated` denies just that.

    `names` are those of the theme and of whoever moves it: between them the thing is found. `verbal` says
    whether the word is a predicate, which somebody does, or a noun or adjective; `number` how many the theme is of,
    where it says ("l'otage", "deux otages"); `wanted` that somebody only wants it so,
    `others` that it is told of others than somebody else ("les autres blessés").
    """

    start: int
    end: int
    scope: Scope
    dimension: str
    sign: int
    negated: bool
    word: str
    theme: Phrase
    names: frozenset[str]
    verbal: bool
    number: Decimal | None = None
    wanted: bool = False
    others: bool = False

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Changes meet over the thing that changes, scales over the scale."""
        if self.dimension == "change":
            return (("change", self.theme.concept),)
        return (("scale", self.dimension),)


def directions(reading: Reading) -> tuple[DirectionFact, ...]:
    """The direction facts of a claim: of things it names, and that it does not merely suppose."""
    tree = reading.tree
    found = (*_changes(reading), *_change_nouns(reading), *_scales(reading))
    under = {n for i in range(len(tree.tokens)) if supposed(tree, [i]) for n in tree.subtree(i)}
    return tuple(f for f in found if f.theme.head not in under and tree.tokens[f.theme.head].pos != "PRON")


def _theme_of_verb(frame: Frame) -> Phrase | None:
    """What a verb of change moves: its object, else its subject."""
    return frame.object or frame.subject


def _changes(reading: Reading) -> Iterator[DirectionFact]:
    """ "réduire l'écart", "l'écart se creuse"."""
    for frame in reading.frames:
        sign = reading.tree.lexicon.change.get(frame.lemma)
        theme = _theme_of_verb(frame)
        if sign and theme and not (frame.pending or frame.tried or _aimed(reading.tree, frame)):
            yield _fact(reading, frame.index, frame, "change", sign, theme)


def _aimed(tree: Tree, frame: Frame) -> bool:
    """Whether a change is only what something is done for: "la banque ferme des agences pour réduire ses coûts"."""
    i = frame.index
    below = tree.is_dep(i, "advcl", "acl") or (tree.is_dep(i, "xcomp") and not tree.is_predicate(tree.tokens[i].head))
    return below and "VerbForm=Inf" in tree.tokens[i].morph


def _change_nouns(reading: Reading) -> Iterator[DirectionFact]:
    """ "la hausse des prix"."""
    tree = reading.tree
    for i in range(len(tree.tokens)):
        sign = tree.lexicon.change_nouns.get(tree.lemma(i))
        theme = _complement(tree, i) if sign and tree.tokens[i].pos == "NOUN" else None
        if sign and theme:
            yield _fact(reading, i, None, "change", sign, theme)


def _scales(reading: Reading) -> Iterator[DirectionFact]:
    """ "une pénurie de X", "un accès suffisant à X", "X est absent"."""
    tree = reading.tree
    for i in range(len(tree.tokens)):
        for scale, sign in tree.lexicon.scales.get(tree.lemma(i), ()):
            theme = _theme_of_word(reading, i)
            if theme:
                yield _fact(reading, i, next((f for f in reading.frames if f.index == i), None), scale, sign, theme)


def _theme_of_word(reading: Reading, i: int) -> Phrase | None:
    """What a scale word speaks of: its complement, the noun it qualifies (or that one's complement), its subject."""
    tree = reading.tree
    frame = next((f for f in reading.frames if f.index == i), None)
    if frame:
        return None if frame.pending or frame.tried else _theme_of_verb(frame)
    if tree.tokens[i].pos == "NOUN":
        return _complement(tree, i)
    head = tree.tokens[i].head
    if tree.children(head, "nummod"):
        return None  # "cinq blessés légers": others may be hurt badly
    if tree.is_dep(i, "amod", "acl") and tree.is_nominal(head):
        return _complement(tree, i) or _complement(tree, head) or tree.phrase(head)
    return None


def _complement(tree: Tree, i: int) -> Phrase | None:
    """The first phrase that noun `i` governs by "de", "à", "of", "to"."""
    governed = [c for c in tree.children(i, "nmod", "obl") if tree.is_nominal(c)]
    phrases = (tree.phrase(c) for c in governed)
    return next((p for p in phrases if p.case in ("de", "à", "du", "des", "of", "to", "in", "for")), None)


def _fact(reading: Reading, i: int, frame: Frame | None, dimension: str, sign: int, theme: Phrase) -> DirectionFact:
    token = reading.tree.tokens[i]
    governing = frame or governor(reading, i)
    start = min(frame.start if frame else token.start, theme.start)
    above = list(reading.tree.ancestors(i))[:_NEAR]
    return DirectionFact(
        start=start,
        end=max(frame.end if frame else token.end, theme.end),
        scope=scope_of(reading, i, governing),
        dimension=dimension,
        sign=sign,
        negated=frame.negated if frame else dimension == "change" and denied(reading, i),
        word=token.text,
        theme=theme,
        names=theme.names.union(*(p.names for p in (frame.subject, frame.object) if p)) if frame else theme.names,
        verbal=frame is not None,
        number=_number(reading, theme),
        wanted=frame is not None and any(reading.tree.lemma(n) in reading.tree.lexicon.wanting for n in above),
        others=_of_others(reading.tree, theme.head),
    )


def _of_others(tree: Tree, head: int) -> bool:
    """Whether a phrase, or whoever has it, is one of several: "les 18 autres blessés ont des blessures légères"."""
    roles = (c for n in tree.ancestors(head) for c in tree.children(n, "nsubj", "nsubj:pass"))
    return any(one_of_several(tree, n) for n in (head, *roles))


def _number(reading: Reading, theme: Phrase) -> Decimal | None:
    """How many a phrase speaks of: a figure in it, or one by its form."""
    told = [q.value for q in reading.claim.quantities if theme.start <= q.start < theme.end and q.dimension == "count"]
    if told:
        return told[0]
    return Decimal(1) if "Number=Sing" in reading.tree.tokens[theme.head].morph else None
