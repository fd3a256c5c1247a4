"""Where sentences end: abbreviations, quotations, figures, missing spaces, and text of any kind."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import language
from factcheck.documents.layout import Role, blocks
from factcheck.documents.sentences import sentences, spans
from factcheck.model import Article

# A bar stands where a sentence ends.
FRENCH = [
    "Le pont est fermé.| Les cars passent par Anzin.",
    "M. Roux est parti.| Mme Petit reste avec le Dr. Blanc et Me Noir.",
    "Le lot n° 3 vaut 3.14 euros, soit 1.200 francs.| Il est vendu.",
    "Qui paie ?| La ville paie !| Enfin… peut-être.",
    "J. K. Martin et A. Petit ont signé.| Ils partent.",
    "« Le pont tient.| Il tiendra », a dit Luc Roux.",
    "« Tout va bien ! » a crié Luc Roux.| Le car est parti.",
    '"C\'est fini ?", a demandé Ève.| Non.',
    "Le maire a parlé de « fin. »| Les gens sont partis.",
    "La route est coupée.|Les cars font demi-tour.",
    'Il parle d\'un "échec".|Le conseil vote demain.',
    "Le site open-source tfl.gov.uk et Node.js marchent encore.",
    "Les pommes, poires, etc. sont là.| Les noix, etc.| Les fruits manquent.",
    "Il part à Paris (Seine.| La ville est loin).",
    "Une suite (...) puis la fin.| Le reste suit.",
    "Le prix a-t-il monté ?——|Hier, le maire a répondu.",
    "Le 14e plan, l'art. 12 et la p. 30 sont cités.",
    "Il vit aux U.S.A. depuis dix ans.",
]
ENGLISH = [
    "The bridge is shut.| Buses go by Leeds.",
    "Mr. Reed met Dr. Hall at 6 p.m. on Monday.| They left.",
    "The firm, Acme Inc., paid $3.5 million.| It was late.",
    '"It fell.| It burned," Ann Reed said.',
    "“Is it safe?” he asked.| No.",
    "The U.S. economy grew 2.5 percent.| It may slow.",
    "She left at 6 p.m.| The bus was late.",
]


@pytest.mark.parametrize(("marked", "lang"), [*((text, "fr") for text in FRENCH), *((text, "en") for text in ENGLISH)])
def test_sentences_end_where_a_reader_ends_them(marked: str, lang: str) -> None:
    """Points of abbreviations, figures and names end no sentence; a missing space doesn't hide an end."""
    text = marked.replace("|", "")
    expected = [part.strip(" —") for part in marked.split("|")]
    assert [text[a:b].strip(" —") for a, b in spans(text, 0, len(text), lang)] == expected


def test_sentences_know_their_place() -> None:
    """A sentence slices its article exactly and knows paragraph, section and whether it heads one."""
    text = "Le titre du jour\n\nLe pont est fermé. Il rouvrira.\n\nLes travaux\n\nIls ont coûté cher.\n"
    found = sentences(Article(id="a.txt", text=text, lang="fr"))
    assert [(s.text, s.section, s.heading) for s in found] == [
        ("Le titre du jour", None, True),
        ("Le pont est fermé.", None, False),
        ("Il rouvrira.", None, False),
        ("Les travaux", None, True),
        ("Ils ont coûté cher.", "Les travaux", False),
    ]
    assert all(text[s.start : s.end] == s.text for s in found)


_PIECES = st.sampled_from(
    [
        *"abÉ .!?…«»“”\"'()-–—•\n\t1",
        "M. ",
        "n°",
        "etc. ",
        "...",
        "\n\n",
        " Le ",
        "A.B. ",
        "é\u0301",
        "日",
        "\u00a0",
        "😀",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join))
def test_any_text_splits_in_order_without_loss(text: str) -> None:
    """Spans are ordered, apart, exact, and hold every letter of the prose."""
    article = Article(id="a.txt", text=text, lang="fr")
    found = sentences(article)
    assert all(text[s.start : s.end] == s.text and s.text.strip() == s.text for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    prose = {i for b in blocks(text) if b.role is not Role.FURNITURE for i in range(b.start, b.end)}
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(i in covered for i in prose if text[i].isalnum())


@pytest.mark.parametrize("unit", [".", '"', "«", "Aa.", "U.S. ", "a_", '"a ', "- a\n", " | ", "1/2 A", "mot "])
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    """A third of a megabyte of one mark takes seconds at most, and never a stack."""
    article = Article(id="a.txt", text=unit * (300_000 // len(unit)), lang="fr")
    begin = time.process_time()
    sentences(article)
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le maire a dit que les travaux de la gare vont coûter plus cher que prévu.", "fr"),
        ("The mayor said that the work on the station will cost more than planned.", "en"),
        ("Der Bürgermeister sagte, dass die Arbeiten am Bahnhof teurer werden als geplant.", "other"),
        ("市長は駅の工事が予定より高くなると述べた。 市長は駅の工事が予定より高くなると述べた。", "other"),
    ],
)
def test_language_shows_in_small_words(text: str, lang: str) -> None:
    """Function words tell French from English, and either from anything else."""
    assert language.detect(text) == lang


def test_a_paragraph_in_another_language_is_read_in_it() -> None:
    """A long English paragraph of a French article is English; one in neither language has no sentences."""
    french = "Le maire a présenté le projet de la gare aux habitants de la ville, qui ont posé des questions. " * 3
    english = "The mayor has shown the plan of the station to the people of the town, who asked questions. " * 3
    german = "Der Bürgermeister hat den Bürgern der Stadt heute den Plan für den neuen Bahnhof gezeigt. " * 3
    text = f"{french}\n\n{english}\n\n{german}\n"
    assert {s.lang for s in sentences(Article(id="a.txt", text=text, lang="fr"))} == {"fr", "en"}
