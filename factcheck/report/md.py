"""Markdown: tables for rows, a list for findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.disputes import disputes
from factcheck.report.inline import flat, focus_parts
from factcheck.report.screen import Screen
from factcheck.report.sheet import Cell, Sheet

if TYPE_CHECKING:
    from factcheck.model import Finding, Side

# Marks that count anywhere; those that count only where a block starts; and a numbered list's dot.
_MARKS = re.compile(r"([\\`*_\[\]<>|~$&])")
_FIRST_MARK = re.compile(r"^(\s*)([#+=:-])")
_FIRST_NUMBER = re.compile(r"^(\s*\d+)([.)])")
# Bare addresses and mentions become links on most sites; a no-width joiner would change the text, so the
# escape stands at the mark that makes the link.
_LINKS = re.compile(r"(?i)\b(https?|ftp|www)(:|\.)")


def escape(text: object) -> str:
    """Foreign text as Markdown that shows it as written.

    >>> escape("a|b <script> [x](y)")
    'a\\\\|b \\\\<script\\\\> \\\\[x\\\\](y)'
    """
    safe = _MARKS.sub(r"\\\1", flat(str(text)))
    safe = _FIRST_NUMBER.sub(r"\1\\\2", _FIRST_MARK.sub(r"\1\\\2", safe))
    return _LINKS.sub(lambda m: f"{m.group(1)}&#{ord(m.group(2))};", safe)


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """One table for each group, under its name."""
    yield f"# {sheet.title.capitalize()}\n"
    for name, rows in sheet.tables():
        if name:
            yield f"\n## {escape(name)}\n"
        yield "\n" + _row(sheet.shown) + "|" + " --- |" * len(sheet.shown) + "\n"
        yield from (_row(row) for row in rows)


def _row(cells: Sequence[Cell]) -> str:
    return "| " + " | ".join("" if cell is None else escape(cell) for cell in cells) + " |\n"


def render_findings(findings: Sequence[Finding], screen: Screen) -> Iterator[str]:
    """Each dispute under a heading, with both quotes and the places that repeat it."""
    yield "# Conflicts\n"
    if not findings:
        yield "\nNo findings.\n"
    for place, dispute in enumerate(disputes(findings), 1):
        finding = dispute.first
        yield f"\n## {place}. {finding.severity}: {finding.kind} (score {finding.score:.2f})\n\n"
        yield f"{escape(finding.why)}\n\n"
        yield _quote(finding.a) + "\n" + _quote(finding.b)
        if finding.reconciled_by:
            yield f"\nMay be reconciled by: {', '.join(finding.reconciled_by)}.\n"
        yield f"\nIndependent origins: {finding.origins[0]} and {finding.origins[1]}."
        yield f" Rule {escape(finding.rule)}, id {_key(finding)}.\n"
        if dispute.repeats:
            yield "\nThe same again:\n\n"
            yield from (f"- {_pointer(f.a)} against {_pointer(f.b)}, id {_key(f)}\n" for f in dispute.repeats)


def _key(finding: Finding) -> str:
    return f"`{re.sub(r'[^0-9A-Za-z:_.-]', '', finding.id)}`"


def _pointer(side: Side) -> str:
    return f"{escape(side.source)}, line {side.line} {_bold(side.focus.text)}".rstrip()


def _quote(side: Side) -> str:
    before, focus, after = focus_parts(side)
    return f"- {escape(side.source)}, line {side.line}:\n\n  > {escape(before)}{_bold(focus)}{escape(after)}\n"


def _bold(text: str) -> str:
    """Bold that survives spaces and punctuation at the ends, where asterisks would not close."""
    return f"<b>{escape(text)}</b>" if text else ""
