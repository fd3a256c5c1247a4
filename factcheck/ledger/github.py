"""A check's report as GitHub's log commands, which show each problem beside its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.ledger.problems import CheckReport, Problem, summary
from factcheck.ledger.rules import Level
from factcheck.text import inert

# GitHub shows at most ten annotations of a level in one step and drops the rest without a word.
GITHUB_LIMIT = 10


def as_github(report: CheckReport) -> Iterator[str]:
    """One annotation a problem, errors first, up to GitHub's limit; then how many more there are."""
    ranked = sorted(report.problems, key=lambda p: p.rule.level is Level.WARNING)
    shown: Counter[Level] = Counter()
    for problem in ranked:
        shown[problem.rule.level] += 1
        if shown[problem.rule.level] <= GITHUB_LIMIT:
            yield _annotation(report, problem)
    for level, count in shown.items():
        if count > GITHUB_LIMIT:
            yield f"::{level.value} title=factcheck::{count - GITHUB_LIMIT} more in the log of this step\n"
    yield _data(summary(report)) + "\n"


def _annotation(report: CheckReport, problem: Problem) -> str:
    where = f"file={_property(str(report.path))}"
    if problem.mark.line:
        where += f",line={problem.mark.line},col={problem.mark.column}"
    place = problem.place
    source = f" ({place.path}:{place.line}:{place.column})" if place else ""
    title = _property(f"factcheck ({problem.rule.code})")
    message = _data(f"{problem.message}{source}; {problem.advice}")
    return f"::{problem.rule.level.value} title={title},{where}::{message}\n"


def _data(text: str) -> str:
    """`text` as the data of a log command, on one line."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return inert(escaped)


def _property(text: str) -> str:
    """`text` as a property of a log command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
