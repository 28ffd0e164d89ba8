"""The report as planning sections hand it around: an Excel workbook, a Word document."""
