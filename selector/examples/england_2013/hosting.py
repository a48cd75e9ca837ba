"""The end of hosting: the NHS was to host its support units until 2016 at the latest.

What a unit becomes then was left open. A body owned by its staff, which counts as voluntary, is an assumption; so is
that nearly everybody moves with it, as their posts do.
"""

from datetime import date
from decimal import Decimal

from models import Hosting

HOSTED = Hosting(until=date(2016, 4, 1), becomes="voluntary", transfer=Decimal("0.98"))
"""That of every NHS unit."""
