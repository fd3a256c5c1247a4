"""Cues of speech: what one is, and those that need no verb: "selon X", `@name: "…"`, "– Name"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.claims.phrases import Words, can_speak, is_person, name_in, phrase_end
from factcheck.lang import theme
from factcheck.model import Sentence

_CAPITAL = re.compile(r"[A-ZÀ-Ý@(]")
_HANDLE = re.compile(r"""^[«“"(]?(?P<who>[^:.!?«“"]{2,60}?)\s?:\s?(?=["«“])""")
_SIGNED = re.compile(r"^[–—-]\s?(?P<who>[A-ZÀ-Ý][^.!?]{2,100})[.!]?$")
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue and whom it names.

    `start`/`end` span the name and `phrase` is where its noun phrase begins; a `pronoun` has gender and
    number. `content` is the part of the sentence that is said, `verb` the index of the verb of saying,
    `person` whether the name is a person's, `inner` whether the cue itself stands in quotation marks.
    """

    text: str
    start: int
    end: int
    at: int
    leading: bool
    content: tuple[int, int]
    phrase: int
    pronoun: tuple[str, str] | None = None
    verb: int | None = None
    person: bool = False
    inner: bool = False


def signature(sentence: Sentence) -> tuple[int, int] | None:
    """The span of the name in a line such as "– Professeur Teng Bingsheng, CKGSB." that signs what precedes."""
    match = _SIGNED.match(sentence.text)
    if not match or any("VerbForm=Fin" in token.morph for token in sentence.tokens):
        return None
    start = sentence.start + match.start("who")
    return start, start + len(match["who"].split(",")[0])


def handle(words: Words) -> Cue | None:
    """`@name: "…"`, `Name: "…"`: a name, a colon, a quotation."""
    sentence = words.sentence
    match = _HANDLE.match(sentence.text)
    if not match:
        return None
    who, by = match["who"], sentence.start
    start, end = by + match.start("who"), by + match.end("who")
    verbs = any(token.pos in _VERBAL for token in words.tokens if token.start < end)
    if "@" not in who and (verbs or not all(_CAPITAL.match(word) for word in who.split())):
        return None
    return Cue(
        text=":", start=start, end=end, at=start, leading=True, content=(by + match.end(), sentence.end), phrase=start
    )


def named(words: Words, first: int, end: int, cue: Cue) -> Cue:
    """`cue` with the name in the noun phrase from `first` to `end`."""
    start, stop = name_in(words, first, end)
    span = words.span(start, stop)
    return replace(
        cue,
        start=span[0],
        end=span[1],
        phrase=words.tokens[min(first, start)].start,
        person=is_person(words, start, stop),
    )


def pronoun_cue(
    words: Words, at: int, pronoun: int, *, leading: bool, name: str = "", verb: int | None = None
) -> Cue | None:
    """A cue whose speaker is the pronoun at `pronoun`; none for "on"."""
    kinds = theme("speech", words.sentence.lang)["pronouns"].get(name or words.low[pronoun])
    if not kinds:
        return None
    gender, number = kinds.split()
    token = words.tokens[pronoun]
    return Cue(
        text=words.tokens[at if verb is None else verb].text,
        start=token.end - len(name) if name else token.start,
        end=token.end,
        at=words.tokens[at].start,
        leading=leading,
        content=(words.sentence.start, words.tokens[at].start),
        phrase=token.start,
        pronoun=(gender, number),
        verb=verb,
    )


def prepositions(words: Words) -> Iterator[Cue]:
    """Sources named by a preposition: "selon X", "d'après X", "according to X"."""
    patterns = theme("speech", words.sentence.lang)["according"]
    firsts = {pattern[0] for pattern in patterns}
    for at in range(len(words.tokens)):
        for pattern in patterns if words.low[at] in firsts else ():
            if words.low[at : at + len(pattern)] == pattern:
                cue = _after_preposition(words, at, at + len(pattern))
                if cue:
                    yield cue
    if words.within("viewpoint", 0) and words.within("pronouns", 1) and words.word(2) == ",":
        cue = _after_preposition(words, 0, 1)
        if cue:
            yield cue


def _after_preposition(words: Words, at: int, first: int) -> Cue | None:
    """The cue whose preposition stands at `at` and whose noun phrase begins at `first`."""
    start, stop = words.sentence.start, words.sentence.end
    inner = words.quoted(at)
    if words.within("pronouns", first):
        leading = _has_verb_after(words, first + 1)
        cue = pronoun_cue(words, at, first, leading=leading)
        content = (words.tokens[first].end, stop) if at == 0 else (start, stop if leading else words.tokens[at].start)
        return replace(cue, content=content, inner=inner) if cue else None
    end = phrase_end(words, first)
    if end == first or not can_speak(words, first, end):
        return None
    leading = _has_verb_after(words, end)
    content = (
        (words.tokens[end].start, stop) if leading and at == 0 else (start, stop if leading else words.tokens[at].start)
    )
    text = words.text[words.tokens[at].start : words.tokens[first - 1].end]
    offset = words.tokens[at].start
    return named(
        words,
        first,
        end,
        Cue(text=text, start=0, end=0, at=offset, leading=leading, content=content, phrase=offset, inner=inner),
    )


def _has_verb_after(words: Words, at: int) -> bool:
    """Whether a clause of its own follows from `at` on, rather than more about the source."""
    relative = False
    for i in range(at, len(words.tokens)):
        if words.within("relatives", i):
            relative = True
        elif words.low[i] == ",":
            relative = False
        if not relative and "VerbForm=Fin" in words.tokens[i].morph:
            return True
    return False
