"""Who repeats whom: the signs that make two articles one origin, and those that must not."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck.conflicts.origins import origins
from factcheck.documents.agency import credited_to
from factcheck.model import Article
from tests.factories import article

LEAD = (
    "Le viaduc de Malpas a été fermé mardi matin après la découverte d'une fissure de quarante centimètres dans la "
    "troisième pile, et les trains de la vallée sont remplacés par des autocars jusqu'à la fin du mois de mars."
)
BODY = (
    "La préfecture a demandé une expertise à un bureau d'études de la région, dont les conclusions sont attendues "
    "avant l'été, tandis que les élus de la vallée réclament une navette gratuite pour les lycéens et les soignants."
)
OTHER = (
    "Plus aucun train ne franchit le viaduc de Malpas depuis mardi : une fissure longue de quarante centimètres y a "
    "été repérée par une équipe d'entretien, et la compagnie met des cars à la disposition de ses voyageurs."
)
QUOTE = (
    "« Nous avons préféré fermer tout de suite plutôt que d'attendre un accident que personne ne nous pardonnerait », "
)


def groups(*articles: Article) -> int:
    """The number of origins."""
    return len(set(origins(articles).values()))


def test_two_reports_of_one_event_stay_two() -> None:
    """Reporters who tell the same event in their own words, with the same quote, are two witnesses."""
    mine = article("a.txt", f"{LEAD}\n{QUOTE}a dit la maire de Malpas. {BODY}")
    theirs = article("b.txt", f"{OTHER}\n{QUOTE}explique la maire.")
    assert groups(mine, theirs) == 2


def test_a_reprint_is_no_second_origin() -> None:
    """A text that is mostly another's, cut and with another title, is one origin with it, in whatever order."""
    found = [
        article("a.txt", f"Un titre\n{LEAD}\n{BODY}"),
        article("b.txt", f"Un autre titre\n{LEAD}"),
        article("c.txt", OTHER),
    ]
    for several in permutations(found):
        assert origins(several) == {"a.txt": "a.txt", "b.txt": "a.txt", "c.txt": "c.txt"}


def test_many_copies_of_one_dispatch_are_one_origin() -> None:
    """A dispatch that thirty papers print counts once."""
    assert groups(*(article(f"{i:02}.txt", f"Titre {i}\n{LEAD}\n{BODY}") for i in range(30))) == 1


CREDITED = {
    "afp": [
        "Un pont fermé\nAFP, publié le mardi 3 mars 2020 à 08h00\nLe pont a cédé.",
        "Un pont fermé\nPar AFP\nLe pont a cédé.",
        "Un pont fermé\nLe Courrier avec AFP\nLe pont a cédé.",
        "Un pont fermé\nMALPAS (AFP) - Le pont a cédé.",
        "Un pont fermé\nLe pont a cédé, a dit la maire. (avec AFP)",
        "Un pont fermé\nLe pont a cédé.\n(AFP)",
        "Un pont fermé\nLe pont a cédé.\nSource : AFP",
    ],
    "reuters": [
        "Bridge shut\nBy Reuters\nThe bridge gave way.",
        "Bridge shut\nMALPAS (Reuters) - The bridge gave way.",
    ],
    "pa": ["Bridge shut\nBy Press Association\nThe bridge gave way."],
    None: [
        "Un pont fermé\nLe pont a cédé, selon l'AFP.",
        "Un pont fermé\nLe pont a cédé, a déclaré la maire à l'AFP.",
        "Un pont fermé\nLe Courrier avec AFP et Reuters\nLe pont a cédé.",
        "Un pont fermé\nPhoto AFP\nLe pont a cédé.",
        "Un pont fermé\nLe pont de Malpas (AFP)\n" + 8 * "Le pont a cédé.\n",
        "Bridge shut\nThe bridge on Tuesday (Photo: AP)\nThe bridge gave way.",
        "Bridge shut\nThe bridge gave way, AP photographers saw.",
        "Un pont fermé\nLes APL baissent\nLe pont a cédé.",
        "",
    ],
}


