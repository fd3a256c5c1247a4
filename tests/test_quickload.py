"""The shorter form of a huge pattern matches just what the long one does."""

from __future__ import annotations

import re

import pytest

from factcheck.parse.quickload import quick_patterns, shorter

LETTERS = "".join(f"\\u{n:04x}" for n in range(0x61, 0x250))
LONG = "(?iu)" + "|".join(
    f"(?:^{head}[-–][{LETTERS}][{LETTERS}'-]*$)" for head in ("anti", "pro", "[ée]co", "bas(?:ses?)?")
)
LONG += f"|(?:^[{LETTERS}]+[-–]en[-–][{LETTERS}]+$)|(?:^week[-–]end$)"
WORDS = ["anti-vol", "ANTI-VOL", "anti-", "antivol", "pro-russe", "éco-quartier", "eco-x", "basses-terres", "bas-côté"]
WORDS += ["aix-en-provence", "aix-en", "week-end", "week-ends", "pro-7", "", "-", "x" * 50]


@pytest.mark.parametrize("word", WORDS)
def test_same_matches(word: str) -> None:
    """Every word matches both forms or neither."""
    assert bool(re.match(shorter(LONG), word)) == bool(re.match(LONG, word))


def test_shorter_is_shorter() -> None:
    """Heads with one tail share it."""
    assert len(shorter(LONG)) < len(LONG) / 2


def test_compile_is_given_back() -> None:
    """Outside the block, and after an error in it, patterns are compiled as always."""
    real = re.compile

    def fail() -> None:
        with quick_patterns():
            assert re.compile("a+").match("aa")
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        fail()
    assert re.compile is real
