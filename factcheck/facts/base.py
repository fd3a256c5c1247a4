"""What all facts share: the reading of a claim, and the scope in which a fact holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

from factcheck.facts.people import BACK, Antecedent, spoken_of
from factcheck.facts.stories import Story, stories
from factcheck.facts.titles import Roles, holder, merged, qualifiers, roles_of
from factcheck.model import Claim, Modality, When
from factcheck.parse.frames import Frame, frames
from factcheck.parse.negation import is_negative
from factcheck.parse.tree import Phrase, Tree
from factcheck.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where, when and how firmly a fact holds: what vetoes look at.

    `names` are entity keys of the fact's clause, `topic` its content concepts; `dates` those of the
    clause, or of the clause above it where it has none; `prior` says that it was so before the time spoken of.
    """

    names: frozenset[str]
    topic: frozenset[str]
    dates: tuple[When, ...]
    modality: Modality
    tense: str
    prior: bool = False


class Fact(Protocol):
    """What pairing and vetoes need of any fact."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def scope(self) -> Scope: ...  # noqa: D102
    @property
    def keys(self) -> tuple[tuple[str, str], ...]: ...  # noqa: D102


# No slots: what is asked of a reading in each of its pairs is worked out once.
@dataclass(frozen=True, kw_only=True, eq=False)
class Reading:
    """A claim with its parse, frames and facts.

    `near` and `near_names` are what its paragraph neighbours speak of, `before` the dates told right before it in its
    paragraph, `earlier` the topics of the claims before it, `last_named` the names of the nearest of those that holds
    any, `spoken_of` the person they are about, `story` what its article speaks of, `roles` what that calls people by,
    `other_roles` what any article does.
    """

    claim: Claim
    tree: Tree
    frames: tuple[Frame, ...]
    topic: frozenset[str]
    names: frozenset[str]
    near: frozenset[str]
    near_names: frozenset[str]
    last_named: frozenset[str] = frozenset()
    before: tuple[When, ...] = ()
    earlier: frozenset[str] = frozenset()
    spoken_of: Antecedent | None = None
    story: Story = field(default_factory=Story)
    roles: Roles = field(default_factory=dict)
    other_roles: Roles = field(default_factory=dict)
    facts: tuple[Any, ...] = ()

    @cached_property
    def by_kind(self) -> Mapping[type, tuple[Any, ...]]:
        """The facts of each type, in order."""
        found: dict[type, tuple[Any, ...]] = {}
        for fact in self.facts:
            found[type(fact)] = (*found.get(type(fact), ()), fact)
        return found

    @cached_property
    def looks_back(self) -> bool:
        """Whether it is told in the pluperfect, as one does of what was before the news."""
        tree = self.tree
        root = tree.root(0) if tree.tokens else None
        if root is None or "VerbForm=Part" not in tree.tokens[root].morph:
            return False
        had = (tree.tokens[i] for i in tree.children(root, "aux") if tree.lemma(i) in ("avoir", "être", "have"))
        return any("Tense=Imp" in token.morph or token.text.lower() == "had" for token in had)

    @cached_property
    def set_back(self) -> tuple[When, ...]:
        """The dates that a claim without its own takes over, where it goes on with what was before the news.

        "En 2018, l'hôpital avait soigné un autre homme. Il avait été empoisonné."
        """
        return self.before if self.looks_back and not self.claim.dates else ()

    @cached_property
    def speakers(self) -> frozenset[str]:
        """By whom the claim is said, but for the article itself, as entity keys are written."""
        return frozenset(fold(speaker.name).lower() for speaker in self.claim.speakers)

    @cached_property
    def folded(self) -> str:
        """The claim's text, folded and in small letters."""
        return fold(self.claim.text).lower()

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The tokens that are words."""
        return tuple(i for i, token in enumerate(self.tree.tokens) if token.pos != "PUNCT")

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The words at `places`, folded."""
        return tuple(self.tree.folded(i) for i in self.places)

    @cached_property
    def holds(self) -> frozenset[type]:
        """The types of what two claims can be compared by: facts, frames, dates."""
        return frozenset({*self.by_kind, *map(type, self.frames), *map(type, self.claim.dates)})

    def with_facts(self, facts: Iterable[Any]) -> Reading:
        """The same reading holding `facts`."""
        return replace(self, facts=tuple(facts))

    def called(self, phrase: Phrase) -> frozenset[str]:
        """The names in a phrase or, where it is a role that one person alone is given, that one's.

        Another article may give it, if it is said of whom or what ("le président du club").
        """
        if phrase.names or not phrase.definite:
            return phrase.names
        of = qualifiers(self.tree, phrase.head)
        return holder(self.roles, phrase.lemma, of) or (
            holder(self.other_roles, phrase.lemma, of) if of else frozenset()
        )

    def slice(self, start: int, end: int) -> str:
        """The claim's own words between two document offsets."""
        return self.claim.text[start - self.claim.start : end - self.claim.start]


