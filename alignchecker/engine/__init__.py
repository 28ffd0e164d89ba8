"""Runs rules over a dataset. Every engine gives the same results; no rule id occurs here."""
