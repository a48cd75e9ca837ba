"""Exclusive groups, joint purchases, caps and outposts as rows, over every award of a small case."""

from typing import Any

from selector import appraise, lay
from tests.program.fixing import awards, extent, settled
from tests.references.small import one_service

_OFFERS: dict[str, dict[str, Any]] = {bidder: dict.fromkeys("abc", 1) for bidder in "xy"}


def _winners(accepted: frozenset[str]) -> dict[str, str]:
    return {name[7:-1].partition("/")[2]: name[7:-1].partition("/")[0] for name in accepted}


def test_lots_bought_together_go_to_one_supplier() -> None:
    purchase = {"id": "j", "name": "J", "buyers": ["a", "c"]}
    program = lay(appraise(one_service(_OFFERS, joint_purchases=[purchase])))
    for accepted in awards(program):
        winners = _winners(accepted)
        assert (extent(program, accepted, 0) is not None) == (winners["a"] == winners["c"])


def test_a_package_for_all_lots_bought_together_is_one_supplier() -> None:
    bids = [
        {"id": "x/ab", "bidder": "x", "lots": ["a:it", "b:it"], "price": 1},
        {"id": "y/a", "bidder": "y", "lots": ["a:it"], "price": 1},
        {"id": "y/b", "bidder": "y", "lots": ["b:it"], "price": 1},
        {"id": "x/a", "bidder": "x", "lots": ["a:it"], "price": 1},
    ]
    purchase = {"id": "j", "name": "J", "buyers": ["a", "b"]}
    case = one_service({"x": {"a": 1, "b": 1}, "y": {}}, bids=bids, joint_purchases=[purchase])
    program = lay(appraise(case))
    kept = {accepted for accepted in awards(program) if extent(program, accepted, 0) is not None}
    assert kept == {frozenset({"accept[x/ab]"}), frozenset({"accept[y/a]", "accept[y/b]"})}


def test_caps_on_lots_bind_each_bidder() -> None:
    program = lay(appraise(one_service(_OFFERS, max_lots_per_bidder=2)))
    for accepted in awards(program):
        assert (extent(program, accepted, 0) is not None) == (len(set(_winners(accepted).values())) == 2)


def test_of_an_exclusive_group_one_bid_is_accepted() -> None:
    bids = [
        {"id": f"{bidder}/{buyer}", "bidder": bidder, "lots": [f"{buyer}:it"], "price": 1, "exclusive_group": "g"}
        for bidder, buyers in (("x", "abc"), ("y", "ab"))
        for buyer in buyers
    ]
    bids.append({"id": "y/c", "bidder": "y", "lots": ["c:it"], "price": 1})
    program = lay(appraise(one_service(_OFFERS, bids=bids)))
    kept = {
        tuple(sorted(_winners(accepted).items()))
        for accepted in awards(program)
        if extent(program, accepted, 0) is not None
    }
    # x wins one of a and b, y the other, and y alone may win c besides.
    assert kept == {(("a", "x"), ("b", "y"), ("c", "y")), (("a", "y"), ("b", "x"), ("c", "y"))}


def test_outposts_follow_the_lots_won_in_their_areas() -> None:
    buyers = [
        {"id": name, "name": name, "population": 1000, "area": area} for name, area in zip("abc", "NNS", strict=True)
    ]
    services = [{"id": "it", "name": "IT", "outposts": {"N": 2}}]
    program = lay(appraise(one_service(_OFFERS, buyers=buyers, services=services)))
    for accepted in awards(program):
        kept = settled(program, accepted, "outpost")
        winners = _winners(accepted)
        assert kept == {f"outpost[{bidder}, it, N]": int(bidder in (winners["a"], winners["b"])) for bidder in "xy"}
