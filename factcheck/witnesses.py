"""What a draft is checked against: claims of documents, or what the quotes of a reviewed ledger say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import claims as claims_
from factcheck import ledger, pipeline
from factcheck.conflicts.quoting import quote
from factcheck.conflicts.support import support
from factcheck.documents.articles import guess_language
from factcheck.errors import SourceError, UsageError
from factcheck.facts import Reading, read
from factcheck.ledger.anchors import Outcome
from factcheck.ledger.checking import articles_of, texts_of
from factcheck.ledger.model import ClaimEntry, Quote, Verdict
from factcheck.ledger.sourcetext import SourceText
from factcheck.model import Article, Focus, Side
from factcheck.parse.cache import FOLDER, Cache

_LEDGERS = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A claim to check against. `refuted`: a draft that says the same is contradicted, not supported.

    `entry` is the ledger's claim it belongs to, and `side` its quote: only what stands in it was reviewed. `stated`
    marks a statement, which is no quote itself.
    """

    reading: Reading
    refuted: bool = False
    side: Side | None = None
    entry: ClaimEntry | None = None
    stated: bool = False

    def reviewed(self, start: int, end: int) -> bool:
        """Whether the words at these offsets bear on anything: in documents all do, in a ledger those of its quotes."""
        if self.side is None or self.stated:
            return True
        focus = self.side.focus
        return 2 * (min(end, focus.end) - max(start, focus.start)) >= end - start


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The articles and witnesses to check against."""

    articles: tuple[Article, ...]
    witnesses: tuple[Witness, ...]
    notes: tuple[str, ...] = ()


def is_ledger(paths: Sequence[str]) -> bool:
    """Whether the evidence is a ledger; one stands alone, since its quotes name their own sources."""
    found = [path for path in paths if Path(path).suffix.lower() in _LEDGERS]
    if found and len(paths) > 1:
        raise UsageError(f"--against takes a ledger alone, or documents; not {found[0]} among others")
    return bool(found)


def of_documents(
    paths: Sequence[str], drafts: Sequence[Article], options: pipeline.Options, progress: pipeline.Progress | None
) -> Known:
    """The documents behind `paths` but the drafts themselves: nobody is a witness for himself."""
    own = {article.id for article in drafts}
    found = pipeline.extract(paths, options=options, progress=progress)
    articles = tuple(article for article in found.articles if article.id not in own)
    if not articles:
        raise SourceError("nothing to verify against but the draft itself")
    readings = read([claim for claim in found.claims if claim.source not in own])
    return Known(articles=articles, witnesses=tuple(Witness(reading=r) for r in readings), notes=found.notes)


def of_ledger(
    paths: Sequence[str], drafts: Sequence[Article], options: pipeline.Options, progress: pipeline.Progress | None
) -> Known:
    """The supported and refuted entries of a ledger: the claims their quotes stand in, and their statements."""
    book = ledger.read(Path(paths[0]).resolve())
    texts = texts_of(book)
    entries = [e for e in book.claims if e.verdict in (Verdict.SUPPORTED, Verdict.REFUTED)]
    articles = articles_of(texts)
    stated = [_statement(entry) for entry in entries]
    cache = Cache(Path(FOLDER)) if options.cache else None
    readings = read(claims_.extract(articles, cache=cache, progress=progress, jobs=options.jobs))
    said = read(claims_.extract(stated, every=True))
    witnesses: list[Witness] = []
    notes = [f"{key}: {text.fault}; its quotes are left out" for key, text in sorted(texts.items()) if text.fault]
    for entry, article in zip(entries, stated, strict=True):
        own = [reading for reading in said if reading.claim.source == article.id]
        found = list(_witnesses(entry, own, readings, texts))
        witnesses.extend(found)
        notes.extend([] if found else [f"{entry.id}: none of its quotes stands in its source; left out"])
    return Known(articles=(*articles, *stated), witnesses=tuple(witnesses), notes=tuple(notes))


def _statement(entry: ClaimEntry) -> Article:
    """The statement of an entry as a small article."""
    lang = entry.lang or guess_language(entry.statement)
    return Article(id=f"statement:{entry.id}", text=entry.statement, lang=str(lang))


def _witnesses(
    entry: ClaimEntry, stated: Sequence[Reading], readings: Sequence[Reading], texts: dict[str, SourceText]
) -> Iterator[Witness]:
    """The statement of an entry, shown by its first quote, and the claims its quotes stand in.

    The quotes of a refuted entry may make the claim or refute it; only those that say what the statement says make it.
    """
    places = [(q, place) for q in entry.evidence if (place := _place(q, texts[q.source]))]
    sides = [_side(entry, q, place, texts[q.source], readings) for q, place in places]
    refuted = entry.verdict is Verdict.REFUTED
    for reading in stated if sides else ():
        yield Witness(reading=reading, refuted=refuted, side=sides[0], entry=entry, stated=True)
    for (q, place), side in zip(places, sides, strict=True):
        for reading in _around(q, place, readings):
            if not refuted or any(support(one, reading) for one in stated):
                yield Witness(reading=reading, refuted=refuted, side=side, entry=entry)


def _place(quoted: Quote, text: SourceText) -> tuple[int, int] | None:
    """Where a quote stands in its source, if it does to the letter."""
    anchor = text.anchored.find(quoted)
    if anchor.outcome in (Outcome.CHANGED, Outcome.MISSING) or anchor.start is None or anchor.end is None:
        return None
    return anchor.start, anchor.end


def _around(quoted: Quote, place: tuple[int, int], readings: Sequence[Reading]) -> list[Reading]:
    """The claims that a quote stands in."""
    start, end = place
    own = (r for r in readings if r.claim.source == quoted.source)
    return [r for r in own if r.claim.start < end and start < r.claim.end]


def _side(
    entry: ClaimEntry, quoted: Quote, place: tuple[int, int], text: SourceText, readings: Sequence[Reading]
) -> Side:
    """The claim a quote stands in with the quote marked; the bare quote where that is no claim."""
    inside = next((r for r in _around(quoted, place, readings)), None)
    if inside is not None:
        return quote(inside, place)
    start, end = place
    words, line = text.text[start:end], text.lines.line(start)
    focus = Focus(start=start, end=end, text=words)
    return Side(source=quoted.source, claim=entry.id, start=start, end=end, line=line, text=words, focus=focus)
