"""The cross-encoder teacher of eCom'24."""
