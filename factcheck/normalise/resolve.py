"""From the words of a date to its place in the calendar: one small function a rule, all in one table.

A rule takes the context (word tables, reference date, which way the sentence looks) and the matched groups,
and gives a span of days, an open span when a reference date is missing, or nothing when no such day exists.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.normalise import calendar, rules_days, rules_relative, rules_spans
from factcheck.normalise.calendar import Span, month_span
from factcheck.normalise.rule_context import Context, Groups, count_of, day_of_year, long_year, one_day
from factcheck.normalise.rules_relative import moved

__all__ = ["RULES", "Context", "Groups", "count_of", "day_of_year", "moved", "numeric", "year_month"]


def numeric(found: re.Match[str], order: str) -> Span | None:
    """A date in digits; day and month in the language's order, the other way round when only that exists."""
    groups = found.groupdict()
    if "one" not in groups:
        if groups["month"] is None:
            return calendar.year_span(int(groups["year"]))
        month = int(groups["month"])
        if groups["day"] is None:
            return month_span(int(groups["year"]), month) if 1 <= month <= 12 else None
        found_day = calendar.day(int(groups["year"]), month, int(groups["day"]))
        return one_day(found_day or calendar.day(int(groups["year"]), int(groups["day"]), month))
    one, two, written = int(groups["one"]), int(groups["two"]), groups["year"]
    year = int(written) if len(written) == 4 else long_year(int(written))
    number, month = (one, two) if order == "dmy" or groups.get("sep") == "." else (two, one)
    return one_day(calendar.day(year, month, number) or calendar.day(year, number, month))


def year_month(found: re.Match[str]) -> Span | None:
    """ "2015/3", "11-2016"."""
    year, month = int(found["year"]), int(found["month"])
    return month_span(year, month) if 1 <= month <= 12 and 1900 <= year <= 2100 else None


Rule = Callable[[Context, Groups], Span | None]
# Every function `_rule_NAME` of the rule modules, by NAME.
RULES: dict[str, Rule] = {
    name.removeprefix("_rule_"): rule
    for module in (rules_days, rules_spans, rules_relative)
    for name, rule in vars(module).items()
    if name.startswith("_rule_")
}
