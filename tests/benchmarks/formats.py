"""The same article in every format: how many of its claims come out equal.

    python tests/benchmarks/formats.py            the share of equal claims, format by format
    python tests/benchmarks/formats.py --write    makes the files of tests/documents anew

PDFs are printed by a real browser (Chromium) and Word files are written by python-docx; a format whose program is
missing is named and left out. All texts are our own.
"""

# ruff: noqa: E501 - paragraphs and pages stand on the lines they have

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "tests" / "documents"


@dataclass(frozen=True, kw_only=True)
class Story:
    """An article; in `body` a line after `# ` is a heading, after `- ` an item of a list, else a paragraph."""

    title: str
    publisher: str
    author: str
    published: str
    body: str

    @property
    def parts(self) -> list[str]:
        return [part.strip() for part in self.body.strip().split("\n") if part.strip()]


BRIDGE = Story(
    title="Le pont de Valmont rouvre après deux ans de travaux",
    publisher="La Gazette de Valmont",
    author="Anne Roche",
    published="2025-03-03",
    body="""
Le pont de Valmont a rouvert lundi à la circulation, après deux ans de travaux qui ont coûté 12,4 millions d'euros, a annoncé la mairie.
Construit en 1931, l'ouvrage relie la vieille ville au quartier de la gare. Il avait été fermé en février 2023, lorsque des ingénieurs avaient découvert des fissures dans deux de ses cinq piles.
« Nous avons tenu le budget et presque tenu le calendrier », a déclaré le maire, Marc Vial. Il a promis que les commerçants du quai, qui disent avoir perdu 30 % de leur chiffre d'affaires, seraient indemnisés avant l'été.
# Un chantier plus long que prévu
Le chantier devait durer dix-huit mois. Il en a duré vingt-quatre, notamment parce que la crue de janvier 2024 a emporté un échafaudage.
Selon le rapport de la préfecture, 45 entreprises ont travaillé sur le site, dont une trentaine venaient de la région. Le rapport relève aussi que trois ouvriers ont été blessés.
La facture se répartit ainsi :
- La région a payé 6,2 millions d'euros.
- Le département a versé 3,1 millions d'euros en 2023 et en 2024.
- La ville a emprunté les 3,1 millions d'euros restants sur quinze ans.
# Le trafic attendu
La mairie attend 15 000 véhicules par jour, contre 18 000 avant la fermeture. La vitesse y sera limitée à 30 km/h, et les camions de plus de 7,5 tonnes devront passer par la rocade.
L'association Valmont à vélo, qui compte 640 membres, juge la piste cyclable trop étroite : elle mesure 1,40 mètre de large, alors que le guide officiel recommande deux mètres.
« La largeur a été fixée en 2022, avec l'accord de toutes les associations », répond l'adjointe chargée des transports, Claire Benoît. Elle ajoute que la piste sera élargie en 2026 si le trafic le justifie.
# Une première dans la région
C'est le premier pont de la région dont les câbles sont surveillés par 212 capteurs. Ceux-ci envoient leurs mesures toutes les dix minutes à un centre installé à Lormont, à 40 kilomètres de là.
D'après la société Arcadie, qui a fourni le système, un dispositif comparable a permis de réduire de 20 % le coût d'entretien d'un viaduc norvégien. L'entreprise emploie 85 personnes et a réalisé un chiffre d'affaires de 9 millions d'euros l'an dernier.
Le prochain contrôle complet aura lieu en mars 2030. Le pont n'avait pas été inspecté entre 2009 et 2021, a reconnu la préfecture.
""",
)

RIVAL = Story(
    title="Valmont : le pont a coûté plus cher que prévu",
    publisher="Le Courrier du Sud",
    author="Luc Maret",
    published="2025-03-04",
    body="""
Les travaux du pont de Valmont ont coûté 14,8 millions d'euros, selon un document que Le Courrier a pu lire.
Le pont de Valmont a rouvert mardi à la circulation.
Le chantier a duré 24 mois. La mairie n'a pas indemnisé les commerçants du quai.
""",
)


