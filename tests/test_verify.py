"""A draft against documents and against a ledger: strict both ways."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import factcheck
from factcheck import verification
from factcheck.cli import app
from factcheck.errors import SourceError, UsageError
from factcheck.pipeline import Options
from factcheck.verification import Checked, Verification

GAZETTE = """\
Le port de Brest va s'agrandir

La région Bretagne a consacré 8,5 millions d'euros au port de Brest en mai 2019. Le chantier a fait 12 blessés en mars \
2020, selon la gendarmerie. La préfète a signé l'arrêté. Le port de Brest emploie plus de 400 dockers. La mairie \
pourrait fermer le bassin de Laninon. « Le bassin de Laninon est pollué », affirme Yann Kerleo, un riverain.

Les dockers rangent le sel dans le hangar numéro 12. Le syndicat des dockers de Brest a salué la fin des travaux du \
bassin de Brest. La mairie a soigneusement relevé les plans du bassin.
"""
OPTIONS = Options(cache=False)


def check(folder: Path, draft: str, *sources: str) -> Verification:
    """The draft held against the sources."""
    (folder / "known").mkdir(exist_ok=True)
    for n, text in enumerate(sources or (GAZETTE,)):
        (folder / "known" / f"{n}.txt").write_text(text, encoding="utf-8")
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    return factcheck.verify([str(folder / "draft.txt")], str(folder / "known"), options=OPTIONS)


def only(found: Verification) -> Checked:
    (checked,) = found.checked
    return checked


LABELS = {
    "supported": {
        "the same words": "La région Bretagne a consacré 8,5 millions d'euros au port de Brest en mai 2019.",
        "turned round": "En mai 2019, la région Bretagne a consacré 8,5 millions d'euros au port de Brest.",
        "a figure on somebody's word": "Le chantier a fait 12 blessés en mars 2020.",
        "the same act": "L'arrêté a été signé par la préfète.",
        "a weaker bound": "Le chantier a fait plus de 10 blessés en mars 2020.",
        "the same speaker": "Le bassin de Laninon est pollué, affirme Yann Kerleo.",
    },
    "contradicted": {
        "another figure": "La région Bretagne a consacré 9,5 millions d'euros au port de Brest en mai 2019.",
        "denied": "La préfète n'a pas signé l'arrêté.",
        "denied behind an adverb": "La mairie n'a pas soigneusement relevé les plans du bassin.",
    },
    "not_found": {
        "nothing like it": "La tour de Lorient mesure 330 mètres.",
        "another place": "La région Bretagne a consacré 8,5 millions d'euros au port de Lorient en mai 2019.",
        "a date more": "La région Bretagne a consacré 8,5 millions d'euros au port de Brest le 3 mai 2019.",
        "a name more": "La région Bretagne et la ville de Morlaix ont consacré 8,5 millions d'euros au port de Brest.",
        "firmer than told": "La mairie a fermé le bassin de Laninon.",
        "a narrower bound": "Le port de Brest emploie plus de 450 dockers.",
        "another subject": "La maire a signé l'arrêté.",
        "finer than told": "La région Bretagne a consacré 8,52 millions d'euros au port de Brest en mai 2019.",
        "of another size": "Le chantier a fait plus de 2 blessés en mars 2020.",
        "another hangar": "Les dockers rangent le sel dans le hangar numéro 13.",
        "a name exchanged": "Le syndicat des dockers de Lorient a salué la fin des travaux du bassin de Brest.",
        "only somebody's word": "Le bassin de Laninon est pollué.",
        "another speaker": "Le bassin de Laninon est pollué, affirme Maud Le Bris.",
    },
}


@pytest.mark.parametrize(
    ("label", "draft"),
    [pytest.param(label, text, id=name) for label, drafts in LABELS.items() for name, text in drafts.items()],
)
def test_labels(label: str, draft: str, tmp_path: Path) -> None:
    """What says the same supports, what cannot also hold contradicts, and all else is not found."""
    assert only(check(tmp_path, draft)).label == label


def test_rare_words_are_met_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everybody tells of the port, a claim still meets who tells of the decree, and nobody past the limit."""
    monkeypatch.setattr(verification, "_MET", 8)
    crowd = [f"Le port de Brest a signé avec {name} une charte." for name in ("Roscoff", "Lorient", "Vannes") * 4]
    draft = "La préfète a signé l'arrêté. Le port de Brest emploie plus de 400 dockers."
    first, second = check(tmp_path, draft, GAZETTE, *crowd).checked
    assert (first.label, second.label) == ("supported", "supported")
    monkeypatch.setattr(verification, "_MET", 1)
    assert {c.label for c in check(tmp_path, draft, GAZETTE, *crowd).checked} == {"not_found"}


