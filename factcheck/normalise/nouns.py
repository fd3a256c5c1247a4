"""What a figure counts: finding the noun after it and its singular, by the endings of words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.lang import theme
from factcheck.normalise.spaces import fold
from factcheck.normalise.tokens import Sort, Token, is_hyphen

# How many adjectives may stand before a French noun, and how many words before an English head noun.
MOST_ADJECTIVES = 3
MOST_MODIFIERS = 4
# "Français", "Chinois": names of peoples that are the same in the plural.
_PEOPLE = re.compile(r"(?:ais|ois)$")


class Nouns:
    """The counted nouns of one language."""

    def __init__(self, lang: str) -> None:
        """Read the word lists of the language."""
        words, forms = theme("quantities", lang), theme("nouns", lang)
        self.lang = lang
        self.numbers = frozenset(theme("numbers", lang)["ones"]) | frozenset(theme("numbers", lang)["tens"])
        self.adjectives = frozenset(words["adjectives"])
        self.never = frozenset(words["not_nouns"])
        self.casualties = frozenset(words["casualties"])
        self.irregular: dict[str, str] = forms["irregular"]
        self.invariable = frozenset(forms["invariable"])
        self.endings = tuple((re.compile(pattern), ending) for pattern, ending in forms["endings"].items())
        self.compound_heads = frozenset(forms["compound_heads"])
        self.plural_end = tuple(forms["plural_ends"])
        self.not_plural = tuple(forms["not_plural_ends"])
        self.head_last = forms["head"] == "last"

    def lemma(self, word: str) -> str:
        """The singular of `word`, in lower case unless it is a name or an acronym.

        >>> Nouns("fr").lemma("ingénieurs"), Nouns("fr").lemma("chevaux"), Nouns("fr").lemma("GPU")
        ('ingénieur', 'cheval', 'GPU')
        """
        if len(word) > 1 and word.isupper():
            return word
        if _is_acronym_plural(word):
            return word[:-1]
        if word[:1].isupper() and _PEOPLE.search(word):
            return word
        low = word.lower()
        bare = fold(low)
        if bare in self.irregular:
            return self.irregular[bare]
        if bare in self.invariable:
            return low
        single = next((p.sub(e, low) for p, e in self.endings if p.search(bare)), low)
        return single[0].upper() + single[1:] if word[0].isupper() and not self.head_last else single

    def plural(self, token: Token) -> bool:
        """Whether `token` can be a noun in the plural."""
        key = token.key
        if key in self.irregular or key in self.invariable or key in self.casualties:
            return True
        if len(token.text) > 1 and token.text.isupper():
            return True
        if _is_acronym_plural(token.text):
            return True
        return len(key) > 2 and key.endswith(self.plural_end) and not key.endswith(self.not_plural)

    def counted(self, tokens: Sequence[Token], at: int, *, several: bool) -> tuple[str, int] | None:
        """The lemma of the noun counted from `at` on and the index after the noun (and an adjective after it)."""
        return self._last(tokens, at, several) if self.head_last else self._first(tokens, at, several)

    def _usable(self, token: Token) -> bool:
        if token.sort != Sort.WORD or token.key in self.never or token.key.endswith("'"):
            return False
        return token.key not in self.numbers

    def _first(self, tokens: Sequence[Token], at: int, several: bool) -> tuple[str, int] | None:
        """The noun comes first, after some adjectives, and its own adjective follows (French)."""
        place = at
        while place < len(tokens) - 1 and tokens[place].key in self.adjectives and place - at < MOST_ADJECTIVES:
            place += 1
        token = tokens[place]
        parts, end = self._compound(tokens, place)
        usable = self._usable(token) or (token.key in self.compound_heads and len(parts) > 1)
        if not usable or (token.glued and tokens[place - 1].sort == Sort.DIGITS):
            return None
        if several and not any(self.plural(p) for p in parts):
            return None
        if not several and token.text[:1].isupper() and not any(self.plural(p) for p in parts):
            return None
        lemma = "-".join(p.text if p.key in self.compound_heads else self.lemma(p.text) for p in parts)
        return lemma, self._agreeing(tokens, end) if several or self.plural(parts[-1]) else end

    def _compound(self, tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
        """The parts of a noun written with hyphens ("start-ups"), and the index after it."""
        parts, end = [tokens[at]], at + 1
        while end + 1 < len(tokens) and is_hyphen(tokens[end]) and tokens[end + 1].glued and len(parts) < 4:
            if tokens[end + 1].sort != Sort.WORD:
                break
            parts.append(tokens[end + 1])
            end += 2
        return parts, end

    def _agreeing(self, tokens: Sequence[Token], end: int) -> int:
        """Past one adjective or noun in the plural that follows: "baleines pilotes", "ambulances jaunes"."""
        token = tokens[end]
        agrees = self._usable(token) and token.text.islower() and not token.glued
        if agrees and token.key.endswith(self.plural_end) and len(token.key) > 3 and token.key not in self.adjectives:
            return end + 1
        return end

    def _last(self, tokens: Sequence[Token], at: int, several: bool) -> tuple[str, int] | None:
        """The noun is the last word of its group (English): "112 tram-related accidents"."""
        place, head, words = at, -1, 0
        while place < len(tokens) and words <= MOST_MODIFIERS and self._usable(tokens[place]):
            token = tokens[place]
            if place > at and token.text[:1].isupper() and not (token.text.isupper() and tokens[at].text.islower()):
                break
            if token.key in self.casualties:
                return self._casualty(tokens, at, place, head)
            ends = self.plural(token) if several else token.text.islower() or token.text.isupper()
            if ends:
                head = place
            elif head >= 0:
                break
            place, words = place + 1, words + 1
            if not several and head >= 0 and not self._modifier(tokens, place):
                break
            while place + 1 < len(tokens) and is_hyphen(tokens[place]) and tokens[place + 1].glued:
                if tokens[place + 1].sort != Sort.WORD:
                    break
                if several and self.plural(tokens[place + 1]):
                    head = place + 1
                place += 2
        if head < 0:
            return None
        return self.lemma(tokens[head].text), head + 1

    def _casualty(self, tokens: Sequence[Token], at: int, place: int, head: int) -> tuple[str, int]:
        """ "5 dead"; but "20 people injured" counts people."""
        if head >= 0:
            return self.lemma(tokens[head].text), head + 1
        return self.irregular.get(tokens[place].key, tokens[place].key), place + 1

    def _modifier(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether the noun before `place` only describes the next word: a hyphen follows it."""
        return place < len(tokens) and is_hyphen(tokens[place])


def _is_acronym_plural(text: str) -> bool:
    """ "GPUs", "ONGs"."""
    return len(text) > 2 and text.endswith("s") and text[:-1].isupper()


@cache
def nouns(lang: str) -> Nouns:
    """The counted nouns of `lang`, read once."""
    return Nouns(lang)
