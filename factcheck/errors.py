"""The errors a user can cause. Each carries one line that says where, what, and what to do.

`cli.py` turns a `FactcheckError` into exit code 2 and any other exception into 3.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """Bad input, usage or configuration: `where: what; what to do`, on one line."""


class SourceError(FactcheckError):
    """A document is missing, unreadable, or not text."""


class YamlError(FactcheckError):
    """A YAML file is not what it should be; `faults` lists every fault with its place."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Keep all faults; the message shows one a line."""
        super().__init__("\n".join(faults))
        self.faults = faults


class UsageError(FactcheckError):
    """An option or argument that cannot be used as given."""
