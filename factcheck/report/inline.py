"""Foreign text made harmless for one line of output. Articles, file names and speakers are foreign text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.disputes import disputes
from factcheck.text import inert

if TYPE_CHECKING:
    from factcheck.model import Finding, Side

# Not the no-break spaces of French: they are part of what was written.
_BREAK = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def disarm(text: str) -> str:
    """`text` with the two spellings of a build server's log command broken by a space.

    Such a command counts at the start of a line, and wrapping may put any word there.

    >>> disarm("::error::x ##[warning]y")
    ': :error: :x ## [warning]y'
    """
    return re.sub(r":(?=:)", ": ", text).replace("##[", "## [")


def one_line(text: str) -> str:
    """`text` without line ends, tabs and what a terminal obeys; piece by piece gives the same as whole."""
    return inert(_BREAK.sub(" ", text))


def flat(text: str) -> str:
    """`text` for one line of a terminal or a log: neither obeys anything in it.

    >>> flat("un\\n\\x1b[31mdeux")
    'un \\\\u001b[31mdeux'
    """
    return disarm(one_line(text))


def focus_parts(side: Side) -> tuple[str, str, str]:
    """The quote before, in and after its focus; a focus outside the quote leaves the quote in one piece."""
    start, end = side.focus.start - side.start, side.focus.end - side.start
    if not 0 <= start < end <= len(side.text):
        return side.text, "", ""
    return side.text[:start], side.text[start:end], side.text[end:]


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "pair"), plural(0, "pair"), plural(9, "finding")
    ('1 pair', '0 pairs', '9 findings')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def told(findings: Sequence[Finding]) -> str:
    """How many findings there are, and about how many disputes where they tell some again."""
    different = len(disputes(findings))
    about = f" about {plural(different, 'dispute')}" if different < len(findings) else ""
    return plural(len(findings), "finding") + about


def several_texts(texts: Sequence[tuple[str, str]], *, exact: bool) -> Iterator[str]:
    """Whole texts; several come each under its name. Unless `exact`, terminal escapes are shown, not sent."""
    for name, text in texts:
        if len(texts) > 1:
            yield f"==> {flat(name)} <==\n"
        yield text if exact else inert(text)
        if len(texts) > 1 or not exact:
            yield "" if text.endswith("\n") else "\n"
