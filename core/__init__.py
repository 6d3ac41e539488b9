"""The contract that training, indexing and serving share. No network, no web framework, no torch."""
