"""Pictures: where and when a photograph or film was made, what it is said to show, when it came out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.base import Reading, Scope, scope_of
from factcheck.model import When
from factcheck.parse.frames import Frame
from factcheck.parse.lexicon import disputes
from factcheck.parse.tree import Tree

# Clauses below a predicate or a noun that tell of something else.
_OTHER = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "conj", "punct"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFact:
    """One picture is `how` (one of "taken", "shown", "out") at `places` (entity keys) and on `dates`.

    "taken" is where the camera stood, "shown" what the picture is said to show, "out" when it was published. `staged`
    says that it comes from a film, a game or a drill. `start`/`end` are those of the words that say so.
    """

    start: int
    end: int
    scope: Scope
    how: str
    places: frozenset[str]
    dates: tuple[When, ...]
    staged: bool

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Pictures meet over a name they show, not over being pictures."""
        return ()


def pictures(reading: Reading) -> tuple[PictureFact, ...]:
    """The provenance of the pictures that a claim speaks of, and what they are said to show."""
    return (*_made(reading), *_showing(reading))


def _verbs(reading: Reading) -> dict[str, str]:
    """What the verbs of pictures say of one."""
    lang = reading.tree.lexicon.lang
    taken, shown, out = (disputes(lang, key) for key in ("recording", "showing", "publishing"))
    return {**dict.fromkeys(taken, "taken"), **dict.fromkeys(shown, "shown"), **dict.fromkeys(out, "out")}


def is_picture(reading: Reading, i: int) -> bool:
    """Whether the word at `i` is one for a picture."""
    return reading.tree.lemma(i) in disputes(reading.tree.lexicon.lang, "pictures")


def _made(reading: Reading) -> Iterator[PictureFact]:
    """ "La photo a été prise à Nantes en 2006", "une vidéo qui montre une marche à Brest".

    Not where a part was made there, or something was done besides: "tourné surtout à Brest", "also shot in Leeds".
    """
    verbs = _verbs(reading)
    for frame in reading.frames:
        how = verbs.get(frame.lemma)
        if how and not frame.negated and _of_picture(reading, frame, how):
            below = [i for i in reading.tree.subtree(frame.index, outside=_OTHER | _SUBJECTS) if i >= frame.index]
            if not any(reading.tree.folded(i) in reading.tree.lexicon.besides for i in below):
                yield from _fact(reading, how, frame.index, below, frame)


def _of_picture(reading: Reading, frame: Frame, how: str) -> bool:
    """Whether a predicate tells of a picture: it shows, or was made."""
    tree, above = reading.tree, reading.tree.tokens[frame.index].head
    heads = [p.head for p in (frame.subject, None if how == "shown" else frame.object) if p]
    heads += [above] if tree.is_dep(frame.index, "acl", "amod") else []
    return any(is_picture(reading, i) for i in heads)


def _showing(reading: Reading) -> Iterator[PictureFact]:
    """ "La photo d'une marche à Brest"; what stands behind a participle is said by it: "une photo prise à Brest"."""
    tree, verbs = reading.tree, _verbs(reading)
    for i in range(len(tree.tokens)):
        if not is_picture(reading, i):
            continue
        made = [c for c in tree.children(i, "amod", "acl") if tree.lemma(c) in verbs]
        for c in tree.children(i, "nmod", "nummod"):
            how = next((verbs[tree.lemma(m)] for m in made if m < c), "shown")
            yield from _fact(reading, how, i, tree.subtree(c, outside=_OTHER), None)


def _fact(reading: Reading, how: str, at: int, inside: list[int], frame: Frame | None) -> Iterator[PictureFact]:
    """The fact told by the words `inside`, where they name a place, a date or a game, or are what a picture shows."""
    tree = reading.tree
    spans = [(tree.tokens[i].start, tree.tokens[i].end) for i in inside]
    dates = tuple(d for d in reading.claim.dates if not d.relative and any(s <= d.start < e for s, e in spans))
    places = frozenset[str]().union(*(tree.names([i]) for i in inside if _is_site(tree, i)))
    staged = how != "out" and any(tree.lemma(i) in disputes(tree.lexicon.lang, "staged") for i in inside if i != at)
    if not (places or dates or staged or (frame and how == "shown")):
        return
    start, end = tree.text([at, *inside])
    yield PictureFact(
        start=start,
        end=end,
        scope=scope_of(reading, at, frame),
        how=how,
        places=places,
        dates=dates,
        staged=staged,
    )


def _is_site(tree: Tree, i: int) -> bool:
    """Whether a name stands where a place does: behind "à", "en", "dans"."""
    return i in tree.entity_of and tree.phrase(i).case in tree.lexicon.sited_by - {"de", "of"}
