"""Quantities and dates of plain texts, as the command `quantities` and a script ask for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.records import SCHEMA_VERSION, Record, date_record, quantity_record, unparsed_record

if TYPE_CHECKING:
    from factcheck.model import Quantity, When
    from factcheck.normalise import Normalised
    from factcheck.normalise.explain import Explanation


# A sign before its sum, a decimal point, or a comma between thousands.
_ENGLISH_FIGURE = re.compile(r"[$£€¥]\s?\d|\d\.\d|\d,\d{3}(?!\d)")


def quantities(text: str, *, lang: str = "auto", reference_date: date | None = None) -> Normalised:
    """The quantities and dates in `text`; relative dates count from `reference_date`."""
    from factcheck.normalise import normalise

    return normalise(text, language(text, lang), reference_date)


def language(text: str, lang: str) -> str:
    """`lang`, or for `auto` what the text looks like; a few words such as "$8.5 billion" tell by their figures."""
    if lang != "auto":
        return lang
    from factcheck.documents.language import OTHER, detect

    found = detect(text)
    return _by_figures(text) if found == OTHER else found


def _by_figures(text: str) -> str:
    """The language whose grammar understands more of the text, else the one its figures are punctuated in."""
    french, english = _understood(text, "fr"), _understood(text, "en")
    if french == english:
        return "en" if _ENGLISH_FIGURE.search(text) else "fr"
    return "fr" if french > english else "en"


def _understood(text: str, lang: str) -> int:
    """How many characters stand in quantities with a unit and in dates."""
    from factcheck.normalise import normalise

    values = normalise(text, lang)
    spans = [(q.start, q.end) for q in values.quantities if q.unit] + [(d.start, d.end) for d in values.dates]
    return sum(end - start for start, end in spans)


def values_record(values: Normalised) -> Record:
    """The lists of the `quantities` record; `unparsed` is there only when something was not understood."""
    record: Record = {
        "quantities": [quantity_record(quantity) for quantity in values.quantities],
        "dates": [date_record(when) for when in values.dates],
    }
    if values.unparsed:
        record["unparsed"] = [unparsed_record(unparsed) for unparsed in values.unparsed]
    return record


def explain(text: str, *, lang: str = "auto", reference_date: date | None = None) -> tuple[Explanation, ...]:
    """How each quantity, then each date, of `text` came about."""
    from factcheck.normalise.explain import explain as explained

    return explained(text, language(text, lang), reference_date)


def add_explanations(records: Sequence[Record], *, reference_date: date | None = None) -> None:
    """Give every quantity and date of the records its `explain`: tokens, rule, steps, base, and all in one line."""
    for record in records:
        told = explain(record["text"], lang=record["lang"], reference_date=reference_date)
        for part, one in zip([*record["quantities"], *record["dates"]], told, strict=True):
            part["explain"] = {
                "tokens": list(one.tokens),
                "rule": one.rule,
                "steps": list(one.steps),
                "base": one.base,
                "line": str(one),
            }


def read_texts(
    texts: Sequence[str], *, lang: str = "auto", reference_date: date | None = None
) -> tuple[list[Record], list[tuple[Quantity | When, ...]]]:
    """The record of each text, and beside it the values the record was made of."""
    records: list[Record] = []
    values: list[tuple[Quantity | When, ...]] = []
    for text in texts:
        spoken = language(text, lang)
        found = quantities(text, lang=spoken, reference_date=reference_date)
        records.append({"schema_version": SCHEMA_VERSION, "text": text, "lang": spoken, **values_record(found)})
        values.append((*found.quantities, *found.dates))
    return records, values
