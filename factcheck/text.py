"""Small text tools everyone needs: folding, slugs of content, line numbers, making hostile text inert."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

_FOLDS = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u00ad": "",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
    }
)
# C0 and C1 controls (terminal escapes start with one), lone surrogates, and the marks that reorder text.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def fold(text: str) -> str:
    """Bring spelling variants of one quote together: NFC, plain spaces, apostrophes, quotes, hyphens.

    >>> fold("l’IA\u00a0: « oui »")
    'l\\'IA : " oui "'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_FOLDS)).strip()


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word folded, in small letters; the same few thousand words make up most of any text."""
    return fold(word).lower()


def strip_accents(text: str) -> str:
    """`text` without its accents: for keys that must not hang on them ("Évian" and "Evian")."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def digest(*parts: str, length: int = 12) -> str:
    """A stable hexadecimal key of `parts`; `length` digits."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def inert(text: str) -> str:
    """`text` with control characters, lone surrogates and direction marks shown as `\\uXXXX`, safe to print."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


class Lines:
    """Line and column of an offset; both from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        """Index the line starts of `text` once."""
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def line(self, offset: int) -> int:
        """The line `offset` stands in."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """The column `offset` stands in."""
        return offset - self._starts[self.line(offset) - 1] + 1
