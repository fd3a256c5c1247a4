"""Loading a pipeline without compiling spaCy's 1.45 million character pattern of French compounds.

Its 266 alternatives are a short head ("^anti-") and one of a few tails that hold the same class of three thousand
letters each. `(?:^a T)|(?:^b T)` is `(?:^a|^b)T`: told once a tail, the pattern means the same and compiles in a
twentieth of the time, which is half of what loading French takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# No other pattern of spaCy's comes near this size.
_HUGE = 500_000
_FLAGS = "(?iu)"
# A class of letters of a whole alphabet is longer than any written by hand.
_ALPHABET = 500


def shorter(pattern: str) -> str:
    """A pattern of anchored alternatives with each common tail told once; matches just what `pattern` matches."""
    body = pattern.removeprefix(_FLAGS)
    tails: dict[str, list[str]] = {}
    for alternative in body.removeprefix("(?:").removesuffix(")").split(")|(?:"):
        cut = _alphabet(alternative)
        tails.setdefault(alternative[cut:], []).append(alternative[:cut])
    return _FLAGS + "|".join(f"(?:(?:{'|'.join(heads)}){tail})" for tail, heads in tails.items())


def _alphabet(alternative: str) -> int:
    """Where the first class of a whole alphabet starts; the end where there is none."""
    at = alternative.find("[")
    while at >= 0:
        end = alternative.index("]", at)
        if end - at > _ALPHABET:
            return at
        at = alternative.find("[", end)
    return len(alternative)


@contextmanager
def quick_patterns() -> Iterator[None]:
    """While it lasts, a huge pattern of anchored alternatives is compiled in its shorter form."""
    real: Callable[..., Any] = re.compile

    def compile_shorter(pattern: Any, flags: Any = 0) -> Any:
        huge = isinstance(pattern, str) and len(pattern) > _HUGE and pattern.startswith(f"{_FLAGS}(?:^")
        return real(shorter(pattern) if huge else pattern, flags)

    re.compile = compile_shorter
    try:
        yield
    finally:
        re.compile = real
