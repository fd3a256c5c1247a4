"""Numbers: how many of what, under which predicate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.ages import Bearer, bearer
from factcheck.facts.base import Reading, Scope, governor, head_of, scope_of, tokens_in
from factcheck.facts.beside import is_far, is_short, offset, part, within
from factcheck.facts.fates import (
    fate_of,
    fates,
    is_animal,
    is_any_animal,
    is_base,
    is_left,
    is_person,
    is_told,
    sort_of,
    tells,
    words_of,
)
from factcheck.facts.gauges import gauges, is_gauge
from factcheck.facts.implied import bases, spans_of_one
from factcheck.facts.stances import stance
from factcheck.interval import Interval
from factcheck.model import Quantity
from factcheck.normalise.units import to_base
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import Lexicon
from factcheck.parse.tree import Phrase, Tree

# Units that say how a figure is written, not what it counts.
_SHAPES = frozenset({"percent", "percentage_point", "ratio", "multiplier", "ordinal"})


# What the years of a person count, written with or without the word.
AGE = "age"

# Between a count and some of those counted, told as such, stands no more than this: " personnes à bord, dont ".
_BESIDE = 30

# Prepositions that say what a figure is of, which `measured` holds.
_OF = frozenset({"de", "of"})


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


def _dated(reading: Reading, i: int) -> bool:
    """Whether token `i` is part of a date."""
    token = reading.tree.tokens[i]
    return any(d.start <= token.start < d.end for d in reading.claim.dates)


def _fact(reading: Reading, quantity: Quantity) -> NumberFact | None:
    tree, lang = reading.tree, reading.claim.lang
    words = tokens_in(tree, quantity.start, quantity.end)
    head = head_of(tree, words)
    if head is None:
        return None
    quantity = _spanning(tree.lexicon, quantity)
    bounds, unit = to_base(quantity)
    unit = None if unit in tree.lexicon.numbering else unit  # "a total of 51"
    noun = _numbered(tree, head) if unit is None else None
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
    noun = _noun(tree, words, unit) if counts else None
    befallen = fates(tree, noun, words) if noun is not None and not (frame and frame.negated) else frozenset()
    rising = befallen & words_of(lang).rising
    named = noun is not None and unit and not (_is_figure(tree, noun) or tree.lemma(noun) in tree.lexicon.numbering)
    measured_in = tree.lexicon.concept(unit or "", headword=tree.abroad)
    said = AGE if aged else sort_of(tree, noun) if named and noun is not None else measured_in
    joint = noun is not None and not tells(tree, noun) and _is_joint(tree, noun)
    said = min(tree.lexicon.anyone & {"person"}, default=said) if joint else said
    base = _base(tree, head) if noun is None or _is_figure(tree, noun) else None
    said = sort_of(tree, base) if base is not None else said
    anyone = noun is not None and (said in tree.lexicon.anyone or tells(tree, noun) or (not unit and bool(rising)))
    counted = min(rising) if anyone and rising and (not unit or said in tree.lexicon.generic) else said
    modifiers = _modifiers(tree, head, words, frame) - {counted} - tree.lexicon.generic
    modifiers = frozenset(m for m in modifiers if not (is_told(m, lang) or is_gauge(m, lang, quantity)))
    unnamed = not scope.names and not _aside(tree, act)
    return NumberFact(
        start=quantity.start,
        end=quantity.end,
        scope=scope,
        quantity=quantity,
        bounds=quantity.bounds if aged else bounds,
        unit=AGE if aged else unit,
        counted=counted,
        modifiers=modifiers,
        predicate=frame.predicate if frame else _quality(tree, head),
        slots=_slots(reading, words, frame),
        measured=_measured(tree, words, head),
        counts=counts,
        generic=counted in tree.lexicon.generic,
        fates=befallen,
        toll=bool(rising),
        anyone=anyone,
        people=anyone or base is not None or (noun is not None and is_person(tree, noun)),
        animals=noun is not None and is_animal(tree, noun),
        any_animal=noun is not None and is_any_animal(tree, noun),
        left=frame is not None and is_left(tree, frame.index),
        placed=_placed(tree, words),
        whole=bool(words) and _is_whole(tree, words[0]),
        picked=noun is not None and any(fate_of(tree, c) for c in tree.children(noun, "amod", "acl")),
        sent=noun is not None and tree.concept(noun) in tree.lexicon.sent,
        part=part(reading, quantity) or ("of" if noun is not None and _among(tree, noun) else None),
        short=is_short(tree.lexicon, quantity),
        denied=bool(frame and frame.negated) or is_far(reading, quantity),
        presented=frame is None or frame.predicate in tree.lexicon.light,
        gauges=gauges(tree, quantity, words, frame or act),
        bearer=aged,
        offset=offset(reading, quantity),
        within=within(reading, quantity),
        stance=stance(tree, quantity, words, act, frame),
        names=_names_around(reading, words) if unnamed else scope.names,
        topic=scope.topic | reading.topic if unnamed else scope.topic,
    )


def _names_around(reading: Reading, words: list[int]) -> frozenset[str]:
    """The names of a claim, without those of what a figure is only compared with, or those last named before it."""
    _, others = _set_against(reading.tree, words)
    elsewhere = reading.tree.names(others) - reading.tree.names(set(range(len(reading.tree.tokens))) - others)
    return (reading.names - elsewhere) or reading.last_named


def _base(tree: Tree, head: int) -> int | None:
    """The noun of those out of whom a bare figure counts some: "sur les 48 passagers, 41 sont morts"."""
    above = tree.tokens[head].head
    near = [above, *tree.children(above, "nsubj", "obl"), *tree.children(head, "nmod", "obl")]
    return next((i for i in near if i != head and is_person(tree, i) and is_base(tree, i)), None)


def _among(tree: Tree, noun: int) -> bool:
    """Whether those counted are some of others that are counted too: "two men, among a group of five", "2 des 5"."""
    above = tree.tokens[noun].head
    numbers, cases = tree.children(above, "nummod"), tree.children(above, "case")
    if tree.is_dep(noun, "nmod", "appos") and numbers and cases and min(numbers) < min(cases):
        return True  # "Quatre des marins, trois Belges et …"
    among = words_of(tree.lexicon.lang).among
    others = (c for c in tree.children(noun, "nmod") if {tree.folded(n) for n in tree.children(c, "case")} & among)
    return any(tree.tokens[n].pos == "NUM" for c in others for n in tree.subtree(c))


def _aside(tree: Tree, act: Frame | None) -> bool:
    """Whether the figure's act is told in passing, in a clause that may be about something else."""
    return act is not None and tree.is_dep(act.index, "acl:relcl", "advcl")


