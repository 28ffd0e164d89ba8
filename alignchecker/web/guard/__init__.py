"""Who may come in, and what every request and answer has to be."""
