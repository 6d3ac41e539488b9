"""The two-tower student of eCom'24."""
