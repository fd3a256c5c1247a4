"""How far a denial reaches: the words under it, and where other clauses begin, which are told.

With a parse that knows the predicate, the words below it; where the parse knows none, those up to the next mark. And
what looks like a denial and is none ("sans doute"), or is one without looking so ("a tenté en vain de …").
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.parse.negation import aside, instead, is_negative, particle, without
from factcheck.parse.tree import Tree

# Clauses beside the denied one: they are told, not denied.
APART = frozenset({"advcl", "parataxis", "punct", "cc"})
# Beside a subject, its relative clauses too.
BESIDE = APART | {"acl:relcl"}

# What makes a participle a clause of its own.
_HAVING = frozenset({"ayant", "étant", "having", "being"})

# How many words a French negation may hold between its two halves ("n'en a pourtant encore jamais").
_BETWEEN = 6
# How near behind a word of trying it is told that it failed.
_VAIN = 5
_MARKS = frozenset(",;:().!?–—")
_OPENING = frozenset({"CCONJ", "SCONJ"})
# Behind these a denial goes on: "pas que …".
_COMPLEMENT = frozenset({"que", "qu'", "that"})


def below(tree: Tree, i: int, outside: frozenset[str] = BESIDE) -> list[int]:
    """The tokens at and below `i` that a denial of it covers; not what holds instead ("mais …")."""
    found, stack = [], [i]
    while stack:
        node = stack.pop()
        found.append(node)
        inside = (c for c in tree.children(node) if tree.tokens[c].dep not in outside)
        stack.extend(c for c in inside if not (opposed(tree, c) or own_clause(tree, c) or _told(tree, c)))
    but = (n for n in range(i + 1, len(tree.tokens)) if instead(tree.tokens[n].text, tree.lexicon.lang))
    end = next(but, len(tree.tokens))
    return sorted(n for n in found if n < end)


def above(tree: Tree, i: int) -> Iterator[int]:
    """A predicate and what it hangs from, up to a clause of its own."""
    yield i
    for head in tree.ancestors(i):
        if own_clause(tree, i):
            return
        yield head
        i = head


def opposed(tree: Tree, i: int) -> bool:
    """Whether a word is put in the place of a denied one: "mais à Angers", "plutôt à Angers"."""
    return any(instead(tree.tokens[c].text, tree.lexicon.lang) for c in tree.children(i, "cc", "advmod"))


def own_clause(tree: Tree, i: int) -> bool:
    """Whether a conjunct has its own subject ("n'a pas signé, car le maire refuse"): no denial reaches there."""
    return tree.is_dep(i, "conj") and bool(tree.children(i, "nsubj", "expl:subj"))


def _told(tree: Tree, i: int) -> bool:
    """Whether words below a denied one are told all the same: known ones, and a clause that opens as one.

    The parse may take such a clause for something else ("ne signera pas, même si son parti le lui ordonne").
    """
    return (
        _known(tree, i)
        or _absolute(tree, i)
        or any(aside(tree.tokens[c].text, tree.lexicon.lang) for c in tree.children(i, "mark"))
    )


def _absolute(tree: Tree, i: int) -> bool:
    """Whether a noun opens a clause with a participle of its own: "…, le pont ayant été emporté"."""
    done = [c for c in tree.children(i, "acl") if "VerbForm=Part" in tree.tokens[c].morph]
    helpers = (h for c in done for h in tree.children(c, "aux") if h < c)
    return any(tree.folded(h) in _HAVING for h in helpers)


def _known(tree: Tree, i: int) -> bool:
    """Whether words are taken as known: what is compared with, and what tells which known thing ("le prix que …")."""
    head = tree.tokens[i].head
    if tree.is_dep(i, "acl:relcl"):
        return head in tree.entity_of or any("Definite=Def" in tree.tokens[c].morph for c in tree.children(head, "det"))
    ranking = tree.lexicon.more | tree.lexicon.less
    return tree.is_comparand(i) and any(tree.lemma(c) in ranking for c in tree.children(head))


def around(tree: Tree, i: int) -> list[int]:
    """What a negative word denies where the parse knows no predicate for it: "sans aucun lien avec …".

    From the particle in front of it up to the next mark or clause.
    """
    front = (n for n in range(max(0, i - _BETWEEN), i) if particle(tree.tokens[n].text, tree.lexicon.lang))
    end = next((n for n in range(i + 1, len(tree.tokens)) if _closes(tree, n)), len(tree.tokens))
    return list(range(next(front, i), end))


def _closes(tree: Tree, i: int) -> bool:
    """Whether a clause ends at token `i`."""
    token = tree.tokens[i]
    if token.pos == "PUNCT":
        return token.text in _MARKS
    return token.pos in _OPENING and tree.folded(i).lower() not in _COMPLEMENT


def premised(tree: Tree, i: int) -> bool:
    """Whether "without" denies nothing: where it opens a clause ("sans la digue, le port serait sous l'eau" speaks of
    what is there), and in a set phrase ("sans doute").
    """
    if tree.folded(min(i + 1, len(tree.tokens) - 1)).lower() in tree.lexicon.surely:
        return True
    opens = i == 0 or tree.tokens[i - 1].pos in ("CCONJ", "SCONJ")
    return opens and without(tree.tokens[i].text, tree.lexicon.lang)


def in_vain(tree: Tree, i: int) -> bool:
    """Whether a word of trying is told to have failed: "a tenté en vain de …", "tried unsuccessfully to …"."""
    if tree.lemma(i) not in tree.lexicon.attempts:
        return False
    near = range(max(0, i - 1), min(i + _VAIN, len(tree.tokens)))
    return any(tree.folded(n).lower() in tree.lexicon.vain or fruitless(tree, n) for n in near)


def fruitless(tree: Tree, i: int) -> bool:
    """Whether a word says, behind "without", that something failed: "sans succès"."""
    fruit = tree.folded(i).lower() in tree.lexicon.fruit
    return fruit and i > 0 and without(tree.tokens[i - 1].text, tree.lexicon.lang)


def attempted(tree: Tree, i: int) -> bool:
    """Whether an infinitive tells what is only striven for: "a tout fait pour …", "braked to avoid the truck"."""
    lexicon, head = tree.lexicon, tree.tokens[i].head
    averting = tree.lemma(i) in lexicon.averting
    striving = tree.lemma(head) in lexicon.light and any(tree.lemma(c) in lexicon.every for c in tree.children(head))
    aim = any(tree.folded(c).lower() in lexicon.purposes for c in tree.children(i, "mark", "aux"))
    return aim and (averting or striving or tree.lemma(head) in lexicon.every)


def inquired(tree: Tree, i: int) -> bool:
    """Whether an infinitive tells what one wants to know, and does not yet: "une autopsie afin de connaître …"."""
    lexicon, head = tree.lexicon, tree.tokens[i].head
    if "VerbForm=Inf" not in tree.tokens[i].morph or tree.lemma(i) not in lexicon.inquiring:
        return False
    marks = {tree.folded(c).lower() for c in tree.children(i, "mark", "aux")}
    return bool(marks & lexicon.purposes) or tree.folded(head).lower() in lexicon.aims


def foreseen(tree: Tree, i: int) -> bool:
    """Whether a predicate is only expected, or not ("does not expect survivors to be found")."""
    words = (i, tree.tokens[i].head) if tree.is_dep(i, "xcomp", "ccomp") else (i,)
    return any(tree.lemma(n) in tree.lexicon.expecting for n in words)


def unsaid(tree: Tree, i: int) -> bool:
    """Whether it is denied only that somebody told it: "ne précise pas combien ils sont", not "n'a pas dit que …"."""
    if tree.lemma(i) not in tree.lexicon.saying or tree.children(i, "aux:pass", "cop"):
        return False
    return all(_asks(tree, c) for c in tree.children(i, "ccomp"))


def _asks(tree: Tree, i: int) -> bool:
    """Whether a clause is a reported question: "n'a pas dit pourquoi …"."""
    return any(tree.lemma(n) in tree.lexicon.asking for n in tree.subtree(i))


def reproached(tree: Tree, i: int) -> bool:
    """Whether a predicate is what somebody is reproached with, or not doing: "lui reproche de ne pas signer"."""
    head = tree.tokens[i].head
    under = tree.is_dep(i, "xcomp", "advcl", "obl", "ccomp") and "VerbForm=Fin" not in tree.tokens[i].morph
    return under and head != i and tree.lemma(head) in tree.lexicon.reproaching


def ended(tree: Tree, i: int) -> bool:
    """Whether a denial says that it was so once ("ne … plus"); "pas plus de …" compares."""
    over = [n for n in _beside(tree, i) if tree.folded(n).lower() in tree.lexicon.ended]
    return any(not n or not is_negative(tree.tokens[n - 1].text, tree.lexicon.lang) for n in over)


def _beside(tree: Tree, i: int) -> list[int]:
    """The dependents of a word and of its helpers."""
    return [n for v in (i, *tree.children(i, "aux", "cop")) for n in tree.children(v)]


def in_a_name(tree: Tree, inside: list[int]) -> bool:
    """Whether the negative words are part of a title ("Rien ne va plus")."""
    negative = [i for i in inside if is_negative(tree.tokens[i].text, tree.lexicon.lang)]
    return bool(negative) and all(i in tree.entity_of for i in negative)


def picked(tree: Tree, i: int) -> bool:
    """Whether this word tells which somebody is not there: "il n'y a aucune personne qui dorme à bord"."""
    head = tree.tokens[i].head
    there = tree.lemma(tree.tokens[head].head) in tree.lexicon.light
    return there and tree.is_dep(i, "acl") and tree.concept(head) in tree.lexicon.generic


def corrected(tree: Tree, i: int) -> bool:
    """Whether something else of its kind is put in this word's place: "pas à Nantes mais à Angers"."""
    verbal = tree.tokens[i].pos == "VERB"
    instead_of = (c for c in tree.children(i, "conj") if (tree.tokens[c].pos == "VERB") is verbal)
    return tree.has_content(i) and any(opposed(tree, c) and not own_clause(tree, c) for c in instead_of)
