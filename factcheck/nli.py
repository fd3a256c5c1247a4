"""A language inference model from a folder on disk: model.onnx, tokenizer.json and config.json, nothing else.

Optional (`pip install "factcheck-cli[nli]"`), never fetched, imported only where `--nli` asks for it. One thread and
one pair at a time: a score hangs on its two sentences alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from math import exp
from pathlib import Path
from typing import Any

from factcheck.errors import UsageError

FILES = ("model.onnx", "tokenizer.json", "config.json")
# The words under which models know the three answers, in the order of `score`.
_ANSWERS = ("entail", "neutral", "contradict")
# More pieces than these are cut off, from the longer sentence first; two sentences seldom have so many.
_LONGEST = 256
_DIGITS = 3
_CHUNK = 1 << 20


class Model:
    """A model ready to be asked; `sha256` is that of its file."""

    def __init__(self, session: Any, tokenizer: Any, order: Sequence[int], digest: str) -> None:
        """`order` tells where the model puts entailment, neutrality and contradiction."""
        self.sha256 = digest
        self._session = session
        self._tokenizer = tokenizer
        self._order = tuple(order)
        self._inputs = [node.name for node in session.get_inputs()]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """For each premise and hypothesis how likely it is entailed, neither, or contradicted, to three decimals."""
        return [self._score(premise, hypothesis) for premise, hypothesis in pairs]

    def _score(self, premise: str, hypothesis: str) -> tuple[float, float, float]:
        import numpy as np

        encoded = self._tokenizer.encode(premise, hypothesis)
        known = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        logits = self._session.run(None, {name: np.array([known[name]], np.int64) for name in self._inputs})[0][0]
        entail, neutral, contradict = _shares([float(logits[at]) for at in self._order])
        return entail, neutral, contradict


def _shares(logits: Sequence[float]) -> list[float]:
    """Logits as shares of one.

    >>> _shares([0.0, 0.0, 0.0])
    [0.333, 0.333, 0.333]
    """
    weights = [exp(logit - max(logits)) for logit in logits]
    return [round(weight / sum(weights), _DIGITS) for weight in weights]


def load(path: Path) -> Model:
    """The model in the folder `path`; a `UsageError` says what it lacks."""
    for name in FILES:
        if not (path / name).is_file():
            raise UsageError(f"nli {path}: {name} is missing; the folder must hold {', '.join(FILES)}")
    try:
        import onnxruntime
        import tokenizers
    except ImportError:
        raise UsageError('nli needs onnxruntime and tokenizers; pip install "factcheck-cli[nli]"') from None
    order = _order_of(path / "config.json")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        session = onnxruntime.InferenceSession(path / "model.onnx", options, providers=["CPUExecutionProvider"])
        tokenizer = tokenizers.Tokenizer.from_file(str(path / "tokenizer.json"))
        tokenizer.enable_truncation(_LONGEST)
        tokenizer.no_padding()
    except Exception as error:  # neither library has one of its own for a damaged file
        raise UsageError(f"nli {path}: cannot be loaded: {' '.join(str(error).split())}") from None
    return Model(session, tokenizer, order, _digest(path / "model.onnx"))


def _order_of(config: Path) -> list[int]:
    """Where a model puts entailment, neutrality and contradiction, by its `id2label`."""
    try:
        labels = json.loads(config.read_text(encoding="utf-8"))["id2label"]
        places = {str(label).lower(): int(place) for place, label in labels.items()}
        return [next(place for label, place in places.items() if label.startswith(answer)) for answer in _ANSWERS]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration):
        raise UsageError(
            f"nli {config}: id2label must name entailment, neutral and contradiction; is this an inference model?"
        ) from None


def _digest(path: Path) -> str:
    """The SHA-256 of a file that may not fit in memory."""
    digest = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
