"""Score the quantity normaliser on labelled suites, beside whichever peers are installed, in one run.

    python tests/benchmarks/quantities.py --data FOLDER [--lang fr|en] [--text FILE]

FOLDER holds `*.jsonl` files of cases: `{"id","lang","category","text","ref"?,"verified"?,"exhaustive"?,
"expected":[{"start","end","value","unit"}]}`. A figure counts as found when spans overlap and values agree;
it is strict when the unit agrees too. Peers (none is needed): text2num, dateparser, price-parser, quantulum3.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from factcheck.model import Qualifier, Quantity, When
from factcheck.normalise import normalise

# Same size within float noise.
TOLERANCE = 1e-9
# Where a suite names a unit otherwise than we do.
UNIT_NAMES = {"%": "percent", "times": "multiplier", "percentage point": "percentage_point"}
NO_UNIT = frozenset({"ratio", "ordinal", "multiplier"})
# Times of day and recurrences are no part of news.
LEFT_OUT = frozenset({"time", "datetime", "set"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a peer or ours: span (None when unknown), value, unit."""

    value: Any
    unit: str | None
    start: int | None = None
    end: int | None = None


Reader = Callable[[str, str, date | None], Iterable[Reading]]


def ours(text: str, lang: str, reference: date | None) -> list[Reading]:
    """What factcheck reads."""
    found = normalise(text, lang, reference)
    return [*map(_quantity, found.quantities), *map(_when, found.dates)]


def _quantity(found: Quantity) -> Reading:
    bounds = {"low": _float(found.bounds.low), "high": _float(found.bounds.high)}
    whole = found.qualifier is Qualifier.RANGE or found.value is None
    return Reading(bounds if whole else _float(found.value), found.unit, found.start, found.end)


def _when(found: When) -> Reading:
    last = found.last + timedelta(1) if found.last and found.last < date.max else None
    ends = {"low": found.first and found.first.isoformat(), "high": last and last.isoformat()}
    return Reading(ends, None, found.start, found.end)


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def peers() -> dict[str, Reader]:
    """The installed peers, each as a reader; a missing one is left out."""
    found: dict[str, Reader] = {}
    for name, make in (
        ("text2num", _text2num),
        ("dateparser", _dateparser),
        ("price-parser", _price_parser),
        ("quantulum3", _quantulum3),
    ):
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed, left out", file=sys.stderr)
    return found


def _text2num() -> Reader:
    from text_to_num import alpha2digit  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def read(text: str, lang: str, reference: date | None) -> list[Reading]:
        out = []
        for word in alpha2digit(text, lang).replace(",", ".").split():
            try:
                out.append(Reading(float(word.strip(".%€$")), None))
            except ValueError:
                continue
        return out

    return read


def _dateparser() -> Reader:
    from dateparser.search import search_dates  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def read(text: str, lang: str, reference: date | None) -> list[Reading]:
        base = {"RELATIVE_BASE": __import__("datetime").datetime.combine(reference, __import__("datetime").time())}
        found = search_dates(text, languages=[lang], settings=base if reference else None) or []
        return [Reading(_day(when.date()), None) for _, when in found]

    return read


def _day(day: date) -> dict[str, str]:
    return {"low": day.isoformat(), "high": (day + timedelta(1)).isoformat()}


def _price_parser() -> Reader:
    from price_parser import Price  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def read(text: str, lang: str, reference: date | None) -> list[Reading]:
        price = Price.fromstring(text)
        return [] if price.amount is None else [Reading(float(price.amount), price.currency)]

    return read


def _quantulum3() -> Reader:
    from quantulum3 import parser  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def read(text: str, lang: str, reference: date | None) -> list[Reading]:
        if lang != "en":
            return []
        return [Reading(q.value, q.unit.name, *q.span) for q in parser.parse(text)]

    return read


def agree(wanted: Any, got: Any) -> bool:
    """Whether two values are one: numbers within noise, dates and intervals by their ends."""
    if isinstance(wanted, (int, float)) and isinstance(got, (int, float)):
        return abs(wanted - got) <= TOLERANCE * max(abs(wanted), abs(got), 1e-300)
    if isinstance(wanted, str) and isinstance(got, dict):
        wanted = _ends(wanted)
    if isinstance(wanted, dict) and isinstance(got, dict):
        return all(_same_end(wanted.get(k), got.get(k)) for k in ("low", "high"))
    return False


