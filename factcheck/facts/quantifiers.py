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
from itertools import zip_longest

from factcheck.facts.base import Reading, Scope, clause, governor, head_of, scope_of, tokens_in
from factcheck.facts.extents import ALL, ANY_COUNT, ANY_SHARE, AT_LEAST_ONE, Extent
from factcheck.interval import Interval
from factcheck.lang import theme
from factcheck.model import Qualifier, Quantity
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import lexicon
from factcheck.parse.negation import is_negative, negators
from factcheck.parse.tree import Tree
from factcheck.text import folded

PEOPLE = "people"
# A people has more members than anybody counts by hand.
_PEOPLE = Interval(low=Decimal(1000))
# A quantifier is a phrase of at most so many words; between it and its noun stand at most so many.
_LONGEST, _REACH = 4, 5
_PERCENT = Decimal("0.01")
_VERBAL = frozenset({"VERB", "AUX"})
# A verb stands so near a share without a noun ("un tiers ont signé").
_NEXT = 2
_OPEN = {Qualifier.EXACT, Qualifier.ABOUT}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantifierFact:
    """Of so much of a class (`extent`) it holds that `said`; `negated`: that it does not.

    `restrictor` is the class's noun and `modifiers` the stems that narrow it; `said` are the stems of the predicate
    with what it governs, `turning` the small words among them on which all hangs ("au-dessus de", "contre"), `sides`
    the sides of scales they mark. `front` tells a grammatical subject, `role` the
    logical role. `word` is the quantifier's id, or "number" or "share"; `universal` marks one of all or none.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The quantifier words of one language."""

    amounts: Mapping[str, tuple[str, Extent]]
    links: frozenset[str]
    definite: frozenset[str]
    other: frozenset[str]
    presenting: tuple[str, ...]
    alias: frozenset[str]
    exactly: frozenset[str]
    joining: frozenset[str]
    people: frozenset[str]
    whole: frozenset[str]
    bare: frozenset[str]
    turning: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A quantifier as it stands: its tokens, its noun (None where it is left out), and how much it says."""

    word: str
    tokens: tuple[int, ...]
    noun: int | None
    extent: Extent


@cache
def _words(lang: str) -> _Words:
    data = theme("quantifiers", lang)
    amounts = {word: (key, _amount(row)) for key, row in data["amounts"].items() for word in row["words"]}
    sets = {
        key: frozenset(data[key])
        for key in ("links", "definite", "other", "alias", "exactly", "joining", "people", "whole", "bare", "turning")
    }
    return _Words(amounts=amounts, presenting=tuple(data["presenting"]), **sets)


def _amount(row: Mapping[str, str]) -> Extent:
    """The extent of a row of the language file."""
    low, high = row.get("from", row.get("above")), row.get("to", row.get("below"))
    share = Interval(
        low=Decimal(low or 0),
        high=Decimal(high or 1),
        low_inclusive="above" not in row,
        high_inclusive="below" not in row,
    )
    total = Interval.point(Decimal(row["total"])) if "total" in row else None
    return Extent.of(share=share, count=Interval(low=Decimal(row.get("least", 0))), total=total)


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
    words, tree = _words(reading.claim.lang), reading.tree
    found: dict[str, set[Interval]] = defaultdict(set)
    present = any(folded(reading.claim.text).startswith(phrase) for phrase in words.presenting)
    for quantity in (q for q in reading.claim.quantities if q.dimension == "count"):
        part = _counted(reading, quantity)
        if part is None or part.noun is None or quantity.value is None or quantity.qualifier is not Qualifier.EXACT:
            continue
        before = folded(tree.tokens[part.tokens[0] - 1].text) if part.tokens[0] else ""
        if present or (before in words.definite and not _modifiers(tree, part, words)):
            found[_restrictor(tree, part.noun, words)].add(quantity.bounds)
    return {noun: sizes.pop() for noun, sizes in found.items() if len(sizes) == 1}


def _facts(reading: Reading, sizes: Mapping[str, Interval]) -> tuple[QuantifierFact, ...]:
    if not reading.tree.tokens or reading.claim.text.rstrip().endswith("?"):
        return ()
    parts = _parts(reading)
    front = frozenset(n for part in parts for n in _group(reading.tree, part) if _in_front(reading, part))
    found = [fact for part in parts if (fact := _fact(reading, part, front, sizes))]
    return (*found, *_summed(found, reading, sizes), *_described(reading, sizes))


def _parts(reading: Reading) -> list[_Part]:
    """The quantifiers of a claim in their order; of two over one noun the first ("la moitié des six élus")."""
    tree = reading.tree
    found: list[_Part] = []
    for part in sorted((*_lexical(reading), *_figures(reading)), key=lambda part: part.tokens):
        if part.noun is None or all(part.noun != other.noun for other in found):
            found.append(part)
    counted = {tree.lemma(part.noun): part for part in found if part.word == "number" and part.noun is not None}
    nouns = {part.noun for part in found}
    singles = (i for i in range(len(tree.tokens)) if i not in nouns and tree.lemma(i) in counted)
    for i in singles:
        one = next((c for c in tree.children(i, "det") if tree.lemma(c) in tree.lexicon.one), None)
        if one is not None:
            found.append(_Part(word="number", tokens=(one,), noun=i, extent=Extent.of(count=AT_LEAST_ONE)))
    return sorted(found, key=lambda part: part.tokens)


def _lexical(reading: Reading) -> Iterator[_Part]:
    """The quantifiers that are words: the longest phrase at each place that a noun follows."""
    tree, words = reading.tree, _words(reading.claim.lang)
    figures = {i for q in reading.claim.quantities for i in tokens_in(tree, q.start, q.end)}
    texts = ["" if i in figures else folded(t.text) for i, t in enumerate(tree.tokens)]
    at = 0
    while at < len(texts):
        phrases = ((n, " ".join(texts[at : at + n])) for n in range(_LONGEST, 0, -1))
        match = next(((n, words.amounts[p]) for n, p in phrases if p in words.amounts), None)
        noun = _noun_behind(tree, at + match[0], words) if match else None
        if match and noun is not None and not _other_use(texts, at):
            yield _Part(word=match[1][0], tokens=tuple(range(at, at + match[0])), noun=noun, extent=match[1][1])
        at += match[0] if match else 1


def _other_use(texts: Sequence[str], at: int) -> bool:
    """Whether a quantifier's word stands in another use: "un peu de", "the most powerful"."""
    before = texts[at - 1] if at else ""
    return (texts[at], before) in {("peu", "un"), ("most", "the"), ("all", "at"), ("tout", "du")}


