"""`python -m factcheck` is the command `factcheck`."""

from __future__ import annotations

import sys


def main() -> None:
    """The command; the check of a ledger in order takes a short way."""
    from factcheck.quick import in_order

    if in_order(sys.argv[1:]):
        return
    from factcheck.cli import main as run

    run()


if __name__ == "__main__":
    main()
