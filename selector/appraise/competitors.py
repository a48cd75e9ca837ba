"""Who competes for the lots of frameworks."""

from collections import Counter
from collections.abc import Mapping

from models import Framework
from selector.appraise.register import Register


def frameworks(register: Register) -> Mapping[str, Framework]:
    """The framework of each service that is called off under one."""
    return {service: framework for framework in register.case.frameworks for service in framework.services}


def is_accredited(framework: Framework, bidder: str) -> bool:
    """Whether a bidder may win the services of a framework."""
    return framework.accredited is None or bidder in framework.accredited


def competitors(register: Register) -> Mapping[str, int]:
    """For each lot of a framework, how many bidders bid for it that are accredited, and not at home; 0 for other lots."""
    framework_of = frameworks(register)
    accredited = {
        each.id: None if each.accredited is None else frozenset(each.accredited) for each in register.case.frameworks
    }
    found: Counter[str] = Counter()
    for lot, bidder in {(lot, bid.bidder) for bid in register.case.bids for lot in bid.lots}:
        framework = framework_of.get(register.lot(lot).service)
        if framework is None or bidder in register.at_home:
            continue
        listed = accredited[framework.id]
        found[lot] += listed is None or bidder in listed
    return found
