"""Accounts: what an event is put down to, and how sure somebody is of it.

"L'incendie a été provoqué par un court-circuit", "la piste criminelle est écartée", "a conclu à un empoisonnement":
each puts something down to a cause of a known class, from excluded to held for certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from factcheck.facts.base import Reading, Scope, governor, scope_of
from factcheck.facts.causes import below, cause_at, causes, classes, quality, things
from factcheck.facts.signs import stem
from factcheck.model import Modality
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase, Tree

# How far from a word of belief ("probable", "hypothèse") the event may stand that it is about, in words.
_REACH = 4


# What is told, or foretold, as a fact.
_FIRM = frozenset({Modality.ASSERTED, Modality.PLANNED})


class Level(IntEnum):
    """How sure somebody is of an account."""

    EXCLUDED = 0
    POSSIBLE = 1
    LIKELY = 2
    HELD = 3


# What is done to a hypothesis, and how sure one is of it then.
_TREATED = {"excluding": Level.EXCLUDED, "favouring": Level.LIKELY, "holding": Level.HELD}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFact:
    """An event (`effect`, None where the claim leaves it out) is put down to a cause of some `classes`.

    `of` are the referents that an effect left out may be, where it is not open.
    `words` are stems of the cause, `level` how sure one is, `side` stems of who is.
    """

    start: int
    end: int
    scope: Scope
    effect: Phrase | None
    classes: frozenset[str]
    words: frozenset[str]
    level: Level
    side: frozenset[str]
    of: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Accounts meet over the effect and the classes of causes; those that are held, with all that are.

        Pairing asks for no more than so many holders, so that keys for all are no burden.
        """
        about = [("account", self.effect.concept)] if self.effect else []
        held = [("account", ""), ("cause", "any")] if self.level is not Level.POSSIBLE else []
        return (*about, *held, *(("cause", name) for name in sorted(self.classes)))


def accounts(reading: Reading) -> tuple[AccountFact, ...]:
    """The accounts that a claim gives, the first of each class."""
    found: dict[frozenset[str], AccountFact] = {}
    told = (*_caused(reading), *_qualified(reading), *_believed(reading), *_concluded(reading), *_died(reading))
    for fact in told:
        if fact.classes:
            found.setdefault(fact.classes, fact)
    return tuple(found.values())


def _caused(reading: Reading) -> Iterator[AccountFact]:
    """ "X a provoqué Y", "Y est dû à X", "Y a été reporté à cause de X", "le conducteur s'est endormi"."""
    for cause in causes(reading):
        fact = _fact(reading, cause.at, cause.cause, cause.effect, _level(reading, cause.at))
        yield replace(fact, classes=cause.classes or fact.classes, of=cause.of)


def _qualified(reading: Reading) -> Iterator[AccountFact]:
    """ "L'incendie est d'origine criminelle", "le tir était accidentel"."""
    tree = reading.tree
    origin = disputes(tree.lexicon.lang, "origin")
    for i in range(len(tree.tokens)):
        if not tree.children(i, "cop"):
            continue
        told = tree.lemma(i) in origin or (quality(tree, i) and tree.lemma(i) in classes(tree.lexicon.lang))
        subjects = tree.children(i, "nsubj", "nsubj:pass") or _noun_above_nmod(tree, i)
        if told and subjects:
            yield _fact(reading, i, i, tree.phrase(subjects[0]), _level(reading, i))


def _noun_above_nmod(tree: Tree, i: int) -> list[int]:
    """The noun that a predicate was taken for a part of ("l'incendie … est d'origine …")."""
    head = tree.tokens[i].head
    return [head] if head < i and tree.is_dep(i, "nmod") and tree.is_nominal(head) else []