def stories() -> dict[str, tuple[str, Story]]:
    """The files of tests/documents: each kind tells its own part of the story, and they do not all agree."""
    return {
        "gazette.html": ("html", BRIDGE),
        "courrier.txt": ("txt", RIVAL),
        "mairie.pdf": ("pdf", _part("Le pont de Valmont en chiffres", "Ville de Valmont", "2025-03-03", "Les travaux du pont de Valmont ont coûté 12,4 millions d'euros.\nLe pont de Valmont compte 212 capteurs.\nLa région a payé 6,2 millions d'euros.")),
        "compte-rendu.docx": ("docx", _part("Conseil municipal du 10 mars", "Ville de Valmont", "2025-03-10", "Le conseil a voté l'indemnisation des commerçants du quai.\nLa région a payé 5,2 millions d'euros.\nLe pont de Valmont compte 212 capteurs.")),
        "depeche-1998.txt": ("cp1252", _part("Le pont de Valmont sera repeint", "Agence du Sud", "1998-05-04", "Le pont de Valmont a été construit en 1931, a rappelé l'ingénieur chargé de l'opération.\nIl mesure 212 mètres de long.")),
        "histoire.epub": ("epub", _part("Petite histoire de Valmont", "Éditions du Quai", "2019-09-01", "Le pont de Valmont a été construit en 1934.\nIl mesure 212 mètres de long.")),
        "communique.eml": ("eml", _part("Arcadie équipe le pont de Valmont", "Arcadie", "2025-03-03", "Arcadie emploie 95 personnes.\nLe pont de Valmont compte 112 capteurs.")),
        "debat.vtt": ("vtt", _part("Débat", "Radio Valmont", "2025-03-05", "Marc Vial : Les travaux du pont de Valmont ont coûté 12,4 millions d'euros.\nClaire Benoît : La piste cyclable mesure 1,40 mètre de large.")),
        "export.csv": ("csv", _part("Arcadie, un fournisseur discret", "Le Courrier du Sud", "2025-03-06", "Arcadie emploie 85 personnes.\nLa piste cyclable mesure 1,60 mètre de large.")),
        "flux.ndjson": ("ndjson", _part("Le pont rouvert", "Agence du Sud", "2025-03-03", "Le pont de Valmont a rouvert lundi à la circulation.\nLe chantier a duré vingt-quatre mois.")),
        "archives.zip": ("zip", _part("Le pont de Valmont fermé", "Le Courrier du Sud", "2023-02-11", "Le pont de Valmont a été fermé en février 2023.\nLe chantier doit durer dix-huit mois.")),
        "notes.md": ("md", _part("Notes sur le pont", "Blog du quai", "2025-03-08", "La mairie a indemnisé les commerçants du quai.\nArcadie emploie 85 personnes.")),
    }  # fmt: skip


def _part(title: str, publisher: str, published: str, body: str) -> Story:
    return Story(title=title, publisher=publisher, author="La rédaction", published=published, body=body)


def txt(story: Story) -> bytes:
    lines = [story.title, f"Publié le {_day(story)}", *(part.removeprefix("# ") for part in story.parts)]
    return ("\n\n".join(lines) + "\n").encode()


def cp1252(story: Story) -> bytes:
    return txt(story).decode().replace("\n", "\r\n").encode("cp1252")


def md(story: Story) -> bytes:
    head = f"---\ntitle: {story.title!r}\npublisher: {story.publisher}\ndate: {story.published}\n---\n\n"
    return (head + f"# {story.title}\n\n" + "\n\n".join(_md_part(part) for part in story.parts) + "\n").encode()


def _md_part(part: str) -> str:
    return f"#{part}" if part.startswith("# ") else part


def markup(story: Story) -> str:
    """The body as HTML, items gathered into lists."""
    lines: list[str] = []
    for part in story.parts:
        if part.startswith("- "):
            if lines and lines[-1] == "</ul>":
                lines.pop()
            else:
                lines.append("<ul>")
            lines += [f"<li>{escape(part[2:])}</li>", "</ul>"]
        elif part.startswith("# "):
            lines.append(f"<h2>{escape(part[2:])}</h2>")
        else:
            lines.append(f"<p>{escape(part)}</p>")
    return "\n".join(lines)


