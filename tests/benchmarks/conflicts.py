"""How well `compare` tells contradictions, set by set: `python tests/benchmarks/conflicts.py --data PATH`.

PATH is a labelled file or a folder of them, one JSON object a line: `{"id", "premise", "hypothesis", "lang", "label"}`;
the label `contradiction` is what a finding should mean, any other that there is none. Printed: a row a set (accuracy,
precision, recall, F1, F0.5), then a row a rule and severity ("weak" below CORPUS_FLOOR) with its share of right
findings beside its mean score, and the expected calibration error of the findings over ten bins.

`--half even` keeps the pairs whose id hashes to an even number, so that errors can be read in one half and a change
judged on the other. `--show alarms|misses|hits` prints such pairs with their reason. `--peers` adds a row for each
installed detector of `conflict_peers.py`, asked about the same pairs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conflict_peers import peers

from factcheck.conflicts.findings import CORPUS_FLOOR
from factcheck.model import Finding, Severity
from factcheck.pipeline import compare_all

CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A labelled pair and the strongest finding on it, if any."""

    pair: dict[str, Any]
    finding: Finding | None

    @property
    def outcome(self) -> str:
        """What the finding is worth."""
        return worth(self.pair, self.finding is not None)


def labelled(path: Path, half: str | None) -> Iterator[dict[str, Any]]:
    """The pairs of a file, or one half of them."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            odd = hashlib.sha256(str(pair["id"]).encode()).digest()[0] % 2
            if half is None or half == ("odd" if odd else "even"):
                yield pair


def judged(path: Path, half: str | None) -> list[Judged]:
    """Every pair of a file with what `compare` finds."""
    pairs = list(labelled(path, half))
    verdicts = compare_all([(p["premise"], p["hypothesis"], p["lang"]) for p in pairs])
    found = []
    for pair, verdict in zip(pairs, verdicts, strict=True):
        best = verdict.findings[0] if verdict.findings else None
        found.append(Judged(pair=pair, finding=best if best and best.severity is not Severity.EXPLAINED else None))
    return found


def share(part: float, whole: float) -> float:
    """A percentage; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def worth(pair: dict[str, Any], flagged: bool) -> str:
    """`hits`, `alarms`, `misses`, or `silence` where nothing was to be said."""
    wanted = pair["label"] == CONTRADICTION
    if flagged:
        return "hits" if wanted else "alarms"
    return "misses" if wanted else "silence"


def row(name: str, outcomes: list[str]) -> str:
    """The figures of one set, per cent."""
    n = Counter(outcomes)
    precision, recall = share(n["hits"], n["hits"] + n["alarms"]), share(n["hits"], n["hits"] + n["misses"])
    f1 = 2 * precision * recall / (precision + recall or 1)
    f05 = 1.25 * precision * recall / (0.25 * precision + recall or 1)
    right = share(n["hits"] + n["silence"], len(outcomes))
    figures = "".join(f"{figure:7.1f}" for figure in (right, precision, recall, f1, f05))
    return f"{name:26}{len(outcomes):6}{n['hits'] + n['misses']:6}{figures}"


def by_rule(found: list[Judged]) -> None:
    """Print how often each rule is right beside what its scores promise."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in found:
        if item.finding:
            level = item.finding.severity if item.finding.strength >= CORPUS_FLOOR else "weak"
            groups[f"{item.finding.rule} {level}"].append(item)
    print(f"\n{'rule':14} right   all  share  score")
    for name, group in sorted(groups.items()):
        right, mean = sum(i.outcome == "hits" for i in group), sum(i.finding.score for i in group if i.finding)
        print(f"{name:14} {right:5} {len(group):5}  {right / len(group):.2f}   {mean / len(group):.2f}")


def calibration(found: list[Judged]) -> float:
    """The expected calibration error: how far scores are from shares, bin by bin, weighted."""
    bins: dict[int, list[float]] = defaultdict(list)
    for item in found:
        if item.finding:
            bins[min(9, int(item.finding.score * 10))].append(item.finding.score - (item.outcome == "hits"))
    return sum(abs(sum(gaps)) for gaps in bins.values()) / (sum(map(len, bins.values())) or 1)


def show(found: list[Judged], which: str) -> None:
    """Print the pairs of one outcome with the reason of the finding."""
    for item in found:
        if item.outcome == which:
            f = item.finding
            print(f"{item.pair['id']} [{item.pair['label']}] {f'{f.rule} {f.severity} {f.score} {f.why}' if f else ''}")
            print(f"    A {item.pair['premise']}\n    B {item.pair['hypothesis']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, nargs="+")
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--show", choices=("alarms", "misses", "hits"))
    chosen = parser.parse_args()
    files = [f for path in chosen.data for f in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    if missing := [str(f) for f in files if not f.is_file()] or ([] if files else list(map(str, chosen.data))):
        raise SystemExit(f"no labelled pairs in {', '.join(missing)}")
    everything: list[Judged] = []
    others = peers() if chosen.peers else {}
    print(f"{'set':26}{'pairs':>6}{'+':>6}{'acc':>7}{'P':>7}{'R':>7}{'F1':>7}{'F0.5':>7}")
    for path in files:
        found = judged(path, chosen.half)
        print(row(path.stem, [item.outcome for item in found]), flush=True)
        for name, contradict in others.items():
            told = [worth(p, contradict(p["premise"], p["hypothesis"])) for p in (item.pair for item in found)]
            print(row(f"  {name}", told), flush=True)
        if chosen.show:
            show(found, chosen.show)
        everything += found
    by_rule(everything)
    print(f"\nexpected calibration error {calibration(everything):.3f}")


if __name__ == "__main__":
    main()
