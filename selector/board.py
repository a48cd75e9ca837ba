"""The size of a board's case. Apart from the search, so that whoever only asks for it loads none."""

BOARD_SIZE = 2500
"""Bids up to which an award is proven to the penny unless the options say otherwise."""
