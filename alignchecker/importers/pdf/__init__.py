"""PDF files -> paragraphs and tables, by the geometry of the page."""