def _same_end(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, (int, float)) and isinstance(got, (int, float)):
        return agree(wanted, got)
    return (wanted and str(wanted)[:10]) == (got and str(got)[:10])


def _ends(iso: str) -> dict[str, str | None]:
    """The day, month or year that an ISO text names, its end exclusive."""
    parts = [int(p) for p in iso[:10].split("-") if p.isdigit()]
    if not parts:
        return {"low": None, "high": None}
    year, month, day = (*parts, 0, 0)[:3]
    if day:
        return dict(_day(date(year, month, day)))
    if month:
        return {"low": f"{year:04}-{month:02}-01", "high": date(year + month // 12, month % 12 + 1, 1).isoformat()}
    return {"low": f"{year:04}-01-01", "high": f"{year + 1:04}-01-01"}


def unit_agrees(wanted: str | None, got: str | None) -> bool:
    """Whether the unit is right, where the suite names one."""
    if wanted is None:
        return True
    name = UNIT_NAMES.get(wanted, wanted.replace(" ", "_"))
    return name == got or (got in NO_UNIT and name in NO_UNIT) or (got or "").lower()[:4] == name.lower()[:4]


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
        try:
            got = list(read(case["text"], case["lang"], reference))
        except Exception:  # a peer that breaks on a text has read nothing there
            got = []
        for expected in case["expected"]:
            values = [expected["value"], *expected.get("alt", ())]
            right = [g for g in got if overlaps(expected, g) and any(agree(v, g.value) for v in values)]
            for key in (expected.get("category", case["category"]), "all"):
                rows[key]["expected"] += 1
                rows[key]["value"] += bool(right)
                rows[key]["strict"] += any(unit_agrees(expected["unit"], g.unit) for g in right)
    return rows


def load(folder: Path, lang: str | None) -> list[dict[str, Any]]:
    """The verified cases of a folder, without times of day."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    cases = [json.loads(line) for line in lines if line.strip()]
    return [
        c
        for c in cases
        if c.get("verified", True) and c["category"] not in LEFT_OUT and lang in (None, c["lang"]) and c["expected"]
    ]


def throughput(cases: list[dict[str, Any]], read: Reader, lang: str) -> float:
    """Characters a second over the cases' own texts, joined by lines."""
    text = "\n".join(c["text"] for c in cases if c["lang"] == lang)
    if not text:
        return 0.0
    read("3 km", lang, None)
    start = time.perf_counter()
    try:
        list(read(text, lang, None))
    except Exception:
        return 0.0
    return len(text) / (time.perf_counter() - start)


def show(title: str, rows: dict[str, dict[str, Counter[str]]], speeds: dict[str, float]) -> None:
    """A table: a row a category, two columns a reader."""
    print(f"\n{title}")
    print(f"{'category':14}{'n':>6}" + "".join(f"{name:>22}" for name in rows))
    for category in sorted(next(iter(rows.values())), key=lambda c: (c == "all", c)):
        counts = [rows[name][category] for name in rows]
        total = counts[0]["expected"]
        cells = "".join(f"{100 * c['value'] / total:>12.1f} /{100 * c['strict'] / total:6.1f}  " for c in counts)
        print(f"{category:14}{total:>6}{cells}")
    print(f"{'chars a second':20}" + "".join(f"{speeds[name]:>20,.0f}  " for name in rows))


def main(arguments: list[str] | None = None) -> int:
    """Score every language of the data folder; says so when there is no data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", choices=("fr", "en"))
    options = parser.parse_args(arguments)
    cases = load(options.data, options.lang) if options.data.is_dir() else []
    if not cases:
        print(f"no cases in {options.data}: nothing to score", file=sys.stderr)
        return 2
    readers: dict[str, Reader] = {"factcheck": ours, **peers()}
    for lang in sorted({c["lang"] for c in cases}):
        some = [c for c in cases if c["lang"] == lang]
        rows = {name: score(some, read) for name, read in readers.items()}
        speeds = {name: throughput(some, read, lang) for name, read in readers.items()}
        show(f"{lang}: value / strict, per cent of expected figures", rows, speeds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
