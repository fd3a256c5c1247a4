"""The commands on plain sentences: one at a time, or a batch of questions one a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli.options import BatchOption, ConfigOption, FormatOption, LangOption, NliOption, OutputOption
from factcheck.cli.run import Run, guarded, say
from factcheck.errors import UsageError
from factcheck.report import Format
from factcheck.report.inline import plural

if TYPE_CHECKING:
    from factcheck.cli.batch import Task
    from factcheck.report.sheet import Cell, Sheet

# Sentences parsed together take half the time; more than these gain no more.
_AT_ONCE = 32


@guarded
def quantities(
    texts: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Default: standard input.")] = None,
    batch: BatchOption = None,
    reference_date: Annotated[
        str | None,
        typer.Option("--reference-date", metavar="DAY", help="What relative dates count from: 2025-07-16."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how each value came about.")] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    config: ConfigOption = None,
) -> int:
    """Texts to normalised quantities and dates."""
    run = Run.of(format=format, output=output, config=config, lang=lang)
    from factcheck.cli import batch as batches
    from factcheck.report import render_sheet
    from factcheck.report.sheet import readings_sheet
    from factcheck.texts import read_texts

    if batch is not None:
        _only_batch(bool(texts or reference_date or explain), format)
        return _answer(run, batch, batches.quantities_task(run.settings.lang))
    day = None if reference_date is None else batches.day_of(reference_date)
    records, values = read_texts(texts or [_standard_input()], lang=run.settings.lang, reference_date=day)
    sheet = readings_sheet(records, values)
    if explain:
        from factcheck.texts import add_explanations

        add_explanations(records, reference_date=day)
        sheet = _with_explanations(sheet)
    run.write(render_sheet(sheet, run.format, screen=run.screen))
    return 0


def _with_explanations(sheet: Sheet) -> Sheet:
    """`sheet` with a column that tells each `explain` record in one line."""

    def rows() -> Iterator[Mapping[str, Cell]]:
        for row in sheet.rows():
            told: Any = row.get("explain")
            yield {**row, "explain": told and told["line"]}

    return replace(sheet, rows=rows, columns=(*sheet.columns, "explain"), shown=(*sheet.shown, "explain"))


@guarded
def compare(
    a: Annotated[str | None, typer.Argument(metavar="A", help="A sentence.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="Another.")] = None,
    batch: BatchOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    nli: NliOption = None,
    config: ConfigOption = None,
) -> int:
    """Two sentences to a verdict with its reason."""
    run = Run.of(format=format, output=output, config=config, lang=lang, nli=nli)
    if batch is not None:
        from factcheck.cli.batch import compare_task

        _only_batch(a is not None, format)
        return _answer(run, batch, compare_task(run.settings.lang, run.settings.nli))
    if a is None or b is None:
        raise UsageError("compare needs two sentences, or --batch FILE")
    from factcheck import pipeline
    from factcheck.report import render_verdict

    verdict = pipeline.compare(a, b, lang=run.settings.lang, nli=run.settings.nli)
    run.write(render_verdict(a, b, verdict, run.format, screen=run.screen))
    return 0


def _only_batch(others: bool, format: Format | None) -> None:
    if others:
        raise UsageError("--batch takes its questions from the file alone; leave the other arguments out")
    if format not in (None, Format.NDJSON):
        raise UsageError(f"--batch writes ndjson, not {format}")


def _answer(run: Run, batch: Path, task: Task) -> int:
    """Stream the answers to the questions in `batch`."""
    from factcheck.cli.batch import Tally, answers

    tally = Tally()
    run.write(answers(_lines(batch), task, tally, at_once=1 if str(batch) == "-" else _AT_ONCE), live=True)
    if tally.exit_code:
        run.tell((f"{tally.bad + tally.bugs} of {plural(tally.lines, 'line')} could not be answered",))
    return tally.exit_code


def _lines(path: Path) -> Iterator[bytes]:
    if str(path) == "-":
        yield from sys.stdin.buffer
        return
    try:
        with path.open("rb") as stream:
            yield from stream
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None


def _standard_input() -> str:
    from factcheck.report.screen import is_terminal

    if is_terminal(sys.stdin):
        say("reading from the keyboard; end with Ctrl-D")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input: not UTF-8 at byte {error.start + 1}") from None
