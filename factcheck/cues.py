"""Cues of speech in one sentence: "a déclaré X", "selon X", "X says that", "a-t-elle ajouté".

Each rule reads the words around a cue. The parse helps to find subjects; where there is none, or it errs on
the inversions of news French, word order decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.grammar import children, root, words_of
from factcheck.lang import theme
from factcheck.model import Sentence
from factcheck.phrases import Words, can_speak, is_person, name_in, phrase_end, phrase_start
from factcheck.quotes import Quote, share

_PRONOUN_TAIL = re.compile(r"-(?:t-)?(il|elle|ils|elles|on)$")
_CAPITAL = re.compile(r"[A-ZÀ-Ý@(]")
_HANDLE = re.compile(r"""^[«“"(]?(?P<who>[^:.!?«“"]{2,60}?)\s?:\s?(?=["«“])""")
_SIGNED = re.compile(r"^[–—-]\s?(?P<who>[A-ZÀ-Ý][^.!?]{2,100})[.!]?$")
_CLOSING = frozenset('»”"')
_OPENING = frozenset('«“"')
_BEFORE_INVERSION = _CLOSING | frozenset(",—–)!?")
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "expl:subj")
# Words between a verb of saying and what it introduces.
_REACH = 12
# From this share of quoted letters on, a sentence is the speaker's, wherever its grammar hangs the verb.
_OWN_WORDS = 0.5
# A sentence all of whose letters are quoted, but for a mark or two.
_WHOLE = 0.95


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


def find(sentence: Sentence, quotes: Sequence[Quote], text: str) -> tuple[Cue, ...]:
    """The cues of a sentence, innermost speaker first."""
    words = Words(sentence, tuple(quotes), text)
    handle = _handle(words)
    if handle:
        return (handle,)
    found = [*_prepositions(words), *_uncoordinated(words, list(_verbs(words)))]
    leading = sorted((cue for cue in found if cue.leading), key=lambda cue: -cue.at)
    trailing = sorted((cue for cue in found if not cue.leading), key=lambda cue: cue.at)
    return (*leading, *trailing)


def signature(sentence: Sentence) -> tuple[int, int] | None:
    """The span of the name in a line such as "– Professeur Teng Bingsheng, CKGSB." that signs what precedes."""
    match = _SIGNED.match(sentence.text)
    if not match or any("VerbForm=Fin" in token.morph for token in sentence.tokens):
        return None
    start = sentence.start + match.start("who")
    return start, start + len(match["who"].split(",")[0])


def _handle(words: Words) -> Cue | None:
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
    return Cue(text=":", start=start, end=end, at=start, leading=True, content=(by + match.end(), sentence.end), phrase=start)


def _named(words: Words, first: int, end: int, cue: Cue) -> Cue:
    """`cue` with the name in the noun phrase from `first` to `end`."""
    start, stop = name_in(words, first, end)
    span = words.span(start, stop)
    return replace(
        cue, start=span[0], end=span[1], phrase=words.tokens[min(first, start)].start, person=is_person(words, start, stop)
    )


# Prepositions ------------------------------------------------------------------------------------------------


def _prepositions(words: Words) -> Iterator[Cue]:
    """Sources named by a preposition: "selon X", "d'après X", "according to X"."""
    patterns = theme("speech", words.sentence.lang)["according"]
    for at in range(len(words.tokens)):
        for pattern in patterns:
            if words.low[at : at + len(pattern)] == pattern:
                cue = _after_preposition(words, at, at + len(pattern))
                if cue:
                    yield cue


