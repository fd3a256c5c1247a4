"""The ledger with the pipeline behind it: check, first draft, update. For the commands and for scripts.

The pipeline is imported only when it is needed: never by a check of unchanged sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import ledger
from factcheck.errors import UsageError
from factcheck.records import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    from factcheck.ledger.updating import Update
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
    analyse = _analyse(jobs=jobs, cache=cache, progress=progress)
    return ledger.check(Path(path), analyse=analyse, conflicts=conflicts)


def draft(paths: Sequence[str], path: Path, *, options: Options | None = None, progress: Progress | None = None) -> str:
    """The text of a first ledger of the documents behind `paths`, to stand at `path`; it watches their folders."""
    from factcheck import pipeline
    from factcheck.ledger import drafting

    found = pipeline.conflicts(paths, options=options, progress=progress)
    home = path.resolve().parent
    outside = [article.id for article in found.articles if not Path(article.path).resolve().is_relative_to(home)]
    if outside:
        raise UsageError(f"{outside[0]}: outside the ledger's folder; put the ledger above all its sources")
    folders = sorted({Path(name).resolve() for name in paths if Path(name).is_dir()})
    watch = [folder.relative_to(home).as_posix() for folder in folders]
    return drafting.draft(found.articles, found.claims, found.findings, path=path, watch=watch)


def update(
    path: Path, *, reviewed: bool = False, jobs: int = 1, cache: bool = True, progress: Progress | None = None
) -> Update:
    """The ledger at `path` brought up to its sources; nothing is written."""
    from factcheck.documents.articles import load
    from factcheck.ledger import updating

    analyse = _analyse(jobs=jobs, cache=cache, progress=progress)
    return updating.update(path, load=lambda file: load([str(file)]), analyse=analyse, reviewed=reviewed)


def _analyse(*, jobs: int, cache: bool, progress: Progress | None) -> ledger.Analyse:
    def analyse(articles: tuple[Article, ...], /) -> tuple[Finding, ...]:
        return findings_of(articles, jobs=jobs, cache=cache, progress=progress)

    return analyse


def findings_of(
    articles: tuple[Article, ...], *, jobs: int = 1, cache: bool = True, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """The findings between articles at hand, explained ones included."""
    from factcheck import claims, pipeline
    from factcheck.parse.cache import FOLDER, Cache

    kept = Cache(Path(FOLDER)) if cache else None
    found = claims.extract(articles, cache=kept, progress=progress, jobs=jobs)
    return pipeline.disagreements(articles, found, explained=True, progress=progress, jobs=jobs).findings


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
