"""Which claims meet: by what their facts are about, by rare words, by wording; in bounded work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from factcheck.conflicts.nearest import Features, Limits, nearest
from factcheck.conflicts.pairing import pair
from factcheck.facts import Reading
from tests.factories import number, quantity, reading

WIDE = Limits(holders=300, meetings=4000, partners=40)


def met(*readings: Reading) -> dict[tuple[int, int], tuple[tuple[str, str], ...]]:
    """The pairs by the places of their readings, with reasons."""
    places = {id(r): n for n, r in enumerate(readings)}
    return {(places[id(p.a)], places[id(p.b)]): p.reasons for p in pair(readings)}


def wounded(text: str, topic: set[str], **rest: object) -> Reading:
    """A claim that counts wounded."""
    return reading(number(quantity(12), "faire"), text=text, topic=topic, **rest)


def rows(*features: list[int], asked: bool = True) -> Iterator[Features]:
    """Each row's features, in one batch."""
    owners = [row for row, codes in enumerate(features) for _ in codes]
    codes = [code for held in features for code in held]
    yield Features(rows=np.array(owners), codes=np.array(codes), asked=np.full(len(codes), asked))


def test_a_key_and_a_word() -> None:
    """What is counted and one word more bring two claims together, and both are kept as reasons."""
    found = met(wounded("Bilan un", {"gare"}), wounded("Chiffre deux", {"gare"}))
    assert found == {(0, 1): (("number", "blessé"), ("word", "gare"))}


def test_a_key_alone() -> None:
    """What is counted alone brings nobody together: everybody counts wounded."""
    assert met(wounded("Bilan un", {"gare"}), wounded("Chiffre deux", {"port"})) == {}


def test_a_neighbour_lends_its_words() -> None:
    """The word may stand in the sentence beside: "gare" is what the paragraph is about."""
    first = wounded("Bilan un", {"gare"})
    near = replace(wounded("Chiffre deux", {"quai"}), near=frozenset({"gare"}))
    assert list(met(first, near)) == [(0, 1)]


def test_neighbours_alone_bring_nobody_together() -> None:
    """Two claims that only stand beside a word have nothing in common themselves."""
    sides = [replace(wounded(text, set()), near=frozenset({"gare"})) for text in ("Bilan un", "Chiffre deux")]
    assert met(*sides) == {}


def test_two_words() -> None:
    """Two names or words that both claims hold do, without any fact."""
    a = reading(text="Le premier", topic={"barrage"}, names={"luc morvan"})
    b = reading(text="La seconde", topic={"barrage"}, names={"morvan"})
    assert met(a, b) == {(0, 1): (("word", "barrage"), ("word", "morvan"))}


def test_wording() -> None:
    """Sentences written alike meet although no word is quite the same."""
    a = reading(text="Les pêcheurs bretons réclamaient des quotas")
    b = reading(text="Le pêcheur breton réclame un quota")
    c = reading(text="Aucun train ne circule ce jeudi")
    assert met(a, b, c) == {(0, 1): (("wording", "alike"),)}


def test_text_without_words() -> None:
    """Claims of signs, or none at all, give no pairs and no fault."""
    assert met() == {}
    assert met(reading(text="…"), reading(text="\ud800 ?!")) == {}


def test_order_does_not_show() -> None:
    """The pairs hang on the claims, not on who stands first."""
    claims = [wounded(f"Phrase {n}", {"gare", f"w{n % 3}"}) for n in range(9)]
    forth = {frozenset((a, b)) for a, b in met(*claims)}
    back = {frozenset((8 - a, 8 - b)) for a, b in met(*claims[::-1])}
    assert forth == back
    assert forth


def test_rarer_counts_more() -> None:
    """Of two partners the one with the rarer common feature is kept."""
    features = [[1, 2], [1, 3], [2, 4], [2, 5], [2, 6]]
    found = nearest(lambda: rows(*features), 5, Limits(holders=300, meetings=4000, partners=1))
    assert dict(zip(found.rows.tolist(), found.partners.tolist(), strict=True))[0] == 1


def test_what_all_share_finds_nobody() -> None:
    """A feature that too many rows hold brings nobody together, and all of them are told to be cut."""
    found = nearest(lambda: rows(*([[7]] * 9)), 9, Limits(holders=5, meetings=4000, partners=40))
    assert len(found.rows) == 0
    assert found.cut.tolist() == list(range(9))


def test_work_is_bounded() -> None:
    """A row meets no more than its limit, its rarest features first, and says that it was cut."""
    features = [[1, 2], *([[2]] * 50), [1]]
    found = nearest(lambda: rows(*features), 52, Limits(holders=300, meetings=10, partners=40))
    mine = found.partners[found.rows == 0].tolist()
    assert mine == [51]
    assert 0 in found.cut.tolist()


def test_found_but_not_asked() -> None:
    """What a row only is found by does not make it look for others."""
    assert len(nearest(lambda: rows([1], [1], asked=False), 2, WIDE).rows) == 0


def test_cosine() -> None:
    """With `cosine` rows that share half of what they hold pass where those that share a tenth do not."""
    features = [[1, 2], [1, 3], [*range(10, 20)], [10, *range(30, 39)]]
    limits = Limits(holders=300, meetings=4000, partners=40, least=0.2)
    found = nearest(lambda: rows(*features), 4, limits, cosine=True)
    assert sorted(zip(found.rows.tolist(), found.partners.tolist(), strict=True)) == [(0, 1), (1, 0)]


def test_many_pieces_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the work is cut, the partners are the same."""
    import factcheck.conflicts.nearest as module

    features = [[n % 7, 100 + n % 11] for n in range(200)]
    whole = nearest(lambda: rows(*features), 200, WIDE)
    monkeypatch.setattr(module, "_AT_ONCE", 50)
    cut = nearest(lambda: rows(*features), 200, WIDE)
    assert whole.rows.tolist() == cut.rows.tolist()
    assert whole.partners.tolist() == cut.partners.tolist()
