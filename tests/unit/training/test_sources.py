"""Sources: the test split stays unseen, and files that do not belong together are refused."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from core.errors import SettingError, TableError
from core.manifest import ENCODER, TOKENIZER, EncoderSpec
from core.types import Item, Judgment
from training.encoder_folder import DESCRIPTION, EncoderFolder
from training.ranking_data import JudgedQuery
from training.sources import Source, all_items, load_pair, load_source, some_queries
from training.train_bundle import Prepared, prepare

ITEMS = [{"item_id": str(i), "title": f"lamp number {i}"} for i in range(4)]
JUDGMENTS = [
    {"query": "red lamp", "item_id": "0", "label": 1, "split": "train"},
    {"query": "red lamp", "item_id": "1", "label": 0, "split": "train"},
    {"query": "blue lamp", "item_id": "2", "label": 0.5, "split": "test"},
    {"query": "blue lamp", "item_id": "unknown", "label": 1, "split": "test"},
    {"query": "green lamp", "item_id": "3", "label": 1, "split": None},
]
CLICKS = [
    {"query": "Red  Lamp", "item_id": "0", "position": 1, "click": 1},
    {"query": "red lamp", "item_id": "1", "position": 2, "click": "maybe"},
    {"query": "red lamp", "item_id": "0", "position": 1, "click": 0},
]


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    write(folder / "judgments.jsonl", JUDGMENTS)
    write(folder / "catalogue.jsonl", ITEMS)
    write(folder / "clicks.jsonl", CLICKS)
    return folder


def load(folder: Path, **options: object) -> Source:
    return load_source(folder / "judgments.jsonl", folder / "catalogue.jsonl", **options)  # type: ignore[arg-type]


def queries(judgments: Sequence[Judgment]) -> set[str]:
    return {judgment.query for judgment in judgments}


def test_the_files_of_a_shop_make_a_source(folder: Path) -> None:
    source = load(folder)
    assert source.name == "shop"
    assert len(source.judgments) == 5
    assert list(source.items) == ["0", "1", "2", "3"]
    assert source.engagement == {}
    assert load(folder, name="other").name == "other"


def test_what_is_marked_as_test_is_never_trained_on(folder: Path) -> None:
    source = load(folder)
    assert queries(source.for_training()) == {"red lamp", "green lamp"}
    assert queries(source.for_test()) == {"blue lamp"}


def test_where_nothing_is_marked_everything_is_for_both() -> None:
    source = Source("plain", [Judgment("a", "1", 1.0), Judgment("b", "2", 0.0, "train")], {})
    assert source.for_training() == source.for_test() == source.judgments


def test_no_features_are_computed_of_test_queries(folder: Path, bundle_dir: Path, tmp_path: Path) -> None:
    encoder = tmp_path / "encoder"
    encoder.mkdir()
    for name in (ENCODER, TOKENIZER):
        shutil.copyfile(bundle_dir / name, encoder / name)
    spec = EncoderSpec(dim=32, max_query_tokens=16, max_item_tokens=32)
    (encoder / DESCRIPTION).write_text(EncoderFolder(base="tiny", spec=spec).model_dump_json())
    source = load(folder)
    data = prepare([source], encoder)
    assert {prepared.judged.query for prepared in data.queries} == {"red lamp", "green lamp"}
    assert {judged.query for judged in data.golden[0]} == {"red lamp", "green lamp"}
    assert all(prepared.source is source for prepared in data.queries)
    assert all(np.isfinite(prepared.matrix[:, 0]).all() for prepared in data.queries)


@pytest.mark.parametrize("validates", [True, False])
def test_a_source_may_be_there_to_learn_from_alone(validates: bool) -> None:
    source = Source("helper", [], {}, validates=validates)
    nothing = np.zeros((0, 1), np.float32)
    queries = [Prepared(JudgedQuery(f"lamp {n}", (), nothing[:, 0]), nothing, source) for n in range(60)]
    folds = Counter(prepared.fold for prepared in queries)
    if validates:
        assert set(folds) == set(range(5))
        assert min(folds.values()) > 3
    else:
        assert set(folds) == {None}


def test_nothing_to_train_on_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="judgments: are missing"):
        prepare([], tmp_path)


def test_clicks_are_counted_by_query_and_bad_rows_left_out(folder: Path) -> None:
    counts = load(folder, clicks=folder / "clicks.jsonl").engagement
    assert {query: set(items) for query, items in counts.items()} == {"red lamp": {"0"}}
    assert counts["red lamp"]["0"].tolist() == [2, 1, 0, 0, 1]


def test_the_catalogue_of_another_shop_is_refused_with_the_remedy(folder: Path) -> None:
    write(folder / "catalogue.jsonl", [{"item_id": "elsewhere", "title": "lamp"}])
    with pytest.raises(TableError) as refused:
        load(folder)
    assert str(refused.value) == (
        "judgments.jsonl: names no item of catalogue.jsonl. "
        "Give the catalogue that these judgments are about."
    )


def test_one_common_item_is_enough(folder: Path) -> None:
    write(folder / "catalogue.jsonl", [ITEMS[2], {"item_id": "elsewhere", "title": "lamp"}])
    assert list(load(folder).items) == ["2", "elsewhere"]


@pytest.mark.parametrize("answer", ["label", "grade", "esci_label"])
def test_a_judgments_file_is_no_catalogue(folder: Path, answer: str) -> None:
    rows = [{**item, "query": "lamp", "rating": 4, answer: 1} for item in ITEMS]
    write(folder / "catalogue.jsonl", rows)
    with pytest.raises(
        TableError, match=r"catalogue\.jsonl: holds judgments, not only items\. Write the items"
    ):
        load(folder)


def test_a_click_log_without_its_columns_is_refused(folder: Path) -> None:
    write(folder / "clicks.jsonl", [{"query": "lamp", "item_id": "0"}])
    with pytest.raises(TableError, match=r"clicks\.jsonl: lacks the columns \['click', 'position'\]"):
        load(folder, clicks=folder / "clicks.jsonl")


def test_all_items_are_those_of_all_catalogues() -> None:
    one, other = Item("1", "lamp"), Item("1", "another shop's lamp")
    sources = [Source("a", [], {"1": one}), Source("b", [], {"1": other})]
    assert all_items(sources) == [one, other]


def test_a_pair_of_files_is_named_after_what_tells_it_apart(folder: Path) -> None:
    write(folder / "catalogue.jsonl", ITEMS)
    own = load_pair("--long", f"{folder / 'judgments.jsonl'},{folder / 'catalogue.jsonl'}")
    assert own.name == folder.name
    (folder / "judgments.jsonl").rename(folder / "tools.jsonl")
    shared = load_pair("--long", f"{folder / 'tools.jsonl'},{folder / 'catalogue.jsonl'}")
    assert shared.name == "tools"
    with pytest.raises(SettingError, match=r"--long: is .tools\.jsonl"):
        load_pair("--long", "tools.jsonl")


def test_some_queries_of_every_split_are_always_the_same() -> None:
    judged = [
        Judgment(f"{split} {number}", item, 1.0, split)
        for split in ("train", "test", None)
        for number in range(6)
        for item in "ab"
    ]
    some = some_queries(Source("shop", judged, {}), 4)
    kept = Counter(judgment.split for judgment in some.judgments)
    assert kept == {"train": 8, "test": 8, None: 8}
    assert some_queries(Source("shop", judged[::-1], {}), 4).judgments == some.judgments[::-1]
    assert some_queries(Source("shop", judged, {}), 9).judgments == judged
