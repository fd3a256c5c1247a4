"""What is said of a quantified phrase ("la plupart des pêcheurs ont signé"): its predicate, and the words of it."""

from __future__ import annotations

from factcheck.facts.amounts import Part, group_of, parts_of, top_of, words_of
from factcheck.facts.base import Reading, clause, governor, tokens_in
from factcheck.parse.frames import Frame
from factcheck.parse.negation import is_negative, negators
from factcheck.parse.tree import Tree

_VERBAL = frozenset({"VERB", "AUX"})
# A verb stands so near a share without a noun ("un tiers ont signé").
_NEXT = 2


def predicate_of(reading: Reading, part: Part) -> tuple[int, Frame | None] | None:
    """The predicate of a quantified noun phrase, with its frame; where the parse has none, what follows it."""
    tree, group = reading.tree, set(group_of(reading.tree, part))
    if part.noun is None:  # parsers are lost without it: the verb is what follows
        verb = next((i for i in range(part.tokens[-1] + 1, len(tree.tokens)) if tree.tokens[i].pos in _VERBAL), None)
        frame = next((f for f in reading.frames if f.index == verb), None)
        return None if verb is None or verb > part.tokens[-1] + _NEXT else (verb, frame)
    top = top_of(tree, part)
    frame = governor(reading, top)
    if frame and frame.index not in group and not _qualifies(tree, frame.index):
        return frame.index, frame
    behind = [f for f in reading.frames if f.index > max(part.tokens) and f.index not in group]
    if behind:
        return behind[0].index, behind[0]
    root = tree.root(top)
    return (root, None) if root not in group and root > max(part.tokens) else None


def _qualifies(tree: Tree, i: int) -> bool:
    """Whether a predicate merely qualifies a noun: an infinitive or participle clause behind it."""
    return tree.is_dep(i, "acl") and not tree.is_dep(i, "acl:relcl")


def denied(reading: Reading, part: Part, predicate: int, frame: Frame | None) -> bool:
    """Whether the predicate is denied, other than by the quantifier itself."""
    tree = reading.tree
    words = negators(tree.tokens, predicate, reading.claim.lang, tree.children)
    if part.word in ("none", "not_all"):
        return False
    own = [i for i in words if i not in part.tokens]
    if frame is None or words:
        return bool(own)
    return frame.negated


def telling(reading: Reading, part: Part, predicate: int) -> bool:
    """Whether the phrase is only whose word it is ("selon deux témoins, …"), not what the predicate is said of."""
    tokens = reading.tree.tokens
    at = tokens[part.tokens[0]].start
    own = (speaker for speaker in reading.claim.speakers if speaker.start <= at < speaker.end)
    return any(tokens[predicate].text not in speaker.cue for speaker in own)


def said_of(reading: Reading, predicate: int, without: frozenset[int]) -> list[int]:
    """The words of a predicate and what it governs, an infinitive it carries included ("en train de signer")."""
    tree = reading.tree
    carried = [c for c in tree.children(predicate, "xcomp", "acl") if "VerbForm=Inf" in tree.tokens[c].morph]
    below = {n for c in carried for n in tree.subtree(c)}
    return [i for i in sorted({*clause(tree, predicate), *below}) if i not in without]


def elided(reading: Reading, part: Part) -> list[int]:
    """The words behind a share without a noun, up to the next such share: "un tiers dorment et un tiers jouent"."""
    start = part.tokens[-1] + 1
    others = [other.tokens[0] for other in parts_of(reading) if other.noun is None and other.tokens[0] >= start]
    return list(range(start, min(others, default=len(reading.tree.tokens))))


def speaking(reading: Reading, predicate: int, said: list[int]) -> list[int]:
    """Of what is said, the words with content, dates left out."""
    tree, words = reading.tree, words_of(reading.claim.lang)
    dated = {i for d in reading.claim.dates for i in tokens_in(tree, d.start, d.end)}
    return [i for i in said if i not in dated and tree.lemma(i) not in words.bare and _speaks(tree, i, predicate)]


def _speaks(tree: Tree, i: int, predicate: int) -> bool:
    """Whether a word is part of what is said: content, the predicate itself, or another quantifier."""
    token = tree.tokens[i]
    empty = token.pos in ("AUX", "PUNCT", "DET", "ADP", "PRON", "CCONJ") and i != predicate
    if empty or is_negative(token.text, tree.lexicon.lang):
        return token.text.lower() in words_of(tree.lexicon.lang).amounts
    return tree.has_content(i) or i == predicate
