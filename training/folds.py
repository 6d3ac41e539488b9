"""Out-of-fold semantics: no query's cosine comes from an encoder that learned from its judgments.

An encoder trained on a query's labels is too sure of them; a ranker trained on such cosines would trust the
cosine more than new queries warrant. So a trained encoder comes with fold encoders, each trained without one
part of the queries, and a training query is encoded by one that has not seen it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from core.errors import MismatchError
from core.types import Item
from training.encoder_folder import EncoderFolder, describe_folder, open_encoder
from training.ranking_data import ItemRecords

_REMEDY = "Give encoders trained without these queries: --fold-encoder FOLDER, once per fold."


class FoldEncoders:
    """The served encoder and its fold encoders over one catalogue."""

    def __init__(self, main: Path, folds: Sequence[Path], items: Mapping[str, Item]) -> None:
        self._encoders: list[tuple[EncoderFolder, ItemRecords]] = [
            (describe_folder(folder), ItemRecords(open_encoder(folder), items)) for folder in (main, *folds)
        ]

    @property
    def served(self) -> ItemRecords:
        """The records under the served encoder, whatever it has learned."""
        return self._encoders[0][1]

    def records_of(self, query: str) -> ItemRecords:
        """The records under the first encoder that has not learned from this query."""
        for described, records in self._encoders:
            if not described.has_learned(query):
                return records
        found = f"{len(self._encoders)} that all learned from it"
        raise MismatchError("encoder for a training query", "one that has not seen it", found, _REMEDY)
