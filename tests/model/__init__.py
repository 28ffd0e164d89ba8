"""Tests of the model: calendar and normal forms."""