def around(claims: Sequence[Claim]) -> list[Reading]:
    """A reading without facts for each claim; what is near comes from the claims next to it in its paragraph."""
    abroad = len({claim.lang for claim in claims}) > 1
    plain = [_plain(claim, abroad) for claim in claims]
    found = []
    roles = roles_of((r.claim.source, r.tree) for r in plain)
    told = stories((r.claim.source, r.names, r.topic) for r in plain)
    shared = merged(roles.values())
    people = spoken_of([(r.claim.source, r.tree, r.frames) for r in plain])
    for i, reading in enumerate(plain):
        beside = _beside(plain, i)
        topic = frozenset[str]().union(*(r.topic for r in beside))
        names = frozenset[str]().union(*(r.names for r in beside))
        before = _before(plain, i)
        found.append(
            replace(
                reading,
                near=topic,
                near_names=names,
                before=_dated_before(plain, i),
                earlier=frozenset[str]().union(*(r.topic for r in before)),
                last_named=next((r.names for r in reversed(before) if r.names), frozenset()),
                spoken_of=people[i],
                story=told[reading.claim.source],
                roles=roles[reading.claim.source],
                other_roles=shared,
            )
        )
    return found


def _before(readings: Sequence[Reading], i: int) -> list[Reading]:
    """The last claims before a claim in its article: they name whom "he" or "the coach" stands for."""
    return [r for r in readings[max(0, i - BACK) : i] if r.claim.source == readings[i].claim.source]


def _plain(claim: Claim, abroad: bool) -> Reading:
    tree = Tree(claim.sentence.tokens, claim.entities, claim.lang, abroad=abroad)
    return Reading(
        claim=claim,
        tree=tree,
        frames=frames(tree),
        topic=tree.content(),
        names=frozenset(e.key for e in claim.entities),
        near=frozenset(),
        near_names=frozenset(),
    )


def _dated_before(readings: Sequence[Reading], i: int) -> tuple[When, ...]:
    """The known dates of the claim right before one in its paragraph."""
    before = readings[i - 1] if i and _side_by_side(readings[i - 1], readings[i]) else None
    return tuple(d for d in before.claim.dates if d.first and d.last) if before else ()


def _beside(readings: Sequence[Reading], i: int) -> list[Reading]:
    """The readings of the previous and next claims, where they stand in the same paragraph."""
    near = (readings[j] for j in (i - 1, i + 1) if 0 <= j < len(readings))
    return [r for r in near if _side_by_side(r, readings[i])]


def _side_by_side(one: Reading, other: Reading) -> bool:
    """Whether two claims stand in one paragraph."""
    places = ((r.claim.source, r.claim.sentence.paragraph) for r in (one, other))
    return next(places) == next(places)


def clause(tree: Tree, i: int) -> list[int]:
    """The tokens of the clause that token `i` stands in, without the other clauses below its predicate."""
    top = i if tree.is_predicate(i) else next((a for a in tree.ancestors(i) if tree.is_predicate(a)), tree.root(i))
    path = {i, *tree.ancestors(i)}
    found, stack = [], [top]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(c for c in tree.children(node) if c in path or not tree.is_predicate(c))
    return sorted({*found, *_fronted(tree, tree.root(i))})


def _fronted(tree: Tree, root: int) -> list[int]:
    """The words of a phrase that opens the sentence and that the parse leaves alone: "À Quimper, deux personnes …"."""
    opens = next((n for n in range(root) if tree.tokens[n].head == n), None)
    if opens is None or not tree.is_nominal(opens) or not tree.children(opens, "case"):
        return []
    return tree.subtree(opens)


