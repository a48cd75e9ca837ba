"""England in April 2013, whole or in part."""

from collections.abc import Iterable

from models import Case
from selector.examples.england_2013.case import build
from selector.examples.england_2013.ccgs import ccgs, within
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.delivery import TENDERED
from selector.examples.england_2013.roster import everybody

_SEED = 2013


def england_2013(areas: Iterable[str] = (), regions: Iterable[str] = (), seed: int = _SEED) -> Case:
    """The case of all 211 CCGs of April 2013, or of those in the named areas and regions.

    Parameters
    ----------
    areas, regions
        Names as in the data, such as ``"Greater Manchester"`` and ``"London"``, in letters of any case; together they
        select every CCG that is in one of them.
    seed
        Of all that is drawn. Figures of a part of England are those of the whole, but for what depends on its size.

    Raises
    ------
    UnknownName
        if there is no such area or region; the message suggests the nearest.
    """
    areas, regions = tuple(areas), tuple(regions)
    group = within(areas, regions)
    name = "Commissioning support in England, 2013"
    if len(group) < len(ccgs()):
        chosen_areas = {ccg.area for ccg in group}
        where = {ccg.region for ccg in group} if regions and not areas else chosen_areas
        name += f": {'; '.join(sorted(where))}"
    return build(name, Cut(group, TENDERED, everybody(group, seed), seed), idle=False)
