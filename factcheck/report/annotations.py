"""What a check or a comparison found as annotations: one neutral record that every build server's format renders.

An annotation has a rule, a level, a place with columns in code points and in bytes, the other places it speaks
of, and a fingerprint taken of its content, so that it stays the same finding when lines move.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text import Lines, digest

if TYPE_CHECKING:
    from factcheck.ledger import CheckReport, Problem
    from factcheck.ledger.problems import Place
    from factcheck.ledger.rules import Rule
    from factcheck.ledger.settled import Settled
    from factcheck.model import Article, Finding, Side
    from factcheck.records import Record
    from factcheck.yamlfile import Mark

# Files whose text is the file itself, so that a line of the one is a line of the other.
_AS_THEY_STAND = frozenset({".txt", ".md", ".markdown", ""})


class Level(StrEnum):
    """How grave an annotation is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_BY_SEVERITY = {"conflict": Level.ERROR, "tension": Level.WARNING, "explained": Level.NOTE}


class Point(NamedTuple):
    """A place in a text, all from 1: line, column in code points, column in UTF-8 bytes."""

    line: int
    column: int
    byte: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of the file `path`, end exclusive; without `start` the file as a whole."""

    path: str
    start: Point | None = None
    end: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that an annotation speaks of."""

    message: str
    region: Region


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """What a rule means, in a sentence, and what to do."""

    code: str
    name: str
    level: Level
    meaning: str
    todo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One finding. `owner` is the entry or finding it belongs to; `accepted` says why it is no longer to be shown."""

    rule: RuleNote
    level: Level
    message: str
    region: Region
    fingerprint: str
    owner: str
    related: tuple[Related, ...] = ()
    accepted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All annotations of one run of `command` on `subject`.

    `rules` are those that annotations name; `cases` the entries that were looked at, found fault with or not;
    `summary` one line for people.
    """

    command: str
    subject: str
    items: tuple[Annotation, ...]
    rules: tuple[RuleNote, ...]
    cases: tuple[str, ...] = ()
    summary: str = ""

    @property
    def shown(self) -> tuple[Annotation, ...]:
        """Those that nobody has accepted, the gravest first, else in order."""
        grave = list(Level)
        return tuple(sorted((a for a in self.items if a.accepted is None), key=lambda a: grave.index(a.level)))


def of_check(report: CheckReport, settled: Sequence[Settled] = ()) -> Annotations:
    """The problems of a check; the `settled` conflicts of its ledger come as accepted annotations."""
    from factcheck.ledger.problems import summary
    from factcheck.ledger.rules import BY_NAME

    page = _Page(report.path)
    items = [page.problem(problem) for problem in report.problems]
    items += [page.settled(entry, BY_NAME["conflict-unlisted"]) for entry in settled]
    return Annotations(
        command="check",
        subject=page.path,
        items=tuple(_told_apart(items)),
        rules=_rules(items),
        cases=report.entries,
        summary=summary(report),
    )


def of_findings(
    findings: Sequence[Finding],
    articles: Iterable[Article],
    *,
    rulebook: Iterable[Record],
    accepted: Mapping[str, str],
    summary: str = "",
) -> Annotations:
    """The findings of a comparison; `accepted` gives the reason of each that a ledger has settled, by its id."""
    notes = {record["code"]: record for record in rulebook}
    texts = _Texts(articles)
    items = [_of_finding(finding, texts, notes.get(finding.rule, {}), accepted) for finding in findings]
    return Annotations(
        command="conflicts",
        subject="conflicts",
        items=tuple(_told_apart(items)),
        rules=_rules(items),
        summary=summary,
    )


