"""The bundle: whole or refused, and a refusal says what was expected, what was found and what to do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiny import SPEC

import core.manifest
import core.text
from core.bundle import load_bundle, write_bundle
from core.errors import ArtefactMissingError, MismatchError, SettingError
from core.manifest import (
    CARD,
    ENCODER,
    FALLBACK,
    FILES,
    GOLDEN,
    MANIFEST,
    RANKER,
    TOKENIZER,
    EncoderSpec,
    encoder_id,
    read_manifest,
    sha256,
    verify_files,
)
from core.schema import FEATURE_NAMES

DESCRIBE: dict[str, Any] = {
    "name": "again",
    "git_commit": "abc",
    "data_fingerprint": "def",
    "trained_on": ("made-up items",),
    "metrics": {"ndcg": 0.5},
    "settings": {"trees": 10},
}


@pytest.fixture
def bundle(bundle_dir: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(bundle_dir, tmp_path / "bundle"))


@pytest.fixture
def contents(bundle_dir: Path) -> dict[str, Path | bytes]:
    return {name: bundle_dir / name for name in FILES}


def edit(bundle: Path, **fields: Any) -> None:
    manifest = json.loads((bundle / MANIFEST).read_bytes())
    (bundle / MANIFEST).write_text(json.dumps({**manifest, **fields}))


def seal(bundle: Path, **fields: Any) -> None:
    """Make the manifest vouch for the files as they are now, so that only deeper checks can object."""
    edit(bundle, files={name: sha256(bundle / name) for name in FILES}, **fields)
    manifest = read_manifest(bundle)
    shas = manifest.files[ENCODER], manifest.files[TOKENIZER]
    edit(bundle, encoder_id=encoder_id(*shas, manifest.encoder, manifest.text_fingerprint))


def edit_golden(bundle: Path, change: Callable[[dict[str, Any]], None]) -> None:
    lines = [json.loads(line) for line in (bundle / GOLDEN).read_text().splitlines()]
    change(lines[0])
    (bundle / GOLDEN).write_text("".join(json.dumps(line) + "\n" for line in lines))
    seal(bundle)


def assert_refused(bundle: Path, what: str, expected: object, actual: object) -> None:
    """Refused with all three parts in one message."""
    with pytest.raises(MismatchError) as refused:
        load_bundle(bundle)
    error, message = refused.value, str(refused.value)
    assert what in error.what
    assert (error.expected, error.actual) == (expected, actual)
    assert f"expected {expected}, found {actual}" in message
    assert "bundle" in error.remedy
    assert message.endswith(error.remedy)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_was_written_is_loaded(
    contents: dict[str, Path | bytes], bundle_dir: Path, tmp_path: Path
) -> None:
    contents[CARD] = b"# Again\n"
    written = write_bundle(tmp_path / "new" / "bundle", contents, SPEC, DESCRIBE)
    loaded = load_bundle(tmp_path / "new" / "bundle")
    golden = (bundle_dir / GOLDEN).read_text().splitlines()
    assert loaded.manifest == written
    assert loaded.golden_requests == len(golden)
    assert (written.name, written.metrics, written.features) == ("again", {"ndcg": 0.5}, FEATURE_NAMES)
    assert sorted(path.name for path in (tmp_path / "new" / "bundle").iterdir()) == sorted([*FILES, MANIFEST])
    assert (tmp_path / "new" / "bundle" / CARD).read_bytes() == b"# Again\n"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["bundle"]


def test_a_newer_bundle_replaces_an_older_one(contents: dict[str, Path | bytes], bundle: Path) -> None:
    before = read_manifest(bundle).bundle_id
    write_bundle(bundle, contents, SPEC, DESCRIBE)
    assert load_bundle(bundle).manifest.bundle_id != before
    assert [path.name for path in bundle.parent.iterdir()] == ["bundle"]


def test_the_bundle_id_names_everything_that_the_manifest_vouches_for(bundle: Path) -> None:
    ids = {read_manifest(bundle).bundle_id}
    for fields in ({"git_commit": "x"}, {"metrics": {"a": 1}}, {"files": {}}, {"trained_on": []}):
        edit(bundle, **fields)
        ids.add(read_manifest(bundle).bundle_id)
    assert len(ids) == 5
    assert all(bundle_id.startswith("tiny-") for bundle_id in ids)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", [0, -1])
def test_one_changed_byte_in_any_file_is_noticed(bundle: Path, name: str, place: int) -> None:
    raw = bytearray((bundle / name).read_bytes())
    raw[place] ^= 1
    (bundle / name).write_bytes(raw)
    wanted = read_manifest(bundle).files[name]
    assert_refused(bundle, f"sha256 of {name}", wanted, sha256(bundle / name))


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_the_remedy(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    with pytest.raises(ArtefactMissingError, match=rf"{name} is missing\. Copy the whole bundle again"):
        load_bundle(bundle)


@pytest.mark.parametrize("folder", ["bundle", "nowhere"])
def test_a_folder_without_a_manifest_is_no_bundle(bundle: Path, folder: str) -> None:
    (bundle / MANIFEST).unlink()
    with pytest.raises(ArtefactMissingError, match=r"manifest\.json is missing\. .*make demo-bundle"):
        load_bundle(bundle.parent / folder)


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"\xff"])
def test_a_manifest_that_is_none_is_refused(bundle: Path, raw: bytes) -> None:
    (bundle / MANIFEST).write_bytes(raw)
    with pytest.raises(MismatchError, match=r"manifest\.json.*expected .*, found .*Make the bundle again"):
        load_bundle(bundle)


@pytest.mark.parametrize(
    ("fields", "where", "found"),
    [
        ({"shards": 3}, "shards", "3"),
        ({"encoder": {**SPEC.model_dump(), "pooling": "mean"}}, r"encoder\.pooling", "mean"),
        ({"encoder": {**SPEC.model_dump(), "dim": "wide"}}, r"encoder\.dim", "wide"),
        ({"features": 7}, "features", "7"),
    ],
    ids=["shards", "pooling", "dim", "features"],
)
def test_a_field_that_this_version_cannot_read_is_named_with_its_value(
    bundle: Path, fields: dict[str, Any], where: str, found: str
) -> None:
    edit(bundle, **fields)
    message = rf"manifest\.json, {where}: expected .*, found '?{found}'?\. Make the bundle again"
    with pytest.raises(MismatchError, match=message):
        load_bundle(bundle)


def test_another_format_is_refused(bundle: Path) -> None:
    edit(bundle, format=2)
    assert_refused(bundle, "format of the bundle", 1, 2)


def test_another_format_is_recognised_by_its_number_whatever_else_it_holds(bundle: Path) -> None:
    edit(bundle, format=2, shards=3)
    assert_refused(bundle, "format of the bundle", 1, 2)


@pytest.mark.parametrize("change", [{"extra.bin": "00"}, {RANKER: None}], ids=["more", "less"])
def test_a_manifest_that_lists_other_files_is_refused(bundle: Path, change: dict[str, str | None]) -> None:
    files = {**read_manifest(bundle).files, **change}
    edit(bundle, files={name: sha for name, sha in files.items() if sha})
    found = sorted(name for name, sha in files.items() if sha)
    assert_refused(bundle, "files of the bundle", sorted(FILES), found)


def test_a_bundle_of_another_text_template_is_refused(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = core.text.text_fingerprint()
    monkeypatch.setattr(core.text, "MARKERS", {"brand": "[SEP_B]"})
    assert_refused(bundle, "text fingerprint", before, core.text.text_fingerprint())
    assert core.text.text_fingerprint() != before


def test_a_bundle_of_other_features_is_refused(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer = (*FEATURE_NAMES, "popularity")
    monkeypatch.setattr(core.manifest, "FEATURE_NAMES", newer)
    assert_refused(bundle, "feature schema", FEATURE_NAMES, newer)


def test_another_rule_for_missing_values_is_refused(bundle: Path) -> None:
    edit(bundle, missing="zero")
    assert_refused(bundle, "rule for missing values", "nan", "zero")


def test_a_wrong_encoder_id_is_refused(bundle: Path) -> None:
    true = read_manifest(bundle).encoder_id
    edit(bundle, encoder_id="0" * 16)
    assert_refused(bundle, "encoder_id", true, "0" * 16)


def test_lengths_cannot_be_changed_without_the_encoder_id(bundle: Path) -> None:
    true = read_manifest(bundle).encoder_id
    edit(bundle, encoder={**SPEC.model_dump(), "max_item_tokens": 64})
    with pytest.raises(MismatchError, match=f"encoder_id: expected [0-9a-f]+, found {true}"):
        verify_files(bundle)


def test_a_wrong_size_of_the_vectors_is_refused(bundle: Path) -> None:
    seal(bundle, encoder={**SPEC.model_dump(), "dim": 64})
    assert_refused(bundle, "dim of encoder.onnx", 64, SPEC.dim)


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        (ENCODER, b"not a graph", r"encoder\.onnx: expected an ONNX encoder, found .*shelfrank export"),
        (TOKENIZER, b"{}", r"tokenizer\.json: expected a tokenizer\.json, found .*shelfrank export"),
        (RANKER, b"no trees", r"ranker\.txt: expected a LightGBM model, found .*shelfrank train ranker"),
        (FALLBACK, b"no trees", r"fallback_ranker\.txt: expected a LightGBM model, found .*train ranker"),
        ("vocabulary.npy", b"no table", r"vocabulary\.npy: expected an \.npy table, found .*bundle again"),
        (GOLDEN, b"no json", r"golden\.jsonl: expected golden requests, found .*make it again"),
    ],
)
def test_a_file_of_another_kind_is_refused(bundle: Path, name: str, raw: bytes, message: str) -> None:
    (bundle / name).write_bytes(raw)
    seal(bundle)
    with pytest.raises(MismatchError, match=message):
        load_bundle(bundle)


def test_a_tokenizer_without_the_separators_is_refused(bundle: Path) -> None:
    raw = (bundle / TOKENIZER).read_text().replace("[SEP_B]", "[SEP_X]")
    (bundle / TOKENIZER).write_text(raw)
    seal(bundle)
    with pytest.raises(MismatchError, match=r"expected every separator token, found no \['\[SEP_B\]'\]"):
        load_bundle(bundle)


def _spoil_score(golden: dict[str, Any]) -> None:
    golden["scores"][0] += 0.5


def _spoil_feature(golden: dict[str, Any]) -> None:
    golden["features"][0][FEATURE_NAMES.index("cosine")] = 5.0


def _spoil_vector(golden: dict[str, Any]) -> None:
    golden["vector"] = [-x for x in golden["vector"]]


def _spoil_query(golden: dict[str, Any]) -> None:
    golden["query"] += " 5 in."


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (_spoil_score, "golden request 1, scores"),
        (_spoil_feature, "golden request 1, candidate 0, feature cosine"),
        (_spoil_vector, "golden request 1, cosine of the query vectors"),
        (_spoil_query, "golden request 1, "),
    ],
)
def test_a_golden_request_that_comes_out_differently_is_refused(
    bundle: Path, change: Callable[[dict[str, Any]], None], what: str
) -> None:
    edit_golden(bundle, change)
    with pytest.raises(MismatchError, match=f"{what}.*: expected .*, found .*make it again"):
        load_bundle(bundle)


def test_a_bundle_without_golden_requests_proves_nothing(bundle: Path) -> None:
    (bundle / GOLDEN).write_bytes(b"")
    seal(bundle)
    with pytest.raises(
        ArtefactMissingError, match=r"a golden request in .* is missing\. Make the bundle again"
    ):
        load_bundle(bundle)


def _bad_ranker(contents: dict[str, Path | bytes]) -> None:
    contents[RANKER] = b"no trees"


def _bad_golden(contents: dict[str, Path | bytes]) -> None:
    contents[GOLDEN] = b""


def _no_fallback(contents: dict[str, Path | bytes]) -> None:
    del contents[FALLBACK]


def _lost_encoder(contents: dict[str, Path | bytes]) -> None:
    contents[ENCODER] = Path("/nowhere/encoder.onnx")


@pytest.mark.parametrize("spoil", [_bad_ranker, _bad_golden, _no_fallback, _lost_encoder])
@pytest.mark.parametrize("replacing", [True, False])
def test_bad_contents_leave_nothing_half_written(
    contents: dict[str, Path | bytes],
    bundle: Path,
    spoil: Callable[[dict[str, Path | bytes]], None],
    replacing: bool,
) -> None:
    target = bundle if replacing else bundle.with_name("other")
    before = snapshot(bundle.parent)
    spoil(contents)
    with pytest.raises((MismatchError, ArtefactMissingError, KeyError, OSError)):
        write_bundle(target, contents, SPEC, DESCRIBE)
    assert snapshot(bundle.parent) == before
    assert [path.name for path in bundle.parent.iterdir()] == ["bundle"]


def test_a_wrong_description_leaves_nothing_half_written(
    contents: dict[str, Path | bytes], bundle: Path
) -> None:
    before = snapshot(bundle.parent)
    with pytest.raises(MismatchError, match=r"dim of encoder\.onnx: expected 64, found 32"):
        write_bundle(bundle, contents, SPEC.model_copy(update={"dim": 64}), DESCRIBE)
    assert snapshot(bundle.parent) == before


@pytest.mark.parametrize("inside", [["notes.txt"], []], ids=["full", "empty"])
def test_a_folder_that_is_no_bundle_is_never_overwritten(
    contents: dict[str, Path | bytes], tmp_path: Path, inside: list[str]
) -> None:
    target = tmp_path / "mine"
    target.mkdir()
    for name in inside:
        (target / name).write_text("keep me")
    with pytest.raises(SettingError, match=r"mine: exists and is not a bundle\. Choose another folder"):
        write_bundle(target, contents, SPEC, DESCRIBE)
    assert sorted(path.name for path in target.iterdir()) == inside


def test_another_ranker_does_not_change_the_encoder_id(
    contents: dict[str, Path | bytes], bundle_dir: Path, tmp_path: Path
) -> None:
    text = (bundle_dir / FALLBACK).read_bytes()
    written = write_bundle(tmp_path / "other", contents | {FALLBACK: text + b"\n"}, SPEC, DESCRIBE)
    before = read_manifest(bundle_dir)
    assert written.files[FALLBACK] != before.files[FALLBACK]
    assert written.bundle_id != before.bundle_id
    assert written.encoder_id == before.encoder_id


@pytest.mark.parametrize(
    "changes",
    [
        {"encoder_sha": "x"},
        {"tokenizer_sha": "x"},
        {"fingerprint": "x"},
        {"spec": SPEC.model_copy(update={"max_query_tokens": 17})},
        {"spec": SPEC.model_copy(update={"max_item_tokens": 33})},
        {"spec": SPEC.model_copy(update={"precision": "fp32"})},
        {"spec": SPEC.model_copy(update={"dim": 64})},
    ],
    ids=["encoder", "tokenizer", "text", "query length", "item length", "precision", "dim"],
)
def test_whatever_can_change_a_vector_changes_the_encoder_id(changes: dict[str, Any]) -> None:
    parts: dict[str, Any] = {"encoder_sha": "a", "tokenizer_sha": "b", "spec": SPEC, "fingerprint": "c"}
    assert encoder_id(**parts | changes) != encoder_id(**parts)
    assert encoder_id(**parts) == encoder_id(**parts)


def test_a_loaded_bundle_scores(bundle_dir: Path) -> None:
    loaded = load_bundle(bundle_dir)
    matrix = np.full((3, len(FEATURE_NAMES)), np.nan, np.float32)
    assert loaded.encoder.dim == loaded.manifest.encoder.dim == EncoderSpec(**SPEC.model_dump()).dim
    assert np.isfinite(loaded.ranker.predict(matrix)).all()
    assert np.isfinite(loaded.fallback.predict(matrix)).all()
