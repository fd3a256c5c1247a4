"""Bearers: of whom or what a state is told, by name, by role, or by what the claims before speak of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.facts.base import Reading, governor, head_of, last_person, tokens_in
from factcheck.facts.people import Antecedent, agrees, anonymous, he, people, person_in
from factcheck.facts.plurals import counted, included, several, whole
from factcheck.facts.slots import OTHER, Slot
from factcheck.lang import theme
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import Lexicon, disputes
from factcheck.parse.negation import particle
from factcheck.parse.tree import Phrase, Tree

# "personne" stands at most so far in front of its verb.
_NEAR = 5
# The role of a speaker stands at most so far in front of his name.
_BESIDE = 3
_SUBJECT_LIKE = ("obl:mod", "dislocated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Of whom a state is told.

    `names` are entity keys, `roles` the ids of what it is the one of ("le conducteur", "sa compagne"), `kind` that of
    what it is one of ("un dentiste"). `guessed` says that it is whom the claims before speak of, `nobody` that it is
    told of none at all.
    """

    phrase: Phrase | None
    names: frozenset[str]
    roles: frozenset[str]
    kind: frozenset[str] = frozenset()
    guessed: bool = False
    nobody: bool = False


def bearer_of(reading: Reading, slot: Slot, at: int, words: list[int]) -> Bearer | None:
    """Of whom the state at token `at` is told, if that can be said."""
    tree = reading.tree
    phrase = _owner(reading, at) if _act(tree, at) else _bearer(reading, at, words)
    if slot.nobody and (_none_of(reading, at) or _nobody_in_front(tree, at) or (phrase and _nobody(tree, phrase.head))):
        return Bearer(phrase=phrase, names=frozenset(), roles=frozenset(), nobody=True)
    if phrase is None:
        some = slot.nobody and _act(tree, at) and not tree.children(at, "case")
        return Bearer(phrase=None, names=frozenset(), roles=frozenset()) if some else None
    return borne_by(reading, slot, phrase, words)


def borne_by(reading: Reading, slot: Slot, phrase: Phrase, words: list[int]) -> Bearer | None:
    """Whom a phrase tells of, if a state told of him can be held against another."""
    tree = reading.tree
    phrase = _meant(reading, slot, phrase)
    found = _named(reading, slot, phrase, words)
    if found.names or found.roles:
        return None if _another(tree, phrase) else found
    kind = _kind(tree, slot, phrase)
    return replace(found, kind=kind) if kind or (slot.nobody and _anybody(tree, phrase)) else None


def _kind(tree: Tree, slot: Slot, phrase: Phrase) -> frozenset[str]:
    """The id of the role of which somebody is one, where his noun says more than that he is somebody."""
    token, plain = tree.tokens[phrase.head], theme("states", tree.lexicon.lang)["anonymous"]
    if token.pos != "NOUN" or phrase.lemma in plain:
        return frozenset()
    some = slot.groups and counted(tree, phrase.head) if several(tree, phrase.head) else not slot.thing
    one = some and (several(tree, phrase.head) or _listed(tree, phrase.head, "one")) and not _another(tree, phrase)
    role = _group_id(tree, slot, phrase) if one else None
    return frozenset({role} if role else ())


def _group_id(tree: Tree, slot: Slot, phrase: Phrase) -> str | None:
    """The id of what a noun tells of, marked where it tells of several; a member of a group stands for the group."""
    if phrase.lemma in theme("states", tree.lexicon.lang)["members"]:
        group = next((c for c in tree.children(phrase.head, "compound", "nmod") if tree.tokens[c].pos == "NOUN"), None)
        return role_id(tree.lexicon, slot, tree.lemma(group)) if group is not None else None
    role = role_id(tree.lexicon, slot, _noun(tree, slot, phrase))
    return f"{role}+" if role and several(tree, phrase.head) else role


def _another(tree: Tree, phrase: Phrase) -> bool:
    """Whether a bearer is told to be another one: "un deuxième suspect"."""
    return _listed(tree, phrase.head, "others")


def _named(reading: Reading, slot: Slot, phrase: Phrase, words: list[int]) -> Bearer:
    """The names and roles of a bearer, or of whom it stands for."""
    tree = reading.tree
    roles = _roles(tree, slot, phrase)
    names = phrase.own or (frozenset() if phrase.names else reading.called(phrase)) or _pronoun(reading, phrase)
    names = names - tree.names(words)
    guessed = not names and (he(tree, phrase.head) or anonymous(tree, phrase))
    if guessed:
        one = _before(reading, phrase)
        names = one.phrase.own if one else last_person(reading)
        roles |= _roles(one.tree, slot, one.phrase) if one else frozenset()
    if not slot.named or (slot.sided and roles):
        names = frozenset()
    return Bearer(phrase=phrase, names=names, roles=roles, guessed=guessed)


