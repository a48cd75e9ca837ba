"""Broken packages, discounts, frameworks, joint purchases, caps, outposts and places."""

from typing import Any

from tests.models.breaking import Broken, at
from tests.models.cases import REMOVED

NAMELESS = {"id": "other", "name": "Other"}


def tiers(*tiers: dict[str, Any], **discount: Any) -> dict[str, Any]:
    """Edits that leave one discount of these tiers, by spend unless it says otherwise."""
    return {"/discounts": [{"id": "d", "bidder": "alliance", "tiers": list(tiers), **discount}]}


def rate(at_least: Any, rate: Any = "0.1") -> dict[str, Any]:
    return {"at_least": at_least, "rate": rate}


def per_unit(at_least: Any, per_unit: Any = "0.1") -> dict[str, Any]:
    return {"at_least": at_least, "per_unit": per_unit}


DISCOUNTS = {
    "discount without tiers": at("/discounts/0/tiers", REMOVED, "is missing"),
    "discount of no tiers": at("/discounts/0/tiers", [], "must have at least 1 (it has 0)"),
    "discount of 51 tiers": Broken(
        tiers(*(rate(start) for start in range(51))), "/discounts/0/tiers", "must have at most 50"
    ),
    "discount by weight": at("/discounts/0/by", "weight", 'must be "spend", "volume" or "lots"'),
    "discount of another sort": at("/discounts/0/kind", "all", 'must be "all_units" or "incremental"'),
    "discount for no services": at("/discounts/0/services", [], "must have at least 1 (it has 0)"),
    "tiers out of order": Broken(
        tiers(rate(5), rate("4.99")), "/discounts/0/tiers/1/at_least", "is out of order: each tier starts at more"
    ),
    "two tiers from one start": Broken(
        tiers(rate(5), rate(9), rate("9.00")), "/discounts/0/tiers/2/at_least", "is out of order"
    ),
    "tier from a negative spend": at("/discounts/1/tiers/0/at_least", -1, "-1 is not allowed: it must be 0 or more"),
    "tier from a fraction of a penny": Broken(
        tiers(rate("0.005")), "/discounts/0/tiers/0/at_least", "is not a whole number of pence"
    ),
    "tier from a lot and a half": Broken(
        tiers(rate("1.5"), by="lots"), "/discounts/0/tiers/0/at_least", "is not a whole number of lots"
    ),
    "tier from a finer volume": Broken(
        tiers(rate("0.0005"), by="volume"), "/discounts/0/tiers/0/at_least", "has more than 3 decimal places"
    ),
    "tier of neither rate nor per_unit": Broken(
        tiers(rate(0), {"at_least": 1}), "/discounts/0/tiers/1", "does not say what is taken off"
    ),
    "tier of both rate and per_unit": Broken(
        tiers({**rate(0), **per_unit(0)}, by="volume"), "/discounts/0/tiers/0", "has both a rate and a per_unit"
    ),
    "tier of a rate among others of per_unit": Broken(
        tiers(per_unit(0), rate(1), by="lots"), "/discounts/0/tiers/1", "has a per_unit and the first tier a rate, or"
    ),
    "per_unit off spend": Broken(
        tiers(per_unit(0)), "/discounts/0/tiers/0/per_unit", "is for discounts by volume or lots"
    ),
    **{
        f"incremental rate by {by}": Broken(
            tiers(rate(0), by=by, kind="incremental"), "/discounts/0/tiers/0/rate", "state a per_unit"
        )
        for by in ("volume", "lots")
    },
    "rate above 1": at("/discounts/1/tiers/0/rate", "1.01", '"1.01" is not allowed: it must be 1 or less'),
    "negative per_unit": at("/discounts/0/tiers/0/per_unit", -1, "-1 is not allowed: it must be 0 or more"),
    "boolean as rate": at("/discounts/1/tiers/0/rate", True, "true is not a number"),
}

