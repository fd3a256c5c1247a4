"""From a parsed sentence to frames: who does what to whom, affirmed or negated, when, how firmly.

A frame is one predicate with its logical roles: the subject of a passive is its object, "ne peut pas
être exporté" is a negated "exporter" under "pouvoir". Chains of semi-auxiliaries belong to the verb
they carry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.model import Modality
from factcheck.parse.groups import member
from factcheck.parse.negation import is_negative, negators
from factcheck.parse.tree import Phrase, Tree

_BY = frozenset({"par", "by"})
# Who does it stands behind these: "c'est à Brest que des pêcheurs l'ont vu".
_POINTING = frozenset({"ce", "it"})
# Helpers that put a predicate into the past.
_HAVING = frozenset({"avoir", "être", "have"})
# "devrait signer" tells what is to come, not hearsay.
_MUST = "devoir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One predicate. `start`/`end` are the document offsets of its words, helpers and negation included.

    `predicate` is the shared id (or lemma) of its word; `tense` is "past", "present" or "future", `prior` says that it
    was so before the time spoken of ("avait signé"); `able` marks a predicate under "can"/"pouvoir", whose negation
    forbids or rules out; `stated` is false for a bare infinitive ("l'interdiction d'exporter" exports nothing), under
    "if" and for what would have been, `disowned` true for what somebody denies ("nie avoir signé"), `pending` for "not
    yet" and for what will "never" be, `tried` for what is only attempted ("tried to open").
    """

    index: int
    start: int
    end: int
    predicate: str
    lemma: str
    negated: bool
    modality: Modality
    tense: str
    prior: bool
    able: bool
    copular: bool
    stated: bool
    disowned: bool
    pending: bool
    tried: bool
    subject: Phrase | None
    object: Phrase | None
    obliques: tuple[Phrase, ...]

    @property
    def slots(self) -> tuple[tuple[str, Phrase], ...]:
        """The roles with the label they are compared under: subject, object, or the preposition."""
        named = (("subject", self.subject), ("object", self.object), *((p.case or "", p) for p in self.obliques))
        return tuple((label, p) for label, p in named if p is not None)

    @property
    def roles(self) -> tuple[Phrase, ...]:
        """All phrases around the predicate: subject, object, the rest."""
        return tuple(p for p in (self.subject, self.object, *self.obliques) if p is not None)


def frames(tree: Tree) -> tuple[Frame, ...]:
    """The frames of a sentence, in the order of their predicates."""
    return tuple(_frame(tree, i) for i in range(len(tree.tokens)) if tree.is_predicate(i) and not _carries(tree, i))


def _carries(tree: Tree, i: int) -> int | None:
    """The infinitive that token `i` merely carries as a semi-auxiliary ("va creuser" -> "creuser")."""
    if tree.lemma(i) not in tree.lexicon.auxiliaries:
        return None
    carried = [c for c in tree.children(i, "xcomp", "ccomp") if tree.tokens[c].pos == "VERB"]
    return carried[0] if carried else None


def _chain(tree: Tree, i: int) -> list[int]:
    """The semi-auxiliaries above predicate `i`, nearest first ("a refusé de pouvoir …")."""
    chain: list[int] = []
    head = tree.tokens[i].head
    while head != i and _carries(tree, head) == i:
        chain.append(head)
        i, head = head, tree.tokens[head].head
    return chain


def _frame(tree: Tree, i: int) -> Frame:
    """The frame of predicate `i`."""
    chain = _chain(tree, i)
    helpers = [*chain, *tree.children(i, "aux", "cop")]
    negating = [n for v in [i, *chain] for n in negators(tree.tokens, v, tree.lexicon.lang, tree.children)]
    flips = sum(1 for v in chain if tree.lexicon.auxiliaries[tree.lemma(v)] == "negating")
    negated = (bool(negating) or _neither(tree, i)) != bool(flips % 2)
    subject, obj, obliques = _roles(tree, i, chain)
    words = [i, *helpers, *(n for n in negating if abs(n - i) <= 6)]
    start, end = tree.text(words)
    return Frame(
        index=i,
        start=start,
        end=end,
        predicate=_predicate(tree, i),
        lemma=tree.lemma(i),
        negated=negated,
        modality=_modality(tree, i, helpers),
        tense=_tense(tree, i, helpers),
        prior=_prior(tree, i, helpers),
        able=any(tree.lexicon.auxiliaries.get(tree.lemma(h)) == "possible" for h in helpers),
        copular=bool(tree.children(i, "cop")),
        stated=_stated(tree, i, chain) and not supposed(tree, [i, *chain]),
        disowned=_disowned(tree, [i, *chain][-1]),
        tried=not chain and tree.is_dep(i, "xcomp") and tree.lemma(tree.tokens[i].head) in tree.lexicon.attempts,
        pending=negated and _pending(tree, i, helpers),
        subject=subject,
        object=obj,
        obliques=obliques,
    )


