"""Times of day: written in figures or words, bounded, with a zone, with their day; and what only looks like one."""

from __future__ import annotations

import json
from datetime import date, time
from importlib.resources import files

import jsonschema
import pytest

from factcheck.model import When
from factcheck.normalise import dates, normalise
from factcheck.normalise.explain import explain
from factcheck.records import date_record

# A Wednesday.
REFERENCE = date(2025, 7, 16)

# Phrases that give one point in time, by what the clock shows.
AT = {
    "06:10": {
        "fr": ["le gardien a appelé à 6h10", "à 6 h 10", "à 6:10", "à six heures dix", "à 06H10"],
        "en": ["the keeper called at 6.10am", "at 6:10", "at 6.10 a.m.", "6:10 AM", "at ten past six", "0610 GMT"],
    },
    "18:00": {
        "fr": ["à 18 heures", "à 18h", "à 6 heures du soir", "à dix-huit heures précises", "18h locales"],
        "en": ["at 6pm", "6 p.m.", "at 6 in the evening", "18:00", "at 1800 GMT", "6 pm sharp"],
    },
    "12:00": {"fr": ["à midi", "12h00"], "en": ["at noon", "at midday", "12 pm", "12:00"]},
    "00:00": {"fr": ["à minuit"], "en": ["at midnight", "12 am"]},
    "15:30": {"fr": ["quinze heures trente", "à 15 heures 30", "15h30"], "en": ["half past 3 pm", "at 3.30pm"]},
    "03:15": {"fr": ["à 3 heures 15 minutes GMT"], "en": ["at 0315 hours", "at about 3:15am"]},
    "05:00": {"fr": ["il était 5 heures", "vers les 5 heures", "aux alentours de 5 heures"], "en": ["at 0500 hours"]},
    "09:45": {"fr": ["il n'est que 9h45"]},
    "05:45": {"fr": ["à six heures moins le quart"], "en": ["at quarter to six", "a quarter to six"]},
    "06:00": {"fr": ["à 6 heures du matin"], "en": ["six o'clock", "at 6 o'clock", "6 in the morning"]},
}

# What looks like a time and is a length of time, a score, a rate, a ratio or a name.
NO_TIME = {
    "fr": [
        "5h de route",
        "il a fallu 3 h",
        "35 heures par semaine",
        "il a 3h d'avance",
        "après 12h de garde",
        "après 3 heures de débats",
        "le trajet a duré 2h30",
        "un film de 2h30",
        "à 2h de Lyon",
        "à 5 heures de marche",
        "il y a 18 heures",
        "les 24 Heures du Mans",
        "toutes les 3 heures",
        "deux heures avant minuit",
        "peu après 5 heures de route",
        "l'après-midi",
        "le Midi rouge",
        "une course bouclée en 2:01:39",
    ],
    "en": [
        "a six-hour drive",
        "1200 hours of footage",
        "it took 3 hours",
        "35 hours a week",
        "a ratio of 16:09",
        "they lost 21:15",
        "a lap in 2:01:39",
        "two hours before noon",
        "page 10, at 5",
        "the score was 3-2",
        "ten to twelve people",
    ],
}


def only(phrase: str, lang: str, reference: date | None = None) -> When:
    """The one date of `phrase`."""
    found = dates(phrase, lang, reference)
    assert len(found) == 1, [(d.text, d.clock) for d in found]
    return found[0]


@pytest.mark.parametrize(
    ("hour", "lang", "phrase"), [(h, lang, p) for h, row in AT.items() for lang, ps in row.items() for p in ps]
)
def test_point(hour: str, lang: str, phrase: str) -> None:
    """A time alone is a date record without a day."""
    found = only(phrase, lang)
    assert found.clock
    assert found.clock.first == found.clock.last == time.fromisoformat(hour)
    assert (found.first, found.last, found.relative) == (None, None, True)


@pytest.mark.parametrize(("lang", "phrase"), [(lang, p) for lang, ps in NO_TIME.items() for p in ps])
def test_no_time(lang: str, phrase: str) -> None:
    """Lengths of time, rates, scores and ratios are no times of day."""
    assert not [d for d in dates(phrase, lang) if d.clock]


