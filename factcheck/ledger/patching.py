"""Small edits to YAML text that leave every other byte as it was: comments, order and quoting survive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.yamlfile import Mapping, Mark, Scalar


@dataclass(frozen=True, slots=True, order=True)
class Patch:
    """Put `new` in place of `text[start:end]`."""

    start: int
    end: int
    new: str


class Patcher:
    """Makes patches for one YAML text, from the marks of its tree."""

    def __init__(self, text: str) -> None:
        """Index the lines of `text`, which starts after any byte order mark."""
        self._text = text
        self._lines = [0]
        for line in text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._newline = "\r\n" if "\r\n" in text else "\n"

    def offset(self, mark: Mark) -> int:
        """Where `mark` stands in the text."""
        return self._lines[mark.line - 1] + mark.column - 1

    def put(self, record: Mapping, key: str, value: str, *, after: str) -> Patch | None:
        """Set `key` of `record` to the plain word `value`; a new key comes right after the key `after`."""
        old = record.nodes.get(key)
        if isinstance(old, Scalar):
            if old.text == value:
                return None
            space = " " if old.blank and self._text[self.offset(old.mark) - 1] == ":" else ""
            return Patch(self.offset(old.mark), self.offset(old.end), space + value)
        neighbour = record.nodes[after]
        if not isinstance(neighbour, Scalar):
            raise ValueError(f"{after}: not a single value")
        end = self.offset(neighbour.end)
        if self._text[self.offset(record.mark)] == "{":
            return Patch(end, end, f", {key}: {value}")
        return self._new_line(end, f"{' ' * (record.marks[after].column - 1)}{key}: {value}")

    def append(self, line: str) -> Patch:
        """Add `line` at the end of the text."""
        end = len(self._text)
        return Patch(end, end, ("" if self._text.endswith("\n") else self._newline) + line + self._newline)

    def _new_line(self, offset: int, line: str) -> Patch:
        """`line` after the line that `offset` stands in."""
        stop = self._text.find("\n", max(0, offset - 1))
        if stop < 0:
            return self.append(line)
        return Patch(stop + 1, stop + 1, line + self._newline)

    def apply(self, patches: Iterable[Patch]) -> str:
        """The text with all `patches`, which must not overlap."""
        text = self._text
        for patch in sorted(patches, reverse=True):
            text = text[: patch.start] + patch.new + text[patch.end :]
        return text
