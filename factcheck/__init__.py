"""factcheck: what a pile of articles claims, and where it disagrees with itself.

A script gets the same answers as the command: `from factcheck import conflicts`. Nothing heavy is
imported before its first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.gate import check
    from factcheck.pipeline import compare, conflicts, extract
    from factcheck.texts import quantities
    from factcheck.verification import verify

    __version__: str

__all__ = ["__version__", "check", "compare", "conflicts", "extract", "quantities", "verify"]

_HOMES = {
    "check": "factcheck.gate",
    "compare": "factcheck.pipeline",
    "conflicts": "factcheck.pipeline",
    "extract": "factcheck.pipeline",
    "quantities": "factcheck.texts",
    "verify": "factcheck.verification",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return _version()
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    """The installed version; a checkout that was never installed has none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("factcheck-cli")
    except PackageNotFoundError:
        return "0+checkout"