def _noun_behind(tree: Tree, at: int, words: _Words) -> int | None:
    """The noun that a quantifier ending before `at` is of."""
    for i in range(at, min(at + _REACH, len(tree.tokens))):
        token = tree.tokens[i]
        if token.pos in ("NOUN", "PROPN"):
            return i
        if folded(token.text) not in words.links and token.pos not in ("ADJ", "NUM"):
            return None
    return None


def _figures(reading: Reading) -> Iterator[_Part]:
    """The quantifiers that are figures: shares with their noun (or none), counts."""
    tree, quantities = reading.tree, reading.claim.quantities
    pending: tuple[int, Interval] | None = None
    for quantity, following in zip_longest(quantities, quantities[1:]):
        if quantity.qualifier is Qualifier.INDEFINITE or quantity.direction or quantity.per:
            continue
        if quantity.dimension == "count" and quantity.unit != "ordinal":
            part = _counted(reading, quantity)
        elif quantity.unit in ("percent", "ratio"):
            share = quantity.bounds.scaled(_PERCENT) if quantity.unit == "percent" else quantity.bounds
            start, share = (pending[0], share.meet(pending[1])) if pending else (quantity.start, share)
            pending = (start, share) if following and _joined(reading, quantity, following) else None
            part = None if pending else _shared(reading, quantity, tokens_in(tree, start, quantity.end), share)
        else:
            part = None
        if part:
            yield part


