"""What several articles say alike, and what only looks alike."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.resources import files
from itertools import permutations
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.conflicts.agreements import Agreement
from factcheck.pipeline import Options, agreements
from factcheck.records import agreement_record

GAZETTE = "La région Bretagne a consacré 8,5 millions d'euros au port de Brest, a indiqué la présidente."
COURRIER = "Pour le port de Brest, la région Bretagne a créé un fonds de 8,5 millions d'euros."


def told(folder: Path, *texts: str) -> tuple[Agreement, ...]:
    """What articles of these texts agree in."""
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    return agreements([str(folder)], options=Options(cache=False)).agreements


ALIKE = {
    "one sum, two predicates": (GAZETTE, COURRIER, "8500000"),
    "one toll": (
        "Le séisme de Norcia a fait 73 morts, selon la protection civile.",
        "73 personnes ont été tuées par le séisme de Norcia.",
        "73",
    ),
    "two languages": (
        "À Norcia, l'explosion de mardi a fait 73 morts et détruit la basilique.",
        "The explosion in Norcia on Tuesday killed 73 people and destroyed the basilica.",
        "73",
    ),
    "one event, one date": (
        "Le pont de Tancarville a été inauguré le 2 juillet 1959 par le ministre.",
        "Le ministre a inauguré le pont de Tancarville le 2 juillet 1959.",
        "1959-07-02",
    ),
    "told with fewer digits": (
        "La ville de Mézidon compte 12 345 habitants.",
        "La commune de Mézidon, en Normandie, compte 12 300 habitants.",
        "12345",
    ),
}
APART = {
    "another sum": (GAZETTE, COURRIER.replace("8,5", "9,5")),
    "another currency": (GAZETTE, COURRIER.replace("euros", "dollars")),
    "nothing in common but the figure": (GAZETTE, "Le club de Nantes a vendu son gardien 8,5 millions d'euros."),
    "of one digit only": ("La mairie a reçu 3 lettres lundi.", "Le préfet a reçu 3 lettres de Metz."),
    "denied": (GAZETTE, "La région Bretagne n'a pas consacré 8,5 millions d'euros au port de Brest."),
    "of another year": (
        "En 2003, le tram de Norcia avait fait 7 morts dans la ville.",
        "En 2019, le tram de Norcia a fait 7 morts dans la ville.",
    ),
    "of another place": (
        "L'incendie de Mézidon a fait 12 blessés dans une usine.",
        "L'incendie de Bayeux a fait 12 blessés dans une usine.",
    ),
    "another share": ("À Brest, 45 % des pêcheurs ont voté.", "À Brest, 45 % des dockers ont voté."),
    "another event": (
        "Le pont de Tancarville a été inauguré le 2 juillet 1959.",
        "Le tunnel de Tancarville a été inauguré le 2 juillet 1959.",
    ),
    "one article twice": (f"{GAZETTE}\n\n{COURRIER}", "La mairie de Metz a ouvert une piscine."),
}


@pytest.mark.parametrize(("one", "other", "value"), ALIKE.values(), ids=ALIKE)
def test_what_two_articles_say_alike(one: str, other: str, value: str, tmp_path: Path) -> None:
    """The same figure of the same thing, or the same event on the same date, in whatever words."""
    found = told(tmp_path, one, other)
    assert len(found) == 1
    said = agreement_record(found[0])["value"]
    assert value in (str(said.get("amount")), said.get("from"))
    assert found[0].origins == 2
    for side, text in zip(found[0].quotes, (one, other), strict=True):
        assert text[side.start : side.end] == side.text
        assert text[side.focus.start : side.focus.end] == side.focus.text


@pytest.mark.parametrize("texts", APART.values(), ids=APART)
def test_what_only_looks_alike(texts: tuple[str, str], tmp_path: Path) -> None:
    """An equal figure of something else is chance."""
    assert told(tmp_path, *texts) == ()


def test_all_quotes_and_independent_origins_are_told(tmp_path: Path) -> None:
    """An agreement has every quote, and counts those who retell one another once."""
    (tmp_path / "sources.yaml").write_text("sources:\n  c: {path: 2.txt, derived_from: [0.txt]}\n", encoding="utf-8")
    found = told(tmp_path, GAZETTE, COURRIER, GAZETTE.replace("consacré", "alloué"))
    assert [(len(a.quotes), a.origins) for a in found] == [(3, 2)]


def test_one_origin_is_said_to_be_one(tmp_path: Path) -> None:
    """What all took from one agency is no second testimony."""
    found = told(tmp_path, f"Titre\nPar AFP\n\n{GAZETTE}", f"Un fonds pour le port\n\n{COURRIER}\n\nSource : AFP")
    assert [a.origins for a in found] == [1]


def test_the_order_of_the_articles_does_not_show(tmp_path: Path) -> None:
    """The same articles under one name each give the same agreements."""
    texts = (GAZETTE, COURRIER, GAZETTE.replace("consacré", "alloué"))
    told(tmp_path, *texts)
    paths = [str(path) for path in sorted(tmp_path.iterdir())]
    options = Options(cache=False)
    assert len({agreements(order, options=options).agreements for order in permutations(paths)}) == 1


def test_the_command_and_its_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`conflicts --agreements` writes records of the published schema, tables for people, and no annotations."""
    monkeypatch.chdir(tmp_path)
    told(tmp_path, GAZETTE, COURRIER, "Le pont de Tancarville a été inauguré le 2 juillet 1959.")
    result = CliRunner().invoke(app, ["conflicts", ".", "--agreements", "--no-cache"])
    schema = json.loads((files("factcheck") / "schema" / "agreement.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    (record,) = map(json.loads, result.stdout.splitlines())
    jsonschema.Draft7Validator(schema).validate(record)
    assert (record["value"], record["origins"], len(record["quotes"])) == (
        {"amount": 8500000, "unit": "EUR", "qualifier": "exact"},
        2,
        2,
    )
    assert result.stderr.endswith("3 documents, 3 claims, 1 agreement\n")
    for format in ("table", "md", "csv", "yaml", "html", "json"):
        shown = CliRunner().invoke(app, ["conflicts", ".", "--agreements", "--format", format])
        assert (shown.exit_code, "8,5" in shown.stdout) == (0, True)
    assert (
        "2 independent origins" in CliRunner().invoke(app, ["conflicts", ".", "--agreements", "--format", "md"]).stdout
    )
    assert CliRunner().invoke(app, ["conflicts", ".", "--agreements", "--format", "sarif"]).exit_code == 2


def test_the_seeds_tell_one_sum_twice_from_one_origin() -> None:
    """The fund of 8.5 billion stands in two articles of which one retells the other."""
    root = Path(__file__).resolve().parents[1]
    found = agreements([str(root / "seeds")], options=Options(cache=False)).agreements
    (fund,) = [a for a in found if a.value and a.value.value == Decimal("8.5E+9")]
    assert [side.source.rsplit("/", 1)[-1][:3] for side in fund.quotes] == ["000", "002"]
    record = agreement_record(fund)
    assert (record["kind"], record["origins"]) == ("agreement", 1)


def test_what_everybody_says_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure that very many claims give is not compared, and a note says so."""
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text("L'incendie de Quimper a fait 137 blessés.", encoding="utf-8")
    assert agreements([str(tmp_path)], options=Options(cache=False)).notes == ()
    monkeypatch.setattr("factcheck.conflicts.agreements._BLOCK_CAP", 2)
    found = agreements([str(tmp_path)], options=Options(cache=False))
    assert found.agreements == ()
    assert found.notes == ("1 figures or dates are told so often that they were not compared",)
