"""The rule catalogue as it stands in shapes/, and what a project configures about it."""
