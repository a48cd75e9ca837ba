"""The members of a case: the single statements that may be in conflict, how each is lifted and what a move of it costs.

A statement that binds nobody is listed too: no award breaks it, so it is in no conflict and in no repair.
"""

import copy
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tests.oracle.exact import PENNY, THOUSANDTH, exact
from tests.oracle.reading import Document

Path = tuple[str | int, ...]

_VIABLE = 300_000
_COUNTED = ("lots", "buyers", "population", "winners", "moves")
_OF_MONEY = ("spend", "liability")


@dataclass(frozen=True)
class Member:
    """One statement of a case.

    Attributes
    ----------
    path
        Keys and indices that lead to it in the document.
    limit
        In the unit of the document (pounds, not pence); None for what has no limit, such as a shape or a shortlist.
    up
        Whether the limit moves up to allow more; else it moves down.
    step
        To multiples of this a moved limit is rounded, outward.
    removed
        Whether it is lifted by being removed; else by being 0, or of a rule by being switched off.
    """

    name: str
    path: Path
    limit: Fraction | None
    up: bool
    step: Fraction
    removed: bool

    def allows(self, figure: Fraction) -> bool:
        """Whether the limit is kept at ``figure``."""
        assert self.limit is not None
        return figure <= self.limit if self.up else figure >= self.limit

    def outward(self, figure: Fraction) -> Fraction:
        """The nearest multiple of the step that allows ``figure`` if the limit is moved there."""
        steps = figure / self.step
        return (math.ceil(steps) if self.up else math.floor(steps)) * self.step

    def size(self, after: Fraction) -> Fraction:
        """How far a move of the limit to ``after`` goes, as a share of the limit."""
        assert self.limit is not None
        return abs(after - self.limit) / (self.limit or 1)

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer."""
        return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in self.path)


def members(document: Document) -> dict[str, Member]:
    """The members of a case by name.

    Raises
    ------
    ValueError
        if two have the same name: a lot and a service, both with a ``min_quality``, may share an id.
    """
    found: dict[str, Member] = {}
    for member in _stated(document):
        if member.name in found:
            raise ValueError(f"two members are called {member.name}")
        found[member.name] = member
    return found


def lifted(document: Document, without: Iterable[Member]) -> dict[str, Any]:
    """A copy of the document with some of its members lifted."""
    copied: dict[str, Any] = copy.deepcopy(dict(document))
    # The last entry of a list goes first, so that the others keep their places.
    for member in sorted(without, key=lambda member: member.path, reverse=True):
        *parents, last = member.path
        if member.path[0] == "rules":
            copied["rules"][member.path[1]]["active"] = False
            continue
        place: Any = copied
        for part in parents:
            place = place[part]
        if member.removed:
            del place[last]
        else:
            place[last] = 0
    return copied


def _stated(document: Document) -> Iterator[Member]:
    for at, row in enumerate(document["services"]):
        yield from _of_service(("services", at), row)
    for at, row in enumerate(document["bidders"]):
        yield from _of_bidder(("bidders", at), row)
    for at, row in enumerate(document["buyers"]):
        yield from _of_buyer(("buyers", at), row)
    for at, row in enumerate(document.get("lots") or ()):
        yield from _least(f"min_quality[{row['id']}]", ("lots", at, "min_quality"), row.get("min_quality"))
    for at, row in enumerate(document.get("criteria", ())):
        yield from _least(f"minimum[{row['id']}]", ("criteria", at, "minimum"), row.get("minimum"))
    yield from _most("liability_cap", ("liability_cap",), document.get("liability_cap"), PENNY)
    yield from _most("max_lots", ("max_lots_per_bidder",), document.get("max_lots_per_bidder"), Fraction(1))
    for at, row in enumerate(document.get("joint_purchases", ())):
        yield _kept(f"joint[{row['id']}]", ("joint_purchases", at))
    for at, row in enumerate(document.get("frameworks", ())):
        yield from _of_framework(("frameworks", at), row)
    for at, row in enumerate(document.get("rules", ())):
        yield from _of_rule(("rules", at), row)
    for at, row in enumerate(document.get("picks", ())):
        yield _kept(f"pick[{row['id']}]", ("picks", at))
    for at, row in enumerate(document.get("exclusions", ())):
        yield _kept(f"exclusion[{row['id']}]", ("exclusions", at))


def _of_service(here: Path, row: Document) -> Iterator[Member]:
    name = row["id"]
    yield from _least(f"floor[{name}]", (*here, "floor"), row.get("floor"))
    for kind, floor in row.get("floor_by_kind", {}).items():
        yield from _least(f"floor_by_kind[{name}, {kind}]", (*here, "floor_by_kind", kind), floor)
    one = Fraction(1)
    yield from _least(f"min_providers[{name}]", (*here, "min_providers"), row.get("min_providers"), one)
    yield from _most(f"max_providers[{name}]", (*here, "max_providers"), row.get("max_providers"), one)
    for field in ("quality_standard", "min_quality"):
        yield from _least(f"{field}[{name}]", (*here, field), row.get(field))
    if row.get("shape") is not None:
        yield _kept(f"shape[{name}]", (*here, "shape"))
    yield from _most(f"max_lots[{name}]", (*here, "max_lots_per_bidder"), row.get("max_lots_per_bidder"), one)
    if row.get("contiguity") is not None:
        yield _kept(f"contiguity[{name}]", (*here, "contiguity"))


def _of_bidder(here: Path, row: Document) -> Iterator[Member]:
    name = row["id"]
    for service, capacity in row.get("capacity", {}).items():
        yield from _most(f"capacity[{name}, {service}]", (*here, "capacity", service), capacity, THOUSANDTH)
    yield from _most(f"capacity_wte[{name}]", (*here, "capacity_wte"), row.get("capacity_wte"), THOUSANDTH)
    floor = row.get("viability_floor", _VIABLE)
    yield from _least(f"viability[{name}]", (*here, "viability_floor"), floor, Fraction(1))
    for of in ("lots", "wte"):
        pace = (row.get("mobilisation") or {}).get(f"{of}_a_month")
        yield from _most(f"mobilised_{of}[{name}]", (*here, "mobilisation", f"{of}_a_month"), pace, THOUSANDTH)
    if row.get("partner_only"):
        yield _kept(f"partner_only[{name}]", (*here, "partner_only"))


def _of_buyer(here: Path, row: Document) -> Iterator[Member]:
    name = row["id"]
    for year, budget in row.get("budget", {}).items():
        yield from _most(f"budget[{name}, {year}]", (*here, "budget", year), budget, PENNY)
    yield from _most(f"liability_cap[{name}]", (*here, "liability_cap"), row.get("liability_cap"), PENNY)
    yield from _least(f"min_mean_quality[{name}]", (*here, "min_mean_quality"), row.get("min_mean_quality"))
    for at, bidder in enumerate(row.get("vetoes", ())):
        yield _kept(f"veto[{name}, {bidder}]", (*here, "vetoes", at))
    if row.get("shortlist") is not None:
        yield _kept(f"shortlist[{name}]", (*here, "shortlist"))


def _of_framework(here: Path, row: Document) -> Iterator[Member]:
    name = row["id"]
    if row.get("accredited") is not None:
        yield _kept(f"framework[{name}]", (*here, "accredited"))
    competitors = row.get("min_competitors")
    yield from _least(f"competition[{name}]", (*here, "min_competitors"), competitors, Fraction(1))


def _of_rule(here: Path, row: Document) -> Iterator[Member]:
    """A rule that is in force and hard; at least nothing asks nothing."""
    limit, sense, metric = exact(row["limit"]), row["sense"], row["metric"]
    soft = row.get("penalty") is not None or row.get("priority") is not None
    if not row.get("active", True) or soft or (sense == "at_least" and limit == 0):
        return
    name = f"rule[{row['id']}]"
    if row.get("each", False) or sense == "exactly" or metric not in (*_COUNTED, *_OF_MONEY):
        yield _kept(name, here)
        return
    step = PENNY if metric in _OF_MONEY else Fraction(1)
    yield Member(name, (*here, "limit"), limit, up=sense == "at_most", step=step, removed=False)


def _least(name: str, path: Path, stated: Any, step: Fraction = THOUSANDTH) -> Iterator[Member]:
    """A limit from below: at 0 it is none."""
    if stated is not None and exact(stated) > 0:
        yield Member(name, path, exact(stated), up=False, step=step, removed=False)


def _most(name: str, path: Path, stated: Any, step: Fraction) -> Iterator[Member]:
    """A limit from above: at 0 it leaves nothing."""
    if stated is not None:
        yield Member(name, path, exact(stated), up=True, step=step, removed=True)


def _kept(name: str, path: Path) -> Member:
    """What is kept or given up."""
    return Member(name, path, None, up=False, step=Fraction(1), removed=True)
