"""The commands around claims.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.options import (
    ConfigOption,
    FormatOption,
    JobsOption,
    NoCacheOption,
    OutputOption,
    QuietOption,
)
from factcheck.run import Run, guarded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.ledger import CheckReport

LedgerPath = Annotated[Path, typer.Argument(metavar="LEDGER", help="The ledger.")]
THE_LEDGER = Path("claims.yaml")


@guarded
def check(
    path: LedgerPath = THE_LEDGER,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Compare the sources again, even if none changed.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """The reviewed ledger against its sources: the gate for continuous integration."""
    run = Run.of(
        format=format,
        output=output,
        config=config,
        jobs=jobs,
        cache=False if no_cache else None,
        quiet=quiet or None,
    )
    from factcheck import gate
    from factcheck.ledger.problems import summary
    from factcheck.report.progress import progress

    with progress(quiet=run.settings.quiet) as bar:
        report = gate.check(path, conflicts=conflicts, jobs=run.settings.jobs, cache=run.settings.cache, progress=bar)
    run.write(_rendered(run, report))
    run.tell((), summary(report))
    return 0 if exit_zero and report.exit_code == 1 else report.exit_code


def _rendered(run: Run, report: CheckReport) -> Iterable[str]:
    """One line a problem, or the records in the format asked for."""
    if run.asked in (None, "table"):
        from factcheck.ledger.problems import one_line
        from factcheck.report.inline import flat

        return [f"{flat(one_line(report.path, problem))}\n" for problem in report.problems]
    from factcheck.gate import problem_record
    from factcheck.report import render_sheet
    from factcheck.report.sheet import records_sheet

    records = [problem_record(report.path, problem) for problem in report.problems]
    sheet = records_sheet("problems", records, shown=("rule", "level", "line", "column", "message", "todo"))
    return render_sheet(sheet, run.asked, screen=run.screen)
