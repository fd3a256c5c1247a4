"""States: what somebody or something is said to be, where another state excludes it ("armé" / "sans arme").

The slots, the words of their values and of whom they are told stand in `lang/<language>/states.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, governor, head_of, last_person, scope_of
from factcheck.facts.reach import above
from factcheck.facts.slots import OTHER, Course, Pattern, Slot, matched, patterns, slots
from factcheck.lang import theme
from factcheck.model import Modality
from factcheck.parse.frames import Frame, conditional
from factcheck.parse.lexicon import disputes
from factcheck.parse.negation import is_negative
from factcheck.parse.tree import Phrase, Tree
from factcheck.text import fold

# How far in front of a word an adverb of its state may stand.
_NEAR = 2
# What says which one a noun means.
_NARROWING = ("amod", "nmod", "compound")
_SUBJECT_LIKE = ("obl:mod", "dislocated")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFact:
    """A bearer stands in one of `values` of a `slot`; `course` says how such a state changes.

    `names` are entity keys of the bearer, `role` its id where it is told as the one of its kind ("le conducteur"),
    `narrowed` what says which one, `about` of what the state is told. `entered` says that the state is told to have
    begun ("a été arrêté"), `last` that it is the one no other follows, `back` that it follows any other, `denied` that
    another value is denied, `guessed` that `names` are those of whom the claims before speak.
    """

    start: int
    end: int
    scope: Scope
    slot: str
    values: frozenset[str]
    course: Course
    names: frozenset[str]
    role: str | None
    narrowed: frozenset[str]
    about: frozenset[str]
    entered: bool
    last: bool
    back: bool
    denied: bool
    guessed: bool

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """States meet over their slot, and over the role or the last name of who bears them."""
        bearers = [*([self.role] if self.role else []), *sorted({name.split()[-1] for name in self.names})]
        return (("state", self.slot), *(("bearer", f"{self.slot} {bearer}") for bearer in bearers))


def states(reading: Reading) -> tuple[StateFact, ...]:
    """The states that a claim tells of, the first of each value and bearer."""
    found: dict[tuple[str, frozenset[str], frozenset[str], str | None], StateFact] = {}
    for fact in _states(reading):
        found.setdefault((fact.slot, fact.values, fact.names, fact.role), fact)
    return tuple(found.values())


def _states(reading: Reading) -> Iterator[StateFact]:
    tree = reading.tree
    known = patterns(tree.lexicon.lang)
    for i in range(len(tree.tokens)):
        opened = (pattern for word in sorted({tree.lemma(i), tree.folded(i)}) for pattern in known.get(word, ()))
        for pattern in opened:
            found = matched(tree, i, pattern)
            fact = _told(reading, pattern, found) if found else None
            if fact:
                yield fact


def _told(reading: Reading, pattern: Pattern, words: list[int]) -> StateFact | None:
    """The fact that a pattern tells, if it is told of somebody, and neither supposed nor planned."""
    tree = reading.tree
    slot = slots(tree.lexicon.lang)[pattern.slot]
    at = head_of(tree, words)
    at = words[0] if at is None else at
    frame = governor(reading, at)
    bearer = _bearer(reading, at, words)
    if bearer is None or (frame and not _stands(tree, frame, at, pattern)) or _another_day(reading, at):
        return None
    if slot.thing and not (frame and frame.index == at and (frame.tense == "future" or _finite(tree, at))):
        return None
    bearer = _meant(reading, slot, bearer)
    role, names = (
        _role(tree, slot, bearer),
        bearer.own or (frozenset() if bearer.names else reading.called(bearer)) or _pronoun(reading, bearer),
    )
    guessed = not names and tree.tokens[bearer.head].pos == "PRON"
    names = last_person(reading) if guessed else names - tree.names(words)
    if not (role or (slot.named and names)) or _not_this(tree, bearer):
        return None
    denied = _denied(tree, at, frame, words)
    values = frozenset(slot.values) - {pattern.value} if denied else frozenset({pattern.value})
    start, end = tree.text(words)
    return StateFact(
        start=start,
        end=end,
        scope=_scope(reading, at, frame),
        slot=pattern.slot,
        values=values,
        course=slot.course,
        names=names,
        role=role,
        narrowed=frozenset(tree.concept(i) for i in tree.children(bearer.head, *_NARROWING)) - names,
        about=frozenset(tree.concept(i) for i in _about(tree, slot, [at, *words])),
        entered=bool(frame and not denied and _begins(frame, tree.lexicon.lang)),
        last=slot.course is Course.FINAL and values == {slot.values[-1]},
        back=bool(values & slot.back),
        denied=denied,
        guessed=guessed,
    )


def _about(tree: Tree, slot: Slot, words: list[int]) -> list[int]:
    """What a state is told of, where its words say so: "coupable de vol"."""
    beside = (c for i in words for c in tree.children(i, "nmod", "obl") if c not in words)
    return [c for c in beside if {tree.lemma(n) for n in tree.children(c, "case")} & slot.about]


def _scope(reading: Reading, at: int, frame: Frame | None) -> Scope:
    """The scope of a state; what is done to it ("est annulé") it is now."""
    tree, scope = reading.tree, scope_of(reading, at, frame)
    finite = (
        [n for n in tree.children(frame.index, "aux:pass", "cop") if "VerbForm=Fin" in tree.tokens[n].morph]
        if frame
        else []
    )
    present = any("Tense=Pres" in tree.tokens[n].morph for n in finite)
    return replace(scope, tense="present") if present else scope


def _begins(frame: Frame, lang: str) -> bool:
    """Whether a predicate tells that a state began ("a été arrêté", "a été placé en …"), not that it lasts."""
    return frame.tense == "past" and not frame.copular and frame.lemma not in theme("states", lang)["staying"]


def _stands(tree: Tree, frame: Frame, at: int, pattern: Pattern) -> bool:
    """Whether a state is told as one that is: no infinitive, plan, possibility or condition."""
    unplanned = frame.modality is not Modality.PLANNED or pattern.value in theme("states", tree.lexicon.lang)["planned"]
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


def _meant(reading: Reading, slot: Slot, bearer: Phrase) -> Phrase:
    """The bearer or, for a pronoun, the one a clause above is about ("le conducteur nie qu'il avait bu")."""
    tree = reading.tree
    if tree.tokens[bearer.head].pos != "PRON":
        return bearer
    tops = set(tree.ancestors(bearer.head))
    frames = [f for f in reading.frames if f.index in tops and f.subject and f.subject.head < bearer.head]
    own = tree.lexicon.denying | disputes(tree.lexicon.lang, "rejecting") | disputes(tree.lexicon.lang, "admitting")
    about = (f.subject for f in frames if f.subject and (f.subject.lemma in slot.roles or f.lemma in own))
    return next(about, bearer)


def _another_day(reading: Reading, at: int) -> bool:
    """Whether a state is told of another occasion ("lors de son interpellation", "par le passé")."""
    tree = reading.tree
    words = theme("states", tree.lexicon.lang)["occasions"]
    return any(tree.lemma(n) in words for n in tree.subtree(at, outside=OTHER) if n != at)


def _bearer(reading: Reading, at: int, words: list[int]) -> Phrase | None:
    """Of whom or what the word at `at` tells: what it qualifies or governs, or who the clause around it is about."""
    tree = reading.tree
    fluid = _in_body(tree, at)
    if fluid is not None:
        return fluid
    frame = next((f for f in reading.frames if f.index == at), None)
    if frame:
        does = frame.object is None and tree.lemma(at) in theme("states", tree.lexicon.lang)["undergone"]
        return None if does else _of_frame(tree, frame, words)
    head = tree.tokens[at].head
    if tree.tokens[at].pos == "NOUN" and not tree.children(at, "case") and not tree.is_dep(at, "appos"):
        owned = [c for c in tree.children(at, "nmod") if tree.is_nominal(c)]
        if owned:
            return tree.phrase(owned[0])
    if tree.is_dep(at, "amod", "acl", "nmod", "appos") and tree.is_nominal(head):
        return tree.phrase(head)
    over = governor(reading, at)
    return _of_frame(tree, over, words) if over else None


def _of_frame(tree: Tree, frame: Frame, words: list[int]) -> Phrase | None:
    """Whom a predicate leaves in a state: its object, if that is no part of the words, else its subject."""
    roles = [p.head for p in (frame.object, frame.subject) if p]
    roles += tree.children(frame.index, "nsubj", "nsubj:pass")
    free = [i for i in roles if not set(words) & set(tree.subtree(i, outside=OTHER | {"acl", "amod"}))]
    return tree.phrase(free[0]) if free else _opening(tree, frame, words)


def _opening(tree: Tree, frame: Frame, words: list[int]) -> Phrase | None:
    """The subject that a remark behind it keeps from its verb: "Le suspect, connu de …, était armé"."""
    opens = [
        c
        for c in tree.children(frame.index, *_SUBJECT_LIKE)
        if c < frame.index and c not in words and tree.is_nominal(c) and not tree.children(c, "case")
    ]
    return tree.phrase(opens[0]) if opens else None


def _in_body(tree: Tree, at: int) -> Phrase | None:
    """Whose blood or the like is spoken of below a word."""
    bodily = theme("states", tree.lexicon.lang)["bodily"]
    for i in (n for n in tree.subtree(at, outside=OTHER) if tree.lemma(n) in bodily):
        owners = [c for c in tree.children(i, "nmod") if tree.is_nominal(c)]
        if owners:
            return tree.phrase(owners[0])
    return None


def _role(tree: Tree, slot: Slot, bearer: Phrase) -> str | None:
    """The id of a bearer that is told as the one of its kind, where the slot is told of such."""
    token = tree.tokens[bearer.head]
    known_one = bearer.definite or any(
        "Definite=Def" in tree.tokens[c].morph for c in tree.children(bearer.head, "case")
    )
    if token.pos != "NOUN" or not known_one or "Number=Plur" in token.morph:
        return None
    if bearer.lemma in slot.roles:
        return slot.roles[bearer.lemma]
    known = slot.thing or (slot.person and bearer.lemma in tree.lexicon.people)
    return bearer.concept if known and bearer.lemma not in tree.lexicon.empty else None


def _pronoun(reading: Reading, bearer: Phrase) -> frozenset[str]:
    """Whom "he" stands for: the one person named before it in the claim who does not speak."""
    tree, token = reading.tree, reading.tree.tokens[bearer.head]
    if token.pos != "PRON":
        return frozenset()
    tops = set(tree.ancestors(bearer.head))
    subjects = [f.subject for f in reading.frames if f.index in tops and f.subject and f.subject.head != bearer.head]
    telling = frozenset[str]().union(*(p.own for p in subjects))
    spoken = [] if subjects else [fold(speaker.name).lower() for speaker in reading.claim.speakers]
    here = {e.key for e in reading.claim.entities if e.end <= token.start and _person(reading, e.key)}
    left = frozenset(n for n in here - telling if not any(n in s for s in spoken))
    return left if len(left) == 1 else frozenset()


def _person(reading: Reading, name: str) -> bool:
    """Whether a name is, or ends, one of several words in its article: "Kerlan", where "Anne Kerlan" is told of."""
    return any(name == full or full.endswith(f" {name}") for full in reading.story.names if " " in full)


def _finite(tree: Tree, i: int) -> bool:
    """Whether a word is a predicate of its own, not a mere participle ("au pied levé")."""
    return bool(tree.children(i, "aux", "cop")) or "VerbForm=Fin" in tree.tokens[i].morph


def _not_this(tree: Tree, bearer: Phrase) -> bool:
    """Whether a bearer is told to be another one, or one of several: "un deuxième suspect"."""
    others = theme("states", tree.lexicon.lang)["others"]
    return any(tree.lemma(c) in others for c in tree.children(bearer.head, "det", "amod", "nummod"))


def _denied(tree: Tree, at: int, frame: Frame | None, words: list[int]) -> bool:
    """Whether a state is said not to be: by its predicate, or by a word right before it ("non armé")."""
    own = frame is not None and (frame.index == at or tree.is_dep(at, "obl", "advmod", "xcomp", "obj"))
    negated = own and frame is not None and frame.negated
    lang = tree.lexicon.lang
    front = range(max(0, min(words) - _NEAR), min(words))
    beside = any(is_negative(tree.tokens[n].text, lang) for n in front if tree.tokens[n].head in words)
    inside = any(is_negative(tree.tokens[n].text, lang) for n in words)
    denying = any(tree.lemma(n) in tree.lexicon.denying | disputes(lang, "rejecting") for n in tree.ancestors(at))
    return (negated or (beside and not own) or denying) and not inside
