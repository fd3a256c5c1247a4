"""Work spread over processes; what comes back is in the order of what was sent, however many did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")

# What this process was started to do, set once by `_start`: sent along with every part it would be copied each time.
_work: Callable[[Any], Any]


def spread(work: Callable[[Part], Done], parts: Sequence[Part], jobs: int, *, least: int = 2) -> Iterator[Done]:
    """What `work` makes of each of `parts`, in order, by `jobs` processes.

    With fewer than `least` parts a process, the work is not worth starting any, and is done here.
    `work` must be picklable.
    """
    if jobs == 1 or len(parts) < least * jobs:
        yield from map(work, parts)
        return
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(work,)) as pool:
        yield from pool.map(_do, parts)


def _start(work: Callable[[Any], Any]) -> None:
    """Keep what this process is for."""
    global _work
    _work = work


def _do(part: Any) -> Any:
    """One part of the work."""
    return _work(part)
