"""Judgment files: every format gives the same judgments, and a wrong row is named."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import TableError
from core.types import Item, Judgment
from training.judgments import fold_of, hold_out, in_split, read_judgments
from training.learning.lists import recipe_lists
from training.learning.recipe import Recipe

PLAIN = [Judgment("red lamp", "1", 1.0), Judgment("red lamp", "2", 0.5), Judgment("blue shoe", "3", 0.0)]
QUERIES = st.lists(st.sampled_from(["red", "lamps", "for", "18", "shoes", "in."]), min_size=1).map(" ".join)


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def rows_with(**columns: Sequence[object]) -> list[dict[str, object]]:
    """PLAIN's queries and item ids with these columns."""
    rows = [{"query": j.query, "item_id": j.item_id} for j in PLAIN]
    return [{**row, **{name: column[i] for name, column in columns.items()}} for i, row in enumerate(rows)]


@pytest.mark.parametrize(
    "columns", [{"label": [1, 0.5, 0]}, {"grade": [2, 1, 0]}, {"label": ["1.0", "0.5", "0"]}]
)
def test_labels_and_grades_say_the_same(tmp_path: Path, columns: dict[str, list[object]]) -> None:
    found = read_judgments(write(tmp_path / "j.jsonl", rows_with(**columns)))
    assert found == PLAIN
    assert [judgment.grade for judgment in found] == [2, 1, 0]


def test_a_product_id_is_an_item_id(tmp_path: Path) -> None:
    rows = [{"query": "lamp", "product_id": 7, "label": 1}]
    assert read_judgments(write(tmp_path / "j.jsonl", rows)) == [Judgment("lamp", "7", 1.0)]


def test_split_and_retrieval_score_come_along(tmp_path: Path) -> None:
    rows = rows_with(label=[1, 0.5, 0], split=["train", None, "test"], retrieval_score=[3.5, None, "2"])
    found = read_judgments(write(tmp_path / "j.jsonl", rows))
    assert [judgment.split for judgment in found] == ["train", None, "test"]
    assert [judgment.retrieval_score for judgment in found] == [3.5, None, 2.0]


def test_the_raters_mean_comes_along_and_is_learned_where_a_recipe_says_so(tmp_path: Path) -> None:
    rows = rows_with(label=[1, 0.5, 0], mean_label=[0.9, None, 0.25])
    found = read_judgments(write(tmp_path / "j.jsonl", rows))
    assert [judgment.mean_label for judgment in found] == [0.9, None, 0.25]
    items = {j.item_id: Item(j.item_id, "Lamp") for j in found}
    for labels, expected in (("grades", [1.0, 0.5, 0.0]), ("means", [0.9, 0.5, 0.25])):
        lists = recipe_lists(Recipe(base="any", loss="soft", labels=labels), found, items)
        assert [float(x) for k in lists for x in k.labels] == pytest.approx(expected)
        assert [grade for k in lists for grade in k.grades] == [2, 1, 0], "NDCG counts grades either way"


@pytest.mark.parametrize("splits", [("train", "test"), (None, "test"), ("test", "validation")])
def test_a_query_in_test_and_elsewhere_leaks_and_is_refused_with_its_row(
    tmp_path: Path, splits: tuple[str | None, str]
) -> None:
    rows = rows_with(label=[1, 0.5, 0], split=[splits[0], splits[1], splits[0]])
    rows[1]["query"] = "Red  LAMP"  # as the models read it, the same
    with pytest.raises(TableError, match=r"row 2.*split.*Split by query"):
        read_judgments(write(tmp_path / "j.jsonl", rows))


def test_locales_of_esci_are_split_by_themselves(tmp_path: Path) -> None:
    rows = [
        {"query": "lamp", "product_id": f"B{i}", "esci_label": "E", "split": split, "product_locale": locale}
        for i, (split, locale) in enumerate([("train", "us"), ("test", "es"), ("train", "us")])
    ]
    assert len(read_judgments(write(tmp_path / "examples.jsonl", rows))) == 3
    rows[1]["product_locale"] = "us"
    with pytest.raises(TableError, match="split"):
        read_judgments(write(tmp_path / "examples.jsonl", rows))


