"""Who says what: the speaker of each sentence, with the cue word and whether quoted or reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Article, Sentence, Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The speakers of a sentence, innermost first, and the indices of the tokens that only report."""

    speakers: tuple[Speaker, ...] = ()
    reporting: frozenset[int] = frozenset()


def speakers(article: Article, sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    """What is known of each sentence's speakers, in the order of `sentences`."""
    return tuple(Said() for _ in sentences)
