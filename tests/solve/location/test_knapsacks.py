"""Fillings of rooms, and cuts of them, beside all fillings tried one by one."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selector.solve.location.knapsacks import fill
from selector.solve.location.separation import cut_of_room

_VOLUMES = st.lists(st.integers(0, 9), min_size=1, max_size=6)


@given(_VOLUMES, st.integers(0, 20), st.data())
def test_the_best_filling_is_found(volumes: list[int], room: int, data: st.DataObject) -> None:
    gain = np.array(data.draw(st.lists(st.integers(-5, 9), min_size=len(volumes), max_size=len(volumes))), dtype=float)
    volume = np.array(volumes, dtype=np.int64)
    best = max(
        gain[list(some)].sum()
        for count in range(len(volumes) + 1)
        for some in itertools.combinations(range(len(volumes)), count)
        if volume[list(some)].sum() <= room
    )
    found = fill(gain[None, :], volume, np.array([room]))
    assert found.gain[0] == best == gain[found.lot].sum()
    assert volume[found.lot].sum() <= room


@given(_VOLUMES, st.integers(9, 20), st.data())
def test_a_cut_breaks_the_share_and_no_filling(volumes: list[int], room: int, data: st.DataObject) -> None:
    parts = data.draw(
        st.lists(st.sampled_from([0.0, 0.3, 0.5, 0.9, 1.0]), min_size=len(volumes), max_size=len(volumes))
    )
    volume, share = np.array(volumes, dtype=np.int64), np.array(parts)
    if volume[share == 1].sum() > room:
        return
    cut = cut_of_room(3, np.arange(len(volume)), share, volume, room)
    if cut is None:
        return
    assert cut.provider == 3
    assert cut.weight @ share[cut.lot] > cut.most
    for count in range(len(cut.lot) + 1):
        for some in itertools.combinations(range(len(cut.lot)), count):
            if volume[cut.lot[list(some)]].sum() <= room:
                assert cut.weight[list(some)].sum() <= cut.most
