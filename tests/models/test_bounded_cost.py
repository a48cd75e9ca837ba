"""However much is wrong with a text, refusing it costs about what reading it costs."""

import json
import tracemalloc

import pytest

from models import CaseInvalid, read_case
from models.draft import MOST_FAULTS, TABLES

_ROWS = 100_000


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_bad_rows(table: str) -> None:
    text = f'{{"{table}": [{",".join(["{}"] * _ROWS)}]}}'
    tracemalloc.start()
    try:
        with pytest.raises(CaseInvalid) as caught:
            read_case(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(caught.value.faults) < MOST_FAULTS + 100
    assert caught.value.faults[-1].message.startswith("has more faults than these")
    assert peak < 400 * len(text)  # an error record for each row would take ten times as much


@pytest.mark.parametrize(
    ("row", "place"),
    [({"vetoes": [1] * 10_001}, "/buyers/0/vetoes"), ({str(n): 1 for n in range(10_001)}, "/buyers/0")],
)
def test_a_row_without_end(row: object, place: str) -> None:
    with pytest.raises(CaseInvalid) as caught:
        read_case(json.dumps({"buyers": [row]}))
    assert [str(fault) for fault in caught.value.faults] == [f"{place}: has more than 10,000 entries"]


def test_a_long_table_of_good_rows_is_no_fault() -> None:
    buyers = [{"id": str(n), "name": "N", "population": 1} for n in range(10_002)]
    with pytest.raises(CaseInvalid) as caught:
        read_case(json.dumps({"format": 1, "buyers": buyers}))
    assert not [fault for fault in caught.value.faults if fault.pointer.startswith("/buyers")]
