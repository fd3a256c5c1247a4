"""All cues of one sentence; here those of verbs: "a déclaré X", "X says that", "a-t-elle ajouté".

The parse helps to find subjects; where there is none, or it errs on the inversions of news French, word
order decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.cues import Cue, handle, named, prepositions, pronoun_cue
from factcheck.claims.grammar import children, root
from factcheck.claims.phrases import Words, can_speak, phrase_end, phrase_start
from factcheck.claims.quotes import Quote, share
from factcheck.claims.verbs import VERBAL, cue_text, group_start, is_negated, is_saying, listed
from factcheck.lang import theme
from factcheck.model import Sentence

_PRONOUN_TAIL = re.compile(r"-(?:t-)?(il|elle|ils|elles|on)$")
_CLOSING = frozenset('»”"')
_OPENING = frozenset('«“"')
_BEFORE_INVERSION = _CLOSING | frozenset(",—–)!?")
_SUBJECTS = ("nsubj", "expl:subj")
# Words between a verb of saying and what it introduces.
_REACH = 12
# A bare infinitive must be followed at once by what it says: "à dire que".
_REACH_BARE = 3
# Words between a relative pronoun and its verb.
_NEAR = 6
# From this share of quoted letters on, a sentence is the speaker's, wherever its grammar hangs the verb.
_OWN_WORDS = 0.5
# A sentence all of whose letters are quoted, but for a mark or two.
_WHOLE = 0.95


def find(sentence: Sentence, quotes: Sequence[Quote], text: str) -> tuple[Cue, ...]:
    """The cues of a sentence, innermost speaker first."""
    words = Words(sentence, tuple(quotes), text)
    posted = handle(words)
    if posted:
        return (posted,)
    found = [*prepositions(words), *_uncoordinated(words, list(_verbs(words)))]
    leading = sorted((cue for cue in found if cue.leading), key=lambda cue: -cue.at)
    trailing = sorted((cue for cue in found if not cue.leading), key=lambda cue: cue.at)
    return (*leading, *trailing)


def _verbs(words: Words) -> Iterator[Cue]:
    """Verbs of saying with their subjects; those inside a quotation count when all of the sentence is quoted."""
    whole = share(words.quotes, words.text, words.sentence.start, words.sentence.end) > _WHOLE
    for at in range(len(words.tokens)):
        quoted = words.quoted(at)
        said = is_saying(words, at) or _is_incise(words, at)
        if not said or (quoted and not whole) or is_negated(words, at):
            continue
        cue = _inverted_pronoun(words, at) or _inverted(words, at) or _fronted(words, at)
        if cue and not (quoted and cue.pronoun):
            yield replace(cue, inner=quoted)


def _is_incise(words: Words, at: int) -> bool:
    """Whether any verb must report where it stands: "« … », s'emporte Farid"."""
    if words.pos(at) != "VERB" or "VerbForm=Fin" not in words.tokens[at].morph:
        return False
    group = group_start(words, at)
    behind_quote = words.word(group - 1) == "," and words.word(group - 2) in _CLOSING
    speaker = words.capital(at + 1) or (words.pos(at + 1) == "DET" and words.within("sources", at + 2))
    return behind_quote and speaker and words.sentence.lang == "fr"


def _uncoordinated(words: Words, found: list[Cue]) -> list[Cue]:
    """The cues without those of a second clause ("…, et Y a estimé que …"): the first speaks for the sentence."""
    verbs = {cue.verb for cue in found if cue.leading}
    return [
        cue
        for cue in found
        if cue.verb is None or words.tokens[cue.verb].dep != "conj" or words.tokens[cue.verb].head not in verbs
    ]


def _inverted_pronoun(words: Words, at: int) -> Cue | None:
    """A pronoun behind its verb: "a-t-il ajouté", "dit-elle"."""
    for i in (at + 1, at + 2, at - 1, at - 2, at - 3):
        match = _PRONOUN_TAIL.match(words.word(i))
        if not match or (i < at and "AUX" not in (words.pos(i - 1), words.pos(i - 2))):
            continue
        first = i - 2 if words.word(i - 1) == "-t" else i - 1
        return pronoun_cue(words, min(at, first), i, leading=False, name=match[1], verb=at)
    return None


def _inverted(words: Words, at: int) -> Cue | None:
    """A subject behind its verb: "…, a déclaré hier à l'AFP Kyle Chan"."""
    group = group_start(words, at)
    as_said = _as_said(words, group)
    if not as_said and not _may_invert(words, group, at):
        return None
    first = _subject_after(words, at + 1)
    end = first if first is None else phrase_end(words, first)
    if first is None or end is None or end == first:
        return None
    if not can_speak(words, first, end) and (words.word(group - 2) not in _CLOSING or _has_subject(words, at, group)):
        return None
    start = words.tokens[group].start
    content = (words.tokens[end - 1].end, words.sentence.end) if as_said else (words.sentence.start, start)
    text = cue_text(words, group, at)
    return named(
        words,
        first,
        end,
        Cue(text=text, start=0, end=0, at=start, leading=as_said, content=content, phrase=start, verb=at),
    )


def _has_subject(words: Words, at: int, group: int) -> bool:
    """Whether the parse gives the verb a subject in front of its group."""
    return any(words.tokens[i].dep == "nsubj" and i < group for i in children(words.tokens, at))


def _may_invert(words: Words, group: int, at: int) -> bool:
    """Whether a verb group stands where an inverted one can: behind a comma or quotation, no subject before it."""
    before = words.word(group - 1)
    if before not in _BEFORE_INVERSION:
        return False
    if before in _CLOSING or words.word(group - 2) in _CLOSING:
        return True
    finite = any("VerbForm=Fin" in words.tokens[i].morph for i in range(group, at + 1)) or words.pos(at) == "X"
    if not finite or listed(words, "only_with_quotes", at):
        return False
    if not _has_subject(words, at, group):
        return True
    return _is_clause(words, group) and not _complement(words, at)


def _is_clause(words: Words, end: int) -> bool:
    """Whether a main clause with its own verb stands before `end`: what an inverted verb reports."""
    return any(
        "VerbForm=Fin" in words.tokens[i].morph and not any(words.within("relatives", k) for k in range(i - _NEAR, i))
        for i in range(end)
    )


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
    group, first = group_start(words, at), _past_remark(words, phrase_start(words, subject))
    trailing = _is_aside(words, first, at) or _is_bare(words, first, at)
    if not trailing and not (_complement(words, at) and _governs(words, at)):
        return None
    content = (
        (words.sentence.start, words.tokens[first].start) if trailing else (words.tokens[at].end, words.sentence.end)
    )
    if words.within("pronouns", subject) or words.within("descriptions", subject):
        cue = pronoun_cue(
            words,
            first,
            subject,
            leading=not trailing,
            verb=at,
            name="" if words.within("pronouns", subject) else "they",
        )
        return replace(cue, content=content, text=cue_text(words, group, at)) if cue else None
    end = max(phrase_end(words, first), subject + 1)
    if listed(words, "also_of_things", at) and not can_speak(words, first, end):
        return None
    offset = words.tokens[first].start
    text = cue_text(words, group, at)
    return named(
        words,
        first,
        end,
        Cue(text=text, start=0, end=0, at=offset, leading=not trailing, content=content, phrase=offset, verb=at),
    )


def _past_remark(words: Words, first: int) -> int:
    """Where the subject begins when the parse took a remark before it for one: "Invité de BFM-TV, le patron …"."""
    end = phrase_end(words, first)
    bare = first <= 1 and words.pos(first) not in ("DET", "PROPN", "NUM") and not words.capital(first + 1)
    remark = bare and end > first and words.word(end) == "," and words.pos(end + 1) in ("DET", "PROPN")
    return end + 1 if remark and not words.within("sources", first) else first


def _is_bare(words: Words, first: int, at: int) -> bool:
    """Whether "X a ajouté." is the whole sentence: what was said stands before it."""
    return (
        first <= 1
        and not listed(words, "only_with_quotes", at)
        and all(words.pos(i) == "PUNCT" for i in range(at + 1, len(words.tokens)))
    )


def _subject(words: Words, at: int) -> int | None:
    """The index of the subject before the verb at `at`, by the parse or else by word order."""
    tokens = words.tokens
    seen: set[int] = set()
    verb = at
    while verb not in seen:
        seen.add(verb)
        below = list(children(tokens, verb))
        passive = any(tokens[i].dep == "aux:pass" for i in below)
        found = [
            i for i in below if tokens[i].dep in _SUBJECTS and i < at and not (passive and tokens[i].dep != "nsubj")
        ]
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
    last = group_start(words, at) - 1
    if words.capital(last) or words.within("sources", last):
        return last
    opens = phrase_end(words, 0)
    if words.tokens[at].dep == "root" and opens and can_speak(words, 0, opens) and words.word(opens) == ",":
        return opens - 1
    return None


def _complement(words: Words, at: int) -> bool:
    """Whether something said follows the verb: "que", a colon, a quotation, an infinitive or clause."""
    quotes_only = listed(words, "only_with_quotes", at)
    bare = "VerbForm=Inf" in words.tokens[at].morph
    for i in range(at + 1, min(len(words.low), at + 1 + (_REACH_BARE if bare else _REACH))):
        if (words.tokens[i].text in _OPENING and words.quoted(i)) or words.low[i] == ":":
            return True
        if not quotes_only and words.within("complements", i) and not words.within("not_that", i - 1):
            return True
        if words.pos(i) in VERBAL and words.sentence.lang == "fr":
            infinitive = "VerbForm=Inf" in words.tokens[i].morph and words.pos(i - 1) != "ADP"
            return infinitive and not quotes_only and not bare
    below = children(words.tokens, at)
    return not quotes_only and not bare and any(words.tokens[i].dep in ("ccomp", "parataxis") and i > at for i in below)


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
    if top is not None and tokens[verb].head == top and _is_there(words, top):
        return True  # "il y a une semaine, X a dit"
    if top is not None and tokens[top].pos in ("PROPN", "NOUN") and tokens[verb].head == top:
        return True  # the parse hung the sentence on its subject
    quoted = share(words.quotes, words.text, words.sentence.start, words.sentence.end)
    return tokens[at].dep != "acl:relcl" and quoted >= _OWN_WORDS


def _is_there(words: Words, at: int) -> bool:
    """Whether "il y a" stands at `at`."""
    return words.word(at - 1) == "y" and words.tokens[at].lemma.lower() == "avoir"


def _passes_up(words: Words, at: int) -> bool:
    """Whether the verb at `at` stands under another verb of saying, or under one that only modifies it."""
    token = words.tokens[at]
    if token.dep == "xcomp":
        return True
    return token.dep in ("conj", "parataxis", "ccomp") and is_saying(words, token.head)


def _is_aside(words: Words, first: int, at: int) -> bool:
    """Whether "X said" closes the sentence or stands in it between commas, after what is said."""
    before = words.word(first - 1)
    if before not in (",", '"', "”", "»", "—", "–"):
        return False
    if before == "," and words.word(first - 2) not in _CLOSING and words.sentence.lang != "en":
        return False
    tells = any(words.tokens[i].dep == "ccomp" and i < first for i in children(words.tokens, at))
    return words.word(at + 1) in ("", ".", ",", ":", "!", "?") or tells or not _complement(words, at)
