"""Score the quantity normaliser on labelled suites, beside whichever peers are installed, in one run.

    python tests/benchmarks/quantities.py --data FOLDER [--lang fr|en] [--text FILE] [--markdown]

FOLDER holds `*.jsonl` files of cases: `{"id","lang","category","text","ref"?,"verified"?,
"expected":[{"start","end","value","unit","alt"?}]}`. A figure counts as found when spans overlap and values agree;
it is strict when the unit agrees too, in any of its names and as any unit of the same size. A date's high end may
be meant inclusive or exclusive. Precision is measured on the cases that list all their figures (`exhaustive`), false
readings on those that list none (`expected` is empty). Speed is that of reading the cases one by one, or the
paragraphs of FILE.
Peers (none is needed): those of `quantity_peers.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import warnings
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from quantity_peers import Reader, Reading, peers

from factcheck.model import Qualifier, Quantity, When
from factcheck.normalise import normalise
from factcheck.normalise.units import unit_factor

# Same size within float noise.
TOLERANCE = 1e-9
# Where a suite or a peer names a unit otherwise than we do.
UNIT_NAMES = {"%": "percent", "percentage": "percent", "times": "multiplier", "C": "celsius", "F": "fahrenheit"}
NO_UNIT = frozenset({"ratio", "ordinal", "multiplier", "dimensionless", "number", ""})
# Times of day and recurrences are no part of news.
LEFT_OUT = frozenset({"time", "datetime", "set"})
DATED = frozenset({"date", "date_range"})
# Categories of which a figure without a unit is no reading.
MEASURED = frozenset({"currency", "dimension", "temperature", "age", "duration", "percent"})
# Enough text for a speed; the slowest reader takes a quarter of a minute for it.
MOST_CHARACTERS = 30_000


def ours(text: str, lang: str, reference: date | None) -> list[Reading]:
    """What factcheck reads."""
    found = normalise(text, lang, reference)
    return [*(r for q in found.quantities for r in _quantity(q)), *map(_when, found.dates)]


def _quantity(found: Quantity) -> list[Reading]:
    """The figure as written, and its bounds where words set them: a record has both."""
    bounds = Reading({"low": _float(found.bounds.low), "high": _float(found.bounds.high)}, found.unit)
    value = Reading(_float(found.value), found.unit)
    exact = found.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
    chosen = [value] if exact else [bounds] if found.value is None else [value, bounds]
    return [Reading(r.value, r.unit, found.start, found.end) for r in chosen]


def _when(found: When) -> Reading:
    last = found.last + timedelta(1) if found.last and found.last < date.max else None
    ends = {"low": found.first and found.first.isoformat(), "high": last and last.isoformat()}
    return Reading(ends, None, found.start, found.end)


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def agree(wanted: Any, got: Any) -> bool:
    """Whether two values are one: numbers within noise, dates and intervals by their ends."""
    if isinstance(wanted, (int, float)) and isinstance(got, (int, float)):
        return abs(wanted - got) <= TOLERANCE * max(abs(wanted), abs(got), 1e-300)
    wanted = _ends(wanted) if isinstance(wanted, str) else wanted
    got = _ends(got) if isinstance(got, str) else got
    if isinstance(wanted, dict) and isinstance(got, dict):
        low = _same_end(wanted.get("low"), got.get("low"), 0)
        return low and _same_end(wanted.get("high"), got.get("high"), 1)
    return False


def _same_end(wanted: Any, got: Any, days: int) -> bool:
    """Whether two ends are one; dates may be `days` apart."""
    if isinstance(wanted, (int, float)) or isinstance(got, (int, float)):
        return isinstance(wanted, (int, float)) and isinstance(got, (int, float)) and agree(wanted, got)
    if not wanted or not got:
        return not wanted and not got
    try:
        return abs((_first_day(str(wanted)) - _first_day(str(got))).days) <= days
    except ValueError:
        return False


def _first_day(iso: str) -> date:
    parts = [int(p) for p in iso[:10].split("-")]
    return date(*[*parts, 1, 1][:3])


def _ends(iso: str) -> dict[str, str | None]:
    """The day, week, month or year that an ISO text names, its end exclusive."""
    try:
        if "-W" in iso:
            first = date.fromisocalendar(int(iso[:4]), int(iso[6:8]), 1)
            return {"low": first.isoformat(), "high": (first + timedelta(7)).isoformat()}
        first, size = _first_day(iso), len(iso[:10].split("-"))
    except (ValueError, IndexError):
        return {"low": None, "high": None}
    after = {
        1: lambda: date(first.year + 1, 1, 1),
        2: lambda: date(first.year + first.month // 12, first.month % 12 + 1, 1),
        3: lambda: first + timedelta(1),
    }[size]()
    return {"low": first.isoformat(), "high": after.isoformat()}


@cache
def unit_name(written: str, lang: str) -> str:
    """One name for every name of a unit: ours, where our lexicon knows what is written."""
    plain = UNIT_NAMES.get(written, written.replace("_", " "))
    for spoken in (lang, "en"):
        found = normalise(f"7 {plain}", spoken).quantities
        if len(found) == 1 and found[0].unit and found[0].dimension not in ("count", None):
            return found[0].unit
    return plain.replace(" ", "_")


def unit_agrees(wanted: str | None, got: str | None, lang: str) -> bool:
    """Whether the unit is right, where the suite names one."""
    if wanted is None or wanted == got:
        return True
    name, other = unit_name(wanted, lang), unit_name(got or "", lang)
    return name == other or (name in NO_UNIT and other in NO_UNIT) or other.lower()[:4] == name.lower()[:4]


def same_size(value: Any, wanted: str | None, got: Reading, lang: str) -> bool:
    """Whether a reading is the same size in another unit: 2 001 m for "2 km 1 m"."""
    if not isinstance(value, (int, float)) or not isinstance(got.value, (int, float)) or not wanted or not got.unit:
        return False
    one, other = unit_factor(unit_name(wanted, lang)), unit_factor(unit_name(got.unit, lang))
    return bool(one and other) and agree(value * float(one or 1), got.value * float(other or 1))


def overlaps(expected: dict[str, Any], got: Reading) -> bool:
    """Whether the two spans meet; an unknown span may be anywhere."""
    if expected.get("start") is None or got.start is None or got.end is None:
        return True
    return bool(expected["start"] < got.end and got.start < expected["end"])


def score(cases: list[dict[str, Any]], read: Reader) -> dict[str, Counter[str]]:
    """Per category: how many figures were expected, found with the right value, and strictly right."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        reference = date.fromisoformat(case["ref"][:10]) if case.get("ref") else None
        got = reading(read, case["text"], case["lang"], reference)
        for expected in case["expected"]:
            if expected.get("category", case["category"]) in LEFT_OUT:
                continue
            value, strict = judged(expected, got, case["lang"])
            for key in (expected.get("category", case["category"]), "all"):
                rows[key]["expected"] += 1
                rows[key]["value"] += value
                rows[key]["strict"] += strict
    return rows


