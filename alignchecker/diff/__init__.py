"""Two readings of a plan: which item of one is which of the other, and what changed."""
