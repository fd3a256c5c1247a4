"""Dates of both languages: absolute, partial, relative and ranges; what stays open; what is no date."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import When
from factcheck.normalise import dates, normalise

# A Wednesday.
REFERENCE = date(2025, 7, 16)

# (first, last): phrases in French, phrases in English.
ABSOLUTE: dict[tuple[str | None, str | None], tuple[list[str], list[str]]] = {
    ("2025-07-14", "2025-07-14"): (
        [
            "14 juillet 2025",
            "le lundi 14 juillet 2025",
            "14/07/2025",
            "14.07.2025",
            "2025-07-14",
            "2025年07月14日",
            "14 juil. 2025",
        ],
        ["July 14, 2025", "14 July 2025", "the 14th of July, 2025", "7/14/2025", "2025-07-14", "Monday, July 14, 2025"],
    ),
    ("2025-01-01", "2025-01-01"): (
        ["1er janvier 2025", "le premier janvier 2025", "jour de l'an 2025"],
        ["January 1st, 2025", "New Year's Day 2025"],
    ),
    ("2024-05-01", "2024-05-31"): (
        ["mai 2024", "au mois de mai 2024", "05/2024"],
        ["May 2024", "5/2024", "in May of 2024"],
    ),
    ("2014-01-01", "2014-12-31"): (
        ["en 2014", "l'année 2014", "depuis 2014"],
        ["in 2014", "the year 2014", "since 2014"],
    ),
    ("2024-10-01", "2024-12-31"): (
        ["fin 2024", "au quatrième trimestre 2024", "T4 2024"],
        ["late 2024", "the fourth quarter of 2024", "Q4 2024"],
    ),
    ("2023-01-01", "2023-03-31"): (
        ["début 2023", "premier trimestre 2023"],
        ["early 2023", "the first quarter of 2023"],
    ),
    ("2024-01-01", "2024-06-30"): (["premier semestre 2024", "S1 2024"], ["the first half of 2024", "H1 2024"]),
    ("1980-01-01", "1989-12-31"): (
        ["les années 80", "les années 1980", "les années quatre-vingt"],
        ["the 1980s", "the 80s", "the eighties"],
    ),
    ("2001-01-01", "2100-12-31"): (["XXIe siècle", "21e siècle"], ["the 21st century", "the twenty-first century"]),
    ("2024-10-07", "2024-10-09"): (
        ["du 7 au 9 octobre 2024", "7-9 octobre 2024"],
        ["October 7-9, 2024", "from October 7 to 9, 2024"],
    ),
    ("2021-02-01", "2021-06-30"): (
        ["de février à juin 2021", "entre février et juin 2021"],
        ["from February to June 2021"],
    ),
    ("2019-01-01", "2023-12-31"): (
        ["entre 2019 et 2023", "2019-2023", "de 2019 à 2023"],
        ["between 2019 and 2023", "2019-2023", "from 2019 to 2023"],
    ),
    ("1987-11-01", "1992-03-04"): (
        ["du 1er novembre 1987 au 4 mars 1992"],
        ["from November 1, 1987 to March 4, 1992"],
    ),
    (None, "1999-12-31"): (["avant 2000"], ["before 2000"]),
    ("2017-01-01", None): (["après 2016"], ["after 2016"]),
    ("2024-06-21", "2024-09-23"): (["été 2024"], ["summer 2024"]),
    ("2024-12-25", "2024-12-25"): (["Noël 2024"], ["Christmas 2024"]),
    ("2024-03-31", "2024-03-31"): (["Pâques 2024"], ["Easter 2024"]),
    ("2017-04-06", "2017-04-06"): (["6 avril deux mille dix-sept"], ["6 April two thousand seventeen"]),
}

RELATIVE: dict[tuple[str, str], tuple[list[str], list[str]]] = {
    ("2025-07-15", "2025-07-15"): (
        ["C'était hier.", "Mardi, il a plu.", "Il a plu mardi soir."],
        ["It rained yesterday.", "On Tuesday, it rained.", "It rained hours before Tuesday's storm."],
    ),
    ("2025-07-16", "2025-07-16"): (
        ["Il a plu aujourd'hui.", "Il a plu ce matin.", "Il a plu mercredi."],
        ["It rained today."],
    ),
    ("2025-07-17", "2025-07-17"): (
        ["Il pleuvra demain.", "Il pleuvra jeudi."],
        ["It will rain tomorrow.", "It will rain on Thursday."],
    ),
    ("2025-06-01", "2025-06-30"): (
        ["Le mois dernier, il a plu.", "Il a plu en juin."],
        ["Last month, it rained.", "It rained in June."],
    ),
    ("2025-07-07", "2025-07-13"): (["La semaine dernière, il a plu."], ["It rained last week."]),
    ("2024-01-01", "2024-12-31"): (["L'an dernier, il a plu.", "Il a plu l'année dernière."], ["It rained last year."]),
    ("2022-01-01", "2022-12-31"): (["Il y a trois ans, il a plu."], ["Three years ago, it rained."]),
    ("2025-07-14", "2025-07-14"): (["Il a plu le 14 juillet."], ["It rained on July 14.", "It rained on 14 July."]),
    ("2026-01-01", "2026-12-31"): (["Il pleuvra l'année prochaine."], ["It will rain next year."]),
}

NO_DATE = {
    "fr": [
        "la planète Mars",
        "un été",
        "il a été vu",
        "GPT-4",
        "3,5 % en plus",
        "« Made in China 2025 »",
        "le mois",
        "trois ans",
        "31/02/2020",
        "Jean Avril",
        "il a passé trois ans à Brest",
        "ce jour-là, il a plu",
        "cette année-là, il a plu",
    ],
    "en": [
        "it may rain",
        "they march on",
        "GPT-4",
        "a 3.5% rise",
        "three years",
        "the Christmas tree",
        "Theresa May said",
        "the repairs take three years",
    ],
}


def only(phrase: str, lang: str, reference: date | None = None) -> When:
    """The one date of `phrase`."""
    found = dates(phrase, lang, reference)
    assert len(found) == 1, [(d.text, d.first, d.last) for d in found]
    return found[0]


def rows(table: dict[tuple[str, str], tuple[list[str], list[str]]]) -> list[tuple[str, str, tuple[str, str]]]:
    """(language, phrase, expected) for every phrase of a table."""
    return [
        (lang, phrase, expected)
        for expected, both in table.items()
        for lang, phrases in zip(("fr", "en"), both, strict=True)
        for phrase in phrases
    ]


def iso(found: When) -> tuple[str | None, str | None]:
    """Both ends as ISO text."""
    return (found.first and found.first.isoformat(), found.last and found.last.isoformat())


@pytest.mark.parametrize(("lang", "phrase", "expected"), rows(ABSOLUTE))  # type: ignore[arg-type]
def test_absolute(lang: str, phrase: str, expected: tuple[str, str]) -> None:
    """A dated phrase has the same two ends whatever the reference date."""
    for reference in (None, REFERENCE):
        assert iso(only(phrase, lang, reference)) == expected


@pytest.mark.parametrize(("lang", "phrase", "expected"), rows(RELATIVE))
def test_relative(lang: str, phrase: str, expected: tuple[str, str]) -> None:
    """A relative phrase counts from the reference date, and its verb says which way."""
    found = only(phrase, lang, REFERENCE)
    assert iso(found) == expected
    assert found.relative


@pytest.mark.parametrize(("lang", "phrase"), [(lang, phrase) for lang, phrase, _ in rows(RELATIVE)])
def test_left_open(lang: str, phrase: str) -> None:
    """Without a reference date a relative phrase has no ends: today's date is never used."""
    found = only(phrase, lang)
    assert (found.first, found.last, found.relative) == (None, None, True)