def html(story: Story) -> bytes:
    """A page as newspapers make them: menu, cookies, share bar, related links, form, footer."""
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{escape(story.title)} - {story.publisher}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:site_name" content="{story.publisher}">
<meta name="author" content="{story.author}"><link rel="canonical" href="https://gazette.example/pont">
<meta property="article:published_time" content="{story.published}T08:00:00+01:00">
<style>nav {{ color: red }}</style><script>var page = "Le pont a coûté 99 millions d'euros.";</script></head>
<body><header><a href="/">{story.publisher}</a>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/ville">Ville</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="cookie-banner"><p>Nous utilisons des cookies pour mesurer l'audience de ce site et vous proposer des contenus.</p>
<button>Tout accepter</button><button>Tout refuser</button></div>
<main><article><h1>{escape(story.title)}</h1><p class="byline">Par {story.author}, publié le {_day(story)}</p>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">X</a> <a href="#">Copier le lien</a></div>
<figure><img src="pont.jpg" alt="Le pont"><figcaption>Le pont de Valmont, lundi matin. (Léa Morel / La Gazette)</figcaption></figure>
{markup(story)}
<p>Lire aussi : <a href="/crue">La crue de 2024, un an après</a></p></article>
<aside class="related"><h3>Sur le même sujet</h3><ul><li><a href="/a">Le stade de Valmont coûtera 40 millions d'euros</a></li>
<li><a href="/b">Trois cents logements vont être construits près de la gare</a></li></ul></aside>
<form class="newsletter"><p>Recevez notre lettre chaque matin : 12 000 lecteurs nous font confiance.</p><input type="email"></form></main>
<footer><p>© 2025 {story.publisher}. Tous droits réservés.</p><a href="/legal">Mentions légales</a></footer></body></html>
""".encode()


JUNK = [
    "Le stade de Valmont coûtera 40 millions d'euros, selon nos informations.",
    "Trois cents logements vont être construits près de la gare.",
    "Je trouve que ce pont est bien trop cher, il aurait fallu un tunnel.",
    "Recevez notre lettre chaque matin : 12 000 lecteurs nous font confiance.",
    "Nous utilisons des cookies pour mesurer l'audience de ce site et vous proposer des contenus.",
    "La Gazette de Valmont, fondée en 1921, est éditée par une société de 12 salariés.",
]


def _around(story: Story, article: str, *, head: str = "") -> str:
    """A page with the article's HTML amid everything that is not it."""
    teaser, homes, comment, letter, cookies, about = map(escape, JUNK)
    return f"""<html lang="fr"><head><title>{escape(story.title)} | {story.publisher}</title>{head}</head><body>
<div id="cc"><p>{cookies}</p><a href="#">Tout accepter</a></div>
<div class="top"><a href="/">Accueil</a> <a href="/ville">Ville</a> <a href="/sport">Sport</a></div>
{article}
<div class="side"><h3>À lire aussi</h3><p><a href="/a">{teaser}</a></p><p><a href="/b">{homes}</a></p></div>
<div id="comments"><h3>1 commentaire</h3><div class="comment"><p>{comment}</p></div></div>
<div class="newsletter"><p>{letter}</p></div><div class="footer"><p>{about}</p><p>Mentions légales</p></div></body></html>"""


def pages(story: Story) -> dict[str, str]:
    """The article on pages of several makes: by meaning, of nested boxes, in a layout table, as a short notice."""
    body, title = markup(story), f"<h1>{escape(story.title)}</h1>"
    boxes = body.replace("<p>", '<div class="par">').replace("</p>", "</div>")
    breaks = "<br><br>\n".join(escape(part.removeprefix("# ").removeprefix("- ")) for part in story.parts)
    table = f"<table width=600><tr><td class=menu><a href=/>Accueil</a></td><td><font size=4>{title}</font>{breaks}</td></tr></table>"
    return {
        "by meaning": html(story).decode(),
        "boxes": _around(story, f'<div class="wrap"><div class="x1">{title}<div class="x2">{boxes}</div></div></div>'),
        "paragraphs": _around(story, f'<div id="content">{title}{body}</div>'),
        "main": _around(story, f"<main>{title}<div>{body}</div></main>"),
        "table": _around(story, table),
    }


