"""`ledger fmt`: the one canonical layout of a ledger, with every comment kept beside what it speaks of.

Keys come in a fixed order, each quote, value and review stands on one line. A comment on a line of its own stays
above what follows it, one at the end of a line stays at the end of that line; single blank lines stay too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.ledger.emit import flow, scalar
from factcheck.ledger.sealing import tree_of
from factcheck.records import json_text
from factcheck.yamlfile import Items, Mapping, Mark, Node, Scalar

ORDER = {
    "ledger": ("version", "watch", "sources", "claims", "conflicts", "seal"),
    "source": ("path", "title", "publisher", "url", "published", "lang", "sha256", "derived_from"),
    "claim": ("id", "statement", "lang", "verdict", "value", "evidence", "reviewed"),
    "conflict": ("key", "between", "kind", "state", "reason"),
    "quote": ("source", "quote", "prefix", "suffix", "start", "end"),
    "value": ("amount", "unit"),
    "reviewed": ("by", "on", "note", "seal"),
}
# What the items or entries of a key are; the other lists and maps stand on one line.
_MEMBERS = {"sources": "source", "claims": "claim", "conflicts": "conflict", "evidence": "quote", "between": "quote"}
_ON_ONE_LINE = frozenset({"quote", "value", "reviewed"})
# Written as they are: what YAML readers take for a number or a date is one.
_BARE = frozenset({"version", "amount", "start", "end", "published", "on", "seal", "sha256"})
_COMMENT = re.compile(r"(?:^|(?<=\s))#")


def formatted(path: Path, text: str) -> str:
    """`text`, the ledger at `path`, in its canonical layout; a `YamlError` where it is no ledger."""
    _, root = tree_of(path, text)
    page = _Page(_comments(text, root))
    page.record("ledger", root, "", "")
    return "\n".join(page.lines + page.rest()) + "\n"


@dataclass(slots=True)
class _Comments:
    """The comments of a text by the place of what they speak of; `first` heads the file, `last` ends it."""

    first: list[str] = field(default_factory=list)
    above: dict[Mark, list[str]] = field(default_factory=dict)
    beside: dict[Mark, list[str]] = field(default_factory=dict)
    last: list[str] = field(default_factory=list)


class _Page:
    """The lines written so far, and the comments that still wait for their place."""

    def __init__(self, comments: _Comments) -> None:
        self.lines = list(comments.first)
        self._comments = comments

    def record(self, kind: str, node: Mapping, first: str, indent: str) -> None:
        """The keys of a record in order, the first after `first`, the others after `indent`."""
        for number, key in enumerate(key for key in ORDER[kind] if key in node.nodes):
            self._above(node.marks[key], indent if number else first.replace("- ", ""))
            self._key(f"{indent if number else first}{key}:", key, node, indent)

    def _key(self, head: str, key: str, node: Mapping, indent: str) -> None:
        value = node.nodes[key]
        member = _MEMBERS.get(key)
        if member is None or isinstance(value, Scalar) or not value.nodes:
            places = [node.marks[key], *_places(value)]
            self._line(f"{head} {_inline(key, value)}".rstrip(), places, indent)
            return
        self.lines.append(head + self._beside([node.marks[key], value.mark]))
        self._above(value.mark, indent + "  ")
        if isinstance(value, Mapping):
            self._entries(value, indent + "  ")
        else:
            self._items(member, value, indent + "  ")

    def _entries(self, node: Mapping, indent: str) -> None:
        """The sources, each under its id."""
        for key, child in node.nodes.items():
            self._above(node.marks[key], indent)
            self._line(f"{indent}{scalar(key)}:", [node.marks[key]], indent)
            if isinstance(child, Mapping):
                self.record("source", child, indent + "  ", indent + "  ")

    def _items(self, member: str, node: Items, indent: str) -> None:
        for child in node.nodes:
            self._above(child.mark, indent)
            if isinstance(child, Mapping) and member not in _ON_ONE_LINE:
                self.record(member, child, indent + "- ", indent + "  ")
            else:
                self._line(f"{indent}- {_inline(member, child)}", [child.mark, *_places(child)], indent)

    def _line(self, line: str, places: list[Mark], indent: str) -> None:
        """One line with the comments of all that it holds: those from above it first."""
        for place in places:
            self._above(place, indent)
        self.lines.append(line + self._beside(places))

    def _beside(self, places: list[Mark]) -> str:
        comments = [comment for place in places for comment in self._comments.beside.pop(place, ())]
        return "".join(f"  {comment}" for comment in comments)

    def _above(self, place: Mark, indent: str) -> None:
        for comment in self._comments.above.pop(place, ()):
            self.lines.append(indent + comment if comment else "")

    def rest(self) -> list[str]:
        """The comments after the last key, and any whose place was not written."""
        left = [*self._comments.above.values(), *self._comments.beside.values()]
        return [comment for comments in left for comment in comments if comment] + self._comments.last


def _inline(key: str, node: Node) -> str:
    """A value on one line."""
    if isinstance(node, Scalar):
        return _scalar(key, node)
    if isinstance(node, Items):
        return "[" + ", ".join(_inline("", child) for child in node.nodes) + "]"
    order = ORDER.get(key, tuple(node.nodes))
    return flow({name: _inline(name, node.nodes[name]) for name in order if name in node.nodes})


def _scalar(key: str, node: Scalar) -> str:
    if node.blank:
        return ""
    if key == "quote":
        return json_text(node.text)
    bare = key in _BARE and re.fullmatch(r"[\w.+-]+", node.text)
    return node.text if bare else scalar(node.text)


def _places(node: Node) -> Iterator[Mark]:
    """The place of each key and item below `node`, its own included, in the order of the file."""
    yield node.mark
    if isinstance(node, Mapping):
        for key, child in node.nodes.items():
            yield node.marks[key]
            yield from _places(child)
    elif isinstance(node, Items):
        for child in node.nodes:
            yield from _places(child)


def _comments(text: str, root: Mapping) -> _Comments:
    """The comments and single blank lines of `text`, each with the place it speaks of."""
    places = sorted({*_places(root)} - {root.mark} | set(root.marks.values()), key=_order)
    taken = _scalar_lines(root)
    found = _Comments()
    gap = True
    for number, line in enumerate(text.splitlines(), 1):
        comment = _comment_in(line, taken.get(number, ()))
        own = not line[: comment[0]].strip() if comment else not line.strip() and number not in taken
        if own and (comment or not gap):
            _put_above(found, places, Mark(number, 0), comment[1] if comment else "")
        elif comment:
            before = places[bisect_left(places, (number, comment[0]), key=_order) - 1]
            found.beside.setdefault(before, []).append(comment[1])
        gap = own and not comment
    while found.last and not found.last[-1]:
        found.last.pop()
    _set_head(found, places)
    return found


def _set_head(found: _Comments, places: list[Mark]) -> None:
    """What stands above the first key, up to a blank line, heads the file whichever key comes first."""
    lead = found.above.pop(places[0], []) if places else []
    cut = lead.index("") + 1 if "" in lead else len(lead)
    found.first = lead[:cut]
    if lead[cut:]:
        found.above[places[0]] = lead[cut:]


def _order(mark: Mark) -> tuple[int, int]:
    return mark.line, mark.column


def _put_above(found: _Comments, places: list[Mark], mark: Mark, comment: str) -> None:
    index = bisect_left(places, _order(mark), key=_order)
    target = found.last if index == len(places) else found.above.setdefault(places[index], [])
    target.append(comment)


def _comment_in(line: str, taken: Sequence[tuple[int, int]]) -> tuple[int, str] | None:
    """Where a comment starts in `line` and its text, outside the columns that values take."""
    for match in _COMMENT.finditer(line):
        if not any(start <= match.start() < end for start, end in taken):
            return match.start(), line[match.start() :].rstrip()
    return None


def _scalar_lines(root: Node) -> dict[int, list[tuple[int, int]]]:
    """By line: the columns, from 0, that values take there."""
    lines: dict[int, list[tuple[int, int]]] = {}
    for node in _scalars(root):
        for number in range(node.mark.line, node.end.line + 1):
            start = node.mark.column - 1 if number == node.mark.line else 0
            end = node.end.column - 1 if number == node.end.line else 10**9
            if end > start:
                lines.setdefault(number, []).append((start, end))
    return lines


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        children = node.nodes.values() if isinstance(node, Mapping) else node.nodes
        for child in children:
            yield from _scalars(child)
