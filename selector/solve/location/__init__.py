"""Single-source capacitated location: one service whose bids are for single lots, with charges, rooms and floors."""

from selector.solve.location.location import Location
from selector.solve.location.recognise import recognised
from selector.solve.location.solve import Located, solve_location

__all__ = ["Located", "Location", "recognised", "solve_location"]
