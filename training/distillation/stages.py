"""The stages of a cross-validated distillation, each a folder that is made once.

    warm-up ──▶ long teacher ──▶ teacher without folds F ──▶ scores
                    │                                         │
                    └▶ scores ──▶ long student ──▶ student without folds F ──▶ exported encoder

The long stages learn from much data and are shared; the short ones go on with the cross-validated data,
without the folds that are to be predicted. A folder's name carries a hash of recipe, data and what it started
from: a changed recipe makes new folders, a killed run goes on where it was.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.distillation.material import Material
from training.distillation.recipes import AFTER_LONG, Model, Recipes, WarmUp
from training.distillation.splits import Folds, Split
from training.encoder_folder import DESCRIPTION as ENCODER_FACTS
from training.encoder_folder import export_base, open_encoder
from training.learning.data import LearningData
from training.learning.lists import LabelledList, TeacherScores, with_targets
from training.learning.recipe import Recipe
from training.pairs.negatives import without_false_negatives
from training.retrieval import Bm25, Nearest, Retriever
from training.student.folder import DESCRIPTION as STUDENT_FACTS
from training.student.folder import facts_of_student, load_student, loss_of
from training.student.train import pair_cosines, train_student
from training.teacher.folder import DESCRIPTION as TEACHER_FACTS
from training.teacher.folder import describe_teacher, load_teacher
from training.teacher.scores import read_scores, write_scores
from training.teacher.train import teacher_scores, train_teacher
from training.teacher.warm_up import WARM_UP, warm_up

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stages:
    """Makes stages on demand below `folder`. `say` is told what is being made; `models` remembers them."""

    folder: Path
    split: Split
    say: Callable[[str], None] = _log.info
    models: dict[Path, Model] = field(default_factory=dict, repr=False, compare=False)
    _known: dict[str, Path] = field(default_factory=dict, init=False, repr=False, compare=False)

    def teacher(self, teacher: Recipes, without: Folds | None) -> Path:
        """The teacher after the short stage without these folds, or AFTER_LONG."""
        return self._remembered(("teacher", teacher, without), lambda: self._found_teacher(teacher, without))

    def student(self, student: Recipes, teacher: Recipes, without: Folds | None) -> Path:
        """The student after the short stage without these folds, or AFTER_LONG."""
        return self._remembered(
            ("student", student, teacher, without), lambda: self._found_student(student, teacher, without)
        )

    def _remembered(self, key: object, find: Callable[[], Path]) -> Path:
        # to find a stage, all its data is rendered and hashed: seconds, and rankers ask for each many times
        if repr(key) not in self._known:
            self._known[repr(key)] = find()
        return self._known[repr(key)]

    def _found_teacher(self, teacher: Recipes, without: Folds | None) -> Path:
        if without is AFTER_LONG:
            recipe = teacher.long
            if teacher.warm_up:
                recipe = recipe.model_copy(update={"base": str(self._warmed_up(teacher.warm_up))})
            return self._teacher(teacher.name, AFTER_LONG, recipe, self._material.long(recipe))
        long = self.teacher(teacher, AFTER_LONG)
        recipe = teacher.short.model_copy(update={"base": str(long)})
        return self._teacher(teacher.name, without, recipe, self._material.short(recipe, without))

    def _found_student(self, student: Recipes, teacher: Recipes, without: Folds | None) -> Path:
        if without is AFTER_LONG:
            data = self._long_data(student, teacher)
            return self._student(student.name, AFTER_LONG, student.long, data)
        long = self.student(student, teacher, AFTER_LONG)
        recipe = student.short.model_copy(update={"base": str(long)})
        data = self._material.short(recipe, without)
        if loss_of(recipe).needs_teacher:
            data = self._scored(data, self.teacher(teacher, without))
        return self._student(student.name, without, recipe, data)

    def _long_data(self, student: Recipes, teacher: Recipes) -> LearningData:
        data = self._material.long(student.long, self._material.invented(student.long, student.invented))
        if student.negatives:
            retriever = self._retriever(student.negatives.finder, teacher)
            data = self._material.with_negatives(data, student.long, retriever, student.negatives.mining)
        if loss_of(student.long).needs_teacher:
            data = self._scored(data, self.teacher(teacher, AFTER_LONG))
            below = student.negatives.below if student.negatives else 1.0
            data = LearningData(list(without_false_negatives(data.train, below)), data.validation)
        return data

    def _retriever(self, finder: Recipes | None, teacher: Recipes) -> Retriever:
        items = self.split.long.items
        if finder is None:
            return Bm25(items)
        return Nearest(open_encoder(self.encoder(self.student(finder, teacher, AFTER_LONG))), items)

    def encoder(self, student: Path) -> Path:
        """The student's exported encoder, int8."""
        place = student / "encoder"
        if not (place / ENCODER_FACTS).is_file():
            self.say(f"exporting {student.name}")
            export_base(str(student), place)
        return place

    def scores_of_teacher(self, teacher: Path, lists: Sequence[LabelledList]) -> TeacherScores:
        """The teacher's logits of all pairs of the lists."""
        return self._once(teacher, lists, lambda: teacher_scores(load_teacher(teacher), lists))

    def scores_of_student(self, student: Path, lists: Sequence[LabelledList]) -> TeacherScores:
        """The student's cosines of all pairs of the lists."""
        return self._once(student, lists, lambda: pair_cosines(load_student(student), lists))

    def _once(
        self, model: Path, lists: Sequence[LabelledList], score: Callable[[], TeacherScores]
    ) -> TeacherScores:
        if not lists:
            return {}
        place = model / f"scores-{_hash(_keys(lists))}.parquet"
        if not place.is_file():
            self.say(f"scoring {_pairs(lists)} pairs with {model.name}")
            write_scores(place, score())
        return read_scores(place)

    def _teacher(self, name: str, without: Folds | None, recipe: Recipe, data: LearningData) -> Path:
        place = self._place(f"teacher-{name}-{_named(without)}", recipe, data)
        if not (place / TEACHER_FACTS).is_file():
            self.say(f"training {place.name}: {_pairs(data.train)} pairs")
            self.say(f"trained {place.name}: {train_teacher(recipe, data, place).metrics}")
        self.models[place] = Model("teacher", name, without, place, describe_teacher(place))
        return place

    def _warmed_up(self, plan: WarmUp) -> Path:
        lists = self._material.invented(plan.recipe, plan.queries)
        place = self.folder / f"{WARM_UP}-{_hash([_text(plan.recipe), *_keys(lists)])}"
        if not (place / TEACHER_FACTS).is_file():
            self.say(f"training {place.name}: {_pairs(lists)} pairs")
            self.say(f"trained {place.name}: {warm_up(plan.recipe, lists, place).metrics}")
        self.models[place] = Model("teacher", WARM_UP, AFTER_LONG, place, describe_teacher(place))
        return place

    def _student(self, name: str, without: Folds | None, recipe: Recipe, data: LearningData) -> Path:
        place = self._place(f"student-{name}-{_named(without)}", recipe, data)
        if not (place / STUDENT_FACTS).is_file():
            self.say(f"training {place.name}: {_pairs(data.train)} pairs")
            self.say(f"trained {place.name}: {train_student(recipe, data, place).metrics}")
        self.models[place] = Model("student", name, without, place, facts_of_student(place))
        return place

    def _scored(self, data: LearningData, teacher: Path) -> LearningData:
        # in a short stage the lists that validate are among those that are learned from
        learned = {id(known) for known in data.train}
        others = [known for known in data.validation if id(known) not in learned]
        lists = (*data.train, *others)
        # apart, so that students of the same judgments share their scores whatever else they learn from
        judged, alone = [k for k in lists if k.grades], [k for k in lists if not k.grades]
        scores = {**self.scores_of_teacher(teacher, judged), **self.scores_of_teacher(teacher, alone)}
        return LearningData(with_targets(data.train, scores), with_targets(data.validation, scores))

    @property
    def _material(self) -> Material:
        return Material(self.split)

    def _place(self, name: str, recipe: Recipe, data: LearningData) -> Path:
        # what it goes on from counts by its name, which carries a hash itself: folders may be moved
        named = recipe.model_copy(update={"base": Path(recipe.base).name})
        facts = (_text(named), *_keys((*data.train, *data.validation)))
        targets = [repr(known.targets.tolist()) for known in data.train]
        return self.folder / f"{name}-{_hash([*facts, *targets])}"


def _named(without: Folds | None) -> str:
    if without is AFTER_LONG:
        return "long"
    return "all" if not without else "without-" + "-".join(map(str, sorted(without)))


def _pairs(lists: Iterable[LabelledList]) -> int:
    return sum(map(len, lists))


def _keys(lists: Iterable[LabelledList]) -> list[str]:
    return [repr((k.query, k.item_ids, k.texts, k.labels.tolist())) for k in lists]


def _text(recipe: Recipe) -> str:
    # only what differs from the defaults: a new setting does not make every model anew
    return recipe.model_dump_json(exclude_defaults=True)


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]
