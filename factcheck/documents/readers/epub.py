"""E-books: zipped XHTML, its chapters in reading order."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from factcheck.documents.dateline import iso_day
from factcheck.documents.decoding import decode
from factcheck.documents.readers.base import Ask, Draft, Placed, Unreadable, one_line
from factcheck.documents.readers.markup import html_paragraphs
from factcheck.documents.readers.packed import local, member, open_zip, xml


def read(data: bytes, ask: Ask) -> Iterator[Draft]:
    """The whole book as one document; a place is a chapter."""
    with open_zip(data) as archive:
        home, package = _package(archive)
        told = _metadata(package)
        built = Placed()
        for number, name in enumerate(_spine(package, home), 1):
            if name in archive.NameToInfo:
                page = decode(member(archive, name), declared=True).text
                for paragraph in html_paragraphs(page):
                    built.add(paragraph, f"chapter {number}")
    yield Draft(
        text=built.text,
        places=built.places,
        title=told.get("title"),
        publisher=told.get("publisher"),
        published=iso_day(told.get("date")),
        author=told.get("creator"),
        lang=told.get("language"),
        url=told["source"] if told.get("source", "").startswith("http") else None,
    )


def _package(archive: zipfile.ZipFile) -> tuple[str, Element]:
    """The folder and tree of the file that lists the book's parts."""
    container = xml(member(archive, "META-INF/container.xml"))
    path = next((e.get("full-path") for e in container.iter() if local(e.tag) == "rootfile"), None)
    if not path:
        raise Unreadable("damaged: it does not say where its text is")
    return posixpath.dirname(path), xml(member(archive, path))


def _metadata(package: Element) -> dict[str, str]:
    """The Dublin Core fields; the first of several counts."""
    told: dict[str, str] = {}
    block = next((child for child in package if local(child.tag) == "metadata"), package)
    for element in block:
        told.setdefault(local(element.tag), one_line(element.text or ""))
    return {key: value for key, value in told.items() if value}


def _spine(package: Element, home: str) -> Iterator[str]:
    """The files to read, in order; the book's own table of contents is none of them."""
    files = {e.get("id"): e for e in package.iter() if local(e.tag) == "item"}
    for reference in (e for e in package.iter() if local(e.tag) == "itemref"):
        item = files.get(reference.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split():
            yield posixpath.normpath(posixpath.join(home, unquote(item.get("href") or "")))
