"""The values that travel along the road: article, sentence, token, mention, claim, finding.

All are frozen. Offsets are Unicode code points into the article's text, end exclusive, and
`article.text[start:end]` is always exactly what the reader wrote.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from factcheck.interval import Interval


class Qualifier(StrEnum):
    """How the words around a figure bound it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"
    INDEFINITE = "indefinite"


class Modality(StrEnum):
    """How firmly a claim is put: as fact, as possible, as planned, or under a condition or hearsay mood."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    """Whether the main predicate is affirmed or negated."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Kind(StrEnum):
    """What two claims disagree about."""

    NUMERIC = "numeric"
    DATE = "date"
    NEGATION = "negation"
    ANTONYM = "antonym"
    COMPARISON = "comparison"
    IDENTITY = "identity"
    STATUS = "status"
    ATTRIBUTION = "attribution"
    NLI = "nli"  # what an inference model says; only with `--nli`


class Severity(StrEnum):
    """`conflict`: both cannot hold as worded; `tension`: a reviewer should look; `explained`: a reason is known."""

    CONFLICT = "conflict"
    TENSION = "tension"
    EXPLAINED = "explained"


class Reconciler(StrEnum):
    """What may reconcile two claims, or explains why they differ."""

    ROUNDING = "rounding"
    APPROXIMATION = "approximation"
    PERIOD = "period"
    SCOPE = "scope"
    STATUS = "status"
    DEFINITION = "definition"
    ATTRIBUTION = "attribution"
    REVISION = "revision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as read, with what is known of it.

    `id` is the path relative to the working folder (or the ledger's source id); `text` is the whole
    document with its line ends as `\\n`; `published` dates relative words such as "yesterday". `part` names it
    in a file of several. `places` are the offsets at which a page, chapter or moment begins, where it has such.
    """

    id: str
    text: str
    lang: str
    path: str = ""
    part: str = ""
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    derived_from: tuple[str, ...] = ()
    author: str | None = None
    places: tuple[tuple[int, str], ...] = ()

    def place(self, offset: int) -> str | None:
        """The place a person finds `offset` at, such as "page 3"."""
        at = bisect_right(self.places, offset, key=lambda place: place[0])
        return self.places[at - 1][1] if at else None


class Token(NamedTuple):
    """One word of a parsed sentence. `head` is an index into the sentence's tokens; a root heads itself.

    `pos` is a Universal POS tag, `dep` a Universal Dependencies relation in both languages, `morph` the
    UD feature string ("Mood=Cnd|Number=Sing").
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an article's prose; `tokens` is empty until (or unless) it is parsed.

    `section` is the heading above it; `paragraph` counts the article's blocks from 0; `heading` marks
    a headline or subheading, which can carry a claim too.
    """

    start: int
    end: int
    text: str
    lang: str
    paragraph: int
    section: str | None = None
    heading: bool = False
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure with its unit, as an interval in base unit scale.

    `value` is the central figure as written (8.5e9 for "8,5 milliards"), None where only bounds are known.
    `digits` counts the significant digits written ("3,57" has 3, "3 000" has 1), None for words such as
    "une soixantaine". `of` is the whole a share is taken from, `per` a rate's denominator, `direction`
    "up" or "down" for a change or comparison. `alternative` is the value where "1.250" or "1,250" is read
    with its mark the other way round, None where only one reading makes sense.
    """

    text: str
    start: int
    end: int
    bounds: Interval
    value: Decimal | None
    unit: str | None
    dimension: str | None
    qualifier: Qualifier = Qualifier.EXACT
    of: str | None = None
    per: str | None = None
    digits: int | None = None
    direction: str | None = None
    alternative: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day, as a clock there shows it: from `first` to `last`, one and the same for a point in time.

    An end is None where it is open ("après 10h20"). `about` says that the words around it blur it ("vers"), `zone`
    which clock is meant ("GMT", "local", a city), `offset` its minutes east of Greenwich where they are known.
    """

    first: time | None
    last: time | None
    about: bool = False
    zone: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date or period, both ends included. A relative one without a reference date has neither end.

    `clock` is the time of day of that date ("mardi vers 18 heures"), or of a day that is not said.
    """

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    grain: str
    relative: bool = False
    clock: Clock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unparsed:
    """Something that looks like a figure or date and was not understood, with the reason."""

    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name. `key` is its canonical form (aliases resolved); `kind` is `model`, `name` or `acronym`."""

    text: str
    start: int
    end: int
    key: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a claim: the name where it stands, the cue word, and whether quoted or reported."""

    name: str
    start: int
    end: int
    cue: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A checkable statement. `speakers` runs from the innermost outwards; `sentence` holds its tokens.

    `page` is the place a person finds it at ("page 3", "chapter 2", "00:01:30"), where its document has such.
    """

    id: str
    source: str
    start: int
    end: int
    line: int
    text: str
    lang: str
    section: str | None
    score: float
    modality: Modality
    polarity: Polarity
    sentence: Sentence
    speakers: tuple[Speaker, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[When, ...] = ()
    entities: tuple[Entity, ...] = ()
    page: str | None = None

    @property
    def speaker(self) -> Speaker | None:
        """The innermost speaker, if anyone but the article says it."""
        return self.speakers[0] if self.speakers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The very words that clash, as a slice of the article."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a finding: a claim's quote and the focus inside it."""

    source: str
    claim: str
    start: int
    end: int
    line: int
    text: str
    focus: Focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Two claims that disagree, with the reason. `origins` counts independent origins behind each side.

    `strength` says how surely the two were aligned, 0 to 1; records leave it out, since the score holds it.
    """

    id: str
    kind: Kind
    rule: str
    severity: Severity
    score: float
    a: Side
    b: Side
    why: str
    reconciled_by: tuple[Reconciler, ...] = ()
    origins: tuple[int, int] = field(default=(1, 1))
    strength: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How two sentences stand to each other: `contradiction` or `neutral`; `score` is how likely they contradict."""

    label: str
    score: float
    kind: str | None
    why: str
    findings: tuple[Finding, ...] = ()