def _predicate(tree: Tree, i: int) -> str:
    """What a predicate is compared by: its shared id; "se trouver" tells where one is, not what one finds."""
    itself = tree.lemma(i) in tree.lexicon.being_there and tree.children(i, "expl")
    return tree.lemma(i) if itself else tree.concept(i)


def _stated(tree: Tree, i: int, chain: list[int]) -> bool:
    """Whether a predicate or one of its helpers tells it: not where all are infinitives ("hope to be able to find")."""
    words = [n for v in (i, *chain) for n in (v, *tree.children(v, "aux", "cop"))]
    verbs = [n for n in words if tree.tokens[n].pos in ("VERB", "AUX")]
    return not (verbs and all("VerbForm=Inf" in tree.tokens[n].morph for n in verbs)) and not unreal(tree, i)


def unreal(tree: Tree, i: int) -> bool:
    """Whether a predicate tells what would or should have been, and was not: "would not have happened".

    The French past conditional is that of hearsay, too: it is unreal behind "if" and under "must" ("aurait dû fermer").
    """
    chain = _chain(tree, i)
    helpers = [n for v in (i, *chain) for n in tree.children(v, "aux")]
    having = [n for n in helpers if tree.lemma(n) in _HAVING]
    if any(tree.folded(n) in tree.lexicon.unreal for n in helpers):
        return bool(having)
    if not any("Mood=Cnd" in tree.tokens[n].morph for n in having):
        return False
    obliged = any(tree.lemma(n) in tree.lexicon.unreal for n in chain)
    return obliged or any(_if_had(tree, n) for n in range(len(tree.tokens)) if n != i)


def _if_had(tree: Tree, i: int) -> bool:
    """Whether a clause supposes what had not been: "si le pont avait tenu"."""
    had = (n for n in (i, *tree.children(i, "aux")) if "Tense=Imp" in tree.tokens[n].morph)
    return _marked(tree, [i], tree.lexicon.supposing) and any(had)


def supposed(tree: Tree, words: Iterable[int]) -> bool:
    """Whether one of some predicates is only supposed or asked for: "si le conseil avait voté", "exige qu'il vote"."""
    found = list(words)
    return _marked(tree, found, tree.lexicon.supposing) or any(_wanted(tree, i) for i in found)


def _wanted(tree: Tree, i: int) -> bool:
    """Whether a predicate tells what somebody asks for, hopes or fears, which need not come: "exige qu'il vote"."""
    under = tree.is_dep(i, "ccomp") or (tree.is_dep(i, "xcomp", "advcl") and "VerbForm=Inf" in tree.tokens[i].morph)
    head = tree.lemma(tree.tokens[i].head)
    return under and head in tree.lexicon.wanting and head not in tree.lexicon.auxiliaries


def _disowned(tree: Tree, i: int) -> bool:
    """Whether somebody denies what a predicate tells: "nie avoir signé", "denied signing"; not "ne nie pas"."""
    head = tree.tokens[i].head
    verb = tree.lemma(head)
    under = tree.is_dep(i, "ccomp", "xcomp") and verb in tree.lexicon.denying and verb not in tree.lexicon.auxiliaries
    return under and not negators(tree.tokens, head, tree.lexicon.lang, tree.children)


def conditional(tree: Tree, words: Iterable[int]) -> bool:
    """Whether one of some predicates stands in a condition, which may be one of time: "quand tous auront signé"."""
    return _marked(tree, words, tree.lexicon.conditions)


