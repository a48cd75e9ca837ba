"""A case of which only some buyers tender their lots."""

from collections.abc import Collection

from models import Case, MoneyValued
from selector.decide.choice import pruned, stays
from selector.decide.choice.tendering import Tendering


def restricted(case: Case, buyers: Collection[str], tendering: Tendering | None = None) -> Case:
    """The case with only the lots of some buyers, and the bids that are for no other lots.

    Scale rules, floors, viability, limits on providers and on bidders stay as they are, and so does what the buyers
    ask for themselves. Of the board's hard rules, picks, exclusions and joint purchases those stay that are about these lots alone,
    and rules that hold within each buyer; its liability cap stays where these are all lots. What an award is worth to
    the board falls away: its objective, soft rules, scenarios, and vacancies, which decide nothing else.

    The other buyers stay, without lots: they say where places are, and whose staff an in-house bidder is.

    Parameters
    ----------
    case
        The case.
    buyers
        Ids of the buyers, of which one has lots.
    tendering
        That of the case, where it is known already.

    Raises
    ------
    pydantic.ValidationError
        if a required lot of theirs has no bid that is for no other lots: there is no such case.
    """
    known = tendering or Tendering(case)
    lots = known.lots(buyers)
    services = {lot.service for lot in lots}
    kept = {lot.id for lot in lots}
    within = stays.Within(case, frozenset(kept))
    bids = known.bids(buyers)
    return case.model_copy(
        update={
            "lots": lots,
            "bids": bids,
            "services": tuple(pruned.services(case, lots)),
            "neighbours": pruned.neighbours(case, lots),
            "bidders": tuple(pruned.bidder(each, services) for each in case.bidders),
            "criteria": tuple(pruned.criteria(case.criteria, services)),
            "staff_groups": tuple(pruned.staff_groups(case, kept)),
            "vacancies": (),
            "discounts": tuple(pruned.of_services(case.discounts, services)),
            "frameworks": tuple(pruned.of_services(case.frameworks, services)),
            "joint_purchases": tuple(within.joint_purchases()),
            "rules": tuple(within.rules()),
            "picks": tuple(within.picks({bid.id for bid in bids})),
            "exclusions": tuple(within.exclusions({bid.id for bid in bids})),
            "liability_cap": case.liability_cap if within.everything else None,
            "objective": MoneyValued(disruption=case.objective.disruption),
            "scenarios": (),
        }
    )
