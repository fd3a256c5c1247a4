"""Relations: what a thing has one of ("the film was directed by X", "the composer of X is Y", "he was born in X")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, scope_of
from factcheck.model import Modality
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

# What joins an owner to a label ("the composer of X", "the screenwriter for X").
_OF = frozenset({"of", "for", "de", "pour"})
_INSIDE = frozenset({"punct", "acl:relcl", "acl", "advcl", "parataxis", "cop", "nsubj", "nsubj:pass", "aux"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFact:
    """`relation` ties a thing to the names of `value`.

    `thing` is the head of what has the relation: a shared id, a name's key, or None where only a pronoun or nothing
    stands there ("it was directed by …", "the director is …"); `names` are the thing's names. Of a `place`, the value
    names what it lies in too. `start`/`end` are those of the value.
    """

    start: int
    end: int
    scope: Scope
    relation: str
    thing: str | None
    names: frozenset[str]
    value: frozenset[str]
    place: bool

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Relations meet over their id and a name of the thing."""
        return tuple(("relation", f"{self.relation} {name}") for name in sorted(self.names))


def relations(reading: Reading) -> tuple[RelationFact, ...]:
    """The relations a claim states as fact."""
    found: list[RelationFact | None] = []
    for frame in reading.frames:
        if frame.negated or not frame.stated or frame.modality is not Modality.ASSERTED:
            continue
        found += [_made(reading, frame), _sited(reading, frame), _labelled(reading, frame)]
    return tuple(fact for fact in found if fact and fact.value)


def _made(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "The film was directed by X", "X directed the film", "a film directed by X"."""
    relation = reading.tree.lexicon.makers.get(frame.lemma)
    if relation is None or frame.copular or frame.object is None or frame.subject is None:
        return None
    return _fact(reading, frame, relation, frame.object.head, [frame.subject.head])


def _sited(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "He was born in X", "the town is located in X"."""
    lexicon = reading.tree.lexicon
    relation, thing = lexicon.sited.get(frame.lemma), frame.object or frame.subject
    places = [p for p in _beside(reading.tree, frame) if p.case in lexicon.sited_by and p.names]
    if relation is None or thing is None or not places:
        return None
    return _fact(reading, frame, relation, thing.head, [p.head for p in places], place=True)


def _beside(tree: Tree, frame: Frame) -> list[Phrase]:
    """The obliques of a predicate, and the names that a parser takes for its complement ("né à Brest")."""
    named = [
        replace(tree.phrase(c), case=_mark(tree, c)) for c in tree.children(frame.index, "xcomp") if c in tree.entity_of
    ]
    return [*frame.obliques, *named]


def _mark(tree: Tree, i: int) -> str | None:
    return next((tree.lemma(c) for c in tree.children(i, "case", "mark")), None)


def _labelled(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "The composer of X is Y", "Y was the composer of X"."""
    tree = reading.tree
    if not frame.copular or frame.subject is None:
        return None
    for label, value in ((frame.subject.head, frame.index), (frame.index, frame.subject.head)):
        relation = tree.lexicon.makers.get(tree.lemma(label))
        if relation and tree.tokens[label].pos == "NOUN" and tree.phrase(label).definite:
            owner = next((c for c in tree.children(label, "nmod") if _owns(tree, c)), None)
            return _fact(reading, frame, relation, owner, [value])
    return None


def _owns(tree: Tree, i: int) -> bool:
    """Whether a noun below a label says whose it is."""
    return tree.is_dep(i, "nmod:poss") or any(tree.lemma(c) in _OF for c in tree.children(i, "case"))


def _fact(
    reading: Reading, frame: Frame, relation: str, at: int | None, values: list[int], *, place: bool = False
) -> RelationFact:
    tree = reading.tree
    thing = None if at is None else _resolved(reading, at, frame.index)
    names = frozenset[str]() if thing is None else tree.names(_own(tree, thing))
    held = [n for value in values for head in _list_of(tree, value) for n in _own(tree, head)]
    start, end = tree.text(_own(tree, values[0]))
    return RelationFact(
        start=start,
        end=end,
        scope=scope_of(reading, frame.index, frame),
        relation=relation,
        thing=None if thing is None or tree.tokens[thing].pos == "PRON" else tree.concept(thing),
        names=names,
        value=tree.names(held) - names,
        place=place,
    )


def _list_of(tree: Tree, i: int) -> list[int]:
    """A noun and those listed with it ("by X, Y and Z")."""
    return [i, *(n for c in tree.children(i, "conj", "appos") for n in _list_of(tree, c))]


def _own(tree: Tree, i: int) -> list[int]:
    """The words of a noun's phrase without its clauses and what is listed with it."""
    return tree.subtree(i, outside=_INSIDE | {"conj", "cc"})


def _resolved(reading: Reading, i: int, verb: int) -> int:
    """What a kind stands for: "X is a film directed by …" is about X, "X, a film directed by …" too."""
    tree = reading.tree
    frame = next((f for f in reading.frames if f.index == i and f.copular and f.subject), None)
    if frame and frame.subject and tree.tokens[verb].head == i:
        return frame.subject.head
    return tree.tokens[i].head if tree.is_dep(i, "appos") else i
