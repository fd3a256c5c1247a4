"""Who says it: one article a row, the sentences of interest and their speakers."""

from __future__ import annotations

import pytest

from factcheck.claims.speech import Said, speakers
from factcheck.documents.sentences import sentences
from factcheck.model import Article
from factcheck.parse import nlp
from factcheck.parse.cache import parsed

# Article -> the speakers of each of its sentences, innermost first, joined by "<"; "-" where the article says it.
FRENCH = {
    "« Le pont est fermé », a déclaré Luc Roux, maire de Valmont.": ["Luc Roux"],
    "Le pont est fermé, a indiqué mardi à l'AFP la porte-parole de la mairie, Jeanne Morel.": ["Jeanne Morel"],
    "Le pont rouvrira lundi, ont annoncé les autorités.": ["les autorités"],
    '"Le pont est fermé", a raconté à Radio24 un habitant du quartier.': ["un habitant du quartier"],
    "Selon Luc Roux, le pont est fermé depuis trois mois.": ["Luc Roux"],
    "Le pont a coûté trois millions d'euros, d'après la préfecture.": ["la préfecture"],
    "Selon un dernier bilan du ministère, douze ponts sont fermés.": ["un dernier bilan du ministère"],
    "Selon la taille du pont, les travaux durent deux ou trois mois.": ["-"],
    "Le Courrier affirme que le pont restera fermé.": ["Le Courrier"],
    "Le maire de Valmont, Luc Roux, a assuré que le pont était sûr.": ["Luc Roux"],
    "Luc Roux, le directeur du port, a écrit que le pont était sûr.": ["Luc Roux"],
    "Comme le souligne Le Courrier, le pont est fermé.": ["Le Courrier"],
    "La mairie a fait savoir que le pont était fermé.": ["La mairie"],
    "La mairie a fermé le pont, une mesure rare.": ["-"],
    "La préfète, une femme de dossiers, a lancé une enquête.": ["-"],
    "Le préfet n'a pas dit que le pont était sûr.": ["-"],
    "Luc Roux a parlé. Il a ajouté que le pont était sûr.": ["-", "Luc Roux"],
    "Selon Anne Petit, le pont est sûr. Le quai est fermé, a-t-elle ajouté.": ["Anne Petit", "Anne Petit"],
    "Le maire Luc Roux a dit que tout va bien. La préfète Anne Petit a dit que non. Le quai est sûr, a-t-il ajouté.": [
        "Luc Roux",
        "Anne Petit",
        "Luc Roux",
    ],
    "« Le pont est fermé. Il rouvrira lundi. Le quai aussi », a dit Luc Roux.": ["Luc Roux", "Luc Roux", "Luc Roux"],
    "« Le pont est fermé », a dit Luc Roux. « Il rouvrira lundi prochain. »": ["Luc Roux", "Luc Roux"],
    "“Le pont est fermé et le quai aussi.” Roux a ajouté.": ["Roux", "Roux"],
    "Le pont est solide. Il tiendra cent ans. – Professeur Anne Petit, École du Nord.": [
        "Professeur Anne Petit",
        "Professeur Anne Petit",
        "-",
    ],
    '@lucroux: "Le pont est fermé"': ["@lucroux"],
    "Le maire a déclaré que, selon deux laboratoires, le pont est sûr.": ["deux laboratoires < Le maire"],
    "« Le pont est sûr », a déclaré le maire, selon un porte-parole.": ["le maire < un porte-parole"],
    "Un expert avait analysé le pont, qui est sûr.": ["-"],
    "Il est fermé, a reconnu sur place Luc Roux, qui dirige le port.": ["Luc Roux"],
    "« Ils mentent depuis un an », s'emporte Farid, délégué syndical.": ["Farid"],
    "La direction prévient. « Le site fermera », promet-elle.": ["La direction", "La direction"],
    "Le patron du port, Luc Roux, a parlé. Le ministre a été entendu. Il affirme que tout va bien.": [
        "-",
        "-",
        "Luc Roux",
    ],
    "« Le marché reste tendu », nuance Paul Roux, économiste. Pour lui, le pire est passé.": ["Paul Roux", "Paul Roux"],
    "Invité de Radio24, le patron du port, Luc Roux, s'est dit « inquiet ».": ["Luc Roux"],
    "Il y a une semaine, la Norvège a dit avoir fermé le port.": ["la Norvège"],
    "Selon les médecins du port, M. Roux pourrait guérir.": ["les médecins du port"],
    "Luc Roux a été admis hier à l'hôpital, selon la police.": ["la police"],
    "Les experts s'accordent à dire que le pont est sûr.": ["Les experts"],
}
ENGLISH = {
    '"The bridge is shut," Ann Reed said.': ["Ann Reed"],
    '"The bridge is shut," said Ann Reed, the mayor of Leeds.': ["Ann Reed"],
    "The bridge is shut, the police said.": ["the police"],
    "Ann Reed, the mayor of Leeds, said the bridge was shut.": ["Ann Reed"],
    "According to Ann Reed, the bridge is shut.": ["Ann Reed"],
    "The bridge cost three million pounds, according to the council.": ["the council"],
    "Ann Reed told the Courier that the bridge was shut.": ["Ann Reed"],
    "The council shut the bridge in May.": ["-"],
    "Ann Reed spoke first. She added that the bridge was shut.": ["-", "Ann Reed"],
    'A council spokesman said: "The bridge is shut. It will open on Monday."': [
        "A council spokesman",
        "A council spokesman",
    ],
    'Ann Reed said: "The bridge is shut.\n\n"It will open on Monday."': ["Ann Reed", "Ann Reed"],
    "Ann Reed said the driver told her that the bridge was shut.": ["the driver < Ann Reed"],
}