def _believed(reading: Reading) -> Iterator[AccountFact]:
    """ "La piste criminelle est écartée", "privilégie l'hypothèse d'un attentat", "juge probable un attentat"."""
    tree = reading.tree
    lists = {key: disputes(tree.lexicon.lang, key) for key in ("hypotheses", "likely", "possible", "suffering")}
    for i in range(len(tree.tokens)):
        lemma = tree.lemma(i)
        if lemma in lists["hypotheses"]:
            subjects = tree.children(i, "nsubj") if tree.children(i, "cop") else []
            yield _fact(reading, i, subjects[0] if subjects else i, None, _treated(reading, i))
        elif lemma in lists["likely"] | lists["possible"]:
            level = Level.LIKELY if lemma in lists["likely"] and not _one_of_many(tree, i) else Level.POSSIBLE
            near = [n for n in _around(tree, i) if tree.tokens[n].pos in ("NOUN", "VERB")]
            yield from (_fact(reading, n, n, None, level) for n in near if cause_at(tree, n) - things())
        elif lemma in lists["suffering"]:
            yield _fact(reading, i, i, None, _level(reading, i))


def _concluded(reading: Reading) -> Iterator[AccountFact]:
    """ "A conclu à un empoisonnement", "l'empoisonnement est un fait", "confirme la piste criminelle"."""
    tree = reading.tree
    holding = disputes(tree.lexicon.lang, "holding")
    for frame in reading.frames:
        if frame.lemma in holding and not frame.negated:
            told = (p for _, p in frame.slots if p.case != "selon" and p is not frame.subject)
            for phrase in (p for p in told if not cause_at(tree, p.head) & things()):
                yield _fact(reading, frame.index, phrase.head, None, _level(reading, frame.index))


def _died(reading: Reading) -> Iterator[AccountFact]:
    """ "Est mort d'un cancer", "a succombé à un infarctus", "est décédée des suites d'un AVC"."""
    tree = reading.tree
    dying, of = (disputes(tree.lexicon.lang, key) for key in ("dying", "dying_of"))
    for frame in reading.frames:
        if frame.lemma in dying and frame.stated and not frame.negated:
            causes = (p for p in frame.obliques if p.case in of and cause_at(tree, p.head))
            for cause in causes:
                yield _fact(reading, frame.index, cause.head, frame.subject, _level(reading, frame.index))


def _around(tree: Tree, i: int) -> range:
    return range(max(0, i - _REACH), min(len(tree.tokens), i + _REACH + 1))


def _treated(reading: Reading, i: int) -> Level:
    """How sure one is of the hypothesis at token `i`, by the verb above it; "n'est plus une hypothèse" holds it."""
    tree, lang = reading.tree, reading.tree.lexicon.lang
    denied = {f.index for f in reading.frames if f.negated}
    if i in denied and tree.children(i, "cop"):
        return Level.HELD
    for n in (i, *tree.children(i), *tree.ancestors(i)):
        if n in denied and any(tree.lemma(c) in disputes(lang, "doubts") for c in tree.children(n)):
            return Level.HELD  # "l'origine criminelle ne fait aucun doute"
        for key, level in _TREATED.items():
            if tree.lemma(n) in disputes(lang, key):
                return Level.POSSIBLE if n in denied or _supposed(tree, n) else level
    return Level.POSSIBLE


def _supposed(tree: Tree, i: int) -> bool:
    """Whether a verb tells of what may be done ("trop tôt pour confirmer"), not of what is."""
    bare = "VerbForm=Inf" in tree.tokens[i].morph and bool(tree.children(i, "mark", "case"))
    return bare and not tree.children(i, "aux")


