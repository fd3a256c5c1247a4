"""Clauses that the French parser takes apart, put together again: finite verbs that lost their subject.

A noun with a participle, an apposition or a relative clause behind it is often parsed as a sentence of its own, and the
verb it is the subject of as something hung on that: "Un TGV reliant Brest à Paris a déraillé", "L'accident, survenu
mardi, a fait six morts", "Cinq agents ont été tués et deux passants ont été blessés". Of 1,344 sentences of news some
60 were parsed so, leads most of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lang import theme
from factcheck.model import Token

# What the noun that a verb lost is taken for: the sentence, or what stands beside or in another phrase.
_STRAY = frozenset({"root", "conj", "appos", "nmod", "dep", "dislocated"})
# What the verb is taken for; one that is only joined to another shares its subject.
_HUNG = frozenset({"root", "advcl", "acl", "acl:relcl", "ccomp", "dep", "amod", "nmod", "parataxis"})
_DETERMINED = frozenset({"det", "nummod"})
# Before a verb its pronouns, negation, adverbs and auxiliaries may stand.
_GROUP = frozenset({"PRON", "ADV", "AUX", "PART"})
_OPENING = frozenset({"où", "qui", "que", "qu'", "qu’"})
# Behind these another sentence begins.
_STOPS = frozenset(':;«»“”"')


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a French sentence, every finite verb that can be given its subject back with it."""
    sentence = _Sentence(tuple(tokens))
    for verb, token in enumerate(tokens):
        if token.pos == "VERB" and token.dep in _HUNG and _lost(sentence, verb):
            tied = next(filter(_is_tree, _tied(sentence, verb)), None)
            sentence = _Sentence(tied) if tied else sentence
    return sentence.tokens


class _Sentence:
    """The words of a sentence with what hangs on each."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        """Index the words by their heads."""
        self.tokens = tokens
        self.below: list[list[int]] = [[] for _ in tokens]
        for i, token in enumerate(tokens):
            if token.head != i:
                self.below[token.head].append(i)

    def deps(self, i: int) -> set[str]:
        """The relations in which words hang on one."""
        return {self.tokens[c].dep for c in self.below[i]}

    def under(self, i: int) -> set[int]:
        """A word and all that hangs on it."""
        found, open_ones = {i}, [i]
        while open_ones:
            more = [c for c in self.below[open_ones.pop()] if c not in found]
            found.update(more)
            open_ones += more
        return found

    def is_finite(self, verb: int) -> bool:
        """Whether a verb or one of its auxiliaries is finite."""
        held = (verb, *(c for c in self.below[verb] if self.tokens[c].dep.startswith("aux")))
        return any("VerbForm=Fin" in self.tokens[i].morph for i in held)

    def start(self, verb: int) -> int:
        """Where a verb begins with its auxiliaries, pronouns, adverbs and negation."""
        start = verb
        while start and self._leads(start - 1, range(start, verb + 1)):
            start -= 1
        return start

    def _leads(self, i: int, group: range) -> bool:
        token = self.tokens[i]
        return token.pos in _GROUP and token.head in group and token.text.lower() not in _OPENING


def _lost(sentence: _Sentence, verb: int) -> bool:
    """Whether a verb is finite and has no subject; who says something may stand behind the verb."""
    if not sentence.is_finite(verb) or sentence.tokens[verb].lemma in theme("speech", "fr")["verbs"]:
        return False
    return not any(dep.startswith(("nsubj", "csubj", "expl:subj")) for dep in sentence.deps(verb))


def _tied(sentence: _Sentence, verb: int) -> Iterator[tuple[Token, ...]]:
    """The sentence with each noun before a verb that may be its subject, the first one first."""
    start = sentence.start(verb)
    for noun in range(start):
        token = sentence.tokens[noun]
        if token.pos not in ("NOUN", "PROPN") or not token.text[-1].isalnum() or "case" in sentence.deps(noun):
            continue
        participle = _participle(sentence, noun, start)
        own = sentence.under(noun) | (sentence.under(participle) if participle is not None else set())
        whole = _reaches(sentence, own, range(noun + 1, start)) and _agree(sentence, noun, verb, start)
        if whole and (participle is not None or _is_stray(sentence, noun, verb)):
            yield _joined(sentence, noun, participle, verb)


def _participle(sentence: _Sentence, noun: int, start: int) -> int | None:
    """The participle that a noun is taken for the subject of: "le wagon, ayant perdu …"."""
    token = sentence.tokens[noun]
    head = sentence.tokens[token.head]
    part = head.pos == "VERB" and "VerbForm=Part" in head.morph and not sentence.is_finite(token.head)
    return token.head if part and token.dep.startswith("nsubj") and noun < token.head < start else None


def _is_stray(sentence: _Sentence, noun: int, verb: int) -> bool:
    """Whether a noun hangs nowhere in particular, and is none of another's complements."""
    token, deps = sentence.tokens[noun], sentence.deps(noun)
    if token.dep not in _STRAY:
        return False
    if token.dep == "conj":  # not "entre un autocar et un train"
        beside = {sentence.tokens[c].lemma for c in sentence.below[token.head]}
        return "cc" in deps and bool(deps & _DETERMINED) and "entre" not in beside
    return token.dep == "root" or (bool(deps & _DETERMINED) and verb not in sentence.under(noun))


