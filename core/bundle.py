"""The model bundle: a folder of plain files and the manifest that vouches for them.

    encoder.onnx  tokenizer.json  vocabulary.npy  ranker.txt  fallback_ranker.txt  golden.jsonl  MODEL_CARD.md
    manifest.json

Written beside its place and renamed into it, so that a bundle is either whole or absent; loaded only when
every file's sha256, the text fingerprint, the feature schema and the golden requests agree with this code.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from core.encoder import Encoder
from core.errors import ArtefactMissingError, MismatchError, SettingError
from core.golden import Parts, from_json, replay
from core.ranker import Ranker
from core.schema import FEATURE_NAMES
from core.text import text_fingerprint
from core.vocabulary import Vocabulary, load_vocabulary

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

_REMAKE = "Make the bundle again with this version, or run the version that made it."


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


@dataclass(frozen=True)
class Bundle:
    """A verified bundle with its models loaded."""

    manifest: Manifest
    encoder: Encoder
    vocabulary: Vocabulary
    ranker: Ranker
    fallback: Ranker
    golden_requests: int


def encoder_id(encoder_sha: str, tokenizer_sha: str, spec: EncoderSpec, fingerprint: str) -> str:
    """Names the vectors: whatever can change one of them is in here, and nothing of the ranker."""
    parts = (encoder_sha, tokenizer_sha, spec.model_dump_json(), fingerprint)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


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
        manifest = _make_manifest(place, spec, describe)
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
    _agree("dim of encoder.onnx", spec.dim, encoder.dim)
    vocabulary = load_vocabulary(path / VOCABULARY)
    ranker = Ranker.load(path / RANKER)
    golden = (path / GOLDEN).read_text(encoding="utf-8").splitlines()
    replayed = replay(map(from_json, golden), Parts(encoder, vocabulary, ranker))
    if not replayed:
        raise ArtefactMissingError(f"a golden request in {path / GOLDEN}", _REMAKE)
    return Bundle(manifest, encoder, vocabulary, ranker, Ranker.load(path / FALLBACK), replayed)


def verify_files(path: Path) -> Manifest:
    """Check the manifest, every file's sha256 and this code's fingerprints, without loading a model."""
    manifest = read_manifest(path)
    _agree("format of the bundle", FORMAT, manifest.format)
    _agree("files of the bundle", sorted(FILES), sorted(manifest.files))
    for name in FILES:
        if not (path / name).is_file():
            raise ArtefactMissingError(str(path / name), "Copy the whole bundle again.")
        _agree(f"sha256 of {name}", manifest.files[name], sha256(path / name), _DAMAGED)
    _agree("text fingerprint", manifest.text_fingerprint, text_fingerprint())
    _agree("feature schema", manifest.features, FEATURE_NAMES)
    _agree("rule for missing values", MISSING_RULE, manifest.missing)
    _agree("encoder_id", _encoder_id(manifest), manifest.encoder_id, _DAMAGED)
    return manifest


def read_manifest(path: Path) -> Manifest:
    """Parse manifest.json without checking any file."""
    if not (path / MANIFEST).is_file():
        remedy = "Name the folder of a bundle, or make one: make demo-bundle"
        raise ArtefactMissingError(str(path / MANIFEST), remedy)
    raw = (path / MANIFEST).read_bytes()
    try:
        # the format first: what another one holds is not for this version to judge
        _agree("format of the bundle", FORMAT, _Format.model_validate_json(raw).format)
        return Manifest.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ", ".join([MANIFEST, ".".join(map(str, first["loc"]))]).removesuffix(", ")
        raise MismatchError(where, first["msg"], repr(first["input"])[:80], _REMAKE) from error


def sha256(path: Path) -> str:
    """The file's sha256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_DAMAGED = "A file was damaged or changed: copy or make the bundle again."


def _agree(what: str, expected: object, actual: object, remedy: str = _REMAKE) -> None:
    if expected != actual:
        raise MismatchError(what, expected, actual, remedy)


def _encoder_id(manifest: Manifest) -> str:
    shas = manifest.files[ENCODER], manifest.files[TOKENIZER]
    return encoder_id(*shas, manifest.encoder, manifest.text_fingerprint)


def _make_manifest(place: Path, spec: EncoderSpec, describe: Mapping[str, Any]) -> Manifest:
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


def _put(path: Path, content: Path | bytes) -> None:
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_bytes(content)
