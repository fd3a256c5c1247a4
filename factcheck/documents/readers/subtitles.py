"""Subtitles (WebVTT, SubRip): turns of speech, each with its speaker where one is named, at its time."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.documents.decoding import decode
from factcheck.documents.readers.base import Ask, Draft, Placed, Unreadable, one_line

_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}[ \t]+-->")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^>]{1,80})>")
_NAMED = re.compile(r"^(?:>>|-)?[ ]*(?P<who>[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){0,3})[ \u00a0]?:[ \u00a0]+")
_TAG = re.compile(r"<[^<>]{0,80}>")
_TURN = re.compile(r"^(?:>>|[-–—])[ ]*")
# A pause between two cues of nobody in particular this long begins a new paragraph, in seconds.
_PAUSE = 4


@dataclass(frozen=True, slots=True)
class _Cue:
    seconds: int
    who: str | None
    text: str


def read(data: bytes, ask: Ask) -> Iterator[Draft]:
    """The speech as paragraphs: `Name : « what is said »` for a named speaker."""
    decoded = decode(data)
    built = Placed()
    for turn in _turns(list(_cues(decoded.text))):
        words = one_line(" ".join(cue.text for cue in turn))
        place = _clock(turn[0].seconds)
        who = turn[0].who
        built.add(f"{who} : « {words} »" if who and not words.startswith("«") else words, place)
    if not built.text:
        raise Unreadable("no subtitles in it")
    yield Draft(text=built.text, places=built.places, notes=decoded.notes)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _cues(text: str) -> Iterator[_Cue]:
    """Each line of each cue, with its time and the speaker it names."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        times = [(at, time) for at, line in enumerate(lines) if (time := _TIME.match(line))]
        for at, time in times[:1]:
            hours, minutes, seconds = (int(part or 0) for part in time.groups())
            yield from (_cue(hours * 3600 + minutes * 60 + seconds, line) for line in lines[at + 1 :])


def _cue(seconds: int, line: str) -> _Cue:
    voice, named = _VOICE.search(line), _NAMED.match(_TAG.sub("", line))
    plain = html.unescape(_TAG.sub("", line)).strip()
    if voice:
        return _Cue(seconds, one_line(html.unescape(voice.group(1))), _TURN.sub("", plain))
    if named:
        return _Cue(seconds, named["who"], plain[named.end() :].strip())
    # A dash or two brackets: somebody else speaks, and nobody says who.
    return _Cue(seconds, "" if _TURN.match(plain) else None, _TURN.sub("", plain))


def _turns(cues: list[_Cue]) -> Iterator[list[_Cue]]:
    """Cues of one speaker in a row; a line without a name goes on with the speech before it."""
    turn: list[_Cue] = []
    for cue in cues:
        if not cue.text or (turn and turn[-1].text == cue.text):  # rolling captions show a line twice
            continue
        other = cue.who is not None and (cue.who == "" or not turn or cue.who != turn[0].who)
        pause = bool(turn) and not turn[0].who and cue.seconds - turn[-1].seconds > _PAUSE
        if turn and (other or (pause and turn[-1].text[-1:] in ".!?…")):
            yield turn
            turn = []
        turn.append(cue)
    if turn:
        yield turn