def _reaches(sentence: _Sentence, own: set[int], between: range) -> bool:
    """Whether all that stands between a noun and a verb belongs to the noun, and no other sentence does.

    Neither may a clause be open there, whose verb this is: "la rue où a brûlé le moulin".
    """
    opened = False
    for i in between:
        token = sentence.tokens[i]
        opened = token.text.lower() in _OPENING or (opened and "VerbForm=Fin" not in token.morph)
        if token.text in _STOPS or not (i in own or token.pos == "PUNCT"):
            return False
        if token.pos == "VERB" and sentence.is_finite(i) and token.dep != "acl:relcl" and not _relative(sentence, i):
            return False
    return not opened


def _relative(sentence: _Sentence, verb: int) -> bool:
    """Whether a finite verb is told by "qui" or "que"."""
    return any("PronType=Rel" in sentence.tokens[c].morph for c in sentence.below[verb])


def _agree(sentence: _Sentence, noun: int, verb: int, start: int) -> bool:
    """Whether a noun and a verb are of one number, as far as the forms tell; several nouns make a plural."""
    finite = [verb, *(c for c in sentence.below[verb] if sentence.tokens[c].dep.startswith("aux"))]
    of_verb = {n for i in finite if "VerbForm=Fin" in sentence.tokens[i].morph for n in _number(sentence.tokens[i])}
    joined = any(sentence.tokens[c].dep == "conj" and c < start for c in sentence.below[noun])
    of_noun = {"Plur"} if joined else _number(sentence.tokens[noun])
    return not (of_verb and of_noun) or bool(of_verb & of_noun)


def _number(token: Token) -> set[str]:
    return {part.removeprefix("Number=") for part in token.morph.split("|") if part.startswith("Number=")}


def _joined(sentence: _Sentence, noun: int, participle: int | None, verb: int) -> tuple[Token, ...]:
    """The sentence with a noun as the subject of a verb, which takes the place that the two had in it."""
    found = list(sentence.tokens)
    stray = noun if participle is None else participle  # what stands where the verb belongs
    if verb in sentence.under(stray):
        head, dep = found[stray].head, found[stray].dep
        found[verb] = found[verb]._replace(head=verb if dep == "root" else head, dep=dep)
    passive = "aux:pass" in sentence.deps(verb)
    found[noun] = found[noun]._replace(head=verb, dep="nsubj:pass" if passive else "nsubj")
    if participle is not None:
        found[participle] = found[participle]._replace(head=noun, dep="acl")
    for i in (i for x in {noun, stray} for i in sentence.below[x] if i != verb):
        if i > verb or found[i].dep == "cc":
            found[i] = found[i]._replace(head=verb)
    return tuple(found)


def _is_tree(tokens: tuple[Token, ...]) -> bool:
    """Whether every word hangs, by however many steps, on a root."""
    roots = [i for i, token in enumerate(tokens) if token.head == i]
    for i in range(len(tokens)):
        steps = 0
        while tokens[i].head != i and steps <= len(tokens):
            i, steps = tokens[i].head, steps + 1
        if steps > len(tokens):
            return False
    return bool(roots)
