"""From bytes to text: what a file declares, what its bytes prove, and how many of them tell nothing.

Old French and English text is in one of a few encodings, told apart by which gives the usual letters; a general
guesser is not asked, so that a text reads the same whatever else is installed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.documents.readers.base import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_HEAD = 4_096
# Browsers read these as windows-1252, and so do those who write them.
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252", "latin-1"})
# Where old text may come from: Windows, the Macintosh, DOS. The first wins a tie.
_OLD = ("cp1252", "mac_roman", "cp850")
_USUAL = frozenset("éèêëàâäçîïôöùûüÿœæÉÈÊÀÂÇÎÔŒ«»’‘“”–—…€°\u00a0£§")
_SAMPLE = 100_000
# Invalid bytes this rare are accidents in UTF-8; more of them are another encoding.
_FEW = 0.1
# A text holds hardly any control characters; a picture or archive is full of them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_CONTROL_SHARE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text with its encoding; `lost` counts bytes that stand for no character."""

    text: str
    encoding: str
    lost: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """One line on lost bytes."""
        if not self.lost:
            return ()
        return (f"{self.lost} byte{'s' if self.lost > 1 else ''} that {self.encoding} cannot read, shown as \ufffd",)


def decode(data: bytes, *, declared: bool = False) -> Decoded:
    """The text of `data`, line ends as `\\n`; with `declared`, its first bytes may name its encoding."""
    encoding = _encoding(data, declared=declared)
    mark = next((mark for mark, name in _MARKS if data.startswith(mark)), b"")
    raw = data[len(mark) :].decode(encoding, errors="replace")
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text)) + text.count("\ufffd") > _CONTROL_SHARE * len(text):
        raise Unreadable("not a text file (its bytes are neither UTF-8 nor windows-1252 text)")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    return Decoded(text=text, encoding=_spoken(encoding), lost=max(0, lost))


def _spoken(encoding: str) -> str:
    return {"cp1252": "windows-1252", "utf-8": "UTF-8"}.get(encoding, encoding)


def _encoding(data: bytes, *, declared: bool) -> str:
    """The encoding: by its mark, by zero bytes, by being valid UTF-8, as declared, or by its letters."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\x00" in data:
        return _wide(data)
    if _is_utf8(data):
        return "utf-8"
    said = _said(data) if declared else None
    if said is not None and said not in _WESTERN and said != "utf-8" and _decodes(data, said):
        return said
    return _old(data) if said not in _WESTERN else "cp1252"


def _is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8, but for accidents: other encodings give hardly any valid sequence."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data[:_SAMPLE].decode("utf-8", errors="replace")
        bad = text.count("\ufffd")
        good = sum(c > "\x7f" for c in text) - bad
        return bad <= _FEW * good
    return True


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if min(even, odd) * 20 > half or max(even, odd) * 2 < half:
        raise Unreadable("not a text file (it holds zero bytes)")
    return "utf-16-be" if even > odd else "utf-16-le"


def _said(data: bytes) -> str | None:
    """The encoding the first bytes declare, by Python's name."""
    match = _DECLARED.search(data[:_HEAD])
    try:
        return codecs.lookup(match.group(1).decode("ascii")).name if match else None
    except (LookupError, UnicodeError):
        return None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data[:_SAMPLE].decode(encoding, errors="ignore")
        data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return False
    return True


def _old(data: bytes) -> str:
    """The old encoding under which `data` has the most letters that French and English use."""
    sample = bytes(byte for byte in data[:_SAMPLE] if byte > 0x7F)
    return max(_OLD, key=lambda name: sum(c in _USUAL for c in sample.decode(name, errors="replace")))
