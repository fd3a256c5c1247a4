"""Numbers: how many of what, under which predicate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.ages import Bearer, bearer
from factcheck.facts.base import Reading, Scope, governor, head_of, scope_of, tokens_in
from factcheck.facts.beside import is_far, is_short, offset, part, within
from factcheck.facts.counting import Counted, counted, is_whole, measured_in, numbered, spanning
from factcheck.facts.fates import (
    is_left,
    is_told,
)
from factcheck.facts.gauges import gauges, is_gauge
from factcheck.facts.implied import bases, spans_of_one
from factcheck.facts.stances import stance
from factcheck.facts.surroundings import is_dated, measured, modifiers, names_around, placed, quality, slots
from factcheck.interval import Interval
from factcheck.model import Quantity
from factcheck.normalise.units import to_base
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

# Units that say how a figure is written, not what it counts.
_SHAPES = frozenset({"percent", "percentage_point", "ratio", "multiplier", "ordinal"})


# What the years of a person count, written with or without the word.
AGE = "age"

# Between a count and some of those counted, told as such, stands no more than this: " personnes à bord, dont ".
_BESIDE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFact:
    """One quantity with what it counts. `bounds` are in the base unit `unit`.

    `counted` is the concept of the counted noun, or the base unit; `predicate` what governs it, `slots` that
    predicate's other roles, and `measured` the nouns the figure hangs on or governs: between them they say
    what a figure measures whose unit does not (money, percent, lengths). `counts` marks counted nouns,
    `generic` those that say little ("personnes"), `fates` what befalls the counted, `toll` that it grows as news comes
    in, `anyone` that people of whatever sort are counted ("27 morts"), `people` that people are, `animals` that animals
    are, `any_animal` those of whatever species, `left` that those are who are left, `sent` that they come to help;
    `placed` are the modifiers that tell where or in what, `whole` that there are no more ("les 35 salariés"),
    `picked` that only those of them who met a fate are counted ("les deux agents tués"). `part` is
    a figure said to be part of another or more than it, `short` one that is not quite reached ("près de 400"), `denied`
    one under a negation, `presented` one of things that are merely said to be there ("il y a douze élus"); `stance`
    says that it is asked for, offered, only threatened or what a rule allows, `gauges` what its unit leaves open,
    `bearer` whose age it is, `offset` that it is a time before or after something, `within` the time in which an amount
    falls. `names` and `topic` are what is spoken of around the figure: in its clause, or in the claim where the clause
    names nothing.
    """

    start: int
    end: int
    scope: Scope
    quantity: Quantity
    bounds: Interval
    unit: str | None
    counted: str
    modifiers: frozenset[str]
    predicate: str | None
    slots: tuple[tuple[str, Phrase], ...]
    measured: frozenset[str]
    counts: bool
    generic: bool
    toll: bool
    sent: bool
    part: str | None
    fates: frozenset[str] = frozenset()
    anyone: bool = False
    people: bool = False
    animals: bool = False
    any_animal: bool = False
    left: bool = False
    placed: frozenset[str] = frozenset()
    whole: bool = False
    picked: bool = False
    short: bool = False
    denied: bool = False
    presented: bool = False
    stance: str | None = None
    gauges: frozenset[str] = frozenset()
    bearer: Bearer | None = None
    offset: str | None = None
    within: Interval | None = None
    names: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()

    @property
    def is_count(self) -> bool:
        """Whether the counted noun says what the figure is about: "73 morts" does, "73 personnes" does not."""
        return self.counts and not self.generic

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Numbers meet when they count the same, or when one thing befalls those they count.

        Measures also meet over what they measure, and ages over whose they are.
        """
        roles = self.bearer.roles if self.bearer else frozenset()
        about = (*sorted(self.fates - {self.counted}), *sorted(self.gauges), *sorted(roles))
        return (("number", self.counted), *(("number", what) for what in about))


def numbers(reading: Reading) -> tuple[NumberFact, ...]:
    """The number facts of a claim."""
    written = (_fact(reading, quantity) for quantity in reading.claim.quantities)
    found = [fact for fact in written if fact is not None]
    found += [fact for quantity in spans_of_one(reading) if (fact := _fact(reading, quantity)) is not None]
    found += [fact for quantity in bases(reading) if (fact := _fact(reading, quantity)) is not None and fact.fates]
    return tuple(_shared_fates(sorted(found, key=lambda fact: (fact.start, fact.end))))