OTHERS = {
    "empty exclusive group": at("/bids/0/exclusive_group", "", "it must not be empty"),
    "exclusive group of two lines": at("/bids/0/exclusive_group", "a\nb", "a name is one line"),
    "bid for no lots": at("/bids/0/lots", [], "must have at least 1 (it has 0)"),
    "caps of 0 on lots of all services": at("/max_lots_per_bidder", 0, "0 is not allowed: it must be 1 or more"),
    "cap of 0 on lots of a service": at("/services/0/max_lots_per_bidder", 0, "it must be 1 or more"),
    "cap of a lot and a half": at("/max_lots_per_bidder", 1.5, "1.5 is not a whole number"),
    "text for partner_only": at("/bidders/1/partner_only", "yes", '"yes" is not true or false'),
    "negative outpost": at("/services/0/outposts/Hills", -1, "-1 is not allowed: it must be 0 or more"),
    "outpost in an area without a name": at("/services/0/outposts/", 1, "it must not be empty"),
    "list for outposts": at("/services/0/outposts", [], "a list is not an object"),
    "outpost cost of a fraction of a penny": at(
        "/bidders/0/outpost_cost/hr", "0.001", '"0.001" has more than 2 decimal places'
    ),
    "contiguity of shires": at(
        "/services/0/contiguity/of", "shire", '"shire" is not allowed: it must be "buyer", "area" or "region"'
    ),
    "contiguity within nothing": at("/services/0/contiguity/within_km", 0, "it must be more than 0"),
    "contiguity within more than the earth": at(
        "/services/0/contiguity/within_km", 20_100.5, "it must be 20,100 or less"
    ),
    "contiguity misspelt": at("/services/0/contiguity/within", 5, 'did you mean "within_km"?'),
    "contiguity as text": at("/services/0/contiguity", "area", '"area" is not an object'),
    "neighbour of nobody": at("/neighbours/0", ["north"], "is missing", "/neighbours/0/1"),
    "three neighbours": at("/neighbours/0", ["north", "south", "north"], "must have at most 2", "/neighbours/0"),
    "number for a neighbour": at("/neighbours/0/1", 7, "7 is not text"),
    "neighbours by name": at("/neighbours", {"north": "south"}, "an object is not a list"),
    "framework without services": at("/frameworks/0/services", REMOVED, "is missing"),
    "framework of no services": at("/frameworks/0/services", [], "must have at least 1 (it has 0)"),
    "negative number of competitors": at("/frameworks/0/min_competitors", -1, "it must be 0 or more"),
    "joint purchase of no services": at("/joint_purchases/0/services", [], "must have at least 1 (it has 0)"),
    "joint purchase without a name": at("/joint_purchases/0/name", REMOVED, "is missing"),
}

FIELDS = DISCOUNTS | OTHERS

