"""What a run that takes hours says of itself."""

from __future__ import annotations

import logging
from collections.abc import Callable


def narrator() -> Callable[[str], None]:
    """Logs what is being made with its time, and how training goes; libraries stay silent."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("training").setLevel(logging.INFO)
    return logging.getLogger("training.distillation").info
