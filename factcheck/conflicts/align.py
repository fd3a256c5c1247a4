"""Do two facts speak of the same thing? Names, phrases and topics held side by side.

Pairing asks whether two claims may meet, detectors whether two facts disagree; this module answers the
question between: is it one thing they speak of, and what tells them apart if not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from factcheck.conflicts.spelling import other_words
from factcheck.facts import Reading
from factcheck.facts.stories import Story
from factcheck.lang import theme
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import lexicon
from factcheck.parse.places import country
from factcheck.parse.tree import Phrase
from factcheck.text import fold, strip_accents

Slots = tuple[tuple[str, Phrase], ...]

# Claims that share this much outside one slot are one sentence told twice.
PARALLEL = 0.8
# A slot's neighbours: this many words behind it must agree ("… % des pêcheurs" is not "… % des dockers"), and
# one in front.
_NEXT = 2
# Shorter sentences are parallel by chance.
_FEWEST = 4

# Two articles are on one event from so many points on; of names, words of the lead and tenths of all words at most so
# many count.
_ONE_STORY = 7
_STORY_NAMES, _STORY_LEAD, _STORY_TENTHS = 4, 6, 5

# What people come to harm in; an article tells of one such as a rule.
_EVENTS = frozenset(
    {
        "accident",
        "attack",
        "avalanche",
        "blast",
        "clashes",
        "fire",
        "march",
        "match",
        "quake",
        "shooting",
        "storm",
        "theft",
    }
)

# Spellings of one name ("Yarmysh", "Iarmych") score above this, two names below it in most cases.
_SAME_NAME = 84.0
# A short name must match whole: "Iran" and "Irak" are one letter apart.
_SHORT = 5


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two entity keys name one thing: equal, one inside the other by whole words, a near spelling, one country.

    Names with digits (H20, H100) are the same only when equal.

    >>> same_name("kerlan", "anne kerlan"), same_name("h20", "h100"), same_name("iran", "irak")
    (True, False, False)
    >>> same_name("russia", "russian"), same_name("allemagne", "germany"), same_name("austria", "australia")
    (True, True, False)
    >>> same_name("north carolina", "south carolina"), same_name("alexei navalny", "alexey navalny")
    (False, True)
    """
    if a == b:
        return True
    if _numbered(a) or _numbered(b):
        return False
    left, right = _words(a), _words(b)
    if left <= right or right <= left or _initials(a) == b or _initials(b) == a:
        return True
    nations = country(a), country(b)
    if None not in nations:
        return nations[0] == nations[1]
    if min(len(a), len(b)) < _SHORT or other_words(_plain(a).split(), _plain(b).split()):
        return False
    return fuzz.ratio(_plain(a), _plain(b), score_cutoff=_SAME_NAME) > 0


@lru_cache(maxsize=65536)
def _words(name: str) -> frozenset[str]:
    return frozenset(name.split())


@lru_cache(maxsize=65536)
def _numbered(name: str) -> bool:
    return any(c.isdigit() for c in name)


@lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    return strip_accents(name)


@lru_cache(maxsize=65536)
def _initials(name: str) -> str:
    """The acronym of a name of several words; of one word, nothing."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


# Several rules ask this of each pair.
@lru_cache(maxsize=1024)
def shared_names(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The names of `a` that `b` has too, in whatever spelling."""
    return frozenset(x for x in a if x in b or any(same_name(x, y) for y in b))


