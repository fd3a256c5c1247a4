"""`ledger update`: bring a ledger up to its sources, touching nothing that is still in order.

Changed sources get their new hash (their quotes are still checked against the new text), documents of
watched folders become sources, new conflicts are listed as open, those that are gone are removed, recorded
offsets follow a quote that moved. Comments, order and quoting of everything else stay byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from factcheck.errors import FactcheckError, UsageError
from factcheck.ledger.anchors import Anchored, Outcome
from factcheck.ledger.checking import (
    Analyse,
    articles_of,
    real_quantities,
    texts_of,
    unlisted_documents,
    with_languages,
)
from factcheck.ledger.drafting import conflict_lines, named, source_lines, title
from factcheck.ledger.figures import Quantities, figure_problems, remembering
from factcheck.ledger.model import ClaimEntry, Ledger
from factcheck.ledger.patching import Patch, Patcher
from factcheck.ledger.sealing import pinned, sealed_text, tree_of
from factcheck.ledger.sourcetext import SourceText
from factcheck.model import Article, Finding, Severity
from factcheck.yamlfile import Items, Mapping, Node, read_text

Load = Callable[[Path], Sequence[Article]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A ledger's text before and after, and one line on each thing that was done."""

    old: str
    new: str
    notes: tuple[str, ...]


def update(
    path: Path,
    *,
    load: Load,
    analyse: Analyse | None = None,
    reviewed: bool = False,
    quantities: Quantities | None = None,
) -> Update:
    """The ledger at `path`, brought up to its sources; nothing is written.

    `load` reads the documents of a new file; `analyse` finds the conflicts, which are left alone without it. `reviewed`
    seals again the claims that changed since their review. No claim is sealed whose figures disagree.
    """
    read = remembering(quantities or real_quantities)
    old = read_text(path)
    notes: list[str] = []
    text = _with_documents(path, old, load, notes)
    text = _followed(path, pinned(path, text), notes)
    if analyse is not None:
        text = _with_conflicts(path, text, analyse, notes)
    known = tree_of(path, text)[0]
    known = with_languages(known, texts_of(known))
    fit = partial(_agrees, known, read)
    new = sealed_text(path, text, broken=reviewed, fit=fit)
    return Update(old=old, new=new, notes=tuple(notes))


def _agrees(ledger: Ledger, quantities: Quantities, claim: ClaimEntry) -> bool:
    return not any(figure_problems(ledger, claim, quantities))


def _with_documents(path: Path, text: str, load: Load, notes: list[str]) -> str:
    """`text` with a source for each document of a watched folder that has none."""
    ledger, root = tree_of(path, text)
    files = dict.fromkeys(file for file, _ in unlisted_documents(ledger))
    if not files:
        return text
    articles = [article for file in files for article in load(file)]
    known = {source.entry.path: key for key, source in ledger.sources.items()}
    ids = known | named(((a.id, title(a)) for a in articles), ledger.sources)
    lines = [line for article in articles for line in source_lines(article, ids, path.parent)]
    notes += [f"new source '{ids[article.id]}': {article.path}" for article in articles]
    return _add(path, text, root, "sources", lines)


def _followed(path: Path, text: str, notes: list[str]) -> str:
    """`text` with the recorded offsets of quotes that moved."""
    ledger, root = tree_of(path, text)
    texts, patcher = texts_of(ledger), Patcher(text)
    patches: list[Patch] = []
    owners = [(claim.id, claim.evidence) for claim in ledger.claims]
    owners += [(conflict.key, conflict.between) for conflict in ledger.conflicts]
    for (owner, quotes), records in zip(owners, _quote_records(root), strict=True):
        for quote, record in zip(quotes, records, strict=True):
            anchor = _anchored(texts[quote.source]).find(quote)
            if anchor.outcome is Outcome.MOVED and anchor.count == 1 and "start" in record.nodes:
                notes.append(f"quote of '{owner}' moved to {anchor.start}-{anchor.end}")
                patches += _offsets(patcher, record, anchor.start, anchor.end)
    return patcher.apply(patches)


def _anchored(text: SourceText) -> Anchored:
    return text.anchored


