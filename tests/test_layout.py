"""What is prose on a page and what surrounds it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from factcheck.documents.layout import Role, blocks

SEEDS = Path(__file__).parent.parent / "seeds"
BODY = "La ville a rouvert le pont lundi, après deux mois de travaux menés par trois entreprises."
MORE = "Les cars y passent de nouveau, et les habitants de la rive gauche gagnent vingt minutes."
LAST = "Le chantier a coûté un peu plus de deux millions d'euros, dont la moitié pour la région."

FURNITURE = [
    "English",
    "日本語",
    "🔑 Connexion",
    "Aller au contenu principal",
    "Lire aussi : le pont de Valmont rouvre",
    "À lire aussi | Le pont de Valmont",
    "© 2025 Le Courrier de Valmont. Tous droits réservés.",
    "Contact | Mentions légales | Plan du site",
    "banner_title",
    "banner_text Politique de confidentialité banner_more",
    "Publié le 17 juillet 2025 à 11h29",
    "AFP, publié le jeudi 17 juillet 2025 à 11h29",
    "2025年07月17日 11:29",
    "Par Jeanne Morel et Luc Roux",
    "Léa Morel | Getty Images",
    "Un habitant du quartier devant le pont (Reuters)",
    "(Jeanne Morel / Le Courrier)",
    "https://example.org/pont",
    "![Le pont](pont.jpg)",
    "| Ville | Budget |",
    "3/24 12 July 2025 A crane lifts the last beam of the bridge PA",
    "Image caption The bridge was shut for two months",
    "Enter your email address to receive the news",
    "Read or share this story at http://example.org/x",
    "Les images du chantierpar TéléValmont",
    "← Retour aux articles",
    "Partager sur Facebook",
    "Facebook X WhatsApp Copier le lien",
    "Partager sur X (ouvre un nouvel onglet)",
    "Lecture 3 min.",
    "3 min read",
    "Il vous reste 70 % de cet article à lire. La suite est réservée aux abonnés.",
    "Déjà abonné ? Se connecter",
    "Already a subscriber? Log in",
    "Nos partenaires et nous-mêmes stockons et accédons à des informations sur votre terminal.",
    "Tout accepter Tout refuser Gérer mes choix",
    "Les commentaires sont fermés.",
    "Lire aussi : Le tunnel qui passe sous la colline de Valmont coûtera plus de 40 millions d'euros à la région.",
    "(Lire aussi : Le tunnel de Valmont coûtera 40 millions d'euros)",
    "RELATED: The tunnel will cost 40 million euros.",
    "(AFP)",
    "avec AFP",
    "jm/lr/asl",
    "Reporting by Jane Doe; editing by John Roe",
    "03/03/2025 à 10h12",
    "Copyright 2025 The Courier",
    "Sign up to our newsletter to get the news every morning.",
    "* * *",
]
PROSE = [
    "Le Conseil de Paris et l'AFP ont signé un accord de 3 millions d'euros.",
    "Selon Reuters, la variable nombre_de_lits manque dans le fichier envoyé hier.",
    "Contact a été pris avec la mairie, qui n'a pas répondu aux questions des habitants.",
    "Les deux tiers (2/3) des votants ont choisi le pont, selon le bureau de vote.",
    "Voir aussi loin que possible reste le but du nouvel observatoire installé au sommet cette année.",
    "Notre dossier a été rejeté par la mairie, dit le directeur.",
    "Copyright law has changed in France.",
    "Nos partenaires et nous avons signé un accord de 3 millions d'euros.",
    "La suite est réservée aux chefs d'État en visite.",
    "Déjà abonné au théâtre, il paie 12 euros par mois.",
    "Le prix — 3 € — a doublé | il était de 1,50 € l'an dernier.",
]


def roles(text: str) -> list[tuple[Role, str]]:
    return [(block.role, text[block.start : block.end]) for block in blocks(text)]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_surrounds_an_article_is_furniture(line: str) -> None:
    """Menus, notices, credits, bylines, teasers and galleries are known by their shape or words."""
    assert [role for role, _ in roles(f"{BODY}\n\n{line}\n\n{MORE}\n")] == ["paragraph", "furniture", "paragraph"]


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_looks_like_furniture_stays_prose(line: str) -> None:
    """Whole sentences keep their role whatever words they begin with or hold."""
    assert [role for role, _ in roles(f"{BODY}\n\n{line}\n\n{MORE}\n")] == ["paragraph"] * 3


def test_headings_head_sections() -> None:
    """The first line is the title; later headings, dashed, numbered or marked with #, open sections."""
    text = f"Le pont rouvre\n{BODY}\n- Trois mois -\n{MORE}\n\n2. Et après ?\n\nRien.\n\n## Le coût\n\n{LAST}\n"
    found = blocks(text)
    assert [text[b.start : b.end] for b in found if b.role is Role.HEADING] == [
        "Le pont rouvre",
        "- Trois mois -",
        "Et après ?",
        "Le coût",
    ]
    assert [b.section for b in found if b.role is Role.PARAGRAPH] == [None, "Trois mois", "Et après ?", "Le coût"]


