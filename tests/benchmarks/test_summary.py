"""What rows come to."""

from dataclasses import replace

import pytest
from rich.console import Console

from benchmarks.running.row import Row
from benchmarks.running.summary import contradictions, shifted_geometric_mean, summaries
from benchmarks.running.table import table

ONE = Row("s", "a", "selector", "optimal", 100.0, 100.0, 0.0, 3.0, 1.0)
ROWS = [
    ONE,
    replace(ONE, engine="peer", seconds=7.0),
    replace(ONE, case="b", status="feasible", objective=100.0, bound=90.0, gap=0.1, seconds=0.0),
    replace(ONE, case="b", engine="peer", status="unknown", objective=None, bound=None, gap=None, seconds=31.0),
]


def test_shifted_geometric_mean_by_hand() -> None:
    assert shifted_geometric_mean([3.0, 0.0]) == pytest.approx(1.0)  # sqrt(4 x 1) - 1
    assert shifted_geometric_mean([7.0, 31.0]) == pytest.approx(15.0)  # sqrt(8 x 32) - 1


def test_a_summary_by_engine() -> None:
    own, peer = summaries(ROWS)
    assert (own.engine, dict(own.statuses), own.median_seconds, own.largest_gap) == (
        "selector",
        {"optimal": 1, "feasible": 1},
        1.5,
        0.1,
    )
    assert own.ratio == 1
    assert peer.ratio == pytest.approx(15.0)
    assert peer.largest_gap == 0.0


def test_the_ratio_is_over_the_cases_that_both_ran() -> None:
    _, peer = summaries(ROWS[:3])
    assert peer.ratio == pytest.approx(7 / 3)


def test_the_table_fits_a_terminal() -> None:
    console = Console(width=80, record=True, file=None, quiet=False)
    with console.capture() as captured:
        console.print(table("s", "60", summaries(ROWS)))
    text = captured.get()
    assert "1 optimal, 1 feasible" in text
    assert "1 optimal, 1 unknown" in text
    assert "10.0000%" in text
    assert "15.00" in text
    assert "shift 1 s" in text
    assert "…" not in text


def test_engines_that_cannot_both_be_right_are_named() -> None:
    assert list(contradictions(ROWS)) == []
    better = replace(ONE, engine="peer", objective=99.0, bound=99.0)
    assert list(contradictions([ONE, better])) == [
        "a: peer has an award of 99.00, better than 100.00, the bound of selector"
    ]
    none = replace(ONE, engine="peer", status="infeasible", objective=None, bound=None, gap=None)
    assert list(contradictions([ONE, none])) == ["a: peer says infeasible, and selector has an award"]
    a_penny = replace(ONE, engine="peer", objective=99.99, bound=99.99)
    assert list(contradictions([ONE, a_penny])) == []


def test_a_maximum_has_its_bounds_above() -> None:
    one = replace(ONE, sense="maximise", objective=90.0, bound=100.0, gap=0.1, status="feasible")
    assert list(contradictions([one, replace(one, engine="peer", objective=99.0, bound=120.0)])) == []
    (sentence,) = contradictions([one, replace(one, engine="peer", objective=101.0, bound=120.0)])
    assert sentence == "a: peer has an award of 101.00, better than 100.00, the bound of selector"


def test_what_is_published_counts_too() -> None:
    (sentence,) = contradictions([replace(ONE, refuted="proves 7 where 5 is known to be had")])
    assert sentence == "a: selector proves 7 where 5 is known to be had"


def test_the_best_peer_is_told_case_by_case() -> None:
    rows = [
        ONE,  # 3 s
        replace(ONE, engine="quick", seconds=1.0),
        replace(ONE, engine="slow", seconds=7.0),
        replace(ONE, case="b", seconds=0.0),
        replace(ONE, case="b", engine="quick", status="feasible", gap=0.1, seconds=0.0),
        replace(ONE, case="b", engine="slow", seconds=1.0),
        replace(ONE, case="c", seconds=1.0),
        replace(ONE, case="c", engine="quick", status="unknown", gap=None, objective=None, seconds=0.0),
    ]
    own, quick, slow = summaries(rows)
    # (3 + 1) / (1 + 1) beside the quick one; (0 + 1) / (1 + 1) beside the one that proved b; c has nobody beside it.
    assert own.against_best == pytest.approx(1.0)
    assert quick.against_best == pytest.approx((2 / 8 * 1 / 2) ** 0.5)
    assert slow.against_best == pytest.approx((8 / 2 * 2 / 1) ** 0.5)


def test_times_to_a_gap_are_medians_and_never_is_late() -> None:
    rows = [
        replace(ONE, case=case, seconds_to_gap={"1%": first, "0.1%": second, "0.01%": None})
        for case, first, second in (("a", 1.0, 4.0), ("b", 3.0, None), ("c", 8.0, None))
    ]
    (own,) = summaries(rows)
    assert own.seconds_to_gap == {"1%": 3.0, "0.1%": None, "0.01%": None}
