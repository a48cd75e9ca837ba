"""As ``told``: rules of the board, picks and exclusions."""

from typing import Any

from tests.decide.told import Told
from tests.oracle.by_hand import Row, bid, care, case

_BIDS = [
    bid("a", "x", "N:it", 100, 50),
    bid("b", "y", "N:it", 200, 80),
    bid("c", "x", "S:it", 100, 50),
    bid("d", "y", "S:it", 200, 80),
]
_POST = {"headcount": 1, "salary": 36_500, "service_years": 10}


def _case(**tables: Any) -> Row:
    """North, 180,000 people, and South, 120,000; Acme asks for £100 a lot at 50 points, Brook for £200 at 80."""
    usual = {
        "buyers": [
            {"id": "N", "name": "North", "population": 180_000, "area": "Up"},
            {"id": "S", "name": "South", "population": 120_000, "area": "Down"},
        ],
        "services": [{"id": "it", "name": "IT"}],
        "bidders": [
            {"id": "x", "name": "Acme", "kind": "private", "viability_floor": 0},
            {"id": "y", "name": "Brook", "kind": "voluntary", "viability_floor": 0},
        ],
        "criteria": [care()],
        "bids": _BIDS,
    }
    return case(**usual | tables)


def _rule(id_: str, metric: str, sense: str, limit: int | str, **more: Any) -> Row:
    return {"id": id_, "metric": metric, "sense": sense, "limit": limit, **more}


def _of(*ids: str) -> Row:
    return {"ids": list(ids)}


def _pick(name: str, picked: str) -> Row:
    return {"id": name, "bid": picked, "reason": "as agreed"}


def _left_out(name: str, **what: Any) -> Row:
    return {"id": name, "reason": "a conflict of interest", **what}


