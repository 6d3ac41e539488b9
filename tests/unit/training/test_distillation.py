"""Cross-validated stages: nobody sees what is to be predicted, and a finished stage is never made again."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from tiny import make_bert_folder, make_items, make_judgments

from core.text import query_hash, render_item
from core.types import Item, Judgment
from training.distillation.measure import evaluation_set, student_system, teacher_system
from training.distillation.rankers import ranker_sources
from training.distillation.recipes import AFTER_LONG, Recipes
from training.distillation.rows import STUDENT_ROWS, TEACHER_ROWS, PaperRow
from training.distillation.splits import FOLDS, Split
from training.distillation.stages import Stages
from training.distillation.students import LongStudent
from training.encoder_folder import describe_folder
from training.judgments import stems_of
from training.learning.lists import lists_of
from training.learning.recipe import Recipe
from training.sources import Source
from training.student.folder import describe_student
from training.student.folder import loss_of as student_loss
from training.teacher.folder import describe_teacher
from training.teacher.folder import loss_of as teacher_loss

LONG_QUERIES = [f"{size} in. {kind}" for size in range(4, 24) for kind in ("pry bar", "lamp", "grinder")]


def long_judgments(items: list[Item]) -> list[Judgment]:
    return [
        Judgment(query, item.item_id, float(query.split()[-1] in item.title.lower()), split)
        for number, query in enumerate(LONG_QUERIES)
        for item in items[:5]
        for split in ("test" if number % 10 == 0 else "train",)
    ]


@pytest.fixture(scope="module")
def split() -> Split:
    items = make_items()
    by_id = {item.item_id: item for item in items}
    return Split(
        Source("long", long_judgments(items), by_id), Source("crossed", make_judgments(items), by_id)
    )


@pytest.fixture
def recipe(tmp_path: Path, items: list[Item]) -> Recipe:
    base = make_bert_folder(tmp_path / "bert", [render_item(item) for item in items])
    return Recipe(
        base=str(base), loss="soft", epochs=0.2, max_query_tokens=16, max_item_tokens=32, evaluations=1
    )


@pytest.fixture
def teacher(recipe: Recipe) -> Recipes:
    return Recipes("soft", recipe, recipe)


@pytest.fixture
def student(recipe: Recipe) -> Recipes:
    learned = recipe.model_copy(update={"loss": "margin_mse", "items_per_list": 8})
    return Recipes("kd", learned, learned)


def queries(judgments: list[Judgment]) -> set[str]:
    return {judgment.query for judgment in judgments}


def test_the_long_source_is_cut_by_query_and_its_test_is_left_alone(split: Split) -> None:
    parts = [queries(p) for p in (split.long_train, split.long_validation, split.long_ranker)]
    assert all(parts)
    assert all(not (left & right) for left, right in combinations(parts, 2))
    assert set.union(*parts) == queries(split.long.for_training())


def test_without_folds_means_without_their_queries(split: Split) -> None:
    everything = queries(list(split.crossed.judgments))
    for folds in ({0}, {1, 3}, set(range(FOLDS))):
        kept = queries(split.crossed_without(frozenset(folds)))
        assert kept == {query for query in everything if split.fold(query) not in folds}


def test_nothing_is_learned_from_what_is_measured_on_elsewhere() -> None:
    items = make_items()
    by_id = {item.item_id: item for item in items}
    long = Source("long", long_judgments(items), by_id)
    kinds = [query.removesuffix("lamp") + "lamps" for query in LONG_QUERIES if query.endswith("lamp")]
    transfer = Source(
        "other", [Judgment(kinds[1], "sku-1", 1.0), Judgment("red pry bars", "sku-1", 0.0)], by_id
    )
    crossed = Source("crossed", [*make_judgments(items), Judgment(kinds[2], "sku-1", 1.0)], by_id)
    split = Split(long, crossed, transfer=[transfer])
    learned = queries([*split.long_train, *split.long_validation, *split.long_ranker])
    assert learned == queries(long.for_training()) - {kinds[1][:-1], kinds[2][:-1]}
    kept = queries(split.crossed_without(frozenset()))
    tested = {j.query for j in long.judgments if j.split == "test"}
    near_test = {q for q in queries(list(crossed.judgments)) if stems_of(q) in {stems_of(t) for t in tested}}
    assert kept == queries(list(crossed.judgments)) - {"red pry bar"} - near_test
    assert {"red pry bars", kinds[2], *tested} <= split.measured_queries


def test_invented_queries_teach_the_long_student_alone(
    split: Split, teacher: Recipes, student: Recipes, tmp_path: Path
) -> None:
    said: list[str] = []
    stages = Stages(tmp_path / "stages", split, said.append)
    plain = stages.student(student, teacher, AFTER_LONG)
    more = stages.student(replace(student, name="more", invented=10), teacher, AFTER_LONG)
    pairs = [int(line.split()[-2]) for line in said if line.startswith("training student")]
    assert 0 < pairs[1] - pairs[0] <= 10 * 8
    facts = [describe_student(made) for made in (plain, more)]
    assert facts[0] is not None
    assert facts[1] is not None
    assert facts[0].learned == facts[1].learned


def test_a_student_has_seen_neither_its_folds_nor_the_rankers_part(
    split: Split, teacher: Recipes, student: Recipes, tmp_path: Path
) -> None:
    said: list[str] = []
    stages = Stages(tmp_path / "stages", split, said.append)
    made = stages.student(student, teacher, frozenset({0, 2}))
    facts = describe_student(made)
    assert facts is not None
    long_part = query_hash(next(iter(queries(split.long_train))))
    for place in (made, stages.teacher(teacher, frozenset({0, 2}))):
        learned = (describe_student(place) or describe_teacher(place)).learned
        assert not learned & {query_hash(q) for q in queries(split.long_ranker)}
        for query in queries(list(split.crossed.judgments)):
            assert (query_hash(query) in learned) == (split.fold(query) not in (0, 2))
    assert long_part in facts.learned, "what the long stage learned is not forgotten"
    encoder = stages.encoder(made)
    assert describe_folder(encoder).learned == facts.learned
    assert sum(line.startswith("training") for line in said) == 4


def test_a_finished_stage_is_not_made_again(split: Split, teacher: Recipes, tmp_path: Path) -> None:
    said: list[str] = []
    stages = Stages(tmp_path / "stages", split, said.append)
    first = stages.teacher(teacher, frozenset({1}))
    count = len(said)
    assert stages.teacher(teacher, frozenset({1})) == first
    again = Stages(tmp_path / "stages", split, said.append)  # as another run finds it
    assert again.teacher(teacher, frozenset({1})) == first
    assert again.models == stages.models
    assert len(said) == count
    warmer = Recipes("soft", teacher.long, teacher.short.model_copy(update={"warmup": 0.5}))
    assert stages.teacher(warmer, frozenset({1})) != first
    assert stages.teacher(warmer, AFTER_LONG) == stages.teacher(teacher, AFTER_LONG)


def test_each_query_is_scored_by_the_model_without_its_fold(
    split: Split, teacher: Recipes, student: Recipes, tmp_path: Path
) -> None:
    stages = Stages(tmp_path / "stages", split, lambda _: None)
    data = evaluation_set(split.crossed, split)
    assert {q for _, part in data.parts() for q in queries(part)} == {j.query for j in data.queries}
    rank_teacher = teacher_system(stages, teacher, data)
    rank_student = student_system(stages, student, teacher, data)
    for judged in data.queries[:3]:
        mine = [j for j in split.crossed.judgments if j.query == judged.query]
        lists = lists_of(mine, split.crossed.items)
        without = frozenset({split.fold(judged.query)})
        logits = stages.scores_of_teacher(stages.teacher(teacher, without), lists)
        cosines = stages.scores_of_student(stages.student(student, teacher, without), lists)
        assert rank_teacher(judged) == pytest.approx(
            [logits[judged.query, i] for i in judged.item_ids], abs=1e-5
        )
        assert rank_student(judged) == pytest.approx(
            [cosines[judged.query, i] for i in judged.item_ids], abs=1e-5
        )


def test_what_is_not_cross_validated_is_scored_by_the_model_after_the_long_stage(
    split: Split, teacher: Recipes, tmp_path: Path
) -> None:
    data = evaluation_set(split.long)
    assert {judged.query for judged in data.queries} <= {
        j.query for j in split.long.judgments if j.split == "test"
    }
    assert [without for without, _ in data.parts()] == [AFTER_LONG]
    stages = Stages(tmp_path / "stages", split, lambda _: None)
    scores = teacher_system(stages, teacher, data)(data.queries[0])
    assert len(scores) == len(data.queries[0].item_ids)
    assert len(set(scores.tolist())) > 1


def test_a_ranker_learns_from_neither_its_fold_nor_what_students_have_seen(split: Split) -> None:
    crossed, helper = ranker_sources(split, frozenset({2}))
    learned = queries(list(crossed.judgments))
    assert learned == {q for q in queries(split.crossed_without(frozenset())) if split.fold(q) != 2}
    assert queries(list(helper.judgments)) == queries(split.long_ranker)
    assert not helper.validates
    assert crossed.validates


def test_the_rankers_student_has_seen_nothing_that_is_cross_validated(
    split: Split, teacher: Recipes, student: Recipes, tmp_path: Path
) -> None:
    one = LongStudent(Stages(tmp_path / "stages", split), teacher, student)
    assert one.encoder() == one.encoder()
    learned = describe_folder(one.encoder()).learned
    assert not learned & {query_hash(q) for q in queries(list(split.crossed.judgments))}
    assert [(m.kind, m.without) for m in one.stages.models.values()] == [
        ("teacher", AFTER_LONG),
        ("student", AFTER_LONG),
    ]


def test_every_query_of_the_crossed_source_is_learned_whatever_its_split(split: Split) -> None:
    marked = [replace(j, split="test") for j in split.crossed.judgments]
    again = replace(split, crossed=replace(split.crossed, judgments=marked))
    assert again.crossed_without(frozenset()) == split.crossed_without(frozenset())
    assert len(ranker_sources(again, frozenset({1}))[0].for_training()) > 0


def test_a_moved_folder_is_found_again(split: Split, teacher: Recipes, tmp_path: Path) -> None:
    made = Stages(tmp_path / "here", split).teacher(teacher, frozenset({1}))
    (tmp_path / "here").rename(tmp_path / "there")
    said: list[str] = []
    found = Stages(tmp_path / "there", split, said.append).teacher(teacher, frozenset({1}))
    assert found.name == made.name
    assert not said


def test_a_student_of_labels_alone_needs_no_teacher(
    split: Split, teacher: Recipes, student: Recipes, tmp_path: Path
) -> None:
    said: list[str] = []
    alone = Recipes(
        "no-kd", *(r.model_copy(update={"loss": "label_margin_mse"}) for r in (student.long, student.short))
    )
    Stages(tmp_path / "stages", split, said.append).student(alone, teacher, frozenset({1}))
    assert not [line for line in said if "teacher" in line]


@pytest.mark.parametrize("row", [*TEACHER_ROWS, *STUDENT_ROWS], ids=lambda row: row.key)
def test_every_row_of_the_papers_tables_is_a_recipe(row: PaperRow) -> None:
    made = row.teacher("cpu") if row in TEACHER_ROWS else row.student("cpu")
    assert made.long.loss == made.short.loss
    assert (teacher_loss if row in TEACHER_ROWS else student_loss)(made.long) is not None