def measure_pages() -> None:
    """Print for each make of page the share of the article's sentences kept and of the junk's dropped."""
    from factcheck.documents.readers.base import Ask
    from factcheck.documents.readers.html import read
    from factcheck.documents.sentences import sentences
    from factcheck.model import Article
    from factcheck.text import fold

    def told(text: str) -> list[str]:
        return [fold(s.text) for s in sentences(Article(id="a", text=text, lang="fr"))]

    kept = total = dropped = junk = 0
    for story in (BRIDGE, RIVAL):
        gold = told(txt(story).decode())
        for name, page in pages(story).items():
            (draft,) = read(page.encode(), Ask(name="page.html"))
            found = set(told(draft.text))
            missing, other = [g for g in gold if g not in found], found - set(gold)
            print(f"page {name:12} {len(gold) - len(missing)}/{len(gold)} sentences kept, {len(other)} others")
            for sign, rest in (("-", missing), ("+", sorted(other))):
                print("".join(f"    {sign} {sentence[:110]}\n" for sentence in rest), end="")
            kept, total = kept + len(gold) - len(missing), total + len(gold)
            dropped, junk = dropped + sum(fold(j) not in found for j in JUNK), junk + len(JUNK)
    print(
        f"pages: {kept}/{total} = {kept / total:.1%} of sentences kept, {dropped}/{junk} = {dropped / junk:.1%} of junk dropped"
    )


def pdf(story: Story) -> bytes | None:
    """One column, without running heads."""
    return printed(story, "body { font: 12px serif }", "--no-pdf-header-footer")


def columns(story: Story) -> bytes | None:
    """Two columns on A5 pages, with the browser's running heads and words broken at line ends."""
    style = "@page { size: A5 } h1 { column-span: all }"
    return printed(story, style + "body { font: 15px serif; column-count: 2; text-align: justify; hyphens: auto }")


def printed(story: Story, style: str, *options: str) -> bytes | None:
    """A PDF as Chromium prints it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        return None
    page = f"""<html lang="fr"><meta charset="utf-8"><title>{escape(story.title)}</title>
<style>{style}</style>
<h1>{escape(story.title)}</h1><p>Publié le {_day(story)}</p>{markup(story)}</html>"""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", *options, f"--print-to-pdf={target}"]
        command.append(source.as_uri())
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return target.read_bytes()


def docx(story: Story) -> bytes | None:
    try:
        import docx as word
    except ImportError:
        return None
    document = word.Document()
    document.core_properties.title, document.core_properties.author = story.title, story.author
    document.add_heading(story.title, 0)
    document.add_paragraph(f"Publié le {_day(story)}")
    for part in story.parts:
        if part.startswith("# "):
            document.add_heading(part[2:], 2)
        elif part.startswith("- "):
            document.add_paragraph(part[2:], style="List Bullet")
        else:
            document.add_paragraph(part)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def epub(story: Story) -> bytes:
    page = (
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>{escape(story.title)}</h1>{markup(story)}</body></html>"
    )
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">
<metadata><dc:title>{escape(story.title)}</dc:title><dc:creator>{story.author}</dc:creator><dc:language>fr</dc:language>
<dc:publisher>{story.publisher}</dc:publisher><dc:date>{story.published}</dc:date></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>"""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
    names = {"mimetype": "application/epub+zip", "META-INF/container.xml": container}
    return packed({**names, "OEBPS/book.opf": package, "OEBPS/a.xhtml": page})


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip of `files`, the same bytes each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, 3, 0, 0, 0)), data)
    return stream.getvalue()


