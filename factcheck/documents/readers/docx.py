"""Word files: paragraphs, headings, lists and tables in order, as they read with all changes accepted.

The format is zipped XML and the standard library reads both, so Word files need no extra package. Comments, notes,
headers and footers are left out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from factcheck.documents.readers.base import Ask, Draft, one_line, paragraphs, row_sentences
from factcheck.documents.readers.packed import local, member, open_zip, xml

_HEADING = re.compile(r"(?:heading|titre|title|überschrift)\s*(\d?)", re.IGNORECASE)
# Text moved away, and the copy of a drawing's text for programs that cannot draw.
_UNREAD = frozenset({"moveFrom", "del", "Fallback", "instrText"})
# Word's own library names itself as author.
_NOBODY = frozenset({"", "python-docx", "microsoft office user", "user", "utilisateur"})


def read(data: bytes, ask: Ask) -> Iterator[Draft]:
    """The text of the body, with the title and author of the file's properties."""
    with open_zip(data) as archive:
        root = xml(member(archive, "word/document.xml"))
        styles = _styles(archive)
        told = _properties(archive)
    body = next((child for child in root if local(child.tag) == "body"), root)
    parts = list(_blocks(body, styles))
    title = told.get("title") or next((part.lstrip("# ") for part in parts if part.startswith("# ")), None)
    author = told.get("creator", "")
    yield Draft(
        text=paragraphs(parts),
        title=title,
        author=None if author.lower() in _NOBODY else author,
        lang=told.get("language"),
    )


def _styles(archive: zipfile.ZipFile) -> dict[str, str]:
    """The names of paragraph styles, by id."""
    if "word/styles.xml" not in archive.NameToInfo:
        return {}
    styles: dict[str, str] = {}
    for style in xml(member(archive, "word/styles.xml")):
        name = next((_value(child) for child in style if local(child.tag) == "name"), "")
        styles[_value(style, "styleId")] = name
    return styles


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    """What the file says of itself. Its dates tell when it was written, not when it was published."""
    if "docProps/core.xml" not in archive.NameToInfo:
        return {}
    root = xml(member(archive, "docProps/core.xml"))
    return {local(child.tag): one_line(child.text or "") for child in root if (child.text or "").strip()}


def _value(element: Element, name: str = "val") -> str:
    """An attribute, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def _blocks(parent: Element, styles: Mapping[str, str]) -> Iterator[str]:
    """The paragraphs and tables below `parent`, boxes around them opened."""
    for element in parent:
        kind = local(element.tag)
        if kind == "p":
            yield _marked(element, styles)
        elif kind == "tbl":
            yield "\n\n".join(row_sentences([_cells(row) for row in element if local(row.tag) == "tr"]))
        elif kind in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _blocks(element, styles)


def _cells(row: Element) -> list[str]:
    return [" ".join(_words(p) for p in cell.iter() if local(p.tag) == "p") for cell in row if local(cell.tag) == "tc"]


def _marked(paragraph: Element, styles: Mapping[str, str]) -> str:
    """A paragraph with the mark of its style."""
    text = "\n".join(one_line(line) for line in _words(paragraph).split("\n"))
    style, listed = "", False
    for element in paragraph.iter():
        if local(element.tag) == "pStyle":
            style = styles.get(_value(element)) or _value(element)
        listed = listed or local(element.tag) == "numPr"
    heading = _HEADING.match(style)
    if heading and text.strip():
        return "#" * int(heading[1] or 1) + " " + text
    return f"- {text}" if (listed or style.lower().startswith("list")) and text.strip() else text


def _words(element: Element) -> str:
    """The text of a paragraph: kept and inserted runs, not deleted or moved ones."""
    words: list[str] = []
    for child in element:
        kind = local(child.tag)
        if kind == "t":
            words.append(child.text or "")
        elif kind in ("tab", "ptab"):
            words.append(" ")
        elif kind in ("br", "cr"):
            words.append("\n")
        elif kind == "noBreakHyphen":
            words.append("-")
        elif kind not in _UNREAD and not kind.endswith("Pr"):
            words.append(_words(child))
    return "".join(words)
