"""Reports: each format says the same, and nothing an article holds is ever obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
import yaml

from factcheck.interval import Interval
from factcheck.model import Quantity, When
from factcheck.records import claim_record, conflict_record
from factcheck.report import Format, render_claims, render_findings, render_page, render_sheet, render_texts
from factcheck.report.inline import focus_parts
from factcheck.report.screen import Screen
from factcheck.report.sheet import read_date, read_quantity, records_sheet
from factcheck.report.yaml import scalar
from tests.report_samples import (
    GAZETTE,
    HOSTILE,
    POST,
    article,
    claim,
    finding,
    full_claim,
    hostile_claim,
    hostile_finding,
    hostile_repeat,
    quantity,
    side,
    tension,
)

STYLED = Screen(width=80, styled=True, coloured=True, terminal=True)


def claims_as(format: str, *texts: str, screen: Screen | None = None) -> str:
    found = [hostile_claim(text) for text in texts] or [full_claim(), claim(source="post.txt")]
    return "".join(render_claims(found, format, screen=screen or Screen()))


def findings_as(format: str, *texts: str, screen: Screen | None = None) -> str:
    found = [f for text in texts for f in (hostile_finding(text), hostile_repeat(text))] or [finding(), tension()]
    return "".join(render_findings(found, format, screen=screen or Screen()))


def page_of(*texts: str) -> str:
    articles = [article(text, text, title=text, publisher=text, url=text, derived_from=(text,)) for text in texts]
    said = [hostile_claim(text) for text in texts]
    found = [f for text in texts for f in (hostile_finding(text), hostile_repeat(text))]
    return "".join(render_page(articles, said, found))


# --- nothing foreign is obeyed ------------------------------------------------------------------------

RENDERED: dict[str, Callable[[str], str]] = {
    **{f"claims as {name}": lambda text, f=name: claims_as(f, text) for name in Format},  # type: ignore[misc]
    **{f"findings as {name}": lambda text, f=name: findings_as(f, text) for name in Format},  # type: ignore[misc]
    "page": page_of,
}


@pytest.mark.parametrize("render", RENDERED.values(), ids=RENDERED)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_output_holds_no_control_and_no_log_command(render: Callable[[str], str], text: str) -> None:
    """No output sends an escape, turns text around, breaks UTF-8, or starts a line with a command."""
    output = render(text)
    output.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", output)
    assert not re.search(r"(?m)^\s*::|##\[", output)


@pytest.mark.parametrize("width", [1, 40, 47, 100, 300])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_wrapping_puts_a_command_at_the_start_of_a_line(text: str, width: int) -> None:
    """However narrow the terminal, a wrapped word is no log command, and long words break no table."""
    texts = (f"{'mot ' * 8}{text}", f"{'long' * 60}{text}")
    for output in (f(Format.TABLE, *texts, screen=Screen(width=width)) for f in (claims_as, findings_as)):
        assert not re.search(r"(?m)^\s*::|##\[|\x1b", output)
        assert max(map(len, output.splitlines())) <= max(width, 40)


OWN_TAGS = (
    "html head meta title style body header main h1 h2 h3 p b span div article blockquote mark "
    "table tr th td details summary a"
)


class Tags(HTMLParser):
    """The tags and links of a page, as a browser would see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value for name, value in attrs if name == "href"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_page_has_only_its_own_tags(text: str) -> None:
    """No article text becomes a tag, an attribute or a link that runs."""
    page = Tags(page_of(text, "javascript:alert(1)"))
    assert page.tags <= set(OWN_TAGS.split())
    assert page.attributes <= {"lang", "charset", "name", "content", "http-equiv", "class", "id"}
    assert page.links == []


