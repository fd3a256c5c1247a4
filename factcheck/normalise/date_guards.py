"""What must hold around a date phrase before it counts as a date: "May" is also a verb, "mars" a planet."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.normalise.date_base import DateBase
from factcheck.normalise.tokens import Sort

Guard = Callable[[DateBase, int, re.Match[str]], bool]


def _guard_month(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """A month alone: its name must not be another word here."""
    sets, token = reader.words.sets, reader.tokens[at]
    if token.key in sets["number_months"] and not found.group().endswith("."):
        return False
    if reader.alone(*found.span()):
        return True
    if token.key not in sets["shy_months"]:
        return reader.lang == "fr" or token.text[:1].isupper()
    opened = reader.key(at - 1) in sets["month_openers"]
    opened = opened or reader.words.month_follows.match(reader.clean.key, found.end()) is not None
    return opened and (reader.lang == "fr" or token.text[:1].isupper())


def _guard_weekday(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """A weekday alone: abbreviations only as the whole text or with their dot and a date; no "chaque lundi"."""
    name = found["weekday"]
    if reader.alone(*found.span()):
        return True
    if reader.key(at - 1) in reader.words.sets["not_weekday_after"]:
        return False
    return name not in reader.words.sets["shy_weekdays"] and reader.key(at - 1) not in reader.words.sets["recurring"]


def _guard_month_day(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """ "May 14": the figure must not count what follows ("mars 300 personnes")."""
    day = found["day"]
    if (day.isdigit() and not 1 <= int(day) <= 31) or (
        not day.isdigit() and found["month"] in reader.words.sets["number_months"]
    ):
        return False
    if reader.lang == "fr":
        return (
            reader.alone(*found.span())
            or found.groupdict().get("year") is not None
            or bool(reader.words.future.search(reader.clean.key[:200]))
        )
    return reader.tokens[at].text[:1].isupper() or reader.alone(*found.span()) or found["month"] not in ("may", "march")


def _guard_day_month(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """ "14 March" and "the 14th of may", not "two may"."""
    month = found["month"]
    if month in reader.words.sets["number_months"]:
        return found["day"][:1].isdigit()
    if month not in ("may", "march", "mar", "sun"):
        return True
    return found["day"][:1].isdigit() or "of" in found.group().split() or reader.alone(*found.span())


def _guard_year(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """A bare year: a plausible one, not part of a name, and not followed by another figure's group."""
    year = int(found["year"])
    token = reader.tokens[at]
    if token.sort != Sort.DIGITS or len(token.key) != 4:
        return False
    opened = reader.key(at - 1) in reader.words.sets["year_openers"]
    if not opened and _named(reader, at):
        return False
    if not (1000 <= year <= 2199 if opened else 1700 <= year <= 2100):
        return False
    return not (reader.alone(*found.span()) and not 1900 <= year <= 2100)


def _named(reader: DateBase, at: int) -> bool:
    """Whether the year belongs to a name: "Made in China 2025", "Euro 2016"."""
    before = reader.tokens[at - 1] if at else None
    if before is None or before.sort != Sort.WORD or not before.text[:1].isupper():
        return False
    first = at == 1 or reader.tokens[at - 2].sort in (Sort.BREAK, Sort.SIGN)
    return not (first and before.key in reader.words.sets["determiners"]) and before.key not in reader.words.months


def _guard_years(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    first, second = int(found["year"]), found["year2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if not _one_period(reader, found):
        return False
    return 1000 <= first < last <= 2200 and last - first <= 400 and "unit" not in found.groupdict()


def _one_period(reader: DateBase, found: re.Match[str]) -> bool:
    """ "between 2007 and 2009" is one period, "2007 and 2009" are two years."""
    written = found.group().split()
    joined = any(word in reader.words.sets["joining_words"] for word in written)
    return not joined or written[0] in reader.words.sets["between_words"]


def _guard_day_only(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    return "le " in found.group() or reader.key(at - 1) == "le"


def _guard_ahead(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    return found["unit"] not in ("siecle", "siecles")


def _guard_in_ahead(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """ "in two weeks" is a date only in a sentence that looks ahead, or with "time"."""
    return "time" in found.group() or reader.ahead(at)


def _guard_unit_shift(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    return found["unit"] not in ("jour", "jours", "journee", "journees") or found.group().count(" ") > 1


def _guard_feast(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """A feast's name alone: "à Noël", not "Christmas tree"."""
    if reader.alone(*found.span()) or found.groupdict().get("year"):
        return True
    first, last = (reader.clean.text[place] for place in (found.start(), found.start("feast")))
    if " " in found["feast"] and first.isupper() and last.isupper():
        return True  # written as a name: "Good Friday"
    own = reader.key(at) in reader.words.sets["feast_openers"]
    return own or reader.key(at - 1) in reader.words.sets["feast_openers"] or bool(found.groupdict().get("shift"))


def _guard_number_month(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """ "sept 2020", but not "sept mille neuf cents"."""
    return found["year"].isdigit() or found["month"] not in reader.words.sets["number_months"]


def _guard_spelled_year(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """ "in nineteen ninety-six": only after a word that a year follows."""
    spelled = not found["year"].isdigit() and len(found["year"].split()) > 1
    return spelled and reader.key(at - 1) in reader.words.sets["spelled_year_openers"]


def _guard_not_verb(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """ "will last three years" is a duration: "last" is a verb there."""
    return reader.key(at - 1) not in reader.words.sets["auxiliaries"]


def _guard_range_end(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    """ "between now and May", "between May and now": only as an end of a period that "between" opens."""
    between = reader.words.sets["between_words"]
    if reader.key(at - 1) in between:
        return reader.key(reader.end(at, found.end())) in reader.words.sets["joining_words"]
    return reader.key(at - 1) in reader.words.sets["joining_words"] and any(
        reader.key(k) in between for k in range(max(0, at - 6), at)
    )


def _guard_week_of(reader: DateBase, at: int, found: re.Match[str]) -> bool:
    groups = found.groupdict()
    return bool(groups.get("day") or groups.get("day2"))


GUARDS: dict[str, Guard] = {
    "month": _guard_month,
    "weekday": _guard_weekday,
    "month_day": _guard_month_day,
    "day_month": _guard_day_month,
    "year": _guard_year,
    "years": _guard_years,
    "day_only": _guard_day_only,
    "ahead": _guard_ahead,
    "in_ahead": _guard_in_ahead,
    "unit_shift": _guard_unit_shift,
    "not_verb": _guard_not_verb,
    "feast": _guard_feast,
    "spelled_year": _guard_spelled_year,
    "number_month": _guard_number_month,
    "week_of": _guard_week_of,
    "range_end": _guard_range_end,
}
