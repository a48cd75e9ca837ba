"""Cases of several services put together from a few lines, for tests that work their answer out by hand."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from models import Case, read_case

Row = dict[str, Any]


def offer(name: str, price: object, *lots: str, **more: Any) -> Row:
    """A bid for these lots; ``acme/north`` is made by ``acme``."""
    return {"id": name, "bidder": name.split("/")[0], "lots": list(lots), "price": price, **more}


def supplier(name: str, kind: str = "private", **more: Any) -> Row:
    """A bidder that stands however few it serves, unless it says otherwise."""
    return {"id": name, "name": name.title(), "kind": kind, "viability_floor": 0, **more}


def tender(
    people: Mapping[str, int],
    services: Sequence[str | Row],
    bids: Sequence[Row],
    *,
    bidders: Sequence[Row] = (),
    in_house: Mapping[str, object] | None = None,
    places: Mapping[str, Row] | None = None,
    **changes: Any,
) -> Case:
    """A case of one year in which every buyer buys every service: the lot of ``it`` for ``north`` is ``north:it``.

    Parameters
    ----------
    people
        Population by buyer.
    services
        Ids of services, or whole services.
    bids
        As ``offer`` makes them.
    bidders
        Those that are more than private firms by the names that bids give; these may be left out.
    in_house
        What it costs a year where no bid is taken, by lot; all other lots are required.
    places
        What is known of a buyer besides its people.
    changes
        Tables and fields of the case that replace what is put together here.
    """
    named = {row["id"]: row for row in bidders}
    fallbacks = in_house or {}
    rows = [{"id": each, "name": each.upper()} if isinstance(each, str) else each for each in services]
    document = {
        "format": 1,
        "name": "by hand",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": 1},
        "buyers": [
            {"id": name, "name": name.title(), "population": count, **(places or {}).get(name, {})}
            for name, count in people.items()
        ],
        "services": rows,
        "lots": [_lot(name, row["id"], fallbacks) for name in people for row in rows],
        "bidders": [
            *named.values(),
            *map(supplier, dict.fromkeys(bid["bidder"] for bid in bids if bid["bidder"] not in named)),
        ],
        "bids": list(bids),
        **changes,
    }
    return read_case(json.dumps(document))


def _lot(buyer: str, service: str, fallbacks: Mapping[str, object]) -> Row:
    lot: Row = {"id": f"{buyer}:{service}", "buyer": buyer, "service": service}
    if lot["id"] in fallbacks:
        lot |= {"required": False, "in_house": {"cost": fallbacks[lot["id"]], "quality": 0}}
    return lot