def relative(path: str | PurePath) -> str:
    """`path` from the working folder, as build servers name files."""
    try:
        return PurePath(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return PurePath(path).as_posix()


# --- checks -------------------------------------------------------------------------------------------


class _Page:
    """The ledger's file, whose lines tell the byte column of a mark."""

    def __init__(self, path: Path) -> None:
        self.path = relative(path)
        self._folder = path.parent
        try:
            self._lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):  # which is then what the annotations say
            self._lines = []

    def problem(self, problem: Problem) -> Annotation:
        """A problem at its place in the ledger, its place in the source beside it."""
        related = [self._related(problem.place)] if problem.place else []
        return Annotation(
            rule=_note(problem.rule),
            level=Level(problem.rule.level.value),
            message=f"{problem.message}; {problem.advice}",
            region=self._region(problem.mark),
            fingerprint=digest(problem.rule.code, problem.owner, problem.subject),
            owner=problem.owner,
            related=tuple(related),
        )

    def settled(self, entry: Settled, rule: Rule) -> Annotation:
        """A conflict that would be a problem, had nobody settled it."""
        return Annotation(
            rule=_note(rule),
            level=Level(rule.level.value),
            message=f"{entry.kind} '{entry.key}' is {entry.state}",
            region=self._region(entry.mark),
            fingerprint=digest(rule.code, entry.key, ""),
            owner=entry.key,
            related=tuple(self._related(place) for place in entry.sides),
            accepted=f"{entry.state}: {entry.reason}",
        )

    def _region(self, mark: Mark) -> Region:
        if not mark.line:
            return Region(path=self.path)
        line = self._lines[mark.line - 1] if mark.line <= len(self._lines) else ""
        return Region(path=self.path, start=_point(mark.line, mark.column, line[: mark.column - 1]))

    def _related(self, place: Place) -> Related:
        start = _point(place.line, place.column, place.before)
        return Related(message="the source", region=Region(path=relative(self._folder / place.path), start=start))


def _note(rule: Rule) -> RuleNote:
    return RuleNote(code=rule.code, name=rule.name, level=Level(rule.level.value), meaning=rule.meaning, todo=rule.todo)


# --- findings -----------------------------------------------------------------------------------------


class _Texts:
    """The texts of a run, in which offsets are lines and columns."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._lines: dict[str, Lines] = {}

    def region(self, side: Side) -> Region:
        """The words of `side` that clash; of a file that is no plain text, the file."""
        article = self._articles.get(side.source)
        path = relative((article and article.path) or side.source)
        if article is None or PurePath(path).suffix.lower() not in _AS_THEY_STAND:
            return Region(path=path)
        lines = self._lines.setdefault(article.id, Lines(article.text))
        points = (_at(article.text, lines, offset) for offset in (side.focus.start, side.focus.end))
        return Region(path=path, start=next(points), end=next(points))


def _at(text: str, lines: Lines, offset: int) -> Point:
    column = lines.column(offset)
    return _point(lines.line(offset), column, text[offset - column + 1 : offset])


def _point(line: int, column: int, before: str) -> Point:
    """A place, `before` being what stands before it on its line."""
    return Point(line, column, len(before.encode("utf-8", "surrogatepass")) + 1)


def _of_finding(finding: Finding, texts: _Texts, about: Record, accepted: Mapping[str, str]) -> Annotation:
    level = _BY_SEVERITY[str(finding.severity)]
    name = str(about.get("name", finding.kind))
    rule = RuleNote(code=finding.rule, name=name, level=Level.WARNING, meaning=str(about.get("meaning", name)))
    return Annotation(
        rule=rule,
        level=level,
        message=f"{finding.severity} ({finding.kind}): {finding.why}",
        region=texts.region(finding.a),
        fingerprint=digest(finding.rule, finding.id),
        owner=finding.id,
        related=(Related(message=f"{finding.b.source} says: {finding.b.text}", region=texts.region(finding.b)),),
        accepted=accepted.get(finding.id),
    )


# --- both ---------------------------------------------------------------------------------------------


def _rules(items: Iterable[Annotation]) -> tuple[RuleNote, ...]:
    """The rules that `items` name, by code."""
    named = {item.rule.code: item.rule for item in items}
    return tuple(named[code] for code in sorted(named))


def _told_apart(items: Iterable[Annotation]) -> Iterator[Annotation]:
    """`items` with fingerprints that differ: the second of the same content has its number in it."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.fingerprint] += 1
        count = seen[item.fingerprint]
        yield item if count == 1 else replace(item, fingerprint=digest(item.fingerprint, str(count)))