def test_bullets_lose_their_mark_only() -> None:
    """A list item begins behind its mark."""
    found = roles(f"{BODY}\n\n  • Le pont, fermé en mai, est rouvert.\n- La route est refaite.\n")
    assert found[1:] == [
        (Role.BULLET, "Le pont, fermé en mai, est rouvert."),
        (Role.BULLET, "La route est refaite."),
    ]


def test_a_source_tag_does_not_stick_to_the_last_word() -> None:
    """A name glued behind a paragraph's last full stop is furniture of its own."""
    for tag in ("Techno", "Le Courrier", "RADIO Sud"):
        assert roles(f"{BODY}\n\n{MORE}{tag}\n\n{LAST}\n")[1:3] == [(Role.PARAGRAPH, MORE), (Role.FURNITURE, tag)]


def test_a_repeated_title_and_a_closing_name_are_furniture() -> None:
    """The second copy of a heading and the signature at the end head nothing."""
    found = roles(f"Le pont rouvre\n\nLe pont rouvre\n\n{BODY}\n\nLe Courrier de Valmont\n")
    assert [role for role, _ in found] == ["heading", "furniture", "paragraph", "furniture"]


def test_a_paragraph_told_twice_and_a_quote_pulled_out_are_furniture() -> None:
    """The second copy goes, and so does a sentence shown large beside the paragraph it is from."""
    pulled = "« Les cars y passent de nouveau, et les habitants de la rive gauche gagnent vingt minutes. »"
    text = f"{BODY}\n\n{pulled}\n\n{MORE} {LAST}\n\n{BODY.replace(',', '')}\n\n{LAST[:-1]} seule.\n"
    found = roles(text)
    assert [role for role, _ in found] == ["paragraph", "furniture", "paragraph", "furniture", "paragraph"]


def test_a_copy_with_another_figure_is_no_copy() -> None:
    """Two paragraphs that differ in a figure are both kept: they may contradict each other."""
    assert [role for role, _ in roles(f"{LAST}\n\n{LAST.replace('deux', 'trois')}\n")] == ["paragraph"] * 2


def test_a_reference_list_runs_to_the_next_prose() -> None:
    """What stands under "Références" is furniture, up to a line of prose."""
    text = f"{BODY}\n\nRéférences\n\nLe pont de Valmont\nLa Dépêche, 2024\n\n{MORE}\n"
    assert [role for role, _ in roles(text)] == ["paragraph", "furniture", "furniture", "furniture", "paragraph"]


def test_a_caption_above_a_credit_is_furniture() -> None:
    """The short line right above a credit between bars is its picture's caption."""
    text = f"{BODY}\nLe pont vu du ciel.\nLéa Morel | Agence Nord\n{MORE}\n"
    assert [role for role, _ in roles(text)] == ["paragraph", "furniture", "furniture", "paragraph"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Lines broken by hand at some eighty characters are joined; the slice keeps its line ends."""
    line = "La ville a rouvert le pont lundi, après deux mois de travaux menés par trois"
    text = "\n".join([line] * 6) + " entreprises.\n\n" + BODY + "\n"
    assert [role for role, _ in roles(text)] == ["paragraph", "paragraph"]


def test_lines_that_end_their_sentences_are_paragraphs() -> None:
    """One paragraph a line, without empty lines between them, is not hard-wrapped text."""
    text = "\n".join([BODY, MORE, LAST, "Le maire a promis que le quai, lui, serait refait avant la fin de l'année."])
    assert [role for role, _ in roles(text)] == ["paragraph"] * 4


def test_front_matter_and_code_are_furniture() -> None:
    """A Markdown header and fenced code tell nothing about the world."""
    text = f"---\ntitle: Le pont\n---\n# Le pont rouvre\n\n{BODY}\n\n```\nlet a = 3.\n```\n"
    assert [role for role, _ in roles(text)] == ["furniture", "heading", "paragraph"] + ["furniture"] * 3


def test_nothing_of_the_seeds_is_cut() -> None:
    """Every letter of every seed lies in exactly one block, but for list and heading marks."""
    for seed in sorted(SEEDS.glob("*.txt")):
        text = seed.read_text(encoding="utf-8")
        found = blocks(text)
        assert all(a.end <= b.start for a, b in pairwise(found))
        covered = {i for block in found for i in range(block.start, block.end)}
        assert not any(c.isalpha() for i, c in enumerate(text) if i not in covered)
