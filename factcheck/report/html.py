"""One self-contained page: no script, no network, every foreign character escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from factcheck.disputes import Dispute, disputes
from factcheck.report.inline import focus_parts, one_line, plural, told
from factcheck.report.screen import Screen
from factcheck.report.sheet import Cell, Sheet, claims_sheet

if TYPE_CHECKING:
    from factcheck.model import Article, Claim, Finding, Side

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1a; --faint: #66645e; --paper: #faf9f6; --card: #ffffff;
  --line: #dddad2; --mark: #ffe79a; --conflict: #b3261e; --tension: #8a5a00; --explained: #1f6f6b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e7e1; --faint: #a3a097; --paper: #171715; --card: #21211e; --line: #3a3934;
    --mark: #6a5410; --conflict: #ff8a80; --tension: #f2bd5c; --explained: #7fd1c9; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem; background: var(--paper);
  color: var(--ink); font: 16px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: .5rem 0; } .faint { color: var(--faint); font-size: .875rem; }
article { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--faint);
  border-radius: 6px; padding: 1rem 1.25rem; margin: 1rem 0; break-inside: avoid; }
article.conflict { border-left-color: var(--conflict); } .conflict h3 b { color: var(--conflict); }
article.tension { border-left-color: var(--tension); } .tension h3 b { color: var(--tension); }
article.explained { border-left-color: var(--explained); } .explained h3 b { color: var(--explained); }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; margin: .75rem 0; }
@media (max-width: 44rem) { .sides { grid-template-columns: 1fr; gap: .75rem; } }
blockquote { margin: .25rem 0 0; font-family: Georgia, "Times New Roman", serif; font-size: 1.06rem; }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: 2px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th { text-align: left; font-weight: 600; color: var(--faint); } td.figure { text-align: right; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .75rem .4rem 0; vertical-align: top; }
details { margin: .5rem 0; } summary { cursor: pointer; font-weight: 600; }
a { color: inherit; }
"""
# Nothing may be fetched or run, even if an escape were missed.
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
"""
_FOOT = "</body>\n</html>\n"


def safe(text: object) -> str:
    """Foreign text as HTML that shows it as written, on one line.

    >>> safe('<script>"&')
    '&lt;script&gt;&quot;&amp;'
    """
    return escape(one_line(str(text))).replace("##[", "##&#91;")


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """A page with the sheet's tables alone."""
    yield _HEAD.format(title=f"factcheck: {safe(sheet.title)}", style=_STYLE)
    yield f"<h1>{safe(sheet.title.capitalize())}</h1>\n"
    yield from _groups(sheet)
    yield _FOOT


def render_findings(findings: Sequence[Finding], screen: Screen) -> Iterator[str]:
    """A page with the findings alone."""
    return page((), (), findings)


def page(articles: Sequence[Article], claims: Sequence[Claim], findings: Sequence[Finding]) -> Iterator[str]:
    """The whole report: findings side by side, the sources and who retells whom, every claim."""
    known = {article.id: article for article in articles}
    yield _HEAD.format(title="factcheck: conflicts", style=_STYLE)
    yield "<header>\n<h1>What the sources claim, and where they disagree</h1>\n"
    yield f'<p class="faint">{_summary(articles, claims, findings)}</p>\n</header>\n'
    yield "<main>\n<h2>Conflicts</h2>\n"
    if not findings:
        yield "<p>No findings.</p>\n"
    for dispute in disputes(findings):
        yield from _dispute(dispute, known)
    if articles:
        yield from _sources(articles)
    if claims:
        yield "<h2>Claims</h2>\n"
        yield from _groups(claims_sheet(claims), folded=True)
    yield f"</main>\n{_FOOT}"


def _summary(articles: Sequence[Article], claims: Sequence[Claim], findings: Sequence[Finding]) -> str:
    counts = [told(findings)]
    if articles:
        counts = [plural(len(articles), "document"), plural(len(claims), "claim"), *counts]
    return ", ".join(counts)


