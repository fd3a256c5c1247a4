"""Random single edits to a copy of our ledger and its articles: `python tests/benchmarks/mutations.py [--seed N]`.

Two hundred edits that change what is said (a digit, word, negation, quote, hash, key, deletion) must each be caught by
`factcheck check`, and two hundred that only change looks (spaces, quoting style, comments) must none be flagged.
Edits to a source's text change its bytes; whether the quotes in it were hit is another matter, and told apart:
`beside the hash` counts the edits inside a quoted passage that the quotes alone, without the hash, would catch.

Nothing is asserted; the figures are printed, with each edit that went wrong.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from factcheck.ledger import check  # noqa: E402
from factcheck.ledger.anchors import Anchored  # noqa: E402
from factcheck.ledger.read import read  # noqa: E402

Edit = Callable[[str, random.Random], str]
# What no check can know: remarks for readers, and what a reviewer decides of a conflict.
_REMARK = re.compile(r"^ *#.*$|(?<=\s)#.*$|^ *(?:reason|state):.*$|note: [^},]*", re.MULTILINE)
_WORD = r"[^\W\d_]{3,}"


def _swap(text: str, pattern: str, new: Callable[[re.Match[str]], str], chance: random.Random) -> str:
    """One match of `pattern`, chosen by chance outside remarks, replaced."""
    remarks = [match.span() for match in _REMARK.finditer(text)]
    places = [
        match
        for match in re.finditer(pattern, text, re.MULTILINE)
        if not any(start <= match.start() < end for start, end in remarks)
    ]
    if not places:
        return text
    match = chance.choice(places)
    return text[: match.start()] + new(match) + text[match.end() :]


def digit(text: str, chance: random.Random) -> str:
    return _swap(text, r"\d", lambda m: str((int(m.group()) + chance.randint(1, 9)) % 10), chance)


def word(text: str, chance: random.Random) -> str:
    """A word becomes another."""
    return _swap(text, _WORD, lambda m: m.group()[::-1] + "x", chance)


def negation(text: str, chance: random.Random) -> str:
    """A denial comes or goes."""
    if chance.random() < 0.5 and re.search(r" (?:ne|n') ?\w+ pas ", text):
        return _swap(text, r" (?:ne |n')(\w+) pas ", lambda m: f" {m[1]} ", chance)
    return _swap(text, r" (est|a|sont|ont|fabrique|forme|réduit) ", lambda m: f" ne {m[1]} pas ", chance)


def quote(text: str, chance: random.Random) -> str:
    """A word in the middle of a quote goes."""
    return _swap(text, r'(?<=quote: ")([^"\\]+? )[^\W\d_]+ ([^"\\]+)(?=")', lambda m: m[1] + m[2], chance)


def hash_digit(text: str, chance: random.Random) -> str:
    return _swap(text, r"(?<=[0-9a-f]{20})[0-9a-f]", lambda m: "f" if m.group() != "f" else "0", chance)


def key(text: str, chance: random.Random) -> str:
    """A key is misspelt."""
    return _swap(text, r"(?<=[\s{])[a-z_0-9]+(?=:(?: |$))", lambda m: m.group() + "x", chance)


def deletion(text: str, chance: random.Random) -> str:
    """A line goes, unless it says no more than its absence: a language that the text shows, an empty list.

    Without a seal or a watched folder less is proved, yet nothing is said otherwise.
    """
    return _swap(text, r"^(?! *(?:seal|lang|watch|derived_from: \[\])) *[^\s#].*\n", lambda m: "", chance)


def spaces(text: str, chance: random.Random) -> str:
    return _swap(text, r"(?<=[:,]) (?=\S)", lambda m: "  ", chance)


def quoting(text: str, chance: random.Random) -> str:
    return _swap(text, r'(?<=: )"([^"\\\n]*)"(?=[,}]|$)', lambda m: "'" + m[1].replace("'", "''") + "'", chance)


def typography(text: str, chance: random.Random) -> str:
    """A straight apostrophe in a quote or statement becomes a curly one, or the other way round."""
    return _swap(text, r"(?<=[^\W\d_])['’](?=[^\W\d_])", lambda m: "’" if m.group() == "'" else "'", chance)


def comment(text: str, chance: random.Random) -> str:
    return _swap(text, r"(?<=[^:\s])$", lambda m: "  # seen", chance)


def blank_line(text: str, chance: random.Random) -> str:
    return _swap(text, r"^(?=  - )", lambda m: "\n", chance)


LEDGER: tuple[Edit, ...] = (digit, word, negation, quote, hash_digit, key, deletion)
SOURCE: tuple[Edit, ...] = (digit, word, negation, deletion)
HARMLESS: tuple[Edit, ...] = (spaces, quoting, typography, comment, blank_line)


def copied(folder: Path) -> Path:
    """Our ledger and its articles in `folder`."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return Path(shutil.copy(ROOT / "claims.yaml", folder / "claims.yaml"))


