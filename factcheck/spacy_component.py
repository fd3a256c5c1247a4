"""The spaCy component `factcheck_quantities`: quantities and dates as spans of any French or English pipeline.

    nlp = spacy.blank("fr")
    nlp.add_pipe("factcheck_quantities")
    doc = nlp("8,5 milliards de dollars en 2024")
    doc.spans["quantities"][0]._.factcheck["value"]  # 8500000000

spaCy finds it by its entry point; nothing has to be imported. It needs no other component and no model.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from factcheck.errors import UsageError
from factcheck.lang import LANGUAGES
from factcheck.records import Record, date_record, quantity_record
from factcheck.texts import language, quantities

QUANTITIES, DATES = "quantities", "dates"
AUTO = "auto"
# The record on a span; the day that relative dates of one document count from.
RECORD, REFERENCE = "factcheck", "factcheck_reference_date"


class QuantityComponent:
    """Fills `doc.spans["quantities"]` and `doc.spans["dates"]`; each span has its record in `span._.factcheck`.

    A span's label is the dimension of its quantity ("number" for a bare figure) or the grain of its date; its
    id tells apart what shares a token. Records are plain, so that documents can be kept with `Doc.to_bytes`.
    """

    def __init__(self, lang: str, reference_date: date | None) -> None:
        """Read every text in `lang`, or in what it looks like when that is "auto"."""
        self.lang, self.reference_date = lang, reference_date
        for extension, kind in ((RECORD, Span), (REFERENCE, Doc)):
            if not kind.has_extension(extension):
                kind.set_extension(extension, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its two groups of spans."""
        day = getattr(doc._, REFERENCE) or self.reference_date
        found = quantities(doc.text, lang=language(doc.text, self.lang), reference_date=day)
        figures = ((quantity_record(q), q.dimension or "number") for q in found.quantities)
        days = ((date_record(d), d.grain) for d in found.dates)
        doc.spans[QUANTITIES] = _spans(doc, figures, "q")
        doc.spans[DATES] = _spans(doc, days, "d")
        return doc


def _spans(doc: Doc, records: Iterable[tuple[Record, str]], letter: str) -> list[Span]:
    """A span for each record, widened to whole tokens; its exact place stays in the record."""
    spans = []
    for place, (record, label) in enumerate(records):
        name = f"{letter}{place}"
        span = doc.char_span(record["start"], record["end"], label, span_id=name, alignment_mode="expand")
        if span is not None:
            setattr(span._, RECORD, record)
            spans.append(span)
    return spans


@Language.factory(
    "factcheck_quantities",
    default_config={"lang": None, "reference_date": None},
    assigns=["doc.spans", f"span._.{RECORD}"],
)
def make_quantities(nlp: Language, name: str, lang: str | None, reference_date: str | None) -> QuantityComponent:
    """The component: `lang` is that of the pipeline if not given, `reference_date` a day like 2025-07-16."""
    spoken = lang or (nlp.lang if nlp.lang in LANGUAGES else AUTO)
    if spoken not in (*LANGUAGES, AUTO):
        raise UsageError(f"{name}: lang {spoken!r} is none of {', '.join((*LANGUAGES, AUTO))}")
    try:
        day = None if reference_date is None else date.fromisoformat(reference_date)
    except ValueError:
        raise UsageError(f"{name}: reference date {reference_date!r} is not a day like 2025-07-16") from None
    return QuantityComponent(spoken, day)
