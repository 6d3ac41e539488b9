"""Measurements that the documents quote: each a program that prints its figures and ends in one JSON line."""
