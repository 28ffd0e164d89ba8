"""Word files (docx) -> paragraphs and tables."""
