"""The online half: one HTTP call in, the candidates in their best order out."""
