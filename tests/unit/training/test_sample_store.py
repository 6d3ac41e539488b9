"""The sample store keeps its promises: reproducible, well labelled, shaped like a real shop and its log."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from training.sample_store import SampleStore, generate, write
from training.sample_store.colors import FAMILY
from training.sample_store.departments import TYPES
from training.sample_store.tables import tables

# changes whenever anything about the store changes; then look at what it became and pin it anew
DIGEST = "8c8dcecbda90a795525c9c7c0d65aacac89881353dbb4b6248e5609232d16c0c"

Row = dict[str, Any]


@pytest.fixture(scope="module")
def store() -> SampleStore:
    return generate()


@pytest.fixture(scope="module")
def rows(store: SampleStore) -> dict[str, list[Row]]:
    return {name: table.to_pylist() for name, table in tables(store).items()}


@pytest.fixture(scope="module")
def items(rows: dict[str, list[Row]]) -> dict[str, Row]:
    return {row["item_id"]: row for row in rows["catalogue"]}


@pytest.fixture(scope="module")
def queries(rows: dict[str, list[Row]]) -> dict[int, Row]:
    return {row["query_id"]: row for row in rows["queries"]}


@pytest.fixture(scope="module")
def judged(rows: dict[str, list[Row]]) -> dict[int, list[Row]]:
    lists = defaultdict(list)
    for row in rows["judgments"]:
        lists[row["query_id"]].append(row)
    return lists


def digest_of(store: SampleStore) -> str:
    columns = {name: table.to_pydict() for name, table in tables(store).items()}
    text = json.dumps(columns, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def normalised(text: str) -> str:
    return " ".join(text.lower().split())


# reproducibility


def test_the_store_of_the_default_seed_never_drifts(store: SampleStore) -> None:
    assert digest_of(store) == DIGEST


def test_the_same_seed_makes_the_same_store(store: SampleStore) -> None:
    assert generate(7) == store


def test_another_seed_makes_another_store(store: SampleStore) -> None:
    other = generate(8)
    assert {product.title for product in other.products} != {product.title for product in store.products}
    assert digest_of(other) != digest_of(store)


def test_the_store_cannot_be_changed(store: SampleStore) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        store.products[0].price = 0.0  # type: ignore[misc]


# the catalogue


def test_the_catalogue_is_of_the_promised_size(rows: dict[str, list[Row]]) -> None:
    catalogue = rows["catalogue"]
    assert len(catalogue) >= 3500
    assert len({row["product_type"] for row in catalogue}) >= 90
    assert len({kind.department for kind in TYPES.values()}) >= 8
    assert min(Counter(row["product_type"] for row in catalogue).values()) >= 10


def test_item_ids_are_unique_and_tell_nothing(rows: dict[str, list[Row]]) -> None:
    ids = [row["item_id"] for row in rows["catalogue"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"SF-\d{6}", item_id) for item_id in ids)
    neighbours = zip(rows["catalogue"], rows["catalogue"][1:], strict=False)
    same_type = sum(one["product_type"] == other["product_type"] for one, other in neighbours)
    assert same_type / len(ids) < 0.03


@pytest.mark.parametrize(
    ("column", "least", "most"),
    [
        ("title", 1.0, 1.0),
        ("product_type", 1.0, 1.0),
        ("brand", 0.86, 0.94),
        ("color", 0.60, 0.70),
        ("material", 0.45, 0.60),
        ("gender", 0.10, 0.20),
        ("size", 0.60, 0.80),
        ("description", 0.77, 0.85),
        ("rating", 0.75, 0.92),
    ],
)
def test_attributes_are_filled_as_in_a_real_catalogue(
    rows: dict[str, list[Row]], column: str, least: float, most: float
) -> None:
    filled = sum(row[column] is not None for row in rows["catalogue"]) / len(rows["catalogue"])
    assert least <= filled <= most


def test_some_attributes_stand_in_the_title_alone_and_some_in_the_field_alone(
    rows: dict[str, list[Row]],
) -> None:
    branded = [row for row in rows["catalogue"] if row["brand"]]
    field_only = [row for row in branded if row["brand"].lower() not in row["title"].lower()]
    names = [name for kind in TYPES.values() for name in kind.brands]
    unfilled = [row for row in rows["catalogue"] if row["brand"] is None]
    title_only = [row for row in unfilled if any(name.lower() in row["title"].lower() for name in names)]
    assert len(field_only) > 100
    assert len(title_only) > 100


def test_titles_and_descriptions_leave_no_trace_of_their_patterns(rows: dict[str, list[Row]]) -> None:
    torn = re.compile(r"[{}\[\]<>|]|,,| ,|\(\)|\s\s|^\W|\b(by|for|with|in|and|to)$|\.\.$")
    for row in rows["catalogue"]:
        assert not torn.search(row["title"]), row["title"]
        assert row["description"] is None or not re.search(r"[{}\[\]<>|]|\s\s|\.\.", row["description"])


def test_titles_vary(rows: dict[str, list[Row]]) -> None:
    titles = [row["title"] for row in rows["catalogue"]]
    assert len(set(titles)) / len(titles) > 0.9
    assert 7 <= sum(len(title.split()) for title in titles) / len(titles) <= 12


def test_prices_reviews_and_ratings_are_plausible(rows: dict[str, list[Row]]) -> None:
    catalogue = rows["catalogue"]
    for row in catalogue:
        low, high = TYPES[row["product_type"]].price
        assert 0.9 * low - 1 <= row["price"] <= 1.05 * high + 10
        assert (row["rating"] is None) == (row["review_count"] == 0)
        assert row["rating"] is None or 1.0 <= row["rating"] <= 5.0
    counts = sorted((row["review_count"] for row in catalogue), reverse=True)
    assert sum(counts[: len(counts) // 20]) > 0.4 * sum(counts)  # a twentieth has most of the reviews


def test_the_types_are_defined_without_contradiction() -> None:
    for kind in TYPES.values():
        assert set(kind.near + kind.confusable) <= set(TYPES), kind.name
        assert not set(kind.near) & set(kind.confusable), kind.name
        assert set(kind.colors) <= set(FAMILY), kind.name
        # a name that says "waterproof" would make every product of the type waterproof
        for name in (*kind.nouns, *kind.extras, *kind.words):
            for value in (*kind.features, *kind.materials):
                assert not re.search(rf"\b{re.escape(value.lower())}\b", name.lower()), (name, value)


def test_a_product_name_means_one_type() -> None:
    owners = defaultdict(set)
    for kind in TYPES.values():
        for word in kind.words:
            owners[word].add(kind.name)
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}


# queries


def test_queries_are_many_and_of_every_segment(queries: dict[int, Row]) -> None:
    assert len(queries) >= 480
    segments = Counter(row["segment"] for row in queries.values())
    assert set(segments) == {"head", "torso", "tail"}
    assert segments["tail"] > segments["torso"] > segments["head"] >= 60


def test_a_quarter_of_the_queries_is_for_testing(queries: dict[int, Row]) -> None:
    share = sum(row["split"] == "test" for row in queries.values()) / len(queries)
    assert 0.22 <= share <= 0.28
    for segment in ("head", "torso", "tail"):
        assert sum(row["split"] == "test" and row["segment"] == segment for row in queries.values()) >= 20


def test_queries_look_typed(queries: dict[int, Row]) -> None:
    texts = [row["query"] for row in queries.values()]
    assert all(1 <= len(text.split()) <= 7 for text in texts)
    assert sum(text == text.lower() for text in texts) / len(texts) > 0.9
    assert len({normalised(text) for text in texts}) == len(texts)
    head = [len(row["query"].split()) for row in queries.values() if row["segment"] == "head"]
    tail = [len(row["query"].split()) for row in queries.values() if row["segment"] == "tail"]
    assert sum(head) / len(head) < 2.2 < sum(tail) / len(tail)


def test_some_queries_are_mistyped(queries: dict[int, Row], rows: dict[str, list[Row]]) -> None:
    said = " ".join(row["title"] for row in rows["catalogue"]) + " ".join(
        f"{word} {word}s"
        for kind in TYPES.values()
        for word in (*kind.words, *(ask.text for ask in kind.asks))
    )
    vocabulary = set(re.findall(r"[a-z]+", said.lower()))
    unknown = [
        row["query"]
        for row in queries.values()
        if any(word not in vocabulary for word in re.findall(r"\b[a-z]{5,}\b", row["query"]))
    ]
    assert 0.05 < len(unknown) / len(queries) < 0.25


def intent_of(row: Row) -> tuple[Any, ...]:
    names = ("product_type", "brand", "color", "gender", "material", "size", "feature")
    return tuple(row[name] for name in names)


def test_wordings_of_one_intent_stay_on_one_side(queries: dict[int, Row]) -> None:
    sides, wordings = defaultdict(set), Counter(intent_of(row) for row in queries.values())
    for row in queries.values():
        sides[intent_of(row)].add(row["split"])
    assert all(len(side) == 1 for side in sides.values())
    assert sum(count > 1 for count in wordings.values()) >= 40  # or there would be nothing to leak


def test_no_near_duplicate_crosses_the_split(queries: dict[int, Row]) -> None:
    train = [row["query"].lower() for row in queries.values() if row["split"] == "train"]
    test = [row["query"].lower() for row in queries.values() if row["split"] == "test"]
    reordered = {tuple(sorted(text.split())) for text in train}
    assert not [text for text in test if tuple(sorted(text.split())) in reordered]
    assert not {text.replace(" ", "") for text in train} & {text.replace(" ", "") for text in test}
    assert not [(one, other) for one in test for other in train if _slip_apart(one, other)]


def _slip_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() > 0.92 and matcher.ratio() > 0.92


# judgments


def test_no_pair_is_judged_twice_and_every_item_exists(
    rows: dict[str, list[Row]], items: dict[str, Row], queries: dict[int, Row]
) -> None:
    pairs = [(row["query_id"], row["item_id"]) for row in rows["judgments"]]
    assert len(set(pairs)) == len(pairs)
    assert {item_id for _, item_id in pairs} <= set(items)
    assert {query_id for query_id, _ in pairs} == set(queries)
    for row in rows["judgments"]:
        query = queries[row["query_id"]]
        assert [row[name] for name in ("query", "split", "segment")] == [
            query[name] for name in ("query", "split", "segment")
        ]


def test_every_query_has_a_deep_list_of_several_labels(judged: dict[int, list[Row]]) -> None:
    kinds = [{row["label"] for row in judgments} for judgments in judged.values()]
    assert all(labels <= {0.0, 0.5, 1.0} and 1.0 in labels for labels in kinds)
    assert all(12 <= len(judgments) <= 28 for judgments in judged.values())
    assert sum(len(labels) >= 2 for labels in kinds) / len(kinds) >= 0.97
    assert sum(len(labels) == 3 for labels in kinds) / len(kinds) >= 0.6
    negatives = [sum(row["label"] == 0.0 for row in judgments) for judgments in judged.values()]
    assert sum(count >= 2 for count in negatives) / len(negatives) >= 0.97


def test_hard_negatives_are_of_confusable_types(
    judged: dict[int, list[Row]], items: dict[str, Row], queries: dict[int, Row]
) -> None:
    with_some = 0
    for query_id, judgments in judged.items():
        wanted = queries[query_id]["product_type"].split("|")
        confusable = {other for name in wanted for other in TYPES[name].confusable}
        wrong = [items[row["item_id"]] for row in judgments if row["label"] == 0.0]
        with_some += sum(item["product_type"] in confusable for item in wrong) >= 2
    assert with_some / len(judged) > 0.95


def test_retrieval_scores_are_missing_only_where_retrieval_missed(judged: dict[int, list[Row]]) -> None:
    everything = [row for judgments in judged.values() for row in judgments]
    missing = [row for row in everything if row["retrieval_score"] is None]
    assert 0.05 < len(missing) / len(everything) < 0.2
    assert {row["label"] for row in missing} == {0.0, 0.5, 1.0}
    assert all(row["retrieval_score"] > 0 for row in everything if row["retrieval_score"] is not None)
    for judgments in judged.values():
        assert sum(row["retrieval_score"] is not None for row in judgments) >= 8


# labels, told again from the tables alone


def color_words(text: str) -> set[str]:
    """Every colour word, by name and by family, of the colour names in the text."""
    lowered = text.lower()
    names = {name for name in FAMILY if re.search(rf"\b{re.escape(name.lower())}\b", lowered)}
    return {word.lower() for name in names for word in (name, FAMILY.get(name, name))}


def field_meets(name: str, value: str, item: Row) -> bool | None:
    """Whether the item's field meets a constraint; None where there is no field to tell."""
    field = item.get(name)
    if field is None:
        return None
    if name == "color":
        return value.lower() in {
            word.lower() for name in field.split("|") for word in (name, FAMILY.get(name, name))
        }
    if name == "gender":
        kids = {"Boys": {"Boys", "Kids"}, "Girls": {"Girls", "Kids"}, "Kids": {"Boys", "Girls", "Kids"}}
        return field in kids.get(value, {value, "Unisex"})
    if name == "material":
        turned = re.search(r"faux|alternative|composite|synthetic", field.lower())
        return set(value.lower().split()) <= set(field.lower().split()) and (not turned or field == value)
    if name == "size":
        return None if value.endswith("-Pack") else value in field.split(", ")
    return bool(field == value)


