"""The case as an Excel workbook: one sheet for each of its tables."""
