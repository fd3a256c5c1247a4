"""The agency that wrote an article: a byline, a dateline, a sign-off, or what is known of its author."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factcheck.lang import LANGUAGES, theme
from factcheck.model import Article
from factcheck.text import fold

# Where bylines and sign-offs stand: so many written lines from either end.
_HEAD, _TAIL = 8, 6
_LONGEST_CREDIT = 14

_WORD = re.compile(r"\w+")


def credited_to(article: Article) -> str | None:
    """The agency that wrote an article, by what is known of it or by its first and last lines; None if several did.

    >>> credited_to(Article(id="a", lang="fr", text="Un titre\\nAFP, publié le 3 mars\\nLe pont a cédé."))
    'afp'
    """
    told = {agencies()[name] for name in (article.author, article.publisher) if name in agencies()}
    lines = [line for line in map(fold, article.text.split("\n")) if line]
    head, tail = lines[:_HEAD], lines[-_TAIL:]
    found = {agency for line in head for agency in (_byline(line), _dateline(line))}
    found |= {agency for line in tail for agency in (_byline(line), _sign_off(line))}
    if lines and len(lines) > 1:
        found.add(agencies().get(lines[-1].strip("()[] .")))
    named = told or found - {None}
    return next(iter(named)) if len(named) == 1 else None


def _byline(line: str) -> str | None:
    """The agency of a line that only tells the author: "AFP, publié le …", "Par AFP", "Le Quotidien avec AFP"."""
    plain = line.strip("()[] .")
    if len(_WORD.findall(plain)) > _LONGEST_CREDIT or _pictures().search(plain):
        return None
    named = {agencies()[m.group()] for m in _agency().finditer(plain)}
    match = _patterns()["byline"].search(plain)
    return agencies()[match[match.lastindex or 0]] if match and len(named) == 1 else None


def _dateline(line: str) -> str | None:
    """The agency behind the place a dispatch opens with: "BREST (AFP) - "."""
    match = _patterns()["dateline"].match(line)
    return agencies()[match[match.lastindex or 0]] if match else None


def _sign_off(line: str) -> str | None:
    """The agency in brackets that closes an article: "… a-t-il dit. (avec AFP)"."""
    match = None if _pictures().search(line) else _patterns()["sign_off"].search(line)
    return agencies()[match[match.lastindex or 0]] if match else None


@cache
def agencies() -> dict[str, str]:
    """Name as printed -> the agency's id, of all languages: any paper may print any agency."""
    themes = (theme("origins", lang)["agencies"] for lang in LANGUAGES)
    return {name: key for agencies in themes for key, names in agencies.items() for name in names}


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(agencies())})(?!\w)")


@cache
def _pictures() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{either(words('pictures'))})(?!\w)")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """How a credit looks in a byline, a dateline and a sign-off; the agency is the last group that matched."""
    name = f"({either(agencies())})"
    by = rf"(?i:{either(words('credit'))})\s*:?\s*"
    return {
        "byline": re.compile(rf"{name}(?=\s*[,|·])|(?:\S+\s+){{0,4}}{by}{name}(?=$|\s*[,|·])"),
        "dateline": re.compile(rf"[A-ZÀ-Ý][^.!?()]{{1,60}}\({name}\)\s*[-:]"),
        "sign_off": re.compile(rf"[.!?\"]\s*\((?:{by})?{name}\)\.?$"),
    }


def words(key: str) -> list[str]:
    """The words of a list, of all languages."""
    return [word for lang in LANGUAGES for word in theme("origins", lang)[key]]


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