def text_shows(name: str, value: str, item: Row) -> bool:
    """Whether the title (for a feature also the description) spells a constraint out."""
    title = item["title"].lower()
    if name == "color":
        return value.lower() in color_words(title)
    if name == "feature":
        return value.lower() in f"{title} {item['description'] or ''}".lower()
    if name == "size" and (number := re.match(r"[\d./-]*\d", value)):
        return number.group().rstrip("-") in title
    if name == "gender":
        return value.rstrip("s").lower() in title or "unisex" in title
    first = {"XS": "x-small", "S": "small", "M": "medium", "L": "large", "XL": "x-large", "2XL": "x"}
    return first.get(value, value.lower()) in title or re.search(rf"\b{value.lower()}\b", title) is not None


def constraints_of(query: Row) -> list[tuple[str, str]]:
    single = [(name, query[name]) for name in ("brand", "color", "gender", "material", "feature")]
    sizes = [("size", size) for size in (query["size"] or "").split("|")]
    return [(name, value) for name, value in single + sizes if value]


def labelled(rows: dict[str, list[Row]], label: float) -> list[Row]:
    return [row for row in rows["judgments"] if row["label"] == label]


def near_types(query: Row) -> set[str]:
    return {near for name in query["product_type"].split("|") for near in TYPES[name].near}


