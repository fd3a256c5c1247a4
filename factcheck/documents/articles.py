"""From paths to articles: find the documents, read them, and say plainly what cannot be read.

Text is UTF-8 (a byte order mark is dropped) or else windows-1252; line ends become `\\n`, and all offsets
are into the text with those line ends. What is known of a document comes from `sources.yaml` beside it,
from a Markdown header, or from a plain dateline at its top, in this order.
"""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from factcheck.documents import language
from factcheck.documents.sourcesfile import SourceEntry, read_sources
from factcheck.errors import SourceError
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Article
from factcheck.text import fold

Known = Mapping[Path, SourceEntry]

SUFFIXES = frozenset({".txt", ".md", ".markdown"})
STDIN = Path("-")
# Files about the documents, not documents.
_COMPANIONS = frozenset({"sources.yaml", "gold.yaml", "claims.yaml"})
_CACHE_FOLDERS = frozenset({"__pycache__", "node_modules"})
# A text holds hardly any control characters; a picture or archive is full of them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d\ufffd]")
_CONTROL_SHARE = 0.02
# A dateline stands in the first lines, a page's menu included.
_DATELINE_CHARS = 4_000
_FRONT = re.compile(r"---[ \t]*\n((?:(?!---|\.\.\.)[^\n]*\n){0,60})(?:---|\.\.\.)[ \t]*(?:\n|$)")
_CJK_DATE = re.compile(r"^\s*(\d{4})年(\d{1,2})月(\d{1,2})日", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The articles of a run, by id, and one-line notes on what was left aside."""

    articles: tuple[Article, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Search:
    """Paths found so far, and how many files were of no known type."""

    found: dict[Path, None] = field(default_factory=dict)
    skipped: int = 0


def find(paths: Sequence[str]) -> tuple[Path, ...]:
    """The documents behind `paths` (files, folders, globs, `-`), each once, sorted."""
    return tuple(_search(paths).found)


def load(paths: Sequence[str], lang: str = "auto") -> tuple[Article, ...]:
    """The articles behind `paths`, sorted by id; `lang` other than `auto` is taken for all of them."""
    return read(paths, lang).articles


def read(paths: Sequence[str], lang: str = "auto", known: Known | None = None) -> Reading:
    """`load`, with notes on skipped files and languages that cannot be read.

    `known` (see `by_path`) tells more of documents than they and the `sources.yaml` beside them do.
    """
    search = _search(paths)
    told: dict[Path, SourceEntry] = {}
    for folder in {path.parent for path in search.found if path != STDIN}:
        told |= _sources(folder)
    told |= known or {}
    articles = [_article(path, lang, told.get(path.resolve())) for path in search.found]
    notes = [_skipped_note(search.skipped)] if search.skipped else []
    notes += [_unread_note(a) for a in articles if a.lang == language.OTHER or not a.text.strip()]
    return Reading(articles=tuple(sorted(articles, key=lambda a: a.id)), notes=tuple(notes))


def by_path(entries: Mapping[str, SourceEntry], folder: Path) -> dict[Path, SourceEntry]:
    """What entries tell, by the file they tell it of; those of `derived_from` that are entries become article ids."""
    ids = {key: _identifier(folder / entry.path) for key, entry in entries.items()}
    return {
        (folder / entry.path).resolve(): replace(entry, derived_from=tuple(ids.get(d, d) for d in entry.derived_from))
        for entry in entries.values()
    }


def _unread_note(article: Article) -> str:
    """One line on a document that no claims can come from."""
    if not article.text.strip():
        return f"{article.id}: empty; no claims are read from it"
    return f"{article.id}: neither French nor English; no claims are read from it"


def guess_language(text: str) -> str:
    """`fr` or `en`, whichever `text` looks more like."""
    return language.nearest(text)


def _skipped_note(count: int) -> str:
    """One line on files of unknown type."""
    return f"skipped {count} file{'s' if count > 1 else ''} of unknown type (read: {', '.join(sorted(SUFFIXES))})"


def _search(paths: Sequence[str]) -> _Search:
    """Walk `paths`; every fault is a `SourceError` of one line."""
    search = _Search()
    for name in paths:
        for path in _expanded(name):
            if path == STDIN:
                search.found[path] = None
            elif path.is_dir():
                _add_folder(path, search)
            else:
                _add_file(path, search)
    once = {_identifier(path): path for path in search.found}
    search.found = dict.fromkeys(once[key] for key in sorted(once))
    if not search.found:
        raise SourceError("no document given; name a file, a folder, a pattern or -")
    return search


def _expanded(name: str) -> list[Path]:
    """The paths a command-line word stands for."""
    path = Path(name)
    if name == "-" or _exists(path):
        return [path]
    if glob.has_magic(name):
        found = sorted(Path(match) for match in glob.glob(name, recursive=True))
        if found:
            return found
        raise SourceError(f"{name}: no file matches this pattern")
    raise SourceError(f"{name}: no such file or folder")


def _exists(path: Path) -> bool:
    """Whether there is anything at `path`; a link that leads back to itself is a fault."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as fault:
        raise SourceError(f"{path}: cannot be opened ({_reason(fault)})") from fault
    return True


def _reason(fault: Exception) -> str:
    """What the system says, without path and number."""
    return (getattr(fault, "strerror", None) or str(fault)).lower()


def _add_file(path: Path, search: _Search) -> None:
    """A file named by the user must be of a type that can be read."""
    if path.suffix.lower() not in SUFFIXES:
        raise SourceError(f"{path}: not a type factcheck reads; use {', '.join(sorted(SUFFIXES))}")
    search.found[path] = None


def _add_folder(folder: Path, search: _Search) -> None:
    """All documents below `folder`; it must hold at least one."""
    before, skipped = len(search.found), search.skipped
    known = set(search.found)
    for path in _walk(folder, ()):
        if path.suffix.lower() in SUFFIXES:
            search.found[path] = None
        elif path.name not in _COMPANIONS:
            search.skipped += 1
    if len(search.found) == before and not any(folder in path.parents for path in known):
        other = search.skipped - skipped
        rest = f"; {other} of other types" if other else ""
        raise SourceError(f"{folder}: no readable document (.txt or .md) in this folder{rest}")


def _walk(folder: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    """The files below `folder`, sorted, links followed; a folder inside itself is a fault."""
    real = Path(os.path.realpath(folder))
    if real in above:
        raise SourceError(f"{folder}: a link leads back to a folder above it; remove the loop")
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as fault:
        raise SourceError(f"{folder}: cannot be opened ({_reason(fault)})") from fault
    if any(entry.name == "CACHEDIR.TAG" for entry in entries):
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _CACHE_FOLDERS or not _exists(entry):
            continue
        if entry.is_dir():
            yield from _walk(entry, (*above, real))
        else:
            yield entry


def _identifier(path: Path) -> str:
    """The id of the document at `path`: relative to the working folder where it lies inside it."""
    plain = Path(os.path.normpath(path))
    if plain.is_absolute() and plain.is_relative_to(Path.cwd()):
        plain = plain.relative_to(Path.cwd())
    return plain.as_posix()


def _article(path: Path, lang: str, entry: SourceEntry | None) -> Article:
    """Read one document and put together what is known of it."""
    text = _decoded(_bytes(path), path)
    front = _front_matter(text)
    told = entry or SourceEntry(id="", path="")
    said = (told.lang or front.get("lang", ""))[:2].lower()
    chosen = lang if lang != "auto" else said if said in LANGUAGES else language.detect(text)
    return Article(
        id=_identifier(path),
        text=text,
        lang=chosen,
        path="" if path == STDIN else str(path),
        published=told.published or _iso(front.get("date", "")) or _dateline(text),
        publisher=told.publisher or front.get("publisher"),
        title=told.title or front.get("title"),
        url=told.url or front.get("url"),
        derived_from=told.derived_from,
    )


def _bytes(path: Path) -> bytes:
    """The bytes of a file or of standard input."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as fault:
        raise SourceError(f"{path}: cannot be read ({_reason(fault)})") from fault


def _decoded(data: bytes, path: Path) -> str:
    """The text of `data`; bytes that are no text are a fault."""
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(f"{path}: not a text file (it holds zero bytes)")
    try:
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1252", errors="replace")
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise SourceError(f"{path}: not a text file (its bytes are neither UTF-8 nor windows-1252 text)")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _front_matter(text: str) -> dict[str, str]:
    """The plain fields of a leading YAML header; an unreadable one tells nothing."""
    match = _FRONT.match(text)
    if not match:
        return {}
    try:
        data = yaml.load(match.group(1), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}
    return {k: v for k, v in data.items() if isinstance(v, str)} if isinstance(data, dict) else {}


def _sources(folder: Path) -> dict[Path, SourceEntry]:
    """What `sources.yaml` in `folder` says, by file."""
    path = folder / "sources.yaml"
    return by_path(read_sources(path), folder) if path.is_file() else {}


def _iso(text: str) -> date | None:
    """The ISO date `text` begins with."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


@cache
def _published_date() -> re.Pattern[str]:
    """`Publié le mercredi 5 août 2020`, in any language we read."""
    words = "|".join(re.escape(w) for lang in LANGUAGES for w in theme("layout", lang)["published"])
    months = "|".join(_months())
    return re.compile(
        rf"(?<!\w)(?:{words})[ :]+(?:[^\W\d_]+,? )?"
        rf"(?:(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<m>{months})|(?P<n>{months}) (?P<e>\d{{1,2}})),? (?P<y>\d{{4}})"
    )


@cache
def _months() -> dict[str, int]:
    """Month names of all languages with their numbers."""
    return {name: n for lang in LANGUAGES for n, name in enumerate(theme("layout", lang)["months"], 1)}


def _dateline(text: str) -> date | None:
    """The date of publication where the first lines plainly give one."""
    head = text[:_DATELINE_CHARS]
    stamp = _CJK_DATE.search(head)
    if stamp:
        return _day(*map(int, stamp.groups()))
    match = _published_date().search(fold(head).lower())
    if not match:
        return None
    month = _months()[match["m"] or match["n"]]
    return _day(int(match["y"]), month, int(match["d"] or match["e"]))


def _day(year: int, month: int, day: int) -> date | None:
    """The date, when there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