def scope_of(reading: Reading, i: int, frame: Frame | None) -> Scope:
    """The scope of a fact at token `i` whose predicate is `frame` (None in verbless claims).

    What something is only compared with is no part of where the fact holds. A participle's clause without a name holds
    where the one above it does.
    """
    tree, claim = reading.tree, reading.claim
    inside = clause(tree, i)
    compared = (tree.subtree(c) for c in inside if tree.is_comparand(c) and c != i)
    own, others = tree.set_against([i])
    aside = others.union(*compared)
    named = tree.names(own) or tree.names(n for n in inside if n not in aside)
    return Scope(
        names=named or _names_above(tree, inside),
        topic=tree.content(inside),
        dates=_dates_above(reading, i, inside),
        modality=frame.modality if frame else claim.modality,
        tense=frame.tense if frame else "present",
        prior=frame is not None and frame.prior,
    )


def _names_above(tree: Tree, inside: list[int]) -> frozenset[str]:
    """The names of the clause above a participle's: "s'est abîmé en Indonésie, entraînant la mort de 12 personnes"."""
    top = next((i for i in inside if tree.tokens[i].head not in inside), None)
    if top is None or not tree.is_dep(top, "advcl", "acl") or "VerbForm=Part" not in tree.tokens[top].morph:
        return frozenset()
    return tree.names(n for n in clause(tree, tree.tokens[top].head) if n not in inside)


def _dates_above(reading: Reading, i: int, inside: list[int]) -> tuple[When, ...]:
    """The dates of the clause of token `i` or, where it has none, of the nearest clause above it.

    "En 2001, l'usine a explosé, faisant 31 morts" dates the dead. Of the dates in clauses beside, a full one may
    set the scene ("l'attentat qui, en 1995, …"), "lundi" does not.
    """
    tree = reading.tree
    dates = [d for d in reading.claim.dates if d.first or d.last or not d.clock]  # an hour alone dates nothing
    above = [clause(tree, n) for n in tree.ancestors(i) if tree.is_predicate(n)]
    for tokens in (inside, *above):
        spans = [(tree.tokens[n].start, tree.tokens[n].end) for n in tokens]
        found = tuple(d for d in dates if any(d.start < end and start < d.end for start, end in spans))
        if found:
            return found
    return tuple(d for d in dates if not d.relative)


def clause_scope(reading: Reading, start: int, end: int) -> Scope:
    """The scope of the clause that stands around two document offsets."""
    at = head_of(reading.tree, tokens_in(reading.tree, start, end)) or 0
    return scope_of(reading, at, governor(reading, at))


def governor(reading: Reading, i: int) -> Frame | None:
    """The frame of the nearest predicate at or above token `i`."""
    by_index = {f.index: f for f in reading.frames}
    return next((by_index[n] for n in (i, *reading.tree.ancestors(i)) if n in by_index), None)


def last_person(reading: Reading) -> frozenset[str]:
    """Whom "he" may stand for in a claim without names: the one full name in the last claim that names any."""
    people = frozenset(name for name in reading.last_named if " " in name)
    return people if len(people) == 1 and not any(" " in name for name in reading.names) else frozenset()


def denied(reading: Reading, i: int) -> bool:
    """Whether a word stands under a denial: "aucune hausse", "n'annonce pas de hausse"."""
    frame = governor(reading, i)
    beside = (reading.tree.tokens[c].text for c in reading.tree.children(i))
    return bool(frame and frame.negated) or any(is_negative(word, reading.claim.lang) for word in beside)


def tokens_in(tree: Tree, start: int, end: int) -> list[int]:
    """Indices of the tokens that lie between two document offsets."""
    return [i for i, t in enumerate(tree.tokens) if start <= t.start and t.end <= end]


def head_of(tree: Tree, indices: Sequence[int]) -> int | None:
    """The token among `indices` that governs the others (the first whose head lies outside)."""
    inside = set(indices)
    return next((i for i in indices if tree.tokens[i].head not in inside or tree.tokens[i].head == i), None)
