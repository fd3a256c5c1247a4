"""`factcheck check` as a whole process, over `python -c "import yaml"`: `python tests/benchmarks/check_speed.py`.

A ledger of 500 claims on 20 articles is made in a scratch folder and checked in turn with the bare import:

- sealed: as it stands after a review; nothing but the file, the hashes and the quotes is looked at;
- unsealed: no claim has a seal, so that the figures of every statement, value and quote are read again.

Nothing is asserted; the medians are printed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from factcheck.ledger.sealing import pinned, sealed_text  # noqa: E402

ARTICLES, CLAIMS = 20, 500
PLACES = ("Vernes", "Aubray", "Corlay", "Mirebel", "Tressan")
FIGURES = ("millions d'euros", "habitants", "élus", "kilomètres", "% des voix")


def sentence(number: int) -> str:
    """A sentence with a figure of its own."""
    return f"La ville de {PLACES[number % 5]} compte selon le rapport {number + 12} {FIGURES[number % 5]}"


def write(folder: Path, claims: int) -> Path:
    """A ledger of `claims` reviewed claims and its articles; unsealed."""
    (folder / "articles").mkdir()
    for n in range(ARTICLES):
        lines = (f"{sentence(m)}, dit l'article {n}. Le conseil se réunit en mars." for m in range(n, claims, ARTICLES))
        (folder / f"articles/{n}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    path = folder / "claims.yaml"
    path.write_text("".join(lines_of(claims)), encoding="utf-8")
    path.write_text(pinned(path, path.read_text(encoding="utf-8")), encoding="utf-8")
    return path


def lines_of(claims: int) -> Iterator[str]:
    """The lines of the ledger."""
    yield "version: 1\nsources:\n"
    yield from (f"  a{n}:\n    path: articles/{n}.txt\n    lang: fr\n" for n in range(ARTICLES))
    yield "claims:\n"
    for n in range(claims):
        yield f'  - id: claim-{n}\n    statement: "{sentence(n)}."\n    verdict: supported\n    evidence:\n'
        yield f'      - {{source: a{n % ARTICLES}, quote: "{sentence(n)}"}}\n'
        yield "    reviewed: {by: Ana, on: 2025-03-10}\n"
    yield "conflicts: []\n"


def wall(command: list[str], folder: Path) -> float:
    """Seconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return time.perf_counter() - start


def compare(name: str, folder: Path, rounds: int) -> None:
    """Print the medians of both commands, run in turn, and the ratio."""
    ours, bare = [], []
    for _ in range(rounds):
        bare.append(wall([sys.executable, "-c", "import yaml"], folder))
        ours.append(wall([sys.executable, "-m", "factcheck", "check", "-q"], folder))
    ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    print(f"{name}: {statistics.median(ours):.2f} s, {ratio:.1f} times import yaml ({statistics.median(bare):.3f} s)")


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = write(Path(name), chosen.claims)
        compare("unsealed", Path(name), chosen.rounds)
        path.write_text(sealed_text(path, path.read_text(encoding="utf-8")), encoding="utf-8")
        compare("sealed", Path(name), chosen.rounds)


if __name__ == "__main__":
    main()
