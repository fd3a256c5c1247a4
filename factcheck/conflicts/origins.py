"""Who repeats whom: articles that translate, retell or reprint another are one origin with it.

Four signs count: what `derived_from` says, an agency credited as the author, a text that is mostly another's, and
another article of the run named as the paper that is retold. A mere citation ("selon l'AFP", "told the BBC") is none:
two reporters of one event quote the same people, and merging them would hide a second witness.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from urllib.parse import urlsplit
from zlib import crc32

from factcheck.documents.agency import agencies, credited_to, either, words
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Article
from factcheck.text import fold

# So many words in a row are hardly written twice by chance; names, titles and set phrases are shorter.
_SHINGLE = 8
# A text is a reprint where half of the shorter one's own words stand in the other: two reports that both draw on an
# agency's first paragraphs share less.
_REPRINT = 0.5
# Fewer shingles (a lead of some twenty words) prove nothing.
_FEWEST = 8
# Longer texts look for partners by one shingle in `_SAMPLE`; candidates are then compared by all of them.
_LONG, _SAMPLE = 200, 8
# What more articles hold than this is a page's furniture or a much printed dispatch: neighbours are enough.
_COMMON = 20

# A paper named so early is what the article is about; later it takes a second time.
_OPENING = 800
# Around the name, so much text is looked through for names and figures of the article it may retell.
_AROUND = 250
_MARKS = 3

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r'"[^"]{0,600}"')
_SOURCE = re.compile(r"(?i)\bsources?\s*:?\s*(https?://\S+)")
_MARK = re.compile(r"\d[\d.,]*\d|[A-ZÀ-Ý][\w-]{3,}")

Joint = tuple[str, str]


def origins(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> id of its origin: the smallest id of all that are joined.

    `derived_from` may name another article by its id, file name, or URL; articles derived from one and the same
    outside source, or credited to one agency, share an origin too.
    """
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for finder in (_derived, _credited, _reprinted, _retold):
        for one, other in finder(articles):
            left, right = find(one), find(other)
            parent[max(left, right)] = min(left, right)
    return {article.id: find(article.id) for article in articles}


def _derived(articles: Sequence[Article]) -> Iterator[Joint]:
    """What is known of who retells whom."""
    names = {alias: article.id for article in articles for alias in _aliases(article)}
    for article in articles:
        for origin in article.derived_from:
            yield article.id, names.get(origin, origin)


def _aliases(article: Article) -> Iterable[str]:
    """The names under which other articles may cite this one."""
    path = article.path or article.id
    stem = path.rsplit("/", 1)[-1]
    return filter(None, (article.id, path, stem, stem.rsplit(".", 1)[0], article.url))


# --- agencies -----------------------------------------------------------------------------------------


def _credited(articles: Sequence[Article]) -> Iterator[Joint]:
    """Articles whose byline, dateline or sign-off is one agency's."""
    for article in articles:
        agency = credited_to(article)
        if agency is not None:
            yield article.id, f"agency:{agency}"


# --- texts --------------------------------------------------------------------------------------------


def _reprinted(articles: Sequence[Article]) -> Iterator[Joint]:
    """Articles of which one's own words are mostly the other's."""
    shingles = [_shingles(article.text) for article in articles]
    for i, j in sorted(_candidates(shingles)):
        fewest = min(len(shingles[i]), len(shingles[j]))
        if fewest >= _FEWEST and len(shingles[i] & shingles[j]) >= _REPRINT * fewest:
            yield articles[i].id, articles[j].id


def _shingles(text: str) -> frozenset[int]:
    """The runs of words of a text, as numbers. Quotes are left out: reporters of one event quote alike."""
    found: set[int] = set()
    for paragraph in text.split("\n"):
        words = _WORD.findall(_QUOTED.sub(" ", fold(paragraph).lower()))
        runs = range(len(words) - _SHINGLE + 1)
        found.update(crc32(" ".join(words[i : i + _SHINGLE]).encode("utf-8", "replace")) for i in runs)
    return frozenset(found)


