"""Which of the peers that a benchmark knows are installed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

Peer = TypeVar("Peer")


def installed(makers: Mapping[str, Callable[[], Peer]]) -> dict[str, Peer]:
    """The peers by name; one whose package is missing is left out, with a word on standard error."""
    found: dict[str, Peer] = {}
    for name, make in makers.items():
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed, left out", file=sys.stderr)
    return found
