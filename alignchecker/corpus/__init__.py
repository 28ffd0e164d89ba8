"""Many municipalities: each with its frames is a unit, checked by itself; totals of all."""
