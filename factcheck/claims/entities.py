"""Names in a sentence: model names as atoms, acronyms, proper names, each with a key that joins its spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.documents import language
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Entity, Sentence, Token
from factcheck.text import fold, folded, strip_accents

_MODEL = re.compile(
    r"""(?<![\w-])(?:
        \d{4}[ ][A-Z]{2}\d+                                                # 2005 YU55
      | (?!m\d)[a-z]\d                                                      # o1, but not m2
      | (?:[A-Z][A-Za-z]*-)*(?=[a-z]*[A-Z])[A-Za-z]+-?\d+(?:\.\d+)*[A-Za-z]{0,3}(?:-[A-Z0-9]\w*)*  # GPT-4, DeepSeek-R1
    )(?![\w-])""",
    re.VERBOSE,
)
# "T3", "Q1": quarters of a year, not models.
_QUARTER = re.compile(r"[TQ][1-4]")
# "Llama 3.1", "Windows 11"; four digits are a year.
_VERSION = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9&.]{1,7}s?")
_ROMAN = re.compile(r"[IVXLC]+(?:e|er|ème)?")
# What joins the parts of one name when nothing else stands between them.
_GLUE = re.compile(r"['’]?s |-|[ ]?&[ ]?|-(?:[a-z]{1,4}-)+")
_CAPITAL = re.compile(r"[A-ZÀ-Ý]")
# After a version comes no noun or unit: "Claude 3.5 est", but not "Nvidia 3.5 milliards".
_COUNTED = frozenset({"NOUN", "NUM", "ADJ", "SYM", "PROPN", "X"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X"})


@cache
def aliases() -> dict[str, str]:
    """Every known spelling of a name with its key; the names of all languages together."""
    return {
        _plain(spelling): _plain(key)
        for lang in LANGUAGES
        for key, spellings in theme("names", lang)["aliases"].items()
        for spelling in (key, *spellings)
    }


@cache
def _words(key: str) -> frozenset[str]:
    """A list of `names.yaml`, of all languages together."""
    return frozenset(word for lang in LANGUAGES for word in theme("names", lang)[key])


def _plain(name: str) -> str:
    """A name without case, accents and the marks between its words."""
    return " ".join(re.sub(r"[^\w&.]+|\.(?!\d)", " ", strip_accents(fold(name)).lower()).split())


def key_of(name: str) -> str:
    """The canonical form of a name: folded, without title or article, aliases resolved.

    >>> key_of("The New York Times") == key_of("NYT")
    True
    >>> key_of("Washington") == key_of("États-Unis")
    False
    """
    plain = _plain(name)
    first, _, rest = plain.partition(" ")
    bare = rest if rest and (first in _words("articles") or first in _words("titles")) else plain
    return aliases().get(plain) or aliases().get(bare) or bare


def entities(sentence: Sentence) -> tuple[Entity, ...]:
    """The names in a parsed sentence, in order, at document offsets."""
    models = tuple(_models(sentence))
    names = [e for e in _names(sentence) if not any(e.start < m.end and m.start < e.end for m in models)]
    return tuple(sorted((*models, *names), key=lambda e: e.start))


def _entity(sentence: Sentence, start: int, end: int, kind: str) -> Entity:
    """The entity at document offsets."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    if text.endswith(".") and "." not in text[:-1] and end == sentence.end:
        text, end = text[:-1], end - 1  # the tokeniser leaves the full stop on an acronym
        kind = "acronym" if _ACRONYM.fullmatch(text) else kind
    return Entity(text=text, start=start, end=end, key=key_of(text), kind=kind)


def _models(sentence: Sentence) -> Iterator[Entity]:
    """Model names by their mix of letters and digits, then names with a version behind them."""
    found = [m.span() for m in _MODEL.finditer(sentence.text) if not _QUARTER.fullmatch(m.group())]
    by = sentence.start
    yield from (_entity(sentence, start + by, end + by, "model") for start, end in found)
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        if _is_version(sentence, at):
            yield _entity(sentence, tokens[at - 1].start, tokens[at].end, "model")


def _is_version(sentence: Sentence, at: int) -> bool:
    """Whether the number at `at` is the version of the name before it."""
    tokens = sentence.tokens
    if not _VERSION.fullmatch(tokens[at].text) or tokens[at].start != tokens[at - 1].end + 1:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    counts = after is not None and (after.pos in _COUNTED or after.text in "%$€£-/:")
    if counts or not _CAPITAL.match(tokens[at - 1].text) or _word(tokens[at - 1]) in _words("not_names"):
        return False
    named = "." in tokens[at].text or (tokens[at - 1].pos in ("PROPN", "X") and _is_name(sentence, at - 1))
    return named and _word(tokens[at - 1]) not in language.function_words(sentence.lang)


