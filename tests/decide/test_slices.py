"""Which rows are about one service, or one buyer: where conflicts are looked for first."""

import json

import numpy as np

from models import read_case
from selector.decide.relaxation import Relaxation
from selector.decide.slices import Bools, Slices
from tests.oracle.by_hand import bid, bidder, buyer, case, service

_PACKAGE = bid("p", "x", "N:it") | {"lots": ["N:it", "S:it", "N:hr"], "price": 900}


def _relaxation() -> Relaxation:
    """x and y bid for everything, x for most of it together; each board has a budget and each service a floor."""
    budget = {"2013-14": 500}
    boards = [buyer("N", 180_000, budget=budget, vetoes=["y"]), buyer("S", 120_000, budget=budget)]
    singles = [bid(f"{name}-{lot}", "x", f"{name}:{lot}", 200) for name in "NS" for lot in ("it", "hr")]
    others = [bid(f"y-{name}-{lot}", "y", f"{name}:{lot}", 100) for name in "NS" for lot in ("it", "hr")]
    document = case(
        buyers=boards,
        services=[
            service(floor=100_000, contiguity={"of": "buyer"}),
            {"id": "hr", "name": "HR", "floor": 100_000, "max_lots_per_bidder": 1},
        ],
        bidders=[bidder("x") | {"viability_floor": 150_000}, bidder("y")],
        bids=[*singles, *others, _PACKAGE],
        max_lots_per_bidder=3,
        joint_purchases=[{"id": "j", "name": "J", "buyers": ["N", "S"]}],
    )
    return Relaxation(read_case(json.dumps(document)))


def _names(relaxation: Relaxation, rows: Bools) -> set[str]:
    return {relaxation.program.row_name(int(row)) for row in np.flatnonzero(rows)}


_OF_IT = {"floor[x, it]", "floor[y, it]", "joint[j, it]", "contiguity[x, it]", "contiguity[y, it]", "bar[veto[N, y]]"}
_OF_HR = {
    "joint[j, hr]",
    "bar[veto[N, y]]",
    *(f"{family}[{name}, hr]" for family in ("floor", "max_lots") for name in "xy"),
}
_OF_N = {"budget[N, 2013-14]", "bar[veto[N, y]]"}
_OF_S = {"budget[S, 2013-14]"}


def test_each_service_and_each_buyer() -> None:
    relaxation = _relaxation()
    slices = [_names(relaxation, part) for part in Slices(relaxation).each(relaxation.rows_of(relaxation.every))]
    # What is about both, such as the people whom x serves and the lots that it wins in all, is in none.
    assert slices == [_OF_IT, _OF_HR, _OF_N, _OF_S]


def test_a_service_with_a_buyer_where_something_moved() -> None:
    relaxation = _relaxation()
    rows = relaxation.rows_of(relaxation.every)
    moved = rows & relaxation.rows_of((relaxation.by_name["budget[S, 2013-14]"],))
    pairs = [_names(relaxation, part) for part in Slices(relaxation).pairs(rows, moved)]
    assert pairs == [_OF_IT | _OF_S, _OF_HR | _OF_S]
    assert list(Slices(relaxation).pairs(rows, np.zeros(len(rows), dtype=np.bool_))) == []


def test_only_of_rows_that_hold() -> None:
    relaxation = _relaxation()
    rows = relaxation.rows_of((relaxation.by_name["floor[hr]"],))
    assert [_names(relaxation, part) for part in Slices(relaxation).each(rows)] == [{"floor[x, hr]", "floor[y, hr]"}]
