"""What the words beside a figure say of it: part of another, so long after something, within a time, not reached."""

from __future__ import annotations

from factcheck.facts.base import Reading
from factcheck.interval import Interval
from factcheck.model import Quantity
from factcheck.normalise.units import to_base
from factcheck.parse.lexicon import Lexicon
from factcheck.parse.negation import is_negative
from factcheck.text import fold, folded, strip_accents


def part(reading: Reading, quantity: Quantity) -> str | None:
    """Whether the figure is said to be part "of" another, or of "others".

    "Dont 4 …", "4 of whom …"; "4 autres", "the remaining 4".
    """
    claim = reading.claim
    before = fold(claim.text[: quantity.start - claim.start]).lower().split()[-2:]
    after = fold(claim.text[quantity.end - claim.start :]).lower().split()[:2]
    lexicon = reading.tree.lexicon
    if set(folded(quantity.text).split()) & lexicon.others or {*before[-1:], *after[:1]} & lexicon.rest:
        return "others"
    beside = {" ".join(before), *before[-1:], " ".join(after)}
    return "of" if beside & lexicon.part_of else None


def offset(reading: Reading, quantity: Quantity) -> str | None:
    """Whether a time is told as so long "before" or "after" something: "quelques mois avant la vente"."""
    if quantity.dimension != "duration":
        return None
    claim = reading.claim
    behind = fold(claim.text[quantity.end - claim.start :]).lower().split()[:2]
    return next((side for word in behind[:1] if (side := reading.tree.lexicon.offsets.get(word.strip(",.;")))), None)


def within(reading: Reading, quantity: Quantity) -> Interval | None:
    """The span of time that an amount falls in: "235 mm en quelques heures"; None where none or several are told."""
    claim, words = reading.claim, reading.tree.lexicon.within
    spans = [
        to_base(q)[0]
        for q in claim.quantities
        if q.dimension == "duration"
        and q is not quantity
        and fold(claim.text[: q.start - claim.start]).lower().split()[-1:] in [[word] for word in words]
    ]
    return spans[0] if len(spans) == 1 else None


def is_short(lexicon: Lexicon, quantity: Quantity) -> bool:
    """Whether the words in front of the figure say that it is not quite reached: "près de 400", "nearly 400"."""
    words = strip_accents(folded(quantity.text))
    return any(words.startswith(f"{opener} ") for opener in lexicon.short_of)


def is_far(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is said to be nowhere near the figure: "loin des 10 % annoncés"; not "pas loin de 10 %"."""
    claim, lexicon = reading.claim, reading.tree.lexicon
    before = fold(claim.text[: quantity.start - claim.start]).lower().split()[-3:]
    return " ".join(before[-2:]) in lexicon.far_from and not any(is_negative(word, claim.lang) for word in before[:-2])
