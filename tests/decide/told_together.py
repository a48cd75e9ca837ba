"""As ``told``: cases without an award because of what is bought or won together, and of who may win at all."""

from typing import Any

from tests.decide.told import Told
from tests.oracle.by_hand import Row, bid, case


def _board(id_: str, name: str, people: int = 100_000, **more: Any) -> Row:
    return {"id": id_, "name": name, "population": people, **more}


def _firm(id_: str, name: str, kind: str = "private", **more: Any) -> Row:
    return {"id": id_, "name": name, "kind": kind, "viability_floor": 0, **more}


def _pack(id_: str, bidder: str, *lots: str) -> Row:
    return bid(id_, bidder, lots[0], 300) | {"lots": list(lots)}


_NORTH, _SOUTH, _WEST = _board("N", "North"), _board("S", "South"), _board("W", "West")
_IT, _HR = {"id": "it", "name": "IT"}, {"id": "hr", "name": "HR"}
_ACME, _BROOK, _CARR = _firm("x", "Acme"), _firm("y", "Brook"), _firm("z", "Carr")
_JOINT = {"id": "j", "name": "Together", "buyers": ["N", "S"]}


def _case(bids: list[Row], **tables: Any) -> Row:
    """North and South buy IT of Acme and Brook."""
    usual: Row = {"buyers": [_NORTH, _SOUTH], "services": [_IT], "bidders": [_ACME, _BROOK]}
    return case(**usual | {"bids": bids} | tables)


_ACME_NORTH, _BROOK_SOUTH = bid("a", "x", "N:it"), bid("b", "y", "S:it")
_APART = [_ACME_NORTH, _BROOK_SOUTH]
_BOTH = [*_APART, bid("c", "x", "S:it"), bid("d", "y", "N:it")]
_FOUR = [_board(name, name) for name in "ABCD"]


def _framework(**more: Any) -> Row:
    return {"id": "f", "name": "Lead", "services": ["it"], **more}