def test_label_1_is_the_right_type_with_every_constraint_shown(
    rows: dict[str, list[Row]], items: dict[str, Row], queries: dict[int, Row]
) -> None:
    for row in labelled(rows, 1.0):
        item, query = items[row["item_id"]], queries[row["query_id"]]
        assert item["product_type"] in query["product_type"].split("|")
        for name, value in constraints_of(query):
            assert field_meets(name, value, item) or text_shows(name, value, item), (query, item)


def test_label_half_is_a_mismatched_attribute_or_a_near_type(
    rows: dict[str, list[Row]], items: dict[str, Row], queries: dict[int, Row]
) -> None:
    mismatched = 0
    for row in labelled(rows, 0.5):
        item, query = items[row["item_id"]], queries[row["query_id"]]
        wanted = query["product_type"].split("|")
        told = [field_meets(name, value, item) for name, value in constraints_of(query)]
        if item["product_type"] in wanted:
            assert told, (query, item)
            assert not all(told), (query, item)
            mismatched += False in told
        else:
            assert item["product_type"] in near_types(query), (query, item)
            assert False not in told, (query, item)
    assert mismatched > 800


def test_label_0_is_another_product(
    rows: dict[str, list[Row]], items: dict[str, Row], queries: dict[int, Row]
) -> None:
    for row in labelled(rows, 0.0):
        item, query = items[row["item_id"]], queries[row["query_id"]]
        assert item["product_type"] not in query["product_type"].split("|"), (query, item)
        if item["product_type"] in near_types(query):
            told = [field_meets(name, value, item) for name, value in constraints_of(query)]
            assert told, (query, item)
            assert not all(told), (query, item)


