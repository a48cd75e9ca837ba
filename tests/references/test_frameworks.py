"""Frameworks: who is accredited, and where too few compete, worked out by hand. A = 1, as for one year."""

from typing import Any

import pytest

from models import Case
from tests.references.decided import best, broken, conflict_rules
from tests.references.tender import Row, offer, supplier, tender

PAIR = dict.fromkeys("ab", 100_000)
OWN = supplier("own", "in_house", buyer="a")
OFFERS = [
    offer("x/a/it", 100, "a:it"),
    offer("x/b/it", 100, "b:it"),
    offer("y/a/it", 120, "a:it"),
    offer("y/b/it", 115, "b:it"),
    offer("x/a/hr", 50, "a:hr"),
    offer("x/b/hr", 50, "b:hr"),
    offer("y/a/hr", 60, "a:hr"),
    offer("y/b/hr", 60, "b:hr"),
]


def called_off(*further: Row, bidders: tuple[Row, ...] = (), **framework: Any) -> Case:
    """IT under a framework that says so much of it, HR under none."""
    frameworks = [{"id": "lead", "name": "Lead providers", "services": ["it"], **framework}]
    return tender(PAIR, ["it", "hr"], [*OFFERS, *further], bidders=bidders, frameworks=frameworks)


def test_only_who_is_accredited_wins_the_service() -> None:
    # x is cheapest throughout: 200 for IT and 100 for HR. Of IT it is barred: y's 120 + 115; HR is free.
    case = called_off(accredited=["y"])
    best(called_off(), 300, "x/a/it", "x/a/hr", "x/b/it", "x/b/hr")
    best(case, 335, "y/a/it", "x/a/hr", "y/b/it", "x/b/hr")
    best(called_off(accredited=["y"], services=["it", "hr"]), 355, "y/a/it", "y/a/hr", "y/b/it", "y/b/hr")
    assert broken(case, called_off()) == {"framework[lead]"}


def test_a_package_with_one_lot_of_the_service_is_barred_whole() -> None:
    # x's offer of all four lots for 250 is no better than its bids for IT.
    everything = offer("x/all", 250, "a:it", "a:hr", "b:it", "b:hr")
    best(called_off(everything, accredited=["y"]), 335, "y/a/it", "x/a/hr", "y/b/it", "x/b/hr")
    assert broken(called_off(everything, accredited=["y"]), called_off(everything)) == {"framework[lead]"}


def test_a_buyer_for_itself_needs_no_framework() -> None:
    # a's own staff do IT for 110, which is less than y's 120; unless they offer it to b too: then they are not at home.
    own = offer("own/a/it", 110, "a:it")
    best(called_off(own, bidders=(OWN,), accredited=["y"]), 325, "own/a/it", "x/a/hr", "y/b/it", "x/b/hr")
    other = offer("own/b/it", 500, "b:it")
    best(called_off(own, other, bidders=(OWN,), accredited=["y"]), 335, "y/a/it", "x/a/hr", "y/b/it", "x/b/hr")


def test_where_nobody_is_accredited_buyers_fall_back_on_themselves() -> None:
    frameworks = [{"id": "lead", "name": "Lead providers", "services": ["it"], "accredited": []}]
    bids = [bid for bid in OFFERS if bid["lots"][0].endswith("it")]
    in_house = {"a:it": 400, "b:it": 300}
    case = tender(PAIR, ["it"], bids, in_house=in_house, frameworks=frameworks)
    best(case, 700, "in-house:a:it", "in-house:b:it")


def test_a_partnership_is_accredited_by_its_own_name() -> None:
    # y and z are accredited; together, at 90 a lot, they are not until the framework says so.
    partners = [{"bidder": "y", "share": "0.5"}, {"bidder": "z", "share": "0.5"}]
    bidders = (supplier("y"), supplier("z"), supplier("duo", "partnership", partners=partners))
    duo = (offer("duo/a/it", 90, "a:it"), offer("duo/b/it", 90, "b:it"))
    best(called_off(*duo, bidders=bidders, accredited=["y", "z"]), 335, "y/a/it", "x/a/hr", "y/b/it", "x/b/hr")
    best(called_off(*duo, bidders=bidders, accredited=["duo"]), 280, "duo/a/it", "x/a/hr", "duo/b/it", "x/b/hr")


OWN_B = supplier("own", "in_house", buyer="b")
# y and z are accredited, and both bid for a. For b y bids twice, x does, and b's own staff.
COMPETING = (
    offer("z/a/it", 130, "a:it"),
    offer("y/b/it/better", 117, "b:it"),
    offer("own/b/it", 125, "b:it"),
)
HR = ("x/a/hr", "x/b/hr")


def competing(*further: Row, least: int = 2, **framework: Any) -> Case:
    bids = (*COMPETING, *further)
    return called_off(*bids, bidders=(OWN_B,), **{"accredited": ["y", "z"], "min_competitors": least, **framework})


@pytest.mark.parametrize(
    ("further", "least", "cost", "b"),
    [
        # A direct call: y's 120 + 115, and 100 for HR.
        ((), 0, 335, "y/b/it"),
        ((), 1, 335, "y/b/it"),
        # Of two that must compete for b y is one, twice: x is not accredited, and own is at home. Own it is, at 125.
        ((), 2, 345, "own/b/it"),
        # A second one, however dear, makes it a competition; in a package too.
        ((offer("z/b/it", 900, "b:it"),), 2, 335, "y/b/it"),
        ((offer("z/both", 900, "b:it", "b:hr"),), 2, 335, "y/b/it"),
    ],
)
def test_a_lot_is_called_off_where_enough_compete(further: tuple[Row, ...], least: int, cost: int, b: str) -> None:
    best(competing(*further, least=least), cost, "y/a/it", HR[0], b, HR[1])


def test_where_three_must_compete_and_two_do() -> None:
    # Neither y nor z may have a, and no award is left. Fewer competitors would do, and so would x as the third of them.
    assert broken(competing(), competing(least=0)) == {"competition[lead]"}
    assert conflict_rules(competing(least=3)) == {"competition[lead]", "framework[lead]"}
    # Four do not bid for a, accredited or not.
    assert conflict_rules(competing(least=4)) == {"competition[lead]"}


def test_all_compete_where_no_list_is_stated() -> None:
    # x counts, and wins, as one of three for a, and of two for b: x and y.
    best(competing(least=2, accredited=None), 300, "x/a/it", HR[0], "x/b/it", HR[1])
    # Of three for b there are two, own being at home: 100 + 125.
    best(competing(least=3, accredited=None), 325, "x/a/it", HR[0], "own/b/it", HR[1])
