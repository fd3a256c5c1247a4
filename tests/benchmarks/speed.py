"""Speed as ratios, both sides measured in turn in one run: `python tests/benchmarks/speed.py [PATH] [--rounds N]`.

- extract: CPU seconds of `claims.extract` without a cache, over those of spaCy's stock `nlp.pipe` on the same texts
  (the pipeline loaded on both sides beforehand);
- warm: wall seconds of a second `factcheck extract`, over those of the first;
- help: wall seconds of `factcheck --help` over those of a bare `python -c "import typer"`.

Nothing is asserted; the figures are printed. PATH is the folder to read (default: seeds).
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def against_stock(folder: Path, rounds: int) -> None:
    """Our extraction against the stock pipeline: parse included on both sides, loading on neither."""
    import spacy

    from factcheck import claims
    from factcheck.documents import articles
    from factcheck.parse import nlp

    found = articles.load([str(folder)])
    texts = [article.text for article in found if article.lang == "fr"]
    stock = spacy.load(nlp.model_name("fr"))
    claims.extract(found)
    ours, theirs = [], []
    for _ in range(rounds):
        theirs.append(cpu(lambda: list(stock.pipe(texts))))
        ours.append(cpu(lambda: claims.extract(found)))
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    print(f"extract / stock pipe, CPU: {statistics.median(ratios):.2f} (ours {statistics.median(ours):.2f} s)")


def warm_against_cold(folder: Path, rounds: int) -> None:
    """A second run of the command in one working folder against the first."""
    command = [sys.executable, "-m", "factcheck", "extract", str(folder), "--format", "ndjson"]
    ratios = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as place:
            first, second = wall(command, Path(place)), wall(command, Path(place))
            ratios.append(second / first)
    print(f"second extract / first, wall: {statistics.median(ratios):.2f}")


def help_against_typer(rounds: int) -> None:
    """What the help costs over importing typer alone."""
    ours = [sys.executable, "-m", "factcheck", "--help"]
    bare = [sys.executable, "-c", "import typer"]
    ratios = [wall(ours, ROOT) / wall(bare, ROOT) for _ in range(rounds)]
    print(f"--help / import typer, wall: {statistics.median(ratios):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "seeds")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    folder = chosen.folder.resolve()
    against_stock(folder, chosen.rounds)
    warm_against_cold(folder, chosen.rounds)
    help_against_typer(chosen.rounds)


if __name__ == "__main__":
    main()
