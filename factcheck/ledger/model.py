"""The ledger as values: sources, claims with their evidence, conflicts, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from factcheck.documents.sourcesfile import SourceEntry
from factcheck.model import Kind
from factcheck.yamlfile import NOWHERE, Mark


class Verdict(StrEnum):
    """What the review of a claim came to."""

    SUPPORTED = "supported"
    DISPUTED = "disputed"
    REFUTED = "refuted"
    UNVERIFIED = "unverified"
    RETRACTED = "retracted"


class State(StrEnum):
    """What the review of a conflict came to."""

    OPEN = "open"
    ACCEPTED = "accepted"
    RESOLVED = "resolved"
    FALSE_POSITIVE = "false_positive"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSource:
    """A source and the hash of the bytes that were reviewed; `hash_mark` is where the hash stands."""

    entry: SourceEntry
    sha256: str | None
    mark: Mark
    path_mark: Mark
    hash_mark: Mark

    @property
    def lang(self) -> str:
        """The source's language; French where nothing is known of it."""
        return self.entry.lang or "fr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a source, with what may tell their place: the words around them, or code point offsets."""

    source: str
    text: str
    mark: Mark
    source_mark: Mark = NOWHERE
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The figure a claim gives, in base unit scale; no unit means any."""

    amount: Decimal
    unit: str | None
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who reviewed a claim and when; `seal` is the digest of what was reviewed (`factcheck.ledger.seal`)."""

    by: str
    on: date
    note: str | None
    seal: str | None
    mark: Mark
    seal_mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """A claim of the ledger, with its verdict, its figure and the quotes that carry it."""

    id: str
    statement: str
    verdict: Verdict
    lang: str | None
    value: Value | None
    evidence: tuple[Quote, ...]
    reviewed: Review | None
    mark: Mark
    statement_mark: Mark
    verdict_mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictEntry:
    """A conflict a person has seen, by the key of its finding."""

    key: str
    between: tuple[Quote, ...]
    kind: Kind
    state: State
    reason: str | None
    mark: Mark
    key_mark: Mark
    kind_mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A whole `claims.yaml`. `watch` lists folders whose documents must all be sources.

    `seal` is the digest of the sources and conflicts at the last analysis, see `factcheck.ledger.seal`.
    """

    path: Path
    sources: dict[str, LedgerSource]
    claims: tuple[ClaimEntry, ...]
    conflicts: tuple[ConflictEntry, ...]
    watch: tuple[tuple[str, Mark], ...] = ()
    seal: str | None = None
    seal_mark: Mark = NOWHERE
    conflicts_mark: Mark = NOWHERE

    @property
    def folder(self) -> Path:
        """The folder that all paths in the ledger start from."""
        return self.path.parent

    def file(self, source: LedgerSource) -> Path:
        """The file of `source`."""
        return self.folder / source.entry.path
