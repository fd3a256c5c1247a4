"""The normalisers we are measured against, each as a reader; one that is not installed is left out."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from installed import installed

# Relative dates of a case without a reference count from here.
SOME_DAY = date(2016, 11, 7)
_FIGURE = re.compile(r"(?<![\w.,])-?\d+(?:,\d{3})*(?:\.\d+)?")
_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_DURATION_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second", "TM": "minute"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: a number, an ISO date or `{"low","high"}` (a date's high end is exclusive), unit, span if known."""

    value: Any
    unit: str | None = None
    start: int | None = None
    end: int | None = None


Reader = Callable[[str, str, date | None], Iterable[Reading]]


def peers() -> dict[str, Reader]:
    """The installed peers by name."""
    return installed(PEERS)


def _figures(text: object) -> Iterator[Reading]:
    """The figures of a text that a peer has written in digits."""
    for found in _FIGURE.finditer(str(text)):
        yield Reading(float(found.group().replace(",", "")))


def _text2num() -> Reader:
    alpha2digit = import_module("text_to_num").alpha2digit
    return lambda text, lang, reference: _figures(alpha2digit(text, lang, 0.0))


def _words2num2() -> Reader:
    package = import_module("words2num2")

    def read(text: str, lang: str, reference: date | None) -> Iterator[Reading]:
        try:
            yield Reading(float(package.words2num(text, lang=lang)), None, 0, len(text))
        except Exception:  # not one number: it has another function for sentences
            yield from _figures(package.words2num_sentence(text, lang=lang))

    return read


def _number_parser() -> Reader:
    parse = import_module("number_parser").parse
    return lambda text, lang, reference: _figures(parse(text, language=lang))


def _price_parser() -> Reader:
    price = import_module("price_parser").Price

    def read(text: str, lang: str, reference: date | None) -> list[Reading]:
        found = price.fromstring(text)
        return [] if found.amount is None else [Reading(float(found.amount), found.currency)]

    return read


def _quantulum3() -> Reader:
    parser, classifier = import_module("quantulum3.parser"), import_module("quantulum3.classifier")
    classifier.USE_CLF = False

    def read(text: str, lang: str, reference: date | None) -> Iterator[Reading]:
        for found in parser.parse(text) if lang == "en" else ():
            value: Any = found.value
            if found.uncertainty:
                value = {"low": found.value - found.uncertainty, "high": found.value + found.uncertainty}
            yield Reading(value, found.unit.name, *found.span)

    return read


def _dateparser() -> Reader:
    search = import_module("dateparser.search").search_dates
    single = import_module("dateparser.date").DateDataParser
    forms = {"year": "%Y", "month": "%Y-%m"}

    def read(text: str, lang: str, reference: date | None) -> Iterator[Reading]:
        base = {"RELATIVE_BASE": datetime.combine(reference or SOME_DAY, time())}
        parser = single(languages=[lang], settings=base)
        for written, when in search(text, languages=[lang], settings=base) or ():
            period = parser.get_date_data(written).period
            start = text.find(written)
            yield Reading(when.strftime(forms.get(period, "%Y-%m-%d")), None, start, start + len(written))

    return read


def _timexy() -> Reader:
    spacy = import_module("spacy")
    import_module("timexy")
    pipelines: dict[str, Any] = {}

    def read(text: str, lang: str, reference: date | None) -> Iterator[Reading]:
        if lang not in pipelines:
            pipelines[lang] = spacy.blank(lang)
            config = {"kb_id_type": "timex3", "label": "timexy", "overwrite": False}
            pipelines[lang].add_pipe("timexy", config=config)
        for found in pipelines[lang](text).ents:
            value = re.search(r'value="([^"]*)"', found.kb_id_ or "")
            if value:
                yield from _timex(value.group(1), found.start_char, found.end_char)

    return read


def _timex(value: str, start: int, end: int) -> Iterator[Reading]:
    """A TIMEX value: a length of time or a date."""
    length = _DURATION.fullmatch(value)
    if length:
        unit = _DURATION_UNITS.get(length[1] + length[3]) or _DURATION_UNITS[length[3]]
        yield Reading(float(length[2]), unit, start, end)
    else:
        yield Reading(value[:10], None, start, end)


