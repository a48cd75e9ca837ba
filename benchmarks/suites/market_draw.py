"""National-like markets of any size, drawn by a seed: their services are independent of each other.

Figures are those of the shared national cases: some 250,000 people a buyer, bidders with a place of their own who bid
nearby, some 14 bids a lot. What grows with the country, such as capacities, floors at scale and set-up charges, grows
with the people.
"""

import numpy as np
from numpy.typing import NDArray

from benchmarks.market import Market, numbered

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_PEOPLE, _LEAST_PEOPLE, _MOST_PEOPLE = 250_000, 60_000, 900_000
_ENGLAND = 53_000_000
"""People to whom set-up charges are stated."""
_LOCAL_FLOOR = 300_000
_AT_SCALE = 5
"""One service in so many is bought at scale."""
_MOST_AT_SCALE = 10
"""Providers of each of these."""
_OFFERS = 0.8
"""Chance that a bidder offers a service at all."""
_REACH = 0.4
"""How far a bidder bids, the country being 1 x 1: the chance halves at this distance."""
_LEAST_BIDS = 4
"""For each lot, the nearest bidders whatever the draw says."""


def market(buyers: int, services: int, bidders: int, seed: int) -> Market:
    """A market of so many buyers, services and bidders; every lot has at least four bids, or one of each bidder."""
    rng = np.random.default_rng([seed, buyers, services, bidders])
    people = np.clip(rng.lognormal(np.log(_PEOPLE) - 0.1, 0.45, buyers), _LEAST_PEOPLE, _MOST_PEOPLE).round()
    everybody = float(people.sum())
    distance = np.linalg.norm(rng.random((buyers, 1, 2)) - rng.random((1, bidders, 2)), axis=2)
    buyer, service, bidder = _offered(rng, distance, services)
    head = rng.uniform(0.45, 3.3, services)
    of_bidder = rng.uniform(0.85, 1.15, (bidders, services))
    noise = rng.normal(1, 0.1, len(buyer)).clip(0.7, 1.3)
    price = (
        head[service] * people[buyer] * of_bidder[bidder, service] * (1 + 0.15 * distance[buyer, bidder]) * noise * 100
    )
    at_scale = np.arange(services) % _AT_SCALE == 0
    floor = np.where(at_scale, everybody / rng.uniform(10, 20, services), _LOCAL_FLOOR).round()
    setup = head * rng.uniform(0.2, 0.6, (bidders, services)) * 1e8 * everybody / _ENGLAND
    people_of_lot = np.repeat(people, services).astype(np.int64)
    return Market(
        buyers=numbered("buyer", buyers),
        services=numbered("service", services),
        bidders=numbered("bidder", bidders),
        lots=[f"buyer-{lot // services}:service-{lot % services}" for lot in range(buyers * services)],
        bids=numbered("bid", len(buyer)),
        lot_buyer=np.repeat(np.arange(buyers), services),
        lot_service=np.tile(np.arange(services), buyers),
        volume=people_of_lot,
        people=people_of_lot,
        bidder=bidder,
        lot=buyer * services + service,
        price=price.astype(np.int64),
        quality=np.zeros(len(buyer), dtype=np.int64),
        liability=np.zeros(len(buyer), dtype=np.int64),
        setup=setup.astype(np.int64),
        floor=np.broadcast_to(floor, (bidders, services)),
        capacity=(everybody * rng.uniform(0.08, 0.25, (bidders, services))).round(),
        max_providers=np.where(at_scale, _MOST_AT_SCALE, bidders).astype(np.float64),
        work=np.full(bidders, np.inf),
    )


def _offered(rng: np.random.Generator, distance: Floats, services: int) -> tuple[Ints, Ints, Ints]:
    """Buyer, service and bidder of each bid."""
    buyers, bidders = distance.shape
    offers = rng.random((services, bidders)) < _OFFERS
    near = rng.random((buyers, services, bidders)) < (0.5 ** (distance / _REACH))[:, None, :]
    made = near & offers
    nearest = np.argsort(distance, axis=1)[:, :_LEAST_BIDS]
    made[np.arange(buyers)[:, None], :, nearest] = True
    buyer, service, bidder = np.nonzero(made)
    return buyer, service, bidder