def _before(reading: Reading, phrase: Phrase) -> Antecedent | None:
    """Whom a pronoun or "l'homme" stands for: a person that a clause beside it is about, or the claims before it."""
    tree, at = reading.tree, phrase.head
    if not (he(tree, at) or anonymous(tree, phrase)):
        return None
    tops = {at, *tree.ancestors(at)}
    beside = [f for f in reading.frames if f.index < at and f.index not in tops]
    one = person_in(tree, beside) or reading.spoken_of
    return one if one and agrees(tree, at, one) else None


def _act(tree: Tree, at: int) -> bool:
    """Whether a noun tells a state only of whose it is: "la relaxe de X", "sa démission"; not "est mort"."""
    noun = tree.tokens[at].pos == "NOUN" and not tree.children(at, "cop") and not tree.is_dep(at, "xcomp")
    return noun and tree.lemma(at) in theme("states", tree.lexicon.lang)["acts"] and not _received(tree, at)


def _received(tree: Tree, at: int) -> bool:
    """Whether a noun is what somebody gets: "a écopé d'un carton rouge", "was shown a red card"."""
    verb = tree.lemma(tree.tokens[at].head)
    return tree.is_dep(at, "obj", "obl:arg") and verb in theme("states", tree.lexicon.lang)["receiving"]


def _owner(reading: Reading, at: int) -> Phrase | None:
    """Whose a noun is: "la relaxe de X", "X's acquittal"; for "sa relaxe" whoever its clause is about."""
    tree = reading.tree
    owned = [c for c in tree.children(at, "nmod") if tree.is_nominal(c) and tree.tokens[c].pos != "NUM"]
    named = [c for c in owned if tree.lemma(c) not in theme("states", tree.lexicon.lang)["possessive"]]
    if named:
        return _alive(tree, tree.phrase(named[0]))
    frame = governor(reading, at)
    mine = frame is not None and _listed(tree, at, "possessive")
    return (frame.subject or frame.object) if frame and mine and frame.index != at else None


def _listed(tree: Tree, i: int, key: str) -> bool:
    """Whether a noun has a determiner, adjective or owner of a list in `states.yaml`."""
    words = theme("states", tree.lexicon.lang)[key]
    return any(tree.lemma(c) in words for c in tree.children(i, "det", "amod", "nummod", "nmod:poss"))


def _nobody(tree: Tree, i: int) -> bool:
    """Whether a noun or pronoun leaves out everybody: "personne", "aucun suspect", "no one"."""
    words = theme("states", tree.lexicon.lang)["nobody"]
    own = tree.lemma(i) in words and not tree.children(i, "det") and not tree.children(i, "amod")
    return own or any(tree.lemma(c) in words for c in tree.children(i, "det"))


def _nobody_in_front(tree: Tree, at: int) -> bool:
    """Whether "personne n'a été" stands before a verb, whatever the parse makes of it."""
    front = range(max(0, at - _NEAR), at)
    words = theme("states", tree.lexicon.lang)["nobody"]
    return any(tree.lemma(n) in words and particle(tree.tokens[n + 1].text, tree.lexicon.lang) for n in front)


def _none_of(reading: Reading, at: int) -> bool:
    """Whether a noun of an act is told to be of nobody: "aucune arrestation", "have not made any arrests"."""
    tree = reading.tree
    if not _act(tree, at) or _owner(reading, at):
        return False
    frame = governor(reading, at)
    return _nobody(tree, at) or bool(frame and frame.negated)


