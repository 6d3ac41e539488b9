"""A trained student on disk: a DistilBERT folder that `shelfrank export` reads, and student.json about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer
from transformers import DistilBertModel

from core.errors import ArtefactMissingError, SettingError
from training.base_encoder import load_base
from training.convert import add_separators, to_distilbert
from training.learning.card import CARD, model_card
from training.learning.facts import ModelFacts, read_facts, write_facts
from training.learning.recipe import Recipe
from training.student.losses import STUDENT_LOSSES
from training.student.losses.base import StudentLoss
from training.student.model import Student, TowerTokens

DESCRIPTION = "student.json"
_WHAT = "One tower of a Siamese DistilBERT: [CLS] of a query or an item, compared by cosine (eCom'24, Eq 4)."


@dataclass(frozen=True)
class StudentParts:
    """A student with what it takes to use it."""

    model: Student
    tokenizer: Tokenizer
    recipe: Recipe

    @property
    def encoder(self) -> DistilBertModel:
        """The tower's DistilBERT."""
        return self.model.tower.encoder

    @property
    def tokens(self) -> TowerTokens:
        """Makes its inputs."""
        return TowerTokens(self.tokenizer, self.recipe.max_query_tokens, self.recipe.max_item_tokens)


def start(recipe: Recipe) -> StudentParts:
    """A student to train: a pretrained encoder converted exactly, or a trained student's folder."""
    base = load_base(recipe.base)
    encoder = to_distilbert(base.model)
    add_separators(encoder, base.tokenizer)
    return StudentParts(Student(encoder), base.tokenizer, recipe)


def loss_of(recipe: Recipe) -> StudentLoss:
    """The recipe's loss; SettingError when there is none by that name, or it takes no such option."""
    if recipe.loss not in STUDENT_LOSSES:
        raise SettingError("loss", f"{recipe.loss!r} is unknown", f"One of {sorted(STUDENT_LOSSES)}.")
    try:
        return STUDENT_LOSSES[recipe.loss](**recipe.loss_options)  # type: ignore[arg-type]
    except TypeError as error:
        raise SettingError(
            "loss_options", str(error), f"See training/student/losses: {recipe.loss}"
        ) from error


def load_student(folder: Path) -> StudentParts:
    """Load a trained student."""
    parts = start(facts_of_student(folder).recipe.model_copy(update={"base": str(folder)}))
    parts.model.eval()
    return parts


def save_student(parts: StudentParts, facts: ModelFacts, folder: Path) -> None:
    """Write the folder; student.json comes last, so that a folder that has one is whole."""
    parts.encoder.save_pretrained(folder)
    parts.tokenizer.no_padding()
    parts.tokenizer.no_truncation()
    parts.tokenizer.save(str(folder / "tokenizer.json"))
    card = model_card("Student", _WHAT, facts.recipe, len(facts.learned), facts.metrics)
    (folder / CARD).write_text(card, encoding="utf-8")
    write_facts(folder / DESCRIPTION, facts)


def facts_of_student(folder: Path) -> ModelFacts:
    """Read the student.json that must be there."""
    facts = describe_student(folder)
    if facts is None:
        raise ArtefactMissingError(str(folder / DESCRIPTION), "Make it with: shelfrank train student")
    return facts


def describe_student(folder: Path) -> ModelFacts | None:
    """Read student.json; None where there is none: an encoder that was not trained here."""
    return read_facts(folder / DESCRIPTION)
