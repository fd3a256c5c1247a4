"""The date words and patterns of one language, read from `lang/<lang>/dates.yaml` and compiled when needed."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Any

from factcheck.lang import theme
from factcheck.normalise.heads import DIGIT, heads
from factcheck.normalise.spaces import fold
from factcheck.normalise.tokens import Tree, reverse, split

_PLACEHOLDER = re.compile(r"\{([a-z_]+?)(2?)\}")
_SPACE = re.compile(r" (?![^\[]*\])")
_GAP = r"(?:[ \n]{1,3})"


class Pattern:
    """One form, its rule and flags; the regular expression is made when it is first needed."""

    def __init__(self, row: dict[str, str], filled: str) -> None:
        """Keep the form with its placeholders filled in."""
        self.rule, self.guard = row["rule"], row.get("guard")
        self.alone, self.weak = row.get("alone") == "yes", row.get("weak") == "yes"
        self._filled = filled

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled form; no letter or digit may follow it."""
        return re.compile(self._filled + r"(?![^\W_])")


class Dates:
    """The date words and patterns of one language."""

    def __init__(self, lang: str) -> None:
        """Read and compile the language's file."""
        rows = theme("dates", lang)
        self.rows, self.lang = rows, lang
        self.order: str = rows["order"]
        self.months = _numbered(rows["months"])
        self.weekdays = _numbered(rows["weekdays"])
        self.deixis = _numbered({**rows["deixis"]}) | _numbered(rows["deixis_alone"])
        self.ordinals = _numbered(rows["ordinals"])
        self.seasons = _keyed(rows["seasons"])
        self.parts = _keyed(rows["parts"])
        self.units = _keyed(rows["units"])
        self.small = _spelled(lang)
        self.days = {w: v for w, v in self.small.items() if 1 <= v <= 31 and len(w) > 1}
        self.days |= {fold(w): int(v) for w, v in rows["day_words"].items()}
        round_numbers = {w: v for w, v in self.small.items() if v <= 20 or v % 10 == 0}
        self.counts = round_numbers | _LOOSE_COUNTS[lang]
        self.feasts = {form: row for row in rows["feasts"] for n in row["names"] for form in _plain_too(n)}
        self.romans = {_roman(n) + end: n for n in range(1, 31) for end in rows["roman_endings"]}
        self.decades = {_flat(w): int(v) for w, v in rows["spelled_decades"].items()}
        self.sets = {
            k: frozenset(fold(w) for w in v)
            for k, v in rows.items()
            if isinstance(v, list) and k not in ("feasts", "patterns")
        }
        self.trees = {
            k: Tree([(reverse(fold(w)), True) for w in rows[k]])
            for k in ("clock_openers", "duration_openers", "before_words", "after_words", "range_openers")
        }
        self.after_suffixes, self.before_suffixes = (
            Tree([(fold(w), True) for w in rows[k]]) for k in ("after_suffixes", "before_suffixes")
        )
        self.links = Tree([(fold(w), True) for w in rows["range_links"]])
        self.flat_last = tuple(_flat(w) for w in rows["last"])
        self.flat_next = tuple(_flat(w) for w in rows["next"])
        self.future = re.compile(rows["future"])
        self.past = re.compile(rows["past"])
        links = "|".join(re.escape(fold(w)) for w in rows["range_links"])
        self.month_follows = re.compile(rf"\.?[ ]?(?:{links})[ ]?(?:{_any(self.months)})\b")
        self._phrases = self._placeholder_phrases()
        self._alternatives = self._groups()
        self.offset = re.compile(_PLACEHOLDER.sub(self._group, _SPACE.sub(lambda _: _GAP, rows["offset"])))
        self.by_head = self._patterns()
        self.starters = frozenset(self.by_head)

    def _placeholder_phrases(self) -> dict[str, list[str]]:
        """The phrases that each placeholder stands for."""
        rows = self.rows
        phrases: dict[str, Any] = {
            "weekday": self.weekdays,
            "month": self.months,
            "day": self.days,
            "num": self.counts,
            "unit": self.units,
            "last": rows["last"],
            "next": rows["next"],
            "this": rows["this"],
            "part": self.parts,
            "season": self.seasons,
            "ord": self.ordinals,
            "deixis": [w for ws in rows["deixis"].values() for w in ws],
            "deixis_alone": [w for ws in rows["deixis_alone"].values() for w in ws],
            "today": rows["today_parts"],
            "feast": self.feasts,
            "decade_word": self.decades,
            "century_word": self.days,
            "roman": self.romans,
        }
        return {name: [_flat(w) for w in words] for name, words in phrases.items()}

    def _groups(self) -> dict[str, str]:
        """The regular expression of each placeholder."""
        groups = {name: _any(phrases) for name, phrases in self._phrases.items()}
        spelled = self.rows["spelled_years"].replace("{small}", f"(?:{_any(self.small)})")
        groups["day"] = r"\d{1,2}(?!\d)|" + groups["day"]
        groups["num"] = r"\d{1,4}(?:[.,]\d)?(?!\d)|(?:" + groups["num"] + r")\b"
        return groups | {
            "year": r"[12]\d{3}(?!\d)",
            "spelled_year": rf"[12]\d{{3}}(?!\d)|(?:{spelled})\b",
            "yy": r"\d{2}(?!\d)",
        }

    def _patterns(self) -> dict[str, tuple[Pattern, ...]]:
        """The patterns that can begin with each first word, in the order of the file."""
        first_words = {name: frozenset(_head(p) for p in phrases) for name, phrases in self._phrases.items()}
        for name in ("year", "yy"):
            first_words[name] = frozenset({DIGIT})
        years = heads(self.rows["spelled_years"], first_words)
        first_words |= {"spelled_year": years | {DIGIT}, "day": first_words["day"] | {DIGIT}}
        first_words["num"] |= {DIGIT}
        by_head: dict[str, list[Pattern]] = {}
        for row in self.rows["patterns"]:
            pattern = Pattern(row, _PLACEHOLDER.sub(self._group, _SPACE.sub(lambda _: _GAP, row["form"])))
            for head in heads(row["form"], first_words):
                by_head.setdefault(head, []).append(pattern)
        return {head: tuple(patterns) for head, patterns in by_head.items()}

    def _group(self, found: re.Match[str]) -> str:
        name, second = found.groups()
        body = self._alternatives[name.removesuffix("_words")]
        if name.endswith("_words") or name in ("last", "next", "this"):
            return f"(?:{body})"
        dot = r"\.?" if name in ("weekday", "month") else ""  # abbreviations
        return f"(?P<{name.removeprefix('spelled_')}{second}>{body}){dot}"


