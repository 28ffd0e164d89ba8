"""Tests of the importers: gold trees, facts, other kinds of plans, bad input."""
