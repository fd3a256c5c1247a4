"""From the lines of printed pages to a text: running heads out, broken words joined, paragraphs whole."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from statistics import median
from typing import NamedTuple

from factcheck.lang import LANGUAGES, theme


class Line(NamedTuple):
    """A line of a page: where it begins, in points from the lower left corner, and how high its letters are."""

    page: int
    x: float
    y: float
    size: float
    text: str


# A gap this much larger than the usual distance of lines parts paragraphs.
_GAP = 1.3
# Letters this much higher than the text's are a heading's; a difference less than this is the same size.
_HEADING, _OTHER_SIZE = 1.12, 1.08
_HEADING_CHARS = 200
# A first line this much further in, in letter heights, begins a paragraph.
_INDENT = 0.8
# A line this much shorter than its column ends its paragraph, unless the next goes on in small letters.
_SHORT = 0.6
# Lines this many letter heights apart are loose: each that ends a sentence ends a paragraph.
_LOOSE = 1.6
_PARAGRAPH = "\n\n"
# Running heads stand among the outermost lines of a page.
_OUTER = 2

_PAGE_NUMBER = re.compile(
    r"^\W*(?:p\.|page|pages)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|sur|of|de)\s*\d{1,4})?\W*$", re.IGNORECASE
)
# What browsers print above and below a page: "03/03/2025 10:12 Le pont", "https://gazette.example/pont 1/2".
_PRINTED = re.compile(
    r"""^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s\d{1,2}:\d{2}\b
      | ^(?:file|https?)://\S+\s*(?:\d+(?:/|\s(?:sur|of)\s)\d+)?$""",
    re.VERBOSE,
)
_ENDED = re.compile(r"""[.!?…:;][\s"'”’»)\]]*$""")
_BULLET = re.compile(r"^(?:[•‣◦▪●■·–—-]|\(?\d{1,2}[.)])\s+\S")
_BROKEN = re.compile(r"([^\W\d_]{2,})[-\u2010]$")
_NEXT = re.compile(r"^([^\W\d_]+)")


@cache
def _hyphened() -> frozenset[str]:
    """Words before which a hyphen is the writer's own, wherever the line broke."""
    return frozenset(word for lang in LANGUAGES for word in theme("layout", lang)["after_hyphen"])


