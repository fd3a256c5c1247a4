"""What the words of a parsed sentence say about it: its predicate, its negation, how firmly it is put."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from factcheck.lang import theme
from factcheck.model import Modality, Polarity, Token
from factcheck.parse.negation import negators
from factcheck.text import folded

_VERBAL = frozenset({"VERB", "AUX"})


@cache
def words_of(name: str, key: str, lang: str) -> frozenset[str]:
    """The entries of a list in a language file, as a set."""
    return frozenset(theme(name, lang)[key])


def lower(token: Token) -> str:
    """The token's word, folded, in small letters."""
    return folded(token.text)


def children(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """The direct dependents of a token."""
    return (i for i, token in enumerate(tokens) if token.head == index and i != index)


def is_finite(token: Token) -> bool:
    """Whether a token is a verb with person and tense."""
    return "VerbForm=Fin" in token.morph and token.pos in _VERBAL


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether words hold a clause: a finite verb, an auxiliary, or a verb with a subject of its own.

    Words without a parse count as a clause, nothing else being known.
    """
    subjects = {token.head for token in tokens if token.dep.startswith("nsubj")}
    return any(
        is_finite(token)
        or (token.pos == "X" and not token.dep)
        or token.pos == "AUX"
        or (token.pos == "VERB" and i in subjects)
        for i, token in enumerate(tokens)
    )


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
    chosen_first = clauses or [i for i in inside if _is_predicate(tokens, i)]
    return chosen_first[0] if chosen_first else root(tokens)


def _is_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word has a subject, a copula, or is itself a finite verb."""
    deps = {tokens[i].dep.split(":")[0] for i in children(tokens, at)}
    return bool(deps & {"nsubj", "cop"}) or (is_finite(tokens[at]) and tokens[at].pos == "VERB")


def polarity(tokens: Sequence[Token], at: int | None, lang: str, *, denied: bool = False) -> Polarity:
    """Whether the predicate at `at` is negated: "ne … pas", "aucun", "never"; "ne … que" is not.

    A speaker who denies it (`denied`) turns it round.
    """
    negated = at is not None and bool(negators(tokens, at, lang, partial(children, tokens)))
    return Polarity.NEGATED if negated != denied else Polarity.AFFIRMED


def modality(tokens: Sequence[Token], at: int | None, lang: str) -> Modality:
    """How firmly the predicate at `at` is put."""
    if at is None:
        return Modality.ASSERTED
    helpers = [i for i in children(tokens, at) if tokens[i].dep.startswith(("aux", "cop"))]
    verbs = [tokens[i] for i in (at, *helpers)]
    governs = any(tokens[i].dep == "xcomp" for i in children(tokens, at))
    near = {lower(tokens[i]) for i in children(tokens, at)} | {lower(tokens[at])}
    if _any_lemma(verbs, "possible_verbs", lang) or near & words_of("claims", "possible_words", lang):
        return Modality.POSSIBLE
    due = any(is_finite(token) and _any_lemma((token,), "due_verbs", lang) for token in verbs)
    if _would(verbs, lang) and not due:
        return Modality.CONDITIONAL
    return Modality.PLANNED if _is_planned(verbs, lang, governs=governs, due=due) else Modality.ASSERTED


def _is_planned(verbs: Sequence[Token], lang: str, *, governs: bool, due: bool) -> bool:
    """Whether verbs tell a future: their tense, a helper, or what they govern."""
    if any("Tense=Fut" in token.morph for token in verbs) or _any_lemma(verbs[1:], "future_helpers", lang):
        return True
    future = any(
        {token.lemma.lower(), lower(token)} & words_of("claims", "future_verbs", lang)
        and "Tense=Past" not in token.morph
        for token in verbs
    )
    return governs and (due or future or _any_lemma(verbs, "planned_verbs", lang))


def _any_lemma(tokens: Sequence[Token], key: str, lang: str) -> bool:
    """Whether the lemma of any of the tokens is in a list of `claims.yaml`."""
    return any(token.lemma.lower() in words_of("claims", key, lang) for token in tokens)


def _would(verbs: Sequence[Token], lang: str) -> bool:
    """Whether a verb stands in the conditional."""
    if lang == "en":
        return any(lower(token) in ("would", "'d") and token.pos == "AUX" for token in verbs)
    return any("Mood=Cnd" in token.morph for token in verbs)


def is_imperative(tokens: Sequence[Token], lang: str) -> bool:
    """Whether words begin with an order: a verb in its bare or -ez form, and no subject."""
    first = next((token for token in tokens if token.pos != "PUNCT"), None)
    if first is None or first.pos != "VERB":
        return False
    if any(token.dep.startswith("nsubj") and tokens[0].start <= token.start < first.end + 12 for token in tokens):
        return False
    if lang == "en":
        return "VerbForm=Inf" in first.morph
    word = lower(first)
    return "Mood=Imp" in first.morph or (word.endswith("ez") and len(word) > 4)
