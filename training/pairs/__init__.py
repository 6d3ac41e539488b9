"""Pairs without labels: new queries made from a catalogue, and what retrieval finds for them (WWW'25)."""