def said(text: str, lang: str) -> list[Said]:
    article = Article(id="a.txt", text=text + "\n", lang=lang)
    return list(speakers(article, parsed(sentences(article), lang)))


def shown(text: str, lang: str) -> list[str]:
    return [" < ".join(speaker.name for speaker in found.speakers) or "-" for found in said(text, lang)]


@pytest.mark.parametrize(("text", "expected"), FRENCH.items())
def test_who_speaks_in_french(text: str, expected: list[str]) -> None:
    """Inversions, prepositions, pronouns, long quotations and signatures name their speaker."""
    assert shown(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_who_speaks_in_english(text: str, expected: list[str]) -> None:
    """Subjects before and behind the verb, pronouns and quotations over paragraphs name their speaker."""
    assert shown(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "name", "cue", "level"),
    [
        ("« Le pont est fermé », a déclaré hier Luc Roux.", "Luc Roux", "a déclaré", "quoted"),
        ("Luc Roux a déclaré que le pont est fermé.", "Luc Roux", "a déclaré", "reported"),
        ("Le pont est fermé, selon Luc Roux.", "Luc Roux", "selon", "reported"),
        ("Luc Roux a évoqué « un pont fermé pour des mois ».", "Luc Roux", "a évoqué", "quoted"),
    ],
)
def test_a_speaker_has_name_cue_and_level(text: str, name: str, cue: str, level: str) -> None:
    """The name is a slice of the text; the level tells own words from retold ones."""
    (speaker,) = said(text, "fr")[0].speakers
    assert (speaker.name, speaker.cue, speaker.level) == (name, cue, level)
    assert text[speaker.start : speaker.end] == name


def test_english_without_a_model_still_finds_plain_cues(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word order alone finds "X said" and "according to X"."""
    monkeypatch.setattr(nlp, "model_name", lambda lang: None)
    monkeypatch.setattr(nlp, "model_tag", lambda lang: "rules")
    for text in ("Ann Reed said that the bridge was shut.", "According to Ann Reed, the bridge is shut."):
        assert shown(text, "en") == ["Ann Reed"]
