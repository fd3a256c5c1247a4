"""How often each rule is right, and whether scores mean what they say: `python tests/benchmarks/calibration.py FILE…`.

A FILE holds sentence pairs, one JSON object a line: `{"premise", "hypothesis", "lang", "label"}`; the label
`contradiction` is what a finding should mean. Printed: a row a rule and severity with its share of right findings
beside its mean score, a row a tenth of score, and the expected calibration error over ten bins.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from factcheck.model import Finding, Severity
from factcheck.pipeline import compare_all

Row = tuple[Finding, bool]


def rows(path: Path) -> Iterable[Row]:
    """The strongest finding of each pair that has one, and whether the pair is a contradiction."""
    with path.open(encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    verdicts = compare_all([(p["premise"], p["hypothesis"], p["lang"]) for p in pairs])
    for pair, verdict in zip(pairs, verdicts, strict=True):
        if verdict.findings and verdict.findings[0].severity is not Severity.EXPLAINED:
            yield verdict.findings[0], pair["label"] == "contradiction"


def table(found: list[Row], title: str, key: Callable[[Finding], str]) -> None:
    """Print a row a group: right, all, share, mean score."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        groups[key(row[0])].append(row)
    print(f"\n{title:12} right   all  share  score")
    for name, group in sorted(groups.items()):
        right, score = sum(good for _, good in group), sum(f.score for f, _ in group) / len(group)
        print(f"{name:12} {right:5} {len(group):5}  {right / len(group):.2f}   {score:.2f}")


def error(found: list[Row]) -> float:
    """The expected calibration error: how far scores are from shares, bin by bin, weighted."""
    bins: dict[int, list[Row]] = defaultdict(list)
    for row in found:
        bins[min(9, int(row[0].score * 10))].append(row)
    return sum(abs(sum(f.score for f, _ in b) - sum(good for _, good in b)) for b in bins.values()) / len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    found = [row for path in parser.parse_args().files for row in rows(path)]
    if not found:
        raise SystemExit("no finding in any pair")
    table(found, "rule", lambda f: f"{f.rule} {f.severity}")
    table(found, "score", lambda f: f"{int(f.score * 10) / 10:.1f}")
    print(f"\nexpected calibration error {error(found):.3f} over {len(found)} findings")


if __name__ == "__main__":
    main()
