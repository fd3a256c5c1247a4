"""From paths to articles: find the documents, read them, and say plainly what cannot be read.

All offsets are into the extracted text (`text_of`), whose line ends are `\\n`. What is known of a document comes
from itself, from the `sources.yaml` beside it and from the ledger; each is believed more than those before it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.documents import language
from factcheck.documents.dateline import dateline
from factcheck.documents.finding import STDIN, Search, identifier, reason, search
from factcheck.documents.readers import Ask, Draft, MissingExtra, Skipped, Unreadable, kind_of
from factcheck.documents.readers.base import MAX_BYTES
from factcheck.documents.sourcesfile import SourceEntry, read_sources
from factcheck.errors import SourceError
from factcheck.lang import LANGUAGES
from factcheck.model import Article

Known = Mapping[Path, SourceEntry]
# Told how many files are read of how many, and what is going on.
Progress = Callable[[int, int, str], None]
Origins = Mapping[str, str]

# Where what is known of a document was found.
LEDGER, SOURCES, DOCUMENT = "claims.yaml", "sources.yaml", "document"
DATELINE, TEXT, ASKED = "dateline", "text", "--lang"
_TOLD = ("published", "publisher", "title", "author", "url", "lang", "derived_from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The articles of a run, by id, and one-line notes on what was left aside.

    `origins` tells for each article where each of its fields was found.
    """

    articles: tuple[Article, ...]
    notes: tuple[str, ...] = ()
    origins: Mapping[str, Origins] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Dated:
    """What a dateline tells."""

    published: date | None


@dataclass(slots=True)
class _Tally:
    """What is gathered while reading: files left aside, by their reason where many share one."""

    notes: list[str] = field(default_factory=list)
    missing: dict[str, list[str]] = field(default_factory=dict)
    left: int = 0

    def lines(self) -> Iterator[str]:
        """The notes, one for all files that miss the same extra."""
        yield from self.notes
        for why, names in self.missing.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            yield f"{names[0]}{more}: {why}"
        if self.left > 1:
            yield f"{self.left} documents could not be read"


def find(paths: Sequence[str]) -> tuple[Path, ...]:
    """The files behind `paths` (files, folders, globs, lists as `@file`, `-`), each once, sorted."""
    return tuple(search(paths).found)


def load(paths: Sequence[str], lang: str = "auto", *, text_field: str | None = None) -> tuple[Article, ...]:
    """The articles behind `paths`, sorted by id; `lang` other than `auto` is taken for all of them."""
    return read(paths, lang, text_field=text_field).articles


def text_of(path: Path, part: str = "") -> str:
    """The extracted text that offsets into the file at `path` count in; of a file of several, that of `part`.

    Without a part, all their texts; an `Unreadable` where there is no such part.
    """
    drafts = [found for found in _drafts(path, None) if isinstance(found, Draft)]
    if part and not (drafts := [draft for draft in drafts if draft.part == part]):
        raise Unreadable(f"no part '{part}' in this file")
    return "\n\n".join(draft.text for draft in drafts)


def read(
    paths: Sequence[str],
    lang: str = "auto",
    known: Known | None = None,
    *,
    text_field: str | None = None,
    progress: Progress | None = None,
) -> Reading:
    """`load`, with notes on what was left aside and where what is known was found.

    `known` (see `by_path`) tells more of documents than they and the `sources.yaml` beside them do.
    """
    found = search(paths)
    beside: dict[Path, SourceEntry] = {}
    for folder in {path.parent for path in found.found if path != STDIN}:
        beside |= _sources(folder)
    tally = _Tally()
    pairs = []
    for path, draft in _all_drafts(found, text_field, tally, progress):
        entries = ((SOURCES, _told(beside, path, draft)), (LEDGER, _told(known or {}, path, draft)))
        pairs.append(_article(path, draft, lang, entries))
    pairs.sort(key=lambda pair: pair[0].id)
    notes = [*found.unknown_note, *found.notes, *tally.lines()]
    articles = tuple(article for article, _ in pairs)
    if not articles:
        raise SourceError("; ".join(["none of the documents could be read", *notes[:5]]))
    notes += [_unread_note(a) for a in articles if a.lang == language.OTHER or not a.text.strip()]
    return Reading(articles=articles, notes=tuple(notes), origins={a.id: origins for a, origins in pairs})


