"""The model bundle: a folder of plain files and the manifest that vouches for them.

    encoder.onnx  tokenizer.json  vocabulary.npy  ranker.txt  fallback_ranker.txt  golden.jsonl  MODEL_CARD.md
    manifest.json

Written beside its place and renamed into it, so that a bundle is either whole or absent; loaded only when
every file's sha256, the text fingerprint, the feature schema and the golden requests agree with this code.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.encoder import Encoder
from core.errors import ArtefactMissingError, SettingError
from core.golden import Parts, from_json, replay
from core.manifest import (
    ENCODER,
    FALLBACK,
    FILES,
    GOLDEN,
    MANIFEST,
    RANKER,
    REMAKE,
    TOKENIZER,
    VOCABULARY,
    EncoderSpec,
    Manifest,
    agree,
    manifest_of,
    verify_files,
)
from core.ranker import Ranker
from core.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True)
class Bundle:
    """A verified bundle with its models loaded."""

    manifest: Manifest
    encoder: Encoder
    vocabulary: Vocabulary
    ranker: Ranker
    fallback: Ranker
    golden_requests: int


def write_bundle(
    target: Path,
    contents: Mapping[str, Path | bytes],
    spec: EncoderSpec,
    describe: Mapping[str, Any],
) -> Manifest:
    """Write all FILES and the manifest, verify the result, then move it to `target` at once.

    Args:
        target: the bundle's folder; an older bundle there is replaced, any other folder is refused.
        contents: for each of FILES its bytes, or a path to copy.
        spec: the encoder's lengths, size and precision.
        describe: the manifest's fields from `name` on that no file decides.
    """
    if target.exists() and not (target / MANIFEST).is_file():
        raise SettingError(str(target), "exists and is not a bundle", "Choose another folder.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
        place = Path(folder) / "bundle"
        place.mkdir()
        for name in FILES:
            _put(place / name, contents[name])
        manifest = manifest_of(place, spec, describe)
        (place / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
        load_bundle(place)
        if target.exists():
            target.rename(Path(folder) / "old")
        place.rename(target)
    return manifest


def load_bundle(path: Path) -> Bundle:
    """Verify the folder, load its models and replay its golden requests; refuses with the reason."""
    manifest = verify_files(path)
    spec = manifest.encoder
    encoder = Encoder(path / ENCODER, path / TOKENIZER, spec.max_query_tokens, spec.max_item_tokens)
    agree("dim of encoder.onnx", spec.dim, encoder.dim)
    vocabulary = load_vocabulary(path / VOCABULARY)
    ranker = Ranker.load(path / RANKER)
    golden = (path / GOLDEN).read_text(encoding="utf-8").splitlines()
    replayed = replay(map(from_json, golden), Parts(encoder, vocabulary, ranker))
    if not replayed:
        raise ArtefactMissingError(f"a golden request in {path / GOLDEN}", REMAKE)
    return Bundle(manifest, encoder, vocabulary, ranker, Ranker.load(path / FALLBACK), replayed)


def _put(path: Path, content: Path | bytes) -> None:
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_bytes(content)
