"""Every rule in one list: those that find conflicts and those that check the ledger."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache

from factcheck.errors import UsageError
from factcheck.records import Record
from factcheck.report.sheet import Sheet, records_sheet


@cache
def rulebook() -> tuple[Record, ...]:
    """A record for each rule: code, name, what it is about, its meaning, a breach and a harmless example."""
    from factcheck.conflicts.detectors import DETECTORS, INFERRED
    from factcheck.ledger.rules import RULES

    conflicts = tuple(
        {
            "code": detector.code,
            "name": detector.name,
            "about": str(detector.kind),
            "meaning": detector.meaning,
            "todo": None,
            "breach": detector.example_conflict,
            "harmless": detector.example_harmless,
        }
        for detector in (*DETECTORS, INFERRED)
    )
    ledger = tuple(
        {
            "code": rule.code,
            "name": rule.name,
            "about": f"ledger {rule.level}",
            "meaning": rule.meaning,
            "todo": rule.todo,
            "breach": rule.bad,
            "harmless": rule.good,
        }
        for rule in RULES
    )
    return (*conflicts, *ledger)


def rule(code: str) -> Record:
    """One rule by its code or name, in any case."""
    names = {str(record[key]).lower(): record for record in rulebook() for key in ("code", "name")}
    found = names.get(code.lower())
    if found is not None:
        return found
    close = difflib.get_close_matches(code.lower(), names, n=1)
    hint = f"did you mean {names[close[0]]['code']}?" if close else "`factcheck rules` lists them"
    raise UsageError(f"rule {code!r} is not known; {hint}")


def rules_sheet(code: str | None = None) -> Sheet:
    """All rules, or the one asked for."""
    records = rulebook() if code is None else (rule(code),)
    return records_sheet("rules", records, shown=("code", "name", "about", "meaning"))


def explain(code: str) -> Iterator[str]:
    """One rule as a person reads it."""
    record = rule(code)
    yield f"{record['code']} {record['name']} ({record['about']})\n\n  {record['meaning']}\n"
    if record["todo"]:
        yield f"  {record['todo']}\n"
    yield f"\n  breach:    {record['breach']}\n  harmless:  {record['harmless']}\n"
