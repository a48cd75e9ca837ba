"""Location problems read as cases: against every assignment, and against published optima."""

from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks import instances
from benchmarks.engine import ask
from benchmarks.errors import InputInvalid
from benchmarks.formats.holmberg import read
from benchmarks.instance import Reader
from benchmarks.known import known_values
from models import Case
from tests.benchmarks.files import FINE, SMALL, Location, written

PUBLISHED = ("sscflp/holmberg/p1.txt", "sscflp/holmberg/p47.txt", "sscflp/orlib/1-9.txt")


@pytest.mark.parametrize("reader", ["case", "program"])
@pytest.mark.parametrize("location", [SMALL, FINE], ids=["whole numbers", "finer than pennies and people"])
def test_the_optimum_is_that_of_all_assignments(tmp_path: Path, location: Location, reader: Reader) -> None:
    instance = read(written(tmp_path, location.text()), reader)
    answer = ask(instance, time_limit=60, gap=0)
    assert instance.reader == reader
    assert answer.status == "optimal"
    assert answer.objective == answer.bound == float(location.optimum())
    assert answer.gap == 0


def test_a_customer_is_a_buyer_and_a_facility_a_bidder(tmp_path: Path) -> None:
    instance = read(written(tmp_path, SMALL.text()))
    case = instance.question
    assert isinstance(case, Case)
    assert instance.reader == "case"
    assert instance.scale == 1
    assert [buyer.population for buyer in case.buyers] == [4, 3, 5, 2]
    assert [bidder.setup["supply"] for bidder in case.bidders] == [20, 15, 31]
    assert [bidder.capacity["supply"] for bidder in case.bidders] == [10, 7, 12]
    assert {bidder.viability_floor for bidder in case.bidders} == {0}
    assert [bid.price for bid in case.bids if bid.lots == ("c3:supply",)] == [7, 8, 1]
    assert (case.horizon.years, case.horizon.discount_rate) == (1, Decimal(0))
    assert case.criteria == ()


def test_money_finer_than_a_penny_is_kept_exact(tmp_path: Path) -> None:
    instance = read(written(tmp_path, FINE.text()))
    case = instance.question
    assert isinstance(case, Case)
    assert instance.scale == 1000
    assert case.bids[0].price == Decimal("1000.01")
    assert [buyer.population for buyer in case.buyers] == [7000, 8000, 5005]


def test_white_space_and_what_follows_do_not_matter(tmp_path: Path) -> None:
    one = read(written(tmp_path, SMALL.text()))
    other = read(written(tmp_path, "\n\n".join(SMALL.text().split()) + "\t1 2 and so on"))
    assert other == one


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "tiny.txt ends after 0 of 1 numbers"),
        (SMALL.text().rsplit(maxsplit=1)[0], "tiny.txt ends after 23 of 24 numbers"),
        ("2.5 4", "2.5 stands where the number of facilities is expected, a whole number above 0"),
        ("2 0", "0 stands where the number of customers is expected, a whole number above 0"),
        ("1 1  5 x  3  4", "'x', word 4, stands where a facility's capacity or fixed cost is expected"),
        ("1 1  5 nan  3  4", "'nan', word 4, stands where a facility's capacity or fixed cost is expected"),
        ("1 1  5 6  3  -4", "'-4', word 6, stands where a cost is expected, a number of 0 or more"),
        ("1 2  5 6  3 0  4 4", "customer 2 has no demand"),
        ("1 1  5 6  3  1000000000000.001", "a cost of 1000000000000.001, kept exact, is beyond what a case can hold"),
        ("1 1  99999999999 6  3  4", "a volume of 99999999999, kept exact, is beyond what a case can hold"),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputInvalid) as refused:
        read(written(tmp_path, text))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "binary.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputInvalid, match=r"binary\.txt is not a text file"):
        read(path)


@pytest.mark.parametrize("file", PUBLISHED)
def test_published_optimum(file: str) -> None:
    folder = instances.folder()
    if not (folder / file).is_file():
        pytest.skip(f"the public instances are not beside the checkout, nor named by {instances.VARIABLE}")
    answer = ask(read(folder / file), time_limit=60, gap=0)
    assert answer.status == "optimal"
    known = known_values(folder)[file]
    assert known.meaning == "optimum"
    assert answer.objective == pytest.approx(known.value, abs=0.005)  # given to two places
    assert answer.bound == answer.objective