def test_questions_and_opinions_get_no_row(tmp_path: Path) -> None:
    """What claims nothing cannot be verified."""
    assert check(tmp_path, "La région a-t-elle payé 8,5 millions d'euros ? C'est scandaleux.").checked == ()


def test_quotes_are_exact_and_the_best_comes_first(tmp_path: Path) -> None:
    """Evidence is cut from its source, and what contradicts stands before what supports."""
    other = "Le chantier du port de Brest a fait 15 blessés en mars 2020, selon les pompiers."
    checked = only(check(tmp_path, "Le chantier du port de Brest a fait 12 blessés en mars 2020.", GAZETTE, other))
    assert checked.evidence
    for piece in checked.evidence:
        text = Path(piece.side.source).read_text(encoding="utf-8")
        assert text[piece.side.start : piece.side.end] == piece.side.text
        assert text[piece.side.focus.start : piece.side.focus.end] == piece.side.focus.text
    weights = ["contradicts", "supports", "tension"]
    found = [weights.index(piece.relation) for piece in checked.evidence]
    assert found == sorted(found)


def test_origins_are_counted_once(tmp_path: Path) -> None:
    """Two papers that print one dispatch are one origin."""
    first, second = (f"Titre {n}\nPar AFP\n\nLa préfète a signé l'arrêté du port." for n in "ab")
    checked = only(check(tmp_path, "La préfète a signé l'arrêté du port.", first, second))
    assert (len(checked.evidence), checked.supporting, checked.contradicting) == (2, 1, 0)


def test_a_draft_is_no_witness_for_itself(tmp_path: Path) -> None:
    """A draft that lies among the evidence is left out of it; alone, there is nothing to verify against."""
    (tmp_path / "draft.txt").write_text("La préfète a signé l'arrêté.", encoding="utf-8")
    with pytest.raises(SourceError, match="nothing to verify against"):
        factcheck.verify([str(tmp_path / "draft.txt")], str(tmp_path), options=OPTIONS)
    (tmp_path / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    found = factcheck.verify([str(tmp_path / "draft.txt")], str(tmp_path), options=OPTIONS)
    assert (only(found).label, found.articles) == ("supported", 1)


# --- ledgers ------------------------------------------------------------------------------------------


def ledger(folder: Path, *claims: tuple[str, str, str]) -> str:
    """A ledger over the gazette, of (statement, verdict, quote)."""
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    entries = "".join(
        f"  - id: c{n}\n    statement: {json.dumps(statement)}\n    verdict: {verdict}\n    evidence:\n"
        f"      - {{source: gazette, quote: {json.dumps(quote)}}}\n"
        for n, (statement, verdict, quote) in enumerate(claims)
    )
    sha = hashlib.sha256(GAZETTE.encode()).hexdigest()
    text = f"version: 1\nsources:\n  gazette: {{path: gazette.txt, lang: fr, sha256: {sha}}}\nclaims:\n{entries}"
    (folder / "claims.yaml").write_text(text, encoding="utf-8")
    return str(folder / "claims.yaml")


SIGNED = ("La préfète a signé l'arrêté.", "La préfète a signé l'arrêté")
REVIEWED = [
    # what the ledger says of "La préfète a signé l'arrêté.", the draft, its label
    ("supported", "La préfète a signé l'arrêté.", "supported"),
    ("supported", "La préfète n'a pas signé l'arrêté.", "contradicted"),
    ("refuted", "La préfète a signé l'arrêté.", "contradicted"),
    ("refuted", "La préfète n'a pas signé l'arrêté.", "not_found"),
    ("disputed", "La préfète a signé l'arrêté.", "not_found"),
    ("unverified", "La préfète a signé l'arrêté.", "not_found"),
    ("supported", "Le port de Brest emploie plus de 400 dockers.", "not_found"),
]


@pytest.mark.parametrize(("verdict", "draft", "label"), REVIEWED)
def test_the_ledger_decides_by_its_verdicts(verdict: str, draft: str, label: str, tmp_path: Path) -> None:
    """Supported entries support, refuted ones contradict, and what nobody reviewed is not found."""
    path = ledger(tmp_path, (SIGNED[0], verdict, SIGNED[1]))
    (tmp_path / "draft.txt").write_text(draft, encoding="utf-8")
    checked = only(factcheck.verify([str(tmp_path / "draft.txt")], path, options=OPTIONS))
    assert checked.label == label
    for piece in checked.evidence:
        assert (piece.side.source, piece.entry) == ("gazette", "c0")
        assert GAZETTE[piece.side.start : piece.side.end] == piece.side.text
        assert GAZETTE[piece.side.focus.start : piece.side.focus.end] == piece.side.focus.text


def test_only_what_is_quoted_was_reviewed(tmp_path: Path) -> None:
    """A figure beside the quote in its sentence is no evidence."""
    quote = "en mars 2020, selon la gendarmerie"
    path = ledger(tmp_path, ("La gendarmerie a parlé en mars 2020.", "supported", quote))
    (tmp_path / "draft.txt").write_text("Le chantier a fait 12 blessés en mars 2020.", encoding="utf-8")
    assert only(factcheck.verify([str(tmp_path / "draft.txt")], path, options=OPTIONS)).label == "not_found"


def test_a_quote_that_has_gone_is_told(tmp_path: Path) -> None:
    """An entry whose quote no longer stands in its source is left out, with a note."""
    path = ledger(tmp_path, (SIGNED[0], "supported", "La préfète a refusé de signer quoi que ce soit hier soir"))
    (tmp_path / "draft.txt").write_text(SIGNED[0], encoding="utf-8")
    found = factcheck.verify([str(tmp_path / "draft.txt")], path, options=OPTIONS)
    assert only(found).label == "not_found"
    assert found.notes == ("c0: none of its quotes stands in its source; left out",)


def test_a_ledger_stands_alone(tmp_path: Path) -> None:
    """A ledger among documents is a misunderstanding."""
    path = ledger(tmp_path, (SIGNED[0], "supported", SIGNED[1]))
    with pytest.raises(UsageError, match="a ledger alone"):
        factcheck.verify([str(tmp_path / "gazette.txt")], [path, str(tmp_path)], options=OPTIONS)


# --- the command --------------------------------------------------------------------------------------


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ["verify", *args])


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    check(tmp_path, "La préfète a signé l'arrêté. La préfète n'a pas signé l'arrêté. La tour mesure 330 mètres.")
    return "draft.txt"