@pytest.mark.parametrize(("lang", "phrase"), [(lang, p) for lang, ps in NO_DATE.items() for p in ps])
def test_no_date(lang: str, phrase: str) -> None:
    """Other words, names, durations and impossible days are no dates."""
    assert dates(phrase, lang, REFERENCE) == ()


def test_order_of_day_and_month() -> None:
    """The language decides; a day above 12 overrules it."""
    assert only("03/04/2025", "fr").first == date(2025, 4, 3)
    assert only("03/04/2025", "en").first == date(2025, 3, 4)
    assert only("25/04/2025", "en").first == date(2025, 4, 25)


def test_impossible_day_is_noted() -> None:
    """What looks like a date and is none is set aside with its reason."""
    assert [u.reason for u in normalise("le 31/02/2020", "fr").unparsed] == ["no such day"]


def test_duration_and_date() -> None:
    """ "depuis dix ans" is a length of time, "il y a dix ans" a year."""
    since, ago = normalise("depuis dix ans", "fr", REFERENCE), normalise("il y a dix ans", "fr", REFERENCE)
    assert (len(since.quantities), len(since.dates)) == (1, 0)
    assert (len(ago.quantities), len(ago.dates)) == (0, 1)


def test_grains() -> None:
    """The grain names the size of the period."""
    phrases = ["14 juillet 2025", "mai 2024", "2024", "T2 2025", "les années 80", "XXIe siècle"]
    assert [only(p, "fr").grain for p in phrases] == ["day", "month", "year", "quarter", "decade", "century"]


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("fr", "Noël 2023", "2023-12-25", "2023-12-25"),
        ("fr", "le ramadan 2024", "2024-03-11", "2024-04-09"),
        ("fr", "l'Aïd el-Fitr 2018", "2018-06-15", "2018-06-15"),
        ("fr", "Hanoukka 2023", "2023-12-07", "2023-12-15"),
        ("fr", "Pâques orthodoxes 2021", "2021-05-02", "2021-05-02"),
        ("fr", "le Nouvel An chinois 2025", "2025-01-29", "2025-01-29"),
        ("en", "Chinese New Year 2022", "2022-02-01", "2022-02-01"),
        ("en", "Rosh Hashanah 2022", "2022-09-25", "2022-09-27"),
        ("en", "Passover 2024", "2024-04-22", "2024-04-30"),
        ("en", "Yom Kippur 2023", "2023-09-24", "2023-09-25"),
        ("en", "Diwali 2023", "2023-11-12", "2023-11-12"),
        ("en", "Holi 2022", "2022-03-18", "2022-03-18"),
        ("en", "Orthodox Good Friday 2019", "2019-04-26", "2019-04-26"),
        ("en", "Easter 2024", "2024-03-31", "2024-03-31"),
        ("en", "Ganesh Chaturthi 2022", "2022-08-31", "2022-08-31"),
        ("en", "Dussehra 2024", "2024-10-12", "2024-10-12"),
        ("en", "Maha Shivaratri 2024", "2024-03-08", "2024-03-08"),
        ("en", "Ugadi 2023", "2023-03-22", "2023-03-22"),
        ("en", "Diwali 2020", "2020-11-14", "2020-11-14"),
        ("en", "Super Tuesday 2024", "2024-03-05", "2024-03-05"),
        ("en", "Mothers Day 2023", "2023-05-14", "2023-05-14"),
    ],
)
def test_feasts(lang: str, text: str, first: str, last: str) -> None:
    """Feasts of every calendar in use; the Hebrew ones begin on their eve."""
    found = only(text, lang)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("fr", "deux semaines avant le 13 mai 1999", "1999-04-29", "1999-04-29"),
        ("fr", "trois jours après Pâques 2024", "2024-04-03", "2024-04-03"),
        ("en", "two weeks before Christmas 2020", "2020-12-11", "2020-12-11"),
        ("en", "two days from tomorrow", "2025-07-19", "2025-07-19"),
        ("fr", "d'ici deux semaines", "2025-07-16", "2025-07-30"),
        ("fr", "samedi 23/06/18", "2018-06-23", "2018-06-23"),
        ("fr", "28/2-3/3/2020", "2020-02-28", "2020-03-03"),
        ("en", "2/28/2020-3/3/2020", "2020-02-28", "2020-03-03"),
        ("en", "from 1 May 2024 to today", "2024-05-01", "2025-07-16"),
        ("en", "no later than 1 May 2024", "None", "2024-05-01"),
        ("en", "before 1 May 2024", "None", "2024-04-30"),
        ("en", "on or after 1 May 2024", "2024-05-01", "None"),
        ("fr", "au plus tard le 1er mai 2024", "None", "2024-05-01"),
        ("fr", "entre 2007 et 2009", "2007-01-01", "2009-12-31"),
        ("fr", "avant fin 2024", "None", "2024-12-31"),
        ("fr", "avant la fin de l'année", "None", "2025-12-31"),
        ("en", "before the end of March 2024", "None", "2024-03-31"),
        ("fr", "2016 et avant", "None", "2016-12-31"),
        ("fr", "en 2016 ou plus tard", "2016-01-01", "None"),
        ("en", "2016 and later", "2016-01-01", "None"),
        ("en", "from 3 May 2019 onwards", "2019-05-03", "None"),
        ("fr", "de lundi à vendredi", "2025-07-14", "2025-07-18"),
        ("en", "from next Monday to Friday", "2025-07-21", "2025-07-25"),
        ("en", "Dec31 , 1994", "1994-12-31", "1994-12-31"),
        ("en", "it closed on 22/04", "2025-04-22", "2025-04-22"),
        ("en", "4 May seventeen hundred and twelve", "1712-05-04", "1712-05-04"),
        ("en", "Thanksgiving in 9 months", "2026-11-26", "2026-11-26"),
        ("en", "Easter two years ago", "2024-03-31", "2024-03-31"),
        ("en", "between now and 15 November", "2025-07-16", "2025-11-15"),
        ("en", "between 3 May and now", "2025-05-03", "2025-07-16"),
        ("en", "Tax Day 2012", "2012-04-17", "2012-04-17"),
        ("en", "King's Day 2014", "2014-04-26", "2014-04-26"),
        ("en", "1. Sept 2000", "2000-09-01", "2000-09-01"),
    ],
)
def test_counted_bounded_and_paired_days(lang: str, text: str, first: str, last: str) -> None:
    """Days counted from a named day, bounds that hold their own day, pairs of days."""
    found = only(text, lang, REFERENCE)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "2007 and 2009"), ("fr", "en 2007 et 2009"), ("en", "on Monday and Friday")]
)
def test_two_days_are_no_range(lang: str, text: str) -> None:
    """Without "between", what "and" links stays two."""
    assert len(dates(text, lang, REFERENCE)) == 2


def test_what_follows_opens_no_other_date() -> None:
    """ "ou après" before another date belongs to that one."""
    found = dates("entre 2015 et 2018 ou après 2020", "fr")
    assert [(str(d.first), str(d.last)) for d in found] == [("2015-01-01", "2018-12-31"), ("2021-01-01", "None")]
