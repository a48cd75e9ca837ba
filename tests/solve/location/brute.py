"""Location problems small enough to enumerate, and their best choices by enumeration."""

import itertools

import numpy as np
from hypothesis import strategies as st

from selector.solve.location import Location


def cheapest(location: Location) -> int | None:
    """What the best choice costs, by trying all; None where none keeps every limit."""
    pairs = [np.flatnonzero(location.lot == lot).tolist() for lot in range(len(location.volume))]
    best: int | None = None
    for choice in itertools.product(*pairs):
        cost, served = 0, dict[int, int]()
        for pair in choice:
            provider = int(location.provider[pair])
            cost += int(location.cost[pair])
            served[provider] = served.get(provider, 0) + int(location.volume[location.lot[pair]])
        if len(served) < (location.least or 0) or (location.most is not None and len(served) > location.most):
            continue
        if any(not location.floor[j] <= volume <= location.capacity[j] for j, volume in served.items()):
            continue
        cost += sum(int(location.fixed[j]) for j in served)
        best = cost if best is None else min(best, cost)
    return best


@st.composite
def locations(draw: st.DrawFn) -> Location:
    """Up to five lots and four providers; few different figures, so that many choices tie."""
    lots, providers = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    pairs = draw(
        st.lists(
            st.tuples(st.integers(0, lots - 1), st.integers(0, providers - 1), st.integers(-3, 12)),
            min_size=1,
            max_size=16,
        )
    )
    volume = draw(st.lists(st.sampled_from([0, 1, 2, 2, 3, 7]), min_size=lots, max_size=lots))
    capacity = draw(st.lists(st.sampled_from([1.0, 3.0, 5.0, 8.0, np.inf]), min_size=providers, max_size=providers))
    floor = draw(st.lists(st.sampled_from([0, 0, 0, 2, 4]), min_size=providers, max_size=providers))
    fixed = draw(st.lists(st.sampled_from([0, 0, 4, 9, -5]), min_size=providers, max_size=providers))
    times = draw(st.sampled_from([1, 1, 100, 12_345]))
    lot, provider, cost = (np.array(part, dtype=np.int64) for part in zip(*pairs, strict=True))
    return Location(
        cost=cost * times,
        lot=lot,
        provider=provider,
        fixed=np.array(fixed, dtype=np.int64) * times,
        volume=np.array(volume, dtype=np.int64),
        capacity=np.array(capacity),
        floor=np.array(floor, dtype=np.int64),
        least=draw(st.none() | st.integers(0, 3)),
        most=draw(st.none() | st.integers(0, 3)),
    )