def _after_preposition(words: Words, at: int, first: int) -> Cue | None:
    """The cue whose preposition stands at `at` and whose noun phrase begins at `first`."""
    start, stop = words.sentence.start, words.sentence.end
    inner = words.quoted(at)
    if words.within("pronouns", first):
        leading = _has_verb_after(words, first + 1)
        cue = _pronoun_cue(words, at, first, leading=leading)
        content = (words.tokens[first].end, stop) if at == 0 else (start, stop if leading else words.tokens[at].start)
        return replace(cue, content=content, inner=inner) if cue else None
    end = phrase_end(words, first)
    if end == first or not can_speak(words, first, end):
        return None
    leading = _has_verb_after(words, end)
    content = (words.tokens[end].start, stop) if leading and at == 0 else (start, stop if leading else words.tokens[at].start)
    text = words.text[words.tokens[at].start : words.tokens[first - 1].end]
    offset = words.tokens[at].start
    return _named(
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


# Verbs -------------------------------------------------------------------------------------------------------


def _verbs(words: Words) -> Iterator[Cue]:
    """Verbs of saying with their subjects; those inside a quotation count when all of the sentence is quoted."""
    whole = share(words.quotes, words.text, words.sentence.start, words.sentence.end) > _WHOLE
    for at in range(len(words.tokens)):
        quoted = words.quoted(at)
        if not _is_saying(words, at) or (quoted and not whole) or _is_negated(words, at):
            continue
        cue = _inverted_pronoun(words, at) or _inverted(words, at) or _fronted(words, at)
        if cue and not (quoted and cue.pronoun):
            yield replace(cue, inner=quoted)


def _uncoordinated(words: Words, found: list[Cue]) -> list[Cue]:
    """The cues without those of a second clause ("…, et Y a estimé que …"): the first speaks for the sentence."""
    verbs = {cue.verb for cue in found if cue.leading}
    return [
        cue
        for cue in found
        if cue.verb is None or words.tokens[cue.verb].dep != "conj" or words.tokens[cue.verb].head not in verbs
    ]


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
    if token.pos == "X":
        return _forms(words.sentence.lang).get(words.low[at], "")
    return token.lemma.lower() if token.pos in _VERBAL else words.low[at] + "r"


def _is_saying(words: Words, at: int) -> bool:
    """Whether the word at `at` is a verb of saying, or completes one: "a fait savoir"."""
    if words.pos(at) not in ("VERB", "AUX", "X"):
        return _is_mistaken_noun(words, at)
    if words.within("completing", at) and at and words.tokens[at - 1].lemma.lower() == "faire":
        return True
    return _lemma(words, at) in words_of("speech", "verbs", words.sentence.lang)


def _is_mistaken_noun(words: Words, at: int) -> bool:
    """Whether the tagger took a verb for the noun of the same form: "le rapport analyse que"."""
    verb = words.low[at] + "r" in words_of("speech", "verbs", words.sentence.lang)
    noun = words.pos(at - 1) in ("DET", "ADJ", "ADP")
    return verb and not noun and words.word(at + 1) in ("que", "qu'")


def _listed(words: Words, key: str, at: int) -> bool:
    """Whether the verb at `at` is in a list of verbs."""
    return _lemma(words, at) in words_of("speech", key, words.sentence.lang)


def _is_negated(words: Words, at: int) -> bool:
    """Whether the verb at `at` is denied: who did not say it is no speaker."""
    negations = words_of("negation", "adverbs", words.sentence.lang)
    return any(words.low[i] in negations for i in range(max(0, at - 2), min(len(words.low), at + 2)))


def _group_start(words: Words, at: int) -> int:
    """The index where the verb group that ends at `at` begins: its auxiliaries and what stands among them."""
    start = at
    for back in range(1, 6):
        if words.pos(at - back) == "AUX" or words.tokens[at - back].lemma.lower() == "faire":
            start = at - back
        elif words.pos(at - back) in ("VERB", "PUNCT", "PROPN", ""):
            break
    while words.within("clitics", start - 1):
        start -= 1
    return start


def _cue_text(words: Words, group: int, at: int) -> str:
    """The verb with its auxiliaries, as written."""
    while group < at and words.within("clitics", group):
        group += 1
    return words.text[words.tokens[group].start : words.tokens[at].end]


def _inverted_pronoun(words: Words, at: int) -> Cue | None:
    """A pronoun behind its verb: "a-t-il ajouté", "dit-elle"."""
    for i in (at + 1, at + 2, at - 1, at - 2, at - 3):
        match = _PRONOUN_TAIL.match(words.word(i))
        if not match or (i < at and "AUX" not in (words.pos(i - 1), words.pos(i - 2))):
            continue
        first = i - 2 if words.word(i - 1) == "-t" else i - 1
        return _pronoun_cue(words, min(at, first), i, leading=False, name=match[1], verb=at)
    return None


def _pronoun_cue(
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


def _inverted(words: Words, at: int) -> Cue | None:
    """A subject behind its verb: "…, a déclaré hier à l'AFP Kyle Chan"."""
    group = _group_start(words, at)
    as_said = _as_said(words, group)
    if not as_said and not _may_invert(words, group, at):
        return None
    first = _subject_after(words, at + 1)
    end = first if first is None else phrase_end(words, first)
    if first is None or end is None or end == first:
        return None
    if not can_speak(words, first, end) and words.word(group - 2) not in _CLOSING:
        return None
    start = words.tokens[group].start
    content = (words.tokens[end - 1].end, words.sentence.end) if as_said else (words.sentence.start, start)
    text = _cue_text(words, group, at)
    return _named(
        words,
        first,
        end,
        Cue(text=text, start=0, end=0, at=start, leading=as_said, content=content, phrase=start, verb=at),
    )


def _may_invert(words: Words, group: int, at: int) -> bool:
    """Whether a verb group stands where an inverted one can: behind a comma or quotation, no subject before it."""
    before = words.word(group - 1)
    if before not in _BEFORE_INVERSION:
        return False
    if before in _CLOSING or words.word(group - 2) in _CLOSING:
        return True
    finite = any("VerbForm=Fin" in words.tokens[i].morph for i in range(group, at + 1)) or words.pos(at) == "X"
    if not finite or _listed(words, "only_with_quotes", at):
        return False
    return not any(words.tokens[i].dep == "nsubj" and i < group for i in children(words.tokens, at)) or not _complement(
        words, at
    ) and not any(words.tokens[i].dep == "obj" and i > at for i in children(words.tokens, at))


def _as_said(words: Words, group: int) -> bool:
    """Whether "comme le" (souligne X) stands before the verb."""
    for pattern in theme("speech", words.sentence.lang)["as_said"]:
        for skip in (0, 1):
            first = group + skip - len(pattern)
            if first >= 0 and words.low[first : group + skip] == pattern:
                return True
    return False


def _subject_after(words: Words, at: int) -> int | None:
    """Where the subject behind a verb begins: times, adverbs and "à l'AFP" are passed over."""
    while at < len(words.tokens):
        if _is_time(words, at) or words.pos(at) == "ADV":
            at += 1
        elif _is_time(words, at + 1) and words.pos(at) in ("DET", "ADP", "PRON", "NUM"):
            at += 2
        elif words.within("asides", at) or (words.low[at] == "," and words.within("asides", at + 1)):
            at = _aside_end(words, at + 1 + (words.low[at] == ","))
        elif words.pos(at) in ("DET", "NUM", "ADJ", "PROPN", "NOUN", "X") or words.capital(at):
            return at
        else:
            return None
    return None


def _is_time(words: Words, at: int) -> bool:
    """Whether the word at `at` tells when."""
    return (words.within("times", at) or words.within("time_marks", at)) and not words.capital(at)


def _aside_end(words: Words, at: int) -> int:
    """The index after the phrase behind a preposition: "l'AFP", "Twitter", "courrier électronique"."""
    if words.pos(at) == "DET" and at + 1 < len(words.tokens):
        at += 1
    if words.capital(at):
        return at + 1
    first = at
    while words.pos(at) in ("NOUN", "ADJ", "ADP", "NUM") and not words.capital(at):
        if at > first and words.within("asides", at):
            break
        at += 1
    return max(at, first + 1)


def _fronted(words: Words, at: int) -> Cue | None:
    """A subject before its verb: "X a déclaré que", "X said:", "…, X said"."""
    subject = _subject(words, at)
    if subject is None or words.within("nobody", subject):
        return None
    group, first = _group_start(words, at), phrase_start(words, subject)
    trailing = _is_aside(words, first, at) or _is_bare(words, first, at)
    if not trailing and not (_complement(words, at) and _governs(words, at)):
        return None
    content = (words.sentence.start, words.tokens[first].start) if trailing else (words.tokens[at].end, words.sentence.end)
    if words.within("pronouns", subject) or words.within("descriptions", subject):
        cue = _pronoun_cue(words, first, subject, leading=not trailing, verb=at, name="" if words.within("pronouns", subject) else "they")
        return replace(cue, content=content, text=_cue_text(words, group, at)) if cue else None
    end = max(phrase_end(words, first), subject + 1)
    if _listed(words, "also_of_things", at) and not can_speak(words, first, end):
        return None
    offset = words.tokens[first].start
    text = _cue_text(words, group, at)
    return _named(
        words,
        first,
        end,
        Cue(text=text, start=0, end=0, at=offset, leading=not trailing, content=content, phrase=offset, verb=at),
    )


def _is_bare(words: Words, first: int, at: int) -> bool:
    """Whether "X a ajouté." is the whole sentence: what was said stands before it."""
    return first <= 1 and all(words.pos(i) == "PUNCT" for i in range(at + 1, len(words.tokens)))


def _subject(words: Words, at: int) -> int | None:
    """The index of the subject before the verb at `at`, by the parse or else by word order."""
    tokens = words.tokens
    seen: set[int] = set()
    verb = at
    while verb not in seen:
        seen.add(verb)
        below = list(children(tokens, verb))
        passive = any(tokens[i].dep == "aux:pass" for i in below)
        found = [i for i in below if tokens[i].dep in _SUBJECTS and i < at and not (passive and tokens[i].dep != "nsubj")]
        if found:
            return found[-1]
        if tokens[verb].dep not in ("conj", "xcomp") or any(tokens[i].dep.startswith("nsubj") for i in below):
            break
        verb = tokens[verb].head
    return _subject_by_order(words, at)


def _subject_by_order(words: Words, at: int) -> int | None:
    """A name or source right before the verb group, or opening a sentence that the verb carries."""
    if any(words.tokens[i].dep.startswith(_SUBJECTS) for i in children(words.tokens, at)):
        return None
    last = _group_start(words, at) - 1
    if words.capital(last) or words.within("sources", last):
        return last
    opens = phrase_end(words, 0)
    if words.tokens[at].dep == "root" and opens and can_speak(words, 0, opens) and words.word(opens) == ",":
        return opens - 1
    return None


def _complement(words: Words, at: int) -> bool:
    """Whether something said follows the verb: "que", a colon, a quotation, an infinitive or clause."""
    quotes_only = _listed(words, "only_with_quotes", at)
    bare = "VerbForm=Inf" in words.tokens[at].morph
    for i in range(at + 1, min(len(words.low), at + 1 + _REACH)):
        if (words.tokens[i].text in _OPENING and words.quoted(i)) or words.low[i] == ":":
            return True
        if not quotes_only and words.within("complements", i):
            return True
        if words.pos(i) in _VERBAL and words.sentence.lang == "fr":
            infinitive = "VerbForm=Inf" in words.tokens[i].morph and words.pos(i - 1) != "ADP"
            return infinitive and not quotes_only and not bare
    below = children(words.tokens, at)
    return not quotes_only and any(words.tokens[i].dep in ("ccomp", "parataxis") and i > at for i in below)


def _governs(words: Words, at: int) -> bool:
    """Whether the verb carries the sentence, or introduces a quotation that makes up most of it."""
    tokens = words.tokens
    seen: set[int] = set()
    verb = at
    while verb not in seen and _passes_up(words, verb):
        seen.add(verb)
        verb = tokens[verb].head
    if tokens[verb].dep in ("root", "") or tokens[at].pos == "X":
        return True
    top = root(tokens)
    if top is not None and tokens[top].pos in ("PROPN", "NOUN") and tokens[verb].head == top:
        return True  # the parse hung the sentence on its subject
    quoted = share(words.quotes, words.text, words.sentence.start, words.sentence.end)
    return tokens[at].dep != "acl:relcl" and quoted >= _OWN_WORDS


def _passes_up(words: Words, at: int) -> bool:
    """Whether the verb at `at` stands under another verb of saying, or under one that only modifies it."""
    token = words.tokens[at]
    if token.dep == "xcomp":
        return True
    return token.dep in ("conj", "parataxis", "ccomp") and _is_saying(words, token.head)


def _is_aside(words: Words, first: int, at: int) -> bool:
    """Whether "X said" closes the sentence or stands in it between commas, after what is said."""
    before = words.word(first - 1)
    if before not in (",", '"', "”", "»", "—", "–"):
        return False
    if before == "," and words.word(first - 2) not in _CLOSING and words.sentence.lang != "en":
        return False
    tells = any(words.tokens[i].dep == "ccomp" and i < first for i in children(words.tokens, at))
    return words.word(at + 1) in ("", ".", ",", ":", "!", "?") or tells or not _complement(words, at)
