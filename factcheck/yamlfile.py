"""YAML read as it is written: every scalar a string with its place, nothing constructed, all faults at once.

`load` turns a file into a tree of `Scalar`, `Items` and `Mapping` nodes, each with the line and column where
it starts; `factcheck.yamlread` turns nodes into values. Aliases, anchors, tags, duplicate keys, a second
document and keys that are not words are faults: each lets a file mean something else than it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

import yaml

from factcheck.errors import YamlError
from factcheck.text import inert

MAX_BYTES = 16_000_000  # a ledger of 20 000 claims; more is a mistake or an attack
MAX_DEPTH = 24  # our deepest file nests five levels
# The C parser reads the same language ten times faster; some builds of PyYAML lack it.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What YAML cannot hold: C0 and C1 controls except tab, line feed, carriage return and next line.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class Mark(NamedTuple):
    """A place in a file: line and column from 1, columns in code points. Line 0 means the file as a whole."""

    line: int = 0
    column: int = 0


NOWHERE = Mark()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place and what to do; `rule` names the kind of fault ("unknown-key")."""

    mark: Mark
    what: str
    todo: str
    rule: str = "wrong-value"

    def line(self, name: str) -> str:
        """The fault as one line, safe to print: `name:LINE:COL: what; what to do`."""
        place = f"{name}:{self.mark.line}:{self.mark.column}" if self.mark.line else name
        return " ".join(inert(f"{place}: {self.what}; {self.todo}").split("\n"))


class YamlFaults(YamlError):
    """A `YamlError` that keeps each fault with its place (`details`) beside the printed lines (`faults`)."""

    def __init__(self, name: str, details: Iterable[Fault]) -> None:
        """Sort the faults by place; the message shows one a line."""
        self.details = tuple(sorted(details, key=lambda f: (f.mark.line, f.mark.column)))
        super().__init__(tuple(fault.line(name) for fault in self.details))


class Scalar(NamedTuple):
    """A single value as written, quotes removed; `plain` says that it stood without quotes."""

    mark: Mark
    text: str
    plain: bool = True
    end: Mark = NOWHERE

    @property
    def blank(self) -> bool:
        """Whether nothing was written here at all (`key:` and no value)."""
        return self.plain and not self.text


@dataclass(slots=True)
class Items:
    """A list of nodes."""

    mark: Mark
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and their nodes, in the order of the file; `marks` says where each key stands."""

    mark: Mark
    nodes: dict[str, Node] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)


Node: TypeAlias = Scalar | Items | Mapping


def load(path: Path) -> Node:
    """The tree of the YAML file at `path`; a `YamlError` lists every fault of its form."""
    faults: list[Fault] = []
    root = parse(read_bytes(path), faults)
    refuse(path, faults)
    assert root is not None  # without a fault there is a tree
    return root


def read_bytes(path: Path) -> bytes:
    """The bytes of `path`, or a `YamlError` when it is missing, unreadable or too large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = f"a file holds at most {MAX_BYTES // 1_000_000} MB; split it"
            raise YamlFaults(str(path), [Fault(NOWHERE, "too large", limit, "not-yaml")])
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        what = "no such file" if missing else f"cannot be read ({error.strerror})"
        raise YamlFaults(str(path), [Fault(NOWHERE, what, "check the path", "not-yaml")]) from error


def read_text(path: Path) -> str:
    """The text of the file at `path` without its byte order mark; a `YamlError` where it is not UTF-8 text."""
    faults: list[Fault] = []
    content = _decode(read_bytes(path), faults)
    if content is None:
        raise YamlFaults(str(path), faults)
    return content


def refuse(path: Path | str, faults: list[Fault]) -> None:
    """Raise one `YamlError` with all `faults`, if there are any."""
    if faults:
        raise YamlFaults(str(path), faults)


def parse(data: bytes, faults: list[Fault]) -> Node | None:
    """The tree of `data`, as far as it can be read; what is wrong with its form goes to `faults`."""
    content = _decode(data, faults)
    if content is None:
        return None
    build = _Builder(faults)
    try:
        for event in yaml.parse(content, Loader=_LOADER):
            if not build.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        faults.append(_syntax_fault(error, content))
        return None
    if build.root is None:
        faults.append(Fault(Mark(1, 1), "the file is empty", "write at least one key", "not-yaml"))
    return build.root


