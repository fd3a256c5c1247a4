"""Tables and blocks for a terminal. Foreign text only ever travels in rich `Text`, never as markup."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.disputes import disputes
from factcheck.report.inline import flat, focus_parts
from factcheck.report.screen import Screen
from factcheck.report.sheet import Cell, Sheet

if TYPE_CHECKING:
    from factcheck.model import Finding, Side

# Longer lines than this are hard to read, however wide the terminal.
_WIDEST_BLOCK = 110
_NARROWEST = 40

_SEVERITY_STYLE = {"conflict": "bold red", "tension": "bold yellow", "explained": "bold cyan"}
_FOCUS_STYLE = "bold underline"
# The main text of a row keeps the room; what stands beside it wraps.
_WIDEST_SIDE = 22
_WIDE = frozenset({"text", "why", "meaning", "reading"})
_NUMERIC = (int, float)


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """The shown columns of a sheet, one table a group."""
    for place, (name, rows) in enumerate(sheet.tables()):
        if place:
            yield "\n"
        if name:
            yield _draw(Text(flat(name), style="bold"), screen)
        yield _draw(_table(sheet.shown, rows), screen)


def _table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for place, name in enumerate(columns):
        figures = all(isinstance(row[place], _NUMERIC) for row in rows)
        least = 24 if name in _WIDE else 4
        most = None if figures or name in _WIDE else _WIDEST_SIDE
        table.add_column(
            Text(name),
            justify="right" if figures else "left",
            no_wrap=figures,
            min_width=least,
            max_width=most,
        )
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(value: Cell) -> Text:
    if isinstance(value, float):
        return Text(f"{value:.2f}")
    return Text("" if value is None else flat(str(value)))


def render_findings(findings: Sequence[Finding], screen: Screen) -> Iterator[str]:
    """A block for each dispute: how grave, why, both sources with the words that clash, and where it is repeated."""
    for place, dispute in enumerate(disputes(findings)):
        if place:
            yield "\n"
        parts = (*_block(dispute.first, screen), *_repeats(dispute.repeats))
        yield from (_draw(part, screen, widest=_WIDEST_BLOCK) for part in parts)


def _block(finding: Finding, screen: Screen) -> Iterator[RenderableType]:
    severity = str(finding.severity)
    head = Text.assemble(
        (severity.upper(), _SEVERITY_STYLE[severity]),
        f"  {finding.kind}  ",
        (f"score {finding.score:.2f}  {flat(finding.rule)}  {flat(finding.id)}", "dim"),
    )
    yield head
    yield Padding(Text(flat(finding.why)), (0, 0, 0, 2))
    for side in (finding.a, finding.b):
        yield Padding(_place(side), (0, 0, 0, 2))
        yield Padding(_quote(side, screen), (0, 0, 0, 6))
    yield Padding(Text(_reasons(finding), style="dim"), (0, 0, 0, 2))


def _repeats(findings: Sequence[Finding]) -> Iterator[RenderableType]:
    """Where else the same is at odds, a line or two each."""
    if findings:
        yield Padding(Text("the same again:"), (0, 0, 0, 2))
    for finding in findings:
        sides = Text(" against ").join(_pointer(side) for side in (finding.a, finding.b))
        yield Padding(Text.assemble(sides, (f"  {flat(finding.id)}", "dim")), (0, 0, 0, 6))


def _pointer(side: Side) -> Text:
    return Text.assemble(_place(side), f" “{flat(side.focus.text)}”")


def _place(side: Side) -> Text:
    return Text(f"{flat(side.source)}:{side.line}", style="cyan")


def _quote(side: Side, screen: Screen) -> Text:
    """The quote with its focus in bold, or between asterisks where bold cannot be shown."""
    before, focus, after = map(flat, focus_parts(side))
    mark = "" if screen.styled or not focus else "**"
    return Text.assemble(before, (f"{mark}{focus}{mark}", _FOCUS_STYLE), after)


def _reasons(finding: Finding) -> str:
    origins = f"independent origins: {finding.origins[0]} and {finding.origins[1]}"
    reasons = ", ".join(finding.reconciled_by)
    return f"may be reconciled by: {reasons}; {origins}" if reasons else origins


def _draw(part: RenderableType, screen: Screen, *, widest: int | None = None) -> str:
    width = max(screen.width, _NARROWEST)
    console = Console(
        file=io.StringIO(),
        width=min(width, widest or width),
        force_terminal=screen.styled,
        no_color=not screen.coloured,
        color_system="standard" if screen.styled else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())
