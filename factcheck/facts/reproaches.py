"""Reproaches: who is blamed, and who turns a reproach down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.base import Reading, Scope, scope_of
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Phrase, Tree

# How many words behind its verb the noun of a reproach may stand, where the parse hangs it elsewhere.
_REACH = 6
# Words of names this short ("de", "van") say nothing of whom they name.
_SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReproachFact:
    """Somebody (`accused`, entity keys) is blamed or, `rejected`, turns it down; `act` are concepts of what it is for.

    Where who rejects a reproach does not say which, it is the one that the claims before make, if they make any.
    """

    start: int
    end: int
    scope: Scope
    rejected: bool
    accused: frozenset[str]
    act: frozenset[str]

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Reproaches meet over the words of the names of those accused and, as a role may stand there, with all others.

        Pairing asks for a word besides and for no more than so many holders, so that one key for all is no burden.
        """
        words = {word for name in self.accused for word in name.split() if len(word) > _SHORT}
        return (("reproaches", ""), *(("accused", word) for word in sorted(words)))


def reproaches(reading: Reading) -> tuple[ReproachFact, ...]:
    """The reproaches that a claim makes or turns down."""
    return tuple(fact for fact in (*_made(reading), *_rejected(reading)) if fact.accused)


def _made(reading: Reading) -> Iterator[ReproachFact]:
    """ "accuse X de …", "X est responsable de …", "seul X a pu …"."""
    tree = reading.tree
    accusing = disputes(tree.lexicon.lang, "accusing")
    for frame in reading.frames:
        if frame.negated:
            continue
        if frame.lemma in accusing:
            yield _fact(reading, frame, _object_names(reading, frame), _below(reading, frame))
        elif frame.subject and (_answers(reading, frame) or _alone(tree, frame)):
            yield _fact(reading, frame, reading.called(frame.subject), _below(reading, frame))


def _answers(reading: Reading, frame: Frame) -> bool:
    """Whether somebody is said to be responsible, or guilty, of something."""
    guilty = disputes(reading.tree.lexicon.lang, "guilty")
    return frame.copular and frame.lemma in guilty and bool(_of(reading, frame.index))


def _alone(tree: Tree, frame: Frame) -> bool:
    """Whether nobody else can have done it: "seul X a pu", "only X could have"."""
    if not frame.able or frame.subject is None:
        return False
    alone = disputes(tree.lexicon.lang, "alone")
    beside = (frame.subject.head - 1, *tree.children(frame.subject.head))
    return any(i >= 0 and tree.lemma(i) in alone for i in beside)


def _object_names(reading: Reading, frame: Frame) -> frozenset[str]:
    """Whom the verb of a reproach governs: what stands between it and the next verb, or its grammatical subject."""
    tree = reading.tree
    if tree.children(frame.index, "aux:pass") or frame.object is None:
        return reading.called(frame.object) if frame.object else frozenset()
    if frame.object.head < frame.index:
        return frozenset()  # "que X accuse": of whom, stands elsewhere
    verbs = (i for i in range(frame.index + 1, len(tree.tokens)) if tree.tokens[i].pos in ("VERB", "AUX"))
    between = range(frame.index + 1, next(verbs, len(tree.tokens)))
    named = tree.names(i for i in between if i in tree.subtree(frame.index))
    first = next((i for i in between if tree.lemma(i) == "of"), None)
    if first is not None:
        named = tree.names(range(frame.index + 1, first))
    return named or reading.called(frame.object)


def _rejected(reading: Reading) -> Iterator[ReproachFact]:
    """ "X rejette les accusations", "nie toute responsabilité", "dément les accusations visant X"."""
    tree = reading.tree
    rejecting, nouns = disputes(tree.lexicon.lang, "rejecting"), disputes(tree.lexicon.lang, "reproaches")
    for frame in reading.frames:
        passing_on = any(tree.tokens[c].dep.startswith("expl") for c in tree.children(frame.index))
        if frame.lemma not in rejecting or frame.negated or passing_on:
            continue
        behind = range(frame.index + 1, min(len(tree.tokens), frame.index + 1 + _REACH))
        found = [i for i in behind if tree.lemma(i) in nouns]
        if frame.object and frame.object.lemma in nouns:
            found = [frame.object.head]
        if found:
            accused = _aimed_at(reading, found[0]) or _defendants(reading, frame.subject)
            act = _of(reading, found[0]) or _made_before(reading)
            yield _fact(reading, frame, accused, act)


def _aimed_at(reading: Reading, noun: int) -> frozenset[str]:
    """Whom a reproach is aimed at ("visant X", "contre X"), if it says so."""
    tree = reading.tree
    against = disputes(tree.lexicon.lang, "against")
    for i in range(noun + 1, min(len(tree.tokens), noun + _REACH)):
        if tree.folded(i).lower() in against or tree.lemma(i) in against:
            behind = [n for n in range(i + 1, min(len(tree.tokens), i + _REACH)) if tree.is_nominal(n)]
            return reading.called(tree.phrase(behind[0])) if behind else frozenset()
    return frozenset()


def _defendants(reading: Reading, subject: Phrase | None) -> frozenset[str]:
    """Who turns a reproach down: the subject or, where that names nobody, those whom the claim or those before name."""
    named = reading.called(subject) if subject else frozenset[str]()
    return named or reading.names or reading.last_named


def _made_before(reading: Reading) -> frozenset[str]:
    """What a claim and those before speak of where they blame somebody; nothing where they do not."""
    spoken = reading.earlier | reading.topic
    blame = _blame(reading.tree.lexicon.lang)
    return spoken - blame if spoken & disputes(reading.tree.lexicon.lang, "accusing") else frozenset()


def _blame(lang: str) -> frozenset[str]:
    """The words of blaming themselves, which say nothing of what for."""
    return disputes(lang, "accusing") | disputes(lang, "reproaches") | disputes(lang, "rejecting")


def _of(reading: Reading, noun: int) -> frozenset[str]:
    """What a reproach is said to be about, without the names of those who make it or whom it is aimed at."""
    tree = reading.tree
    against = disputes(tree.lexicon.lang, "against")
    governed = [(c, tree.phrase(c)) for c in tree.children(noun, "nmod", "obl") if c > noun]
    about = [c for c, p in governed if p.case not in against and not (p.definite and p.case in ("de", "of", "by"))]
    inside = (i for c in about if tree.lemma(c) not in against for i in tree.subtree(c))
    return tree.content(i for i in inside if i not in tree.entity_of)


def _below(reading: Reading, frame: Frame) -> frozenset[str]:
    """What somebody is blamed for: what the verb governs behind it, but for names and the words of blaming."""
    tree = reading.tree
    governed = [c for c in tree.children(frame.index, "xcomp", "ccomp", "obl", "obj", "advcl") if c > frame.index]
    inside = {i for c in (*governed, frame.index) for i in (tree.subtree(c) if c != frame.index else [c])}
    return tree.content(i for i in inside if i not in tree.entity_of) - _blame(tree.lexicon.lang)


def _fact(reading: Reading, frame: Frame, accused: frozenset[str], act: frozenset[str]) -> ReproachFact:
    return ReproachFact(
        start=frame.start,
        end=frame.end,
        scope=scope_of(reading, frame.index, frame),
        rejected=frame.lemma in disputes(reading.tree.lexicon.lang, "rejecting"),
        accused=accused,
        act=act,
    )
