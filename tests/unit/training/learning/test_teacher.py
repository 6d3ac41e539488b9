"""The teacher against Eq 1 and 2, its folder, and its training: it learns, and resumes when killed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from core.errors import ArtefactMissingError, MismatchError, SettingError, TableError
from core.text import query_hash, render_item
from training.learning.data import LearningData, checked
from training.learning.fit import HISTORY, Learner
from training.learning.lists import LabelledList, Part
from training.learning.recipe import Recipe
from training.learning.validation import ndcg_of
from training.teacher import train as teacher_train
from training.teacher.folder import DESCRIPTION, WEIGHTS, TeacherParts, load_teacher, start
from training.teacher.train import relevance, teacher_scores, train_teacher


@pytest.fixture
def parts(recipe: Recipe) -> TeacherParts:
    torch.manual_seed(0)
    made = start(recipe)
    made.model.eval()
    return made


def texts_of(parts: TeacherParts, row: torch.Tensor) -> str:
    return str(parts.tokenizer.decode(row.tolist(), skip_special_tokens=False))


def test_equation_1_query_then_title_and_attributes_behind_their_separators(
    parts: TeacherParts, data: LearningData
) -> None:
    known = data.train[0]
    tokens = parts.tokens([Part(known, (0,))])
    said = texts_of(parts, tokens["input_ids"][0])
    assert said.startswith(f"[CLS] {known.query} [SEP] [SEP_T] ")
    assert said.endswith(" [SEP]")
    assert known.texts[0].count("[SEP_P]") == 1
    assert "[SEP_P]" in said
    types = tokens["token_type_ids"][0].tolist()
    first_end = tokens["input_ids"][0].tolist().index(parts.tokenizer.token_to_id("[SEP]"))
    assert types == [0] * (first_end + 1) + [1] * (len(types) - first_end - 1)


def test_equation_2_is_a_projection_a_layer_norm_and_a_projection(
    parts: TeacherParts, data: LearningData
) -> None:
    model, tokens = parts.model, parts.tokens([Part(data.train[0], (0, 1))])
    with torch.no_grad():
        hidden = model.bert(**tokens).last_hidden_state[:, 0]
        inner = hidden @ model.project.weight.T
        centred = inner - inner.mean(-1, keepdim=True)
        normed = centred / (centred.square().mean(-1, keepdim=True) + model.norm.eps).sqrt()
        expected = (normed * model.norm.weight + model.norm.bias) @ model.head.weight.T
        assert torch.allclose(model(**tokens), expected, atol=1e-5)


def test_a_score_does_not_depend_on_what_stands_beside_it(parts: TeacherParts, data: LearningData) -> None:
    alone = teacher_scores(parts, data.train[:1])
    among = teacher_scores(parts, data.train)
    assert among.keys() > alone.keys()
    for pair, score in alone.items():
        assert among[pair] == pytest.approx(score, abs=1e-5)


def test_it_learns(recipe: Recipe, data: LearningData, tmp_path: Path) -> None:
    longer = recipe.model_copy(update={"epochs": 20.0, "learning_rate": 2e-3, "evaluations": 1})
    untrained = ndcg_of(data.train, relevance(start(longer), data.train))
    facts = train_teacher(longer, data, tmp_path)
    trained = ndcg_of(data.train, relevance(load_teacher(tmp_path), data.train))
    # from random parameters and fifteen queries: well above where it started, if not good
    assert trained["ndcg@10"] > untrained["ndcg@10"] + 0.15
    losses = [json.loads(line).get("loss") for line in (tmp_path / HISTORY).read_text().splitlines()]
    known = [loss for loss in losses if loss is not None]
    assert np.mean(known[-10:]) < 0.9 * np.mean(known[:10])
    assert facts.learned == {query_hash(known.query) for known in (*data.train, *data.validation)}
    assert not list(tmp_path.glob("checkpoint-*"))
    assert (tmp_path / HISTORY).read_text().count("eval_ndcg@10") == longer.evaluations


def test_the_parameters_of_the_last_steps_are_averaged(
    recipe: Recipe, data: LearningData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[torch.Tensor] = []
    remember = Learner.remember

    def watched(learner: Learner) -> None:
        seen.append(learner.model.head.weight.detach().clone())  # type: ignore[union-attr, operator]
        remember(learner)

    monkeypatch.setattr(Learner, "remember", watched)
    few = recipe.model_copy(update={"average": 0.5, "evaluations": 1})
    train_teacher(few, data, tmp_path)
    steps = json.loads((tmp_path / HISTORY).read_text().splitlines()[-1])["step"]
    assert len(seen) == (steps + 1) // 2 > 2
    kept = load_file(tmp_path / WEIGHTS)["head.weight"]
    assert torch.allclose(kept, torch.stack(seen).mean(dim=0), atol=1e-6)
    assert not torch.allclose(kept, seen[-1], atol=1e-6)


class Killed(BaseException):
    """What a process does not survive."""


@pytest.mark.parametrize("average", [0.0, 0.8])
def test_killed_and_resumed_equals_never_killed(
    recipe: Recipe, data: LearningData, average: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = recipe.model_copy(update={"average": average})
    train_teacher(recipe, data, tmp_path / "whole")
    monkeypatch.setattr(teacher_train, "ndcg_of", dies_at(2, teacher_train.ndcg_of))
    with pytest.raises(Killed):
        train_teacher(recipe, data, tmp_path / "killed")
    assert not (tmp_path / "killed" / DESCRIPTION).exists()
    torch.manual_seed(123)  # another process starts with other random numbers
    train_teacher(recipe, data, tmp_path / "killed")
    whole, resumed = (load_file(tmp_path / name / WEIGHTS) for name in ("whole", "killed"))
    assert whole.keys() == resumed.keys()
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)


def dies_at(call: int, work: Callable[..., dict[str, float]]) -> Callable[..., dict[str, float]]:
    calls = 0

    def dying(*arguments: object) -> dict[str, float]:
        nonlocal calls
        calls += 1
        if calls == call:
            raise Killed
        return work(*arguments)

    return dying


def test_a_trained_teacher_can_be_trained_on(recipe: Recipe, data: LearningData, tmp_path: Path) -> None:
    train_teacher(recipe, data, tmp_path / "first")
    onward = start(recipe.model_copy(update={"base": str(tmp_path / "first")}))
    saved = load_file(tmp_path / "first" / WEIGHTS)
    assert all(torch.equal(saved[name], tensor) for name, tensor in onward.model.state_dict().items())


def test_what_is_no_teacher_is_refused(recipe: Recipe, data: LearningData, tmp_path: Path) -> None:
    with pytest.raises(ArtefactMissingError, match="train teacher"):
        load_teacher(tmp_path)
    train_teacher(recipe, data, tmp_path)
    (tmp_path / DESCRIPTION).write_text('{"recipe": 1}')
    with pytest.raises(MismatchError, match="Train it again"):
        load_teacher(tmp_path)


def test_lists_of_one_grade_teach_nothing_and_are_refused(data: LearningData) -> None:
    same = [
        LabelledList(k.query, k.item_ids, k.texts, k.labels * 0 + 1, k.targets, (2,) * len(k))
        for k in data.train
    ]
    with pytest.raises(TableError, match="training query with two grades"):
        checked(LearningData(same, data.validation))
    with pytest.raises(TableError, match="validation query with two grades"):
        checked(LearningData(data.train, []))


def test_a_distilbert_is_no_base_for_a_teacher(recipe: Recipe, tmp_path: Path) -> None:
    from training.student.folder import start as start_student

    student = start_student(recipe)
    student.encoder.save_pretrained(tmp_path)
    student.tokenizer.save(str(tmp_path / "tokenizer.json"))
    with pytest.raises(SettingError, match="is no BERT"):
        start(recipe.model_copy(update={"base": str(tmp_path)}))


def test_the_item_text_is_the_rendering_of_core(data: LearningData, items: list) -> None:  # type: ignore[type-arg]
    by_id = {item.item_id: item for item in items}
    known = data.train[0]
    assert known.texts == tuple(render_item(by_id[i]) for i in known.item_ids)