def rivals(a: frozenset[str], b: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names only one side has, if both have such: ({"h20"}, {"h100"}); else two empty sets."""
    only_a, only_b = a - shared_names(a, b), b - shared_names(b, a)
    return (only_a, only_b) if only_a and only_b else (frozenset(), frozenset())


def same_phrase(p: Phrase | None, q: Phrase | None) -> bool:
    """Whether two phrases speak of one thing: same head (or name), and no names that rule it out."""
    if p is None or q is None:
        return False
    if p.names and q.names and not shared_names(p.names, q.names):
        return False
    if p.concept == q.concept or same_name(p.concept, q.concept) or shared_names(p.own, q.own):
        return True
    return p.concept in p.names and q.concept in q.names and bool(shared_names(p.names, q.names))


def akin(p: Phrase, q: Phrase) -> bool:
    """Whether two phrases in one role may speak of one thing: they share the head, a word, or a name.

    So may two nouns by which one story calls one thing ("l'avion", "l'appareil").
    """
    if p.names and q.names:
        return bool(shared_names(p.names, q.names))
    if same_referent(p, q):
        return True
    return same_phrase(p, q) or bool({p.concept, *p.lemmas} & {q.concept, *q.lemmas})


def same_referent(p: Phrase, q: Phrase) -> bool:
    """Whether two nouns are among those by which one story calls one thing."""
    return p.referent is not None and p.referent == q.referent


def roles_agree(p: Slots, q: Slots) -> tuple[int, int]:
    """How many roles that both fill agree, and how many do not.

    "consacrer X aux ports" and "consacrer Y aux lycées" agree in nothing but the verb.
    """
    agreed = apart = 0
    for label in sorted({label for label, _ in p} & {label for label, _ in q}):
        left, right = ([phrase for name, phrase in slots if name == label] for slots in (p, q))
        if any(akin(x, y) for x in left for y in right):
            agreed += 1
        elif not any(may_be(x, y) or may_be(y, x) for x in left for y in right):
            apart += 1
    return agreed, apart


def may_be(p: Phrase, q: Phrase) -> bool:
    """Whether `p` may stand for the name `q`: "le groupe" and "l'équipementier" for "Tréval"."""
    return p.definite and not p.names and not p.lemmas and q.concept in q.names


def other_object(a: Reading, at: tuple[int, int], b: Reading, there: tuple[int, int]) -> bool:
    """Whether the verbs at two places govern two things: "a construit la digue", "a démoli le pont"."""
    p, q = _object(a, at), _object(b, there)
    if p is None or q is None:
        return False
    return not (same_phrase(p, q) or p.concept in q.lemmas or q.concept in p.lemmas)


def other_doer(a: Reading, at: tuple[int, int], b: Reading, there: tuple[int, int]) -> bool:
    """Whether the verbs at two places are told of two: "Kerlan a vendu le pré", "Morvan a acheté le pré".

    So they are where who does it is named on one side alone, and has another role on the other: "le club a vendu
    l'attaquant à Brest", "Brest a acheté l'attaquant".
    """
    f, g = _act(a, at), _act(b, there)
    if not (f and g and f.subject and g.subject) or same_phrase(f.subject, g.subject):
        return False
    names_p, names_q = _called(a, f.subject), _called(b, g.subject)
    if names_p and names_q:
        return not shared_names(names_p, names_q)
    elsewhere = shared_names(names_p, b.names | b.topic) or shared_names(names_q, a.names | a.topic)
    return bool(elsewhere and f.object and g.object)


def two_minds(a: Reading, at: tuple[int, int], b: Reading, there: tuple[int, int]) -> bool:
    """Whether the verbs at two places may be told of two, who need not agree: one backs what another rejects."""
    f, g = _act(a, at), _act(b, there)
    return not (f and g and f.subject and g.subject and same_phrase(f.subject, g.subject))


def _called(reading: Reading, phrase: Phrase) -> frozenset[str]:
    """What a phrase is called by: the names it bears, or a word that the parse takes for a name."""
    alone = reading.tree.tokens[phrase.head].pos == "PROPN"
    return phrase.own or (frozenset({phrase.concept}) if alone else frozenset())


def _object(reading: Reading, at: tuple[int, int]) -> Phrase | None:
    """The noun that the verb between two document offsets governs."""
    act = _act(reading, at)
    return act.object if act and act.object and reading.tree.tokens[act.object.head].pos != "PRON" else None


def _act(reading: Reading, at: tuple[int, int]) -> Frame | None:
    """What the verb between two document offsets tells."""
    tokens = reading.tree.tokens
    return next((f for f in reading.frames if at[0] <= tokens[f.index].start < at[1]), None)


def parallel(a: Reading, b: Reading, span_a: tuple[int, int], span_b: tuple[int, int]) -> float:
    """How far two claims are one sentence but for one slot, 0 to 1: the share of their other words in common order.

    The slots (document offsets) must stand in the same place: the words next to them on either side agree.
    """
    left_a, right_a = _around(a, span_a)
    left_b, right_b = _around(b, span_b)
    if not (_meet(left_a[::-1], left_b[::-1], _NEXT - 1) and _meet(right_a, right_b, _NEXT)):
        return 0.0
    one, other = [*left_a, *right_a], [*left_b, *right_b]
    longest = max(len(one), len(other))
    return LCSseq.similarity(one, other) / longest if longest >= _FEWEST else 0.0


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the longer text's words that both have in common order, 0 to 1."""
    return LCSseq.normalized_similarity(one, other) if one and other else 0.0


# Several rules ask this of each pair in turn.
@lru_cache(maxsize=1)
def edits(a: Reading, b: Reading, least: float) -> tuple[float, list[tuple[list[int], list[int]]]]:
    """What turns one claim into the other, if they share at least `least` of their words in order.

    The share (0 where it is less), and for each place where they differ the token indices on either side (one may be
    empty).
    """
    mine, theirs, one, other = a.places, b.places, a.wording, b.wording
    shortest, longest = sorted((len(one), len(other)))
    if shortest < least * longest:
        return 0.0, []
    alike = LCSseq.similarity(one, other) / longest if longest >= _FEWEST else 0.0
    if alike < least or one == other:
        return alike, []
    changed: list[tuple[list[int], list[int]]] = []
    fresh = True
    for step in LCSseq.opcodes(one, other):
        if step.tag == "equal":
            fresh = True
            continue
        if fresh:
            changed.append(([], []))
            fresh = False
        changed[-1][0].extend(mine[step.src_start : step.src_end])
        changed[-1][1].extend(theirs[step.dest_start : step.dest_end])
    return alike, changed


def _around(reading: Reading, span: tuple[int, int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a claim before and behind a slot."""
    tokens, places = reading.tree.tokens, reading.places
    before = bisect_right(places, span[0], key=lambda i: tokens[i].end)
    behind = bisect_left(places, span[1], key=lambda i: tokens[i].start)
    return reading.wording[:before], reading.wording[behind:]


def _meet(one: tuple[str, ...], other: tuple[str, ...], words: int) -> bool:
    """Whether two contexts, nearest word first, agree in so many words next to the slot (or both end there)."""
    return one[:words] == other[:words]


def told_apart(p: Phrase, q: Phrase) -> bool:
    """Whether both phrases are narrowed by different words ("le prix du blé", "le prix du pétrole")."""
    left, right = p.lemmas - p.names, q.lemmas - q.names
    return bool(left and right) and not left & right


def common_topic(a: Reading, b: Reading, *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Concepts and names that both claims speak of, those in `without` left aside."""
    return ((a.topic & b.topic) | shared_names(a.names, b.names)) - without


def mentions(reading: Reading, phrase: Phrase) -> bool:
    """Whether the claim or its paragraph neighbours speak of what the phrase names."""
    spoken = reading.topic | reading.near
    if phrase.names:
        return bool(shared_names(phrase.names, reading.names | reading.near_names))
    return bool({phrase.concept, *phrase.lemmas} & spoken)


def same_story(a: Reading, b: Reading) -> bool:
    """Whether two claims stand in one article, or in two that tell of one event."""
    return a.claim.source == b.claim.source or one_story(a.story, b.story)


def two_voices(a: Reading, b: Reading) -> tuple[str, str] | None:
    """The two speakers by whom two claims are told, if they are two; "un habitant" is nobody in particular."""
    if a.claim.speaker is None or b.claim.speaker is None:
        return None
    mine, theirs = a.claim.speaker.name, b.claim.speaker.name
    return (mine, theirs) if mine != theirs or _somebody(mine, a.claim.lang) else None


def _somebody(speaker: str, lang: str) -> bool:
    """Whether a speaker is one of a kind ("a resident"), not somebody that a name or "the" tells."""
    return fold(speaker).lower().split()[0] in theme("states", lang)["anybody"]


def same_event(a: Reading, b: Reading) -> bool:
    """Whether two claims stand in articles on one event: one story, or one place and one sort of event there.

    Where people come to harm is told by few names: "l'incendie de Quimper".
    """
    if same_story(a, b):
        return True
    mine, theirs = (_events(r.story, r.claim.lang) for r in (a, b))
    return bool(mine & theirs and shared_names(a.story.telling, b.story.telling))


# All claims of an article ask it.
@lru_cache(maxsize=8192)
def _events(story: Story, lang: str) -> frozenset[str]:
    """The sorts of events that an article speaks of."""
    referents = lexicon(lang).referents
    return _EVENTS & {referents.get(concept, concept) for concept in story.topic}


# Articles have many pairs.
@lru_cache(maxsize=8192)
def one_story(one: Story, other: Story) -> bool:
    """Whether two articles tell of one event: they share a telling name and, for the rest, enough of their words.

    A point for each such name, for each word that both leads speak of, and for each tenth of the shorter one's words.
    Of 1,664 pairs of articles on one event, 1,205 have that many points, and of 70,000 pairs on two events 102 (at
    least two shared names of any kind: 951 and 319).
    """
    names = len(shared_names(one.telling, other.telling))
    share = len(one.topic & other.topic) / max(1, min(len(one.topic), len(other.topic)))
    words = min(_STORY_LEAD, len(one.lead & other.lead)) + min(_STORY_TENTHS, 10 * share)
    return names > 0 and min(_STORY_NAMES, names) + words >= _ONE_STORY
