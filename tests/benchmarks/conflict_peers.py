"""The detectors that we are measured against, each as a question: do these two texts contradict each other?

All work from rules alone; those that need a model or a key are not asked. One that is not installed is left out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from installed import installed

Peer = Callable[[str, str], bool]


def peers() -> dict[str, Peer]:
    """The installed peers by name."""
    return installed(PEERS)


def _groundcheck() -> Peer:
    """Its slots side by side: the verifier itself asks for a table that the package lacks."""
    slots = import_module("groundcheck.fact_extractor").extract_fact_slots

    def contradict(a: str, b: str) -> bool:
        one, other = slots(a), slots(b)
        return any(one[slot].normalized != other[slot].normalized for slot in one.keys() & other.keys())

    return contradict


def _patha() -> Peer:
    belief = import_module("patha.belief.contradiction")
    numerical = import_module("patha.belief.numerical_detector")
    detector = numerical.NumericalAwareDetector(inner=belief.StubContradictionDetector())
    return lambda a, b: detector.detect(a, b).label == belief.ContradictionLabel.CONTRADICTS


def _contrachecker() -> Peer:
    package = import_module("contrachecker")

    def contradict(a: str, b: str) -> bool:
        chunks = [package.Chunk(id=str(n), text=text) for n, text in enumerate((a, b))]
        return bool(package.check_contradictions(chunks).contradictions)

    return contradict


def _contradiction_check() -> Peer:
    detector = import_module("contradiction_check.detector")
    folder = Path(tempfile.mkdtemp(prefix="notes-"))

    def contradict(a: str, b: str) -> bool:
        notes = []
        for n, text in enumerate((a, b)):
            path = folder / f"{n}.md"
            path.write_text(text, encoding="utf-8")
            notes.append(detector.load_note(path))
        return detector.find_pair_conflicts(*notes) is not None

    return contradict


def _contradiction_judge() -> Peer:
    check = import_module("contradiction_judge.detect").check_memories
    return lambda a, b: bool(check([{"id": str(n), "text": text} for n, text in enumerate((a, b))])["contradictions"])


PEERS: dict[str, Callable[[], Peer]] = {
    "groundcheck": _groundcheck,
    "patha-memory": _patha,
    "contrachecker": _contrachecker,
    "mcp-contradiction-check": _contradiction_check,
    "contradiction-judge": _contradiction_judge,
}
