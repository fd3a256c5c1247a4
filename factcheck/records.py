"""Values to records: the plain dicts that other programs read, fields in the order of the contract."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date, time

    from factcheck.conflicts.agreements import Agreement
    from factcheck.model import Article, Claim, Clock, Entity, Finding, Quantity, Side, Speaker, Unparsed, When
    from factcheck.verification import Checked, Evidence

SCHEMA_VERSION = 1
Record = dict[str, Any]

# A float ends near 1e308 and writing 10**1000000 out takes for ever: no figure of an article is that large.
_MAX_EXPONENT = 300

# What JSON lets stand but a terminal, a line reader or a UTF-8 encoder does not: C1 controls, line
# separators, direction marks, non-characters and lone surrogates. As \uXXXX they mean the same to a reader.
_NOT_PLAIN = re.compile(
    "[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
    # An old form of log command is read by some build servers anywhere in a line.
    r"|(?<=##)\["
)


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: an int where integral, else a float; None for no value and for infinities.

    >>> number(Decimal("8.5E+9")), number(Decimal("3.57")), number(Decimal("Infinity"))
    (8500000000, 3.57, None)
    """
    if value is None or not value.is_finite() or value.adjusted() > _MAX_EXPONENT:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def json_text(value: object, *, indent: int | None = None) -> str:
    """`value` as JSON: readable French, safe to print and to encode whatever the articles hold.

    >>> json_text({"é": "\\ud800"})
    '{"é": "\\\\ud800"}'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _NOT_PLAIN.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def claim_record(claim: Claim) -> Record:
    """The `claim` record."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": claim.id,
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "text": claim.text,
        "lang": claim.lang,
        "section": claim.section,
        **({"page": claim.page} if claim.page else {}),
        "score": round(claim.score, 3),
        "speaker": None if claim.speaker is None else speaker_record(claim.speaker),
        "speakers": [speaker_record(speaker) for speaker in claim.speakers],
        "modality": str(claim.modality),
        "polarity": str(claim.polarity),
        "quantities": [quantity_record(quantity) for quantity in claim.quantities],
        "dates": [date_record(when) for when in claim.dates],
        "entities": [entity_record(entity) for entity in claim.entities],
    }


def speaker_record(speaker: Speaker) -> Record:
    """Who says a claim."""
    return {
        "name": speaker.name,
        "start": speaker.start,
        "end": speaker.end,
        "cue": speaker.cue,
        "level": speaker.level,
    }


def quantity_record(quantity: Quantity) -> Record:
    """The `quantity` record; `direction` is there only for a change, `alternative` only for an unclear mark."""
    bounds = quantity.bounds
    record: Record = {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "low": number(bounds.low),
        "high": number(bounds.high),
        "low_inclusive": bounds.low_inclusive,
        "high_inclusive": bounds.high_inclusive,
        "value": number(quantity.value),
        "unit": quantity.unit,
        "dimension": quantity.dimension,
        "qualifier": str(quantity.qualifier),
        "of": quantity.of,
        "per": quantity.per,
        "digits": quantity.digits,
    }
    if quantity.direction is not None:
        record["direction"] = quantity.direction
    if quantity.alternative is not None:
        record["alternative"] = number(quantity.alternative)
    return record


def date_record(when: When) -> Record:
    """The `date` record; both ends are null where a relative date has nothing to count from.

    A time of day adds `time`, and its hour to the ends where the day is known.
    """
    clock = when.clock
    record = {
        "text": when.text,
        "start": when.start,
        "end": when.end,
        "from": _moment(when.first, clock.first if clock else None),
        "to": _moment(when.last, clock.last if clock else None),
        "grain": when.grain,
        "relative": when.relative,
    }
    return record | {"time": time_record(clock)} if clock else record


def _moment(day: date | None, hour: time | None) -> str | None:
    """ "2025-05-06", or "2025-05-06T18:00" by the clock there; None without a day."""
    if day is None:
        return None
    return day.isoformat() if hour is None else f"{day.isoformat()}T{hour:%H:%M}"


def time_record(clock: Clock) -> Record:
    """A time of day: both ends, null where open; whether it is approximate; its zone and offset where said."""
    offset = None
    if clock.offset is not None:
        offset = f"{'-' if clock.offset < 0 else '+'}{abs(clock.offset) // 60:02}:{abs(clock.offset) % 60:02}"
    return {
        "from": f"{clock.first:%H:%M}" if clock.first is not None else None,
        "to": f"{clock.last:%H:%M}" if clock.last is not None else None,
        "about": clock.about,
        "zone": clock.zone,
        "offset": offset,
    }


def entity_record(entity: Entity) -> Record:
    """A name with its canonical `key`."""
    return {
        "text": entity.text,
        "start": entity.start,
        "end": entity.end,
        "key": entity.key,
        "kind": entity.kind,
    }


def unparsed_record(unparsed: Unparsed) -> Record:
    """What looked like a figure or a date and was not understood."""
    return {"text": unparsed.text, "start": unparsed.start, "end": unparsed.end, "reason": unparsed.reason}


def conflict_record(finding: Finding) -> Record:
    """The `conflict` record."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": finding.id,
        "kind": str(finding.kind),
        "rule": finding.rule,
        "severity": str(finding.severity),
        "reconciled_by": [str(reason) for reason in finding.reconciled_by],
        "score": round(finding.score, 3),
        "a": _side_record(finding.a),
        "b": _side_record(finding.b),
        "why": finding.why,
        "origins": list(finding.origins),
    }


def agreement_record(agreement: Agreement) -> Record:
    """The `agreement` record; `value` is the common figure, or the common date."""
    value, when = agreement.value, agreement.when
    said: Record | None = None
    if value is not None:
        said = {"amount": number(value.value), "unit": value.unit, "qualifier": str(value.qualifier)}
    elif when is not None and when.first and when.last:
        said = {"from": when.first.isoformat(), "to": when.last.isoformat()}
    return {
        "schema_version": SCHEMA_VERSION,
        "id": agreement.id,
        "kind": "agreement",
        "statement": agreement.what,
        "value": said,
        "origins": agreement.origins,
        "quotes": [_quote_record(side) for side in agreement.quotes],
    }


def verdict_record(checked: Checked) -> Record:
    """The `verdict` record: a claim of a draft, what it comes to, and the evidence, the best first."""
    claim = checked.claim
    return {
        "schema_version": SCHEMA_VERSION,
        "id": claim.id,
        "verdict": str(checked.label),
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "text": claim.text,
        "why": checked.why,
        "origins": {"supporting": checked.supporting, "contradicting": checked.contradicting},
        "evidence": [_evidence_record(evidence) for evidence in checked.evidence],
    }


def _evidence_record(evidence: Evidence) -> Record:
    return {
        "relation": str(evidence.relation),
        **_side_record(evidence.side),
        "why": evidence.why,
        "score": round(evidence.score, 3),
        "rule": evidence.rule,
        "entry": evidence.entry,
    }


def _quote_record(side: Side) -> Record:
    """A quote of an agreement, which no other side is set against."""
    record = _side_record(side)
    del record["claim"]
    return record


def _side_record(side: Side) -> Record:
    return {
        "source": side.source,
        "claim": side.claim,
        "start": side.start,
        "end": side.end,
        "line": side.line,
        "text": side.text,
        "focus": {"start": side.focus.start, "end": side.focus.end, "text": side.focus.text},
    }


def article_record(article: Article) -> Record:
    """The text that offsets count in, with its source."""
    return {
        "schema_version": SCHEMA_VERSION,
        "source": article.id,
        "lang": article.lang,
        "text": article.text,
    }
