"""XHTML and HTML to paragraphs with the standard library: for books and mails, whose every word is meant to be read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from factcheck.documents.readers.base import one_line, row_sentences

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = frozenset({"p", "div", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "blockquote", "pre"})
_BLOCKS |= {"article", "aside", "body", "figure", "figcaption", "footer", "form", "header", "main", "section", "hr"}
_UNREAD = frozenset({"head", "script", "style", "nav", "template", "svg", "noscript", "select", "button", "iframe"})
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|table|span|a|b|i|em|strong)\b[^<>]*>", re.IGNORECASE)
# Whoever nests deeper builds a trap.
_DEEPEST = 200


class _Collector(HTMLParser):
    """Gathers paragraphs: a heading gets its `#`, an item its `-`, a table's row becomes a sentence."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._mark = ""
        self._unread: list[str] = []
        self._rows: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD and len(self._unread) < _DEEPEST:
            self._unread.append(tag)
        elif tag == "br":
            self._words.append("\n")
        elif tag in _HEADINGS or tag == "li":
            self._close()
            self._mark = "- " if tag == "li" else "#" * _HEADINGS[tag] + " "
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._words.clear()
        elif tag in _BLOCKS and not self._rows:
            self._close(keep_mark=tag in ("p", "div"))
            self._rows = [] if tag == "table" else self._rows

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            while self._unread.pop() != tag:
                pass
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(one_line("".join(self._words)))
            self._words.clear()
        elif tag == "table" and self._rows is not None:
            self.paragraphs += row_sentences(self._rows)
            self._rows = None
        elif (tag in _BLOCKS or tag in _HEADINGS or tag == "li") and not self._rows:
            self._close()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._words.append(data.replace("\n", " "))

    def _close(self, *, keep_mark: bool = False) -> None:
        """End the paragraph at hand; an item's mark waits for its words."""
        lines = [one_line(line) for line in "".join(self._words).split("\n")]
        body = "\n".join(line for line in lines if line)
        self._words.clear()
        if body:
            self.paragraphs.append(self._mark + body)
        if body or not keep_mark:
            self._mark = ""

    def finish(self) -> list[str]:
        """All paragraphs, those of an unclosed table too."""
        self.close()
        self._close()
        return self.paragraphs + row_sentences(self._rows or [])


def html_paragraphs(html: str) -> list[str]:
    """The paragraphs of a page or fragment, in order.

    >>> html_paragraphs("<h2>Le pont</h2><p>Il est <b>ouvert</b>.</p><ul><li>Oui.</li></ul>")
    ['## Le pont', 'Il est ouvert.', '- Oui.']
    """
    collector = _Collector()
    collector.feed(html)
    return collector.finish()


def has_markup(text: str) -> bool:
    """Whether a field of text is HTML rather than plain."""
    return len(_TAG.findall(text[:20_000])) >= 2
