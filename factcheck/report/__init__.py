"""What was found, as text: one module a format, imported when asked for.

Each module has `render(sheet, screen)`; the formats for people add `render_findings(findings, screen)`,
since a finding is read as a block with both quotes and not as a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.report.screen import Screen

if TYPE_CHECKING:
    from factcheck.model import Article, Claim, Finding, Verdict
    from factcheck.report.annotations import Annotations
    from factcheck.report.sheet import Sheet


class Format(StrEnum):
    """The formats of a report; each is a module of this package."""

    TABLE = "table"
    NDJSON = "ndjson"
    JSON = "json"
    CSV = "csv"
    YAML = "yaml"
    MD = "md"
    HTML = "html"


class AnnotationFormat(StrEnum):
    """The formats that build servers show beside the lines; each is a module of this package."""

    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"
    RDJSON = "rdjson"


_FINDINGS_AS_BLOCKS = frozenset({Format.TABLE, Format.MD, Format.HTML})
_A_FILE = Screen()


def render_sheet(sheet: Sheet, format: str, *, screen: Screen = _A_FILE) -> Iterable[str]:
    """Any sheet in `format`, in pieces to write one after the other."""
    pieces: Iterable[str] = import_module(f"factcheck.report.{Format(format)}").render(sheet, screen)
    return pieces


def render_claims(claims: Sequence[Claim], format: str, *, screen: Screen = _A_FILE) -> Iterable[str]:
    """The claims in `format`."""
    from factcheck.report.sheet import claims_sheet

    return render_sheet(claims_sheet(claims), format, screen=screen)


def render_findings(findings: Sequence[Finding], format: str, *, screen: Screen = _A_FILE) -> Iterable[str]:
    """The findings in `format`; for people, as blocks with both quotes and their focus."""
    if Format(format) in _FINDINGS_AS_BLOCKS:
        module = import_module(f"factcheck.report.{Format(format)}")
        pieces: Iterable[str] = module.render_findings(findings, screen)
        return pieces
    from factcheck.report.sheet import findings_sheet

    return render_sheet(findings_sheet(findings), format, screen=screen)


def render_annotations(page: Annotations, format: str) -> Iterable[str]:
    """The annotations of a check or a comparison in a build server's `format`."""
    module = import_module(f"factcheck.report.{AnnotationFormat(format)}")
    pieces: Iterable[str] = module.render(page)
    return pieces


def render_texts(articles: Sequence[Article], format: str, *, screen: Screen = _A_FILE) -> Iterable[str]:
    """The text that offsets count in: to the letter, but harmless where a terminal would obey it."""
    if Format(format) is not Format.TABLE:
        from factcheck.report.sheet import texts_sheet

        return render_sheet(texts_sheet(articles), format, screen=screen)
    from factcheck.report.inline import several_texts

    return several_texts([(article.id, article.text) for article in articles], exact=not screen.terminal)


def render_verdict(a: str, b: str, verdict: Verdict, format: str, *, screen: Screen = _A_FILE) -> Iterable[str]:
    """What `compare` says of two sentences; for a person, one line."""
    if Format(format) is Format.TABLE:
        from factcheck.report.inline import flat

        kind = f", {verdict.kind}" if verdict.kind else ""
        return [flat(f"{verdict.label} ({verdict.score:.2f}{kind}): {verdict.why}") + "\n"]
    from factcheck.report.sheet import verdict_sheet

    return render_sheet(verdict_sheet(a, b, verdict), format, screen=screen)


def render_page(articles: Sequence[Article], claims: Sequence[Claim], findings: Sequence[Finding]) -> Iterable[str]:
    """The whole report as one self-contained HTML page: conflicts side by side, sources, claims."""
    from factcheck.report.html import page

    return page(articles, claims, findings)
