"""SPARQL SELECT and CONSTRUCT over the index, set-wise: a whole column of bindings at a time."""
