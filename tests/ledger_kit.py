"""What the ledger's tests share: a small reader of figures, and a ledger with two articles to work on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from factcheck.interval import Interval
from factcheck.ledger import CheckReport, check
from factcheck.ledger.drafting import draft
from factcheck.ledger.emit import write_whole
from factcheck.ledger.problems import one_line
from factcheck.ledger.sealing import pinned, sealed_text
from factcheck.model import (
    Article,
    Claim,
    Finding,
    Focus,
    Kind,
    Modality,
    Polarity,
    Quantity,
    Sentence,
    Severity,
    Side,
)

_FIGURE = re.compile(r"(?P<n>\d+(?:,\d+)?)(?: (?P<s>millions?|milliards?))?(?: d'| de | )?(?P<u>euros|élus|mètres)?")
_SCALES = {"million": 6, "millions": 6, "milliard": 9, "milliards": 9}
_UNITS = {"euros": "EUR", "élus": "élu", "mètres": "metre"}


def figures(text: str, lang: str) -> Iterator[Quantity]:
    """A stand-in for the real grammar, so that these tests hang on the ledger alone."""
    for match in _FIGURE.finditer(text.replace("’", "'").replace("\u00a0", " ")):
        value = Decimal(match["n"].replace(",", ".")).scaleb(_SCALES.get(match["s"] or "", 0))
        yield Quantity(
            text=match.group().strip(),
            start=match.start(),
            end=match.end(),
            bounds=Interval.point(value),
            value=value,
            unit=_UNITS.get(match["u"] or ""),
            dimension=None,
            digits=2,
        )


GAZETTE = """Le pont de Vernes coûte 3,5 millions d'euros

Le conseil a voté mardi : 38 élus ont approuvé le pont. « Il ne sera pas payant », a promis la maire.
Long de 120 mètres, il remplacera le bac en mars.
"""

POST = """Vernes aura son pont

Le chantier est estimé à 4 millions d’euros. Le pont sera payant, selon l'opposition.
"""

LEDGER = """\
# yaml-language-server: $schema=factcheck/schema/claims.schema.json
version: 1
watch: [articles]
sources:
  gazette:
    path: articles/gazette.txt   # the town's paper
    title: Le pont de Vernes coûte 3,5 millions d'euros
    published: 2025-03-04
    lang: fr
  post: {path: articles/post.txt, lang: fr, published: 2025-03-05}
claims:
  - id: bridge-vote
    statement: 38 élus ont approuvé le pont.
    verdict: supported
    value: {amount: 38, unit: élu}
    evidence:
      - {source: gazette, quote: "38 élus ont approuvé le pont"}
    reviewed: {by: Ana, on: 2025-03-10, note: minutes read}
  - id: bridge-cost
    statement: "Le pont coûte 3,5 millions d'euros."
    verdict: disputed
    value: {amount: 3.5e6, unit: EUR}
    evidence:
      - source: gazette
        quote: Le pont de Vernes coûte 3,5 millions d'euros
      - {source: post, quote: "4 millions d'euros"}
    reviewed:
      by: Ana
      on: 2025-03-10
  # a promise, not a fact yet
  - id: bridge-toll
    statement: Le pont ne sera pas payant.
    verdict: unverified
    evidence:
      - {source: gazette, quote: "Il ne sera pas payant"}
conflicts:
  - key: c0ffee000001
    between:
      - {source: gazette, quote: "Le pont de Vernes coûte 3,5 millions d'euros"}
      - {source: post, quote: "Le chantier est estimé à 4 millions d'euros."}
    kind: numeric
    state: accepted
    reason: The Post rounds up.
"""


def side(source: str, text: str, focus: str) -> Side:
    """One side of a finding."""
    return Side(
        source=source,
        claim="x",
        start=0,
        end=len(text),
        line=1,
        text=text,
        focus=Focus(start=0, end=len(focus), text=focus),
    )


COST = Finding(
    id="c0ffee000001",
    kind=Kind.NUMERIC,
    rule="Q1",
    severity=Severity.CONFLICT,
    score=0.9,
    a=side("gazette", "Le pont de Vernes coûte 3,5 millions d'euros", "3,5 millions d'euros"),
    b=side("post", "Le chantier est estimé à 4 millions d’euros.", "4 millions d’euros"),
    why="3.5 million EUR against 4 million EUR",
)


def write_town(folder: Path) -> Path:
    """The two articles and their pinned, sealed ledger in `folder`; gives the ledger's path."""
    (folder / "articles").mkdir()
    (folder / "articles/gazette.txt").write_text(GAZETTE, encoding="utf-8", newline="")
    (folder / "articles/post.txt").write_text(POST, encoding="utf-8", newline="")
    path = folder / "claims.yaml"
    path.write_text(sealed_text(path, pinned(path, LEDGER)), encoding="utf-8", newline="")
    return path


def write_draft(folder: Path) -> tuple[Path, str]:
    """A ledger drafted from the town's articles, two claims and their conflict; its path and text."""
    path = write_town(folder)
    articles = [
        Article(
            id=str(folder / f"articles/{name}.txt"), text=text, lang="fr", path=str(folder / f"articles/{name}.txt")
        )
        for name, text in (("post", POST), ("gazette", GAZETTE))
    ]
    cost = Quantity(
        text="3,5 millions d'euros",
        start=24,
        end=44,
        bounds=Interval.point(Decimal(3500000)),
        value=Decimal("3.5e6"),
        unit="EUR",
        dimension="money",
        digits=2,
    )
    claims = [
        _claim(articles[1], "Le pont de Vernes coûte 3,5 millions d'euros", (cost,)),
        _claim(articles[0], "Le pont sera payant, selon l'opposition.", ()),
    ]
    finding = replace(COST, a=replace(COST.a, source=articles[1].id), b=replace(COST.b, source=articles[0].id))
    hidden = replace(finding, id="c0ffee000002", severity=Severity.EXPLAINED)
    text = draft(articles, claims, [finding, hidden], path=path, watch=["articles"])
    write_whole(path, text)
    return path, text


def _claim(article: Article, text: str, quantities: tuple[Quantity, ...]) -> Claim:
    start = article.text.index(text)
    end = start + len(text)
    return Claim(
        id="x",
        source=article.id,
        start=start,
        end=end,
        line=1,
        text=text,
        lang="fr",
        section=None,
        score=0.5,
        modality=Modality.ASSERTED,
        polarity=Polarity.AFFIRMED,
        sentence=Sentence(start=start, end=end, text=text, lang="fr", paragraph=0),
        quantities=quantities,
    )


def checked(path: Path, findings: tuple[Finding, ...] | None = (COST,)) -> CheckReport:
    """The report on `path`, with `findings` as what an analysis would find."""
    return check(path, quantities=figures, analyse=None if findings is None else lambda articles: findings)


def lines(report: CheckReport) -> list[str]:
    """The report's problems as printed, with the ledger named as `claims.yaml`."""
    return [one_line(Path("claims.yaml"), found) for found in report.problems]