@pytest.mark.parametrize(("agency", "text"), [(agency, text) for agency, texts in CREDITED.items() for text in texts])
def test_an_agency_is_credited_where_it_wrote(agency: str | None, text: str) -> None:
    """Byline, dateline and sign-off credit an agency; a citation or a picture's credit does not."""
    assert credited_to(article(text=text)) == agency


def test_two_dispatches_of_one_agency_are_one_origin() -> None:
    """What two papers took from one agency comes from one newsroom, whatever each made of it."""
    mine, theirs = article("a.txt", f"Titre\nPar AFP\n{LEAD}"), article("b.txt", f"{OTHER} (AFP)")
    assert groups(mine, theirs) == 1
    assert groups(mine, article("b.txt", f"{OTHER} (Reuters)")) == 2
    assert groups(mine, article("b.txt", OTHER, publisher="AFP")) == 1


PAPER = (
    "À Malpas, le viaduc de 1912 restera fermé : la région Auvergne y consacrera 14,5 millions d'euros, "
    "selon Didier Faure."
)
RETELLING = {
    "named in the opening": (
        "Selon La Gazette du Velay, la région Auvergne consacrera 14,5 millions au viaduc de Malpas.",
        1,
    ),
    "named twice": (
        "Bonnes nouvelles. " * 60 + "La Gazette du Velay révèle que l'Auvergne paiera 14,5 millions à Malpas. "
        "D'après la Gazette du Velay, Didier Faure s'en réjouit.",
        1,
    ),
    "named once, late": ("Bonnes nouvelles. " * 60 + "Selon La Gazette du Velay, l'Auvergne paiera Malpas.", 2),
    "about something else": ("Selon La Gazette du Velay, la neige tombera jeudi.", 2),
    "read, not retold": ("À Malpas, Didier Faure lisait La Gazette du Velay en Auvergne, 14,5 millions en poche.", 2),
    "told to": ("« Malpas attend 14,5 millions », a dit Didier Faure d'Auvergne à La Gazette du Velay.", 2),
}


@pytest.mark.parametrize(("text", "count"), RETELLING.values(), ids=RETELLING)
def test_a_paper_of_the_run_that_is_retold(text: str, count: int) -> None:
    """A paper named as what is retold is the origin, if the article of it in the run tells that story."""
    paper = article("a.txt", PAPER, publisher="La Gazette du Velay")
    assert groups(paper, article("b.txt", text)) == count


def test_a_paper_is_known_by_its_other_names() -> None:
    """The NYT is the New York Times; an address tells the paper too."""
    text = "As the NYT reports, Deep Harbor spent 48 million on Pier Nine in Tromble."
    story = "Deep Harbor has spent 48 million on Pier Nine, a ruin near Tromble."
    for known in (
        {"publisher": "The New York Times"},
        {"publisher": "www.nytimes.com"},
        {"url": "https://www.nytimes.com/x"},
    ):
        assert groups(article("a.txt", story, **known), article("b.txt", text)) == 1


def test_who_names_two_papers_reports_himself() -> None:
    """A round-up of what several papers say is a report of its own."""
    first = article("a.txt", PAPER, publisher="La Gazette du Velay")
    second = article("b.txt", PAPER.replace("1912", "1913"), publisher="Le Postillon")
    text = "Selon La Gazette du Velay, l'Auvergne paiera 14,5 millions à Malpas ; Le Postillon écrit que Faure doute."
    assert origins((first, second, article("c.txt", text)))["c.txt"] == "c.txt"


def test_a_source_given_by_its_address() -> None:
    """An address behind "source" is that of the article retold; a mere link is not."""
    paper = article("a.txt", PAPER, url="https://gazette.example/malpas")
    assert groups(paper, article("b.txt", "Le viaduc reste fermé.\nSource : https://gazette.example/malpas")) == 1
    assert groups(paper, article("b.txt", "Le viaduc reste fermé. Voir https://gazette.example/malpas")) == 2


def test_what_is_known_still_counts() -> None:
    """`derived_from` joins by id, file name or address, and through a source outside the run."""
    outside = "https://agency.example/1"
    assert groups(article("x/a.txt"), article("x/b.txt", derived_from=("a",))) == 1
    assert groups(article("a.txt", derived_from=(outside,)), article("b.txt", derived_from=(outside,))) == 1
    assert groups(article("a.txt"), article("b.txt")) == 2
