"""As ``limited``: what shows before any solve of bids that are picked, and of bids that are left out."""

from tests.decide.limited import Limited
from tests.oracle.by_hand import Row, bid, bidder, buyer, care, case, service


def _pick(name: str, picked: str) -> Row:
    return {"id": name, "bid": picked, "reason": "as agreed"}


def _left_out(name: str, **what: object) -> Row:
    return {"id": name, "reason": "a conflict of interest", **what}


_BIDS = [
    bid("a", "x", "N:it", 100, 50),
    bid("b", "y", "N:it", 200, 80),
    bid("c", "x", "S:it", 100, 50),
    bid("d", "y", "S:it", 200, 80),
]


def _four(**more: object) -> Row:
    """Bids of x and of y for N and for S."""
    tables = {"bidders": [bidder("x"), bidder("y")], "criteria": [care()], "bids": _BIDS}
    return case(**tables | more)


def _alternatives(group: str) -> Row:
    bids = [_BIDS[0] | {"exclusive_group": "g"}, _BIDS[1], _BIDS[2] | {"exclusive_group": group}, _BIDS[3]]
    return _four(bids=bids, picks=[_pick("p", "a"), _pick("q", "c")])


def _tree(least: object) -> Row:
    """Care is one part in four of the whole: 50, and 20 on the rest, come to 27.5."""
    criteria = [
        {"id": "whole", "name": "The whole", "minimum": least},
        care(parent="whole"),
        {"id": "rest", "name": "The rest", "parent": "whole", "weight": 3},
    ]
    bids = [{**each, "scores": {**each["scores"], "rest": 20 if each["bidder"] == "x" else 0}} for each in _BIDS[:1]]
    return _four(buyers=[buyer("N", 180_000)], criteria=criteria, bids=bids)


def _marks(least: object) -> Row:
    """Marks of 2 and 3 out of 5 are 50 points."""
    criteria = [care(minimum=least, out_of=5)]
    row = bid("a", "x", "N:it") | {"marks": {"care": {"ada": 2, "bo": 3}}}
    evaluators = [{"id": "ada", "name": "Ada"}, {"id": "bo", "name": "Bo"}]
    return _four(buyers=[buyer("N", 180_000)], criteria=criteria, evaluators=evaluators, bids=[row])


LIMITED: dict[str, Limited] = {
    "a pick that is vetoed": Limited(
        lambda names: _four(buyers=[buyer("N", 180_000, vetoes=names), buyer("S", 120_000)], picks=[_pick("p", "a")]),
        ["y"],
        ["x"],
        ("pick[p]", "veto[N, x]"),
    ),
    "a pick whose bidder is left out": Limited(
        lambda buyers: _four(picks=[_pick("p", "a")], exclusions=[_left_out("e", bidder="x", lots={"buyers": buyers})]),
        ["S"],
        ["S", "N"],
        ("exclusion[e]", "pick[p]"),
    ),
    "a pick that is too large": Limited(
        lambda most: _four(bidders=[bidder("x", capacity={"it": most}), bidder("y")], picks=[_pick("p", "a")]),
        180_000,
        "179999.999",
        ("capacity[x, it]", "pick[p]"),
    ),
    "picks that are alternatives": Limited(_alternatives, "another", "g", ("pick[p]", "pick[q]")),
    "a lot whose bids are left out": Limited(
        lambda bids: _four(exclusions=[_left_out(name, bid=name) for name in bids]),
        ["a"],
        ["a", "b"],
        ("exclusion[a]", "exclusion[b]"),
    ),
    "a lot whose bidders are left out": Limited(
        lambda services: _four(
            exclusions=[_left_out("e", bidder="x", lots={"services": services}), _left_out("f", bidder="y")],
            services=[service(), {"id": "hr", "name": "HR"}],
            bidders=[bidder("x"), bidder("y"), bidder("z")],
            lots=[
                {"id": f"{name}:{what}", "buyer": name, "service": what} for name, what in (("N", "it"), ("N", "hr"))
            ],
            bids=[*_BIDS[:2], bid("h", "z", "N:hr", 100, 50)],
            buyers=[buyer("N", 180_000)],
        ),
        ["hr"],
        ["it"],
        ("exclusion[e]", "exclusion[f]"),
    ),
    "what the parts of a criterion come to": Limited(_tree, "27.5", "27.500001", ("minimum[whole]",)),
    "what marks come to": Limited(_marks, 50, "50.000001", ("minimum[care]",)),
}
