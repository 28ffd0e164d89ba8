"""Candidates for links between two plans: which items a measure may answer, how likely, and why."""
