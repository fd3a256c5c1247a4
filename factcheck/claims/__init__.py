"""From sentences to claims: which say something checkable, who says it, how firmly."""

from factcheck.claims.extraction import AGAINST, extract

__all__ = ["AGAINST", "extract"]
