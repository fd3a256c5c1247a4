"""Values to a sheet: the one shape that every format renders, records beside flat rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.records import SCHEMA_VERSION, Record, article_record, claim_record, conflict_record, number

if TYPE_CHECKING:
    from factcheck.model import Article, Claim, Clock, Finding, Quantity, Verdict, When

Cell = str | int | float | None
Row = tuple[Cell, ...]

# How a reader writes a bound: the sign before the figure.
_SIGNS = {"about": "≈ ", "at_least": "≥ ", "at_most": "≤ ", "more_than": "> ", "less_than": "< "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a command found, ready to render; nothing is made before a format asks for it.

    `records` serve json, ndjson and yaml; `rows`, which may leave columns out, serve csv; a person sees
    the columns named in `shown`, in one table for each value of `group`. `single` marks the answer to one
    question.
    """

    title: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterable[Mapping[str, Cell]]]
    records: Callable[[], Iterable[Record]]
    shown: tuple[str, ...]
    group: str | None = None
    single: bool = False

    def lines(self) -> Iterator[Row]:
        """The cells of each row, a cell a column."""
        return (tuple(row.get(name) for name in self.columns) for row in self.rows())

    def tables(self) -> list[tuple[str, list[Row]]]:
        """The shown cells, grouped in order of first appearance; one unnamed group without `group`."""
        tables: dict[str, list[Row]] = {}
        for row in self.rows():
            name = "" if self.group is None else str(row.get(self.group))
            tables.setdefault(name, []).append(tuple(row.get(column) for column in self.shown))
        return list(tables.items())


CLAIM_COLUMNS = (
    *("id", "source", "line", "start", "end", "text", "lang", "section", "score"),
    *("speaker", "level", "modality", "polarity", "quantities", "dates", "entities"),
)


def claims_sheet(claims: Sequence[Claim]) -> Sheet:
    """The claims, a row each, grouped by source for a person."""
    return Sheet(
        title="claims",
        rows=lambda: map(_claim_row, claims),
        records=lambda: map(claim_record, claims),
        columns=CLAIM_COLUMNS,
        shown=("line", "score", "text", "speaker", "quantities", "dates"),
        group="source",
    )


def _claim_row(claim: Claim) -> dict[str, Cell]:
    return {
        "id": claim.id,
        "source": claim.source,
        "line": claim.line,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "lang": claim.lang,
        "section": claim.section,
        "score": round(claim.score, 3),
        "modality": str(claim.modality),
        "polarity": str(claim.polarity),
        "speaker": ", ".join(speaker.name for speaker in claim.speakers) or None,
        "level": claim.speaker.level if claim.speaker else None,
        "quantities": "; ".join(read_quantity(quantity) for quantity in claim.quantities) or None,
        "dates": "; ".join(read_date(when) for when in claim.dates) or None,
        "entities": "; ".join(dict.fromkeys(entity.key for entity in claim.entities)) or None,
    }


FINDING_COLUMNS = (
    *("id", "kind", "rule", "severity", "reconciled_by", "score", "why"),
    *("a_source", "a_line", "a_start", "a_end", "a_text", "a_focus", "a_origins"),
    *("b_source", "b_line", "b_start", "b_end", "b_text", "b_focus", "b_origins"),
)


def findings_sheet(findings: Sequence[Finding]) -> Sheet:
    """The findings, a row each. People read them as blocks, which table, md and html draw themselves."""
    return Sheet(
        title="conflicts",
        rows=lambda: map(_finding_row, findings),
        records=lambda: map(conflict_record, findings),
        columns=FINDING_COLUMNS,
        shown=("severity", "kind", "score", "why"),
    )


