"""docs/redis-layout.md is a contract: a record is read here by what the page says, not by our own code."""

import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from core.engagement import COUNTERS
from core.records import NUMERICS, SEGMENTS, IndexInfo, encode_record, record_schema
from core.types import Item

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "redis-layout.md").read_text(encoding="utf-8")
ITEM = Item("a", "Red Pry Bar 18 in.", brand="Nordbek", price=9.5, description="Bends nails.", rating=4.0)
DIM = 8


def table(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without backquotes."""
    section = PAGE.partition(f"# {heading}\n")[2].partition("\n#")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().replace("`", "") for cell in row] for row in rows[2:]]


@pytest.mark.parametrize(
    ("heading", "names"),
    [("Numbers", NUMERICS), ("Segments", SEGMENTS), ("Engagement counters", COUNTERS)],
)
def test_the_tables_list_what_the_code_has_in_its_order(heading: str, names: tuple[str, ...]) -> None:
    assert [(int(row[0]), row[1]) for row in table(heading)] == list(enumerate(names))


def test_every_field_of_the_marker_is_explained() -> None:
    assert {row[0] for row in table("The marker")} == set(IndexInfo.__dataclass_fields__)


def read_as_documented(raw: bytes) -> tuple[dict[str, float], list[float], dict[str, list[int]]]:
    tag, counts = struct.unpack_from("<I16B", raw)[0], struct.unpack_from("<4x16B", raw)
    assert tag == int(record_schema()[:8], 16)
    numbers = struct.unpack_from("<8f", raw, 20)
    vector = struct.unpack_from(f"<{DIM}e", raw, 52)
    place, segments = 52 + 2 * DIM, {}
    for (_, name, _, limit), count in zip(table("Segments"), counts, strict=False):
        assert count <= int(limit)
        segments[name] = list(struct.unpack_from(f"<{count}I", raw, place))
        place += 4 * count
    assert place == len(raw) == 4 * (13 + DIM // 2 + sum(counts))
    return dict(zip(NUMERICS, numbers, strict=True)), list(vector), segments


def crc(text: str) -> int:
    return zlib.crc32(text.encode())


def test_a_record_reads_as_the_page_says() -> None:
    vector = np.arange(DIM, dtype=np.float32) / 8
    numbers, stored, segments = read_as_documented(encode_record(ITEM, vector, DIM))
    assert stored == vector.tolist()
    assert (numbers["price"], numbers["rating"], numbers["attributes"]) == (9.5, 4.0, 1.0)
    assert np.isnan(numbers["review_count"])
    assert segments["title_exact"] == [crc(f"e:{w}") for w in ("red", "pry", "bar", "18", "in")]
    assert segments["brand_stem"] == [crc("s:nordbek")]
    assert segments["description_stem"] == [crc("s:bend"), crc("s:nail")]
    assert segments["title_bigram"][0] == crc("b:red pri")
    assert segments["quantity"] == [crc("q:18 in")]
    assert segments["unit"] == [crc("u:in")]
    assert segments["size_exact"] == []


def test_the_commands_and_options_of_the_guide_exist() -> None:
    guide = (ROOT / "docs" / "indexing.md").read_text(encoding="utf-8")
    code = (ROOT / "offline_indexer" / "cli.py").read_text() + (
        ROOT / "offline_indexer" / "options.py"
    ).read_text()
    options = set(re.findall(r'"(--[a-z-]+)"', code))
    assert options - {"--json"} <= set(re.findall(r"--[a-z-]+", guide))
