"""Documents as they stood at a git revision, written to a folder for the time of a comparison."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path, PurePosixPath

from factcheck.errors import UsageError

# A plain file; links and submodules are no documents.
_FILES = frozenset({"100644", "100755"})


def resolved(revision: str) -> str | None:
    """The full name of `revision`, or None where git knows none by that name here."""
    done = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return done.stdout.decode().strip() if done is not None and done.returncode == 0 else None


def export(commit: str, path: str, folder: Path) -> None:
    """Write what stood at or below `path` (from the working folder) at `commit` into `folder`, under its names."""
    listed = _git("ls-tree", "-r", "-z", commit, "--", path)
    if listed is None or listed.returncode:
        raise UsageError(f"{path}: cannot be listed at {commit[:12]}")
    for line in listed.stdout.decode("utf-8", "surrogateescape").split("\0"):
        meta, _, name = line.partition("\t")
        mode, _, rest = meta.partition(" ")
        if mode in _FILES and not {"..", ".git"} & set(PurePosixPath(name).parts) and not name.startswith("/"):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_blob(rest.split()[-1]))


def _blob(name: str) -> bytes:
    done = _git("cat-file", "blob", name)
    if done is None or done.returncode:
        raise UsageError(f"git object {name[:12]} cannot be read")
    return done.stdout


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    """Git's answer, or None without git. Paths are taken to the letter, nothing is fetched, nobody is asked."""
    quiet = {"GIT_LITERAL_PATHSPECS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(["git", *arguments], capture_output=True, env={**os.environ, **quiet}, check=False)
    except OSError:
        return None
