"""From the words of a command line to files: folders walked, patterns and lists opened, the rest said in a line."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.documents.readers import SUFFIXES
from factcheck.errors import SourceError

STDIN = Path("-")
# Files about the documents, not documents.
_COMPANIONS = frozenset({"sources.yaml", "gold.yaml", "claims.yaml"})
_CACHE_FOLDERS = frozenset({"__pycache__", "node_modules"})
_ADDRESS = re.compile(r"(?:https?|ftp|file)://", re.IGNORECASE)
_LIST = "@"


@dataclass(slots=True)
class Search:
    """Paths found so far and whether the user named them; files of no known type, by suffix; what else was left."""

    found: dict[Path, bool] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def unknown_note(self) -> tuple[str, ...]:
        """One line on files of unknown type."""
        count = self.unknown.total()
        if not count:
            return ()
        types = ", ".join(sorted(self.unknown)[:8])
        return (f"skipped {count} file{'s' if count > 1 else ''} of unknown type ({types}; read: {_known()})",)


def _known() -> str:
    return ", ".join(sorted(SUFFIXES))


def search(paths: Sequence[str]) -> Search:
    """All files behind `paths`, each once, sorted by id; what was named and is not there is a `SourceError`."""
    done = Search()
    for name in paths:
        for path, named in _expanded(name):
            if path == STDIN:
                done.found[path] = True
            elif path.is_dir():
                _add_folder(path, done)
            elif named:
                _add_named(path, done)
            else:
                _add(path, done)
    once: dict[str, tuple[Path, bool]] = {}
    for path, named in done.found.items():
        key = identifier(path)
        once[key] = (path, named or once.get(key, (path, False))[1])
    done.found = dict(once[key] for key in sorted(once))
    if not done.found:
        raise SourceError("no document given; name a file, a folder, a pattern or -")
    return done


def identifier(path: Path) -> str:
    """The id of the document at `path`: relative to the working folder where it lies inside it."""
    plain = Path(os.path.normpath(path))
    if plain.is_absolute() and plain.is_relative_to(Path.cwd()):
        plain = plain.relative_to(Path.cwd())
    return plain.as_posix()


def reason(fault: Exception) -> str:
    """What the system says, without path and number."""
    return (getattr(fault, "strerror", None) or str(fault)).lower()


def _expanded(name: str) -> Iterator[tuple[Path, bool]]:
    """The paths a command-line word stands for, and whether it names them."""
    path = Path(name)
    if name == "-" or _exists(path):
        yield path, True
    elif _ADDRESS.match(name):
        raise SourceError(f"{name}: factcheck does not go online; save the page as HTML first and name the file")
    elif name.startswith(_LIST):
        yield from ((Path(line), True) for line in _list(name[len(_LIST) :]))
    elif glob.has_magic(name):
        yield from ((match, False) for match in _matches(name))
    else:
        raise SourceError(f"{name}: no such file or folder")


def _matches(pattern: str) -> list[Path]:
    found = sorted(Path(match) for match in glob.glob(pattern, recursive=True))
    if not found:
        raise SourceError(f"{pattern}: no file matches this pattern")
    return found


def _list(name: str) -> Iterator[str]:
    """The paths in a list of files, one a line."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as fault:
        raise SourceError(f"@{name}: cannot be read ({reason(fault)})") from fault
    for line in data.decode("utf-8-sig", errors="surrogateescape").splitlines():
        if line.strip():
            if not _exists(Path(line.strip())):
                raise SourceError(f"{line.strip()}: no such file or folder (listed in {name})")
            yield line.strip()


def _exists(path: Path) -> bool:
    """Whether there is anything at `path`; a link that leads back to itself is a fault."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as fault:
        raise SourceError(f"{path}: cannot be opened ({reason(fault)})") from fault
    return True


def _add_named(path: Path, done: Search) -> None:
    """A file named by the user must be of a type that can be read."""
    if path.suffix and path.suffix.lower() not in SUFFIXES:
        raise SourceError(f"{path}: not a type factcheck reads; use {_known()}")
    done.found[path] = True


def _add(path: Path, done: Search) -> None:
    """A file that was come upon is read if its type is known, and counted if not."""
    if path.name in _COMPANIONS:
        return
    if path.suffix.lower() in SUFFIXES:
        done.found.setdefault(path, False)
    else:
        done.unknown[path.suffix.lower() or "no suffix"] += 1


def _add_folder(folder: Path, done: Search) -> None:
    """All documents below `folder`; it must hold at least one."""
    known, unknown, noted = set(done.found), done.unknown.total(), len(done.notes)
    for path in _walk(folder, (), done.notes):
        _add(path, done)
    if len(done.found) == len(known) and not any(folder in path.parents for path in known):
        other = done.unknown.total() - unknown
        rest = [f"{other} of other types"] if other else []
        rest += done.notes[noted:]
        raise SourceError("; ".join([f"{folder}: no readable document in this folder (read: {_known()})", *rest]))


def _walk(folder: Path, above: tuple[Path, ...], notes: list[str]) -> Iterator[Path]:
    """The files below `folder`, sorted, links followed; a folder inside itself is noted and left."""
    real = Path(os.path.realpath(folder))
    if real in above:
        notes.append(f"{folder}: a link leads back to a folder above it; not followed")
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as fault:
        notes.append(f"{folder}: cannot be opened ({reason(fault)})")
        return
    if any(entry.name == "CACHEDIR.TAG" for entry in entries):
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _CACHE_FOLDERS or not _reachable(entry, notes):
            continue
        if entry.is_dir():
            yield from _walk(entry, (*above, real), notes)
        elif entry.is_file():
            yield entry


def _reachable(path: Path, notes: list[str]) -> bool:
    """Whether something stands at `path`; a link to nowhere is nothing, one to itself is noted."""
    try:
        return _exists(path)
    except SourceError as fault:
        notes.append(str(fault))
        return False
