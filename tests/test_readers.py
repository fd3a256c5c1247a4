"""What each reader makes of its kind of file: text, place, and what the file tells of itself."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from factcheck.documents import articles
from factcheck.documents.readers import KINDS, Ask, Draft, Skipped, kind_of
from factcheck.documents.readers.reflow import Line, reflow
from factcheck.documents.sentences import sentences
from factcheck.model import Article
from factcheck.text import fold
from tests.benchmarks import formats

DOCUMENTS = Path(__file__).parent / "documents"
ARTICLE = """<html lang="fr"><body><article><h1>Le pont</h1><p>Le pont de Valmont a rouvert lundi, dit la mairie.</p>
{}<p>Il a coûté 12 millions d'euros à la ville, selon le rapport de la préfecture.</p></article></body></html>"""


def read(name: str, data: bytes | str, text_field: str | None = None) -> list[Draft | Skipped]:
    raw = data.encode() if isinstance(data, str) else data
    kind = kind_of(name, raw)
    assert kind is not None
    return list(kind.reader(raw, Ask(name=name, text_field=text_field)))


def text(name: str, data: bytes | str, text_field: str | None = None) -> str:
    (draft,) = read(name, data, text_field)
    assert isinstance(draft, Draft)
    return draft.text


def lines(name: str, data: bytes | str) -> list[str]:
    return [line for line in text(name, data).split("\n") if line]


