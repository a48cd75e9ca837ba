"""First prices and exchanges beside all choices tried one by one, and on problems too large for that."""

import numpy as np
from hypothesis import given, settings

from selector.solve.location import Location, solve_location
from selector.solve.location.exchange import exchanged
from selector.solve.location.first_prices import first_prices
from selector.solve.location.ground import ground
from tests.solve.location.brute import cheapest, locations


def _endless() -> float:
    return np.inf


def _choice(location: Location, taken: np.ndarray[tuple[int], np.dtype[np.int64]]) -> int | None:
    base = ground(location)
    choice = np.empty(base.lots, dtype=np.int64)
    choice[base.lot[taken]] = base.pair[taken]
    return location.value(choice)


@settings(max_examples=150, deadline=None)
@given(locations())
def test_prices_bound_the_best_choice_and_exchanges_keep_every_limit(location: Location) -> None:
    base = ground(location)
    if not np.isin(np.arange(base.lots), base.lot).all():
        return
    first = first_prices(base, _endless)
    expected = cheapest(location)
    if expected is not None:
        assert base.origin + base.pace * first.bound / base.scale <= expected + 1e-6 * (1 + abs(expected))
    taken = exchanged(base, first, _endless)
    if taken is not None:
        value = _choice(location, taken)
        assert expected is not None
        assert value is not None
        assert value >= expected


def _drawn(seed: int, lots: int, providers: int) -> Location:
    draw = np.random.default_rng(seed)
    site, home = draw.random((providers, 2)), draw.random((lots, 2))
    volume = draw.integers(5, 35, lots)
    distance = np.sqrt(((site[:, None] - home) ** 2).sum(axis=2))
    return Location(
        cost=np.rint(distance * volume * 100).astype(np.int64).ravel(),
        lot=np.tile(np.arange(lots), providers),
        provider=np.repeat(np.arange(providers), lots),
        fixed=draw.integers(2000, 9000, providers),
        volume=volume,
        capacity=draw.integers(80, 300, providers).astype(float),
        floor=np.zeros(providers, dtype=np.int64),
    )


def test_exchanges_come_near_the_bound_of_the_prices() -> None:
    """Rooms are a tenth to a third of what is to be served: the bound itself lies some per cent below."""
    location = _drawn(1, 40, 10)
    base = ground(location)
    first = first_prices(base, _endless)
    taken = exchanged(base, first, _endless)
    assert taken is not None
    value = _choice(location, taken)
    assert value is not None
    bound = base.origin + base.pace * first.bound / base.scale
    assert bound <= value <= 1.05 * bound


def test_a_room_beyond_any_table_is_bounded_all_the_same() -> None:
    """Volumes in the thousands: rooms hold more units than a table has places."""
    small = _drawn(2, 40, 8)
    large = Location(
        cost=small.cost,
        lot=small.lot,
        provider=small.provider,
        fixed=small.fixed,
        volume=small.volume * 1000 + 1,
        capacity=small.capacity * 1000 + 40,
        floor=small.floor,
    )
    bounds = [first_prices(ground(location), _endless).bound / ground(location).scale for location in (small, large)]
    assert abs(bounds[1] - bounds[0]) <= 0.02 * abs(bounds[0])


def test_awards_on_the_way_are_told_each_better_than_the_one_before() -> None:
    location = _drawn(3, 60, 14)
    base = ground(location)
    told: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
    taken = exchanged(base, first_prices(base, _endless), _endless, told.append)
    assert taken is not None
    values = [value for pairs in told if (value := _choice(location, pairs)) is not None]
    assert len(values) == len(told) > 1
    assert values == sorted(set(values), reverse=True)
    assert told[-1].tolist() == taken.tolist()


def test_a_search_asked_to_end_in_a_large_problem_ends_with_what_it_has() -> None:
    """Large enough for prices and exchanges; the first award that is told is already enough."""
    location = _drawn(5, 260, 80)
    told: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
    located = solve_location(location, improved=told.append, stop=lambda: bool(told))
    assert located.ending == "stopped"
    assert len(told) == 1
    assert located.choice is not None
    assert located.choice.tolist() == told[0].tolist()
    assert located.bound <= (location.value(located.choice) or 0)
