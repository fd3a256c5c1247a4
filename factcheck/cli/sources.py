"""What is known of each document and where it was found: relative dates and independence hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.options import (
    ConfigOption,
    FormatOption,
    LangOption,
    OutputOption,
    Paths,
    QuietOption,
    TextFieldOption,
)
from factcheck.cli.run import Run, guarded
from factcheck.records import SCHEMA_VERSION, Record
from factcheck.report.inline import plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.documents.articles import Reading
    from factcheck.model import Article
    from factcheck.report.sheet import Cell, Sheet

_FIELDS = ("lang", "published", "publisher", "title", "author", "url", "derived_from")
_COLUMNS = ("source", *_FIELDS, "agency", "characters", "places", "from")


@guarded
def sources(
    paths: Paths,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
    text_field: TextFieldOption = None,
    quiet: QuietOption = False,
    config: ConfigOption = None,
) -> int:
    """What is known of documents, and where it was found."""
    run = Run.of(format=format, output=output, config=config, lang=lang, text_field=text_field, quiet=quiet or None)
    from factcheck import pipeline
    from factcheck.report import render_sheet
    from factcheck.report.progress import progress

    with progress(quiet=run.settings.quiet) as bar:
        found = pipeline.sources(paths, options=run.options, progress=bar)
    run.write(render_sheet(_sheet(found), run.format, screen=run.screen))
    run.tell(found.notes, plural(len(found.articles), "document"))
    return 0


def _sheet(found: Reading) -> Sheet:
    from factcheck.report.sheet import Sheet

    records = [_record(article, found.origins[article.id]) for article in found.articles]
    return Sheet(
        title="sources",
        rows=lambda: map(_row, records),
        records=lambda: records,
        columns=_COLUMNS,
        shown=("source", "lang", "published", "publisher", "title", "from"),
    )


def _record(article: Article, origins: Mapping[str, str]) -> Record:
    """What is known of a document; `origins` names for each field known where it was found."""
    from factcheck.documents.agency import credited_to

    return {
        "schema_version": SCHEMA_VERSION,
        "source": article.id,
        "lang": article.lang,
        "published": article.published.isoformat() if article.published else None,
        "publisher": article.publisher,
        "title": article.title,
        "author": article.author,
        "url": article.url,
        "derived_from": list(article.derived_from),
        "agency": credited_to(article),
        "characters": len(article.text),
        "places": len(article.places),
        "origins": {name: origins[name] for name in _FIELDS if name in origins},
    }


def _row(record: Record) -> dict[str, Cell]:
    """A record as flat cells; "from" reads "document: title, url; sources.yaml: published"."""
    fields: dict[str, list[str]] = {}
    for name, where in record["origins"].items():
        fields.setdefault(where, []).append(name)
    told = "; ".join(f"{where}: {', '.join(names)}" for where, names in fields.items())
    flat = {name: record[name] for name in _COLUMNS if name in record}
    return {**flat, "derived_from": "; ".join(record["derived_from"]) or None, "from": told or None}