def test_a_folder_with_a_file_of_each_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file gives its document, with what it tells of itself."""
    monkeypatch.chdir(DOCUMENTS.parent)
    found = articles.read(["documents"])
    assert found.notes == ()
    told = {a.id.removeprefix("documents/"): (a.published, a.publisher, a.title, a.author) for a in found.articles}
    staff, bridge = "La rédaction", "Le pont de Valmont"
    assert told == {
        "archives.zip#page.html": (date(2023, 2, 11), "Le Courrier du Sud", f"{bridge} fermé", staff),
        "communique.eml": (date(2025, 3, 3), None, "Arcadie équipe le pont de Valmont", "Arcadie"),
        "compte-rendu.docx": (date(2025, 3, 10), None, "Conseil municipal du 10 mars", staff),
        "courrier.txt": (date(2025, 3, 4), None, None, None),
        "debat.vtt": (None, None, None, None),
        "depeche-1998.txt": (date(1998, 5, 4), None, None, None),
        "export.csv#1": (date(2025, 3, 6), "Le Courrier du Sud", "Arcadie, un fournisseur discret", None),
        "flux.ndjson#1": (date(2025, 3, 3), "Agence du Sud", "Le pont rouvert", None),
        "gazette.html": (date(2025, 3, 3), "La Gazette de Valmont", formats.BRIDGE.title, "Anne Roche"),
        "histoire.epub": (date(2019, 9, 1), "Éditions du Quai", "Petite histoire de Valmont", staff),
        "mairie.pdf": (date(2025, 3, 3), None, f"{bridge} en chiffres", None),
        "notes.md": (date(2025, 3, 8), "Blog du quai", "Notes sur le pont", None),
    }
    kinds = {kind.name for kind in KINDS if any(path.suffix in kind.suffixes for path in DOCUMENTS.iterdir())}
    assert kinds == {kind.name for kind in KINDS}


@pytest.mark.parametrize("kind", ["cp1252", "md", "html", "epub", "eml", "csv", "ndjson", "zip"])
def test_one_article_gives_the_same_sentences_in_every_format(kind: str) -> None:
    """Menus, cookies, share bars, related links and footers add nothing; headings, lists and quotes stay."""
    data = formats.WRITERS[kind](formats.BRIDGE)
    assert data is not None
    (draft,) = read(f"a.{formats.SUFFIX.get(kind, kind)}", data)
    assert isinstance(draft, Draft)
    assert _sentences(draft.text) == _sentences(formats.txt(formats.BRIDGE).decode())


def _sentences(body: str) -> list[str]:
    return [fold(sentence.text) for sentence in sentences(Article(id="a", text=body, lang="fr"))]


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        ("<ul><li>Un.</li><li>Deux<ul><li>Trois</li></ul></li></ul>", "- Un.|- Deux|- Trois"),
        ("<h2>Le coût</h2><p>Voilà.</p>", "## Le coût|Voilà."),
        ("<p>Une ligne<br>et une autre.</p>", "Une ligne|et une autre."),
        (
            "<table><tr><th>Année</th><th>Budget</th></tr><tr><td>2023</td><td>5 M€</td></tr></table>",
            "Année : 2023 ; Budget : 5 M€.",
        ),
        ("<table><tr><td>Trois</td><td>mots</td></tr></table>", "Trois ; mots."),
        ("<p>of\ufb01ciel, pr\u00e9\u00adfet, e\u0301t\u00e9</p>", "officiel, préfet, été"),
        ("<blockquote><p>« Oui », dit-il.</p></blockquote>", "« Oui », dit-il."),
    ],
)
def test_what_a_page_holds(inside: str, line: str) -> None:
    """Lists, headings and tables are kept as lines, in order; letters come out whole."""
    found = lines("a.html", ARTICLE.format(inside))
    assert found[0] == "# Le pont"
    assert line.split("|") == found[2:-1]


@pytest.mark.parametrize("make", formats.pages(formats.BRIDGE))
def test_pages_of_several_makes(make: str) -> None:
    """By meaning, of boxes, in a layout table: every claim of the article, and nothing of what surrounds it."""
    wanted, found = (
        _sentences(formats.txt(formats.BRIDGE).decode()),
        _sentences(text("a.html", formats.pages(formats.BRIDGE)[make])),
    )
    assert [sentence for sentence in wanted if sentence.endswith(".")] == [s for s in found if s.endswith(".")]
    assert set(found) <= set(wanted)


def test_text_bare_in_a_box_keeps_its_links() -> None:
    """Old pages part paragraphs by empty lines, and stress words inside them."""
    rest = f"{formats.RIVAL.parts[0]} <a href='/x'>Le rapport</a> le dit.<br><br>{formats.RIVAL.parts[1]}"
    body = f"<div><h2>Le prix</h2>{rest}</div>"
    found = text("a.html", f"<html><body><table><tr><td>{body * 3}</td></tr></table></body></html>")
    assert f"{formats.RIVAL.parts[0]} Le rapport le dit.\n\n{formats.RIVAL.parts[1]}" in found


def test_a_page_without_an_article_is_read_whole() -> None:
    """A fragment has no menu to take away."""
    assert text("a.html", "<p>Le pont a coûté 3 millions.</p>").strip() == "Le pont a coûté 3 millions."


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ('<html lang="fr"><meta name="date" content="2024-02-03">', date(2024, 2, 3)),
        ('<html lang="fr"><script type="application/ld+json">{"datePublished": "2024-02-03"}</script>', None),
        ('<html lang="fr">', None),
    ],
)
def test_a_page_is_dated_only_by_what_it_declares(names: str, told: date | None) -> None:
    """A date in its text is no date of publication."""
    (draft,) = read("a.html", names + ARTICLE.format("<p>Le 5 mai 2019, un orage a noyé la cave de la mairie.</p>"))
    assert isinstance(draft, Draft)
    assert draft.published == told or "ld+json" in names


def test_subtitles_become_turns_of_speech() -> None:
    """Speakers named by tag or before a colon speak in quotation marks; a rolling line is told once."""
    vtt = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v Anne Roche>Le pont a coûté

00:00:03.000 --> 00:00:05.000
<v Anne Roche>12 millions.

1
01:02:03,000 --> 01:02:05,000
MARC VIAL : Il a rouvert.

01:02:05,000 --> 01:02:07,000
- Non !
"""
    (draft,) = read("a.vtt", vtt)
    assert isinstance(draft, Draft)
    assert draft.text == "Anne Roche : « Le pont a coûté 12 millions. »\n\nMARC VIAL : « Il a rouvert. »\n\nNon !\n"
    assert draft.places == ((0, "00:00:01"), (47, "01:02:03"), (78, "01:02:05"))


