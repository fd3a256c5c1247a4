"""`check`: the ledger against its sources. Without a changed source it imports no language model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from factcheck.documents.sourcesfile import located
from factcheck.ledger.anchors import Anchor, Outcome
from factcheck.ledger.comparing import conflict_problems
from factcheck.ledger.figures import Quantities, figure_problems, remembering
from factcheck.ledger.model import ClaimEntry, ConflictEntry, Ledger, LedgerSource, Quote, State, Verdict
from factcheck.ledger.problems import CheckReport, Place, Problem, from_fault, ordered, problem
from factcheck.ledger.read import read
from factcheck.ledger.seal import seal_holds, sealed
from factcheck.ledger.sourcetext import SourceText
from factcheck.model import Article, Finding, Quantity, Side
from factcheck.text import fold
from factcheck.yamlfile import Mark, YamlFaults

# Files of these kinds hold many records or documents; one in a watched folder is as often no article at all.
_NO_ARTICLES = frozenset({"records", "archive"})
# Verdicts that say something of the sources: somebody must have looked.
_JUDGED = frozenset(Verdict) - {Verdict.UNVERIFIED}
_NEED_EVIDENCE = frozenset({Verdict.SUPPORTED, Verdict.DISPUTED, Verdict.REFUTED})

Texts = dict[str, SourceText]


class Analyse(Protocol):
    """What finds the conflicts between articles; the ids of the articles are the ledger's source ids."""

    def __call__(self, articles: tuple[Article, ...], /) -> tuple[Finding, ...]:
        """The findings, explained ones included."""


def check(
    path: Path,
    *,
    analyse: Analyse | None = None,
    conflicts: bool = False,
    quantities: Quantities | None = None,
) -> CheckReport:
    """Check the ledger at `path` against its sources.

    `analyse` is called when a source or the list of conflicts changed since the last analysis, or when
    `conflicts` asks for it. `quantities` defaults to `factcheck.normalise.quantities`.
    """
    try:
        ledger = read(path)
    except YamlFaults as error:
        return CheckReport(path=path, problems=tuple(from_fault(fault) for fault in error.details))
    texts = texts_of(ledger)
    stale = any(text.changed for text in texts.values())
    pinned = all(text.source.sha256 for text in texts.values())
    broken = ledger.seal is not None and pinned and not sealed(ledger)
    findings = analyse(articles_of(texts)) if analyse and (stale or broken or conflicts) else None
    known, figures = with_languages(ledger, texts), remembering(quantities or real_quantities)
    return CheckReport(
        path=path,
        problems=ordered(_problems(known, texts, figures, findings, broken and not stale)),
        sources=len(ledger.sources),
        claims=len(ledger.claims),
        conflicts=len(ledger.conflicts),
        analysed=findings is not None,
        entries=(*(claim.id for claim in ledger.claims), *(conflict.key for conflict in ledger.conflicts)),
    )


def _problems(
    ledger: Ledger, texts: Texts, quantities: Quantities, findings: tuple[Finding, ...] | None, unsealed: bool
) -> Iterator[Problem]:
    yield from _source_problems(texts)
    yield from _document_problems(ledger)
    sides = _sides(ledger.conflicts)
    for claim in ledger.claims:
        for quote in claim.evidence:
            yield from _quote_problems(claim.id, quote, texts[quote.source])
        holds = seal_holds(claim)
        if not holds:  # a seal is only given to a claim whose figures agree
            yield from figure_problems(ledger, claim, quantities)
        yield from _verdict_problems(claim, sides)
        yield from _review_problems(ledger, claim, holds=holds)
    for conflict in ledger.conflicts:
        for quote in conflict.between:
            yield from _quote_problems(conflict.key, quote, texts[quote.source], in_conflict=True)
    differences = () if findings is None else tuple(conflict_problems(ledger, findings, _finder(texts)))
    yield from differences
    if unsealed and not differences:
        yield problem("conflicts-not-analysed", "sources or conflicts changed since the seal", ledger.seal_mark)


def real_quantities(text: str, lang: str, /) -> Iterable[Quantity]:
    """The quantities of `text` by the grammar, which takes a while to load and is not always needed."""
    from factcheck.normalise import normalise

    return normalise(text, lang).quantities


