"""States: what somebody or something is said to be, where another state excludes it ("armé" / "sans arme").

The slots, the words of their values and of whom they are told stand in `lang/<language>/states.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, governor, head_of, scope_of
from factcheck.facts.bearers import Bearer, bearer_of
from factcheck.facts.people import people
from factcheck.facts.reach import above
from factcheck.facts.signs import stems
from factcheck.facts.slots import OTHER, Course, Pattern, Slot, matched, patterns, slots
from factcheck.lang import theme
from factcheck.model import Modality
from factcheck.parse.frames import Frame, conditional
from factcheck.parse.lexicon import disputes
from factcheck.parse.negation import is_negative
from factcheck.parse.tree import Tree

# How far in front of a word an adverb of its state may stand.
_NEAR = 2
# How far in front of words it may be told that they are of a part.
_PART = 3
# What says which one a noun means.
_NARROWING = ("amod", "nmod", "compound")

# What stands in quotation marks, and up to how many words of it are a word rather than a statement.
_QUOTED = re.compile(r"\"([^\"]*)\"|«([^»]*)»|“([^”]*)”")
_A_WORD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFact:
    """A bearer stands in one of `values` of a `slot`; `course` says how such a state changes.

    `narrowed` is what says which bearer, `about` of what the state is told. `entered` says that the state is told to
    have begun ("a été arrêté"), `last` that it is the one no other follows, `back` that it follows any other, `denied`
    that another value is denied, `throughout` that it was so from beginning to end, `split` that the article tells
    another value too, of part of the matter.
    """

    start: int
    end: int
    scope: Scope
    slot: str
    family: str
    values: frozenset[str]
    course: Course
    bearer: Bearer
    narrowed: frozenset[str]
    about: frozenset[str]
    entered: bool
    last: bool
    back: bool
    denied: bool
    throughout: bool
    split: bool = False

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """States meet over their slot alone, told in whatever words."""
        return (("state", self.slot), ("told", f"state {self.slot}"))


def states(reading: Reading) -> tuple[StateFact, ...]:
    """The states that a claim tells of, the first of each value and bearer."""
    found: dict[tuple[str, frozenset[str], frozenset[str], frozenset[str]], StateFact] = {}
    for fact in _states(reading):
        found.setdefault((fact.slot, fact.values, fact.bearer.names, fact.bearer.roles), fact)
    return tuple(found.values())


def _states(reading: Reading) -> Iterator[StateFact]:
    found = _matches(reading.tree)
    table = slots(reading.tree.lexicon.lang)
    judged = [set(words) for pattern, words in found if table[pattern.slot].family and not pattern.below]
    for pattern, words in found:  # "found guilty" finds nobody
        fact = None if any(set(words) < longer for longer in judged) else _told(reading, pattern, words)
        if fact:
            yield fact


def _matches(tree: Tree) -> list[tuple[Pattern, list[int]]]:
    """The patterns that fit somewhere in a claim, each with its words."""
    known = patterns(tree.lexicon.lang)
    found: list[tuple[Pattern, list[int]]] = []
    for i in range(len(tree.tokens)):
        if _names_no_state(tree, i):
            continue
        opened = (pattern for word in sorted({tree.lemma(i), tree.folded(i)}) for pattern in known.get(word, ()))
        fitting = ((pattern, matched(tree, i, pattern)) for pattern in opened)
        found += [(pattern, words) for pattern, words in fitting if words]
    return found


def _names_no_state(tree: Tree, i: int) -> bool:
    """Whether a noun tells nobody's state: what a court judges ("guilty of murder"), whom one seeks ("find survivors").

    Nouns of what happened to somebody ("arrestation") do, and so does what he is said to be ("est mort").
    """
    table = theme("states", tree.lexicon.lang)
    if tree.tokens[i].pos != "NOUN" or tree.children(i, "cop") or tree.lemma(i) in table["acts"]:
        return False
    among = any(tree.lemma(c) in table["among"] for c in tree.children(i, "case"))
    governed = tree.is_dep(i, "obj", "obl", "nmod") and not among
    return governed and (tree.lemma(i) in people(tree.lexicon.lang) or tree.lemma(i) in table["undergone"])


def _somebodys_word(reading: Reading, words: list[int]) -> bool:
    """Whether a state is but a word or two in quotation marks: he said that he felt "very much alive"."""
    start, end = (offset - reading.claim.start for offset in reading.tree.text(words))
    quotes = (q for q in _QUOTED.finditer(reading.claim.text) if len(q.group().strip('«»“”"').split()) <= _A_WORD)
    return any(quote.start() <= start and end <= quote.end() for quote in quotes)


def _told(reading: Reading, pattern: Pattern, words: list[int]) -> StateFact | None:
    """The fact that a pattern tells, if it is told of somebody, and neither supposed nor planned."""
    tree = reading.tree
    slot = slots(tree.lexicon.lang)[pattern.slot]
    at = head_of(tree, words)
    at = words[0] if at is None else at
    frame = governor(reading, at)
    if (frame and not _stands(tree, frame, at, slot)) or _another_day(tree, at, slot, words) or _partly(tree, words):
        return None
    if slot.thing and not (frame and _predicated(tree, frame, at)):
        return None
    if any(tree.lemma(n) in tree.lexicon.wanting for n in tree.ancestors(at)):
        return None  # "il racontait vouloir chanter, vivant, jusqu'à 100 ans"
    if slot.course is Course.FINAL and _somebodys_word(reading, words):
        return None
    bearer = bearer_of(reading, slot, at, words)
    if bearer is None:
        return None
    denied = bearer.nobody or _denied(tree, at, frame, words)
    values = frozenset(slot.values) - {pattern.value} if denied else frozenset({pattern.value})
    start, end = tree.text(words)
    head = bearer.phrase.head if bearer.phrase else None
    scope = _scope(reading, at, frame, now=bearer.nobody)
    narrowing = tree.children(head, *_NARROWING) if head is not None and tree.tokens[head].pos != "PRON" else []
    return StateFact(
        start=start,
        end=end,
        scope=scope,
        slot=pattern.slot,
        family=slot.family,
        values=values,
        course=slot.course,
        bearer=bearer,
        narrowed=frozenset(tree.concept(i) for i in narrowing if tree.has_content(i) and i not in words) - bearer.names,
        about=_about(tree, slot, [at, *words]),
        entered=bool(frame and not denied and _begins(frame, tree.lexicon.lang)),
        last=slot.course is Course.FINAL and values == {slot.values[-1]},
        back=bool(values & slot.back) and not bearer.nobody,
        denied=denied,
        throughout=frame is not None and scope.tense == "past" and _throughout(tree, frame),
    )


def _throughout(tree: Tree, frame: Frame) -> bool:
    """Whether a state is told to hold from beginning to end: "n'a jamais avoué", "throughout the trial".

    Of the present the same words say that it is so still: "est toujours porté disparu".
    """
    words = theme("states", tree.lexicon.lang)["throughout"] if frame.tense == "past" else ()
    near = (*tree.subtree(frame.index, outside=OTHER), tree.tokens[frame.index].head)
    return any(tree.lemma(n) in words for n in near)


def _about(tree: Tree, slot: Slot, words: list[int]) -> frozenset[str]:
    """Stems of what a state is told of, where its words say so: "coupable de vol"."""
    beside = {c for i in words for c in tree.children(i, "nmod", "obl", "advcl", "acl", "xcomp") if c not in words}
    led = [c for c in beside if {tree.lemma(n) for n in tree.children(c, "case", "mark")} & slot.about]
    courts = theme("states", tree.lexicon.lang)["courts"]
    under = {n for c in led if tree.lemma(c) not in courts for n in tree.subtree(c, outside=OTHER | {"acl"})}
    return stems(tree, (n for n in under - set(words) if tree.tokens[n].pos != "NUM"))


def _scope(reading: Reading, at: int, frame: Frame | None, *, now: bool) -> Scope:
    """The scope of a state; what is done to it ("est annulé") it is now, and what nobody has been nobody is `now`."""
    tree, scope = reading.tree, scope_of(reading, at, frame)
    finite = (
        [n for n in tree.children(frame.index, "aux:pass", "cop") if "VerbForm=Fin" in tree.tokens[n].morph]
        if frame
        else []
    )
    present = any("Tense=Pres" in tree.tokens[n].morph for n in finite)
    return replace(scope, tense="present") if present or now else scope


def _begins(frame: Frame, lang: str) -> bool:
    """Whether a predicate tells that a state began ("a été arrêté", "a été placé en …"), not that it lasts."""
    return frame.tense == "past" and not frame.copular and frame.lemma not in theme("states", lang)["staying"]


def _stands(tree: Tree, frame: Frame, at: int, slot: Slot) -> bool:
    """Whether a state is told as one that is: no infinitive, plan, possibility or condition."""
    unplanned = frame.modality is not Modality.PLANNED or slot.planned or frame.negated
    if frame.pending or frame.modality is Modality.POSSIBLE or not unplanned:
        return False
    if frame.index == at and (not frame.stated or _infinite(tree, at)):
        return False
    return not conditional(tree, above(tree, frame.index))


def _infinite(tree: Tree, i: int) -> bool:
    """Whether a passive is only an infinitive ("risque d'être arrêté"): it tells of nothing done."""
    helpers = tree.children(i, "aux", "cop")
    passive = len(helpers) == 1 and tree.lemma(helpers[0]) in ("être", "be")
    return passive and "VerbForm=Inf" in tree.tokens[helpers[0]].morph


def _partly(tree: Tree, words: list[int]) -> bool:
    """Whether words tell of a part alone: "condamné à un an, dont six mois avec sursis"."""
    front = range(max(0, min(words) - _PART), min(words))
    return any(tree.folded(n).lower() in theme("states", tree.lexicon.lang)["partly"] for n in front)


def _another_day(tree: Tree, at: int, slot: Slot, words: list[int]) -> bool:
    """Whether a state is told of another occasion ("lors de son interpellation", "par le passé").

    The trial is no other occasion for what is told of the accused; "une autre affaire" is.
    """
    table = theme("states", tree.lexicon.lang)
    under = [n for n in tree.subtree(at, outside=OTHER) if n not in words]
    if slot.family:
        cases = (n for n in under if tree.lemma(n) in table["cases"])
        return any(tree.lemma(c) in table["apart"] for n in cases for c in tree.children(n, "amod", "det"))
    return any(tree.lemma(n) in table["occasions"] for n in under)


def _predicated(tree: Tree, frame: Frame, at: int) -> bool:
    """Whether a word is what a clause says of a thing: "est fermé", "reste fermé", not "à l'usine fermée"."""
    stays = (
        tree.is_dep(at, "xcomp") and tree.lemma(tree.tokens[at].head) in theme("states", tree.lexicon.lang)["staying"]
    )
    return stays or (frame.index == at and (frame.tense == "future" or _finite(tree, at)))


def _finite(tree: Tree, i: int) -> bool:
    """Whether a word is a predicate of its own, not a mere participle ("au pied levé")."""
    return bool(tree.children(i, "aux", "cop", "nsubj")) or "VerbForm=Fin" in tree.tokens[i].morph


def _denied(tree: Tree, at: int, frame: Frame | None, words: list[int]) -> bool:
    """Whether a state is said not to be: by its predicate, or by a word right before it ("non armé")."""
    own = frame is not None and (frame.index == at or tree.is_dep(at, "obl", "advmod", "xcomp", "obj"))
    lang = tree.lexicon.lang
    negated = own and frame is not None and frame.negated
    if frame is None:  # "was not in custody": the parse makes "be" a helper of nothing
        negated = any(is_negative(tree.tokens[c].text, lang) for n in tree.ancestors(at) for c in tree.children(n))
    front = range(max(0, min(words) - _NEAR), min(words))
    beside = any(is_negative(tree.tokens[n].text, lang) for n in front if tree.tokens[n].head in words)
    inside = any(is_negative(tree.tokens[n].text, lang) for n in words)
    denying = any(
        tree.lemma(n) in tree.lexicon.denying | disputes(lang, "rejecting") for n in above(tree, at) if n not in words
    )
    return (negated or (beside and not own) or denying) and not inside
