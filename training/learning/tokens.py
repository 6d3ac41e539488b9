"""Texts as padded tensors, for training: length-sorted batches make padding cheap there."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from tokenizers import Encoding, Tokenizer


def copy_of(tokenizer: Tokenizer, max_tokens: int) -> Tokenizer:
    """The same tokenizer cutting at `max_tokens`; of a pair, the longer side (the item) is cut."""
    own = Tokenizer.from_str(tokenizer.to_str())
    own.no_padding()
    own.enable_truncation(max_tokens, strategy="longest_first")
    return own


def padded(encoded: Sequence[Encoding], pad: int = 0) -> dict[str, torch.Tensor]:
    """int64[n, t] of ids, mask and token types."""
    width = max(len(one.ids) for one in encoded)
    shape = (len(encoded), width)
    ids, mask, types = torch.full(shape, pad), torch.zeros(shape, dtype=torch.long), torch.zeros(shape).long()
    for row, one in enumerate(encoded):
        count = len(one.ids)
        ids[row, :count] = torch.tensor(one.ids)
        mask[row, :count] = 1
        types[row, :count] = torch.tensor(one.type_ids)
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
