"""Where a report goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from factcheck.errors import UsageError

_BY_ENDING = {
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".json": "json",
    ".csv": "csv",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".txt": "table",
}


def format_of(output: Path | None) -> str | None:
    """The format that an output file's ending asks for, if any."""
    return None if output is None else _BY_ENDING.get(output.suffix.lower())


def write(pieces: Iterable[str], output: Path | None, *, live: bool = False) -> None:
    """Write the pieces as they come, to `output` or to standard output; `live` flushes each."""
    with _target(output) as stream:
        for piece in pieces:
            stream.write(piece)
            if live:
                stream.flush()
        stream.flush()


@contextlib.contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    if output is None or str(output) == "-":
        with _standard_output() as stream:
            yield stream
        return
    special = output.exists() and not output.is_file()
    try:
        with _plain(output) if special else _whole(output.resolve()) as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror or error}") from None


@contextlib.contextmanager
def _standard_output() -> Iterator[TextIO]:
    try:
        yield sys.stdout
    except OSError as error:
        # Python would try to write the rest, and complain, once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise UsageError(f"standard output: cannot be written: {error.strerror or error}") from None


def _plain(path: Path) -> TextIO:
    """A device or a pipe, which must not be replaced by a file; a folder fails here with its reason."""
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="")


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[TextIO]:
    """A new file beside `path` that takes its place at the end; nothing is left of it after a failure."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
