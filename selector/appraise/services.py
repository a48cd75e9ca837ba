"""The services of a case as arrays."""

from math import inf

import numpy as np

from selector.appraise.appraisal import Services
from selector.appraise.register import Register
from selector.appraise.units import ints


def services(register: Register) -> Services:
    """Every service of a case."""
    rows = register.case.services
    standard, each = np.full(len(rows), -inf), np.full(len(rows), -inf)
    for position, service in enumerate(rows):
        if service.quality_standard is not None:
            (each if service.shape == "plural" else standard)[position] = float(service.quality_standard * 1000)
    single, plural, network = (
        np.array([service.shape == shape for service in rows], dtype=np.bool_)
        for shape in ("single", "plural", "network")
    )
    return Services(
        ids=tuple(service.id for service in rows),
        local=np.array([service.scale == "local" for service in rows], dtype=np.bool_),
        min_providers=ints(service.min_providers for service in rows),
        max_providers=np.array([inf if row.max_providers is None else row.max_providers for row in rows]),
        single=single,
        plural=plural,
        network=network,
        standard=standard,
        provider_standard=each,
        max_lots=np.array([inf if row.max_lots_per_bidder is None else row.max_lots_per_bidder for row in rows]),
    )
