"""Data, models, evaluation: everything before a bundle exists. The one room that knows torch."""

import logging

# it sets itself to DEBUG, and the ONNX exporter opens the root logger: every index would report its steps
logging.getLogger("bm25s").propagate = False
