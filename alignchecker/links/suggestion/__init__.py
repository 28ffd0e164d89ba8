"""Which items a measure may answer, how likely, and why."""
