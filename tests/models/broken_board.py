"""Broken rules, picks, exclusions, scenarios and objectives of a ratio."""

from typing import Any

from tests.models.breaking import Broken, at
from tests.models.cases import REMOVED


def rule(metric: str, limit: Any = 1, **more: Any) -> Broken:
    """The case with one more rule; the test says at which of its fields the fault is, and what it says."""
    return Broken({"/rules/-": {"id": "r", "metric": metric, "sense": "at_most", "limit": limit, **more}}, "", "")


def faulty(broken: Broken, field: str, phrase: str) -> Broken:
    return Broken(broken.edits, f"/rules/2{field}", phrase)


def ratio(**fields: Any) -> dict[str, Any]:
    return {"mode": "ratio", "formula": "lowest_over_price", **fields}


FIELDS = {
    "rule on nothing": at("/rules/1/metric", REMOVED, "is missing"),
    "rule on profit": at("/rules/1/metric", "profit", 'it must be "lots", "buyers", "population", "spend"'),
    "rule of about": at("/rules/1/sense", "about", 'it must be "at_least", "at_most" or "exactly"'),
    "rule without a limit": at("/rules/1/limit", REMOVED, "is missing"),
    "negative limit": at("/rules/1/limit", -1, "-1 is not allowed: it must be 0 or more"),
    "rule per shire": at("/rules/0/per/0", "shire", 'it must be "buyer", "service", "area" or "region"'),
    "rule on bidders of no kind": at("/rules/0/bidders/kinds/0", "quango", 'it must be "nhs_csu", "private"'),
    "rule on bidders by name": at("/rules/0/bidders/names", ["Acme"], "is not a field here"),
    "rule on a lot": at("/rules/0/lots/lots", ["north-hr"], "is not a field here"),
    "priority 0": at("/rules/0/priority", 0, "0 is not allowed: it must be 1 or more"),
    "penalty of a fraction of a penny": at("/rules/0/penalty", "0.001", "has more than 2 decimal places"),
    "rule that is hardly active": at("/rules/0/active", "hardly", '"hardly" is not true or false'),
    "pick without a reason": at("/picks/0/reason", REMOVED, "is missing"),
    "pick for a blank reason": at("/picks/0/reason", "  ", "it must not be empty"),
    "exclusion without a reason": at("/exclusions/0/reason", "", "it must not be empty"),
    "scenario without a name": at("/scenarios/0/name", REMOVED, "is missing"),
    "patch as a list of operations": at("/scenarios/0/patch", [{"op": "add"}], "a list is not an object"),
    "patch with a number without end": at(
        "/scenarios/0/patch/vat",
        {"private": float("inf")},
        'holds a number that is not within range at "/vat/private"',
        "/scenarios/0/patch",
    ),
    "patch with a lone surrogate": at(
        "/scenarios/0/patch/notes",
        "a\ud800",
        'holds characters that are not Unicode text at "/notes"',
        "/scenarios/0/patch",
    ),
    "patch with a key of a lone surrogate": at(
        "/scenarios/0/patch/vat",
        {"\ud800": 1},
        'holds characters that are not Unicode text at "/vat"',
        "/scenarios/0/patch",
    ),
    "merger of one": at("/scenarios/0/mergers/0/bidders", ["acme"], "must have at least 2 (it has 1)"),
    "merger of nobody": at("/scenarios/0/mergers/0/bidders", REMOVED, "is missing"),
    "merger at the dearest price": at(
        "/scenarios/0/mergers/0/prices", "dearest", 'it must be "own", "lowest", "highest" or "mean"'
    ),
    "merger that doubles prices": at("/scenarios/0/mergers/0/price_change", 2, "it must be 1 or less"),
    "merger of half its charges": at("/scenarios/0/mergers/0/setup", "half", 'it must be "sum", "largest" or "lead"'),
    "ratio by no formula": at("/objective", {"mode": "ratio"}, "is missing", "/objective/formula"),
    "ratio by a formula of its own": at(
        "/objective", ratio(formula="ours"), 'it must be "lowest_over_price"', "/objective/formula"
    ),
    "ratio of 0 to 0": at(
        "/objective", ratio(price_weight=0, quality_weight=0), "price_weight and quality_weight are both 0"
    ),
    "money-valued quality without a value": at(
        "/objective", ratio(formula="money_valued_quality"), "quality_value is above 0 with money_valued_quality"
    ),
    "value of quality where it is of no use": at(
        "/objective", ratio(quality_value=1), "left out with every other formula"
    ),
}