def test_the_page_loads_nothing() -> None:
    """The page is one file: no address is fetched, and a policy forbids it."""
    page = page_of("Une phrase.")
    assert not re.search(r"(?i)\bsrc=|@import|url\(|<link|<script", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("text", [*HOSTILE.values(), "+33 1", "-5 %", "@SUM(A1)", "\t=1", " =1", "=1\n::x::"])
def test_no_csv_cell_is_a_formula(text: str) -> None:
    """Text cells that a spreadsheet would run start with an apostrophe; numbers stay numbers."""
    for output in (claims_as("csv", text), findings_as("csv", text)):
        head, row, *_ = csv.reader(io.StringIO(output, newline=""))
        cells = dict(zip(head, row, strict=True))
        assert [c for c in cells.values() if re.match(r"\s*[=+\-@\t\r]", c)] == []
        assert cells["score"] in ("0.812", "0.9")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markdown_shows_foreign_text_as_text(text: str) -> None:
    """Neither tags nor links nor new table cells come from an article."""
    for output in (claims_as("md", text), findings_as("md", text)):
        plain = re.sub(r"\\.", "", output)
        assert set(re.findall(r"<[^ ]+?>", plain)) <= {"<b>", "</b>"}
        assert not re.search(r"\]\(|https?:", plain)
    rows = [line for line in claims_as("md", text).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


def test_rich_markup_is_shown_as_written() -> None:
    """Square brackets in an article are brackets on the terminal."""
    shown = findings_as("table", "[red]rouge[/red] :smile:", screen=STYLED)
    assert shown.count("[red]rouge[/red] :smile:") >= 3


# --- each format gives the values back ----------------------------------------------------------------


@pytest.mark.parametrize("text", ["Une phrase.", *HOSTILE.values()])
def test_json_ndjson_and_yaml_give_the_records_back(text: str) -> None:
    """The three record formats are lossless, and YAML means the same to a careless reader."""
    said, found = [full_claim(), hostile_claim(text)], [finding(), hostile_finding(text)]
    for records, render in (
        ([claim_record(c) for c in said], lambda f: "".join(render_claims(said, f))),
        ([conflict_record(c) for c in found], lambda f: "".join(render_findings(found, f))),
    ):
        assert json.loads(render("json")) == records
        assert [json.loads(line) for line in render("ndjson").splitlines()] == records
        assert yaml.safe_load(render("yaml")) == records


STAY_STRINGS = [
    "no",
    "On",
    "y",
    "NULL",
    "~",
    "",
    "12:30",
    "010",
    "1e3",
    ".5",
    "2024-01-01",
    "0x1f",
    "true",
    "- a",
    "#a",
]


@pytest.mark.parametrize("text", [*STAY_STRINGS, "Île", "a b", "a: b", "inf", ".inf", "=", "<<", "é\u2028à"])
def test_yaml_strings_stay_strings(text: str) -> None:
    """What looks like a number, a date, a boolean or nothing is quoted."""
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}
    assert scalar(text).startswith('"')


def test_csv_has_a_head_and_crlf_line_ends() -> None:
    """A row each under the column names, as RFC 4180 has it; several values share a cell."""
    output = claims_as("csv")
    rows = list(csv.DictReader(io.StringIO(output, newline="")))
    assert output.count("\r\n") == 3
    assert [(row["source"], row["line"], row["speaker"]) for row in rows] == [
        ("gazette.txt", "1", "la préfecture"),
        ("post.txt", "1", ""),
    ]
    assert rows[0]["dates"] == "2024-03-01 – 2024-03-31"
    found = list(csv.DictReader(io.StringIO(findings_as("csv"), newline="")))
    assert [(row["severity"], row["reconciled_by"], row["a_origins"]) for row in found] == [
        ("conflict", "", "2"),
        ("tension", "scope; period", "2"),
    ]


EMPTY = {"json": "[]\n", "ndjson": "", "yaml": "[]\n", "table": "", "md": "# Conflicts\n\nNo findings.\n"}


@pytest.mark.parametrize(("format", "expected"), EMPTY.items())
def test_no_findings_is_valid_output(format: str, expected: str) -> None:
    """An empty report is empty data in its format."""
    assert "".join(render_findings([], format)) == expected


# --- for people ---------------------------------------------------------------------------------------


def test_a_finding_is_a_block_with_both_quotes() -> None:
    """The terminal shows severity, kind, score and why, then both places and quotes with their focus."""
    assert findings_as("table").split("\n\n")[1].splitlines() == [
        "TENSION  status  score 0.55  Q1  status-0123456789ab",
        "  12 000 hectares (gazette.txt) and about 3 000 hectares (post.txt): disjoint.",
        "  gazette.txt:1",
        "      Selon la préfecture, l'incendie a brûlé **12 000 hectares** en mars 2024.",
        "  post.txt:7",
        "      L'incendie de mars 2024 a brûlé **près de 3 000 hectares**, écrit le Post.",
        "  may be reconciled by: scope, period; independent origins: 2 and 1",
    ]


def test_the_focus_is_bold_where_bold_can_be_shown() -> None:
    """On a terminal the clashing words are bold; without colours the bold stays."""
    assert "\x1b[1;4m12 000 hectares\x1b[0m" in findings_as("table", screen=STYLED)
    bare = findings_as("table", screen=Screen(width=80, styled=True))
    assert "\x1b[1;4m12 000 hectares\x1b[0m" in bare
    assert not re.search(r"\x1b\[[\d;]*3\dm", bare)


def test_a_focus_outside_its_quote_leaves_the_quote_whole() -> None:
    """A finding whose focus does not lie in the quote still shows the quote."""
    assert focus_parts(side(POST, "3 000", start=40)) == ("L'incendie de mars 2024 a brûlé près de ", "3 000",
                                                          " hectares, écrit le Post.")  # fmt: skip
    odd = finding(b=side(GAZETTE, "Le maire"))
    assert focus_parts(type(odd.b)(**{**_fields(odd.b), "start": 100, "end": 120})) == (GAZETTE, "", "")


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]


def test_claims_are_grouped_by_source() -> None:
    """A source's name stands once, above the table of its claims."""
    output = claims_as("table")
    assert [line for line in output.splitlines() if line.endswith(".txt")] == ["gazette.txt", "post.txt"]
    assert "12\u00a0000 hectare" in output