@pytest.mark.parametrize(
    ("name", "data", "field", "parts"),
    [
        ("a.json", '[{"texte": "Un."}, {"texte": "Deux."}]', None, {"1": "Un.\n", "2": "Deux.\n"}),
        ("a.json", '{"articles": [{"body": "Un.", "title": "T"}]}', None, {"1": "# T\n\nUn.\n"}),
        ("a.json", '{"articleBody": "Un.", "author": {"name": "A"}}', None, {"1": "Un.\n"}),
        ("a.json", '{"text": "Un."}\n{"text": "Deux."}', None, {"1": "Un.\n", "2": "Deux.\n"}),
        ("a.ndjson", '{"t": "Un."}\n\n{"t": ""}\n{"t": "Trois."}', "t", {"1": "Un.\n", "4": "Trois.\n"}),
        ("a.ndjson", '{"text": "Un."}\n{"schema_version": 1, "text": "Le nôtre."}', None, {"1": "Un.\n"}),
        ("a.csv", "date;texte\n2025;Un, deux.\n", None, {"1": "Un, deux.\n"}),
        ("a.csv", 'id,Contenu\n1,"<p>Un.</p><p>Deux.</p>"\n', None, {"1": "Un.\n\nDeux.\n"}),
        ("a.tsv", "url\tbody\nx\tUn.\n", None, {"1": "Un.\n"}),
    ],
)
def test_exports_give_a_document_a_record(name: str, data: str, field: str | None, parts: dict[str, str]) -> None:
    """The text's field goes by its usual names or by `--text-field`; a document is named by its record."""
    assert {d.part: d.text for d in read(name, data, field) if isinstance(d, Draft)} == parts


def test_a_word_file_reads_with_all_changes_accepted() -> None:
    """Deleted and moved words are out, inserted ones in; tables become sentences, styles headings and items."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) + "</w:tr>"
        for row in (("Ville", "Coût"), ("Valmont", "3 M€"))
    )
    body = f"""<w:document {names}><w:body>
<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Le pont</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Il a </w:t></w:r><w:del><w:r><w:delText>été</w:delText></w:r></w:del>
<w:ins><w:r><w:t>coûté</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> 3 M€.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Un.</w:t></w:r></w:p><w:tbl>{rows}</w:tbl></w:body></w:document>"""
    data = formats.packed({"word/document.xml": body})
    assert lines("a.docx", data) == ["# Le pont", "Il a coûté 3 M€.", "- Un.", "Ville : Valmont ; Coût : 3 M€."]


def test_a_mail_with_an_attachment() -> None:
    """Lines broken by the mail program are joined, the signature is left out, attached documents are read."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Le pont", "Ville <a@b.example>"
    message.set_content("Le pont a coûté \n12 millions.\n\nOui.\n-- \nLe service\n", params={"format": "flowed"})
    message.add_attachment(b"Il a rouvert.", maintype="text", subtype="plain", filename="b.txt")
    message.add_attachment(b"\x00", maintype="image", subtype="png", filename="c.png")
    mail, attached, other = read("a.eml", message.as_bytes())
    assert isinstance(mail, Draft)
    assert mail.text == "# Le pont\n\nLe pont a coûté 12 millions.\n\nOui.\n"
    assert (attached.part, isinstance(attached, Draft)) == ("b.txt", True)
    assert other == Skipped(part="c.png", why="not a type factcheck reads")


def test_archives_and_compressed_files() -> None:
    """A zip's documents are named by their path in it, hidden files left out; gzip keeps the file's one name."""
    packed = formats.packed(
        {"b/a.txt": "Un.", "__MACOSX/a.txt": "x", ".b.txt": "x", "c.csv": "text\nDeux.\n", "d.png": ""}
    )
    assert [found.part for found in read("a.zip", packed)] == ["b/a.txt", "c.csv#1", "d.png"]
    assert text("a.txt.gz", gzip.compress("Été.".encode("cp1252"))) == "Été."


@pytest.mark.parametrize(
    ("name", "begin", "kind"),
    [
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("", b"%PDF-1.7", "pdf"),
        ("", b"<!DOCTYPE html><p>", "html"),
        ("", b"Le pont", "plain"),
        ("", b'[ {"text": "Le pont"}]', "records"),
        ("", b"[Vu] Le pont", "plain"),
        ("", b"\xef\xbb\xbfWEBVTT", "subtitles"),
        ("a.txt", b"PK\x03\x04 mimetypeapplication/epub+zip", "epub"),
        ("a.html", b"Le pont", "html"),
        ("a.docx", b"PK\x03\x04", "docx"),
        ("LISEZMOI", b"Le pont", "plain"),
    ],
)
def test_first_bytes_are_believed_more_than_names(name: str, begin: bytes, kind: str) -> None:
    """A PDF called .txt is a PDF; standard input has no name at all."""
    found = kind_of(name, begin)
    assert found is not None
    assert found.name == kind


