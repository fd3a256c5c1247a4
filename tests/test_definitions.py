"""What a sentence says its subject is, when it was born or made, and when two such sentences clash."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.conflicts.detectors.identities import other_kind
from factcheck.conflicts.findings import CORPUS_FLOOR
from factcheck.facts import DefinitionFact, Happening, read
from factcheck.model import Article
from factcheck.pipeline import compare_all


def facts(text: str, lang: str, kind: type):
    """The facts of one type that a text states."""
    found = read(extract((Article(id="a", text=text, lang=lang),), every=True))
    return [fact for reading in found for fact in reading.by_kind.get(kind, ())]


READ = [
    (
        "en",
        "Low Tide (spelt LOW TIDE) is a 1990 British drama film shot in Wales.",
        ("film",),
        1990,
        {"royaume uni"},
        set(),
    ),
    ("en", "Kerlan is a little town near the coast.", ("city",), None, set(), set()),
    ("en", "Kerlan is in France.", (), None, set(), {"france"}),
    ("en", "Kerlan, also called Abalan, is a port city in the west of France.", ("city",), None, set(), {"france"}),
    ("en", "Jo Abalan is Danish.", (), None, {"danemark"}, set()),
    ("en", "Jo Abalan is a player of American football.", (), None, set(), set()),
    ("fr", "Marée basse est un film britannique de 1990.", ("film",), 1990, {"royaume uni"}, set()),
    ("fr", "Kerlan est une ville portuaire située en France.", ("ville",), None, set(), {"france"}),
]


@pytest.mark.parametrize(
    ("lang", "text", "kinds", "year", "countries", "sites"), READ, ids=[text for _, text, *_ in READ]
)
def test_read(lang, text, kinds, year, countries, sites):
    """Kinds, year, countries and places are those of the predicate noun; brackets and asides are none of it."""
    (found,) = facts(text, lang, DefinitionFact)
    assert tuple(word for members, _ in found.kinds for _, word in members) == kinds
    assert (found.year and found.year[0]) == year
    assert set(found.countries) == countries
    assert set(found.sites) == sites


NONE = [
    ("en", "Low Tide is not a film."),
    ("en", "The man who fished there is a baker."),
    ("en", "Low Tide was shot in Wales."),
    ("en", "Nobody fished there."),
    ("fr", "Marée basse n'est pas un film."),
    ("fr", "Le film a été tourné à Brest."),
]


@pytest.mark.parametrize(("lang", "text"), NONE, ids=[text for _, text in NONE])
def test_no_definition(lang, text):
    """What is denied, told of an act or has no copula defines nothing."""
    assert not [f for f in facts(text, lang, DefinitionFact) if f.kinds or f.sites or f.countries]


CLASH = [
    ("en", "Low Tide is the third live album of Jo Abalan.", "Low Tide is a TV series.", True),
    ("en", "Low Tide is a 1990 film about fishing.", "Low Tide is a 1993 film.", True),
    ("en", "Low Tide is a 1990 film about fishing.", "Low Tide is a 1993 novel by Jo Abalan.", True),
    ("en", "Timothy Jo Abalan is a Danish actor.", "Tim Abalan is a Swedish actor.", True),
    ("en", "Tomas Abalan is a Danish actor known for comedies.", "Nina Abalan is Swedish.", False),
    ("en", "Kerlan is a Danish university based in Aarhus.", "Kerlan is in Peru.", True),
    ("en", "Kerlan is a small town in Lower Abalan, in northern Peru.", "Kerlan is in Chile.", True),
    ("en", "Kerlan is a small town in Lower Abalan, in northern Peru.", "Kerlan is in Lower Abalan.", False),
    ("en", "Jo Abalan is a trained guard dog.", "Jo Abalan is a singer.", True),
    ("en", "Jo Abalan is a Danish actor who wrote two novels.", "Jo Abalan is a teacher from Aarhus.", False),
    ("en", "Jo Abalan is a Danish actor.", "Jo Abalan is a Danish and Swedish actor.", False),
    ("en", "Jo Abalan is a Danish actor.", "Jo Abalan is an American football coach.", False),
    ("en", "Low Tide is a 1990 film.", "High Water is a 1993 film.", False),
    ("en", "Low Tide is a film.", "Low Tide is not a song.", False),
    ("fr", "Marée basse est le troisième album de Jo Abalan.", "Marée basse est un film.", True),
    ("fr", "Kerlan est une ville située en France.", "Kerlan est en Espagne.", True),
    ("fr", "Kerlan est une ville située en France.", "Kerlan est en Bretagne.", False),
    ("fr", "Jo Abalan est un acteur danois.", "Jo Abalan est suédois.", True),
    ("fr", "Jo Abalan est un acteur danois.", "Jo Abalan est malade.", False),
    ("en", "Jo Abalan (12 May 1950 – 3 June 2001) was a painter.", "Jo Abalan was born in April 1950.", True),
    ("en", "Jo Abalan (12 May 1950 – 3 June 2001) was a painter.", "Jo Abalan died on 3 June 2001.", False),
    ("en", "Jo Abalan (1950-2001) was a painter.", "Jo Abalan was born in 1953.", True),
    ("en", "Low Tide is a film by Jo Abalan, released on 30 October 2007.", "Low Tide was released in March.", True),
    ("en", "Low Tide is a film by Jo Abalan, released on 30 October 2007.", "Low Tide was released in October.", False),
    ("fr", "Jo Abalan (12 mai 1950 - 3 juin 2001) était un peintre.", "Jo Abalan est né le 3 juin 1951.", True),
    ("fr", "Jo Abalan (né le 12 mai 1950 à Brest) était un peintre.", "Jo Abalan est né en 1953.", True),
    ("fr", "Jo Abalan (12 mai 1950, Brest – 3 juin 2001) est un peintre.", "Jo Abalan est mort en 2004.", True),
    ("fr", "Jo Abalan (1950-2001) était un peintre.", "Jo Abalan est né le 12 mai 1950.", False),
    ("fr", "Kerlan est un groupe breton, formé en 1990 à Brest.", "Kerlan a été formé en 1994.", True),
    # the year that a work is labelled with, and its release
    ("en", "Low Tide is a 1990 film.", "Low Tide was released in 1996.", True),
    ("en", "Low Tide is a 1990 film.", "Low Tide is a western that was released in 1920.", True),
    ("en", "Low Tide is a 1990 film.", "Low Tide was released in 1991.", False),
    ("en", "Low Tide is a 1990 film.", "Low Tide was shot in 1996.", False),
    ("fr", "« Basse Mer » est un film de 1990.", "« Basse Mer » est sorti en 1996.", True),
    ("fr", "« Basse Mer » est un film de 1990.", "« Basse Mer » est sorti en 1991.", False),
    ("en", "Jo Kerlan MC and bar (1 May 1917 – 2006) was an officer.", "Jo Kerlan was born in June 1917.", True),
    # what is begun but once
    ("en", "Jo Kerlan began his career in 1950.", "His career started in 1956.", True),
    ("en", "Filming began in May 1990.", "Filming began in July 1990.", True),
    ("fr", "Jo Kerlan a commencé sa carrière en 1950.", "Jo Kerlan a débuté sa carrière en 1956.", True),
    # two places in one order
    ("en", "Kerlan is the largest city in Norway.", "Kerlan is the third largest city in Norway.", True),
    ("en", "Kerlan is the most populous city in Norway.", "Kerlan is Norway's city.", False),
    ("en", "Low Tide is her debut album.", "Low Tide is her second album.", True),
    (
        "en",
        "Kerlan is the largest city in Norway by area.",
        "Kerlan, an old harbour with a mill, is the third largest city in Norway by population.",
        False,
    ),
    ("en", "Kerlan is the largest city in Norway.", "Kerlan is the third largest port in Norway.", False),
    ("en", "Kerlan is the largest city in Norway.", "Kerlan is the third largest city in Europe.", False),
    ("fr", "Kerlan est la plus grande ville de Norvège.", "Kerlan est la deuxième plus grande ville de Norvège.", True),
    ("fr", "Kerlan est la plus grande ville de Norvège.", "Kerlan est le deuxième port de Norvège.", False),
]


@pytest.mark.parametrize(("lang", "a", "b", "clashes"), CLASH, ids=[f"{a} / {b}" for _, a, b, _ in CLASH])
def test_clash(lang, a, b, clashes):
    """Kinds, countries, years and places that exclude each other clash, and so do two dates of a birth or making."""
    (verdict,) = compare_all([(a, b, lang)])
    assert (verdict.label == "contradiction") is clashes


def test_only_side_by_side():
    """One name may be that of a film and of a song: a corpus is not asked."""
    a, b = (
        read(extract((Article(id="a", text=f"Low Tide is a {kind}.", lang="en"),), every=True))[0]
        for kind in ("film", "song")
    )
    clash = other_kind(a, b)
    assert clash
    assert clash.strength < CORPUS_FLOOR


def test_lives():
    """A birth and a death stand in brackets behind the name that opens a definition."""
    found = facts("Jo Abalan (1950-2001), also called Jo Kerlan, was a painter.", "en", Happening)
    assert [(f.act, f.when.first.year, f.names) for f in found] == [
        ("bear", 1950, {"jo abalan", "jo kerlan"}),
        ("death", 2001, {"jo abalan", "jo kerlan"}),
    ]
    assert facts("Jo Abalan (1950) was a painter.", "en", Happening) == []
