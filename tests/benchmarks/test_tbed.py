"""The test bed's layout of location problems: costs for each unit of demand, and arrays where there are many bids."""

from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks import instances
from benchmarks.engine import ask
from benchmarks.errors import InputInvalid
from benchmarks.formats import FORMATS
from benchmarks.formats.location import MOST_BIDS
from benchmarks.formats.tbed import parse, read
from benchmarks.instance import Reader
from benchmarks.known import known_values
from benchmarks.suites import tbed
from tests.benchmarks.files import written
from tests.benchmarks.relaxation import relaxation

# Twelve people and 8 + 6 places: both facilities. The first takes customers 1 and 3 (3 x 4 + 5 x 5), the second customer 2
# (4 x 2), for 45 + 22 = 67; with 1 and 2 at the first it would be 12 + 24 + 35 + 22 = 93, and no other way fits.
TINY = "2 3  3 4 5  8 6  10 12  4 6 5  9 2 7"


@pytest.mark.parametrize("reader", ["case", "program"])
def test_the_optimum_worked_by_hand(tmp_path: Path, reader: Reader) -> None:
    instance = read(written(tmp_path, TINY), reader)
    answer = ask(instance, time_limit=60, gap=0)
    assert instance.reader == reader
    assert (answer.status, answer.objective, answer.bound) == ("optimal", 67.0, 67.0)


def test_both_roads_are_exact_below_a_penny_and_a_person(tmp_path: Path) -> None:
    """As above with everything in thousandths: of people one factor, of money both."""
    path = written(tmp_path, "2 3  .003 .004 .005  .008 .006  .00001 .000012  .004 .006 .005  .009 .002 .007")
    for reader in ("case", "program"):
        instance = FORMATS["tbed"].read(path, reader)
        assert ask(instance, time_limit=60, gap=0).objective == 67e-6
        assert instance.scale == 10_000


def test_a_cost_is_that_of_a_unit(tmp_path: Path) -> None:
    rows = parse(written(tmp_path, TINY)).cost
    assert [[int(cost) for cost in row] for row in rows] == [[12, 24, 25], [27, 8, 35]]


def test_many_bids_are_read_into_arrays_and_few_as_a_case(tmp_path: Path) -> None:
    customers = MOST_BIDS // 2
    few, many = (
        written(
            tmp_path,
            " ".join(["2", str(size), *["1"] * size, str(size), str(size), "5 5", *["2"] * (2 * size)]),
        ).read_text(encoding="utf-8")
        for size in (3, customers + 1)
    )
    assert read(written(tmp_path, few)).reader == "case"
    assert read(written(tmp_path, many)).reader == "program"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TINY.rsplit(maxsplit=1)[0], "tiny.txt ends after 14 of 15 numbers"),
        (TINY.replace("3 4 5", "3 inf 5"), "'inf', word 4, stands where a demand is expected"),
        (TINY.replace("8 6", "8 six"), "'six', word 7, stands where a capacity is expected"),
        (TINY.replace("10 12", "-1 12"), "'-1', word 8, stands where a fixed cost is expected"),
        (TINY.replace("9 2 7", "9 2 z"), "'z', word 15, stands where a cost is expected"),
        (TINY.replace("9 2 7", "9 2 7000000000000"), "tiny.txt: a cost of 35000000000000, kept exact, is beyond"),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputInvalid) as refused:
        read(written(tmp_path, text))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_costs_that_add_up_to_too_much_are_refused(tmp_path: Path) -> None:
    """Each could be counted, but not the sum: 100 of 10^12 pounds are 10^16 pence, and floats end at 2^53."""
    text = " ".join(["1 100", *["1"] * 100, "100", "0", *["1000000000000"] * 100])
    with pytest.raises(InputInvalid, match=r"tiny\.txt: costs of 1000000+ in all, kept exact, are beyond"):
        read(written(tmp_path, text))


@pytest.mark.deep
def test_the_relaxation_lies_just_below_what_is_published() -> None:
    """The figures of costs by unit: those of whole customers would come to a quarter less."""
    file = "sscflp/tbed/1-1.txt"
    folder = instances.folder()
    if not (folder / file).is_file():
        pytest.skip(f"the public instances are not beside the checkout, nor named by {instances.VARIABLE}")
    published = known_values(folder)[file].value
    assert 0.99 * published < relaxation(read(folder / file).work()) <= published
    assert parse(folder / file).fixed[0] == Decimal("551.869873")


def test_served_from_one_place_customers_may_cost_more_than_in_parts(tmp_path: Path) -> None:
    """Three customers of 2 and two places of 3, free: in parts the six units cost 6, but each place has room for one whole.

    So the third place opens, at 8: 6 + 8 = 14.
    """
    text = "3 3  2 2 2  3 3 2  0 0 8  1 1 1  1 1 1  1 1 1"
    instance = read(written(tmp_path, text))
    answer = ask(instance, time_limit=60, gap=0)
    assert (answer.status, answer.objective) == ("optimal", 14.0)
    assert relaxation(instance.work()) == pytest.approx(6.0)


def test_awards_are_not_held_to_what_is_published_of_another_problem() -> None:
    assert all(entry.known is None for entry in tbed.entries(0))
