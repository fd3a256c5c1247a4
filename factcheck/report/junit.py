"""JUnit XML, which every build server can show: a test for each entry, failed where an error was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from factcheck.report.annotations import Annotation, Annotations, Level
from factcheck.report.inline import flat

# What XML 1.0 cannot hold and `flat` leaves.
_NOT_XML = re.compile("[\ufffe\uffff]")

Case = tuple[str, Sequence[Annotation]]


def render(page: Annotations) -> Iterator[str]:
    """A suite for each file that annotations stand in. Warnings are told and fail nothing; settled ones are skipped."""
    suites = _suites(page)
    cases = [case for _, cases in suites for case in cases]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="factcheck {page.command}" {_counts(cases)}>\n'
    for name, suite in suites:
        yield f'  <testsuite name="{_attribute(name)}" {_counts(suite)}>\n'
        for case in suite:
            yield from _case(name, case)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _suites(page: Annotations) -> list[tuple[str, list[Case]]]:
    """By file: the entries that were looked at, each with its annotations; what has no owner is the file's own."""
    suites: dict[str, dict[str, list[Annotation]]] = {}
    if page.cases or not page.items:
        suites[page.subject] = {case: [] for case in page.cases} or {page.subject: []}
    for item in page.items:
        cases = suites.setdefault(item.region.path, {})
        cases.setdefault(item.owner or item.region.path, []).append(item)
    return [(name, list(cases.items())) for name, cases in suites.items()]


def _counts(cases: Sequence[Case]) -> str:
    failures = sum(_failed(items) for _, items in cases)
    skipped = sum(_skipped(items) for _, items in cases)
    return f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'


def _failed(items: Sequence[Annotation]) -> bool:
    return any(item.level is Level.ERROR and item.accepted is None for item in items)


def _skipped(items: Sequence[Annotation]) -> bool:
    return bool(items) and all(item.accepted is not None for item in items)


def _case(suite: str, case: Case) -> Iterator[str]:
    name, items = case
    head = f'    <testcase classname="{_attribute(suite)}" name="{_attribute(name)}"'
    if not items:
        yield f"{head}/>\n"
        return
    yield f"{head}>\n"
    told = "\n".join(_line(item) for item in items if item.accepted is None)
    if _skipped(items):
        yield f'      <skipped message="{_attribute(items[0].accepted or "")}"/>\n'
    elif _failed(items):
        worst = next(item for item in items if item.level is Level.ERROR and item.accepted is None)
        kind = _attribute(worst.rule.code)
        yield f'      <failure type="{kind}" message="{_attribute(worst.message)}">{told}</failure>\n'
    else:
        yield f"      <system-out>{told}</system-out>\n"
    yield "    </testcase>\n"


def _line(item: Annotation) -> str:
    """One annotation with its places, as a line of text."""
    regions = [item.region, *(other.region for other in item.related)]
    places = [f"{r.path}:{r.start.line}:{r.start.column}" if r.start else r.path for r in regions]
    return _attribute(f"{places[0]}: {item.rule.code} {item.message}{_also(places[1:])}")


def _also(places: Sequence[str]) -> str:
    return f" ({', '.join(places)})" if places else ""


def _attribute(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", flat(text)))
