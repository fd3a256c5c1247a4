"""`ledger review`: one conflict at a time, written at once, nothing lost when it is left."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import factcheck
from factcheck.cli import app
from factcheck.errors import UsageError
from factcheck.ledger.emit import write_whole
from factcheck.ledger.read import read
from factcheck.ledger.review import PROMPT, Tally, review
from tests.ledger_kit import checked, write_town

SECOND = """\
  - key: c0ffee000002
    # one promises, the other denies
    between:
      - {source: gazette, quote: "Il ne sera pas payant"}
      - {source: post, quote: "Le pont sera payant, selon l'opposition."}
    kind: negation
    state: open
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The town's ledger with two open conflicts."""
    path = write_town(tmp_path)
    text = path.read_text(encoding="utf-8")
    text = text.replace("    state: accepted\n    reason: The Post rounds up.\n", "    state: open\n" + SECOND)
    path.write_text(text, encoding="utf-8")
    return path


def answering(*answers: str | type[BaseException]) -> Callable[[str], str]:
    """A reviewer who gives these answers in turn, then hangs up."""
    waiting: Iterator[str | type[BaseException]] = iter(answers)

    def ask(prompt: str) -> str:
        answer = next(waiting, EOFError)
        if isinstance(answer, str):
            return answer
        raise answer

    return ask


def states(path: Path) -> list[tuple[str, str | None]]:
    return [(entry.state.value, entry.reason) for entry in read(path).conflicts]


def run(path: Path, *answers: str | type[BaseException]) -> tuple[Tally, str]:
    shown: list[str] = []
    return review(path, ask=answering(*answers), show=shown.append), "".join(shown)


# answers -> the states and reasons written, and the tally
SESSIONS = [
    (("a", "The Post rounds up.", "f", "Two bridges."), ["accepted", "false_positive"], "1 accepted, 1 false_positive"),
    (("r", "Corrected on Monday.", "s"), ["resolved", "open"], "1 resolved, 1 skipped"),
    (("s", "s"), ["open", "open"], "2 skipped"),
    (("q",), ["open", "open"], "2 left"),
    ((), ["open", "open"], "2 left"),
    (("A", "Rounds up.", "q"), ["accepted", "open"], "1 accepted, 1 left"),
    (("?", "x", "", "a", "  ", "a", "Rounds up."), ["accepted", "open"], "1 accepted, 1 left"),
    (("a",), ["open", "open"], "2 left"),
]


@pytest.mark.parametrize(("answers", "expected", "tally"), SESSIONS)
def test_session(answers: tuple[str, ...], expected: list[str], tally: str, path: Path) -> None:
    """Each key does what it says; an unknown one explains them; no reason, no decision; hanging up quits."""
    done, _ = run(path, *answers)
    assert ([state for state, _ in states(path)], str(done)) == (expected, tally)


def test_both_quotes_are_shown_in_context(path: Path) -> None:
    """A reviewer sees why it was found, and each quote marked where it stands."""
    _, shown = run(path, "s", "q")
    assert shown.split("\n[2/2] ")[1] == (
        "negation c0ffee000002\n"
        "  one promises, the other denies\n"
        "  gazette (articles/gazette.txt:3:59)\n"
        "      Le pont de Vernes coûte 3,5 millions d'euros Le conseil a voté mardi : 38 élus ont approuvé le pont. "
        "« **Il ne sera pas payant** », a promis la maire. Long de 120 mètres, il remplacera le bac en mars.\n"
        "  post (articles/post.txt:3:46)\n"
        "      Vernes aura son pont Le chantier est estimé à 4 millions d’euros. "
        "**Le pont sera payant, selon l'opposition.**\n"
    )


def test_only_two_lines_change_and_the_seal_holds(path: Path) -> None:
    """A decision touches the state and adds the reason; nothing has to be analysed again."""
    before = path.read_text(encoding="utf-8")
    run(path, "a", "The Post: rounds up\x1b[31m.")
    after = path.read_text(encoding="utf-8")
    reason = '    state: accepted\n    reason: "The Post: rounds up[31m."\n'
    assert after == before.replace("    state: open\n", reason, 1)
    assert not any(problem.rule.code == "FC304" for problem in checked(path).problems)


def test_an_interrupt_loses_nothing_that_was_decided(path: Path) -> None:
    """Ctrl-C in the middle of a reason keeps what was written before it."""
    with pytest.raises(KeyboardInterrupt):
        run(path, "a", "The Post rounds up.", "f", KeyboardInterrupt)
    assert states(path) == [("accepted", "The Post rounds up."), ("open", None)]


