"""What the words of a parsed sentence say about it: its predicate, its negation, how firmly it is put."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.lang import theme
from factcheck.model import Modality, Polarity, Token
from factcheck.text import fold

_VERBAL = frozenset({"VERB", "AUX"})
_HELPERS = ("aux", "cop", "expl")


@cache
def words_of(name: str, key: str, lang: str) -> frozenset[str]:
    """The entries of a list in a language file, as a set."""
    return frozenset(theme(name, lang)[key])


def lower(token: Token) -> str:
    """The token's word, folded, in small letters."""
    return fold(token.text).lower()


def children(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """The direct dependents of a token."""
    return (i for i, token in enumerate(tokens) if token.head == index and i != index)


def is_finite(token: Token) -> bool:
    """Whether a token is a verb with person and tense."""
    return "VerbForm=Fin" in token.morph and token.pos in _VERBAL


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Whether any word is a finite verb; words without a parse count as one, nothing else being known."""
    return any(is_finite(token) or token.pos == "X" and not token.dep for token in tokens)


def root(tokens: Sequence[Token]) -> int | None:
    """The index of the sentence's root, the first if it has several."""
    return next((i for i, token in enumerate(tokens) if token.dep == "root"), None)


def predicate(tokens: Sequence[Token], content: tuple[int, int] | None = None) -> int | None:
    """The main predicate: the root, or within `content` (what someone says) the highest verb."""
    if content is None:
        return root(tokens)
    inside = [i for i, token in enumerate(tokens) if content[0] <= token.start < content[1]]
    chosen = set(inside)
    tops = [i for i in inside if tokens[i].head not in chosen or tokens[i].dep == "root"]
    clauses = [i for i in tops if _is_predicate(tokens, i)]
    return (clauses or [i for i in inside if _is_predicate(tokens, i)] or [root(tokens)])[0]


def _is_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word has a subject, a copula, or is itself a finite verb."""
    deps = {tokens[i].dep.split(":")[0] for i in children(tokens, at)}
    return bool(deps & {"nsubj", "cop"}) or (is_finite(tokens[at]) and tokens[at].pos == "VERB")


def polarity(tokens: Sequence[Token], at: int | None, lang: str) -> Polarity:
    """Whether the predicate at `at` is negated: "ne … pas", "aucun", "never"; "ne … que" is not."""
    if at is None:
        return Polarity.AFFIRMED
    negated = _negated_verb(tokens, at, lang) or _negated_argument(tokens, at, lang)
    return Polarity.NEGATED if negated else Polarity.AFFIRMED


def _around(tokens: Sequence[Token], at: int) -> list[int]:
    """The dependents of a predicate and of its helpers ("n'a pas", "doesn't")."""
    direct = list(children(tokens, at))
    helpers = [i for i in direct if tokens[i].dep.startswith(_HELPERS)]
    return sorted([*direct, *(i for h in helpers for i in children(tokens, h))])


def _negated_verb(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Whether an adverb beside the verb negates it."""
    around = _around(tokens, at)
    particles = words_of("negation", "particles", lang)
    if particles and not any(lower(tokens[i]) in particles for i in around):
        return False
    adverbs = [i for i in around if lower(tokens[i]) in words_of("negation", "adverbs", lang)]
    return any(not _only(tokens, i, lang) for i in adverbs)


def _only(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Whether "not only" stands at `at`, within the next two words."""
    following = (lower(token) for token in tokens[at + 1 : at + 3])
    return any(word in words_of("negation", "only", lang) for word in following)


def _negated_argument(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Whether the subject or object is a "no one", or has a "no" in front."""
    words = words_of("negation", "words", lang)
    for i in children(tokens, at):
        if not tokens[i].dep.startswith(("nsubj", "obj")):
            continue
        if lower(tokens[i]) in words or any(
            lower(tokens[d]) in words and tokens[d].dep in ("det", "amod", "advmod") for d in children(tokens, i)
        ):
            return True
    return False


def modality(tokens: Sequence[Token], at: int | None, lang: str) -> Modality:
    """How firmly the predicate at `at` is put."""
    if at is None:
        return Modality.ASSERTED
    helpers = [i for i in children(tokens, at) if tokens[i].dep.startswith(("aux", "cop"))]
    verbs = [tokens[i] for i in (at, *helpers)]
    lemmas = {token.lemma.lower() for token in verbs}
    governs = any(tokens[i].dep == "xcomp" for i in children(tokens, at))
    if lemmas & words_of("claims", "possible_verbs", lang):
        return Modality.POSSIBLE
    if _would(verbs, lang) and not lemmas & words_of("claims", "planned_verbs", lang):
        return Modality.CONDITIONAL
    if any("Tense=Fut" in token.morph for token in verbs):
        return Modality.PLANNED
    if (governs or len(verbs) > 1) and lemmas & words_of("claims", "planned_verbs", lang):
        return Modality.PLANNED
    if governs and lemmas & words_of("claims", "future_verbs", lang):
        return Modality.PLANNED
    near = {lower(tokens[i]) for i in children(tokens, at)} | {lower(tokens[at])}
    return Modality.POSSIBLE if near & words_of("claims", "possible_words", lang) else Modality.ASSERTED


def _would(verbs: Sequence[Token], lang: str) -> bool:
    """Whether a verb stands in the conditional."""
    if lang == "en":
        return any(lower(token) in ("would", "'d") and token.pos == "AUX" for token in verbs)
    return any("Mood=Cnd" in token.morph for token in verbs)
