"""A case for rules of the board, scores of price and decisions by hand, and one award of it."""
