"""Writing a ledger: drafts that pass their own check, updates that touch nothing else, files that are whole."""

from __future__ import annotations

import difflib
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import UsageError, YamlError
from factcheck.ledger import emit
from factcheck.ledger.emit import scalar, write_whole
from factcheck.ledger.model import State
from factcheck.ledger.read import read
from factcheck.ledger.reviewing import settled
from factcheck.ledger.updating import update
from factcheck.model import Article, Finding
from factcheck.yamlfile import Mapping, Scalar, parse
from tests.ledger_kit import COST, GAZETTE, checked, figures, lines, side, write_draft, write_town

HOSTILE = [
    "no",
    "12:30",
    "010",
    "null",
    "~",
    "- x",
    "a: b",
    "a #b",
    "{a}",
    "[a]",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "'",
    '"',
    "« oui »",
    "l’IA : 3,5 %",
    " a",
    "a ",
    "a\tb",
    "a\nb",
    "a\u2028b",
    "a\x85b",
    "é😀",
    "\\n",
    "|",
    ">",
    "?",
    "-",
    "",
    "1e3",
    "0x1F",
    ".inf",
    "=",
    "<<",
    "yes",
    "Y",
    "a,b",
    "a: ",
    "x:",
    "\x1b[31m",
    "\ufeff",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["k: {}\n", "k: {{a: {}, b: c}}\n", "- {}\n"])
def test_text_reads_back_as_written(text: str, frame: str) -> None:
    """Whatever the text, in a block or on one line, it reads back the same and as text."""
    faults: list[object] = []
    node = parse(frame.format(scalar(text)).encode(), faults)  # type: ignore[arg-type]
    while not isinstance(node, Scalar):
        assert node is not None
        node = next(iter(node.nodes.values())) if isinstance(node, Mapping) else node.nodes[0]
    assert (node.text, faults) == (text, [])
    assert scalar(text) == text.strip() or not node.plain


def test_a_draft_passes_its_own_check(tmp_path: Path) -> None:
    """A ledger drafted from articles, claims and findings is in order, quotes and all."""
    path, text = write_draft(tmp_path)
    report = checked(path, (COST,))
    assert lines(report) == []
    assert (report.sources, report.claims, report.conflicts) == (2, 2, 1)
    assert text.startswith("# yaml-language-server: $schema=factcheck/schema/claims.schema.json\nversion: 1\n")


def test_a_draft_tells_what_is_known(tmp_path: Path) -> None:
    """Sources carry their metadata, claims their figure, conflicts the reason as a comment."""
    _, text = write_draft(tmp_path)
    claims = text[text.index("claims:") :]
    assert claims.splitlines()[:-1] == [
        "claims:",
        "  - id: le-pont-de-vernes-coute-3-5-millions",
        '    statement: "Le pont de Vernes coûte 3,5 millions d\'euros"',
        "    verdict: unverified",
        "    value: {amount: 3500000, unit: EUR}",
        "    evidence:",
        '      - {source: gazette, quote: "Le pont de Vernes coûte 3,5 millions d\'euros"}',
        "  - id: le-pont-sera-payant-selon-l-opposition",
        '    statement: "Le pont sera payant, selon l\'opposition."',
        "    verdict: unverified",
        "    evidence:",
        '      - {source: post, quote: "Le pont sera payant, selon l\'opposition."}',
        "conflicts:",
        "  - key: c0ffee000001",
        "    # 3.5 million EUR against 4 million EUR",
        "    between:",
        '      - {source: gazette, quote: "Le pont de Vernes coûte 3,5 millions d\'euros"}',
        '      - {source: post, quote: "Le chantier est estimé à 4 millions d’euros."}',
        "    kind: numeric",
        "    state: open",
    ]
    assert "  gazette:\n    path: articles/gazette.txt\n" in text


# --- update -------------------------------------------------------------------------------------------


def _load(path: Path) -> list[Article]:
    return [Article(id=str(path), text=path.read_text(encoding="utf-8"), lang="fr", path=str(path), title="no")]