def caught(ledger: Path) -> bool:
    """Whether the check fails; the sources are not compared again, which could only find more."""
    return check(ledger).exit_code != 0


def attempt(path: Path, edit: Edit, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The text of `path` before and after one edit, which is undone at the end."""
    old = path.read_bytes().decode()
    new = edit(old, chance)
    try:
        path.write_bytes(new.encode())
        yield old, new
    finally:
        path.write_bytes(old.encode())


def changed_line(old: str, new: str) -> str:
    """The first line that differs."""
    pairs = zip(old.splitlines(), new.splitlines(), strict=False)
    return next((f"{a.strip()[:90]!r} -> {b.strip()[:90]!r}" for a, b in pairs if a != b), "at the end")


def meaning(ledger: Path, rounds: int, chance: random.Random) -> None:
    """Edits that change what is said."""
    sources = sorted((ledger.parent / "seeds").iterdir())
    tried: Counter[str] = Counter()
    missed = []
    while tried.total() < rounds:
        path = ledger if chance.random() < 0.6 else chance.choice(sources)
        edit = chance.choice(LEDGER if path == ledger else SOURCE)
        for old, new in attempt(path, edit, chance):
            if old == new:
                continue
            tried[f"{edit.__name__} in {'the ledger' if path == ledger else 'a source'}"] += 1
            if not caught(ledger):
                missed.append(f"{edit.__name__} in {path.name}: {changed_line(old, new)}")
    print(f"changes of meaning caught: {rounds - len(missed)} of {rounds}")
    print("  " + ", ".join(f"{count} {name}" for name, count in sorted(tried.items())))
    print("".join(f"  missed: {line}\n" for line in missed), end="")


def looks(ledger: Path, rounds: int, chance: random.Random) -> None:
    """Edits that change nothing but looks."""
    flagged, tried = [], 0
    while tried < rounds:
        edit = chance.choice(HARMLESS)
        for old, new in attempt(ledger, edit, chance):
            if old == new:
                continue
            tried += 1
            if caught(ledger):
                flagged.append(f"{edit.__name__}: {changed_line(old, new)}")
    print(f"changes of looks flagged: {len(flagged)} of {rounds}")
    print("".join(f"  flagged: {line}\n" for line in flagged), end="")


def beside_the_hash(ledger: Path, rounds: int, chance: random.Random) -> None:
    """Edits inside quoted passages of the sources, by the quotes alone."""
    reviewed = read(ledger)
    quotes = [q for claim in reviewed.claims for q in claim.evidence]
    found = 0
    for _ in range(rounds):
        said = chance.choice(quotes)
        text = reviewed.file(reviewed.sources[said.source]).read_text(encoding="utf-8")
        anchor = Anchored(text).find(said)
        assert anchor.start is not None
        old = text[anchor.start : anchor.end]
        new = chance.choice((digit, word, negation))(old, chance)
        new = word(old, chance) if new == old else new
        altered = Anchored(text[: anchor.start] + new + text[anchor.end :]).find(said)
        found += altered.outcome.value in ("changed", "missing")
    print(f"beside the hash, edits of quoted passages caught by the quotes: {found} of {rounds}")


def main() -> None:
    """Make the edits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=200)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        ledger = copied(Path(name))
        if caught(ledger):
            raise SystemExit("the ledger is not in order to begin with; run `factcheck check`")
        meaning(ledger, chosen.rounds, chance)
        looks(ledger, chosen.rounds, chance)
        beside_the_hash(ledger, chosen.rounds, chance)


if __name__ == "__main__":
    main()
