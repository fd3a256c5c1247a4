"""French quantities: what is expected, and all its spellings below; then what must give nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Qualifier, Quantity
from factcheck.normalise import normalise, quantities
from factcheck.normalise.units import to_base

NARROW, NBSP, THIN = "\u202f", "\u00a0", "\u2009"

# (value, unit): spellings that all say it.
POINTS: dict[tuple[str, str | None], list[str]] = {
    ("1200000", "personne"): [
        "1 200 000 personnes",
        f"1{NBSP}200{NBSP}000 personnes",
        f"1{NARROW}200{NARROW}000{NBSP}personnes",
        f"1{THIN}200{THIN}000 personnes",
        "1.200.000 personnes",
        "1'200'000 personnes",
        "1200000 personnes",
        "1,2 million de personnes",
        "un million deux cent mille personnes",
        "un-million-deux-cent-mille personnes",
    ],
    ("97", "siège"): [
        "97 sièges",
        "quatre-vingt-dix-sept sièges",
        "quatre vingt dix sept sièges",
        "nonante-sept sièges",
    ],
    ("71", "vache"): ["soixante et onze vaches", "soixante-et-onze vaches", "septante et une vaches", "71 vaches"],
    ("80", "maire"): ["quatre-vingts maires", "huitante maires", "octante maires", "80 maires"],
    ("3000", "mouton"): ["3 000 moutons", "3.000 moutons", "trois mille moutons"],
    ("1100", "mot"): ["onze cents mots", "mille cent mots", "1 100 mots"],
    ("3500000000", "EUR"): [
        "3,5 milliards d'euros",
        "3,5 Md€",
        "3,5 Mds€",
        "3,5 Mds d'euros",
        f"3,5{NARROW}milliards{NBSP}d’euros",
        "trois milliards et demi d'euros",
        "trois virgule cinq milliards d'euros",
        "3 500 M€",
        "3 500 millions d'euros",
    ],
    ("45000", "EUR"): [
        "45 k€",
        "45 000 euros",
        "45.000 €",
        "45K€",
        "quarante-cinq mille euros",
        "45 000 EUR",
        "EUR 45 000",
    ],
    ("8500000000", "USD"): [
        "8,5 milliards de dollars",
        "8,5 milliards de $",
        "8,5 Md$",
        "$8,5 milliards",
        "8,5 milliards de dollars américains",
    ],
    ("12.15", "EUR"): ["12 euros et 15 centimes", "12 euros 15", "12,15 €", "douze euros et quinze centimes", "12€15"],
    ("60000000000", "CNY"): ["60 milliards de yuans", "60 milliards de renminbis"],
    ("700", "CHF"): ["700 francs suisses", "700 CHF", "sept cents francs suisses"],
    ("900", "LBP"): ["900 livres libanaises"],
    ("12.5", "percent"): [
        "12,5 %",
        f"12,5{NBSP}%",
        "12,5%",
        "12,5 pour cent",
        "douze virgule cinq pour cent",
        "+12,5 %",
    ],
    ("-0.3", "percent"): ["-0,3 %", "−0,3 %"],
    ("2", "percentage_point"): ["2 points de pourcentage", "deux points de pourcentage"],
    ("0.2", "ratio"): [
        "une ferme sur cinq",
        "un élève sur cinq",
        "un cinquième",
        "une grande ferme isolée sur cinq",
        "1 sur 5",
    ],
    ("0.75", "ratio"): ["trois quarts", "les trois quarts", "3/4", "¾"],
    ("0.5", "ratio"): ["la moitié", "1/2", "½"],
    ("0.9", "ratio"): ["neuf Belges sur dix", "9 Belges sur 10", "neuf dixièmes"],
    ("17", "multiplier"): ["17 fois moins cher", "dix-sept fois plus que prévu", "17 fois la surface du lac"],
    ("574.8", "kilometre_per_hour"): ["574,8 km/h", "574,8 kilomètres par heure", "574,8 kilomètres à l'heure"],
    ("35", "celsius"): ["35 °C", "35°C", "35 degrés Celsius", "trente-cinq degrés Celsius"],
    ("-10", "degree"): ["-10 degrés", "moins dix degrés", "10 degrés au-dessous de zéro"],
    ("660", "square_metre"): ["660 m²", "660 mètres carrés", "660 m2"],
    ("2.5", "hour"): [
        "deux heures et demie",
        "2 heures 30 minutes",
        "2,5 heures",
        "deux heures et 30 minutes",
        "une marche qui dure 2 h 30",
    ],
    ("0.5", "kilometre"): ["un demi-kilomètre", "0,5 km"],
    ("10", "year"): ["dix ans", "une décennie", "10 années", "dix longues années"],
    ("28", "year"): ["28 ans", "vingt-huit ans"],
    ("15", "day"): ["15 jours", "quinze journées"],
    ("14", "ordinal"): ["14e", "14ème", "quatorzième"],
    ("21", "ordinal"): ["21e", "vingt et unième", "vingt-et-unième"],
    ("1012", "byte"): ["1 012 octets"],
    ("0.01", "ratio"): ["un centième"],
    ("4", "gigabyte"): ["4 Go", "4 gigaoctets"],
    ("1000000000000", "JPY"): ["1 000 milliards de yens", "mille milliards de yens", "un billion de yens"],
    ("1.75", None): ["1 3/4", "un et trois quarts"],
    ("0.4", None): ["2,5^-1"],
    ("12000000", None): ["1,2x10^7", "1,2e7"],
}

COUNTED = {
    "ingénieur": [
        "3 ingénieurs",
        "trois jeunes ingénieurs",
        "3 millions d'ingénieurs",
        "une dizaine d'ingénieurs chevronnés",
    ],
    "cheval": ["12 chevaux"],
    "journal": ["deux grands journaux"],
    "travail": ["trois travaux"],
    "pays": ["vingt-sept pays"],
    "GPU": ["2 000 GPU"],
    "start-up": ["des centaines de start-ups", "400 start-ups"],
    "mort": ["73 morts", "un mort"],
    "blessé": ["3.700 blessés", "3 700 blessées"],
    "personne": ["21 autres personnes"],
    "Français": ["21 Français", "une cinquantaine de Français"],
    "taux": ["trois taux"],
    "bateau": ["9 bateaux"],
    "sans-abri": ["300 000 sans-abri"],
    "baleine": ["une soixantaine de baleines pilotes"],
    "explosion": ["deux violentes explosions", 'deux "explosions"'],
}

# Whole sentences, with the figures that are read in them.
FIGURES: dict[str, list[int]] = {
    "Le choc a fait 12 blessés, dont six graves.": [12, 6],
    "Le choc a fait 12 blessés, dont trois grièvement.": [12, 3],
    "Douze passagers sont blessés, dont deux légèrement.": [12, 2],
    "Deux graves accidents ont coupé la route.": [2],
    "Quelque 3.000 maisons sont inondées.": [3000],
    "Presque 3.000 maisons sont inondées.": [3000],
}

# phrase: (qualifier, low, high)
BOUNDS: dict[str, tuple[Qualifier, str | None, str | None]] = {
    "au moins 73 morts": (Qualifier.AT_LEAST, "73", None),
    "pas moins de 73 morts": (Qualifier.AT_LEAST, "73", None),
    "73 morts au moins": (Qualifier.AT_LEAST, "73", None),
    "plus de 400 mairies": (Qualifier.MORE_THAN, "400", None),
    "plus d'un million de mairies": (Qualifier.MORE_THAN, "1000000", None),
    "un peu plus de 400 mairies": (Qualifier.MORE_THAN, "400", None),
    "moins de 12 trains": (Qualifier.LESS_THAN, None, "12"),
    "jusqu'à 300.000 trains": (Qualifier.AT_MOST, None, "300000"),
    "au plus 12 trains": (Qualifier.AT_MOST, None, "12"),
    "entre 6 et 6,5 %": (Qualifier.RANGE, "6", "6.5"),
    "de 20 à 25 %": (Qualifier.RANGE, "20", "25"),
    "10 ou 15 %": (Qualifier.RANGE, "10", "15"),
    "10-15 %": (Qualifier.RANGE, "10", "15"),
    "de 6 à 7,5 milliards d'euros": (Qualifier.RANGE, "6000000000", "7500000000"),
    "entre 10 euros et 20 euros": (Qualifier.RANGE, "10", "20"),
    "deux ou trois trains": (Qualifier.RANGE, "2", "3"),
    "des dizaines de milliers de wagons": (Qualifier.INDEFINITE, "10000", "100000"),
    "des centaines de trains": (Qualifier.INDEFINITE, "100", "1000"),
    "des millions de trains": (Qualifier.INDEFINITE, "1000000", None),
    "quelques kilomètres": (Qualifier.INDEFINITE, "2", "9"),
    "plusieurs kilomètres": (Qualifier.INDEFINITE, "2", None),
    "plus de 30 et moins de 40 bateaux": (Qualifier.RANGE, "30", "40"),
}

ABOUT = [
    "près de 100 trains",
    "environ 100 trains",
    "quelque 100 trains",
    "autour de 100 trains",
    "100 trains environ",
    "de l'ordre de 100 trains",
    "à peu près 100 trains",
    "une centaine de trains",
    "près d'une centaine de trains",
]

NOT_A_QUANTITY = [
    "le journal 20 Minutes",
    "le 13 Heures de la chaîne",
    "le modèle GPT-4 et le modèle o3",
    "les puces A100 et H100",
    "Llama 3.1 est sorti",
    "face à Claude 3.5 d'un rival",
    "les antennes de la 5G",
    "un A380 a décollé",
    "la Covid-19 recule",
    "du polonium-210",
    "l'astéroïde 2005 YU55",
    "l'adversaire n°1",
    "le N° 12",
    "le hangar numéro 12",
    "voir le chapitre 3",
    "à la page 12",
    "l'article 49",
    "le 01 42 34 56 78",
    "joindre le +33 1 42 34 56 78",
    "à 18h30",
    "à 23H28 UTC",
    "il part à trois heures",
    "https://exemple.org/a/12/b?c=30%20",
    "suivi par @radio24",
    "1. Introduction",
    "4) Conclusion",
    "un responsable local",
    "le premier ministre",
    "un logement neuf",
    "un bail de longue durée",
    "une seconde fois",
    "24h/24",
    "la guerre de 14-18",
    "3/8 Vue du port",
    "« Made in China 2025 »",
    "bonjour",
    "des deux-roues",
    "un double vitrage",
]


def only(phrase: str) -> Quantity:
    """The one quantity of `phrase`."""
    found = quantities(phrase, "fr")
    assert len(found) == 1, [(q.text, q.value, q.unit) for q in found]
    return found[0]


@pytest.mark.parametrize(("expected", "phrase"), [(e, p) for e, ps in POINTS.items() for p in ps])
def test_value_and_unit(expected: tuple[str, str | None], phrase: str) -> None:
    """Every spelling of a figure gives the same value in the same unit."""
    found = only(phrase)
    assert (found.value, found.unit) == (Decimal(expected[0]), expected[1])


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_a_sentence(text: str) -> None:
    """Figures that a word of harm follows, or that open a sentence behind a word that bounds them."""
    assert [q.value for q in quantities(text, "fr")] == FIGURES[text]


@pytest.mark.parametrize(("noun", "phrase"), [(n, p) for n, ps in COUNTED.items() for p in ps])
def test_counted_noun(noun: str, phrase: str) -> None:
    """A counted noun is the unit, in the singular, with adjectives before it skipped."""
    assert only(phrase).unit == noun


@pytest.mark.parametrize("phrase", BOUNDS)
def test_bounds(phrase: str) -> None:
    """Words around a figure make it an interval, and belong to its text."""
    found, (qualifier, low, high) = only(phrase), BOUNDS[phrase]
    bound = tuple(None if b is None else Decimal(b) for b in (low, high))
    assert (found.qualifier, found.bounds.low, found.bounds.high) == (qualifier, *bound)
    assert found.text == phrase


@pytest.mark.parametrize("phrase", ABOUT)
def test_about(phrase: str) -> None:
    """An approximate figure keeps its value and gets a band around it."""
    found = only(phrase)
    assert (found.qualifier, found.value) == (Qualifier.ABOUT, Decimal(100))
    assert found.bounds.contains(Decimal(95))
    assert not found.bounds.contains(Decimal(130))
    assert found.text == phrase


@pytest.mark.parametrize("phrase", NOT_A_QUANTITY)
def test_not_a_quantity(phrase: str) -> None:
    """Names, codes, labels, clock times and articles are no quantities."""
    assert quantities(phrase, "fr") == ()


@pytest.mark.parametrize(
    ("phrase", "of", "per", "direction"),
    [
        ("4% du PIB", "PIB", None, None),
        ("38 % des experts", "expert", None, None),
        ("10 ou 15 % de nos coûts", "coût", None, None),
        ("un tiers des biens manufacturés", "bien", None, None),
        ("une ferme sur cinq", "ferme", None, None),
        ("7 des 11 recrues", "recrue", None, None),
        ("100 000 $ par étude", None, "étude", None),
        ("3 millions de litres par an", None, "year", None),
        ("deux fois par semaine", None, "week", None),
        ("en hausse de 12 %", None, None, "up"),
        ("la récolte a chuté de 9,25 pour cent", None, None, "down"),
        ("17 fois moins cher", None, None, "down"),
        ("quatre fois plus que l'an passé", None, None, "up"),
        ("le nombre de pannes a doublé", None, None, "up"),
        ("un prix divisé par deux", None, None, "down"),
    ],
)
def test_relations(phrase: str, of: str | None, per: str | None, direction: str | None) -> None:
    """A share keeps its whole, a rate its denominator, a change its direction."""
    found = only(phrase)
    assert (found.of, found.per, found.direction) == (of, per, direction)


def test_multipliers() -> None:
    """Doubling, multiplying and dividing are factors."""
    assert only("les recettes ont triplé").value == 3
    assert only("multiplié par 2,5").value == Decimal("2.5")
    assert only("divisé par quatre").value == Decimal("0.25")


def test_shared_units() -> None:
    """A unit written once counts for both figures of a pair."""
    dead, hurt = quantities("19 morts et 2.300 blessés", "fr")
    assert (dead.unit, hurt.unit) == ("mort", "blessé")
    first, second = quantities("7 et 12 %", "fr")
    assert (first.unit, second.unit) == ("percent", "percent")


def test_year_is_no_count() -> None:
    """A year before a count stays a year: no group of three digits swallows it."""
    found = normalise("en 2024 300 usines ont fermé", "fr")
    assert [(q.value, q.unit) for q in found.quantities] == [(Decimal(300), "usine")]
    assert [d.text for d in found.dates] == ["2024"]


def test_base_units() -> None:
    """Values in different units of one dimension compare in its base unit."""
    fast, faster = only("100 km/h"), only("30 m/s")
    assert to_base(fast)[1] == to_base(faster)[1] == "metre_per_second"
    assert to_base(fast)[0].entirely_below(to_base(faster)[0])


def test_digits() -> None:
    """Significant digits as written; words that name no digit have none."""
    assert [only(p).digits for p in ("3,57 tonnes", "3 000 tonnes", "trois tonnes")] == [3, 1, 1]
    assert only("une soixantaine de tonnes").digits is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("9" * 50, "too many digits"),
        ("10^400", "beyond the largest quantity"),
        ("3\u0664 trains", "digits of several scripts in one figure"),
    ],
)
def test_unparsed(text: str, reason: str) -> None:
    """A figure that cannot be understood is set aside with its reason."""
    found = normalise(text, "fr")
    assert found.quantities == ()
    assert [u.reason for u in found.unparsed] == [reason]


def test_other_scripts_and_marks() -> None:
    """Digits of one other script are read, and marks that show nothing change only offsets."""
    assert only("\u0663\u0665 trains").value == 35
    found = only("\u200f3\u00ad5 trains\u200b")
    assert (found.value, found.start, found.end) == (35, 1, 11)
    assert quantities("\ud800 3 trains", "fr")[0].unit == "train"
