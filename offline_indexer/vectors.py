"""What makes an item's record: the encoder, and the id under which its vectors stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from core.records import encode_record, key_prefix
from core.types import FloatRows, Item

if TYPE_CHECKING:
    from core.bundle import Bundle  # brings LightGBM, which takes a second to import


class ItemEncoder(Protocol):
    """What indexing needs of core.encoder.Encoder."""

    @property
    def dim(self) -> int:
        """Size of a vector."""

    def encode_item(self, item: Item) -> FloatRows:
        """The item's vector, float32[dim]."""


@dataclass(frozen=True)
class Vectors:
    """The encoder, and the id under which its vectors stand in the store."""

    encoder_id: str
    encoder: ItemEncoder

    @staticmethod
    def of(bundle: Bundle) -> Vectors:
        """The bundle's own."""
        return Vectors(bundle.manifest.encoder_id, bundle.encoder)

    @property
    def prefix(self) -> str:
        """What stands before the item id in the keys."""
        return key_prefix(self.encoder_id)

    def record(self, item: Item) -> tuple[str, bytes]:
        """The item's key and packed record."""
        vector = self.encoder.encode_item(item)
        return self.prefix + item.item_id, encode_record(item, vector, self.encoder.dim)
