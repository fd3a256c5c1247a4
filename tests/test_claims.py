"""Which sentences are claims, how firmly they are put, and what they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import claims
from factcheck.documents import articles
from factcheck.model import Article, Claim, Modality, Polarity

SEEDS = Path(__file__).parent.parent / "seeds"


def extract(text: str, lang: str = "fr") -> tuple[Claim, ...]:
    return claims.extract([Article(id="a.txt", text=text + "\n", lang=lang)])


@pytest.fixture(scope="module")
def seeds() -> tuple[Claim, ...]:
    return claims.extract(articles.load([str(SEEDS)]))


CLAIMS = {
    "fr": [
        "Le pont de Valmont est fermé depuis lundi.",
        "Arme secrète du port : 3,5 millions de tonnes par an.",
        "Le pont ne rouvrira pas avant mai.",
        "« Le quai a été vendu en 2019 », a dit Luc Roux.",
        "Il est inadmissible que 40 ponts soient fermés.",
    ],
    "en": [
        "The bridge in Leeds has been shut since Monday.",
        "More than 40 people were hurt.",
        "Ann Reed said it fell.",
    ],
}
NOT_CLAIMS = {
    "fr": [
        "Le pont est-il fermé ?",
        "« Pourquoi fermer le pont ? », a demandé Luc Roux.",
        "Une révolution silencieuse.",
        "Comment le port gagne du terrain.",
        "Merci à tous pour votre aide.",
        "« Fermez donc le pont », a écrit Luc Roux.",
        "Je suis indignée par tout cela.",
        "C'était comme un film de guerre.",
        "C'est vraiment triste et absurde.",
        "Le maire a jugé « absurde » cette longue attente.",
        "Luc Roux a ajouté.",
        "Mais le port doit s'assurer que tout navire...",
        "Cliquez ici pour lire la suite.",
    ],
    "en": [
        "Is the bridge shut?",
        "A quiet revolution.",
        "My thoughts are with the families of the crew.",
        "We are devastated.",
        "It was like a scene from a war film.",
        "Please fill in your name.",
    ],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang in CLAIMS for text in CLAIMS[lang]])
def test_what_can_be_checked_is_a_claim(lang: str, text: str) -> None:
    """Statements about the world, told or quoted, are claims."""
    assert [claim.text for claim in extract(text, lang)] == [text]


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang in NOT_CLAIMS for text in NOT_CLAIMS[lang]])
def test_what_cannot_be_checked_is_none(lang: str, text: str) -> None:
    """Questions, labels, thanks, orders, feelings, impressions, judgements and broken sentences are not."""
    assert extract(text, lang) == ()


@pytest.mark.parametrize(
    ("text", "lang", "modality"),
    [
        ("Le pont est fermé.", "fr", Modality.ASSERTED),
        ("Le pont a dû fermer lundi.", "fr", Modality.ASSERTED),
        ("Le pont peut fermer en mai.", "fr", Modality.POSSIBLE),
        ("Le pont pourrait fermer en mai.", "fr", Modality.POSSIBLE),
        ("Le pont sera fermé en mai.", "fr", Modality.PLANNED),
        ("Le pont va fermer en mai.", "fr", Modality.PLANNED),
        ("Le pont devrait fermer en mai.", "fr", Modality.PLANNED),
        ("Le pont aurait été vendu en secret.", "fr", Modality.CONDITIONAL),
        ("Luc Roux a dit que le pont sera fermé.", "fr", Modality.PLANNED),
        ("The bridge is shut.", "en", Modality.ASSERTED),
        ("The bridge may open in May.", "en", Modality.POSSIBLE),
        ("The bridge will open in May.", "en", Modality.PLANNED),
        ("The bridge is going to open in May.", "en", Modality.PLANNED),
        ("The bridge would open in May.", "en", Modality.CONDITIONAL),
    ],
)
def test_modality_is_that_of_what_is_said(text: str, lang: str, modality: Modality) -> None:
    """Mood, tense and helpers of the main predicate tell fact, possibility, plan and hearsay apart."""
    assert extract(text, lang)[0].modality is modality


@pytest.mark.parametrize(
    ("text", "lang", "polarity"),
    [
        ("Le pont n'est pas fermé.", "fr", Polarity.NEGATED),
        ("Le pont ne fermera jamais.", "fr", Polarity.NEGATED),
        ("Aucun pont n'est fermé.", "fr", Polarity.NEGATED),
        ("La ville n'a fermé aucun pont.", "fr", Polarity.NEGATED),
        ("Le pont ne compte que deux voies.", "fr", Polarity.AFFIRMED),
        ("Le pont n'est pas seulement fermé, il est vendu.", "fr", Polarity.AFFIRMED),
        ("Luc Roux a dit que le pont n'est pas sûr.", "fr", Polarity.NEGATED),
        ("Luc Roux nie que le pont soit fermé.", "fr", Polarity.NEGATED),
        ("Ann Reed denied that the bridge was shut.", "en", Polarity.NEGATED),
        ("The bridge is not shut.", "en", Polarity.NEGATED),
        ("The bridge never opened.", "en", Polarity.NEGATED),
        ("No bridge was shut.", "en", Polarity.NEGATED),
        ("The bridge is not only shut.", "en", Polarity.AFFIRMED),
        ("The bridge is shut.", "en", Polarity.AFFIRMED),
    ],
)
def test_polarity_is_that_of_what_is_said(text: str, lang: str, polarity: Polarity) -> None:
    """Negation counts where it denies the predicate; "ne … que" and "not only" don't."""
    assert extract(text, lang)[0].polarity is polarity


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        (
            "La puce H100 bat l'A380 et la GPT-4 de Nvidia.",
            "fr",
            [("H100", "model"), ("A380", "model"), ("GPT-4", "model"), ("Nvidia", "name")],
        ),
        ("Llama 3.1 et DeepSeek-R1 sont gratuits.", "fr", [("Llama 3.1", "model"), ("DeepSeek-R1", "model")]),
        ("Le gouvernement américain a fermé deux ponts.", "fr", []),
        ("Les ponts du Gard et de Nîmes sont fermés.", "fr", [("Gard", "name"), ("Nîmes", "name")]),
        (
            "Elle étudie l'Afrique du Sud avec White & Case.",
            "fr",
            [("Afrique du Sud", "name"), ("White & Case", "name")],
        ),
        ("Elle achète 8 GPU Nvidia pour l'UE.", "fr", [("GPU", "acronym"), ("Nvidia", "name"), ("UE", "acronym")]),
        ("Deep Principle a recruté Anne Petit.", "fr", [("Deep Principle", "name"), ("Anne Petit", "name")]),
        ("The University of Leeds opened on Monday.", "en", [("University of Leeds", "name")]),
    ],
)
def test_names_are_found_whole(text: str, lang: str, names: list[tuple[str, str]]) -> None:
    """Model names are atoms, linked names stay together, and a capital that only begins a sentence is no name."""
    found = extract(text, lang)[0].entities
    assert [(entity.text, entity.kind) for entity in found] == names
    assert all(text[entity.start : entity.end] == entity.text for entity in found)