def test_csv_is_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "j.csv").write_text('query,item_id,label\nred lamp,1,1\n"red lamp",2,0.5\nblue shoe,3,0\n')
    assert read_judgments(tmp_path / "j.csv") == PLAIN


def test_esci_letters_are_labels(tmp_path: Path) -> None:
    rows = [
        {
            "query": "lamp",
            "product_id": f"B{i}",
            "esci_label": letter,
            "split": "test",
            "product_locale": "us",
        }
        for i, letter in enumerate("ESCI")
    ]
    found = read_judgments(write(tmp_path / "examples.jsonl", rows))
    assert [(j.item_id, j.label, j.split) for j in found] == [
        ("B0", 1.0, "test"),
        ("B1", 0.5, "test"),
        ("B2", 0.0, "test"),
        ("B3", 0.0, "test"),
    ]


def wands(folder: Path, labels: str) -> Path:
    """Tab-separated under the name .csv, as Wayfair ships it."""
    (folder / "query.csv").write_text(
        "query_id\tquery\tquery_class\n0\tsalon chair\tChairs\n1\tsmart bed\t\n"
    )
    (folder / "label.csv").write_text(f"id\tquery_id\tproduct_id\tlabel\n{labels}")
    return folder / "label.csv"


def test_wands_takes_its_queries_from_the_file_beside_it(tmp_path: Path) -> None:
    labels = "0\t0\t25434\tExact\n1\t0\t12088\tIrrelevant\n2\t1\t42931\tPartial\n"
    assert read_judgments(wands(tmp_path, labels)) == [
        Judgment("salon chair", "25434", 1.0),
        Judgment("salon chair", "12088", 0.0),
        Judgment("smart bed", "42931", 0.5),
    ]


def test_a_wands_label_of_an_unknown_query_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"label\.csv, row 1, query_id: is not in query\.csv"):
        read_judgments(wands(tmp_path, "0\t9\t25434\tExact\n"))


def test_wands_without_its_queries_is_refused(tmp_path: Path) -> None:
    labels = wands(tmp_path, "0\t0\t25434\tExact\n")
    (tmp_path / "query.csv").unlink()
    with pytest.raises(TableError, match=r"query\.csv"):
        read_judgments(labels)


@pytest.mark.shared_data
def test_the_shopping_queries_sample_is_read(shared_data: Path) -> None:
    path = shared_data / "esci_sample" / "shopping_queries_dataset_examples.parquet"
    rows = pq.read_table(path, columns=["query", "product_id"]).to_pylist()
    found = read_judgments(path)
    assert {(j.query, j.item_id) for j in found} == {(row["query"], row["product_id"]) for row in rows}
    assert len(found) == len({(j.query, j.item_id) for j in found}) > 2600
    assert {judgment.label for judgment in found} == {0.0, 0.5, 1.0}
    assert {judgment.split for judgment in found} <= {"train", "test"}


def test_a_pair_that_is_judged_twice_alike_counts_once(tmp_path: Path) -> None:
    rows = rows_with(label=[1, 0.5, 0])
    assert read_judgments(write(tmp_path / "j.jsonl", [*rows, *rows])) == PLAIN


def test_a_pair_that_is_judged_twice_differently_is_refused(tmp_path: Path) -> None:
    rows = [*rows_with(label=[1, 0.5, 0]), {"query": "red lamp", "item_id": "2", "label": 1}]
    with pytest.raises(TableError, match=r"j\.jsonl, row 4, label: contradicts an earlier row of this pair"):
        read_judgments(write(tmp_path / "j.jsonl", rows))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"query": "lamp", "item_id": "1", "label": 2},
            r"row 2, label: is 2\.0\. One of \[0\.0, 0\.5, 1\.0\]",
        ),
        ({"query": "lamp", "item_id": "1", "label": None}, r"row 2, label: is None"),
        ({"query": "lamp", "item_id": "1", "label": "good"}, r"row 2, label: 'good' is not a number"),
        ({"query": " ", "item_id": "1", "label": 1}, r"row 2, query: is missing"),
        ({"query": 7, "item_id": "1", "label": 1}, r"row 2, query: is int, not text"),
        ({"query": "lamp" * 300, "item_id": "1", "label": 1}, r"row 2, query: has 1200 characters"),
        ({"query": "lamp", "item_id": "", "label": 1}, r"row 2, item_id: is missing"),
        (
            {"query": "lamp", "item_id": "1", "label": 1, "retrieval_score": "x"},
            r"row 2, retrieval_score: 'x'",
        ),
        (
            {"query": "lamp", "item_id": "1", "label": 1, "mean_label": 1.2},
            r"row 2, mean_label: is 1\.2\. The raters' mean on a scale from 0 to 1",
        ),
    ],
)
def test_a_wrong_row_is_named_with_what_is_wrong(
    tmp_path: Path, row: dict[str, object], message: str
) -> None:
    first = {"query": "red lamp", "item_id": "1", "label": 1}
    with pytest.raises(TableError, match=rf"j\.jsonl, {message}"):
        read_judgments(write(tmp_path / "j.jsonl", [first, row]))