def _finding_row(finding: Finding) -> dict[str, Cell]:
    record = conflict_record(finding)
    row: dict[str, Cell] = {name: record[name] for name in FINDING_COLUMNS if name in record}
    row["reconciled_by"] = "; ".join(record["reconciled_by"]) or None
    for name, side, origins in zip("ab", (finding.a, finding.b), finding.origins, strict=True):
        row |= {
            f"{name}_source": side.source,
            f"{name}_line": side.line,
            f"{name}_start": side.start,
            f"{name}_end": side.end,
            f"{name}_text": side.text,
            f"{name}_focus": side.focus.text,
            f"{name}_origins": origins,
        }
    return row


READING_COLUMNS = (
    *("text", "written", "start", "end", "type", "reading", "value", "low", "high", "unit", "dimension"),
    *("qualifier", "of", "per", "from", "to", "grain"),
)


def readings_sheet(records: Sequence[Record], readings: Sequence[Sequence[Quantity | When]]) -> Sheet:
    """What `quantities` read in each text: `records` are the whole answers, `readings` their values."""
    return Sheet(
        title="quantities",
        rows=lambda: chain.from_iterable(map(_reading_rows, records, readings)),
        records=lambda: records,
        columns=READING_COLUMNS,
        shown=("written", "type", "reading", "qualifier"),
        group="text",
    )


def _reading_rows(record: Record, values: Sequence[Quantity | When]) -> Iterator[Mapping[str, Cell]]:
    for part, value in zip([*record["quantities"], *record["dates"]], values, strict=True):
        yield {**part, "text": record["text"], "written": part["text"], **_reading(value)}
    for part in record.get("unparsed", ()):
        gap = {"written": part["text"], "type": "not understood", "reading": part["reason"]}
        yield {**part, "text": record["text"], **gap}


def _reading(value: Quantity | When) -> dict[str, Cell]:
    from factcheck.model import When

    if isinstance(value, When):
        return {"type": "date", "reading": read_date(value)}
    return {"type": "quantity", "reading": read_quantity(value)}


VERDICT_COLUMNS = ("premise", "hypothesis", "label", "score", "kind", "why")


def verdict_sheet(a: str, b: str, verdict: Verdict) -> Sheet:
    """The verdict on two sentences, with the findings it rests on."""
    score = round(verdict.score, 3)
    answer: dict[str, Cell] = {"label": verdict.label, "score": score, "kind": verdict.kind, "why": verdict.why}
    findings = [conflict_record(finding) for finding in verdict.findings]
    return Sheet(
        title="verdict",
        rows=lambda: [{"premise": a, "hypothesis": b, **answer}],
        records=lambda: [{"schema_version": SCHEMA_VERSION, **answer, "findings": findings}],
        columns=VERDICT_COLUMNS,
        shown=("label", "score", "kind", "why"),
        single=True,
    )


AGREEMENT_COLUMNS = (
    *("id", "statement", "origins", "amount", "unit", "from", "to"),
    *("source", "line", "start", "end", "text", "focus"),
)


def agreements_sheet(records: Sequence[Record]) -> Sheet:
    """What several articles say alike, a row a quote; for a person, a table for each agreement."""
    return Sheet(
        title="agreements",
        rows=lambda: chain.from_iterable(_agreement_rows(n, record) for n, record in enumerate(records, 1)),
        records=lambda: records,
        columns=AGREEMENT_COLUMNS,
        shown=("source", "line", "focus", "text"),
        group="heading",
    )


def _agreement_rows(place: int, record: Record) -> Iterator[Mapping[str, Cell]]:
    value = record["value"] or {}
    told = "one origin" if record["origins"] == 1 else f"{record['origins']} independent origins"
    heading = f"{place}. {record['statement']} ({told})"
    for quote in record["quotes"]:
        yield {**value, **record, **quote, "focus": quote["focus"]["text"], "heading": heading}


CHECKED_COLUMNS = (
    *("id", "verdict", "source", "line", "start", "end", "text", "why", "supporting", "contradicting"),
    *("relation", "score", "rule", "entry"),
    *("evidence_source", "evidence_line", "evidence_start", "evidence_end", "evidence_text", "evidence_focus"),
)


