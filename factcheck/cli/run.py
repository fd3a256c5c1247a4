"""What every command shares: its settings, where its output goes, and how it ends."""

from __future__ import annotations

import functools
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

from factcheck.cli.config import Settings, settings
from factcheck.errors import FactcheckError
from factcheck.report.inline import flat, plural, told
from factcheck.report.output import format_of, write
from factcheck.report.screen import Screen

if TYPE_CHECKING:
    from factcheck.model import Finding
    from factcheck.pipeline import Options

BAD_INPUT, BUG, INTERRUPTED, PIPE_CLOSED = 2, 3, 130, 141
_COUNTS = {"never": (), "tension": ("conflict", "tension"), "conflict": ("conflict",)}

P = ParamSpec("P")


def guarded(function: Callable[P, int]) -> Callable[P, None]:
    """A command that ends with the exit code its function returns, or with that of the error it raises."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise SystemExit(guard(lambda: function(*args, **kwargs)))

    return run


def guard(work: Callable[[], int]) -> int:
    """The exit code of `work`; what it raises is told on standard error, a user's fault apart from a bug."""
    try:
        return work()
    except FactcheckError as error:
        for line in str(error).splitlines() or [type(error).__name__]:
            say(line)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED  # the reader has enough
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        say(f"internal error: {type(error).__name__}: {error}; please report")
        return BUG


def say(line: str) -> None:
    """One line to standard error, harmless whatever it quotes."""
    print(f"factcheck: {flat(line)}", file=sys.stderr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command: its settings, where its output goes and what can be shown there.

    `asked` is the format asked for, by the flag or by the output file's ending, or None.
    """

    settings: Settings
    asked: str | None
    output: Path | None
    screen: Screen

    @classmethod
    def of(cls, *, output: Path | None = None, config: Path | None = None, **flags: object) -> Run:
        """A run by the flags given (None: not given)."""
        asked = str(flags["format"]) if flags.get("format") else format_of(output)
        screen = Screen.of(sys.stdout if output is None else None)
        return cls(settings=settings(flags, config=config), asked=asked, output=output, screen=screen)

    @property
    def format(self) -> str:
        """The format of a list: as asked or set, else a table for a person and ndjson for a program."""
        if self.asked is None and self.output is None and self.settings.format is not None:
            return self.settings.format
        return self.asked or ("table" if self.screen.terminal else "ndjson")

    @property
    def options(self) -> Options:
        """What the pipeline goes by."""
        from factcheck.pipeline import Options

        chosen = self.settings
        return Options(
            lang=chosen.lang, jobs=chosen.jobs, cache=chosen.cache, text_field=chosen.text_field, nli=chosen.nli
        )

    def write(self, pieces: Iterable[str], *, live: bool = False) -> None:
        """Write the output; `live` hands on each piece at once."""
        write(pieces, self.output, live=live)

    def tell(self, notes: Iterable[str], *summary: str) -> None:
        """Notes and a summary line for the person at the keyboard, unless quiet."""
        if self.settings.quiet:
            return
        for note in notes:
            say(note)
        if summary:
            print(flat(", ".join(summary)), file=sys.stderr)

    def exit_code(self, findings: Sequence[Finding], *, default: str = "never") -> int:
        """1 when a finding is as severe as `fail_on` asks, else 0."""
        counted = _COUNTS[self.settings.fail_on or default]
        return int(any(str(finding.severity) in counted for finding in findings))


def count(findings: Sequence[Finding]) -> str:
    """How many findings, by severity, and how many disputes they are about.

    >>> count(())
    'no findings'
    """
    if not findings:
        return "no findings"
    severities = Counter(str(finding.severity) for finding in findings)
    parts = [plural(severities[name], name) for name in ("conflict", "tension") if severities[name]]
    parts += [f"{severities['explained']} explained"] if severities["explained"] else []
    return f"{told(findings)} ({', '.join(parts)})"
