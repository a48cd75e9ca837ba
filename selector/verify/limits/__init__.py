"""The families of limits, in the order of ``docs/formulation.md``: one function each, listed once, here."""

from collections.abc import Callable, Iterator

from models import RuleState
from selector.verify.award import Award
from selector.verify.limits import (
    caps,
    contiguity,
    exclusive,
    joint,
    mobilisation,
    money,
    partners,
    picks,
    providers,
    quality,
    rules,
    scale,
)

Family = Callable[[Award], Iterator[RuleState]]

FAMILIES: tuple[Family, ...] = (
    exclusive.exclusive,
    scale.floor,
    scale.capacity,
    partners.shared_capacity,
    partners.capacity_wte,
    caps.max_lots,
    caps.max_lots_of_service,
    providers.min_providers,
    providers.max_providers,
    scale.viability,
    mobilisation.mobilised_lots,
    mobilisation.mobilised_wte,
    joint.joint,
    contiguity.contiguity,
    money.budget,
    money.buyers_liability_cap,
    money.liability_cap,
    quality.min_mean_quality,
    providers.shape,
    quality.service_standard,
    quality.provider_standard,
    picks.picks,
    rules.rules,
)


def limits(award: Award) -> tuple[RuleState, ...]:
    """Every limit of the case that concerns the award, family by family, each in case order."""
    return tuple(state for family in FAMILIES for state in family(award))
