"""`ledger init`: a first ledger from articles, their claims and their conflicts, as canonical YAML."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.ledger.anchors import Anchored, Outcome
from factcheck.ledger.emit import flow, scalar
from factcheck.ledger.model import Quote
from factcheck.ledger.sealing import sealed_text
from factcheck.model import Article, Claim, Finding, Severity, Side
from factcheck.records import json_text
from factcheck.text import fold, inert, strip_accents
from factcheck.yamlfile import NOWHERE

MODELINE = "# yaml-language-server: $schema=factcheck/schema/claims.schema.json"
_ID_WORDS = 7
Texts = dict[str, Anchored]
_NOT_ID = re.compile(r"[^a-z0-9]+")


def draft(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    findings: Sequence[Finding],
    *,
    path: Path,
    watch: Sequence[str] = (),
) -> str:
    """The text of a new ledger to stand at `path`: all claims unverified, all conflicts open.

    Each article's `path` must be a file below the ledger's folder. Explained findings are left out, and of a
    sentence that an article repeats all but the first.
    """
    folder = path.parent
    articles = sorted(articles, key=lambda a: a.id)
    texts = {article.id: Anchored(article.text) for article in articles}
    ids = named((a.id, title(a)) for a in articles)
    lines = [MODELINE, "version: 1"]
    if watch:
        lines.append(f"watch: [{', '.join(scalar(name) for name in watch)}]")
    lines += ["sources:" if articles else "sources: {}"]
    for article in articles:
        lines += source_lines(article, ids, folder)
    claims = list({(claim.source, fold(claim.text)): claim for claim in reversed(claims)}.values())[::-1]
    lines += ["claims:" if claims else "claims: []"]
    names = named((str(n), " ".join(fold(c.text).split()[:_ID_WORDS])) for n, c in enumerate(claims))
    for number, claim in enumerate(claims):
        lines += _claim(claim, names[str(number)], ids, texts)
    shown = [f for f in findings if f.severity is not Severity.EXPLAINED]
    lines += ["conflicts:" if shown else "conflicts: []"]
    for finding in shown:
        lines += conflict_lines(finding, ids, texts)
    return sealed_text(path, "\n".join(lines) + "\n")


def title(article: Article) -> str:
    """What a source is called after: the name of its file, and of the part of it that it is."""
    return f"{Path(article.path or article.id).stem} {article.part}"


def named(titles: Iterable[tuple[str, str]], used: Collection[str] = ()) -> dict[str, str]:
    """A readable id for each key, made of its title and not among `used`; a number tells namesakes apart."""
    names: dict[str, str] = {}
    taken = set(used)
    for key, title in titles:
        base = _NOT_ID.sub("-", strip_accents(title).lower()).strip("-")[:60].rstrip("-") or "entry"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        names[key] = name
    return names


def source_lines(article: Article, ids: dict[str, str], folder: Path) -> Iterator[str]:
    """The lines of a source's entry; `ids` gives each article's id in the ledger."""
    file = Path(article.path)
    relative = Path(os.path.relpath(str(file), str(folder))).as_posix()
    if relative.startswith("../"):
        raise UsageError(f"{article.path}: not below the ledger's folder; put the ledger beside or above it")
    yield f"  {scalar(ids[article.id])}:"
    yield f"    path: {scalar(f'{relative}#{article.part}' if article.part else relative)}"
    known = (("title", article.title), ("publisher", article.publisher), ("url", article.url))
    for key, value in known:
        if value:
            yield f"    {key}: {scalar(value)}"
    if article.published:
        yield f"    published: {article.published.isoformat()}"
    if article.lang in ("fr", "en"):
        yield f"    lang: {article.lang}"
    yield f"    sha256: {hashlib.sha256(file.read_bytes()).hexdigest()}"
    origins = [ids.get(origin, origin) for origin in article.derived_from]
    yield f"    derived_from: [{', '.join(scalar(o) for o in origins if _known(o, ids))}]"


def _known(origin: str, ids: dict[str, str]) -> bool:
    """Whether a ledger may name `origin`: another of its sources, or a URL."""
    return "://" in origin or origin in ids.values()


def _claim(claim: Claim, name: str, ids: dict[str, str], texts: Texts) -> Iterator[str]:
    words = " ".join(claim.text.split())
    yield f"  - id: {scalar(name)}"
    yield f"    statement: {scalar(words)}"
    yield "    verdict: unverified"
    figures = [q for q in claim.quantities if q.value is not None and q.digits is not None]
    if len(figures) == 1 and len(claim.quantities) == 1 and figures[0].value is not None:
        unit = {"unit": scalar(figures[0].unit)} if figures[0].unit else {}
        yield f"    value: {flow({'amount': _amount(figures[0].value), **unit})}"
    yield "    evidence:"
    yield f"      - {_quote(claim, ids, texts)}"


def _quote(part: Claim | Side, ids: dict[str, str], texts: Texts) -> str:
    """The words of `part`; where they cut a word of the source in two, with their offsets."""
    words = " ".join(part.text.split())
    record = {"source": scalar(ids[part.source]), "quote": json_text(words)}
    found = texts[part.source].find(Quote(source=part.source, text=words, mark=NOWHERE))
    if found.outcome not in (Outcome.EXACT, Outcome.REFORMATTED):
        record |= {"start": str(part.start), "end": str(part.end)}
    return flow(record)


def conflict_lines(finding: Finding, ids: dict[str, str], texts: Texts) -> Iterator[str]:
    """The lines of an open conflict's entry, with the reason it was found as a comment."""
    yield f"  - key: {scalar(finding.id)}"
    yield f"    # {inert(' '.join(finding.why.split()))}"
    yield "    between:"
    for side in (finding.a, finding.b):
        yield f"      - {_quote(side, ids, texts)}"
    yield f"    kind: {finding.kind.value}"
    yield "    state: open"


def _amount(value: Decimal) -> str:
    """`value` as a YAML number: written out up to a quadrillion, with an exponent beyond."""
    plain = value.normalize()
    if -6 <= plain.adjusted() <= 15:
        return format(plain, "f")
    return f"{plain:e}".replace("E", "e")
