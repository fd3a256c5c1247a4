"""Hand-built values for tests that need no parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.facts import DirectionFact, NumberFact, OrderFact, PermissionFact, Reading, Scope
from factcheck.interval import Interval
from factcheck.model import Article, Claim, Modality, Polarity, Qualifier, Quantity, Sentence, Speaker, When
from factcheck.parse.tree import Phrase, Tree


def article(source: str = "a.txt", text: str = "", published: date | None = None, **known: Any) -> Article:
    """An article about which nothing is known but what is given."""
    return Article(id=source, text=text, lang="fr", path=source, published=published, **known)


def claim(text: str = "Une phrase.", source: str = "a.txt", speaker: str | None = None) -> Claim:
    """A claim that stands at the start of its article."""
    sentence = Sentence(start=0, end=len(text), text=text, lang="fr", paragraph=0)
    said = (Speaker(name=speaker, start=0, end=0, cue="dit", level="reported"),) if speaker else ()
    return Claim(
        id=f"{source}:{text}",
        source=source,
        start=0,
        end=len(text),
        line=1,
        text=text,
        lang="fr",
        section=None,
        score=0.5,
        modality=Modality.ASSERTED,
        polarity=Polarity.AFFIRMED,
        sentence=sentence,
        speakers=said,
    )


def reading(*facts: Any, topic: set[str] | None = None, names: set[str] | None = None, **of_claim: Any) -> Reading:
    """A claim that states `facts` and speaks of `topic`."""
    made = claim(**of_claim)
    empty: frozenset[str] = frozenset()
    return Reading(
        claim=made,
        tree=Tree((), (), "fr"),
        frames=(),
        topic=frozenset(topic or ()),
        names=frozenset(names or ()),
        near=empty,
        near_names=empty,
        facts=facts,
    )


def scope(
    names: set[str] | None = None,
    dates: tuple[When, ...] = (),
    modality: Modality = Modality.ASSERTED,
    tense: str = "present",
    topic: set[str] | None = None,
) -> Scope:
    """The scope of a plain present statement, unless told otherwise."""
    return Scope(
        names=frozenset(names or ()), topic=frozenset(topic or ()), dates=dates, modality=modality, tense=tense
    )


def phrase(lemma: str, *modifiers: str, names: set[str] | None = None) -> Phrase:
    """A noun phrase."""
    named = frozenset(names or ())
    return Phrase(
        head=0,
        start=0,
        end=1,
        lemma=lemma,
        concept=lemma,
        referent=None,
        lemmas=frozenset(modifiers) | named,
        names=named,
        case=None,
        definite=True,
    )


def quantity(value: float | str, unit: str = "blessé", digits: int | None = None, **rest: Any) -> Quantity:
    """An exact figure; its digits are those of its shortest writing."""
    amount = Decimal(str(value))
    written = len(amount.normalize().as_tuple().digits)
    fields: dict[str, Any] = {"bounds": Interval.point(amount), "dimension": "count", "digits": digits or written}
    return Quantity(text=str(value), start=0, end=1, value=amount, unit=unit, **(fields | rest))


def at_least(value: float, unit: str = "blessé") -> Quantity:
    """A lower bound."""
    return quantity(value, unit, bounds=Interval(low=Decimal(str(value))), qualifier=Qualifier.AT_LEAST)


def number(value: Quantity, predicate: str | None = "faire", counted: str | None = None, **rest: Any) -> NumberFact:
    """A number fact of one quantity."""
    fields: dict[str, Any] = {"scope": scope(), "modifiers": frozenset(), "measured": frozenset(), "slots": ()}
    fields |= {
        "counts": value.dimension == "count",
        "generic": False,
        "sent": False,
        "toll": value.unit in ("blessé", "mort"),
        "part": None,
    }
    fields |= rest
    fields = {"names": fields["scope"].names, "topic": fields["scope"].topic} | fields
    return NumberFact(
        start=0,
        end=1,
        quantity=value,
        bounds=value.bounds,
        unit=value.unit,
        counted=counted or value.unit or "",
        predicate=predicate,
        **fields,
    )


def order(above: str, below: str, dimension: str | None = "performance", negated: bool = False) -> OrderFact:
    """`above` ranks over `below`."""
    return OrderFact(
        start=0,
        end=1,
        scope=scope(),
        above=frozenset({above}),
        below=frozenset({below}),
        dimension=dimension,
        top_of=None,
        owners=frozenset(),
        negated=negated,
    )


def top(of: str, *members: str, dimension: str = "performance", owner: str = "velta") -> OrderFact:
    """`members` are first of their class."""
    return replace(
        order("", "", dimension),
        above=frozenset(members),
        below=frozenset(),
        top_of=of,
        owners=frozenset({owner}),
    )


def direction(theme: Phrase, sign: int, dimension: str = "change", **rest: Any) -> DirectionFact:
    """`theme` moves, or stands on a scale."""
    fields: dict[str, Any] = {"scope": scope(), "negated": False, "word": "up" if sign > 0 else "down", "verbal": True}
    return DirectionFact(
        start=0, end=1, dimension=dimension, sign=sign, theme=theme, names=theme.names, **(fields | rest)
    )


def permission(sign: int, thing: Phrase, authority: Phrase | None = None, act: str = "trade") -> PermissionFact:
    """An act on `thing` is allowed or forbidden."""
    return PermissionFact(
        start=0,
        end=1,
        scope=scope(),
        sign=sign,
        act=act,
        word="autorise" if sign > 0 else "interdit",
        object=thing,
        names=thing.names,
        authority=authority,
    )


def day(year: int, month: int, number: int) -> When:
    """One day."""
    when = date(year, month, number)
    return When(text=str(when), start=0, end=1, first=when, last=when, grain="day")
