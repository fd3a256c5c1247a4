"""The commonest run of all, a bare `factcheck check` of a ledger in order, answered before anything else is loaded.

The command line costs more to load than such a check takes. Whatever is not just that goes the long way, which
gives the same answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_QUIET = frozenset({"-q", "--quiet"})


def in_order(arguments: Sequence[str]) -> bool:
    """Whether `arguments` ask for a bare check and the ledger is in order, which then has been said."""
    words = [word for word in arguments[1:] if word not in _QUIET]
    bare = arguments[:1] == ["check"] and len(words) < 2 and not any(word.startswith("-") for word in words)
    if not bare or _configured():
        return False
    from factcheck.ledger import check
    from factcheck.ledger.problems import summary
    from factcheck.report.inline import flat

    try:
        report = check(Path(words[0] if words else "claims.yaml"))
        if report.problems:
            return False
        if len(words) == len(arguments) - 1:
            print(flat(summary(report)), file=sys.stderr)
    except Exception:  # told, with the right exit code, by the long way
        return False
    return True


def _configured() -> bool:
    """Whether settings of any kind may have a say: variables, or a file here or above."""
    if any(name.startswith(("FACTCHECK_", "_FACTCHECK_")) for name in os.environ):
        return True
    here = Path.cwd()
    for folder in (here, *here.parents):
        shared = folder / "pyproject.toml"
        if (folder / "factcheck.toml").is_file() or (shared.is_file() and b"tool.factcheck" in shared.read_bytes()):
            return True
    return False