def texts_of(ledger: Ledger) -> Texts:
    """The text of each source of `ledger`, by id."""
    return {key: SourceText(source, ledger.file(source)) for key, source in ledger.sources.items()}


def with_languages(ledger: Ledger, texts: Texts) -> Ledger:
    """`ledger` with the language of each source, looked up in its text where the ledger does not say."""
    unsaid = [key for key, source in ledger.sources.items() if source.entry.lang is None]
    if not unsaid:
        return ledger
    said = {key: _with_language(ledger.sources[key], texts[key].text) for key in unsaid}
    return replace(ledger, sources=ledger.sources | said)


def _with_language(source: LedgerSource, text: str) -> LedgerSource:
    from factcheck.documents.language import OTHER, detect

    found = detect(text, default=source.lang)
    lang = source.lang if found == OTHER else found
    return replace(source, entry=replace(source.entry, lang=lang))


def articles_of(texts: Texts) -> tuple[Article, ...]:
    """The readable sources as articles under their ledger ids, sorted."""
    readable = sorted((text for text in texts.values() if not text.fault), key=lambda t: t.source.entry.id)
    return tuple(_article(text) for text in readable)


def _article(text: SourceText) -> Article:
    entry = text.source.entry
    return Article(
        id=entry.id,
        text=text.text,
        lang=_with_language(text.source, text.text).lang if entry.lang is None else entry.lang,
        path=str(text.path),
        part=text.part,
        published=entry.published,
        publisher=entry.publisher,
        title=entry.title,
        url=entry.url,
        derived_from=entry.derived_from,
    )


# --- sources ------------------------------------------------------------------------------------------


def _source_problems(texts: Texts) -> Iterator[Problem]:
    seen: dict[tuple[str, str], LedgerSource] = {}
    for key, text in texts.items():
        source = text.source
        if text.fault:
            what = f"source '{key}' cannot be read: {source.entry.path}: {text.fault}"
            yield problem("missing-source", what, source.path_mark, owner=key)
            continue
        if source.sha256 is None:
            yield problem("source-not-pinned", f"source '{key}' has no sha256", source.mark, owner=key)
        elif text.changed:
            what = f"source '{key}' changed: {source.entry.path} is not what was reviewed"
            yield problem("source-changed", what, source.hash_mark, owner=key)
        first = seen.setdefault((text.sha256, text.part), source)
        if first is not source and not (source.entry.derived_from or first.entry.derived_from):
            what = f"source '{key}' is the same file as '{first.entry.id}'"
            yield problem("same-source-twice", what, source.path_mark, owner=key)