def test_records_obey_the_schema(draft: str) -> None:
    """A line a claim, in the draft's order, with a summary on standard error."""
    result = run(draft, "--against", "known", "--no-cache")
    schema = json.loads((files("factcheck") / "schema" / "verdict.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    for record in records:
        jsonschema.Draft7Validator(schema).validate(record)
        assert list(record) == schema["required"]
    assert [record["verdict"] for record in records] == ["supported", "contradicted", "not_found"]
    assert result.stderr.splitlines()[-1].startswith("3 claims (1 supported, 1 contradicted, 1 not found), against ")


@pytest.mark.parametrize("format", ["table", "ndjson", "json", "csv", "yaml", "md", "html"])
def test_formats(draft: str, format: str) -> None:
    """Every format of a list shows the verdicts."""
    result = run(draft, "--against", "known", "--format", format, "--no-cache")
    assert (result.exit_code, "contradicted" in result.stdout) == (0, True)


ENDS = [
    (("--against", "known"), 0),
    (("--against", "known", "--fail-on", "never"), 0),
    (("--against", "known", "--fail-on", "contradicted"), 1),
    ((), 2),
    (("--against", "nowhere"), 2),
    (("--against", "missing.yaml"), 2),
    (("--against", "known", "--fail-on", "tension"), 2),
]


@pytest.mark.parametrize(("args", "code"), ENDS)
def test_ends(draft: str, args: tuple[str, ...], code: int) -> None:
    """Exit code 1 needs --fail-on; bad input is 2."""
    assert run(draft, *args, "--no-cache").exit_code == code


def test_a_clean_draft_does_not_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--fail-on contradicted` passes a draft in which nothing is."""
    monkeypatch.chdir(tmp_path)
    check(tmp_path, "La préfète a signé l'arrêté.")
    assert run("draft.txt", "--against", "known", "--fail-on", "contradicted", "--no-cache").exit_code == 0
