"""The student s(q, d): a Siamese DistilBERT, [CLS] of both sides, cosine (eCom'24, Eq 4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import DistilBertModel

from core.types import FloatRows, Scores
from training.export import Tower
from training.learning.batches import Tensors
from training.learning.lists import LabelledList, Part, query_text
from training.learning.tokens import copy_of, padded


class Student(torch.nn.Module):
    """One tower for both sides; `tower` is what the export writes."""

    def __init__(self, encoder: DistilBertModel) -> None:
        super().__init__()
        self.tower = Tower(encoder)

    def forward(
        self,
        owner: torch.Tensor,
        query_ids: torch.Tensor,
        query_mask: torch.Tensor,
        item_ids: torch.Tensor,
        item_mask: torch.Tensor,
    ) -> torch.Tensor:
        """Tokens of l queries and m items, and each item's query int64[m] → cosines, float32[m]."""
        queries = self.tower(query_ids, query_mask).float()
        items = self.tower(item_ids, item_mask).float()
        cosines: torch.Tensor = (queries[owner] * items).sum(dim=-1)
        return cosines


class TowerTokens:
    """Makes the student's tensors: every query once, however many items it has."""

    def __init__(self, tokenizer: Tokenizer, max_query_tokens: int, max_item_tokens: int) -> None:
        self._queries = copy_of(tokenizer, max_query_tokens)
        self._items = copy_of(tokenizer, max_item_tokens)

    def __call__(self, parts: Sequence[Part]) -> Tensors:
        """Queries int64[l, t] and items int64[m, u], in the order of the parts."""
        queries = self.queries([query_text(part.source) for part in parts])
        items = self.items([text for part in parts for text in part.texts])
        return {
            "query_ids": queries["input_ids"],
            "query_mask": queries["attention_mask"],
            "item_ids": items["input_ids"],
            "item_mask": items["attention_mask"],
        }

    def queries(self, texts: Sequence[str]) -> Tensors:
        """Padded tokens of queries."""
        return padded(self._queries.encode_batch(list(texts)))

    def items(self, texts: Sequence[str]) -> Tensors:
        """Padded tokens of items."""
        return padded(self._items.encode_batch(list(texts)))


def cosines(student: Student, tokens: TowerTokens, lists: Sequence[LabelledList]) -> dict[str, Scores]:
    """Per query the cosines of its items, float64[n]; every different text is encoded once."""
    queries = _vectors(student, tokens.queries, [query_text(known) for known in lists])
    items = _vectors(student, tokens.items, [text for known in lists for text in known.texts])
    return {
        known.query: np.stack([items[text] for text in known.texts]).astype(np.float64)
        @ queries[query_text(known)]
        for known in lists
    }


def _vectors(
    student: Student, tokens: Callable[[Sequence[str]], Tensors], texts: Sequence[str], size: int = 128
) -> dict[str, FloatRows]:
    different = sorted(set(texts), key=len)
    device = next(student.parameters()).device
    found: dict[str, FloatRows] = {}
    for start in range(0, len(different), size):
        some = different[start : start + size]
        batch = tokens(some)
        with torch.inference_mode():
            rows = student.tower(batch["input_ids"].to(device), batch["attention_mask"].to(device))
        found |= zip(some, rows.float().cpu().numpy(), strict=True)
    return found
