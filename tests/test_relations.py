"""What a thing has one of: the relations read from a claim, when two of them clash, and things of one name."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.conflicts.detectors.relations import other_relation
from factcheck.conflicts.detectors.ties import ties_turned
from factcheck.conflicts.findings import CORPUS_FLOOR
from factcheck.conflicts.namesakes import introduced, namesakes
from factcheck.facts import RelationFact, TieFact, read
from factcheck.model import Article
from factcheck.parse.places import apart
from factcheck.pipeline import compare_all


def readings(text: str, lang: str):
    """The readings of a short article."""
    return read(extract((Article(id="a", text=text, lang=lang),), every=True))


READ = [
    ("en", "Low Tide was directed by Ana Kerlan.", ("direct", {"low tide"}, {"ana kerlan"})),
    ("en", "Low Tide is a drama film directed by Ana Kerlan and Jo Abalan.", None),
    ("en", "The composer of Low Tide is Ana Kerlan.", ("compose", {"low tide"}, {"ana kerlan"})),
    ("en", "The cup began in May and was won by Kerlan Rovers.", ("win", set(), {"kerlan rovers"})),
    ("en", "He was born in Ghent, Belgium.", ("birth", set(), {"ghent", "belgium"})),
    ("fr", "Le film a été réalisé par Ana Kerlan.", ("direct", set(), {"ana kerlan"})),
    ("fr", "Il est né à Quimper.", ("birth", set(), {"quimper"})),
    ("en", 'Critics say the director of "Only Now" was Ana Kerlan.', ("direct", {"only now"}, {"ana kerlan"})),
    ("en", "The writer of Loud (1972) is Ana Kerlan.", ("write", {"loud"}, {"ana kerlan"})),
    ("fr", "Le réalisateur de « Loin et Près » est Ana Kerlan.", ("direct", {"loin", "pres"}, {"ana kerlan"})),
    ("en", "Low Tide was not directed by Ana Kerlan.", ()),
    ("en", 'The director of "Only Now" was not Ana Kerlan.', ()),
    ("en", "Ana Kerlan could direct Low Tide.", ()),
]


@pytest.mark.parametrize(("lang", "text", "expected"), READ, ids=[text for _, text, _ in READ])
def test_read(lang, text, expected):
    """A relation has a thing, maybe a mere pronoun, and the names of its value; denied or possible, it is none."""
    found = [f for r in readings(text, lang) for f in r.facts if isinstance(f, RelationFact)]
    if expected is None:
        assert [(f.relation, f.value) for f in found] == [("direct", {"ana kerlan", "jo abalan"})]
    elif expected:
        assert [(f.relation, f.names, f.value) for f in found] == [expected]
    else:
        assert found == []


CLASH = [
    ("en", "Low Tide is a 1990 film directed by Ana Kerlan.", "It was directed by Jo Abalan.", True),
    ("en", "The producer of Low Tide was Ana Kerlan.", "Low Tide was produced by Jo Abalan.", True),
    ("en", "The league had ten teams and was won by Kerlan.", "The league was won by Abalan.", True),
    ("en", "She was born in Ghent, Belgium, in 1950.", "She was born in Lima, Peru.", True),
    ("fr", "Le roman a été écrit par Ana Kerlan.", "Jo Abalan est l'autrice du roman.", True),
    ("fr", "Elle est née à Gand.", "Elle est née à Lima.", True),
    ("en", "The writer of So Long So Well was Ana Kerlan.", "The writer of So Long So Well was Jo Abalan.", True),
    ("en", "The writer of the 1996 film The Harbour was Ana Kerlan.", "The writer of The Harbour was Jo Abalan.", True),
    ("fr", "Le réalisateur de « Loin » est Ana Kerlan.", "Le réalisateur de « Loin » est Jo Abalan.", True),
    # what is one thing's own, whose a work is, and where a thing lies
    ("en", "Vannec is the capital of Brazil.", "It is the capital of Sweden.", True),
    ("en", "He was born in Ghent and was the son of Jo Abalan.", "He was the son of Max Dow and Ana Kerlan.", True),
    ("en", "Low Tide is a song by the folk band Kerlan.", "Low Tide is a slow song by Jo Abalan.", True),
    ("en", "Kerlan is a city located in Ohio, in the United States.", "Kerlan is in Australia.", True),
    ("en", "Kerlan is in Ohio.", "Kerlan is a town in the United States.", False),
    ("en", "Kerlan is a city located in Ohio, in the United States.", "Kerlan is not in Australia.", False),
    ("en", "Vannec is the capital of Brazil.", "Vannec is the largest port of Sweden.", False),
    ("en", "He was the son of Jo Abalan.", "He was the grandson of Max Dow.", False),
    ("fr", "Vannec est la capitale du Brésil.", "Vannec est la capitale de la Suède.", True),
    ("fr", "Jo Morvan était le fils de Luc Morvan.", "Jo Morvan était le fils de Max Dow et d'Ana Kerlan.", True),
    ("fr", "« Marée » est une chanson de Jo Abalan.", "« Marée » est une vieille chanson de Max Dow.", True),
    ("fr", "Kerlan est une ville située dans l'Ohio, aux États-Unis.", "Kerlan est en Australie.", True),
    ("fr", "« Marée » est une chanson de marins.", "« Marée » est une vieille chanson de Max Dow.", False),
    (
        "en",
        "She earned a PhD in law from Kerlan University.",
        "She earned her PhD from the University of Abalan.",
        True,
    ),
    ("en", "She earned a PhD in law from Kerlan University.", "She earned a diploma from the Abalan School.", False),
    ("fr", "Elle a obtenu un doctorat de l'université de Gand.", "Elle a obtenu son doctorat à Lima, au Pérou.", True),
    ("en", "The author of Loud is Ana Kerlan.", "The author of Loud is a poet named Jo Abalan.", True),
    ("fr", "L'auteur de Loin est Ana Kerlan.", "L'auteur de Loin est un poète nommé Jo Abalan.", True),
    # two lists, each with one that the other lacks
    ("en", "Low Tide was written by Jo Abalan and Max Dow.", "Low Tide was written by Jo Abalan and Ana Kerlan.", True),
    (
        "fr",
        "Les scénaristes de Loin sont Jo Abalan et Max Dow.",
        "Loin a pour scénaristes Jo Abalan et Max Dow.",
        False,
    ),
    ("en", 'The writer of "Only Now" was Ana Kerlan.', 'The writer of "Never Then" was Jo Abalan.', False),
    ("en", "Low Tide was directed by Ana Kerlan and Jo Abalan.", "Low Tide was directed by Jo Abalan.", False),
    ("en", "The music was written by Ana Kerlan.", "The lyrics were written by Jo Abalan.", False),
    ("en", "Low Tide was directed by Ana Kerlan.", "High Water was directed by Jo Abalan.", False),
    ("en", "She was born in Ghent.", "She was born in Belgium.", False),
    ("en", "Low Tide was directed by Kerlan.", "Low Tide was directed by Ana Kerlan.", False),
    ("fr", "Elle est née à Gand.", "Elle est née en Belgique.", False),
]


@pytest.mark.parametrize(("lang", "a", "b", "clashes"), CLASH, ids=[f"{a} / {b}" for _, a, b, _ in CLASH])
def test_clash(lang, a, b, clashes):
    """Two values of one relation clash, unless they share one, are of two things, or one may lie in the other."""
    (verdict,) = compare_all([(a, b, lang)])
    assert (verdict.label == "contradiction") is clashes


def test_only_side_by_side():
    """A thing may have two makers: a corpus is not asked, only two sentences held side by side."""
    a, b = (readings(f"Low Tide was directed by {name}.", "en")[0] for name in ("Ana Kerlan", "Jo Abalan"))
    clash = other_relation(a, b)
    assert clash
    assert clash.strength < CORPUS_FLOOR


def test_name_and_region_exchanged():
    """A town told with its region is exchanged for another so told; a town for a region that may hold it is not."""
    told = "The old mill stands near the station in the middle of {} and is a museum now."
    pairs = [("Raydon, Ohio", "Salmond, Kansas", "contradiction"), ("Raydon", "Ohio", "neutral")]
    for one, other, label in pairs:
        (verdict,) = compare_all([(told.format(one), told.format(other), "en")])
        assert verdict.label == label


def test_passages():
    """What lines up weakly is listened to where two sentences stand side by side, not between two passages."""
    one, other = "It was directed by Ana Kerlan.", "The director is Jo Abalan."
    rest = " The harbour is deep. The boats are old. The gulls sleep on the mast."
    (alone,) = compare_all([(one, other, "en")])
    (within,) = compare_all([(one + rest, other + rest, "en")])
    assert (alone.label, within.label) == ("contradiction", "neutral")


def test_places_apart():
    """Places are held against each other at one rank: a town may lie in a country, not in another town."""
    assert apart(["gand"], ["lima"])
    assert apart(["gand", "belgium"], ["peru"])
    assert not apart(["gand"], ["belgique"])
    assert not apart(["ohio"], ["america"])
    assert apart(["north africa"], ["europe"])
    assert not apart(["north africa"], ["africa"])
    assert not apart(["middle east"], ["asia"])
    assert apart(["afrique du nord"], ["europe de l'est"])


# What is told word for word alike in two articles is one text: what differs in it is an edit.
LIFE = (
    "He grew up in a house by the harbour of Abalan with two brothers who fished for a living. He left school early, "
    "learned to play the accordion from a neighbour and sang in every village of the island."
)
OPENINGS = [
    ("Kerlan, Ohio is a town. It has 400 people.", "Kerlan is a town in Kansas. It has 900 people.", {"kerlan"}),
    (
        "Jo Kerlan (born 1892) was a singer. He wrote songs.",
        "Jo Kerlan (footballer, 1901) ran fast. He won the cup.",
        {"jo kerlan"},
    ),
    ("Kerlan, Ohio is a town. It has 400 people.", "Kerlan is a city in Ohio. It has 900 people.", set()),
    ("Kerlan is a town. It has 400 people.", "Kerlan is a town in Kansas. It has 900 people.", set()),
    ("Kerlan is a town in Ohio.", "Kerlan is a town in Kansas.", set()),
    (
        "The Kerlan Rowing Club (KRC) meets on Mondays. It owns two boats.",
        "The Kerlan Rugby Club (KRC) plays in the league. It has forty members.",
        {"krc"},
    ),
    (
        "The University of Kerlan (UK) is old. It has six halls.",
        "Members of the University of Kerlan (UK) met. They voted.",
        set(),
    ),
    ("Low Tide (1990 album) sold well. It is short.", "Low Tide (2004 album) is long. It sold badly.", {"low tide"}),
    ("Kerlan (2010) counts the gulls. They are few.", "Kerlan (2014) counts the terns. They are many.", set()),
    (
        "Low Tide is the fifth album by Jo Kerlan. It is long.",
        "Low Tide is the third album by Abalan. It is short.",
        {"low tide"},
    ),
    (
        "Low Tide is the fifth album by Jo Kerlan. It is long.",
        "Low Tide is the third album by Jo Kerlan. It is short.",
        set(),
    ),
    (f"Jo Kerlan (born 1892) sang. {LIFE}", f"Jo Kerlan (born 1982) sang. {LIFE}", set()),
]


FRENCH = [
    (
        "Marée Basse (album, 1990) est sorti au printemps. Il est court.",
        "Marée Basse (album, 2004) est long. Il compte vingt titres.",
        {"maree basse"},
    ),
    ("Jo Kerlan (1890-1950) chantait. Il dansait.", "Jo Kerlan (né en 1890) chantait. Il riait.", set()),
    (
        "Le Club Nautique de Kerlan (CNK) recrute. Il a deux bateaux.",
        "Le Cercle Numismatique de Kerlan (CNK) expose. Il a cent pièces.",
        {"cnk"},
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), FRENCH, ids=[f"{a} / {b}" for a, b, _ in FRENCH])
def test_french_namesakes(a, b, expected):
    """In French as well."""
    assert namesakes(introduced(readings(a, "fr")), introduced(readings(b, "fr"))) == expected


@pytest.mark.parametrize(("a", "b", "expected"), OPENINGS, ids=[f"{a} / {b}" for a, b, _ in OPENINGS])
def test_namesakes(a, b, expected):
    """Two articles that introduce a name with nothing in common speak of two; a lone sentence introduces nothing."""
    assert namesakes(introduced(readings(a, "en")), introduced(readings(b, "en"))) == expected


TIES = [
    ("Le groupe Tréval a racheté la société Morvan.", ("own", {"treval"}, {"morvan"})),
    ("Tréval a été racheté par Morvan en mai.", ("own", {"morvan"}, {"treval"})),
    ("Kerlan, filiale du groupe Abalan, ferme son usine.", ("own", {"abalan"}, {"kerlan"})),
    ("Kerlan est propriétaire d'Abalan.", ("own", {"kerlan"}, {"abalan"})),
    ("Brest s'est incliné face à Lorient samedi.", ("beat", {"lorient"}, {"brest"})),
    ("Le prédécesseur de Kerlan, Jean Morvan, a salué le vote.", ("follow", {"kerlan"}, {"jean morvan"})),
    ("Paul Kerlan, fils de Jean Abalan, a été élu.", ("beget", {"jean abalan"}, {"paul kerlan"})),
    ("Tréval n'a pas racheté Morvan.", None),
    ("Kerlan n'est pas propriétaire d'Abalan.", None),
    ("Kerlan a rencontré Abalan.", None),
]


@pytest.mark.parametrize(("text", "expected"), TIES, ids=[text for text, _ in TIES])
def test_ties(text, expected):
    """A tie tells who stands over whom, by verb or noun, from either side; a denied one tells nothing."""
    found = [(f.tie, f.over, f.under) for r in readings(text, "fr") for f in r.facts if isinstance(f, TieFact)]
    assert found == ([] if expected is None else [expected])


TURNED = [
    ("fr", "Le groupe Tréval a racheté la société Morvan.", "Morvan a racheté Tréval."),
    ("fr", "Tréval a été racheté par Morvan en mai.", "Morvan est une filiale de Tréval."),
    ("fr", "Jean Morvan a succédé à Anne Kerlan.", "Anne Kerlan est le successeur de Jean Morvan."),
    ("fr", "Brest s'est incliné face à Lorient.", "Lorient a été battu par Brest."),
    ("fr", "Jean Morvan est le père d'Anne Kerlan.", "Anne Kerlan est la mère de Jean Morvan."),
    ("fr", "La Syldavie a été envahie par la Bordurie.", "La Syldavie a envahi la Bordurie."),
    ("en", "Kerlan is a subsidiary of Abalan.", "Kerlan owns Abalan."),
    ("en", "John Kerlan succeeded Mary Abalan as mayor.", "Mary Abalan succeeded John Kerlan."),
]
STRAIGHT = [
    ("fr", "Le groupe Tréval a racheté la société Morvan.", "Morvan est une filiale de Tréval."),
    ("fr", "Jean Morvan a succédé à Anne Kerlan.", "Anne Kerlan a précédé Jean Morvan à la mairie."),
    ("fr", "Brest a perdu contre Lorient.", "Lorient a battu Brest."),
    ("fr", "Brest a battu Lorient en finale.", "Lorient a battu Rennes."),
    ("fr", "Paul Kerlan, fils de Jean Abalan, a été élu.", "Jean Abalan est le père de Paul Kerlan."),
    ("fr", "Kerlan a rencontré Abalan.", "Abalan a rencontré Kerlan."),
    ("en", "Kerlan owns Abalan.", "Abalan is a subsidiary of Kerlan."),
]


def test_turned():
    """A tie turned round clashes, the same tie told from the other side does not."""
    labels = [verdict.label for verdict in compare_all([(a, b, lang) for lang, a, b in (*TURNED, *STRAIGHT)])]
    assert labels == ["contradiction"] * len(TURNED) + ["neutral"] * len(STRAIGHT)


def test_turned_in_corpus():
    """One may follow the other twice, or beat him in turn: a corpus is not searched for ties turned round."""
    clash = ties_turned(*(readings(text, "fr")[0] for text in ("Brest a battu Lorient.", "Lorient a battu Brest.")))
    assert clash is not None
    assert clash.strength < CORPUS_FLOOR


TWO_NATIONS = [
    ("Le cinéaste belge Jean Abalan a reçu un prix.", "Jean Abalan est un cinéaste canadien."),
    ("L'ambassadeur allemand au Pérou, Paul Kerlan, a été reçu.", "Paul Kerlan est un diplomate du Pérou."),
    ("Anne Morvan, une citoyenne kényane avec un visa suédois, a été arrêtée.", "Anne Morvan est d'origine suédoise."),
    ("Paul Kerlan est russe.", "Le général ukrainien Paul Kerlan a été capturé."),
]
ONE_NATION = [
    ("L'ambassadeur de France au Pérou, Paul Kerlan, a été reçu.", "Paul Kerlan est un diplomate français."),
    ("Paul Kerlan, footballeur français d'origine algérienne, a signé.", "Paul Kerlan est algérien."),
    ("Paul Kerlan, né en Italie, vit à Paris.", "L'acteur français Paul Kerlan vit à Paris."),
    ("Paul Kerlan n'est pas russe.", "Le général ukrainien Paul Kerlan a été capturé."),
    ("Le président américain Jean Morvan a reçu le ministre japonais Paul Abalan.", "Paul Abalan est japonais."),
]


def test_nations():
    """Somebody said to be of one country here and of another there; who is of two, or lives elsewhere, is let be."""
    labels = [verdict.label for verdict in compare_all([(a, b, "fr") for a, b in (*TWO_NATIONS, *ONE_NATION)])]
    assert labels == ["contradiction"] * len(TWO_NATIONS) + ["neutral"] * len(ONE_NATION)


def test_named_beside_label():
    """The maker of a thing is read where his name stands beside the label, whatever brackets add."""
    told = "Le différend oppose le fabricant de la Kora (une voiture sans permis), Paul Abalan, à la ville."
    found = [f for r in readings(told, "fr") for f in r.facts if isinstance(f, RelationFact)]
    assert [(f.relation, f.names, f.value) for f in found] == [("produce", {"kora"}, {"paul abalan"})]
    verdict = next(iter(compare_all([(told, "La Kora est produite par Morvan.", "fr")])))
    assert verdict.label == "contradiction"


ROLES = [
    (
        "en",
        "The film is based on the 1990 novel Low Tide by Ana Kerlan.",
        {("source", "low tide"), ("source", "novel"), ("source by", "ana kerlan")},
    ),
    ("en", "Kerlan Park is named after the painter Jo Abalan.", {("namesake", "jo abalan")}),
    ("en", "Kerlan Rovers finished third in the league.", {("final rank", "third")}),
    ("en", "Kerlan beat Abalan in the final.", {("beaten in the final", "abalan")}),
    ("en", "Kerlan beat Abalan on Monday.", set()),
    ("en", "Kerlan Park is not named after Jo Abalan.", set()),
    (
        "fr",
        "Le film est adapté d'une pièce de Jo Abalan.",
        {("source", "comédie musicale"), ("source by", "jo abalan")},
    ),
    ("fr", "La série est diffusée sur Arte.", {("network", "arte")}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ROLES, ids=[text for _, text, _ in ROLES])
def test_roles(lang, text, expected):
    """A verb tells by a phrase behind it of what, by whom, on which channel or rank a thing is."""
    found = (f for r in readings(text, lang) for f in r.facts if isinstance(f, RelationFact))
    told = ((f.relation, word) for f in found for word in (*f.value, *(member for _, member in f.kinds)))
    assert {row for row in told if row[0] not in ("birth", "win")} == expected


ONE_ROLE = [
    ("en", "The park is named after Ana Kerlan.", "The park was named for Jo Abalan.", True),
    ("en", "The film is based on a novel.", "The film was adapted from a comic.", True),
    ("en", "The film is based on the novel Low Tide.", "The film is based on a novel by Ana Kerlan.", False),
    ("en", "The film is based on a novel.", "The film is based on a true story.", False),
    ("en", "The series aired on Tidal.", "The series was broadcast on Coastline.", True),
    ("en", "The series aired on Tidal in Norway.", "In Peru, the series aired on Coastline.", False),
    ("en", "Kerlan Rovers finished second in the league.", "Kerlan Rovers finished in fifth place.", True),
    (
        "en",
        "Jo Kerlan beat Ana Dow in the bronze medal match.",
        "Jo Kerlan beat Luc Abalan to win the bronze medal.",
        True,
    ),
    ("en", "Jo Kerlan beat Ana Dow in the semifinal.", "Jo Kerlan beat Luc Abalan in the final.", False),
    # one competition, one kind of work under two words
    ("en", "The season had ten teams and was won by Kerlan Rovers.", "The league was won by Abalan United.", True),
    ("en", "The movie was directed by Ana Kerlan.", "The film was directed by Jo Abalan.", True),
    ("en", "The cup was won by Kerlan Rovers.", "The league was won by Abalan United.", False),
    # several against one, nobody known against one
    ("en", "The music of Low Tide was composed by a team of writers.", "Low Tide was composed by Jo Abalan.", True),
    ("en", "Low Tide was written by various authors.", "Low Tide was written by Jo Abalan and Max Dow.", False),
    ("en", "The author of Low Tide is unknown.", "Low Tide was written by Jo Abalan.", True),
    ("en", "The author of Low Tide is not stated.", "The author of Low Tide is Jo Abalan.", True),
    ("en", "The author of Low Tide is unknown.", "The director of Low Tide is Jo Abalan.", False),
    ("en", "Ana wrote a book.", "Jo wrote a book.", False),
    ("en", "Tidal Foods is a subsidiary of Kerlan.", "Tidal Foods is owned by Abalan.", True),
    # labels, what is made for a work, and what somebody served as
    ("en", "The religion of Ana Kerlan is Islam.", "Ana Kerlan was a Christian.", True),
    ("en", "Ana Kerlan's religion is Islam.", "Jo Abalan was a Christian.", False),
    ("en", "The occupation of Ana Kerlan is singer.", "Ana Kerlan's occupation was a lawyer.", True),
    ("en", "The occupation of Ana Kerlan is singer.", "Ana Kerlan is a lawyer and poet.", False),
    ("en", "Ana Kerlan's birthplace is Ghent.", "Ana Kerlan was born in Lima.", True),
    ("en", "Ana Kerlan's mother was Eva Dow.", "Liv Abalan was the mother of Ana Kerlan.", True),
    ("en", "The score of Low Tide was written by Ana Kerlan.", "The composer of Low Tide was Jo Abalan.", True),
    (
        "en",
        "The script of Low Tide was written by Ana Kerlan.",
        "The author of the novel Low Tide is Jo Abalan.",
        False,
    ),
    ("en", "Jo Abalan served as the director of Low Tide.", "Low Tide was directed by Ana Kerlan.", True),
    ("en", "It opened in 2001, directed by Jo Abalan.", "The musical was directed by Ana Kerlan.", True),
    # the whole list, and one that may go on
    (
        "en",
        "The writers of Loud were Jo Abalan, Ana Dow and Max Dow.",
        "The writers of Loud were Jo Abalan and Ana Dow.",
        True,
    ),
    ("en", "The writer of Loud was Jo Abalan and Ana Dow.", "The writer of Loud was Jo Abalan.", False),
    ("fr", "La religion d'Ana Kerlan est l'islam.", "Ana Kerlan était bouddhiste.", True),
    ("fr", "La musique de Loin a été écrite par Ana Kerlan.", "Le compositeur de Loin est Jo Abalan.", True),
    ("fr", "Le film est adapté d'un roman.", "Le film est adapté d'une pièce.", True),
    ("fr", "Le film est adapté d'un roman.", "Le film est adapté d'une histoire vraie.", False),
    ("fr", "La série est diffusée sur Arte.", "La série est diffusée sur Canal+.", True),
    ("fr", "Le film a été écrit par une équipe de scénaristes.", "Le film a été écrit par Jo Abalan.", True),
    ("fr", "L'auteur de Marée est inconnu.", "L'auteur de Marée est Jo Abalan.", True),
    ("fr", "Ana a écrit un livre.", "Jo a écrit un livre.", False),
]


@pytest.mark.parametrize(("lang", "a", "b", "clashes"), ONE_ROLE, ids=[f"{a} / {b}" for _, a, b, _ in ONE_ROLE])
def test_one_role(lang, a, b, clashes):
    """Of what a thing has one, two clash; a title and an author, two occasions or two rounds are two things."""
    (verdict,) = compare_all([(a, b, lang)])
    assert (verdict.label == "contradiction") is clashes