def _head(phrase: str) -> str:
    """The first token of a phrase; all figures count as one."""
    first = split(phrase)[0]
    return DIGIT if first.isdigit() else first


_LOOSE_COUNTS = {
    "fr": {"quelques": -1, "une": 1, "un": 1},
    "en": {
        "a": 1,
        "an": 1,
        "a few": -1,
        "few": -1,
        "several": -1,
        "a couple of": 2,
        "a couple": 2,
        "couple of": 2,
        "couple": 2,
        "two": 2,
    },
}


def _roman(number: int) -> str:
    """1 to 39 in small Roman numerals."""
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (number // 10) + ones[number % 10]


def _flat(text: str) -> str:
    return fold(text).replace("-", " ")


def _plain_too(name: str) -> tuple[str, str]:
    """A feast's name, and as many write it: without its apostrophe."""
    return _flat(name), _flat(name).replace("'s ", "s ").replace("s' ", "s ")


def _numbered(rows: dict[str, list[str]]) -> dict[str, int]:
    return {_flat(word): int(number) for number, names in rows.items() for word in names}


def _keyed(rows: dict[str, list[str]]) -> dict[str, str]:
    return {_flat(word): key for key, names in rows.items() for word in names}


def _any(names: Any) -> str:
    """An alternation of phrases, longest first; a space also stands for a hyphen or a line end."""
    found = sorted({_flat(n) for n in names}, key=lambda n: (-len(n), n))
    return "|".join(re.escape(n).replace(r"\ ", r"[ \n-]{1,3}") for n in found) or "(?!)"


@cache
def _spelled(lang: str) -> dict[str, int]:
    """Every spelled number from 1 to 99 that dates may use, with its joining words."""
    rows = theme("numbers", lang)
    ones = {w: int(v) for w, v in rows["ones"].items() if int(v) > 0}
    found = dict(ones)
    for tens, base in ((w, int(v)) for w, v in rows["tens"].items()):
        found[tens] = base
        most = 19 if str(base) in rows["long_tens"] else 9
        for word, value in ones.items():
            if value <= most:
                found[f"{tens} {word}"] = base + value
                if str(value) in rows["joined_ones"]:
                    found[f"{tens} {rows['tens_joiners'][0]} {word}"] = base + value
    return {_flat(w): v for w, v in found.items()}


@cache
def dates_of(lang: str) -> Dates:
    """The dates of `lang`, read once."""
    return Dates(lang)
