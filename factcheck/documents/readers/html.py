"""Saved web pages: the article with its headings, lists and tables, and what the page tells of it (trafilatura)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from factcheck.documents.dateline import iso_day
from factcheck.documents.decoding import decode
from factcheck.documents.readers.base import Ask, Draft, one_line, paragraphs, row_sentences
from factcheck.documents.readers.markup import html_paragraphs
from factcheck.text import fold

# Dates come from what the page declares: one guessed from its text would settle "yesterday" wrongly. The latest
# date is fixed, since by default it is today's and a page would read differently tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}

# Old pages part their paragraphs by empty lines.
_BREAKS = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
# A cell with more text than this is no cell of a table but a part of the page.
_CELL_CHARS = 400
# Bare text of this length between blocks is a paragraph; less is a button's or a date.
_BARE_CHARS = 40
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "figure", "blockquote", "hr", "center"})

for _name in ("trafilatura", "htmldate", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read(data: bytes, ask: Ask) -> Iterator[Draft]:
    """The article of a page; a page in which none stands out is read whole."""
    decoded = decode(data, declared=True)
    tree = trafilatura.load_html(_BREAKS.sub("<p>", decoded.text))
    if tree is None:  # a fragment, or no page at all
        yield Draft(text=paragraphs(html_paragraphs(decoded.text)), notes=decoded.notes)
        return
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()
    headline = _headline(tree)
    _unfold_layout(tree)
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, favor_recall=True, with_metadata=True, date_extraction_params=_DATES
    )
    title = headline or (found.title if found else None)
    parts = list(_parts(found.body)) if found is not None else html_paragraphs(decoded.text)
    yield Draft(
        text=paragraphs(_titled(parts, title)),
        title=title,
        publisher=(found.sitename or found.hostname) if found else None,
        published=iso_day(found.date) if found else None,
        author=found.author if found else None,
        lang=language or None,
        url=found.url if found else None,
        notes=decoded.notes,
    )


def _unfold_layout(tree: Any) -> None:
    """Make boxes of the tables that old pages place their parts with, and paragraphs of text bare in a box."""
    for table in list(tree.iter("table")):
        cells = table.iter("td", "th")
        if any(cell.find(".//h1") is not None or len("".join(cell.itertext())) > _CELL_CHARS for cell in cells):
            for element in table.iter("table", "tbody", "tr", "td", "th"):
                element.tag = "div"
    for box in list(tree.iter("div")):
        for child in list(box):
            if len(child.tail or "") > _BARE_CHARS and _is_block(child):
                _wrap_tail(child)


def _wrap_tail(block: Any) -> None:
    """Put the text after `block`, with the links and stresses in it, into a paragraph."""
    bare = block.makeelement("p")
    bare.text, block.tail = block.tail, None
    block.addnext(bare)
    follows = bare.getnext()
    while follows is not None and isinstance(follows.tag, str) and not _is_block(follows):
        bare.append(follows)
        follows = bare.getnext()


def _is_block(element: Any) -> bool:
    """Whether an element stands on lines of its own, so that the text after it begins a paragraph."""
    return element.tag in _BLOCKS or element.find(".//h1") is not None


def _headline(tree: Any) -> str | None:
    """The page's own headline, where it has just one."""
    heads = [one_line("".join(head.itertext())) for head in tree.iter("h1")]
    heads = [head for head in heads if head]
    return heads[0] if len(heads) == 1 else None


def _titled(parts: list[str], title: str | None) -> list[str]:
    """The paragraphs below their title, which some pages keep apart from the article."""
    if not title or any(_key(part) == _key(title) for part in parts[:5]):
        return parts
    return [f"# {title}", *parts]


def _key(text: str) -> str:
    return fold(text).lower().strip("# ")


def _parts(body: Any) -> Iterator[str]:
    """The paragraphs of trafilatura's tree."""
    for element in body:
        if element.tag == "head":
            level = str(element.get("rend") or "h2")[1:2]
            yield "#" * (int(level) if level.isdigit() else 2) + " " + one_line(_words(element))
        elif element.tag == "list":
            yield "\n".join(f"- {item}" for item in _items(element))
        elif element.tag == "table":
            rows = [[_words(cell) for cell in row.iter("cell")] for row in element.iter("row")]
            yield "\n\n".join(row_sentences(rows))
        elif element.tag in ("quote", "div") and len(element):
            yield one_line(element.text or "")
            yield from _parts(element)
        elif isinstance(element.tag, str):
            yield "\n".join(one_line(line) for line in _words(element).split("\n"))
        yield one_line(element.tail or "")


def _items(element: Any) -> Iterator[str]:
    """The items of a list, those of lists inside it after their own."""
    for item in element.iter("item"):
        own = one_line(_words(item, apart="list"))
        if own:
            yield own


def _words(element: Any, *, apart: str = "") -> str:
    """The text of an element; a line break in it is one, children named `apart` are left out."""
    words = [(element.text or "").replace("\n", " ")]
    for child in element:
        if child.tag == "lb":
            words.append("\n")
        elif isinstance(child.tag, str) and child.tag not in (apart, "graphic"):
            words.append(_words(child, apart=apart))
        words.append((child.tail or "").replace("\n", " "))
    return "".join(words)
