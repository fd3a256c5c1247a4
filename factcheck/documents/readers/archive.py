"""Archives: a zip of documents, or one document under gzip. An archive inside another is not opened."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from factcheck.documents.readers import kind_of
from factcheck.documents.readers.base import MAX_BYTES, MAX_PARTS, Ask, Draft, Skipped, Unreadable
from factcheck.documents.readers.packed import member, open_zip


def read(data: bytes, ask: Ask) -> Iterator[Draft | Skipped]:
    """The documents inside, by name."""
    if ask.packed:
        raise Unreadable("an archive inside another is not opened")
    if data.startswith(b"\x1f\x8b"):
        yield from _unzipped(data, ask)
        return
    with open_zip(data) as archive:
        names = sorted(info.filename for info in archive.infolist() if not info.is_dir())
        if len(names) > MAX_PARTS:
            raise Unreadable(f"holds more than {MAX_PARTS} files")
        for name in names:
            if not any(part.startswith((".", "__")) for part in PurePosixPath(name).parts):
                try:
                    yield from inner(name, member(archive, name), ask)
                except Unreadable as fault:
                    yield Skipped(part=name, why=str(fault))


def inner(name: str, data: bytes, ask: Ask) -> Iterator[Draft | Skipped]:
    """The documents of the file `name` held by another; what cannot be read of it is a line."""
    try:
        for found in _read(name, data, ask):
            yield replace(found, part=f"{name}#{found.part}" if found.part else name)
    except Unreadable as fault:
        yield Skipped(part=name, why=str(fault))


def _read(name: str, data: bytes, ask: Ask) -> Iterator[Draft | Skipped]:
    kind = kind_of(name, data)
    if kind is None:
        raise Unreadable("not a type factcheck reads")
    yield from kind.reader(data, replace(ask, name=name, packed=True))


def _unzipped(data: bytes, ask: Ask) -> Iterator[Draft | Skipped]:
    """The one file under gzip, unpacked as far as is bearable."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            plain = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise Unreadable("damaged: it cannot be unpacked") from fault
    if len(plain) > MAX_BYTES:
        raise Unreadable(f"would unpack to more than {MAX_BYTES // 1_000_000} MB")
    name = ask.name[: -len(".gz")] if ask.name.lower().endswith(".gz") else ""
    yield from _read(name, plain, ask)