TOLD: dict[str, Told] = {
    "a spend that no award keeps": Told(
        _case(rules=[_rule("r", "spend", "at_most", "199.99", name="Thrift")]),
        [
            "Thrift (r): all bidders together win at most £199.99 of the yearly spend on all services; no award needs less"
            " than £200.00."
        ],
        [["Raise the limit of the rule Thrift from £199.99 to £200.00 (by 0.005 %)."]],
    ),
    "lots within each area": Told(
        _case(rules=[_rule("r", "lots", "at_least", 2, per=["area"])]),
        ["r: in each area, all bidders together win at least 2 lots; in each award some area has 1 lot or less."],
        [["Lower the limit of the rule r from 2 lots to 1 lot (by 50 %)."]],
    ),
    "a spend for each buyer, and a mean": Told(
        _case(
            rules=[
                _rule("r", "spend", "at_most", 150, per=["buyer"]),
                _rule("q", "mean_quality", "at_least", 60),
            ]
        ),
        ["With the others as they are, the limit of the rule r would have to be £200.00 and not £150.00."],
        [["Raise the limit of the rule r from £150.00 to £200.00 (by 33 %)."], ["Give up the rule q."]],
    ),
    "people of one, and the number of winners": Told(
        _case(
            rules=[
                _rule("r", "population", "at_least", 200_000, bidders=_of("x")),
                _rule("q", "winners", "at_least", 2),
            ]
        ),
        [
            "With the others as they are, the limit of the rule r would have to be 180,000 people and not 200,000"
            " people.",
            "With the others as they are, the limit of the rule q would have to be 1 provider and not 2 providers.",
        ],
        [
            ["Lower the limit of the rule r from 200,000 people to 180,000 people (by 10 %)."],
            ["Lower the limit of the rule q from 2 providers to 1 provider (by 50 %)."],
        ],
    ),
    "buyers of two, each": Told(
        _case(
            rules=[
                _rule("r", "buyers", "at_most", 1, bidders=_of("x")),
                _rule("q", "buyers", "at_most", 0, bidders={"kinds": ["voluntary"]}),
            ]
        ),
        [
            "With the others as they are, the limit of the rule r would have to be 2 buyers and not 1 buyer.",
            "With the others as they are, the limit of the rule q would have to be 1 buyer and not 0 buyers.",
        ],
        [
            ["Raise the limit of the rule q from 0 buyers to 1 buyer."],
            ["Raise the limit of the rule r from 1 buyer to 2 buyers (by 100 %)."],
        ],
    ),
    "a share that each may have": Told(
        _case(rules=[_rule("r", "share_of_population", "at_most", "0.5", each=True)]),
        ["r: each bidder serves at most 50 % of the people of all buyers; every award breaks it."],
        [["Give up the rule r."]],
    ),
    "exactly so many": Told(
        _case(rules=[_rule("r", "lots", "exactly", 3)]),
        ["r: all bidders together win exactly 3 lots; every award breaks it."],
        [["Give up the rule r."]],
    ),
    "exactly more than there are": Told(
        _case(bids=[_BIDS[0], *_BIDS[2:]], rules=[_rule("r", "winners", "exactly", 2, bidders=_of("x"))]),
        ["r: exactly 2 bidders among Acme win lots; every award breaks it."],
        [["Give up the rule r."]],
    ),
    "a penny short": Told(
        _case(
            bids=[_BIDS[0], *_BIDS[2:]],
            staff_groups=[{"id": "g", "lots": [{"lot": "N:it"}], **_POST}],
            rules=[_rule("r", "liability", "at_least", "30450.01", bidders=_of("x"), each=True)],
        ),
        [
            "r: the liability on what Acme wins is at least £30,450.01, before redeployment, where it wins any lot; every"
            " award breaks it."
        ],
        [["Give up the rule r."]],
    ),
    "lots that move": Told(
        _case(
            lots=[{"id": f"{name}:it", "buyer": name, "service": "it", "incumbent": "y"} for name in "NS"],
            bids=[_BIDS[0], _BIDS[2], _BIDS[3]],
            rules=[_rule("r", "moves", "at_most", 0)],
        ),
        ["r: no lots change supplier; no award needs fewer than 1 lot."],
        [["Raise the limit of the rule r from 0 lots to 1 lot."]],
    ),
    "liability of those that a rule asks for": Told(
        _case(
            staff_groups=[{"id": "g", "lots": [{"lot": "N:it"}], **_POST}],
            rules=[_rule("r", "liability", "at_most", 30_000)],
        ),
        [
            "r: the liability on all services is at most £30,000, before redeployment; no award needs less than"
            " £30,450.00."
        ],
        [["Raise the limit of the rule r from £30,000.00 to £30,450.00 (by 1.5 %)."]],
    ),
    "a pick and a budget": Told(
        _case(
            buyers=[
                {"id": "N", "name": "North", "population": 180_000, "budget": {"2013-14": 150}},
                {"id": "S", "name": "South", "population": 120_000},
            ],
            picks=[_pick("p", "b")],
        ),
        ["With the others as they are, the budget of North for 2013-14 would have to be £200.00 and not £150.00."],
        [
            ["Raise the budget of North for 2013-14 from £150.00 to £200.00 (by 33 %)."],
            ['Give up the pick of bid "b" of Brook.'],
        ],
    ),
    "a pick and an exclusion": Told(
        _case(picks=[_pick("p", "b")], exclusions=[_left_out("e", bidder="y", lots={"services": ["it"]})]),
        ['Bid "b" of Brook is to be accepted, and the other rule keeps it out.'],
        [["Give up the exclusion of the bids of Brook for lots of IT."], ['Give up the pick of bid "b" of Brook.']],
    ),
    "picks that are alternatives": Told(
        _case(
            bids=[_BIDS[0] | {"exclusive_group": "g"}, _BIDS[1], _BIDS[2] | {"exclusive_group": "g"}, _BIDS[3]],
            picks=[_pick("p", "a"), _pick("q", "c")],
        ),
        ['Bid "a" of Acme and bid "c" of Acme are alternatives to each other: at most one of them can win.'],
        [['Give up the pick of bid "c" of Acme.'], ['Give up the pick of bid "a" of Acme.']],
    ),
    "all bids left out": Told(
        _case(exclusions=[_left_out("e", bid="a"), _left_out("f", bidder="y", lots={"buyers": ["N"]})]),
        ["Each bid for IT for North is kept out by one of these 2 rules."],
        [
            ["Give up the exclusion of the bids of Brook for lots for North."],
            ['Give up the exclusion of bid "a" of Acme.'],
        ],
    ),
    "the only bid left out": Told(
        _case(bids=_BIDS[1:], exclusions=[_left_out("e", bid="b")]),
        ['IT for North: bid "b" by Brook is left out; nobody else bids for IT for North.'],
        [['Give up the exclusion of bid "b" of Brook.']],
    ),
    "a minimum of a criterion with parts": Told(
        _case(
            criteria=[
                {"id": "whole", "name": "The whole", "minimum": 40},
                care(parent="whole"),
                {"id": "rest", "name": "The rest", "parent": "whole", "weight": 2},
            ],
            bids=[each | {"scores": {**each["scores"], "rest": 20}} for each in _BIDS if each["bidder"] == "x"],
        ),
        ["The whole: a bid must score at least 40 points; in each award some accepted bid has 30 points or less."],
        [["Lower the minimum score on The whole from 40 points to 30 points (by 25 %)."]],
    ),
}
