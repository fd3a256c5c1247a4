"""The date of publication where a document's own first lines plainly give one."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from factcheck.lang import LANGUAGES, theme
from factcheck.text import fold

# A dateline stands in the first lines, a page's menu included.
_DATELINE_CHARS = 4_000
_CJK_DATE = re.compile(r"^\s*(\d{4})年(\d{1,2})月(\d{1,2})日", re.MULTILINE)


@cache
def _published_date() -> re.Pattern[str]:
    """`Publié le mercredi 5 août 2020`, in any language we read."""
    words = "|".join(re.escape(w) for lang in LANGUAGES for w in theme("layout", lang)["published"])
    months = "|".join(_months())
    return re.compile(
        rf"(?<!\w)(?:{words})[ :]+(?:[^\W\d_]+,? )?"
        rf"(?:(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<m>{months})|(?P<n>{months}) (?P<e>\d{{1,2}})),? (?P<y>\d{{4}})"
    )


@cache
def _months() -> dict[str, int]:
    """Month names of all languages with their numbers."""
    return {name: n for lang in LANGUAGES for n, name in enumerate(theme("layout", lang)["months"], 1)}


def dateline(text: str) -> date | None:
    """The date of publication where the first lines plainly give one."""
    head = text[:_DATELINE_CHARS]
    stamp = _CJK_DATE.search(head)
    if stamp:
        return _day(*map(int, stamp.groups()))
    match = _published_date().search(fold(head).lower())
    if not match:
        return None
    month = _months()[match["m"] or match["n"]]
    return _day(int(match["y"]), month, int(match["d"] or match["e"]))


def written_day(text: str | None) -> date | None:
    """A date as headers and exports write it: ISO, or in words.

    >>> written_day("Lundi 3 mars 2025"), written_day("hier")
    (datetime.date(2025, 3, 3), None)
    """
    found = iso_day(text)
    match = found is None and re.search(r"(\d{1,2})(?:er)? ([^\W\d_]+) (\d{4})", fold(text or "").lower())
    return _day(int(match[3]), _months().get(match[2], 0), int(match[1])) if match else found


def iso_day(text: str | None) -> date | None:
    """The ISO date `text` begins with."""
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    """The date, when there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
