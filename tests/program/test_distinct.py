"""Distinct keys and pairs are those of ``np.unique``, whichever way they are found."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selector.program.distinct import Ints, distinct, distinct_pairs

KEYS = arrays(np.int64, st.integers(0, 30), elements=st.integers(0, 20))


@given(KEYS, st.integers(21, 200))
def test_keys_whatever_their_range(keys: Ints, count: int) -> None:
    found, place = distinct(keys, count)
    expected, inverse = np.unique(keys, return_inverse=True)
    assert found.tolist() == expected.tolist()
    assert place.tolist() == inverse.tolist()
    assert found.dtype == np.int64
    assert place.dtype == np.int64


@given(st.data(), st.integers(0, 30))
def test_pairs_go_by_their_first_then_their_second(data: st.DataObject, length: int) -> None:
    keys = arrays(np.int64, length, elements=st.integers(0, 5))
    first, second = data.draw(keys), data.draw(keys)
    one, other, place = distinct_pairs(first, second)
    expected, inverse = np.unique(np.stack([first, second]), axis=1, return_inverse=True)
    assert [one.tolist(), other.tolist()] == expected.tolist()
    assert place.tolist() == inverse.ravel().tolist()


@pytest.mark.parametrize("count", [8, 10**12])
def test_a_table_of_keys_and_a_sort_of_them_agree(count: int) -> None:
    found, place = distinct(np.array([7, 0, 7, 3]), count)
    assert found.tolist() == [0, 3, 7]
    assert place.tolist() == [2, 0, 2, 1]
