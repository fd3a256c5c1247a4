"""Relations: what a thing has one of ("the film was directed by X", "the composer of X is Y", "he was born in X")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, head_of, scope_of
from factcheck.facts.identities import indefinite, says_kind
from factcheck.facts.ties import bearers
from factcheck.model import Modality
from factcheck.parse.frames import Frame
from factcheck.parse.groups import Member, kind, member
from factcheck.parse.negation import negators
from factcheck.parse.tree import Phrase, Tree
from factcheck.text import folded

# What joins an owner to a label ("the composer of X", "the screenwriter for X").
_OF = frozenset({"of", "for", "de", "pour"})
# What joins a work to its author ("a song by X", "un roman de X"), and the group of words for works.
_BY, _WORK = frozenset({"by", "de", "par"}), "work"
# Relations whose values are places, of which one may lie in the other.
_PARTS = frozenset({"capital", "part"})
# What ends a name.
_STOPS = frozenset('.;:!?)»”"')
_BE = frozenset({"be", "être"})
# A parse confused by a title takes the label for part of it.
_LABELS = ("NOUN", "PROPN")
# What a title is told without: "The Tide (1972)" is "The Tide".
_NO_TITLE = ("PUNCT", "DET", "NUM")
_INSIDE = frozenset({"punct", "acl:relcl", "acl", "advcl", "parataxis", "cop", "nsubj", "nsubj:pass", "aux"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFact:
    """`relation` ties a thing to the names of `value`.

    `thing` is the head of what has the relation: a shared id, a name's key, or None where only a pronoun or nothing
    stands there ("it was directed by …", "the director is …"); `names` are the thing's names. Of a `place`, the value
    names what it lies in too; `members` are the names that are each a value of their own ("X and Y"), `kinds` the
    groups of a value told by a noun ("based on a novel"). `several` tells that the value is more than one, unnamed ("by
    a team"), `unknown` that nobody knows it, `whole` that all are listed ("the writers are X and Y"); `beside` names
    that may tell of another occasion ("on X in France"). `start`/`end` are those of the value.
    """

    start: int
    end: int
    scope: Scope
    relation: str
    thing: str | None
    names: frozenset[str]
    value: frozenset[str]
    place: bool = False
    members: frozenset[str] = frozenset()
    kinds: frozenset[Member] = frozenset()
    several: bool = False
    unknown: bool = False
    whole: bool = False
    beside: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Relations meet over their id and a name of the thing."""
        return tuple(("relation", f"{self.relation} {name}") for name in sorted(self.names))


def relations(reading: Reading) -> tuple[RelationFact, ...]:
    """The relations a claim states as fact."""
    titled = _worded(reading)
    found: list[RelationFact | None] = [titled]
    for frame in reading.frames:
        if frame.negated or not frame.stated or frame.modality is not Modality.ASSERTED:
            continue
        found += [_made(reading, frame), _sited(reading, frame), None if titled else _labelled(reading, frame)]
        found += [_belonging(reading, frame), _by(reading, frame), _schooled(reading, frame)]
    found += [_lying(reading, i) for i in range(len(reading.tree.tokens))]
    if not titled:
        found += _apposed(reading)
    return tuple(fact for fact in found if fact and (fact.value or fact.several))


def _made(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "The film was directed by X", "X directed the film", "a film directed by X"."""
    relation = reading.tree.lexicon.makers.get(frame.lemma)
    if relation is None or frame.copular or frame.object is None or frame.subject is None:
        return None
    product = reading.tree.lexicon.products.get(frame.object.lemma)
    thing = frame.object.head if product is None else _made_for(reading.tree, frame, frame.object.head)
    fact = relation_of(reading, frame, product or relation, thing, [frame.subject.head])
    fact = replace(fact, several=_several(reading.tree, frame.subject.head))
    return None if fact.thing is not None and _any(reading.tree, fact, frame.object.head) else fact


def _made_for(tree: Tree, frame: Frame, product: int) -> int | None:
    """The work that a part of one is made for: "the score of X was written", "wrote the screenplay for X"."""
    beside = (p.head for p in frame.obliques if p.case in _OF)
    return next((n for n in (owner_of(tree, product), *beside) if n is not None), None)


def _any(tree: Tree, fact: RelationFact, thing: int) -> bool:
    """Whether a thing is any of its kind: "Ana a écrit un livre" and "Luc a écrit un livre" are of two books."""
    return not fact.names and indefinite(tree, thing) and fact.thing == tree.concept(thing)


def _sited(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "He was born in X", "the town is located in X"."""
    lexicon = reading.tree.lexicon
    relation, thing = lexicon.sited.get(frame.lemma), frame.object or frame.subject
    places = [p for p in phrases_beside(reading.tree, frame) if p.case in lexicon.sited_by and p.names]
    if relation is None or thing is None or not places:
        return None
    return relation_of(reading, frame, relation, thing.head, [p.head for p in places], place=True)


def phrases_beside(tree: Tree, frame: Frame) -> list[Phrase]:
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
        owner = owner_of(tree, label)
        singled = tree.phrase(label).definite or bool(tree.children(label, "nmod:poss"))
        if relation and tree.tokens[label].pos == "NOUN" and singled:
            return replace(relation_of(reading, frame, relation, owner, [value]), whole=_plural(tree, label))
    return None


def _belonging(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "X is the capital of Y", "X was the son of Y": what is one thing's own, and whose."""
    tree = reading.tree
    relation = tree.lexicon.belonging.get(tree.lemma(frame.index))
    owner = next((c for c in tree.children(frame.index, "nmod") if _owns(tree, c)), None)
    if relation is None or owner is None or not frame.copular or frame.subject is None:
        return None
    return relation_of(reading, frame, relation, frame.subject.head, [owner], place=relation in _PARTS)


def _schooled(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "She earned a doctorate from X": the school of each degree."""
    tree = reading.tree
    degree = frame.object and next(iter(_degrees(tree, frame.object.head)), None)
    if not degree or frame.subject is None or frame.object is None:
        return None
    beside = [*frame.obliques, *(tree.phrase(c) for c in tree.children(frame.object.head, "nmod"))]
    schools = [p.head for p in beside if p.case in tree.lexicon.sited_by and p.names]
    return relation_of(reading, frame, f"degree {degree}", frame.subject.head, schools[:1]) if schools else None


def _degrees(tree: Tree, i: int) -> list[str]:
    """The academic degrees that a noun and what narrows it stand for."""
    words = [i, *tree.children(i, "amod", "compound", "nmod:poss")]
    return [held for n in words for group, held in member(tree.lemma(n), tree.lexicon.lang) if group == "degree"]


def _by(reading: Reading, frame: Frame) -> RelationFact | None:
    """ "X is a song by Y": a work, and whose it is."""
    tree = reading.tree
    work = any(group == _WORK for group, _ in kind(tree.lemma(frame.index), tree.lexicon.lang))
    if not work or frame.subject is None or not says_kind(reading, frame):
        return None
    beside = tree.children(frame.index, "nmod", "obl")
    author = next((c for c in beside if any(tree.lemma(n) in _BY for n in tree.children(c, "case"))), None)
    return None if author is None else relation_of(reading, frame, "by", frame.subject.head, [author])


def _lying(reading: Reading, i: int) -> RelationFact | None:
    """ "X is in Y": a parse may take the place or the verb for the predicate."""
    tree = reading.tree
    subject = next(iter(tree.children(i, "nsubj")), None)
    linked = tree.lemma(i) in _BE and not tree.is_predicate(i)
    places = tree.children(i, "obl") if linked else [i] if tree.children(i, "cop") else []
    placed = [c for c in places if c in tree.entity_of and _mark(tree, c) in tree.lexicon.sited_by]
    if not placed or subject is None or negators(tree.tokens, i, tree.lexicon.lang, tree.children):
        return None
    return relation_of(reading, None, "site", subject, placed, place=True)


def _apposed(reading: Reading) -> Iterator[RelationFact]:
    """ "The composer of X, Y, …", "Y, composer of X, …"."""
    tree = reading.tree
    for i, token in enumerate(tree.tokens):
        relation = tree.lexicon.makers.get(tree.lemma(i))
        owner = next((c for c in tree.children(i, "nmod") if _owns(tree, c)), None) if relation else None
        if relation is None or owner is None or token.pos != "NOUN" or tree.children(i, "cop"):
            continue
        own = [n for n in bearers(tree, i) if n in tree.entity_of]
        if own:
            yield relation_of(reading, None, relation, owner, own[:1])


def _worded(reading: Reading) -> RelationFact | None:
    """ "The composer of X was Y" by its words alone, where X is named: titles ("Only You") confuse the parse."""
    tree = reading.tree
    for i, token in enumerate(tree.tokens[:-1]):
        relation = tree.lexicon.makers.get(tree.lemma(i))
        if relation is None or token.pos not in _LABELS or tree.lemma(i + 1) not in _OF:
            continue
        verb = next((n for n in range(i + 2, len(tree.tokens)) if tree.tokens[n].text in tree.lexicon.copulas), None)
        if verb and _titled(tree, range(i + 2, verb)) and (value := _named_next(tree, verb)):
            fact = _of_title(reading, relation, range(i + 2, verb), value)
            return replace(fact, whole=_plural(tree, i) and _ends_there(tree, value[-1]))
    return None


def _plural(tree: Tree, i: int) -> bool:
    return "Number=Plur" in tree.tokens[i].morph


def _titled(tree: Tree, owner: range) -> bool:
    """Whether an owner is named: by a name that is known, or by words that a capital opens ("Only You")."""
    words = [tree.tokens[n] for n in owner if tree.tokens[n].pos not in _NO_TITLE]
    return bool(tree.names(owner)) or (bool(words) and words[0].text[:1].isupper())


def _named_next(tree: Tree, verb: int) -> list[int]:
    """The names that stand right behind a verb, with those listed behind them."""
    found: list[int] = []
    for n in range(verb + 1, len(tree.tokens)):
        if n in tree.entity_of:
            found.append(n)
        elif not (found and (tree.tokens[n].text == "," or tree.is_dep(n, "cc") or _joined(tree, n))):
            break
    return found


def _joined(tree: Tree, i: int) -> bool:
    """Whether a word is written on to the one before: "-jung" in "Hye-jung"."""
    return tree.tokens[i].start == tree.tokens[i - 1].end and tree.tokens[i].text[:1] not in _STOPS


def _of_title(reading: Reading, relation: str, owner: range, value: list[int]) -> RelationFact:
    """The relation of a thing whose title stands at `owner`."""
    tree = reading.tree
    start, end = tree.text(value)
    words = [n for n in owner if tree.tokens[n].pos not in _NO_TITLE]
    title = " ".join(folded(tree.tokens[n].text) for n in words)
    head = head_of(tree, words)
    return RelationFact(
        start=start,
        end=end,
        scope=scope_of(reading, value[0], None),
        relation=relation,
        thing=title if head is None else tree.concept(head),
        names=tree.names(owner) or frozenset({title}),
        value=tree.names(value),
        members=tree.names(value),
    )


def _ends_there(tree: Tree, i: int) -> bool:
    """Whether a sentence ends with a word."""
    return all(token.text in _STOPS for token in tree.tokens[i + 1 :])


def owner_of(tree: Tree, label: int) -> int | None:
    """The noun that tells whose a label is: "the author of X", "X's author"."""
    return next((c for c in tree.children(label, "nmod") if _owns(tree, c)), None)


def _owns(tree: Tree, i: int) -> bool:
    """Whether a noun below a label says whose it is."""
    return tree.is_dep(i, "nmod:poss") or any(tree.lemma(c) in _OF for c in tree.children(i, "case"))


def relation_of(
    reading: Reading, frame: Frame | None, relation: str, at: int | None, values: list[int], *, place: bool = False
) -> RelationFact:
    """The relation of the thing at `at`, if any stands there, to the values at `values`."""
    tree = reading.tree
    thing = at if at is None or frame is None else _resolved(reading, at, frame.index)
    names = frozenset[str]() if thing is None else tree.names(_own(tree, thing))
    heads = [_called(tree, head) for value in values for head in _list_of(tree, value)]
    held = [n for head in heads for n in _own(tree, head)]
    start, end = tree.text(held if len(heads) > 1 else _own(tree, values[0]))
    return RelationFact(
        start=start,
        end=end,
        scope=scope_of(reading, frame.index if frame else values[0], frame),
        relation=relation,
        thing=None if thing is None or tree.tokens[thing].pos == "PRON" else tree.concept(thing),
        names=names,
        value=tree.names(held) - names,
        place=place,
        members=tree.names(n for head in heads for n in (head, *tree.children(head, "compound", "flat"))) - names,
    )


def _several(tree: Tree, i: int) -> bool:
    """Whether a noun stands for several, some unnamed: "a team of writers", "various artists", "Kerlan and others"."""
    narrowed = {tree.lemma(c) for c in tree.children(i, "amod", "det")} & tree.lexicon.several
    more = any(n not in tree.entity_of for n in _list_of(tree, i)[1:])
    return tree.lemma(i) in tree.lexicon.several or bool(_plural(tree, i) and narrowed) or more


def _called(tree: Tree, i: int) -> int:
    """The name that a noun is told to have ("a writer named X"), or the noun itself."""
    naming = [c for c in tree.children(i, "acl") if tree.lemma(c) in tree.lexicon.naming]
    return next((n for c in naming for n in tree.children(c) if n in tree.entity_of), i)


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
