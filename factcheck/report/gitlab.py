"""GitLab's code quality report: a list of findings, told from those of the last run by their fingerprints."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.records import Record, json_text
from factcheck.report.annotations import Annotation, Annotations, Point
from factcheck.report.inline import flat

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(page: Annotations) -> Iterator[str]:
    """One entry an annotation; what a ledger has settled is left out."""
    yield json_text([_entry(item) for item in page.shown], indent=2) + "\n"


def _entry(item: Annotation) -> Record:
    return {
        "description": flat(item.message),
        "check_name": item.rule.code,
        "fingerprint": item.fingerprint,
        "severity": _SEVERITIES[item.level.value],
        "location": {"path": item.region.path, "positions": _positions(item)},
    }


def _positions(item: Annotation) -> Record:
    """Both ends; the first line stands for a file as a whole, since a place is required."""
    start = item.region.start or Point(1, 1, 1)
    return {"begin": _position(start), "end": _position(item.region.end or start)}


def _position(point: Point) -> Record:
    return {"line": point.line, "column": point.column}
