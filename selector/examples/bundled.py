"""The bundled examples, from two boards to all of England."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from models import Case, read_case
from selector.examples.england import england_2013

NORTH_WEST = ("Cheshire, Warrington and Wirral", "Greater Manchester", "Lancashire", "Merseyside")
"""The areas of the North West."""


@dataclass(frozen=True)
class Bundled:
    """An example that comes with the program."""

    title: str
    about: str
    """What there is to see in it, in a sentence or two."""
    buyers: int
    lots: int
    bids: int
    build: Callable[[], Case]


def _file(name: str) -> Callable[[], Case]:
    return lambda: read_case((files("selector.examples") / "files" / f"{name}.json").read_bytes())


BUNDLED: Mapping[str, Bundled] = {
    "two-boards": Bundled(
        "Two boards",
        "Two CCGs buy two services of four bidders: invented, and small enough to check by hand.",
        buyers=2,
        lots=4,
        bids=11,
        build=_file("two-boards"),
    ),
    "csu-mergers": Bundled(
        "The 23 units of 2012 become 19",
        "Area teams buy of NHS units, some of which merge: scenarios to be compared side by side.",
        buyers=25,
        lots=75,
        bids=292,
        build=_file("csu-mergers"),
    ),
    "greater-manchester-2013": Bundled(
        "Greater Manchester, 2013",
        "The CCGs of one area: real places and populations, synthetic bids.",
        buyers=12,
        lots=216,
        bids=2_209,
        build=lambda: england_2013(["Greater Manchester"]),
    ),
    "north-west-2013": Bundled(
        "The North West of England, 2013",
        "32 CCGs of four areas that buy together: real places and populations, synthetic bids.",
        buyers=33,
        lots=579,
        bids=6_006,
        build=lambda: england_2013(NORTH_WEST),
    ),
    "england-2013": Bundled(
        "England, 2013",
        "All 211 CCGs of April 2013: the largest example, which takes minutes.",
        buyers=221,
        lots=3_828,
        bids=37_963,
        build=england_2013,
    ),
}
"""By name."""
