"""How good the bids must be, each and on the whole."""

from collections.abc import Iterator

from models import Case
from selector.decide.member import Member
from selector.decide.members.stated import points, provider_standards
from selector.verify.words import number


def quality(case: Case) -> Iterator[Member]:
    """The mean quality that buyers and services insist on."""
    for position, buyer in enumerate(case.buyers):
        if buyer.min_mean_quality:
            yield points(
                f"min_mean_quality[{buyer.id}]",
                ("buyers", position, "min_mean_quality"),
                f"the mean quality that {buyer.name} asks for",
                f"{buyer.name}: its services must have a mean quality of at least"
                f" {number(buyer.min_mean_quality)} points.",
                [("min_mean_quality", (buyer.id,))],
                buyer.min_mean_quality,
            )
    for position, service in enumerate(case.services):
        if service.quality_standard:
            whose = "each provider's" if service.shape == "plural" else "its"
            yield points(
                f"quality_standard[{service.id}]",
                ("services", position, "quality_standard"),
                f"the quality standard of {service.name}",
                f"{service.name}: {whose} mean quality must be at least {number(service.quality_standard)} points.",
                [
                    ("quality_standard", (service.id,)),
                    *provider_standards(case, service.id),
                ],
                service.quality_standard,
            )


def minimums(case: Case) -> Iterator[Member]:
    """What bids must score."""
    for position, criterion in enumerate(case.criteria):
        if criterion.minimum:
            yield points(
                f"minimum[{criterion.id}]",
                ("criteria", position, "minimum"),
                f"the minimum score on {criterion.name}",
                f"{criterion.name}: a bid must score at least {number(criterion.minimum)} points.",
                [("bar", (f"minimum[{criterion.id}]",))],
                criterion.minimum,
            )


def least_qualities(case: Case) -> Iterator[Member]:
    """The quality that bids for a lot must have."""
    services = {service.id: service for service in case.services}
    buyers = {buyer.id: buyer for buyer in case.buyers}
    for position, lot in enumerate(case.lots or ()):
        if lot.min_quality:
            yield points(
                f"min_quality[{lot.id}]",
                ("lots", position, "min_quality"),
                f"the least quality of bids for {services[lot.service].name} for {buyers[lot.buyer].name}",
                f"{services[lot.service].name} for {buyers[lot.buyer].name}: a bid must have a quality of at least"
                f" {number(lot.min_quality)} points.",
                [("bar", (f"min_quality[{lot.id}]",))],
                lot.min_quality,
            )
    for position, service in enumerate(case.services):
        if service.min_quality:
            yield points(
                f"min_quality[{service.id}]",
                ("services", position, "min_quality"),
                f"the least quality of bids for {service.name}",
                f"{service.name}: a bid must have a quality of at least {number(service.min_quality)} points.",
                [
                    ("bar", (f"min_quality[{lot.id}]",))
                    for lot in case.tendered
                    if lot.service == service.id and lot.min_quality is None
                ],
                service.min_quality,
            )
