"""The road from paths to claims to findings, composed of the modules that do the work.

Every stage sorts by source and offset, so neither the order of the files nor the number of jobs shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import claims as claims_
from factcheck import ledger
from factcheck.conflicts import agreements as agreements_
from factcheck.conflicts.findings import Judge, floor_of
from factcheck.conflicts.inference import Backend, Opinion
from factcheck.conflicts.meeting import Pair
from factcheck.conflicts.origins import origins
from factcheck.documents import articles as articles_
from factcheck.errors import YamlError
from factcheck.facts import read
from factcheck.model import Article, Claim, Finding, Severity, Verdict
from factcheck.parse import nlp
from factcheck.parse.cache import FOLDER, Cache

# Of pairs held side by side in which no rule finds anything, this share contradicts all the same (885 of 3,193 in
# the nine labelled sets the scores are measured on): silence is no proof of agreement.
UNFOUND = 0.28
# What is known of the documents of a folder may stand in the ledger they are reviewed in.
LEDGER = Path("claims.yaml")

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a run may be told: the language (`auto` looks), worker processes, whether to keep parses on disk.

    `text_field` names the field of JSON and CSV records that holds their text; by default the usual names are tried.
    `nli` is the folder of an inference model to ask as well, or a model at hand.
    """

    lang: str = "auto"
    jobs: int = 1
    cache: bool = True
    text_field: str | None = None
    nli: str | Backend | None = None


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
class Agreed:
    """What several articles say alike."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    agreements: tuple[agreements_.Agreement, ...]
    notes: tuple[str, ...] = ()


def documents(paths: Sequence[str], *, options: Options | None = None) -> tuple[Article, ...]:
    """The articles behind `paths` (files, folders, globs, `-`), sorted; a `SourceError` where there is none."""
    chosen = options or Options()
    return articles_.load(paths, chosen.lang, text_field=chosen.text_field)


def sources(
    paths: Sequence[str], *, options: Options | None = None, progress: Progress | None = None
) -> articles_.Reading:
    """The articles behind `paths` with what is known of each and where it was found."""
    chosen = options or Options()
    return articles_.read(paths, chosen.lang, _listed(LEDGER), text_field=chosen.text_field, progress=progress)


def extract(paths: Sequence[str], *, options: Options | None = None, progress: Progress | None = None) -> Extraction:
    """The claims of the documents behind `paths`."""
    chosen = options or Options()
    found = sources(paths, options=chosen, progress=progress)
    cache = Cache(Path(FOLDER)) if chosen.cache else None
    claims = claims_.extract(found.articles, cache=cache, progress=progress, jobs=chosen.jobs)
    missing = sorted({note for claim in claims if (note := nlp.missing_model(claim.lang))})
    return Extraction(articles=found.articles, claims=claims, notes=(*found.notes, *missing))


def _listed(path: Path) -> articles_.Known:
    """What the ledger in the working folder tells of its sources; nothing where it is missing or faulty."""
    if not path.is_file():
        return {}
    try:
        sources = ledger.read(path.resolve()).sources
    except YamlError:
        return {}  # `check` says what is wrong with it
    return articles_.by_path({key: source.entry for key, source in sources.items()}, path.resolve().parent)


def conflicts(
    paths: Sequence[str],
    *,
    options: Options | None = None,
    explained: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Where the documents behind `paths` disagree, with each other and inside; with `explained`, near misses too."""
    backend = model_of((options or Options()).nli)  # before all else: what it lacks should not come to light at the end
    extraction = extract(paths, options=options, progress=progress)
    return disagreements(
        extraction.articles,
        extraction.claims,
        explained=explained,
        notes=extraction.notes,
        progress=progress,
        jobs=(options or Options()).jobs,
        opinion=Opinion(backend, progress=progress) if backend else None,
    )


def model_of(nli: str | Backend | None) -> Backend | None:
    """The inference model that a run asks: loaded from its folder, if it was named and not given."""
    if isinstance(nli, str):
        from factcheck.nli import load

        return load(Path(nli))
    return nli


def disagreements(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    *,
    explained: bool = False,
    notes: Sequence[str] = (),
    progress: Progress | None = None,
    jobs: int = 1,
    opinion: Opinion | None = None,
) -> Outcome:
    """`conflicts` for articles and claims at hand."""
    from factcheck.conflicts.pairing import pair  # brings NumPy, which extraction from the cache does without

    readings = read(claims)
    met = pair(readings, progress)
    judge = Judge(articles, origins(articles), readings, opinion=opinion)
    findings = judge.findings(met, explained=explained, jobs=jobs, progress=progress)
    cut = [f"{met.cut} claims have much in common with many others: only the nearest were compared"] if met.cut else []
    return Outcome(
        articles=tuple(articles),
        claims=tuple(claims),
        findings=findings,
        pairs=len(met),
        notes=(*notes, *cut, *(opinion.notes if opinion else ())),
    )


def agreements(paths: Sequence[str], *, options: Options | None = None, progress: Progress | None = None) -> Agreed:
    """What several of the documents behind `paths` say alike, with the number of independent origins."""
    found = extract(paths, options=options, progress=progress)
    alike, crowded = agreements_.agreements(found.articles, read(found.claims), origins(found.articles))
    cut = [f"{crowded} figures or dates are told so often that they were not compared"] if crowded else []
    return Agreed(articles=found.articles, claims=found.claims, agreements=alike, notes=(*found.notes, *cut))


def compare(a: str, b: str, *, lang: str = "auto", nli: str | Backend | None = None) -> Verdict:
    """How two sentences (or short passages) stand to each other; nothing but their own words is known of them."""
    return next(compare_all([(a, b, lang)], nli=model_of(nli)))


def compare_all(questions: Sequence[tuple[str, str, str]], *, nli: Backend | None = None) -> Iterator[Verdict]:
    """`compare` for many (a, b, lang), parsed in one go; an inference model is asked about each, within its limits."""
    sides = [
        Article(id=f"{n}.{side}", text=text, lang=articles_.guess_language(text) if lang == "auto" else lang)
        for n, (a, b, lang) in enumerate(questions)
        for side, text in (("A", a), ("B", b))
    ]
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims_.extract(sides, every=True):
        by_source[claim.source].append(claim)
    for a, b in zip(sides[::2], sides[1::2], strict=True):
        left, right = (
            read([replace(claim, source=name) for claim in by_source[side.id]]) for name, side in (("A", a), ("B", b))
        )
        articles, opinion = (replace(a, id="A"), replace(b, id="B")), Opinion(nli) if nli else None
        floor = floor_of(min(len(left), len(right)))
        judge = Judge(articles, {}, (*left, *right), floor=floor, opinion=opinion)
        met = [Pair(a=x, b=y) for x in left for y in right]
        yield _verdict(judge.findings(met, explained=True))


def _verdict(findings: tuple[Finding, ...]) -> Verdict:
    """The label that the strongest finding stands for."""
    best = findings[0] if findings else None
    if best is None:
        return Verdict(label="neutral", score=UNFOUND, kind=None, why="no rule finds a contradiction")
    label = "neutral" if best.severity is Severity.EXPLAINED else "contradiction"
    score = UNFOUND if label == "neutral" else best.score
    return Verdict(label=label, score=score, kind=best.kind, why=best.why, findings=findings)
