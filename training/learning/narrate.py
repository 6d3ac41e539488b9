"""What a run that takes hours says of itself."""

from __future__ import annotations

import logging


def narrate() -> None:
    """Log how training goes, with the time; libraries stay silent."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("training").setLevel(logging.INFO)
