"""Nobody: the words by which a language tells nobody from somebody, all from some, who from what befalls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.lang import lists, theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language that tell nobody from somebody.

    `nobody` are pronouns that deny, `anybody` those that do so under a denial, `spared` the words for those to whom
    nothing happened with the fates that they deny, `covers` the fates that "none" of a fate or noun denies besides,
    `narrowing` what leaves others ("aucun blessé grave", "no further arrests"), `all` the words for all of a group,
    `events` the nouns for what befalls, not for whom, `among` and `of` what picks out a group, `everybody` the words
    for all there are, `bodily` the fates that only people and animals meet, `of_things` words for them that things are
    told by too.
    """

    nobody: frozenset[str]
    anybody: frozenset[str]
    spared: Mapping[str, frozenset[str]]
    covers: Mapping[str, frozenset[str]]
    narrowing: frozenset[str]
    all: frozenset[str]
    events: frozenset[str]
    among: frozenset[str]
    of: frozenset[str]
    of_things: frozenset[str]
    everybody: frozenset[str]
    bodily: frozenset[str]


@cache
def told_by(lang: str) -> Words:
    """The words of a language."""
    data = theme("fates", lang)["tolls"]
    return Words(
        spared={word: frozenset(row["denies"]) for row in data["spared"].values() for word in row["words"]},
        covers={word: frozenset(row) for word, row in data["covers"].items()},
        **lists(Words, data),
    )