def precision(cases: list[dict[str, Any]], read: Reader) -> Counter[str]:
    """On cases that list all their figures: how many places were read, and how many of them rightly."""
    counted: Counter[str] = Counter()
    for case in cases:
        if not case.get("exhaustive") or not case["expected"]:
            continue
        for place in _places(case, read):
            counted["expected"] += 1
            counted["strict"] += any(judged(e, place, case["lang"])[1] for e in case["expected"])
    return counted


def negatives(cases: list[dict[str, Any]], read: Reader) -> Counter[str]:
    """On cases without a figure of their category: how many there are, and how many stayed without a reading of it."""
    counted: Counter[str] = Counter()
    for case in cases:
        if not case["expected"]:
            counted["expected"] += 1
            counted["strict"] += not any(_of_kind(place[0], case) for place in _places(case, read))
    return counted


def _places(case: dict[str, Any], read: Reader) -> list[list[Reading]]:
    """The readings of a case, those of one place together."""
    reference = date.fromisoformat(case["ref"][:10]) if case.get("ref") else None
    places: dict[object, list[Reading]] = defaultdict(list)
    for k, got in enumerate(reading(read, case["text"], case["lang"], reference)):
        places[k if got.start is None else (got.start, got.end)].append(got)
    return list(places.values())


def _of_kind(got: Reading, case: dict[str, Any]) -> bool:
    """Whether a reading is of the category a negative case is about; where all is listed, any is."""
    ends = list(got.value.values()) if isinstance(got.value, dict) else [got.value]
    dated = got.unit is None and (any(isinstance(e, str) for e in ends) or not any(e is not None for e in ends))
    if case.get("exhaustive") or case["category"] in DATED:
        return dated or bool(case.get("exhaustive"))
    return not dated and (case["category"] not in MEASURED or got.unit not in (None, "ordinal"))


