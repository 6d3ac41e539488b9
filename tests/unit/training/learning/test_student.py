"""The student against Eq 4, its training, and its way through the export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import MismatchError, TableError
from core.text import query_hash, render_item
from core.types import Item
from training.encoder_folder import describe_folder, export_base, open_encoder
from training.learning.data import LearningData, learning_data
from training.learning.lists import Part
from training.learning.recipe import Recipe
from training.learning.validation import ndcg_of
from training.pairs.candidates import Depths, unlabelled_lists
from training.sources import Source
from training.student.folder import DESCRIPTION, StudentParts, describe_student, load_student, start
from training.student.model import cosines
from training.student.train import train_student


@pytest.fixture
def recipe(recipe: Recipe) -> Recipe:
    return recipe.model_copy(update={"loss": "margin_mse", "items_per_list": 8})


@pytest.fixture
def parts(recipe: Recipe) -> StudentParts:
    made = start(recipe)
    made.model.eval()
    return made


@pytest.fixture(scope="session")
def scored(source: Source) -> LearningData:
    """A teacher that knows the labels: logits 3, 0 and -3."""
    logits = {(j.query, j.item_id): 6 * j.label - 3 for j in source.judgments}
    return learning_data([source], Recipe(base="any", loss="any"), logits)


def test_equation_4_is_the_cosine_of_two_cls_vectors(parts: StudentParts, data: LearningData) -> None:
    known = data.train[0]
    batch = parts.tokens([Part(known, (0, 1, 2)), Part(data.train[1], (4,))])
    with torch.no_grad():
        found = parts.model(torch.tensor([0, 0, 0, 1]), **batch)
        query = parts.encoder(batch["query_ids"], batch["query_mask"]).last_hidden_state[:, 0]
        items = parts.encoder(batch["item_ids"], batch["item_mask"]).last_hidden_state[:, 0]
        expected = torch.cosine_similarity(query[[0, 0, 0, 1]], items, dim=-1)
    assert torch.allclose(found, expected, atol=1e-6)


def test_scoring_whole_lists_gives_the_same_cosines(parts: StudentParts, data: LearningData) -> None:
    known = data.train[0]
    with torch.no_grad():
        one = parts.model(
            torch.zeros(len(known)).long(), **parts.tokens([Part(known, tuple(range(len(known))))])
        )
    found = cosines(parts.model, parts.tokens, data.train)[known.query]
    assert np.allclose(found, one.numpy(), atol=1e-5)


def test_it_learns_from_a_teacher_and_is_exported_as_it_was_trained(
    recipe: Recipe, scored: LearningData, items: list[Item], tmp_path: Path
) -> None:
    eager = {"epochs": 20.0, "learning_rate": 3e-3, "loss_options": {"scale": 5.0}}
    longer = recipe.model_copy(update=eager)
    facts = train_student(longer, scored, tmp_path / "student")
    export_base(str(tmp_path / "student"), tmp_path / "encoder", "fp32")
    described = describe_folder(tmp_path / "encoder")
    assert described.learned == facts.learned
    assert described.has_learned(scored.train[0].query)
    trained = load_student(tmp_path / "student")
    learned = ndcg_of(scored.train, cosines(trained.model, trained.tokens, scored.train))
    untrained = start(longer)
    untrained.model.eval()
    before = ndcg_of(scored.train, cosines(untrained.model, untrained.tokens, scored.train))
    assert learned["ndcg@10"] > before["ndcg@10"] + 0.1, (before, learned)
    known, encoder = scored.train[0], open_encoder(tmp_path / "encoder")
    by_id = {item.item_id: item for item in items}
    served = [encoder.encode_item(by_id[i]) @ encoder.encode_query(known.query) for i in known.item_ids]
    assert np.allclose(cosines(trained.model, trained.tokens, [known])[known.query], served, atol=1e-4)


def test_the_result_may_keep_a_share_of_the_base(
    recipe: Recipe, scored: LearningData, tmp_path: Path
) -> None:
    # the last parameters are kept: the first step of a warm-up moves nothing
    longer = recipe.model_copy(update={"evaluations": 1})
    train_student(longer, scored, tmp_path / "all")
    facts = train_student(longer.model_copy(update={"keep_base": 0.25}), scored, tmp_path / "some")
    base = start(recipe).model.state_dict()
    trained, mixed = (load_student(tmp_path / name).model.state_dict() for name in ("all", "some"))
    assert any(not torch.equal(trained[name], base[name]) for name in base)
    for name, tensor in mixed.items():
        assert torch.allclose(tensor, 0.75 * trained[name] + 0.25 * base[name], atol=1e-6)
    assert 0 < facts.metrics["mixed_ndcg@10"] <= 1


def test_pairs_without_labels_are_learned_and_are_no_judgments(
    recipe: Recipe, scored: LearningData, items: list[Item], tmp_path: Path
) -> None:
    by_id = {item.item_id: item for item in items}
    lists = list(unlabelled_lists(["steel pry bar", "table lamp"], by_id, render_item, Depths()))
    alone = LearningData([*scored.train[:1], *lists], scored.validation)
    with_targets = [replace(known, targets=np.arange(len(known), dtype=np.float32)) for known in lists]
    known = LearningData([*scored.train[:1], *with_targets], scored.validation)
    # the last parameters are kept: the first step of a warm-up moves nothing
    longer = recipe.model_copy(update={"epochs": 4.0, "evaluations": 1})
    first = train_student(longer, alone, tmp_path / "unscored")
    second = train_student(longer, known, tmp_path / "scored")
    assert (
        first.learned
        == second.learned
        == {query_hash(k.query) for k in (*scored.train[:1], *scored.validation)}
    )
    one, other = (load_student(tmp_path / name).model.state_dict() for name in ("unscored", "scored"))
    assert any(not torch.equal(one[name], other[name]) for name in one)


def test_without_scores_a_distilled_student_is_refused(
    recipe: Recipe, data: LearningData, tmp_path: Path
) -> None:
    with pytest.raises(TableError, match="shelfrank label"):
        train_student(recipe, data, tmp_path)
    assert not (tmp_path / DESCRIPTION).exists()


def test_without_a_teacher_labels_suffice(recipe: Recipe, data: LearningData, tmp_path: Path) -> None:
    alone = recipe.model_copy(update={"loss": "label_margin_mse"})
    facts = train_student(alone, data, tmp_path)
    card = (tmp_path / "README.md").read_text()
    assert "| loss | `label_margin_mse` |" in card
    assert f"| ndcg@10 | {facts.metrics['ndcg@10']} |" in card
    assert facts.learned == {query_hash(known.query) for known in (*data.train, *data.validation)}


def test_a_damaged_description_is_refused(tmp_path: Path) -> None:
    assert describe_student(tmp_path) is None
    (tmp_path / DESCRIPTION).write_text("{}")
    with pytest.raises(MismatchError, match="Train it again"):
        describe_student(tmp_path)
