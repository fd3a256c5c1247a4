"""How pairing and judging grow with the claims: `python tests/benchmarks/scale.py [SIZE…] [--cache FOLDER]`.

The claims are made up, the same ones at every run: events with names, places and figures of their own, each told by
four papers in sentences that share most words; one figure in ten is another one. Each size runs in a process of its
own, so that its memory can be told. Printed: claims, pairs and pairs a claim, the share of retold sentences that meet,
processor seconds and megabytes that pairing takes on top of the claims, seconds of the detectors; then the exponents
from size to size (1 is linear). Parsing is not counted; with `--cache` it is done once.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from factcheck import claims as claims_
from factcheck.conflicts.findings import Judge
from factcheck.conflicts.pairing import Pairs, pair
from factcheck.facts import Reading, read
from factcheck.model import Article
from factcheck.parse.cache import Cache

SIZES = (1_000, 10_000)
PAPERS, PER_EVENT = 4, 10


def listed(text: str) -> list[str]:
    """The items between the bars."""
    return text.split("|")


ONSETS = listed("b|br|c|ch|d|f|fr|g|gr|j|k|l|m|n|p|pl|r|s|t|tr|v")
VOWELS = listed("a|e|i|o|u|ou|an|on|in|é")
ENDS = listed("ville|bourg|mont|court|val|nac|rieux|ges")
THINGS = listed(
    "le pont|l'usine|la mairie|le port|l'hôpital|le lycée|la gare|le barrage|le stade|la centrale|le musée|la prison|"
    "l'aéroport|le tunnel|la raffinerie|l'école|le marché|la digue|le tribunal|la piscine"
)
PEOPLE = listed("habitants|salariés|élèves|patients|pêcheurs|soldats|voyageurs|touristes|pompiers|ouvriers")
ACTS = listed("inauguré|rénové|évacué|fermé|vendu|détruit|agrandi|occupé|racheté|inspecté")
TEMPLATES = (
    "{Thing} de {place} a été {act} le {day} {month} {year}, selon {person}.",
    "{n} {people} ont quitté {place} après l'incendie qui a touché {thing}.",
    "{person} a annoncé un investissement de {n} millions d'euros pour {thing} de {place}.",
    "Le maire de {place}, {person}, a refusé de fermer {thing}.",
    "À {place}, le nombre de {people} a augmenté de {pct} % en {year}.",
    "{firm} a supprimé {n} emplois dans son usine de {place}.",
    "L'accident de {place} a fait {n} blessés parmi les {people}, d'après {person}.",
    "{firm} vend {thing} de {place} à {person} pour {n} millions d'euros.",
    "La préfecture a interdit l'accès à {thing} de {place} jusqu'au {day} {month}.",
    "{person} affirme que {n} {people} travaillent encore sur {thing} de {place}.",
    "Le chiffre d'affaires de {firm} a reculé de {pct} % à {place}.",
    "{Thing} de {place} accueille {n} {people} par jour depuis {year}.",
    "{firm} a porté plainte contre {person} après la panne qui a touché {thing} de {place}.",
    "La région a versé {n} millions d'euros à {firm} pour les {people} de {place}.",
    "{person} a été élu à la tête de {firm} avec {pct} % des voix.",
    "Aucun des {n} {people} de {place} n'a été blessé dans {thing}, assure {person}.",
    "{firm} est devenu le premier employeur de {place} en {year}.",
    "La justice a condamné {person} à {day} mois de prison pour avoir menti aux {people} de {place}.",
)
# What a sentence may begin with: the words around a statement vary more than the statement.
OPENINGS = listed(
    "|Selon la presse de {other}, |D'après un rapport de {other}, |Malgré les critiques de {other}, |Cette année-là, |"
    "À la surprise générale, |Après des mois de débats, |Faute de moyens, |Comme l'avait promis {other}, "
)
MONTHS = listed("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")


def name(rng: random.Random, end: str = "") -> str:
    """A name that hardly comes twice."""
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.choice((2, 3)))).capitalize() + end


def event(number: int) -> Iterator[list[str]]:
    """What each paper tells of one event: the same sentences, now and then with another figure, in another order."""
    rng = random.Random(number)
    slots = {"place": name(rng, rng.choice(ENDS)), "firm": name(rng), "people": rng.choice(PEOPLE)}
    thing = rng.choice(THINGS)
    slots |= {"person": f"{name(rng)} {name(rng)}", "thing": thing, "Thing": thing[0].upper() + thing[1:]}
    chosen = rng.sample(TEMPLATES, PER_EVENT)
    figures = [
        {"n": str(rng.randint(12, 980)), "pct": str(rng.randint(2, 60)), "day": str(rng.randint(2, 28))}
        | {"year": str(rng.randint(1990, 2024)), "month": rng.choice(MONTHS), "act": rng.choice(ACTS)}
        for _ in chosen
    ]
    for _ in range(PAPERS):
        told = []
        for template, figure in zip(chosen, figures, strict=True):
            other = {"n": str(int(figure["n"]) + rng.randint(20, 90))} if rng.random() < 0.1 else {}
            told.append(rng.choice(OPENINGS).format(other=name(rng)) + template.format(**slots, **(figure | other)))
        rng.shuffle(told)
        yield told


def corpus(claims: int) -> list[Article]:
    """Articles of so many claims in all."""
    events = max(1, round(claims / PAPERS / PER_EVENT))
    return [
        Article(id=f"{number:06d}-{paper}.txt", text="\n\n".join(told), lang="fr")
        for number in range(events)
        for paper, told in enumerate(event(number))
    ]


def megabytes() -> float:
    """The most memory this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(claims: int, folder: Path) -> dict[str, float]:
    """The figures of one size."""
    articles = corpus(claims)
    readings = read(claims_.extract(articles, cache=Cache(folder)))
    before, start = megabytes(), time.process_time()
    pairs = pair(readings)
    paired, after = time.process_time() - start, megabytes()
    start = time.process_time()
    findings = Judge(articles, {}, readings).findings(pairs)
    return {
        "claims": len(readings),
        "pairs": len(pairs),
        "met": met(readings, pairs),
        "seconds": paired,
        "megabytes": after - before,
        "of": before,
        "judging": time.process_time() - start,
        "findings": len(findings),
    }