def _decode(data: bytes, faults: list[Fault]) -> str | None:
    """`data` as text without its byte order mark, or None with a fault where it cannot be YAML."""
    if len(data) > MAX_BYTES:
        faults.append(Fault(NOWHERE, "too large", "split it", "not-yaml"))
        return None
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = _mark_at(data[: error.start].decode("utf-8", "replace"))
        faults.append(Fault(mark, "not UTF-8", "save the file as UTF-8", "not-yaml"))
        return None
    if control := _CONTROL.search(content):
        what = f"control character U+{ord(control.group()):04X}"
        faults.append(Fault(_mark_at(content[: control.start()]), what, "remove it", "not-yaml"))
        return None
    return content


def _mark_at(before: str) -> Mark:
    """The place right after the text `before`."""
    last = before.rfind("\n")
    return Mark(before.count("\n") + 1, len(before) - last)


def _syntax_fault(error: yaml.MarkedYAMLError, content: str) -> Fault:
    """PyYAML's complaint as a fault; a tab used to indent, its commonest cause, is said in so many words."""
    mark = error.problem_mark or error.context_mark
    place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
    lines = content.splitlines()
    shown = lines[place.line - 1] if place.line <= len(lines) else ""
    indent = shown[: len(shown) - len(shown.lstrip())]
    if "\t" in indent:
        place = Mark(place.line, indent.index("\t") + 1)
        return Fault(place, "a tab indents this line", "use spaces", "not-yaml")
    what = f"not YAML: {error.problem or 'it cannot be parsed'}"
    return Fault(place, what, "check quotes, colons and indentation", "not-yaml")


class _Builder:
    """Builds the tree from parser events with its own stack: depth and aliases cannot hurt it."""

    def __init__(self, faults: list[Fault]) -> None:
        self.root: Node | None = None
        self._faults = faults
        self._stack: list[Items | Mapping] = []
        self._keys: list[Scalar | None] = []  # per open mapping: the key that waits for its value
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Add one event; False stops the reading."""
        start = event.start_mark
        mark = Mark(start.line + 1, start.column + 1) if start else Mark(1, 1)
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:  # nearly all of a file
            self._place(_scalar(event, mark))
            return True
        if isinstance(event, yaml.NodeEvent):
            return self._node(event, mark)
        if isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            self._keys.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            return self._document(mark)
        return True

    def _document(self, mark: Mark) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._fault(mark, "a second document", "keep one document a file", "not-yaml")
        return self._documents == 1

    def _node(self, event: yaml.NodeEvent, mark: Mark) -> bool:
        self._extras(event, mark)
        node = _node_of(event, mark)
        self._place(node)
        if isinstance(node, Scalar):
            return True
        self._stack.append(node)
        self._keys.append(None)
        if len(self._stack) > MAX_DEPTH:
            self._fault(mark, f"nested more than {MAX_DEPTH} deep", "flatten it", "not-yaml")
            return False
        return True

    def _extras(self, event: yaml.NodeEvent, mark: Mark) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._fault(mark, f"alias *{event.anchor}", "write the value out", "alias-or-tag")
        elif event.anchor is not None:
            self._fault(mark, f"anchor &{event.anchor}", "remove it and write the value out", "alias-or-tag")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(mark, f"tag {tag}", "remove it: values are read as written", "alias-or-tag")

    def _place(self, node: Node) -> None:
        """Put `node` where the parser stands: as root, list item, key or value."""
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Items):
            parent.nodes.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = self._key(node)
        else:
            self._keys[-1] = None
            self._entry(parent, key, node)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self._fault(node.mark, "a list or map as key", "use a word as key", "wrong-type")
        return Scalar(node.mark, "", plain=False)

    def _entry(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.text in parent.nodes:
            first = parent.marks[key.text]
            what = f"key '{key.text}' stands twice, first on line {first.line}"
            self._fault(key.mark, what, "keep one", "duplicate-key")
            return
        parent.nodes[key.text] = node
        parent.marks[key.text] = key.mark

    def _fault(self, mark: Mark, what: str, todo: str, rule: str) -> None:
        self._faults.append(Fault(mark, what, todo, rule))


def _node_of(event: yaml.NodeEvent, mark: Mark) -> Node:
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(mark)
    if isinstance(event, yaml.MappingStartEvent):
        return Mapping(mark)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, mark)
    return Scalar(mark, "", plain=False)  # an alias, already a fault


def _scalar(event: yaml.ScalarEvent, mark: Mark) -> Scalar:
    stop = event.end_mark
    end = Mark(stop.line + 1, stop.column + 1) if stop else mark
    return Scalar(mark, event.value, event.style in (None, ""), end)
