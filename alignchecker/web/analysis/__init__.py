"""分析（SPARQL）: the page at ``/sparql`` for a person; programs ask the same address."""
