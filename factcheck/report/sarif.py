"""SARIF 2.1.0: what code scanning reads. Columns are code points, paths relative to the working folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from factcheck.records import Record, json_text
from factcheck.report.annotations import Annotation, Annotations, Region, Related, RuleNote
from factcheck.report.inline import flat

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SEMANTIC = re.compile(r"\d+\.\d+\.\d+")
# In a SARIF message brackets make a link; a quoted one must not.
_LINK_MARKS = re.compile(r"([\\\[\]])")


def render(page: Annotations) -> Iterator[str]:
    """One run with one result an annotation; what a ledger has settled comes as suppressed."""
    places = {rule.code: place for place, rule in enumerate(page.rules)}
    run = {
        "tool": {"driver": _driver(page.rules)},
        "automationDetails": {"id": f"factcheck/{page.command}/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, places) for item in page.items],
    }
    yield json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(rules: Sequence[RuleNote]) -> Record:
    from factcheck import __version__

    key = "semanticVersion" if _SEMANTIC.fullmatch(__version__) else "version"
    return {"name": "factcheck", key: __version__, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: RuleNote) -> Record:
    """A rule as shown beside its results."""
    help_text = " ".join(f"{part.rstrip('.')}." for part in (rule.meaning, rule.todo) if part)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": help_text},
        "help": {"text": f"{help_text} See `factcheck rules {rule.code}`."},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(item: Annotation, places: dict[str, int]) -> Record:
    # The standard wants `suppressions` on all results of a run or on none.
    accepted = {"kind": "external", "status": "accepted", "justification": flat(item.accepted or "")}
    result: Record = {
        "ruleId": item.rule.code,
        "ruleIndex": places[item.rule.code],
        "level": item.level.value,
        "message": {"text": _message(item)},
        "locations": [{"physicalLocation": _place(item.region)}],
        "partialFingerprints": {"factcheck/v1": item.fingerprint},
        "suppressions": [] if item.accepted is None else [accepted],
    }
    if item.related:
        result["relatedLocations"] = [_related(number, related) for number, related in enumerate(item.related, 1)]
    return result


def _message(item: Annotation) -> str:
    """The message, with a link to each other place: one that no message cites is not shown."""
    text = _LINK_MARKS.sub(r"\\\1", flat(item.message))
    links = [f"[other place {number}]({number})" for number in range(1, len(item.related) + 1)]
    return f"{text} ({', '.join(links)})" if links else text


def _related(number: int, related: Related) -> Record:
    text = _LINK_MARKS.sub(r"\\\1", flat(related.message))
    return {"id": number, "message": {"text": text}, "physicalLocation": _place(related.region)}


def _place(region: Region) -> Record:
    uri = quote(region.path, errors="surrogatepass")
    place: Record = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if region.start is not None:
        place["region"] = {"startLine": region.start.line, "startColumn": region.start.column}
        if region.end is not None:
            place["region"] |= {"endLine": region.end.line, "endColumn": region.end.column}
    return place
