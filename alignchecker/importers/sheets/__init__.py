"""Excel workbooks (xlsx) and CSV -> paragraphs and tables."""
