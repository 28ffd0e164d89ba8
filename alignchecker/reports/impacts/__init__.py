"""What a new edition bears on, in one form or another; each a function of one Impacts."""
