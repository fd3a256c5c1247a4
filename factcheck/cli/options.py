"""The options that several commands share, each spelled out once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.config import FailOn, Lang
from factcheck.report import AnnotationFormat, Format


class ReviewFormat(StrEnum):
    """The formats of what is found fault with: those of a report, and those of build servers."""

    TABLE = "table"
    NDJSON = "ndjson"
    JSON = "json"
    CSV = "csv"
    YAML = "yaml"
    MD = "md"
    HTML = "html"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"
    RDJSON = "rdjson"


class FailOnVerdict(StrEnum):
    """The verdict on a draft's claim that makes exit code 1."""

    NEVER = "never"
    CONTRADICTED = "contradicted"


def annotation_format(format: str | None, output: Path | None) -> AnnotationFormat | None:
    """The build server's format that is asked for, by name or by an output file that ends in `.sarif`."""
    if format is None and output is not None and output.suffix.lower() == ".sarif":
        return AnnotationFormat.SARIF
    return AnnotationFormat(format) if format in set(AnnotationFormat) else None


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")]
FormatOption = Annotated[
    Format | None, typer.Option("--format", help="Default: table on a terminal, ndjson in a pipe.")
]
ReviewFormatOption = Annotated[
    ReviewFormat | None,
    typer.Option("--format", help="Default: for people on a terminal, for programs in a pipe."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its ending tells the format."),
]
LangOption = Annotated[Lang | None, typer.Option("--lang", help="The language of the input. Default: auto.")]
JobsOption = Annotated[int | None, typer.Option("--jobs", min=1, metavar="N", help="Processes. Default: 1.")]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Read every document anew.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, notes or summary.")]
FailOnOption = Annotated[
    FailOn | None, typer.Option("--fail-on", help="Exit with 1 from this severity on. Default: never.")
]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings; else factcheck.toml or pyproject.toml."),
]
BatchOption = Annotated[
    Path | None,
    typer.Option("--batch", metavar="FILE", help="One JSON question a line (- for standard input)."),
]
Drafts = Annotated[list[str], typer.Argument(metavar="DRAFT", help="Files, folders, globs, or - for standard input.")]
AgainstOption = Annotated[
    list[str], typer.Option("--against", metavar="PATH", help="Documents (may be repeated), or one claims.yaml.")
]
FailOnVerdictOption = Annotated[
    FailOnVerdict | None, typer.Option("--fail-on", help="Exit with 1 on this verdict. Default: never.")
]
AgreementsOption = Annotated[bool, typer.Option("--agreements", help="What several say alike, instead.")]
ExplainedOption = Annotated[bool, typer.Option("--explained", help="Also show what a known reason explains.")]
NliOption = Annotated[
    str | None, typer.Option("--nli", metavar="PATH", help="Ask an inference model in this folder as well.")
]
TextFieldOption = Annotated[
    str | None,
    typer.Option("--text-field", metavar="NAME", help="The field of JSON and CSV records that holds their text."),
]
