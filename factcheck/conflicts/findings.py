"""From pairs to findings: every detector looks, vetoes soften or explain, the best of each pair is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace

from factcheck.conflicts.detectors import INFERRED, Clash, Detector, asked
from factcheck.conflicts.inference import Candidate, Opinion, Shortlist, rescored, sure
from factcheck.conflicts.meeting import Pair
from factcheck.conflicts.namesakes import NOTHING, introduced, namesakes
from factcheck.conflicts.quoting import quote
from factcheck.conflicts.series import figures, refilled, told
from factcheck.conflicts.setting import Setting
from factcheck.conflicts.tallies import Count, count, settled
from factcheck.conflicts.vetoes import apply
from factcheck.facts import Reading
from factcheck.model import Article, Finding, Severity, Side, When
from factcheck.parse.groups import member
from factcheck.text import digest, fold
from factcheck.workers import spread

Progress = Callable[[int, int, str], None]

_RANK = {Severity.CONFLICT: 0, Severity.TENSION: 1, Severity.EXPLAINED: 2}
# How much of a score hangs on how surely the two were aligned.
_BY_STRENGTH = 0.1
# Among all pairs of a corpus hardly one in a thousand disagrees, so the two must be aligned by their roles.
CORPUS_FLOOR = 0.5
# Two sentences that somebody holds side by side belong together: every second such pair of the DACCORD dev half
# disagrees, and what is aligned only by predicate and topic is right in four of five.
COMPARE_FLOOR = 0.25
# Two passages are compared sentence by sentence, so that some two of them line up weakly by chance: of the findings
# below this on the passages of the RAMDocs dev set 4 in 16 were right.
PASSAGE_FLOOR = 0.42
# From so many claims on each side on.
_PASSAGE = 4


# Pairs that a process takes at a time, between two reports of progress; some tenth of a second of work.
_STEP = 500
# To start a process, and where it can't be forked to send it all claims, costs as much as so many steps.
_LEAST = 10


def floor_of(claims: int) -> float:
    """The strength asked for where so many claims, or more, are held side by side with as many."""
    return PASSAGE_FLOOR if claims >= _PASSAGE else COMPARE_FLOOR


class Judge:
    """Turns pairs of claims of known articles into findings."""

    def __init__(
        self,
        articles: Iterable[Article],
        origins: Mapping[str, str],
        readings: Iterable[Reading],
        *,
        floor: float = CORPUS_FLOOR,
        opinion: Opinion | None = None,
    ) -> None:
        """Keep what is known of each article; `origins` maps article ids to their origin.

        Clashes whose strength is below `floor` are let be. `opinion` is a model's, where the user brings one.
        """
        self._floor, self._opinion = floor, opinion
        self._spoken: dict[str, frozenset[str]] = defaultdict(frozenset)
        by_source: dict[str, list[Reading]] = defaultdict(list)
        for reading in readings:
            self._spoken[reading.claim.source] |= reading.names
            by_source[reading.claim.source].append(reading)
        self._introduced = {source: introduced(found) for source, found in by_source.items()}
        self._figures = {source: figures(found) for source, found in by_source.items()}
        self._told = {source: told(found) for source, found in by_source.items()}
        self._of_the_day = {source: _of_the_day(found) for source, found in by_source.items()}
        self._told_of: dict[tuple[str, str], tuple[frozenset[str], bool]] = {}
        self._articles = {article.id: article for article in articles}
        self._origins = origins

    def findings(
        self, pairs: Sequence[Pair], *, explained: bool = False, jobs: int = 1, progress: Progress | None = None
    ) -> tuple[Finding, ...]:
        """The findings of all pairs, strongest first; those a veto explains only if asked for.

        However many processes (`jobs`) look, they find the same.
        """
        best: dict[str, Finding] = {}
        counts: dict[str, Count] = {}
        shortlist = Shortlist()
        for pair, finding in zip(pairs, self._judged(pairs, jobs, progress), strict=True):
            if finding and (explained or finding.severity is not Severity.EXPLAINED):
                best.setdefault(finding.id, finding)
                if counted := self._count(pair, finding):
                    counts.setdefault(finding.id, counted)
            if self._opinion:
                shortlist.offer(Candidate(pair=pair, finding=finding))
        for old, new in self.reconsidered(shortlist.best()):
            if best.get(new.id) is old.finding and (explained or new.severity is not Severity.EXPLAINED):
                best[new.id] = new
        told = settled(self._counted(best.values()), counts)
        return tuple(sorted((f for f in told if explained or f.severity is not Severity.EXPLAINED), key=_order))

    def _judged(self, pairs: Sequence[Pair], jobs: int, progress: Progress | None) -> Iterator[Finding | None]:
        """What there is to say of each pair, in order."""
        bare = copy(self)
        bare._opinion = None  # a model stays in the process that loaded it
        starts = range(0, len(pairs), _STEP)
        for start, found in zip(starts, spread(_Part(bare, pairs), starts, jobs, least=_LEAST), strict=True):
            if progress:
                progress(start, len(pairs), "comparing")
            yield from found

    def _count(self, pair: Pair, finding: Finding) -> Count | None:
        """What a finding of a pile of articles says of a growing count; whoever holds two texts side by side asks."""
        if self._floor < CORPUS_FLOOR:
            return None
        when = (self._articles[finding.a.source].published, self._articles[finding.b.source].published)
        return count(pair, finding, when)

    def _counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings with their origins: a side is held by every origin that clashes with the other in one way."""
        found = list(findings)
        against: dict[tuple[str, str], set[str]] = defaultdict(set)
        for finding in found:
            for mine, other in _ways(finding):
                origin = self._origins.get(mine.source, mine.source)
                against[finding.rule, other.claim].add(origin)
        for finding in found:
            sides = (len(against[finding.rule, s.claim]) for s in (finding.b, finding.a))
            yield replace(finding, origins=(next(sides), next(sides)))

    def finding(self, a: Reading, b: Reading) -> Finding | None:
        """The strongest finding between two claims, if any."""
        found = [self._finding(detector, a, b) for detector in asked(a.holds, b.holds, self._floor)]
        return min((f for f in found if f), key=_order, default=None)

    def reconsidered(self, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Finding]]:
        """What the model's opinion changes: a finding with another score, or one where no rule finds anything."""
        for candidate, directions in self._opinion.of(candidates) if self._opinion else ():
            pair = candidate.pair
            if candidate.finding:
                yield candidate, rescored(candidate.finding, directions)
            elif sure(directions) and (added := self._finding(INFERRED, pair.a, pair.b)):
                yield candidate, rescored(added, directions)

    def _finding(self, detector: Detector, a: Reading, b: Reading) -> Finding | None:
        clash = detector.function(a, b)
        if clash is None or clash.strength < self._floor:
            return None
        clash, _ = apply(clash, self._setting(a, b))
        score = _right(detector, clash)
        side_a, side_b = quote(a, clash.focus_a), quote(b, clash.focus_b)
        return Finding(
            id=_key(clash, side_a, side_b),
            kind=clash.kind,
            rule=detector.code,
            severity=clash.severity,
            score=round(min(1.0, max(0.0, score)), 3),
            a=side_a,
            b=side_b,
            why=self._why(clash, side_a, side_b),
            reconciled_by=clash.reconciled_by,
            strength=clash.strength,
        )

    def _setting(self, a: Reading, b: Reading) -> Setting:
        """What vetoes may look at."""
        left, right = a.claim.source, b.claim.source
        shared, other_figures = self._of_two(left, right)
        return Setting(
            a=a,
            b=b,
            article_a=self._articles[left],
            article_b=self._articles[right],
            spoken_a=self._spoken[left],
            spoken_b=self._spoken[right],
            namesakes=shared,
            refilled=other_figures,
            told_a=self._told.get(left, {}),
            told_b=self._told.get(right, {}),
            looking_back={self._of_the_day.get(left), self._of_the_day.get(right)} == {True, False},
        )

    def _of_two(self, left: str, right: str) -> tuple[frozenset[str], bool]:
        """What tells two articles' things apart, worked out once a couple: names they use for different things, and
        whether they fill one form with other figures.
        """
        couple = (left, right)
        if left == right:
            return frozenset(), False
        if couple not in self._told_of:
            introductions = (self._introduced.get(source, NOTHING) for source in couple)
            counts = (self._figures.get(source, {}) for source in couple)
            self._told_of[couple] = namesakes(*introductions), refilled(*counts)
        return self._told_of[couple]

    def _why(self, clash: Clash, a: Side, b: Side) -> str:
        """The clash in one sentence, with both sources."""
        if a.source == b.source:
            return f"{clash.why} ({a.source}, lines {a.line} and {b.line})"
        origin = self._origins.get(a.source, a.source) == self._origins.get(b.source, b.source)
        note = "; both go back to one origin" if origin else ""
        return f"{clash.why} ({a.source} and {b.source}{note})"


