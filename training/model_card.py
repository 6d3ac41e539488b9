"""MODEL_CARD.md: what a bundle is, from its own manifest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.manifest import EncoderSpec
from core.schema import FEATURES

_TEMPLATE = """# {name}

A Shelfrank bundle: a two-tower encoder and a LightGBM reranker for product search.

- **Encoder**: DistilBERT architecture, [CLS] pooling, vectors of length 1 and size {dim}; {precision} ONNX;
  queries up to {max_query_tokens} tokens, items up to {max_item_tokens}.
- **Ranker**: LightGBM lambdarank over {features} features; a second one serves when the store is gone.
- **Trained on**: {trained_on}.
- **Data fingerprint**: `{data_fingerprint}`; **code**: `{git_commit}`.

## Measured

{metrics}

## Settings

{settings}

## Limits

Judged on the data named above alone: measure on your own judgments before you serve
(`shelfrank evaluate`). The text model reads English best.
"""


def model_card(describe: Mapping[str, Any], spec: EncoderSpec) -> str:
    """The card's Markdown."""
    return _TEMPLATE.format(
        name=describe["name"],
        features=len(FEATURES),
        trained_on="; ".join(describe["trained_on"]),
        data_fingerprint=describe["data_fingerprint"],
        git_commit=describe["git_commit"],
        metrics=_listed(describe["metrics"]),
        settings=_listed(describe["settings"]),
        **spec.model_dump(),
    )


def _listed(values: Mapping[str, Any]) -> str:
    lines = [f"- `{name}`: {value}" for name, value in values.items()]
    return "\n".join(lines) or "None recorded."
