"""Small random pools of buyers in which leaving sometimes pays: charges, discounts, packages, vetoes and preferences."""

import json
import random
from functools import cache
from typing import Any

from models import Case, CaseInvalid, read_case
from tests.decide.choice.enumerated import Pool

Row = dict[str, Any]

_PEOPLE = (60_000, 90_000, 100_000, 150_000, 210_000)
_PRICES = (90_000, 100_000, 110_000, 125_000, 150_000, "99999.99", "120000.005")
_BIDDERS = ("csu", "acme", "brook", "own")


@cache
def pool(seed: int) -> tuple[Case, Pool]:
    """A case of two to five buyers that has an award, and what is enumerated of it; the same for the same seed."""
    dice = random.Random(seed)
    while True:
        document = _document(dice, seed)
        try:
            case = read_case(json.dumps(document))
        except CaseInvalid:
            continue  # such as a buyer for whom nobody bids
        enumerated = Pool(document)
        if enumerated.best(frozenset(enumerated.buyers)) is not None:
            return case, enumerated


def _document(dice: random.Random, seed: int) -> Row:
    names = ["Ash", "Birch", "Cedar", "Elm", "Fir"][: dice.choice((2, 3, 3, 4, 4, 5))]
    services = [_service(dice, name) for name in ("it", "hr")[: dice.choice((1, 2)) if len(names) < 4 else 1]]
    document: Row = {
        "format": 1,
        "name": f"pool {seed}",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": dice.choice((1, 1, 2))},
        "buyers": [_buyer(dice, name) for name in names],
        "services": services,
        "lots": [_lot(dice, name, service["id"]) for name in names for service in services],
        "bidders": [_bidder(dice, name, names, services) for name in _BIDDERS],
    }
    document["criteria"] = [{"id": "q", "name": "Q"}] if dice.random() < 0.7 else []
    document["bids"] = _bids(dice, document)
    document["staff_groups"] = [_staff(dice, at, lot["id"]) for at, lot in enumerate(document["lots"])]
    if any(lot.get("incumbent") == "csu" for lot in document["lots"]):
        document["staff_groups"].append(_posts("desk", dice, employer="csu"))
    document["discounts"] = _discounts(dice, services)
    _board(dice, document, names)
    return document


def _service(dice: random.Random, name: str) -> Row:
    row: Row = {"id": name, "name": name.upper(), "scale": dice.choice(("local", "national"))}
    if dice.random() < 0.3:
        row["weight"] = dice.choice((2, "0.5"))
    if dice.random() < 0.2:
        row["floor"] = dice.choice((100_000, 160_000))
    if dice.random() < 0.15:
        row["max_providers"] = dice.choice((1, 2))
    if dice.random() < 0.1:
        row["min_providers"] = 2
    if dice.random() < 0.3:
        row["outposts"] = {"Hill": dice.choice((1, "2.5"))}
    return row


def _buyer(dice: random.Random, name: str) -> Row:
    row: Row = {"id": name, "name": f"{name} CCG", "population": dice.choice(_PEOPLE)}
    row["area"] = "Hill" if name == "Ash" else dice.choice(("Hill", "Dale"))
    if dice.random() < 0.4:
        row["preference"] = {
            "liability_weight": dice.choice((0, 1, "1.5")),
            "disruption_value": dice.choice((0, 2_500)),
            "quality_value": dice.choice((0, 1_000, "3333.33")),
        }
    if dice.random() < 0.2:
        row["vetoes"] = [dice.choice(_BIDDERS[:3])]
    if dice.random() < 0.1:
        row["shortlist"] = dice.sample(_BIDDERS, 3)
    if dice.random() < 0.1:
        row["budget"] = {"2013-14": dice.choice((230_000, 300_000))}
    if dice.random() < 0.1:
        row["min_mean_quality"] = dice.choice((30, 45))
    return row


def _lot(dice: random.Random, buyer: str, service: str) -> Row:
    row: Row = {"id": f"{buyer}/{service}", "buyer": buyer, "service": service}
    if dice.random() < 0.3:
        row["volume"] = dice.choice((50_000, 77_777, "120000.5"))
    if dice.random() < 0.5:
        row["incumbent"] = dice.choice(_BIDDERS[:2])
    if dice.random() < 0.15:
        row |= {"required": False, "in_house": {"cost": dice.choice((140_000, 160_000)), "quality": 40}}
    return row


def _bidder(dice: random.Random, name: str, buyers: list[str], services: list[Row]) -> Row:
    row: Row = {"id": name, "name": name.title(), "kind": "nhs_csu" if name == "csu" else "private"}
    if name == "own":
        row |= {"kind": "in_house", "buyer": buyers[0]}
    row["viability_floor"] = dice.choice((0, 0, 0, 150_000))
    if dice.random() < 0.6:
        row["overhead"] = dice.choice((7_000, 20_000, "33333.33"))
    row["setup"] = {each["id"]: dice.choice((5_000, 30_000, "12345.67")) for each in services if dice.random() < 0.6}
    row["outpost_cost"] = {each["id"]: 4_000 for each in services if dice.random() < 0.7}
    if dice.random() < 0.15:
        row["capacity"] = {services[0]["id"]: dice.choice((200_000, 300_000))}
    return row


