"""Answers to queries in the forms that they are read in."""