def _names(sentence: Sentence) -> Iterator[Entity]:
    """Runs of capitalised words, joined over small words where a name goes on behind them."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        if not _is_name(sentence, at):
            at += 1
            continue
        end = _run_end(sentence, at)
        text = sentence.text[tokens[at].start - sentence.start : tokens[end - 1].end - sentence.start]
        kind = "acronym" if end == at + 1 and _ACRONYM.fullmatch(text) else "name"
        if not (end == at + 1 and _word(tokens[at]) in _words("titles")):
            yield _entity(sentence, tokens[at].start, tokens[end - 1].end, kind)
        at = end


def _word(token: Token) -> str:
    """The word of a token for look-ups."""
    return folded(token.text)


def _run_end(sentence: Sentence, at: int) -> int:
    """The index after the last word of the name that begins at `at`."""
    tokens = sentence.tokens
    end = at + 1
    while end < len(tokens):
        if _stands_alone(sentence, at, end) or _set_beside(sentence, at, end):
            break
        step = 1 if _is_name(sentence, end) else _link(sentence, at, end)
        if not step:
            break
        end += step
    return _known_end(sentence, at, end)


def _known_end(sentence: Sentence, at: int, end: int) -> int:
    """`end`, or beyond it where small-letter words complete a known name: "Union européenne"."""
    tokens = sentence.tokens
    for longer in range(min(end + 3, len(tokens)), end, -1):
        if (
            _plain(sentence.text[tokens[at].start - sentence.start : tokens[longer - 1].end - sentence.start])
            in aliases()
        ):
            return longer
    return end


def _stands_alone(sentence: Sentence, first: int, end: int) -> bool:
    """Whether the run so far is a word that other names follow without joining it: "GPU Nvidia", "AFP Kim Lee"."""
    if end != first + 1:
        return False
    word = _word(sentence.tokens[first])
    if word in _words("agencies"):
        return all(i < len(sentence.tokens) and _is_name(sentence, i) for i in (end, end + 1))
    return word in _words("generic")


def _set_beside(sentence: Sentence, first: int, end: int) -> bool:
    """Whether another name begins at `end`, that of the noun in front of the run: "le maire de Brest Anne Kerlan"."""
    tokens = sentence.tokens
    noun = tokens[end].head
    beside = tokens[end].dep == "appos" and noun < first and tokens[noun].pos == "NOUN"
    return beside and any(tokens[i].head == noun for i in range(first, end))


def _link(sentence: Sentence, first: int, end: int) -> int:
    """How many words join the name up to `end` to its next part, that part included; 0 when none do.

    "Afrique du Sud", "White & Case", "King's College", "Jean-Luc".
    """
    tokens = sentence.tokens
    by = sentence.start
    for after in range(end, min(end + 5, len(tokens))):
        between = sentence.text[tokens[end - 1].end - by : tokens[after].start - by]
        if _CAPITAL.match(tokens[after].text) and _GLUE.fullmatch(between):
            return after - end + 1
    heads = end == first + 1 and _word(tokens[first]) in _words("heads")
    if heads and _word(tokens[end]) in _words("links") and end + 1 < len(tokens):
        return 2 if _CAPITAL.match(tokens[end + 1].text) else 0
    return 0


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether the word at `at` belongs to a name: a capital that grammar does not ask for."""
    token = sentence.tokens[at]
    word = _word(token)
    if not _CAPITAL.match(token.text) or len(word) < 2 or _ROMAN.fullmatch(token.text) or word in _words("not_names"):
        return False
    if _ACRONYM.fullmatch(token.text) and not sentence.text.isupper():
        return True
    if word in language.function_words(sentence.lang):
        return False
    if word in _words("titles"):
        return at + 1 < len(sentence.tokens) and bool(_CAPITAL.match(sentence.tokens[at + 1].text))
    if token.pos == "PROPN":
        return True
    return (bool(at) and not _opens(sentence.tokens[at - 1])) or _begins_name(sentence, at)


def _begins_name(sentence: Sentence, at: int) -> bool:
    """Whether a capital that may only begin the sentence is followed by one that cannot: "Deep Principle"."""
    following = at + 1
    if following >= len(sentence.tokens) or sentence.tokens[at].pos not in _NAMING:
        return False
    after = sentence.tokens[following]
    adjacent = after.start == sentence.tokens[at].end + 1
    return adjacent and bool(_CAPITAL.match(after.text)) and _is_name(sentence, following)


def _opens(token: Token) -> bool:
    """Whether a capital after this token may only begin a sentence or quotation."""
    return token.text in "«“\"”'(:.!?…–—-"
