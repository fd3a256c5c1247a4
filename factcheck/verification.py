"""A draft against what is known: each of its claims is supported, contradicted, or not found.

What is known is a pile of documents, or the reviewed claims of a ledger. Both answers are strict:

- `contradicted` needs what `conflicts` calls a conflict: the two cannot both hold as worded. A tension, which a
  period, a scope or a speaker may reconcile, accuses nobody; it is listed beside a verdict that it does not make.
- `supported` needs one claim that says the same: the same words, or every figure and date of the draft's claim under
  the same predicate and roles, with its names and most of its words (`factcheck.conflicts.support`).
- Anything else is `not_found`: neither true nor false, but not in what was given.

Where some of the evidence supports a claim and some contradicts it, it is `contradicted`, and both are shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from factcheck import pipeline
from factcheck.conflicts.findings import Judge
from factcheck.conflicts.inference import Candidate, Opinion
from factcheck.conflicts.meeting import Pair, keys
from factcheck.conflicts.origins import origins
from factcheck.conflicts.quoting import quote
from factcheck.conflicts.support import Support, support
from factcheck.facts import Reading, read
from factcheck.model import Article, Claim, Finding, Severity, Side
from factcheck.witnesses import Known, Witness, is_ledger, of_documents, of_ledger

# Claims of the evidence that share less than two keys or words with a draft's claim are about something else; of
# the others the nearest are looked at.
_LEAST_SHARED = 2
_NEAREST = 300
# A draft's claim meets the holders of its rarest keys and words first, and no more of them in all: what a large corpus
# is about would bring it together with everybody.
_MET = 20_000
# More quotes than these tell a person nothing new.
_MOST_EVIDENCE = 5


class Label(StrEnum):
    """What a claim of a draft comes to."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"


class Relation(StrEnum):
    """How a piece of evidence stands to a claim, the weightiest first."""

    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"
    TENSION = "tension"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote that bears on a draft's claim, and why; `rule` is that of a clash, `entry` the ledger's claim."""

    relation: Relation
    side: Side
    why: str
    score: float
    rule: str | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A claim of a draft with its label; `evidence` is sorted, the best first.

    `supporting` and `contradicting` count the independent origins on either side.
    """

    claim: Claim
    label: Label
    why: str
    evidence: tuple[Evidence, ...] = ()
    supporting: int = 0
    contradicting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The claims of the drafts, checked, in their order; `articles` and `claims` count the evidence."""

    drafts: tuple[Article, ...]
    checked: tuple[Checked, ...]
    articles: int
    claims: int
    notes: tuple[str, ...] = ()


def verify(
    drafts: Sequence[str],
    against: str | Sequence[str],
    *,
    options: pipeline.Options | None = None,
    progress: pipeline.Progress | None = None,
) -> Verification:
    """Check each claim of the documents behind `drafts` against a ledger, or against the documents behind paths."""
    chosen = options or pipeline.Options()
    paths = [against] if isinstance(against, str) else list(against)
    backend = pipeline.model_of(chosen.nli)
    opinion = Opinion(backend, progress=progress) if backend else None
    mine = pipeline.extract(drafts, options=chosen, progress=progress)
    known = (of_ledger if is_ledger(paths) else of_documents)(paths, mine.articles, chosen, progress)
    checker = _Checker(mine, known, opinion)
    return Verification(
        drafts=mine.articles,
        checked=tuple(map(checker.check, read(mine.claims))),
        articles=len(known.articles),
        claims=len({witness.reading.claim.id for witness in known.witnesses}),
        notes=(*mine.notes, *known.notes, *(opinion.notes if opinion else ())),
    )


# --- the verdict --------------------------------------------------------------------------------------


class _Checker:
    """Holds the claims of drafts against what is known."""

    def __init__(self, mine: pipeline.Extraction, known: Known, opinion: Opinion | None = None) -> None:
        """Index the witnesses by what their claims can be met over and speak of; `opinion` is a model's."""
        articles = (*mine.articles, *known.articles)
        self._witnesses = known.witnesses
        self._origins = origins(articles)
        self._judge = Judge(articles, self._origins, (w.reading for w in known.witnesses), opinion=opinion)
        self._holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i, witness in enumerate(known.witnesses):
            for key in _anchors(witness.reading):
                self._holders[key].append(i)

    def check(self, draft: Reading) -> Checked:
        """The label of a claim with its evidence."""
        found = {(e.relation, e.side.source, e.side.start): e for e in self._evidence(draft)}
        evidence = tuple(sorted(found.values(), key=_order))
        best = evidence[0] if evidence else None
        label = _LABELS[best.relation] if best else Label.NOT_FOUND
        why = best.why if best else "nothing here says so or otherwise"
        return Checked(
            claim=draft.claim,
            label=label,
            why=why,
            evidence=evidence[:_MOST_EVIDENCE],
            supporting=self._count(evidence, Relation.SUPPORTS),
            contradicting=self._count(evidence, Relation.CONTRADICTS),
        )

    def _evidence(self, draft: Reading) -> Iterator[Evidence]:
        silent: dict[Candidate, Witness] = {}
        for witness in self._near(draft):
            finding = self._judge.finding(draft, witness.reading)
            if finding is not None and finding.severity is not Severity.EXPLAINED:
                if _tells(witness, finding):
                    yield _against(finding, witness)
                continue
            same = support(draft, witness.reading)
            if same and witness.reviewed(*same.focus):
                yield _alike(same, witness)
            if same is None and finding is None:
                silent[Candidate(pair=Pair(a=draft, b=witness.reading), finding=None)] = witness
        for candidate, finding in self._judge.reconsidered(list(silent)):
            if _tells(silent[candidate], finding) and finding.severity is not Severity.EXPLAINED:
                yield _against(finding, silent[candidate])

    def _near(self, draft: Reading) -> list[Witness]:
        """The witnesses that share most with a claim, in a stable order; its rarest anchors are asked first."""
        held = sorted((self._holders.get(key, []) for key in sorted(_anchors(draft))), key=len)
        met = accumulate(map(len, held))
        shared = Counter(i for holders, so_far in zip(held, met, strict=True) if so_far <= _MET for i in holders)
        near = sorted((i for i, count in shared.items() if count >= _LEAST_SHARED), key=lambda i: (-shared[i], i))
        return [self._witnesses[i] for i in near[:_NEAREST]]

    def _count(self, evidence: Sequence[Evidence], relation: Relation) -> int:
        """The independent origins of the evidence that stands so."""
        sources = {e.side.source for e in evidence if e.relation is relation}
        return len({self._origins.get(source, source) for source in sources})


