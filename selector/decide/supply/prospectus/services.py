"""What is bought of each service, and how it has to be provided."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import Criterion, Framework, Lot, Service
from models.prospectus import CriterionShare, FrameworkTerms, KindFloor, ServiceDeal
from selector.appraise.quality import applicable
from selector.decide.supply.prospectus.deals import Deals
from selector.decide.supply.rounded import millionths

_WHOLE = Fraction(1)


def service_deals(deals: Deals) -> Iterator[ServiceDeal]:
    """Every service of which anything is bought."""
    lots: defaultdict[str, list[Lot]] = defaultdict(list)
    for lot in deals.tender.tendered:
        lots[lot.service].append(lot)
    frameworks = {name: each for each in deals.tender.frameworks for name in each.services}
    for service in deals.tender.services:
        if service.id in lots:
            yield _service_deal(deals, service, lots[service.id], frameworks.get(service.id))


def _service_deal(deals: Deals, service: Service, lots: Sequence[Lot], framework: Framework | None) -> ServiceDeal:
    return ServiceDeal(
        **deals.size(lots),
        service=service.id,
        name=service.name,
        scale=service.scale,
        optional=sum(not lot.required for lot in lots),
        buyers=len({lot.buyer for lot in lots}),
        weight=service.weight,
        shape=service.shape,
        min_providers=service.min_providers,
        max_providers=service.max_providers,
        max_lots_per_bidder=service.max_lots_per_bidder,
        floor=service.floor,
        floors_by_kind=tuple(
            KindFloor(kind=kind, least=floor, most=floor) for kind, floor in service.floor_by_kind.items()
        ),
        quality_standard=service.quality_standard,
        contiguity=service.contiguity,
        outposts=dict(service.outposts),
        framework=None if framework is None else _terms(framework),
        criteria=tuple(_shares(applicable(service.id, deals.tender.criteria))),
    )


def _terms(framework: Framework) -> FrameworkTerms:
    return FrameworkTerms(
        framework=framework.id,
        name=framework.name,
        accredited_only=framework.accredited is not None,
        min_competitors=framework.min_competitors,
    )


def _shares(criteria: Sequence[Criterion]) -> Iterator[CriterionShare]:
    """What each criterion that is scored counts for, in the order of the case."""
    total: defaultdict[str | None, Fraction] = defaultdict(Fraction)
    for criterion in criteria:
        total[criterion.parent] += Fraction(criterion.weight)
    by_id = {criterion.id: criterion for criterion in criteria}

    def share(criterion: Criterion) -> Fraction:
        above = _WHOLE if criterion.parent is None else share(by_id[criterion.parent])
        return above * Fraction(criterion.weight) / total[criterion.parent]

    for criterion in criteria:
        if criterion.id not in total:
            yield CriterionShare(criterion=criterion.id, share=millionths(share(criterion)))