def test_spellings_of_one_name_share_a_key() -> None:
    """Aliases, articles and titles don't make another name; a capital city does."""
    keys = [
        [entity.key for entity in extract(f"Le pont appartient à {name} depuis hier.")[0].entities]
        for name in ("l'UE", "l'Union européenne", "Mme Petit", "Petit", "la Russie", "Moscou")
    ]
    assert keys[0] == keys[1] != keys[4]
    assert keys[2] == keys[3]
    assert keys[4] != keys[5]


def test_a_denial_and_its_answer_are_one_claim() -> None:
    """ "It is not A. It is B." cannot be taken apart: one claim with the words of both."""
    (claim,) = extract("Le secret du port n'est pas le pont. C'est le quai.")
    assert claim.text == "Le secret du port n'est pas le pont. C'est le quai."
    assert [token.text for token in claim.sentence.tokens][-2:] == ["quai", "."]
    assert all(token.head < len(claim.sentence.tokens) for token in claim.sentence.tokens)


def test_ids_hang_on_words_not_on_places() -> None:
    """The same sentence moved keeps its id; told twice it has two."""
    first = extract("Le pont est fermé depuis lundi.")
    moved = extract("Le quai est vendu à la ville.\n\nLe pont est fermé depuis lundi. Le pont est fermé depuis lundi.")
    assert first[0].id == moved[1].id
    assert len({claim.id for claim in moved}) == 3


def test_figures_and_names_are_worth_checking() -> None:
    """A sentence with a figure or name outranks a bare one, and that one an opinion."""
    ranked = [
        "La ville de Valmont a vendu 12 ponts en 2019.",
        "La ville a vendu le pont.",
        "Nous pensons que notre pont est formidable.",
    ]
    scores = [extract(text)[0].score for text in ranked]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_claims_slice_their_articles(seeds: tuple[Claim, ...]) -> None:
    """Every offset of every seed's claims is exact: claim, tokens, figures, names and speakers."""
    texts = {article.id: article.text for article in articles.load([str(SEEDS)])}
    for claim in seeds:
        text = texts[claim.source]
        assert text[claim.start : claim.end] == claim.text
        for part in (*claim.sentence.tokens, *claim.quantities, *claim.dates, *claim.entities):
            assert text[part.start : part.end] == part.text
        assert all(text[s.start : s.end] == s.name for s in claim.speakers)


def test_order_of_articles_does_not_show(seeds: tuple[Claim, ...]) -> None:
    """Reversing the articles changes nothing."""
    assert claims.extract(articles.load([str(SEEDS)])[::-1]) == seeds


def test_the_seeds_are_read_as_a_person_reads_them(seeds: tuple[Claim, ...]) -> None:
    """No menu, credit, question or footer is a claim; the known speakers are found."""
    whole = "\n".join(claim.text for claim in seeds)
    for junk in ("cookie", "日本", "Getty", "©", "Simseo", "Conditions d'utilisation", "Techmeme\n", "parviennent-ils"):
        assert junk not in whole
    said = {claim.speaker.name for claim in seeds if claim.speaker}
    assert {"Kyle Chan", "M. Jia", "Oleg Zankov", "Le NYT", "VOX", "Jensen Huang", "Xin Sun"} <= said
    assert "Professeur Teng Bingsheng" in said
