"""From an article to its sentences, with exact offsets; our own rules, made for French quotes and news prose.

One pass over the marks that may end a sentence, each judged by the words on its two sides, so time is
linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.documents import language
from factcheck.documents.layout import Block, Role, blocks
from factcheck.lang import theme
from factcheck.model import Article, Sentence

_END = re.compile(
    r"""(?P<mark>[.!?…]+)
        (?P<closers>(?:[ \u00a0\u202f]?[»”]|["'’)\]])*)
        (?P<dashes>(?:[ ]?[—–]{2,})?)
        (?P<space>\s*)""",
    re.VERBOSE,
)
_OPENERS = "«“\"‘'([¿¡@#—–-"
# The word before a point: as far back as the longest abbreviation reaches.
_BEFORE = re.compile(r"(?:^|[\s'’(\[«“\"-])([^\s'’(\[«“\"-]{1,12})$")
_AFTER = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LOWER_WORD = re.compile(r"[a-zà-öø-ÿœ]{3}[\"”»]?$")
# "iPhone", "eBay", "xAI": names that begin low and stand high.
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]\w")
_REACH = 14


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's prose and headings, in order, not parsed; furniture has none."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks(article.text)):
        if block.role is Role.FURNITURE:
            continue
        lang = _block_language(article, block)
        if lang == language.OTHER:
            continue
        for start, end in spans(article.text, block.start, block.end, lang):
            found.append(
                Sentence(
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    lang=lang,
                    paragraph=number,
                    section=block.section,
                    heading=block.role is Role.HEADING,
                )
            )
    return tuple(found)


def _block_language(article: Article, block: Block) -> str:
    """The language of a block: the article's, unless a paragraph of some length is clearly in another."""
    if block.end - block.start < 200 or block.role is not Role.PARAGRAPH:
        return article.lang
    found = language.detect(article.text[block.start : block.end], default=article.lang)
    return found if article.lang != language.OTHER else language.OTHER


def spans(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    """The sentence spans of `text[start:end]`, without the space around them.

    >>> text = "M. Jia est parti. Il a payé 3.14 euros."
    >>> [text[a:b] for a, b in spans(text, 0, len(text), "fr")]
    ['M. Jia est parti.', 'Il a payé 3.14 euros.']
    """
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() >= end or not _ends(text, begin, match, lang):
            continue
        yield from _trimmed(text, begin, match.end("closers"))
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without space at its ends; nothing when it holds no letter or digit."""
    piece = text[start:end]
    body = piece.strip()
    if any(c.isalnum() for c in body):
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(body)


def _ends(text: str, begin: int, match: re.Match[str], lang: str) -> bool:
    """Whether the mark at `match` ends a sentence, seen from what follows and what precedes."""
    follows = text[match.end()]
    if not _can_begin(text, match.end(), follows):
        return False
    if not match["space"] and not match["dashes"]:
        return _glued(text, match, follows)
    return match["mark"] != "." or bool(match["closers"]) or not _abbreviated(text, begin, match, lang)


def _can_begin(text: str, at: int, follows: str) -> bool:
    """Whether a sentence can begin with the character `follows`, found at `at`."""
    if follows.islower():
        return bool(_CAMEL.match(text, at))
    return follows.isalnum() or follows in _OPENERS or ord(follows) > 0x2000


def _glued(text: str, match: re.Match[str], follows: str) -> bool:
    """A mark with no space after it ends a sentence between a word in small letters and a capital.

    "fin.Suite" yes; "Node.js", "3.14", "U.S.", "tfl.gov.uk" no.
    """
    if not follows.isupper() and follows not in "«“":
        return False
    if match["closers"]:
        return True
    return bool(_LOWER_WORD.search(text, max(0, match.start() - 4), match.start()))


@cache
def _abbreviations(key: str, lang: str) -> frozenset[str]:
    """Words that a point may follow within a sentence, lower case, without their last point."""
    return frozenset(theme("sentences", lang)[key])


def _abbreviated(text: str, begin: int, match: re.Match[str], lang: str) -> bool:
    """Whether a single point belongs to the word before it rather than to the sentence."""
    before = _BEFORE.search(text[max(begin, match.start() - _REACH) : match.start()])
    if not before:
        return False
    word = before.group(1).lower()
    if word in _abbreviations("never_end", lang):
        return word != "no" or text[match.end()].isdigit()
    if word in _abbreviations("may_end", lang) or _INITIAL.fullmatch(before.group(1)):
        return not _begins_sentence(text, match.end(), lang)
    return False


def _begins_sentence(text: str, at: int, lang: str) -> bool:
    """Whether the word at `at` is one that begins sentences: a small word with a capital, or a quote mark."""
    word = _AFTER.match(text, at)
    return word is None or word.group().lower() in language.function_words(lang)