def test_the_page_marks_the_focus_and_names_the_sources() -> None:
    """Conflicts stand side by side with the clashing words marked; publisher, day and origin are told."""
    articles = [
        article(GAZETTE, title="Un incendie", publisher="La Gazette", published=date(2024, 3, 5)),
        article(POST, "post.txt", url="https://example.org/a", derived_from=("gazette.txt",)),
    ]
    page = "".join(render_page(articles, [full_claim()], [finding(), tension()]))
    assert "<mark>près de 3 000 hectares</mark>, écrit le Post." in page
    assert "gazette.txt, line 1 · La Gazette · 2024-03-05" in page
    assert "2 documents, 1 claim, 2 findings" in page
    assert Tags(page).links == ["https://example.org/a"]
    assert page.index('class="conflict"') < page.index('class="tension"')


READINGS = {
    "12\u00a0000 hectare": quantity("", "12000", "hectare"),
    "≈ 3 km per day": quantity("", "3", "km", qualifier="about", per="day"),
    "25 percent of budget": quantity("", "25", "percent", of="budget"),
    "3 – 5": quantity("", "4", None, qualifier="range", bounds=Interval(low=Decimal(3), high=Decimal(5))),
    "> 400": quantity(
        "",
        "0",
        None,
        qualifier="more_than",
        value=None,
        bounds=Interval(low=Decimal(400), low_inclusive=False),
    ),
    "≤ 7": quantity("", "0", None, value=None, bounds=Interval(high=Decimal(7))),
    "?": quantity("", "0", None, value=None, bounds=Interval()),
}


@pytest.mark.parametrize(("expected", "value"), READINGS.items())
def test_quantities_read_as_people_write_them(expected: str, value: Quantity) -> None:
    """Sign, figure or bounds, unit, whole, rate."""
    assert read_quantity(value) == expected


DATES = {
    "2024-03-05": (date(2024, 3, 5), date(2024, 3, 5)),
    "2024-03-01 – 2024-03-31": (date(2024, 3, 1), date(2024, 3, 31)),
    "… – 2024-03-31": (None, date(2024, 3, 31)),
    "hier (undated)": (None, None),
}


@pytest.mark.parametrize(("expected", "ends"), DATES.items())
def test_dates_read_as_days_or_periods(expected: str, ends: tuple[date | None, date | None]) -> None:
    """One day, both ends, or what could not be placed."""
    when = When(text="hier", start=0, end=4, first=ends[0], last=ends[1], grain="day")
    assert read_date(when) == expected


def test_texts_are_exact_in_a_pipe_and_harmless_on_a_terminal() -> None:
    """One text comes to the letter; several each under a name; a terminal gets no escape."""
    text = "Un\x1b[31m.\n"
    assert "".join(render_texts([article(text)], "table")) == text
    assert "".join(render_texts([article(text)], "table", screen=STYLED)) == "Un\\u001b[31m.\n"
    both = "".join(render_texts([article("Un."), article("Deux.\n", "b.txt")], "table"))
    assert both == "==> gazette.txt <==\nUn.\n==> b.txt <==\nDeux.\n"
    assert json.loads("".join(render_texts([article(text)], "ndjson")))["text"] == text


def test_any_records_can_be_a_sheet() -> None:
    """Flat records make a table of the columns chosen, in every format."""
    sheet = records_sheet("rules", [{"code": "Q1", "meaning": "two figures"}], shown=("code",))
    assert "".join(render_sheet(sheet, "md")) == "# Rules\n\n| code |\n| --- |\n| Q1 |\n"
    assert "".join(render_sheet(sheet, "csv")) == "code,meaning\r\nQ1,two figures\r\n"
    assert "<td>Q1</td>" in "".join(render_sheet(sheet, "html"))


# --- the screen ---------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


SCREENS = [
    # stream, environment, styled, coloured
    (Terminal(), {}, True, True),
    (Terminal(), {"NO_COLOR": "1"}, True, False),
    (Terminal(), {"NO_COLOR": ""}, True, True),
    (Terminal(), {"TERM": "dumb"}, False, False),
    (Terminal(), {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    (io.StringIO(), {}, False, False),
    (io.StringIO(), {"FORCE_COLOR": "1"}, True, True),
    (io.StringIO(), {"FORCE_COLOR": "0"}, False, False),
    (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    (None, {"FORCE_COLOR": "1"}, False, False),
]


@pytest.mark.parametrize(("stream", "environment", "styled", "coloured"), SCREENS)
def test_styles_and_colours_go_by_terminal_and_environment(
    stream: io.StringIO | None, environment: dict[str, str], styled: bool, coloured: bool
) -> None:
    """NO_COLOR takes colours away, FORCE_COLOR gives them to a pipe, and a file never gets any."""
    screen = Screen.of(stream, environment)
    assert (screen.styled, screen.coloured) == (styled, coloured)


def test_a_file_is_100_columns_wide_and_a_terminal_as_wide_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The width comes from the terminal; elsewhere it is always the same."""
    monkeypatch.setenv("COLUMNS", "57")
    assert (Screen.of(Terminal(), {}).width, Screen.of(io.StringIO(), {}).width) == (57, 100)
    closed = io.StringIO()
    closed.close()
    assert Screen.of(closed, {}).width == 100