_LABELS = {
    Relation.CONTRADICTS: Label.CONTRADICTED,
    Relation.SUPPORTS: Label.SUPPORTED,
    Relation.TENSION: Label.NOT_FOUND,
}


def _anchors(reading: Reading) -> frozenset[tuple[str, str]]:
    """What a claim can be met over, and what it speaks of."""
    return keys(reading) | {("word", word) for word in reading.topic | reading.names}


def _tells(witness: Witness, finding: Finding) -> bool:
    """Whether a clash with a witness says anything: to clash with what is refuted, or not reviewed, proves nothing."""
    return not witness.refuted and witness.reviewed(finding.b.focus.start, finding.b.focus.end)


def _alike(same: Support, witness: Witness) -> Evidence:
    """A claim of the evidence that says the same, as evidence."""
    entry = witness.entry
    side = witness.side or quote(witness.reading, same.focus)
    told = f"; the ledger has it as {entry.verdict.value}: {entry.statement}" if entry else ""
    return Evidence(
        relation=Relation.CONTRADICTS if witness.refuted else Relation.SUPPORTS,
        side=side,
        why=f"{side.source}, line {side.line}, {same.why}{told}",
        score=same.share,
        entry=entry.id if entry else None,
    )


def _against(finding: Finding, witness: Witness) -> Evidence:
    """A clash with a claim of the evidence, as evidence."""
    firm = finding.severity is Severity.CONFLICT
    shown = witness.side if witness.stated and witness.side else finding.b
    return Evidence(
        relation=Relation.CONTRADICTS if firm else Relation.TENSION,
        side=shown,
        why=finding.why,
        score=finding.score,
        rule=finding.rule,
        entry=witness.entry.id if witness.entry else None,
    )


def _order(evidence: Evidence) -> tuple[object, ...]:
    """The weightiest first, then the surest, then by place."""
    side = evidence.side
    return (list(Relation).index(evidence.relation), -evidence.score, side.source, side.start, evidence.why)