RULES = {
    "two rules of one id": at("/rules/1/id", "half", '"half" is already the id of /rules/0'),
    "rule on a bidder misspelt": at(
        "/rules/0/bidders/ids/0", "amce", 'there is no bidder "amce" (did you mean "acme"?)'
    ),
    "rule on a fallback": at("/rules/0/bidders/ids/0", "in-house:south", 'there is no bidder "in-house:south"'),
    "rule on a tag misspelt": at(
        "/rules/0/bidders/tags/0",
        "establishd",
        'there is no bidder with the tag "establishd" (did you mean "established"?)',
    ),
    "rule on a group misspelt": at(
        "/rules/0/bidders/groups/0", "Hill", 'there is no bidder with the group "Hill" (did you mean "Hills"?)'
    ),
    **{
        f"rule on {field} twice": at(
            f"/rules/0/{field}/-", name, f'"{name}" is named twice', f"/rules/0/{field}/{1 if field != 'per' else 2}"
        )
        for field, name in {
            "bidders/ids": "acme",
            "bidders/kinds": "private",
            "bidders/tags": "established",
            "bidders/groups": "Hills",
            "lots/services": "hr",
            "lots/buyers": "south",
            "lots/areas": "Hills",
            "lots/regions": "Uplands",
            "per": "service",
        }.items()
    },
    "rule on a service misspelt": at("/rules/0/lots/services/0", "hrr", 'no service "hrr" (did you mean "hr"?)'),
    "rule on no buyer": at("/rules/0/lots/buyers/0", "east", 'there is no buyer "east"'),
    "rule on an area misspelt": at(
        "/rules/0/lots/areas/0", "Hillls", 'there is no buyer in the area "Hillls" (did you mean "Hills"?)'
    ),
    "rule on no region": at("/rules/0/lots/regions/0", "Lowlands", 'there is no buyer in the region "Lowlands"'),
    "rule on no lot": faulty(
        rule("lots", lots={"services": ["reports"], "buyers": ["south"]}), "/lots", "holds no lot of this case"
    ),
    **{
        f"exactly of {metric}": faulty(
            rule(metric, sense="exactly"),
            "/sense",
            f"exactly is for lots, buyers, winners and moves: of {metric} ask at_least or at_most",
        )
        for metric in ("population", "spend", "share_of_spend", "share_of_population", "mean_quality", "liability")
    },
    "each of the winners": faulty(rule("winners", each=True), "/each", "is not for winners: each bidder is one"),
    "moves to incumbents": faulty(
        rule("moves", bidders={"incumbents": True}), "/bidders/incumbents", "a lot that goes to its incumbent does not"
    ),
    **{
        f"half of {metric}": faulty(rule(metric, "1.5"), "/limit", f"1.5 is not a whole number of {unit}")
        for metric, unit in {
            "lots": "lots",
            "buyers": "buyers",
            "population": "people",
            "winners": "providers",
            "moves": "lots",
        }.items()
    },
    **{
        f"{metric} in per cent": faulty(
            rule(metric, 40), "/limit", "40 is more than 1: a share is stated as a fraction, such as 0.4"
        )
        for metric in ("share_of_spend", "share_of_population")
    },
    "quality above 100": faulty(rule("mean_quality", "100.5"), "/limit", "100.5 is more than 100 points"),
    **{
        f"{metric} of a fraction of a penny": faulty(
            rule(metric, "0.005"), "/limit", "0.005 has more than 2 decimal places"
        )
        for metric in ("spend", "liability")
    },
    "rule per area without one": faulty(
        rule("lots", per=["service", "area"], lots={"buyers": ["south"]}),
        "/per/1",
        "no buyer of its lots has an area",
    ),
    "rule per region without one": faulty(
        rule("lots", per=["region"], lots={"buyers": ["south"]}), "/per/0", "no buyer of its lots has a region"
    ),
    "rule per area and region without both": Broken(
        {
            "/buyers/0/region": REMOVED,
            "/buyers/1/region": "Lowlands",
            "/rules": [{"id": "r", "metric": "lots", "sense": "at_most", "limit": 1, "per": ["region", "area"]}],
        },
        "/rules/0/per",
        "no buyer of its lots has both an area and a region",
    ),
}


def pick(bid: str) -> dict[str, Any]:
    return {"id": f"{bid} again", "bid": bid, "reason": "?"}


