"""Files into one store: a named graph per file, positions of nodes, derived facts."""