@pytest.mark.parametrize(
    ("lang", "phrase", "first", "last", "about"),
    [
        ("fr", "vers 0h25", "00:25", "00:25", True),
        ("en", "at around 6am", "06:00", "06:00", True),
        ("fr", "peu après 10h20", "10:20", None, False),
        ("en", "shortly before 9pm", None, "21:00", False),
        ("fr", "avant 8h", None, "08:00", False),
        ("fr", "peu après 5 heures", "05:00", None, False),
        ("fr", "un peu avant 17 heures", None, "17:00", False),
        ("fr", "quelques minutes après 9h", "09:00", None, False),
        ("en", "a little after 4:10 a.m.", "04:10", None, False),
        ("en", "minutes past midnight", "00:00", None, False),
        ("fr", "dès 18 heures", "18:00", None, False),
        ("fr", "de 9h à 12h30", "09:00", "12:30", False),
        ("fr", "entre 14h et 16h", "14:00", "16:00", False),
        ("en", "between 6 and 7 p.m.", "18:00", "19:00", False),
        ("en", "11 to 1 pm", "11:00", "13:00", False),
        ("en", "9am-5pm", "09:00", "17:00", False),
    ],
)
def test_bounds(lang: str, phrase: str, first: str | None, last: str | None, about: bool) -> None:
    """The words around a time bound or blur it; two times are the ends of one."""
    clock = only(phrase, lang).clock
    assert clock
    ends = [end and f"{end:%H:%M}" for end in (clock.first, clock.last)]
    assert (*ends, clock.about) == (first, last, about)


@pytest.mark.parametrize(
    ("lang", "phrase", "zone", "offset"),
    [
        ("fr", "à 23H28 UTC", "UTC", 0),
        ("fr", "à 18h28 HNE", "HNE", -300),
        ("fr", "à 8h47 locales", "local", None),
        ("fr", "à 18h08, heure de Tokyo", "Tokyo", None),
        ("fr", "à 00h28, heure belge", "heure belge", None),
        ("en", "6pm ET", "ET", None),
        ("en", "6pm EST", "EST", -300),
        ("en", "11:45 am Central Standard Time", "central standard time", -360),
        ("en", "at 10:20 local time", "local", None),
        ("en", "at 06:12 UTC+2", "UTC+2", 120),
    ],
)
def test_zone(lang: str, phrase: str, zone: str, offset: int | None) -> None:
    """The clock that is meant, with its distance from UTC where the letters tell it."""
    clock = only(phrase, lang).clock
    assert clock
    assert (clock.zone, clock.offset) == (zone, offset)


@pytest.mark.parametrize(
    ("lang", "phrase", "start", "end"),
    [
        ("fr", "mardi vers 18 heures, tout a brûlé", "2025-07-15T18:00", "2025-07-15T18:00"),
        ("fr", "le 4 août 2020 à 18h08", "2020-08-04T18:08", "2020-08-04T18:08"),
        ("fr", "il est parti à 7h15 hier", "2025-07-15T07:15", "2025-07-15T07:15"),
        ("fr", "lundi avant 8h, il a plu", "2025-07-14", "2025-07-14T08:00"),
        ("en", "at 06:12 GMT on 9 November 2016", "2016-11-09T06:12", "2016-11-09T06:12"),
        ("en", "It fell on Tuesday at 6.10am.", "2025-07-15T06:10", "2025-07-15T06:10"),
        ("en", "3 May 2024 from 9am to 5pm", "2024-05-03T09:00", "2024-05-03T17:00"),
    ],
)
def test_with_its_day(lang: str, phrase: str, start: str, end: str) -> None:
    """A day and its time are one record, its ends local date-times."""
    found = only(phrase, lang, REFERENCE)
    record = date_record(found)
    assert (record["from"], record["to"]) == (start, end)
    assert phrase[found.start : found.end] == found.text


def test_two_clocks() -> None:
    """A time and the same in another zone are two records."""
    assert [d.text for d in dates("à 03H11 (01H11 GMT)", "fr")] == ["03H11", "01H11 GMT"]


def test_a_column_of_moments() -> None:
    """The day on the next line belongs to the next time."""
    found = dates("23.04.2022 14:55\n30.04.2022 12:04\n", "fr")
    assert [(d.first, d.clock and d.clock.first) for d in found] == [
        (date(2022, 4, 23), time(14, 55)),
        (date(2022, 4, 30), time(12, 4)),
    ]


def test_a_time_is_no_figure() -> None:
    """What is read as a time, or may only be one, is no quantity."""
    assert not normalise("à 18h30, puis 10:45, puis à 6 heures du matin", "fr").quantities


def test_record_fits_the_schema() -> None:
    """Records of times are what the published schema says; a day without its time has no `time`."""
    schema = json.loads((files("factcheck") / "schema" / "claim.schema.json").read_text(encoding="utf-8"))
    part = schema["definitions"]["date"]
    for phrase in ("mardi vers 18 heures", "à 18h28 HNE", "peu après 10h20", "mardi"):
        record = date_record(only(phrase, "fr", REFERENCE))
        jsonschema.Draft7Validator(part).validate(record)
        assert ("time" in record) == (phrase != "mardi")


def test_explained() -> None:
    """The explanation of a time tells what the clock shows."""
    assert str(explain("mardi vers 18 heures GMT, il a plu", "fr", REFERENCE)[0]) == (
        "weekday: mardi vers 18 heures GMT → 2025-07-15; hour; counted from 2025-07-16; at 18:00, approximately, GMT"
    )
