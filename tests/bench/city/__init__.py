"""A made city: its plans, what ties them, and the defects that are planted into it."""