class _Part:
    """Judges a stretch of pairs, wherever it is sent."""

    def __init__(self, judge: Judge, pairs: Sequence[Pair]) -> None:
        """Keep what is to be judged, and by whom."""
        self._judge, self._pairs = judge, pairs

    def __call__(self, start: int) -> list[Finding | None]:
        """What there is to say of the pairs from `start`."""
        return [self._judge.finding(pair.a, pair.b) for pair in self._pairs[start : start + _STEP]]


def _of_the_day(readings: Iterable[Reading]) -> bool | None:
    """Whether an article tells the news of the day ("mardi") or looks back ("le 3 mai 2019"); None without a date."""
    told = ((d, reading.claim.lang) for reading in readings for d in reading.claim.dates)
    dates = [d for d, lang in told if not d.clock or _on_a_weekday(d, lang)]
    if any(d.relative for d in dates):
        return True
    return False if any(d.first for d in dates) else None


def _on_a_weekday(when: When, lang: str) -> bool:
    """Whether a date with its hour names a day of the week: "11.15pm on Saturday"."""
    return any(group == "weekday" for word in when.text.lower().split() for group, _ in member(word, lang))


def _right(detector: Detector, clash: Clash) -> float:
    """The share of such findings that are right: by severity and, from CORPUS_FLOOR on, by how well aligned."""
    if clash.strength < CORPUS_FLOOR and detector.weak is not None:
        return detector.weak
    share = detector.precision if clash.severity is Severity.CONFLICT else detector.tension
    return share * (1 - _BY_STRENGTH * (1 - clash.strength))


def _ways(finding: Finding) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
    """The two sides of a finding, seen from either."""
    return (finding.a, finding.b), (finding.b, finding.a)


def _key(clash: Clash, a: Side, b: Side) -> str:
    """A key that outlives edits elsewhere and moved files: from the kind and the two folded quotes, in either order."""
    return digest(clash.kind.value, *sorted((fold(a.text), fold(b.text))))


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        _RANK[finding.severity],
        -finding.score,
        finding.a.source,
        finding.a.start,
        finding.b.source,
        finding.b.start,
        finding.rule,
    )
