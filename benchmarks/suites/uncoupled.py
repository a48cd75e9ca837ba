"""A case without what ties its services together, so that each service is a problem of its own."""

from decimal import Decimal

from models import Case


def uncoupled(case: Case) -> Case:
    """The case of ``selector.synthetic`` with its coupling rows off.

    Off are: pooled viability, overheads of bidders, capacity over services, budgets, liability caps of buyers and of
    all, and the mean quality that a buyer asks for. On stay: set-up charges, floors and capacities by service,
    partners' shares of these, shapes, quality standards, limits on providers, shortlists and vetoes, and the staff. There
    are no packages, discounts, joint purchases, limits on lots or rules in such a case.
    """
    return case.model_copy(
        update={
            "name": f"{case.name}, uncoupled",
            "liability_cap": None,
            "buyers": tuple(
                buyer.model_copy(update={"budget": {}, "liability_cap": None, "min_mean_quality": None})
                for buyer in case.buyers
            ),
            "bidders": tuple(
                bidder.model_copy(update={"viability_floor": 0, "overhead": Decimal(0), "capacity_wte": None})
                for bidder in case.bidders
            ),
        }
    )