def _bids(dice: random.Random, document: Row) -> list[Row]:
    lots = document["lots"]
    rows = [
        _bid(dice, document, bidder, [lot["id"]], dice.choice(_PRICES))
        for lot in lots
        for bidder in dice.sample(_BIDDERS, dice.choice((2, 2, 3)))
    ]
    for _ in range(dice.choice((0, 1, 2))):
        together = dice.sample(lots, 2)
        price = dice.choice((170_000, 195_000, 210_000))
        rows.append(_bid(dice, document, dice.choice(_BIDDERS[:3]), [lot["id"] for lot in together], price))
    return [row | {"id": f"{row['bidder']} {at}"} for at, row in enumerate(rows)]


def _bid(dice: random.Random, document: Row, bidder: str, lots: list[str], price: Any) -> Row:
    row = {"bidder": bidder, "lots": lots, "price": price}
    if document["criteria"]:
        row["scores"] = {"q": dice.choice((30, 45, 60, "72.5", 90))}
    return row


def _posts(name: str, dice: random.Random, **more: Any) -> Row:
    heads, years = dice.choice((1, 2, "0.7")), dice.choice((1, 5, 12))
    return {"id": name, "headcount": heads, "salary": dice.choice((21_000, 36_500)), "service_years": years, **more}


def _staff(dice: random.Random, at: int, lot: str) -> Row:
    return _posts(f"g{at}", dice, lots=[{"lot": lot, "share": dice.choice((1, "0.5"))}])


def _discounts(dice: random.Random, services: list[Row]) -> list[Row]:
    rows = []
    for bidder in _BIDDERS[:3]:
        if dice.random() < 0.45:
            rows.append({"id": f"d {bidder}", "bidder": bidder, **_tiers(dice)})
            if dice.random() < 0.3:
                rows[-1]["services"] = [services[0]["id"]]
    return rows


def _tiers(dice: random.Random) -> Row:
    kind = dice.choice(("rate", "rate", "volume", "lots", "incremental"))
    if kind == "rate":
        return {
            "tiers": [
                {"at_least": 100_000, "rate": "0.02"},
                {"at_least": dice.choice((200_000, 240_000)), "rate": "0.1"},
            ]
        }
    if kind == "volume":
        return {
            "by": "volume",
            "tiers": [{"at_least": 0, "per_unit": "0.01"}, {"at_least": 200_000, "per_unit": "0.0633"}],
        }
    if kind == "lots":
        return {"by": "lots", "tiers": [{"at_least": 2, "rate": "0.05"}, {"at_least": 3, "rate": "0.15"}]}
    return {
        "kind": "incremental",
        "tiers": [{"at_least": 80_000, "rate": "0.05"}, {"at_least": 210_000, "rate": dice.choice((0, "0.2"))}],
    }


def _board(dice: random.Random, document: Row, names: list[str]) -> None:
    """What the board states, on its objective, its rules and by hand."""
    document["objective"] = dice.choice(
        (
            {"mode": "money_valued"},
            {"mode": "money_valued", "quality_value": 2_000, "disruption_value": 1_500, "liability_weight": "0.5"},
            {"mode": "lexicographic", "levels": [{"objective": "cost"}]},
        )
    )
    if dice.random() < 0.2:
        document["joint_purchases"] = [{"id": "j", "name": "J", "buyers": names[:2]}]
    if dice.random() < 0.15:
        document["max_lots_per_bidder"] = dice.choice((2, 3))
    if dice.random() < 0.1:
        document["liability_cap"] = dice.choice((40_000, 90_000))
    document["rules"] = [row for row in _rules(dice, names) if dice.random() < 0.2]
    document["picks"] = [{"id": "p", "bid": dice.choice(document["bids"])["id"], "reason": "r"}]
    document["exclusions"] = [
        {"id": "x", "bidder": dice.choice(_BIDDERS), "lots": {"buyers": dice.sample(names, 1)}, "reason": "r"},
        {"id": "y", "bid": dice.choice(document["bids"])["id"], "reason": "r"},
    ]
    for name, chance in (("picks", 0.15), ("exclusions", 0.2)):
        if dice.random() > chance:
            del document[name]


def _rules(dice: random.Random, names: list[str]) -> list[Row]:
    first = {"buyers": names[:1]}
    return [
        {"id": "r1", "metric": "lots", "lots": first, "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0},
        {"id": "r2", "metric": "share_of_spend", "each": True, "sense": "at_most", "limit": "0.7"},
        {"id": "r3", "metric": "mean_quality", "per": ["buyer"], "sense": "at_least", "limit": 40},
        {"id": "r4", "metric": "lots", "bidders": {"ids": ["csu"]}, "sense": "at_least", "limit": 2, "penalty": 50_000},
        {"id": "r5", "metric": "moves", "lots": {"buyers": names[:2]}, "sense": "at_most", "limit": 1},
    ]
