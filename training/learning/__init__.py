"""What teacher and student training share: labelled lists, batches fixed in advance, recipes, the fit."""
