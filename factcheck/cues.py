"""Cues of speech in one sentence: "a déclaré X", "selon X", "X says that", "a-t-elle ajouté".

Each rule reads the words around a cue. The parse helps to find subjects; where there is none, or it errs on
the inversions of news French, word order decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from factcheck.grammar import children, lower, words_of
from factcheck.lang import theme
from factcheck.model import Sentence, Token
from factcheck.quotes import Quote, covers, share

_PRONOUN_TAIL = re.compile(r"-(?:t-)?(il|elle|ils|elles|on)$")
_CAPITAL = re.compile(r"[A-ZÀ-Ý]")
_HANDLE = re.compile(r"""^[«“"(]?(?P<who>[^:.!?«“"]{2,60}?)\s?:\s?(?=["«“])""")
_SIGNED = re.compile(r"^[–—-]\s?(?P<who>[A-ZÀ-Ý][^.!?]{2,100})[.!]?$")
_CLOSING = frozenset('»”"')
_OPENING = frozenset('«“"')
# Words between a verb of saying and what it introduces.
_REACH = 12
_VERBAL = frozenset({"VERB", "AUX"})
# From this share of quoted letters on, a sentence is the speaker's, wherever its grammar hangs the verb.
_OWN_WORDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue and whom it names. `start`/`end` span the name, `gender`/`number` are set for a pronoun.

    `content` is the part of the sentence that is said; `verb` the index of the verb of saying.
    """

    text: str
    start: int
    end: int
    at: int
    leading: bool
    content: tuple[int, int]
    pronoun: tuple[str, str] | None = None
    verb: int | None = None


@dataclass(frozen=True)
class Words:
    """A sentence's tokens with what the rules ask of them."""

    sentence: Sentence
    quotes: tuple[Quote, ...]
    text: str  # the whole document's

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens."""
        return self.sentence.tokens

    @cached_property
    def low(self) -> list[str]:
        """Each word folded, in small letters."""
        return [lower(token) for token in self.tokens]

    def within(self, key: str, at: int) -> bool:
        """Whether the word at `at` is in a list of `speech.yaml`."""
        return 0 <= at < len(self.tokens) and self.low[at] in words_of("speech", key, self.sentence.lang)

    def quoted(self, at: int) -> bool:
        """Whether the word at `at` stands in quotation marks."""
        return covers(self.quotes, self.tokens[at].start)

    def capital(self, at: int) -> bool:
        """Whether the word at `at` begins with a capital and can be part of a name."""
        return 0 <= at < len(self.tokens) and bool(_CAPITAL.match(self.tokens[at].text))

    def pos(self, at: int) -> str:
        """The part of speech at `at`, empty outside the sentence."""
        return self.tokens[at].pos if 0 <= at < len(self.tokens) else ""

    def word(self, at: int) -> str:
        """The small-letter word at `at`, empty outside the sentence."""
        return self.low[at] if 0 <= at < len(self.low) else ""


def find(sentence: Sentence, quotes: Sequence[Quote], text: str) -> tuple[Cue, ...]:
    """The cues of a sentence, innermost speaker first."""
    words = Words(sentence, tuple(quotes), text)
    handle = _handle(words)
    if handle:
        return (handle,)
    found = [*_prepositions(words), *_verbs(words)]
    leading = sorted((cue for cue in found if cue.leading), key=lambda cue: -cue.at)
    trailing = sorted((cue for cue in found if not cue.leading), key=lambda cue: cue.at)
    return (*leading, *trailing)


def signature(sentence: Sentence) -> tuple[int, int] | None:
    """The span of the name in a line such as "– Professeur Teng Bingsheng, CKGSB." that signs what precedes."""
    match = _SIGNED.match(sentence.text)
    if not match or any("VerbForm=Fin" in token.morph for token in sentence.tokens):
        return None
    name = match["who"].split(",")[0]
    return sentence.start + match.start("who"), sentence.start + match.start("who") + len(name)


def _handle(words: Words) -> Cue | None:
    """`@name: "…"`, `Name: "…"`: a name, a colon, a quotation."""
    sentence = words.sentence
    match = _HANDLE.match(sentence.text)
    if not match:
        return None
    who = match["who"]
    by = sentence.start
    verbs = any(t.pos in _VERBAL for t in words.tokens if t.start < by + match.end("who"))
    named = who.startswith("@") or all(_CAPITAL.match(w) or w[0] in "@(" for w in who.split())
    if verbs and "@" not in who or not named:
        return None
    start, end = by + match.start("who"), by + match.end("who")
    return Cue(text=":", start=start, end=end, at=start, leading=True, content=(by + match.end(), sentence.end))


# Prepositions ------------------------------------------------------------------------------------------------


def _prepositions(words: Words) -> Iterator[Cue]:
    """ "Selon X", "d'après X", "according to X"; "pour X," at the start."""
    patterns = theme("speech", words.sentence.lang)["according"]
    for at in range(len(words.tokens)):
        for pattern in patterns:
            if words.low[at : at + len(pattern)] == pattern:
                cue = _after_preposition(words, at, at + len(pattern), strict=True)
                if cue:
                    yield cue
    if words.within("viewpoint", 0):
        cue = _after_preposition(words, 0, 1, strict=False)
        if cue and cue.leading:
            yield cue


def _after_preposition(words: Words, at: int, first: int, *, strict: bool) -> Cue | None:
    """The cue whose preposition stands at `at` and whose noun phrase begins at `first`."""
    if words.within("pronouns", first) and strict:
        return _pronoun_cue(words, at, first, leading=_has_verb_after(words, first + 1))
    end = _phrase_end(words, first)
    if end == first or not _can_speak(words, first, end, person=not strict):
        return None
    if not strict and words.word(end) != ",":
        return None
    name = _name(words, first, end)
    leading = _has_verb_after(words, end)
    content = (
        (words.tokens[end].start, words.sentence.end)
        if leading and at == 0 and end < len(words.tokens)
        else ((words.sentence.start, words.sentence.end) if leading else (words.sentence.start, words.tokens[at].start))
    )
    text = words.text[words.tokens[at].start : words.tokens[first - 1].end]
    start, stop = words.tokens[name[0]].start, words.tokens[name[1] - 1].end
    return Cue(text=text, start=start, end=stop, at=words.tokens[at].start, leading=leading, content=content)


def _has_verb_after(words: Words, at: int) -> bool:
    """Whether a clause of its own follows from `at` on, rather than more about the source."""
    relative = False
    for i in range(at, len(words.tokens)):
        if words.low[i] in ("qui", "dont", "que", "où", "who", "which", "whose"):
            relative = True
        elif words.low[i] == ",":
            relative = False
        if not relative and "VerbForm=Fin" in words.tokens[i].morph:
            return True
    return False


def _can_speak(words: Words, first: int, end: int, *, person: bool) -> bool:
    """Whether a noun phrase can be a source: a name, or a noun of people, offices or documents."""
    roles = any(words.within("sources", i) for i in range(first, end))
    capitals = sum(words.capital(i) and not words.within("times", i) for i in range(first, end))
    return roles or capitals >= (2 if person else 1)


# Verbs -------------------------------------------------------------------------------------------------------


def _verbs(words: Words) -> Iterator[Cue]:
    """Verbs of saying with their subjects, outside quotations unless all of the sentence is one."""
    whole = share(words.quotes, words.text, words.sentence.start, words.sentence.end) > 0.95
    for at in range(len(words.tokens)):
        if not _is_saying(words, at) or (words.quoted(at) and not whole) or _is_negated(words, at):
            continue
        cue = _inverted_pronoun(words, at) or _inverted(words, at) or _fronted(words, at)
        if cue and not (whole and cue.pronoun):
            yield cue


@cache
def _forms(lang: str) -> dict[str, str]:
    """Forms of the verbs of saying with their lemmas, for words without a parse."""
    data = theme("speech", lang)
    forms: dict[str, str] = dict(data.get("irregular", {}))
    for verb in data["verbs"]:
        for form in (verb, verb + "s", verb + "ed", verb + "d", verb + "es"):
            forms.setdefault(form, verb)
    return forms


def _lemma(words: Words, at: int) -> str:
    """The lemma at `at`; looked up by form where there is no parse."""
    token = words.tokens[at]
    return _forms(words.sentence.lang).get(words.low[at], "") if token.pos == "X" else token.lemma.lower()


def _is_saying(words: Words, at: int) -> bool:
    """Whether the word at `at` is a verb of saying."""
    if words.pos(at) not in ("VERB", "AUX", "X"):
        return False
    return _lemma(words, at) in words_of("speech", "verbs", words.sentence.lang)


def _is_negated(words: Words, at: int) -> bool:
    """Whether the verb at `at` is denied: who did not say it is no speaker."""
    negations = words_of("negation", "adverbs", words.sentence.lang)
    return any(words.low[i] in negations for i in range(max(0, at - 2), min(len(words.low), at + 2)))


def _group_start(words: Words, at: int) -> int:
    """The index where the verb group that ends at `at` begins: its auxiliaries and their adverbs."""
    start = at
    while start > 0 and (
        words.pos(start - 1) == "AUX" or (words.pos(start - 1) == "ADV" and words.pos(start - 2) == "AUX")
    ):
        start -= 1
    while start > 0 and words.low[start - 1] in ("s'", "se", "m'", "le", "l'", "n'", "ne", "lui", "leur", "y", "en"):
        start -= 1
    return start


def _inverted_pronoun(words: Words, at: int) -> Cue | None:
    """ "a-t-il ajouté", "dit-elle"."""
    for i in (at + 1, at + 2, at - 1, at - 2, at - 3):
        match = _PRONOUN_TAIL.match(words.word(i))
        if not match or (i < at and "AUX" not in (words.pos(i - 1), words.pos(i - 2))):
            continue
        if match[1] == "on":
            return None
        return _pronoun_cue(words, min(at, i - 1), i, leading=False, name=match[1], verb=at)
    return None


def _pronoun_cue(
    words: Words, at: int, pronoun: int, *, leading: bool, name: str = "", verb: int | None = None
) -> Cue | None:
    """A cue whose speaker is the pronoun at `pronoun`."""
    kinds = theme("speech", words.sentence.lang)["pronouns"].get(name or words.low[pronoun])
    if not kinds:
        return None
    gender, number = kinds.split()
    token = words.tokens[pronoun]
    shown = verb if verb is not None else at
    after = words.tokens[max(pronoun, shown)].end
    content = (after, words.sentence.end) if leading else (words.sentence.start, words.tokens[at].start)
    return Cue(
        text=words.tokens[shown].text,
        start=token.end - len(name) if name else token.start,
        end=token.end,
        at=words.tokens[at].start,
        leading=leading,
        content=content,
        pronoun=(gender, number),
        verb=verb,
    )


def _inverted(words: Words, at: int) -> Cue | None:
    """ "…, a déclaré hier à l'AFP Kyle Chan": a verb after a comma or quotation, its subject behind it."""
    group = _group_start(words, at)
    as_said = _as_said(words, group)
    if not as_said and (
        words.word(group - 1) not in (",", "»", "”", '"', "—", "–", ")", "!", "?") or _subject_before(words, at, group)
    ):
        return None
    first = _subject_after(words, at + 1)
    if first is None:
        return None
    end = _phrase_end(words, first)
    if end == first or not (_can_speak(words, first, end, person=False) or words.word(group - 2) in _CLOSING):
        return None
    name = _name(words, first, end)
    span = (words.tokens[name[0]].start, words.tokens[name[1] - 1].end)
    start = words.tokens[group].start
    content = (
        (words.tokens[end].start if end < len(words.tokens) else span[1], words.sentence.end)
        if as_said
        else (
            words.sentence.start,
            start,
        )
    )
    return Cue(
        text=words.text[start : words.tokens[at].end],
        start=span[0],
        end=span[1],
        at=start,
        leading=as_said,
        content=content,
        verb=at,
    )


def _as_said(words: Words, group: int) -> bool:
    """Whether "comme le" (souligne X) stands before the verb."""
    patterns = theme("speech", words.sentence.lang)["as_said"]
    for pattern in patterns:
        for skip in (0, 1):
            first = group + skip - len(pattern)
            if first >= 0 and words.low[first : group + skip] == pattern:
                return True
    return False


def _subject_before(words: Words, at: int, group: int) -> bool:
    """Whether the parse gives the verb a subject in front of it, right before its group or an apposition."""
    if words.word(group - 2) in _CLOSING:
        return False
    return any(
        words.tokens[i].dep.startswith("nsubj") and i < group for i in children(words.tokens, at)
    ) and _complement(words, at)


def _subject_after(words: Words, at: int) -> int | None:
    """Where the subject behind a verb begins: times, adverbs and "à l'AFP" are passed over."""
    while at < len(words.tokens):
        if words.within("times", at) or words.pos(at) == "ADV":
            at += 1
        elif words.within("times", at + 1) and words.pos(at) in ("DET", "ADP", "PRON", "NUM"):
            at += 2
        elif words.pos(at) == "NUM" and words.within("times", at + 1):
            at += 2
        elif words.within("asides", at):
            at = _aside_end(words, at + 1)
        elif words.pos(at) in ("DET", "NUM", "ADJ", "PROPN", "NOUN", "X") or words.capital(at):
            return at
        else:
            return None
    return None


def _aside_end(words: Words, at: int) -> int:
    """The index after the phrase behind a preposition: "l'AFP", "Twitter", "courrier électronique"."""
    if words.pos(at) == "DET" or words.low[at : at + 1] in (["l'"], ["la"], ["le"], ["the"]):
        at += 1
    if words.capital(at):
        at += 1
        return at
    first = at
    while at < len(words.tokens) and words.pos(at) in ("NOUN", "ADJ", "ADP", "NUM") and not words.capital(at):
        if at > first and words.within("asides", at):
            break
        at += 1
    return max(at, first + 1) if first < len(words.tokens) else at


def _fronted(words: Words, at: int) -> Cue | None:
    """ "X a déclaré que", "X said:", "…, X said": the subject stands before the verb."""
    subject = _subject(words, at)
    if subject is None or words.low[subject] in words_of("speech", "nobody", words.sentence.lang):
        return None
    group = _group_start(words, at)
    first = _phrase_start(words, subject)
    trailing = _is_aside(words, first, at)
    if not trailing and not (_complement(words, at) and _governs(words, at)):
        return None
    content = (words.sentence.start, words.tokens[first].start) if trailing else _said_after(words, at)
    if words.within("pronouns", subject):
        cue = _pronoun_cue(words, min(subject, group), subject, leading=not trailing, verb=at)
        return cue and Cue(**{**_fields(cue), "content": content})
    end = max(_phrase_end(words, first), subject + 1)
    name = _name(words, first, end)
    span = (words.tokens[name[0]].start, words.tokens[name[1] - 1].end)
    cue_text = words.text[words.tokens[group].start : words.tokens[at].end]
    return Cue(
        text=cue_text,
        start=span[0],
        end=span[1],
        at=words.tokens[first].start,
        leading=not trailing,
        content=content,
        verb=at,
    )


def _fields(cue: Cue) -> dict[str, object]:
    """The fields of a cue, to make one like it."""
    return {name: getattr(cue, name) for name in Cue.__slots__}


def _subject(words: Words, at: int) -> int | None:
    """The index of the subject before the verb at `at`, by the parse or else by word order."""
    tokens = words.tokens
    seen: set[int] = set()
    verb = at
    while verb not in seen:
        seen.add(verb)
        found = [i for i in children(tokens, verb) if tokens[i].dep == "nsubj" and i < at]
        if found:
            return found[-1]
        if tokens[verb].dep != "conj":
            break
        verb = tokens[verb].head
    group = _group_start(words, at) - 1
    if tokens[at].pos != "X" and any(tokens[i].dep.startswith(("nsubj", "expl:subj")) for i in children(tokens, at)):
        return None
    return group if words.capital(group) or words.within("sources", group) else None


def _complement(words: Words, at: int) -> bool:
    """Whether something said follows the verb: "que", a colon, a quotation, an infinitive or clause."""
    lang = words.sentence.lang
    quotes_only = _lemma(words, at) in words_of("speech", "only_with_quotes", lang)
    for i in range(at + 1, min(len(words.low), at + 1 + _REACH)):
        word = words.low[i]
        if words.tokens[i].text in _OPENING and words.quoted(i) or word == ":":
            return True
        if not quotes_only and word in words_of("speech", "complements", lang):
            return True
        if words.pos(i) in _VERBAL and lang == "fr":
            return not quotes_only and "VerbForm=Inf" in words.tokens[i].morph and words.pos(i - 1) != "ADP"
    if quotes_only:
        return False
    return any(words.tokens[i].dep in ("ccomp", "parataxis") and i > at for i in children(words.tokens, at))


def _governs(words: Words, at: int) -> bool:
    """Whether the verb carries the sentence, or introduces a quotation that makes up most of the rest."""
    tokens = words.tokens
    seen: set[int] = set()
    verb = at
    while (
        tokens[verb].dep in ("conj", "parataxis", "ccomp") and verb not in seen and _is_saying(words, tokens[verb].head)
    ):
        seen.add(verb)
        verb = tokens[verb].head
    if tokens[verb].dep in ("root", "") or tokens[at].pos == "X":
        return True
    _, end = _said_after(words, at)
    return tokens[at].dep != "acl:relcl" and share(words.quotes, words.text, words.sentence.start, end) >= _OWN_WORDS


def _said_after(words: Words, at: int) -> tuple[int, int]:
    """The span of what is said after the verb at `at`."""
    return words.tokens[at].end, words.sentence.end


def _is_aside(words: Words, first: int, at: int) -> bool:
    """Whether "X said" closes the sentence or stands in it between commas, after what is said."""
    if words.word(first - 1) not in (",", '"', "”", "»", "—", "–"):
        return False
    if words.word(first - 1) == "," and words.word(first - 2) not in _CLOSING and words.sentence.lang != "en":
        return False
    after = words.word(at + 1)
    tells = any(words.tokens[i].dep == "ccomp" and i < first for i in children(words.tokens, at))
    return after in ("", ".", ",", ":", "!", "?") or tells or not _complement(words, at)


# Noun phrases ------------------------------------------------------------------------------------------------


def _phrase_start(words: Words, head: int) -> int:
    """The first word of the noun phrase whose head is at `head`."""
    at = head
    while at > 0:
        before = at - 1
        if words.pos(before) in ("DET", "ADJ", "NUM", "PROPN", "NOUN", "X") or words.low[before] == "'s":
            if words.pos(before) == "X" and not (words.capital(before) or words.within("sources", before)):
                break
            at = before
        elif words.capital(before) and words.pos(before) not in ("ADP", "PRON", "ADV", "CCONJ", "SCONJ", "PUNCT"):
            at = before
        else:
            break
    return at


def _phrase_end(words: Words, first: int) -> int:
    """The index after the last word of the noun phrase that begins at `first`."""
    at, headed, named = first, False, False
    while at < len(words.tokens):
        pos, after_link = words.pos(at), words.within("links", at - 1) and at > first
        if words.within("times", at) and not words.capital(at) and at > first:
            break
        if (
            words.within("links", at)
            or (words.within("conjunctions", at) and _joins(words, at))
            or words.low[at] == "&"
        ):
            if not headed:
                break
        elif pos in ("DET", "NUM"):
            if headed and not after_link and words.pos(at - 1) not in ("ADP", "CCONJ", "DET"):
                break
        elif words.capital(at) and pos not in ("ADP", "CCONJ", "SCONJ"):
            headed, named = True, True
        elif pos in ("NOUN", "ADJ", "X") or (pos == "VERB" and words.pos(at - 1) == "DET"):
            if (
                named
                and pos in ("NOUN", "X")
                and not after_link
                and at > 0
                and words.capital(at - 1)
                and words.sentence.lang == "fr"
            ):
                break
            if pos == "X" and not (words.within("sources", at) or at == first):
                break
            headed = headed or pos != "ADJ"
        elif (
            words.low[at] in ("-", "'", "'s", ".")
            and at + 1 < len(words.tokens)
            and words.tokens[at].start == words.tokens[at - 1].end
        ):
            if words.low[at] == ".":
                break
        else:
            break
        at += 1
    while at > first and (
        words.within("links", at - 1) or words.within("conjunctions", at - 1) or words.pos(at - 1) == "DET"
    ):
        at -= 1
    return at if headed or any(words.within("sources", i) for i in range(first, at)) else first


def _joins(words: Words, at: int) -> bool:
    """Whether "et" at `at` joins two names or two sources rather than two clauses."""
    following = at + 1
    if words.capital(following) or words.within("sources", following):
        return True
    return words.pos(following) == "DET" and (words.within("sources", following + 1) or words.capital(following + 1))


def _name(words: Words, first: int, end: int) -> tuple[int, int]:
    """The name inside or right behind a noun phrase: "le ministre Hamad Hassan", "la porte-parole, Kira Iarmich"."""
    run = end
    while run > first and words.capital(run - 1):
        run -= 1
    if (
        end - run >= 2
        and run > first
        and not words.within("links", run - 1)
        and words.pos(run - 1) not in ("DET", "ADP")
    ):
        return run, end
    if not words.capital(first) and words.word(end) == ",":
        stop = end + 1
        while words.capital(stop):
            stop += 1
        if stop - end - 1 >= 2:
            return end + 1, stop
    return first, end


def person(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """The span of the name of the person in the noun phrase headed at `head`, if it is one."""
    words = Words(sentence, (), "")
    first = _phrase_start(words, head)
    end = max(_phrase_end(words, first), head + 1)
    start, stop = _name(words, first, end)
    capitals = sum(words.capital(i) for i in range(start, stop))
    titled = any(words.within("titles", i) for i in range(start, stop))
    if (capitals >= 2 and words.pos(start) != "DET") or titled or words.within("sources", head):
        return words.tokens[start].start, words.tokens[stop - 1].end
    return None
