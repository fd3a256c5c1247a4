"""The command that compares two versions of the same articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import (
    ConfigOption,
    FormatOption,
    JobsOption,
    LangOption,
    NoCacheOption,
    OutputOption,
    QuietOption,
)
from factcheck.cli.run import Run, guarded
from factcheck.errors import UsageError
from factcheck.report.inline import flat

if TYPE_CHECKING:
    from factcheck.diffing import Change
    from factcheck.model import Claim
    from factcheck.report.sheet import Sheet

Version = Annotated[str, typer.Argument(help="A file, a folder, a git revision, or REVISION:PATH.")]


@guarded
def diff(
    old: Version,
    new: Version,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if a claim changed.")] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """Which claims an edit adds, drops or alters, numbers first."""
    run = Run.of(
        format=format,
        output=output,
        config=config,
        lang=lang,
        jobs=jobs,
        cache=False if no_cache else None,
        quiet=quiet or None,
    )
    import tempfile

    from factcheck import diffing
    from factcheck.report import render_sheet

    before, after = _places(old, new)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        told, said = (_claims(run, place, Path(folder, name)) for place, name in ((before, "old"), (after, "new")))
    told, said = _under_one_name(before, after, told, said)
    changes = diffing.diff(told, said)
    lines = _blocks(changes) if run.format == "table" else render_sheet(_sheet(changes), run.format, screen=run.screen)
    run.write(lines)
    run.tell((), _summary(changes, said))
    return int(exit_code and bool(changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a version stands: a path of the disk, or one of a commit."""

    path: str
    commit: str | None = None


def _places(old: str, new: str) -> tuple[_Place, _Place]:
    """Both versions; a revision without a path means the path of the other side, or the working folder."""
    sides = [_place(old), _place(new)]
    paths = [place.path for place in sides if place.path] or ["."]
    before, after = (replace(place, path=place.path or paths[0]) for place in sides)
    return before, after


def _place(word: str) -> _Place:
    """What a word of the command line means: a path where there is one, else a revision."""
    from factcheck.revisions import resolved

    if Path(word).exists():
        return _Place(path=word)
    revision, colon, path = word.partition(":")
    commit = resolved(revision) if revision else None
    if commit is None or (colon and not path):
        raise UsageError(f"{word}: neither a path nor a git revision; give a file, a folder, REV or REV:PATH")
    return _Place(path=path, commit=commit)


def _claims(run: Run, place: _Place, folder: Path) -> list[Claim]:
    """The claims of a version, their sources named from its path; `folder` holds what git gives."""
    from factcheck import pipeline
    from factcheck.report.progress import progress
    from factcheck.revisions import export

    if place.commit is None:
        root = Path(place.path)
    else:
        folder.mkdir()
        export(place.commit, place.path, folder)
        root = folder / place.path
        if not root.exists():
            raise UsageError(f"{place.path}: not there at {place.commit[:12]}; the path starts from the working folder")
    with progress(quiet=run.settings.quiet) as bar:
        found = pipeline.extract([str(root)], options=run.options, progress=bar)
    paths = {article.id: Path(article.path) for article in found.articles}
    return [replace(claim, source=_named(paths[claim.source], root)) for claim in found.claims]


def _named(path: Path, root: Path) -> str:
    """The name of a document inside `root`; of a single file, its own."""
    inside = path.resolve().relative_to(root.resolve())
    return path.name if inside == PurePath(".") else inside.as_posix()


def _under_one_name(
    before: _Place, after: _Place, old: list[Claim], new: list[Claim]
) -> tuple[list[Claim], list[Claim]]:
    """The claims of two single files, both under the new one's name."""
    names = {claim.source for claim in new} or {PurePath(after.path).name}
    single = PurePath(before.path).suffix and PurePath(after.path).suffix
    if single and len(names) == 1 and len({claim.source for claim in old}) <= 1:
        name = names.pop()
        old = [replace(claim, source=name) for claim in old]
    return old, new


# --- what is shown ------------------------------------------------------------------------------------


def _blocks(changes: Iterable[Change]) -> Iterator[str]:
    """Each change as a person reads a patch: its place and figures, the old words, the new ones."""
    for change in changes:
        yield flat(f"{change.kind}  {change.claim.source}:{change.claim.line}  {_figures(change)}").rstrip() + "\n"
        for sign, claim in (("-", change.old), ("+", change.new)):
            if claim is not None:
                yield flat(f"  {sign} {claim.text}") + "\n"


def _figures(change: Change) -> str:
    """What differs in a word: its figures, else how it reads."""
    turns = [("", turn) for turn in change.figures] or [(f"{name} ", turn) for name, turn in change.turned]
    if change.old is None or change.new is None:
        return ", ".join(turn.old or turn.new or "" for _, turn in turns)
    return ", ".join(f"{name}{turn.old or 'none'} → {turn.new or 'none'}" for name, turn in turns)


def _sheet(changes: Sequence[Change]) -> Sheet:
    from factcheck.diffing import change_record
    from factcheck.report.sheet import Sheet

    columns = ("change", "source", "line", "figures", "old", "new")
    return Sheet(
        title="changes",
        rows=lambda: [
            {
                "change": str(change.kind),
                "source": change.claim.source,
                "line": change.claim.line,
                "figures": _figures(change) or None,
                "old": change.old.text if change.old else None,
                "new": change.new.text if change.new else None,
            }
            for change in changes
        ],
        records=lambda: map(change_record, changes),
        columns=columns,
        shown=columns,
    )


def _summary(changes: Sequence[Change], new: Sequence[Claim]) -> str:
    counts = Counter(str(change.kind) for change in changes)
    counts["unchanged"] = len(new) - counts["altered"] - counts["added"]
    figures = sum(bool(change.figures) for change in changes)
    kinds = (f"{counts[kind]} {kind}" for kind in ("altered", "dropped", "added", "unchanged"))
    return f"{', '.join(kinds)}; {figures} with figures"
