"""The charts: from records to pictures that can be drawn, heard, shown as a table and written to a file."""
