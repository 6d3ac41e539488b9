"""Data, models and evaluation: everything that happens before a bundle exists. The one room that knows torch."""
