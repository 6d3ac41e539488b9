"""Variants of the long stages: one thing changed, everything else as in the plain one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tiny import make_items, make_judgments

from core.errors import SettingError
from core.types import Candidate
from training.distillation.ablations import PLAIN, VARIANTS, Ablations, ablation_tables, chosen, noisy
from training.distillation.measure import evaluation_set
from training.distillation.recipes import AFTER_LONG
from training.distillation.splits import Split
from training.distillation.stages import Stages
from training.evaluate import evaluate
from training.judgments import LABELS
from training.learning.recipe import PRESETS
from training.ranking_data import JudgedQuery
from training.sources import Source


@pytest.fixture(scope="module")
def split() -> Split:
    items = make_items()
    by_id = {item.item_id: item for item in items}
    judged = make_judgments(items)
    long = [replace(j, query=f"big {j.query}", mean_label=j.label) for j in judged]
    return Split(Source("long", long, by_id), Source("crossed", judged, by_id))


@pytest.mark.parametrize("preset", sorted(path.stem for path in PRESETS.glob("*.toml")))
def test_every_variant_is_a_recipe_of_every_preset(split: Split, preset: str, tmp_path: Path) -> None:
    ablations = Ablations(Stages(tmp_path, split), preset, 0.25)
    ablations.check()
    made = {v.key: ablations.recipes(v).long for v in VARIANTS}
    assert all(recipe.epochs == 0.25 for recipe in made.values())
    assert made["teacher-means"].labels == "means"
    assert made["alone-bm25"].loss == "label_margin_mse"
    for variant in VARIANTS if preset == "cpu" else ():
        same = ablations.plain(variant.row).long == made[variant.key]
        assert same == bool(variant.negatives or variant.noise or variant.cold), variant.title


def test_keys_and_titles_tell_variants_apart() -> None:
    assert len({v.key for v in VARIANTS}) == len({v.title for v in VARIANTS}) == len(VARIANTS)
    assert [v.key for v in chosen(["logit", "slow"])] == ["slow", "logit"]
    assert chosen([]) == list(VARIANTS)
    with pytest.raises(SettingError, match="--variant"):
        chosen(["nonsense"])


def test_noise_draws_a_share_of_the_labels_anew(split: Split) -> None:
    before, after = split.long.judgments, noisy(split, 0.5).long.judgments
    drawn = [new for old, new in zip(before, after, strict=True) if new.mean_label is None]
    assert 0.4 < len(drawn) / len(before) < 0.6
    assert {j.label for j in drawn} == set(LABELS)
    assert [(j.query, j.item_id) for j in before] == [(j.query, j.item_id) for j in after]
    assert noisy(split, 0.5).long.judgments == after
    assert noisy(split, 0.5).crossed == split.crossed


def test_a_plain_and_a_changed_model_are_trained_and_measured_after_the_long_stage(
    split: Split, tmp_path: Path
) -> None:
    stages = Stages(tmp_path / "stages", split)
    ablations = Ablations(stages, "quick", 0.1, chosen(["teacher-noise", "bm25", "own", "alone-bm25"]))
    data = replace(evaluation_set(split.crossed, split), split=None)
    found = ablations.evaluate(replace(data, queries=data.queries[:3]))
    assert {row.system for row in found.rows} >= {*PLAIN, *(v.title for v in ablations.variants)}
    assert {model.without for model in stages.models.values()} == {AFTER_LONG}
    # the warm-up, three plain ones, four variants; the plain student found the negatives of "own"
    kinds = [model.kind for model in stages.models.values()]
    assert (kinds.count("teacher"), kinds.count("student")) == (3, 5)


def test_a_variant_stands_under_the_plain_one_of_its_kind() -> None:
    queries = [
        JudgedQuery(f"q{n}", (Candidate("a"), Candidate("b"), Candidate("c")), np.array([0, 0.5, n % 2]))
        for n in range(4)
    ]
    variants = chosen(["slow", "alone-bce"])
    systems = {
        title: lambda judged: judged.labels.astype(np.float64)
        for title in (*PLAIN, *(v.title for v in variants))
    }
    rivals = {title: title for title in PLAIN}
    text = ablation_tables(evaluate("shop", queries, systems, rivals))
    tables = [block for block in text.split("\n\n") if block.startswith("| ")]
    assert [table.split(" |")[0].removeprefix("| ") for table in tables] == list(PLAIN)
    assert variants[0].title in tables[1]
    assert variants[1].title in tables[2]
    assert variants[1].title not in tables[1]
    assert "+0.00 %" in tables[1].splitlines()[3]
