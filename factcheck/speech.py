"""Who says what: each sentence's speakers, with the cue word and whether quoted or reported.

`cues` reads one sentence at a time; here speakers are carried over the sentences of a long quotation, and
pronouns find whom they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from factcheck import cues
from factcheck.cues import Cue
from factcheck.grammar import children, lower, root, words_of
from factcheck.model import Article, Sentence, Speaker
from factcheck.quotes import Quote, quotes, share

QUOTED = "quoted"
REPORTED = "reported"
# From this share of letters in quotation marks on, a sentence is someone's own words.
_MOSTLY = 0.6
_HALF = 0.5
# Two paragraphs further back nobody remembers who "he" was.
_MEMORY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The speakers of a sentence, innermost first, and the span of what they say in it."""

    speakers: tuple[Speaker, ...] = ()
    content: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Person:
    """Someone a pronoun may stand for: a named speaker or the subject of a sentence."""

    start: int
    end: int
    gender: str
    paragraph: int
    spoke: bool


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
        self._article = article
        self._people: list[_Person] = []
        self._last: tuple[Speaker, ...] = ()
        self._last_at = -1  # count of prose paragraphs when the last speaker spoke
        self._open = False  # the last quotation ran on past its paragraph
        self._count = 0

    def paragraph(self, sentences: list[Sentence]) -> list[Said]:
        """The speakers of one paragraph's sentences."""
        text = self._article.text
        marks = quotes(text, sentences[0].start, sentences[-1].end)
        own = [self._own(sentence, marks) for sentence in sentences]
        self._sign(sentences, own)
        said = self._carried(sentences, own, marks)
        self._remember(sentences, said, marks)
        return said

    def _own(self, sentence: Sentence, marks: tuple[Quote, ...]) -> Said:
        """Speakers that the sentence itself names; pronouns resolved against what came before."""
        if not sentence.tokens:
            return Said()
        found = cues.find(sentence, marks, self._article.text)
        named = [(cue, self._speaker(cue, sentence, marks)) for cue in found]
        self._meet(sentence, [cue for cue, _ in named if cue.pronoun is None])
        kept = [(cue, speaker) for cue, speaker in named if speaker]
        if not kept:
            return Said()
        start = max(cue.content[0] for cue, _ in kept)
        end = min(cue.content[1] for cue, _ in kept)
        unique = {speaker.name: speaker for _, speaker in reversed(kept)}
        ordered = [speaker for _, speaker in kept if unique.get(speaker.name) is speaker]
        return Said(speakers=tuple(ordered), content=(start, end) if start < end else None)

    def _speaker(self, cue: Cue, sentence: Sentence, marks: tuple[Quote, ...]) -> Speaker | None:
        """The speaker a cue names; a pronoun's is whom it stands for."""
        start, end = cue.start, cue.end
        if cue.pronoun:
            person = self._antecedent(cue.pronoun, sentence)
            if person is None:
                return None
            start, end = person.start, person.end
        level = QUOTED if share(marks, self._article.text, *cue.content) >= _HALF else REPORTED
        return Speaker(name=self._article.text[start:end], start=start, end=end, cue=cue.text, level=level)

    def _antecedent(self, kind: tuple[str, str], sentence: Sentence) -> _Person | None:
        """The last person named that a pronoun of `kind` can stand for; speakers come before mere subjects."""
        near = [p for p in self._people if self._count - p.paragraph < _MEMORY and _agrees(p.gender, kind[0])]
        for p in reversed(near):
            if p.spoke:
                return p
        return near[-1] if near else None

    def _meet(self, sentence: Sentence, found: Sequence[Cue]) -> None:
        """Remember the people a sentence names: its speakers, and its subject when that is a person."""
        for cue in found:
            self._people.append(_Person(cue.start, cue.end, _gender(sentence, cue.start, cue.end), self._count, True))
        if not found:
            subject = _personal_subject(sentence)
            if subject:
                self._people.append(_Person(*subject, _gender(sentence, *subject), self._count, False))

    def _sign(self, sentences: list[Sentence], own: list[Said]) -> None:
        """A closing "– Name" signs all sentences before it in its paragraph."""
        span = cues.signature(sentences[-1]) if len(sentences) > 1 else None
        if not span:
            return
        speaker = Speaker(name=self._article.text[span[0] : span[1]], start=span[0], end=span[1], cue="–", level=QUOTED)
        for at, sentence in enumerate(sentences[:-1]):
            own[at] = own[at] if own[at].speakers else Said(speakers=(speaker,), content=(sentence.start, sentence.end))

    def _carried(self, sentences: list[Sentence], own: list[Said], marks: tuple[Quote, ...]) -> list[Said]:
        """Speakers for quoted sentences that name none: from the same quotation, or from its neighbours."""
        said = list(own)
        for at, sentence in enumerate(sentences):
            if said[at].speakers or share(marks, self._article.text, sentence.start, sentence.end) < _MOSTLY:
                continue
            giver = self._giver(sentences, own, said, marks, at)
            if giver:
                said[at] = Said(
                    speakers=tuple(replace(s, level=QUOTED) for s in giver), content=(sentence.start, sentence.end)
                )
        return said

    def _giver(
        self, sentences: list[Sentence], own: list[Said], said: list[Said], marks: tuple[Quote, ...], at: int
    ) -> tuple[Speaker, ...]:
        """Whose words the quoted sentence at `at` are."""
        for later in range(at + 1, len(sentences)):
            joined = _same_quote(marks, sentences[later - 1], sentences[later])
            if own[later].speakers and (joined or _only_names(sentences[later], own[later])):
                return own[later].speakers
            if not joined:
                break
        for earlier in range(at - 1, -1, -1):
            if said[earlier].speakers:
                return said[earlier].speakers
        begins = any(quote.start == sentences[0].start for quote in marks)
        if self._last and self._count - self._last_at <= 1 and (self._open or begins):
            return self._last
        return ()

    def _remember(self, sentences: list[Sentence], said: list[Said], marks: tuple[Quote, ...]) -> None:
        """Keep who spoke last; headings and captions between two paragraphs don't count."""
        if sentences[0].heading:
            return
        self._count += 1
        spoken = [found.speakers for found in said if found.speakers]
        if spoken:
            self._last, self._last_at = spoken[-1], self._count
        self._open = bool(marks) and not marks[-1].closed