def _quality(tree: Tree, head: int) -> str | None:
    """The adjective that the figure measures: "visible à 70 km", "4.3 km wide"."""
    above = tree.tokens[head].head
    return tree.concept(above) if tree.tokens[above].pos == "ADJ" and above != head else None


def _modifiers(tree: Tree, noun: int, words: list[int], frame: Frame | None) -> frozenset[str]:
    """What narrows the counted noun ("50 Français blessés"), and how its predicate is narrowed ("grièvement").

    Where it happened narrows nothing: "quatre personnes dans le massif du Queyras".
    """
    hung = (c for i in {noun, *words} for c in tree.children(i, "amod", "compound", "nmod") if c not in words)
    found = [c for c in hung if not (_is_place(tree, c) or _of_some(tree, noun, c))]
    found += [c for i in words for c in tree.children(i, "amod") if c in words and c > i]
    adverbs = tree.children(frame.index, "advmod") if frame else []
    manner = {tree.lemma(i) for i in adverbs if tree.lemma(i).endswith(("ment", "ly"))}
    return tree.content(found) | manner


def _of_some(tree: Tree, noun: int, i: int) -> bool:
    """Whether a word tells of some of the counted only: "108 injuries, some serious", "12 dead, including a child"."""
    if {tree.folded(c) for c in tree.children(i, "case")} & tree.lexicon.part_of:
        return True
    return i > noun and any(tree.tokens[n].text == "," for n in range(noun, i)) and tree.tokens[i].pos == "ADJ"


def _is_place(tree: Tree, i: int) -> bool:
    """Whether a noun that hangs on a figure names where: "… dans le massif du Queyras", not "… dans un état grave"."""
    phrase = tree.phrase(i)
    return bool(phrase.names) and phrase.case is not None and phrase.case not in _OF


def _is_whole(tree: Tree, first: int) -> bool:
    """Whether a figure that opens at a token is told of all there are: "les 35 salariés", "aucun des 35"."""
    return first > 0 and tree.folded(first - 1) in tree.lexicon.definite


def _placed(tree: Tree, words: list[int]) -> frozenset[str]:
    """The nouns behind the figure that only place it: "quinze morts dans le déraillement"."""
    behind = (c for i in words for c in tree.children(i, "nmod"))
    return frozenset(tree.concept(c) for c in behind if not {tree.lemma(n) for n in tree.children(c, "case")} & _OF)


def _spanning(lexicon: Lexicon, quantity: Quantity) -> Quantity:
    """The quantity; as a duration where it counts spans of time ("three days of mourning")."""
    unit = lexicon.spans.get(quantity.unit or "") if quantity.dimension == "count" else None
    return replace(quantity, unit=unit, dimension="duration") if unit else quantity