REFERENCES = {
    "two discounts of one id": at("/discounts/1/id", "by-people", '"by-people" is already the id of /discounts/0'),
    "two frameworks of one id": at(
        "/frameworks/-",
        {"id": "lead", "name": "Again", "services": ["hr"]},
        '"lead" is already the id of /frameworks/0',
        "/frameworks/1/id",
    ),
    "two joint purchases of one id": at(
        "/joint_purchases/-",
        {"id": "together", "name": "Again", "buyers": ["north", "south"]},
        '"together" is already the id of /joint_purchases/0',
        "/joint_purchases/1/id",
    ),
    **{
        f"{pointer} points nowhere": at(pointer, "nobody", f'there is no {noun} "nobody"')
        for pointer, noun in {
            "/bids/3/lots/1": "lot",
            "/discounts/0/bidder": "bidder",
            "/discounts/0/services/0": "service",
            "/frameworks/0/services/0": "service",
            "/frameworks/0/accredited/0": "bidder",
            "/joint_purchases/0/buyers/0": "buyer",
            "/joint_purchases/0/services/0": "service",
            "/joint_purchases/0/areas/0": "buyer in the area",
            "/neighbours/0/0": "buyer, area or region",
        }.items()
    },
    "region that no buyer is in": at(
        "/joint_purchases/0/regions",
        ["nowhere"],
        'there is no buyer in the region "nowhere"',
        "/joint_purchases/0/regions/0",
    ),
    "outpost where no buyer is": at("/services/0/outposts/Dales", 1, 'there is no buyer in the area "Dales"'),
    "outpost cost of no service": at("/bidders/0/outpost_cost/nothing", 1, 'there is no service "nothing"'),
    "service misspelt": at("/discounts/0/services/0", "hrr", 'there is no service "hrr" (did you mean "hr"?)'),
    "package of one lot twice": at("/bids/3/lots/1", "north-hr", '"north-hr" is named twice'),
    "package without a score": at(
        "/bids/3/scores/cover", REMOVED, 'has no score on criterion "cover"', "/bids/3/scores"
    ),
    "package over two services without a score of one": Broken(
        {"/bids/3/lots": ["north-reports", "north-hr"], "/bids/3/scores": {"method": 70}},
        "/bids/3/scores",
        'has no score on criterion "cover"',
    ),
    "package with a score that applies to neither service": Broken(
        {
            "/bids/2/lots": ["north-reports", "north-care"],
            "/bids/2/scores": {"method": 1, "cover": 1},
            "/services/-": {"id": "care", "name": "Care"},
            "/lots/-": {"id": "north-care", "buyer": "north", "service": "care"},
        },
        "/bids/2/scores/cover",
        'criterion "cover" does not apply to service "care" or "reports"',
    ),
    "discount for a service twice": at(
        "/discounts/0/services", ["hr", "hr"], '"hr" is named twice', "/discounts/0/services/1"
    ),
    "discounts that overlap": at(
        "/discounts/-",
        {"id": "d", "bidder": "hill-csu", "services": ["reports", "hr"], "tiers": [rate(0)]},
        'are also those of /discounts/0: a bidder has one discount for each service ("hr" is in both)',
        "/discounts/2/services",
    ),
    "discounts for all services that overlap": at(
        "/discounts/-",
        {"id": "d", "bidder": "alliance", "tiers": [rate(0)]},
        "is missing, and all services are also those of /discounts/1",
        "/discounts/2/services",
    ),
    "volume of two units": at(
        "/discounts/0/services", ["hr", "reports"], "are counted in different units", "/discounts/0/services"
    ),
    "volume of all services, of two units": Broken(
        tiers(rate(0), by="volume"), "/discounts/0/services", "is missing, and all services are counted in different"
    ),
    # The package asks for 400,000 for 350,000 people; 1.25 a head comes to 437,500.
    "more off a package than it asks for": at(
        "/discounts/0/tiers/1/per_unit",
        "1.15",
        'take up to £402,500.00 a year off bid "b4", which asks for £400,000.00',
        "/discounts/0/tiers",
    ),
    # In its extension 1.20 a head of north's 200,000 people, less 1 % twice: 235,224 in all; 1.26 a head would be 252,000.
    "more off a price a head than it asks for": at(
        "/discounts/0/tiers/0/per_unit",
        "1.26",
        'take up to £252,000.00 a year off bid "b1", which asks for £235,224.00',
        "/discounts/0/tiers",
    ),
    "more off a lot than it asks for": Broken(
        tiers(per_unit(0, "80000.51"), by="lots", bidder="north-own"),
        "/discounts/0/tiers",
        'take up to £80,000.51 a year off bid "b3", which asks for £80,000.50',
    ),
    "service under two frameworks": at(
        "/frameworks/-",
        {**NAMELESS, "services": ["hr", "reports"]},
        '"reports" is already called off under /frameworks/0',
        "/frameworks/1/services/1",
    ),
    "service twice under one framework": at(
        "/frameworks/0/services/-", "reports", '"reports" is named twice', "/frameworks/0/services/1"
    ),
    "bidder accredited twice": at(
        "/frameworks/0/accredited/-", "acme", '"acme" is named twice', "/frameworks/0/accredited/1"
    ),
    "joint purchase of one": at(
        "/joint_purchases/-", {**NAMELESS, "buyers": ["south"]}, "has fewer than two buyers", "/joint_purchases/1"
    ),
    "joint purchase of one, named twice": at(
        "/joint_purchases/-",
        {**NAMELESS, "buyers": ["north"], "areas": ["Hills"], "regions": ["Uplands"]},
        "has fewer than two buyers",
        "/joint_purchases/1",
    ),
    "joint purchase of nobody": at("/joint_purchases/-", NAMELESS, "has fewer than two buyers", "/joint_purchases/1"),
    "neighbour of itself": at("/neighbours/0/1", "north", '"north" is a neighbour of itself', "/neighbours/0"),
    "buyer as neighbour of an area": at(
        "/neighbours/0",
        ["south", "Hills"],
        'pairs the buyer "south" with the area "Hills": buyers, areas and regions each border on their like',
    ),
    "area as neighbour of a region": at(
        "/neighbours/0", ["Hills", "Uplands"], 'pairs the area "Hills" with the region "Uplands"'
    ),
    "contiguity of areas without an area": at(
        "/services/0/contiguity/of", "area", 'needs the area of every buyer: "south" has none'
    ),
    "contiguity of regions without a region": at(
        "/services/0/contiguity/of", "region", 'needs the region of every buyer: "south" has none'
    ),
    "contiguity by distance without a position": at(
        "/buyers/0/lat", REMOVED, "needs the longitude and latitude of buyers", "/services/0/contiguity/within_km"
    ),
}
