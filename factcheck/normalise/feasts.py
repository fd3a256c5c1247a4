"""The feasts of other calendars as days of ours: Easter of the East, Islamic, Hebrew, Chinese and Indian ones.

Islamic days follow the arithmetical calendar and may be a day off where the moon was sighted otherwise.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import degrees as degrees_of
from math import radians, sin

from factcheck.normalise.calendar import Span, add_days, easter, nth_weekday
from factcheck.normalise.calendar import day as day_of
from factcheck.normalise.rule_context import one_day

# Day numbers (1 January of year 1 is 1) on which the Islamic and Hebrew calendars begin.
_HIJRA, _CREATION = 227_015, -1_373_427
# Where the day of a moon begins, in days after Greenwich: Beijing, and Delhi.
_BEIJING, _DELHI = 8 / 24, 5.5 / 24
# How fast the moon leaves the sun behind.
_DEGREES_A_DAY = 12.1907
# The hours of the day, as its shares, at which an Indian feast asks for its lunar day.
_HOURS = {"sunrise": 0.25, "noon": 0.55, "dusk": 0.75, "midnight": 1.0}
# An Indian month begins with the last new moon before the sun enters the next sign: here, on that day.
_SIGNS = {
    "pausha": (1, 14),
    "magha": (2, 13),
    "phalguna": (3, 14),
    "chaitra": (4, 14),
    "vaisakha": (5, 15),
    "jyeshtha": (6, 15),
    "ashadha": (7, 17),
    "shravana": (8, 17),
    "bhadrapada": (9, 17),
    "ashvin": (10, 17),
    "kartika": (11, 16),
    "margashirsha": (12, 16),
}
_J2000 = 1_721_424.5  # Julian day of our day number 0


def feast(row: dict[str, str], year: int) -> Span | None:
    """The feast that `row` of the language file describes, in `year`; `days` makes it a period."""
    first = _first_day(row, year)
    length = int(row.get("days", 1))
    if first is None or length == 1:
        return one_day(first)
    return Span(first, add_days(first, length - 1), "day")


def _first_day(row: dict[str, str], year: int) -> date | None:
    if year % int(row.get("every", 1)):
        return None
    if "fixed" in row:
        found = _fixed(row["fixed"], year)
        return _moved(found, row, year) if found else None
    if "nth" in row:
        found = nth_weekday(year, *(int(v) for v in row["nth"].split()))
        return add_days(found, int(row.get("plus", 0))) if found else None
    for kind, anchor in _ANCHORS.items():
        if kind in row:
            start = anchor(row[kind], year)
            return add_days(start, int(row.get("plus", 0))) if start else None
    return None


def _fixed(place: str, year: int) -> date | None:
    month, number = place.split("-")
    return day_of(year, int(month), int(number))


def _moved(some: date, row: dict[str, str], year: int) -> date:
    """Off a Sunday ("sunday: -1"), or on to a workday that is not the public holiday `workday`."""
    if some.weekday() == 6:
        some += timedelta(int(row.get("sunday", 0)))
    holiday = _fixed(row["workday"], year) if "workday" in row else None
    if holiday:
        # A holiday at the weekend is kept on the Friday before or the Monday after.
        holiday += timedelta({5: -1, 6: 1}.get(holiday.weekday(), 0))
        while some.weekday() > 4 or some == holiday:
            some += timedelta(1)
    return some


def _western(shift: str, year: int) -> date | None:
    sunday = easter(year)
    return add_days(sunday, int(shift)) if sunday else None


def _eastern(shift: str, year: int) -> date | None:
    """Easter by the Julian calendar, told in ours (13 days on from 1900 to 2099)."""
    if not 1900 < year < 2100:
        return None
    moon = (19 * (year % 19) + 15) % 30
    past = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    number = moon + past + 114
    return add_days(date(year, number // 31, number % 31 + 1), 13 + int(shift))


def _islamic(place: str, year: int) -> date | None:
    """The first time "month-day" comes in `year`."""
    month, number = (int(v) for v in place.split("-"))
    for hijri in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        count = (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 29 * (month - 1) + month // 2 + number
        found = _of_number(_HIJRA - 1 + count)
        if found and found.year == year:
            return found
    return None


def _hebrew(place: str, year: int) -> date | None:
    """Days after the eve of 1 Tishri ("tishri 9"), of 25 Kislev or of 1 Nisan, all of which fall in `year`."""
    month, shift = place.split(" ")
    start, after = _new_year(year + 3761), _new_year(year + 3762)
    long_autumn = (after - start) % 10 == 5
    anchor = {"tishri": start, "kislev": start + 83 + long_autumn, "nisan": start - 177}[month]
    return _of_number(anchor - 1 + int(shift))


def _new_year(year: int) -> int:
    """The day number of the Hebrew new year, with its postponements."""
    before, here, after = (_elapsed(year + k) for k in (-1, 0, 1))
    late = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _CREATION + here + late


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _chinese(_: str, year: int) -> date | None:
    """The new moon between 21 January and 20 February."""
    return _moon(date(year, 1, 21), 0.0, _BEIJING)


def _indian(place: str, year: int) -> date | None:
    """A lunar day of an Indian month at an hour: "ashvin 30 dusk" is the evening of the new moon that ends Ashvin."""
    month, number, hour = place.split(" ")
    new_moon = _last_new(day_of(year, *_SIGNS[month]) or date(year, 1, 1))
    begun = _apart(12.0 * (int(number) - 1), new_moon) - _J2000 + _DELHI
    whole = int(begun)
    return _of_number(whole if begun - whole <= _HOURS[hour] else whole + 1)


def _last_new(sign: date) -> float:
    """The moment of the last new moon before the sun enters a sign."""
    count = _near(sign) + 3.0
    while _moment(count, 0) - _J2000 + _DELHI >= sign.toordinal() + 0.3:  # towards noon, as in 2020
        count -= 1
    return _moment(count, 0)


def _apart(degrees: float, new_moon: float) -> float:
    """When the moon stands so many degrees before the sun, after a new moon: a lunar day is twelve of them."""
    moment = new_moon + degrees / _DEGREES_A_DAY
    for _ in range(6):
        behind = (degrees - _elongation(moment) + 180) % 360 - 180
        moment += behind / _DEGREES_A_DAY
    return moment


def _elongation(moment: float) -> float:
    """The degrees between moon and sun: the mean motion with its largest corrections."""
    age = (moment - 2_451_545) / 36_525
    apart, sun, moon = (
        radians(at + speed * age)
        for at, speed in ((297.8502, 445_267.1115), (357.5291, 35_999.0503), (134.9634, 477_198.8676))
    )
    pull = 6.289 * sin(moon) - 2.1 * sin(sun) + 1.274 * sin(2 * apart - moon) + 0.658 * sin(2 * apart)
    return degrees_of(apart) + pull + 0.214 * sin(2 * moon)


def _moon(first: date, phase: float, zone: float) -> date | None:
    """The day of the first new (0) or full (0.5) moon from `first` on."""
    count = _near(first) - 2 + phase
    for _ in range(6):
        found = _of_number(int(_moment(count, phase) - _J2000 + zone))
        if found is None or found >= first:
            return found
        count += 1
    return None


def _near(some: date) -> int:
    """The number of a new moon within a month of a day, from the first of 2000."""
    return round((some.year + (some.month - 1) / 12 - 2000) * 12.3685)


def _moment(count: float, phase: float) -> float:
    """The Julian day of a moon, within a few minutes: the mean month with its largest corrections."""
    ages = count / 1236.85
    sun, moon, node = (
        radians(at + speed * count)
        for at, speed in ((2.5534, 29.1053567), (201.5643, 385.81693528), (160.7108, 390.67050284))
    )
    shrink = 1 - 0.002516 * ages
    full = phase > 0
    return (
        2_451_550.09766
        + 29.530588861 * count
        + 0.00015437 * ages**2
        - (0.40614 if full else 0.4072) * sin(moon)
        + (0.17302 if full else 0.17241) * shrink * sin(sun)
        + 0.0161 * sin(2 * moon)
        + 0.0104 * sin(2 * node)
        + 0.00737 * shrink * sin(moon - sun)
        - 0.00515 * shrink * sin(moon + sun)
    )


def _of_number(number: int) -> date | None:
    return date(1, 1, 1) + timedelta(number - 1) if 1 <= number <= date.max.toordinal() else None


_ANCHORS = {
    "easter": _western,
    "orthodox": _eastern,
    "islamic": _islamic,
    "hebrew": _hebrew,
    "chinese": _chinese,
    "indian": _indian,
}
