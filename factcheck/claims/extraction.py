"""From articles to claims: the sentences that say something about the world that could be checked.

A cheap look at the text comes first, so that only sentences that can be claims are parsed; then each rule
that speaks against a sentence is asked in turn; what is left gets its speaker, figures, names and score.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from factcheck.claims import grammar, speech
from factcheck.claims.entities import entities
from factcheck.documents.sentences import sentences
from factcheck.lang import LANGUAGES, theme
from factcheck.model import Article, Claim, Entity, Quantity, Sentence, Token, When
from factcheck.parse.cache import Cache, Progress, parsed
from factcheck.text import Lines, digest, fold

# Fewer words say nothing that stands alone.
_FEWEST_WORDS = 3
# A "sentence" of more words is a page's debris without punctuation; parsing it costs much and tells nothing.
_MOST_WORDS = 400
# Longer ones go on to say something.
_ANNOUNCEMENT = 12

_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_QUESTION = re.compile(r"""\?[\s"'”’»)\]]*$""")
_UNFINISHED = re.compile(r"""(?:\w\.\.\.|\w…|,)$""")
_WORD = re.compile(r"\w+")


def extract(
    articles: Sequence[Article],
    *,
    cache: Cache | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    every: bool = False,
) -> tuple[Claim, ...]:
    """All claims of `articles`, sorted by source and start; each language is parsed in one batch.

    With `every`, sentences that the rules would leave out are claims too: somebody asked about just these.
    """
    split = {article.id: sentences(article) for article in articles}
    trees = _parsed(split, cache, progress, jobs)
    found = [
        claim
        for article in articles
        for claim in _of_article(article, tuple(trees.get((article.id, s.start), s) for s in split[article.id]), every)
    ]
    return tuple(sorted(found, key=lambda claim: (claim.source, claim.start)))


def _parsed(
    split: dict[str, tuple[Sentence, ...]], cache: Cache | None, progress: Progress | None, jobs: int
) -> dict[tuple[str, int], Sentence]:
    """The sentences that can be claims, with their tokens, by article and start."""
    trees: dict[tuple[str, int], Sentence] = {}
    for lang in LANGUAGES:
        chosen = [(source, s) for source, found in split.items() for s in found if s.lang == lang and worth_parsing(s)]
        done = parsed([s for _, s in chosen], lang, cache, progress, jobs)
        trees.update({(source, s.start): tree for (source, s), tree in zip(chosen, done, strict=True)})
    return trees


def worth_parsing(sentence: Sentence) -> bool:
    """Whether a sentence can be a claim, or tell who says one, by its look alone."""
    count = len(_WORD.findall(sentence.text))
    return _FEWEST_WORDS <= count <= _MOST_WORDS and not _QUESTION.search(sentence.text)


def _of_article(article: Article, found: Sequence[Sentence], every: bool) -> Iterator[Claim]:
    """The claims of one article from its sentences, parsed where they can be claims."""
    said = speech.speakers(article, found)
    lines, seen = Lines(article.text), Counter[str]()
    for sentence, speech_of in _merged(article, list(zip(found, said, strict=True))):
        draft = _draft(article, sentence, speech_of, every)
        if draft is None:
            continue
        key = fold(sentence.text)
        seen[key] += 1
        identity = (article.id, key, str(seen[key])) if seen[key] > 1 else (article.id, key)
        yield replace(draft, id=digest(*identity), line=lines.line(sentence.start))


def _merged(article: Article, found: list[tuple[Sentence, speech.Said]]) -> Iterator[tuple[Sentence, speech.Said]]:
    """The sentences with what is known of their speech; "X n'est pas A. C'est B" becomes one."""
    at = 0
    while at < len(found):
        sentence, said = found[at]
        following = found[at + 1][0] if at + 1 < len(found) else None
        if following and _leans(sentence, following):
            sentence = _joined(article, sentence, following)
            at += 1
        yield sentence, said
        at += 1


