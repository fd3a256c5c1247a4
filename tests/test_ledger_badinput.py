"""Bad input, each kind with one clear answer, the right exit code and nothing lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck import gate, normalise
from factcheck.cli import app
from factcheck.errors import UsageError
from factcheck.ledger import emit
from factcheck.ledger.emit import write_whole
from factcheck.ledger.sealing import pinned
from factcheck.yamlfile import MAX_BYTES
from tests.ledger_kit import COST, LEDGER, figures, write_town

BOMB = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger in order in the working folder, with stand-ins for the grammar and the analysis."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(normalise, "normalise", lambda text, lang: normalise.Normalised(quantities=figures(text, lang)))
    monkeypatch.setattr(gate, "findings_of", lambda articles, **options: (COST,))
    write_town(tmp_path)
    return Path("claims.yaml")


def run(*args: str) -> Result:
    return CliRunner().invoke(app, args)


def put(old: str, new: str) -> Callable[[bytes], bytes]:
    """The ledger with `new` in place of `old`, which must stand in it."""

    def edit(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return edit


# what is done to the ledger -> the first line of the answer, and how many there are
NO_LEDGER: dict[str, tuple[Callable[[bytes], bytes], str, int]] = {
    "nothing in it": (lambda data: b"", "claims.yaml:1:1: FC101 the file is empty; write at least one key", 1),
    "not YAML": (
        put("version: 1", "version: 1: 2"),
        "claims.yaml:2:11: FC101 not YAML: mapping values are not allowed in this context; "
        "check quotes, colons and indentation",
        1,
    ),
    "a bomb": (
        lambda data: BOMB.encode(),
        "claims.yaml:1:1: FC102 unknown key 'a0'; accepted: version, sources, claims, conflicts, watch, seal",
        93,
    ),
    "larger than any ledger": (
        lambda data: data + b"#" * (MAX_BYTES + 1),
        "claims.yaml: FC101 too large; a file holds at most 16 MB; split it",
        1,
    ),
    "nested without end": (
        lambda data: b"version: " + b"[" * 100_000,
        "claims.yaml:1:33: FC101 nested more than 24 deep; flatten it",
        1,
    ),
    "a tab": (put("\n  gazette:", "\n\tgazette:"), "claims.yaml:5:1: FC101 a tab indents this line; use spaces", 1),
    "not UTF-8": (
        lambda data: data.replace("é".encode(), b"\xe9"),
        "claims.yaml:14:19: FC101 not UTF-8; save the file as UTF-8",
        1,
    ),
    "a key twice": (
        put("lang: fr\n", "lang: fr\n    lang: en\n"),
        "claims.yaml:11:5: FC103 key 'lang' stands twice, first on line 10; keep one",
        1,
    ),
    "an unknown key": (
        put("verdict: supported", "verdit: supported"),
        "claims.yaml:13:5: FC104 key 'verdict' is missing; add it",
        2,
    ),
    "a list for a map": (
        put("value: {amount: 38, unit: élu}", "value: [38]"),
        "claims.yaml:16:12: FC105 a list where a map is expected; its keys are amount, unit",
        1,
    ),
    "an impossible date": (
        put("2025-03-04", "2025-02-30"),
        "claims.yaml:9:16: FC106 '2025-02-30' is not a date; write a real day as YYYY-MM-DD",
        1,
    ),
    "an id twice": (
        put("id: bridge-cost", "id: bridge-vote"),
        "claims.yaml:20:9: FC107 claim id 'bridge-vote' stands twice, first on line 13; rename one of them",
        1,
    ),
    "a source above": (
        put("articles/post.txt", "../post.txt"),
        "claims.yaml:11:16: FC109 path '../post.txt' leaves the folder of this file; "
        "use a path below it, with no '..' and no link out",
        1,
    ),
    "an absolute source": (
        put("articles/post.txt", "/etc/hosts"),
        "claims.yaml:11:16: FC109 path '/etc/hosts' leaves the folder of this file; "
        "use a path below it, with no '..' and no link out",
        1,
    ),
    "a link out": (
        put("articles/post.txt", "articles/out.txt"),
        "claims.yaml:11:16: FC109 path 'articles/out.txt' leaves the folder of this file; "
        "use a path below it, with no '..' and no link out",
        1,
    ),
}


@pytest.mark.parametrize(("edit", "line", "count"), NO_LEDGER.values(), ids=NO_LEDGER)
def test_what_is_no_ledger(edit: Callable[[bytes], bytes], line: str, count: int, town: Path, tmp_path: Path) -> None:
    """The check lists the faults and exits with 2; nothing that writes touches the file."""
    Path("articles/out.txt").symlink_to("/etc/hosts")
    bad = edit(town.read_bytes())
    town.write_bytes(bad)
    result = run("check")
    told = result.stdout.splitlines()
    assert (result.exit_code, told[0], len(told)) == (2, line, count)
    for command in (("update",), ("fmt",), ("update", "--dry-run")):
        assert run("ledger", *command).exit_code == 2
    assert town.read_bytes() == bad


def test_marks_and_line_ends_of_windows_are_no_fault(town: Path) -> None:
    """A byte order mark and CRLF are read, checked and kept."""
    data = b"\xef\xbb\xbf" + town.read_bytes().replace(b"\n", b"\r\n")
    town.write_bytes(data)
    assert (run("check").exit_code, run("check").stdout) == (0, "")
    assert run("ledger", "update").exit_code == 0
    assert town.read_bytes() == data


def _folder(path: Path) -> None:
    path.mkdir()


def _binary(path: Path) -> None:
    path.write_bytes(b"\x00\x01\x02")


def _large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50_000_001)


# what is in the place of an article -> what the check says of it
SOURCES: dict[str, tuple[Callable[[Path], None], str]] = {
    "nothing": (lambda path: None, "no such file"),
    "a folder": (_folder, "not a file"),
    "no text": (_binary, "not a text file (its bytes are neither UTF-8 nor windows-1252 text)"),
    "more than 50 MB": (_large, "larger than 50 MB"),
}


@pytest.mark.parametrize(("make", "why"), SOURCES.values(), ids=SOURCES)
def test_a_source_that_cannot_be_read(make: Callable[[Path], None], why: str, town: Path) -> None:
    """It is told once, with the reason; what is known of the other sources is still checked."""
    Path("articles/post.txt").unlink()
    make(Path("articles/post.txt"))
    before = town.read_bytes()
    town.write_bytes(before.replace("« ".encode(), b""))
    told = run("check").stdout.splitlines()
    assert told[0] == (
        f"claims.yaml:11:16: FC201 source 'post' cannot be read: articles/post.txt: {why}; "
        "bring the file back, or correct `path`"
    )
    assert len(told) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything is not refused")
def test_a_source_without_permission(town: Path) -> None:
    """A file that may not be read is told with the system's reason."""
    Path("articles/post.txt").chmod(0)
    assert "Permission denied" in run("check").stdout