def _updated(path: Path, findings: tuple[Finding, ...] = (COST,), *, reviewed: bool = False) -> list[str]:
    """The lines an update takes away and adds, after writing it."""
    result = update(path, load=_load, analyse=lambda articles: findings, reviewed=reviewed, quantities=figures)
    write_whole(path, result.new)
    diff = difflib.ndiff(result.old.splitlines(), result.new.splitlines())
    return [line for line in diff if line[0] in "+-"]


def test_nothing_to_update(tmp_path: Path) -> None:
    """An update of a ledger in order changes no byte."""
    path = write_town(tmp_path)
    before = path.read_bytes()
    assert _updated(path) == []
    assert path.read_bytes() == before


def test_update_pins_a_changed_source(tmp_path: Path) -> None:
    """A changed source gets its new hash; every other line stays."""
    path = write_town(tmp_path)
    source = tmp_path / "articles/gazette.txt"
    source.write_text(GAZETTE + "Il ouvre lundi.\n", encoding="utf-8", newline="")
    assert [line[:8] for line in _updated(path)] == ["-     sh", "+     sh", "- seal: ", "+ seal: "]
    assert lines(checked(path)) == []


def test_update_forgives_no_quote(tmp_path: Path) -> None:
    """A new hash does not hide that the source's words changed."""
    path = write_town(tmp_path)
    source = tmp_path / "articles/gazette.txt"
    source.write_text(GAZETTE.replace("38 élus", "39 élus"), encoding="utf-8", newline="")
    _updated(path)
    assert [line.split()[1] for line in lines(checked(path))] == ["FC203"]


def test_update_lists_new_documents_and_conflicts(tmp_path: Path) -> None:
    """A new document becomes a source and a new conflict an open entry, at the end of their lists."""
    path = write_town(tmp_path)
    (tmp_path / "articles/echo.txt").write_text("Le pont coûte 5 millions d'euros.\n", encoding="utf-8")
    echo = side("echo", "Le pont coûte 5 millions d'euros.", "5 millions d'euros")
    new = replace(COST, id="c0ffee000009", b=echo, why="3.5 against\n5")
    added = [line for line in _updated(path, (COST, new)) if "sha256" not in line and "seal" not in line]
    assert added == [
        "+   echo:",
        "+     path: articles/echo.txt",
        '+     title: "no"',
        "+     lang: fr",
        "+     derived_from: []",
        "+   - key: c0ffee000009",
        "+     # 3.5 against 5",
        "+     between:",
        '+       - {source: gazette, quote: "Le pont de Vernes coûte 3,5 millions d\'euros"}',
        '+       - {source: echo, quote: "Le pont coûte 5 millions d\'euros."}',
        "+     kind: numeric",
        "+     state: open",
    ]
    assert lines(checked(path, (COST, new))) == []


def test_update_removes_what_is_gone(tmp_path: Path) -> None:
    """A conflict that is no longer found leaves the list, and comes back open when it is found again."""
    path = write_town(tmp_path)
    assert len([line for line in _updated(path, ()) if line.startswith("- ")]) == 9
    assert read(path).conflicts == ()
    _updated(path)
    assert [(entry.key, entry.state) for entry in read(path).conflicts] == [("c0ffee000001", "open")]


def test_update_follows_a_quote_that_moved(tmp_path: Path) -> None:
    """Recorded offsets follow their quote."""
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('sera pas payant"}', 'sera pas payant", start: 7, end: 28}'), encoding="utf-8")
    assert [line.split()[1] for line in lines(checked(path))] == ["FC205"]
    start = GAZETTE.index("Il ne sera")
    assert _updated(path)[-1].strip("+ ").endswith(f"start: {start}, end: {start + 21}}}")
    assert lines(checked(path)) == []


def test_a_changed_claim_is_sealed_only_after_review(tmp_path: Path) -> None:
    """An update leaves a broken seal broken, unless told that the claims were reviewed again."""
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("38 élus ont approuvé le pont.", "38 élus ont voté."), encoding="utf-8")
    assert _updated(path) == []
    assert [line.split()[1] for line in lines(checked(path))] == ["FC404"]
    assert len(_updated(path, reviewed=True)) == 2
    assert lines(checked(path)) == []


