"""A training query is scored by an encoder that has not learned from it, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from core.encoder import Encoder
from core.errors import ArtefactMissingError, MismatchError
from core.manifest import ENCODER, TOKENIZER, EncoderSpec
from core.records import encode_record
from core.text import query_hash
from core.types import Item
from training.encoder_folder import DESCRIPTION, EncoderFolder
from training.folds import FoldEncoders

MakeFolder = Callable[[str, int, Sequence[str]], Path]
# cut at another length by each encoder, so that its vector tells which one made it
LONG = "halvorsen running shoes blue for men with steel"


@pytest.fixture
def make_folder(bundle_dir: Path, tmp_path: Path) -> MakeFolder:
    def make(name: str, max_tokens: int, learned: Sequence[str]) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for file in (ENCODER, TOKENIZER):
            shutil.copyfile(bundle_dir / file, folder / file)
        spec = EncoderSpec(dim=32, max_query_tokens=max_tokens, max_item_tokens=max_tokens)
        described = EncoderFolder(base="tiny", spec=spec, learned=frozenset(map(query_hash, learned)))
        (folder / DESCRIPTION).write_text(described.model_dump_json())
        return folder

    return make


@pytest.fixture
def encoders(make_folder: MakeFolder, items: list[Item]) -> FoldEncoders:
    """The served encoder learned from three queries, each of the folds from two of them."""
    main = make_folder("main", 16, [LONG, "red lamp", "blue shoe"])
    folds = [make_folder("one", 8, ["red lamp", "blue shoe"]), make_folder("two", 5, [LONG, "blue shoe"])]
    return FoldEncoders(main, folds, {item.item_id: item for item in items})


def query_vector(folder: Path, limit: int, query: str) -> bytes:
    return Encoder(folder / ENCODER, folder / TOKENIZER, limit, limit).encode_query(query).tobytes()


def test_a_query_that_nobody_learned_is_scored_by_the_served_encoder(
    encoders: FoldEncoders, bundle_dir: Path
) -> None:
    encoder = encoders.records_of("coffee grinder").encoder
    assert encoder.encode_query(LONG).tobytes() == query_vector(bundle_dir, 16, LONG)


@pytest.mark.parametrize(("query", "limit"), [(LONG, 8), ("red lamp", 5)])
def test_a_learned_query_is_scored_by_the_fold_that_has_not_seen_it(
    encoders: FoldEncoders, bundle_dir: Path, query: str, limit: int
) -> None:
    assert len({query_vector(bundle_dir, cut, LONG) for cut in (5, 8, 16)}) == 3
    encoder = encoders.records_of(query).encoder
    assert encoder.encode_query(LONG).tobytes() == query_vector(bundle_dir, limit, LONG)


def test_the_items_come_from_the_same_encoder_as_the_query(encoders: FoldEncoders, items: list[Item]) -> None:
    records = encoders.records_of("red lamp")
    item = items[0]
    wanted = encode_record(item, records.encoder.encode_item(item), 32)
    assert records.get([item.item_id, "unknown"]) == [wanted, None]
    assert encoders.records_of("coffee grinder").get([item.item_id]) != [wanted]


@pytest.mark.parametrize("query", ["blue shoe", "  BLUE\tShoe "])
def test_a_query_that_every_encoder_learned_is_refused_with_the_remedy(
    encoders: FoldEncoders, query: str
) -> None:
    with pytest.raises(MismatchError) as refused:
        encoders.records_of(query)
    assert str(refused.value) == (
        "encoder for a training query: expected one that has not seen it, found 3 that all learned from it. "
        "Give encoders trained without these queries: --fold-encoder FOLDER, once per fold."
    )


def test_an_untrained_encoder_needs_no_folds(make_folder: MakeFolder, items: list[Item]) -> None:
    encoders = FoldEncoders(make_folder("main", 16, []), [], {item.item_id: item for item in items})
    assert encoders.records_of("blue shoe") is encoders.records_of("red lamp")


def test_a_folder_that_does_not_say_what_it_learned_is_refused(
    make_folder: MakeFolder, items: list[Item]
) -> None:
    folder = make_folder("main", 16, [])
    (folder / DESCRIPTION).unlink()
    with pytest.raises(ArtefactMissingError, match=r"encoder\.json is missing"):
        FoldEncoders(folder, [], {item.item_id: item for item in items})
