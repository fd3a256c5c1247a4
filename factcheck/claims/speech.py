"""Who says what: each sentence's speakers, with the cue word and whether quoted or reported.

`cues` reads one sentence at a time; here speakers are carried over the sentences of a long quotation, and
pronouns find whom they stand for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby

from factcheck.claims import saying
from factcheck.claims.cues import Cue, signature
from factcheck.claims.grammar import children, lower, root, words_of
from factcheck.claims.phrases import Words, can_speak, full_names, is_person, name_in, phrase_end, phrase_start
from factcheck.claims.quotes import Quote, quotes, share
from factcheck.model import Article, Sentence, Speaker

QUOTED = "quoted"
REPORTED = "reported"
# From this share of letters in quotation marks on, a sentence is someone's own words.
_MOSTLY = 0.6
_HALF = 0.5
# Two paragraphs further on nobody remembers who "he" was.
_MEMORY = 2
# Referents kept in mind, and sentences looked back or ahead over in one quotation: bounds for hostile text.
_KEPT = 40
_FAR = 60
# A sentence this short that names a speaker does nothing else: "Sun a ajouté."
_SHORT = 6


class Rank(IntEnum):
    """How readily a pronoun takes someone up; the last of the highest rank near by is meant."""

    INSTITUTION = 0
    ROLE = 1
    PERSON = 2
    SPEAKER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The speakers of a sentence, innermost first, and the span of what they say in it.

    `inner` tells that all of them are quoted within a quotation, `denied` that the innermost denies it.
    """

    speakers: tuple[Speaker, ...] = ()
    content: tuple[int, int] | None = None
    inner: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Referent:
    """Someone a pronoun may stand for."""

    start: int
    end: int
    gender: str
    paragraph: int
    rank: Rank
    plural: bool = False


