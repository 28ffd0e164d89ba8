"""The project's own workbook -> a plan."""
