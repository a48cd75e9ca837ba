"""Small cases with rules of which the engine once gave a wrong answer, each with what they are about."""

from collections.abc import Mapping

from tests.oracle.by_hand import Row, bid, bidder, buyer, case, package, service


def _kept_to_a_penny() -> Row:
    """Spend on s1 is exactly what is asked, a penny less is not; a package makes the row span millions."""
    return case(
        buyers=[buyer("n", 300_000, budget={"2013-14": "26186444.71"}), buyer("s", 60_000)],
        services=[{"id": "s0", "name": "S0"}, {"id": "s1", "name": "S1"}],
        bidders=[bidder("b0", viability_floor=300_000), bidder("b1"), bidder("b2", viability_floor=300_000)],
        bids=[
            bid("0/n/s0", "b0", "n:s0", "11898407.41"),
            bid("2/n/s0", "b2", "n:s0", "11898407.40"),
            bid("0/n/s1", "b0", "n:s1", "14288037.30"),
            bid("1/n/s1", "b1", "n:s1", "14288037.29"),
            bid("0/s/s0", "b0", "s:s0", "10428564.93"),
            bid("0/s/s1", "b0", "s:s1", "17708649.80"),
            bid("1/s/s1", "b1", "s:s1", "17708649.81"),
            package("package 0", "b2", ["s:s1", "s:s0", "n:s1"], "42425252.06"),
            package("package 1", "b0", ["s:s0", "s:s1"], "28137214.74"),
        ],
        rules=[
            {"id": "r", "metric": "spend", "lots": {"services": ["s1"]}, "sense": "at_least", "limit": "31996687.11"}
        ],
    )


def _pennies_short() -> Row:
    """A penalty on pennies of millions decides: £36.90 for one bid, £110.70 for another."""
    return case(
        buyers=[buyer("n", 230_000)],
        services=[service(), {"id": "hr", "name": "HR"}],
        bidders=[bidder("b0"), bidder("b1")],
        bids=[
            bid("0/it", "b0", "n:it", "16234551.90"),
            bid("1/it", "b1", "n:it", "16234551.92"),
            bid("0/hr", "b0", "n:hr", "38753278.70"),
        ],
        rules=[{"id": "r", "metric": "spend", "sense": "at_least", "limit": "54987830.63", "penalty": "3690.01"}],
    )


def _of_next_to_nothing() -> Row:
    """A limit of two millionths that nobody keeps, at a priority before another."""
    return case(
        bidders=[bidder("a"), bidder("b"), bidder("c")],
        bids=[
            bid(f"{who} {buyer}", who, f"{buyer}:it", price, score)
            for who, price, score in (("a", 100, 80), ("b", 110, 88))
            for buyer in ("N", "S")
        ],
        criteria=[{"id": "care", "name": "Care"}],
        rules=[
            {
                "id": "r0",
                "metric": "share_of_population",
                "bidders": {"ids": ["c"]},
                "sense": "at_least",
                "limit": "0.000002",
                "priority": 2,
            },
            {
                "id": "r1",
                "metric": "mean_quality",
                "each": True,
                "sense": "at_least",
                "limit": "88.000001",
                "priority": 7,
                "penalty": "33.33",
            },
        ],
        objective={"mode": "ratio", "formula": "lowest_over_price", "price_weight": 1, "quality_weight": 0},
    )


def _nobody_bound() -> Row:
    """A soft rule of each of its bidders, who bid for nothing: its levels are there all the same."""
    rule: Row = {"metric": "lots", "each": True, "bidders": {"ids": ["b"]}, "sense": "at_most", "limit": 1}
    return case(
        bidders=[bidder("a"), bidder("b")],
        bids=[bid("a N", "a", "N:it"), bid("a S", "a", "S:it")],
        rules=[{"id": "r", "priority": 1, "penalty": 3, **rule}],
        objective={"mode": "lexicographic", "levels": [{"objective": "cost"}]},
    )


def _people_of_none() -> Row:
    """People are asked for where only a national board buys, which has none of its own; and spend where all is free."""
    asked: Row = {"sense": "at_least", "limit": 1, "penalty": "0.01"}
    return case(
        buyers=[buyer("N", 1000, kind="national_board")],
        bidders=[bidder("a"), bidder("b")],
        bids=[bid("a N", "a", "N:it", 0), bid("b N", "b", "N:it", 0)],
        rules=[{"id": "people", "metric": "population", **asked}, {"id": "spend", "metric": "spend", **asked}],
    )


def _far_beyond() -> Row:
    """Every award is millions beyond the limit, and pennies decide by how much."""
    return case(
        horizon={"start": "2013-04-01", "years": 3},
        buyers=[buyer("n", 10_000)],
        services=[{"id": name, "name": name} for name in ("s0", "s1", "s2")],
        bidders=[bidder("b0", "nhs_csu"), bidder("b1", "nhs_csu")],
        bids=[
            bid("0/n/s0", "b0", "n:s0", "16109950.06", 74),
            bid("0/n/s1", "b0", "n:s1", "19451839.47", 76),
            bid("1/n/s1", "b1", "n:s1", "19451839.39", 65),
            bid("0/n/s2", "b0", "n:s2", "17525533.46", 89),
        ],
        criteria=[{"id": "care", "name": "Care"}],
        rules=[{"id": "r2", "metric": "spend", "sense": "at_most", "limit": "47778590.69", "penalty": "33.33"}],
    )


ONCE_WRONG: Mapping[str, Row] = {
    "kept to a penny": _kept_to_a_penny(),
    "pennies short": _pennies_short(),
    "of next to nothing": _of_next_to_nothing(),
    "nobody bound": _nobody_bound(),
    "people of none": _people_of_none(),
    "far beyond": _far_beyond(),
}
