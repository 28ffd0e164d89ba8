"""Triples in memory: terms by number, one column of pairs per predicate."""
