"""GitHub's log commands, which show each annotation beside its line, and the summary of a job."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.report.annotations import Annotation, Annotations, Level, Region
from factcheck.report.inline import flat, one_line
from factcheck.report.md import escape

# GitHub shows at most ten annotations of a level in one step and drops the rest without a word.
GITHUB_LIMIT = 10
# A summary may hold a megabyte; a thousand rows stay far below it.
SUMMARY_ROWS = 1000
_SUMMARY = "GITHUB_STEP_SUMMARY"
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(page: Annotations) -> Iterator[str]:
    """One log command an annotation, errors first, up to GitHub's limit; then how many more there are."""
    counted: Counter[Level] = Counter()
    for item in page.shown:
        counted[item.level] += 1
        if counted[item.level] <= GITHUB_LIMIT:
            yield _command(item)
    for level, count in counted.items():
        if count > GITHUB_LIMIT:
            rest = f"{count - GITHUB_LIMIT} more in the summary of this job"
            yield f"::{_COMMANDS[level]} title=factcheck::{rest}\n"
    yield flat(page.summary) + "\n"


def write_summary(page: Annotations, environment: Mapping[str, str] | None = None) -> None:
    """Add the whole table to the job's summary, where the environment names a file for it."""
    target = (os.environ if environment is None else environment).get(_SUMMARY)
    if target:
        with Path(target).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.writelines(summary(page))


def summary(page: Annotations) -> Iterator[str]:
    """All annotations as a Markdown table under the line that sums them up."""
    yield f"### factcheck {page.command}\n\n{escape(page.summary)}\n"
    if page.shown:
        yield "\n| level | place | rule | message |\n| --- | --- | --- | --- |\n"
    for item in page.shown[:SUMMARY_ROWS]:
        yield f"| {item.level} | {escape(_where(item.region))} | {escape(item.rule.code)} | {escape(item.message)} |\n"
    if len(page.shown) > SUMMARY_ROWS:
        yield f"\n{len(page.shown) - SUMMARY_ROWS} more.\n"
    yield "\n"


def _where(region: Region) -> str:
    return f"{region.path}:{region.start.line}:{region.start.column}" if region.start else region.path


def _command(item: Annotation) -> str:
    region = item.region
    where = f"file={_property(region.path)}"
    if region.start is not None:
        where += f",line={region.start.line},col={region.start.column}"
    if region.start is not None and region.end is not None:
        where += f",endLine={region.end.line},endColumn={region.end.column}"
    title = _property(f"factcheck ({item.rule.code})")
    others = "".join(f" ({_where(other.region)})" for other in item.related)
    return f"::{_COMMANDS[item.level]} title={title},{where}::{_data(item.message + others)}\n"


def _data(text: str) -> str:
    """`text` as the data of a log command, on one line."""
    return one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")).replace("##[", "## [")


def _property(text: str) -> str:
    """`text` as a property of a log command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
