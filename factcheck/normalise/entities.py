"""Names in a sentence: model names as atoms, acronyms, proper names, each with a key that joins its spellings."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from factcheck import language
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Entity, Sentence, Token
from factcheck.text import fold, strip_accents

# "H100", "GPT-4", "DeepSeek-R1", "o3", "A380", "2005 YU55": letters and digits that make one name.
_MODEL = re.compile(
    r"""(?<![\w-])(?:
        [A-Za-z][A-Za-z]*-?[A-Z]*\d+(?:\.\d+)?[A-Za-z]{0,3}(?:-[A-Z0-9]\w*)*      # H100, GPT-4, Qwen3, A380, o1
      | [A-Z]\w+-[A-Z]\d+\w*                                                        # DeepSeek-R1
    )(?![\w-])""",
    re.VERBOSE,
)
_VERSION = re.compile(r"\d+(?:\.\d+)?[a-z]?")
_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9&.]{1,7}s?")
_CAPITAL = re.compile(r"(?:[ldLD]['’])?[A-ZÀ-Ý]")
_LINKS = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "la",
        "le",
        "of",
        "the",
        "&",
        "-",
        "al",
        "el",
        "ben",
        "bin",
        "van",
        "von",
        "da",
        "di",
        "dos",
    }
)


@cache
def aliases() -> dict[str, str]:
    """Every known spelling of a name, folded, with its key; the names of all languages together."""
    return {
        _plain(spelling): _plain(key)
        for lang in LANGUAGES
        for key, spellings in theme("names", lang)["aliases"].items()
        for spelling in (key, *spellings)
    }


def _plain(name: str) -> str:
    """A name without case, accents and the marks between its words."""
    return re.sub(r"[^\w&]+", " ", strip_accents(fold(name)).lower()).strip()


def key_of(name: str) -> str:
    """The canonical form of a name: folded, aliases resolved.

    >>> key_of("The New York Times") == key_of("NYT")
    True
    """
    plain = _plain(name)
    bare = re.sub(r"^(?:le|la|les|l|the) ", "", plain)
    known = aliases()
    return known.get(plain) or known.get(bare) or bare


def entities(sentence: Sentence) -> tuple[Entity, ...]:
    """The names in a parsed sentence, in order, at document offsets."""
    models = _models(sentence)
    taken = [(e.start, e.end) for e in models]
    names = [e for e in _names(sentence) if not any(e.start < b and a < e.end for a, b in taken)]
    return tuple(sorted((*models, *names), key=lambda e: e.start))


def _models(sentence: Sentence) -> list[Entity]:
    """Model names, by their mix of letters and digits, or a name and a version."""
    found = [
        _entity(sentence, match.start(), match.end(), "model")
        for match in _MODEL.finditer(sentence.text)
        if any(c.isupper() for c in match.group())
    ]
    return found


def _entity(sentence: Sentence, start: int, end: int, kind: str) -> Entity:
    """The entity at offsets into the sentence."""
    text = sentence.text[start:end]
    by = sentence.start
    return Entity(text=text, start=start + by, end=end + by, key=key_of(text), kind=kind)


def _names(sentence: Sentence) -> list[Entity]:
    """Runs of capitalised words, joined over "de", "of" and the like between capitals."""
    tokens = sentence.tokens
    found: list[Entity] = []
    at = 0
    while at < len(tokens):
        if not _is_name(sentence, at):
            at += 1
            continue
        end = _run_end(sentence, at)
        start, stop = tokens[at].start - sentence.start, tokens[end - 1].end - sentence.start
        text = sentence.text[start:stop]
        kind = "acronym" if end == at + 1 and _ACRONYM.fullmatch(text) else "name"
        found.append(_entity(sentence, start, stop, kind))
        at = end
    return found


def _run_end(sentence: Sentence, at: int) -> int:
    """The index after the last word of the name that begins at `at`."""
    tokens = sentence.tokens
    end = at + 1
    while end < len(tokens):
        if _is_name(sentence, end):
            end += 1
        elif fold(tokens[end].text).lower() in _LINKS and end + 1 < len(tokens) and _continues(sentence, end):
            end += 2
        else:
            break
    return end


def _continues(sentence: Sentence, link: int) -> bool:
    """Whether a link word joins two capitals of one name without space tricks."""
    tokens = sentence.tokens
    touching = tokens[link + 1].start == tokens[link].end == tokens[link].start
    return _is_name(sentence, link + 1) and (fold(tokens[link].text) in ("&", "-") or touching)


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether the word at `at` belongs to a name: a capital that grammar does not ask for."""
    token = sentence.tokens[at]
    if not _CAPITAL.match(token.text) or fold(token.text).lower() in language.function_words(sentence.lang):
        return False
    if token.pos == "PROPN" or _ACRONYM.fullmatch(token.text):
        return True
    return at > 0 and not _opens(sentence.tokens[at - 1]) and token.pos in ("NOUN", "X", "ADJ")


def _opens(token: Token) -> bool:
    """Whether a capital after this token may only begin a sentence or quotation."""
    return token.text in "«“\"'(:.!?…–—-"
