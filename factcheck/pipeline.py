"""The road from paths to claims to findings, composed of the modules that do the work.

Every stage sorts by source and offset, so neither the order of the files nor the number of jobs shows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import articles as articles_
from factcheck import claims as claims_
from factcheck import nlp
from factcheck.cache import FOLDER, Cache
from factcheck.facts import read
from factcheck.findings import Judge
from factcheck.model import Article, Claim, Finding
from factcheck.origins import origins
from factcheck.pairing import pair

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a run may be told: the language (`auto` looks), worker processes, whether to keep parses on disk."""

    lang: str = "auto"
    jobs: int = 1
    cache: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The articles of a run and their claims; `notes` are lines for people (skipped files, missing models)."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a comparison of articles gave. `pairs` counts the claim pairs that were looked at."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    pairs: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How two sentences stand to each other: `contradiction`, `neutral` or `not_contradiction`."""

    label: str
    score: float
    kind: str | None
    why: str
    findings: tuple[Finding, ...] = ()


def documents(paths: Sequence[str], *, options: Options | None = None) -> tuple[Article, ...]:
    """The articles behind `paths` (files, folders, globs, `-`), sorted; a `SourceError` where there is none."""
    return articles_.load(paths, (options or Options()).lang)


def extract(paths: Sequence[str], *, options: Options | None = None, progress: Progress | None = None) -> Extraction:
    """The claims of the documents behind `paths`."""
    chosen = options or Options()
    found = articles_.read(paths, chosen.lang)
    cache = Cache(Path(FOLDER)) if chosen.cache else None
    claims = claims_.extract(found.articles, cache=cache, progress=progress)
    missing = sorted({note for claim in claims if (note := nlp.missing_model(claim.lang))})
    return Extraction(articles=found.articles, claims=claims, notes=(*found.notes, *missing))


def conflicts(
    paths: Sequence[str],
    *,
    options: Options | None = None,
    explained: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Where the documents behind `paths` disagree, with each other and inside; with `explained`, near misses too."""
    extraction = extract(paths, options=options, progress=progress)
    return disagreements(extraction.articles, extraction.claims, explained=explained, notes=extraction.notes)


def disagreements(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    *,
    explained: bool = False,
    notes: Sequence[str] = (),
) -> Outcome:
    """`conflicts` for articles and claims at hand."""
    met = pair(read(claims))
    findings = Judge(articles, origins(articles)).findings(met.pairs, explained=explained)
    capped = [f"too many claims share “{name}”: not compared over it" for name in met.capped]
    return Outcome(
        articles=tuple(articles),
        claims=tuple(claims),
        findings=findings,
        pairs=len(met.pairs),
        notes=(*notes, *capped),
    )
