"""What a reviewer decides, written into the ledger's text: one conflict's state and reason, nothing else."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import UsageError
from factcheck.ledger.emit import scalar
from factcheck.ledger.model import State
from factcheck.ledger.patching import Patcher
from factcheck.ledger.sealing import tree_of
from factcheck.yamlfile import Items, Mapping


def settled(path: Path, text: str, key: str, state: State, reason: str) -> str:
    """`text` with the conflict `key` in `state` for `reason`; every other byte stays."""
    if not reason.strip() and state is not State.OPEN:
        raise UsageError(f"{key}: a settled conflict needs a reason; say why in a sentence")
    patcher, record = Patcher(text), _record(path, text, key)
    patches = [patcher.put(record, "state", state.value, after="kind")]
    if reason.strip():
        patches.append(patcher.put(record, "reason", scalar(" ".join(reason.split())), after="state"))
    return patcher.apply(patch for patch in patches if patch)


def _record(path: Path, text: str, key: str) -> Mapping:
    """The entry of the conflict `key`."""
    ledger, root = tree_of(path, text)
    records = root.nodes.get("conflicts")
    if isinstance(records, Items):
        for entry, record in zip(ledger.conflicts, records.nodes, strict=True):
            if entry.key == key and isinstance(record, Mapping):
                return record
    raise UsageError(f"{path}: no conflict '{key}'; its keys stand under 'conflicts'")
