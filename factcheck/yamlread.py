"""From YAML nodes to values: small readers that note each fault with its place and go on.

A reader takes a node and the list of faults: `text`, `iso_date`, `number`, `choice(...)`, `items(...)`,
`entries(...)`; `fields(...)` reads a record with named keys. One run so shows every fault of a file:

    faults: list[Fault] = []
    record = read_root(path, Keys(required=("name",), optional=("born",)), faults)
    name, born = record.take("name", text, ""), record.take("born", optional(iso_date), None)
    refuse(path, faults)          # raises one YamlError that lists them all
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias, TypeVar

from factcheck.yamlfile import Fault, Items, Mapping, Mark, Node, Scalar, YamlFaults, parse, read_bytes

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d{1,3})?")

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Reader: TypeAlias = Callable[[Node, list[Fault]], T]


class Misfit(Exception):
    """Raised by a reader that cannot use its node at all; whoever called it notes the fault and goes on."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def misfit(node: Node, what: str, todo: str, rule: str = "wrong-value") -> Misfit:
    """A `Misfit` at `node`, to raise."""
    return Misfit(Fault(node.mark, what, todo, rule))


def _wrong(node: Node, expected: str, todo: str) -> Misfit:
    named = {Scalar: "a single value", Items: "a list", Mapping: "a map"}[type(node)]
    return misfit(node, f"{named} where {expected} is expected", todo, "wrong-type")


def text(node: Node, faults: list[Fault]) -> str:
    """A scalar's text as written; an empty one is a misfit."""
    if not isinstance(node, Scalar):
        raise _wrong(node, "text", "write one value")
    if not node.text.strip():
        raise misfit(node, "empty value", "write the text", "wrong-type")
    return node.text


def iso_date(node: Node, faults: list[Fault]) -> date:
    """A real calendar day, written YYYY-MM-DD."""
    written = text(node, faults)
    try:
        if _ISO_DATE.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise misfit(node, f"'{written}' is not a date", "write a real day as YYYY-MM-DD")


def iso_day(node: Node, faults: list[Fault]) -> date:
    """The calendar day of a date or of a date and time (2025-07-16, 2025-07-16T08:30:00+02:00)."""
    written = text(node, faults)
    try:
        if _ISO_DATE.match(written):
            return datetime.fromisoformat(written).date()
    except ValueError:
        pass
    raise misfit(node, f"'{written}' is not a date", "write a real day as YYYY-MM-DD")


def number(node: Node, faults: list[Fault]) -> Decimal:
    """A decimal number such as 12, 0.5 or 8.5e9; kept exact."""
    written = text(node, faults)
    if _NUMBER.fullmatch(written) and written.isascii():
        return Decimal(written)
    raise misfit(node, f"'{written}' is not a number", "write it as 12, 0.5 or 8.5e9")


def choice(values: type[E]) -> Reader[E]:
    """A reader for one member of `values`; the fault lists them all."""

    def read(node: Node, faults: list[Fault]) -> E:
        written = text(node, faults)
        try:
            return values(written)
        except ValueError:
            advice = _advice(written, [value.value for value in values])
            raise misfit(node, f"unknown value '{written}'", advice) from None

    return read


def items(read: Reader[T]) -> Reader[tuple[T, ...]]:
    """A reader for a list; an item that does not fit is a fault and left out."""

    def read_all(node: Node, faults: list[Fault]) -> tuple[T, ...]:
        if not isinstance(node, Items):
            raise _wrong(node, "a list", "write '- ' before each item")
        return tuple(_each(node.nodes, read, faults))

    return read_all


def _each(nodes: Iterable[Node], read: Reader[T], faults: list[Fault]) -> Iterator[T]:
    for node in nodes:
        try:
            yield read(node, faults)
        except Misfit as error:
            faults.append(error.fault)


def entries(read: Callable[[str, Mark, Node, list[Fault]], T]) -> Reader[dict[str, T]]:
    """A reader for a map with free keys; `read` gets the key, its place, the node and the faults."""

    def read_all(node: Node, faults: list[Fault]) -> dict[str, T]:
        if not isinstance(node, Mapping):
            raise _wrong(node, "a map", "write 'id:' before each entry")
        values: dict[str, T] = {}
        for key, child in node.nodes.items():
            try:
                values[key] = read(key, node.marks[key], child, faults)
            except Misfit as error:
                faults.append(error.fault)
        return values

    return read_all


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys a record must and may have."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every known key, required ones first."""
        return self.required + self.optional


class Fields:
    """A record under reading: `take` one key after the other, each with its reader and default."""

    def __init__(self, node: Mapping, faults: list[Fault]) -> None:
        self.mark = node.mark
        self._node = node
        self._faults = faults

    def take(self, key: str, read: Reader[T], default: T) -> T:
        """The value of `key`; `default` where it is absent, blank, or a fault was noted."""
        node = self._node.nodes.get(key)
        if node is None or (isinstance(node, Scalar) and node.blank):
            return default
        try:
            return read(node, self._faults)
        except Misfit as error:
            self._faults.append(error.fault)
            return default

    def has(self, key: str) -> bool:
        """Whether `key` is written, with any value."""
        return key in self._node.nodes

    def key_place(self, key: str) -> Mark:
        """Where `key` itself stands; the record's own place where it is absent."""
        return self._node.marks.get(key, self.mark)

    def place(self, key: str) -> Mark:
        """Where the value of `key` stands; the record's own place where it is absent."""
        node = self._node.nodes.get(key)
        return self.mark if node is None else node.mark


def fields(node: Node, keys: Keys, faults: list[Fault]) -> Fields:
    """`node` as a record with `keys`; unknown keys, missing and blank required ones go to `faults`."""
    if not isinstance(node, Mapping):
        raise _wrong(node, "a map", f"its keys are {_listed(keys.all)}")
    for key, mark in node.marks.items():
        if key not in keys.all:
            faults.append(Fault(mark, f"unknown key '{key}'", _advice(key, keys.all), "unknown-key"))
    for key in keys.required:
        value = node.nodes.get(key)
        if value is None:
            faults.append(Fault(node.mark, f"key '{key}' is missing", "add it", "missing-key"))
        elif isinstance(value, Scalar) and value.blank:
            faults.append(Fault(node.marks[key], f"key '{key}' has no value", "write one", "missing-key"))
    return Fields(node, faults)


def read_root(path: Path, keys: Keys, faults: list[Fault], data: bytes | None = None) -> Fields:
    """The record that the file at `path` is; a `YamlError` at once where nothing of it can be read.

    `data` stands for the file's bytes where they are at hand.
    """
    root = parse(read_bytes(path) if data is None else data, faults)
    if root is None:
        raise YamlFaults(str(path), faults)
    try:
        return fields(root, keys, faults)
    except Misfit as error:
        raise YamlFaults(str(path), [*faults, error.fault]) from None


def optional(read: Reader[T]) -> Reader[T | None]:
    """The same reader, for a field whose default is None."""
    return read


def _listed(words: Collection[str]) -> str:
    return ", ".join(words)


def _advice(written: str, accepted: Collection[str]) -> str:
    """The closest accepted word, where one is close, and all of them."""
    from difflib import get_close_matches  # only a faulty file pays for it

    close = get_close_matches(written, accepted, n=1)
    return (f"did you mean '{close[0]}'? " if close else "") + f"accepted: {_listed(accepted)}"
