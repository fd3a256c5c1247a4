"""Quantifiers: of how many of a class something is said ("la plupart des pêcheurs ont signé").

A quantified statement is a class, what is said of it, and an extent: the share or number of the class of which it
holds. Words ("tous", "certains", "une minorité") and figures ("60 %", "trois", "les deux tiers") are one kind of
value here, so that any two can be compared. A bare number is a lower bound: where four run, three do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.facts.amounts import (
    PEOPLE,
    Part,
    Words,
    counted,
    group_of,
    is_demonym,
    parts_of,
    restrictor_of,
    top_of,
    words_of,
)
from factcheck.facts.base import Reading, Scope, governor, scope_of
from factcheck.facts.extents import ANY_COUNT, ANY_SHARE, Extent
from factcheck.facts.quantified import denied, elided, predicate_of, said_of, speaking, telling
from factcheck.interval import Interval
from factcheck.model import Qualifier
from factcheck.parse.frames import Frame, conditional
from factcheck.parse.lexicon import lexicon
from factcheck.parse.tree import Tree
from factcheck.text import folded

# A people has more members than anybody counts by hand.
_PEOPLE = Interval(low=Decimal(1000))
# Between two groups that add up stand at most so many words.
_BETWEEN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantifierFact:
    """Of so much of a class (`extent`) it holds that `said`; `negated`: that it does not.

    `restrictor` is the class's noun and `modifiers` the stems that narrow it; `said` are the stems of the predicate
    with what it governs, `turning` the small words among them on which all hangs ("au-dessus de", "contre"), `sides`
    the sides of scales they mark. `front` tells a grammatical subject, `role` the logical role, `frame` where the
    predicate stands. `word` is the quantifier's id, or "number", "share", or what several numbers say together:
    "sum", "group".
    """

    start: int
    end: int
    scope: Scope
    word: str
    restrictor: str
    modifiers: frozenset[str]
    role: str
    front: bool
    said: frozenset[str]
    turning: frozenset[str]
    sides: frozenset[tuple[str, int]]
    extent: Extent
    negated: bool
    frame: tuple[int, int]

    @property
    def holding(self) -> Extent:
        """Of how many it holds."""
        return self.extent.rest if self.negated else self.extent

    @property
    def universal(self) -> bool:
        """Whether it is said of all or of none."""
        return self.extent.share.is_point and self.extent.share.low in (0, 1)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Quantified statements meet over their class."""
        return (("quantifier", self.restrictor),)


def quantifiers(readings: Sequence[Reading]) -> Iterator[tuple[QuantifierFact, ...]]:
    """The quantified statements of each claim; a paragraph tells the size of a class once ("Il y a six chiens")."""
    place: tuple[str, int] | None = None
    sizes: dict[str, Interval] = {}
    for reading in readings:
        here = (reading.claim.source, reading.claim.sentence.paragraph)
        sizes = dict(sizes) if here == place else {}
        place = here
        sizes |= _presented(reading)
        yield _facts(reading, sizes)


def _presented(reading: Reading) -> dict[str, Interval]:
    """The sizes of classes that a claim gives: "il y a six chiens", "la moitié des six chiens"."""
    words, tree = words_of(reading.claim.lang), reading.tree
    found: dict[str, set[Interval]] = defaultdict(set)
    present = any(folded(reading.claim.text).startswith(phrase) for phrase in words.presenting)
    for quantity in (q for q in reading.claim.quantities if q.dimension == "count"):
        part = counted(reading, quantity)
        if part is None or part.noun is None or quantity.value is None or quantity.qualifier is not Qualifier.EXACT:
            continue
        before = folded(tree.tokens[part.tokens[0] - 1].text) if part.tokens[0] else ""
        if present or (before in words.definite and not _modifiers(tree, part, words)):
            found[restrictor_of(tree, part.noun, words)].add(quantity.bounds)
    return {noun: sizes.pop() for noun, sizes in found.items() if len(sizes) == 1}


def _facts(reading: Reading, sizes: Mapping[str, Interval]) -> tuple[QuantifierFact, ...]:
    if not reading.tree.tokens or reading.claim.text.rstrip().endswith("?"):
        return ()
    parts = parts_of(reading)
    front = frozenset(n for part in parts for n in group_of(reading.tree, part) if _in_front(reading, part))
    found = [fact for part in parts if (fact := _fact(reading, part, front, sizes))]
    return (*found, *_summed(found, reading, sizes), *_described(reading, sizes))