def judged(expected: dict[str, Any], got: list[Reading], lang: str) -> tuple[bool, bool]:
    """Whether an expected figure was read with its value, and with its unit too."""
    values, unit = [expected["value"], *expected.get("alt", ())], expected["unit"]
    near = [g for g in got if overlaps(expected, g)]
    right = [g for g in near if any(agree(v, g.value) for v in values)]
    other = any(same_size(v, unit, g, lang) for v in values for g in near)
    return bool(right) or other, other or any(unit_agrees(unit, g.unit, lang) for g in right)


def reading(read: Reader, text: str, lang: str, reference: date | None) -> list[Reading]:
    """What a reader finds; one that breaks on a text has read nothing there."""
    try:
        return list(read(text, lang, reference))
    except Exception:
        return []


def load(folder: Path, lang: str | None) -> list[dict[str, Any]]:
    """The verified cases of a folder, negative ones too, without times of day."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    cases = [json.loads(line) for line in lines if line.strip()]
    return [c for c in cases if c.get("verified", True) and c["category"] not in LEFT_OUT and lang in (None, c["lang"])]


def throughput(texts: list[str], read: Reader, lang: str) -> float:
    """Characters a second of one core, text by text."""
    reading(read, texts[0], lang, None)
    some, size = [], 0
    for text in texts:
        if size < MOST_CHARACTERS:
            some.append(text)
            size += len(text)
    start = time.process_time()
    for text in some:
        reading(read, text, lang, None)
    return size / max(time.process_time() - start, 1e-9)


def table(
    rows: dict[str, dict[str, Counter[str]]], others: dict[str, dict[str, Counter[str]]], speeds: dict[str, float]
) -> list[list[str]]:
    """The cells: a row a category with the strict share of each reader, the values alone, `others`, the speed.

    A dash stands for a reader that has no word of the language.
    """
    first = next(iter(rows.values()))
    mute = {name for name in rows if not rows[name]["all"]["value"]}

    def line(title: str, category: str, what: str) -> list[str]:
        total = first[category]["expected"]
        shares = ("-" if n in mute else f"{100 * rows[n][category][what] / total:.1f}" for n in rows)
        return [title, str(total), *shares]

    categories = sorted(first, key=lambda c: (c == "all", c))
    lines = [["category", "n", *rows], *(line(c, c, "strict") for c in categories)]
    speed = ("-" if n in mute else f"{speeds[n]:,.0f}" for n in rows)
    lines.append(line("all, value alone", "all", "value"))
    for title, counts in others.items():
        most = max(c["expected"] for c in counts.values())
        shares = (
            "-" if n in mute or not c["expected"] else f"{100 * c['strict'] / c['expected']:.1f}"
            for n, c in counts.items()
        )
        lines += [[title, str(most), *shares]] if most else []
    return [*lines, ["characters a second", "", *speed]]


def show(title: str, lines: list[list[str]], *, markdown: bool) -> None:
    """A table for a terminal, or as Markdown."""
    print(f"\n{title}\n")
    if markdown:
        lines = [lines[0], ["---", *["--:"] * (len(lines[0]) - 1)], *lines[1:]]
        print("\n".join(f"| {' | '.join(line)} |" for line in lines))
        return
    widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]
    for line in lines:
        print(line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)))


def main(arguments: list[str] | None = None) -> int:
    """Score every language of the data folder; says so when there is no data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", choices=("fr", "en"))
    parser.add_argument("--text", type=Path, help="what speed is measured on; default: the cases")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    cases = load(options.data, options.lang) if options.data.is_dir() else []
    if not cases:
        print(f"no cases in {options.data}: nothing to score", file=sys.stderr)
        return 2
    readers: dict[str, Reader] = {"factcheck": ours, **peers()}
    paragraphs = options.text.read_text(encoding="utf-8").split("\n\n") if options.text else None
    for lang in sorted({c["lang"] for c in cases}):
        some = [c for c in cases if c["lang"] == lang]
        rows = {name: score(some, read) for name, read in readers.items()}
        texts = paragraphs or [c["text"] for c in some]
        speeds = {name: throughput(texts, read, lang) for name, read in readers.items()}
        others = {
            "precision (places read, all figures listed)": {n: precision(some, read) for n, read in readers.items()},
            "negatives without a false reading": {n: negatives(some, read) for n, read in readers.items()},
        }
        title = f"{lang}: strictly right, per cent of expected figures"
        show(title, table(rows, others, speeds), markdown=options.markdown)
    return 0


if __name__ == "__main__":
    sys.exit(main())
