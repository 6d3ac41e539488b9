"""A trained teacher on disk: model.safetensors, config.json, tokenizer.json, and teacher.json about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from core.errors import ArtefactMissingError, SettingError
from training.base_encoder import load_base
from training.convert import add_separators
from training.learning.card import CARD, model_card
from training.learning.facts import ModelFacts, read_facts, write_facts
from training.learning.recipe import Recipe
from training.teacher.losses import TEACHER_LOSSES
from training.teacher.losses.base import TeacherLoss
from training.teacher.model import PairTokens, Teacher

DESCRIPTION, WEIGHTS, CONFIG, TOKENIZER = "teacher.json", "model.safetensors", "config.json", "tokenizer.json"

_WHAT = "A BERT cross-encoder that scores query-item pairs (eCom'24, Eq 1 and 2)."


@dataclass(frozen=True)
class TeacherParts:
    """A teacher with what it takes to use it."""

    model: Teacher
    tokenizer: Tokenizer
    loss: TeacherLoss
    recipe: Recipe

    @property
    def tokens(self) -> PairTokens:
        """Makes its inputs; room for the query, the item and three marks."""
        return PairTokens(self.tokenizer, self.recipe.max_query_tokens + self.recipe.max_item_tokens)


def loss_of(recipe: Recipe) -> TeacherLoss:
    """The recipe's loss; SettingError when there is none by that name."""
    if recipe.loss not in TEACHER_LOSSES:
        raise SettingError("loss", f"{recipe.loss!r} is unknown", f"One of {sorted(TEACHER_LOSSES)}.")
    return TEACHER_LOSSES[recipe.loss]()


def start(recipe: Recipe) -> TeacherParts:
    """A teacher to train: on a pretrained encoder, or going on from a trained teacher's folder.

    From a teacher with another number of logits only the encoder is taken.
    """
    loss = loss_of(recipe)
    if (Path(recipe.base) / DESCRIPTION).is_file():
        known = load_teacher(Path(recipe.base))
        same = known.loss.outputs == loss.outputs
        model = known.model if same else Teacher(known.model.bert, loss.outputs)
        return TeacherParts(model, known.tokenizer, loss, recipe)
    base = load_base(recipe.base)
    if not isinstance(base.model, BertModel):
        raise SettingError("base", f"{recipe.base} is no BERT", "The teacher starts from a BERT encoder.")
    add_separators(base.model, base.tokenizer)
    return TeacherParts(Teacher(base.model, loss.outputs), base.tokenizer, loss, recipe)


def learned_before(recipe: Recipe) -> frozenset[str]:
    """Hashes of the queries that the recipe's base has seen; none for a pretrained encoder."""
    before = read_facts(Path(recipe.base) / DESCRIPTION)
    return before.learned if before else frozenset()


def save_teacher(parts: TeacherParts, facts: ModelFacts, folder: Path) -> None:
    """Write the folder; teacher.json comes last, so that a folder that has one is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in parts.model.state_dict().items()}, folder / WEIGHTS)
    parts.model.bert.config.to_json_file(folder / CONFIG)
    parts.tokenizer.save(str(folder / TOKENIZER))
    card = model_card("Teacher", _WHAT, facts.recipe, len(facts.learned), facts.metrics)
    (folder / CARD).write_text(card, encoding="utf-8")
    write_facts(folder / DESCRIPTION, facts)


def describe_teacher(folder: Path) -> ModelFacts:
    """Read teacher.json."""
    facts = read_facts(folder / DESCRIPTION)
    if facts is None:
        raise ArtefactMissingError(str(folder / DESCRIPTION), "Make it with: shelfrank train teacher")
    return facts


def load_teacher(folder: Path) -> TeacherParts:
    """Load a trained teacher."""
    recipe = describe_teacher(folder).recipe
    loss = loss_of(recipe)
    bert = BertModel(BertConfig.from_json_file(folder / CONFIG), add_pooling_layer=True)
    model = Teacher(bert, loss.outputs)
    model.load_state_dict(load_file(folder / WEIGHTS))
    return TeacherParts(model.eval(), Tokenizer.from_file(str(folder / TOKENIZER)), loss, recipe)
