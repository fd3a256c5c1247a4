"""What turns a predicate into its contrary, word by word; the lists are in `lang/<lang>/negation.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from factcheck.lang import theme
from factcheck.model import Token
from factcheck.text import folded

Children = Callable[[int], Iterable[int]]

_HELPERS = ("aux", "cop", "expl")
_ARGUMENTS = ("nsubj", "obj", "obl", "attr")
# How near behind its verb a "que" makes "only" of a "ne".
_CLOSE = 8
_IN_FRONT = ("det", "amod", "advmod", "cc")


@cache
def _words(key: str, lang: str) -> frozenset[str]:
    return frozenset(theme("negation", lang)[key])


def is_negative(word: str, lang: str) -> bool:
    """Whether a word negates wherever it stands ("pas", "aucun", "never"); "ne" alone does not.

    >>> is_negative("aucune", "fr"), is_negative("ne", "fr")
    (True, False)
    """
    return folded(word).lower() in _words("always", lang)


def particle(word: str, lang: str) -> bool:
    """Whether a word opens a negation without being one: "ne"."""
    return folded(word).lower() in _words("particles", lang)


def only(word: str, lang: str) -> bool:
    """Whether a word limits what is denied: "pas seulement", "not only"."""
    return folded(word).lower() in _words("only", lang)


def without(word: str, lang: str) -> bool:
    """Whether a word negates the noun behind it: "sans", "without"."""
    return folded(word).lower() in _words("without", lang)


def instead(word: str, lang: str) -> bool:
    """Whether what follows a word holds instead of what was denied: "pas à Brest mais à Lille"."""
    return folded(word).lower() in _words("but", lang)


def aside(word: str, lang: str) -> bool:
    """Whether a word opens a clause that a denial in front of it does not reach: "although", "because"."""
    return folded(word).lower() in _words("aside", lang)


def negators(tokens: Sequence[Token], at: int, lang: str, children: Children) -> list[int]:
    """The words that negate the predicate at `at`.

    They are adverbs beside it ("ne … pas", "never"), a "no" in its subject or object, "without" before it.
    "ne … que", "not only" and "no less than" are none; in French most adverbs need their "ne".
    """
    beside = _around(tokens, at, children)
    found = [*_adverbs(tokens, beside, lang), *_arguments(tokens, at, beside, lang, children)]
    found = [i for i in found if not _bounding(tokens, i, lang)]
    found = found or _behind_remark(tokens, beside, lang) or _bare(tokens, at, beside, lang)
    qualified = [at, tokens[at].head] if tokens[at].dep.startswith("acl") else [at]
    without = (c for n in qualified for c in children(n) if tokens[c].dep in ("case", "mark"))
    right_before = (c for c in children(at) if c == at - 1 and tokens[at].pos in ("VERB", "ADJ"))
    denied = (c for c in right_before if folded(tokens[c].text) in _words("in_front", lang))
    return sorted({*found, *denied, *(c for c in without if folded(tokens[c].text) in _words("without", lang))})


def _bounding(tokens: Sequence[Token], i: int, lang: str) -> bool:
    """Whether a negative word only bounds an amount from below: "no less than 15 years", "no fewer than 12"."""
    behind = [folded(token.text).lower() for token in tokens[i + 1 : i + 3]]
    return len(behind) == 2 and behind[0] in _words("compared", lang) and behind[1] in _words("than", lang)


def _around(tokens: Sequence[Token], at: int, children: Children) -> list[int]:
    """The dependents of a predicate and of its helpers ("n'a pas", "doesn't")."""
    direct = list(children(at))
    helpers = [i for i in direct if tokens[i].dep.startswith(_HELPERS)]
    return sorted([*direct, *(i for h in helpers for i in children(h))])


def _has_particle(tokens: Sequence[Token], beside: Sequence[int], lang: str) -> bool:
    """Whether the first half of a two-part negation stands there (always, where a language has none)."""
    particles = _words("particles", lang)
    return not particles or any(folded(tokens[i].text) in particles for i in beside)


def _adverbs(tokens: Sequence[Token], beside: Sequence[int], lang: str) -> list[int]:
    """The negative adverbs among the dependents of a verb."""
    wanted = _words("adverbs", lang) if _has_particle(tokens, beside, lang) else _words("alone", lang)
    return [i for i in beside if folded(tokens[i].text) in wanted and not _only(tokens, i, lang)]


def _behind_remark(tokens: Sequence[Token], beside: Sequence[int], lang: str) -> list[int]:
    """The adverb behind a remark between commas, wherever a parser hangs it: "n'ont, dit le maire, plus leur …"."""
    opened = (i for i in beside if folded(tokens[i].text) in _words("particles", lang))
    for i in opened:
        comma = next((n for n in range(i + 1, min(i + 4, len(tokens))) if tokens[n].text == ","), None)
        behind = range(comma + 2, min(comma + _CLOSE + 1, len(tokens))) if comma else range(0)
        adverb = next((n for n in behind if tokens[n - 1].text == ","), None)
        if adverb and folded(tokens[adverb].text) in _words("adverbs", lang) and not _only(tokens, adverb, lang):
            return [adverb]
    return []


def _bare(tokens: Sequence[Token], at: int, beside: Sequence[int], lang: str) -> list[int]:
    """The particle that negates alone: "ne peut être invoqué", but not "ne peut qu'être invoqué"."""
    if tokens[at].lemma.lower() not in _words("bare", lang):
        return []
    behind = tokens[at : at + _CLOSE]
    limited = any(folded(token.text) in _words("only", lang) for token in behind)
    return [] if limited else [i for i in beside if folded(tokens[i].text) in _words("particles", lang)]


def _only(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Whether "not only" stands at `at`, within the next two words; "n'implique pas que …" opens a clause instead."""
    near = (t for t in tokens[at + 1 : at + 3] if folded(t.text) in _words("only", lang))
    return any(t.dep != "mark" or tokens[t.head].pos in ("NOUN", "PROPN", "NUM", "PRON") for t in near)


def _arguments(tokens: Sequence[Token], at: int, beside: Sequence[int], lang: str, children: Children) -> list[int]:
    """The "no one" among a verb's arguments, or the "no" in front of one."""
    arguments = [i for i in children(at) if tokens[i].dep.startswith(_ARGUMENTS)]
    in_front = [d for i in arguments for d in children(i) if tokens[d].dep in _IN_FRONT]
    found = [i for i in (*arguments, *in_front) if folded(tokens[i].text) in _words("words", lang)]
    return found if _has_particle(tokens, beside, lang) else []
