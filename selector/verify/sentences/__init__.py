"""What a board's own decisions say, in sentences that a board would say."""
