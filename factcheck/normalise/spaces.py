"""One form for the spaces, signs and digits that text writes in many ways, with the way back to the offsets.

Every step but one keeps the length of the text; only invisible marks and loose accents are taken out, and
only then is a map of offsets kept.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import cache

# What stands for a plain space: no-break, narrow, thin, figure and the other Unicode spaces, tab.
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "′": "'",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "﹣": "-",
    "－": "-",
    "“": '"',
    "”": '"',
    "″": '"',
}
_SAME |= {
    "％": "%",
    "＄": "$",
    "￥": "¥",
    "￡": "£",
    "﹪": "%",
    "٪": "%",
    "٫": ",",
    "٬": "'",
    "\r": "\n",
    "\x0b": " ",
    "\x0c": "\n",
}
# Marks that show nothing: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_FOREIGN_DIGIT = re.compile(r"[^\W\D0-9]|[０-９]")
_MIXED_DIGITS = re.compile(r"\d{2,}")


@dataclass(frozen=True, slots=True)
class Clean:
    """The cleaned text, its folded twin of the same length, and the offsets of both in the original.

    `text` keeps case and accents; `key` is in lower case without accents. `starts` and `ends` give the place
    of each character in the original, or are None when nothing moved.
    """

    text: str
    key: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the characters from `start` to `end` (exclusive, not empty)."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


@cache
def _signs() -> dict[int, str]:
    return {ord(s): " " for s in _SPACES} | {ord(old): new for old, new in _SAME.items()}


@cache
def _digits() -> dict[int, str]:
    """Every decimal digit of every script to its ASCII digit; built only for text that has one."""
    found = {}
    for point in range(0x660, sys.maxunicode + 1):
        value = unicodedata.decimal(chr(point), None)
        if value is not None:
            found[point] = str(value)
    return found


@cache
def _accents() -> dict[int, str]:
    """Latin letters with an accent to the bare letter, one for one (œ and æ stay)."""
    found = {}
    for point in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        bare = unicodedata.normalize("NFD", chr(point))[0]
        if bare.isascii() and bare.isalpha():
            found[point] = bare.lower()
    return found


def fold(text: str) -> str:
    """`text` in lower case without accents, of the same length.

    >>> fold("Été À Évian")
    'ete a evian'
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low if low.isascii() else low.translate(_accents())


def clean(text: str) -> Clean:
    """One form of `text`.

    >>> clean("100\u202f000\u00a0$").text
    '100 000 $'
    >>> clean("3\u00ad5").span(1, 2)
    (2, 3)
    """
    if text.isascii():
        plain = text.translate(_signs()) if "\t" in text or "\r" in text else text
        return Clean(plain, fold(plain))
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None
    if _INVISIBLE.search(text) or not unicodedata.is_normalized("NFC", text):
        text, starts, ends = _composed(text)
    text = text.translate(_signs())
    if _FOREIGN_DIGIT.search(text):
        text = text.translate(_digits())
    return Clean(text, fold(text), starts, ends)


def _composed(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Without invisible marks, accents joined to their letters; and where each character comes from."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, char in enumerate(text):
        if _INVISIBLE.match(char):
            continue
        if unicodedata.combining(char) and out:
            joined = unicodedata.normalize("NFC", out[-1] + char)
            if len(joined) == 1:
                out[-1], ends[-1] = joined, place + 1
                continue
        out.append(char)
        starts.append(place)
        ends.append(place + 1)
    return "".join(out), tuple(starts), tuple(ends)


def mixed_scripts(text: str) -> list[tuple[int, int]]:
    """Where digits of two scripts stand in one figure: nobody writes a number so."""
    if text.isascii() or not _FOREIGN_DIGIT.search(text):
        return []
    return [m.span() for m in _MIXED_DIGITS.finditer(text) if len({_zero(c) for c in m.group()}) > 1]


def _zero(digit: str) -> int:
    """The code point of the zero of `digit`'s script."""
    return ord(digit) - int(digit)
