"""CBC's log read: how it ended, and how it got there."""

import pytest

from benchmarks.peers.cbc_log import Ended, course, ended, seconds

AT_LIMIT = """\
Continuous objective value is -52.941 - 0.00 seconds
Cbc0038I Mini branch and bound improved solution from -50.3441 to -52.2569 (0.02 seconds)
Cbc0012I Integer solution of -52.3621 found by DiveCoefficient after 4 iterations and 0 nodes (0.20 seconds)
Cbc0010I After 0 nodes, 1 on tree, -52.362101 best solution, best possible -52.847425 (0.22 seconds)
Cbc0010I After 1000 nodes, 23 on tree, 1e+50 best solution, best possible -52.846007 (1.16 seconds)

Result - Stopped on time limit

Objective value:                -52.36210143
Lower bound:                    -52.845
Gap:                            0.01

Total time (CPU seconds):       1.90   (Wallclock seconds):       2.01
"""
OPTIMAL = AT_LIMIT.replace("Stopped on time limit", "Optimal solution found").replace("Lower bound:  ", "Was:")


def test_at_a_time_limit_it_is_feasible_and_its_bound_is_rounded_away() -> None:
    assert ended(AT_LIMIT) == Ended("feasible", True, -52.846)


def test_at_a_time_limit_without_a_solution_it_is_unknown() -> None:
    assert ended("Result - Stopped on time limit\n\nNo feasible solution found\nLower bound:   17.0\n") == Ended(
        "unknown", False, 16.9
    )


def test_an_optimum_gives_no_bound_of_its_own() -> None:
    assert ended(OPTIMAL) == Ended("optimal", True, None)


@pytest.mark.parametrize(
    "log",
    [
        "Result - Problem proven infeasible\n",
        "Problem is infeasible - 0.00 seconds\n",
        "Analysis indicates model infeasible or unbounded\n",
    ],
)
def test_infeasible_may_come_early(log: str) -> None:
    assert ended(log) == Ended("infeasible", False, None)


@pytest.mark.parametrize(("log", "says"), [("Result - Gave up\n", "'Gave up'"), ("", "does not say how it ended")])
def test_words_that_are_not_known_are_an_error(log: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ended(log)


def test_the_way_is_read_with_its_seconds() -> None:
    assert list(course(AT_LIMIT)) == [
        (0.20, -52.3621, None),
        (0.22, -52.362101, -52.847425),
        (1.16, 1e50, -52.846007),
    ]
    assert seconds(AT_LIMIT) == 2.01
    assert seconds("") is None
