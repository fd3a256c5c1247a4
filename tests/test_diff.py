"""`factcheck diff`: what an edit does to the claims, numbers first; files, folders and git revisions."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import app
from factcheck.diffing import Change, diff
from factcheck.model import Claim, Polarity, Speaker
from tests.report_samples import claim, quantity


def said(text: str, *amounts: str, source: str = "town.txt", start: int = 0, **more: object) -> Claim:
    """A claim whose figures are `amounts`, in metres, as they stand in it."""
    figures = tuple(quantity(amount, amount.replace(" ", ""), "metre", at=text.index(amount)) for amount in amounts)
    return claim(text, source=source, start=start, quantities=figures, **more)


def told(changes: tuple[Change, ...]) -> list[str]:
    """Each change on a line: its kind and the figures or else the words that differ."""
    lines = []
    for change in changes:
        turns = change.figures or ((change.words,) if change.words else ())
        lines.append(f"{change.kind}: " + ", ".join(f"{turn.old} > {turn.new}" for turn in turns))
    return lines


BRIDGE = said("Le pont de Vernes est long de 120 mètres.", "120")
VOTE = said("Le conseil municipal a voté le budget mardi soir.", start=50)

# old, new -> the changes
EDITS: list[tuple[str, list[Claim], list[Claim], list[str]]] = [
    ("nothing", [BRIDGE, VOTE], [BRIDGE, VOTE], []),
    ("the order", [BRIDGE, VOTE], [VOTE, BRIDGE], []),
    ("typography", [said("Il dit « non » à l'été.")], [said("Il dit “non” à l’été.".replace("“non”", "« non »"))], []),
    ("a claim goes", [BRIDGE, VOTE], [BRIDGE], ["dropped: "]),
    ("a claim comes", [BRIDGE], [BRIDGE, VOTE], ["added: "]),
    ("a claim comes twice", [VOTE], [VOTE, VOTE], ["added: "]),
    (
        "a figure",
        [BRIDGE],
        [said("Le pont de Vernes est long de 130 mètres.", "130")],
        ["altered: 120 > 130"],
    ),
    (
        "a figure spelled otherwise",
        [said("Il est long de 1200 mètres.", "1200")],
        [said("Il est long de 1 200 mètres.", "1 200")],
        ["altered: 1200 > 1 200"],  # the words, not the figure
    ),
    (
        "a figure comes",
        [said("Le pont de Vernes est très long et fermé.")],
        [said("Le pont de Vernes est long de 120 mètres et fermé.", "120")],
        ["altered: None > 120"],
    ),
    (
        "words",
        [VOTE],
        [said("Le conseil municipal a rejeté le budget mardi soir.")],
        ["altered: voté > rejeté"],
    ),
    (
        "another claim in its place",
        [VOTE],
        [said("Des chiens errants inquiètent la préfecture.")],
        ["dropped: ", "added: "],
    ),
    (
        "numbers first",
        [VOTE, BRIDGE],
        [
            said("Le conseil municipal a rejeté le budget mardi soir."),
            said("Le pont de Vernes est long de 130 mètres.", "130", start=60),
            said("Une école a ouvert."),
        ],
        ["altered: 120 > 130", "altered: voté > rejeté", "added: "],
    ),
    ("moved to another article", [VOTE, BRIDGE], [BRIDGE, replace(VOTE, source="post.txt")], []),
    (
        "the article renamed",
        [BRIDGE, VOTE],
        [
            replace(VOTE, source="new.txt"),
            said("Le pont de Vernes est long de 130 mètres.", "130", source="new.txt"),
        ],
        ["altered: 120 > 130"],
    ),
    (
        "alike, but of another article",
        [BRIDGE],
        [said("Le pont de Vernes est long de 130 mètres.", "130", source="post.txt")],
        ["dropped: 120 > None", "added: None > 130"],
    ),
]


@pytest.mark.parametrize(("old", "new", "changes"), [e[1:] for e in EDITS], ids=[e[0] for e in EDITS])
def test_edit(old: list[Claim], new: list[Claim], changes: list[str]) -> None:
    """Each edit gives the changes it should, whatever the order of the claims."""
    assert told(diff(old, new)) == changes
    assert told(diff(old[::-1], new[::-1])) == changes


def test_readings_that_turn_are_named() -> None:
    """A denial or another speaker is named beside the words."""
    speaker = Speaker(name="la maire", start=0, end=8, cue="selon", level="reported")
    denied = replace(VOTE, text=VOTE.text.replace("a voté", "n'a pas voté"), polarity=Polarity.NEGATED)
    (change,) = diff([VOTE], [replace(denied, speakers=(speaker,))])
    assert [(name, turn.old, turn.new) for name, turn in change.turned] == [
        ("polarity", "affirmed", "negated"),
        ("speaker", None, "la maire"),
    ]


def test_each_claim_is_matched_once() -> None:
    """Of several that are alike the likest pair off first."""
    old = [said("Le pont A mesure 10 mètres.", "10"), said("Le pont B mesure 20 mètres.", "20", start=40)]
    new = [said("Le pont A mesure 11 mètres.", "11"), said("Le pont B mesure 21 mètres.", "21", start=40)]
    assert told(diff(old, new)) == ["altered: 10 > 11", "altered: 20 > 21"]


# --- the command --------------------------------------------------------------------------------------

OLD = "Le pont de Vernes coûte 3,5 millions d'euros.\n\nLa maire a inauguré le marché samedi.\n"
NEW = "Le pont de Vernes coûte 4 millions d'euros.\n\nLa maire a inauguré le marché samedi.\n"


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ["diff", *args])


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two files with two versions of an article, in the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text(OLD, encoding="utf-8")
    Path("new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("versions")
def test_two_files() -> None:
    """Two files are two versions of one article; the table reads like a patch."""
    result = run("old.txt", "new.txt", "--format", "table")
    assert result.stdout == (
        "altered  new.txt:1  3,5 millions d'euros → 4 millions d'euros\n"
        "  - Le pont de Vernes coûte 3,5 millions d'euros.\n"
        "  + Le pont de Vernes coûte 4 millions d'euros.\n"
    )
    assert result.stderr == "1 altered, 0 dropped, 0 added, 1 unchanged; 1 with figures\n"


@pytest.mark.usefixtures("versions")
def test_exit_codes() -> None:
    """A change exits with 1 only where that was asked for; what is no version with 2."""
    assert run("old.txt", "new.txt").exit_code == 0
    assert run("old.txt", "new.txt", "--exit-code").exit_code == 1
    assert run("old.txt", "old.txt", "--exit-code").exit_code == 0
    wrong = run("old.txt", "nowhere.txt")
    assert (wrong.exit_code, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("versions")
def test_formats() -> None:
    """A program gets a record a change, Markdown a table."""
    record = json.loads(run("old.txt", "new.txt").stdout)
    assert (record["schema_version"], record["change"], record["source"]) == (1, "altered", "new.txt")
    assert record["figures"] == [{"old": "3,5 millions d'euros", "new": "4 millions d'euros"}]
    assert record["words"] == {"old": "3,5", "new": "4"}
    assert record["new"]["text"] == "Le pont de Vernes coûte 4 millions d'euros."
    assert json.loads(run("old.txt", "new.txt", "--format", "json").stdout) == [record]
    assert "| altered | new.txt | 1 |" in run("old.txt", "new.txt", "--format", "md").stdout


@pytest.mark.usefixtures("versions")
def test_folders() -> None:
    """Documents of two folders are matched by their place in them."""
    for folder, text in (("a", OLD), ("b", NEW)):
        Path(folder, "deep").mkdir(parents=True)
        Path(folder, "deep/town.txt").write_text(text, encoding="utf-8")
        Path(folder, "post.txt").write_text("Le marché de Vernes ouvre samedi.\n", encoding="utf-8")
    lines = run("a", "b", "--format", "table").stdout.splitlines()
    assert lines[0] == "altered  deep/town.txt:1  3,5 millions d'euros → 4 millions d'euros"
    assert len(lines) == 3


@pytest.fixture
def repository(versions: Path) -> Path:
    """A repository with the old version committed, the new one in the working folder."""

    def git(*args: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *args], check=True, capture_output=True
        )

    Path("articles").mkdir()
    Path("articles/été.txt").write_text(OLD, encoding="utf-8")
    for name in ("old.txt", "new.txt"):
        Path(name).unlink()
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "old")
    git("tag", "before")
    Path("articles/été.txt").write_text(NEW, encoding="utf-8")
    git("commit", "-q", "-a", "-m", "new")
    return versions


VERSIONS = [
    ("before:articles", "articles"),
    ("before", "articles"),
    ("before", "HEAD"),
    ("HEAD~1:articles/été.txt", "articles/été.txt"),
    ("before:articles", "HEAD:articles"),
]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(("old", "new"), VERSIONS)
def test_revisions(old: str, new: str) -> None:
    """A revision stands for the documents as they were then: of a path, of the other side's path, or all."""
    records = [json.loads(line) for line in run(old, new).stdout.splitlines()]
    assert [record["figures"] for record in records] == [[{"old": "3,5 millions d'euros", "new": "4 millions d'euros"}]]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("word", ["--output=x", "before:nowhere", "before:", "nobody", ":", "-x", "before:../.."])
def test_no_revision(word: str) -> None:
    """What is neither a path nor a revision gives one line; no option gets through to git."""
    result = run("--", word, "articles")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert not Path("x").exists()


@pytest.mark.usefixtures("versions")
def test_hostile_words_come_out_inert() -> None:
    """Escapes and log commands of an article are shown, not obeyed."""
    Path("new.txt").write_text(NEW.replace("Vernes", "\x1b[31mVernes ::error::x"), encoding="utf-8")
    out = run("old.txt", "new.txt", "--format", "table").stdout
    assert ("\x1b" in out, "::error" in out) == (False, False)