CHOICES = {
    "pick of no bid": at("/picks/0/bid", "b5", 'there is no bid "b5"'),
    "pick of the fallback of a required lot": at(
        "/picks/0/bid",
        "in-house:north-hr",
        '"in-house:north-hr" is no fallback: lot "north-hr" is required, and only optional lots have one',
    ),
    "pick of the fallback of no lot": at(
        "/picks/0/bid", "in-house:south-h", 'is no fallback: there is no lot "south-h" (did you mean "south-hr"?)'
    ),
    "two picks of one id": at(
        "/picks/-", {"id": "own", "bid": "b3", "reason": "?"}, '"own" is already the id of /picks/0', "/picks/1/id"
    ),
    "two picks of one bid": at(
        "/picks/-", pick("in-house:south-hr"), '"in-house:south-hr" is already picked by /picks/0', "/picks/1/bid"
    ),
    "two picks for one lot": Broken(
        {"/picks": [pick("b2"), pick("b4")]},
        "/picks/1/bid",
        '"b4" cannot win beside "b2", picked by /picks/0: both are for lot "south-hr"',
    ),
    "pick beside a fallback": at(
        "/picks/-", pick("b2"), '"b2" cannot win beside "in-house:south-hr", picked by /picks/0', "/picks/1/bid"
    ),
    "two exclusions of one id": at("/exclusions/1/id", "late", '"late" is already the id of /exclusions/0'),
    "exclusion of nobody": at(
        "/exclusions/0/bid", REMOVED, "names neither a bid nor a bidder: state one of the two", "/exclusions/0"
    ),
    "exclusion of a bid and a bidder": at(
        "/exclusions/0/bidder", "acme", "names both a bid and a bidder: state one of the two", "/exclusions/0"
    ),
    "exclusion of no bid": at("/exclusions/0/bid", "b5", 'there is no bid "b5"'),
    "exclusion of no bidder": at(
        "/exclusions/1/bidder", "aliance", 'there is no bidder "aliance" (did you mean "alliance"?)'
    ),
    "exclusion of a fallback": at(
        "/exclusions/0/bid", "in-house:south-hr", "is a fallback, which is never left out: make its lot required"
    ),
    "exclusion of a bid for some lots": at(
        "/exclusions/0/lots", {"services": ["hr"]}, "is only for exclusions of a bidder"
    ),
    "exclusion in no area": at("/exclusions/1/lots/areas/0", "Dales", 'there is no buyer in the area "Dales"'),
    "exclusion for no lot": at("/exclusions/1/lots", {"services": ["reports"], "buyers": ["south"]}, "holds no lot"),
    "exclusion of what is picked": Broken(
        {"/picks/0/bid": "b4"}, "/exclusions/0/bid", '"b4" is picked by /picks/0: it cannot be left out as well'
    ),
}


def merger(*bidders: str, **more: Any) -> dict[str, Any]:
    return {"bidders": list(bidders), **more}


SCENARIOS = {
    "two scenarios of one id": at(
        "/scenarios/-", {"id": "union", "name": "U"}, '"union" is already the id of /scenarios/0', "/scenarios/1/id"
    ),
    "patch of a field misspelt": at(
        "/scenarios/0/patch/bider", {}, 'is not a field of a case (did you mean "bidders"?)'
    ),
    "patch of the format": at("/scenarios/0/patch/format", 1, "cannot be changed by a scenario"),
    "patch of scenarios": at("/scenarios/0/patch/scenarios", [], "cannot be changed by a scenario"),
    "merger with nobody": at(
        "/scenarios/0/mergers/0/bidders/1", "amce", 'there is no bidder "amce" (did you mean "acme"?)'
    ),
    "merger with itself": at("/scenarios/0/mergers/0/bidders/1", "hill-csu", '"hill-csu" is named twice'),
    "merger of a partnership": at(
        "/scenarios/0/mergers/0/bidders/0", "alliance", '"alliance" is a partnership, which cannot merge'
    ),
    "merger of a buyer's own staff": at(
        "/scenarios/0/mergers/0/bidders/1", "north-own", '"north-own" is a buyer\'s own staff, which cannot merge'
    ),
    "merger under another's id": at("/scenarios/0/mergers/0/id", "alliance", '"alliance" is the id of another bidder'),
    "merger under the id of a fallback": at(
        "/scenarios/0/mergers/0/id", "in-house:south", 'ids that start with "in-house:" belong to fallbacks'
    ),
    "merger of what is merged": at(
        "/scenarios/0/mergers/-",
        merger("union", "acme"),
        '"acme" has merged already, by /scenarios/0/mergers/0',
        "/scenarios/0/mergers/1/bidders/1",
    ),
}

REFERENCES = RULES | CHOICES | SCENARIOS
