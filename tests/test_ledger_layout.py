"""`fmt`: one layout, the same meaning, and no comment lost."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from factcheck.errors import YamlError
from factcheck.ledger.layout import formatted
from factcheck.ledger.read import read
from tests.ledger_kit import COST, checked, lines, write_draft, write_town

UNTIDY = """\
# the town's claims
%s# of 2025

# what we read
sources: {a: {lang: fr, path: 'a.txt', title: "no # comment"}} # one paper
version: '1'   # the first
claims:
- verdict: unverified
  statement: |
    Une phrase
    sur deux lignes.
  # named by Ana
  id: x


  evidence: [{quote: plain words, source: a}, # first
    {quote: "12", source: a, end: 4, start: 2}]
# nothing yet
conflicts: []
# the end
"""

TIDY = """\
# the town's claims
# of 2025

version: 1  # the first
# what we read
sources:
  a:
    path: a.txt
    title: "no # comment"  # one paper
    lang: fr
claims:
  # named by Ana
  - id: x
    statement: "Une phrase\\nsur deux lignes.\\n"
    verdict: unverified

    evidence:
      - {source: a, quote: "plain words"}  # first
      - {source: a, quote: "12", start: 2, end: 4}
# nothing yet
conflicts: []
# the end
"""


def test_layout(tmp_path: Path) -> None:
    """Keys come in order, members on lines of their own, comments with what they speak of."""
    assert formatted(tmp_path / "claims.yaml", UNTIDY.replace("%s", "")) == TIDY


def test_layout_is_stable(tmp_path: Path) -> None:
    """A tidy ledger stays as it is, and so does a draft."""
    path, text = write_draft(tmp_path)
    assert formatted(path, TIDY) == TIDY
    assert formatted(path, text) == text


def test_layout_keeps_the_meaning(tmp_path: Path) -> None:
    """The town's ledger reads the same, its seals hold, and its comments are all there."""
    path = write_town(tmp_path)
    old = path.read_text(encoding="utf-8")
    new = formatted(path, old)
    assert _meaning(path, old) == _meaning(path, new)
    path.write_text(new, encoding="utf-8")
    assert lines(checked(path, (COST,))) == []
    assert sorted(re.findall("#.*", old)) == sorted(re.findall("#.*", new))


def test_no_comment_is_lost_wherever_it_stands(tmp_path: Path) -> None:
    """Comments put anywhere a comment may stand survive, and a second pass changes nothing."""
    path = write_town(tmp_path)
    old = path.read_text(encoding="utf-8").splitlines()
    chance = random.Random(11)
    for _ in range(150):
        text = list(old)
        for number in range(4):
            at = chance.randrange(len(text))
            comment = f"# note {number}"
            if chance.random() < 0.5:
                text[at] += f"  {comment}"
            else:
                text.insert(at, chance.choice(["", "    "]) + comment)
        new = formatted(path, "\n".join(text) + "\n")
        assert sorted(re.findall(r"# note \d", new)) == [f"# note {n}" for n in range(4)]
        assert formatted(path, new) == new
        assert _meaning(path, new) == _meaning(path, "\n".join(old))


def test_what_is_no_ledger_is_not_touched(tmp_path: Path) -> None:
    """A ledger with faults is refused with its faults."""
    with pytest.raises(YamlError, match="unknown key 'claim'"):
        formatted(tmp_path / "claims.yaml", "version: 1\nsources: {}\nclaim: []\n")


def _meaning(path: Path, text: str) -> str:
    """All that a ledger says, without the places where it says it."""
    ledger = repr(read(path, text.encode()))
    return re.sub(r"Mark\(line=\d+, column=\d+\)|line=\d+, column=\d+|\{'gazette.*?'post'.*?\}", "", ledger)