def test_faux_leather_is_not_leather(
    rows: dict[str, list[Row]], items: dict[str, Row], queries: dict[int, Row]
) -> None:
    faux = [
        row
        for row in rows["judgments"]
        if queries[row["query_id"]]["material"] == "Leather"
        and items[row["item_id"]]["material"] == "Faux Leather"
    ]
    assert faux
    assert all(row["label"] < 1.0 for row in faux)


# clicks


def test_the_log_has_the_promised_shape(rows: dict[str, list[Row]], items: dict[str, Row]) -> None:
    clicks = rows["clicks"]
    assert 60_000 <= len(clicks) <= 120_000
    assert set(clicks[0]) == {"day", "search_id", "query", "item_id", "position", "click", "cart", "order"}
    days = {row["day"] for row in clicks}
    assert max(days) == datetime.date(2026, 1, 31)
    assert len(days) == 30 == (max(days) - min(days)).days + 1
    assert {row["item_id"] for row in clicks} <= set(items)
    assert all(row["click"] >= row["cart"] >= row["order"] >= 0 for row in clicks)
    assert 0 < sum(row["order"] for row in clicks) < sum(row["cart"] for row in clicks)


def test_a_search_shows_every_position_once(rows: dict[str, list[Row]]) -> None:
    searches = defaultdict(list)
    for row in rows["clicks"]:
        searches[row["search_id"]].append(row)
    for shown in searches.values():
        assert sorted(row["position"] for row in shown) == list(range(1, len(shown) + 1))
        assert len({row["item_id"] for row in shown}) == len(shown)
        assert len({(row["query"], row["day"]) for row in shown}) == 1


