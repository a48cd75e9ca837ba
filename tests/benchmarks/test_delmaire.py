"""Delmaire's layout of location problems: customers first, and fixed costs before capacities."""

from pathlib import Path

import pytest

from benchmarks.engine import ask
from benchmarks.errors import InputInvalid
from benchmarks.formats.delmaire import parse, read
from benchmarks.instance import Reader
from tests.benchmarks.files import written

# Twelve people and 8 + 6 places: both facilities. The first takes customers 1 and 3 (4 + 5), the second customer 2 (2), for
# 11 + 10 + 12 = 33; with 1 and 2 at the first it would be 4 + 6 + 7 + 22 = 39, and every other way is too much for one.
TINY = "3 2  4 9  6 2  5 7  3 4 5  10 12  8 6"


@pytest.mark.parametrize("reader", ["case", "program"])
def test_the_optimum_worked_by_hand(tmp_path: Path, reader: Reader) -> None:
    instance = read(written(tmp_path, TINY), reader)
    answer = ask(instance, time_limit=60, gap=0)
    assert instance.reader == reader
    assert (answer.status, answer.objective, answer.bound) == ("optimal", 33.0, 33.0)


def test_every_figure_has_its_place(tmp_path: Path) -> None:
    location = parse(written(tmp_path, TINY + " and so on"))
    rows = (*location.cost, location.demand, location.fixed, location.capacity)
    assert [[int(figure) for figure in row] for row in rows] == [[4, 6, 5], [9, 2, 7], [3, 4, 5], [10, 12], [8, 6]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TINY.rsplit(maxsplit=1)[0], "tiny.txt ends after 14 of 15 numbers"),
        ("0 2", "tiny.txt: 0 stands where the number of customers is expected"),
        ("3 2.5", "tiny.txt: 2.5 stands where the number of facilities is expected"),
        (TINY.replace("10 12", "10 x"), "'x', word 13, stands where a fixed cost is expected"),
        (TINY.replace("8 6", "8 -6"), "'-6', word 15, stands where a capacity is expected"),
        (TINY.replace("3 4 5", "3 0 5"), "tiny.txt: customer 2 has no demand"),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputInvalid) as refused:
        read(written(tmp_path, text))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
