"""Cases that come with the program: real English buyers, with synthetic bids calibrated to published figures."""

from collections.abc import Iterable
from pathlib import Path

from models import Case, UnknownName
from selector.examples.bundled import BUNDLED
from selector.examples.england import england_2013
from selector.examples.england_2013.case import build
from selector.examples.england_2013.ccgs import ccgs, neighbourhood
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.roster import chosen
from selector.examples.england_2013.services import FURTHER_LINES, LINES
from selector.examples.matched import matched
from selector.files import write_case_file

__all__ = ["NAMES", "UnknownName", "england_2013", "synthetic", "write_example"]

NAMES = tuple(BUNDLED)
"""The bundled examples."""

_CUT = "england-2013"
"""The one that can be cut out by areas and regions."""


def synthetic(buyers: int, services: int, bidders: int, seed: int) -> Case:
    """A case of stated size, drawn like ``england_2013`` among CCGs that lie together.

    Every bid is for one lot: no packages, discounts, frameworks, joint purchases and so on. Its size is what it says,
    and figures measured on it stay comparable.

    Parameters
    ----------
    buyers
        1 to 211: a CCG drawn by the seed and those nearest to it.
    services
        1 to 20, the four national ones first.
    bidders
        Of all kinds in turn, the nearest first; the first is an NHS unit.
    seed
        Of all that is drawn.

    Raises
    ------
    ValueError
        if there are not so many buyers, services or bidders.
    """
    every_line = (*LINES, *FURTHER_LINES)
    for noun, asked, most in (("buyers", buyers, len(ccgs())), ("services", services, len(every_line))):
        if not 1 <= asked <= most:
            raise ValueError(f"{asked} {noun} were asked for: a case can have 1 to {most}")
    if bidders < 1:
        raise ValueError(f"{bidders} bidders were asked for: a case needs at least 1")
    group = neighbourhood(buyers, seed)
    roster = chosen(group, bidders)
    by_code = tuple(sorted(group, key=lambda ccg: ccg.ods))
    name = f"Synthetic: {buyers} buyers, {services} services, {bidders} bidders, seed {seed}"
    return build(name, Cut(by_code, every_line[:services], roster, seed, plain=True), idle=True)


def write_example(name: str, directory: Path, areas: Iterable[str] = (), regions: Iterable[str] = ()) -> Path:
    """Write a bundled example and return the path of its file, ``directory/case.json``.

    Raises
    ------
    UnknownName
        if there is no such example, area or region, or the example has none; the message suggests the nearest.
    OSError
        if the file cannot be written.
    """
    found = matched("example", name, NAMES)
    areas, regions = tuple(areas), tuple(regions)
    if found != _CUT and (areas or regions):
        raise UnknownName(f"areas and regions are those of {_CUT}: {found} has none to choose from")
    case = england_2013(areas, regions) if found == _CUT else BUNDLED[found].build()
    path = directory / "case.json"
    write_case_file(path, case)
    return path
