"""Identities: what the one thing of its kind is said to be ("la capitale de X est Y", "Arme secrète de X : Y")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, Scope, head_of, scope_of
from factcheck.parse.frames import Frame
from factcheck.parse.tree import Phrase, Tree

_DEMONSTRATIVE = frozenset({"ce", "c'", "cela", "ceci", "it", "that", "this"})


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityFact:
    """`label` is (or, `negated`, is not) `value`. `functional`: the label has one holder at a time by nature."""

    start: int
    end: int
    scope: Scope
    label: Phrase
    value: Phrase
    negated: bool
    functional: bool

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Identities meet over the head of the label."""
        return (("identity", self.label.concept),)


def identities(reading: Reading) -> tuple[IdentityFact, ...]:
    """The identity facts of a claim."""
    found = (*_copular(reading), *_headed(reading), *_apposed(reading))
    return tuple(fact for fact in found if not _names_nothing(reading, fact.value))


def singles_out(tree: Tree, label: Phrase) -> bool:
    """Whether a label names one thing: a function ("capitale"), or a qualified noun with an owner.

    "l'arme secrète de la Chine" does; "le modèle" and "les dirigeants de la Chine" do not.
    """
    if label.lemma in tree.lexicon.functions:
        return bool(label.names)
    plural = "Number=Plur" in tree.tokens[label.head].morph
    qualified = label.lemmas - label.names
    return not plural and bool(label.names) and bool(qualified) and label.head not in tree.entity_of


def _copular(reading: Reading) -> Iterator[IdentityFact]:
    """ "La capitale de X est Y", "Y est la capitale de X", and "Ce n'est pas A. C'est B" through its antecedent."""
    tree = reading.tree
    antecedent: Phrase | None = None
    for frame in reading.frames:
        if not frame.copular or frame.subject is None or not tree.is_nominal(frame.index) or _besides(tree, frame):
            continue
        subject, value = frame.subject, tree.phrase(frame.index)
        resolved = subject.lemma in _DEMONSTRATIVE and antecedent is not None
        label = antecedent if resolved and antecedent is not None else subject
        if label.definite and singles_out(tree, label) and not indefinite(tree, frame.index):
            antecedent = label
            yield _fact(reading, frame, label, value)
        elif value.definite and value.lemma in tree.lexicon.functions and value.names and subject.names:
            yield _fact(reading, frame, value, subject)


def _besides(tree: Tree, frame: Frame) -> bool:
    """Whether a frame tells one thing of several that its subject is: "il est aussi maire de Brest"."""
    return any(tree.folded(c).lower() in tree.lexicon.besides for c in tree.children(frame.index, "advmod"))


def indefinite(tree: Tree, i: int) -> bool:
    """Whether a predicate noun has "un" or "a": it says what kind of thing the label is, not which."""
    return any(tree.lemma(c) in ("un", "a", "an", "des") for c in tree.children(i, "det"))


def says_kind(reading: Reading, frame: Frame) -> bool:
    """Whether a frame says what kind of thing its subject is ("is a film")."""
    return frame.copular and frame.subject is not None and indefinite(reading.tree, frame.index)


def _headed(reading: Reading) -> Iterator[IdentityFact]:
    """A label, a colon, a value, without a verb: "Capitale du pays : Y"."""
    tree = reading.tree
    colon = next((i for i, t in enumerate(tree.tokens) if t.text == ":"), None)
    if not colon or colon + 1 >= len(tree.tokens):
        return
    left, right = list(range(colon)), list(range(colon + 1, len(tree.tokens)))
    verbal = [i for i in left if tree.tokens[i].pos in ("VERB", "AUX")]
    finite = [i for i in right if "VerbForm=Fin" in tree.tokens[i].morph]
    if verbal or finite or not _owned(tree, left):
        return
    head, value = head_of(tree, left), head_of(tree, [i for i in right if tree.has_content(i)])
    if head is None or value is None or not tree.is_nominal(head):
        return
    label = _within(tree, head, left)
    if singles_out(tree, label):
        words = [i for i in right if tree.tokens[i].pos != "PUNCT"]
        start, end = tree.text(words)
        yield _fact(reading, None, label, replace(_within(tree, value, right), start=start, end=end))


def _owned(tree: Tree, indices: list[int]) -> bool:
    """Whether a label names its owner by "de" or a genitive: "Kerlan ferry crash" is a topic, not a label."""
    return any(tree.is_dep(i, "nmod") and i in tree.entity_of and tree.children(i, "case") for i in indices)


def _within(tree: Tree, head: int, indices: list[int]) -> Phrase:
    """The phrase of `head` kept to the tokens at `indices`."""
    inside = [i for i in tree.subtree(head) if i in indices] or [head]
    start, end = tree.text(inside)
    kept = frozenset(tree.concept(i) for i in inside if i != head and tree.has_content(i))
    return replace(tree.phrase(head), start=start, end=end, lemmas=kept, names=tree.names(inside))


def _apposed(reading: Reading) -> Iterator[IdentityFact]:
    """ "Y, capitale de X," and "la capitale de X, Y"."""
    tree = reading.tree
    for i in range(len(tree.tokens)):
        head = tree.tokens[i].head
        if not tree.is_dep(i, "appos") or head == i or tree.tokens[i - 1].text == "(":
            continue  # "le président (ABC) du groupe": a party
        for label, value in ((i, head), (head, i)):
            if tree.lemma(label) in tree.lexicon.functions and value in tree.entity_of:
                phrase = _without(tree, label, value)
                if phrase.names:
                    yield _fact(reading, None, phrase, _without(tree, value, label))


def _without(tree: Tree, head: int, other: int) -> Phrase:
    """The phrase of `head` without the branch at `other`."""
    branch = set(tree.subtree(other)) if other != tree.tokens[head].head else {other}
    return _within(tree, head, [i for i in tree.subtree(head) if i not in branch])


def _names_nothing(reading: Reading, value: Phrase) -> bool:
    """Whether a value is a mere pronoun ("who the author is")."""
    return reading.tree.tokens[value.head].pos == "PRON"


def _fact(reading: Reading, frame: Frame | None, label: Phrase, value: Phrase) -> IdentityFact:
    return IdentityFact(
        start=min(label.start, value.start),
        end=max(label.end, value.end),
        scope=scope_of(reading, frame.index if frame else label.head, frame),
        label=label,
        value=value,
        negated=bool(frame and frame.negated),
        functional=label.lemma in reading.tree.lexicon.functions,
    )