def _leans(first: Sentence, second: Sentence) -> bool:
    """Whether `second` only says what something is that `first` says it is not."""
    if first.paragraph != second.paragraph or not first.tokens:
        return False
    opening = fold(second.text).lower()
    if not opening.startswith(tuple(f"{words} " for words in grammar.words_of("claims", "demonstratives", first.lang))):
        return False
    at = grammar.root(first.tokens)
    copular = at is not None and any(first.tokens[i].dep == "cop" for i in grammar.children(first.tokens, at))
    return copular and grammar.polarity(first.tokens, at, first.lang) == "negated"


def _joined(article: Article, first: Sentence, second: Sentence) -> Sentence:
    """Both sentences as one, with the tokens of both."""
    by = len(first.tokens)
    tokens = (*first.tokens, *(token._replace(head=token.head + by) for token in second.tokens))
    return replace(first, end=second.end, text=article.text[first.start : second.end], tokens=tokens)


def _draft(article: Article, sentence: Sentence, said: speech.Said, every: bool) -> Claim | None:
    """The claim a sentence makes, without id and line; None when it makes none and not `every` one is asked for."""
    if not sentence.tokens:
        return None
    quantities, dates = _values(sentence, article.published)
    look = Look(sentence=sentence, quantities=quantities, said=said)
    if not every and any(against(look) for against in AGAINST):
        return None
    at = grammar.predicate(sentence.tokens, said.content)
    names = entities(sentence)
    return Claim(
        id="",
        source=article.id,
        start=sentence.start,
        end=sentence.end,
        line=0,
        text=sentence.text,
        lang=sentence.lang,
        section=sentence.section,
        score=score(look, dates, names),
        modality=grammar.modality(sentence.tokens, at, sentence.lang),
        polarity=grammar.polarity(sentence.tokens, at, sentence.lang, denied=said.denied),
        sentence=sentence,
        speakers=said.speakers,
        quantities=quantities,
        dates=dates,
        entities=names,
        page=article.place(sentence.start),
    )


def _values(sentence: Sentence, reference: date | None) -> tuple[tuple[Quantity, ...], tuple[When, ...]]:
    """Figures and dates at document offsets."""
    try:
        from factcheck.normalise import normalise
    except ImportError:
        return (), ()
    found = normalise(sentence.text, sentence.lang, reference)
    by = sentence.start
    return (
        tuple(replace(q, start=q.start + by, end=q.end + by) for q in found.quantities),
        tuple(replace(d, start=d.start + by, end=d.end + by) for d in found.dates),
    )


@dataclass(frozen=True, kw_only=True)
class Look:
    """What the rules against a sentence look at."""

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    said: speech.Said

    @cached_property
    def folded(self) -> str:
        """The text folded, in small letters; nearly every rule asks for it."""
        return fold(self.sentence.text).lower()

    @property
    def core(self) -> str:
        """What is claimed, without the words that say who claims it."""
        text, content = self.sentence.text, self.said.content
        by = self.sentence.start
        return (text[content[0] - by : content[1] - by] if content else text).strip(" ,:;–—\n")

    @property
    def words(self) -> tuple[Token, ...]:
        """The words of the core."""
        start, end = self.said.content or (self.sentence.start, self.sentence.end)
        return tuple(token for token in self.sentence.tokens if start <= token.start < end)

    def holds(self, key: str) -> bool:
        """Whether a phrase of the list `key` of `claims.yaml` stands in the text."""
        return bool(_phrases(key, self.sentence.lang).search(self.folded))


@cache
def _phrases(key: str, lang: str) -> re.Pattern[str]:
    """A pattern for the phrases of a list in `claims.yaml`, as whole words."""
    phrases = sorted(grammar.words_of("claims", key, lang), key=lambda p: (-len(p), p))
    either = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


