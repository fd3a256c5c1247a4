"""How far the work is, on standard error, only where a person watches."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Protocol

from factcheck.report.inline import flat
from factcheck.report.screen import is_terminal


class Progress(Protocol):
    """Told how much is done of how much, and of what."""

    def __call__(self, done: int, total: int, what: str) -> None:
        """Show it."""


@contextlib.contextmanager
def progress(*, quiet: bool) -> Iterator[Progress | None]:
    """A bar that goes away when the work is done; None when nobody would see it."""
    if quiet or not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def show(done: int, total: int, what: str) -> None:
            task = tasks.setdefault(what, len(tasks))
            if task == len(bars.tasks):
                bars.add_task(flat(what), total=total)
            bars.update(bars.tasks[task].id, completed=done, total=total)

        yield show
