"""The teacher t(q, d): a BERT cross-encoder (eCom'24, Eq 1 and 2)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from transformers import BertModel

from core.text import TITLE_MARKER
from training.learning.batches import Tensors, whole_lists
from training.learning.lists import LabelledList, Part, query_text
from training.learning.tokens import copy_of, padded


class Teacher(torch.nn.Module):
    """W2 · LayerNorm(W1 · E[CLS]) over E = BERT([CLS] q [SEP] [SEP_T] title [SEP_P] type [SEP_B] brand …).

    Eq 2 has no biases: the layer norm's own shift, through W2, is the offset.

    Args:
        outputs: logits per pair; 1 for soft labels, more for the multi-class and ordinal rows.
    """

    def __init__(self, bert: BertModel, outputs: int) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.bert = bert
        self.project = torch.nn.Linear(width, width, bias=False)
        self.norm = torch.nn.LayerNorm(width)
        self.head = torch.nn.Linear(width, outputs, bias=False)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Tokens of m pairs, int64[m, t] → logits, float32[m, outputs]."""
        hidden = self.bert(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        logits: torch.Tensor = self.head(self.norm(self.project(hidden[:, 0]))).float()
        return logits


class PairTokens:
    """Makes the teacher's tensors of (query, item) pairs."""

    def __init__(self, tokenizer: Tokenizer, max_tokens: int) -> None:
        self._tokenizer = copy_of(tokenizer, max_tokens)

    def __call__(self, parts: Sequence[Part]) -> Tensors:
        """One row per item of the parts."""
        pairs = [(query_text(part.source), f"{TITLE_MARKER} {text}") for part in parts for text in part.texts]
        return padded(self._tokenizer.encode_batch(pairs))


def pair_logits(
    teacher: Teacher, tokens: PairTokens, lists: Sequence[LabelledList], items: int = 128
) -> dict[tuple[str, str], torch.Tensor]:
    """The logits of every (query, item id), float32[outputs] each."""
    found: dict[tuple[str, str], torch.Tensor] = {}
    device = next(teacher.parameters()).device
    for parts in whole_lists(lists, items):
        batch = {name: tensor.to(device) for name, tensor in tokens(parts).items()}
        with torch.inference_mode():
            rows = teacher(**batch).cpu()
        for part, row in zip(parts, rows, strict=True):
            found[part.source.query, part.source.item_ids[part.places[0]]] = row
    return found
