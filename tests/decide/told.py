"""Cases of two boards without an award, worked out by hand, with what a board should be told."""

from typing import Any, NamedTuple

from tests.oracle.by_hand import Row, bid, care, case


class Told(NamedTuple):
    """A case, why it has no award, and the moves of each repair."""

    document: Row
    why: list[str]
    repairs: list[list[str]]


def _board(id_: str, name: str, people: int, **more: Any) -> Row:
    return {"id": id_, "name": name, "population": people, **more}


def _north(**more: Any) -> Row:
    return _board("N", "North", 180_000, **more)


def _firm(id_: str, name: str, **more: Any) -> Row:
    return {"id": id_, "name": name, "kind": "private", "viability_floor": 0, **more}


_SOUTH = _board("S", "South", 120_000)
_IT = {"id": "it", "name": "IT"}
_ACME, _BROOK = _firm("x", "Acme"), _firm("y", "Brook")
_BIDS = [
    bid("a", "x", "N:it", 100, 50),
    bid("b", "y", "N:it", 200, 80),
    bid("c", "x", "S:it", 100, 50),
    bid("d", "y", "S:it", 200, 80),
]
_APART = [_BIDS[0], _BIDS[3]]


def _case(**tables: Any) -> Row:
    """North and South; Acme asks for £100 at 50 points, Brook for £200 at 80."""
    usual = {"buyers": [_north(), _SOUTH], "services": [_IT], "bidders": [_ACME, _BROOK], "bids": _BIDS}
    return case(**{"criteria": [care()]} | usual | tables)


def _hundreds(acme: int, brook: int, *more: Row, bids: tuple[Row, ...] = (), board: Row | None = None) -> Row:
    """Three boards of 100,000 people, for which Acme and Brook alone bid, with so much capacity; and maybe others."""
    boards = [_board(name, name, 100_000) for name in "NSW"]
    return _case(
        buyers=[*boards, *([board] if board else [])],
        bidders=[_ACME | {"capacity": {"it": acme}}, _BROOK | {"capacity": {"it": brook}}, *more],
        bids=[*(bid(f"{name}{lot}", name, f"{lot}:it", 1, 50) for name in "xy" for lot in "NSW"), *bids],
    )


