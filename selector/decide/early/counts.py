"""Numbers of providers."""

from collections.abc import Iterator

import numpy as np

from selector.decide.early.known import Known
from selector.decide.unusable import Names


def floors(known: Known) -> Iterator[Names]:
    """Services whose volume does not make so many providers as there must be, each at its floor."""
    a, listed = known.appraisal, known.case.bidders
    total = np.bincount(a.lots.service, a.lots.volume, minlength=len(a.services))
    for service, row in enumerate(known.case.services):
        able = np.unique(a.bids.pair_bidder[known.service == service])
        least = np.sort(a.bidders.floor[able, service])
        stated = [f"floor[{row.id}]"] * bool(row.floor)
        kinds = {listed[bidder].kind for bidder in able.tolist() if bidder < len(listed)}
        stated += [
            f"floor_by_kind[{row.id}, {kind}]" for kind, most in row.floor_by_kind.items() if most and kind in kinds
        ]
        asked = [((), 1), ((f"min_providers[{row.id}]",), row.min_providers)]
        asked += [((f"shape[{row.id}]",), 2)] if row.shape == "plural" else []
        for members, count in asked:
            if count and least[:count].sum() > total[service]:
                yield (*stated, *members)


def providers(known: Known) -> Iterator[Names]:
    """Services that are to have more providers than bid for them, or than they have lots."""
    a = known.appraisal
    for service, name in enumerate(a.services.ids):
        asked = [(f"min_providers[{name}]", int(a.services.min_providers[service]))]
        asked += [(f"shape[{name}]", 2)] if a.services.plural[service] else []
        here = known.service == service
        able = len(np.unique(a.bids.pair_bidder[here & known.usable]))
        lots = int(np.count_nonzero(a.lots.service == service))
        for member, least in asked:
            if least <= 1:  # every service has a provider in any case
                continue
            if lots < least:
                yield (member,)
            elif able < least:
                yield (member, *known.reasons(here))