def _candidates(shingles: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    """The pairs of texts that share a shingle, found without looking at all pairs."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, found in enumerate(shingles):
        for shingle in found:
            if len(found) <= _LONG or shingle % _SAMPLE == 0:
                holders[shingle].append(i)
    pairs: set[tuple[int, int]] = set()
    for held in holders.values():
        pairs.update(combinations(held, 2) if len(held) <= _COMMON else pairwise(held))
    return pairs


# --- papers -------------------------------------------------------------------------------------------


def _retold(articles: Sequence[Article]) -> Iterator[Joint]:
    """Articles that name another one's paper as what they retell, or give its address as their source."""
    papers = {article.id: _names(article) for article in articles}
    known = sorted({name for names in papers.values() for name in names})
    by_url = {article.url: article.id for article in articles if article.url}
    marks = {article.id: frozenset(_MARK.findall(fold(article.text))) for article in articles if papers[article.id]}
    for article in articles:
        text = fold(article.text)
        yield from ((article.id, by_url[url]) for url in _SOURCE.findall(text) if url in by_url)
        cited = {name: _citations(text, name) for name in known if name in text and name not in papers[article.id]}
        cited = {name: places for name, places in cited.items() if len(places) > 1 or _opens(places)}
        others = [a for a in articles if a is not article and papers[a.id] & cited.keys()]
        nearest = {a.id: _shared(text, cited, papers[a.id], marks[a.id]) for a in others}
        best = max(nearest, key=lambda key: (nearest[key], key), default=None)
        # Who names several papers puts together a report of his own.
        if best is not None and nearest[best] >= _MARKS and papers[best] >= cited.keys():
            yield article.id, best


def _names(article: Article) -> frozenset[str]:
    """The names under which an article's paper is cited; agencies are not retold but reprinted."""
    host = (urlsplit(article.url or "").hostname or "").removeprefix("www.").split(".")[0]
    publisher = (article.publisher or "").removeprefix("www.")
    plain = re.sub(rf"^(?i:{either(words('articles'))})\s*(?=[A-ZÀ-Ý0-9])", "", fold(publisher))
    if plain in agencies() or len(plain) == 1:
        return frozenset()
    known = _papers().get(plain) or _papers().get(plain.split(".")[0]) or _papers().get(host) or frozenset()
    return known | ({plain} if plain and "." not in plain else frozenset())


@cache
def _papers() -> dict[str, frozenset[str]]:
    """Any name of a well-known paper -> all its names."""
    themes = (theme("origins", lang)["papers"] for lang in LANGUAGES)
    return {name: frozenset(names) for papers in themes for names in papers.values() for name in names}


def _citations(text: str, name: str) -> list[int]:
    """Where a folded text names a paper as what it retells."""
    return [match.start() for match in _citing(name).finditer(text)]


@cache
def _citing(name: str) -> re.Pattern[str]:
    paper = rf"(?<!\w){re.escape(name)}(?!\w)"
    between = rf"(?:\s*(?i:{either(words('articles'))})(?=[\s'A-ZÀ-Ý]))*"
    before, after = either(words("before")), either(words("after"))
    return re.compile(rf"(?<!\w)(?i:{before}){between}\s*{paper}|{paper}\s+(?:{after})(?!\w)")


def _opens(places: Sequence[int]) -> bool:
    """Whether the first citation stands where an article says what it is about."""
    return bool(places) and places[0] < _OPENING


def _shared(text: str, cited: dict[str, list[int]], names: frozenset[str], marks: frozenset[str]) -> int:
    """How many names and figures around the citations stand in the article of the paper cited."""
    places = [place for name in names & cited.keys() for place in cited[name]]
    around = {mark for at in places for mark in _MARK.findall(text[max(0, at - _AROUND) : at + _AROUND])}
    own = {word for name in names for word in name.split()}
    return len((around & marks) - own)
