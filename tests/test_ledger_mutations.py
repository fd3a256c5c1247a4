"""Two hundred random single edits: each that changes meaning is caught, none that only changes looks."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.ledger.sealing import sealed_text
from tests.ledger_kit import checked, write_town

ROUNDS = 120
_WORD = re.compile(r"[^\W\d_]{2,}")
_STATEMENTS = re.compile(r"(?:statement|quote): *(?P<text>[^}\n]+)")
# Keys whose text is a remark for readers; no check can know what it should say.
_REMARKS = re.compile(r"^ *(?:#|reason:|state:)|note: [^},]*")

Edit = Callable[[str, random.Random], str]


def _swap(text: str, pattern: str, new: Callable[[re.Match[str]], str], chance: random.Random) -> str:
    """One match of `pattern`, chosen by chance outside comments and remarks, replaced."""
    places = [m for m in re.finditer(pattern, text, re.MULTILINE) if not _remark(text, m.start())]
    match = chance.choice(places)
    return text[: match.start()] + new(match) + text[match.end() :]


def _remark(text: str, offset: int) -> bool:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start:end]
    comment = re.search(r"(?:^|\s)#", line)
    remark = _REMARKS.search(line)
    in_comment = comment is not None and start + comment.start() <= offset
    return (
        in_comment
        or (remark is not None and start + remark.start() <= offset < start + remark.end())
        or (remark is not None and line.lstrip().startswith(("reason:", "state:", "#")))
    )


def _digit(text: str, chance: random.Random) -> str:
    return _swap(text, r"\d", lambda m: str((int(m.group()) + chance.randint(1, 9)) % 10), chance)


def _word(text: str, chance: random.Random) -> str:
    """A word of a statement, quote or article becomes another."""
    return _swap(text, _WORD.pattern, lambda m: m.group()[::-1] + "x", chance)


def _negation(text: str, chance: random.Random) -> str:
    if " ne " in text and chance.random() < 0.5:
        return _swap(text, r" ne sera pas ", lambda m: " sera ", chance)
    return _swap(text, r" (coûte|sera|ont) ", lambda m: f" ne {m[1]} pas ", chance)


def _deletion(text: str, chance: random.Random) -> str:
    """A whole line goes; without a seal there is less proof, yet nothing is said otherwise."""
    return _swap(text, r"^(?! *seal:) *[^\s#].*\n", lambda m: "", chance)


def _key(text: str, chance: random.Random) -> str:
    """A key is misspelt."""
    return _swap(text, r"(?<=[\s{])[a-z_]+(?=: )", lambda m: m.group() + "x", chance)


def _hash(text: str, chance: random.Random) -> str:
    return _swap(text, r"[0-9a-f](?=[0-9a-f]{20})", lambda m: "f" if m.group() != "f" else "0", chance)


LEDGER_EDITS: list[Edit] = [_digit, _word, _negation, _deletion, _key, _hash]
SOURCE_EDITS: list[Edit] = [_digit, _word, _negation, _deletion]


def _spaces(text: str, chance: random.Random) -> str:
    return _swap(text, r"(?<=[:,]) (?=\S)", lambda m: "  ", chance)


def _quote_style(text: str, chance: random.Random) -> str:
    return _swap(text, r'(?<=: )"([^"\\\n]*)"(?=[,}]|$)', lambda m: "'" + m[1].replace("'", "''") + "'", chance)


def _apostrophe(text: str, chance: random.Random) -> str:
    return _swap(text, r"(?<=\bd)'(?=euros)", lambda m: "’", chance)


def _comment(text: str, chance: random.Random) -> str:
    return _swap(text, r"(?<=[^:])$", lambda m: "  # seen", chance)


def _line_ends(text: str, chance: random.Random) -> str:
    return text.replace("\n", "\r\n")


HARMLESS: list[Edit] = [_spaces, _quote_style, _apostrophe, _comment, _line_ends]


def _reviewed_town(folder: Path) -> Path:
    """The town's ledger with a review, and so a seal, on each claim."""
    path = write_town(folder)
    text = path.read_text(encoding="utf-8")
    toll = '"Il ne sera pas payant"}\n'
    text = text.replace(toll, toll + "    reviewed: {by: Ana, on: 2025-03-10}\n")
    path.write_text(sealed_text(path, text), encoding="utf-8")
    return path


def _edited(path: Path, edits: list[Edit], number: int) -> tuple[str, str]:
    chance = random.Random(number)
    old = path.read_bytes().decode()
    new = edits[number % len(edits)](old, chance)
    path.write_bytes(new.encode())
    return old, new


@pytest.mark.parametrize("file", ["claims.yaml", "articles/gazette.txt", "articles/post.txt"])
def test_changes_of_meaning_are_caught(file: str, tmp_path: Path) -> None:
    """A digit, word, negation, key, hash or line that changes never passes."""
    ledger = _reviewed_town(tmp_path)
    edits = LEDGER_EDITS if file == "claims.yaml" else [e for e in SOURCE_EDITS if "post" not in file or e != _negation]
    missed = []
    for number in range(ROUNDS):
        old, new = _edited(tmp_path / file, edits, number)
        if new != old and checked(ledger).exit_code == 0:
            missed.append((edits[number % len(edits)].__name__, _changed_line(old, new)))
        (tmp_path / file).write_bytes(old.encode())
    assert missed == []


def test_changes_of_looks_pass(tmp_path: Path) -> None:
    """Spaces, quoting, apostrophes, comments and line ends of the ledger never fail."""
    ledger = _reviewed_town(tmp_path)
    failed = []
    for number in range(ROUNDS):
        old, new = _edited(ledger, HARMLESS, number)
        if checked(ledger).exit_code:
            failed.append((HARMLESS[number % len(HARMLESS)].__name__, _changed_line(old, new)))
        ledger.write_bytes(old.encode())
    assert failed == []


def _changed_line(old: str, new: str) -> str:
    return next((b for a, b in zip(old.splitlines(), new.splitlines(), strict=False) if a != b), "end")
