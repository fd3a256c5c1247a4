"""Verbs of saying: which words are, and where their group of auxiliaries begins."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.grammar import children, words_of
from factcheck.claims.phrases import Words
from factcheck.lang import theme

VERBAL = frozenset({"VERB", "AUX"})
_PARTICIPLE = re.compile(r"(\w{2,})ée?s?")
# Words looked back over from a participle to its auxiliary: "a d'ores et déjà annoncé".
_BACK = 6


@cache
def _forms(lang: str) -> dict[str, str]:
    """Forms of the verbs of saying with their lemmas, for words without a parse."""
    data = theme("speech", lang)
    forms: dict[str, str] = dict(data.get("irregular", {}))
    for verb in data["verbs"]:
        for form in (verb, verb + "s", verb + "ed", verb + "d", verb + "es"):
            forms.setdefault(form, verb)
    return forms


def lemma(words: Words, at: int) -> str:
    """The lemma at `at`; looked up by form where there is no parse."""
    token = words.tokens[at]
    if token.pos not in VERBAL and token.pos != "X":
        return words.low[at] + "r"
    known = _forms(words.sentence.lang).get(words.low[at], "") if token.pos == "X" else token.lemma.lower()
    participle = _PARTICIPLE.fullmatch(words.low[at])
    return participle[1] + "er" if participle and known in ("", words.low[at]) else known


def is_saying(words: Words, at: int) -> bool:
    """Whether the word at `at` is a verb of saying, or completes one: "a fait savoir"."""
    if words.pos(at) not in ("VERB", "AUX", "X"):
        return _is_mistaken_noun(words, at)
    if words.within("completing", at) and at and _is_make(words, at - 1):
        return True
    if lemma(words, at) not in words_of("speech", "verbs", words.sentence.lang):
        return False
    return not any(words.tokens[i].dep == "aux:pass" for i in children(words.tokens, at))


def _is_mistaken_noun(words: Words, at: int) -> bool:
    """Whether the tagger took a verb for the noun of the same form: "le rapport analyse que", "», nuance X"."""
    if words.low[at] + "r" not in words_of("speech", "verbs", words.sentence.lang):
        return False
    quoted = words.word(at - 1) == "," and words.word(at - 2) in ("»", "”", '"')
    noun = words.pos(at - 1) in ("DET", "ADJ", "ADP")
    return quoted or (not noun and words.word(at + 1) in ("que", "qu'"))


def _is_helper(words: Words, at: int) -> bool:
    """Whether an auxiliary stands at `at`, even where the tagger missed it."""
    return words.pos(at) == "AUX" or _is_make(words, at) or (words.pos(at) == "X" and words.low[at] in ("a", "ont"))


def _is_make(words: Words, at: int) -> bool:
    """Whether "faire" stands at `at`: "a fait savoir"."""
    return words.pos(at) in VERBAL and words.tokens[at].lemma.lower() in ("faire", "fait")


def listed(words: Words, key: str, at: int) -> bool:
    """Whether the verb at `at` is in a list of verbs."""
    return lemma(words, at) in words_of("speech", key, words.sentence.lang)


def is_negated(words: Words, at: int) -> bool:
    """Whether the verb at `at` is denied: who did not say it is no speaker."""
    negations = words_of("negation", "adverbs", words.sentence.lang)
    return any(words.low[i] in negations for i in range(max(0, at - 2), min(len(words.low), at + 2)))


def group_start(words: Words, at: int) -> int:
    """The index where the verb group that ends at `at` begins: its auxiliaries and what stands among them."""
    start = at
    for back in range(1, _BACK):
        if _is_helper(words, at - back):
            start = at - back
        elif words.pos(at - back) in ("VERB", "PUNCT", "PROPN", ""):
            break
    while words.within("clitics", start - 1):
        start -= 1
    return start


def cue_text(words: Words, group: int, at: int) -> str:
    """The verb with its auxiliaries, as written."""
    while group < at and words.within("clitics", group) and words.low[group] not in ("s'", "se"):
        group += 1
    return words.text[words.tokens[group].start : words.tokens[at].end]
