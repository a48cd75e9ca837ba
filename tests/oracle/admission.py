"""What an award asks of a framework: bidders to accredit, and how many competitors it can do with."""

import itertools
from collections.abc import Collection, Iterator

from tests.oracle.agreements import Framework
from tests.oracle.award import Award
from tests.oracle.bars import competitors
from tests.oracle.tables import Case


def admissions(case: Case, framework: Framework, award: Award) -> Iterator[tuple[frozenset[str], int | None]]:
    """Bidders added and the competitors then asked for, None as many as before: each way of which neither can be less.

    Who is accredited competes too, so that the more are added the less the competition has to be relaxed.
    """
    won = [offer for offer in award.offers if offer.lot.service in framework.services and not offer.bidder.at_home]
    if not won:
        yield frozenset(), None
        return
    bidding = [competitors(case, lot) for lot in {offer.lot.id for offer in won}]
    needed = frozenset(offer.bidder.id for offer in won if not framework.admits(offer.bidder.id))
    others = sorted(set().union(*bidding) - needed)
    left_out = [name for name in others if not framework.admits(name)]
    best = -1
    for size in range(len(left_out) + 1):
        found = {
            added: _fewest(framework, bidding, needed | set(added)) for added in itertools.combinations(left_out, size)
        }
        added = max(found, key=lambda names: found[names])
        if found[added] > best:
            best = found[added]
            yield needed | set(added), None if best >= framework.min_competitors else best
        if best >= framework.min_competitors:
            return


def _fewest(framework: Framework, bidding: Collection[frozenset[str]], added: frozenset[str]) -> int:
    """How many compete for the lot for which fewest do."""
    return min(sum(framework.admits(name) or name in added for name in names) for names in bidding)
