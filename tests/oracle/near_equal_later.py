"""What makes near-equal cases harder: prices that rise and bear VAT within a year, staff whose moves save pennies more or less."""

import random
from typing import Any

from tests.oracle.reading import read
from tests.oracle.worth import worths

Row = dict[str, Any]


def rising(draw: random.Random, document: Row) -> None:
    """Have prices rise, bear VAT or change within the year, and budgets that some choice of bids meets exactly, or by a penny not."""
    document["vat"] = {"nhs_csu": draw.choice(["0.2", "0.175", "0.199999"])}
    for service in document["services"]:
        service["vat_recoverable"] = draw.choice([0, "0.5", "0.333333", 1])
        service["reprocurement_cost"] = draw.choice([0, "0.03", "12.34"])
    incremental = {row["bidder"] for row in document["discounts"] if row["kind"] == "incremental"}
    common = draw.choice([0, "0.03", "-0.02"])
    for bid in document["bids"]:
        # Whoever discounts by parts of one price has one price.
        bid["indexation"] = common if bid["bidder"] in incremental else draw.choice([0, "0.03", "0.030001", "-0.02"])
        bid["transition"] = draw.choice([0, "0.01", "0.05", "1.99"])
        if draw.random() < 0.3:
            bid["term_years"] = draw.choice([1, "0.5", "1.7"])
    facts = read(document)
    worth = worths(facts)
    for buyer in document["buyers"]:
        years = [0] * facts.horizon.years
        for lot in [lot.id for lot in facts.lots.values() if lot.buyer == buyer["id"]]:
            offers = [offer for bid in worth.values() for offer in bid.offers if len(bid.lots) == 1]
            chosen = draw.choice([offer for offer in offers if offer.lot.id == lot])
            years = [sum(pair) for pair in zip(years, chosen.amounts, strict=True)]
        buyer["budget"] = {
            name: f"{(pence + draw.choice([0, 0, -1, 1])) / 100:.2f}"
            for name, pence in zip(facts.horizon.names, years, strict=True)
            if draw.random() < 0.8
        }


def moving(draw: random.Random, document: Row) -> None:
    """Put staff on the lots, some of whom every bidder displaces, and posts for some of those."""
    lots = [f"{buyer['id']}:{service['id']}" for buyer in document["buyers"] for service in document["services"]]
    pence = draw.randrange(2_000_000, 5_000_000)
    document["staff_groups"] = [
        {
            "id": f"of {lot}",
            "lots": [{"lot": lot}],
            "function": draw.choice(["office", "office", "data"]),
            "headcount": draw.choice([1, "2.5", 4]),
            "salary": f"{(pence + draw.randint(0, 40)) / 100:.2f}",
            "service_years": 7,
        }
        for lot in lots
    ]
    document["transfer_terms"] = {"nhs_csu": {"transfer": "0.5", "buyer_share": draw.choice([0, 1, "0.5"])}}
    for bid in document["bids"]:
        if draw.random() < 0.5:
            bid["transfer"] = draw.choice(["0.5", "0.500001", "0.499999", "0.25"])
    functions = sorted({row["function"] for row in document["staff_groups"]})
    document["vacancies"] = [
        {
            "id": f"v{number}",
            "bidder": f"b{draw.randint(0, 2)}",
            "function": draw.choice(functions),
            "wte": draw.choice(["0.333", "0.5", 1, 2]),
        }
        for number in range(draw.randint(1, 3))
    ]
