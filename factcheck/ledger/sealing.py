"""Writing hashes and seals into a ledger's text, touching no other byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.ledger.model import ClaimEntry, Ledger
from factcheck.ledger.patching import Patch, Patcher
from factcheck.ledger.read import read
from factcheck.ledger.seal import claim_seal, ledger_seal
from factcheck.ledger.sourcetext import SourceText
from factcheck.yamlfile import Items, Mapping, Node, parse


def pinned(path: Path, text: str) -> str:
    """`text` with the sha256 of each source's file as it is now; one that cannot be read keeps its own."""
    ledger, root = tree_of(path, text)
    patcher = Patcher(text)
    return patcher.apply(_pins(ledger, root, patcher))


def sealed_text(path: Path, text: str, *, broken: bool = False, fit: Callable[[ClaimEntry], bool] | None = None) -> str:
    """`text` with the ledger's seal and that of each reviewed claim that has none, if it is `fit` for one.

    A claim's seal that no longer holds is renewed only if `broken`: a person must have reviewed it again.
    """
    ledger, root = tree_of(path, text)
    patcher = Patcher(text)
    patches = list(_claim_seals(ledger, root, patcher, broken=broken, fit=fit))
    seal = ledger_seal(ledger.sources.values(), ledger.conflicts)
    if "seal" in root.nodes:
        patches += filter(None, [patcher.put(root, "seal", seal, after="version")])
    else:
        patches.append(patcher.append(f"seal: {seal}"))
    return patcher.apply(patches)


def tree_of(path: Path, text: str) -> tuple[Ledger, Mapping]:
    """The ledger that `text` is, and its tree."""
    data = text.encode("utf-8")
    ledger = read(path, data)
    root = parse(data, [])
    assert isinstance(root, Mapping)  # `read` accepted it
    return ledger, root


def _pins(ledger: Ledger, root: Mapping, patcher: Patcher) -> Iterator[Patch]:
    for key, record in _maps(root.nodes["sources"]):
        source = ledger.sources[key]
        now = SourceText(source, ledger.file(source))
        if not now.fault:
            yield from filter(None, [patcher.put(record, "sha256", now.sha256, after="path")])


def _claim_seals(
    ledger: Ledger,
    root: Mapping,
    patcher: Patcher,
    *,
    broken: bool,
    fit: Callable[[ClaimEntry], bool] | None,
) -> Iterator[Patch]:
    claims = root.nodes["claims"]
    assert isinstance(claims, Items)
    for claim, record in zip(ledger.claims, claims.nodes, strict=True):
        review = record.nodes.get("reviewed") if isinstance(record, Mapping) else None
        if not isinstance(review, Mapping) or ("seal" in review.nodes and not broken):
            continue
        if fit is None or fit(claim):
            yield from filter(None, [patcher.put(review, "seal", claim_seal(claim), after="on")])


def _maps(node: Node) -> Iterator[tuple[str, Mapping]]:
    if isinstance(node, Mapping):
        for key, child in node.nodes.items():
            if isinstance(child, Mapping):
                yield key, child