def _joined(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether two bounds are of one figure: "plus de 10 % mais moins de 20 %"."""
    words = _words(reading.claim.lang)
    between = reading.slice(one.end, other.start).strip(" ,").lower()
    return between in words.joining and one.unit == other.unit and not (one.bounds.is_point or other.bounds.is_point)


def _counted(reading: Reading, quantity: Quantity) -> _Part | None:
    """A count with its noun. The number is the least there are, unless it is bounded above or said to be exact."""
    tree, words = reading.tree, _words(reading.claim.lang)
    tokens = tokens_in(tree, quantity.start, quantity.end)
    nouns = [i for i in tokens if tree.tokens[i].pos in ("NOUN", "PROPN") and tree.concept(i) not in _SCALES]
    behind = _noun_behind(tree, tokens[-1] + 1, words) if tokens and not nouns else None
    nouns = nouns or ([] if behind is None else [behind])
    if not nouns or tree.lexicon.spans.get(tree.lemma(nouns[0])):
        return None
    figure = tuple(i for i in tokens if i < nouns[0] and tree.tokens[i].pos != "ADJ")
    if not figure:
        return None
    near = {folded(tree.tokens[i].text) for i in range(max(0, tokens[0] - 2), min(len(tree.tokens), nouns[0] + 1))}
    exact = quantity.qualifier not in _OPEN or bool(near & words.exactly)
    count = quantity.bounds if exact else Interval(low=quantity.bounds.low)
    before = folded(tree.tokens[tokens[0] - 1].text) if tokens[0] else ""
    if before in words.definite and quantity.bounds.is_point:
        return _Part(word="all", tokens=figure, noun=nouns[0], extent=Extent.of(share=ALL, total=quantity.bounds))
    return _Part(word="number", tokens=figure, noun=nouns[0], extent=Extent.of(count=count))


_SCALES = frozenset({"million", "milliard", "millier", "centaine", "dizaine", "thousand", "billion", "hundred"})


def _shared(reading: Reading, quantity: Quantity, tokens: list[int], share: Interval) -> _Part | None:
    """A share with the noun inside or behind it, if there is one."""
    tree, words = reading.tree, _words(reading.claim.lang)
    if not tokens:
        return None
    inside = [i for i in tokens if quantity.of in (tree.lemma(i), tree.concept(i))]
    noun = inside[0] if inside else None
    behind = tokens[-1] + 1
    if not inside and behind < len(tree.tokens) and folded(tree.tokens[behind].text) in words.links:
        noun = _noun_behind(tree, behind, words)
    return _Part(
        word="share", tokens=tuple(i for i in tokens if i not in inside), noun=noun, extent=Extent.of(share=share)
    )


def _restrictor(tree: Tree, noun: int, words: _Words) -> str:
    """What class a noun names; all who live somewhere are one class, told apart by what narrows it."""
    return PEOPLE if _is_people(tree, noun, words) else tree.lexicon.stem(tree.lemma(noun))


def _is_people(tree: Tree, noun: int, words: _Words) -> bool:
    return tree.lemma(noun) in words.people or _is_demonym(tree, noun)


def _is_demonym(tree: Tree, noun: int) -> bool:
    """Whether a noun names the people of a place: a plural with a capital inside the sentence."""
    text = tree.tokens[noun].text
    return noun > 0 and text[0].isupper() and text[1:].islower() and text.endswith("s")


def _group(tree: Tree, part: _Part) -> list[int]:
    """The tokens of a quantified noun phrase."""
    if part.noun is None:
        return list(part.tokens)
    below = tree.subtree(part.noun, outside=frozenset({"conj", "cc", "punct", "appos"}))
    clauses = (c for c in tree.children(part.noun, "acl:relcl") if not _relative(tree, c))
    astray = {n for c in clauses for n in tree.subtree(c)}
    return sorted({*part.tokens, *(n for n in below if n not in astray)})


def _relative(tree: Tree, predicate: int) -> bool:
    """Whether a clause behind a noun has its "who": one without may be the sentence's own predicate, parsed astray."""
    return any("PronType=Rel" in tree.tokens[n].morph for n in tree.subtree(predicate))


def _top(tree: Tree, part: _Part) -> int:
    """The token by which a quantified noun phrase hangs on its predicate."""
    inside = {*part.tokens, *([] if part.noun is None else [part.noun])}
    top = head_of(tree, sorted(inside))
    top = part.tokens[0] if top is None else top
    while tree.is_dep(top, "conj") and tree.tokens[top].head != top and tree.is_nominal(tree.tokens[top].head):
        top = tree.tokens[top].head
    return top


def _predicate(reading: Reading, part: _Part) -> tuple[int, Frame | None] | None:
    """The predicate of a quantified noun phrase, with its frame; where the parse has none, what follows it."""
    tree, group = reading.tree, set(_group(reading.tree, part))
    if part.noun is None:  # parsers are lost without it: the verb is what follows
        verb = next((i for i in range(part.tokens[-1] + 1, len(tree.tokens)) if tree.tokens[i].pos in _VERBAL), None)
        frame = next((f for f in reading.frames if f.index == verb), None)
        return None if verb is None or verb > part.tokens[-1] + _NEXT else (verb, frame)
    top = _top(tree, part)
    frame = governor(reading, top)
    if frame and frame.index not in group and not _qualifies(tree, frame.index):
        return frame.index, frame
    behind = [f for f in reading.frames if f.index > max(part.tokens) and f.index not in group]
    if behind:
        return behind[0].index, behind[0]
    root = tree.root(top)
    return (root, None) if root not in group and root > max(part.tokens) else None


def _qualifies(tree: Tree, i: int) -> bool:
    """Whether a predicate merely qualifies a noun: an infinitive or participle clause behind it."""
    return tree.is_dep(i, "acl") and not tree.is_dep(i, "acl:relcl")


def _in_front(reading: Reading, part: _Part) -> bool:
    """Whether the phrase is the grammatical subject, by its place; what it is an alias of counts for it."""
    predicate = _predicate(reading, part)
    return predicate is not None and (min(part.tokens) < predicate[0] or _aliased(reading, part))


def _aliased(reading: Reading, part: _Part) -> bool:
    """Whether the phrase says again, otherwise, what stands before it: "490 élus, soit 36 %"."""
    first = min(part.tokens)
    return first > 0 and folded(reading.tree.tokens[first - 1].text) in _words(reading.claim.lang).alias


def _fact(reading: Reading, part: _Part, front: frozenset[int], sizes: Mapping[str, Interval]) -> QuantifierFact | None:
    tree, words = reading.tree, _words(reading.claim.lang)
    found = _predicate(reading, part)
    if found is None or _supposed(tree, found[0]):
        return None
    predicate, frame = found
    leading = _in_front(reading, part)
    without = front if leading else frozenset(_group(tree, part))
    whole = _elided(reading, part) if part.noun is None else _said(reading, predicate, without)
    said = _speaking(reading, predicate, whole)
    negated = _negated(reading, part, predicate, frame)
    extent = _read(part, leading, negated)
    restrictor = _restrictor(tree, part.noun, words) if part.noun is not None else _only(sizes)
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


def _read(part: _Part, front: bool, negated: bool) -> Extent | None:
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


def _negated(reading: Reading, part: _Part, predicate: int, frame: Frame | None) -> bool:
    """Whether the predicate is denied, other than by the quantifier itself."""
    tree = reading.tree
    words = negators(tree.tokens, predicate, reading.claim.lang, tree.children)
    if part.word in ("none", "not_all"):
        return False
    own = [i for i in words if i not in part.tokens]
    if frame is None or words:
        return bool(own)
    return frame.negated


def _supposed(tree: Tree, predicate: int) -> bool:
    """Whether a clause is only supposed: "si tous les otages …"."""
    return any(tree.folded(c) in tree.lexicon.conditions for c in tree.children(predicate, "mark"))


def _said(reading: Reading, predicate: int, without: frozenset[int]) -> list[int]:
    """The words of a predicate and what it governs, an infinitive it carries included ("en train de signer")."""
    tree = reading.tree
    carried = [c for c in tree.children(predicate, "xcomp", "acl") if "VerbForm=Inf" in tree.tokens[c].morph]
    below = {n for c in carried for n in tree.subtree(c)}
    return [i for i in sorted({*clause(tree, predicate), *below}) if i not in without]


def _elided(reading: Reading, part: _Part) -> list[int]:
    """The words behind a share without a noun, up to the next such share: "un tiers dorment et un tiers jouent"."""
    start = part.tokens[-1] + 1
    others = [other.tokens[0] for other in _parts(reading) if other.noun is None and other.tokens[0] >= start]
    return list(range(start, min(others, default=len(reading.tree.tokens))))


def _speaking(reading: Reading, predicate: int, said: list[int]) -> list[int]:
    """Of what is said, the words with content, dates left out."""
    tree, words = reading.tree, _words(reading.claim.lang)
    dated = {i for d in reading.claim.dates for i in tokens_in(tree, d.start, d.end)}
    return [i for i in said if i not in dated and tree.lemma(i) not in words.bare and _speaks(tree, i, predicate)]


def _speaks(tree: Tree, i: int, predicate: int) -> bool:
    """Whether a word is part of what is said: content, the predicate itself, or another quantifier."""
    token = tree.tokens[i]
    if token.pos in ("AUX", "PUNCT", "DET", "ADP", "PRON", "CCONJ") or is_negative(token.text, tree.lexicon.lang):
        return token.text.lower() in _words(tree.lexicon.lang).amounts
    return tree.has_content(i) or i == predicate


def _modifiers(tree: Tree, part: _Part, words: _Words) -> frozenset[str]:
    """The stems of what narrows the class."""
    if part.noun is None:
        return frozenset()
    inside = [i for i in _group(tree, part) if i not in part.tokens and (i != part.noun or _is_demonym(tree, i))]
    stems = (i for i in inside if tree.has_content(i) and tree.tokens[i].pos != "NUM")
    return frozenset(tree.lexicon.stem(tree.lemma(i)) for i in stems if tree.lemma(i) not in words.whole | words.bare)


def _role(tree: Tree, part: _Part, frame: Frame | None, front: bool) -> str:
    """The logical role of the quantified phrase in its frame; what stands in front is its subject or object."""
    top = _top(tree, part)
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
            if fact.word != "number" or not alike or len(between.split()) > _REACH:
                break
            run.append(fact)
        if len(run) > 1 and first.word == "number" and all(f.front and not f.negated for f in run):
            low = sum((f.extent.count.low or Decimal(0) for f in run), Decimal(0))
            total = sizes.get(first.restrictor)
            extent = Extent.of(count=Interval(low=low), total=total)
            common = frozenset.intersection(*(f.modifiers for f in run))
            yield replace(first, end=run[-1].end, word="sum", modifiers=common, extent=extent)


def _described(reading: Reading, sizes: Mapping[str, Interval]) -> Iterator[QuantifierFact]:
    """ "Deux hommes en bleu …, un autre homme en rouge": there are three, two of them in blue and one in red.

    "Another" tells that the groups are all there are; what marks one group, the others have not.
    """
    tree, words = reading.tree, _words(reading.claim.lang)
    groups = [part for part in _parts(reading) if part.word == "number" and part.noun is not None]
    for other in (part for part in groups if any(tree.folded(c) in words.other for c in tree.children(part.noun or 0))):
        alike = [part for part in groups if tree.lemma(part.noun or 0) == tree.lemma(other.noun or 0)]
        restrictor = _restrictor(tree, other.noun or 0, words)
        if len(alike) < 2 or restrictor in sizes or any(part.extent.count.low is None for part in alike):
            continue
        total = Interval.point(sum((part.extent.count.low or Decimal(0) for part in alike), Decimal(0)))
        for part in alike:
            marked = _modifiers(tree, part, words).difference(*(_modifiers(tree, p, words) for p in alike if p != part))
            if marked:
                yield _marked(reading, part, restrictor, marked, total)


def _marked(reading: Reading, part: _Part, restrictor: str, marked: frozenset[str], total: Interval) -> QuantifierFact:
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