def checked_sheet(records: Sequence[Record]) -> Sheet:
    """The claims of drafts with what they come to, a row each with the best of its evidence."""
    return Sheet(
        title="verification",
        rows=lambda: map(_checked_row, records),
        records=lambda: records,
        columns=CHECKED_COLUMNS,
        shown=("line", "verdict", "text", "evidence", "why"),
        group="source",
    )


def _checked_row(record: Record) -> dict[str, Cell]:
    row: dict[str, Cell] = {name: record[name] for name in CHECKED_COLUMNS if name in record}
    best = record["evidence"][0] if record["evidence"] else None
    row |= record["origins"]
    if best:
        row |= {name: best[name] for name in ("relation", "score", "rule", "entry")}
        row |= {f"evidence_{name}": best[name] for name in ("source", "line", "start", "end", "text")}
        row |= {"evidence_focus": best["focus"]["text"], "evidence": f"{best['source']}:{best['line']}"}
    return row


def texts_sheet(articles: Sequence[Article]) -> Sheet:
    """The extracted texts."""
    columns = ("source", "lang", "text")
    records = [article_record(article) for article in articles]
    return Sheet(title="texts", rows=lambda: records, records=lambda: records, columns=columns, shown=columns)


def records_sheet(title: str, records: Sequence[Record], *, shown: tuple[str, ...]) -> Sheet:
    """A sheet of flat records, every field a column."""
    columns = tuple(dict.fromkeys(name for record in records for name in record)) or shown
    return Sheet(title=title, rows=lambda: records, records=lambda: records, columns=columns, shown=shown)


def read_quantity(quantity: Quantity) -> str:
    """A quantity as a person reads it: sign, figure or bounds, unit.

    >>> from factcheck.interval import Interval; from factcheck.model import Quantity
    >>> read_quantity(Quantity(text="", start=0, end=0, bounds=Interval(low=Decimal(400)), value=None,
    ...                        unit="start-up", dimension="count", qualifier="at_least"))
    '≥ 400 start-up'
    """
    sign = _SIGNS.get(str(quantity.qualifier), "")
    low, high = figure(quantity.bounds.low), figure(quantity.bounds.high)
    if quantity.value is not None and str(quantity.qualifier) != "range":
        amount = f"{sign}{figure(quantity.value)}"
    elif low and high:
        amount = low if low == high else f"{low} – {high}"
    else:
        amount = f"{sign or ('≥ ' if low else '≤ ')}{low or high}" if low or high else "?"
    tail = (quantity.unit, quantity.of and f"of {quantity.of}", quantity.per and f"per {quantity.per}")
    return " ".join([amount, *(part for part in tail if part)])


def read_date(when: When) -> str:
    """A date as a person reads it: one day, or both ends, or that it could not be placed; with its hour."""
    if when.first is None and when.last is None:
        return f"{read_clock(when.clock)} (day unknown)" if when.clock else f"{when.text} (undated)"
    first, last = (day.isoformat() if day else "…" for day in (when.first, when.last))
    days = first if first == last else f"{first} – {last}"
    return f"{days} {read_clock(when.clock)}" if when.clock else days


def read_clock(clock: Clock) -> str:
    """A time of day as a person reads it.

    >>> from datetime import time
    >>> from factcheck.model import Clock
    >>> read_clock(Clock(first=time(18, 0), last=time(18, 0), about=True, zone="GMT"))
    '≈ 18:00 GMT'
    """
    first, last = (f"{end:%H:%M}" if end is not None else "…" for end in (clock.first, clock.last))
    hours = first if first == last else f"{first} – {last}"
    return ("≈ " if clock.about else "") + hours + (f" {clock.zone}" if clock.zone else "")


def figure(value: Decimal | None) -> str:
    """A figure in groups of three, the same in both languages; nothing for None.

    >>> figure(Decimal("8.5E+9")), figure(Decimal("0.25"))
    ('8\\xa0500\\xa0000\\xa0000', '0.25')
    """
    plain = number(value)
    return "" if plain is None else f"{plain:,}".replace(",", "\u00a0")
