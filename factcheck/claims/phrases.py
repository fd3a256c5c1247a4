"""Noun phrases by word order: where one begins and ends, the name in it, whether it can be a source.

The parse labels inverted subjects and appositions unreliably in news prose; capitals, determiners and
small words are surer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from factcheck.claims.grammar import lower, words_of
from factcheck.claims.quotes import Quote, covers
from factcheck.documents import language
from factcheck.model import Sentence, Token

_CAPITAL = re.compile(r"[A-ZÀ-Ý]")
_NOUNS = frozenset({"NOUN", "ADJ", "X"})
_MODIFIERS = frozenset({"DET", "ADJ", "NUM", "PROPN", "NOUN", "X"})
_OUTSIDE = frozenset({"ADP", "PRON", "ADV", "CCONJ", "SCONJ", "PUNCT"})
# A first and a last name.
_FULL_NAME = 2
# Words of a foreign or odd name that the phrase before an apposition may end with.
_STRAY = 2


@dataclass(frozen=True)
class Words:
    """A sentence's tokens with what the rules ask of them; positions outside the sentence are empty words."""

    sentence: Sentence
    quotes: tuple[Quote, ...]
    text: str  # the whole document's

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens."""
        return self.sentence.tokens

    @cached_property
    def low(self) -> list[str]:
        """Each word folded, in small letters."""
        return [lower(token) for token in self.tokens]

    def word(self, at: int) -> str:
        """The small-letter word at `at`."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def pos(self, at: int) -> str:
        """The part of speech at `at`."""
        return self.tokens[at].pos if 0 <= at < len(self.tokens) else ""

    def within(self, key: str, at: int) -> bool:
        """Whether the word at `at` is in a list of `speech.yaml`."""
        word = self.word(at)
        return bool(word) and word in words_of("speech", key, self.sentence.lang)

    def quoted(self, at: int) -> bool:
        """Whether the word at `at` stands in quotation marks."""
        return covers(self.quotes, self.tokens[at].start)

    def capital(self, at: int) -> bool:
        """Whether the word at `at` can be part of a name: a capital that doesn't only begin a sentence."""
        if not 0 <= at < len(self.tokens) or not _CAPITAL.match(self.tokens[at].text):
            return False
        begins = at == 0 or (self.pos(at - 1) == "PUNCT" and self.word(at - 1) not in (",", "-"))
        return not begins or self.word(at) not in language.function_words(self.sentence.lang)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Document offsets of the words from `first` up to `end`."""
        return self.tokens[first].start, self.tokens[end - 1].end


def can_speak(words: Words, first: int, end: int) -> bool:
    """Whether a noun phrase can be a source: a name, or a noun of people, offices or documents."""
    return any(
        words.within("sources", i) or (words.capital(i) and not words.within("times", i)) for i in range(first, end)
    )


def phrase_start(words: Words, head: int) -> int:
    """The first word of the noun phrase whose head is at `head`."""
    at = head
    while at > 0:
        before = at - 1
        joined = words.pos(before) in _MODIFIERS or words.low[before] == "'s"
        if words.pos(before) == "X":
            joined = words.capital(before) or words.within("sources", before) or before == 0
        named = words.capital(before) and words.pos(before) not in _OUTSIDE
        if words.within("times", before) and not words.capital(before):
            break
        if (joined or named) and not _is_determined(words, at):
            at = before
        elif words.within("name_links", before) and words.capital(before - 1) and words.capital(at):
            at = before - 1
        else:
            break
    return at


def _is_determined(words: Words, at: int) -> bool:
    """Whether a determiner at `at` begins its phrase: another noun before it is none of its words."""
    return words.pos(at) == "DET" and words.pos(at - 1) not in ("DET", "ADJ", "NUM")


def phrase_end(words: Words, first: int) -> int:
    """The index after the last word of the noun phrase that begins at `first`; `first` itself when there is none."""
    at = first
    headed = False
    while at < len(words.tokens):
        step = _belongs(words, at, first, headed=headed)
        if not step:
            break
        headed = headed or step == "head"
        at += 1
    while at > first and (
        words.within("links", at - 1) or words.within("conjunctions", at - 1) or words.pos(at - 1) in ("DET", "PUNCT")
    ):
        at -= 1
    return at if headed or any(words.within("sources", i) for i in range(first, at)) else first


def _belongs(words: Words, at: int, first: int, *, headed: bool) -> str:
    """How the word at `at` belongs to the phrase begun at `first`: as `head`, as `part`, or not at all."""
    pos, low = words.pos(at), words.low[at]
    linked = at > first and words.within("links", at - 1)
    if at > first and words.within("times", at) and not words.capital(at):
        return ""
    if words.capital(at) and pos not in ("ADP", "CCONJ", "SCONJ", "PRON"):
        return "head"
    if at > first and (
        words.within("links", at) or low == "&" or (words.within("conjunctions", at) and _joins(words, at))
    ):
        return "part" if headed else ""
    if pos in ("DET", "NUM"):
        fresh = headed and not linked and words.pos(at - 1) not in ("ADP", "CCONJ", "DET")
        return "" if fresh else "part"
    if pos in _NOUNS or (pos == "VERB" and words.pos(at - 1) == "DET"):
        if _after_name(words, at, linked=linked) or (pos == "X" and at > first and not words.within("sources", at)):
            return ""
        return "part" if pos == "ADJ" else "head"
    glued = at > first and words.tokens[at].start == words.tokens[at - 1].end and low in ("-", "'", "'s")
    return "part" if glued else ""


def _after_name(words: Words, at: int, *, linked: bool) -> bool:
    """Whether a noun follows a full name, so that it is no longer part of it: "Kyle Chan chercheur"."""
    if linked or words.pos(at) == "ADJ" or words.sentence.lang == "en":
        return False
    return words.capital(at - 1) and words.capital(at - 2)


def _joins(words: Words, at: int) -> bool:
    """Whether "et" at `at` joins two names or two sources rather than two clauses."""
    following = at + 1
    if words.capital(following) or words.within("sources", following):
        return True
    return words.pos(following) == "DET" and (words.within("sources", following + 1) or words.capital(following + 1))


def name_in(words: Words, first: int, end: int) -> tuple[int, int]:
    """The name inside, behind or before a noun phrase, else the phrase.

    "le ministre Hamad Hassan", "la porte-parole, Kira Iarmich", "Anatoli Kalinitchenko, son directeur".
    """
    run = end
    while run > first and words.capital(run - 1):
        run -= 1
    full = end - run >= _FULL_NAME
    if full and run > first and not words.within("links", run - 1) and words.pos(run - 1) not in ("DET", "ADP"):
        return run, end
    if words.capital(first) and end - first >= _FULL_NAME and words.capital(first + 1):
        return first, end
    return _apposed_after(words, end) or _apposed_before(words, first, end) or (first, end)


def _apposed_after(words: Words, end: int) -> tuple[int, int] | None:
    """A full name between two commas behind a phrase that ends at `end`, or a word or two later."""
    comma = end
    while comma < end + _STRAY and words.pos(comma) not in ("PUNCT", "VERB", "AUX", "PRON", ""):
        comma += 1
    if words.word(comma) != ",":
        return None
    stop = comma + 1
    while words.capital(stop):
        stop += 1
    closed = stop >= len(words.tokens) or words.pos(stop) == "PUNCT"
    return (comma + 1, stop) if stop - comma - 1 >= _FULL_NAME and closed else None


def _apposed_before(words: Words, first: int, end: int) -> tuple[int, int] | None:
    """A full name right before the comma in front of a role: "Luc Roux, le directeur"."""
    head = next((i for i in range(first, end) if words.pos(i) != "DET"), first)
    if words.word(first - 1) != "," or words.capital(head):
        return None
    start = first - 1
    while words.capital(start - 1):
        start -= 1
    fresh = start == 0 or words.pos(start - 1) in ("PUNCT", "CCONJ", "SCONJ")
    return (start, first - 1) if first - 1 - start >= _FULL_NAME and fresh else None


def full_names(words: Words) -> list[tuple[int, int]]:
    """Persons named in full outside quotations, where no preposition or determiner governs them."""
    found = []
    at = 0
    while at < len(words.tokens):
        end = at
        while words.capital(end):
            end += 1
        free = words.pos(at - 1) not in ("ADP", "DET") and not words.within("links", at - 1)
        if end > at and free and is_person(words, at, end) and not words.quoted(at):
            found.append((at, end))
        at = max(end, at + 1)
    return found


def is_person(words: Words, first: int, end: int) -> bool:
    """Whether a name is a person's: a title, or two capitals in a row without a determiner."""
    if any(words.within("titles", i) for i in range(first, end)):
        return True
    capitals = sum(words.capital(i) for i in range(first, end))
    return capitals >= _FULL_NAME and capitals == end - first and not words.within("corporate", end - 1)
