"""How good the service must be, on the whole."""

from collections.abc import Iterator

from models import RuleState
from selector.verify.award import Award, mean_quality
from selector.verify.limits.state import state
from selector.verify.words import number


def min_mean_quality(award: Award) -> Iterator[RuleState]:
    """``min_mean_quality[buyer]``: over a buyer's lots, weighted as Q is."""
    for buyer in award.tender.case.buyers:
        won = award.by_buyer.get(buyer.id)
        if buyer.min_mean_quality is not None and won:
            yield state(
                f"min_mean_quality[{buyer.id}]",
                mean_quality(won, award.tender.weight),
                "at least",
                buyer.min_mean_quality,
                "points",
                f"{buyer.name}: its services must have a mean quality of at least"
                f" {number(buyer.min_mean_quality)} points.",
            )


def service_standard(award: Award) -> Iterator[RuleState]:
    """``quality_standard[service]``: all providers together, where the shape is not ``plural``."""
    for service in award.tender.case.services:
        won = award.by_service.get(service.id)
        if service.quality_standard is not None and service.shape != "plural" and won:
            yield state(
                f"quality_standard[{service.id}]",
                mean_quality(won, award.tender.people),
                "at least",
                service.quality_standard,
                "points",
                f"{service.name}: its mean quality must be at least {number(service.quality_standard)} points.",
            )


def provider_standard(award: Award) -> Iterator[RuleState]:
    """``quality_standard[bidder, service]``: each provider by itself, where the shape is ``plural``."""
    for (name, provided), won in award.by_provider.items():
        service = award.tender.services[provided]
        if service.quality_standard is not None and service.shape == "plural":
            yield state(
                f"quality_standard[{name}, {provided}]",
                mean_quality(won, award.tender.people),
                "at least",
                service.quality_standard,
                "points",
                f"{service.name}: the mean quality of {award.tender.bidders[name].name}"
                f" must be at least {number(service.quality_standard)} points.",
            )