def _marked(tree: Tree, words: Iterable[int], marks: frozenset[str]) -> bool:
    """Whether one of some predicates stands behind a conjunction of those given."""
    return any(tree.folded(c) in marks for v in words for c in tree.children(v, "mark"))


def _neither(tree: Tree, i: int) -> bool:
    """Whether a participle is one of those that "n'avait ni …, ni …" denies."""
    return tree.is_dep(i, "conj") and any(
        is_negative(tree.tokens[c].text, tree.lexicon.lang) for c in tree.children(i, "cc")
    )


def _pending(tree: Tree, i: int, helpers: list[int]) -> bool:
    """Whether a denied predicate may still come about: "pas encore", or what somebody says will "never" be."""
    beside = {tree.folded(c) for v in (i, *helpers) for c in tree.children(v)}
    ahead = _modality(tree, i, helpers) in (Modality.PLANNED, Modality.CONDITIONAL)
    return bool(beside & (tree.lexicon.yet | tree.lexicon.ever if ahead else tree.lexicon.yet))


def _subject_of(tree: Tree, i: int, chain: list[int]) -> tuple[int | None, bool]:
    """The grammatical subject (token, is passive) of predicate `i`: its own, or its governor's."""
    for v in [i, *chain]:
        for dep, passive in (("nsubj:pass", True), ("nsubj", False), ("csubj", False), ("expl:subj", False)):
            found = [c for c in tree.children(v) if tree.tokens[c].dep == dep]
            if found:
                own = [c for c in found if tree.lemma(c) not in _POINTING] or found
                return _meant(tree, own[0], v), passive or bool(tree.children(i, "aux:pass"))
    head = tree.tokens[i].head
    if tree.is_dep(i, "conj") and (tree.is_predicate(head) or tree.tokens[head].pos == "AUX"):
        shared, passive = _subject_of(tree, head, _chain(tree, head))
        return shared, _own_voice(tree, i, passive)
    if tree.is_dep(i, "acl:relcl", "acl") and tree.is_nominal(head):
        return head, bool(tree.children(i, "aux:pass")) or "VerbForm=Part" in tree.tokens[i].morph
    if tree.is_dep(i, "advcl", "xcomp") and tree.is_predicate(head) and "Fin" not in tree.tokens[i].morph:
        shared, passive = _subject_of(tree, head, _chain(tree, head))
        return shared, passive or _done_by(tree, i)
    return None, False


def _meant(tree: Tree, subject: int, verb: int) -> int:
    """What a subject stands for: "la sonde, qui a été lancée" speaks of the probe."""
    above = tree.tokens[verb].head
    relative = tree.lemma(subject) in tree.lexicon.relatives and tree.is_dep(verb, "acl:relcl", "acl")
    return above if relative and tree.is_nominal(above) else subject


def _done_by(tree: Tree, i: int) -> bool:
    """Whether a bare participle tells by whom it was done: "opened in 2001, directed by X"."""
    return "VerbForm=Part" in tree.tokens[i].morph and _named_agent(tree, i) is not None


def _own_voice(tree: Tree, i: int, shared: bool) -> bool:
    """Whether a predicate that shares another's subject is passive: "was built and opened", "grew and was sold"."""
    if tree.children(i, "aux:pass") or not shared:
        return bool(tree.children(i, "aux:pass"))
    return not tree.children(i, "aux", "cop") and "VerbForm=Fin" not in tree.tokens[i].morph


def _roles(tree: Tree, i: int, chain: list[int]) -> tuple[Phrase | None, Phrase | None, tuple[Phrase, ...]]:
    """Logical subject, object and obliques of predicate `i`."""
    grammatical, passive = _subject_of(tree, i, chain)
    reflexive = any(tree.tokens[c].dep.startswith("expl") for c in tree.children(i))
    agent = next(iter(tree.children(i, "obl:agent")), None) or (_named_agent(tree, i) if passive else None)
    days = [c for c in tree.children(i, "obj") if _bare_day(tree, c)]
    direct = next((c for c in tree.children(i, "obj") if c not in days), None)
    subject = agent if passive else grammatical
    obj = grammatical if passive and direct is None else direct
    if reflexive and direct is None:
        subject, obj = grammatical, None
    others = [c for v in [i, *chain] for c in tree.children(v, "obl", "iobj", "nmod") if c != agent] + days

    def phrase(n: int | None) -> Phrase | None:
        return None if n is None else _with_apposed(tree, n)

    return phrase(subject), phrase(obj), tuple(tree.phrase(c) for c in sorted(others))


