"""The command line: options in, one library call, text and exit code out.

Nothing heavy is imported before the command that needs it: `--help`, `--version` and `check` answer at once.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.diff import diff
from factcheck.cli.ledger import annotated, check, ledger
from factcheck.cli.options import (
    AgreementsOption,
    ConfigOption,
    ExplainedOption,
    FailOnOption,
    FormatOption,
    JobsOption,
    LangOption,
    NliOption,
    NoCacheOption,
    OutputOption,
    Paths,
    QuietOption,
    ReviewFormatOption,
    TextFieldOption,
    annotation_format,
)
from factcheck.cli.run import Run, count, guard, guarded
from factcheck.cli.sources import sources
from factcheck.cli.text import compare, quantities
from factcheck.cli.verify import verify
from factcheck.errors import UsageError
from factcheck.report import Format
from factcheck.report.inline import plural

if TYPE_CHECKING:
    from factcheck.pipeline import Outcome
    from factcheck.report.annotations import Annotations


class SchemaName(StrEnum):
    """The schemas that ship with the package."""

    CLAIMS = "claims"
    CLAIM = "claim"
    CONFLICT = "conflict"
    VERDICT = "verdict"
    AGREEMENT = "agreement"


app = typer.Typer(
    name="factcheck",
    help="What a pile of articles claims, and where it disagrees with itself. Offline, French and English.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from factcheck import __version__

        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
@guarded
def extract(
    paths: Paths,
    text: Annotated[bool, typer.Option("--text", help="The extracted text of the documents.")] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    text_field: TextFieldOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """Documents to claims, with speakers, quantities and dates."""
    run = Run.of(
        format=format,
        output=output,
        config=config,
        lang=lang,
        text_field=text_field,
        jobs=jobs,
        cache=_unless(no_cache),
        quiet=quiet or None,
    )
    if text:
        return _extract_text(run, paths)
    from factcheck import pipeline
    from factcheck.report import render_claims
    from factcheck.report.progress import progress

    with progress(quiet=run.settings.quiet) as bar:
        found = pipeline.extract(paths, options=run.options, progress=bar)
    run.write(render_claims(found.claims, run.format, screen=run.screen))
    run.tell(found.notes, plural(len(found.articles), "document"), plural(len(found.claims), "claim"))
    return 0


def _extract_text(run: Run, paths: list[str]) -> int:
    from factcheck import pipeline
    from factcheck.report import render_texts

    run.write(render_texts(pipeline.documents(paths, options=run.options), run.asked or "table", screen=run.screen))
    return 0


@app.command()
@guarded
def conflicts(
    paths: Paths,
    explained: ExplainedOption = False,
    agreements: AgreementsOption = False,
    fail_on: FailOnOption = None,
    format: ReviewFormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    text_field: TextFieldOption = None,
    nli: NliOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """Documents to contradictions, with both quotes and reasons."""
    server = annotation_format(format, output)
    run = Run.of(
        format=None if server else format,
        output=output,
        config=config,
        lang=lang,
        text_field=text_field,
        nli=nli,
        jobs=jobs,
        cache=_unless(no_cache),
        quiet=quiet or None,
        fail_on=fail_on,
        explained=explained or None,
    )
    if agreements:
        if server is not None:
            raise UsageError(f"--agreements finds no fault; it has no format {server}")
        return _agreements(run, paths)
    from factcheck.report import render_findings

    found = _conflicts(run, paths)
    if server is not None:
        run.write(annotated(_annotations(found), server))
    else:
        run.write(render_findings(found.findings, run.format, screen=run.screen))
    _summarise(run, found)
    return run.exit_code(found.findings)


def _agreements(run: Run, paths: list[str]) -> int:
    """What several articles say alike, for `conflicts --agreements`."""
    from factcheck import pipeline
    from factcheck.records import agreement_record
    from factcheck.report import render_sheet
    from factcheck.report.progress import progress
    from factcheck.report.sheet import agreements_sheet

    with progress(quiet=run.settings.quiet) as bar:
        found = pipeline.agreements(paths, options=run.options, progress=bar)
    records = [agreement_record(agreement) for agreement in found.agreements]
    run.write(render_sheet(agreements_sheet(records), run.format, screen=run.screen))
    documents, claims = plural(len(found.articles), "document"), plural(len(found.claims), "claim")
    run.tell(found.notes, documents, claims, plural(len(found.agreements), "agreement"))
    return 0


def _annotations(found: Outcome) -> Annotations:
    """The findings for a build server; those that the ledger of the working folder has settled are accepted."""
    from factcheck.cli.rulebook import rulebook
    from factcheck.ledger.settled import reasons
    from factcheck.pipeline import LEDGER
    from factcheck.report.annotations import of_findings

    accepted = reasons(LEDGER)
    line = ", ".join(_counts(found))
    return of_findings(found.findings, found.articles, rulebook=rulebook(), accepted=accepted, summary=line)


app.command()(check)
app.command()(diff)
app.command()(sources)
app.command()(quantities)
app.command()(compare)
app.command()(verify)


@app.command()
@guarded
def report(
    paths: Paths,
    output: OutputOption = None,
    explained: ExplainedOption = False,
    lang: LangOption = None,
    text_field: TextFieldOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """Documents to one page: conflicts side by side, claims."""
    run = Run.of(
        format=Format.HTML,
        output=output,
        config=config,
        lang=lang,
        text_field=text_field,
        jobs=jobs,
        cache=_unless(no_cache),
        quiet=quiet or None,
        explained=explained or None,
    )
    if run.screen.terminal:
        raise UsageError("a page is not for a terminal; add -o report.html")
    from factcheck.report import render_page

    found = _conflicts(run, paths)
    run.write(render_page(found.articles, found.claims, found.findings))
    _summarise(run, found)
    return 0


@app.command()
@guarded
def rules(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="One rule. Default: all.")] = None,
    format: FormatOption = None,
    output: OutputOption = None,
) -> int:
    """What a rule means, with a breach and a harmless example."""
    run = Run.of(format=format, output=output)
    from factcheck.cli.rulebook import explain, rules_sheet
    from factcheck.report import render_sheet

    if code is not None and run.asked is None:
        run.write(explain(code))
    else:
        run.write(render_sheet(rules_sheet(code), run.asked or "table", screen=run.screen))
    return 0


@app.command()
@guarded
def schema(
    name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="claims, or a record.")] = SchemaName.CLAIMS,
    output: OutputOption = None,
) -> int:
    """The JSON Schema of claims.yaml or of a record."""
    from importlib.resources import files

    file = files("factcheck") / "schema" / f"{name}.schema.json"
    Run.of(output=output).write([file.read_text(encoding="utf-8")])
    return 0


app.add_typer(ledger)


def _conflicts(run: Run, paths: list[str]) -> Outcome:
    from factcheck import pipeline
    from factcheck.report.progress import progress

    with progress(quiet=run.settings.quiet) as bar:
        return pipeline.conflicts(paths, options=run.options, explained=run.settings.explained, progress=bar)


def _summarise(run: Run, found: Outcome) -> None:
    run.tell(found.notes, *_counts(found))


def _counts(found: Outcome) -> tuple[str, ...]:
    documents, claims = plural(len(found.articles), "document"), plural(len(found.claims), "claim")
    return documents, claims, plural(found.pairs, "pair"), count(found.findings)


def _unless(no_cache: bool) -> bool | None:
    """The setting `cache` by the flag: False or not given."""
    return False if no_cache else None


def main() -> None:
    """The command `factcheck`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(guard(_run_app))


def _run_app() -> int:
    app(prog_name="factcheck")
    return 0
