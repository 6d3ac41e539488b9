"""The features mean what the schema says, each candidate by itself, whatever is missing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.features import build_matrix, query_facts
from core.lexicon import Words, analyse, hash_stem, main_phrase, stem
from core.records import FIELDS, decode_records, encode_record
from core.schema import COLUMN, FEATURE_NAMES, MATCHED, columns_of
from core.types import Candidate, FloatRows, Item
from core.vocabulary import count_vocabulary

DIM = 8
NOTHING = math.nan
# what a candidate's neighbours may change; everything else is its own
RELATIVE = {
    "cosine_standing",
    "consensus",
    "consensus_standing",
    "hybrid_standing",
    "lexical_standing",
    "retrieval_score_to_best",
    "retrieval_rank",
}
# divided by a spread or a length, which amplifies the rounding of float32
DIVIDED = {"cosine_standing", "consensus", "consensus_standing", "hybrid_standing", "lexical_standing"}
OWN = [i for i, name in enumerate(FEATURE_NAMES) if name not in RELATIVE]

_SPEECH = """
red blue grey steel lamp lamps table running shoes shoe men's kids drill bit for with halvorsen nordbek tarrow
t-shirt 18 in. 2-pack (4-pack) 1/2 5xl 60 watt 12v cotton, - 日本 ™
"""
_WORDS = _SPEECH.split()
_VALUES = ["Red", "Red|Grey", "Steel", "Halvorsen", "Running Shoes", "Table Lamps", "18 in.", "XL", "T-Shirt"]


def make_item(draw: Random, item_id: str) -> Item:
    def maybe(value: str) -> str | None:
        return value if draw.random() < 0.6 else None

    return Item(
        item_id,
        " ".join(draw.choices(_WORDS, k=draw.randint(1, 9))),
        *(maybe(draw.choice(_VALUES)) for _ in range(3)),
        gender=maybe(draw.choice(["Men", "Women", "Kids", "Unisex", "all"])),
        material=maybe(draw.choice(_VALUES)),
        size=maybe(draw.choice(_VALUES)),
        description=maybe(" ".join(draw.choices(_WORDS, k=draw.randint(0, 20)))),
        price=draw.choice([None, 0.0, 19.99, 1200.0]),
        rating=draw.choice([None, 4.5]),
        review_count=draw.choice([None, 0.0, 31.0]),
    )


@dataclass(frozen=True)
class Request:
    """A request with all that is known about it; `records` are what stands in the store."""

    query: str
    vector: FloatRows | None
    items: Sequence[Item | None]
    records: Sequence[bytes | None]
    candidates: Sequence[Candidate]
    engagement: FloatRows | None

    def chosen(self, rows: Sequence[int]) -> Request:
        """The same request with these candidates, in this order."""
        engagement = None if self.engagement is None else self.engagement[list(rows)]
        items, records, candidates = (
            [column[i] for i in rows] for column in (self.items, self.records, self.candidates)
        )
        return replace(self, items=items, records=records, candidates=candidates, engagement=engagement)


SHOP = [make_item(Random(seed), f"shop-{seed}") for seed in range(60)]
VOCABULARY = count_vocabulary(SHOP)


def unit_vector(draw: Random) -> FloatRows:
    vector = np.array([draw.gauss(0, 1) for _ in range(DIM)], np.float32)
    return vector / np.sqrt((vector * vector).sum())


def make_request(seed: int, count: int | None = None, query: str | None = None) -> Request:
    """A random request: known, vectorless and unknown items, overrides, gaps in every source."""
    draw = Random(seed)
    count = draw.randint(1, 8) if count is None else count
    items = [make_item(draw, str(i)) if draw.random() < 0.85 else None for i in range(count)]
    records = [
        item and encode_record(item, unit_vector(draw) if draw.random() < 0.9 else None, DIM)
        for item in items
    ]
    scored, overriding = draw.random() < 0.8, draw.random() < 0.5
    candidates = [
        Candidate(
            str(i),
            round(draw.uniform(-2, 20), 3) if scored and draw.random() < 0.9 else None,
            {"price": 7.5, "rating": 3.0} if overriding and draw.random() < 0.5 else {},
        )
        for i in range(count)
    ]
    counters = np.array([_counters(draw) for _ in range(count)], np.float32)
    return Request(
        " ".join(draw.choices(_WORDS, k=draw.randint(1, 12))) if query is None else query,
        unit_vector(draw) if draw.random() < 0.9 else None,
        items,
        records,
        candidates,
        counters if draw.random() < 0.8 else None,
    )


def _counters(draw: Random) -> list[float]:
    if draw.random() < 0.4:
        return [NOTHING] * 5
    shown = draw.randint(1, 500)
    clicks = draw.randint(0, shown)
    return [shown, clicks, clicks // 2, clicks // 4, shown * 0.1]


def matrix_of(request: Request) -> FloatRows:
    facts = query_facts(request.query, VOCABULARY, request.vector)
    items = decode_records(request.records, DIM)
    return build_matrix(facts, request.candidates, items, request.engagement)


# --- the meanings of core.schema, told again one value at a time ---


def expected_row(request: Request, i: int) -> dict[str, float]:
    item, candidate = request.items[i], request.candidates[i]
    row = {**query_meanings(request.query), **retrieval_meanings(request, i)}
    row |= item_meanings(item, candidate)
    if request.engagement is not None:
        row |= engagement_meanings(request.engagement[i].tolist())
    if item is not None:
        row |= overlap_meanings(request.query, item) | number_meanings(request.query, item)
        row |= match_meanings(request.query, item)
    return row


def idf(token: str) -> float:
    return float(_fact(token, "idf"))


def _fact(token: str, name: str) -> float:
    return float(VOCABULARY.look_up(np.array([hash_stem(token)], np.uint32))[name][0])


def query_meanings(query: str) -> dict[str, float]:
    words = analyse(query)
    return {
        "query_tokens": len(words.tokens),
        "query_chars": len(query),
        "query_numbers": sum(token[0].isdigit() for token in words.tokens),
        "query_units": len(words.quantities),
        **{
            f"query_has_{name}": any(_fact(token, name) > 0.5 for token in words.tokens)
            for name in ("brand", "color", "material")
        },
        "query_has_gender": words.gender != 0,
        "query_idf_max": max((idf(token) for token in words.tokens), default=0),
    }


def item_meanings(item: Item | None, candidate: Candidate) -> dict[str, float]:
    known = ("product_type", "brand", "color", "gender", "material", "size")
    stored: dict[str, float | None] = {}
    row: dict[str, float] = {}
    if item is not None:
        stored = {name: getattr(item, name) for name in ("price", "rating", "review_count")}
        row["item_attributes"] = sum(getattr(item, name) is not None for name in known)
        row["item_title_tokens"] = len(analyse(item.title).tokens)
        if item.description:
            row["item_description_tokens"] = len(analyse(item.description).tokens)
    now = {name: value for name, value in stored.items() if value is not None} | dict(candidate.features)
    for column, name in (("item_log_price", "price"), ("item_log_reviews", "review_count")):
        if name in now:
            row[column] = math.log(1 + now[name])
    if "rating" in now:
        row["item_rating"] = now["rating"]
    return row


def words_of(text: str | None) -> Words:
    return analyse(text or "")


def stems_of(text: str | None) -> set[str]:
    return {stem(token) for token in words_of(text).tokens}


def overlap_meanings(query: str, item: Item) -> dict[str, float]:
    tokens = analyse(query).tokens
    stems = [stem(token) for token in tokens]
    total = sum(idf(token) for token in tokens)

    def share(found: Sequence[bool]) -> float:
        return sum(found) / len(tokens) if tokens else 0

    def weighted(found: Sequence[bool]) -> float:
        return sum(idf(t) for t, there in zip(tokens, found, strict=True) if there) / total if tokens else 0

    row: dict[str, float] = {}
    anywhere = [False] * len(tokens)
    for field in (*FIELDS, "description"):
        text = getattr(item, field)
        as_stem = [word in stems_of(text) for word in stems]
        anywhere = [a or b for a, b in zip(anywhere, as_stem, strict=True)]
        row[f"{field}_overlap_stem"], row[f"{field}_overlap_idf"] = share(as_stem), weighted(as_stem)
        if field in FIELDS:
            row[f"{field}_overlap_exact"] = share([token in words_of(text).tokens for token in tokens])
    row["head_overlap_stem"] = share([word in stems_of(main_phrase(item.title)) for word in stems])
    row["any_overlap_stem"], row["any_overlap_idf"] = share(anywhere), weighted(anywhere)
    absent = [idf(token) for token, there in zip(tokens, anywhere, strict=True) if not there]
    row["missing_idf_max"] = max(absent, default=0)
    pairs, theirs = pairs_of(query), pairs_of(item.title)
    if pairs:
        row["title_overlap_bigram"] = sum(pair in theirs for pair in pairs) / len(pairs)
    if tokens:
        row["last_token_in_title"] = stems[-1] in stems_of(item.title)
    return row


def pairs_of(text: str) -> list[tuple[str, str]]:
    stems = [stem(token) for token in analyse(text).tokens]
    return list(pairwise(stems))


def match_meanings(query: str, item: Item) -> dict[str, float]:
    words = analyse(query)
    asked = {stem(token) for token in words.tokens}
    parts = {name: stems_of(getattr(item, name)) for name in MATCHED if name != "size"}
    parts |= {"head": stems_of(main_phrase(item.title))}
    row = {f"{name}_match": len(theirs & asked) / len(theirs) for name, theirs in parts.items() if theirs}
    if sizes := set(words_of(item.size).tokens):
        row["size_match"] = len(sizes & set(words.tokens)) / len(sizes)
    if title := stems_of(item.title):
        row["title_precision"] = len(title & asked) / len(title)
    gender = words_of(item.gender).gender or analyse(item.title).gender
    if words.gender and gender:
        row["gender_match"] = words.gender & gender != 0
    return row


def number_meanings(query: str, item: Item) -> dict[str, float]:
    words, row = analyse(query), dict[str, float]()
    there = {*analyse(item.title).tokens, *words_of(item.size).tokens}
    if numbers := [token for token in words.tokens if token[0].isdigit()]:
        row["number_match"] = sum(number in there for number in numbers) / len(numbers)
    if asked := words.quantities:
        has = {*analyse(item.title).quantities, *words_of(item.size).quantities}
        units = {unit for _, unit in has}
        row["quantity_match"] = sum(quantity in has for quantity in asked) / len(asked)
        conflicts = [quantity not in has and quantity[1] in units for quantity in asked]
        row["quantity_conflict"] = sum(conflicts) / len(asked)
    return row


def retrieval_meanings(request: Request, i: int) -> dict[str, float]:
    row: dict[str, float] = {"retrieval_rank": i + 1}
    known = [c.retrieval_score for c in request.candidates if c.retrieval_score is not None]
    score = request.candidates[i].retrieval_score
    if score is not None:
        row["retrieval_score"] = score
        if max(known) > 0:
            row["retrieval_score_to_best"] = score / max(known)
    return row


def engagement_meanings(counters: Sequence[float]) -> dict[str, float]:
    impressions, clicks, carts, orders, expected = counters
    if math.isnan(impressions):
        return {}
    return {
        "engagement_log_impressions": math.log(1 + impressions),
        "engagement_click_rate": (clicks + 20 * 0.08) / (impressions + 20),
        "engagement_cart_rate": (carts + 20 * 0.02) / (impressions + 20),
        "engagement_order_rate": (orders + 20 * 0.01) / (impressions + 20),
        "engagement_click_lift": (clicks + 1) / (expected + 1),
    }


def expected_rows(request: Request) -> list[dict[str, float]]:
    """All rows, with what depends on the whole list filled in."""
    rows = [expected_row(request, i) for i in range(len(request.items))]
    weights = {"title_overlap_stem": 0.45, "title_overlap_bigram": 0.3, "head_overlap_stem": 0.3}
    parts = {name: standings([row.get(name) for row in rows]) for name in weights}
    used = [name for name in weights if name != "title_overlap_bigram" or pairs_of(request.query)]
    for i, row in enumerate(rows):
        if request.items[i] is not None:
            row["lexical_standing"] = sum(weights[name] * (parts[name][i] or 0) for name in used)
    if request.vector is not None:
        _fill_semantics(rows, request.vector.tolist(), decode_records(request.records, DIM).vectors.tolist())
    return rows


def _fill_semantics(rows: list[dict[str, float]], query: list[float], vectors: list[list[float]]) -> None:
    cosines = [None if math.isnan(v[0]) else dot(v, query) for v in vectors]
    standing = standings(cosines)
    weights = [
        None if s is None else math.exp((s + row["lexical_standing"]) / 0.7)
        for s, row in zip(standing, rows, strict=True)
    ]
    centre = [
        sum(w * v[d] for w, v in zip(weights, vectors, strict=True) if w is not None) for d in range(DIM)
    ]
    length = math.sqrt(dot(centre, centre))
    consensus = [
        None if c is None else dot(v, centre) / length for c, v in zip(cosines, vectors, strict=True)
    ]
    for row, cosine, s, c, a in zip(rows, cosines, standing, consensus, standings(consensus), strict=True):
        if cosine is None or s is None or c is None or a is None:
            continue
        row |= {"cosine": cosine, "cosine_standing": s, "consensus": c, "consensus_standing": a}
        row["hybrid_standing"] = s + a + row["lexical_standing"]


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def standings(values: Sequence[float | None]) -> list[float | None]:
    known = [value for value in values if value is not None]
    if not known:
        return list(values)
    mean = sum(known) / len(known)
    spread = math.sqrt(sum((value - mean) ** 2 for value in known) / len(known))
    return [None if v is None else (v - mean) / spread if spread > 1e-6 else 0.0 for v in values]


def assert_equal(request: Request) -> None:
    matrix = matrix_of(request)
    assert matrix.dtype == np.float32
    assert matrix.shape == (len(request.candidates), len(FEATURE_NAMES))
    for i, wanted in enumerate(expected_rows(request)):
        found = dict(zip(FEATURE_NAMES, matrix[i].tolist(), strict=True))
        for name in FEATURE_NAMES:
            value = float(wanted.get(name, NOTHING))
            close = 1e-4 if name in DIVIDED else 1e-6
            assert found[name] == pytest.approx(value, rel=close, abs=close, nan_ok=True), (i, name, request)


# not at random: by chance two cosines may stand so close that float32 cannot give their standing
@settings(deadline=None, max_examples=150, derandomize=True)
@given(st.integers(0, 2**32))
def test_every_feature_is_what_the_schema_says(seed: int) -> None:
    assert_equal(make_request(seed))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "!!!",
        "red",
        "red red red",
        "18 in. lamp",
        "18 18 in. 12 in",
        "2-pack 4 pack",
        "men's shoes for kids",
        "zeppelin",
        "red running shoes men's 18 in. steel halvorsen drill bit with cotton and 12v 60 watt",
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_the_meanings_hold_for_queries_of_every_kind(query: str, seed: int) -> None:
    assert_equal(make_request(seed, 6, query))


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 2**32), st.data())
def test_a_candidates_own_features_do_not_depend_on_its_neighbours(seed: int, data: st.DataObject) -> None:
    request = make_request(seed)
    count = len(request.candidates)
    rows = data.draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=12))
    whole, part = matrix_of(request), matrix_of(request.chosen(rows))
    assert part[:, OWN].tobytes() == whole[rows][:, OWN].tobytes()


@pytest.mark.parametrize("seed", range(4))
def test_alone_or_among_a_thousand_a_candidate_has_the_same_bits(seed: int) -> None:
    query = " ".join(Random(seed).choices(_WORDS, k=24))
    request = make_request(seed, 1000, query)
    whole = matrix_of(request)
    assert whole.shape[0] == 1000
    for row in range(0, 1000, 97):
        alone = matrix_of(request.chosen([row]))[0]
        differing = [FEATURE_NAMES[i] for i in OWN if alone[i].tobytes() != whole[row, i].tobytes()]
        assert differing == []


@settings(deadline=None, max_examples=50, derandomize=True)
@given(st.integers(0, 2**32), st.randoms(use_true_random=False))
def test_the_order_of_the_request_changes_nothing_but_its_own_features(seed: int, draw: Random) -> None:
    request = make_request(seed)
    rows = list(range(len(request.candidates)))
    draw.shuffle(rows)
    whole, shuffled = matrix_of(request), matrix_of(request.chosen(rows))
    ordered = [i for i, name in enumerate(FEATURE_NAMES) if name != "retrieval_rank"]
    np.testing.assert_allclose(shuffled[:, ordered], whole[rows][:, ordered], rtol=1e-4, atol=1e-4)
    assert shuffled[:, COLUMN["retrieval_rank"]].tolist() == list(range(1, len(rows) + 1))


LAMP = Item("lamp", "Red Table Lamp", "Lamps", "Halvorsen", "Red", price=20.0, rating=4.0, review_count=9.0)
LAMP_RECORD = encode_record(LAMP, np.eye(DIM, dtype=np.float32)[0], DIM)
ALONG = np.eye(DIM, dtype=np.float32)[0]


def features(
    candidates: Sequence[Candidate],
    records: Sequence[bytes | None],
    vector: FloatRows | None = ALONG,
    engagement: FloatRows | None = None,
    query: str = "red lamp",
) -> FloatRows:
    return build_matrix(
        query_facts(query, VOCABULARY, vector), candidates, decode_records(records, DIM), engagement
    )


def test_a_missing_row_is_nan_and_shifts_no_other() -> None:
    candidates = [Candidate("a", 3.0), Candidate("gone", 2.0), Candidate("b", 1.0)]
    matrix = features(candidates, [LAMP_RECORD, None, LAMP_RECORD])
    stored = columns_of("item", "semantic", "lexical", "engagement")
    assert np.isnan(matrix[1, stored]).all()
    assert not np.isnan(matrix[1, columns_of("query", "retrieval")]).any()
    own = [i for i in OWN if i not in columns_of("retrieval")]
    assert matrix[2, own].tobytes() == matrix[0, own].tobytes()


def test_what_the_caller_knows_now_overrides_the_index() -> None:
    overrides = {"price": 10.0, "rating": 2.0, "review_count": 0.0}
    changed = features([Candidate("a", features=overrides), Candidate("b")], [LAMP_RECORD, LAMP_RECORD])
    names = ["item_log_price", "item_rating", "item_log_reviews"]
    columns = [COLUMN[name] for name in names]
    assert changed[0, columns].tolist() == pytest.approx([math.log(11), 2, 0])
    assert changed[1, columns].tolist() == pytest.approx([math.log(21), 4, math.log(10)])


@pytest.mark.parametrize("name", ["price", "rating", "review_count"])
def test_an_override_speaks_for_an_item_that_the_index_does_not_have(name: str) -> None:
    matrix = features([Candidate("gone", features={name: 3.0})], [None])
    known = [FEATURE_NAMES[i] for i in columns_of("item") if not np.isnan(matrix[0, i])]
    wanted = {"price": "item_log_price", "rating": "item_rating", "review_count": "item_log_reviews"}
    assert known == [wanted[name]]


def test_an_unknown_override_changes_nothing() -> None:
    given = features([Candidate("a", features={"price": NOTHING, "colour": 3.0})], [LAMP_RECORD])
    assert given.tobytes() == features([Candidate("a")], [LAMP_RECORD]).tobytes()


def test_without_a_query_vector_only_the_semantics_are_gone() -> None:
    candidates, records = [Candidate("a", 1.0)], [LAMP_RECORD]
    blind, seeing = features(candidates, records, None), features(candidates, records)
    semantic = columns_of("semantic")
    others = [i for i in range(len(FEATURE_NAMES)) if i not in semantic]
    assert np.isnan(blind[:, semantic]).all()
    assert not np.isnan(seeing[:, semantic]).any()
    assert blind[:, others].tobytes() == seeing[:, others].tobytes()


def test_an_item_without_a_vector_has_words_but_no_semantics() -> None:
    records = [encode_record(LAMP, None, DIM), LAMP_RECORD]
    matrix = features([Candidate("a"), Candidate("b")], records)
    assert np.isnan(matrix[0, columns_of("semantic")]).all()
    assert not np.isnan(matrix[1, columns_of("semantic")]).any()
    assert matrix[0, COLUMN["title_overlap_stem"]] == 1


@pytest.mark.parametrize("records", [[None], [LAMP_RECORD]])
def test_a_single_candidate_stands_at_zero(records: list[bytes | None]) -> None:
    matrix = features([Candidate("a", 5.0)], records)
    standing = [i for i, name in enumerate(FEATURE_NAMES) if name.endswith("_standing")]
    values = matrix[0, standing]
    assert np.isnan(values).all() if records == [None] else not values.any()
    assert matrix[0, COLUMN["retrieval_score_to_best"]] == 1
    assert matrix[0, COLUMN["retrieval_rank"]] == 1


def test_a_query_without_words_still_has_a_row_per_candidate() -> None:
    matrix = features([Candidate("a"), Candidate("b")], [LAMP_RECORD, LAMP_RECORD], query="!!!")
    row = dict(zip(FEATURE_NAMES, matrix[0].tolist(), strict=True))
    assert row["query_tokens"] == row["query_idf_max"] == row["missing_idf_max"] == 0
    assert row["title_overlap_stem"] == row["any_overlap_idf"] == row["title_precision"] == 0
    assert math.isnan(row["last_token_in_title"])
    assert row["cosine"] == 1


@pytest.mark.parametrize("scores", [[None, None], [-3.0, -1.0], [0.0, -1.0]])
def test_there_is_no_share_of_a_best_score_that_is_not_positive(scores: list[float | None]) -> None:
    matrix = features([Candidate(str(i), s) for i, s in enumerate(scores)], [LAMP_RECORD, LAMP_RECORD])
    assert np.isnan(matrix[:, COLUMN["retrieval_score_to_best"]]).all()


def test_few_impressions_are_smoothed_towards_the_usual_rates() -> None:
    counters = np.array([[2, 2, 2, 2, 0.5], [2000, 2000, 0, 0, 500], [NOTHING] * 5], np.float32)
    candidates = [Candidate(str(i)) for i in range(3)]
    matrix = features(candidates, [LAMP_RECORD] * 3, engagement=counters)
    clicks = matrix[:, COLUMN["engagement_click_rate"]]
    assert clicks[0] == pytest.approx((2 + 1.6) / 22)
    assert 0.08 < clicks[0] < 0.5 < 0.95 < clicks[1] < 1
    assert matrix[0, COLUMN["engagement_click_lift"]] == pytest.approx(2)
    assert np.isnan(matrix[2, columns_of("engagement")]).all()


def test_without_a_store_nothing_is_known_of_engagement() -> None:
    assert np.isnan(features([Candidate("a")], [LAMP_RECORD])[:, columns_of("engagement")]).all()


def test_a_word_asked_for_twice_does_not_match_twice() -> None:
    once, twice = (features([Candidate("a")], [LAMP_RECORD], query=q)[0] for q in ("lamp", "lamp lamps"))
    columns = [COLUMN[name] for name in ("title_precision", "product_type_match", "title_overlap_stem")]
    assert once[columns].tolist() == twice[columns].tolist()
