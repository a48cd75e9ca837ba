"""Auctions: dummies exclude, revenue is told as such, goods may stay unsold."""

from pathlib import Path

import pytest

from benchmarks import instances
from benchmarks.answer import Answer
from benchmarks.engine import ask
from benchmarks.errors import InputInvalid
from benchmarks.formats.cats import read
from benchmarks.instance import Laid
from benchmarks.known import known_values
from tests.benchmarks.files import written

HEAD = "%% a remark\n\ngoods 3\nbids 5\ndummy 1\n\n"
# Bids 0 and 3 sell everything for 5 + 2.505. Bids 2, 3 and 4 would bring 7.755, but 2 and 3 share the dummy, good 3.
BIDS = "0\t5\t0\t1\t#\n1\t4\t1\t2\t#\n2\t3\t0\t3\t#\n3\t2.505\t2\t3\t#\n4\t2.25\t1\t#\n"
TINY = HEAD + BIDS


def test_the_optimum_worked_by_hand(tmp_path: Path) -> None:
    instance = read(written(tmp_path, TINY))
    answer = ask(instance, time_limit=60, gap=0)
    assert (instance.reader, instance.sense, instance.scale) == ("program", "maximise", 10)
    assert (answer.status, answer.objective, answer.bound, answer.gap) == ("optimal", 7.505, 7.505, 0.0)


def test_without_the_dummies_it_would_be_more(tmp_path: Path) -> None:
    text = TINY.replace("dummy 1", "dummy 0").replace("\t3\t#", "\t#")
    assert ask(read(written(tmp_path, text)), time_limit=60, gap=0).objective == 7.755


def test_a_good_may_stay_unsold(tmp_path: Path) -> None:
    text = "goods 3\nbids 2\ndummy 0\n0 5 0 1 #\n1 4 1 #\n"
    assert ask(read(written(tmp_path, text)), time_limit=60, gap=0).objective == 5


def test_each_good_goes_to_a_bid_or_to_nobody(tmp_path: Path) -> None:
    question = read(written(tmp_path, TINY)).question
    assert isinstance(question, Laid)
    assert question.program.matrix.toarray().tolist() == [
        [1, 0, 1, 0, 0, 1, 0, 0, 0],
        [1, 1, 0, 0, 1, 0, 1, 0, 0],
        [0, 1, 0, 1, 0, 0, 0, 1, 0],
        [0, 0, 1, 1, 0, 0, 0, 0, 1],
    ]
    assert set(question.program.row_lower) == set(question.program.row_upper) == {1}
    assert question.cost.tolist() == [-5000, -4000, -3000, -2505, -2250, 0, 0, 0, 0]
    pairs = zip(question.program.pair_accept.tolist(), question.program.pair_lot.tolist(), strict=True)
    assert sorted(pairs) == [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 3), (3, 2), (3, 3), (4, 1)] + [
        (5 + good, good) for good in range(4)
    ]


def test_a_peers_minimum_is_told_as_revenue(tmp_path: Path) -> None:
    instance = read(written(tmp_path, TINY))
    work = instance.work()
    assert work.cost.tolist() == [-5, -4, -3, -2.505, -2.25, 0, 0, 0, 0]
    told = instance.told(Answer("feasible", -7.0, -7.505, 0.07, 1.0))
    assert (told.objective, told.bound, told.gap) == (7.0, 7.505, 0.07)
    assert instance.told(Answer("unknown", None, None, None, 1.0)).objective is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "tiny.txt ends before it says how many goods there are"),
        ("goods 3\nbids 5\n", "tiny.txt ends before it says how many dummy there are"),
        ("bids 5\ngoods 3\ndummy 0\n", "tiny.txt, line 1: goods and how many of them is expected here"),
        (TINY.replace("bids 5", "bids -5"), "tiny.txt, line 4: bids and how many of them is expected here"),
        (TINY.replace("bids 5", "bids 6"), "tiny.txt has 5 bids, and says that there are 6"),
        ("goods 3\nbids 0\ndummy 0\n", "tiny.txt has no bids"),
        (TINY.replace("4\t2.25\t1\t#", "4\t2.25\t1"), "tiny.txt, line 11: a bid is its number, its price, its goods"),
        (TINY.replace("4\t2.25\t1\t#", "4\t2.25\t#"), "tiny.txt, line 11: a bid is its number, its price, its goods"),
        (TINY.replace("4\t2.25\t1\t#", "4\t2.25\t4\t#"), "tiny.txt, line 11: '4' is no good: these go from 0 to 3"),
        (TINY.replace("4\t2.25\t1\t#", "4\t2.25\t-1\t#"), "tiny.txt, line 11: '-1' is no good"),
        (TINY.replace("2.25", "dear"), "tiny.txt, line 11: 'dear' stands where a price is expected"),
        (TINY.replace("2.25", "nan"), "tiny.txt, line 11: 'nan' stands where a price is expected"),
        (TINY.replace("2.25", "-1"), "tiny.txt, line 11: '-1' stands where a price is expected"),
        (TINY.replace("2.25", "1e15"), "tiny.txt: prices, kept exact, are beyond what can be counted"),
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


@pytest.mark.parametrize("name", ["scheduling_g40_b200_s1.txt", "matching_g40_b200_s1.txt", "paths_g40_b200_s1.txt"])
def test_published_optimum(name: str) -> None:
    folder, file = instances.folder(), f"wdp/cats/{name}"
    if not (folder / file).is_file():
        pytest.skip(f"the public instances are not beside the checkout, nor named by {instances.VARIABLE}")
    instance = read(folder / file)
    answer = ask(instance, time_limit=60, gap=0)
    known = known_values(folder)[file]
    assert known.meaning == "optimum"
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(known.value, abs=1e-6)
    assert known.refuted(answer.objective, answer.bound, instance.sense) == ""