def eml(story: Story) -> bytes:
    message = EmailMessage()
    message["From"] = f"{story.publisher} <presse@gazette.example>"
    message["Subject"] = story.title
    message["Date"] = format_datetime(datetime.fromisoformat(story.published).replace(hour=8, tzinfo=UTC))
    message.set_content(
        "\n\n".join(part.removeprefix("# ") for part in story.parts) + "\n",
        charset="iso-8859-15",
        cte="quoted-printable",
    )
    message.add_alternative(f"<html><body>{markup(story)}</body></html>", subtype="html")
    return message.as_bytes()


def vtt(story: Story) -> bytes:
    cues = []
    for n, part in enumerate(story.parts):
        who, _, said = part.rpartition(" : ")
        cues.append(f"00:00:{n * 5:02}.000 --> 00:00:{n * 5 + 4:02}.000\n" + (f"<v {who}>{said}" if who else said))
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


def csv_(story: Story) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(["date", "media", "titre", "texte"])
    writer.writerow(
        [story.published, story.publisher, story.title, "\n\n".join(p.removeprefix("# ") for p in story.parts)]
    )
    return stream.getvalue().encode("utf-8-sig")


def ndjson(story: Story) -> bytes:
    record = {
        "title": story.title,
        "publisher": story.publisher,
        "published": story.published,
        "content": markup(story),
    }
    return (json.dumps(record, ensure_ascii=False) + "\n").encode()


def zip_(story: Story) -> bytes:
    return packed({"page.html": html(story)})


def _day(story: Story) -> str:
    months = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
    year, month, day = story.published.split("-")
    return f"{int(day)} {months[int(month) - 1]} {year}"


WRITERS: dict[str, Callable[[Story], bytes | None]] = {
    "txt": txt, "cp1252": cp1252, "md": md, "html": html, "pdf": pdf, "columns": columns, "docx": docx, "epub": epub, "eml": eml,
    "csv": csv_, "ndjson": ndjson, "zip": zip_, "vtt": vtt,
}  # fmt: skip
SUFFIX = {"cp1252": "txt", "columns": "pdf"}
# Subtitles tell speech and not an article with headings; they are made, not measured.
MEASURED = [name for name in WRITERS if name != "vtt"]


def claims_of(path: Path) -> list[str]:
    """What is claimed in a file, whatever lines and spaces surround it."""
    from factcheck import pipeline
    from factcheck.text import fold

    found = pipeline.extract([str(path)], options=pipeline.Options(cache=False))
    return [f"{fold(claim.text)} [{claim.speaker.name if claim.speaker else ''}]" for claim in found.claims]


def measure() -> None:
    """Print for each format the share of the plain text's claims it gives, and what it gives besides."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.txt"
        plain.write_bytes(txt(BRIDGE))
        expected = claims_of(plain)
        equal = total = 0
        for name in MEASURED:
            data = WRITERS[name](BRIDGE)
            if data is None:
                print(f"{name:8} left out: the program that makes it is missing")
                continue
            path = Path(folder) / f"article.{SUFFIX.get(name, name)}"
            path.write_bytes(data)
            found = claims_of(path)
            missing, other = [c for c in expected if c not in found], [c for c in found if c not in expected]
            equal, total = equal + len(expected) - len(missing), total + len(expected) + len(other)
            print(f"{name:8} {len(expected) - len(missing)}/{len(expected)} equal, {len(other)} other")
            for sign, claims in (("-", missing), ("+", other)):
                for claim in claims:
                    print(f"    {sign} {claim}")
        print(f"all      {equal}/{total} = {equal / total:.1%}")


def write() -> None:
    """Make the files of tests/documents."""
    DOCUMENTS.mkdir(exist_ok=True)
    for name, (kind, story) in stories().items():
        data = WRITERS[kind](story)
        if data is None:
            print(f"{name}: left as it is; the program that makes it is missing")
        else:
            (DOCUMENTS / name).write_bytes(data)


def main(arguments: Sequence[str]) -> None:
    """Measure, or write."""
    sys.path.insert(0, str(ROOT))
    if "--write" in arguments:
        write()
    else:
        measure()
        measure_pages()


if __name__ == "__main__":
    main(sys.argv[1:])