def by_path(entries: Mapping[str, SourceEntry], folder: Path) -> dict[Path, SourceEntry]:
    """What entries tell, by the file they tell it of; those of `derived_from` that are entries become article ids."""
    ids = {key: identifier(folder / entry.path) for key, entry in entries.items()}
    return {
        (folder / entry.path).resolve(): replace(entry, derived_from=tuple(ids.get(d, d) for d in entry.derived_from))
        for entry in entries.values()
    }


def _told(known: Known, path: Path, draft: Draft) -> SourceEntry | None:
    """What is known of a document: as the part of its file that it is, else as the whole file."""
    real = path.resolve()
    part = known.get(real.with_name(f"{real.name}#{draft.part}")) if draft.part else None
    return part or known.get(real)


def guess_language(text: str) -> str:
    """`fr` or `en`, whichever `text` looks more like."""
    return language.nearest(text)


def _unread_note(article: Article) -> str:
    """One line on a document that no claims can come from."""
    if not article.text.strip():
        return f"{article.id}: empty; no claims are read from it"
    return f"{article.id}: neither French nor English; no claims are read from it"


def _all_drafts(
    found: Search, text_field: str | None, tally: _Tally, progress: Progress | None
) -> Iterator[tuple[Path, Draft]]:
    """The documents in the files found; a file that the user named must be readable."""
    for done, (path, named) in enumerate(found.found.items()):
        if progress:
            progress(done, len(found.found), "reading files")
        try:
            for draft in _drafts(path, text_field):
                if isinstance(draft, Skipped):
                    tally.left += 1
                    tally.notes.append(f"{_id(path, draft.part)}: {draft.why}")
                    continue
                tally.notes += [f"{_id(path, draft.part)}: {note}" for note in draft.notes]
                yield path, draft
        except Unreadable as fault:
            if named:
                raise SourceError(f"{path}: {fault}") from fault
            tally.left += 1
            if isinstance(fault, MissingExtra):
                tally.missing.setdefault(str(fault), []).append(identifier(path))
            else:
                tally.notes.append(f"{identifier(path)}: {fault}")
    if progress:
        progress(len(found.found), len(found.found), "reading files")


def _id(path: Path, part: str) -> str:
    return f"{identifier(path)}#{part}" if part else identifier(path)


def _drafts(path: Path, text_field: str | None) -> Iterator[Draft | Skipped]:
    """The documents of one file; whatever a reader stumbles over is a fault of the file."""
    data = _bytes(path)
    kind = kind_of(path.name if path != STDIN else "", data)
    if kind is None:
        raise Unreadable("not a type factcheck reads")
    try:
        yield from kind.reader(data, Ask(name=path.name, text_field=text_field))
    except Unreadable:
        raise
    except (Exception, RecursionError) as fault:  # parsers raise anything on a damaged file
        raise Unreadable(f"damaged, or not what its name says ({type(fault).__name__})") from fault


def _bytes(path: Path) -> bytes:
    """The bytes of a file or of standard input, as far as they are bearable."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
    except OSError as fault:
        raise Unreadable(f"cannot be read ({reason(fault)})") from fault
    if len(data) > MAX_BYTES:
        raise Unreadable(f"larger than {MAX_BYTES // 1_000_000} MB; cut it up first")
    return data


def _sources(folder: Path) -> dict[Path, SourceEntry]:
    """What `sources.yaml` in `folder` says, by file."""
    path = folder / "sources.yaml"
    return by_path(read_sources(path), folder) if path.is_file() else {}


def _article(
    path: Path, draft: Draft, lang: str, entries: tuple[tuple[str, SourceEntry | None], ...]
) -> tuple[Article, Origins]:
    """A document with what is known of it, and where each piece was found."""
    origins: dict[str, str] = {}
    values: dict[str, Any] = {}
    for where, source in ((DATELINE, _Dated(dateline(draft.text))), (DOCUMENT, draft), *entries):
        for name in _TOLD:
            value = getattr(source, name, None)
            if value:
                values[name], origins[name] = value, where
    values["lang"] = _language(draft.text, values.get("lang", ""), lang, origins)
    place = "" if path == STDIN else str(path)
    article = Article(
        id=_id(path, draft.part), text=draft.text, path=place, part=draft.part, places=draft.places, **values
    )
    return article, origins


def _language(text: str, said: str, asked: str, origins: dict[str, str]) -> str:
    """The language asked for, else told, else seen; a page's own word for it is only believed where the text agrees."""
    if asked != "auto":
        origins["lang"] = ASKED
        return asked
    short = said[:2].lower()
    if short in LANGUAGES and (origins.get("lang") != DOCUMENT or language.detect(text, default=short) == short):
        return short
    origins["lang"] = TEXT
    return language.detect(text)
