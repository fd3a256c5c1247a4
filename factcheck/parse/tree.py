"""Walking a parsed sentence: children, subtrees, phrases, and what negates or governs what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from factcheck.model import Entity, Token
from factcheck.parse.lexicon import Lexicon, lexicon
from factcheck.text import folded

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "X"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
# What hangs below a noun without belonging to its phrase: other clauses, remarks, punctuation, and what a
# noun that is a predicate governs.
_OUTSIDE = frozenset(
    {"punct", "cc", "conj", "acl:relcl", "parataxis", "advcl", "mark", "case", "cop"}
    | {"nsubj", "nsubj:pass", "csubj", "expl:subj", "aux:tense", "obl:mod"}
)


# What stands behind a name that is set beside a noun.
_CLOSING = frozenset({",", ".", "(", ")", ";"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun with what modifies it. `start`/`end` are document offsets of its words.

    `head` indexes its token; `concept` is the head's shared id, `referent` that of the nouns by which one story calls
    one thing, if it is such a noun; `lemmas` are the content lemmas below
    the head (the head's own not among them); `names` are keys of the entities inside; `case` is the
    preposition in front of it, `definite` whether it is "the" one. `own` are those of `names` that it bears: it is the
    name, or the name stands beside it ("la ministre Anne Kerlan", "la ministre, Anne Kerlan, …").
    """

    head: int
    start: int
    end: int
    lemma: str
    concept: str
    referent: str | None
    lemmas: frozenset[str]
    names: frozenset[str]
    case: str | None
    definite: bool
    own: frozenset[str] = frozenset()


@cache
def _covering(dep: str) -> frozenset[str]:
    """A relation and those it is a subtype of; the parsers know some sixty.

    >>> sorted(_covering("obl:arg"))
    ['obl', 'obl:arg']
    """
    parts = dep.split(":")
    return frozenset(":".join(parts[:n]) for n in range(1, len(parts) + 1))


