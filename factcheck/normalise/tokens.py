"""Text to tokens: words, figures, signs, each with its place; and the little lexicon tree they are looked up in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

from factcheck.normalise.spaces import Clean

T = TypeVar("T")


class Sort(IntEnum):
    """What a token is."""

    LINK = 1
    HANDLE = 2
    DIGITS = 3
    WORD = 4
    BREAK = 5
    SIGN = 6


class Token(NamedTuple):
    """A piece of the cleaned text. `key` is folded; before it stand nothing (`glued`) or one space (`spaced`)."""

    key: str
    text: str
    start: int
    end: int
    sort: int
    glued: bool
    spaced: bool


_TOKEN = re.compile(
    r"""
    ( (?:https?://|www\.)[^\s<>"]+ )                # 1 link
  | ( [@\#]\w+ )                                    # 2 handle or hashtag
  | ( \d+(?:[.,']\d+)* )                            # 3 figure, marks inside
  | ( (?:[ldsncjmt]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|aujourd)'(?=[^\W\d_]) | [^\W\d_]+ )  # 4 word
  | ( \n\s*\n | \n(?=[ ]*[^ a-z(«"'$€£\d%]) | \Z )  # 5 end of a line that ends a phrase
  | ( [^\w\s] | _+ )                                # 6 sign
    """,
    re.VERBOSE,
)


def tokenize(clean: Clean) -> list[Token]:
    """All tokens of `clean`, in order, with a break at the end."""
    out = []
    text, last = clean.text, 0
    for found in _TOKEN.finditer(clean.key):
        start, end = found.span()
        spaced = start == last + 1 and text[last] == " "
        sort = found.lastindex or Sort.SIGN
        out.append(Token(found.group(), text[start:end], start, end, sort, start == last, spaced))
        last = end
    return out


class Tree(Generic[T]):
    """Phrases of tokens with a value each; the longest that matches wins.

    Words are looked up by the `key` of tokens, or by their exact `text` when built with `exact`.
    """

    def __init__(self, phrases: Iterable[tuple[str | tuple[str, ...], T]], *, exact: bool = False) -> None:
        """Take (phrase, value) pairs; a phrase is text to cut into tokens, or the tokens."""
        self._field = 1 if exact else 0
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases:
            words = phrase if isinstance(phrase, tuple) else split(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def __contains__(self, word: object) -> bool:
        return word in self._by_first

    def firsts(self) -> Iterable[str]:
        """The first words of all phrases."""
        return self._by_first

    def match(self, tokens: Sequence[Token], at: int, *, hyphens: bool = False) -> tuple[T, int] | None:
        """The value of the longest phrase that starts at `at`, and the index after it.

        With `hyphens`, a hyphen between two words is skipped ("dix-sept").
        """
        token = tokens[at]
        entries = self._by_first.get(token.text if self._field else token.key)
        if not entries:
            return None
        follows = tokens[at + 1][self._field] if at + 1 < len(tokens) else None
        for words, value in entries:
            if len(words) > 1 and words[1] != follows and not hyphens:
                continue
            end = self._reach(tokens, at, words, hyphens)
            if end:
                return value, end
        return None

    def _reach(self, tokens: Sequence[Token], at: int, words: tuple[str, ...], hyphens: bool) -> int:
        place, field, size = at + 1, self._field, len(tokens)
        for word in words[1:]:
            if hyphens and place < size and is_hyphen(tokens[place]):
                place += 1
            if place >= size or tokens[place][field] != word:
                return 0
            if field and word.isdigit() and not tokens[place].glued:
                return 0  # the figure of "m2" is stuck to its letter
            place += 1
        return place

    def match_back(self, tokens: Sequence[Token], end: int) -> tuple[T, int] | None:
        """The value of the longest phrase that ends just before `end`, and the index it starts at.

        The tree must have been built from phrases with their words reversed.
        """
        if end <= 0:
            return None
        for words, value in self._by_first.get(tokens[end - 1].key, ()):
            if len(words) <= end and all(tokens[end - 1 - k].key == w for k, w in enumerate(words)):
                return value, end - len(words)
        return None


def reverse(phrase: str) -> tuple[str, ...]:
    """The words of `phrase` from last to first, for `Tree.match_back`."""
    return split(phrase)[::-1]


def split(phrase: str) -> tuple[str, ...]:
    """The words of a lexicon phrase, cut as `tokenize` cuts text."""
    # An elision keeps its apostrophe only before a letter, which a phrase like "près d'" has not got.
    open_ended = phrase.endswith("'")
    words = tuple(m.group() for m in _TOKEN.finditer(phrase + "x" * open_ended) if m.group())
    return words[:-1] if open_ended else words


def is_hyphen(token: Token) -> bool:
    """Whether `token` is a hyphen or dash stuck to the word before it."""
    return token.glued and token.key in ("-", "—", "–")
