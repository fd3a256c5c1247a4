"""How words relate, read from `lang/<lang>/relations.yaml` into tables the facts are made with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.lang import lists, theme
from factcheck.text import strip_accents

# A stem shorter than this says too little: "an" and "année", "mer" and "mère" are no kin.
_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a verb tells of a thing by a phrase behind one of the prepositions `by`, or a label of its owner.

    `takes` says what may fill it; `telling` that a word for it tells of it by itself ("is a Christian").
    """

    relation: str
    by: frozenset[str]
    takes: frozenset[str]
    telling: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The relations of one language. Keys are lemmas; values are ids shared by all languages.

    A set or tuple of words is the list of that name in the file, unless `lexicon` says otherwise.
    """

    lang: str
    concepts: Mapping[str, str]
    headwords: Mapping[str, str]
    referents: Mapping[str, str]
    change: Mapping[str, int]
    change_nouns: Mapping[str, int]
    scales: Mapping[str, tuple[tuple[str, int], ...]]
    exchanges: Mapping[str, tuple[tuple[str, int], ...]]
    states: frozenset[str]
    permission: Mapping[str, int]
    resume: frozenset[str]
    acts: Mapping[str, str]
    obtain: frozenset[str]
    surpass: frozenset[str]
    ranks: Mapping[str, str]
    lower: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    alike: frozenset[str]
    functions: frozenset[str]
    makers: Mapping[str, str]
    belonging: Mapping[str, str]
    roles: Mapping[str, tuple[Role, ...]]
    attributes: Mapping[str, Role]
    products: Mapping[str, str]
    serving: frozenset[str]
    several: frozenset[str]
    unknown: frozenset[str]
    specifying: frozenset[str]
    beating: frozenset[str]
    rounds: Mapping[str, tuple[str, ...]]
    ending: frozenset[str]
    top: str
    issued: Mapping[str, str]
    naming: frozenset[str]
    copulas: frozenset[str]
    sited: Mapping[str, str]
    sited_by: frozenset[str]
    named_after: frozenset[str]
    once: frozenset[str]
    yet: frozenset[str]
    ever: frozenset[str]
    part_of: frozenset[str]
    others: frozenset[str]
    rest: frozenset[str]
    sides: Mapping[str, str]
    spanning: tuple[str, ...]
    within: frozenset[str]
    offsets: Mapping[str, str]
    stages: Mapping[str, tuple[str, ...]]
    marked_stages: frozenset[str]
    besides: frozenset[str]
    sent: frozenset[str]
    imagining: frozenset[str]
    as_if: tuple[str, ...]
    local: frozenset[str]
    generic: frozenset[str]
    spans: Mapping[str, str]
    one: frozenset[str]
    definite: frozenset[str]
    short_of: tuple[str, ...]
    far_from: frozenset[str]
    relatives: frozenset[str]
    reaching: frozenset[str]
    numbering: frozenset[str]
    people: frozenset[str]
    nationality: frozenset[str]
    starting: frozenset[str]
    bounding: frozenset[str]
    dated_by: frozenset[str]
    proceedings: frozenset[str]
    begun_once: frozenset[str]
    dating: frozenset[str]
    stances: Mapping[str, str]
    rules: frozenset[str]
    moving: frozenset[str]
    anyone: frozenset[str]
    momentary: frozenset[str]
    opinions: frozenset[str]
    elsewhen: tuple[str, ...]
    at_first: tuple[str, ...]
    again: tuple[str, ...]
    revised: tuple[str, ...]
    rising: tuple[str, ...]
    glimpsed: tuple[str, ...]
    empty: frozenset[str]
    auxiliaries: Mapping[str, str]
    future_auxiliary: frozenset[str]
    light: frozenset[str]
    evidence: frozenset[str]
    telling: frozenset[str]
    findings: frozenset[str]
    suspicion: frozenset[str]
    conditions: frozenset[str]
    supposing: frozenset[str]
    wanting: frozenset[str]
    unreal: frozenset[str]
    being_there: frozenset[str]
    hoping: frozenset[str]
    saying: frozenset[str]
    asking: frozenset[str]
    reproaching: frozenset[str]
    expecting: frozenset[str]
    purposes: frozenset[str]
    averting: frozenset[str]
    aims: frozenset[str]
    inquiring: frozenset[str]
    going: frozenset[str]
    spending: frozenset[str]
    every: frozenset[str]
    some: frozenset[str]
    ended: frozenset[str]
    contrast: frozenset[str]
    against: frozenset[str]
    in_place: tuple[tuple[str, ...], ...]
    loose: frozenset[str]
    surely: frozenset[str]
    attempts: frozenset[str]
    vain: frozenset[str]
    fruit: frozenset[str]
    little: frozenset[str]
    timing: frozenset[str]
    denying: frozenset[str]
    debunk: frozenset[str]
    families: Mapping[str, str]
    suffixes: tuple[str, ...]

    def concept(self, lemma: str, *, headword: bool = False) -> str:
        """What `lemma` stands for when claims are compared: a shared id, or the lemma itself.

        `headword`: as the noun that it is, under an id of that noun alone, whatever the language.

        >>> lexicon("fr").concept("décès") == lexicon("en").concept("death")
        True
        >>> lexicon("fr").concept("navire", headword=True) == lexicon("en").concept("ship", headword=True)
        True
        """
        named = self.headwords.get(lemma) if headword else None
        return named or self.concepts.get(lemma, lemma)

    def stem(self, lemma: str) -> str:
        """What `lemma` has in common with the words made from it; its shared id where it has one.

        >>> lexicon("fr").stem("vacciner") == lexicon("fr").stem("vaccination")
        True
        >>> lexicon("fr").stem("bannir") == lexicon("fr").stem("interdiction")  # one of its families
        True
        """
        first = self.families.get(lemma, lemma)
        if (shared := self.concepts.get(first)) is not None:
            return shared
        return _cut(first, self.lang)


# The same few thousand words make up most of any text.
@lru_cache(maxsize=1 << 16)
def _cut(word: str, lang: str) -> str:
    """A word without its accents and its ending."""
    plain = strip_accents(word).lower()
    endings = (s for s in lexicon(lang).suffixes if plain.endswith(s) and len(plain) - len(s) >= _STEM)
    ending = max(endings, key=len, default="")
    return plain.removesuffix(ending)


def _inverted(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """word -> id of its (first) group."""
    table: dict[str, str] = {}
    for key, words in groups.items():
        for word in words:
            table.setdefault(word, key)
    return table


def _signed(groups: Mapping[str, Iterable[str]], plus: str, minus: str) -> dict[str, int]:
    """word -> +1 or -1 by the group it stands in."""
    return {word: sign for key, sign in ((plus, 1), (minus, -1)) for word in groups[key]}


def _scales(groups: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, tuple[tuple[str, int], ...]]:
    """word -> the (scale, side) pairs it marks; a word may stand on several scales."""
    table: dict[str, tuple[tuple[str, int], ...]] = {}
    for scale, sides in groups.items():
        for word, side in _signed(sides, "plus", "minus").items():
            table[word] = (*table.get(word, ()), (scale, side))
    return table


def _roles(data: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, tuple[Role, ...]]:
    """verb -> the roles that it tells."""
    table: dict[str, tuple[Role, ...]] = {}
    for relation, row in data.items():
        role = Role(relation=relation, by=frozenset(row["by"]), takes=frozenset(row["takes"]))
        for verb in row["told"]:
            table[verb] = (*table.get(verb, ()), role)
    return table


def _attributes(data: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, Role]:
    """label -> what it tells of its owner."""
    return {
        label: Role(
            relation=relation, by=frozenset(), takes=frozenset(row["takes"]), telling=row.get("telling") == "yes"
        )
        for relation, row in data.items()
        for label in row["labels"]
    }


@cache
def lexicon(lang: str) -> Lexicon:
    """The relations of `lang` ("fr" or "en")."""
    data, contraries, referents = (theme(name, lang) for name in ("relations", "antonyms", "referents"))
    return Lexicon(
        lang=lang,
        concepts=_inverted(data["concepts"]),
        headwords=_inverted(theme("headwords", lang)["nouns"]),
        referents=_inverted({**referents["things"], **referents["people"]}),
        change=_signed(data["change"], "up", "down"),
        change_nouns=_signed(data["change_nouns"], "up", "down"),
        scales=_scales(contraries["scales"]),
        states=frozenset(contraries["scales"]),
        exchanges=_scales({**contraries["scales"], **contraries["exchanges"]}),
        permission=_signed(data["permission"], "allow", "forbid"),
        acts=_inverted(data["acts"]),
        ranks=_inverted(data["ranks"]),
        makers=_inverted(data["makers"]),
        belonging=_inverted(data["belonging"]),
        roles=_roles(data["roles"]),
        attributes=_attributes(data["attributes"]),
        products=_inverted(data["products"]),
        rounds={stage: tuple(words) for stage, words in data["rounds"].items()},
        top=data["top"],
        issued=_inverted(data["issued"]),
        sited=_inverted(data["sited"]),
        sides=_inverted(data["sides"]),
        offsets=_inverted(data["offsets"]),
        stages={stage: tuple(words) for stage, words in data["stages"].items()},
        spans=data["spans"],
        definite=frozenset(theme("quantifiers", lang)["definite"]),
        stances=_inverted(data["stances"]),
        auxiliaries=_inverted(data["auxiliaries"]),
        in_place=tuple(tuple(phrase.split()) for phrase in data["in_place"]),
        families={word: row[0] for rows in theme("families", lang).values() for row in rows for word in row},
        **lists(Lexicon, data),
    )


@cache
def disputes(lang: str, key: str) -> frozenset[str]:
    """A list of `disputes.yaml`, as a set of lemmas."""
    return frozenset(theme("disputes", lang)[key])