def _level(reading: Reading, i: int) -> Level:
    """How sure one is of what is told at token `i`: by its predicate and by those above it ("juge probable que …")."""
    tree, lang = reading.tree, reading.tree.lexicon.lang
    frame = governor(reading, i)
    if frame is None:
        return Level.HELD
    if frame.negated:
        return Level.EXCLUDED
    above = list(tree.ancestors(frame.index))
    if any(tree.lemma(n) in disputes(lang, "excluding") and not _denied(reading, n) for n in _governing(tree, i)):
        return Level.EXCLUDED
    beside = (c for n in above for c in tree.children(n))
    near = (*_around(tree, i), *_around(tree, frame.index), *above, *beside, *_introducing(tree, i))
    hedges = {tree.lemma(n) for n in near}
    unsure = any(f.negated for f in reading.frames if f.index in above) or _supposed(tree, frame.index)
    hearsay = frame.modality is Modality.CONDITIONAL and not frame.able  # "serait dû à", not "pourrait être dû à"
    if unsure or hedges & disputes(lang, "possible") or not (hearsay or frame.modality in _FIRM):
        return Level.POSSIBLE
    if not (hearsay or hedges & disputes(lang, "likely")):
        return Level.HELD
    return Level.POSSIBLE if any(_one_of_many(tree, n) for n in near) else Level.LIKELY


def _governing(tree: Tree, i: int) -> Iterator[int]:
    """What a word hangs from, up to a verb that stands beside another: "abandonnée et incendiée"."""
    while tree.tokens[i].head != i and not (tree.tokens[i].pos == "VERB" and tree.is_dep(i, "conj")):
        i = tree.tokens[i].head
        yield i


def _one_of_many(tree: Tree, i: int) -> bool:
    """Whether a word of belief says little: "peu probable", "toutes les hypothèses sont crédibles"."""
    lang = tree.lexicon.lang
    likely, hypotheses = disputes(lang, "likely"), disputes(lang, "hypotheses")
    if tree.lemma(i) not in likely:
        return False
    nouns = [n for n in _around(tree, i) if tree.lemma(n) in hypotheses]
    many = tree.lexicon.every | tree.lexicon.several
    return bool({tree.lemma(n) for n in range(max(0, i - 1), i)} & disputes(lang, "hardly")) or any(
        tree.lemma(c) in many for n in nouns for c in tree.children(n)
    )


def _denied(reading: Reading, i: int) -> bool:
    """Whether the predicate at token `i` is denied."""
    return any(f.index == i and f.negated for f in reading.frames)


def _introducing(tree: Tree, i: int) -> list[int]:
    """The words that stand before a "que" in front of token `i`: what is told behind it is told so."""
    clauses = [
        n for n in range(i) if tree.tokens[n].pos == "SCONJ" and tree.folded(n).lower() in ("que", "qu'", "that")
    ]
    return [n for at in clauses for n in range(max(0, at - 2), at)]


def _fact(reading: Reading, at: int, cause: int, effect: Phrase | None, level: Level) -> AccountFact:
    tree = reading.tree
    frame = governor(reading, at)
    start, end = tree.text(sorted({at, cause}))
    return AccountFact(
        start=start,
        end=end,
        scope=scope_of(reading, at, frame),
        effect=effect,
        classes=cause_at(tree, cause),
        words=frozenset(_word(tree, n) for n in (cause, *below(tree, cause)) if tree.has_content(n)),
        level=level,
        side=_side(reading, at, frame),
    )


def _word(tree: Tree, i: int) -> str:
    """The stem of a word, or one for all that say whether something was done on purpose."""
    return "purpose" if tree.lemma(i) in disputes(tree.lexicon.lang, "purpose") else stem(tree, i)


def _side(reading: Reading, at: int, frame: Frame | None) -> frozenset[str]:
    """Stems of those who hold an account: the speakers, the first subject before it, that of the verb of holding."""
    tree = reading.tree
    spans = [(speaker.start, speaker.end) for speaker in reading.claim.speakers]
    first = next((i for i in range(at) if tree.is_dep(i, "nsubj")), None)
    holders = [tree.phrase(first)] if first is not None else []
    believing = disputes(tree.lexicon.lang, "holding") | disputes(tree.lexicon.lang, "favouring")
    if frame and frame.subject and frame.lemma in believing:
        holders.append(frame.subject)
    spans += [(phrase.start, phrase.end) for phrase in holders]
    inside = (i for i, t in enumerate(tree.tokens) if any(s <= t.start and t.end <= e for s, e in spans))
    return frozenset(stem(tree, i) for i in inside if tree.has_content(i))