@cache
def _judgement(lang: str) -> re.Pattern[str]:
    """A pattern for "c'est étrange", "a jugé « étrange »"."""
    pattern: str = theme("claims", lang)["judging"]
    words = "|".join(sorted(map(re.escape, grammar.words_of("claims", "judgements", lang)), key=lambda w: (-len(w), w)))
    return re.compile(pattern.replace("JUDGEMENT", f"(?:{words})"), re.VERBOSE)


def is_question(look: Look) -> bool:
    """A question asks; it claims nothing, even where an answer's speaker stands behind it."""
    return bool(_QUESTION.search(look.sentence.text) or _QUESTION.search(look.core))


def is_label(look: Look) -> bool:
    """A heading or fragment without a verb says something only with a figure, and a word on what it measures."""
    if grammar.has_verb(look.sentence.tokens):
        return False
    figures = [(quantity.start, quantity.end) for quantity in look.quantities]
    labels = [
        token
        for token in look.sentence.tokens
        if token.pos in _NAMING and not any(a <= token.start < b for a, b in figures)
    ]
    return not (figures and labels)


def is_attribution(look: Look) -> bool:
    """A sentence that only names a speaker says nothing itself: "Sun a ajouté."."""
    return bool(look.said.speakers) and look.said.content is None


def is_announcement(look: Look) -> bool:
    """ "How China gains ground." tells what comes, as a heading would."""
    if len(look.sentence.tokens) > _ANNOUNCEMENT or look.quantities:
        return False
    first = _WORD.search(look.folded)
    opens = first is not None and first.group() in grammar.words_of("claims", "announcing", look.sentence.lang)
    return opens or look.holds("announcements")


def is_unfinished(look: Look) -> bool:
    """A sentence that breaks off may have said anything."""
    return bool(_UNFINISHED.search(look.sentence.text))


def is_order(look: Look) -> bool:
    """An order or call asks for something."""
    return (look.holds("calls") and not look.quantities) or grammar.is_imperative(look.words, look.sentence.lang)


def is_courtesy(look: Look) -> bool:
    """Thanks, wishes and condolences."""
    return look.holds("courtesies")


def is_feeling(look: Look) -> bool:
    """How someone feels, or how something struck them."""
    return (look.holds("feelings") or look.holds("impressions")) and not look.quantities


def is_judgement(look: Look) -> bool:
    """Nothing but "it is strange", or someone finding it so."""
    return not look.quantities and bool(_judgement(look.sentence.lang).search(look.folded))


AGAINST: tuple[Callable[[Look], bool], ...] = (
    is_question,
    is_label,
    is_attribution,
    is_announcement,
    is_unfinished,
    is_order,
    is_courtesy,
    is_feeling,
    is_judgement,
)

# A plain statement without anything to look up still may be wrong.
BASE = 0.3
# Figures are what readers check first.
FIGURE = 0.3
DATE = 0.1
# A name says whom to ask.
NAME = 0.15
# "More than", "the first": ranks can be looked up.
COMPARED = 0.1
# Someone can be held to it.
SPEAKER = 0.05
# "I", "we": a view from inside.
FIRST_PERSON = -0.15
# A judging adjective.
JUDGED = -0.15


def score(look: Look, dates: Sequence[When], names: Sequence[Entity]) -> float:
    """How much a sentence is worth checking, 0 to 1, from what can be seen in it."""
    words = set(_WORD.findall(look.folded))
    lang = look.sentence.lang
    total = BASE
    total += (
        FIGURE * bool(look.quantities) + DATE * bool(dates) + NAME * bool(names) + SPEAKER * bool(look.said.speakers)
    )
    total += COMPARED * bool(words & grammar.words_of("claims", "comparisons", lang))
    total += FIRST_PERSON * bool(words & grammar.words_of("claims", "first_person", lang))
    total += JUDGED * look.holds("judgements")
    return round(min(1.0, max(0.0, total)), 2)
