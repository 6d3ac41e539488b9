"""From an exported encoder, a vocabulary and trained rankers to a bundle on disk."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.bundle import write_bundle
from core.engagement import look_up
from core.golden import GoldenRequest, Parts, record, to_json
from core.manifest import (
    CARD,
    ENCODER,
    FALLBACK,
    GOLDEN,
    RANKER,
    TOKENIZER,
    VOCABULARY,
    EncoderSpec,
    Manifest,
)
from core.ranker import Ranker
from core.types import Judgment
from core.vocabulary import Vocabulary
from training.model_card import model_card
from training.ranker import TrainedRanker
from training.ranking_data import Featuriser, JudgedQuery

GOLDEN_REQUESTS = 8
GOLDEN_CANDIDATES = 20


@dataclass(frozen=True)
class BundleParts:
    """Everything a bundle is made of. `encoder_folder` holds encoder.onnx and tokenizer.json."""

    name: str
    encoder_folder: Path
    spec: EncoderSpec
    vocabulary: Vocabulary
    ranker: TrainedRanker
    fallback: TrainedRanker
    golden: Sequence[GoldenRequest]
    data_fingerprint: str
    trained_on: Sequence[str]
    metrics: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)


def assemble(target: Path, parts: BundleParts) -> Manifest:
    """Write the bundle; it is loaded and its golden requests are replayed before it gets its name."""
    describe = {
        "name": parts.name,
        "git_commit": git_commit(),
        "data_fingerprint": parts.data_fingerprint,
        "trained_on": tuple(parts.trained_on),
        "metrics": parts.metrics,
        "settings": parts.settings,
    }
    contents: dict[str, Path | bytes] = {
        ENCODER: parts.encoder_folder / ENCODER,
        TOKENIZER: parts.encoder_folder / TOKENIZER,
        VOCABULARY: parts.vocabulary.to_bytes(),
        RANKER: parts.ranker.text.encode(),
        FALLBACK: parts.fallback.text.encode(),
        GOLDEN: "".join(to_json(golden) + "\n" for golden in parts.golden).encode(),
        CARD: model_card(describe, parts.spec).encode(),
    }
    return write_bundle(target, contents, parts.spec, describe)


def golden_requests(
    queries: Iterable[JudgedQuery], featuriser: Featuriser, ranker: TrainedRanker
) -> list[GoldenRequest]:
    """Keep some judged queries with all that was known of them; the last candidate of each is unknown."""
    model = Ranker(ranker.text)
    kept = []
    for judged in list(queries)[:GOLDEN_REQUESTS]:
        candidates = judged.candidates[:GOLDEN_CANDIDATES]
        ids = [candidate.item_id for candidate in candidates]
        source = featuriser.records_of(judged.query)
        records = [*source.get(ids)[:-1], None]
        engagement = look_up(featuriser.engagement, judged.query, ids)
        parts = Parts(source.encoder, featuriser.vocabulary, model)
        kept.append(record(judged.query, candidates, records, engagement, parts))
    return kept


def fingerprint(judgments: Iterable[Judgment]) -> str:
    """Names the judgments that something was trained on, whatever their order."""
    rows = sorted(f"{j.query}\t{j.item_id}\t{j.label}" for j in judgments)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


def git_commit() -> str:
    """The commit of the code that runs, `unknown` outside a checkout."""
    command = ["git", "-C", str(Path(__file__).parent), "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
