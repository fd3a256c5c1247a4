"""Work spread over processes: the same answers in the same order, wherever they are worked out."""

from __future__ import annotations

import os
import pickle
from functools import partial

import pytest

from factcheck import claims
from factcheck.conflicts import findings
from factcheck.conflicts.findings import Judge
from factcheck.conflicts.pairing import pair
from factcheck.facts import read
from factcheck.model import Article
from factcheck.workers import spread

TEXTS = (
    "L'incendie de l'usine Delmas a fait 12 blessés. Le maire de Quimper a fermé la route.",
    "L'incendie de l'usine Delmas a fait 15 blessés. Le maire de Quimper n'a pas fermé la route.",
    "L'usine Delmas emploie 300 personnes à Quimper depuis 2004.",
)


def with_place(base: int, part: int) -> tuple[int, int]:
    """A number, and the process that looked at it."""
    return base + part, os.getpid()


@pytest.mark.parametrize(("parts", "elsewhere"), [(range(9), True), (range(3), False), (range(0), False)])
def test_in_order(parts: range, elsewhere: bool) -> None:
    """Two processes give back what one does, in its order; where there is little to do none is started."""
    done = list(spread(partial(with_place, 10), parts, 2, least=2))
    assert [number for number, _ in done] == [10 + part for part in parts]
    assert all((place != os.getpid()) is elsewhere for _, place in done)


def test_findings_do_not_hang_on_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs judged elsewhere give the same findings, and whoever judges them can be sent there."""
    articles = [Article(id=f"{n}.txt", text=text, lang="fr") for n, text in enumerate(TEXTS)]
    readings = read(claims.extract(articles))
    pairs, judge = pair(readings), Judge(articles, {}, readings)
    alone = judge.findings(pairs, explained=True)
    monkeypatch.setattr(findings, "_STEP", 1)
    monkeypatch.setattr(findings, "_LEAST", 1)
    assert len(pairs) > 1
    assert {found.rule for found in alone} >= {"Q1", "N1"}
    assert judge.findings(pairs, explained=True, jobs=2) == alone
    sent_judge, sent_pairs = pickle.loads(pickle.dumps((judge, pairs)))  # as where processes can't be forked
    assert sent_judge.findings(sent_pairs, explained=True) == alone