def _in_front(reading: Reading, part: Part) -> bool:
    """Whether the phrase is the grammatical subject, by its place; what it is an alias of counts for it."""
    predicate = predicate_of(reading, part)
    return predicate is not None and (min(part.tokens) < predicate[0] or _aliased(reading, part))


def _aliased(reading: Reading, part: Part) -> bool:
    """Whether the phrase says again, otherwise, what stands before it: "490 élus, soit 36 %"."""
    first = min(part.tokens)
    return first > 0 and folded(reading.tree.tokens[first - 1].text) in words_of(reading.claim.lang).alias


def _fact(reading: Reading, part: Part, front: frozenset[int], sizes: Mapping[str, Interval]) -> QuantifierFact | None:
    tree, words = reading.tree, words_of(reading.claim.lang)
    found = predicate_of(reading, part)
    if found is None or conditional(tree, [found[0]]) or telling(reading, part, found[0]):
        return None
    predicate, frame = found
    leading = _in_front(reading, part)
    without = front if leading else frozenset(group_of(tree, part))
    whole = elided(reading, part) if part.noun is None else said_of(reading, predicate, without)
    said = speaking(reading, predicate, whole)
    negated = denied(reading, part, predicate, frame)
    extent = _read(part, leading, negated)
    restrictor = restrictor_of(tree, part.noun, words) if part.noun is not None else _only(sizes)
    if not said or extent is None or restrictor is None:
        return None
    modifiers = _modifiers(tree, part, words)
    size = sizes.get(restrictor) if not modifiers else None
    start, end = tree.text([*part.tokens, *([] if part.noun is None else [part.noun])])
    return QuantifierFact(
        start=start,
        end=end,
        scope=scope_of(reading, predicate, frame),
        word=part.word,
        restrictor=restrictor,
        modifiers=modifiers,
        role=_role(tree, part, frame, leading),
        front=leading,
        said=frozenset(tree.lexicon.stem(tree.lemma(i)) for i in said),
        turning=frozenset(tree.folded(i) for i in whole) & words.turning,
        sides=frozenset(side for i in said for side in _sides(tree, i, parsed=frame is not None)),
        extent=extent.with_total(size or (_PEOPLE if restrictor == PEOPLE else None)),
        negated=negated and part.word not in ("all", "both", "nearly_all"),
        frame=(frame.start, frame.end) if frame else (tree.tokens[predicate].start, tree.tokens[predicate].end),
    )


def _sides(tree: Tree, i: int, *, parsed: bool) -> tuple[tuple[str, int], ...]:
    """The sides of scales that a word marks; where a verb was taken for something else, by its stem."""
    found = tree.lexicon.exchanges.get(tree.lemma(i), ())
    return found if found or parsed else _stem_sides(tree.lexicon.lang).get(tree.lexicon.stem(tree.lemma(i)), ())


