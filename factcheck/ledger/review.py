"""`ledger review`: the open conflicts one by one, both quotes in context; each decision is written at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.ledger.checking import Texts, place_in, texts_of
from factcheck.ledger.emit import write_whole
from factcheck.ledger.model import ConflictEntry, Quote, State
from factcheck.ledger.read import read
from factcheck.ledger.reviewing import settled
from factcheck.ledger.sourcetext import SourceText
from factcheck.yamlfile import read_text

KEYS = {"a": State.ACCEPTED, "f": State.FALSE_POSITIVE, "r": State.RESOLVED}
SKIP, QUIT = "s", "q"
PROMPT = "a(ccept) f(alse positive) r(esolved) s(kip) q(uit)? "
HELP = """\
  a  accepted: it stands, and the reason says why both are kept
  f  false positive: the two do not contradict each other
  r  resolved: corrected, or settled by a later source
  s  skip: stays open
  q  quit: what was decided is written already
"""
# How much of the article is shown on either side of a quote, in letters.
CONTEXT = 240

Ask = Callable[[str], str]
Show = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What a review came to: how many conflicts in each state, how many skipped, how many not reached."""

    decided: Counter[State] = field(default_factory=Counter)
    skipped: int = 0
    left: int = 0

    def __str__(self) -> str:
        """`1 accepted, 2 skipped, 3 left`, or that nothing was open."""
        parts = [f"{count} {state.value}" for state, count in self.decided.items()]
        parts += [f"{count} {name}" for name, count in (("skipped", self.skipped), ("left", self.left)) if count]
        return ", ".join(parts) or "no open conflict"


def review(path: Path, *, ask: Ask, show: Show) -> Tally:
    """Go through the open conflicts of the ledger at `path`.

    `ask` shows a prompt and gives the answer, or raises EOFError at the end of input, which quits; `show` shows
    text, whose quotes are foreign. An interrupt loses the conflict being asked about and no other.
    """
    ledger = read(path)
    waiting = [entry for entry in ledger.conflicts if entry.state is State.OPEN]
    texts, notes = texts_of(ledger), _notes(read_text(path))
    tally = Tally(left=len(waiting))
    for number, entry in enumerate(waiting, 1):
        show(f"\n[{number}/{len(waiting)}] {entry.kind.value} {entry.key}\n")
        for part in _shown(entry, texts, notes):
            show(part)
        if not _decided(path, entry, ask, show, tally):
            break
        tally.left -= 1
    return tally


def _decided(path: Path, entry: ConflictEntry, ask: Ask, show: Show, tally: Tally) -> bool:
    """Ask until there is an answer; False quits."""
    while True:
        try:
            answer = ask(PROMPT).strip().lower()[:1]
            if answer == QUIT:
                return False
            if answer == SKIP:
                tally.skipped += 1
                return True
            if answer in KEYS and _settle(path, entry, KEYS[answer], ask, show):
                tally.decided[KEYS[answer]] += 1
                return True
        except EOFError:
            return False
        if answer not in KEYS:
            show(HELP)


def _settle(path: Path, entry: ConflictEntry, state: State, ask: Ask, show: Show) -> bool:
    """Ask for the reason and write state and reason; False where nothing was written."""
    reason = "".join(letter for letter in ask("why? ") if letter.isprintable()).strip()
    if not reason:
        show("  not written: a settled conflict needs a reason\n")
        return False
    try:
        old = read_text(path)  # as it is now: somebody else may have written since
        write_whole(path, settled(path, old, entry.key, state, reason), old=old)
    except FactcheckError as error:
        show(f"  not written: {error}\n")
        return False
    return True


def _shown(entry: ConflictEntry, texts: Texts, notes: dict[int, list[str]]) -> Iterator[str]:
    """A conflict as a person reads it: why it was found, and both quotes where they stand."""
    yield from (f"  {note}\n" for note in notes.get(entry.key_mark.line, ()))
    for quote in entry.between:
        yield from _in_context(quote, texts[quote.source])


def _in_context(quote: Quote, text: SourceText) -> Iterator[str]:
    anchor = text.anchored.find(quote)
    place = place_in(text, anchor.start)
    if place is None or anchor.start is None or anchor.end is None:
        yield f"  {quote.source}: {text.fault or 'the quote is not there any more'}\n      {quote.text}\n"
        return
    before, after = text.text[: anchor.start][-CONTEXT:], text.text[anchor.end :][:CONTEXT]
    head = before.partition(" ")[2] if len(before) == CONTEXT else before
    tail = after.rpartition(" ")[0] if len(after) == CONTEXT else after
    said = text.text[anchor.start : anchor.end]
    yield f"  {quote.source} ({place.path}:{place.line}:{place.column})\n"
    dots = "…" if head != before else "", "…" if tail != after else ""
    yield "      " + " ".join(f"{dots[0]}{head}**{said}**{tail}{dots[1]}".split()) + "\n"


def _notes(text: str) -> dict[int, list[str]]:
    """By line: the comments right below it, where a draft writes why a conflict was found."""
    notes: dict[int, list[str]] = {}
    last = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#"):
            notes.setdefault(last, []).append(line.strip(" \t#"))
        else:
            last = number
    return notes
