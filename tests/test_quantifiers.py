"""Quantifiers: how much of a class a statement is about, and which two statements on one class exclude each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck import claims
from factcheck.facts import QuantifierFact, read
from factcheck.facts.extents import Extent
from factcheck.interval import Interval
from factcheck.model import Article
from factcheck.pipeline import compare_all


def share(low: str, high: str, *, above: bool = False, below: bool = False) -> Interval:
    """A share of a class, its ends included unless told otherwise."""
    return Interval(low=Decimal(low), high=Decimal(high), low_inclusive=not above, high_inclusive=not below)


def point(value: int) -> Interval:
    """So many."""
    return Interval.point(Decimal(value))


def test_a_share_of_a_known_class_is_a_number() -> None:
    """Two thirds of six are four, and the rest two; a third of twelve is four and not nearly four."""
    assert Extent.of(share=Interval.point(Decimal(2) / 3), total=point(6)).count == point(4)
    assert Extent.of(share=Interval.point(Decimal(2) / 3), total=point(6)).rest.count == point(2)
    assert Extent.of(share=Interval.point(Decimal(1) / 3), total=point(12)).count == point(4)


def test_a_number_of_a_known_class_is_a_share() -> None:
    """At least five of six leave one at most, a sixth."""
    extent = Extent.of(count=Interval(low=Decimal(5)), total=point(6))
    assert extent.rest.count.high == 1
    assert extent.rest.share.high == Decimal("0.166667")


def test_without_a_size_only_none_all_and_some_follow() -> None:
    """No share is no member, all leave none, and a share above nothing is somebody."""
    assert Extent.of(share=share("0", "0")).count == point(0)
    assert Extent.of(share=share("1", "1")).rest.count == point(0)
    assert Extent.of(share=share("0", "1", above=True)).count.low == 1
    assert Extent.of(share=share("0.5", "1", above=True)).rest.count.low == 0


def facts(text: str, lang: str) -> list[QuantifierFact]:
    """The quantified statements of a short text."""
    found = claims.extract([Article(id="a", text=text, lang=lang)], every=True)
    return [fact for reading in read(found) for fact in reading.facts if isinstance(fact, QuantifierFact)]


READ = [
    ("fr", "Tous les marins ont signé l'accord.", "marin", share("1", "1"), False),
    ("fr", "La plupart des marins ont signé l'accord.", "marin", share("0.5", "1", above=True), False),
    ("fr", "Aucun des marins n'a signé l'accord.", "marin", share("0", "0"), False),
    ("fr", "Certains marins n'ont pas signé l'accord.", "marin", share("0", "1", above=True), True),
    ("fr", "Tous les marins n'ont pas signé l'accord.", "marin", share("0", "1", below=True), False),
    ("fr", "Une minorité de marins a signé l'accord.", "marin", share("0", "0.5", below=True), False),
    (
        "fr",
        "Plus de 40 % mais moins de 70 % des marins ont signé.",
        "marin",
        share("0.4", "0.7", above=True, below=True),
        False,
    ),
    ("fr", "Les douze marins ont signé l'accord.", "marin", share("1", "1"), False),
    ("en", "Most of the sailors signed the deal.", "sail", share("0.5", "1", above=True), False),
    ("en", "None of the sailors signed the deal.", "sail", share("0", "0"), False),
    ("en", "Not all sailors signed the deal.", "sail", share("0", "1", below=True), False),
    ("en", "Some sailors did not sign the deal.", "sail", share("0", "1", above=True), True),
    ("en", "Few sailors signed the deal.", "sail", share("0", "0.5", below=True), False),
]


@pytest.mark.parametrize(("lang", "text", "restrictor", "expected", "negated"), READ, ids=[row[1] for row in READ])
def test_read(lang, text, restrictor, expected, negated):
    """A quantifier, its class, its share, and whether the predicate is denied of that share."""
    fact = facts(text, lang)[0]
    assert (fact.restrictor, fact.extent.share, fact.negated) == (restrictor, expected, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Les puces les plus chères se vendent.",
        "Un peu d'eau suffit.",
        "Tous les marins ont-ils signé ?",
        "Si tous les marins signent, le port rouvrira.",
        "Selon deux témoins, le bateau n'a pas coulé.",
    ],
)
def test_nothing_read(text):
    """No quantifier, a question, a supposition, those on whose word it is."""
    assert not [fact for fact in facts(text, "fr") if fact.word != "some"]


def test_the_size_of_a_class_is_told_before() -> None:
    """A share without a noun is of those that the sentence before presents; groups of them add up."""
    told = facts("Il y a douze marins. Un tiers portent un bonnet rouge.", "fr")
    assert [fact.extent.count for fact in told] == [point(4)]
    added = facts("Il y a six chats. Trois chats gris et un chat noir courent sur le quai.", "fr")[-1]
    assert (added.word, added.extent.count.low, added.extent.total) == ("sum", 4, point(6))


APART = [
    ("fr", "Tous les passagers sont sortis vivants.", "La plupart des passagers sont morts."),
    ("fr", "Tous les marins ont signé l'accord.", "Certains marins n'ont pas signé l'accord."),
    ("fr", "Aucun marin n'a signé l'accord.", "Plusieurs marins ont signé l'accord."),
    ("fr", "La plupart des élus ont approuvé le projet.", "Un tiers des élus ont approuvé le projet."),
    ("fr", "Une majorité d'habitants soutient le projet.", "Une minorité d'habitants soutient le projet."),
    ("fr", "Les douze otages ont été libérés.", "Trois otages n'ont pas été libérés."),
    ("fr", "Seulement la moitié des six juges ont voté la grève.", "Au moins quatre juges ont voté la grève."),
    ("fr", "Il y a six chats. Trois chats gris, un chat noir et un chat blanc courent.", "Plus d'un chat est assis."),
    ("fr", "Le préfet n'a libéré aucun otage.", "Le préfet a libéré certains otages."),
    ("fr", "Moins de la moitié des élèves ont voté.", "Deux élèves sur trois ont voté."),
    (
        "fr",
        "Deux femmes en gris regardent la mer tandis qu'une autre femme en rose lit.",
        "Au moins deux femmes portent du rose.",
    ),
    ("en", "All passengers survived the crash.", "Most passengers died in the crash."),
    ("en", "Most of the deputies backed the bill.", "Less than a third of the deputies backed the bill."),
    ("en", "Not all sailors signed the deal.", "Every sailor signed the deal."),
    ("en", "None of the hostages was freed.", "Several hostages were freed."),
    ("en", "A majority of voters backed the treaty.", "Only a few voters backed the treaty."),
]
TOGETHER = [
    ("fr", "Certains marins ont signé l'accord.", "Certains marins n'ont pas signé l'accord."),
    ("fr", "La plupart des marins ont signé l'accord.", "Certains marins ont signé l'accord."),
    ("fr", "Au moins trois marins ont signé l'accord.", "Quatre marins ont signé l'accord."),
    ("fr", "Tous les marins n'ont pas signé l'accord.", "La plupart des marins ont signé l'accord."),
    ("fr", "Peu de marins ont signé l'accord.", "La plupart des marins n'ont pas signé l'accord."),
    ("fr", "Tous les marins ont signé l'accord.", "Certains dockers n'ont pas signé l'accord."),
    ("fr", "Tous les marins bretons ont signé l'accord.", "Certains marins n'ont pas signé l'accord."),
    ("fr", "La moitié des élus ont approuvé le projet.", "52 % des élus ont approuvé le projet."),
    ("fr", "Un tiers des élus ont voté pour la loi.", "La plupart des élus ont voté contre la loi."),
    ("fr", "30 % des élus n'ont pas voté la loi.", "60 % des élus ont voté la loi."),
    ("fr", "Plus de 200 personnes vivent dans la ville.", "La majorité des habitants logent hors de la ville."),
    ("fr", "Plus de cinq marins ont vu deux phares à Brest.", "Moins de cinq marins ont vu tous les phares à Brest."),
    ("fr", "Trois chats gris et deux chats noirs courent.", "Quatre chats courent."),
    ("fr", "Il y a douze élus au port de Brest.", "Deux élus habitent le port de Brest."),
    ("fr", "Plus de cinq marins ont fui Brest.", "Pas moins de quatre marins ont fui Brest."),
    ("en", "Some sailors signed the deal.", "Some sailors did not sign the deal."),
    ("en", "Most sailors signed the deal.", "Several sailors signed the deal."),
    ("en", "All sailors from Brest signed the deal.", "Some sailors did not sign the deal."),
    ("en", "At least three sailors signed.", "Four sailors signed."),
]


@pytest.mark.parametrize(("lang", "a", "b"), APART, ids=[f"{a} / {b}" for _, a, b in APART])
def test_apart(lang, a, b):
    """No number of the class fits both, whichever comes first."""
    assert [v.label for v in compare_all([(a, b, lang), (b, a, lang)])] == ["contradiction"] * 2


@pytest.mark.parametrize(("lang", "a", "b"), TOGETHER, ids=[f"{a} / {b}" for _, a, b in TOGETHER])
def test_together(lang, a, b):
    """Some of a class leave others; another class, or less said of it, is another statement."""
    assert [v.label for v in compare_all([(a, b, lang), (b, a, lang)])] == ["neutral"] * 2
