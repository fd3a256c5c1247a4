"""From the text of a document to its blocks: headings, paragraphs, bullets, and the furniture around them.

Nothing is cut from the text: a block is a slice of it, and furniture is a block too. Rules go by shape
(a line of language names, a caption above a credit) with word lists in `lang/<lang>/layout.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from statistics import median

from factcheck.documents.furniture import CAPTION_CHARS, FINAL, is_credit, is_furniture, is_long_prose, listed
from factcheck.text import fold


class Role(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A slice of the document with one role; `section` is the heading it stands under."""

    start: int
    end: int
    role: Role
    section: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line (or hard-wrapped lines joined) without its margin, list mark or heading mark."""

    start: int
    end: int
    text: str
    mark: str
    gap: bool  # an empty line stands above


# A headline runs to some twenty words; longer lines without a full stop are prose that lost its end.
_HEADING_WORDS = 24
_HEADING_CHARS = 160
# A source tag glued to the end of a paragraph is a name or two.
_TAG_WORDS = 7
# Lines of text files broken by hand are about this long.
_WRAP = (50, 110)
_FEWEST_WRAPPED = 3

# What is this long is told twice by the page, not by its author; a quote pulled out of a text is a sentence or two.
_COPY_CHARS, _PULLED_CHARS = 40, 300
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r'[.!?…](?=[\s"]|$)|"')

_MARK = re.compile(
    r"""[^\S\n]*(?P<mark>
        \#{1,6}[ ]            # Markdown heading
      | (?:[>][ ]?)+          # Markdown quotation
      | [•‣◦▪●■·*+–—-][ \t]+  # bullet
      | \(?\d{1,2}[.)][ ]+    # numbered item
    )?""",
    re.VERBOSE,
)
_FENCE = re.compile(r"(?:```|~~~)")
_RULE = re.compile(r"[\W_]*$")
_DASHED = re.compile(r"^[-–—] \S.{0,80} [-–—]$")
_GLUED_TAG = re.compile(r"""(?<=\w\w)[.!?]?["”»]?[.!?]["”»]?(?P<tag>[A-Z][\w&.'’ ()-]{2,60})$""")


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a document in order; every letter of `text` but list marks lies in one."""
    front = _front_matter(text)
    lines = _joined(tuple(_lines(text, front)))
    roles = _roles(lines)
    found = [Block(start=0, end=front, role=Role.FURNITURE)] if front else []
    for line, role in zip(lines, roles, strict=True):
        found += _without_tag(text, Block(start=line.start, end=line.end, role=role))
    return tuple(_sectioned(text, found))


def _front_matter(text: str) -> int:
    """Where a leading `---` YAML header ends; 0 without one."""
    match = re.match(r"---[ \t]*\n(?:(?!---|\.\.\.)[^\n]*\n){0,60}(?:---|\.\.\.)[ \t]*(?:\n|$)", text)
    return match.end() if match else 0


def _lines(text: str, start: int) -> Iterator[_Line]:
    """The lines of `text` that hold anything, fenced code included."""
    gap, fenced = True, False
    for match in re.finditer(r"[^\n]+|\n(?=\n)", text[start:] if start else text):
        line = match.group()
        if not line.strip():
            gap = True
            continue
        at = start + match.start()
        mark = _MARK.match(line)
        head = mark.end() if mark and line[mark.end() :].strip() else len(line) - len(line.lstrip())
        label = (mark.group("mark") or "").strip() if mark and head == mark.end() else ""
        fence = bool(_FENCE.match(line.strip()))
        body = line[head:].rstrip()
        if _DASHED.match(line.strip()):
            head = len(line) - len(line.lstrip())
            body, label = line.strip(), "#"
        yield _Line(at + head, at + head + len(body), body, "`" if fenced or fence else label, gap)
        gap, fenced = False, fenced ^ fence


def _joined(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """The lines, those broken by hand put together again."""
    inner = [a.text for a, b in pairwise(lines) if not b.gap and not b.mark]
    if not _is_wrapped(inner):
        return lines
    done: list[_Line] = []
    for line in lines:
        last = done[-1] if done else None
        if last and not line.gap and not line.mark and last.mark != "`" and not last.mark.startswith("#"):
            space = "\n" if len(last.text) + 1 + len(line.text) == line.end - last.start else "\n" + " " * 8
            done[-1] = replace(last, end=line.end, text=last.text + space[:1] + line.text)
        else:
            done.append(line)
    return tuple(done)


def _is_wrapped(inner: Sequence[str]) -> bool:
    """Whether lines with another right below were broken by hand: all about as long, few ending a sentence."""
    if len(inner) < _FEWEST_WRAPPED:
        return False
    lengths = [len(text) for text in inner]
    ended = sum(bool(FINAL.search(text)) for text in inner)
    usual = _WRAP[0] <= median(lengths) <= _WRAP[1] and max(lengths) <= 2 * _WRAP[1]
    return usual and 2 * ended < len(inner)


def _roles(lines: Sequence[_Line]) -> list[Role]:
    """The role of each line, seen with its neighbours."""
    roles = [Role.FURNITURE if is_furniture(line.text, line.mark) else _prose_role(line) for line in lines]
    _mark_captions(lines, roles)
    _mark_references(lines, roles)
    _mark_repeats(lines, roles)
    _mark_copies(lines, roles)
    _mark_last(lines, roles)
    return roles


def _prose_role(line: _Line) -> Role:
    """Heading, bullet or paragraph, by mark, length and last character."""
    if line.mark.startswith("#"):
        return Role.HEADING
    if _GLUED_TAG.search(line.text) and not line.mark:
        return Role.PARAGRAPH
    short = len(line.text) <= _HEADING_CHARS and len(line.text.split()) <= _HEADING_WORDS
    open_end = not FINAL.search(line.text) or line.text.rstrip('"”» ').endswith(("?", "!"))
    numbered = line.mark[:1].isdigit()
    if short and open_end and (numbered or (not line.mark and line.text[:1] not in '"«“')):
        return Role.HEADING
    if short and open_end and not line.mark and line.text[-1:] in '"»”' and len(line.text.split()) <= 8:
        return Role.HEADING
    return Role.BULLET if line.mark and line.mark[0] != ">" else Role.PARAGRAPH


def _mark_captions(lines: Sequence[_Line], roles: list[Role]) -> None:
    """The short line right above a credit between bars is the picture's caption."""
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        credited = roles[at] is Role.FURNITURE and not line.gap and " | " in line.text and is_credit(line.text)
        if credited and len(above.text) <= CAPTION_CHARS and above.text.count(". ") == 0 and not above.mark:
            roles[at - 1] = Role.FURNITURE


def _mark_references(lines: Sequence[_Line], roles: list[Role]) -> None:
    """A list of references runs from its heading to the next line of prose."""
    inside = False
    for at, line in enumerate(lines):
        if roles[at] is Role.HEADING and fold(line.text).lower().strip(" :") in listed("references"):
            inside = True
        elif inside and is_long_prose(line.text) and not line.mark:
            inside = False
        if inside:
            roles[at] = Role.FURNITURE


def _mark_repeats(lines: Sequence[_Line], roles: list[Role]) -> None:
    """A heading or short line told again word for word is furniture the second time."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        key = fold(line.text).lower().rstrip(". ")
        if (
            key in seen
            and roles[at] is not Role.FURNITURE
            and (roles[at] is Role.HEADING or len(line.text) <= CAPTION_CHARS)
        ):
            roles[at] = Role.FURNITURE
        seen.add(key)


def _mark_copies(lines: Sequence[_Line], roles: list[Role]) -> None:
    """A paragraph told again with the same words and figures, or a quote pulled out of one, is furniture."""
    prose = [at for at, line in enumerate(lines) if roles[at] in (Role.PARAGRAPH, Role.BULLET)]
    seen: set[str] = set()
    longest: dict[str, int] = {}
    for at in prose:
        for piece in _pieces(lines[at].text):
            longest[piece] = max(longest.get(piece, 0), len(lines[at].text))
    for at in prose:
        text, pieces = lines[at].text, _pieces(lines[at].text)
        key = " ".join(_WORD.findall(fold(text).lower()))
        pulled = len(text) <= _PULLED_CHARS and not lines[at].mark and bool(pieces)
        if (key in seen and len(key) > _COPY_CHARS) or (
            pulled and all(longest[p] > len(text) + _COPY_CHARS for p in pieces)
        ):
            roles[at] = Role.FURNITURE
        seen.add(key)


def _pieces(text: str) -> list[str]:
    """The words of each sentence of `text`; a few words are no sentence to know again."""
    parts = (" ".join(_WORD.findall(part)) for part in _SENTENCE_END.split(fold(text).lower()))
    return [part for part in parts if len(part) > _COPY_CHARS]


def _mark_last(lines: Sequence[_Line], roles: list[Role]) -> None:
    """A few words without a full stop after the last paragraph sign it; they head nothing."""
    last = next((at for at in reversed(range(len(lines))) if roles[at] is not Role.FURNITURE), None)
    if last and roles[last] is Role.HEADING and len(lines[last].text.split()) <= 6 and not lines[last].mark:
        roles[last] = Role.FURNITURE


def _without_tag(text: str, block: Block) -> list[Block]:
    """The block, and the source tag glued to its last sentence as furniture of its own."""
    if block.role not in (Role.PARAGRAPH, Role.BULLET):
        return [block]
    tail = max(block.start, block.end - 90)
    match = _GLUED_TAG.search(text[tail : block.end])
    if not match or len(match.group("tag").split()) > _TAG_WORDS:
        return [block]
    cut = tail + match.start("tag")
    return [replace(block, end=cut), replace(block, start=cut, role=Role.FURNITURE)]


def _sectioned(text: str, found: list[Block]) -> Iterator[Block]:
    """The blocks, each with the heading above it; the document's first line heads the whole, not a section."""
    section: str | None = None
    first = next((block for block in found if block.role is not Role.FURNITURE), None)
    for block in found:
        if block.role is Role.HEADING and block is not first:
            section = text[block.start : block.end].strip("-–—# ")
            yield block
        else:
            yield replace(block, section=section)
