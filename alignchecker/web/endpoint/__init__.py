"""``/sparql``: queries of analysts, each in a process that can be ended whatever it is at."""
