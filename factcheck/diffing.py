"""Two versions of the same articles: which claims an edit adds, drops or alters, and which figures it changes.

    from factcheck import diffing, pipeline
    old, new = (pipeline.extract([name]).claims for name in ("old", "new"))
    for change in diffing.diff(old, new): print(change.kind, change.figures)

Claims are matched by their folded text, then by likeness inside one article. Articles are matched by `source`,
which the caller has made the same on both sides; one that was renamed is known by the claims it kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz.fuzz import ratio

from factcheck.model import Claim, Quantity, When
from factcheck.records import SCHEMA_VERSION, Record
from factcheck.text import fold

# Below this likeness (0 to 100) a claim was not altered: one went and another came.
LIKENESS = 62.0
# A renamed article is one that kept at least this share of its claims.
KEPT = 0.5


class ChangeKind(StrEnum):
    """What an edit did to a claim."""

    ALTERED = "altered"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What stood in the old claim and what stands in its place; None for nothing."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One claim that an edit touched. `figures` are its numbers and dates that differ, `words` all words that do.

    `turned` names the readings that differ: polarity, modality, speaker.
    """

    kind: ChangeKind
    old: Claim | None
    new: Claim | None
    figures: tuple[Turn, ...] = ()
    words: Turn | None = None
    turned: tuple[tuple[str, Turn], ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim as it now is; the old one where it was dropped."""
        claim = self.new or self.old
        assert claim is not None
        return claim


def diff(old: Sequence[Claim], new: Sequence[Claim]) -> tuple[Change, ...]:
    """The changes from `old` to `new`: what touches figures first, then altered, dropped, added, by place."""
    renamed = _renamed(old, new)
    left, right = _unmatched(old, new, renamed)
    pairs = list(_alike(left, right, renamed))
    went, came = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    changes = [_altered(a, b) for a, b in pairs]
    changes += [_gone(claim) for claim in left if id(claim) not in went]
    changes += [_come(claim) for claim in right if id(claim) not in came]
    return tuple(sorted(changes, key=_rank))


def change_record(change: Change) -> Record:
    """A change as other programs read it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "change": str(change.kind),
        "source": change.claim.source,
        "figures": [{"old": turn.old, "new": turn.new} for turn in change.figures],
        "words": change.words and {"old": change.words.old, "new": change.words.new},
        "turned": {name: {"old": turn.old, "new": turn.new} for name, turn in change.turned},
        "old": change.old and _side(change.old),
        "new": change.new and _side(change.new),
    }


def _side(claim: Claim) -> Record:
    return {
        "source": claim.source,
        "claim": claim.id,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "text": claim.text,
    }


def _rank(change: Change) -> tuple[bool, int, str, int]:
    kinds = list(ChangeKind)
    return not change.figures, kinds.index(change.kind), change.claim.source, change.claim.start


# --- matching -----------------------------------------------------------------------------------------


def _renamed(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, str]:
    """The old name of each article that only the new side has, where most of its claims stood there."""
    before, after = _texts(old), _texts(new)
    names: dict[str, str] = {}
    for source in sorted(after.keys() - before.keys()):
        gone = sorted(before.keys() - after.keys() - set(names.values()))
        shared = {name: sum((before[name] & after[source]).values()) for name in gone}
        best = max(gone, key=lambda name: shared[name], default=None)
        if best is not None and shared[best] >= KEPT * before[best].total():
            names[source] = best
    return names


def _texts(claims: Iterable[Claim]) -> dict[str, Counter[str]]:
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        texts[claim.source][fold(claim.text)] += 1
    return texts


def _unmatched(old: Sequence[Claim], new: Sequence[Claim], renamed: dict[str, str]) -> tuple[list[Claim], list[Claim]]:
    """The claims of both sides without those that stand on both, in their own article or in another."""
    left, right = list(old), list(new)
    for own in (True, False):
        there = Counter(_key(claim, {}, own=own) for claim in left)
        here = Counter(_key(claim, renamed, own=own) for claim in right)
        both = there & here
        left = list(_without(left, both.copy(), {}, own=own))
        right = list(_without(right, both.copy(), renamed, own=own))
    return left, right


def _key(claim: Claim, renamed: dict[str, str], *, own: bool) -> tuple[str, str]:
    return renamed.get(claim.source, claim.source) if own else "", fold(claim.text)