def test_a_line_that_is_no_row_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "j.jsonl", rows_with(label=[1, 0.5, 0]))
    path.write_text(path.read_text() + "{half\n")
    with pytest.raises(TableError, match=r"row 4, the row: is not JSON"):
        read_judgments(path)


def test_a_label_and_a_grade_are_one_too_many(tmp_path: Path) -> None:
    rows = rows_with(label=[1, 0.5, 0], grade=[2, 1, 0])
    with pytest.raises(TableError, match=r"label and grade: are both there\. Keep one"):
        read_judgments(write(tmp_path / "j.jsonl", rows))


@pytest.mark.parametrize(
    "row", [{"query": "lamp", "item_id": "1"}, {"item_id": "1", "label": 1}, {"title": "lamp", "id": 3}]
)
def test_other_columns_are_answered_with_the_expected_ones(tmp_path: Path, row: dict[str, object]) -> None:
    with pytest.raises(TableError, match=r"has the columns .*Expected query, item_id and label"):
        read_judgments(write(tmp_path / "j.jsonl", [row]))


def test_a_file_without_judgments_is_refused(tmp_path: Path) -> None:
    (tmp_path / "j.csv").write_text("query,item_id,label\n")
    with pytest.raises(TableError, match="holds no judgment"):
        read_judgments(tmp_path / "j.csv")


@given(QUERIES, st.randoms(use_true_random=False), st.integers(2, 9))
def test_queries_of_the_same_words_fall_into_the_same_fold(query: str, draw: object, folds: int) -> None:
    words = query.split()
    draw.shuffle(words)  # type: ignore[attr-defined]
    again = f"  {' '.join(words).upper()} "
    assert 0 <= fold_of(query, folds) < folds
    assert fold_of(again, folds) == fold_of(query, folds)


def test_a_plural_falls_into_the_fold_of_its_singular() -> None:
    assert (
        len({fold_of(query, 1000) for query in ("red lamp", "red lamps", "Lamps, RED", "lamp red red")}) == 1
    )


def test_folds_are_about_even_and_another_salt_cuts_elsewhere() -> None:
    queries = [f"lamp {number}" for number in range(3000)]
    sizes = [[fold_of(query, 5, salt) for query in queries].count(0) for salt in ("", "other")]
    assert all(500 < size < 700 for size in sizes)
    assert [fold_of(query, 5) for query in queries] != [fold_of(query, 5, "other") for query in queries]


def test_holding_out_parts_the_queries_and_loses_nothing() -> None:
    judgments = [Judgment(f"lamp {number % 60}", str(number), 1.0) for number in range(300)]
    kept, held = hold_out(judgments, 3, "salt")
    assert sorted(kept + held, key=lambda j: int(j.item_id)) == judgments
    assert {j.query for j in kept}.isdisjoint(j.query for j in held)
    assert {fold_of(j.query, 3, "salt") for j in held} == {0}
    assert kept
    assert held


def test_a_split_is_what_is_marked_as_such() -> None:
    judgments = [Judgment("a", "1", 1.0, "test"), Judgment("b", "2", 1.0, "train"), Judgment("c", "3", 1.0)]
    assert in_split(judgments, "test") == judgments[:1]
    assert in_split(judgments, "dev") == []
