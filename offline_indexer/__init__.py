"""The offline program: catalogue and click log in, published index and engagement counters out."""
