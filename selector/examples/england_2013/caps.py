"""Published limits on the lots of one bidder, so that a market is left for the next tender. Synthetic.

A buyer that lets lots may limit how many one bidder wins, if it says so beforehand (Public Contracts Regulations 2015,
regulation 46, which put into words what was done before).
"""

from math import ceil

_REGIONAL, _NATIONAL = 0.4, 0.1


# A single service is for fewer: there another bidder is missed sooner.
_OF_ONE_SERVICE = 1


def most_lots_of_a_service(lots: int, national: bool) -> int:
    """Most lots of one service that one bidder may win."""
    return ceil(_OF_ONE_SERVICE * most_lots(lots, national))


def most_lots(lots: int, national: bool) -> int:
    """Most of so many lots that one bidder may win."""
    return ceil(lots * (_NATIONAL if national else _REGIONAL))
