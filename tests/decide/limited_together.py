"""As ``limited``: what shows before any solve of packages, of what is bought or won together, and of who may win."""

from typing import Any

from tests.decide.limited import Limited
from tests.oracle.by_hand import Row, bid, bidder, buyer, case, service

_HR = {"id": "hr", "name": "HR"}


def _pack(name: str, bidder: str, *lots: str) -> Row:
    return bid(name, bidder, lots[0]) | {"lots": list(lots)}


def _package(x: Row | None = None, **more: Any) -> Row:
    """For S there is only a package of x with N; y bids for N."""
    bids = [_pack("p", "x", "N:it", "S:it"), bid("b", "y", "N:it")]
    return case(**{"bidders": [x or bidder("x"), bidder("y")], "bids": bids} | more)


def _work(most: Any, **more: Any) -> Row:
    lots = [{"id": f"{name}:it", "buyer": name, "service": "it", "wte": 10} for name in "NS"]
    return _package(bidder("x", capacity_wte=most), lots=lots, **more)


def _outposts(most: Any) -> Row:
    """Both boards are of one area, where a provider keeps 2.5 WTE."""
    buyers = [buyer(name, 180_000, area="Here") for name in "NS"]
    return _work(most, buyers=buyers, services=[service(outposts={"Here": "2.5"})])


def _partnership(most: Any) -> Row:
    """Of a package of 300,000 people two thirds are for a partner with a limit."""
    duo = bidder("x", "partnership", partners=[{"bidder": "y", "share": "0.666667"}])
    return _package(duo) | {"bidders": [duo, bidder("y", capacity={"it": most})]}


def _both(*names: str, **more: Any) -> Row:
    """Bidders that each bid for N and for S."""
    bids = [bid(f"{name}-{lot}", name, f"{lot}:it") for name in names for lot in "NS"]
    return case(**{"bidders": [bidder(name) for name in names], "bids": bids} | more)


def _caps(most: int) -> Row:
    """Three lots of IT and three of HR; x and y bid for all, z for one."""
    boards = [buyer(name, 100_000) for name in "NSW"]
    bids = [
        bid(f"{name}-{lot}-{what}", name, f"{lot}:{what}") for name in "xy" for lot in "NSW" for what in ("it", "hr")
    ]
    names = [bidder(name) for name in "xyz"]
    everything = [*bids, bid("z", "z", "N:it")]
    return case(buyers=boards, services=[service(), _HR], bidders=names, bids=everything, max_lots_per_bidder=most)


def _vetoed_twice(most: int) -> Row:
    """N will not have y: x is left for N, and either for S and W."""
    boards = [buyer("N", 100_000, vetoes=["y"]), buyer("S", 100_000, vetoes=["y"]), buyer("W", 100_000)]
    bids = [bid(f"{name}-{lot}", name, f"{lot}:it") for name in "xy" for lot in "NSW"]
    row = service(max_lots_per_bidder=most)
    return case(buyers=boards, services=[row], bidders=[bidder("x"), bidder("y")], bids=bids)


def _joint(whose: list[str]) -> Row:
    """x bids for N and S, y for W; those of ``whose`` buy together."""
    boards = [buyer(name, 100_000) for name in "NSW"]
    bids = [bid("a", "x", "N:it"), bid("b", "x", "S:it"), bid("c", "y", "W:it")]
    purchase = {"id": "j", "name": "Together", "buyers": whose}
    return case(buyers=boards, bidders=[bidder("x"), bidder("y")], bids=bids, joint_purchases=[purchase])


def _joint_and_vetoes(vetoes: list[str]) -> Row:
    boards = [buyer("N", 180_000), buyer("S", 120_000, vetoes=vetoes)]
    purchase = {"id": "j", "name": "Together", "buyers": ["N", "S"]}
    row = _both("x", "y", buyers=boards, joint_purchases=[purchase])
    return row | {"bids": [*row["bids"], bid("c", "z", "S:it")], "bidders": [*row["bidders"], bidder("z")]}