def reflow(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text of pages, and the offsets at which a page begins."""
    kept = _without_running_heads(pages)
    lines = [line for page in kept for line in page]
    if not lines:
        return "", ()
    usual = _Usual(lines)
    pieces = [_mark(lines[0], usual) + lines[0].text]
    for before, line in pairwise(lines):
        joint = _joint(before, line, usual)
        if not joint and not usual.keeps(before.text, line.text):
            pieces[-1] = pieces[-1][:-1]
        pieces.append(joint + (_mark(line, usual) if joint == _PARAGRAPH else "") + line.text)
    return "".join(pieces) + "\n", tuple(_page_starts(pieces, lines))


def _mark(line: Line, usual: _Usual) -> str:
    return "## " if usual.heads(line) else ""


def _page_starts(pieces: list[str], lines: list[Line]) -> Iterator[tuple[int, str]]:
    """The offset of each page's first line."""
    offset, page = 0, 0
    for piece, line in zip(pieces, lines, strict=True):
        if line.page != page:
            page = line.page
            yield offset + len(piece) - len(piece.lstrip("\n ")), f"page {page}"
        offset += len(piece)


class _Usual:
    """What most lines of a document are like: letter height, distance, width; and its words with a hyphen."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self.size = sizes.most_common(1)[0][0]
        body = [line for line in lines if self.is_body(line)]
        steps = [a.y - b.y for a, b in pairwise(body) if a.page == b.page and a.y > b.y]
        close = [step for step in steps if step < 3 * self.size]
        self.step = median(close) if close else 1.2 * self.size
        columns: dict[tuple[int, int], list[int]] = defaultdict(list)
        for line in lines:
            columns[_column(line)].append(len(line.text))
        self._widths = {place: sorted(lengths)[int(0.9 * len(lengths))] for place, lengths in columns.items()}
        self._hyphened = {w.lower() for line in lines for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)+", line.text)}

    def is_body(self, line: Line) -> bool:
        """Whether a line's letters are as high as the text's."""
        return self.size / _OTHER_SIZE < line.size < self.size * _OTHER_SIZE

    def is_full(self, line: Line) -> bool:
        """Whether a line is about as long as its column is wide; one that is not was ended by its writer."""
        return len(line.text) > _SHORT * max(self._widths[_column(line)], 30)

    def heads(self, line: Line) -> bool:
        """Whether a line's letters are a heading's."""
        return line.size > self.size * _HEADING and len(line.text) <= _HEADING_CHARS

    def keeps(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of `before` is the writer's own: "dit-il", "Franco-Allemand"."""
        broken, follows = _BROKEN.search(before), _NEXT.match(after)
        if not broken or not follows or follows[1][0].isupper():
            return True
        whole = f"{broken[1]}-{follows[1]}".lower()
        return follows[1].lower() in _hyphened() or whole in self._hyphened


def _same_size(a: Line, b: Line) -> bool:
    return max(a.size, b.size) <= min(a.size, b.size) * _OTHER_SIZE


def _column(line: Line) -> tuple[int, int]:
    """The page and the margin a line stands at."""
    return line.page, round(line.x / 4)


def _joint(a: Line, b: Line, usual: _Usual) -> str:
    """What stands between two lines: an empty line, a space, or nothing where a word goes on."""
    if _parts(a, b, usual):
        return _PARAGRAPH
    return "" if _BROKEN.search(a.text) else " "


def _parts(a: Line, b: Line, usual: _Usual) -> bool:
    """Whether a new paragraph begins with `b`."""
    if usual.heads(a) and usual.heads(b) and _same_size(a, b) and 0 < a.y - b.y < _LOOSE * a.size:
        return False  # a heading of two lines
    if not _same_size(a, b) and (usual.heads(a) or usual.heads(b)):
        return True
    if _BULLET.match(b.text) and (_ENDED.search(a.text) or _BULLET.match(a.text)):
        return True
    ended = bool(_ENDED.search(a.text))
    down = a.y - b.y
    if a.page != b.page or down <= 0:  # the next page or column
        return ended or usual.heads(a) or usual.heads(b)
    if down > _GAP * max(usual.step, min(a.size, b.size)):
        return True
    if down > _LOOSE * b.size and ended:
        return True
    if not usual.is_full(a) and (ended or b.text[:1].isupper()):
        return True
    indented = 0 < b.x - a.x < 5 * b.size and b.x - a.x > _INDENT * b.size
    return ended and indented


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without what is printed on most of them, and without their numbers."""
    told = Counter(key for page in pages for key in {_key(page[n]) for n in _edge(page)})
    many = max(2, (sum(map(bool, pages)) + 1) // 2)

    def runs(line: Line) -> bool:
        repeated = told[_key(line)] >= many and not _ENDED.search(line.text)
        return repeated or bool(_PAGE_NUMBER.match(line.text) or _PRINTED.match(line.text))

    return [_stripped(page, runs) for page in pages]


def _edge(page: Sequence[Line]) -> list[int]:
    """The indices of the highest and lowest lines of a page."""
    order = _downwards(page)
    return order[:_OUTER] + order[-_OUTER:]


def _downwards(page: Sequence[Line]) -> list[int]:
    return sorted(range(len(page)), key=lambda n: -page[n].y)


def _stripped(page: Sequence[Line], runs: Callable[[Line], bool]) -> list[Line]:
    """A page without its running lines, taken from the edges inwards up to the first line of text."""
    order = _downwards(page)
    out = set(takewhile(lambda n: runs(page[n]), order[:_OUTER]))
    out |= set(takewhile(lambda n: runs(page[n]), order[::-1][:_OUTER]))
    return [line for n, line in enumerate(page) if n not in out]


def _key(line: Line) -> str:
    """A running head without what changes from page to page."""
    return re.sub(r"\d+", "#", line.text).lower().strip()