class Tree:
    """A parsed sentence with its entities. Indices are those of `tokens`; offsets are the document's."""

    def __init__(self, tokens: Sequence[Token], entities: Iterable[Entity], lang: str, *, abroad: bool = False) -> None:
        """Index children and the entity each token belongs to.

        `abroad`: the sentence may meet one in another language, so that its nouns stand for ids that both share.
        """
        self.abroad = abroad
        self.tokens = tuple(tokens)
        self.entities = tuple(entities)
        self.lexicon: Lexicon = lexicon(lang)
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self._children[token.head].append(i)
        self._relations = [_covering(token.dep) for token in self.tokens]
        self._lemmas = [token.lemma.lower() for token in self.tokens]

    @cached_property
    def entity_of(self) -> dict[int, Entity]:
        """Token index -> the entity it is part of."""
        return {
            i: entity
            for entity in self.entities
            for i, token in enumerate(self.tokens)
            if entity.start <= token.start and token.end <= entity.end
        }

    def lemma(self, i: int) -> str:
        """The lemma of token `i`, lower-cased."""
        return self._lemmas[i]

    def children(self, i: int, *deps: str) -> list[int]:
        """Direct dependents of `i`; with `deps`, those whose relation is one of them or a subtype of one."""
        if not deps:
            return self._children[i]
        return [c for c in self._children[i] if not self._relations[c].isdisjoint(deps)]

    def is_dep(self, i: int, *deps: str) -> bool:
        """Whether token `i` has one of the relations, or a subtype (`obl` covers `obl:arg`)."""
        return not self._relations[i].isdisjoint(deps)

    def subtree(self, i: int, *, outside: frozenset[str] = frozenset()) -> list[int]:
        """Token `i` and all below it, in order; branches whose relation is in `outside` are left out."""
        found, stack = [], [i]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(c for c in self._children[node] if self.tokens[c].dep not in outside)
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above token `i`, nearest first."""
        seen = {i}
        while (head := self.tokens[i].head) not in seen:
            yield head
            seen.add(head)
            i = head

    def root(self, i: int) -> int:
        """The root above token `i`."""
        return next(reversed([i, *self.ancestors(i)]))

    def text(self, indices: Sequence[int]) -> tuple[int, int]:
        """Document offsets from the first to the last of `indices`."""
        return self.tokens[min(indices)].start, self.tokens[max(indices)].end

    def is_nominal(self, i: int) -> bool:
        """Whether token `i` can head a noun phrase."""
        return self.tokens[i].pos in _NOMINAL or i in self.entity_of

    def is_predicate(self, i: int) -> bool:
        """Whether token `i` is a full verb, or what a copula links."""
        return self.tokens[i].pos == "VERB" or bool(self.children(i, "cop"))

    def is_pronoun(self, phrase: Phrase) -> bool:
        """Whether a phrase says nothing of whom or what it is of: "identified her as a lawyer"."""
        return self.tokens[phrase.head].pos == "PRON"

    def phrase(self, i: int) -> Phrase:
        """The noun phrase headed by token `i`."""
        inside = self.subtree(i, outside=_OUTSIDE)
        start, end = self.text(inside)
        case = next((self.lemma(c) for c in self.children(i, "case")), None)
        determiners = {self.lemma(c) for c in self.children(i, "det")}
        own = self.borne(i)
        return Phrase(
            head=i,
            start=start,
            end=end,
            lemma=self.lemma(i),
            concept=self.concept(i),
            referent=self.lexicon.referents.get(self.lemma(i)),
            lemmas=frozenset(self.concept(n) for n in inside if n != i and self.has_content(n)),
            names=self.names(inside) | own,
            case=case,
            definite=bool(determiners & {"le", "the"}),
            own=own,
        )

    def borne(self, i: int) -> frozenset[str]:
        """The names that noun `i` bears: itself, set beside it, or between commas behind it."""
        beside = [c for c in self.children(i, "appos", "flat", "nmod") if not self.children(c, "case")]
        between = self.apposed(i)
        return self.names([i, *beside]) | ({between} if between else frozenset())

    def apposed(self, i: int) -> str | None:
        """The name behind a noun for a person: "Le chanteur Elio", "La ministre des Transports, Anne Kerlan, a signé".

        The parse often takes it for a second subject.
        """
        if self.lemma(i) not in self.lexicon.people or "Number=Plur" in self.tokens[i].morph:
            return None
        behind = next((n for n in range(i + 1, len(self.tokens)) if not self._goes_on(i, n)), len(self.tokens))
        comma = behind < len(self.tokens) and self.tokens[behind].text == ","
        at = behind + comma
        name = self.entity_of.get(at)
        if name is None or name.start != self.tokens[at].start:
            return None
        closing = next((t.text for t in self.tokens[at:] if t.start >= name.end), ".")
        return name.key if not comma or closing in _CLOSING else None

    def _goes_on(self, i: int, n: int) -> bool:
        """Whether token `n` still belongs to the phrase of noun `i` that it stands behind."""
        return self.tokens[n].pos not in ("PUNCT", "VERB", "AUX") and i in self.ancestors(n)

    def antecedent(self, i: int) -> int:
        """The noun that a relative pronoun stands for ("le corps que des joggeurs …"), else the token itself."""
        verb = self.tokens[i].head
        relative = self.tokens[i].pos in ("PRON", "SCONJ") and self.is_dep(verb, "acl:relcl")
        return self.tokens[verb].head if relative else i

    def concept(self, i: int) -> str:
        """What token `i` stands for: its entity's key, or its lemma's shared id."""
        entity = self.entity_of.get(i)
        headword = self.abroad and self.tokens[i].pos == "NOUN"
        return entity.key if entity else self.lexicon.concept(self.lemma(i), headword=headword)

    def has_content(self, i: int) -> bool:
        """Whether token `i` says something of its own: a name, noun, verb or adjective that is not empty."""
        if i in self.entity_of:
            return True
        token = self.tokens[i]
        return token.pos in CONTENT and self._lemmas[i] not in self.lexicon.empty and len(token.text) > 1

    def is_comparand(self, i: int) -> bool:
        """Whether token `i` is what something is compared with: "plus que les autres", "more than the others"."""
        marks = {self.folded(c) for c in self.children(i, "case", "mark")}
        return self.is_nominal(i) and bool(marks & {"que", "qu'", "than"})

    @cached_property
    def rival_figures(self) -> tuple[frozenset[int], ...]:
        """The phrases of figures set against another, each with whose it is, wherever the parse hangs that.

        "66 % des voix, contre 33 % pour Dubois".
        """
        return tuple(self._with_owner(i) for i in range(len(self.tokens)) if self._is_rival_figure(i))

    def set_against(self, words: Iterable[int]) -> tuple[frozenset[int], frozenset[int]]:
        """The phrase of `words` where it is a figure set against another (empty: it is not), and those of others."""
        groups, chosen = self.rival_figures, frozenset(words)
        own = frozenset[int]().union(*(group for group in groups if group & chosen))
        return own, frozenset[int]().union(*groups) - own

    def _is_rival_figure(self, i: int) -> bool:
        against = {self.folded(c) for c in self.children(i, "case")} & self.lexicon.against
        return bool(against) and (self.tokens[i].pos == "NUM" or bool(self.children(i, "nummod")))

    def _with_owner(self, i: int) -> frozenset[int]:
        """A figure's phrase and the one right behind it that hangs on the same word: "33 %" and "pour Dubois"."""
        inside = self.subtree(i)
        beside = (self.subtree(c) for c in self.children(self.tokens[i].head, "nmod", "obl") if c != i)
        owner = next((words for words in beside if min(words) == max(inside) + 1), [])
        return frozenset({*inside, *owner})

    def names(self, indices: Iterable[int]) -> frozenset[str]:
        """Keys of the entities among `indices`."""
        return frozenset(self.entity_of[i].key for i in indices if i in self.entity_of)

    def content(self, indices: Iterable[int] | None = None) -> frozenset[str]:
        """The concepts that the tokens at `indices` (all, if None) speak of."""
        chosen = range(len(self.tokens)) if indices is None else indices
        return frozenset(self.concept(i) for i in chosen if self.has_content(i))

    def folded(self, i: int) -> str:
        """The word at `i`, folded and lower-cased."""
        return folded(self.tokens[i].text)