@cache
def _stem_sides(lang: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The sides of scales by the stems of the words that mark them."""
    words = lexicon(lang)
    return {words.stem(word): sides for word, sides in words.exchanges.items()}


def _only(sizes: Mapping[str, Interval]) -> str | None:
    """The one class the paragraph has spoken of: "un tiers portent …" is of them."""
    return next(iter(sizes)) if len(sizes) == 1 else None


def _read(part: Part, front: bool, negated: bool) -> Extent | None:
    """How much a quantifier says beside a negation.

    "Tous ne sont pas partis" leaves some who did. Behind the verb all but "all" is of two minds: "n'a pas lu deux
    pages" may be two that were left out, or all but one that was read.
    """
    if not negated or part.word in ("none", "not_all"):
        return part.extent
    if part.word in ("all", "both", "nearly_all"):
        return Extent.of(share=replace(ANY_SHARE, high_inclusive=False), count=ANY_COUNT, total=part.extent.total)
    if part.word == "share" and part.extent.share.is_point:  # those who did and those who did not leave some unheard
        return Extent.of(share=Interval(low=part.extent.share.low, high=Decimal(1)), total=part.extent.total)
    return part.extent if front or part.word == "some" else None


def _modifiers(tree: Tree, part: Part, words: Words) -> frozenset[str]:
    """The stems of what narrows the class."""
    if part.noun is None:
        return frozenset()
    inside = [i for i in group_of(tree, part) if i not in part.tokens and (i != part.noun or is_demonym(tree, i))]
    stems = (i for i in inside if tree.has_content(i) and tree.tokens[i].pos != "NUM")
    return frozenset(tree.lexicon.stem(tree.lemma(i)) for i in stems if tree.lemma(i) not in words.whole | words.bare)


def _role(tree: Tree, part: Part, frame: Frame | None, front: bool) -> str:
    """The logical role of the quantified phrase in its frame; what stands in front is its subject or object."""
    top = top_of(tree, part)
    named = next((label for label, phrase in frame.slots if phrase.head == top), "subject") if frame else "subject"
    return named if named == "object" or not front else "subject"


def _summed(
    found: Sequence[QuantifierFact], reading: Reading, sizes: Mapping[str, Interval]
) -> Iterator[QuantifierFact]:
    """ "Trois chiens bruns et un chien noir courent": four dogs run."""
    for i, first in enumerate(found):
        run = [first]
        for fact in found[i + 1 :]:
            between = reading.slice(run[-1].end, fact.start)
            alike = fact.restrictor == first.restrictor and fact.said == first.said and fact.frame == first.frame
            if fact.word != "number" or not alike or len(between.split()) > _BETWEEN or _of_them(reading, between):
                break
            run.append(fact)
        if len(run) > 1 and first.word == "number" and all(f.front and not f.negated for f in run):
            low = sum((f.extent.count.low or Decimal(0) for f in run), Decimal(0))
            total = sizes.get(first.restrictor)
            extent = Extent.of(count=Interval(low=low), total=total)
            common = frozenset.intersection(*(f.modifiers for f in run))
            yield replace(first, end=run[-1].end, word="sum", modifiers=common, extent=extent)


def _of_them(reading: Reading, words: str) -> bool:
    """Whether what stands behind such words is some of those before: "116 personnes, dont 51 Français"."""
    plain = f" {folded(words).strip(' ,')} "
    return any(f" {opener} " in plain for opener in reading.tree.lexicon.part_of)


def _described(reading: Reading, sizes: Mapping[str, Interval]) -> Iterator[QuantifierFact]:
    """ "Deux hommes en bleu …, un autre homme en rouge": there are three, two of them in blue and one in red.

    "Another" tells that the groups are all there are; what marks one group, the others have not.
    """
    tree, words = reading.tree, words_of(reading.claim.lang)
    groups = [part for part in parts_of(reading) if part.word == "number" and part.noun is not None]
    for other in (part for part in groups if any(tree.folded(c) in words.other for c in tree.children(part.noun or 0))):
        alike = [part for part in groups if tree.lemma(part.noun or 0) == tree.lemma(other.noun or 0)]
        restrictor = restrictor_of(tree, other.noun or 0, words)
        if len(alike) < 2 or restrictor in sizes or any(part.extent.count.low is None for part in alike):
            continue
        total = Interval.point(sum((part.extent.count.low or Decimal(0) for part in alike), Decimal(0)))
        for part in alike:
            marked = _modifiers(tree, part, words).difference(*(_modifiers(tree, p, words) for p in alike if p != part))
            if marked:
                yield _marked(reading, part, restrictor, marked, total)


def _marked(reading: Reading, part: Part, restrictor: str, marked: frozenset[str], total: Interval) -> QuantifierFact:
    """A described group: of so many in all, it holds of so many that they are what marks them."""
    noun = part.noun or 0
    start, end = reading.tree.text([*part.tokens, noun])
    count = part.extent.count.low or Decimal(0)
    return QuantifierFact(
        start=start,
        end=end,
        scope=scope_of(reading, noun, governor(reading, noun)),
        word="group",
        restrictor=restrictor,
        modifiers=frozenset(),
        role="subject",
        front=True,
        said=marked,
        turning=frozenset(),
        sides=frozenset(),
        extent=Extent.of(count=Interval.point(count), total=total),
        negated=False,
        frame=(start, end),
    )