def _noun(tree: Tree, words: list[int], unit: str | None) -> int | None:
    """The token of what is counted; the figure's own where its noun is left out ("injuring another 40")."""
    nouns = [i for i in words if unit in (tree.lemma(i), tree.concept(i), tree.folded(i))]
    return nouns[0] if nouns else head_of(tree, words)


def _is_figure(tree: Tree, i: int) -> bool:
    """Whether a token is the figure itself, which stands for those it counts: "227 ont été blessées"."""
    return tree.tokens[i].pos == "NUM" or tree.tokens[i].text[:1].isdigit()


def _is_joint(tree: Tree, noun: int) -> bool:
    """Whether one figure counts people of two sorts together: "les 72 passagers et membres de l'équipage"."""
    if not is_person(tree, noun):
        return False
    others = [c for c in tree.children(noun, "conj") if tree.tokens[c].pos == "NOUN"]
    joined = (c for c in others if tree.children(c, "cc") or tree.children(noun, "cc"))
    return any(not tree.children(c, "det", "nummod", "amod", "case") for c in joined)


def _numbered(tree: Tree, head: int) -> int | None:
    """The noun that a bare figure is the number of: "61, c'est le nombre de bateaux", "porte à 61 le nombre de …"."""
    above = [head, *tree.ancestors(head)]
    roots = [i for i, token in enumerate(tree.tokens) if token.head == i] if tree.tokens[head].head == head else []
    near = [n for a in (*above, *roots) for n in (a, *tree.children(a, "nsubj", "obj"))]
    nouns = [n for n in near if tree.lemma(n) in tree.lexicon.numbering]
    counted = (c for n in nouns for c in tree.children(n, "nmod", "compound") if c != head)
    return next((c for c in counted if tree.tokens[c].pos != "NUM"), None)


def _predicate(reading: Reading, head: int) -> Frame | None:
    """The frame in which the figure itself fills a role; none where it only qualifies a noun."""
    tree = reading.tree
    frame = governor(reading, head)
    if frame is None or frame.index == head:
        return frame
    if frame.lemma in tree.lexicon.spending and (act := _spent_on(reading, frame)):
        return act
    direct = next((a for a in tree.ancestors(head) if not _dated(reading, a)), head)
    if direct == frame.index or tree.tokens[direct].pos in ("VERB", "AUX", "ADP"):
        return frame
    return next((f for f in reading.frames if f.index in tree.children(head, "acl") and not f.copular), None)


def _spent_on(reading: Reading, frame: Frame) -> Frame | None:
    """What time is taken for: "a mis quatre heures à éteindre le feu", "it took four hours to count the votes"."""
    below = reading.tree.children(frame.index, "xcomp", "advcl")
    acts = (f for f in reading.frames if f.index in below and "VerbForm=Inf" in reading.tree.tokens[f.index].morph)
    return next(acts, None)


def _slots(reading: Reading, words: list[int], frame: Frame | None) -> tuple[tuple[str, Phrase], ...]:
    """The roles of the figure's predicate that hold neither the figure nor a date.

    What hangs on the figure itself by a preposition counts with them: parsers are of two minds about the
    place of "aux ports" in "consacrer 8 millions aux ports".
    """
    tree = reading.tree
    hung = [tree.phrase(c) for w in words for c in tree.children(w, "nmod", "obl") if c not in words]
    found = [*(frame.slots if frame else ()), *((p.case, p) for p in hung if p.case and p.case not in _OF)]
    # "un butin estimé", "une bague estimée" share but what is said of them
    itself = {frame.predicate} if frame else set()
    own, others = _set_against(tree, words)
    around = ((label, p) for label, p in found if p.head not in others and (not own or p.head in own))
    kept = ((label, p) for label, p in around if p.head not in words and not _dated(reading, p.head))
    return tuple((label, replace(p, lemmas=p.lemmas - itself)) for label, p in kept)


def _set_against(tree: Tree, words: list[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The words of the figure where it is set against another (empty: it is not), and those of others that are."""
    own = frozenset[int]().union(*(phrase for phrase in tree.rival_figures if not phrase.isdisjoint(words)))
    return own, frozenset[int]().union(*tree.rival_figures) - own


def _measured(tree: Tree, words: list[int], head: int) -> frozenset[str]:
    """The noun the figure hangs on ("un fonds de …") and those it governs ("… de subventions")."""
    above = [a for a in tree.ancestors(head) if tree.is_nominal(a) and a not in words][:1]
    _, others = _set_against(tree, words)
    below = [c for w in words for c in tree.children(w, "nmod") if c not in words and c not in others]
    nouns = (n for n in (*above, *below) if tree.tokens[n].pos not in ("NUM", "PRON"))
    return frozenset(tree.concept(n) for n in nouns) - tree.lexicon.empty
