"""The manifest of a bundle, which vouches for its files, and their verification without loading a model.

Light on purpose: what only checks a bundle, such as the supervisor of the service's workers, need not import
the models' libraries.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import ArtefactMissingError, MismatchError
from core.schema import FEATURE_NAMES
from core.text import text_fingerprint

FORMAT = 1
ENCODER, TOKENIZER, VOCABULARY = "encoder.onnx", "tokenizer.json", "vocabulary.npy"
RANKER, FALLBACK, GOLDEN, CARD = (
    "ranker.txt",
    "fallback_ranker.txt",
    "golden.jsonl",
    "MODEL_CARD.md",
)
MANIFEST = "manifest.json"
FILES = (ENCODER, TOKENIZER, VOCABULARY, RANKER, FALLBACK, GOLDEN, CARD)
MISSING_RULE = "nan"

REMAKE = "Make the bundle again with this version, or run the version that made it."
_DAMAGED = "A file was damaged or changed: copy or make the bundle again."


class EncoderSpec(BaseModel):
    """What, besides the files, decides the numbers in a vector."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dim: int
    max_query_tokens: int
    max_item_tokens: int
    vector_dtype: str = "float16"
    precision: str = "int8"


class Manifest(BaseModel):
    """manifest.json; docs/bundle-format.md explains every field."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int = FORMAT
    name: str
    encoder_id: str
    encoder: EncoderSpec
    text_fingerprint: str
    features: tuple[str, ...]
    missing: str = MISSING_RULE
    files: dict[str, str]
    git_commit: str
    data_fingerprint: str
    trained_on: tuple[str, ...]
    metrics: dict[str, Any]
    settings: dict[str, Any]

    @property
    def bundle_id(self) -> str:
        """Name and a hash of everything the manifest vouches for."""
        digest = hashlib.sha256(json.dumps(self.model_dump(), sort_keys=True).encode())
        return f"{self.name}-{digest.hexdigest()[:12]}"


class _Format(BaseModel):
    format: int = FORMAT


def encoder_id(encoder_sha: str, tokenizer_sha: str, spec: EncoderSpec, fingerprint: str) -> str:
    """Names the vectors: whatever can change one of them is in here, and nothing of the ranker."""
    parts = (encoder_sha, tokenizer_sha, spec.model_dump_json(), fingerprint)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def manifest_of(place: Path, spec: EncoderSpec, describe: Mapping[str, Any]) -> Manifest:
    """The manifest of the FILES in a folder; `describe` has the fields from `git_commit` on, and `name`."""
    files = {name: sha256(place / name) for name in FILES}
    fingerprint = text_fingerprint()
    name = encoder_id(files[ENCODER], files[TOKENIZER], spec, fingerprint)
    return Manifest(
        encoder_id=name,
        encoder=spec,
        text_fingerprint=fingerprint,
        features=FEATURE_NAMES,
        files=files,
        **describe,
    )


def verify_files(path: Path) -> Manifest:
    """Check the manifest, every file's sha256 and this code's fingerprints, without loading a model."""
    manifest = read_manifest(path)
    agree("format of the bundle", FORMAT, manifest.format)
    agree("files of the bundle", sorted(FILES), sorted(manifest.files))
    for name in FILES:
        if not (path / name).is_file():
            raise ArtefactMissingError(str(path / name), "Copy the whole bundle again.")
        agree(f"sha256 of {name}", manifest.files[name], sha256(path / name), _DAMAGED)
    agree("text fingerprint", manifest.text_fingerprint, text_fingerprint())
    agree("feature schema", manifest.features, FEATURE_NAMES)
    agree("rule for missing values", MISSING_RULE, manifest.missing)
    agree("encoder_id", _encoder_id(manifest), manifest.encoder_id, _DAMAGED)
    return manifest


def read_manifest(path: Path) -> Manifest:
    """Parse manifest.json without checking any file."""
    if not (path / MANIFEST).is_file():
        remedy = "Name the folder of a bundle, or make one: make demo-bundle"
        raise ArtefactMissingError(str(path / MANIFEST), remedy)
    raw = (path / MANIFEST).read_bytes()
    try:
        # the format first: what another one holds is not for this version to judge
        agree("format of the bundle", FORMAT, _Format.model_validate_json(raw).format)
        return Manifest.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ", ".join([MANIFEST, ".".join(map(str, first["loc"]))]).removesuffix(", ")
        raise MismatchError(where, first["msg"], repr(first["input"])[:80], REMAKE) from error


def sha256(path: Path) -> str:
    """The file's sha256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def agree(what: str, expected: object, actual: object, remedy: str = REMAKE) -> None:
    """MismatchError unless both are equal."""
    if expected != actual:
        raise MismatchError(what, expected, actual, remedy)


def _encoder_id(manifest: Manifest) -> str:
    shas = manifest.files[ENCODER], manifest.files[TOKENIZER]
    return encoder_id(*shas, manifest.encoder, manifest.text_fingerprint)
