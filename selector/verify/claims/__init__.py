"""What an evaluation claims of its award, held against what is recomputed: one claim a file."""
