"""Methods that read a plan from paragraphs and tables, whatever format they come from."""
