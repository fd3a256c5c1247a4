"""What a check finds: problems with a rule, a place in the ledger and one in the source; and their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.ledger.rules import BY_NAME, Level, Rule
from factcheck.text import inert
from factcheck.yamlfile import Fault, Mark

BAD_INPUT = "FC1"
_LINE = re.compile(r" on line \d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a source's file; `before` is what stands before it on its line."""

    path: str
    line: int
    column: int
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong: its rule, what exactly, where in the ledger and where in the source.

    `owner` is the id of the entry it belongs to, `subject` the words it is about: together with the rule they
    say which problem it is, wherever it stands.
    """

    rule: Rule
    message: str
    mark: Mark
    place: Place | None = None
    todo: str = ""
    owner: str = ""
    subject: str = ""

    @property
    def advice(self) -> str:
        """What to do, in this very case where it is known, else in general."""
        return self.todo or self.rule.todo


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The result of a check: its problems by place, and how much was looked at.

    `analysed` says whether the sources were compared again; without a change they are not. `entries` are the
    ids of the claims and the keys of the conflicts.
    """

    path: Path
    problems: tuple[Problem, ...]
    sources: int = 0
    claims: int = 0
    conflicts: int = 0
    analysed: bool = False
    entries: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 clean or only warnings, 1 at least one error, 2 a ledger that cannot be read as one."""
        if any(problem.rule.code.startswith(BAD_INPUT) for problem in self.problems):
            return 2
        return int(any(problem.rule.level is Level.ERROR for problem in self.problems))


def problem(
    name: str, message: str, mark: Mark, *, owner: str = "", subject: str = "", place: Place | None = None
) -> Problem:
    """A problem of the entry `owner` under the rule called `name`."""
    return Problem(rule=BY_NAME[name], message=message, mark=mark, place=place, owner=owner, subject=subject)


def from_fault(fault: Fault) -> Problem:
    """A fault of the file's form as a problem."""
    rule = BY_NAME.get(fault.rule, BY_NAME["wrong-value"])
    subject = _LINE.sub("", fault.what)
    return Problem(rule=rule, message=fault.what, mark=fault.mark, todo=fault.todo, subject=subject)


def ordered(problems: Iterator[Problem]) -> tuple[Problem, ...]:
    """The problems by their place in the ledger, then by code; each once."""
    by_place = sorted(problems, key=lambda p: (p.mark.line, p.mark.column, p.rule.code, p.message))
    return tuple(dict.fromkeys(by_place))


def as_text(report: CheckReport) -> Iterator[str]:
    """One line a problem, then one line on what was looked at; hostile text comes out inert."""
    for found in report.problems:
        yield one_line(report.path, found) + "\n"
    yield summary(report) + "\n"


def one_line(path: Path, found: Problem) -> str:
    """`claims.yaml:LINE:COL: CODE message (source:LINE:COL); what to do`."""
    where = f"{path}:{found.mark.line}:{found.mark.column}" if found.mark.line else str(path)
    place = found.place
    source = f" ({place.path}:{place.line}:{place.column})" if place else ""
    level = " warning:" if found.rule.level is Level.WARNING else ""
    advice = found.advice[:1].lower() + found.advice[1:]
    line = f"{where}: {found.rule.code}{level} {found.message}{source}; {advice.rstrip('.')}"
    return inert(" ".join(line.split("\n"))).replace("\t", " ")


def summary(report: CheckReport) -> str:
    """How much was looked at, and what came of it."""
    if report.exit_code == 2:
        return f"{report.path}: {_counted(len(report.problems), 'fault')}"
    parts = (
        _counted(report.claims, "claim"),
        _counted(report.sources, "source"),
        _counted(report.conflicts, "conflict"),
    )
    errors = sum(p.rule.level is Level.ERROR for p in report.problems)
    warnings = len(report.problems) - errors
    result = _counted(errors, "error") + (f", {_counted(warnings, 'warning')}" if warnings else "")
    return inert(f"{report.path}: {', '.join(parts)}: {result if report.problems else 'all in order'}")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
