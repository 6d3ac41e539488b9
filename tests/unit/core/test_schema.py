"""The schema holds together: names, groups, meanings and trends."""

from __future__ import annotations

from itertools import groupby

import pytest

from core.records import FIELDS, OVERRIDABLE
from core.schema import COLUMN, FEATURE_NAMES, FEATURES, MATCHED, columns_of

GROUPS = ("query", "item", "semantic", "lexical", "retrieval", "engagement")
TREND = {feature.name: feature.trend for feature in FEATURES}


def test_names_are_unique_and_in_the_order_of_the_columns() -> None:
    assert [feature.name for feature in FEATURES] == list(FEATURE_NAMES)
    assert len(set(FEATURE_NAMES)) == len(FEATURE_NAMES)
    assert {name: FEATURE_NAMES.index(name) for name in FEATURE_NAMES} == COLUMN


def test_every_column_has_a_meaning() -> None:
    assert all(feature.meaning.strip() for feature in FEATURES)


def test_a_group_is_one_run_of_columns() -> None:
    assert tuple(group for group, _ in groupby(feature.group for feature in FEATURES)) == GROUPS


@pytest.mark.parametrize("group", GROUPS)
def test_the_columns_of_a_group(group: str) -> None:
    assert [FEATURES[i].group for i in columns_of(group)] == [group] * len(columns_of(group))
    assert columns_of(group)


def test_the_groups_share_out_all_columns() -> None:
    assert columns_of(*GROUPS) == list(range(len(FEATURES)))
    assert columns_of() == columns_of("no such group") == []


def test_what_describes_only_the_query_or_the_item_may_push_either_way() -> None:
    assert {FEATURES[i].trend for i in columns_of("query", "item")} == {0}


@pytest.mark.parametrize("name", ["missing_idf_max", "quantity_conflict", "retrieval_rank"])
def test_a_sign_of_a_bad_match_never_raises_the_score(name: str) -> None:
    assert TREND[name] == -1


@pytest.mark.parametrize(
    "name", ["cosine", "title_overlap_idf", "brand_match", "retrieval_score", "engagement_click_rate"]
)
def test_a_sign_of_a_good_match_never_lowers_the_score(name: str) -> None:
    assert TREND[name] == 1


def test_being_shown_often_is_no_merit() -> None:
    assert TREND["engagement_log_impressions"] == 0


def test_every_field_and_every_matched_attribute_has_its_columns() -> None:
    overlaps = {f"{field}_overlap_{form}" for field in FIELDS for form in ("exact", "stem", "idf")}
    assert overlaps | {f"{name}_match" for name in MATCHED} <= set(FEATURE_NAMES)


def test_everything_a_caller_may_override_has_a_column() -> None:
    assert set(OVERRIDABLE) == {"price", "rating", "review_count"}
    assert {"item_log_price", "item_rating", "item_log_reviews"} <= set(FEATURE_NAMES)
