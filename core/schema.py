"""The ordered feature schema: every column's name, group and meaning, and which way it may push.

`trend` is what more of a feature may do to the score, all else equal: +1 never lower it, -1 never raise it,
0 anything. Training hands it to LightGBM as a monotone constraint: with a few hundred judged queries the
trees would otherwise learn noise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.records import FIELDS

MATCHED = ("brand", "color", "material", "product_type", "size")


@dataclass(frozen=True)
class Feature:
    """A column of the feature matrix."""

    name: str
    group: str
    meaning: str
    trend: int = 0


_QUERY = {
    "query_tokens": "number of tokens",
    "query_chars": "number of characters",
    "query_numbers": "tokens that start with a digit",
    "query_units": "numbers with a measurement unit",
    "query_has_brand": "1 if a token is mostly used as a brand in the catalogue",
    "query_has_color": "1 if a token is mostly used as a colour",
    "query_has_material": "1 if a token is mostly used as a material",
    "query_has_gender": "1 if a token names a gender or an age group",
    "query_idf_max": "IDF of the rarest token",
}
_ITEM = {
    "item_attributes": "how many of type, brand, colour, gender, material, size are known",
    "item_title_tokens": "tokens in the title",
    "item_description_tokens": "tokens in the description",
    "item_log_price": "ln(1 + price)",
    "item_rating": "mean rating",
    "item_log_reviews": "ln(1 + review count)",
}
_SEMANTIC = {
    "cosine": "cosine of query vector and item vector",
    "cosine_standing": "standard score of the cosine among the request's candidates",
    "consensus": "cosine of the item with the candidates' mean, weighted by how well each matches the query",
    "consensus_standing": "standard score of the consensus",
    "hybrid_standing": "cosine standing plus consensus standing plus lexical standing",
}
_OVERLAP = {
    f"{field}_overlap_{form}": f"share of the query's {what} found in the {field}"
    for field in FIELDS
    for form, what in (("exact", "tokens"), ("stem", "stems"), ("idf", "stems, weighted by IDF"))
}
_LEXICAL = {
    **_OVERLAP,
    "head_overlap_stem": "share of the query's stems found in the title's main phrase",
    "head_match": "share of the main phrase's stems that the query has",
    "title_overlap_bigram": "share of the query's pairs of neighbouring stems found in the title",
    "description_overlap_stem": "share of the query's stems found in the description",
    "description_overlap_idf": "the same, weighted by IDF",
    "any_overlap_stem": "share of the query's stems found in any field",
    "any_overlap_idf": "the same, weighted by IDF",
    "missing_idf_max": "IDF of the rarest query stem that no field has",
    "title_precision": "share of the title's stems that the query has",
    "last_token_in_title": "1 if the query's last stem (often the head noun) is in the title",
    **{
        f"{name}_match": f"share of the item's {name} that the query names; NaN if unknown"
        for name in MATCHED
    },
    "gender_match": "1 if the genders agree, 0 if not; NaN unless both are known",
    "number_match": "share of the query's numbers in title or size; NaN without numbers",
    "quantity_match": "share of the query's quantities (number and unit) that the item has",
    "quantity_conflict": "share of them whose unit the item has with another number",
    "lexical_standing": "weighted standard scores: 0.45 title stems, 0.3 title bigrams, 0.3 main phrase",
}
_RETRIEVAL = {
    "retrieval_score": "the caller's retrieval score",
    "retrieval_score_to_best": "the score divided by the request's highest",
    "retrieval_rank": "place in the request, from 1",
}
_ENGAGEMENT = {
    "engagement_log_impressions": "ln(1 + impressions) of the item for this query",
    "engagement_click_rate": "smoothed clicks per impression",
    "engagement_cart_rate": "smoothed add-to-carts per impression",
    "engagement_order_rate": "smoothed orders per impression",
    "engagement_click_lift": "clicks over the clicks expected from the positions shown",
}
_GROUPS = {
    "query": _QUERY,
    "item": _ITEM,
    "semantic": _SEMANTIC,
    "lexical": _LEXICAL,
    "retrieval": _RETRIEVAL,
    "engagement": _ENGAGEMENT,
}
_FALLING = {"missing_idf_max", "quantity_conflict", "retrieval_rank"}
_FREE = {"engagement_log_impressions"}


def _trend(name: str, group: str) -> int:
    if group in ("query", "item") or name in _FREE:
        return 0
    return -1 if name in _FALLING else 1


FEATURES: tuple[Feature, ...] = tuple(
    Feature(name, group, meaning, _trend(name, group))
    for group, columns in _GROUPS.items()
    for name, meaning in columns.items()
)
FEATURE_NAMES: tuple[str, ...] = tuple(feature.name for feature in FEATURES)
COLUMN: Mapping[str, int] = {name: i for i, name in enumerate(FEATURE_NAMES)}


def columns_of(*groups: str) -> list[int]:
    """The column numbers of whole feature groups."""
    return [i for i, feature in enumerate(FEATURES) if feature.group in groups]