def met(readings: tuple[Reading, ...], pairs: Pairs) -> float:
    """Of all couples of one sentence in two papers, whatever its figures, the share that is among the pairs."""
    told = Counter(sentence(reading) for reading in readings)
    couples = sum(n * (n - 1) // 2 for n in told.values())
    return sum(sentence(p.a) == sentence(p.b) for p in pairs) / (couples or 1)


def sentence(reading: Reading) -> tuple[str, str]:
    """The event and the last words of a claim, without its figures: papers open a sentence as they like."""
    return reading.claim.source.split("-")[0], re.sub(r"\d+", "0", reading.claim.text)[-25:]


def exponent(small: dict[str, float], large: dict[str, float], what: str) -> float:
    """By which power of the claims `what` grows."""
    return math.log((large[what] or 1e-9) / (small[what] or 1e-9)) / math.log(large["claims"] / small["claims"])


def in_own_process(size: int, folder: Path) -> dict[str, float]:
    """The figures of one size, measured in a process of its own."""
    command = [sys.executable, __file__, "--one", str(size), "--cache", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def row(found: dict[str, float]) -> str:
    """The figures of one size in a line."""
    pairs = f"{found['pairs']:10.0f}{found['pairs'] / found['claims']:7.1f}{100 * found['met']:7.1f}"
    cost = f"{found['seconds']:9.1f}{found['megabytes']:8.0f}{found['of']:8.0f}"
    return f"{found['claims']:8.0f}{pairs}{cost}{found['judging']:9.1f}{found['findings']:9.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(measure(chosen.one, chosen.cache)))
        return
    print("  claims     pairs  /claim  met %  seconds      MB  before  judging findings")
    with tempfile.TemporaryDirectory() as place:
        found = []
        for size in sorted(chosen.sizes):
            found.append(in_own_process(size, chosen.cache or Path(place)))
            print(row(found[-1]), flush=True)
    for small, large in pairwise(found):
        powers = [f"{what} {exponent(small, large, what):.2f}" for what in ("pairs", "seconds", "judging")]
        print(f"{small['claims']:.0f} to {large['claims']:.0f} claims, exponents: {', '.join(powers)}")


if __name__ == "__main__":
    main()
