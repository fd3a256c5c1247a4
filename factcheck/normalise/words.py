"""The lexicon around figures, of one language: bounds, ranges, shares, rates, comparisons."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.lang import theme
from factcheck.model import Qualifier
from factcheck.normalise.spaces import fold
from factcheck.normalise.tokens import Tree, reverse


class Change(NamedTuple):
    """What a word like "doublé" does: the factor, and "up" or "down"."""

    value: Decimal
    direction: str


class Few(NamedTuple):
    """How many a word like "quelques" says: the usual reading, and its bounds."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None


class Words:
    """The phrases of `lang/<lang>/quantities.yaml` as lookup trees. Every phrase is folded."""

    def __init__(self, lang: str) -> None:
        """Read and fold the language's file."""
        rows = theme("quantities", lang)
        self.about = Decimal(rows["about_width"])
        self.collective = Decimal(rows["collective_width"])
        self.before = Tree(
            [(reverse(f), Qualifier(q)) for q, ps in rows["before"].items() for p in ps for f in _elided(p)]
        )
        self.after = Tree([(fold(p), Qualifier(q)) for q, ps in rows["after"].items() for p in ps])
        self.range_links = frozenset(rows["range_links"])
        self.times_by = Tree([(fold(p), row["direction"]) for p, row in rows["times_by"].items()])
        self.changes = {fold(w): Change(Decimal(row["value"]), row["direction"]) for w, row in rows["changes"].items()}
        self.whole = _phrases(rows["whole_words"])
        self.out_of = _phrases(rows["out_of"])
        self.among = _phrases(rows["among"])
        self.per = _phrases([*rows["per_words"]])
        self.per_time = _phrases([*rows["per_times"]])
        self.change_openers = Tree([(reverse(fold(p)), True) for p in rows["change_openers"]])
        self.bare_ages = rows["bare_ages"] == "true"
        self.person: str = rows["person"]
        self.share: str = rows["shares"][0]
        self.people = _phrases(_crossed(rows["people_subjects"], rows["people_verbs"]) + rows["people_words"])
        self.below_zero = _phrases(rows["below_zero"])
        self.few = Tree(
            [(fold(p), Few(*(_decimal(row.get(k)) for k in Few._fields))) for p, row in rows["few"].items()]
        )
        self.entire = _phrases(rows["entire"])
        self.sets = {k: frozenset(fold(w) for w in v) for k, v in rows.items() if isinstance(v, list)}


def _decimal(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def _crossed(firsts: list[str], seconds: list[str]) -> list[str]:
    """Every first phrase before every second one: "were" and "have been" before "killed", "injured"."""
    return [f"{a} {b}" for a in firsts for b in seconds]


def _phrases(phrases: Iterable[str]) -> Tree[bool]:
    return Tree([(fold(p), True) for p in phrases])


def _elided(phrase: str) -> list[str]:
    """A phrase ending in "de" or "à" also before an article and a vowel: "près d'", "plus des"."""
    folded = fold(phrase)
    if folded.endswith(" de"):
        stem = folded[:-2]
        return [folded, stem + "d'", stem + "des", stem + "du", stem + "de la", stem + "de l'"]
    if folded.endswith(" a"):
        return [folded, folded + "ux", folded + "u"]
    return [folded]


@cache
def words(lang: str) -> Words:
    """The words around figures in `lang`, read once."""
    return Words(lang)
