"""Teachers and students over cross-validated data: every stage once, each skipped when it is there."""
