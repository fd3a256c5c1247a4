"""What the terminal can show: its width, whether it takes styles, whether it takes colours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

# A table asked for in a pipe or a file; wide enough for two quotes, narrow enough for an e-mail.
WIDTH_OF_A_FILE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where output is shown. `styled` allows bold and the like, `coloured` colours on top.

    `terminal` tells that a person looks on, and that escapes in the output would be obeyed.
    """

    width: int = WIDTH_OF_A_FILE
    styled: bool = False
    coloured: bool = False
    terminal: bool = False

    @classmethod
    def of(cls, stream: TextIO | None, environment: Mapping[str, str] | None = None) -> Screen:
        """The screen behind `stream` (None: a file). NO_COLOR and FORCE_COLOR have their usual say."""
        environment = os.environ if environment is None else environment
        terminal = is_terminal(stream)
        dumb = environment.get("TERM") == "dumb"
        forced = environment.get("FORCE_COLOR", "") not in ("", "0") and stream is not None
        bare = bool(environment.get("NO_COLOR"))
        return cls(
            width=shutil.get_terminal_size().columns if terminal else WIDTH_OF_A_FILE,
            styled=(terminal and not dumb) or (forced and not bare),
            coloured=((terminal and not dumb) or forced) and not bare,
            terminal=terminal,
        )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is likely to look at `stream`."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
