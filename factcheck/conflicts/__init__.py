"""From claims to findings: who may meet, do they disagree, is there a reason, who stands behind it.

A script calls `factcheck.conflicts(paths)`, the function of the pipeline. Once this package is imported it stands under
the same name, so it can be called as well, with the same answer.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Called(ModuleType):
    """This package, with the pipeline's function of its name behind its call."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return import_module("factcheck.pipeline").conflicts(*arguments, **options)


sys.modules[__name__].__class__ = _Called
