"""What differs between two claims that are one sentence told twice: which words, and of what they are told."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.conflicts.align import shared_names
from factcheck.facts import Reading

# The words of one claim that stand for some of the other (one may be empty), as token indices.
Edit = tuple[list[int], list[int]]
# An edit of more words is a rewriting, not an exchange.
_LONGEST = 4


def other_subject(a: Reading, b: Reading, edit: Edit) -> bool:
    """Whether an edit exchanges a noun in what is spoken of for another noun."""
    sides = ((a, edit[0]), (b, edit[1]))
    return all(side and not said_of(r, side) and any(r.tree.is_nominal(i) for i in side) for r, side in sides)


def told(a: Reading, b: Reading, changed: list[Edit]) -> list[Edit]:
    """The edits that touch a name or a figure."""
    return [(one, other) for one, other in changed if _is_name(a, one) or _is_name(b, other)]


def _is_name(reading: Reading, side: list[int]) -> bool:
    """Whether an edit touches a name or a figure."""
    return any(i in reading.tree.entity_of or reading.tree.tokens[i].pos == "NUM" for i in side)


def led(reading: Reading, side: list[int]) -> bool:
    """Whether a preposition leads the words of an edit."""
    return reading.tree.tokens[side[0]].pos == "ADP"


def in_hour(reading: Reading, side: list[int]) -> bool:
    """Whether an edit touches an hour."""
    start, end = reading.tree.text(side)
    return any(d.clock and d.start < end and start < d.end for d in reading.claim.dates)


def said_of(reading: Reading, side: list[int]) -> bool:
    """Whether the words stand behind the main predicate: they are said of something, not what is spoken of."""
    root = next((i for i, t in enumerate(reading.tree.tokens) if t.dep == "root"), None)
    if root is None:
        return False
    verb = min([root, *reading.tree.children(root, "cop", "aux")])
    return side[0] > verb


def of_one_thing(a: Reading, b: Reading) -> bool:
    """Whether two claims told in one way speak of one thing: of something known, or with a name or figure in common.

    "Un homme joue" and "une femme joue" show two scenes.
    """
    return anchored(a, b) or not (_of_any(a) or _of_any(b))


def anchored(a: Reading, b: Reading) -> bool:
    """Whether two claims told in one way have a name, a date or a figure in common."""
    if shared_names(a.names, b.names) or (a.claim.dates and b.claim.dates):
        return True
    figures = [{q.value for q in r.claim.quantities if q.digits} for r in (a, b)]
    return bool(figures[0] & figures[1])


def _of_any(reading: Reading) -> bool:
    """Whether the subject of a claim is "a" or "an" something."""
    tree = reading.tree
    subjects = (i for i, t in enumerate(tree.tokens) if t.dep.startswith("nsubj") and tree.tokens[t.head].dep == "root")
    return any("Definite=Ind" in tree.tokens[d].morph for i in subjects for d in tree.children(i, "det"))


def exchanged(changed: list[Edit]) -> Iterator[tuple[list[int], list[int]]]:
    """The places where a few words of one claim stand for a few of the other."""
    return ((one, other) for one, other in changed if one and other and max(len(one), len(other)) <= _LONGEST)
