"""Who repeats whom: articles that translate, retell or reprint another are one origin with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Article


def origins(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> id of its origin: the smallest id of all that are joined by `derived_from`.

    `derived_from` may name another article by its id, file name, or URL; articles derived from one and
    the same outside source share an origin too.
    """
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    names = {alias: article.id for article in articles for alias in _aliases(article)}
    for article in articles:
        for origin in article.derived_from:
            left, right = find(article.id), find(names.get(origin, origin))
            parent[max(left, right)] = min(left, right)
    return {article.id: find(article.id) for article in articles}


def _aliases(article: Article) -> Iterable[str]:
    """The names under which other articles may cite this one."""
    path = article.path or article.id
    stem = path.rsplit("/", 1)[-1]
    return filter(None, (article.id, path, stem, stem.rsplit(".", 1)[0], article.url))