def _same_quote(marks: tuple[Quote, ...], first: Sentence, second: Sentence) -> bool:
    """Whether one quotation runs from the first sentence into the second."""
    return any(quote.start < first.end and second.start < quote.end for quote in marks)


def _only_names(sentence: Sentence, said: Said) -> bool:
    """Whether a sentence does nothing but name a speaker: "Sun a ajouté."."""
    return len(sentence.tokens) <= 6 and bool(said.speakers)


def _agrees(known: str, wanted: str) -> bool:
    """Whether two genders can be one person's; `any` is unknown."""
    return "any" in (known, wanted) or known == wanted


def _gender(sentence: Sentence, start: int, end: int) -> str:
    """The grammatical gender of a person's words: by title, role or the determiner before them."""
    tokens = [token for token in sentence.tokens if start - 40 <= token.start < end + 40]
    inside = [token for token in tokens if start <= token.start < end]
    near = [token for token in tokens if start - 40 <= token.start < start]
    for group in (inside, near[-4:]):
        words = {lower(token) for token in group}
        for gender, key in (("fem", "feminine"), ("masc", "masculine")):
            if words & words_of("speech", key, sentence.lang):
                return gender
    return "any"


def _personal_subject(sentence: Sentence) -> tuple[int, int] | None:
    """The span of the main subject when it is a person: two capitals in a row, a title or a role."""
    at = root(sentence.tokens)
    if at is None:
        return None
    for i in children(sentence.tokens, at):
        if sentence.tokens[i].dep.startswith("nsubj"):
            return cues.person(sentence, i)
    return None
