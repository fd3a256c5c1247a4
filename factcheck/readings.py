"""Quantities and dates of plain texts, as the command `quantities` and a script ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.records import SCHEMA_VERSION, Record, date_record, quantity_record, unparsed_record

if TYPE_CHECKING:
    from factcheck.model import Quantity, When
    from factcheck.normalise import Normalised


# What a text is read as when its few words do not tell, as in "8,5 M€".
_FIRST = "fr"


def quantities(text: str, *, lang: str = "auto", reference_date: date | None = None) -> Normalised:
    """The quantities and dates in `text`; relative dates count from `reference_date`."""
    from factcheck.normalise import normalise

    return normalise(text, language(text, lang), reference_date)


def language(text: str, lang: str) -> str:
    """`lang`, or what the text looks like for `auto`."""
    if lang != "auto":
        return lang
    from factcheck.language import OTHER, detect

    found = detect(text)
    return _FIRST if found == OTHER else found


def values_record(values: Normalised) -> Record:
    """The lists of the `quantities` record; `unparsed` is there only when something was not understood."""
    record: Record = {
        "quantities": [quantity_record(quantity) for quantity in values.quantities],
        "dates": [date_record(when) for when in values.dates],
    }
    if values.unparsed:
        record["unparsed"] = [unparsed_record(unparsed) for unparsed in values.unparsed]
    return record


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
