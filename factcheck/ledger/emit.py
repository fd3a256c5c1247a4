"""Values to YAML text that every reader takes for the same strings, and files that are whole or not there."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.records import json_text
from factcheck.yamlfile import read_text

# What needs no quotes in any version of YAML, in a list or map written on one line either: words of letters
# and digits that start with a letter, with single spaces, and marks that mean nothing to YAML.
_PLAIN = re.compile(r"[^\W\d_][\w./+%€$()'’«»-]*(?: [\w/+%€$()'’«»][\w./+%€$()'’«»-]*)*")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})


def scalar(value: str) -> str:
    """`value` on one line, quoted wherever some reader could take it for something else.

    >>> scalar("La Chine investit"), scalar("no"), scalar("12:30"), scalar("a: b")
    ('La Chine investit', '"no"', '"12:30"', '"a: b"')
    """
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS and value.isprintable():
        return value
    return json_text(value)


def flow(record: Mapping[str, str]) -> str:
    """A map on one line; its values are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in record.items()) + "}"


def write_whole(path: Path, text: str, *, old: str | None = None) -> None:
    """Put `text` at `path` in one step: whoever reads sees the old file or the new one, never half of it.

    `old` is what `text` was made from; where the file holds something else by now, nothing is written.
    """
    target = path.resolve()
    with _alone(target.parent):
        if old is not None and read_text(path) != old:
            raise UsageError(f"{path}: changed by someone else in the meantime; run the command again")
        if target.exists() and not os.access(target, os.W_OK):
            raise UsageError(f"{path}: read-only; allow writing to it")
        try:
            _replace(target, text.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or error
            raise UsageError(f"{path}: cannot be written ({reason}); the old file is as it was") from None


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No two of us compare and write in `folder` at once; where locks are not to be had, the comparison must do."""
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, part)
        else:
            part.chmod(0o666 & ~_umask())
        os.replace(part, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
