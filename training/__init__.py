"""Data, models, evaluation: everything before a bundle exists. The one room that knows torch."""

import logging

# it tells every step of every index at DEBUG, which the ONNX exporter lets through to the terminal
logging.getLogger("bm25s").setLevel(logging.WARNING)
