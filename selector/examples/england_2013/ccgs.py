"""The 211 clinical commissioning groups of April 2013, read from the table beside this file."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt

from selector.examples.england_2013.draw import Stream
from selector.examples.matched import matched

# A degree of latitude, and one of longitude at 53 degrees north, the middle of England.
_KM_NORTH = 111.2
_KM_EAST = 66.9


@dataclass(frozen=True)
class Place:
    """A point in England, in degrees."""

    lon: float
    lat: float

    def km_to(self, other: "Place") -> float:
        """Distance in km as on a flat map: within 2 % at this size, and alike on every platform."""
        east = (self.lon - other.lon) * _KM_EAST
        north = (self.lat - other.lat) * _KM_NORTH
        return sqrt(east * east + north * north)


@dataclass(frozen=True)
class Ccg:
    """A clinical commissioning group, as in ``ccgs.csv``."""

    ods: str
    name: str
    area: str
    region: str
    people: int
    place: Place


@cache
def ccgs() -> tuple[Ccg, ...]:
    """All 211, by ODS code."""
    text = resources.files("selector.examples.england_2013").joinpath("ccgs.csv").read_text(encoding="utf-8")
    rows = (
        Ccg(
            ods=row["ccg_code_ods"],
            # One name holds an apostrophe as Windows wrote it.
            name=row["name"].replace("\x92", "\N{RIGHT SINGLE QUOTATION MARK}"),
            area=row["area_team"],
            region=row["region"],
            people=int(row["qof_2013_14_list_size"]),
            place=Place(float(row["lon_centroid_largest_ring"]), float(row["lat_centroid_largest_ring"])),
        )
        for row in csv.DictReader(text.splitlines())
    )
    return tuple(sorted(rows, key=lambda ccg: ccg.ods))


def people_of(group: Iterable[Ccg]) -> int:
    """How many people a group of CCGs is responsible for."""
    return sum(ccg.people for ccg in group)


def within(areas: Iterable[str], regions: Iterable[str]) -> tuple[Ccg, ...]:
    """The CCGs of the named areas and regions; all of England if none is named.

    Raises
    ------
    UnknownName
        if the data has no such area or region.
    """
    chosen_areas = {matched("area", name, {ccg.area for ccg in ccgs()}) for name in areas}
    chosen_regions = {matched("region", name, {ccg.region for ccg in ccgs()}) for name in regions}
    if not chosen_areas and not chosen_regions:
        return ccgs()
    return tuple(ccg for ccg in ccgs() if ccg.area in chosen_areas or ccg.region in chosen_regions)


def neighbourhood(size: int, seed: int) -> tuple[Ccg, ...]:
    """A CCG drawn by the seed and those around it, ``size`` in all, the nearest first."""
    centre = ccgs()[Stream(seed, "neighbourhood").whole(0, len(ccgs()) - 1)]
    return tuple(sorted(ccgs(), key=lambda ccg: (ccg.place.km_to(centre.place), ccg.ods))[:size])
