"""Any case at all: every field of every model, left out or at its extremes, and texts that files are apt to spoil."""

from typing import Any

from hypothesis import strategies as st

from models import Case
from models.tender import lot_id
from tests.strategies import bidders, board, buying, criteria, figures, scenarios, staff, tender
from tests.strategies.bids import bids
from tests.strategies.choosing import FLAG, KINDS, Row, maybe, some
from tests.strategies.texts import IDS, NAMES, NOTES

_TERMS = st.fixed_dictionaries(
    {"transfer": figures.SHARE, "buyer_share": figures.SHARE}, optional={"pension": figures.SHARE}
)
_PUBLISHED = st.fixed_dictionaries(
    {
        "figure": st.just("redundancy_if_all_leave"), "people": figures.PEOPLE, "mean": figures.MONEY, "source": NAMES,
        "difference": NAMES,
    }
)  # fmt: skip
_LOW = st.one_of(
    st.fixed_dictionaries({}, optional={"below_mean": figures.PART, "min_bidders": figures.COUNT}),
    st.fixed_dictionaries({"below_mean": st.none(), "below_next": figures.PART}),
    st.fixed_dictionaries({"below_mean": figures.PART, "below_next": st.none()}),
)
_OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "gap": figures.GAP, "time_limit": figures.SECONDS, "solver": IDS,
        "method": st.sampled_from(["auto", "whole", "parts"]), "fixed": st.lists(NAMES, max_size=3),
        "move_weights": st.dictionaries(NAMES, figures.WEIGHT, max_size=3),
    },
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A case as JSON has it."""
    first = draw(st.sampled_from([2013, 2013, 1999, 1, 999, 1000, 1899, 9999]) | st.integers(1, 9999))
    horizon: Row = {"start": f"{first:04}-04-01", "years": draw(figures.counts(1, 30))}
    maybe(draw, horizon, discount_rate=figures.SHARE, extended=FLAG)
    # Budgets and prices name years of four digits; those of a hundred years and more would be named twice.
    years = [f"{year}-{(year + 1) % 100:02}" for year in range(first, first + horizon["years"]) if 999 < year < 10_000]
    objective = draw(board.OBJECTIVES)
    benchmark = objective.get("formula") == "to_a_benchmark"
    lists_lots = draw(FLAG)
    case: Row = {"format": 1, "name": draw(NAMES), "date": draw(figures.DAY), "horizon": horizon}
    case["buyers"] = tender.buyers(draw, years)
    case["services"] = tender.services(draw, in_people=not lists_lots, with_benchmark=benchmark)
    buyers, services = ([row["id"] for row in case[table]] for table in ("buyers", "services"))
    own = [lot_id(buyer, service) for buyer in buyers for service in services]
    names = bidders.names(draw)
    if lists_lots or len(set(own)) < len(own) or any(len(name) > 200 for name in own):
        case["lots"] = tender.lots(draw, case["buyers"], case["services"], names, benchmark=benchmark)
    tendered = case.get("lots") or [
        {"id": lot_id(buyer, service), "buyer": buyer, "service": service} for buyer in buyers for service in services
    ]
    tender.grounds(draw, case["buyers"], case["services"], tendered)
    case["bidders"] = bidders.bidders(draw, names, buyers, services)
    for buyer in case["buyers"]:
        maybe(draw, buyer, shortlist=some(names), vetoes=some(names))
    case["criteria"] = criteria.criteria(draw, services)
    case["evaluators"] = [{"id": name, "name": draw(NAMES)} for name in draw(st.lists(IDS, max_size=2, unique=True))]
    if draw(FLAG):
        case["marking"] = {}
        maybe(draw, case["marking"], by=st.sampled_from(["mean", "median"]), moderate_beyond=figures.POINTS)
    case["bids"] = bids(draw, case, tendered, criteria.leaves(case["criteria"], services), years)
    case["neighbours"] = tender.neighbours(draw, case["buyers"])
    case["staff_groups"] = staff.staff_groups(draw, buyers, tendered)
    case["vacancies"] = staff.vacancies(draw, buyers, case["bidders"], case["staff_groups"])
    case["discounts"] = buying.discounts(draw, names, case["services"], case["bids"])
    case["frameworks"] = buying.frameworks(draw, names, services)
    case["joint_purchases"] = buying.joint_purchases(draw, case["buyers"], services)
    case["rules"] = board.rules(draw, case, tendered)
    case |= board.by_hand(draw, case, tendered)
    case["objective"] = objective
    case["scenarios"] = scenarios.scenarios(draw, case["bidders"])
    maybe(
        draw, case, notes=NOTES, currency=st.just("GBP"), abnormally_low=_LOW, redeploy_within_km=figures.DISTANCE,
        vat=st.dictionaries(st.sampled_from(KINDS), figures.SHARE, max_size=3), max_lots_per_bidder=figures.CAP,
        transfer_terms=st.dictionaries(st.sampled_from(KINDS), _TERMS, max_size=3), liability_cap=figures.MONEY,
        published=st.lists(_PUBLISHED, max_size=2), options=_OPTIONS,
    )  # fmt: skip
    return case


def cases() -> st.SearchStrategy[Case]:
    """A case that exists, and so is consistent."""
    return documents().map(Case.model_validate)