def test_an_edit_of_somebody_else_is_kept(path: Path) -> None:
    """What another process writes while a reviewer thinks is neither lost nor in the way."""
    answers = answering("a", "The Post rounds up.")

    def ask(prompt: str) -> str:
        if prompt == PROMPT:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("# a promise, not a fact yet", "# a promise"), encoding="utf-8")
        return answers(prompt)

    review(path, ask=ask, show=lambda text: None)
    assert "# a promise\n" in path.read_text(encoding="utf-8")
    assert states(path)[0] == ("accepted", "The Post rounds up.")


def test_a_conflict_that_went_away_is_told(path: Path) -> None:
    """Where the entry was removed meanwhile nothing is written and the reviewer is told."""
    answers = answering("a", "The Post rounds up.", "q")
    shown: list[str] = []

    def ask(prompt: str) -> str:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("key: c0ffee000001", "key: c0ffee000009"), encoding="utf-8")
        return answers(prompt)

    review(path, ask=ask, show=shown.append)
    assert "not written" in "".join(shown)
    assert "no conflict 'c0ffee000001'" in "".join(shown)


def test_a_missing_source_does_not_stop_a_review(path: Path) -> None:
    """The ledger's own quote is shown where the article is gone."""
    (path.parent / "articles/post.txt").unlink()
    _, shown = run(path, "q")
    assert "  post: no such file\n      Le chantier est estimé à 4 millions d'euros.\n" in shown


def test_two_writers_lose_no_edit(tmp_path: Path) -> None:
    """Of writers that all read the same text one wins at a time, and each edit of a winner stays."""
    path = tmp_path / "claims.yaml"
    path.write_text("", encoding="utf-8")
    refused = []

    def add(name: str) -> None:
        for _ in range(20):
            old = path.read_text(encoding="utf-8")
            try:
                write_whole(path, f"{old}{name}\n", old=old)
            except UsageError:
                refused.append(name)

    threads = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(path.read_text(encoding="utf-8").splitlines()) + len(refused) == 80


# --- the command --------------------------------------------------------------------------------------


def test_without_a_terminal_it_is_refused(path: Path) -> None:
    """A pipe or a build server gets one line and exit code 2, and nothing is written."""
    before = path.read_bytes()
    result = CliRunner().invoke(app, ["ledger", "review", str(path)], input="a\nwhy\n")
    assert (result.exit_code, result.stdout, path.read_bytes()) == (2, "", before)
    assert result.stderr.count("\n") == 1
    assert "no terminal" in result.stderr


def _in_a_terminal(path: Path, typed: bytes) -> tuple[int, str]:
    """The command behind a pseudo-terminal in which `typed` is typed; its exit code and what it showed."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(Path(factcheck.__file__).parents[1])}
    # Standard input becomes the controlling terminal, so that Ctrl-C typed there interrupts; tests that were started
    # in the background hand on that it is ignored.
    script = (
        "import fcntl, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        f"sys.argv[1:] = ['ledger', 'review', {path.name!r}]; from factcheck.cli import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=path.parent,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            shown = _talk(ours, typed)
        except AssertionError:
            process.kill()
            raise
    os.close(ours)
    return process.returncode, shown.decode("utf-8", "replace")


def _talk(terminal: int, typed: bytes) -> bytes:
    """Type the next line at each question, and read to the end; a minute of silence is a failure."""
    waiting, shown, last = typed.split(b"|"), b"", b""
    answered = silent = 0
    while True:
        if not select.select([terminal], [], [], 2)[0]:
            silent += 1
            assert silent < 30, f"nothing more after {shown!r}"
            # An interrupt between a question and the wait for its answer is only seen with the next key.
            if last == b"\x03":
                os.write(terminal, last)
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            return shown
        if not piece:
            return shown
        shown += piece
        while waiting and shown.count(b"? ", 0) > answered:
            last = waiting.pop(0)
            os.write(terminal, last)
            answered += 1


def test_in_a_terminal(path: Path) -> None:
    """Typed at a terminal the answers are written, and the tally is the last line."""
    code, shown = _in_a_terminal(path, "a\n|L'été, 4 arrondit 3,5.\n|s\n".encode())
    assert (code, states(path)) == (0, [("accepted", "L'été, 4 arrondit 3,5."), ("open", None)])
    assert shown.splitlines()[-1] == "1 accepted, 1 skipped"


def test_control_c_in_a_terminal(path: Path) -> None:
    """Ctrl-C ends with 130 and keeps the decision before it."""
    code, _ = _in_a_terminal(path, b"a\n|The Post rounds up.\n|\x03")
    assert (code, states(path)) == (130, [("accepted", "The Post rounds up."), ("open", None)])
