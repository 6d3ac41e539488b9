"""Data, models, evaluation: everything before a bundle exists. The one room that knows torch."""
