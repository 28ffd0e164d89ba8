"""One file per format: Report -> text. None of them knows a rule."""
