"""Seals: short digests that show whether what a person reviewed is still what stands there.

A claim's seal covers all that its verdict rests on and says that its figures agreed; a ledger's seal covers
the sources and conflicts of its last analysis. Both are taken of folded text: respacing or requoting breaks
no seal, another word does.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.ledger.model import ClaimEntry, ConflictEntry, Ledger, LedgerSource, Quote, Review, Value
from factcheck.text import digest, fold


def claim_seal(claim: ClaimEntry) -> str:
    """The seal of a claim: its id, statement, verdict, figure, evidence, and who reviewed it when."""
    quotes = [part for quote in claim.evidence for part in _quote(quote)]
    return _seal(
        claim.id,
        fold(claim.statement),
        claim.verdict,
        claim.lang or "",
        *_value(claim.value),
        *_review(claim.reviewed),
        *quotes,
    )


def seal_holds(claim: ClaimEntry) -> bool:
    """Whether the claim is sealed and still what was sealed."""
    return claim.reviewed is not None and claim.reviewed.seal == claim_seal(claim)


def ledger_seal(sources: Iterable[LedgerSource], conflicts: Iterable[ConflictEntry]) -> str:
    """The seal of an analysis: what it read and which conflicts it left, in any order."""
    read = sorted("\x1e".join(_source(source)) for source in sources)
    listed = sorted("\x1e".join(_conflict(conflict)) for conflict in conflicts)
    return _seal("sources", *read, "conflicts", *listed)


def sealed(ledger: Ledger) -> bool:
    """Whether the ledger's seal is there and holds."""
    return ledger.seal == ledger_seal(ledger.sources.values(), ledger.conflicts)


def _seal(*parts: str) -> str:
    """A digest that starts with a letter, since a reader of YAML may take 12e345678901 for a number."""
    return "s" + digest(*parts)


def _quote(quote: Quote) -> tuple[str, ...]:
    context = fold(quote.prefix or ""), fold(quote.suffix or "")
    return quote.source, fold(quote.text), *context, str(quote.start), str(quote.end)


def _value(value: Value | None) -> tuple[str, ...]:
    return ("none",) if value is None else (str(value.amount.normalize()), value.unit or "")


def _review(review: Review | None) -> tuple[str, ...]:
    return ("none",) if review is None else (fold(review.by), review.on.isoformat())


def _source(source: LedgerSource) -> tuple[str, ...]:
    """What an analysis reads of a source, and what a reader is told of it."""
    entry = source.entry
    told = (fold(part or "") for part in (entry.publisher, entry.title, entry.url))
    known = entry.path, source.sha256 or "", entry.lang or "", str(entry.published)
    return entry.id, *known, *told, *sorted(entry.derived_from)


def _conflict(conflict: ConflictEntry) -> tuple[str, ...]:
    quotes = sorted(f"{quote.source}\x1d{fold(quote.text)}" for quote in conflict.between)
    return conflict.key, conflict.kind, *quotes
