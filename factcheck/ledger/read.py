"""`claims.yaml` to a `Ledger`: every key, type, date, id and path is checked, and all faults come at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.documents.sourcesfile import SOURCE_KEYS, Lang, contained, source_entry
from factcheck.ledger.model import (
    ClaimEntry,
    ConflictEntry,
    Ledger,
    LedgerSource,
    Quote,
    Review,
    State,
    Value,
    Verdict,
)
from factcheck.model import Kind
from factcheck.yamlfile import Fault, Mark, Node, refuse
from factcheck.yamlread import (
    Fields,
    Keys,
    Reader,
    choice,
    entries,
    fields,
    iso_date,
    items,
    misfit,
    number,
    optional,
    read_root,
    text,
)

LEDGER_KEYS = Keys(required=("version", "sources", "claims"), optional=("conflicts", "watch", "seal"))
LEDGER_SOURCE_KEYS = Keys(required=SOURCE_KEYS.required, optional=(*SOURCE_KEYS.optional, "sha256"))
CLAIM_KEYS = Keys(required=("id", "statement", "verdict"), optional=("lang", "value", "evidence", "reviewed"))
QUOTE_KEYS = Keys(required=("source", "quote"), optional=("prefix", "suffix", "start", "end"))
VALUE_KEYS = Keys(required=("amount",), optional=("unit",))
REVIEW_KEYS = Keys(required=("by", "on"), optional=("note", "seal"))
CONFLICT_KEYS = Keys(required=("key", "between", "kind", "state"), optional=("reason",))

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SEAL = re.compile(r"s[0-9a-f]{12}")
_OFFSET = re.compile(r"0|[1-9][0-9]{0,8}")


def read(path: Path, data: bytes | None = None) -> Ledger:
    """The ledger at `path`; a `YamlError` lists every fault of its form and of its references.

    `data` stands for the file's bytes where they are at hand, before they are written.
    """
    faults: list[Fault] = []
    root = read_root(path, LEDGER_KEYS, faults, data)
    ledger = _ledger(path, root, faults)
    faults.extend(_reference_faults(ledger))
    refuse(path, faults)
    return ledger


def _ledger(path: Path, root: Fields, faults: list[Fault]) -> Ledger:
    root.take("version", _version, "1")
    folder = path.parent
    watch: tuple[tuple[str, Mark], ...] = root.take("watch", items(_watched(folder)), ())
    claims: tuple[ClaimEntry, ...] = root.take("claims", items(_claim), ())
    conflicts: tuple[ConflictEntry, ...] = root.take("conflicts", items(_conflict), ())
    faults.extend(_twice(((claim.id, claim.mark) for claim in claims), "claim id"))
    faults.extend(_twice(((conflict.key, conflict.key_mark) for conflict in conflicts), "conflict key"))
    return Ledger(
        path=path,
        sources=root.take("sources", entries(_source(folder)), {}),
        claims=claims,
        conflicts=conflicts,
        watch=watch,
        seal=root.take("seal", optional(_seal), None),
        seal_mark=root.place("seal"),
        conflicts_mark=root.key_place("conflicts"),
    )


# --- records ------------------------------------------------------------------------------------------


class _source:
    """Reader of one entry of `sources`, with paths held inside `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, key: str, mark: Mark, node: Node, faults: list[Fault]) -> LedgerSource:
        if not _ID.fullmatch(key):
            faults.append(Fault(mark, f"'{key}' cannot be an id", _ID_ADVICE))
        record = fields(node, LEDGER_SOURCE_KEYS, faults)
        return LedgerSource(
            entry=source_entry(key, mark, record, self._folder),
            sha256=record.take("sha256", optional(_sha256), None),
            mark=mark,
            path_mark=record.place("path"),
            hash_mark=record.place("sha256"),
        )


def _claim(node: Node, faults: list[Fault]) -> ClaimEntry:
    record = fields(node, CLAIM_KEYS, faults)
    return ClaimEntry(
        id=record.take("id", _identifier, ""),
        statement=record.take("statement", text, ""),
        verdict=record.take("verdict", choice(Verdict), Verdict.UNVERIFIED),
        lang=record.take("lang", optional(choice(Lang)), None),
        value=record.take("value", optional(_value), None),
        evidence=record.take("evidence", items(_quote), ()),
        reviewed=record.take("reviewed", optional(_review), None),
        mark=record.place("id"),
        statement_mark=record.place("statement"),
        verdict_mark=record.place("verdict"),
    )


def _quote(node: Node, faults: list[Fault]) -> Quote:
    record = fields(node, QUOTE_KEYS, faults)
    quote = Quote(
        source=record.take("source", text, ""),
        text=record.take("quote", text, ""),
        mark=record.place("quote"),
        source_mark=record.place("source"),
        prefix=record.take("prefix", optional(text), None),
        suffix=record.take("suffix", optional(text), None),
        start=record.take("start", optional(_offset), None),
        end=record.take("end", optional(_offset), None),
    )
    if quote.start is not None and quote.end is not None and quote.end <= quote.start:
        faults.append(Fault(record.place("end"), "'end' is not after 'start'", "correct one of them"))
    return quote


def _value(node: Node, faults: list[Fault]) -> Value | None:
    record = fields(node, VALUE_KEYS, faults)
    amount = record.take("amount", optional(number), None)
    if amount is None:
        return None
    return Value(amount=amount, unit=record.take("unit", optional(text), None), mark=record.place("amount"))


def _review(node: Node, faults: list[Fault]) -> Review | None:
    record = fields(node, REVIEW_KEYS, faults)
    by, on = record.take("by", text, ""), record.take("on", optional(iso_date), None)
    if on is None:
        return None
    return Review(
        by=by,
        on=on,
        note=record.take("note", optional(text), None),
        seal=record.take("seal", optional(_seal), None),
        mark=record.place("on"),
        seal_mark=record.place("seal"),
    )


def _conflict(node: Node, faults: list[Fault]) -> ConflictEntry:
    record = fields(node, CONFLICT_KEYS, faults)
    conflict = ConflictEntry(
        key=record.take("key", _identifier, ""),
        between=record.take("between", items(_quote), ()),
        kind=record.take("kind", choice(Kind), Kind.NUMERIC),
        state=record.take("state", choice(State), State.OPEN),
        reason=record.take("reason", optional(text), None),
        mark=record.mark,
        key_mark=record.place("key"),
        kind_mark=record.place("kind"),
    )
    if record.has("between") and len(conflict.between) != 2:
        what = f"'between' holds {len(conflict.between)} quotes"
        faults.append(Fault(record.place("between"), what, "give exactly two"))
    if conflict.reason is None and conflict.state is not State.OPEN:
        what = f"state '{conflict.state.value}' without a reason"
        faults.append(Fault(record.place("state"), what, "add 'reason:'", "missing-reason"))
    return conflict


# --- single values ------------------------------------------------------------------------------------

_ID_ADVICE = "use letters, digits, '.', '_' and '-', starting with a letter or digit, at most 100"


def _version(node: Node, faults: list[Fault]) -> str:
    written = text(node, faults)
    if written != "1":
        raise misfit(node, f"version '{written}' is not known", "write 1, or install a later factcheck")
    return written


def _matching(pattern: re.Pattern[str], name: str, todo: str) -> Reader[str]:
    def read_value(node: Node, faults: list[Fault]) -> str:
        written = text(node, faults)
        if not pattern.fullmatch(written):
            raise misfit(node, f"'{written}' {name}", todo)
        return written

    return read_value


_identifier = _matching(_ID, "cannot be an id", _ID_ADVICE)
_sha256 = _matching(_SHA256, "is not a sha256", "run 'factcheck ledger update', which writes it")
_seal = _matching(_SEAL, "is not a seal", "run 'factcheck ledger update', which writes it")
_digits = _matching(_OFFSET, "is not an offset", "write a whole number from 0")


def _offset(node: Node, faults: list[Fault]) -> int:
    return int(_digits(node, faults))


def _watched(folder: Path) -> Reader[tuple[str, Mark]]:
    def read_folder(node: Node, faults: list[Fault]) -> tuple[str, Mark]:
        written = contained(folder)(node, faults)
        if not (folder / written).is_dir():
            raise misfit(node, f"no folder '{written}'", "correct the path or drop it")
        return written, node.mark

    return read_folder


# --- references ---------------------------------------------------------------------------------------


def _twice(named: Iterable[tuple[str, Mark]], what: str) -> Iterable[Fault]:
    """A fault for each name that stood before."""
    seen: dict[str, Mark] = {}
    for name, mark in named:
        if name in seen:
            place = f"{what} '{name}' stands twice, first on line {seen[name].line}"
            yield Fault(mark, place, "rename one of them", "duplicate-id")
        elif name:
            seen[name] = mark


def _reference_faults(ledger: Ledger) -> Iterable[Fault]:
    """A fault for each mention of a source that the ledger does not list."""
    known = ", ".join(ledger.sources) or "none yet"
    todo = f"known sources: {known}" if len(known) < 300 else "list it under 'sources'"
    quotes = [q for claim in ledger.claims for q in claim.evidence]
    quotes += [q for conflict in ledger.conflicts for q in conflict.between]
    for quote in quotes:
        if quote.source and quote.source not in ledger.sources:
            yield Fault(quote.source_mark, f"unknown source '{quote.source}'", todo, "unknown-source")
    for key, source in ledger.sources.items():
        for origin in source.entry.derived_from:
            if origin == key or ("://" not in origin and origin not in ledger.sources):
                what = f"'derived_from' of '{key}' names '{origin}'"
                yield Fault(source.mark, what, "give another source's id or a URL", "unknown-source")
