"""The ledger's check with the pipeline behind it: what the command and a script ask for.

The pipeline is imported only when a source changed since the ledger was sealed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import ledger
from factcheck.records import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    from factcheck.model import Article, Finding
    from factcheck.pipeline import Options, Progress


def check(
    path: Path | str = "claims.yaml",
    *,
    conflicts: bool = False,
    jobs: int = 1,
    cache: bool = True,
    progress: Progress | None = None,
) -> ledger.CheckReport:
    """Check the ledger at `path` against its sources; `conflicts` compares the sources even if unchanged."""

    def analyse(articles: tuple[Article, ...], /) -> tuple[Finding, ...]:
        from factcheck.pipeline import Options

        return findings_of(articles, options=Options(jobs=jobs, cache=cache), progress=progress)

    return ledger.check(Path(path), analyse=analyse, conflicts=conflicts)


def findings_of(
    articles: tuple[Article, ...], *, options: Options, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """The findings between articles at hand, explained ones included."""
    from factcheck import claims, pipeline
    from factcheck.cache import FOLDER, Cache

    cache = Cache(Path(FOLDER)) if options.cache else None
    found = claims.extract(articles, cache=cache, progress=progress)
    return pipeline.disagreements(articles, found, explained=True).findings


def problem_record(path: Path, problem: ledger.Problem) -> Record:
    """A problem of a check as other programs read it."""
    place = problem.place
    return {
        "schema_version": SCHEMA_VERSION,
        "rule": problem.rule.code,
        "name": problem.rule.name,
        "level": str(problem.rule.level),
        "path": str(path),
        "line": problem.mark.line,
        "column": problem.mark.column,
        "message": problem.message,
        "todo": problem.advice,
        "source": place and place.path,
        "source_line": place and place.line,
        "source_column": place and place.column,
    }
