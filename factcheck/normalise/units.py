"""Physical units and money: how they are written, their dimension, and the way to one base unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck.interval import Interval
from factcheck.lang import theme
from factcheck.model import Quantity
from factcheck.normalise.spaces import fold
from factcheck.normalise.tokens import Tree

MONEY = "money"
# Words that take no plural inside a unit's name.
_FIXED = frozenset({"par", "per", "a", "an", "de", "à", "l'", "of", "/", "°"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: canonical name, dimension, and `times`, the number of it one written unit stands for."""

    name: str
    dimension: str
    times: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The units of one language: names by folded words, symbols by their exact letters, money by both."""

    names: Tree[Unit]
    symbols: Tree[Unit]
    money_names: Tree[Unit]
    money_signs: Tree[Unit]
    codes: frozenset[str]
    minor: Tree[Unit]


def unit(name: str) -> Unit:
    """The unit with canonical `name`, resolving "a fortnight is 2 weeks"."""
    row = theme("units")[name]
    if "of" in row:
        base = unit(row["of"])
        return Unit(name=base.name, dimension=base.dimension, times=Decimal(row["times"]) * base.times)
    return Unit(name=name, dimension=row["dimension"])


def _plurals(phrase: str) -> set[str]:
    """`phrase` with a plural s on no word, the first, the last, or all of them."""
    words = phrase.split(" ")
    open_ = [
        k for k, w in enumerate(words) if (w not in _FIXED or len(words) == 1) and not w.endswith(("s", "x", "'", "."))
    ]
    several = [f"{w}{'x' if w.endswith(('au', 'eu')) else 's'}" for w in words]
    forms = {phrase}
    for chosen in (open_[:1], open_[-1:], open_):
        forms.add(" ".join(several[k] if k in chosen else w for k, w in enumerate(words)))
    return forms


def _named(rows: dict[str, Any], lang: str) -> list[tuple[str, Unit]]:
    return [(fold(form), unit(name)) for name, row in rows.items() for word in row[lang] for form in _plurals(word)]


def _joined(phrases: list[tuple[str, Unit]]) -> list[tuple[str, Unit]]:
    """Each name also with hyphens instead of spaces ("année-lumière", "light-year")."""
    return phrases + [(p.replace(" ", " - "), u) for p, u in phrases if " " in p and "/" not in p]


@cache
def units(lang: str) -> Units:
    """The units of `lang`, read once."""
    rows, money, words = theme("units"), theme("currencies"), theme("quantities", lang)
    names = _joined(_named(rows, lang))
    # Signs of one or two plain letters ("F", "L") are letters first; the few in use stand in `_more_signs`.
    signs = [(s, _money(code)) for code, row in money.items() for s in row.get("signs", ()) if not _letters(s)]
    money_names = [(fold(n), _money(code)) for code, row in money.items() for n in row[lang]]
    money_names += [(f, _money(code)) for word, code in words["money"].items() for f in _plurals(fold(word))]
    minor = [(f, _money(name)) for word, name in words["minor_money"].items() for f in _plurals(fold(word))]
    return Units(
        names=Tree(names),
        symbols=Tree([(s, unit(name)) for name, row in rows.items() for s in row["symbols"]], exact=True),
        money_names=Tree(list(dict(money_names).items())),
        money_signs=Tree(signs + list(_more_signs()), exact=True),
        codes=frozenset(money) | {"RMB", "BTC", "ETH"},
        minor=Tree(minor),
    )


def _letters(sign: str) -> bool:
    return len(sign) < 3 and sign.isascii() and sign.isalpha()


def _money(code: str) -> Unit:
    return Unit(name=code, dimension=MONEY)


def _more_signs() -> list[tuple[str, Unit]]:
    """Signs of daily use that CLDR doesn't list for these two languages."""
    pairs = {
        "USD": ("$", "US$", "$US", "U.S.$", "$ US"),
        "EUR": ("€",),
        "GBP": ("£", "£UK"),
        "JPY": ("¥", "円"),
        "CNY": ("元", "RMB", "CN¥"),
        "CAD": ("C$", "CA$", "CAD$", "$CA", "$CAN", "Can$", "$ CA"),
        "AUD": ("A$", "AU$", "$A", "AUD$"),
        "NZD": ("NZ$", "nzd$", "NZD$", "$NZ"),
        "HKD": ("HK$", "$HK"),
        "SGD": ("S$",),
        "BRL": ("R$",),
        "TWD": ("NT$",),
        "INR": ("₹",),
        "KRW": ("₩",),
        "RUB": ("₽", "руб"),
        "TRY": ("₺", "TL"),
        "PLN": ("zł",),
        "CZK": ("Kč",),
        "ILS": ("₪", "NIS"),
        "UAH": ("₴",),
        "NGN": ("₦",),
        "PHP": ("₱",),
        "VND": ("₫",),
        "CRC": ("₡",),
        "THB": ("฿",),
        "MYR": ("RM",),
        "IDR": ("Rp",),
        "MNT": ("₮",),
        "LAK": ("₭",),
        "XOF": ("FCFA", "F CFA", "CFA"),
        "BTC": ("₿",),
        "HUF": ("Ft",),
        "GEL": ("₾",),
        "MXN": ("Mex$", "MX$"),
        "rupee": ("Rs", "₨"),
        "kr": ("kr",),
    }
    return [(sign, _money(code)) for code, signs in pairs.items() for sign in signs]


def _factor(text: str) -> Fraction:
    return Fraction(text)


@cache
def _bases() -> dict[str, str]:
    """The base unit of each dimension: the first one listed with that dimension."""
    bases: dict[str, str] = {}
    for name, row in theme("units").items():
        if "dimension" in row:
            bases.setdefault(row["dimension"], name)
    return bases


@cache
def unit_factor(name: str | None) -> Decimal | None:
    """How many base units one `name` is, or None for money, nouns, and units with an offset."""
    row = theme("units").get(name or "")
    if row is None or "factor" not in row or "offset" in row:
        return None
    factor = _factor(row["factor"])
    return Decimal(factor.numerator) / Decimal(factor.denominator)


def to_base(quantity: Quantity) -> tuple[Interval, str | None]:
    """The bounds of `quantity` in the base unit of its dimension, and that unit.

    Money, counted nouns and bare figures are their own base. "62 mph" and "100 km/h" become metres a second.
    """
    row = theme("units").get(quantity.unit or "")
    if row is None or "factor" not in row:
        return quantity.bounds, quantity.unit
    base, factor = _bases()[row["dimension"]], _factor(row["factor"])
    offset, scale = Decimal(row.get("offset", 0)), Decimal(factor.numerator) / Decimal(factor.denominator)
    bounds = quantity.bounds
    if offset:
        bounds = Interval(
            low=None if bounds.low is None else bounds.low + offset,
            high=None if bounds.high is None else bounds.high + offset,
            low_inclusive=bounds.low_inclusive,
            high_inclusive=bounds.high_inclusive,
        )
    return bounds.scaled(scale), base
