"""A draft against documents or a ledger: each of its claims with a verdict and the best evidence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.cli.options import (
    AgainstOption,
    ConfigOption,
    Drafts,
    FailOnVerdict,
    FailOnVerdictOption,
    FormatOption,
    JobsOption,
    LangOption,
    NliOption,
    NoCacheOption,
    OutputOption,
    QuietOption,
    TextFieldOption,
)
from factcheck.cli.run import Run, guarded
from factcheck.report.inline import plural

if TYPE_CHECKING:
    from factcheck.verification import Verification

_LABELS = ("supported", "contradicted", "not_found")


@guarded
def verify(
    drafts: Drafts,
    against: AgainstOption,
    fail_on: FailOnVerdictOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    text_field: TextFieldOption = None,
    nli: NliOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """A draft's claims: supported, contradicted or not found."""
    run = Run.of(
        format=format,
        output=output,
        config=config,
        lang=lang,
        text_field=text_field,
        nli=nli,
        jobs=jobs,
        cache=False if no_cache else None,
        quiet=quiet or None,
    )
    from factcheck.records import verdict_record
    from factcheck.report import render_sheet
    from factcheck.report.progress import progress
    from factcheck.report.sheet import checked_sheet
    from factcheck.verification import verify as check

    with progress(quiet=run.settings.quiet) as bar:
        found = check(drafts, against, options=run.options, progress=bar)
    records = [verdict_record(checked) for checked in found.checked]
    run.write(render_sheet(checked_sheet(records), run.format, screen=run.screen))
    counts = Counter(str(checked.label) for checked in found.checked)
    run.tell(found.notes, *_summary(found, counts))
    return int(_fails(fail_on, run.settings.fail_on) and counts["contradicted"] > 0)


def _fails(asked: FailOnVerdict | None, set_: str | None) -> bool:
    """Whether a contradicted claim fails the run: as the flag says, else as the settings do for conflicts."""
    if asked is not None:
        return asked is FailOnVerdict.CONTRADICTED
    return set_ in ("tension", "conflict")


def _summary(found: Verification, counts: Counter[str]) -> tuple[str, ...]:
    """What was read, and how many claims came to which verdict."""
    told = [f"{counts[label]} {label.replace('_', ' ')}" for label in _LABELS if counts[label]]
    claims = plural(len(found.checked), "claim")
    head = f"{claims} ({', '.join(told)})" if told else claims
    return head, f"against {plural(found.claims, 'claim')} of {plural(found.articles, 'document')}"