def _offsets(patcher: Patcher, record: Mapping, start: int | None, end: int | None) -> Iterator[Patch]:
    for key, value in (("start", start), ("end", end)):
        if key in record.nodes:
            yield from filter(None, [patcher.put(record, key, str(value), after="quote")])


def _quote_records(root: Mapping) -> Iterator[list[Mapping]]:
    """The maps of each claim's evidence, then of each conflict's quotes, in the order of the file."""
    for entries, key in (("claims", "evidence"), ("conflicts", "between")):
        for entry in _records(root.nodes.get(entries)):
            yield _records(entry.nodes.get(key))


def _records(node: Node | None) -> list[Mapping]:
    return [child for child in node.nodes if isinstance(child, Mapping)] if isinstance(node, Items) else []


def _with_conflicts(path: Path, text: str, analyse: Analyse, notes: list[str]) -> str:
    """`text` with the conflicts that are found: new ones open, those that are gone removed."""
    ledger, root = tree_of(path, text)
    articles = articles_of(texts_of(ledger))
    findings = analyse(articles)
    text = _without_gone(ledger, root, text, findings, notes)
    ledger, root = tree_of(path, text)
    listed = {entry.key for entry in ledger.conflicts}
    new = [f for f in findings if f.id not in listed and f.severity is not Severity.EXPLAINED]
    ids = {key: key for key in ledger.sources}
    texts = {article.id: Anchored(article.text) for article in articles}
    notes += [f"new conflict '{finding.id}': {finding.why}" for finding in new]
    lines = [line for finding in new for line in conflict_lines(finding, ids, texts)]
    return _add(path, text, root, "conflicts", lines) if new else text


def _without_gone(ledger: Ledger, root: Mapping, text: str, findings: Sequence[Finding], notes: list[str]) -> str:
    """`text` without the entries of conflicts that are no longer found."""
    found = {finding.id for finding in findings}
    records = _records(root.nodes.get("conflicts"))
    gone = [r for entry, r in zip(ledger.conflicts, records, strict=True) if entry.key not in found]
    notes += [f"conflict '{e.key}' is gone ({e.state.value})" for e in ledger.conflicts if e.key not in found]
    if not gone:
        return text
    lines = text.splitlines(keepends=True)
    if len(gone) == len(records):
        return _emptied(root, lines, records)
    for record in reversed(gone):
        del lines[record.mark.line - 1 : _last_line(record)]
    return "".join(lines)


def _emptied(root: Mapping, lines: list[str], records: list[Mapping]) -> str:
    """The text with an empty list of conflicts."""
    at = root.marks["conflicts"].line - 1
    ending = "\r\n" if lines[at].endswith("\r\n") else "\n"
    lines[at : _last_line(records[-1])] = [f"conflicts: []{ending}"]
    return "".join(lines)


def _add(path: Path, text: str, root: Mapping, key: str, new: list[str]) -> str:
    """`text` with the lines `new` at the end of the block list or map `key`."""
    node, lines = root.nodes.get(key), text.splitlines(keepends=True)
    ending = "\r\n" if "\r\n" in text else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += ending
    block = [line + ending for line in new]
    if node is None or not getattr(node, "nodes", None):
        at = len(lines) if node is None else root.marks[key].line - 1
        lines[at : at + (node is not None)] = [f"{key}:{ending}", *block]
    else:
        at = _last_line(node)
        lines[at:at] = block
    return _still_a_ledger(path, "".join(lines), key)


def _still_a_ledger(path: Path, text: str, key: str) -> str:
    """`text`, if the new entries fit the file's layout; a list written on one line cannot take them."""
    try:
        tree_of(path, text)
    except FactcheckError:
        what = f"new entries do not fit into '{key}' as it is laid out"
        raise UsageError(f"{path}: {what}; write each entry of it on lines of its own") from None
    return text


def _last_line(node: Node) -> int:
    """The last line that something of `node` stands on."""
    if isinstance(node, Items):
        return max((_last_line(child) for child in node.nodes), default=node.mark.line)
    if isinstance(node, Mapping):
        return max((_last_line(child) for child in node.nodes.values()), default=node.mark.line)
    return node.end.line if node.end.column > 1 or node.end.line == node.mark.line else node.end.line - 1