def _bare_day(tree: Tree, i: int) -> bool:
    """Whether a word only says when: "a démissionné mardi", which a parser may take for what is resigned."""
    day = any(group == "weekday" for group, _ in member(tree.lemma(i), tree.lexicon.lang))
    return day and not tree.children(i, "det", "case")


def _named_agent(tree: Tree, i: int) -> int | None:
    """The name behind "par" or "by" that a parser takes for any phrase beside the passive verb at `i`."""
    named = (c for c in tree.children(i, "obl", "nmod") if c in tree.entity_of)
    return next((c for c in named if any(tree.folded(m) in _BY for m in tree.children(c, "case"))), None)


def _with_apposed(tree: Tree, i: int) -> Phrase:
    """The phrase of a subject or object with what stands in apposition to it and is parsed as a second one.

    "La Kermor, un chalutier de Groix, a passé …" tells of a trawler.
    """
    phrase = tree.phrase(i)
    dep, head = tree.tokens[i].dep, tree.tokens[i].head
    doubled = (n for n in tree.children(head, "nsubj") if n > i and tree.tokens[n].dep == dep)
    noun = next((n for n in doubled if tree.tokens[n].pos == "NOUN" and _behind_comma(tree, n)), None)
    return phrase if noun is None else replace(phrase, lemmas=phrase.lemmas | {tree.concept(noun)})


def _behind_comma(tree: Tree, noun: int) -> bool:
    """Whether a noun and its article open a remark between commas."""
    first = min([noun, *tree.children(noun, "det", "amod")])
    return first > 0 and tree.tokens[first - 1].text == "," and first < noun


def _modality(tree: Tree, i: int, helpers: list[int]) -> Modality:
    """How firmly predicate `i` is put."""
    morphs = [tree.tokens[n].morph for n in [i, *helpers]]
    kinds = {tree.lexicon.auxiliaries.get(tree.lemma(h)) for h in helpers}
    duty = [h for h in helpers if tree.lemma(h) == _MUST]
    if any("Mood=Cnd" in m for m in morphs) and not any("Mood=Cnd" in tree.tokens[h].morph for h in duty):
        return Modality.CONDITIONAL
    if "possible" in kinds:
        return Modality.POSSIBLE
    if "planned" in kinds or any("Tense=Fut" in m for m in morphs):
        return Modality.PLANNED
    return Modality.ASSERTED


def _prior(tree: Tree, i: int, helpers: list[int]) -> bool:
    """Whether a predicate tells what was so before the time spoken of: "avait signé", "had signed".

    Not in reported speech, where it is merely past: "il a dit qu'il avait signé".
    """
    having = (tree.tokens[h].morph for h in helpers if tree.lemma(h) in ("avoir", "have"))
    before = any("Tense=Imp" in morph or "Tense=Past" in morph for morph in having)
    return before and "VerbForm=Part" in tree.tokens[i].morph and not tree.is_dep(i, "ccomp")


def _tense(tree: Tree, i: int, helpers: list[int]) -> str:
    """Past, present or future, from the finite word of the chain."""
    if any(
        tree.lemma(h) in tree.lexicon.future_auxiliary or tree.folded(h) in tree.lexicon.future_auxiliary
        for h in helpers
    ):
        return "future"
    morphs = [tree.tokens[n].morph for n in [i, *helpers]]
    if any("Tense=Fut" in m for m in morphs):
        return "future"
    participle = any("VerbForm=Part" in m and "Tense=Past" in m for m in morphs[:1]) and bool(helpers)
    if participle or any("Tense=Past" in m or "Tense=Imp" in m for m in morphs):
        return "past"
    return "present"