def _ground(pairs: list[list[str]], **more: Any) -> Row:
    """Three boards, for which x and y bid."""
    boards = [buyer(name, 100_000) for name in "NSW"]
    bids = [bid(f"{name}-{lot}", name, f"{lot}:it") for name in "xy" for lot in "NSW"]
    row = service(contiguity={"of": "buyer"}) | more.pop("service", {})
    tables = {"buyers": boards, "services": [row], "bidders": [bidder("x"), bidder("y")], "bids": bids}
    return case(**tables | more, neighbours=pairs)


def _framework(**more: Any) -> Row:
    return _both("x", "y", frameworks=[{"id": "f", "name": "Lead", "services": ["it"]} | more])


_WHOLE, _TORN = [["N", "S"], ["S", "W"]], [["N", "S"]]

LIMITED: dict[str, Limited] = {
    # Packages, whose lots count together
    "capacity for a package": Limited(
        lambda most: _package(bidder("x", capacity={"it": most})), 300_000, "299999.999", ("capacity[x, it]",)
    ),
    "capacity of a partner for a package": Limited(_partnership, "200000.1", "200000.099", ("capacity[y, it]",)),
    "work of a package": Limited(_work, 20, "19.999", ("capacity_wte[x]",)),
    "work of a package with its outpost": Limited(_outposts, "22.5", "22.499", ("capacity_wte[x]",)),
    "lots of a package": Limited(
        lambda most: _package(services=[service(max_lots_per_bidder=most)]), 2, 1, ("max_lots[it]",)
    ),
    "lots of a package in all": Limited(lambda most: _package(max_lots_per_bidder=most), 2, 1, ("max_lots",)),
    "quality of a package on one of its lots": Limited(
        lambda least: _package(
            lots=[{"id": f"{name}:it", "buyer": name, "service": "it"} for name in "N"]
            + [{"id": "S:it", "buyer": "S", "service": "it", "min_quality": least}]
        ),
        0,
        "0.001",
        ("min_quality[S:it]",),
    ),
    "a veto of a package by one of its buyers": Limited(
        lambda vetoes: _package(buyers=[buyer("N", 180_000, vetoes=vetoes), buyer("S", 120_000)]),
        ["y"],
        ["x"],
        ("veto[N, x]",),
    ),
    "ground of a package": Limited(
        lambda pairs: _package(services=[service(contiguity={"of": "buyer"})], neighbours=pairs),
        [["N", "S"]],
        [],
        ("contiguity[it]",),
    ),
    # Caps
    "cap in all": Limited(_caps, 3, 2, ("max_lots",)),
    "cap on a service, with vetoes": Limited(_vetoed_twice, 2, 1, ("max_lots[it]",)),
    # Joint purchases, and ground
    "nobody for all that is bought together": Limited(_joint, ["N", "S"], ["N", "W"], ("joint[j]",)),
    "nobody left for all": Limited(_joint_and_vetoes, ["x"], ["x", "y"], ("joint[j]", "veto[S, x]", "veto[S, y]")),
    "ground for one provider": Limited(
        lambda pairs: _ground(pairs, service={"shape": "single"}), _WHOLE, _TORN, ("contiguity[it]", "shape[it]")
    ),
    "ground for few providers": Limited(
        lambda pairs: _ground(pairs, service={"max_providers": 2}), _TORN, [], ("contiguity[it]", "max_providers[it]")
    ),
    "ground bought together": Limited(
        lambda pairs: _ground(pairs, joint_purchases=[{"id": "j", "name": "J", "buyers": ["N", "W"]}]),
        _WHOLE,
        _TORN,
        ("contiguity[it]", "joint[j]"),
    ),
    # Who may win
    "partners alone": Limited(
        lambda alone: _package(bidder("x", partner_only=alone)), False, True, ("partner_only[x]",)
    ),
    "accredited": Limited(lambda names: _framework(accredited=names), ["y"], [], ("framework[f]",)),
    "competitors": Limited(lambda least: _framework(min_competitors=least), 2, 3, ("competition[f]",)),
    "competitors on the list": Limited(
        lambda least: _framework(min_competitors=least, accredited=["x"]), 1, 2, ("competition[f]", "framework[f]")
    ),
}