def _dispute(dispute: Dispute, known: dict[str, Article]) -> Iterator[str]:
    finding = dispute.first
    yield f'<article class="{finding.severity}" id="{_anchor(finding)}">\n'
    yield f"<h3><b>{finding.severity}</b> · {finding.kind}"
    yield f' <span class="faint">score {finding.score:.2f}</span></h3>\n'
    yield f"<p>{safe(finding.why)}</p>\n"
    yield f'<div class="sides">\n{_side(finding.a, known)}{_side(finding.b, known)}</div>\n'
    if finding.reconciled_by:
        yield f"<p>May be reconciled by: {', '.join(finding.reconciled_by)}.</p>\n"
    yield f'<p class="faint">Independent origins: {finding.origins[0]} and {finding.origins[1]}'
    yield f" · rule {safe(finding.rule)} · {safe(finding.id)}</p>\n"
    if dispute.repeats:
        yield f"<details><summary>The same again: {plural(len(dispute.repeats), 'finding')}</summary>\n"
        yield from (_repeat(repeat, known) for repeat in dispute.repeats)
        yield "</details>\n"
    yield "</article>\n"


def _repeat(finding: Finding, known: dict[str, Article]) -> str:
    sides = f'<div class="sides">\n{_side(finding.a, known)}{_side(finding.b, known)}</div>'
    return f'<div id="{_anchor(finding)}">\n{sides}\n<p class="faint">{safe(finding.id)}</p></div>\n'


def _anchor(finding: Finding) -> str:
    return re.sub(r"[^0-9A-Za-z_-]", "-", finding.id)


def _side(side: Side, known: dict[str, Article]) -> str:
    before, focus, after = map(safe, focus_parts(side))
    article = known.get(side.source)
    lang = f' lang="{safe(article.lang)}"' if article else ""
    marked = f"<mark>{focus}</mark>" if focus else ""
    about = f"{safe(side.source)}, line {side.line}{_credit(article)}"
    quote = f"<blockquote{lang}>{before}{marked}{after}</blockquote>"
    return f'<div><div class="faint">{about}</div>{quote}</div>\n'


def _credit(article: Article | None) -> str:
    if article is None:
        return ""
    known = (article.publisher, article.published.isoformat() if article.published else None)
    return "".join(f" · {safe(part)}" for part in known if part)


def _sources(articles: Sequence[Article]) -> Iterator[str]:
    yield '<h2>Sources</h2>\n<div class="wide"><table>\n'
    yield "<tr><th>source</th><th>title</th><th>publisher</th><th>published</th><th>retells</th></tr>\n"
    for article in articles:
        origins = ", ".join(map(_link, article.derived_from))
        title = _link(article.url, article.title) if article.url else safe(article.title or "")
        publication = (safe(part or "") for part in (article.publisher, article.published))
        cells = (safe(article.id), title, *publication, origins)
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"
    yield "</table></div>\n"


def _link(target: str, text: str | None = None) -> str:
    """A link for a web address, plain text for anything else (an id, a script)."""
    if re.match(r"https?://", target):
        return f'<a rel="noreferrer" href="{safe(target)}">{safe(text or target)}</a>'
    return safe(text or target)


def _groups(sheet: Sheet, *, folded: bool = False) -> Iterator[str]:
    for name, rows in sheet.tables():
        if folded:
            yield f"<details><summary>{safe(name)} ({plural(len(rows), 'claim')})</summary>\n"
        elif name:
            yield f"<h2>{safe(name)}</h2>\n"
        yield '<div class="wide"><table>\n'
        yield "<tr>" + "".join(f"<th>{safe(column)}</th>" for column in sheet.shown) + "</tr>\n"
        yield from (_row(row) for row in rows)
        yield "</table></div>\n" + ("</details>\n" if folded else "")


def _row(cells: Sequence[Cell]) -> str:
    return "<tr>" + "".join(map(_cell, cells)) + "</tr>\n"


def _cell(value: Cell) -> str:
    if isinstance(value, int | float):
        return f'<td class="figure">{value}</td>'
    return f"<td>{'' if value is None else safe(value)}</td>"
