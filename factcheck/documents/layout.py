"""From the text of a document to its blocks: headings, paragraphs, bullets, and the furniture around them.

Nothing is cut from the text: a block is a slice of it, and furniture is a block too. Rules go by shape
(a line of language names, a caption above a credit) with word lists in `lang/<lang>/layout.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise
from statistics import median

from factcheck.lang import LANGUAGES, theme
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
# A caption is one short sentence.
_CAPTION_CHARS = 180
# A notice or form line; longer ones are prose that happens to hold its words.
_NOTICE_CHARS = 400
# A source tag glued to the end of a paragraph is a name or two.
_TAG_WORDS = 7
# A row of buttons: "Facebook Twitter LinkedIn".
_MENU_WORDS = 8
# Lines of text files broken by hand are about this long.
_WRAP = (50, 110)
_FEWEST_WRAPPED = 3

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
_SNAKE = re.compile(r"^[a-z0-9]+(?:_[a-z0-9]+)+$")
_COUNTER = re.compile(r"(?<![\w/])\d{1,3}/(\d{1,3}) (?=[A-Z0-9])")
_FINAL = re.compile(r"""[.!?…:;,][\s"'”’»)\]]*$""")
_DASHED = re.compile(r"^[-–—] \S.{0,80} [-–—]$")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\(")
_PARENTHESIS = re.compile(r"^[(\[][^()\[\]]{2,80}[)\]]$")
# "Accueil > Société > Logement": where a page stands in its site.
_TRAIL = re.compile(r"^[^>›»]{2,40}(?: [>›»] [^>›»]{2,60})+$")
_TABLE = re.compile(r"^\|.*\|$")
# "…témoignepar BFMTV": a video's title and its channel, run together by the page's extraction.
_EMBED = re.compile(r"\w{3}par (?:[A-ZÀ-Ý0-9][\w'’.&-]*[ ]?){1,4}$")
_GLUED_TAG = re.compile(r"""(?<=\w\w)[.!?]?["”»]?[.!?]["”»]?(?P<tag>[A-Z][\w&.'’ ()-]{2,60})$""")
_NAME_LINE = re.compile(r"^(?:par|by|de|from)\s+(?:[A-ZÀ-Ý][\w'’.-]+(?:\s+|,\s*|$)|et\s+|and\s+){2,6}$", re.IGNORECASE)
_CJK_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日.{0,10}$")


@cache
def _listed(key: str) -> frozenset[str]:
    """The entries of `key` in every language's layout file, folded; lower case but for the credits."""
    entries = {fold(entry) for lang in LANGUAGES for entry in theme("layout", lang)[key]}
    return frozenset(entries if key == "credits" else {entry.lower() for entry in entries})


@cache
def _any_of(key: str, template: str) -> re.Pattern[str]:
    """A pattern for any entry of `key`, longest first, set into `template` at `%s`."""
    words = sorted(_listed(key), key=lambda word: (-len(word), word))
    return re.compile(template % "|".join(map(re.escape, words)))


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
    ended = sum(bool(_FINAL.search(text)) for text in inner)
    usual = _WRAP[0] <= median(lengths) <= _WRAP[1] and max(lengths) <= 2 * _WRAP[1]
    return usual and 2 * ended < len(inner)


def _roles(lines: Sequence[_Line]) -> list[Role]:
    """The role of each line, seen with its neighbours."""
    roles = [Role.FURNITURE if _is_furniture(line) else _prose_role(line) for line in lines]
    _mark_captions(lines, roles)
    _mark_references(lines, roles)
    _mark_repeats(lines, roles)
    _mark_last(lines, roles)
    return roles


def _prose_role(line: _Line) -> Role:
    """Heading, bullet or paragraph, by mark, length and last character."""
    if line.mark.startswith("#"):
        return Role.HEADING
    if _GLUED_TAG.search(line.text) and not line.mark:
        return Role.PARAGRAPH
    short = len(line.text) <= _HEADING_CHARS and len(line.text.split()) <= _HEADING_WORDS
    open_end = not _FINAL.search(line.text) or line.text.rstrip('"”» ').endswith(("?", "!"))
    numbered = line.mark[:1].isdigit()
    if short and open_end and (numbered or (not line.mark and line.text[:1] not in '"«“')):
        return Role.HEADING
    if short and open_end and not line.mark and line.text[-1:] in '"»”' and len(line.text.split()) <= 8:
        return Role.HEADING
    return Role.BULLET if line.mark and line.mark[0] != ">" else Role.PARAGRAPH


def _is_furniture(line: _Line) -> bool:
    """Whether a line is no prose, by itself."""
    text = line.text
    folded = fold(text).lower()
    plain = folded.strip("\"' .:!|>-←→↑»›·•()[]0123456789") if len(folded) < 80 else folded
    letters = [c for c in plain if c.isalpha()]
    if line.mark == "`" or not letters or text[0] in "©←→↑›":
        return True
    if len(plain.split()) <= _MENU_WORDS and all(word in _listed("menu") for word in plain.split()):
        return True
    if plain in _listed("menu") or _menu_words(plain) in _listed("menu") or plain in _listed("languages"):
        return True
    return _is_foreign(text) or _is_notice(text, folded) or _is_credit(text) or _is_machine(text)


def _menu_words(plain: str) -> str:
    """`plain` without the pictures menus put before their words."""
    return re.sub(r"^[^\w]+", "", plain.replace("\ufe0f", ""))


def _is_foreign(text: str) -> bool:
    """Whether most letters are of another script than Latin, or half of a short line's are."""
    letters = [c for c in text[:400] if c.isalpha()]
    other = sum(ord(c) > 0x24F for c in letters)
    return other * 3 > len(letters) if not _FINAL.search(text) else other * 2 > len(letters)


def _is_notice(text: str, folded: str) -> bool:
    """Navigation, forms, bylines and teasers, by their words."""
    if _any_of("openers", r"^(?:%s)(?!\w)").match(folded) and not _is_long_prose(text):
        return True
    if len(text) <= _NOTICE_CHARS and _any_of("phrases", r"(?<!\w)(?:%s)(?!\w)").search(folded):
        return True
    return bool(_is_dateline(folded) or _NAME_LINE.match(text) or _CJK_DATE.match(text))


def _is_long_prose(text: str) -> bool:
    """Whether a line is a whole sentence of some length, whatever words it begins with."""
    return len(text.split()) > 14 and bool(re.search(r"[.!?…][\"”»)]*$", text))


def _is_dateline(folded: str) -> bool:
    """Whether a short line gives the date of publication."""
    return len(folded) < 120 and bool(_any_of("published", r"(?:^|[,|] ?)(?:%s)\b.{0,40}\d{4}").search(folded))


def _is_credit(text: str) -> bool:
    """Whether a line credits a picture: parts between bars, a bank's name first or last, a name in brackets."""
    if _FINAL.search(text) or len(text) > _CAPTION_CHARS:
        return False
    if " | " in text or _TABLE.match(text) or _TRAIL.match(text) or _EMBED.search(text):
        return True
    folded = fold(text)
    if _PARENTHESIS.match(text):
        return "/" in text or bool(_any_of("credits", r"(?<!\w)(?:%s)\W*$").search(folded))
    if _any_of("credits", r"^(?:%s)(?: [•·|/] \w+)? (?=[A-ZÀ-Ý])(?!.*\d{4}$)").match(folded):
        return True
    return bool(_any_of("credits", r"(?:^|[(/|•] ?|, )(?:%s)\)?$").search(folded))


def _is_machine(text: str) -> bool:
    """Whether a line is made of identifiers, links, gallery counters or images."""
    words = text.split()
    if sum(bool(_SNAKE.match(word)) for word in words) * 3 >= len(words):
        return True
    counters = _COUNTER.findall(text)
    if counters and (len(counters) >= 3 or _COUNTER.match(text)):
        return True
    bare = _LINK.sub("", text).strip()
    return bool(_IMAGE.match(text)) or (bare != text.strip() and len(bare.split()) <= 2)


def _mark_captions(lines: Sequence[_Line], roles: list[Role]) -> None:
    """The short line right above a credit between bars is the picture's caption."""
    for at in range(1, len(lines)):
        above, line = lines[at - 1], lines[at]
        credited = roles[at] is Role.FURNITURE and not line.gap and " | " in line.text and _is_credit(line.text)
        if credited and len(above.text) <= _CAPTION_CHARS and above.text.count(". ") == 0 and not above.mark:
            roles[at - 1] = Role.FURNITURE


def _mark_references(lines: Sequence[_Line], roles: list[Role]) -> None:
    """A list of references runs from its heading to the next line of prose."""
    inside = False
    for at, line in enumerate(lines):
        if roles[at] is Role.HEADING and fold(line.text).lower().strip(" :") in _listed("references"):
            inside = True
        elif inside and _is_long_prose(line.text) and not line.mark:
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
            and (roles[at] is Role.HEADING or len(line.text) <= _CAPTION_CHARS)
        ):
            roles[at] = Role.FURNITURE
        seen.add(key)


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
