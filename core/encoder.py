"""The student at work: tokenizer.json and encoder.onnx, text in, vectors of length 1 out.

[CLS] pooling and the L2 norm are inside the graph. Texts are encoded one at a time and unpadded: with dynamic
int8 the activation scales span the whole input tensor, so a padded batch would make a vector depend on its
neighbours (docs/adr/0001-encoder-precision.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from core.errors import MismatchError
from core.text import SEPARATOR_TOKENS, normalise_query, render_item
from core.types import FloatRows, Item

_REMEDY = "Export the encoder again: shelfrank export"


class Encoder:
    """Both towers; safe to call from several threads, each call runs on one."""

    def __init__(self, model: Path, tokenizer: Path, max_query_tokens: int, max_item_tokens: int) -> None:
        self._session = _session(model)
        self.dim = int(self._session.get_outputs()[0].shape[-1])
        self._queries = _tokenizer(tokenizer, max_query_tokens)
        self._items = _tokenizer(tokenizer, max_item_tokens)

    def encode_query(self, query: str) -> FloatRows:
        """The query's vector, float32[dim]."""
        return self._run(self._queries, normalise_query(query))

    def encode_item(self, item: Item) -> FloatRows:
        """The item's vector, float32[dim]."""
        return self._run(self._items, render_item(item))

    def encode_queries(self, queries: Sequence[str]) -> FloatRows:
        """One row per query, float32[n, dim]."""
        rows = [self.encode_query(query) for query in queries]
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)

    def _run(self, tokenizer: Tokenizer, text: str) -> FloatRows:
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        vector: FloatRows = self._session.run(None, feed)[0][0]
        return vector


def _session(model: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    # one thread a call: the callers bring their own pool, and two pools fight over the cores
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    try:
        return ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises its own types, which it does not export
        raise MismatchError(model.name, "an ONNX encoder", error, _REMEDY) from error


def _tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises bare Exception
        raise MismatchError(path.name, "a tokenizer.json", error, _REMEDY) from error
    missing = [token for token in SEPARATOR_TOKENS if tokenizer.token_to_id(token) is None]
    if missing:
        raise MismatchError(path.name, "every separator token", f"no {missing}", _REMEDY)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer
