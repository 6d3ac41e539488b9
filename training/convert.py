"""From a pretrained BERT to the student's architecture, exactly.

DistilBERT is BERT without token types and without a pooler. With one segment of text BERT adds the same token
type embedding everywhere, so adding that row to every position embedding gives the same network.
"""

from __future__ import annotations

import torch
from tokenizers import Tokenizer
from transformers import BertModel, DistilBertConfig, DistilBertModel, PreTrainedModel

from core.text import SEPARATOR_TOKENS

_LAYER = {
    "attention.self.query": "attention.q_lin",
    "attention.self.key": "attention.k_lin",
    "attention.self.value": "attention.v_lin",
    "attention.output.dense": "attention.out_lin",
    "attention.output.LayerNorm": "sa_layer_norm",
    "intermediate.dense": "ffn.lin1",
    "output.dense": "ffn.lin2",
    "output.LayerNorm": "output_layer_norm",
}
_DEEP = 12


def to_distilbert(bert: PreTrainedModel) -> DistilBertModel:
    """The DistilBERT that computes what `bert` computes.

    A 12-layer BERT gives every second layer (as DistilBERT was initialised); a shallower one gives all,
    and the result is equal. A DistilBERT is returned as it is.
    """
    if isinstance(bert, DistilBertModel):
        return bert
    if not isinstance(bert, BertModel):
        raise TypeError(f"cannot convert {type(bert).__name__}")
    layers = range(bert.config.num_hidden_layers)
    kept = layers[::2] if len(layers) >= _DEEP else layers
    student = DistilBertModel(_config(bert, len(kept)))
    missing, unexpected = student.load_state_dict(_weights(bert, list(kept)), strict=False)
    if missing or unexpected:
        raise ValueError(f"conversion left {missing} unset and {unexpected} unused")
    return student.eval()


def add_separators(model: PreTrainedModel, tokenizer: Tokenizer) -> None:
    """Give both the attribute separators of `core.text`; a new one starts as a copy of [SEP]."""
    new = [token for token in SEPARATOR_TOKENS if tokenizer.token_to_id(token) is None]
    if not new:
        return
    tokenizer.add_special_tokens(new)
    sep = tokenizer.token_to_id("[SEP]")
    # mean resizing would draw from a fitted normal distribution, the same tokens new each time
    model.resize_token_embeddings(tokenizer.get_vocab_size(), mean_resizing=False)
    weights = model.get_input_embeddings().weight
    with torch.no_grad():
        for token in new:
            weights[tokenizer.token_to_id(token)] = weights[sep]


def _config(bert: BertModel, layers: int) -> DistilBertConfig:
    old = bert.config
    return DistilBertConfig(
        vocab_size=old.vocab_size,
        max_position_embeddings=old.max_position_embeddings,
        n_layers=layers,
        n_heads=old.num_attention_heads,
        dim=old.hidden_size,
        hidden_dim=old.intermediate_size,
        dropout=old.hidden_dropout_prob,
        attention_dropout=old.attention_probs_dropout_prob,
        activation=old.hidden_act,
        pad_token_id=old.pad_token_id,
        attn_implementation="eager",
    )


def _weights(bert: BertModel, layers: list[int]) -> dict[str, torch.Tensor]:
    old = bert.state_dict()
    token_type = old["embeddings.token_type_embeddings.weight"][0]
    weights = {
        "embeddings.word_embeddings.weight": old["embeddings.word_embeddings.weight"],
        "embeddings.position_embeddings.weight": old["embeddings.position_embeddings.weight"] + token_type,
    }
    for part in ("weight", "bias"):
        weights[f"embeddings.LayerNorm.{part}"] = old[f"embeddings.LayerNorm.{part}"]
        for new, source in enumerate(layers):
            for bert_name, name in _LAYER.items():
                place = f"transformer.layer.{new}.{name}.{part}"
                weights[place] = old[f"encoder.layer.{source}.{bert_name}.{part}"]
    return weights
