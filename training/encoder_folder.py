"""An exported encoder on disk: encoder.onnx, tokenizer.json, and encoder.json that says what they are."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from core.encoder import Encoder
from core.errors import ArtefactMissingError, MismatchError
from core.manifest import ENCODER, TOKENIZER, EncoderSpec
from core.text import query_hash
from training.base_encoder import load_base
from training.convert import add_separators, to_distilbert
from training.export import Precision, export_encoder
from training.learning.recipe import MAX_ITEM_TOKENS, MAX_QUERY_TOKENS
from training.student.folder import describe_student

DESCRIPTION = "encoder.json"


class EncoderFolder(BaseModel):
    """encoder.json. `learned` holds the hashes of the queries whose judgments the encoder was trained on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base: str
    spec: EncoderSpec
    learned: frozenset[str] = frozenset()

    def has_learned(self, query: str) -> bool:
        """Whether this encoder has seen judgments of the query."""
        return query_hash(query) in self.learned


def export_base(
    base: str,
    folder: Path,
    precision: Precision = "int8",
    max_query_tokens: int | None = None,
    max_item_tokens: int | None = None,
) -> EncoderFolder:
    """Export a trained student, or the untrained one: a pretrained encoder, converted exactly.

    Lengths that are not given are those that the student was trained with.
    """
    pretrained, trained = load_base(base), describe_student(Path(base))
    student = to_distilbert(pretrained.model)
    add_separators(student, pretrained.tokenizer)
    export_encoder(student, pretrained.tokenizer, folder, precision)
    spec = EncoderSpec(
        dim=student.config.dim,
        max_query_tokens=max_query_tokens
        or (trained.recipe.max_query_tokens if trained else MAX_QUERY_TOKENS),
        max_item_tokens=max_item_tokens or (trained.recipe.max_item_tokens if trained else MAX_ITEM_TOKENS),
        precision=precision,
    )
    described = EncoderFolder(base=base, spec=spec, learned=trained.learned if trained else frozenset())
    (folder / DESCRIPTION).write_text(described.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return described


def describe_folder(folder: Path) -> EncoderFolder:
    """Read encoder.json."""
    place = folder / DESCRIPTION
    if not place.is_file():
        raise ArtefactMissingError(str(place), "Make the folder with: shelfrank export")
    try:
        return EncoderFolder.model_validate_json(place.read_bytes())
    except ValidationError as error:
        raise MismatchError(str(place), "an encoder's description", error, "Export it again.") from error


def open_encoder(folder: Path) -> Encoder:
    """Load the folder's encoder as it will be served."""
    spec = describe_folder(folder).spec
    return Encoder(folder / ENCODER, folder / TOKENIZER, spec.max_query_tokens, spec.max_item_tokens)