def _anybody(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase is one of a kind of people, or several: "un homme de 30 ans", "deux suspects"."""
    return phrase.lemma in people(tree.lexicon.lang) and tree.tokens[phrase.head].pos == "NOUN"


def _spoken(reading: Reading, slot: Slot, phrase: Phrase) -> Phrase:
    """For "nous" and "I" whoever speaks, where the claim names him: by his role, if it is one of the slot's."""
    tree = reading.tree
    if tree.folded(phrase.head).lower() not in theme("states", tree.lexicon.lang)["speaking"]:
        return phrase
    for speaker in reading.claim.speakers:
        told = tokens_in(tree, speaker.start, speaker.end)
        near = range(max(0, told[0] - _BESIDE), told[-1] + 1) if told else ()
        head = next((i for i in near if tree.lemma(i) in slot.roles), head_of(tree, told))
        if head is not None:
            return tree.phrase(head)
    return phrase


def _meant(reading: Reading, slot: Slot, bearer: Phrase) -> Phrase:
    """The bearer or, for a pronoun, the one a clause above is about ("le conducteur nie qu'il avait bu")."""
    tree = reading.tree
    if tree.tokens[bearer.head].pos != "PRON":
        return bearer
    if (speaker := _spoken(reading, slot, bearer)) is not bearer:
        return speaker
    tops = set(tree.ancestors(bearer.head))
    frames = [f for f in reading.frames if f.index in tops and f.subject and f.subject.head < bearer.head]
    own = tree.lexicon.denying | disputes(tree.lexicon.lang, "rejecting") | disputes(tree.lexicon.lang, "admitting")
    about = (f.subject for f in frames if f.subject and (f.subject.lemma in slot.roles or f.lemma in own))
    return next(about, bearer)


def _bearer(reading: Reading, at: int, words: list[int]) -> Phrase | None:
    """Of whom or what the word at `at` tells: what it qualifies or governs, or who the clause around it is about."""
    tree = reading.tree
    fluid = _in_body(tree, at)
    if fluid is not None:
        return fluid
    frame = next((f for f in reading.frames if f.index == at), None)
    if frame:
        undergone = tree.lemma(at) in theme("states", tree.lexicon.lang)["undergone"] and not frame.copular
        done = frame.object or _bare_object(tree, frame)
        return (_alive(tree, done) if done else None) if undergone else _of_frame(tree, frame, words)
    head = tree.tokens[at].head
    if tree.tokens[at].pos == "NOUN" and not tree.children(at, "case") and not tree.is_dep(at, "appos"):
        owned = [c for c in tree.children(at, "nmod") if tree.is_nominal(c)]
        if owned:
            return tree.phrase(owned[0])
    if tree.is_dep(at, "amod", "acl", "nmod", "appos", "obl:mod") and tree.is_nominal(head):
        return _alive(tree, tree.phrase(head))
    return _above(reading, at, words)


def _above(reading: Reading, at: int, words: list[int]) -> Phrase | None:
    """Whom the clause around a word is about; "be" may stand there as a helper of nothing."""
    tree, by_index = reading.tree, {f.index: f for f in reading.frames}
    for n in (at, *tree.ancestors(at)):
        if n in by_index:
            return _of_frame(tree, by_index[n], words)
        if subjects := tree.children(n, "nsubj"):
            return tree.phrase(subjects[0])
    return None


def _of_frame(tree: Tree, frame: Frame, words: list[int]) -> Phrase | None:
    """Whom a predicate leaves in a state: the person to or of whom it is told, else its object, else its subject."""
    told_to = [c for c in tree.children(frame.index, "iobj") if "Reflex=Yes" not in tree.tokens[c].morph]
    roles = [*told_to, *(p.head for p in (frame.object, frame.subject) if p)]
    roles += tree.children(frame.index, "nsubj", "nsubj:pass")
    # "est parmi les rescapés" by a parse that makes "est" the verb; "a coûté la vie au chauffeur", "claimed his life"
    roles += [n for c in tree.children(frame.index, "cop") for n in tree.children(c, "nsubj")]
    roles += [*tree.children(frame.index, "obl:arg"), *(n for w in words for n in tree.children(w, "nmod"))]
    free = [i for i in roles if not set(words) & set(tree.subtree(i, outside=OTHER | {"acl", "amod"}))]
    chosen = next((i for i in free if _somebody(tree, i)), free[0] if free else None)
    return _opening(tree, frame, words) if chosen is None else _alive(tree, tree.phrase(chosen))


def _bare_object(tree: Tree, frame: Frame) -> Phrase | None:
    """The person behind an active verb that the parse takes for a circumstance: "a relaxé vendredi le maire"."""
    behind = [c for c in tree.children(frame.index, "obl:mod") if c > frame.index and _somebody(tree, c)]
    bare = [c for c in behind if not tree.children(c, "case") and frame.subject]
    return tree.phrase(bare[0]) if bare else None


def _somebody(tree: Tree, i: int) -> bool:
    """Whether a word may stand for people."""
    return i in tree.entity_of or he(tree, i) or tree.lemma(i) in people(tree.lexicon.lang)


def _alive(tree: Tree, phrase: Phrase) -> Phrase:
    """For "the body of X" X."""
    remains = phrase.lemma in theme("states", tree.lexicon.lang)["remains"]
    if named := included(tree, phrase.head):
        return tree.phrase(named)
    owners = [c for c in tree.children(phrase.head, "nmod") if tree.is_nominal(c) and tree.tokens[c].pos != "PRON"]
    return tree.phrase(owners[0]) if remains and owners else phrase


def _opening(tree: Tree, frame: Frame, words: list[int]) -> Phrase | None:
    """The subject that a remark behind it keeps from its verb: "Le suspect, connu de …, était armé"."""
    opens = [
        c
        for c in tree.children(frame.index, *_SUBJECT_LIKE)
        if c < frame.index and c not in words and tree.is_nominal(c) and not tree.children(c, "case")
    ]
    return tree.phrase(opens[0]) if opens else None


def _in_body(tree: Tree, at: int) -> Phrase | None:
    """Whose blood or the like is spoken of below a word."""
    bodily = theme("states", tree.lexicon.lang)["bodily"]
    for i in (n for n in tree.subtree(at, outside=OTHER) if tree.lemma(n) in bodily and not _guarded(tree, n)):
        owners = [c for c in tree.children(i, "nmod") if tree.is_nominal(c)]
        if owners:
            return tree.phrase(owners[0])
    return None


def _guarded(tree: Tree, i: int) -> bool:
    """Whether a body is what somebody is told to guard: "le garde du corps de X"."""
    return tree.is_dep(i, "nmod") and tree.lemma(tree.tokens[i].head) in theme("states", tree.lexicon.lang)["guards"]


def _roles(tree: Tree, slot: Slot, bearer: Phrase) -> frozenset[str]:
    """The ids of what a bearer is the one of, by its noun, or by the noun that its name stands beside."""
    beside = [i for i, t in enumerate(tree.tokens) if t.pos == "NOUN" and bearer.own and tree.borne(i) & bearer.own]
    phrases = [bearer, *(tree.phrase(i) for i in beside if i != bearer.head)]
    return frozenset(role for role in (_role(tree, slot, p) for p in phrases) if role)


def _role(tree: Tree, slot: Slot, bearer: Phrase) -> str | None:
    """The id of a bearer that is told as the one of its kind, where the slot is told of such."""
    token, noun = tree.tokens[bearer.head], _noun(tree, slot, bearer)
    if slot.sided and noun in slot.roles:  # "prosecutors"
        return slot.roles[noun]
    known_one = (
        bearer.definite
        or any("Definite=Def" in tree.tokens[c].morph for c in tree.children(bearer.head, "case"))
        or _listed(tree, bearer.head, "possessive")
    )
    if several(tree, bearer.head):
        return _group_id(tree, slot, bearer) if slot.groups and whole(tree, bearer.head) else None
    if token.pos not in ("NOUN", "VERB", "ADJ") or not known_one:
        return None
    return role_id(tree.lexicon, slot, noun)


def role_id(lexicon: Lexicon, slot: Slot, noun: str) -> str | None:
    """The id of a noun as the role of a slot's bearer, if such may bear it."""
    if noun in slot.roles:
        return slot.roles[noun]
    known = slot.thing or (slot.person and (slot.anyone or noun in people(lexicon.lang)))
    return (lexicon.referents.get(noun) or lexicon.concept(noun)) if known and noun not in lexicon.empty else None


def _noun(tree: Tree, slot: Slot, bearer: Phrase) -> str:
    """The noun of a bearer; the parse may take it for a participle ("the accused")."""
    word = tree.folded(bearer.head).lower()
    return word if word in slot.roles else bearer.lemma


def _pronoun(reading: Reading, bearer: Phrase) -> frozenset[str]:
    """Whom "he" stands for: the one person named before it in the claim who does not speak."""
    tree, token = reading.tree, reading.tree.tokens[bearer.head]
    if token.pos != "PRON":
        return frozenset()
    tops = set(tree.ancestors(bearer.head))
    subjects = [f.subject for f in reading.frames if f.index in tops and f.subject and f.subject.head != bearer.head]
    telling = frozenset[str]().union(*(p.own for p in subjects))
    spoken = frozenset[str]() if subjects else reading.speakers
    here = {e.key for e in reading.claim.entities if e.end <= token.start and _person(reading, e.key)}
    left = frozenset(n for n in here - telling if not any(n in s for s in spoken))
    return left if len(left) == 1 else frozenset()


def _person(reading: Reading, name: str) -> bool:
    """Whether a name is, or ends, one of several words in its article: "Kerlan", where "Anne Kerlan" is told of."""
    return any(name == full or full.endswith(f" {name}") for full in reading.story.names if " " in full)
