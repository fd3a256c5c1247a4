"""The options that several commands share, each spelled out once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.config import FailOn, Lang
from factcheck.report import Format

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")]
FormatOption = Annotated[
    Format | None, typer.Option("--format", help="Default: table on a terminal, ndjson in a pipe.")
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
ExplainedOption = Annotated[bool, typer.Option("--explained", help="Also show what a known reason explains.")]
