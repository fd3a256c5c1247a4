"""How a claim is shown beside another: its quote, with the words that matter marked."""

from __future__ import annotations

from factcheck.facts import Reading
from factcheck.model import Focus, Side


def quote(reading: Reading, focus: tuple[int, int]) -> Side:
    """A claim as one side of what is shown, with the words at `focus` (document offsets) marked."""
    claim = reading.claim
    start, end = max(focus[0], claim.start), min(focus[1], claim.end)
    return Side(
        source=claim.source,
        claim=claim.id,
        start=claim.start,
        end=claim.end,
        line=claim.line,
        text=claim.text,
        focus=Focus(start=start, end=end, text=reading.slice(start, end)),
    )
