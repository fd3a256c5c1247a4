"""Which rules a check applies: codes or their beginnings, chosen or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.errors import UsageError
from factcheck.ledger.problems import BAD_INPUT, CheckReport
from factcheck.ledger.rules import BY_CODE


def chosen(report: CheckReport, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> CheckReport:
    """`report` with the problems of the selected rules alone, without the ignored ones.

    A code or its beginning ("FC2") names rules; the longer one wins, as `select FC203, ignore FC2` shows. What is
    no ledger (FC1xx) is always told: nothing else could be checked.
    """
    wanted, unwanted = _codes(select, "--select"), _codes(ignore, "--ignore")
    if any(code.startswith(BAD_INPUT) for code in unwanted):
        raise UsageError("--ignore FC1: the form of the ledger cannot be ignored; correct what the check names")
    kept = (p for p in report.problems if _applies(p.rule.code, wanted, unwanted))
    return replace(report, problems=tuple(kept))


def _applies(code: str, wanted: Sequence[str], unwanted: Sequence[str]) -> bool:
    if code.startswith(BAD_INPUT):
        return True
    return _reach(code, wanted or ("FC",)) > _reach(code, unwanted)


def _reach(code: str, beginnings: Sequence[str]) -> int:
    """How much of `code` the longest of the beginnings spells; 0 for none."""
    return max((len(start) for start in beginnings if code.startswith(start)), default=0)


def _codes(words: Sequence[str], option: str) -> list[str]:
    """The codes of an option that may be given several times or hold commas."""
    codes = [code.strip().upper() for word in words for code in word.split(",") if code.strip()]
    for code in codes:
        if not code.startswith("FC") or not any(known.startswith(code) for known in BY_CODE):
            raise UsageError(f"{option} {code}: no rule starts so; `factcheck rules` lists them")
    return codes
