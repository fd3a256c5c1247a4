"""The commands around claims.yaml."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import (
    ConfigOption,
    JobsOption,
    LangOption,
    NoCacheOption,
    OutputOption,
    Paths,
    QuietOption,
    ReviewFormatOption,
    annotation_format,
)
from factcheck.cli.run import Run, guarded
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.ledger import CheckReport
    from factcheck.report import AnnotationFormat
    from factcheck.report.annotations import Annotations


LedgerPath = Annotated[Path, typer.Argument(metavar="LEDGER", help="The ledger.")]
THE_LEDGER = Path("claims.yaml")


@guarded
def check(
    path: LedgerPath = THE_LEDGER,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Compare the sources again, even if none changed.")
    ] = False,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODES", help="Only these rules: FC2 or FC203,FC301.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help="All but these rules.")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    format: ReviewFormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """The reviewed ledger against its sources: the gate for CI."""
    server = annotation_format(format, output)
    run = Run.of(
        format=None if server else format,
        output=output,
        config=config,
        jobs=jobs,
        cache=False if no_cache else None,
        quiet=quiet or None,
    )
    from factcheck import gate
    from factcheck.ledger.choosing import chosen
    from factcheck.ledger.problems import summary
    from factcheck.report.progress import progress

    with progress(quiet=run.settings.quiet) as bar:
        report = gate.check(path, conflicts=conflicts, jobs=run.settings.jobs, cache=run.settings.cache, progress=bar)
    report = chosen(report, select or (), ignore or ())
    run.write(_annotated(report, server) if server else _rendered(run, report))
    run.tell((), summary(report))
    return 0 if exit_zero and report.exit_code == 1 else report.exit_code


def _annotated(report: CheckReport, server: AnnotationFormat) -> Iterable[str]:
    """The problems as a build server reads them."""
    from factcheck.ledger.settled import settled
    from factcheck.report.annotations import of_check

    return annotated(of_check(report, settled(report.path)), server)


def annotated(page: Annotations, server: AnnotationFormat) -> Iterable[str]:
    """Annotations in a build server's format; on GitHub the job's summary gets them too."""
    from factcheck.report import AnnotationFormat, render_annotations

    if server is AnnotationFormat.GITHUB:
        from factcheck.report.github import write_summary

        write_summary(page)
    return render_annotations(page, server)


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


ledger = typer.Typer(
    name="ledger",
    help="Make and maintain claims.yaml.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@ledger.command()
@guarded
def init(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where it goes.")] = THE_LEDGER,
    force: Annotated[bool, typer.Option("--force", help="Replace the ledger that is there.")] = False,
    lang: LangOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """Documents to a first ledger, with nothing reviewed yet."""
    if output.exists() and not force:
        raise UsageError(f"{output}: exists; `factcheck ledger update` brings it up to date, --force replaces it")
    run = Run.of(config=config, lang=lang, jobs=jobs, cache=False if no_cache else None, quiet=quiet or None)
    from factcheck import gate
    from factcheck.ledger.emit import write_whole
    from factcheck.report.progress import progress

    with progress(quiet=run.settings.quiet) as bar:
        text = gate.draft(paths, output, options=run.options, progress=bar)
    write_whole(output, text)
    run.tell((f"{output} written; review it",))
    return 0


@ledger.command()
@guarded
def update(
    path: LedgerPath = THE_LEDGER,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Seal again the claims that changed since their review.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, write nothing.")] = False,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """The ledger brought up to its sources; comments stay."""
    run = Run.of(config=config, jobs=jobs, cache=False if no_cache else None, quiet=quiet or None)
    from factcheck import gate
    from factcheck.ledger.emit import write_whole
    from factcheck.report.progress import progress

    with progress(quiet=run.settings.quiet) as bar:
        done = gate.update(path, reviewed=reviewed, jobs=run.settings.jobs, cache=run.settings.cache, progress=bar)
    if dry_run:
        run.write(_difference(path, done.old, done.new, "updated"))
        run.tell(done.notes)
        return 0
    if done.new != done.old:
        write_whole(path, done.new, old=done.old)
    run.tell((*done.notes, f"{path} {'unchanged' if done.new == done.old else 'written'}"))
    return 0


@ledger.command()
@guarded
def review(path: LedgerPath = THE_LEDGER) -> int:
    """The open conflicts one by one; each decision is written at once."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        advice = "run it in a terminal, or set `state` and `reason` in the file"
        raise UsageError(f"ledger review asks questions and this is no terminal; {advice}")
    from factcheck.ledger.review import review as go_through
    from factcheck.report.inline import disarm
    from factcheck.text import inert

    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    tally = go_through(path, ask=input, show=lambda text: print(disarm(inert(text)), end="", flush=True))
    print(tally)
    return 0


@ledger.command()
@guarded
def fmt(
    path: LedgerPath = THE_LEDGER,
    check: Annotated[bool, typer.Option("--check", help="Show what would change and exit with 1.")] = False,
    quiet: QuietOption = False,
) -> int:
    """The ledger in its one canonical layout; comments stay."""
    run = Run.of(quiet=quiet or None)
    from factcheck.ledger.emit import write_whole
    from factcheck.ledger.layout import formatted
    from factcheck.yamlfile import read_text

    old = read_text(path)
    new = formatted(path, old)
    if check:
        run.write(_difference(path, old, new, "canonical"))
        return int(new != old)
    if new != old:
        write_whole(path, new, old=old)
    run.tell((f"{path} {'unchanged' if new == old else 'written'}",))
    return 0


def _difference(path: Path, old: str, new: str, named: str) -> Iterator[str]:
    from difflib import unified_diff

    from factcheck.report.inline import flat

    names = (str(path), f"{path} ({named})")
    lines = unified_diff(old.splitlines(), new.splitlines(), *names, lineterm="")
    return (f"{flat(line)}\n" for line in lines)