def speakers(article: Article, sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    """What is known of each sentence's speakers, in the order of `sentences`."""
    reader = _Reader(article)
    done: list[Said] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        done += reader.paragraph(list(group))
    return tuple(done)


class _Reader:
    """Goes through an article's paragraphs, remembering who was named and who spoke last."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._known: list[_Referent] = []
        self._last: tuple[Speaker, ...] = ()
        self._last_at = -2  # the paragraph in which the last speaker spoke
        self._open = False  # the last quotation ran on past its paragraph
        self._count = 0  # paragraphs of prose so far; headings and captions don't count

    def paragraph(self, sentences: list[Sentence]) -> list[Said]:
        """The speakers of one paragraph's sentences."""
        whole = quotes(self._text, sentences[0].start, sentences[-1].end)
        marks = _by_sentence(whole, sentences)
        own = [self._own(sentence, near) for sentence, near in zip(sentences, marks, strict=True)]
        self._sign(sentences, own)
        said = self._carried(sentences, own, marks)
        if not sentences[0].heading:
            self._remember(said, whole)
        return said

    def _own(self, sentence: Sentence, marks: tuple[Quote, ...]) -> Said:
        """Speakers that the sentence itself names; pronouns resolved against what came before."""
        if not sentence.tokens:
            return Said()
        found = saying.find(sentence, marks, self._text)
        here = _subjects(sentence, marks, self._text, self._count)
        pairs = [(cue, speaker) for cue in found if (speaker := self._speaker(cue, marks, here))]
        self._meet(sentence, found, here)
        if not pairs:
            return Said()
        start = max(cue.content[0] for cue, _ in pairs)
        end = min(cue.content[1] for cue, _ in pairs)
        return Said(
            speakers=_distinct([speaker for _, speaker in pairs]),
            content=(start, end) if start < end else None,
            inner=all(cue.inner for cue, _ in pairs),
            denied=_denies(sentence, pairs[0][0]),
        )

    def _speaker(self, cue: Cue, marks: tuple[Quote, ...], here: Sequence[_Referent]) -> Speaker | None:
        """The speaker a cue names; a pronoun's is whom it stands for."""
        start, end = cue.start, cue.end
        if cue.pronoun:
            referent = self._antecedent(cue.at, cue.pronoun, here)
            if referent is None:
                return None
            self._known.append(replace(referent, paragraph=self._count))
            start, end = referent.start, referent.end
        elif self._text[start:end].endswith(f" {cue.text}"):
            end -= len(cue.text) + 1  # the tagger took the verb for the end of the name
        level = QUOTED if share(marks, self._text, *cue.content) >= _HALF else REPORTED
        return Speaker(name=self._text[start:end], start=start, end=end, cue=cue.text, level=level)

    def _antecedent(self, at: int, kind: tuple[str, str], here: Sequence[_Referent]) -> _Referent | None:
        """Whom a pronoun at `at` stands for: the last of the highest rank near by that agrees in gender and number.

        A person named before the pronoun in its own sentence comes first, then persons of its own paragraph.
        """
        before = [r for r in here if r.end <= at and r.rank >= Rank.PERSON and _agrees(r, kind)]
        if before:
            return before[-1]
        near = [r for r in self._known if self._count - r.paragraph < _MEMORY and _agrees(r, kind)]
        return max(near, key=lambda r: self._prominence(r, kind[0])) if near else None

    def _prominence(self, known: _Referent, gender: str) -> tuple[int, ...]:
        """How far in front someone stands: persons, those of this paragraph, and women where "elle" asks for one."""
        here = known.paragraph == self._count and known.rank >= Rank.ROLE
        surely = gender == "fem" and known.gender == "fem"
        return (min(known.rank, Rank.PERSON) + here + surely, known.paragraph, known.rank, known.start)

    def _meet(self, sentence: Sentence, found: Sequence[Cue], here: Sequence[_Referent]) -> None:
        """Remember whom a sentence names: its speakers and its subject."""
        self._known = [*self._known[-_KEPT:], *here]
        for cue in found:
            if cue.pronoun is None:
                rank = Rank.SPEAKER if cue.person else Rank.ROLE
                self._known.append(_referent(sentence, cue.phrase, (cue.start, cue.end), self._count, rank))

    def _sign(self, sentences: list[Sentence], own: list[Said]) -> None:
        """A closing "– Name" signs all sentences before it in its paragraph."""
        span = signature(sentences[-1]) if len(sentences) > 1 else None
        if not span:
            return
        speaker = Speaker(name=self._text[span[0] : span[1]], start=span[0], end=span[1], cue="–", level=QUOTED)
        for at, sentence in enumerate(sentences[:-1]):
            if not own[at].speakers:
                own[at] = Said(speakers=(speaker,), content=(sentence.start, sentence.end))

    def _carried(self, sentences: list[Sentence], own: list[Said], marks: list[tuple[Quote, ...]]) -> list[Said]:
        """Speakers for quoted sentences that name none, or only those they quote in turn."""
        said = list(own)
        for at, sentence in enumerate(sentences):
            named = said[at].speakers
            if (named and not own[at].inner) or share(marks[at], self._text, sentence.start, sentence.end) < _MOSTLY:
                continue
            giver = self._giver(sentences, own, said, marks, at)
            if giver:
                outer = tuple(replace(speaker, level=QUOTED) for speaker in giver)
                span = own[at].content or (sentence.start, sentence.end)
                said[at] = Said(speakers=_distinct([*named, *outer]), content=span)
        return said

    def _giver(
        self, sentences: list[Sentence], own: list[Said], said: list[Said], marks: list[tuple[Quote, ...]], at: int
    ) -> tuple[Speaker, ...]:
        """Whose words the quoted sentence at `at` are."""
        for later in range(at + 1, min(at + _FAR, len(sentences))):
            joined = any(quote.start < sentences[later - 1].end for quote in marks[later])
            names = own[later].speakers and not own[later].inner
            if names and (joined or len(sentences[later].tokens) <= _SHORT):
                return own[later].speakers
            if not joined:
                break
        for earlier in range(at - 1, max(-1, at - _FAR), -1):
            if said[earlier].speakers:
                return said[earlier].speakers
        begins = any(quote.start == sentences[0].start for quote in marks[0])
        near = self._count - self._last_at <= 1
        return self._last if near and (self._open or begins) else ()

    def _remember(self, said: list[Said], marks: tuple[Quote, ...]) -> None:
        """Keep who spoke last."""
        spoken = [found.speakers for found in said if found.speakers]
        if spoken:
            self._last, self._last_at = spoken[-1], self._count
        self._open = bool(marks) and not marks[-1].closed
        self._count += 1


def _denies(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb of a cue denies the clause it governs: "nie que le pont soit fermé"."""
    if cue.verb is None or not cue.leading:
        return False
    denial = sentence.tokens[cue.verb].lemma.lower() in words_of("speech", "denials", sentence.lang)
    return denial and any(sentence.tokens[i].dep in ("ccomp", "xcomp") for i in children(sentence.tokens, cue.verb))


def _distinct(found: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers without those whose name another's holds: "Bamford" beside "Martin Bamford"."""
    kept: list[Speaker] = []
    for speaker in found:
        if not any(speaker.name in other.name for other in kept):
            kept = [other for other in kept if other.name not in speaker.name] + [speaker]
    return tuple(kept)


def _by_sentence(marks: tuple[Quote, ...], sentences: Sequence[Sentence]) -> list[tuple[Quote, ...]]:
    """The quotations that each sentence touches."""
    starts, ends = [quote.start for quote in marks], [quote.end for quote in marks]
    return [marks[bisect_right(ends, s.start) : bisect_left(starts, s.end)] for s in sentences]


def _agrees(known: _Referent, wanted: tuple[str, str]) -> bool:
    """Whether a pronoun of this gender and number can stand for someone; `any` is unknown."""
    gender, number = wanted
    if number != "any" and (number == "plur") != known.plural:
        return False
    return "any" in (known.gender, gender) or known.gender == gender


def _gender(sentence: Sentence, start: int, end: int) -> str:
    """The gender of a person's words, by the first title, determiner or role that shows one."""
    kinds = {"feminine": "fem", "masculine": "masc"}
    for token in sentence.tokens:
        if start <= token.start < end:
            for key, gender in kinds.items():
                if lower(token) in words_of("speech", key, sentence.lang):
                    return gender
    return "any"


def _subjects(sentence: Sentence, marks: tuple[Quote, ...], text: str, paragraph: int) -> list[_Referent]:
    """Who a sentence is about: its subject, and full names behind a role ("le ministre, Hamad Hassan")."""
    words = Words(sentence, marks, text)
    at = root(sentence.tokens)
    heads = (
        [] if at is None else [i for i in children(sentence.tokens, at) if sentence.tokens[i].dep.startswith("nsubj")]
    )
    roles = [i for i in range(len(words.tokens)) if words.within("sources", i) and not words.quoted(i)]
    found: dict[tuple[int, int], _Referent] = {}
    for head in sorted({*heads, *roles}):
        if words.within("nobody", head) or words.within("pronouns", head) or words.quoted(head):
            continue
        first = phrase_start(words, head)
        end = max(phrase_end(words, first), head + 1)
        start, stop = name_in(words, first, end)
        person = is_person(words, start, stop)
        if not person and (head not in heads or not can_speak(words, first, end)):
            continue
        rank = Rank.PERSON if person else Rank.ROLE if words.within("sources", head) else Rank.INSTITUTION
        span = words.span(start, stop)
        found[span] = _referent(sentence, words.tokens[min(first, start)].start, span, paragraph, rank)
    for start, stop in full_names(words):
        span = words.span(start, stop)
        found.setdefault(span, _referent(sentence, span[0], span, paragraph, Rank.PERSON))
    return sorted(found.values(), key=lambda r: r.start)


def _referent(sentence: Sentence, phrase: int, span: tuple[int, int], paragraph: int, rank: Rank) -> _Referent:
    """Someone whose noun phrase begins at `phrase` and whose name spans `span`."""
    first = next((lower(token) for token in sentence.tokens if token.start >= phrase), "")
    plural = rank < Rank.PERSON and first in words_of("speech", "plural", sentence.lang)
    gender = _gender(sentence, phrase, span[1])
    return _Referent(start=span[0], end=span[1], gender=gender, paragraph=paragraph, rank=rank, plural=plural)
