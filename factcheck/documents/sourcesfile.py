"""What a file says of its sources: the `sources` map of `sources.yaml` and of `claims.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath

from factcheck.yamlfile import Fault, Mark, Node, refuse
from factcheck.yamlread import (
    Fields,
    Keys,
    Reader,
    choice,
    entries,
    fields,
    iso_day,
    items,
    misfit,
    optional,
    read_root,
    text,
)


class Lang(StrEnum):
    """The languages a source can be in."""

    FR = "fr"
    EN = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """What is known of one document. `path` is relative to the file's folder and inside it.

    A document of a file that holds several is named as elsewhere: `export.csv#2`, `archive.zip#page.html`.
    """

    id: str
    path: str
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    lang: str | None = None
    derived_from: tuple[str, ...] = ()
    line: int = 0
    column: int = 0


SOURCE_KEYS = Keys(required=("path",), optional=("published", "publisher", "title", "url", "lang", "derived_from"))


def read_sources(path: Path) -> dict[str, SourceEntry]:
    """The sources that the `sources.yaml` at `path` describes, by id; a `YamlError` lists all its faults."""
    faults: list[Fault] = []
    root = read_root(path, Keys(required=("sources",)), faults)

    def entry(key: str, mark: Mark, node: Node, faults: list[Fault]) -> SourceEntry:
        record = fields(node, SOURCE_KEYS, faults)
        source = source_entry(key, mark, record, path.parent)
        if source.path and not located(path.parent / source.path)[0].is_file():
            what = f"no file '{source.path}'"
            faults.append(Fault(record.place("path"), what, "correct the path", "missing-source"))
        return source

    sources: dict[str, SourceEntry] = root.take("sources", entries(entry), {})
    refuse(path, faults)
    return sources


def source_entry(key: str, mark: Mark, record: Fields, folder: Path) -> SourceEntry:
    """The entry `key` of a `sources` map, read from its `record`; paths are held inside `folder`."""
    return SourceEntry(
        id=key,
        path=record.take("path", contained(folder), ""),
        published=record.take("published", optional(iso_day), None),
        publisher=record.take("publisher", optional(text), None),
        title=record.take("title", optional(text), None),
        url=record.take("url", optional(text), None),
        lang=record.take("lang", optional(choice(Lang)), None),
        derived_from=record.take("derived_from", items(text), ()),
        line=mark.line,
        column=mark.column,
    )


def located(path: Path) -> tuple[Path, str]:
    """The file that `path` names and, after a `#`, the part of it; a file with a `#` in its name is itself."""
    written = str(path)
    at = -1 if path.exists() else written.find("#")
    while at >= 0:
        if (file := Path(written[:at])).is_file():
            return file, written[at + 1 :].replace("\\", "/")
        at = written.find("#", at + 1)
    return path, ""


def contained(folder: Path) -> Reader[str]:
    """A reader for a path that stays inside `folder`, whatever links it follows."""

    def read(node: Node, faults: list[Fault]) -> str:
        written = text(node, faults)
        if leaves(folder, written):
            what = f"path '{written}' leaves the folder of this file"
            raise misfit(node, what, "use a path below it, with no '..' and no link out", "outside-path")
        return written

    return read


def leaves(folder: Path, relative: str) -> bool:
    """Whether `relative` points outside `folder`: absolute, through `..`, a drive, or a link."""
    posix, windows = PurePosixPath(relative), PureWindowsPath(relative)
    if posix.is_absolute() or windows.drive or windows.root or ".." in windows.parts or "\0" in relative:
        return True
    try:
        return not located(folder / relative)[0].resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that loops
        return True