def page(*rows: str, number: int = 1, x: float = 50, size: float = 10, top: float = 700) -> list[Line]:
    return [Line(number, x, top - 12 * n, size, row) for n, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([page("Le maire a inau-", "guré le pont.")], "Le maire a inauguré le pont.\n"),
        ([page("Est-il ouvert, dit-", "il ? Oui.")], "Est-il ouvert, dit-il ? Oui.\n"),
        ([page("L'axe franco-", "allemand, ou franco-allemand.")], "L'axe franco-allemand, ou franco-allemand.\n"),
        ([page("Le maire a signé", "hier."), page("Il part", "demain.", number=2)],
         "Le maire a signé hier.\n\nIl part demain.\n"),
        ([page("Le maire a"), page("signé hier.", number=2)], "Le maire a signé hier.\n"),
        ([page("Ceci est un titre", size=16) + page("Voilà le texte", "du jour.", top=670)],
         "## Ceci est un titre\n\nVoilà le texte du jour.\n"),
        (
            [page("Le pont de", "Valmont", size=16) + page("Ceci est le texte.", top=660)],
            "## Le pont de Valmont\n\nCeci est le texte.\n",
        ),
        ([page("Le texte.", "- Un.", "- Deux.")], "Le texte.\n\n- Un.\n\n- Deux.\n"),
        ([page("03/03/2025 10:12 Le pont", "Oui.", "https://a.example/pont 1/1")], "Oui.\n"),
        ([page("12", "Oui.", "Non.", "Page 3 sur 4")], "Oui.\n\nNon.\n"),
    ],
)  # fmt: skip
def test_printed_lines_become_paragraphs(pages: Sequence[Sequence[Line]], expected: str) -> None:
    """Broken words are joined but for the writer's own hyphens; pages and columns go on; numbers are out."""
    assert reflow(pages)[0] == expected


def test_running_heads_are_left_out_and_pages_known() -> None:
    """What stands at the edge of most pages is not the text's; each page begins at an offset."""
    pages = [
        page(f"Rapport {n}", f"{word} mot de plus", f"et encore {n}.", "Ville de Valmont", number=n)
        for n, word in ((1, "Un"), (2, "Un autre"), (3, "Le dernier"))
    ]
    body, places = reflow(pages)
    assert (
        body
        == "Un mot de plus et encore 1.\n\nUn autre mot de plus et encore 2.\n\nLe dernier mot de plus et encore 3.\n"
    )
    assert places == ((0, "page 1"), (29, "page 2"), (64, "page 3"))
    article = Article(id="a", text=body, lang="fr", places=places)
    assert [article.place(at) for at in (0, 28, 29, 80)] == ["page 1", "page 1", "page 2", "page 3"]


def printed(*pieces: tuple[int, int, str]) -> bytes:
    """A PDF of one page with pieces of text where they are said to stand."""
    shown = "".join(f"BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in pieces).encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, offsets = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, data in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in offsets))
    out.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def test_columns_printed_row_by_row_are_read_one_after_the_other() -> None:
    """A program that prints across the page does not mix the columns of a text."""
    left = [
        "Le maire de Valmont a rouvert le pont",
        "lundi, devant deux cents habitants et",
        "trois adjoints",
        "venus en vélo.",
    ]
    right = [
        "La région a payé la moitié du chantier,",
        "qui a duré plus de deux ans et coûté",
        "12 millions d'euros au",
        "lieu des huit prévus.",
    ]
    rows = [(50, 700 - 12 * n, a) for n, a in enumerate(left)], [(320, 700 - 12 * n, b) for n, b in enumerate(right)]
    pieces = [piece for pair in zip(*rows, strict=True) for piece in pair]
    symbol = printed((50, 700, "Voici :"), (50, 688, "\x7f Un."), (50, 676, "\x7f Deux."))
    assert lines("a.pdf", symbol) == ["Voici :", "• Un.", "• Deux."]
    assert text("a.pdf", printed(*pieces)) == f"{' '.join(left)}\n\n{' '.join(right)}\n"


def test_a_claim_knows_its_page() -> None:
    """Its record names the page, chapter or time; a plain text has none."""
    from factcheck import pipeline
    from factcheck.records import claim_record

    paths = [str(DOCUMENTS / name) for name in ("mairie.pdf", "debat.vtt", "courrier.txt")]
    found = pipeline.extract(paths, options=pipeline.Options(cache=False)).claims
    pages = {(Path(claim.source).name, claim_record(claim).get("page")) for claim in found}
    assert pages == {
        ("mairie.pdf", "page 1"),
        ("debat.vtt", "00:00:00"),
        ("debat.vtt", "00:00:05"),
        ("courrier.txt", None),
    }