def _shared_fates(found: list[NumberFact]) -> Iterator[NumberFact]:
    """The figures, a part of those counted before it sharing their fate: "huit blessés, dont six enfants"."""
    for at, part_of in enumerate(found):
        whole = next((f for f in reversed(found[:at]) if f.people and f.fates), None)
        told = part_of.part == "of" and part_of.people and not part_of.fates and part_of.unit
        if whole and told and part_of.bounds.entirely_below(whole.bounds) and part_of.start - whole.end <= _BESIDE:
            yield replace(part_of, fates=whole.fates, toll=whole.toll, left=whole.left, part=None)
        else:
            yield part_of


def _fact(reading: Reading, quantity: Quantity) -> NumberFact | None:
    tree, lang = reading.tree, reading.claim.lang
    words = tokens_in(tree, quantity.start, quantity.end)
    head = head_of(tree, words)
    if head is None:
        return None
    quantity = spanning(tree.lexicon, quantity)
    bounds, unit = to_base(quantity)
    unit = None if unit in tree.lexicon.numbering else unit  # "a total of 51"
    noun = numbered(tree, head) if unit is None else None
    if noun is not None:
        head, words, unit = noun, [noun], tree.concept(noun)
    elif unit is None and tree.is_dep(head, "nummod") and tree.lemma(tree.tokens[head].head) in tree.lexicon.others:
        head = tree.tokens[head].head  # "114 others were injured"
        words = [*words, head]
    frame = _predicate(reading, head)
    act = governor(reading, head)
    scope = scope_of(reading, head, act)
    counts = quantity.dimension in (None, "count") and unit not in _SHAPES
    aged = bearer(reading, quantity, head)
    of = counted(reading, words, head, unit, frame) if counts else Counted(counted=measured_in(tree, unit))
    kind = AGE if aged else of.counted
    narrowing = modifiers(tree, head, words, frame) - {kind} - tree.lexicon.generic
    narrowing = frozenset(m for m in narrowing if not (is_told(m, lang) or is_gauge(m, lang, quantity)))
    unnamed = not scope.names and not _aside(tree, act)
    return NumberFact(
        start=quantity.start,
        end=quantity.end,
        scope=scope,
        quantity=quantity,
        bounds=quantity.bounds if aged else bounds,
        unit=AGE if aged else unit,
        counted=kind,
        modifiers=narrowing,
        predicate=frame.predicate if frame else quality(tree, head),
        slots=slots(reading, words, frame),
        measured=measured(tree, words, head),
        counts=counts,
        generic=kind in tree.lexicon.generic,
        fates=of.fates,
        toll=of.toll,
        anyone=of.anyone,
        people=of.people,
        animals=of.animals,
        any_animal=of.any_animal,
        left=frame is not None and is_left(tree, frame.index),
        placed=placed(tree, words),
        whole=bool(words) and is_whole(tree, words[0]),
        picked=of.picked,
        sent=of.sent,
        part=part(reading, quantity) or ("of" if of.some else None),
        short=is_short(tree.lexicon, quantity),
        denied=bool(frame and frame.negated) or is_far(reading, quantity),
        presented=frame is None or frame.predicate in tree.lexicon.light,
        gauges=gauges(tree, quantity, words, frame or act),
        bearer=aged,
        offset=offset(reading, quantity),
        within=within(reading, quantity),
        stance=stance(tree, quantity, words, act, frame),
        names=names_around(reading, words) if unnamed else scope.names,
        topic=scope.topic | reading.topic if unnamed else scope.topic,
    )


def _aside(tree: Tree, act: Frame | None) -> bool:
    """Whether the figure's act is told in passing, in a clause that may be about something else."""
    return act is not None and tree.is_dep(act.index, "acl:relcl", "advcl")


def _predicate(reading: Reading, head: int) -> Frame | None:
    """The frame in which the figure itself fills a role; none where it only qualifies a noun."""
    tree = reading.tree
    frame = governor(reading, head)
    if frame is None or frame.index == head:
        return frame
    if frame.lemma in tree.lexicon.spending and (act := _spent_on(reading, frame)):
        return act
    direct = next((a for a in tree.ancestors(head) if not is_dated(reading, a)), head)
    if direct == frame.index or tree.tokens[direct].pos in ("VERB", "AUX", "ADP"):
        return frame
    return next((f for f in reading.frames if f.index in tree.children(head, "acl") and not f.copular), None)


def _spent_on(reading: Reading, frame: Frame) -> Frame | None:
    """What time is taken for: "a mis quatre heures à éteindre le feu", "it took four hours to count the votes"."""
    below = reading.tree.children(frame.index, "xcomp", "advcl")
    acts = (f for f in reading.frames if f.index in below and "VerbForm=Inf" in reading.tree.tokens[f.index].morph)
    return next(acts, None)
