"""Hand-built articles, claims and findings for the tests of records, reports and the command line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.interval import Interval
from factcheck.model import (
    Article,
    Claim,
    Entity,
    Finding,
    Focus,
    Kind,
    Modality,
    Polarity,
    Qualifier,
    Quantity,
    Reconciler,
    Sentence,
    Severity,
    Side,
    Speaker,
    When,
)

GAZETTE = "Selon la préfecture, l'incendie a brûlé 12 000 hectares en mars 2024.\nLe maire n'a pas quitté la commune."
POST = "L'incendie de mars 2024 a brûlé près de 3 000 hectares, écrit le Post."

# What an article, a file name or a speaker may hold, and the form that would do harm if it came through.
HOSTILE = {
    "rich markup": "[red]rouge[/red] [link=https://example.org]lien[/link]",
    "terminal escape": "avant \x1b[31mrouge\x1b[0m \x9b2J après",
    "script": "<script>alert('x')</script><img src=x onerror=alert(1)>",
    "formula": "=cmd|' /C calc'!A0",
    "log command": "::error::build stopped ##[error]too",
    "line break": "une ligne\n::warning::deux\r\n\ttrois",
    "direction": "abc\u202edcba\u2066",
    "surrogate": "moitié \ud83d seule",
    "markdown": "| a | b | [x](javascript:alert(1)) `c` *d* <b>",
    "yaml": "no: {12:30, - x} # y",
}


def article(text: str, id: str = "gazette.txt", **known: object) -> Article:
    return Article(id=id, text=text, lang="fr", **known)  # type: ignore[arg-type]


def quantity(text: str, amount: str, unit: str | None, *, at: int = 0, **more: object) -> Quantity:
    value = Decimal(amount)
    known = {"bounds": Interval.point(value), "value": value, "dimension": "area", "digits": 2, **more}
    return Quantity(text=text, start=at, end=at + len(text), unit=unit, **known)  # type: ignore[arg-type]


def claim(text: str = GAZETTE.splitlines()[0], **more: object) -> Claim:
    known: dict[str, object] = {
        "id": "c0ffee000001",
        "source": "gazette.txt",
        "start": 0,
        "end": len(text),
        "line": 1,
        "text": text,
        "lang": "fr",
        "section": None,
        "score": 0.81249,
        "modality": Modality.ASSERTED,
        "polarity": Polarity.AFFIRMED,
        "sentence": Sentence(start=0, end=len(text), text=text, lang="fr", paragraph=0),
    }
    return Claim(**{**known, **more})  # type: ignore[arg-type]


def full_claim() -> Claim:
    text = GAZETTE.splitlines()[0]
    at = text.index
    return claim(
        section="Incendie",
        speakers=(Speaker(name="la préfecture", start=at("la pré"), end=at(", l'inc"), cue="selon", level="reported"),),
        quantities=(quantity("12 000 hectares", "12000", "hectare", at=at("12 000")),),
        dates=(
            When(
                text="mars 2024",
                start=at("mars"),
                end=at("mars") + 9,
                first=date(2024, 3, 1),
                last=date(2024, 3, 31),
                grain="month",
            ),
        ),
        entities=(Entity(text="préfecture", start=at("préf"), end=at(", l'inc"), key="préfecture", kind="name"),),
    )


def side(text: str, focus: str, *, source: str = "gazette.txt", start: int = 0, line: int = 1) -> Side:
    at = start + text.index(focus)
    return Side(
        source=source,
        claim="c0ffee000001",
        start=start,
        end=start + len(text),
        line=line,
        text=text,
        focus=Focus(start=at, end=at + len(focus), text=focus),
    )


def finding(**more: object) -> Finding:
    known: dict[str, object] = {
        "id": "numeric-0123456789ab",
        "kind": Kind.NUMERIC,
        "rule": "Q1",
        "severity": Severity.CONFLICT,
        "score": 0.9,
        "a": side(GAZETTE.splitlines()[0], "12 000 hectares"),
        "b": side(POST, "près de 3 000 hectares", source="post.txt", start=40, line=7),
        "why": "12 000 hectares (gazette.txt) and about 3 000 hectares (post.txt): disjoint.",
        "origins": (2, 1),
    }
    return Finding(**{**known, **more})  # type: ignore[arg-type]


def tension() -> Finding:
    return finding(
        id="status-0123456789ab",
        kind=Kind.STATUS,
        severity=Severity.TENSION,
        score=0.55,
        reconciled_by=(Reconciler.SCOPE, Reconciler.PERIOD),
    )


def hostile_claim(text: str) -> Claim:
    speaker = Speaker(name=text, start=0, end=1, cue=text, level="quoted")
    entity = Entity(text=text, start=0, end=1, key=text, kind="name")
    figure = quantity(text, "3", text, of=text, per=text, qualifier=Qualifier.ABOUT)
    return claim(text, source=text, section=text, speakers=(speaker,), entities=(entity,), quantities=(figure,))


def hostile_finding(text: str) -> Finding:
    quote = f"Avant {text} après"
    return finding(a=side(text, text, source=text), b=side(quote, text, source=text), why=text)


def hostile_repeat(text: str) -> Finding:
    """The same again: it shares a side with `hostile_finding`."""
    return finding(id="again", a=side(text, text, source=text), b=side(text, text, source=f"{text} 2"), why=text)