def test_head_queries_are_searched_often_and_tail_queries_never(
    rows: dict[str, list[Row]], queries: dict[int, Row]
) -> None:
    searched = Counter(normalised(row["query"]) for row in rows["clicks"] if row["position"] == 1)
    by_segment = defaultdict(list)
    for row in queries.values():
        by_segment[row["segment"]].append(searched[normalised(row["query"])])
    assert set(by_segment["tail"]) == {0}
    assert min(by_segment["torso"]) >= 1
    head, torso = by_segment["head"], by_segment["torso"]
    assert sum(head) / len(head) > 2 * sum(torso) / len(torso)


def test_the_same_query_is_typed_in_several_ways(rows: dict[str, list[Row]]) -> None:
    forms = defaultdict(set)
    for row in rows["clicks"]:
        forms[normalised(row["query"])].add(row["query"])
    assert sum(len(written) > 1 for written in forms.values()) > 50


def rate(shown: list[Row]) -> float:
    return float(sum(row["click"] for row in shown) / len(shown))


def test_clicks_fall_with_position(rows: dict[str, list[Row]]) -> None:
    bands = [(1, 1), (2, 2), (3, 4), (5, 8), (9, 18)]
    rates = [rate([row for row in rows["clicks"] if low <= row["position"] <= high]) for low, high in bands]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > 5 * rates[-1]


def test_clicks_prefer_better_labels_at_the_same_position(
    rows: dict[str, list[Row]], queries: dict[int, Row]
) -> None:
    labels = {(normalised(row["query"]), row["item_id"]): row["label"] for row in rows["judgments"]}
    shown = defaultdict(list)
    for row in rows["clicks"]:
        label = labels.get((normalised(row["query"]), row["item_id"]))
        shown[row["position"], label].append(row)
    for position in range(1, 7):
        assert rate(shown[position, 1.0]) > 2 * rate(shown[position, 0.0])
    good, half = ([row for at in range(1, 7) for row in shown[at, label]] for label in (1.0, 0.5))
    assert rate(good) > 1.5 * rate(half)


def test_positions_vary_between_searches(rows: dict[str, list[Row]]) -> None:
    positions = defaultdict(set)
    for row in rows["clicks"]:
        positions[normalised(row["query"]), row["item_id"]].add(row["position"])
    several = [seen for seen in positions.values() if len(seen) > 3]
    assert len(several) > 500


# writing


def test_the_tables_are_written_and_read_back(store: SampleStore, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    write(store, out)
    write(store, out)  # over an older store
    assert sorted(path.name for path in out.iterdir()) == [
        "catalogue.parquet",
        "clicks.parquet",
        "judgments.parquet",
        "queries.parquet",
    ]
    for name, table in tables(store).items():
        assert pq.read_table(out / f"{name}.parquet").equals(table)


def test_the_columns_have_the_promised_types(store: SampleStore) -> None:
    made = tables(store)
    types = {name: {field.name: str(field.type) for field in table.schema} for name, table in made.items()}
    assert types["catalogue"]["price"] == types["catalogue"]["rating"] == "double"
    assert types["catalogue"]["review_count"] == types["judgments"]["query_id"] == "int64"
    assert types["judgments"]["label"] == types["judgments"]["retrieval_score"] == "double"
    assert types["clicks"]["day"] == "date32[day]"
    assert types["clicks"]["position"] == "int64"
    assert {types["clicks"][name] for name in ("click", "cart", "order")} == {"int8"}
