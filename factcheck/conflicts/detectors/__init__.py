"""The detectors in one table: small pure functions from a pair of readings to a clash, or None.

Pairing answers "may these two meet?", a detector "do they disagree?", a veto "is there a reason why they
may differ?". Codes are stable for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.conflicts.detectors import (
    accounts,
    dates,
    denials,
    directions,
    edits,
    events,
    fillers,
    identities,
    inferred,
    numbers,
    orders,
    participants,
    permissions,
    quantifiers,
    relations,
    reproaches,
)
from factcheck.conflicts.detectors.base import Clash
from factcheck.facts import Reading
from factcheck.model import Kind

__all__ = ["DETECTORS", "INFERRED", "Clash", "Detector"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """One rule. `precision` is the share of its conflicts that are right, `tension` that of its tensions.

    `weak` is the share among those that only a comparison of two sentences shows, of either severity (strength below
    CORPUS_FLOOR); None where a rule has no such level. All are measured on sentence pairs with known answers
    (`tests/benchmarks/conflicts.py`); C, S1 and T1 fire too rarely there and stand at what reading their findings
    suggests.
    """

    code: str
    name: str
    kind: Kind
    function: Callable[[Reading, Reading], Clash | None]
    meaning: str
    example_conflict: str
    example_harmless: str
    precision: float
    tension: float
    weak: float | None = None


DETECTORS: tuple[Detector, ...] = (
    Detector(
        code="Q1",
        name="quantity-disjoint",
        kind=Kind.NUMERIC,
        function=numbers.quantity_disjoint,
        meaning="two figures count the same, and neither bounds nor rounding let both hold",
        example_conflict="« 12 blessés dans l'accident » / « 15 blessés dans l'accident »",
        example_harmless="« au moins 12 blessés » / « 15 blessés »",
        precision=0.94,
        tension=0.8,
    ),
    Detector(
        code="Q2",
        name="quantifier-disjoint",
        kind=Kind.NUMERIC,
        function=quantifiers.quantifier_disjoint,
        meaning="one thing is said of so many of a class here and so many there that both cannot be",
        example_conflict="« tous les marins ont signé » / « certains marins n'ont pas signé »",
        example_harmless="« certains marins ont signé » / « certains marins n'ont pas signé »",
        precision=0.95,
        tension=0.9,
        weak=0.92,
    ),
    Detector(
        code="D1",
        name="date-disjoint",
        kind=Kind.DATE,
        function=events.other_date,
        meaning="one event is set on two dates that have no day in common",
        example_conflict="« le pont a été inauguré en mai 2019 » / « le pont, inauguré en janvier 2020 »",
        example_harmless="« inauguré en mai 2019 » / « inauguré le 3 mai 2019 »",
        precision=0.88,
        tension=0.8,
    ),
    Detector(
        code="D2",
        name="date-changed",
        kind=Kind.DATE,
        function=dates.date_changed,
        meaning="one sentence is told twice, with two dates",
        example_conflict="« la loi votée en 2017 interdit la chasse » / « la loi votée en 2016 interdit la chasse »",
        example_harmless="« la loi votée en 2017 … » / « la loi votée en mai 2017 … »",
        precision=0.96,
        tension=0.85,
    ),
    Detector(
        code="N1",
        name="negation",
        kind=Kind.NEGATION,
        function=events.negated_event,
        meaning="one affirms the predicate the other denies, of the same subject and object",
        example_conflict="« le juge a signé l'accord » / « le juge n'a pas signé l'accord »",
        example_harmless="« le juge n'a signé que l'accord »",
        precision=0.95,
        tension=0.76,
    ),
    Detector(
        code="N2",
        name="denied-statement",
        kind=Kind.NEGATION,
        function=denials.denied_statement,
        meaning="what one denies, the other tells, in whatever grammar",
        example_conflict="« n'a signalé aucune arrestation » / « a annoncé l'arrestation de supporters »",
        example_harmless="« n'a pas arrêté tous les supporters » / « a arrêté des supporters »",
        precision=0.95,
        tension=0.95,
        weak=0.84,
    ),
    Detector(
        code="A1",
        name="opposite-change",
        kind=Kind.ANTONYM,
        function=directions.opposite_change,
        meaning="one thing is said to grow and to shrink",
        example_conflict="« l'écart se réduit » / « l'écart se creuse »",
        example_harmless="« le prix du blé monte » / « le prix du pétrole baisse »",
        precision=0.9,
        tension=0.75,
    ),
    Detector(
        code="A2",
        name="opposite-side",
        kind=Kind.ANTONYM,
        function=directions.opposite_side,
        meaning="one thing is said to stand on both sides of a scale",
        example_conflict="« une pénurie d'eau » / « un accès suffisant à l'eau »",
        example_harmless="« une pénurie d'eau » / « un accès suffisant aux soins »",
        precision=0.92,
        tension=0.82,
    ),
    Detector(
        code="A3",
        name="word-turned",
        kind=Kind.ANTONYM,
        function=edits.word_turned,
        meaning="one sentence is told twice, with a word and its contrary",
        example_conflict="« le groupe annonce une hausse des ventes » / « le groupe annonce une baisse des ventes »",
        example_harmless="« une hausse des ventes » / « une progression des ventes »",
        precision=0.97,
        tension=0.85,
    ),
    Detector(
        code="C1",
        name="order-reversed",
        kind=Kind.COMPARISON,
        function=orders.order_reversed,
        meaning="one ranks X over Y, the other Y over X, on one dimension",
        example_conflict="« le train X est plus rapide que le train Y » / « Y dépasse X en vitesse »",
        example_harmless="« X est plus cher que Y » / « Y est plus rapide que X »",
        precision=0.7,
        tension=0.7,
    ),
    Detector(
        code="C2",
        name="top-surpassed",
        kind=Kind.COMPARISON,
        function=orders.top_surpassed,
        meaning="what one puts at the top of its class is surpassed in the other",
        example_conflict="« les trains les plus rapides (X et Y) » / « Z dépasse X en vitesse »",
        example_harmless="« Z dépasse W en vitesse »",
        precision=0.7,
        tension=0.7,
    ),
    Detector(
        code="C3",
        name="two-tops",
        kind=Kind.COMPARISON,
        function=orders.two_tops,
        meaning="two names are each said to be first of one class",
        example_conflict="« X est la ville la plus peuplée du pays » / « Y, ville la plus peuplée du pays »",
        example_harmless="« la plus peuplée de la région » / « la plus peuplée du pays »",
        precision=0.7,
        tension=0.7,
    ),
    Detector(
        code="I1",
        name="other-identity",
        kind=Kind.IDENTITY,
        function=identities.other_identity,
        meaning="the one thing a label names is said to be two things",
        example_conflict="« la capitale du pays est X » / « Y, capitale du pays »",
        example_harmless="« X est une ville du pays » / « Y est une ville du pays »",
        precision=0.98,
        tension=0.95,
    ),
    Detector(
        code="I2",
        name="name-changed",
        kind=Kind.IDENTITY,
        function=edits.name_changed,
        meaning="one sentence is told twice, with two names",
        example_conflict="« la maire, née à Lyon, a été élue » / « la maire, née à Metz, a été élue »",
        example_harmless="« née à Lyon » / « née à Lyon (Rhône) »",
        precision=0.94,
        tension=0.94,
    ),
    Detector(
        code="I3",
        name="other-participant",
        kind=Kind.IDENTITY,
        function=participants.other_participant,
        meaning="one event is told with two names in one of its roles",
        example_conflict="« Morvan a battu Kerbrat en finale » / « Morvan a battu Le Goff en finale »",
        example_harmless="« Morvan a battu Kerbrat en finale » / « Morvan a battu Le Goff en demi-finale »",
        precision=0.9,
        tension=0.9,
    ),
    Detector(
        code="I4",
        name="other-relation",
        kind=Kind.IDENTITY,
        function=relations.other_relation,
        meaning="a thing has one maker, winner or place of birth, and two are told",
        example_conflict="« le film a été réalisé par Morvan » / « le film réalisé par Kerbrat »",
        example_harmless="« réalisé par Morvan et Kerbrat » / « réalisé par Kerbrat »",
        precision=0.9,
        tension=0.9,
        weak=0.96,
    ),
    Detector(
        code="I7",
        name="word-exchanged",
        kind=Kind.IDENTITY,
        function=edits.word_exchanged,
        meaning="one sentence is told twice, with two words that exclude each other",
        example_conflict="« le bus est parti lundi matin » / « le bus est parti lundi soir »",
        example_harmless="« une voiture a percuté le mur » / « une automobile a percuté le mur »",
        precision=0.9,
        tension=0.9,
        weak=0.97,
    ),
    Detector(
        code="I8",
        name="other-kind",
        kind=Kind.IDENTITY,
        function=identities.other_kind,
        meaning="one thing is said to be of two kinds, or from two countries",
        example_conflict="« Marée » est un film / « Marée » est une chanson",
        example_harmless="« Marée » est un film / « Marée » est un documentaire",
        precision=0.9,
        tension=0.9,
        weak=0.93,
    ),
    Detector(
        code="S1",
        name="permission-reversed",
        kind=Kind.STATUS,
        function=permissions.permission_reversed,
        meaning="an act is allowed here and forbidden there",
        example_conflict="« la vente du produit est autorisée » / « la vente du produit est interdite »",
        example_harmless="« la vente est autorisée » / « la publicité est interdite »",
        precision=0.6,
        tension=0.6,
    ),
    Detector(
        code="S2",
        name="debunked-story",
        kind=Kind.STATUS,
        function=denials.debunked_story,
        meaning="what one calls false, staged or invented, the other tells in earnest",
        example_conflict="« la vidéo du pont est un montage » / « une vidéo montre le pont effondré »",
        example_harmless="« la vidéo du pont est un montage » / « la vidéo du port est authentique »",
        precision=0.9,
        tension=0.9,
    ),
    Detector(
        code="T1",
        name="other-authority",
        kind=Kind.ATTRIBUTION,
        function=permissions.other_authority,
        meaning="the same permission is ascribed to two authorities",
        example_conflict="« le maire a autorisé la vente » / « une licence du préfet pour la vente »",
        example_harmless="« le maire a autorisé la vente » / « le préfet a autorisé la marche »",
        precision=0.6,
        tension=0.6,
    ),
    Detector(
        code="T2",
        name="reproach-rejected",
        kind=Kind.ATTRIBUTION,
        function=reproaches.reproach_rejected,
        meaning="somebody is accused here, and rejects the reproach there",
        example_conflict="« le maire accuse l'usine d'avoir pollué la rivière » / « l'usine rejette ces accusations »",
        example_harmless="« le maire accuse l'usine d'avoir pollué la rivière » / « l'usine dément tout licenciement »",
        precision=0.8,
        tension=0.8,
    ),
    Detector(
        code="I5",
        name="other-cause",
        kind=Kind.IDENTITY,
        function=accounts.other_cause,
        meaning="one event is put down to two causes that exclude each other",
        example_conflict="« l'incendie est dû à un court-circuit » / « l'incendie est d'origine criminelle »",
        example_harmless="« l'incendie est dû à un court-circuit » / « l'incendie est accidentel »",
        precision=0.75,
        tension=0.75,
    ),
    Detector(
        code="S3",
        name="other-certainty",
        kind=Kind.STATUS,
        function=accounts.other_certainty,
        meaning="an account is excluded here and held likely there, or one side is surer of it there",
        example_conflict="« la piste criminelle est écartée » / « le parquet privilégie la piste criminelle »",
        example_harmless="« la piste criminelle est écartée » / « la piste accidentelle est privilégiée »",
        precision=0.75,
        tension=0.75,
    ),
    Detector(
        code="I6",
        name="other-filler",
        kind=Kind.IDENTITY,
        function=fillers.other_filler,
        meaning="one act is told with two doers, addressees or places, of which it has one",
        example_conflict="« des joggeurs ont découvert le corps » / « des pêcheurs ont découvert le corps »",
        example_harmless="« la police a découvert des armes » / « des pêcheurs ont découvert le corps »",
        precision=0.75,
        tension=0.75,
    ),
)

# Not in the table: no rule, but the word of a model that the user brings, asked for by `--nli` alone. No model ships,
# so nothing could be measured: one in two is a guess.
INFERRED = Detector(
    code="X1",
    name="inferred-contradiction",
    kind=Kind.NLI,
    function=inferred.inferred_contradiction,
    meaning="an inference model given with --nli is sure that one excludes the other; no rule sees why",
    example_conflict="« la marche a réuni peu de monde » / « une foule immense a défilé »",
    example_harmless="« la marche de Brest a réuni peu de monde » / « à Lyon, une foule immense a défilé »",
    precision=0.5,
    tension=0.5,
)
