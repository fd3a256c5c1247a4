"""The conflicts of a ledger that a person has settled, with the places of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import YamlError
from factcheck.ledger.checking import place_in, texts_of
from factcheck.ledger.model import ConflictEntry, Ledger, State
from factcheck.ledger.problems import Place
from factcheck.ledger.read import read
from factcheck.ledger.sourcetext import SourceText
from factcheck.yamlfile import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A conflict with its state, the reason given, where it is listed and where its quotes stand."""

    key: str
    kind: str
    state: str
    reason: str
    mark: Mark
    sides: tuple[Place, ...]


def reasons(path: Path) -> dict[str, str]:
    """By key: the state and reason of each settled conflict; of a ledger that is missing or faulty, none."""
    return {entry.key: f"{entry.state.value}: {entry.reason or ''}" for entry in _entries(_ledger(path))}


def settled(path: Path) -> tuple[Settled, ...]:
    """The settled conflicts of the ledger at `path`; of a faulty one, none."""
    ledger = _ledger(path)
    if ledger is None:
        return ()
    texts = texts_of(ledger)
    return tuple(_settled(entry, texts) for entry in _entries(ledger))


def _ledger(path: Path) -> Ledger | None:
    try:
        return read(path)
    except YamlError:
        return None


def _entries(ledger: Ledger | None) -> Iterator[ConflictEntry]:
    return (entry for entry in (ledger.conflicts if ledger else ()) if entry.state is not State.OPEN)


def _settled(entry: ConflictEntry, texts: dict[str, SourceText]) -> Settled:
    places = (place_in(texts[quote.source], texts[quote.source].anchored.find(quote).start) for quote in entry.between)
    return Settled(
        key=entry.key,
        kind=entry.kind.value,
        state=entry.state.value,
        reason=entry.reason or "",
        mark=entry.key_mark,
        sides=tuple(place for place in places if place),
    )