TOLD: dict[str, Told] = {
    "a budget": Told(
        _case(buyers=[_north(budget={"2013-14": "99.99"}), _SOUTH]),
        ["North may spend at most £99.99 in 2013-14; no award needs less than £100.00."],
        [["Raise the budget of North for 2013-14 from £99.99 to £100.00 (by 0.010 %)."]],
    ),
    "a budget of nothing": Told(
        _case(buyers=[_north(budget={"2013-14": 0}), _SOUTH]),
        ["North may spend at most £0.00 in 2013-14; no award needs less than £100.00."],
        [["Raise the budget of North for 2013-14 from £0.00 to £100.00."]],
    ),
    "a budget and a mean": Told(
        _case(buyers=[_north(budget={"2013-14": 150}, min_mean_quality=60), _SOUTH]),
        [
            "With the others as they are, the budget of North for 2013-14 would have to be £200.00 and not £150.00.",
            "With the others as they are, the mean quality that North asks for would have to be 50 points and not 60"
            " points.",
        ],
        [
            ["Lower the mean quality that North asks for from 60 points to 50 points (by 17 %)."],
            ["Raise the budget of North for 2013-14 from £150.00 to £200.00 (by 33 %)."],
        ],
    ),
    "liability that every bid has": Told(
        _case(
            liability_cap=20_000,
            staff_groups=[
                {"id": "g", "lots": [{"lot": "N:it"}], "headcount": 1, "salary": 36_500, "service_years": 10}
            ],
        ),
        ["All buyers together may have to pay at most £20,000.00 of redundancy; no award needs less than £30,450.00."],
        [["Raise the liability cap of all buyers together from £20,000.00 to £30,450.00 (by 52 %)."]],
    ),
    "a floor above all": Told(
        _case(services=[_IT | {"floor": 400_000}]),
        ["IT: each provider must have at least 400,000 people; the buyers in this case have 300,000 people."],
        [["Lower the floor of IT from 400,000 people to 300,000 people (by 25 %)."]],
    ),
    "floors of two": Told(
        _case(services=[_IT | {"floor": 200_000, "min_providers": 2}]),
        [
            "IT: 2 providers of 200,000 people each need 400,000; the buyers in this case have 300,000.",
            "With the others as they are, the floor of IT would have to be 120,000 people and not 200,000 people.",
            "With the others as they are, the least number of providers of IT would have to be 1 provider and not 2"
            " providers.",
        ],
        [
            ["Lower the floor of IT from 200,000 people to 120,000 people (by 40 %)."],
            ["Lower the least number of providers of IT from 2 providers to 1 provider (by 50 %)."],
        ],
    ),
    "floors of a plural service": Told(
        _case(services=[_IT | {"floor": 200_000, "shape": "plural", "quality_standard": 0}]),
        [
            "IT: 2 providers of 200,000 people each need 400,000; the buyers in this case have 300,000.",
            "With the others as they are, the floor of IT would have to be 120,000 people and not 200,000 people.",
        ],
        [["Lower the floor of IT from 200,000 people to 120,000 people (by 40 %)."], ["Give up the shape of IT."]],
    ),
    "single": Told(
        _case(bids=_APART, services=[_IT | {"shape": "single"}]),
        [
            "IT has the shape single: one central organisation provides it for every buyer; of its 2 lots no bidder bids for more"
            " than 1."
        ],
        [["Give up the shape of IT."]],
    ),
    "network": Told(
        _case(bids=_APART, services=[_IT | {"shape": "network"}]),
        ["IT has the shape network: all its providers must be of one group; no group bids for all of it."],
        [["Give up the shape of IT."]],
    ),
    "plural": Told(
        _case(bids=[_BIDS[0], _BIDS[2]], services=[_IT | {"shape": "plural", "quality_standard": 0}]),
        ["IT has the shape plural: it must have at least 2 providers; it has 2 lots and 1 bidder."],
        [["Give up the shape of IT."]],
    ),
    "vetoes": Told(
        _case(buyers=[_north(vetoes=["x", "y"]), _SOUTH]),
        ["Each bid for IT for North is kept out by one of these 2 rules."],
        [["Lift North's veto of Brook."], ["Lift North's veto of Acme."]],
    ),
    "a veto and a minimum": Told(
        _case(buyers=[_north(vetoes=["y"]), _SOUTH], criteria=[care(minimum=60)], bids=_BIDS[:2] + _BIDS[3:]),
        [
            "Each bid for IT for North is kept out by one of these 2 rules.",
            "With the others as they are, the minimum score on Care would have to be 50 points and not 60 points.",
        ],
        [
            ["Lower the minimum score on Care from 60 points to 50 points (by 17 %)."],
            ["Lift North's veto of Brook."],
        ],
    ),
    "a shortlist": Told(
        _case(bids=_APART, buyers=[_north(shortlist=["y"]), _SOUTH]),
        ["North will consider Brook only; no award can keep this."],
        [["Add Acme to the shortlist of North."]],
    ),
    "a score that nobody has": Told(
        _case(bids=_APART, criteria=[care(minimum="0.001")]) | {"bids": [bid("a", "x", "N:it", 1, 0), _BIDS[3]]},
        ["Care: a bid must score at least 0.001 points; in each award some accepted bid has 0 points."],
        [["Give up the minimum score on Care (0.001 points)."]],
    ),
    "room for all": Told(
        _hundreds(150_000, 100_000),
        [
            "IT: all that bid for it can take on 250,000 people between them; the buyers in this case have 300,000.",
            "With the others as they are, the capacity of Acme for IT would have to be 200,000 people and not 150,000"
            " people.",
            "With the others as they are, the capacity of Brook for IT would have to be 200,000 people and not 100,000"
            " people.",
        ],
        [
            ["Raise the capacity of Acme for IT from 150,000 people to 200,000 people (by 33 %)."],
            ["Raise the capacity of Brook for IT from 100,000 people to 200,000 people (by 100 %)."],
        ],
    ),
    "room for whole lots": Told(
        _hundreds(150_000, 199_999),
        [
            "IT: the 3 lots that only these 2 bidders bid for have 300,000 people; they can take on 349,999 people"
            " between them, and as lots are awarded whole they do not fit.",
            "With the others as they are, the capacity of Acme for IT would have to be 200,000 people and not 150,000"
            " people.",
            "With the others as they are, the capacity of Brook for IT would have to be 200,000 people and not 199,999"
            " people.",
        ],
        [
            ["Raise the capacity of Brook for IT from 199,999 people to 200,000 people (by 0.001 %)."],
            ["Raise the capacity of Acme for IT from 150,000 people to 200,000 people (by 33 %)."],
        ],
    ),
    "room beside others": Told(
        _hundreds(
            100_000,
            100_000,
            _firm("u", "Upton"),
            _firm("v", "Vale"),
            bids=(bid("u", "u", "E:it", 1, 50), bid("v", "v", "E:it", 1, 50)),
            board=_board("E", "East", 120_000),
        ),
        [
            "IT: the 3 lots that only these 2 bidders bid for have 300,000 people; they can take on 200,000 people"
            " between them.",
            "With the others as they are, the capacity of Acme for IT would have to be 200,000 people and not 100,000"
            " people.",
            "With the others as they are, the capacity of Brook for IT would have to be 200,000 people and not 100,000"
            " people.",
        ],
        [
            ["Raise the capacity of Acme for IT from 100,000 people to 200,000 people (by 100 %)."],
            ["Raise the capacity of Brook for IT from 100,000 people to 200,000 people (by 100 %)."],
        ],
    ),
}