def test_the_same_bytes_under_two_names(town: Path) -> None:
    """A copy is no second source."""
    Path("articles/copy.txt").write_bytes(Path("articles/post.txt").read_bytes())
    run("ledger", "update")
    assert [line.split()[1] for line in run("check").stdout.splitlines()] == ["FC212"]


# quote, article -> the codes of the check
QUOTES = [
    ("Le pont est fermé", "Le pont est fermé. Le pont est fermé. Le pont est fermé.", []),
    ("Le pont est fermé", "Le pont\nest fermé.", []),
    ("Le pont est fermé", "Le pont\n\n\nest\u00a0fermé.", []),
    ("Le pont est fermé", "Le pont\r\nest fermé.", []),
    ("Le pont est fermé", "Le pont\x0cest fermé.", []),
    ("Le pont est fermé", "Le pont-\nest fermé.", []),
    ("Le pont est fermé", "Le pont\nn'est pas fermé.", ["FC203"]),
    ("Le pont […] fermé", "Le pont n'est pas fermé.", ["FC204"]),
]


@pytest.mark.parametrize(("quote", "article", "codes"), QUOTES)
def test_quotes_and_where_they_break(quote: str, article: str, codes: list[str], town: Path) -> None:
    """A quote may stand several times and run over lines and pages; a word left out is not forgiven."""
    Path("a.txt").write_text(article, encoding="utf-8", newline="")
    claim = f"{{id: x, verdict: unverified, statement: Fermé., evidence: [{{source: a, quote: '{quote}'}}]}}"
    ledger = f"version: 1\nsources: {{a: {{path: a.txt, lang: fr}}}}\nclaims:\n  - {claim}\n"
    town.write_text(pinned(town, ledger), encoding="utf-8")
    assert [line.split()[1] for line in run("check").stdout.splitlines()] == codes


# --- writing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["fsync", "replace", "write", "open"])
@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "Ctrl-C"]
)
def test_a_write_that_fails_leaves_the_old_file(
    step: str, failure: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the disk is full or somebody interrupts, at whichever step: the old file, and no litter."""
    path = tmp_path / "claims.yaml"
    path.write_text(LEDGER, encoding="utf-8")

    def fail(*args: object, **kwargs: object) -> None:
        raise failure

    class Broken:
        """A stream that cannot be written to."""

        def __enter__(self) -> Broken:
            return self

        def __exit__(self, *args: object) -> None:
            pass

        write = fail

    if step == "open":
        monkeypatch.setattr(emit.tempfile, "mkstemp", fail)
    elif step == "write":
        monkeypatch.setattr(emit.os, "fdopen", lambda handle, mode: (os.close(handle), Broken())[1])
    else:
        monkeypatch.setattr(emit.os, step, fail)
    with pytest.raises(UsageError if isinstance(failure, OSError) else KeyboardInterrupt) as caught:
        write_whole(path, "new")
    if isinstance(failure, OSError):
        assert str(caught.value).endswith("cannot be written (No space left on device); the old file is as it was")
    assert path.read_text(encoding="utf-8") == LEDGER
    assert [file.name for file in tmp_path.iterdir()] == ["claims.yaml"]


def test_a_read_only_ledger_is_refused(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update of a read-only ledger says so in one line and exits with 2."""
    Path("articles/echo.txt").write_text("Le pont ouvre en mai.\n", encoding="utf-8")
    before = town.read_bytes()
    monkeypatch.setattr(emit.os, "access", lambda path, mode: mode != os.W_OK)  # a superuser may write anywhere
    result = run("ledger", "update")
    assert (result.exit_code, town.read_bytes()) == (2, before)
    assert result.stderr.splitlines()[-1] == "factcheck: claims.yaml: read-only; allow writing to it"