def _duckling() -> Reader:
    duckling = import_module("duckling")
    zones = duckling.load_time_zones(next(p for p in zoneinfo.TZPATH if Path(p).is_dir()))
    kinds = [
        "number",
        "ordinal",
        "amount-of-money",
        "time",
        "duration",
        "distance",
        "quantity",
        "temperature",
        "volume",
    ]
    dimensions = duckling.parse_dimensions(kinds)
    locales = {lang: duckling.default_locale_lang(duckling.parse_lang(lang.upper())) for lang in ("fr", "en")}

    def read(text: str, lang: str, reference: date | None) -> Iterator[Reading]:
        moment = int(datetime.combine(reference or SOME_DAY, time(), UTC).timestamp())
        context = duckling.Context(duckling.parse_ref_time(zones, "Etc/UTC", moment), locales[lang])
        for found in duckling.parse(text, context, dimensions, False):
            value, span = found["value"], (found["start"], found["end"])
            ends = {k: value.get(k) or {} for k in ("from", "to")}
            if value.get("type") == "interval":
                unit = (value.get("from") or value.get("to")).get("unit")
                low, high = ends["from"].get("value"), ends["to"].get("value")
                yield Reading({"low": _day_of(low), "high": _day_of(high)}, unit, *span)
            elif found["dim"] == "time":
                yield Reading(_period(value["value"][:10], value["grain"]), None, *span)
            else:
                yield Reading(value["value"], _utf8(value.get("unit")), *span)

    return read


def _day_of(end: Any) -> Any:
    return end[:10] if isinstance(end, str) else end


def _utf8(unit: str | None) -> str | None:
    """Its binding gives signs such as "€" as the bytes of UTF-8."""
    try:
        return unit and unit.encode("latin1").decode("utf8")
    except UnicodeError:
        return unit


def _period(first: str, grain: str) -> Any:
    start = date.fromisoformat(first)
    if grain == "week":
        return {"low": first, "high": (start + timedelta(7)).isoformat()}
    if grain == "quarter":
        return {"low": first, "high": date(start.year + (start.month > 9), (start.month + 2) % 12 + 1, 1).isoformat()}
    return first[: {"year": 4, "month": 7}.get(grain, 10)]


def _recognizers() -> Reader:
    # Its words for cultures live in the suite; the four packages have the functions.
    culture = import_module("recognizers_suite").Culture
    number, unit = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    dated = import_module("recognizers_date_time")
    plain = [(number.recognize_number, None), (number.recognize_ordinal, None), (number.recognize_percentage, "%")]
    measured = [unit.recognize_age, unit.recognize_currency, unit.recognize_dimension, unit.recognize_temperature]
    models = plain + [(model, None) for model in measured]

    def read(text: str, lang: str, reference: date | None) -> Iterator[Reading]:
        spoken = culture.French if lang == "fr" else culture.English
        for model, fixed in models:
            for found in _answers(lambda m=model: m(text, spoken)):  # type: ignore[misc]
                told = found.resolution or {}
                value = str(told.get("value")).rstrip("%")
                value = value.replace(",", ".") if "." not in value else value
                if _FIGURE.fullmatch(value) or re.fullmatch(r"-?\d+(\.\d+)?(E[+-]?\d+)?", value):
                    name = fixed or told.get("isoCurrency") or told.get("unit")
                    yield Reading(float(value), name, found.start, found.end + 1)
        moment = datetime.combine(reference or SOME_DAY, time())
        for found in _answers(lambda: dated.recognize_datetime(text, spoken, reference=moment)):
            for told in (found.resolution or {}).get("values") or ():
                yield from _resolved(told, found.start, found.end + 1)

    return read


def _answers(ask: Callable[[], Any]) -> list[Any]:
    """What a model answers; one that breaks on a text has read nothing there."""
    try:
        return list(ask())
    except Exception:
        return []


def _resolved(told: dict[str, Any], start: int, end: int) -> Iterator[Reading]:
    """A resolution of its date model."""
    if told.get("start") or told.get("end"):
        ends = {"low": told.get("start"), "high": told.get("end")}
        yield Reading({k: v and v[:10] for k, v in ends.items()}, None, start, end)
    elif told.get("type") == "duration" and _DURATION.fullmatch(told.get("timex") or ""):
        yield from _timex(told["timex"], start, end)
    elif told.get("value") not in (None, "not resolved"):
        yield Reading(str(told["value"])[:10], None, start, end)


PEERS: dict[str, Callable[[], Reader]] = {
    "recognizers": _recognizers,
    "duckling": _duckling,
    "text2num": _text2num,
    "words2num2": _words2num2,
    "number-parser": _number_parser,
    "price-parser": _price_parser,
    "dateparser": _dateparser,
    "timexy": _timexy,
    "quantulum3": _quantulum3,
}
