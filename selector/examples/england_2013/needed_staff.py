"""How many staff support is to be run with. Synthetic.

CCGs had at most £25 a head for all their running costs. That about half of the directorates of each are to do the
same work with 3 to 10 % fewer people, whoever wins, is an assumption about what that asked of support.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from models import StaffGroup
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Line

_SHRINKS, _KEPT = 0.5, (0.90, 0.97)


def staff_on_lots(cut: Cut, groups: Iterable[StaffGroup]) -> Mapping[str, Decimal]:
    """WTE of the staff on each lot of a CCG, by the lot's id."""
    found: dict[str, Decimal] = {}
    for group in groups:
        wte = group.headcount * group.wte_per_head
        if group.lots:
            shares = {each.lot: each.share for each in group.lots}
        else:
            # All lots of a CCG are of one size, its people.
            served = [ccg for ccg in cut.group if cut.incumbents[ccg.ods].id == group.employer]
            whole = Decimal(sum(ccg.people for ccg in served) * len(cut.lines))
            shares = {f"{ccg.ods}/{line.id}": ccg.people / whole for ccg in served for line in cut.lines}
        for lot, share in shares.items():
            found[lot] = found.get(lot, Decimal(0)) + wte * share
    return found


def required_wte(ccg: Ccg, line: Line, seed: int, staff: Decimal) -> Decimal | None:
    """WTE that a CCG's lot is to be run with, of the ``staff`` on it; None for all of them."""
    draw = Stream(seed, "needed staff", ccg.ods, line.function)
    return rounded(float(staff) * draw.uniform(*_KEPT), 3) if draw.chance(_SHRINKS) else None
