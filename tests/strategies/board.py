"""What the board states: rules, picks, exclusions and its objective."""

from typing import get_args

from hypothesis import strategies as st

from models import Grouping, Metric
from models.objective import ObjectiveName, PriceFormula
from models.rule import COUNTS
from models.tender import FALLBACK_PREFIX
from tests.strategies import figures
from tests.strategies.choosing import FLAG, KINDS, Row, maybe, some
from tests.strategies.texts import BECAUSE, IDS, NAMES, REASONS

_FORMULAS = [formula for formula in get_args(PriceFormula) if formula != "money_valued_quality"]
_DISRUPTION = st.sampled_from(["lots", "staff"])
_LIMITS = {
    "lots": figures.COUNT.map(str), "buyers": figures.COUNT.map(str), "population": figures.PEOPLE.map(str),
    "winners": figures.COUNT.map(str), "moves": figures.COUNT.map(str), "share_of_spend": figures.SHARE,
    "share_of_population": figures.SHARE, "spend": figures.MONEY, "liability": figures.MONEY,
    "mean_quality": figures.POINTS,
}  # fmt: skip


def lot_set(draw: st.DrawFn, case: Row, tendered: list[Row]) -> tuple[Row, Row]:
    """Some of the lots, and the buyer of one that is surely among them."""
    lot = draw(st.sampled_from(tendered))
    buyer = next(each for each in case["buyers"] if each["id"] == lot["buyer"])
    row: Row = {}
    if draw(FLAG):
        others = [each["id"] for each in case["services"] if each["id"] != lot["service"]]
        row["services"] = draw(st.permutations([lot["service"], *draw(some(others))]))
    if draw(FLAG):
        others = [each["id"] for each in case["buyers"] if each is not buyer]
        row["buyers"] = draw(st.permutations([buyer["id"], *draw(some(others))]))
    for field, key in (("areas", "area"), ("regions", "region")):
        if key in buyer and draw(FLAG):
            others = sorted({each[key] for each in case["buyers"] if key in each} - {buyer[key]})
            row[field] = [buyer[key], *draw(some(others))]
    return row, buyer


def rules(draw: st.DrawFn, case: Row, tendered: list[Row]) -> list[Row]:
    """Rules of every sort."""
    bidders = case["bidders"]
    tags = sorted({tag for bidder in bidders for tag in bidder.get("tags", ())})
    groups = sorted({bidder["group"] for bidder in bidders if "group" in bidder})
    rows = []
    for name in draw(st.lists(IDS, max_size=2, unique=True)):
        metric = draw(st.sampled_from(get_args(Metric)))
        senses = ["at_least", "at_most", *(["exactly"] if metric in COUNTS else [])]
        row: Row = {
            "id": name,
            "metric": metric,
            "sense": draw(st.sampled_from(senses)),
            "limit": draw(_LIMITS[metric]),
        }
        chosen: Row = {}
        maybe(
            draw, chosen, ids=some([bidder["id"] for bidder in bidders], least=1), kinds=some(KINDS, least=1), tags=some(tags, least=1),
            groups=some(groups, least=1), incumbents=st.just(False) if metric == "moves" else FLAG,
        )  # fmt: skip
        lots, buyer = lot_set(draw, case, tendered)
        nouns = [noun for noun in get_args(Grouping) if noun in ("buyer", "service") or noun in buyer]
        maybe(
            draw, row, name=NAMES, because=BECAUSE, active=FLAG, bidders=st.just(chosen), lots=st.just(lots),
            per=some(nouns, most=4), penalty=figures.MONEY, priority=figures.PRIORITY,
            each=st.just(False) if metric == "winners" else FLAG,
        )  # fmt: skip
        rows.append(row)
    return rows


def by_hand(draw: st.DrawFn, case: Row, tendered: list[Row]) -> Row:
    """Picks that can all win, and exclusions of what is not picked."""
    offers = {bid["id"]: bid["lots"] for bid in case["bids"]}
    offers |= {f"{FALLBACK_PREFIX}{lot['id']}": [lot["id"]] for lot in tendered if not lot.get("required", True)}
    found: Row = {"picks": [], "exclusions": []}
    taken: set[str] = set()
    picked = set()
    chosen = [name for name in draw(some(list(offers))) if len(name) <= 200]
    for name, bid in zip(draw(st.lists(IDS, min_size=3, max_size=3, unique=True)), chosen, strict=False):
        if taken.isdisjoint(offers[bid]):
            taken.update(offers[bid])
            picked.add(bid)
            found["picks"].append({"id": name, "bid": bid, "reason": draw(REASONS)})
    free = [bid["id"] for bid in case["bids"] if bid["id"] not in picked]
    for name in draw(st.lists(IDS, max_size=2, unique=True)):
        row: Row = {"id": name, "reason": draw(REASONS)}
        if draw(FLAG) and free:
            row["bid"] = draw(st.sampled_from(free))
        else:
            row["bidder"] = draw(st.sampled_from(case["bidders"]))["id"]
            if draw(FLAG):
                row["lots"] = lot_set(draw, case, tendered)[0]
        found["exclusions"].append(row)
    return found


_MONEY_VALUED = st.fixed_dictionaries(
    {},
    optional={
        "mode": st.just("money_valued"), "liability_weight": figures.FACTOR, "disruption_value": figures.MONEY,
        "quality_value": figures.MONEY, "disruption": _DISRUPTION,
    },
)  # fmt: skip
_LEVELS = st.lists(st.sampled_from(get_args(ObjectiveName)), min_size=1, unique=True).flatmap(
    lambda names: st.tuples(
        *(
            st.fixed_dictionaries({"objective": st.just(name)}, optional={"tolerance": figures.TOLERANCE})
            for name in names
        )
    ).map(list)
)
_LEXICOGRAPHIC = st.fixed_dictionaries(
    {"mode": st.just("lexicographic"), "levels": _LEVELS}, optional={"disruption": _DISRUPTION}
)
_FURTHER = {"price": st.sampled_from(["list", "cost", "cost_and_liability"]), "tolerance": figures.TOLERANCE}
_SCORED = {
    "price_weight": figures.numbers("0.000001", 1000, 6), "quality_weight": figures.FACTOR, "disruption": _DISRUPTION,
}  # fmt: skip
_RATIO = st.fixed_dictionaries(
    {"mode": st.just("ratio"), "formula": st.sampled_from(_FORMULAS)}, optional=_FURTHER | _SCORED
)
_VALUED = st.fixed_dictionaries(
    {
        "mode": st.just("ratio"), "formula": st.just("money_valued_quality"),
        "quality_value": figures.numbers("0.000001", 10**12, 6),
    },
    optional=_FURTHER | _SCORED,
)  # fmt: skip
OBJECTIVES = _MONEY_VALUED | _LEXICOGRAPHIC | _RATIO | _VALUED
"""How objectives are combined."""