def _without(
    claims: Iterable[Claim], counted: Counter[tuple[str, str]], renamed: dict[str, str], *, own: bool
) -> Iterator[Claim]:
    for claim in claims:
        key = _key(claim, renamed, own=own)
        if counted[key] > 0:
            counted[key] -= 1
        else:
            yield claim


def _alike(left: Sequence[Claim], right: Sequence[Claim], renamed: dict[str, str]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of one article that are alike, the likest first, each claim once."""
    by_source: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for index, claim in enumerate(left):
        by_source[claim.source].append((index, claim))
    met = []
    for n, claim in enumerate(right):
        said = fold(claim.text).lower()
        for m, other in by_source.get(renamed.get(claim.source, claim.source), ()):
            likeness = ratio(fold(other.text).lower(), said, score_cutoff=LIKENESS)
            if likeness:
                met.append((-likeness, m, n))
    yield from _each_once(sorted(met), left, right)


def _each_once(
    met: Iterable[tuple[float, int, int]], left: Sequence[Claim], right: Sequence[Claim]
) -> Iterator[tuple[Claim, Claim]]:
    taken_left, taken_right = set(), set()
    for _, m, n in met:
        if m not in taken_left and n not in taken_right:
            taken_left.add(m)
            taken_right.add(n)
            yield left[m], right[n]


# --- what differs -------------------------------------------------------------------------------------


def _altered(old: Claim, new: Claim) -> Change:
    return Change(
        kind=ChangeKind.ALTERED,
        old=old,
        new=new,
        figures=tuple(_turns(_figures(old), _figures(new))),
        words=_words(old.text, new.text),
        turned=tuple(_turned(old, new)),
    )


def _gone(claim: Claim) -> Change:
    figures = tuple(Turn(old=value.text, new=None) for value in _figures(claim))
    return Change(kind=ChangeKind.DROPPED, old=claim, new=None, figures=figures)


def _come(claim: Claim) -> Change:
    figures = tuple(Turn(old=None, new=value.text) for value in _figures(claim))
    return Change(kind=ChangeKind.ADDED, old=None, new=claim, figures=figures)


Figure = Quantity | When


def _figures(claim: Claim) -> list[Figure]:
    return sorted((*claim.quantities, *claim.dates), key=lambda value: value.start)


def _turns(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[Turn]:
    """The figures that differ, old beside new where they are of a kind, in the order of the claims."""
    both = Counter(map(_value, old)) & Counter(map(_value, new))
    left, right = list(_rest(old, both.copy())), list(_rest(new, both.copy()))
    for figure in left:
        match = next((other for other in right if _sort(other) == _sort(figure)), None)
        if match is not None:
            right.remove(match)
        yield Turn(old=figure.text, new=match.text if match else None)
    yield from (Turn(old=None, new=figure.text) for figure in right)


def _rest(figures: Iterable[Figure], counted: Counter[tuple[object, ...]]) -> Iterator[Figure]:
    for figure in figures:
        if counted[_value(figure)] > 0:
            counted[_value(figure)] -= 1
        else:
            yield figure


def _value(figure: Figure) -> tuple[object, ...]:
    """What a figure says, however it is spelled."""
    if isinstance(figure, When):
        undated = fold(figure.text).lower() if figure.first is None and figure.last is None else ""
        return "date", figure.first, figure.last, figure.clock, undated
    return figure.bounds, figure.value, figure.unit, str(figure.qualifier), figure.of, figure.per


def _sort(figure: Figure) -> tuple[str, str | None]:
    """What a figure is a figure of: only such can have taken each other's place."""
    if isinstance(figure, When):
        return "date", None
    return "quantity", figure.dimension


def _turned(old: Claim, new: Claim) -> Iterator[tuple[str, Turn]]:
    readings: tuple[tuple[str, str | None, str | None], ...] = (
        ("polarity", str(old.polarity), str(new.polarity)),
        ("modality", str(old.modality), str(new.modality)),
        ("speaker", _speaker(old), _speaker(new)),
    )
    return ((name, Turn(old=a, new=b)) for name, a, b in readings if a != b)


def _speaker(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker else None


def _words(old: str, new: str) -> Turn:
    """The words that differ, with three dots between places far apart."""
    said, says = old.split(), new.split()
    matcher = SequenceMatcher(None, [fold(w) for w in said], [fold(w) for w in says], autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    before = " … ".join(filter(None, (" ".join(said[a:b]) for _, a, b, _, _ in changes)))
    after = " … ".join(filter(None, (" ".join(says[c:d]) for _, _, _, c, d in changes)))
    return Turn(old=before or None, new=after or None)
