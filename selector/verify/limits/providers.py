"""How many may provide a service, and of what sort."""

from collections.abc import Iterator

from models import RuleState
from selector.verify.award import Award
from selector.verify.limits.state import state
from selector.verify.words import count


def min_providers(award: Award) -> Iterator[RuleState]:
    """``min_providers[service]``."""
    for service in award.tender.case.services:
        if service.min_providers:
            yield state(
                f"min_providers[{service.id}]",
                len(award.providers(service.id)),
                "at least",
                service.min_providers,
                "providers",
                f"{service.name}: there must be at least {count(service.min_providers, 'provider')}.",
            )


def max_providers(award: Award) -> Iterator[RuleState]:
    """``max_providers[service]``."""
    for service in award.tender.case.services:
        if service.max_providers is not None:
            yield state(
                f"max_providers[{service.id}]",
                len(award.providers(service.id)),
                "at most",
                service.max_providers,
                "providers",
                f"{service.name}: there may be at most {count(service.max_providers, 'provider')}.",
            )


def shape(award: Award) -> Iterator[RuleState]:
    """``shape[service]``: one provider, providers of one group, or at least two."""
    for service in award.tender.case.services:
        rule = f"shape[{service.id}]"
        providers = award.providers(service.id)
        match service.shape:
            case "single":
                sentence = f"{service.name}: one central provider serves every buyer."
                yield state(rule, len(providers), "exactly", 1, "providers", sentence)
            case "network":
                # A bidder without a group is a group of its own; the pair keeps its id apart from groups' names.
                groups = {("group", one.group) if one.group else ("bidder", one.id) for one in providers}
                sentence = f"{service.name}: a network, whose providers must all be of one group."
                yield state(rule, len(groups), "at most", 1, "groups", sentence)
            case "plural":
                sentence = f"{service.name}: a plural service, which must have at least 2 providers."
                yield state(rule, len(providers), "at least", 2, "providers", sentence)
