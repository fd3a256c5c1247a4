"""Reviewdog's diagnostic format. Its columns count UTF-8 bytes, unlike those of every other format here."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.records import Record, json_text
from factcheck.report.annotations import Annotation, Annotations, Point, Region
from factcheck.report.inline import flat

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(page: Annotations) -> Iterator[str]:
    """One diagnostic an annotation; what a ledger has settled is left out."""
    diagnostics = [_diagnostic(item) for item in page.shown]
    yield json_text({"source": {"name": "factcheck"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(item: Annotation) -> Record:
    record: Record = {
        "message": flat(item.message),
        "location": _location(item.region),
        "severity": _SEVERITIES[item.level.value],
        "code": {"value": item.rule.code},
    }
    if item.related:
        others = [{"message": flat(other.message), "location": _location(other.region)} for other in item.related]
        record["related_locations"] = others
    return record


def _location(region: Region) -> Record:
    location: Record = {"path": region.path}
    if region.start is not None:
        location["range"] = {"start": _position(region.start)}
        if region.end is not None:
            location["range"]["end"] = _position(region.end)
    return location


def _position(point: Point) -> Record:
    return {"line": point.line, "column": point.byte}