def test_no_claim_is_sealed_whose_figures_disagree(tmp_path: Path) -> None:
    """A review does not cover a value that the quotes don't give."""
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("amount: 38", "amount: 39"), encoding="utf-8")
    assert _updated(path, reviewed=True) == []
    assert [line.split()[1] for line in lines(checked(path))] == ["FC207", "FC208", "FC404"]


def test_update_keeps_windows_line_ends(tmp_path: Path) -> None:
    """New lines end as the file's others do."""
    path = write_town(tmp_path)
    text = path.read_bytes().decode()
    kept = "".join(line + "\r\n" for line in text.split("\n")[:-1] if "sha256: " not in line or "{" in line)
    path.write_bytes(kept.encode())
    _updated(path)
    assert path.read_bytes().decode() == text.replace("\n", "\r\n")


def test_entries_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    """Where a list stands on one line an update says so and changes nothing."""
    path = write_town(tmp_path)
    ledger = "version: 1\nsources: {post: {path: articles/post.txt}}\nclaims: []\nwatch: [articles]\n"
    path.write_text(ledger, encoding="utf-8")
    with pytest.raises(UsageError, match="new entries do not fit into 'sources' as it is laid out"):
        update(path, load=_load)


def test_a_decision_touches_two_lines(tmp_path: Path) -> None:
    """Settling a conflict writes its state and reason, quoted where needed, and nothing else."""
    path = write_town(tmp_path)
    old = path.read_text(encoding="utf-8")
    opened = old.replace("    state: accepted\n    reason: The Post rounds up.\n", "    state: open\n")
    new = settled(path, opened, "c0ffee000001", State.FALSE_POSITIVE, "Two bridges:\none is older.")
    assert new == opened.replace(
        "    state: open\n", '    state: false_positive\n    reason: "Two bridges: one is older."\n'
    )
    again = settled(path, new, "c0ffee000001", State.ACCEPTED, "The Post rounds up.")
    assert again == old
    with pytest.raises(UsageError, match="no conflict 'c0ffee'"):
        settled(path, old, "c0ffee", State.OPEN, "")
    with pytest.raises(UsageError, match="needs a reason"):
        settled(path, old, "c0ffee000001", State.RESOLVED, " ")


# --- files --------------------------------------------------------------------------------------------


def test_writing_keeps_the_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """The new file has the old one's mode, and no part file stays."""
    path = tmp_path / "claims.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_whole(path, "é\n")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == ("é\n".encode(), 0o640)
    assert [file.name for file in tmp_path.iterdir()] == ["claims.yaml"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full the old file is as it was."""
    path = tmp_path / "claims.yaml"
    path.write_text("old", encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(emit.os, "fsync", full)
    with pytest.raises(UsageError, match="No space left on device"):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["claims.yaml"]


def test_a_read_only_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only ledger is not replaced behind its owner's back."""
    path = tmp_path / "claims.yaml"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(emit.os, "access", lambda *args: False)  # a superuser may write anywhere
    with pytest.raises(UsageError, match="read-only; allow writing to it"):
        write_whole(path, "new")


def test_an_edit_in_between_is_not_lost(tmp_path: Path) -> None:
    """What somebody else wrote since the file was read is not overwritten."""
    path = tmp_path / "claims.yaml"
    path.write_text("theirs", encoding="utf-8")
    with pytest.raises(UsageError, match="changed by someone else in the meantime"):
        write_whole(path, "new", old="old")
    write_whole(path, "new", old="theirs")
    assert path.read_text(encoding="utf-8") == "new"


def test_bytes_that_are_no_text_are_not_rewritten(tmp_path: Path) -> None:
    """A ledger that is not UTF-8 is refused with the place, and stays as it is."""
    path = write_town(tmp_path)
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xe9"))
    with pytest.raises(YamlError, match=r":14:19: not UTF-8; save the file as UTF-8"):
        update(path, load=_load)