TOLD: dict[str, Told] = {
    "bought together": Told(
        _case(_APART, joint_purchases=[_JOINT]),
        ["North and South buy IT together, from one supplier; no bidder bids for all of them."],
        [["Give up the joint purchase Together."]],
    ),
    "much bought together by many": Told(
        _case(
            [bid(f"{name}{service}", "x", f"{name}:{service}") for name in "ABC" for service in ("it", "hr")]
            + [bid("Dit", "x", "D:it"), bid("Dhr", "y", "D:hr")],
            buyers=_FOUR,
            services=[_IT, _HR],
            joint_purchases=[{"id": "j", "name": "Together", "buyers": list("ABCD")}],
        ),
        [
            "The 4 CCGs buy IT and HR together, from one supplier of each; no bidder bids for HR for all of them.",
        ],
        [["Give up the joint purchase Together."]],
    ),
    "bought together of somebody vetoed": Told(
        _case(
            [*_APART, bid("c", "x", "S:it")],
            buyers=[_NORTH, _SOUTH | {"vetoes": ["x"]}],
            joint_purchases=[_JOINT],
        ),
        [
            "North and South buy IT from one supplier, and each that bids for all of them is kept out of some by the"
            " other rule."
        ],
        [["Give up the joint purchase Together."], ["Lift South's veto of Acme."]],
    ),
    "too few lots for each": Told(
        _case(
            [*(bid(f"{name}{lot}", name, f"{lot}:it") for name in "xy" for lot in "ABCDEF"), bid("zA", "z", "A:it")],
            buyers=[*_FOUR, _board("E", "E"), _board("F", "F")],
            bidders=[_ACME, _BROOK, _CARR],
            max_lots_per_bidder=2,
        ),
        [
            "A bidder may win at most 2 lots in all; the 3 bidders that may win lots can win 5 lots between them; there"
            " are 6."
        ],
        [["Raise the greatest number of lots that one bidder may win from 2 lots to 3 lots (by 50 %)."]],
    ),
    "a package of too many lots": Told(
        _case(
            [_pack("p", "x", "N:it", "S:it"), _ACME_NORTH],
            services=[_IT | {"max_lots_per_bidder": 1}],
        ),
        ["IT: a bidder may win at most 1 lot; only 1 bidder may win lots of IT, of which there are 2."],
        [["Raise the greatest number of lots of IT that one bidder may win from 1 lot to 2 lots (by 100 %)."]],
    ),
    "packages of too many lots": Told(
        _case(
            [_pack("p", "x", "N:it", "S:it"), _pack("q", "y", "S:it", "N:it"), _ACME_NORTH, bid("e", "z", "N:it")],
            bidders=[_ACME, _BROOK, _CARR],
            services=[_IT | {"max_lots_per_bidder": 1}],
        ),
        ["IT: a bidder may win at most 1 lot; in each award some bidder wins 2 or more."],
        [["Raise the greatest number of lots of IT that one bidder may win from 1 lot to 2 lots (by 100 %)."]],
    ),
    "ground in pieces": Told(
        _case(
            [bid(f"{name}{lot}", name, f"{lot}:it") for name in "xy" for lot in "NSW"],
            buyers=[_NORTH, _SOUTH, _WEST],
            services=[_IT | {"contiguity": {"of": "buyer"}, "max_providers": 1}],
            neighbours=[["N", "S"]],
        ),
        [
            "IT: the buyers that buy it fall into 2 pieces of ground with no way from one to the next, and each needs a"
            " provider of its own.",
            "With the others as they are, the greatest number of providers of IT would have to be 2 providers and not 1"
            " provider.",
        ],
        [
            ["Give up the rule that the ground of each provider of IT hangs together."],
            ["Raise the greatest number of providers of IT from 1 provider to 2 providers (by 100 %)."],
        ],
    ),
    "bought together across the sea": Told(
        _case(
            _BOTH,
            buyers=[_NORTH | {"area": "Main"}, _SOUTH | {"area": "Isle"}],
            services=[_IT | {"contiguity": {}}],
            joint_purchases=[_JOINT],
        ),
        ["IT: North and South lie on pieces of ground with no way from one to the next."],
        [
            ["Give up the joint purchase Together."],
            ["Give up the rule that the ground of each provider of IT hangs together."],
        ],
    ),
    "a package across a gap": Told(
        _case(
            [_pack("p", "x", "N:it", "S:it")],
            buyers=[_NORTH | {"lon": 0, "lat": 51.5}, _SOUTH | {"lon": 0, "lat": 52.5}],
            services=[_IT | {"contiguity": {"of": "buyer", "within_km": 100}}],
        ),
        [
            "IT: the buyers that a provider serves must hang together, each with a buyer at most 100 km from one of the"
            " next; in each award the ground of some provider falls into pieces."
        ],
        [["Give up the rule that the ground of each provider of IT hangs together."]],
    ),
    "nobody to partner": Told(
        _case(_APART, bidders=[_ACME | {"partner_only": True}, _BROOK]),
        [
            "Acme may win only as the partner of a body of the NHS family; nobody else bids for IT for North.",
        ],
        [["Give up the rule that Acme may win only as a partner."]],
    ),
    "not accredited": Told(
        _case(_APART, frameworks=[_framework(accredited=["y"])]),
        ["IT: only bidders accredited to Lead may win: Brook; nobody else bids for IT for North."],
        [["Add Acme to the list of bidders accredited to Lead."]],
    ),
    "nobody accredited": Told(
        _case([_ACME_NORTH, bid("c", "x", "S:it"), _BROOK_SOUTH], frameworks=[_framework(accredited=[])]),
        ["IT: only bidders accredited to Lead may win, and nobody is; nobody else bids for IT for North."],
        [["Add Acme to the list of bidders accredited to Lead."]],
    ),
    "too little competition": Told(
        _case([*_BOTH[:3]], frameworks=[_framework(min_competitors=2)]),
        [
            "IT: a lot may be called off Lead only where at least 2 bidders bid for it; IT for North has 1 bidder.",
        ],
        [["Lower the least number of bidders that must compete under Lead from 2 bidders to 1 bidder (by 50 %)."]],
    ),
    "too few accredited": Told(
        _case(_BOTH, frameworks=[_framework(min_competitors=2, accredited=["x"])]),
        [
            "IT for North has 2 bidders, of which 1 is accredited to Lead; at least 2 must compete.",
            "With the others as they are, the least number of bidders that must compete under Lead would have to be 1"
            " bidder and not 2 bidders.",
        ],
        [
            ["Lower the least number of bidders that must compete under Lead from 2 bidders to 1 bidder (by 50 %)."],
            ["Add Brook to the list of bidders accredited to Lead."],
        ],
    ),
}
