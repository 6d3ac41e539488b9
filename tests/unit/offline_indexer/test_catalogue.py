"""Finding the files of a catalogue, and ids that are unique across them."""

from pathlib import Path

import pytest

from core.errors import TableError
from core.tables import write_parquet
from core.types import Item
from offline_indexer.catalogue import find_catalogue
from offline_indexer.seen import SeenIds


def test_a_file_is_a_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "shop.parquet"
    write_parquet(path, [{"item_id": "a", "title": "A"}] * 3)
    found = find_catalogue(path)
    assert (found.name, found.files, found.estimate_rows()) == ("shop.parquet", (path,), 3)


def test_a_folder_is_read_in_the_order_of_names_without_what_is_no_data(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", "a.rejects.jsonl", ".hidden.csv", "notes.txt"):
        (tmp_path / name).write_text("item_id,title\n")
    (tmp_path / "empty.jsonl").touch()
    found = find_catalogue(tmp_path)
    assert [path.name for path in found.files] == ["a.csv", "b.csv"]
    assert found.estimate_rows() == 2


def test_a_folder_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no catalogue file"):
        find_catalogue(tmp_path)


def test_an_id_counts_once_in_all_files_and_the_reject_names_the_second(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("item_id,title\n1,A\n2,B\n")
    (tmp_path / "b.csv").write_text("item_id,title\n3,C\n1,D\n")
    with SeenIds() as seen:
        rows = list(find_catalogue(tmp_path).read(seen.add))
    assert [row.item_id for row in rows if isinstance(row, Item)] == ["1", "2", "3"]
    assert [row.field for row in rows if isinstance(row, TableError)] == ["b.csv, row 2, item_id"]


def test_a_file_that_is_no_catalogue_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("item_id,title\n1,A\n")
    (tmp_path / "b.csv").write_text("query,sku\n")
    with pytest.raises(TableError, match=r"b\.csv: has the columns \['query', 'sku'\]"):
        find_catalogue(tmp_path)
    (tmp_path / "c.parquet").write_text("no")
    with pytest.raises(TableError, match="no Parquet file"):
        find_catalogue(tmp_path / "c.parquet")
