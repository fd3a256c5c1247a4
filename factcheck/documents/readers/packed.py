"""Zipped formats opened with care: nothing unpacks to more than is bearable, and no XML with entities is read."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

from factcheck.documents.readers.base import MAX_BYTES, MAX_UNPACKED, Unreadable

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`; one that would unpack to too much is refused before it does."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as fault:
        raise Unreadable("damaged: it ends too early or is no zip file") from fault
    if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
        raise Unreadable(f"would unpack to more than {MAX_UNPACKED // 1_000_000} MB")
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of an archive."""
    info = archive.NameToInfo.get(name)
    if info is None:
        raise Unreadable(f"damaged: it has no {name}")
    if info.flag_bits & 1:
        raise Unreadable("encrypted")
    if info.file_size > MAX_BYTES:
        raise Unreadable(f"larger than {MAX_BYTES // 1_000_000} MB")
    try:
        return archive.read(info)
    except _DAMAGE as fault:
        raise Unreadable("damaged: it cannot be unpacked") from fault


def xml(data: bytes) -> ElementTree.Element:
    """The tree of an XML file; one that declares entities is refused, since they serve attacks and nobody else."""
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data or "<!ENTITY".encode("utf-16-be") in data:
        raise Unreadable("declares XML entities, which are not read")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        raise Unreadable("damaged: its XML is broken") from fault


def local(tag: object) -> str:
    """The name of a tag without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
