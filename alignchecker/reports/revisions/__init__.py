"""What changed between two editions, in one form or another; each a function of one Revision."""
