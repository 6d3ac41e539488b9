"""The tables, the document and the pictures say what was measured."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from tiny import make_judgments

from core.errors import SettingError
from core.types import Candidate, Item, Scores
from training.distillation.document import BEGIN, END, Report, put_between
from training.distillation.plots import draw_learning, draw_ndcg
from training.distillation.recipes import AFTER_LONG, Model
from training.distillation.rows import AGGRESSIVE, KD, NO_KD, SOFT
from training.distillation.run import evaluation_sets
from training.distillation.splits import Split
from training.distillation.stages import Stages
from training.distillation.study import RIVALS, WITHOUT, ranker_title, study_of
from training.distillation.tables import TABLES, paper_table, times_table
from training.evaluate import Evaluation, System, evaluate
from training.learning.facts import ModelFacts
from training.learning.fit import HISTORY
from training.learning.recipe import PRESETS, preset
from training.ranking_data import JudgedQuery
from training.sources import Source

CANDIDATES = tuple(Candidate(str(number)) for number in range(6))
LABELS = [
    np.array(labels, np.float32) / 2
    for labels in ([0, 1, 2, 0, 1, 0], [2, 2, 0, 1, 0, 0], [0, 0, 0, 1, 2, 1])
]


def best(judged: JudgedQuery) -> Scores:
    return judged.labels.astype(np.float64)


def good(judged: JudgedQuery) -> Scores:
    """The best but one query upside down."""
    return best(judged) * (-1 if judged.query == "query 1" else 1)


def worst(judged: JudgedQuery) -> Scores:
    return -best(judged)


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    queries = [JudgedQuery(f"query {n}", CANDIDATES, labels) for n, labels in enumerate(LABELS)]
    systems: dict[str, System] = {
        AGGRESSIVE.title: worst,
        SOFT.title: best,
        NO_KD.title: good,
        KD.title: best,
        WITHOUT: worst,
        ranker_title(KD): best,
    }
    return evaluate("shop", queries, systems, RIVALS)


def cells(table: str, system: str) -> dict[str, str]:
    lines = [line[2:-2].split(" | ") for line in table.splitlines()]
    (mine,) = [line for line in lines if line[0] == system]
    return dict(zip(lines[0], mine, strict=True))


def test_ours_stands_beside_the_papers(evaluation: Evaluation) -> None:
    students = paper_table(TABLES[1], evaluation)
    kd = cells(students, KD.title)
    assert kd["paper @5 / @10"] == "+1.81 % / +1.46 %"
    assert kd["NDCG@5 [95 %]"] == "1.0000 [1.000, 1.000]"
    row = next(row for row in evaluation.rows if row.system == NO_KD.title)
    lift = 100 * (1 / row.mean(5)[0] - 1)
    assert kd["over without KD @5"].startswith(f"{lift:+.2f} % (p ")
    assert cells(students, NO_KD.title)["over without KD @5"] == ""
    teacher = cells(paper_table(TABLES[0], evaluation), SOFT.title)
    assert teacher["paper @5 / @10"] == "+0.47 % / +0.39 %"
    assert float(teacher["over aggressive @5"].split()[0]) > 0


def test_what_was_not_measured_has_no_row(evaluation: Evaluation) -> None:
    system = paper_table(TABLES[2], evaluation)
    assert ranker_title(KD) in system
    assert ranker_title(NO_KD) not in system
    assert "Softmax" not in paper_table(TABLES[1], evaluation)


def trained(
    folder: Path, kind: Literal["teacher", "student"], without: frozenset[int] | None, minutes: float
) -> tuple[str, Model]:
    folder.mkdir(exist_ok=True)
    history = [{"loss": 1 / step, "step": step} for step in (1, 2, 3)]
    ends = [{"eval_ndcg@10": 0.75, "eval_loss": 0.5, "step": 3}]
    (folder / HISTORY).write_text("".join(json.dumps(row) + "\n" for row in [*history, *ends]))
    row = SOFT if kind == "teacher" else KD
    facts = ModelFacts(recipe=preset("cpu", kind), learned=frozenset(), metrics={"seconds": 60 * minutes})
    return row.title, Model(kind, row.key, without, folder, facts)


def test_training_time_is_summed_by_row(tmp_path: Path) -> None:
    models = [
        trained(tmp_path, "teacher", AFTER_LONG, 40),
        trained(tmp_path, "teacher", frozenset({0}), 3),
        trained(tmp_path, "teacher", frozenset({1}), 4.5),
        trained(tmp_path, "student", AFTER_LONG, 12.5),
    ]
    table = times_table(models)
    assert f"| teacher: {SOFT.title} | 40.0 | 7.5 |" in table
    assert f"| student: {KD.title} | 12.5 | 0.0 |" in table
    assert "Together 1.0 hours" in table


def test_pictures_are_the_same_for_the_same_figures(evaluation: Evaluation, tmp_path: Path) -> None:
    models = [
        trained(tmp_path / "t", "teacher", AFTER_LONG, 1),
        trained(tmp_path / "s", "student", AFTER_LONG, 1),
    ]
    for name in ("one", "two"):
        draw_ndcg(evaluation, tmp_path / name / "ndcg.svg")
        draw_learning(models, tmp_path / name / "learning.svg")
    for name in ("ndcg.svg", "learning.svg"):
        one = (tmp_path / "one" / name).read_bytes()
        assert one == (tmp_path / "two" / name).read_bytes()
        assert KD.title.encode() in one


def test_what_people_wrote_around_the_figures_stays(tmp_path: Path) -> None:
    document = tmp_path / "docs" / "study.md"
    put_between(document, "first")
    text = document.read_text()
    assert text.count("first") == 1
    document.write_text(f"Our words.\n{text}\nMore of them.\n")
    put_between(document, "second")
    text = document.read_text()
    assert text.startswith("Our words.\n")
    assert text.endswith("\nMore of them.\n")
    assert "first" not in text
    assert BEGIN + "\n\nsecond\n\n" + END in text


def test_a_document_without_marks_is_left_alone(tmp_path: Path) -> None:
    document = tmp_path / "README.md"
    document.write_text("Not a report.\n")
    with pytest.raises(SettingError, match="measured: begin"):
        put_between(document, "figures")
    assert document.read_text() == "Not a report.\n"


def test_what_cannot_be_written_is_refused_before_anything_is_trained(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="is a folder"):
        Report(tmp_path, tmp_path / "images").check()
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingError, match="can't be made"):
        Report(tmp_path / "study.md", tmp_path / "file" / "images").check()
    Report(tmp_path / "new" / "study.md", tmp_path / "images").check()
    assert not (tmp_path / "new" / "study.md").exists()


def test_a_preset_is_checked_before_anything_is_trained(tmp_path: Path) -> None:
    good = (PRESETS / "quick.toml").read_text()
    stages = Stages(tmp_path, Split(Source("shop", [], {}), Source("shop", [], {})))
    for wrong, message in (
        (good.replace("[ranker]", "[trees]"), "no section"),
        (good.replace("max_trees", "most_trees"), "most_trees"),
        (good.replace('loss = "margin_mse"', 'loss = "margin_mse"\nloss_options = {pairs = "all"}'), "pairs"),
    ):
        (tmp_path / "own.toml").write_text(wrong)
        with pytest.raises(SettingError, match=message):
            study_of(stages, str(tmp_path / "own.toml")).check()
    for name in ("quick", "cpu", "paper"):
        study_of(stages, name).check()


def test_a_source_without_test_queries_is_not_measured_on_what_it_taught(items: list[Item]) -> None:
    by_id = {item.item_id: item for item in items}
    judged = make_judgments(items)
    taught, marked = Source("long", judged, by_id), [replace(j, split="test") for j in judged]
    other = Source("other", judged[:40], by_id)

    def names(long: Source) -> list[str]:
        return [data.source.name for data in evaluation_sets(Split(long, other, transfer=[other]))]

    assert names(taught) == ["other", "other"]
    assert names(replace(taught, judgments=marked)) == ["other", "long", "other"]
    blank = Source("blank", [replace(j, label=0.0) for j in judged], by_id)
    with pytest.raises(SettingError, match="blank: has no query"):
        evaluation_sets(Split(taught, other, transfer=[blank]))


def test_rows_are_chosen_by_key(tmp_path: Path) -> None:
    source = Source("shop", [], {})
    stages = Stages(tmp_path, Split(source, source))
    some = study_of(stages, "cpu", ["kd", "soft"])
    assert [row.key for row in (*some.teachers, *some.students)] == ["soft", "kd"]
    assert len(study_of(stages, "cpu").teachers) == 5
    with pytest.raises(SettingError, match="--row: names"):
        study_of(stages, "cpu", ["kd", "nonsense"])