def _document_problems(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each document of a watched folder that is no source."""
    for file, mark in unlisted_documents(ledger):
        shown = file.relative_to(ledger.folder).as_posix()
        yield problem("document-unlisted", f"'{shown}' is no source of this ledger", mark, subject=shown)


def unlisted_documents(ledger: Ledger) -> Iterator[tuple[Path, Mark]]:
    """The documents of watched folders that are no source, with the place that says to watch."""
    if not ledger.watch:
        return
    from factcheck.documents.readers import KINDS

    articles = {suffix for kind in KINDS if kind.name not in _NO_ARTICLES for suffix in kind.suffixes}
    listed = {located(ledger.file(source))[0].resolve() for source in ledger.sources.values()}
    for watched, mark in ledger.watch:
        for file in sorted((ledger.folder / watched).rglob("*")):
            hidden = any(part.startswith(".") for part in file.relative_to(ledger.folder).parts)
            if file.suffix.lower() in articles and not hidden and file.resolve() not in listed:
                yield file, mark


# --- quotes -------------------------------------------------------------------------------------------


def _quote_problems(owner: str, quote: Quote, text: SourceText, *, in_conflict: bool = False) -> Iterator[Problem]:
    if text.fault or text.anchored.stands(quote):
        return
    anchor = text.anchored.find(quote)
    if anchor.outcome in (Outcome.EXACT, Outcome.REFORMATTED):
        return
    name = f"quote-{anchor.outcome.value}"
    if in_conflict and anchor.outcome in (Outcome.CHANGED, Outcome.MISSING):
        name = "conflict-quote"
    what = f"quote of '{owner}' {_how(anchor, quote)}"
    place = place_in(text, anchor.start)
    yield problem(name, what, quote.mark, owner=owner, subject=fold(quote.text), place=place)


def _how(anchor: Anchor, quote: Quote) -> str:
    """What became of the quote, in words."""
    if anchor.outcome is Outcome.CHANGED:
        return f"changed: {_difference(anchor)} source '{quote.source}'"
    if anchor.outcome is Outcome.MISSING:
        return f"missing from source '{quote.source}': '{_short(quote.text)}'"
    if anchor.outcome is Outcome.MOVED:
        return f"moved: it stands at {anchor.start}-{anchor.end} of source '{quote.source}'"
    return f"ambiguous: it stands {anchor.count} times in source '{quote.source}'"


def _difference(anchor: Anchor) -> str:
    if not anchor.said:
        return f"it leaves out '{anchor.found}' of"
    if not anchor.found:
        return f"it adds '{anchor.said}' to"
    return f"'{anchor.said}' is '{anchor.found}' in"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def place_in(text: SourceText, offset: int | None) -> Place | None:
    """The place of `offset` in a source, if there is one."""
    if offset is None:
        return None
    line, column = text.lines.line(offset), text.lines.column(offset)
    before = text.text[offset - column + 1 : offset]
    return Place(path=text.source.entry.path, line=line, column=column, before=before)


def _finder(texts: Texts) -> Callable[[Side], Place | None]:
    """What tells where a side of a finding stands."""
    return lambda side: place_in(texts[side.source], side.start)


# --- verdicts and reviews -----------------------------------------------------------------------------


_Sides = dict[str, list[tuple[str, ConflictEntry]]]


def _sides(conflicts: tuple[ConflictEntry, ...]) -> _Sides:
    """By source: the folded quotes of the conflicts that hold, each with its conflict."""
    sides: _Sides = {}
    for conflict in conflicts:
        for quote in conflict.between if conflict.state is not State.FALSE_POSITIVE else ():
            sides.setdefault(quote.source, []).append((fold(quote.text), conflict))
    return sides


def _verdict_problems(claim: ClaimEntry, sides: _Sides) -> Iterator[Problem]:
    """What the verdict needs and the evidence lacks: a quote, two sides, or the end of an open conflict."""
    listed = list(_concerning(claim, sides))
    still_open = dict.fromkeys(c.key for c in listed if c.state is State.OPEN)
    lacks = ""
    if claim.verdict in _NEED_EVIDENCE and not claim.evidence:
        lacks = "has no evidence"
    elif claim.verdict is Verdict.SUPPORTED and still_open:
        lacks = f"is quoted by the open conflict {', '.join(still_open)}"
    elif claim.verdict is Verdict.DISPUTED and len(claim.evidence) < 2 and not listed:
        lacks = "has one quote and no listed conflict"
    if lacks:
        what = f"'{claim.id}' is {claim.verdict.value}, yet {lacks}"
        yield problem("verdict-not-carried", what, claim.verdict_mark, owner=claim.id)


def _concerning(claim: ClaimEntry, sides: _Sides) -> Iterator[ConflictEntry]:
    """The conflicts of which a quote holds one of the claim's, or the other way round."""
    for quote in claim.evidence:
        mine = fold(quote.text)
        for said, conflict in sides.get(quote.source, ()):
            if mine in said or said in mine:
                yield conflict


def _review_problems(ledger: Ledger, claim: ClaimEntry, *, holds: bool) -> Iterator[Problem]:
    review = claim.reviewed
    if review is None:
        # Where nobody signs anything, signing is not the custom of the ledger.
        if claim.verdict in _JUDGED and any(other.reviewed for other in ledger.claims):
            what = f"'{claim.id}' is {claim.verdict.value} and not reviewed"
            yield problem("not-reviewed", what, claim.verdict_mark, owner=claim.id)
        return
    if review.seal is not None and not holds:
        what = f"'{claim.id}' changed since its review"
        yield problem("changed-since-review", what, review.seal_mark, owner=claim.id)
    for key in dict.fromkeys(quote.source for quote in claim.evidence):
        published = ledger.sources[key].entry.published
        if published and review.on < published:
            what = f"'{claim.id}' was reviewed on {review.on}, source '{key}' is of {published}"
            yield problem("review-older-than-source", what, review.mark, owner=claim.id, subject=key)
